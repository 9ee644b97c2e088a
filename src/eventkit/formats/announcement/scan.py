"""From a date-and-time statement to its parts: days, times, zones, and what is left over."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from eventkit.formats.announcement.clock import ClockError, TimeRange, duration_at, time_at
from eventkit.formats.announcement.days import DateRange, date_at, weekday_at, year_at
from eventkit.formats.announcement.labels import LABELS
from eventkit.formats.announcement.words import (
    ABSENT,
    CONNECTORS,
    DURATION_LABELS,
    FILLERS,
    INTRODUCERS,
    REPEATS,
    alternatives,
    fold,
)
from eventkit.formats.announcement.zonewords import Claim, claim_at

__all__ = ["Entry", "Parts", "scan"]


_ISO_TIME = re.compile(r"t(\d\d):(\d\d)(?::(\d\d))?(?:[.,]0+)?")


@attrs.define
class Entry:
    """A time as stated, with the zones that are named for it."""

    time: TimeRange
    at: int
    claims: list[Claim] = attrs.field(factory=list)


@attrs.define
class Parts:
    """What a statement consists of, each part with its position."""

    dates: list[tuple[DateRange, int]] = attrs.field(factory=list)
    weekdays: list[tuple[int, int]] = attrs.field(factory=list)
    entries: list[Entry] = attrs.field(factory=list)
    claims: list[Claim] = attrs.field(factory=list)  # named before any time: they hold for all
    year: int | None = None
    duration: int | None = None
    order: str = ""  # D, T and - for a connector, in the order of the text
    absent: bool = False
    repeats: int | None = None
    impossible: tuple[int, str] | None = None
    leftovers: list[tuple[int, str]] = attrs.field(factory=list)

    @property
    def is_clean(self) -> bool:
        """Whether every word was understood."""
        return not self.leftovers and self.repeats is None and self.impossible is None


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    words = [word for word, kind in LABELS.items() if kind in ("when", "time")]
    zones = [word for word, kind in LABELS.items() if kind == "timezone"]
    return re.compile(
        rf"(?<![\w:/])(?:(?P<when>{alternatives(words)})|(?P<zone>{alternatives(zones)}))"
        r"[*_]*\s*(?::(?!\d\d\b)|(?:(?<=\w)\s[|-]\s))[*_]*"
    )


@lru_cache(maxsize=1)
def _words() -> dict[str, re.Pattern[str]]:
    def pattern(words: object, tail: str = r"(?!\w)") -> re.Pattern[str]:
        return re.compile(rf"(?:{alternatives(words)}){tail}")

    return {
        "absent": pattern(ABSENT),
        "repeats": pattern(REPEATS),
        "duration": pattern(DURATION_LABELS, r"\s*:?\s*"),
        "introducer": pattern(INTRODUCERS, r"(?!\w)\s*"),
        "connector": pattern(CONNECTORS - {"a", "as", "au", "al", "alle", "aux"}),
        "filler": pattern(FILLERS),
        "word": re.compile(r"[^\W\d_][\w'.-]*|\d[\w:.,/-]*|\S"),
    }


def _without_labels(folded: str) -> str:
    """Blank out ``Date:`` and ``Time:``; a zone's label opens brackets."""

    def blank(match: re.Match[str]) -> str:
        return " " * (len(match.group()) - 1) + ("(" if match["zone"] else " ")

    return _labels().sub(blank, folded)


def scan(text: str) -> Parts:
    """Return the parts of *text*. Positions count in it."""
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.folded = _without_labels(fold(text))
        self.parts = Parts()
        self.at = 0
        self.depth = 0
        self.after_time = False  # nothing but punctuation and zones since the last time

    def run(self) -> Parts:
        while self.at < len(self.folded):
            if not self._punctuation():
                self._item()
        return self.parts

    def _punctuation(self) -> bool:
        char = self.folded[self.at]
        if char == "-" and not re.match(r"-\d\d:?\d\d(?!\d)", self.folded[self.at :]):
            self.parts.order += "-"
        elif char == "-" or not (char.isspace() or char in ',;:|/\u2022\u00b7*_()[]<>.~"\u2192'):
            return False
        self.depth += (char in "([") - (char in ")]")
        if char == "\n":
            self.depth, self.after_time = 0, False
        self.at += 1
        return True

    def _item(self) -> None:
        for step in (self._stated_absent, self._zone, self._duration, self._date, self._time):
            end = step()
            if end is not None:
                self.at = end
                return
        self._filler()

    def _match(self, kind: str) -> re.Match[str] | None:
        return _words()[kind].match(self.folded, self.at)

    def _stated_absent(self) -> int | None:
        if match := self._match("absent"):
            self.parts.absent = True
            return match.end()
        if match := self._match("repeats"):
            self.parts.repeats = self.at
            return match.end()
        return None

    def _zone(self) -> int | None:
        found = claim_at(
            self.folded, self.text, self.at, after_time=self.after_time, inside=self.depth > 0
        )
        if found is None:
            return None
        claim, end = found
        if claim is not None:
            entries = self.parts.entries
            (entries[-1].claims if entries else self.parts.claims).append(claim)
            if entries:
                self.after_time = True
        return end

    def _duration(self) -> int | None:
        label = self._match("duration")
        at = label.end() if label else self.at
        found = duration_at(self.folded, at, labelled=label is not None)
        if found is None or self.parts.duration is not None:
            return None
        self.parts.duration = found[0]
        self.after_time = False
        return found[1]

    def _date(self) -> int | None:
        if found := date_at(self.folded, self.at):
            self.parts.dates.append((found[0], self.at))
            self.parts.order += "D"
            self.after_time = False
            return self._iso_time(found[1])
        if day := weekday_at(self.folded, self.at):
            self.parts.weekdays.append((day[0], self.at))
            self.after_time = False
            return day[1]
        wanting = self.parts.year is None and self._lacks_year() and self.parts.entries
        if wanting and (year := year_at(self.folded, self.at)):
            self.parts.year = year[0]
            return year[1]
        return None

    def _iso_time(self, at: int) -> int:
        """Take the ``T13:00:00+02:00`` that may follow a date."""
        match = _ISO_TIME.match(self.folded, at)
        if match is None:
            return at
        hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3))
        time = TimeRange(hour * 3600 + minute * 60 + second)
        if hour > 23 or minute > 59 or second > 59:
            self.parts.impossible = at, f"{match.group()[1:]} is no time of day"
        self.parts.entries.append(Entry(time, at))
        self.parts.order += "T"
        self.after_time = True
        return match.end()

    def _lacks_year(self) -> bool:
        dates = self.parts.dates
        return bool(dates) and all((d.last or d.first).year is None for d, _ in dates)

    def _time(self) -> int | None:
        introducer = self._match("introducer")
        if introducer and date_at(self.folded, introducer.end(), full=True):
            return None
        try:
            found = time_at(self.folded, self.at, military=not self._lacks_year())
        except ClockError as exc:
            self.parts.impossible = self.at, str(exc)
            return None
        if found is None:
            return None
        self.parts.entries.append(Entry(found[0], self.at))
        self.parts.order += "T"
        self.after_time = True
        return found[1]

    def _filler(self) -> None:
        if match := self._match("connector"):
            self.parts.order += "-"
        else:
            match = self._match("filler")
        if match is None:
            match = self._match("word")
            end = match.end() if match else self.at + 1
            self.parts.leftovers.append((self.at, self.text[self.at : end]))
            self.at = end
        else:
            self.at = match.end()
        self.after_time = False
