"""Rules that the model has no place for are read as dates: EXRULE, a second RRULE, RANGE."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from itertools import islice

from dateutil.rrule import rrule, rruleset, rrulestr
from hypothesis import given, settings
from hypothesis import strategies as st
from test_ical_reading import calendar, only, read

from eventkit.model import Recurrence
from eventkit.occurrences import expand

ZONE = "TZID=Europe/Warsaw"
FIRST = datetime(2026, 3, 5, 16)
START = f"DTSTART;{ZONE}:20260305T160000"
BOUND = 1_000
HORIZON = FIRST + timedelta(days=900)  # less than BOUND starts of any rule


def _change(start: str, moved: str, *, uid: str = "a@example.org", reach: str = "") -> str:
    """Return the entry of an occurrence at *start* that happens at another time."""
    return (
        f"BEGIN:VEVENT\r\nUID:{uid}\r\nSUMMARY:Later\r\n"
        f"RECURRENCE-ID;{ZONE}{reach}:{start}\r\nDTSTART;{ZONE}:{moved}\r\nEND:VEVENT\r\n"
    )


def _starts(text: str, limit: int = 50) -> list[datetime | date]:
    return [found.original_start for found in expand(only(text), limit=limit)]


RULES = st.sampled_from(
    [
        "FREQ=DAILY;COUNT=60",
        "FREQ=DAILY;INTERVAL=2;UNTIL=20260601T000000Z",
        "FREQ=WEEKLY;BYDAY=MO,TH;COUNT=40",
        "FREQ=WEEKLY;BYDAY=SA,SU",
        "FREQ=DAILY",
        "FREQ=MONTHLY;BYMONTHDAY=1,5",
        "FREQ=YEARLY;BYMONTH=4;BYDAY=TU",
    ]
)


def _rule(text: str) -> rrule:
    """Return a rule as dateutil has it; without an end it would look until the year 9999."""
    bound = "" if "COUNT" in text or "UNTIL" in text else f";UNTIL={HORIZON:%Y%m%dT%H%M%S}"
    rule = rrulestr(text.replace("Z", "") + bound, dtstart=FIRST)
    assert isinstance(rule, rrule)
    return rule


@given(series=RULES, further=st.none() | RULES, left_out=RULES)
@settings(deadline=None, max_examples=60)
def test_dateutil_gives_the_same(series: str, further: str | None, left_out: str) -> None:
    """Rules, further rules and those that leave out: the first occurrences are the same."""
    lines = [START, f"RRULE:{series}", f"EXRULE:{left_out}"]
    rules = rruleset()
    for rule in (series, further):
        if rule:
            rules.rrule(_rule(rule))
    rules.exrule(_rule(left_out))
    if further:
        lines.append(f"RRULE:{further}")
    rules.rdate(FIRST)  # DTSTART is an occurrence in any case (RFC 5545 §3.8.5.3)
    text = calendar(*lines)
    found = [at for at in _starts(text, 80) if at < HORIZON]
    assert found == [at for at in islice(rules, 80) if at < HORIZON]


def test_a_rule_without_end_is_said_to_be_read_up_to_a_day() -> None:
    """What is lost is named; where nothing is, nothing is said."""
    text = calendar(START, "RRULE:FREQ=DAILY", "EXRULE:FREQ=WEEKLY;BYDAY=SA,SU")
    (finding,) = read(text).findings
    assert finding.severity.value == "warning"
    assert "EXRULE" in finding.message
    last = FIRST + timedelta(days=BOUND - 1)
    assert f"{last:%Y-%m-%d}" in finding.message
    text = calendar(START, "RRULE:FREQ=DAILY;COUNT=9", "EXRULE:FREQ=WEEKLY;BYDAY=SA,SU")
    assert read(text).findings == ()


def test_whole_days_are_left_out_as_days() -> None:
    """A series of dates has dates as exceptions."""
    lines = (
        "DTSTART;VALUE=DATE:20260305",
        "RRULE:FREQ=DAILY;COUNT=4",
        "EXRULE:FREQ=DAILY;INTERVAL=2",
    )
    event = only(calendar(*lines))
    assert event.recurrence == Recurrence(
        "FREQ=DAILY;COUNT=4", excluded=[date(2026, 3, 5), date(2026, 3, 7)]
    )


def test_all_later_occurrences_are_moved_alike() -> None:
    """By as much as the one that says so, up to the end; what is said of one alone counts more."""
    head = _change("20260319T160000", "20260320T180000", reach=";RANGE=THISANDFUTURE")
    head += _change("20260402T160000", "20260402T090000")
    text = calendar(START, "RRULE:FREQ=WEEKLY;COUNT=6", head=head)
    reading = read(text)
    assert reading.findings == ()
    found = [one.event.slot.start.replace(tzinfo=None) for one in expand(reading.events[0])]
    assert found == [
        datetime(2026, 3, 5, 16),
        datetime(2026, 3, 12, 16),
        datetime(2026, 3, 20, 18),
        datetime(2026, 3, 27, 18),
        datetime(2026, 4, 2, 9),
        datetime(2026, 4, 10, 18),
    ]
    assert [one.event.name for one in expand(reading.events[0])][1:4] == [
        "A webinar",
        *["Later"] * 2,
    ]


def test_a_later_change_of_all_goes_on_from_there() -> None:
    """Whatever the order of the entries."""
    changes = [
        _change("20260312T160000", "20260312T170000", reach=";RANGE=THISANDFUTURE"),
        _change("20260326T160000", "20260326T190000", reach=";RANGE=THISANDFUTURE"),
    ]
    for head in ("".join(changes), "".join(reversed(changes))):
        event = only(calendar(START, "RRULE:FREQ=WEEKLY;COUNT=5", head=head))
        assert [one.event.slot.start.hour for one in expand(event)] == [16, 17, 17, 19, 19]


def test_no_occurrence_leaves_the_calendar() -> None:
    """At the end of the years there are."""
    head = _change("99981230T160000", "99991231T230000", reach=";RANGE=THISANDFUTURE")
    text = calendar(f"DTSTART;{ZONE}:99981201T160000", "RRULE:FREQ=DAILY;COUNT=400", head=head)
    (event,) = read(text).events
    assert event.recurrence is not None


def test_a_series_without_end_is_changed_up_to_a_day() -> None:
    """Which the finding names; a reach that RFC 5545 does not have is an error."""
    head = _change("20260319T160000", "20260319T180000", reach=";RANGE=THISANDFUTURE")
    reading = read(calendar(START, "RRULE:FREQ=WEEKLY", head=head))
    (finding,) = reading.findings
    assert reading.ok
    assert "RANGE" in finding.message
    recurrence = reading.events[0].recurrence
    assert recurrence is not None
    last = max(change.original_start for change in recurrence.changes)
    assert f"{last:%Y-%m-%d}" in finding.message
    old = head.replace("THISANDFUTURE", "THISANDPRIOR")
    assert not read(calendar(START, "RRULE:FREQ=WEEKLY", head=old)).ok
