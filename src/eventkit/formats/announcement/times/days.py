"""
Dates as people write them: ``April, 17, 2019``, ``17. April 2019``, ``May 6-8``, ``2019-04-17``.

All patterns work on folded text, see `words.fold`.
"""

from __future__ import annotations

import re
from datetime import date
from functools import lru_cache
from typing import NamedTuple

import attrs

from eventkit.formats.announcement.text.words import DAYTIMES, alternatives, key_at
from eventkit.formats.announcement.times.names import months, short_weekdays, weekdays

__all__ = ["Dates", "Day", "date_at", "month_pattern", "weekday_at", "year_at"]


@attrs.frozen
class Day:
    """
    A day as stated.

    Args:
        year: None where none is stated.
        others: The other readings of ``08/09/2021`` or ``21-05-06``.
        short_year: Whether the year has two digits.
        weekday: The weekday that is stated with it, Monday 0, and where.
    """

    year: int | None
    month: int
    day: int
    others: tuple[Day, ...] = ()
    short_year: bool = False
    weekday: tuple[int, int] | None = None

    def on(self, year: int) -> date | None:
        """Return the date in *year*, or None where there is no such day."""
        try:
            return date(year, self.month, self.day)
        except ValueError:
            return None


@attrs.frozen
class Dates:
    """
    The days that are named in one go.

    Args:
        days: One; or several, ``4, 11 and 18 May``.
        span: Whether they are the first and the last of many, ``6-8 May``.
    """

    days: tuple[Day, ...]
    span: bool = False


_ORDINAL = (
    r"(?:(?:st|nd|rd|th|ste|er|ere|re|ro|do|de|eme|e|o|a)\b|\.[oa]\b|\s(?:st|nd|rd|th)\b|\.(?!\d))?"
)
_YEAR = r"(?P<year>(?:19|20|21)\d\d)(?!\d|:\d|\s*(?:[ap]\.?m\b|uhr\b|uur\b|hrs\b|h\b(?!\.?\s?\d))|[.]\d)"
_TO = (
    r"\s*,?\s*(?:-|\b(?:to|through|thru|until|till|bis(?:\s+zum)?|al|a|ao|au|ate|tot(?:\s+en\s+met)?"
    r"|t/m|hasta(?:\s+el)?|fino\s+al)\b|\ball')\s*"
)
_AND = r"\s*(?:,\s*(?:(?:and|e|ed|et|und|y|en)\b)?|&|\+|/|\b(?:and|e|ed|et|und|sowie|y|en)\b)\s*"
_ARTICLE = r"(?:(?:the|le|den|dem|der|el|il|lo|dia|de)\b\s*|l')?"
_OF = r"(?:\s*\b(?:de|del|di|of|do)\b\s*|\s*\bd'|[-/]|\s*)"
_ANY_YEAR = (
    rf"(?:(?:[,.\s/-]|\b(?:de|del|of|do)\b){{0,6}}(?:{_YEAR}|'(?P<short>\d\d)(?!\d))"
    r"|[ ](?P<bare>\d\d)(?=\s*(?:[,;|)\n]|-\s|$))(?!\s*-+\s*\d))"
)
_NO_TIME = r"(?!\d|\s*(?:[ap]\.?\s?m\b|:\s?\d|h\b|h\d|uhr\b|uur\b|u\b|hrs?\b)|[./]\d|-\d+[:./])"
_MOST = 40  # days of a list
_MONTH_FIRST = frozenset({"month days", "month day"})
_SPELLED = frozenset({"joined", "month day", "year month day"})


def month_pattern() -> str:
    """Return a pattern that finds the name of a month."""
    return rf"(?:{alternatives(months())})\b"


@lru_cache(maxsize=1)
def _month_keys() -> frozenset[str]:
    return frozenset(key_at(name, 0) for name in months())


@lru_cache(maxsize=1)
def _weekday_word() -> str:
    return rf"(?:(?:{alternatives({*weekdays(), *short_weekdays()})})\b\.?,?\s*)?"


@lru_cache(maxsize=1)
def _patterns() -> dict[str, re.Pattern[str]]:
    return {name: re.compile(text) for name, text in {**_in_digits(), **_in_words()}.items()}


def _in_digits() -> dict[str, str]:
    month = rf"(?!\s*(?:de\s+|of\s+)?(?:{alternatives(months())})\b)"
    year = r"(?P<year>\d{4}|\d{2})(?![\d:])" + month
    return {
        "ymd": r"(?P<year>\d{4})(?P<sep>[-/.])(?P<m>\d{1,2})(?P=sep)(?P<d>\d{1,2})(?!\d)",
        "compact": r"(?P<year>20\d\d)(?P<m>0[1-9]|1[0-2])(?P<d>[0-3]\d)(?=t\d|\W|$)",
        "from to": r"(?P<d0>\d{1,2})\.?\s?(?:-|bis\b)\s?(?P<d>\d{1,2})(?P<sep>[/.])\s?"
        rf"(?P<m>\d{{1,2}})(?P=sep)\s?{year}",
        "numeric": rf"(?P<d>\d{{1,2}})(?P<sep>[/.-])(?P<m>\d{{1,2}})(?P=sep){year}",
        "spaced": rf"(?P<d>\d{{1,2}})\.\s(?P<m>\d{{1,2}})(?P<sep>\.)\s?{year}",
        "slash": r"(?P<d>\d{1,2})(?P<sep>/)(?P<m>\d{1,2})(?![\d/:])" + month,
        "dotted": r"(?P<d>\d{1,2})(?P<sep>\.)\s?(?P<m>\d{1,2})\.(?!\d)",
    }


def _in_words() -> dict[str, str]:
    name = alternatives(months())
    month, second = rf"(?P<m>{name})\b\.?", rf"(?P<m2>{name})\b\.?"
    first = rf"\d{{1,2}}(?!\d){_ORDINAL}"
    day = rf"{_ARTICLE}{_weekday_word()}{_ARTICLE}{first}"
    alone = rf"(?!\d){_ORDINAL}(?!\.?\s*(?:de\s+)?(?:{name})\b){_NO_TIME}"
    return {
        "joined": rf"(?P<d>\d{{1,2}})(?P<sep>[-/]){month}(?P=sep)(?P<year>\d{{4}}|\d\d)(?!\d)",
        "day month": rf"(?P<days>{first}(?:(?:{_TO}|{_AND}){day}){{0,{_MOST}}}?){_OF},?\s*{month}"
        rf"{_ANY_YEAR}?",
        "month days": rf"{month},?\s*(?P<days>(?:the\s+)?{first}(?:,\s*{first}){{0,{_MOST}}}"
        rf",?\s*(?:&|\+|/|\b(?:and|e|et|und|y|en)\b)\s*{first}),?{_ANY_YEAR}",
        "month day": rf"{month}(?:,\s*|\s*-\s*|\s+|(?<=\.))(?:the\s+)?(?P<d>\d{{1,2}}){alone}"
        rf"(?:{_TO}(?:{second},?\s*)?(?P<d2>\d{{1,2}}){alone})?{_ANY_YEAR}?",
        "year month day": rf"(?P<year>20\d\d)[,\s]\s*{month}\s*(?P<d>\d{{1,2}}){alone}",
    }


def date_at(text: str, at: int, *, full: bool = False) -> tuple[Dates, int] | None:
    """
    Return the date or the days at position *at* of a folded text, and where they end.

    With *full* a day and a month in digits alone, such as ``17/4``, are none.
    """
    digit = text[at].isdigit()
    if not (digit or key_at(text, at) in _month_keys()):
        return None
    for kind, pattern in _patterns().items():
        if digit is (kind in _MONTH_FIRST):
            continue
        if full and kind in ("slash", "dotted"):
            continue
        match = pattern.match(text, at)
        if match is not None and (found := _read(match, kind)):
            return found, match.end()
    return None


def _read(match: re.Match[str], kind: str) -> Dates | None:
    if kind in ("day month", "month days"):
        return _listed(match)
    if kind in _SPELLED:
        return _spelled(match)
    found = _numeric(match, kind)
    if found is None or kind != "from to":
        return Dates((found,)) if found else None
    first = int(match["d0"])
    if found.others or not 1 <= first < found.day:
        return None
    return Dates((attrs.evolve(found, day=first), found), span=True)


def _year(match: re.Match[str]) -> tuple[int | None, bool]:
    """Return the stated year, and whether it has two digits."""
    groups = match.groupdict()
    written = groups["year"] or groups.get("short") or groups.get("bare")
    if written is None:
        return None, False
    return int(written) + (2000 if len(written) == 2 else 0), len(written) == 2


@lru_cache(maxsize=1)
def _parts() -> re.Pattern[str]:
    words = alternatives({*weekdays(), *short_weekdays()})
    return re.compile(
        rf"(?P<to>{_TO})?(?:{_AND})?{_ARTICLE}(?:(?P<wd>{words})\b\.?,?\s*)?{_ARTICLE}"
        rf"(?P<d>\d{{1,2}})(?!\d){_ORDINAL}"
    )


def _listed(match: re.Match[str]) -> Dates | None:
    """Return the days of ``4, 11 and 18 May 2022`` or ``6-8 May``; they rise."""
    year, short = _year(match)
    month = months()[match["m"]]
    at, days, spans = match.start("days"), [], 0
    while at < match.end("days"):
        part = _parts().match(match.string, at, match.end("days"))
        if part is None:
            return None
        spans += bool(part["to"])
        weekday = (_weekday(part["wd"]), part.start("wd")) if part["wd"] else None
        days.append(Day(year, month, int(part["d"]), (), short, weekday))
        at = part.end()
    numbers = [day.day for day in days]
    if numbers != sorted(set(numbers)) or _is_no_list(match, days):
        return None
    if spans and len(days) > 2:  # 20-21-22 May
        if spans < len(days) - 1 or numbers[-1] - numbers[0] != spans:
            return None
        spans = 0
    return Dates(tuple(days), span=bool(spans) or (len(days) == 2 and _is_slashed(match["days"])))


def _is_no_list(match: re.Match[str], days: list[Day]) -> bool:
    """Whether the first number is an hour or counts something: ``10, Wednesday 18 March``."""
    bare = re.fullmatch(r"\d{1,2}\s*,\s*\d{1,2}", match["days"].strip())
    later = any(day.weekday for day in days[1:])
    return bool(bare) or (later and not _after_weekday().search(match.string, 0, match.start()))


@lru_cache(maxsize=1)
def _after_weekday() -> re.Pattern[str]:
    words = alternatives({*weekdays(), *short_weekdays()})
    return re.compile(rf"\b(?:{words})s?\b[.,]?\s*(?:,|the|le|den|dem|der|el|il|dia|d\.)?\s*\Z")


def _is_slashed(days: str) -> bool:
    """Whether ``6/7 May`` stands for two days that follow each other."""
    numbers = re.findall(r"\d+", days)
    return "/" in days and int(numbers[1]) == int(numbers[0]) + 1


def _spelled(match: re.Match[str]) -> Dates:
    year, short = _year(match)
    month, first = months()[match["m"]], int(match["d"])
    groups = match.groupdict()
    last = groups.get("d2")
    if last is None:
        return Dates((Day(year, month, first, (), short),))
    month2 = months()[groups["m2"]] if groups["m2"] else month
    begins = year - 1 if year is not None and month2 < month else year
    return Dates((Day(begins, month, first), Day(year, month2, int(last), (), short)), span=True)


def _numeric(match: re.Match[str], kind: str) -> Day | None:
    groups = match.groupdict()
    day, month, separator = int(groups["d"]), int(groups["m"]), groups.get("sep")
    written = groups.get("year")
    if written is None:
        if not (1 <= day <= 31 and 1 <= month <= 31 and min(day, month) <= 12):
            return None
        if kind == "dotted" and month > 12:
            return None
    short = written is not None and len(written) == 2
    year = int(written) + (2000 if short else 0) if written else None
    if kind in ("ymd", "compact"):
        return Day(year, month, day)
    found = Day(year, month, day, (), short)
    if separator == ".":
        return found
    others = [Day(year, day, month, (), short)] if day <= 12 and day != month else []
    if short and separator == "-":
        others.append(Day(2000 + day, month, int(written or 0), (), short))
    readings = [one for one in (found, *others) if one.on(one.year or 2000)]
    return attrs.evolve(readings[0], others=tuple(readings[1:])) if readings else found


@lru_cache(maxsize=1)
def _weekdays() -> re.Pattern[str]:
    long, short = alternatives(weekdays()), alternatives(short_weekdays())
    another = (
        rf"(?:\s*(?:-|/|&|\+|,|bis\b|to\b|and\b|und\b|e\b|et\b|y\b|en\b)\s*(?:{short})\b\.?,?)"
    )
    day = rf"\d{{1,2}}(?:[\s./,:-]|st|nd|rd|th|er|o\b|a\b|[ap]m\b|h|$)|\d{{4}}-|(?:the|le|den|dem|el|il|dia)\s|(?:{alternatives(months())})\b"
    part = "|".join(sorted(DAYTIMES, key=lambda word: (-len(word), word)))
    return re.compile(
        rf"(?P<ordinal>[2-6])\.?a[\s-]feira\b|(?P<long>{long})(?:(?P<many>s)|-?(?P<part>{part}))?\b\.?"
        rf"|(?P<short>{short})\b(?:\.?,?|,)?(?=\s*\)|{another}?\s*(?:{day}))"
    )


def _weekday(word: str) -> int:
    word = re.sub(r"[\s-]+", " ", word)
    found = weekdays().get(word, weekdays().get(word.replace(" ", "-")))
    return short_weekdays()[word] if found is None else found


class FoundWeekday(NamedTuple):
    """A weekday, Monday 0, whether it stands for all of them, a part of the day, and its end."""

    number: int
    every: bool
    part: str | None
    end: int


# After these ``di`` is the Italian "of", no Tuesday in Dutch or German.
_ITALIAN_HOURS = re.compile(r"\b(?:ore|dalle|alle|mezzogiorno|mezzanotte)\b")


_PORTUGUESE = re.compile(r"do\s+(?:dia\b|\d{1,2}o?\s+(?:de|a|e)\s)")  # no Thursday in Dutch


def weekday_at(text: str, at: int) -> FoundWeekday | None:
    """Return the weekday at position *at* of a folded text: ``Thursdays``, ``Montagabend``."""
    match = _weekdays().match(text, at)
    if match is None or (match["short"] == "di" and _ITALIAN_HOURS.search(text, 0, at)):
        return None
    if match["short"] == "do" and _PORTUGUESE.match(text, at):
        return None
    if match["ordinal"]:
        return FoundWeekday(int(match["ordinal"]) - 2, False, None, match.end())
    number = _weekday(match["long"] or match["short"])
    return FoundWeekday(number, bool(match["many"]), match["part"], match.end())


_LONE_YEAR = re.compile(_YEAR)


def year_at(text: str, at: int) -> tuple[int, int] | None:
    """Return a year that stands alone at position *at*, and where it ends."""
    match = _LONE_YEAR.match(text, at)
    return (int(match["year"]), match.end()) if match else None
