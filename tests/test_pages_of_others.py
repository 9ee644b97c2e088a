"""Pages that somebody wrote who had not seen the readers, each with what a person sees in it."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from eventkit import Event, Reading, Severity, read

FOLDER = Path(__file__).parent / "data" / "pages"
ANSWERS = [json.loads(line) for line in (FOLDER / "answers.jsonl").read_text("utf-8").splitlines()]


def seen(event: Event) -> dict[str, Any]:
    """Return what the answers have of an event."""
    ends = (event.slot.start, event.slot.end)
    return {
        "name": event.name,
        "start": ends[0].isoformat(),
        "end": ends[1].isoformat() if ends[1] else None,
        "url": event.url,
        "speakers": [one.name for one in event.speakers],
        "organizer": event.organizer.name if event.organizer else None,
        "status": event.status.value,
        "mode": event.attendance_mode.value if event.attendance_mode else None,
        "sessions": [one.name for one in event.sub_events],
    }


def doubts(reading: Reading) -> bool:
    """Whether somebody is told to look at the page, beyond that there is no event in it."""
    return any(one.severity is not Severity.INFO for one in reading.findings)


@pytest.mark.parametrize("answer", ANSWERS, ids=[one["file"] for one in ANSWERS])
def test_a_page_gives_what_a_person_sees_in_it(answer: dict[str, Any]) -> None:
    """Its events and no other, and a word of doubt wherever the page is broken or contradictory."""
    reading = read(FOLDER / answer["file"])
    assert [seen(event) for event in reading.events] == answer["events"]
    assert doubts(reading) == answer["doubts"]
