"""
Rules that the model has no place for, worked out as dates.

An EXRULE, which RFC 2445 had, and every RRULE but the first become dates; so do the occurrences
that a change of all later ones concerns. A rule without end is worked out up to a bound, and the
caller says up to when.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from heapq import merge
from itertools import islice

import attrs

from eventkit.formats.ical.reading.observances import Budget
from eventkit.model import Recurrence, TimeSlot
from eventkit.occurrences import gives_first, ruled_starts

__all__ = ["Dates", "excluded_by", "given_by", "later"]

_MOST = 1_000
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


def worked_out(starts: Iterable[Start], budget: Budget) -> Dates:
    """Return as many of the starts as the bound allows."""
    most = max(1, min(_MOST, budget.starts))
    found = tuple(islice(starts, most + 1))
    budget.starts -= len(found)
    return Dates(found[:most], found[most - 1] if len(found) > most else None)


def later(recurrence: Recurrence, slot: TimeSlot, after: Start, budget: Budget) -> Dates:
    """Return the starts of a series, changed or not, that come after one of them."""
    ruled = ruled_starts(recurrence.rule, slot, after) if recurrence.rule else iter(())
    excluded = frozenset(recurrence.excluded)
    dates = worked_out(merge(ruled, sorted(recurrence.included)), budget)
    found = (start for start in dates.starts if start > after and start not in excluded)
    return Dates(tuple(dict.fromkeys(found)), dates.until)


def given_by(rule: str, slot: TimeSlot, budget: Budget) -> Dates:
    """Return the starts that a further rule gives."""
    return worked_out(_starts(rule, slot), budget)


def excluded_by(rule: str, series: str, slot: TimeSlot, budget: Budget) -> Dates:
    """Return the starts of a series that an EXRULE leaves out. Source: RFC 2445 §4.8.5.2."""
    of_series = worked_out(ruled_starts(series, slot), budget)
    of_rule = worked_out(_starts(rule, slot), budget)
    left_out = frozenset(of_rule.starts)
    starts = tuple(start for start in of_series.starts if start in left_out)
    last = of_series.until or of_series.starts[-1]
    if of_rule.until is not None:
        return Dates(
            starts,
            None if of_series.until is None and of_rule.until >= last else min(of_rule.until, last),
        )
    is_all = of_series.until is None or not of_rule.starts or of_rule.starts[-1] <= last
    return Dates(starts, None if is_all else last)


def _starts(rule: str, slot: TimeSlot) -> Iterator[Start]:
    """Yield what a rule gives by itself, so the first start only if it fits the rule."""
    starts = ruled_starts(rule, slot)
    if not gives_first(rule, slot):
        next(starts, None)
    return starts
