"""Whole announcements by somebody who had not seen the reader: right, or reported, never wrong."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from announced import answers, differences, read_answer

from eventkit.formats.announcement import as_html, as_text, explained

# What the texts do not say in so many words; there the reader has nothing, or says why.
UNSAID = {"languages", "organizer", "contact"}
SECRETS = ("join_url", "passcode", "meeting_id")


@pytest.mark.parametrize("path", answers(), ids=lambda path: path.stem)
def test_every_fact_is_right_or_reported(path: Path) -> None:
    """A time that is not certain gives no event; another fact that differs has a finding."""
    answer, reading = read_answer(path)
    if not reading.events:
        assert reading.errors
        return
    (event,) = reading.events
    reported = {(finding.path or "").partition("[")[0] for finding in reading.findings}
    for fact, got, right in differences(answer, event):
        if fact in UNSAID and not got:
            continue
        named = {"languages": "in_language", "start_local": "slot.start"}.get(fact, fact)
        assert named in reported, (fact, got, right)


@pytest.mark.parametrize("path", answers(), ids=lambda path: path.stem)
def test_nothing_public_has_the_way_in(path: Path) -> None:
    """Neither the event, its findings, its evidence nor what is explained of it."""
    answer, reading = read_answer(path)
    told = explained((path.parent / answer["file"]).read_bytes())
    public = repr(reading) + as_text(told) + as_html(told)
    for secret in (answer[key] for key in SECRETS):
        assert not secret or not re.search(rf"(?<!\w){re.escape(secret)}(?!\w)", public)


def test_announcements_give_their_event() -> None:
    """Also the letters in which the time is spread over sentences."""
    refused = [path.stem for path in answers() if not read_answer(path)[1].events]
    assert refused == []
