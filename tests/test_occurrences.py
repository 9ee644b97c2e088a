"""An event that comes again: which occurrences it has, when, and what differs in each."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import UTC, date, datetime, timedelta
from itertools import islice
from zoneinfo import ZoneInfo

import attrs
import pytest
from dateutil.rrule import rrulestr
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st

from eventkit.errors import InvalidValueError, NaiveDatetimeError
from eventkit.model import Event, EventStatus, OccurrenceChange, Recurrence, TimeSlot
from eventkit.occurrences import expand, occurrences
from eventkit.occurrences.rules import local_starts, parse_rule
from eventkit.testing import events

PROPERTY = settings(
    max_examples=60,
    suppress_health_check=list(HealthCheck),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # events are too large to shrink
)
WARSAW = TimeSlot.local("2019-10-17 16:00", "17:30", "Europe/Warsaw")


def _series(rule: str | None, slot: TimeSlot = WARSAW, **more: object) -> Event:
    return Event("A", slot, uid="u", recurrence=Recurrence(rule, **more))


def _starts(event: Event, *args: object, **kwargs: object) -> list[str]:
    return [str(one.slot.start) for one in occurrences(event, *args, **kwargs)]


def test_four_in_the_afternoon_stays_four_in_the_afternoon() -> None:
    """The offset changes with the clocks, the wall clock and the length do not."""
    found = list(occurrences(_series("FREQ=WEEKLY;COUNT=3")))
    assert [str(one.slot.start) for one in found] == [
        "2019-10-17 16:00:00+02:00",
        "2019-10-24 16:00:00+02:00",
        "2019-10-31 16:00:00+01:00",
    ]
    assert {one.slot.duration for one in found} == {timedelta(minutes=90)}
    assert {(one.uid, one.recurrence) for one in found} == {("u", None)}


def test_exceptions_additions_and_changes_are_in_their_places() -> None:
    """A moved occurrence stands at its new time, with the old as its previous start."""
    moved = OccurrenceChange(
        datetime(2019, 10, 31, 16),
        slot=TimeSlot.local("2019-11-01 18:00", "19:00", "Europe/Warsaw"),
        name="Moved",
    )
    off = OccurrenceChange(datetime(2019, 11, 7, 16), status="cancelled")
    event = _series(
        "FREQ=WEEKLY;COUNT=5",
        excluded=[datetime(2019, 10, 24, 16)],
        included=[datetime(2019, 10, 20, 10), datetime(2019, 10, 17, 16)],
        changes=[off, moved],
    )
    found = list(expand(event))
    assert [(str(one.original_start), one.event.name, one.event.status.value) for one in found] == [
        ("2019-10-17 16:00:00", "A", "scheduled"),
        ("2019-10-20 10:00:00", "A", "scheduled"),
        ("2019-10-31 16:00:00", "Moved", "rescheduled"),
        ("2019-11-07 16:00:00", "A", "cancelled"),
        ("2019-11-14 16:00:00", "A", "scheduled"),
    ]
    assert found[2].event.previous_starts == (datetime(2019, 10, 31, 15, tzinfo=UTC),)
    assert found[3].event.previous_starts == ()


def test_the_first_start_counts_even_where_the_rule_skips_it() -> None:
    """RFC 5545 §3.3.10 counts DTSTART as the first, always."""
    assert _starts(_series("FREQ=WEEKLY;BYDAY=MO;COUNT=2")) == [
        "2019-10-17 16:00:00+02:00",
        "2019-10-21 16:00:00+02:00",
    ]


@pytest.mark.parametrize(
    ("until", "number"),
    [
        ("20191031", 3),
        ("20191030", 2),
        ("20191031T160000", 3),
        ("20191031T150000Z", 3),
        ("20191031T145959Z", 2),
        ("20180101", 1),
    ],
)
def test_until_is_the_last_start_that_may_be(until: str, number: int) -> None:
    """A date allows the whole day, a time in UTC is an instant, a local one a wall clock."""
    assert len(_starts(_series(f"FREQ=WEEKLY;UNTIL={until}"))) == number


def test_a_skipped_time_is_moved_and_never_told_twice() -> None:
    """02:30 becomes 03:30 on the night that skips it, also where 03:30 is due anyway."""
    slot = TimeSlot.local("2021-03-27 02:30", None, "Europe/Berlin")
    assert _starts(_series("FREQ=DAILY;COUNT=3", slot)) == [
        "2021-03-27 02:30:00+01:00",
        "2021-03-28 03:30:00+02:00",
        "2021-03-29 02:30:00+02:00",
    ]
    hourly = _starts(_series("FREQ=HOURLY;COUNT=30", slot))
    assert hourly == sorted(set(hourly))
    assert "2021-03-28 04:30:00+02:00" in hourly


def test_days_come_again_as_days() -> None:
    """An event of three days, monthly, where the 31st is not in every month."""
    days = TimeSlot(date(2021, 1, 31), date(2021, 2, 2))
    found = occurrences(_series("FREQ=MONTHLY", days), (date(2021, 2, 2), date(2021, 6, 1)))
    assert [(str(one.slot.start), str(one.slot.end)) for one in found] == [
        ("2021-01-31", "2021-02-02"),
        ("2021-03-31", "2021-04-02"),
        ("2021-05-31", "2021-06-02"),
    ]


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=SECONDLY",
        "FREQ=SECONDLY;BYSETPOS=2",
        "FREQ=SECONDLY;INTERVAL=60;BYSECOND=30",
        "FREQ=MINUTELY;BYHOUR=25",
        "FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30",
        "FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=6",
        "FREQ=YEARLY;BYWEEKNO=54",
        "FREQ=YEARLY;BYHOUR=24",
        "FREQ=WEEKLY;INTERVAL=99999",
        "FREQ=MONTHLY;BYDAY=6FR",
    ],
)
def test_no_rule_is_searched_for_ever(rule: str) -> None:
    """Rules without end and rules that give nothing both come to an end, also far away."""
    event = _series(rule)
    assert 1 <= len(list(occurrences(event, limit=50))) <= 50
    far = datetime(2999, 1, 1, tzinfo=UTC)
    found = len(list(occurrences(event, (far, far + timedelta(seconds=20)))))
    assert found <= 90 * 60 + 20  # each lasts 90 minutes


def test_what_happens_in_part_belongs_to_the_window() -> None:
    """From the begin on, up to before the end."""
    event = _series("FREQ=WEEKLY")
    begin = datetime(2030, 1, 3, 16, tzinfo=UTC)  # an hour after a start, within its 90 minutes
    assert _starts(event, (begin, begin + timedelta(days=7, hours=-1))) == [
        "2030-01-03 16:00:00+01:00"
    ]
    assert len(_starts(event, (date(2030, 1, 3), date(2030, 1, 11)))) == 2
    assert _starts(Event("A", WARSAW), (begin, begin + timedelta(days=7))) == []
    with pytest.raises(NaiveDatetimeError):
        occurrences(event, (datetime(2030, 1, 1), datetime(2031, 1, 1)))
    with pytest.raises(InvalidValueError):
        occurrences(event, (date(2031, 1, 1), date(2030, 1, 1)))
    with pytest.raises(InvalidValueError):
        occurrences(event, limit=-1)


@given(drawn=events(max_depth=0), begin=st.dates(date(1990, 1, 1), date(2040, 1, 1)))
@PROPERTY
def test_a_window_holds_what_lies_in_it(drawn: Event, begin: date) -> None:
    """It is the part of the whole that lies there, in order."""
    window = (begin, begin + timedelta(days=90))
    event = attrs.evolve(drawn, joining=None)
    inside = list(occurrences(event, window))
    whole = list(occurrences(event, (begin - timedelta(days=900), window[1])))
    assert inside == [one for one in whole if one in inside]
    assert {one.recurrence for one in inside} <= {None}
    if event.recurrence and not event.recurrence.changes:
        keys = [one.slot.start_utc or one.slot.start for one in whole]
        assert keys == sorted(keys)


RULES = [
    "DAILY",
    "DAILY;INTERVAL=3",
    "DAILY;BYMONTH=1,7",
    "DAILY;BYDAY=MO,FR",
    "DAILY;BYHOUR=7,23;BYMINUTE=0,59",
    "DAILY;INTERVAL=5;BYMONTH=2",
    "WEEKLY",
    "WEEKLY;BYDAY=TU,TH,SU",
    "WEEKLY;INTERVAL=2;BYDAY=MO,SU;WKST=SU",
    "WEEKLY;INTERVAL=2;BYDAY=MO,SU",
    "WEEKLY;BYMONTH=3,11;BYHOUR=0,23",
    "MONTHLY",
    "MONTHLY;INTERVAL=5",
    "MONTHLY;BYDAY=1MO,-1FR",
    "MONTHLY;BYDAY=5TH",
    "MONTHLY;BYMONTHDAY=1,15,-1",
    "MONTHLY;BYMONTHDAY=13;BYDAY=FR",
    "MONTHLY;BYDAY=MO,TU,WE,TH,FR;BYSETPOS=-1",
    "MONTHLY;BYDAY=SA,SU;BYSETPOS=2;BYHOUR=7,23",
    "YEARLY",
    "YEARLY;INTERVAL=3",
    "YEARLY;BYMONTH=2,6;BYMONTHDAY=1,28",
    "YEARLY;BYDAY=20MO",
    "YEARLY;BYDAY=-2SU",
    "YEARLY;BYMONTH=5;BYDAY=1SU,-1MO",
    "YEARLY;BYYEARDAY=1,100,-1",
    "YEARLY;BYWEEKNO=20;BYDAY=MO,SU",
    "YEARLY;BYWEEKNO=2,-30;WKST=SU",
    "YEARLY;BYDAY=TU;BYSETPOS=1,-1",
    "YEARLY;BYMONTH=11;BYDAY=TU;BYMONTHDAY=2,3,4,5,6,7,8",
]


@given(
    rule=st.sampled_from([f"FREQ={rule}" for rule in RULES]),
    start=st.datetimes(datetime(1990, 1, 1), datetime(2030, 1, 1)),
    jump=st.integers(0, 5000),
)
@PROPERTY
def test_dateutil_gives_the_same_starts(rule: str, start: datetime, jump: int) -> None:
    """Also where the search begins in the middle."""
    start = start.replace(microsecond=0)
    end = start + timedelta(days=6000)
    parsed = parse_rule(rule, start)
    ours = list(islice(local_starts(parsed, start, None, end), 100))
    theirs = _before(end, rrulestr(rule, dtstart=start))
    assert ours == [start, *(one for one in islice(theirs, 101) if one != start)][:100]
    middle = start + timedelta(days=jump)
    late = [one for one in local_starts(parsed, start, middle, end) if one >= middle]
    whole = [one for one in local_starts(parsed, start, None, end) if one >= middle]
    assert late == whole


def _before(end: datetime, rule: Iterable[datetime]) -> Iterator[datetime]:
    for one in rule:
        if one >= end:
            return
        yield one


@pytest.mark.parametrize(
    "rule",
    [
        "FREQ=HOURLY;INTERVAL=5;BYHOUR=1,6,11;BYMINUTE=10,40",
        "FREQ=MINUTELY;INTERVAL=7;BYHOUR=3",
        "FREQ=SECONDLY;INTERVAL=31;BYMINUTE=4,5",
        "FREQ=MINUTELY;BYDAY=MO;BYMINUTE=0,1;BYSECOND=5,6;BYSETPOS=-1",
        "FREQ=SECONDLY;INTERVAL=3601;BYDAY=SU",
    ],
)
def test_dateutil_gives_the_same_hours(rule: str) -> None:
    """Rules of hours, minutes and seconds leap over what cannot match, and miss nothing."""
    start = datetime(2020, 2, 3, 4, 5, 6)
    theirs = islice(rrulestr(rule, dtstart=start), 200)
    expected = [start, *(one for one in theirs if one != start)][:200]
    assert list(islice(local_starts(parse_rule(rule, start), start), 200)) == expected


def test_every_occurrence_is_where_zoneinfo_puts_its_wall_clock() -> None:
    """In zones that change at odd times, by odd amounts, on both halves of the earth."""
    for key in ("Australia/Lord_Howe", "America/Santiago", "Africa/Casablanca", "Asia/Gaza"):
        slot = TimeSlot.local("2024-01-03 12:15", "13:45", key)
        for one in occurrences(_series("FREQ=DAILY;COUNT=800", slot)):
            start = one.slot.start
            assert isinstance(start, datetime)
            assert (start.hour, start.minute, start.tzinfo) == (12, 15, ZoneInfo(key))
            assert one.slot.duration == timedelta(minutes=90)


def test_a_status_of_the_series_is_that_of_its_occurrences() -> None:
    """A cancelled series has cancelled occurrences, moved ones among them."""
    moved = OccurrenceChange(
        datetime(2019, 10, 24, 16), slot=TimeSlot.local("2019-10-25 16:00", None, "Europe/Warsaw")
    )
    event = attrs.evolve(_series("FREQ=WEEKLY;COUNT=2", changes=[moved]), status="cancelled")
    assert {one.status for one in occurrences(event)} == {EventStatus.CANCELLED}
