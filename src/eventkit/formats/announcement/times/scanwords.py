"""The patterns of words by which a date-and-time statement is parted; for `scan`."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from eventkit.formats.announcement.text.clausewords import ENDS
from eventkit.formats.announcement.text.labels import LABELS
from eventkit.formats.announcement.text.words import (
    ABSENT,
    ANDS,
    BETWEENS,
    CONNECTORS,
    DAILY,
    DAYPARTS,
    DENIALS,
    DURATION_LABELS,
    EACH,
    FILLERS,
    FOREIGN,
    INTRODUCERS,
    LASTING,
    MIDNIGHT,
    NOON,
    ORS,
    PREPOSITIONS,
    REPEATS,
    UNTILS,
    alternatives,
    key_at,
)  # fmt: skip
from eventkit.formats.announcement.times.names import (
    foreign_names,
    months,
    short_weekdays,
    weekdays,
)

__all__ = [
    "BEFORE_TIME",
    "BEFORE_ZONE",
    "INTERVAL",
    "ISO_TIME",
    "NEXT_DAY",
    "OFFSET",
    "TIGHT",
    "any_word",
    "is_counted",
    "is_evening",
    "is_foreign",
    "is_of_verb",
    "is_plural",
    "kinds_at",
    "without_labels",
    "word_of",
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
_END = r"(?!\w)"
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


_ORDINAL = (
    "first|second|third|fourth|prim[ao]|second[ao]|terz[ao]|quart[ao]|premiere?|deuxieme|seconde?"
    "|troisieme|quatrieme|erster?|zweiter?|dritter?|vierter?|primer[ao]?|segund[ao]|tercer[ao]?"
    "|cuart[ao]|primeir[ao]|terceir[ao]|eerste|tweede|derde|vierde|\\d{1,2}(?:st|nd|rd|th|re|ere|eme|[.oae])"
)
_MEETING = (
    "day|session|part|webinar|module|meeting|giorno|giornata|sessione|incontro|modulo|parte|lezione"
    "|jour|journee|seance|partie|atelier|tag|termin|teil|sitzung|modul|einheit|dia|jornada|sesion"
    "|encuentro|taller|sessao|encontro|aula|dag|sessie|deel|bijeenkomst|avond"
)
_COUNTED = re.compile(r"#\s?\d{1,3}(?!\d)|(?<!\w)(?:no|nr|num|vol|ep|n)\.o?\s?\d{1,3}(?!\w|[.:]\d)")
_COUNTING = re.compile(
    r"\b(?:session|part|webinar|seminar|module|meeting|talk|episode|series|sessione|incontro|modulo"
    r"|parte|lezione|episodio|edizione|seance|partie|atelier|edition|termin|teil|sitzung|modul"
    r"|einheit|folge|ausgabe|sesion|encuentro|taller|edicion|sessao|encontro|aula|edicao|sessie|deel"
    r"|bijeenkomst|aflevering|editie|webinaire|seminaire|seminario|webinario|volume|zoom|room)\s+\Z"
)
_COLON = re.compile(r":(?!\d)")
_NUMBERED = re.compile(  # Session 2: and prima giornata:
    rf"(?<![\w:/])(?:(?:{_ORDINAL})\s+(?:{_MEETING})"
    rf"|(?:{_MEETING})\s+(?:no?\.?\s?)?(?:\d{{1,2}}|i{{1,3}}|iv|v|vi|one|two|three))\s?:(?!\d)"
)
_NOON = re.compile(rf"(12(?:[:.]00)?\s*)\(({alternatives(NOON)})\)")
_WORD = re.compile(r"[^\W\d_][\w'.-]*|\d[\w:.,/-]*|\S")
_PLACES = r"(?:(?:on|via|in|su|auf|sur|en|em|op|no)\s+)?(?:zoom|teams|youtube|facebook|linkedin|meet|webex|online|person|presen\w+)\b"
WEAK = frozenset({"a", "ao", "as", "au", "al", "alle", "aux", "a las", "a la", "all'"})


@lru_cache(maxsize=1)
def _vocabulary() -> tuple[dict[str, re.Pattern[str]], dict[str, frozenset[str]]]:
    """Return kind -> pattern of the words that say it, and how such words begin -> kinds."""
    day = rf"(?:{alternatives({*weekdays(), *short_weekdays(), *months(), *NOON, *MIDNIGHT})})\b"
    direct = rf"(?!\w)(?=\s+(?:[^\W\d_]{{1,3}}\.?\s+|l'|dell'){{0,2}}(?:\d|{day}))"
    told: dict[str, tuple[Iterable[str], str]] = {
        "absent": (ABSENT, _END),
        "daily": (DAILY, _END),
        "each": (EACH, _END),
        "repeats": (REPEATS, _END),
        "denial": (DENIALS, rf"{_END}(?!\s+(?:miss|verpassen|te\s+missen)\b)"),
        "before": (PREPOSITIONS | BETWEENS, direct),
        "or": (ORS, rf"{_END}(?!\s+{_PLACES})"),
        "daypart": (DAYPARTS, _END),
        "duration": (DURATION_LABELS, r"\s*:?\s*(?:(?:de|di|von|van|of)\s+)?" + _ABOUT),
        "lasting": (LASTING, r"\s+"),
        "introducer": (INTRODUCERS, r"(?!\w)[.:]?\s*"),
        "until": (UNTILS | ENDS, _END),
        "connector": (CONNECTORS - UNTILS - WEAK, _END),
        "weak": (WEAK, r"(?:(?<=')|(?!\w))\s*"),
        "and": (ANDS, _END),
        "filler": (FILLERS, _END),
    }
    patterns = {
        kind: re.compile(rf"(?:{alternatives(words)}){tail}")
        for kind, (words, tail) in told.items()
    }
    kinds: dict[str, set[str]] = {}
    for kind, (words, _) in told.items():
        for word in words:
            kinds.setdefault(key_at(word, 0), set()).add(kind)
    return patterns, {key: frozenset(found) for key, found in kinds.items()}


def kinds_at(folded: str, at: int) -> frozenset[str]:
    """Return the kinds of words of which one may stand at a position of folded text."""
    return _vocabulary()[1].get(key_at(folded, at), frozenset())


def word_of(kind: str, folded: str, at: int) -> re.Match[str] | None:
    """Return the word or words of one of these kinds at a position of folded text."""
    return _vocabulary()[0][kind].match(folded, at)


def any_word(folded: str, at: int) -> re.Match[str] | None:
    """Return whatever word, number or mark stands at a position."""
    return _WORD.match(folded, at)


def without_labels(folded: str) -> str:
    """Blank out ``Date:``, ``Time:`` and ``Session 2:``; a zone's label opens brackets."""

    def blank(match: re.Match[str]) -> str:
        if ":" not in match[0] and match.string[: match.start()].rstrip(" \t")[-1:].isalnum():
            return match[0]  # Irish time | online
        return " " * (len(match.group()) - 1) + ("(" if match["zone"] else " ")

    if "#" in folded or "." in folded:
        folded = _COUNTED.sub(lambda match: " " * len(match[0]), folded)
    if "12" in folded:
        folded = _NOON.sub(lambda match: f"{match[1]} {match[2]} ", folded)
    if _COLON.search(folded):
        folded = _NUMBERED.sub(lambda match: " " * len(match[0]), folded)
    return _labels().sub(blank, folded)


def is_counted(folded: str, at: int) -> bool:
    """Whether what stands before a number may be counted by it: ``Session 4 - 17 March``."""
    return _COUNTING.search(folded, max(0, at - 24), at) is not None


def is_foreign(folded: str) -> bool:
    """Whether a folded text has words of another language than English."""
    words = set(re.findall(r"[a-z'-]+", folded))
    return bool(words & FOREIGN or words & foreign_names() or "data:" in folded)


_VERB = re.compile(r"\b(?:findet|finden|fand|fanden)\b")
_CLAUSE_ENDS = re.compile(r"statt\s*(?:[.,;:!|)(\n-]|\Z)")
_PLURALS = re.compile(
    r"\b(?:los|as|aos|nas|nos|les|every|ogni|chaque|jeden|jede|cada|elke|iedere)\s+\Z"
)
_BEFORE_SERA = re.compile(r"\b(?:(?:lunedi|martedi|mercoledi|giovedi|venerdi|sabato|domenica|lun|mar"
                          r"|mer|gio|ven|sab|dom)\.?|di|della|la|questa|domani)\s+\Z")  # fmt: skip


def is_of_verb(folded: str, at: int) -> bool:
    """Whether ``statt`` at a position is the end of ``findet ... statt``, not "instead of"."""
    return bool(_CLAUSE_ENDS.match(folded, at) and _VERB.search(folded, 0, at))


def is_evening(folded: str, at: int) -> bool:
    """Whether ``sera`` at a position is the Italian evening, no French "will be"."""
    return _BEFORE_SERA.search(folded, max(0, at - 12), at) is not None


def is_plural(folded: str, at: int) -> bool:
    """Whether what stands before a weekday says that all of them are meant: ``los lunes``."""
    return _PLURALS.search(folded, max(0, at - 12), at) is not None
