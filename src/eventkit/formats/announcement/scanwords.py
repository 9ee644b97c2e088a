"""The patterns of words by which a date-and-time statement is parted; for `scan`."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.labels import LABELS
from eventkit.formats.announcement.names import foreign_names
from eventkit.formats.announcement.words import (
    ABSENT,
    ANDS,
    CONNECTORS,
    DAILY,
    DAYPARTS,
    DENIALS,
    DURATION_LABELS,
    ENDS,
    FILLERS,
    FOREIGN,
    INTRODUCERS,
    LASTING,
    REPEATS,
    UNTILS,
    alternatives,
)

__all__ = [
    "BEFORE_TIME",
    "BEFORE_ZONE",
    "INTERVAL",
    "ISO_TIME",
    "NEXT_DAY",
    "OFFSET",
    "TIGHT",
    "is_foreign",
    "without_labels",
    "words_at",
]

ISO_TIME = re.compile(r"t(\d\d):?(\d\d)(?::?(\d\d))?(?:[.,]\d{1,6})?")
OFFSET = re.compile(r"-\d\d:?\d\d(?!\d)|(?<=\d)-\d\d(?![\d:.])")
NEXT_DAY = re.compile(
    r"\+\s?1(?:\s?(?:days?|d|tag|jour|giorno|dia|dag)\b)?(?![\d:])"
    r"|(?:the\s+)?(?:next|following)\s+day\b|(?:am\s+)?(?:nachsten|folgenden)\s+tag\b"
    r"|(?:le\s+)?lendemain\b|(?:il\s+)?giorno\s+(?:dopo|successivo)\b|(?:del\s+)?dia\s+siguiente\b"
    r"|(?:do\s+)?dia\s+seguinte\b|(?:de\s+)?volgende\s+dag\b"
)
INTERVAL = re.compile(r"(?<=[\dz])/(?=\d{4}-\d\d-\d\dt)|(?<=:\d\dz)/|(?<=\dt\d\d:\d\d)/")
BEFORE_ZONE = re.compile(r"\s*(?:[(,|\u00b7]|-\s)?\s*")
_ABOUT = r"(?:(?:ca|approx|about|circa|env|environ|etwa|ungefahr|aprox|ongeveer)\b\.?\s*)?"
TIGHT = re.compile(r"\s*\(?")
BEFORE_TIME = re.compile(r"\s*[:=-]?\s*(?=\d)")


@lru_cache(maxsize=1)
def _labels() -> re.Pattern[str]:
    words = [word for word, kind in LABELS.items() if kind in ("when", "time")]
    zones = [word for word, kind in LABELS.items() if kind == "timezone"]
    zones += ["zona", "fuso", "fuseau", "zone", "huso horario", "tz"]
    return re.compile(
        rf"(?<![\w:/])(?:(?P<when>{alternatives(words)})|(?P<zone>{alternatives(zones)}))"
        r"[*_]*\s*(?::(?!\d\d\b)|(?:(?<=\w)\s[|-]\s))[*_]*"
    )


@lru_cache(maxsize=1)
def words_at() -> dict[str, re.Pattern[str]]:
    """Return kind -> pattern of the words that say it, of folded text."""

    def pattern(words: object, tail: str = r"(?!\w)") -> re.Pattern[str]:
        return re.compile(rf"(?:{alternatives(words)}){tail}")

    weak = {"a", "ao", "as", "au", "al", "alle", "aux", "a las", "a la", "all'"}
    return {
        "absent": pattern(ABSENT),
        "daily": pattern(DAILY),
        "repeats": pattern(REPEATS),
        "denial": pattern(DENIALS),
        "daypart": pattern(DAYPARTS),
        "duration": pattern(DURATION_LABELS, r"\s*:?\s*(?:(?:de|di|von|van|of)\s+)?" + _ABOUT),
        "lasting": pattern(LASTING, r"\s+"),
        "introducer": pattern(INTRODUCERS, r"(?!\w)[.:]?\s*"),
        "until": pattern(UNTILS | ENDS),
        "connector": pattern(CONNECTORS - UNTILS - weak),
        "weak": pattern(weak, r"(?:(?<=')|(?!\w))\s*"),
        "and": pattern(ANDS),
        "filler": pattern(FILLERS),
        "word": re.compile(r"[^\W\d_][\w'.-]*|\d[\w:.,/-]*|\S"),
    }


def without_labels(folded: str) -> str:
    """Blank out ``Date:`` and ``Time:``; a zone's label opens brackets."""

    def blank(match: re.Match[str]) -> str:
        return " " * (len(match.group()) - 1) + ("(" if match["zone"] else " ")

    return _labels().sub(blank, folded)


def is_foreign(folded: str) -> bool:
    """Whether a folded text has words of another language than English."""
    words = set(re.findall(r"[a-z'-]+", folded))
    return bool(words & FOREIGN or words & foreign_names() or "data:" in folded)
