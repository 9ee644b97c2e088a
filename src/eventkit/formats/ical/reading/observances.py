"""
What a VTIMEZONE says about the clocks, for the years in question only.

Source: RFC 5545 §3.6.5.
"""

from __future__ import annotations

import calendar
import re
from bisect import bisect_right
from collections.abc import Iterator
from datetime import date, datetime, timedelta

import attrs

from eventkit.formats.ical.reading.content import Component
from eventkit.formats.ical.reading.values import moment, offset, texts

__all__ = ["Budget", "Change", "Observances", "observances"]

_SUBS_MAX = 500
_COST = 40  # of a year of a rule that is not the usual one, beside one of that
_RDATES_MAX = 2_000
_YEARS_MAX = 300
_DAYS = ("MO", "TU", "WE", "TH", "FR", "SA", "SU")
_BYDAY = re.compile(r"([+-]?\d{1,2})?(MO|TU|WE|TH|FR|SA|SU)")
_USUAL = re.compile(r"([+-]?[1-5])(MO|TU|WE|TH|FR|SA|SU)")
_MONTHS = {str(month): month for month in range(1, 13)} | {f"0{n}": n for n in range(1, 10)}
_BY_NUMBER = frozenset({"BYMONTHDAY", "BYYEARDAY"})
_PARTS = frozenset({"FREQ", "INTERVAL", "COUNT", "UNTIL", "BYMONTH", "BYDAY", "WKST"}) | {
    "BYMONTHDAY",
    "BYYEARDAY",
}


@attrs.define
class Budget:
    """How many years of clocks and starts of series one reading works out, so that it ends."""

    years: int = 20_000
    starts: int = 100_000


@attrs.frozen(order=True)
class Change:
    """One change of the clocks: local time before it, and the offsets before and after."""

    at: datetime
    before: timedelta
    after: timedelta

    @property
    def utc(self) -> datetime:
        """The instant, as a naive time in UTC."""
        return self.at - self.before


class Observances:
    """The changes of the clocks from one year to another."""

    def __init__(self, changes: list[Change], opening: timedelta) -> None:
        self.changes = changes
        self.opening = opening
        self._local = [change.at for change in changes]
        self._instants = [change.utc for change in changes]

    def offset_at(self, local: datetime) -> timedelta:
        """Return the offset at a local time: of two the first, of a skipped one that before."""
        found = self.opening
        at = bisect_right(self._local, local)
        if at:
            last = self.changes[at - 1]
            skipped = last.after - last.before
            inside = timedelta(0) < skipped and local < last.at + skipped
            found = last.before if inside else last.after
        return found

    def offset_in_utc(self, instant: datetime) -> timedelta:
        """Return the offset at an instant, given as a naive time in UTC."""
        at = bisect_right(self._instants, instant)
        return self.changes[at - 1].after if at else self.opening


def observances(
    zone: Component, first_year: int, last_year: int, budget: Budget
) -> Observances | None:
    """Return what *zone* says from *first_year* to *last_year*, or None if that is nothing."""
    changes: set[Change] = set()
    earlier: list[Change] = []
    last_year = min(last_year, first_year + _YEARS_MAX)
    for sub in [one for one in zone.children if one.name in ("STANDARD", "DAYLIGHT")][:_SUBS_MAX]:
        start = moment(sub.value("DTSTART") or "")
        before = offset(sub.value("TZOFFSETFROM") or "")
        after = offset(sub.value("TZOFFSETTO") or "")
        if start is None or after is None:
            return None
        begin = _naive(start[0])
        if before is None:
            before = after
        for at in _onsets(sub, begin, before, range(first_year, last_year + 1), budget):
            change = Change(at, before, after)
            if at.year < first_year:
                earlier.append(change)
            elif at.year <= last_year:
                changes.add(change)
    if not changes and not earlier:
        return None
    ordered = sorted(changes)
    if earlier:
        opening = max(earlier, key=lambda change: change.at).after
    else:
        opening = ordered[0].before
    return Observances(ordered, opening)


def _naive(value: date | datetime) -> datetime:
    if isinstance(value, datetime):
        return value.replace(tzinfo=None)
    return datetime(value.year, value.month, value.day)


def _onsets(
    sub: Component, begin: datetime, before: timedelta, years: range, budget: Budget
) -> Iterator[datetime]:
    """Yield the onsets up to the last of *years*, of those before them at least the last one."""
    yield begin
    for one in sub.all("RDATE")[:_RDATES_MAX]:
        for member in texts(one.value)[:_RDATES_MAX]:
            found = moment(member.partition("/")[0])
            if found is not None:
                yield _naive(found[0])
    rule = sub.value("RRULE")
    if rule:
        yield from _ruled(rule, begin, before, years, budget)


def _ruled(
    rule: str, begin: datetime, before: timedelta, years: range, budget: Budget
) -> Iterator[datetime]:
    parts = dict(part.split("=", 1) for part in rule.upper().split(";") if "=" in part)
    if parts.get("FREQ") != "YEARLY" or not _PARTS.issuperset(parts):
        return
    interval = _number(parts.get("INTERVAL", "1"))
    count = _number(parts.get("COUNT", "0"))
    until = _until(parts.get("UNTIL"), before)
    step = max(1, interval)
    year = begin.year
    if not count and year < years[0] - 1:  # nothing before is asked for but the last one
        stop = min(years[0], until.year if until else years[0])
        year += max(0, (stop - 1 - year) // step) * step
    cost = 1 if _USUAL.fullmatch(parts.get("BYDAY", "")) and "BYMONTH" in parts else _COST
    found = 0
    while year <= years[-1] and budget.years > 0:
        budget.years -= cost
        for day in _days_of(year, parts, begin):
            at = datetime.combine(day, begin.time())
            if at < begin:
                continue
            found += 1
            if (until is not None and at > until) or (count and found > count):
                return
            yield at
        year += step


def _number(value: str) -> int:
    return int(value) if value.isdecimal() and len(value) <= 5 else 0


def _until(value: str | None, before: timedelta) -> datetime | None:
    """Return the last local onset; UNTIL is in UTC, and wrong ones are local."""
    found = moment(value) if value else None
    if found is None:
        return None
    last, _ = found
    if not isinstance(last, datetime):
        return datetime(last.year, last.month, last.day, 23, 59, 59)
    try:
        return last.replace(tzinfo=None) + (before if last.tzinfo else timedelta(0))
    except OverflowError:
        return None


def _days_of(year: int, parts: dict[str, str], begin: datetime) -> list[date]:
    """Return the days of *year* that a yearly rule names."""
    usual = _USUAL.fullmatch(parts.get("BYDAY", "")) if "BYMONTH" in parts else None
    if usual and parts["BYMONTH"] in _MONTHS and parts.keys().isdisjoint(_BY_NUMBER):
        return _nth(year, _MONTHS[parts["BYMONTH"]], int(usual[1]), _DAYS.index(usual[2]))
    months = [_number(month) for month in parts["BYMONTH"].split(",")] if "BYMONTH" in parts else []
    if not months and "BYDAY" not in parts and "BYYEARDAY" not in parts:
        months = [begin.month]
    days = _all_days(year, [month for month in months if 1 <= month <= 12] if months else None)
    if "BYYEARDAY" in parts:
        total = 366 if calendar.isleap(year) else 365
        numbers = _numbers(parts["BYYEARDAY"], total)
        days = [day for day in days if day.timetuple().tm_yday in numbers]
    if "BYMONTHDAY" in parts:
        listed = parts["BYMONTHDAY"]
        numbered = {length: _numbers(listed, length) for length in (28, 29, 30, 31)}
        days = [
            day for day in days if day.day in numbered[calendar.monthrange(day.year, day.month)[1]]
        ]
    if "BYDAY" in parts:
        return _weekdays(parts["BYDAY"], days, monthly=bool(months))
    if "BYYEARDAY" in parts or "BYMONTHDAY" in parts:
        return days
    return [day for day in days if day.day == begin.day]


def _nth(year: int, month: int, number: int, weekday: int) -> list[date]:
    """Return the first, second ... or last such day of the week of a month."""
    opening, length = calendar.monthrange(year, month)
    if number > 0:
        day = 1 + (weekday - opening) % 7 + 7 * (number - 1)
    else:
        closing = (opening + length - 1) % 7
        day = length - (closing - weekday) % 7 + 7 * (number + 1)
    return [date(year, month, day)] if 1 <= day <= length else []


def _all_days(year: int, months: list[int] | None) -> list[date]:
    return [
        date(year, month, day)
        for month in (range(1, 13) if months is None else sorted(set(months)))
        for day in range(1, calendar.monthrange(year, month)[1] + 1)
    ]


def _numbers(listed: str, total: int) -> set[int]:
    found = set()
    for word in listed.split(",")[:400]:
        if re.fullmatch(r"[+-]?\d{1,3}", word):
            number = int(word)
            found.add(number if number > 0 else total + 1 + number)
    return found


def _weekdays(listed: str, days: list[date], *, monthly: bool) -> list[date]:
    """Return the days that are ``SU`` or ``-1SU``, counted within the month or the year."""
    found: set[date] = set()
    for ordinal, name in _BYDAY.findall(listed[:400]):
        wanted = [day for day in days if day.weekday() == _DAYS.index(name)]
        if not ordinal:
            found.update(wanted)
            continue
        number = int(ordinal)
        groups: dict[int, list[date]] = {}
        for day in wanted:
            groups.setdefault(day.month if monthly else 0, []).append(day)
        for group in groups.values():
            at = number - 1 if number > 0 else number
            if number and -len(group) <= at < len(group):
                found.add(group[at])
    return sorted(found)
