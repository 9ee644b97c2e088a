"""From a date-and-time statement to its parts: days, times, zones, and what is left over."""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.text.words import AT, DAYPARTS, DAYTIMES, fold
from eventkit.formats.announcement.times.clock import FoundTime, time_at
from eventkit.formats.announcement.times.days import Dates, date_at, weekday_at, year_at
from eventkit.formats.announcement.times.doors import without_doors
from eventkit.formats.announcement.times.durations import duration_at
from eventkit.formats.announcement.times.hours import Clock, ClockError
from eventkit.formats.announcement.times.numerals import with_digits
from eventkit.formats.announcement.times.parts import Entry, Parts, attach_claims
from eventkit.formats.announcement.times.scanwords import (
    BEFORE_TIME,
    BEFORE_ZONE,
    INTERVAL,
    ISO_TIME,
    NEXT_DAY,
    OFFSET,
    TIGHT,
    any_word,
    is_counted,
    is_evening,
    is_foreign,
    is_of_verb,
    is_plural,
    kinds_at,
    without_labels,
    word_of,
)
from eventkit.formats.announcement.times.zonewords import Claim, claim_at

__all__ = ["Entry", "Parts", "scan"]

_KEPT = "+-@'"  # marks that something may begin with


def scan(text: str) -> Parts:
    """Return the parts of *text*. Positions count in it."""
    return _Scanner(text).run()


class _Scanner:
    def __init__(self, text: str) -> None:
        self.text = text
        self.plain = fold(text)
        self.folded = with_digits(without_labels(self.plain))
        self.parts = Parts()
        self.sequence: list[Entry | Claim | None] = []
        self.pending: list[tuple[int, int, bool]] = []  # weekdays without a date as yet
        self.at = 0
        self.depth = 0
        self.kinds: frozenset[str] = frozenset()  # of words that may stand here
        self.after_time = False  # nothing but punctuation and zones since the last time

    def run(self) -> Parts:
        while self.at < len(self.folded):
            if not self._punctuation():
                self._item()
        self._weekdays_after()
        attach_claims(self.parts, self.sequence)
        without_doors(self.parts, self.plain)
        self.parts.foreign = is_foreign(self.plain)
        return self.parts

    def _punctuation(self) -> bool:
        char = self.folded[self.at]
        if char.isalnum() or (char in _KEPT and not self._is_dash(char)):
            return False
        if char == "-" or (char == "/" and INTERVAL.match(self.folded, self.at)):
            self.parts.order += "-"
        elif char in ",;&/\n|+":
            self.parts.order += ","
        elif char == "~":
            self.parts.leftovers.append((self.at, char))
        self.depth = max(0, self.depth + (char in "([") - (char in ")]"))
        if char == "\n":
            self.depth, self.after_time = 0, False
            self.sequence.append(None)
        self.at += 1
        return True

    def _is_dash(self, char: str) -> bool:
        """Whether a mark is no sign of an offset and no part of a word."""
        if char == "-":
            return not (self.after_time and OFFSET.match(self.folded, self.at))
        return char == "'" and not re.match(r"'[a-z]", self.folded[self.at : self.at + 2])

    def _item(self) -> None:
        self.kinds = kinds_at(self.folded, self.at)
        for step in (
            self._stated_absent, self._next_day, self._zone, self._duration, self._date,
            self._time, self._year,
        ):  # fmt: skip
            end = step()
            if end is not None:
                self.at = end
                return
        self._filler()

    def _match(self, kind: str) -> re.Match[str] | None:
        return word_of(kind, self.folded, self.at) if kind in self.kinds else None

    def _stated_absent(self) -> int | None:
        if match := self._match("absent"):
            self.parts.absent = True
            return match.end()
        if match := self._match("daily"):
            self.parts.daily = True
            return match.end()
        each = self._match("each")
        self.parts.each |= each is not None
        if match := self._match("repeats"):
            self.parts.repeats = self.at
            return match.end()
        return each.end() if each else None

    def _next_day(self) -> int | None:
        match = NEXT_DAY.match(self.folded, self.at) if self.parts.entries else None
        if match is None:
            return None
        self.parts.entries[-1].shifted = True
        return match.end()

    def _zone(self) -> int | None:
        found = (
            claim_at(
                self.folded, self.text, self.at, after_time=self.after_time, inside=self.depth > 0
            )
            or self._zone_before_time()
        )
        if found is None:
            return None
        claim, end = found
        if claim is not None:
            self.sequence.append(claim)
            if self.parts.entries:
                self.parts.entries[-1].end = end
                self.after_time = True
        return end

    def _zone_before_time(self) -> tuple[Claim | None, int] | None:
        """Return the place of ``Paris 15:00`` or ``Paris: 15:00``."""
        if not self.text[self.at].isupper():
            return None
        found = claim_at(self.folded, self.text, self.at, after_time=True, inside=False)
        gap = BEFORE_TIME.match(self.folded, found[1]) if found else None
        return found if gap and self._is_time(gap.end()) else None

    def _is_time(self, at: int) -> bool:
        try:
            found = time_at(self.folded, at, military=False, zoned=lambda *_: False)
        except ClockError:
            return False
        return found is not None

    def _zoned(self, at: int, strict: bool, between: re.Pattern[str] = BEFORE_ZONE) -> bool:
        """Whether a zone is named at a position; with *strict* one that can be nothing else."""
        gap = between.match(self.folded, at)
        found = claim_at(
            self.folded, self.text, gap.end() if gap else at, after_time=True, inside=False
        )
        if found is None or found[0] is None:
            return False
        claim = found[0]
        sure = claim.abbreviation or claim.either or claim.offset is not None
        other = self.parts.entries and self.folded.startswith("(", gap.end() - 1 if gap else at)
        return bool(sure or len(claim.text) == 2 or other) if strict else True

    def _duration(self) -> int | None:
        label = self._match("duration")
        lead = label or self._match("lasting")
        found = duration_at(
            self.folded,
            lead.end() if lead else self.at,
            labelled=label is not None,
            lasting=lead is not None,
            after=self._is_no_second_time,
        )
        if found is None or self.parts.duration is not None:
            return None
        self.parts.duration = found[0]
        return found[1]

    def _is_no_second_time(self, end: int, short: bool) -> bool:
        """Whether ``2 ore`` here is no hour; of a short ``2h`` only where a zone was named."""
        entries = self.parts.entries
        if not entries or entries[-1].last is not None or self._zoned(end, False, TIGHT):
            return False
        return not short or isinstance(self.sequence[-1], Claim)

    def _date(self) -> int | None:
        if found := date_at(self.folded, self.at):
            if (
                len(found[0].days) > 1
                and is_counted(self.folded, self.at)
                and self._is_spaced(found[1])
            ):
                self.parts.impossible = self.at, "the first number may be a day or count something"
            self._dated(found[0])
            return self._iso_time(found[1])
        day = weekday_at(self.folded, self.at)
        if day is None:
            return None
        number, many, part, end = day
        if part:
            self.parts.daytimes.append((self.at, DAYTIMES[part], part))
        self.parts.weekdays.append((number, self.at))
        self.parts.every |= many or is_plural(self.folded, self.at)
        self.pending.append((number, self.at, many))
        if self.depth and self.parts.dates:
            self._weekdays_after()
        self.after_time = False
        return end

    def _is_spaced(self, end: int) -> bool:
        return re.search(r"\d\s+(?:-+|/)\s", self.folded[self.at : end]) is not None

    def _dated(self, dates: Dates) -> None:
        self.parts.dates.append((self._with_weekdays(dates), self.at))
        self.parts.order += "D"
        self.after_time = False

    def _with_weekdays(self, dates: Dates) -> Dates:
        """Return *dates* with the weekdays that stand before them."""
        given, self.pending = self.pending, []
        if not given:
            return dates
        days = list(dates.days)
        every = len(given) == 1 and not dates.span and (given[0][2] or len(days) == 1)
        if every:
            given = given * len(days)
        elif len(given) > len(days):
            self.parts.impossible = given[0][1], "two weekdays are stated for one day"
        for number, (weekday, at, _) in enumerate(given[: len(days)]):
            if days[number].weekday is None:
                days[number] = attrs.evolve(days[number], weekday=(weekday, at))
        return attrs.evolve(dates, days=tuple(days))

    def _weekdays_after(self) -> None:
        """Give weekdays to the date before them, where it has none."""
        dates = self.parts.dates
        if not self.pending or not dates:
            return
        last, at = dates[-1]
        if all(day.weekday is None for day in last.days):
            dates[-1] = self._with_weekdays(last), at
        elif self.parts.entries and self.parts.entries[-1].weekday is None:
            self.parts.entries[-1].weekday = self.pending.pop(0)[0]
        else:
            self.parts.leftovers += [(at, "a second weekday") for _, at, _ in self.pending]
        self.pending = []

    def _iso_time(self, at: int) -> int:
        """Take the ``T13:00:00+02:00`` that may follow a date."""
        match = ISO_TIME.match(self.folded, at)
        if match is None:
            return at
        hour, minute, second = (int(part or 0) for part in match.group(1, 2, 3))
        if hour > 23 or minute > 59 or second > 59:
            self.parts.impossible = at, f"{match.group()[1:]} is no time of day"
            return match.end()
        end = match.end()
        self._entry(FoundTime(Clock(hour, minute, second, exact=True, padded=True), None, end, end))
        self.parts.entries[-1].at = at + 1
        return end

    def _entry(self, found: FoundTime) -> None:
        at = self.at
        entry = Entry(found.first, found.last, at, found.end)
        entry.until, entry.second = found.until, found.second
        try:
            entry.time  # noqa: B018 - a time that cannot be is said at once
        except ClockError as exc:
            self.parts.impossible = at, str(exc)
        if self.pending and self.parts.dates:
            if self.parts.entries:
                entry.weekday = self.pending[0][0]
                self.pending = []
            else:
                self._weekdays_after()
        self.parts.entries.append(entry)
        self.sequence.append(entry)
        self.parts.order += "T"
        self.after_time = True

    def _lacks_year(self) -> bool:
        dates = self.parts.dates
        return bool(dates) and all(day.year is None for found, _ in dates for day in found.days)

    def _time(self) -> int | None:
        introducer = self._match("introducer")
        if introducer:
            dates = (
                date_at(self.folded, introducer.end(), full=True)
                if (introducer.end() < len(self.folded))
                else None
            )
            strong = re.sub(r"[\s.:]+", " ", introducer.group()).strip() in AT
            if dates and not (strong and len(dates[0].days) > 1):
                return None
        try:
            found = time_at(
                self.folded, self.at, military=not self._lacks_year(), zoned=self._zoned
            )
        except ClockError as exc:
            self.parts.impossible = self.at, str(exc)
            return None
        if found is None:
            return None
        self._entry(found)
        return found.end

    def _year(self) -> int | None:
        if found := year_at(self.folded, self.at):
            self.parts.years.append(found[0])
            return found[1]
        return None

    def _filler(self) -> None:
        self.after_time = False
        if (match := self._match("weak")) and self._leads_to_date(match.end()):
            self.parts.order += "-"
            self.at = match.end()
            return
        if match := self._match("daypart"):
            part = DAYPARTS[re.sub(r"\s+", " ", match.group())]
            self.parts.daytimes.append((self.at, part, match.group()))
            self.at = match.end()
            return
        if match := self._denial():
            self.parts.denials.append((self.at, self.text[self.at : match.end()]))
            self.at = match.end()
            return
        for kind, sign in (("until", ">"), ("connector", "-"), ("and", ","), ("filler", "")):
            if match := self._match(kind):
                self.parts.order += sign
                self.at = match.end()
                return
        match = any_word(self.folded, self.at)
        end = match.end() if match else self.at + 1
        self._left(self.folded[self.at : end].rstrip(".-'"), self.text[self.at : end])
        self.at = end

    def _denial(self) -> re.Match[str] | None:
        """Return the word that turns the meaning round, such as ``not``; not that of a verb."""
        match = self._match("denial") or self._match("before") or self._match("or")
        if match and match.group() == "statt" and is_of_verb(self.folded, self.at):
            return None
        return match

    def _leads_to_date(self, at: int) -> bool:
        """Whether a second date follows, of which ``a`` or ``al`` makes an end."""
        dates = self.parts.dates
        return bool(dates) and at < len(self.folded) and date_at(self.folded, at) is not None

    def _left(self, folded: str, written: str) -> None:
        if folded == "statt" or (folded == "sera" and written[-1] in "\u00e1\u00c1"):
            return  # of a verb: it will be, it takes place
        part = DAYTIMES.get(folded)
        if part and (folded != "sera" or is_evening(self.folded, self.at)):
            self.parts.daytimes.append((self.at, part, written))
        elif written.strip(_KEPT):
            self.parts.leftovers.append((self.at, written))
