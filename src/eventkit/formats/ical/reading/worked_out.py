"""
Rules that the model has no place for, worked out as dates.

An EXRULE, which RFC 2445 had, and every RRULE but the first become dates; so do the occurrences
that a change of all later ones concerns. A rule without end is worked out up to a bound, and the
caller says up to when.
"""

from __future__ import annotations

from datetime import date, datetime
from itertools import islice

import attrs

from eventkit.formats.ical.reading.observances import Budget
from eventkit.model import Recurrence, TimeSlot
from eventkit.occurrences import gives_first, ruled_starts

__all__ = ["Dates", "excluded_by", "given_by", "later"]

_MOST = 1_000  # starts of one rule
_YEARS = 40  # that are looked at
_COST = 1_000  # of a rule at least, in starts, as one that gives nothing is looked for as well
Start = datetime | date


@attrs.frozen
class Dates:
    """
    What was worked out.

    Args:
        starts: Local starts, in order.
        until: The last that was looked at, where there may be more; None when these are all.
    """

    starts: tuple[Start, ...]
    until: Start | None = None


def given_by(rule: str, slot: TimeSlot, budget: Budget) -> Dates:
    """Return the starts that a further rule gives: the first start only if it fits the rule."""
    dates = _worked_out(rule, slot, budget)
    return dates if gives_first(rule, slot) else attrs.evolve(dates, starts=dates.starts[1:])


def excluded_by(rule: str, series: str, slot: TimeSlot, budget: Budget) -> Dates:
    """Return the starts of a series that an EXRULE leaves out. Source: RFC 2445 §4.8.5.2."""
    of_series = _worked_out(series, slot, budget)
    of_rule = given_by(rule, slot, budget)
    left_out = frozenset(of_rule.starts)
    starts = tuple(start for start in of_series.starts if start in left_out)
    last = of_series.until or of_series.starts[-1]
    if of_rule.until is not None:
        is_all = of_series.until is None and of_rule.until >= last
        return Dates(starts, None if is_all else min(of_rule.until, last))
    is_all = of_series.until is None or not of_rule.starts or of_rule.starts[-1] <= last
    return Dates(starts, None if is_all else last)


def later(recurrence: Recurrence, slot: TimeSlot, after: Start, budget: Budget) -> Dates:
    """Return the starts of a series, changed or not, that come after one of them."""
    rule = recurrence.rule
    dates = _worked_out(rule, slot, budget, after) if rule else Dates(())
    starts = sorted({*dates.starts, *recurrence.included} - {*recurrence.excluded})
    return Dates(tuple(start for start in starts if start > after), dates.until)


def _worked_out(rule: str, slot: TimeSlot, budget: Budget, after: Start | None = None) -> Dates:
    """Return what a rule gives, as far as the bounds allow; the first start in any case."""
    first = slot.start
    local = first.replace(tzinfo=None) if isinstance(first, datetime) else first
    if budget.starts <= 0:
        return Dates((local,), local)
    bound = _years_after(max(local, after) if after else local)
    found = tuple(islice(ruled_starts(rule, slot, after, bound), _MOST + 1))
    budget.starts -= max(len(found), _COST)
    if len(found) > _MOST:
        return Dates(found[:_MOST], found[_MOST - 1])
    return Dates(found, None if _is_over(rule, len(found), bound) else bound)


def _years_after(start: Start) -> Start:
    return start.replace(year=min(start.year + _YEARS, 9999), day=min(start.day, 28))


def _is_over(rule: str, number: int, bound: Start) -> bool:
    """Whether a rule that gave so many starts before *bound* gives no more."""
    parts = dict(part.split("=", 1) for part in rule.split(";"))
    if "UNTIL" in parts:
        return parts["UNTIL"][:8] < f"{bound:%Y%m%d}"
    return "COUNT" in parts and int(parts["COUNT"]) <= number
