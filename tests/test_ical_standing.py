"""Each event of a calendar and its fields have a line, so that the linter says where."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings

from eventkit import lint, parse, to_ical
from eventkit.model import Event
from eventkit.testing import events

TEXT = """\
BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Example//EN
BEGIN:VEVENT
UID:a@example.org
DTSTAMP:20260101T000000Z
DTSTART;TZID=Europe/Berlin:20260305T170000
DTEND;TZID=Europe/Berlin:20260305T180000
DESCRIPTION:A long text that
  goes on.
SUMMARY:A webinar
CATEGORIES:one,two
ATTACH:https://example.org/a.pdf
ATTACH:https://example.org/b.pdf
BEGIN:PARTICIPANT
UID:p
PARTICIPANT-TYPE:SPEAKER
SUMMARY:Ada
END:PARTICIPANT
BEGIN:VALARM
ACTION:DISPLAY
DESCRIPTION:A webinar
TRIGGER:-PT15M
END:VALARM
END:VEVENT
BEGIN:VEVENT
UID:b@example.org
DTSTART;TZID=Europe/Berlin:20260305T170000
RELATED-TO:a@example.org
SUMMARY:A session
END:VEVENT
BEGIN:VEVENT
UID:c@example.org
DTSTART;TZID=Europe/Berlin:20260306T170000
SUMMARY:Another
URL:https://example.org/c
END:VEVENT
END:VCALENDAR
"""


@pytest.mark.parametrize(
    "text", [TEXT, TEXT.replace("\n", "\r\n"), TEXT.replace("VERSION", "Version")]
)
def test_a_field_is_found_by_its_property(text: str) -> None:
    """By the fast tokenizer and by the patient one; what has none is where its event begins."""
    first, second = parse(text, "ical").origins
    lines = {
        (): 4,
        ("name",): 11,
        ("slot", "start"): 7,
        ("slot", "end"): 8,
        ("description",): 9,
        ("keywords", 1): 12,
        ("materials", 1): 14,
        ("speakers", 0, "name"): 15,
        ("reminders", 0): 20,
        ("offers", 0, "price"): 4,
        ("sub_events", 0): 26,
        ("sub_events", 0, "name"): 30,
    }
    assert {path: first.place(path) for path in lines} == {
        path: (line, 1) for path, line in lines.items()
    }
    assert (second.path, second.place(), second.place(("url",))) == ((1,), (32, 1), (36, 1))


def test_the_linter_says_the_line(tmp_path: Path) -> None:
    """Of a rule that no reader knows of."""
    path = tmp_path / "a.ics"
    path.write_text(TEXT.replace("SUMMARY:A webinar", "SUMMARY:FREE WEBINAR"), "utf-8")
    places = {finding.code: finding.place for finding in lint(path)}
    assert places["EK753"] == f"{path}:11:1"
    assert all(finding.line for finding in lint(path))


@given(event=events())
@settings(max_examples=30, suppress_health_check=list(HealthCheck), deadline=None)
def test_every_event_stands_where_it_begins(event: Event) -> None:
    """Its parts, too."""
    text = to_ical(event)
    lines = text.split("\r\n")
    (origin,) = parse(text, "ical").origins

    def check(one: Event, path: tuple[str | int, ...]) -> None:
        place = origin.place(path)
        assert place is not None
        assert lines[place[0] - 1] == "BEGIN:VEVENT"
        titled = origin.place((*path, "name"))
        assert titled is not None
        assert lines[titled[0] - 1].startswith("SUMMARY")
        for number, part in enumerate(one.sub_events):
            check(part, (*path, "sub_events", number))

    check(event, ())
