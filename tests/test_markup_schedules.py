"""An event with a Schedule: its own dates may be those of the first time, or of the whole run."""

from __future__ import annotations

import json
from typing import Any

import pytest

from eventkit import Reading, Severity, codes, parse

EVENING = {"startTime": "18:30:00", "endTime": "20:00:00", "scheduleTimezone": "Europe/Paris"}
START, END = "2027-01-12T18:30:00+01:00", "2027-01-12T20:00:00+01:00"


def reading(start: str, end: str, **schedule: Any) -> Reading:
    """Read an event on Tuesdays from 12 January to 9 February."""
    told = {"startDate": "2027-01-12", "endDate": "2027-02-09", "repeatFrequency": "P1W"}
    event = {
        "@context": "https://schema.org",
        "@type": "Event",
        "name": "Evenings",
        "startDate": start,
        "endDate": end,
        "eventSchedule": {"@type": "Schedule", **told, **schedule},
    }
    return parse(json.dumps(event), "jsonld")


def ends(found: Reading) -> tuple[str, str | None]:
    """Return the first start and end."""
    slot = found.events[0].slot
    return slot.start.isoformat(), slot.end.isoformat() if slot.end else None


@pytest.mark.parametrize("schedule", [EVENING, {"scheduleTimezone": "Europe/Paris"}, {}])
def test_a_whole_run_is_read_as_its_first_time(schedule: dict[str, Any]) -> None:
    """As long as the Schedule says, or else until the hour at which the run ends; it is told."""
    found = reading(START, "2027-02-09T20:00:00+01:00", **schedule)
    assert ends(found) == (START, END)
    assert [one.code for one in found.findings] == [codes.END_UNCLEAR]
    assert found.events[0].recurrence is not None


@pytest.mark.parametrize("end", ["2027-01-12", "2027-02-09"])
def test_a_schedule_tells_the_hour_that_dates_leave_open(end: str) -> None:
    assert ends(reading("2027-01-12", end, **EVENING)) == (START, END)


def test_days_without_any_hour_are_one_day_each() -> None:
    assert ends(reading("2027-01-12", "2027-02-09")) == ("2027-01-12", None)


@pytest.mark.parametrize(
    ("start", "end", "schedule"),
    [
        (START, END, EVENING),
        (START, "2027-01-13T02:00:00+01:00", EVENING | {"endTime": "02:00:00"}),
        (
            "2027-06-09",
            "2027-06-10",
            {"repeatFrequency": "P1Y", "startDate": "2027-06-09", "endDate": "2030-06-10"},
        ),
    ],
)
def test_the_dates_of_the_first_time_stay(start: str, end: str, schedule: dict[str, Any]) -> None:
    """Also where it ends after midnight, or lasts for two days."""
    found = reading(start, end, **schedule)
    assert (ends(found), found.findings) == ((start, end), ())


def test_another_hour_in_the_schedule_is_an_error() -> None:
    """As where a page builder writes the offset of winter in summer."""
    summer = {"startDate": "2027-07-13", "endDate": "2027-08-10"}
    found = reading("2027-07-13T18:30:00+01:00", "2027-07-13T20:00:00+01:00", **EVENING | summer)
    errors = [one for one in found.findings if one.severity is Severity.ERROR]
    assert [one.code for one in errors] == [codes.CONFLICT]
    assert "19:30 in Europe/Paris, and its Schedule says 18:30" in errors[0].message
