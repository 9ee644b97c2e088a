"""The rule about weeks in which Europe and North America have changed their clocks apart."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta, tzinfo
from functools import lru_cache

from eventkit import codes
from eventkit.linter.rule import INFO, Fault, rule
from eventkit.linter.subject import Subject
from eventkit.model import Recurrence
from eventkit.timezones import zone, zone_name

__all__: list[str] = []

_OTHERS = ("America/New_York", "Europe/Berlin")  # whose changes most participants follow
_WEEKS_MAX = timedelta(weeks=6)  # what is longer is a season, not a gap
_DAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_UNDERSTOOD = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "WKST", "BYDAY", "BYMONTHDAY"})


@rule(
    codes.CLOCK_GAP_WEEK,
    INFO,
    "IANA time zone database (rules EU and US)",
    sessions=False,
    needs="recurrence",
)
def clock_gap_week(subject: Subject) -> Iterator[Fault]:
    """In these weeks a series keeps its hour here, and is an hour off over there."""
    event = subject.event
    place, start = event.slot.timezone, event.slot.start
    if event.recurrence is None or place is None or not isinstance(start, datetime):
        return
    dates = _Dates(event.recurrence, start.date())
    for other in _OTHERS:
        for first, last in _gaps(zone_name(place), other, start.year):
            if on := dates.first_within(first, last):
                shown = _at(place, on, start.time()).astimezone(zone(other))
                yield Fault(
                    f"on {on.isoformat()} it is at {shown:%H:%M} in {other}, an hour off the"
                    " usual, as the clocks change on different days",
                    "tell the participants there, or exclude the dates from"
                    f" {first.isoformat()} to {last.isoformat()}",
                    ("recurrence",),
                )
                break


def _at(place: tzinfo, on: date, hour: time) -> datetime:
    return datetime.combine(on, hour.replace(tzinfo=None), place)


@lru_cache(maxsize=512)
def _gaps(here: str, there: str, year: int) -> tuple[tuple[date, date], ...]:
    """Return the first and last days of short stretches in which two zones are oddly apart."""
    mine, theirs = zone(here), zone(there)
    if mine is theirs or not 1970 <= year <= 2100:
        return ()
    runs: list[tuple[timedelta, date, date]] = []
    day = date(year, 1, 1)
    while day < date(year + 2, 1, 1):
        noon = datetime.combine(day, time(12), UTC)
        apart = _offset(noon, mine) - _offset(noon, theirs)
        if runs and runs[-1][0] == apart:
            runs[-1] = (apart, runs[-1][1], day)
        else:
            runs.append((apart, day, day))
        day += timedelta(days=1)
    return tuple((first, last) for _, first, last in runs[1:-1] if last - first < _WEEKS_MAX)


def _offset(moment: datetime, place: tzinfo) -> timedelta:
    return moment.astimezone(place).utcoffset() or timedelta(0)


class _Dates:
    """On which days a recurrence happens, as far as its rule is a plain one."""

    def __init__(self, recurrence: Recurrence, start: date) -> None:
        self._start = start
        self._excluded = {_day(one) for one in recurrence.excluded}
        self._included = {_day(one) for one in recurrence.included}
        parts = dict(part.split("=", 1) for part in (recurrence.rule or "").split(";") if part)
        self._parts = parts if parts.keys() <= _UNDERSTOOD else {}
        self._step = int(parts.get("INTERVAL", 1))

    def first_within(self, first: date, last: date) -> date | None:
        """Return the first occurrence from *first* to *last*."""
        day = first
        while day <= last:
            if day not in self._excluded and (day in self._included or self._falls_on(day)):
                return day
            day += timedelta(days=1)
        return None

    def _falls_on(self, day: date) -> bool:
        parts, start = self._parts, self._start
        if day < start or not parts or self._is_past_end(day):
            return False
        days = parts["BYDAY"].split(",") if "BYDAY" in parts else []
        if parts["FREQ"] == "DAILY":
            return (day - start).days % self._step == 0 and not days
        if parts["FREQ"] == "WEEKLY":
            weekdays = [_DAYS.get(one) for one in days] or [start.weekday()]
            weeks = ((day - timedelta(day.weekday())) - (start - timedelta(start.weekday()))).days
            return weeks // 7 % self._step == 0 and day.weekday() in weekdays
        if parts["FREQ"] == "MONTHLY":
            months = (day.year - start.year) * 12 + day.month - start.month
            return months % self._step == 0 and self._in_month(day, days)
        return False

    def _in_month(self, day: date, days: list[str]) -> bool:
        if "BYMONTHDAY" in self._parts:
            return str(day.day) in self._parts["BYMONTHDAY"].split(",") and not days
        if not days:
            return day.day == self._start.day
        nth = (day.day - 1) // 7 + 1
        is_last = (day + timedelta(days=7)).month != day.month
        name = next(name for name, number in _DAYS.items() if number == day.weekday())
        return any(
            one in (f"{nth}{name}", f"+{nth}{name}", name) or (is_last and one == f"-1{name}")
            for one in days
        )

    def _is_past_end(self, day: date) -> bool:
        parts = self._parts
        if "UNTIL" in parts:
            return day.isoformat().replace("-", "") > parts["UNTIL"][:8]
        if "COUNT" not in parts:
            return False
        a_period = {"DAILY": 1, "WEEKLY": 7}.get(parts["FREQ"], 30) * self._step
        each = len(parts.get("BYDAY", "").split(",")) if parts["FREQ"] == "WEEKLY" else 1
        return (day - self._start).days >= int(parts["COUNT"]) / each * a_period


def _day(moment: datetime | date) -> date:
    return moment.date() if isinstance(moment, datetime) else moment
