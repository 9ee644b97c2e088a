"""
VTIMEZONE from the zone's own data, exact and compact.

Each change that no rule describes is a sub-component of its own; the rule that goes on is an
RRULE. Long RDATE lists are avoided: popular readers take the first value only.

Source: RFC 5545 §3.6.5; RFC 9636 §3.3 (the footer).
"""

from __future__ import annotations

import calendar
from datetime import UTC, date, datetime, timedelta
from functools import lru_cache

import attrs

from eventkit.timezones.tzif import Footer, Onset, Rule, ZoneData, load

__all__ = ["fixed_offset", "vtimezone"]

_EPOCH = datetime(1970, 1, 1)
_DAYS = ("SU", "MO", "TU", "WE", "TH", "FR", "SA")


@lru_cache(maxsize=256)
def vtimezone(key: str, first_year: int, last_year: int) -> str:
    """
    Return the VTIMEZONE of the IANA zone *key*, right from *first_year* to *last_year*.

    Args:
        key: IANA name, which becomes the TZID.
        first_year: Year of the first time that refers to it.
        last_year: Year of the last; where the zone's rule goes on, it is right for ever.

    Returns:
        Content lines, each with its CRLF.
    """
    singles, rules = _onsets(_minimal(key), _second(first_year, -1), _second(last_year + 1, 1))
    parts = ["BEGIN:VTIMEZONE\r\n", f"TZID:{key}\r\n"]
    parts += [_observance(onset, None) for onset in singles]
    parts += [_observance(onset, rule) for onset, rule in rules]
    parts.append("END:VTIMEZONE\r\n")
    return "".join(parts)


def fixed_offset(name: str, offset: timedelta) -> str:
    """Return the VTIMEZONE called *name* whose clocks never change."""
    text = _offset(int(offset.total_seconds()))
    return (
        f"BEGIN:VTIMEZONE\r\nTZID:{name}\r\nBEGIN:STANDARD\r\nDTSTART:19700101T000000\r\n"
        f"TZOFFSETFROM:{text}\r\nTZOFFSETTO:{text}\r\nTZNAME:{name}\r\n"
        "END:STANDARD\r\nEND:VTIMEZONE\r\n"
    )


@lru_cache(maxsize=256)
def _minimal(key: str) -> ZoneData:
    """
    Return the data of a zone without the last changes where its rule gives the same.

    Some machines' files list them up to 2037 and others' do not ("fat" and "slim"); so both
    give the same bytes.
    """
    return without_ruled(load(key))


def without_ruled(data: ZoneData) -> ZoneData:
    """Leave out the changes at the end that the footer's rule gives in the same way."""
    footer = data.footer
    if footer is None or footer.begins is None or footer.ends is None:
        return data
    kept = list(data.onsets)
    while len(kept) > 1 and kept[-1] == _continued(footer, kept[-2].at)[0][0]:
        kept.pop()
    return attrs.evolve(data, onsets=tuple(kept))


def _second(year: int, days: int) -> int:
    bounded = min(max(year, 2), 9998)
    return int((datetime(bounded, 1, 1) - _EPOCH + timedelta(days=days)).total_seconds())


def _onsets(data: ZoneData, begin: int, end: int) -> tuple[list[Onset], list[tuple[Onset, str]]]:
    """Return the changes to list one by one, and those that a rule continues."""
    before = [onset for onset in data.onsets if onset.at <= begin]
    singles = [onset for onset in data.onsets if begin < onset.at < end]
    opening = before[-1] if before else None
    footer = data.footer
    ruled = footer is not None and footer.begins is not None and footer.ends is not None
    rules: list[tuple[Onset, str]] = []
    last = data.onsets[-1].at if data.onsets else begin
    if footer is not None and ruled and end > last:
        rules = _continued(footer, max(last, begin - 400 * 86400))
        first_of_rule = min(onset.at for onset, _ in rules)
        singles = [onset for onset in singles if onset.at < first_of_rule]
        if opening is not None and opening.at >= first_of_rule:
            opening = None
    if opening is None and not any(onset.at <= begin for onset, _ in rules):
        opening = Onset(
            _second(1970, 0) if begin > 0 else begin,
            data.first_offset,
            data.first_offset,
            is_dst=False,
            abbreviation=data.first_abbreviation,
        )
        if before:
            opening = before[-1]
    return [*([opening] if opening else []), *singles], rules


def _continued(footer: Footer, after: int) -> list[tuple[Onset, str]]:
    """Return the first onset of each rule later than *after*, with its RRULE."""
    assert footer.begins is not None
    assert footer.ends is not None
    assert footer.daylight is not None
    found = []
    for rule, was, now, name, dst in (
        (footer.begins, footer.offset, footer.daylight_offset, footer.daylight, True),
        (footer.ends, footer.daylight_offset, footer.offset, footer.standard, False),
    ):
        year = datetime.fromtimestamp(max(after, -2_000_000_000), UTC).year
        at = _moment(rule, year, was)
        while at <= after:
            year += 1
            at = _moment(rule, year, was)
        found.append((Onset(at, was, now, dst, name), _rrule(rule)))
    return sorted(found, key=lambda pair: pair[0].at)


def _moment(rule: Rule, year: int, offset: int) -> int:
    first = date(year, rule.month, 1)
    shift = (rule.weekday - first.isoweekday()) % 7 + 7 * (rule.week - 1)
    if shift >= calendar.monthrange(year, rule.month)[1]:
        shift -= 7
    midnight = datetime(year, rule.month, 1) + timedelta(days=shift)
    return int((midnight - _EPOCH).total_seconds()) + rule.time - offset


def _rrule(rule: Rule) -> str:
    """
    Return the yearly rule; a time outside the day moves the window of days with it.

    ``M3.4.4/50`` is the Saturday of the 24th to the 30th at 2:00, two days after the Thursday.
    """
    days = rule.time // 86400
    weekday = _DAYS[(rule.weekday + days) % 7]
    if days == 0:
        week = -1 if rule.week == 5 else rule.week
        return f"FREQ=YEARLY;BYMONTH={rule.month};BYDAY={week}{weekday}"
    if rule.week == 5:
        # The last week counts back from the end of the month, whose length matters only in
        # February, where no zone changes.
        length = calendar.monthrange(2001, rule.month)[1]
        first = length - 6 + days
    else:
        length = calendar.monthrange(2001, rule.month)[1]
        first = 7 * (rule.week - 1) + 1 + days
    window = range(first, first + 7)
    if window[0] < 1 or window[-1] > length:
        return _year_days(rule, weekday, days)
    listed = ",".join(str(day) for day in window)
    return f"FREQ=YEARLY;BYMONTH={rule.month};BYMONTHDAY={listed};BYDAY={weekday}"


def _year_days(rule: Rule, weekday: str, days: int) -> str:
    """Count from the end of the year where the window crosses the end of a month."""
    until_end = sum(calendar.monthrange(2001, month)[1] for month in range(rule.month + 1, 13))
    length = calendar.monthrange(2001, rule.month)[1]
    last = length if rule.week == 5 else 7 * rule.week
    nearest = -(until_end + length - last) - 1 + days
    listed = ",".join(str(day) for day in range(nearest - 6, nearest + 1))
    return f"FREQ=YEARLY;BYYEARDAY={listed};BYDAY={weekday}"


def _observance(onset: Onset, rrule: str | None) -> str:
    kind = "DAYLIGHT" if onset.is_dst else "STANDARD"
    start = _EPOCH + timedelta(seconds=onset.at + onset.before)
    digits = start.isoformat().replace("-", "").replace(":", "")
    return (
        f"BEGIN:{kind}\r\n"
        f"DTSTART:{digits}\r\n"
        + (f"RRULE:{rrule}\r\n" if rrule else "")
        + f"TZOFFSETFROM:{_offset(onset.before)}\r\n"
        f"TZOFFSETTO:{_offset(onset.offset)}\r\n"
        f"TZNAME:{onset.abbreviation}\r\n"
        f"END:{kind}\r\n"
    )


def _offset(seconds: int) -> str:
    sign = "-" if seconds < 0 else "+"
    minutes, rest = divmod(abs(seconds), 60)
    return f"{sign}{minutes // 60:02}{minutes % 60:02}" + (f"{rest:02}" if rest else "")
