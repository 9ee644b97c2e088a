"""
The local starts that a recurrence rule gives, in order, without end where it has none.

It is our own, because the well-kept libraries search for ever, or for minutes, where a rule gives
nothing (``FREQ=SECONDLY;BYSETPOS=2``, the 30th of February), and count from the first start to
reach a far one. The tests compare it with dateutil.

Source: RFC 5545 §3.3.10.
"""

from __future__ import annotations

import calendar
from collections.abc import Iterator
from datetime import date, datetime, time, timedelta
from functools import lru_cache
from itertools import product
from typing import TypeVar

import attrs

__all__ = ["Rule", "is_given", "local_starts", "parse_rule"]

_WEEKDAYS = {"MO": 0, "TU": 1, "WE": 2, "TH": 3, "FR": 4, "SA": 5, "SU": 6}
_SECONDS = {"HOURLY": 3600, "MINUTELY": 60, "SECONDLY": 1}
# The calendar repeats after 400 years; a rule that gives nothing for that many days never does.
_CYCLE = 146_097 + 366
_STEPS = 400_000  # the same for rules of hours and less, where it is no proof but more than enough
_DAY = timedelta(days=1)
_T = TypeVar("_T")


@attrs.frozen
class Rule:
    """A rule in its parts; a part that is not given is None, one that can never match is empty."""

    freq: str
    interval: int = 1
    count: int | None = None
    week_start: int = 0
    months: frozenset[int] | None = None
    weeks: frozenset[int] | None = None
    year_days: frozenset[int] | None = None
    month_days: frozenset[int] | None = None
    weekdays: frozenset[int] | None = None
    counted_weekdays: frozenset[tuple[int, int]] | None = None
    hours: tuple[int, ...] | None = None
    minutes: tuple[int, ...] | None = None
    seconds: tuple[int, ...] | None = None
    positions: tuple[int, ...] | None = None

    @property
    def counts_in_year(self) -> bool:
        """Whether ``1MO`` is the first Monday of the year, not of the month."""
        return self.freq == "YEARLY" and self.months is None


def parse_rule(text: str, start: datetime) -> Rule:
    """Return the parts of a rule that the model accepted; what it leaves out follows *start*."""
    parts = dict(part.split("=", 1) for part in text.split(";"))

    def numbers(name: str) -> frozenset[int] | None:
        return frozenset(map(int, parts[name].split(","))) if name in parts else None

    def within(name: str, top: int) -> tuple[int, ...] | None:
        found = numbers(name)
        return None if found is None else tuple(sorted(n for n in found if 0 <= n <= top))

    freq = parts["FREQ"]
    weekdays, counted = _weekdays(parts["BYDAY"], freq) if "BYDAY" in parts else (None, None)
    months, month_days = numbers("BYMONTH"), numbers("BYMONTHDAY")
    if not parts.keys() & {"BYWEEKNO", "BYYEARDAY", "BYMONTHDAY", "BYDAY"}:
        if freq == "YEARLY" and months is None:
            months = frozenset({start.month})
        if freq in ("YEARLY", "MONTHLY"):
            month_days = frozenset({start.day})
        if freq == "WEEKLY":
            weekdays = frozenset({start.weekday()})
    positions = numbers("BYSETPOS")
    return Rule(
        freq,
        int(parts.get("INTERVAL", 1)),
        int(parts["COUNT"]) if "COUNT" in parts else None,
        _WEEKDAYS[parts.get("WKST", "MO")],
        months,
        numbers("BYWEEKNO"),
        numbers("BYYEARDAY"),
        month_days,
        weekdays,
        counted,
        within("BYHOUR", 23),
        within("BYMINUTE", 59),
        within("BYSECOND", 59),
        None if positions is None else tuple(sorted(positions)),
    )


def _weekdays(
    text: str, freq: str
) -> tuple[frozenset[int] | None, frozenset[tuple[int, int]] | None]:
    """Return the weekdays that are meant each time, and those that are counted."""
    plain, counted = set(), set()
    for part in text.split(","):
        number, day = part[:-2], _WEEKDAYS[part[-2:]]
        if number and int(number) and freq in ("YEARLY", "MONTHLY"):
            counted.add((int(number), day))
        else:
            plain.add(day)
    return frozenset(plain), frozenset(counted)


def local_starts(
    rule: Rule, start: datetime, after: datetime | None = None, before: datetime | None = None
) -> Iterator[datetime]:
    """
    Yield the local starts from *start* on, itself the first even where the rule skips it.

    Args:
        rule: The rule.
        start: First local start, naive.
        after: Earlier ones need not be given: a rule without COUNT leaves most of them out.
        before: Where to stop.
    """
    begin = start if after is None or rule.count is not None else max(start, after)
    left = rule.count or -1
    if begin == start:
        yield start
        left -= 1
    search = _short if rule.freq in _SECONDS else _long
    try:
        for found in search(rule, start, begin, before):
            if left == 0 or (before is not None and found >= before):
                return
            if found > start:
                left -= 1
                yield found
    except OverflowError:  # the calendar ends
        return


def is_given(rule: Rule, start: datetime) -> bool:
    """Whether the rule gives the first start, too."""
    search = _short if rule.freq in _SECONDS else _long
    found = (at for at in search(rule, start, start, start + _DAY) if at >= start)
    return next(found, None) == start


def _long(
    rule: Rule, start: datetime, begin: datetime, before: datetime | None
) -> Iterator[datetime]:
    """Yield for periods of days and more."""
    hours = (start.hour,) if rule.hours is None else rule.hours
    minutes = (start.minute,) if rule.minutes is None else rule.minutes
    seconds = (start.second,) if rule.seconds is None else rule.seconds
    times = [time(*clock) for clock in product(hours, minutes, seconds)]
    idle = 0
    for first, length in _periods(rule, start.date(), begin.date()):
        if idle > _CYCLE or (before is not None and first > before.date()):
            return
        days = (first + n * _DAY for n in range(length)) if length > 1 else (first,)
        found = [datetime.combine(day, at) for day in days if _is_day(rule, day) for at in times]
        if rule.positions is not None:
            found = _chosen(found, rule.positions)
        idle = 0 if found else idle + length
        yield from found


def _periods(rule: Rule, origin: date, begin: date) -> Iterator[tuple[date, int]]:
    """Yield first day and length of each period, from one that is not after *begin*."""
    step = rule.interval
    if rule.freq == "YEARLY":
        skipped = (begin.year - origin.year) // step * step
        for year in range(origin.year + skipped, 10_000, step):
            yield date(year, 1, 1), 366 if calendar.isleap(year) else 365
    elif rule.freq == "MONTHLY":
        months = origin.year * 12 + origin.month - 1
        skipped = (begin.year * 12 + begin.month - 1 - months) // step * step
        for number in range(months + skipped, 120_000, step):
            year, month = number // 12, number % 12 + 1
            yield date(year, month, 1), calendar.monthrange(year, month)[1]
    else:
        length = 7 if rule.freq == "WEEKLY" else 1
        shift = (origin.weekday() - rule.week_start) % 7 if length == 7 else 0
        first = origin.toordinal() - shift
        stride = step * length
        skipped = (begin.toordinal() - first) // stride * stride
        for day in range(first + skipped, date.max.toordinal() - length, stride):
            yield date.fromordinal(day), length


def _short(
    rule: Rule, start: datetime, begin: datetime, before: datetime | None
) -> Iterator[datetime]:
    """Yield for periods of hours and less; what cannot match is leapt over."""
    unit = _SECONDS[rule.freq]
    step = unit * rule.interval
    minutes = (start.minute,) if rule.minutes is None else rule.minutes
    seconds = (start.second,) if rule.seconds is None else rule.seconds
    at = start - timedelta(seconds=(start.minute * 60 + start.second) % unit)
    at += timedelta(seconds=int((begin - at).total_seconds()) // step * step)
    inside = [
        timedelta(minutes=minute, seconds=second)
        for minute in (minutes if unit > 60 else (0,))
        for second in (seconds if unit > 1 else (0,))
    ]
    if rule.positions is not None:
        inside = _chosen(inside, rule.positions)
    idle = 0
    while inside and idle < _STEPS and (before is None or at < before):
        leap = _leap(rule, at, unit)
        if leap == 0:
            idle, leap = 0, 1
            for offset in inside:
                yield at + offset
        idle += 1
        at += timedelta(seconds=-(-leap // step) * step)


def _leap(rule: Rule, at: datetime, unit: int) -> int:
    """Return for how many seconds from *at* nothing can match, 0 when it matches."""
    if not _is_day(rule, at.date()):
        return 86_400 - at.hour * 3600 - at.minute * 60 - at.second
    if rule.hours is not None and at.hour not in rule.hours:
        return 3600 - at.minute * 60 - at.second
    if unit <= 60 and rule.minutes is not None and at.minute not in rule.minutes:
        return 60 - at.second
    return int(unit == 1 and rule.seconds is not None and at.second not in rule.seconds)


@lru_cache(maxsize=1024)
def _is_day(rule: Rule, day: date) -> bool:
    """Whether the rule lets something happen on that day."""
    if rule.months is not None and day.month not in rule.months:
        return False
    if not _is_weekday(rule, day):
        return False
    length = calendar.monthrange(day.year, day.month)[1]
    if not _counts(rule.month_days, day.day, length):
        return False
    if rule.year_days is not None:
        whole = 366 if calendar.isleap(day.year) else 365
        if not _counts(rule.year_days, day.timetuple().tm_yday, whole):
            return False
    return rule.weeks is None or _counts(rule.weeks, *_week(day, rule.week_start))


def _counts(wanted: frozenset[int] | None, number: int, length: int) -> bool:
    """Whether *number* of *length* is wanted, counted from either end."""
    return wanted is None or number in wanted or number - length - 1 in wanted


def _is_weekday(rule: Rule, day: date) -> bool:
    if rule.weekdays is None or rule.counted_weekdays is None:
        return rule.weekdays is None or day.weekday() in rule.weekdays
    weekday = day.weekday()
    if weekday in rule.weekdays:
        return True
    if rule.counts_in_year:
        number, length = day.timetuple().tm_yday, 366 if calendar.isleap(day.year) else 365
    else:
        number, length = day.day, calendar.monthrange(day.year, day.month)[1]
    forward, backward = (number - 1) // 7 + 1, -((length - number) // 7 + 1)
    counted = rule.counted_weekdays
    return (forward, weekday) in counted or (backward, weekday) in counted


def _week(day: date, week_start: int) -> tuple[int, int]:
    """Return the number of the week and how many its year has; the first has four days in it."""
    # The fourth day of a week lies in the year to which the week belongs.
    middle = day + timedelta(days=3 - (day.weekday() - week_start) % 7)
    number = (middle.timetuple().tm_yday - 1) // 7 + 1
    last = date(middle.year, 12, 31)
    rest = (last.toordinal() - middle.toordinal()) // 7
    return number, number + rest


def _chosen(found: list[_T], positions: tuple[int, ...]) -> list[_T]:
    """Return the members at the positions, counted from 1 or from the end with -1."""
    length = len(found)
    wanted = {at - 1 if at > 0 else length + at for at in positions if at}
    return [found[at] for at in sorted(wanted) if 0 <= at < length]
