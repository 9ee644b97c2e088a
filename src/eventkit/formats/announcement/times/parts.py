"""What a date-and-time statement consists of."""

from __future__ import annotations

from collections.abc import Iterable

import attrs

from eventkit.formats.announcement.times.days import Dates
from eventkit.formats.announcement.times.hours import Clock, TimeRange, range_of
from eventkit.formats.announcement.times.zonewords import Claim

__all__ = ["Entry", "Parts", "attach_claims"]


@attrs.define
class Entry:
    """
    A time as stated, with the zones that are named for it.

    Args:
        first: When it begins.
        last: When it ends, where that is stated.
        at: Where it stands in the statement.
        end: Where it ends there, with its zones.
        weekday: The weekday that is stated with it, Monday 0.
        shifted: Whether it is said to be on the day after.
        until: Where *first* ends in the statement.
        second: Where *last* stands there.
    """

    first: Clock
    last: Clock | None
    at: int
    end: int
    claims: list[Claim] = attrs.field(factory=list)
    weekday: int | None = None
    shifted: bool = False
    until: int = 0
    second: tuple[int, int] | None = None

    @property
    def time(self) -> TimeRange:
        """Seconds after midnight."""
        return range_of(self.first, self.last)

    @property
    def has_half(self) -> bool:
        """Whether it tells the half of the day."""
        return bool(self.first.half or (self.last and self.last.half))


@attrs.define
class Parts:
    """
    What a statement consists of, each part with its position.

    Args:
        claims: Zones that are named apart from any time.
        order: D, T, - and > in the order of the text: a date, a time, a dash or a word such as
            ``to``, a word such as ``until``.
        doors: When one may come in before the start, and where that stands.
        each: Whether it says that what it says is of each of several days.
        every: Whether a weekday stands for all of them: ``Mondays``.
        foreign: Whether it has words of another language than English.
    """

    dates: list[tuple[Dates, int]] = attrs.field(factory=list)
    weekdays: list[tuple[int, int]] = attrs.field(factory=list)
    entries: list[Entry] = attrs.field(factory=list)
    claims: list[Claim] = attrs.field(factory=list)
    years: list[int] = attrs.field(factory=list)
    duration: int | None = None
    order: str = ""
    absent: bool = False
    daily: bool = False
    each: bool = False
    every: bool = False
    foreign: bool = False
    repeats: int | None = None
    doors: tuple[int, str] | None = None
    impossible: tuple[int, str] | None = None
    denials: list[tuple[int, str]] = attrs.field(factory=list)
    daytimes: list[tuple[int, str, str]] = attrs.field(factory=list)
    leftovers: list[tuple[int, str]] = attrs.field(factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether every word was understood."""
        unclear = self.leftovers or self.denials
        return not unclear and self.repeats is None and self.impossible is None


def attach_claims(parts: Parts, sequence: Iterable[Entry | Claim | None]) -> None:
    """
    Give each time the zones that are named for it.

    Args:
        parts: Where the times are; zones that belong to none go there.
        sequence: Times and zones in the order of the text; None for the end of a line.

    A zone belongs to the time before it; but where each line has one time and its zone, or each
    time follows its zone (``Paris 15:00, Tokyo 22:00``), to that one.
    """
    lines: list[list[Entry | Claim]] = [[]]
    for item in sequence:
        if item is None:
            lines.append([])
        else:
            lines[-1].append(item)
    timed = [line for line in lines if any(isinstance(item, Entry) for item in line)]
    if len(timed) > 1 and all(_is_one_with_zone(line) for line in timed):
        for line in timed:
            _attach(parts, line, whole=True)
        parts.claims += [item for line in lines if line not in timed for item in line
                         if isinstance(item, Claim)]  # fmt: skip
        return
    _attach(parts, [item for line in lines for item in line])


def _is_one_with_zone(line: list[Entry | Claim]) -> bool:
    times = sum(isinstance(item, Entry) for item in line)
    return times == 1 and len(line) > 1


def _attach(parts: Parts, items: list[Entry | Claim], *, whole: bool = False) -> None:
    times = [item for item in items if isinstance(item, Entry)]
    before = len(times) > 1 and isinstance(items[0], Claim) and isinstance(items[-1], Entry)
    backwards = before or (whole and isinstance(items[0], Claim))
    entry: Entry | None = None
    for item in reversed(items) if backwards else items:
        if isinstance(item, Entry):
            entry = item
        elif entry is None and not whole:
            parts.claims.append(item)
        else:
            (entry or times[0]).claims.append(item)
