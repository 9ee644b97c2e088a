"""Whatever we write in any of the seven languages is read back to the same event."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, Phase, given, settings

from eventkit.formats.announcement import parse, render
from eventkit.formats.announcement.page.details import status_of
from eventkit.formats.announcement.text.label_words import LABELS
from eventkit.formats.announcement.text.words import fold
from eventkit.formats.announcement.writing.said import said
from eventkit.formats.announcement.writing.tongues import LANGUAGES, STATUSES
from eventkit.model import Event
from eventkit.testing import events

KINDS = {"date": "when"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_label_that_is_written_is_known_to_the_reader(language: str) -> None:
    """Labels and states of the plan mean the same to both."""
    for kind, word in LANGUAGES[language].items():
        if kind != "free":
            assert LABELS[fold(word)] == KINDS.get(kind, kind), word
    for status, word in STATUSES[language].items():
        assert status_of(word) is status


@pytest.mark.parametrize("language", LANGUAGES)
@given(event=events())
@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=list(HealthCheck),
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # events take minutes to shrink
)
def test_what_is_written_is_read_back(language: str, event: Event) -> None:
    """All that a text can say of any event returns, in its place."""
    reading = parse(render(event, language=language))
    assert reading.ok, reading.errors
    (again,) = reading.events
    assert said(again) == said(event)
