"""A time of day as far as it is stated, and what two of them mean together."""

from __future__ import annotations

import attrs

__all__ = ["DAY", "Clock", "ClockError", "TimeRange", "range_of"]

DAY = 24 * 3600
_LONGEST = 12 * 3600  # over midnight, from start to end
_NIGHTS = ("notte", "nuit", "nachts", "nacht", "night")


class ClockError(ValueError):
    """A time of day that cannot be; it never leaves this package."""


@attrs.frozen
class Clock:
    """
    A time of day as far as it is stated.

    Args:
        half: Half of the day, ``a`` or ``p``, where it is stated.
        word: ``noon`` or ``midnight``.
        exact: Whether it is clearly of the 24 hours: ``0900``, ``9 Uhr``, ``9h``.
        marked: Whether it is more than a bare number.
        padded: Whether the hour has two digits: ``03:00``.
        spoken: Whether it is said as people speak, who count to twelve: ``half past two``.
    """

    hour: int
    minute: int = 0
    second: int = 0
    half: str | None = None
    word: str | None = None
    exact: bool = False
    marked: bool = True
    spoken: bool = False
    padded: bool = False

    def __str__(self) -> str:
        return f"{self.hour}:{self.minute:02}" + (f" {self.half}.m." if self.half else "")

    def seconds(self, half: str | None = None) -> int:
        """Return the seconds after midnight, with *half* where no half of the day is stated."""
        half = self.half or half
        hour = self.hour
        if half:
            if not 1 <= hour <= 12:
                raise ClockError(f"{hour}:{self.minute:02} {half}.m. is no time of day")
            hour = hour % 12 + (12 if half == "p" else 0)
        if self.hour > 24 or (self.hour == 24 and (self.minute or self.second)):
            raise ClockError(f"{self.hour}:{self.minute:02} is no time of day")
        return hour * 3600 + self.minute * 60 + self.second

    @property
    def shares(self) -> bool:
        """Whether it may take its half of the day from the other end of a range."""
        return not (self.half or self.word or self.exact) and 1 <= self.hour <= 12

    def in_part(self, part: str, word: str) -> Clock:
        """
        Return the clock in a part of the day: ``3`` in the afternoon is 15:00.

        Args:
            part: ``morning``, ``noon``, ``afternoon`` or ``evening``.
            word: As written.

        Raises:
            ClockError: It is not in that part, or may be at either end of it.
        """
        clock = attrs.evolve(self, marked=True)
        if self.word:
            return clock
        hour = self.hour if self.half is None else self.seconds() // 3600
        half = self._half_in(part, word, hour)
        if half is None:
            raise ClockError(f"{self} is not {word}, or not clearly")
        return clock if self.half or half == "" else attrs.evolve(clock, half=half, exact=False)

    def _half_in(self, part: str, word: str, hour: int) -> str | None:
        """Return the half of the day, empty where the hour says it, None where they differ."""
        twelve = self.half is None and 1 <= hour <= 12
        if part == "morning":
            return ("a" if twelve and hour < 12 else "") if hour < 12 else None
        if part == "noon":
            named = {11: "a", 12: "p", 1: "p", 2: "p"} if twelve else {12: "", 13: "", 14: ""}
            return named.get(hour)
        if part == "afternoon":
            return ("p" if hour < 12 or hour == 12 else None) if twelve else _when(hour >= 12)
        if twelve and 5 <= hour <= 11:
            return "p"
        if any(night in word for night in _NIGHTS) and hour < 5:
            return "a" if hour else ""
        return _when(hour >= 17)


def _when(fits: bool) -> str | None:
    return "" if fits else None


@attrs.frozen
class TimeRange:
    """Start and end in seconds after midnight of the day; an end past it is on the next day."""

    start: int
    end: int | None = None


def range_of(first: Clock, last: Clock | None) -> TimeRange:
    """
    Return what two clocks mean together: ``11-1pm`` is from eleven to one.

    Raises:
        ClockError: One is no time of day.
    """
    if last is None:
        return TimeRange(first.seconds())
    first_half = first.half or ("p" if first.word == "noon" else None)
    end = last.seconds(first_half if last.shares and first_half else None)
    if last.word == "midnight" and not last.minute:
        end = DAY
    start = first.seconds()
    end_half = last.half or ("p" if last.word == "noon" else None)
    if first.shares and end_half:
        same, other = first.seconds(end_half), first.seconds("a" if end_half == "p" else "p")
        start = same if same < (end or DAY) else other
    elif last.shares and first_half and end <= start:
        end = last.seconds("a" if first_half == "p" else "p")
    if end <= start:
        end += DAY
    if end - start > _LONGEST and end > DAY:
        raise ClockError(f"the end {last} is before the start {first}")
    return TimeRange(start, end)
