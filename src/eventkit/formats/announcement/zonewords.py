"""Where a statement names a time zone: abbreviations, offsets, IANA names, cities, countries."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from eventkit.errors import EventkitError
from eventkit.formats.announcement.countries import country_code
from eventkit.formats.announcement.words import alternatives
from eventkit.timezones import zone, zone_name
from eventkit.timezones.abbreviations import generic_zone, is_abbreviation
from eventkit.timezones.places import spoken_place, zones_of_city, zones_of_country

__all__ = ["Claim", "claim_at"]


@attrs.frozen
class Claim:
    """
    One naming of a zone.

    Args:
        text: As written.
        abbreviation: To be checked against the clocks.
        offset: Seconds east of UTC.
        zones: IANA names of which it is one.
        exact: Whether an IANA name itself stands there.
    """

    text: str
    abbreviation: str | None = None
    offset: int | None = None
    zones: tuple[str, ...] = ()
    exact: bool = False


_PHRASES = {
    "eastern standard time": "EST", "eastern daylight time": "EDT", "central standard time": "CST",
    "central daylight time": "CDT", "mountain standard time": "MST",
    "mountain daylight time": "MDT", "pacific standard time": "PST",
    "pacific daylight time": "PDT", "central european time": "CET",
    "central european summer time": "CEST", "british summer time": "BST",
    "mitteleuropaische zeit": "CET", "mitteleuropaische sommerzeit": "CEST",
    "eastern time": "ET", "us eastern time": "ET", "us eastern": "ET", "eastern": "ET",
    "central time": "CT", "us central time": "CT", "mountain time": "MT",
    "pacific time": "PT", "us pacific time": "PT", "us pacific": "PT", "pacific": "PT",
    "greenwich mean time": "GMT", "coordinated universal time": "UTC", "universal time": "UTC",
    "japan standard time": "JST", "korea standard time": "KST", "china standard time": "Asia/Shanghai",
    "indian standard time": "Asia/Kolkata", "india standard time": "Asia/Kolkata",
    "israel standard time": "Asia/Jerusalem", "irish standard time": "Europe/Dublin",
}  # fmt: skip
_LOCAL = re.compile(r"(?:local\s+time|heure\s+locale|ora\s+locale|hora(?:rio)?\s+local|ortszeit)\b")
_UTC = re.compile(
    r"(?P<name>utc|gmt|z(?=\W|$))(?:\s*(?P<sign>[+-])\s*(?P<h>\d{1,2})(?::?(?P<m>[0-5]\d))?"
    r"(?![\d:]))?(?!\w)"
)
_ISO_OFFSET = re.compile(r"(?P<sign>[+-])(?P<h>\d\d):?(?P<m>\d\d)(?::(?P<s>\d\d))?(?!\d)")
_IANA = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){1,2}")
_NAMED = re.compile(
    r"(?:time\s*zone|fuso\s+orario|fuseau\s+horaire|zeitzone|zona\s+horaria|fuso\s+horario|tijdzone)"
    r"\s*:?\s*(?P<key>[A-Za-z0-9_+/-]+)",
)
_WORD = r"[^\W\d_][^\W\d_.'-]*"
_SPOKEN = re.compile(
    r"(?:heure|ora|hora|horario|hr|zeit|tijd)\s+(?:locale?\s+)?"
    r"(?:de\s+la\s+|de\s+l'|del\s+|de\s+|d'|di\s+|do\s+|da\s+|of\s+|in\s+|von\s+)?"
)
_TIME = re.compile(r"\s*(?:local\s+)?(?:time|zeit|tijd)\b")
_ABBREVIATION = re.compile(r"[A-Za-z]{2,5}(?![\w/])")


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(_PHRASES)})(?!\w)")


def claim_at(
    folded: str, text: str, at: int, *, after_time: bool, inside: bool
) -> tuple[Claim | None, int] | None:
    """
    Return the naming of a zone at position *at*, and where it ends.

    Args:
        folded: The statement, folded.
        text: The same, as written.
        at: Where to look.
        after_time: Whether it stands right after a time or another zone.
        inside: Whether it stands in brackets.

    Returns:
        None where there is none; a claim that is None for ``local time``, which names nothing.
    """
    if match := _LOCAL.match(folded, at):
        return None, match.end()
    for find in (_utc, _named, _phrase, _abbreviated):
        if found := find(folded, text, at, after_time or inside):
            return found
    if (match := _SPOKEN.match(folded, at)) and (found := _place(folded, text, match.end())):
        return found
    if found := _place(folded, text, at):
        suffix = _TIME.match(folded, found[1])
        if suffix or after_time or inside:
            return found[0], suffix.end() if suffix else found[1]
    return None


def _utc(folded: str, text: str, at: int, after: bool) -> tuple[Claim, int] | None:
    match = _UTC.match(folded, at)
    if match and match["name"] == "z" and not after:
        match = None
    match = match or (_ISO_OFFSET.match(folded, at) if after else None)
    if match is None:
        return None
    seconds = 0
    if match["sign"]:
        seconds = int(match["h"]) * 3600 + int(match["m"] or 0) * 60
        seconds += int(match.groupdict().get("s") or 0)
        seconds = -seconds if match["sign"] == "-" else seconds
    if abs(seconds) > 18 * 3600:
        return None
    return Claim(text[at : match.end()], offset=seconds), match.end()


def _iana(name: str) -> str | None:
    try:
        return zone_name(zone(name)) if name[:1].isalpha() else None
    except EventkitError:
        return None


def _named(folded: str, text: str, at: int, after: bool) -> tuple[Claim, int] | None:
    if (match := _NAMED.match(folded, at)) and (key := _iana(text[slice(*match.span("key"))])):
        return Claim(key, zones=(key,), exact=True), match.end()
    if (match := _IANA.match(text, at)) and (key := _iana(match.group())):
        return Claim(match.group(), zones=(key,), exact=True), match.end()
    return None


def _phrase(folded: str, text: str, at: int, after: bool) -> tuple[Claim, int] | None:
    match = _phrases().match(folded, at)
    if match is None:
        return None
    words = re.sub(r"\s+", " ", match.group())
    if " " not in words and not after:
        return None
    return _meaning(_PHRASES[words], match.group()), match.end()


def _meaning(name: str, written: str) -> Claim:
    if "/" in name:
        return Claim(written, zones=(name,))
    if name in ("UTC", "GMT"):
        return Claim(written, offset=0)
    if key := generic_zone(name):
        return Claim(written, zones=(key,))
    return Claim(written, abbreviation=name)


def _abbreviated(folded: str, text: str, at: int, after: bool) -> tuple[Claim, int] | None:
    match = _ABBREVIATION.match(text, at)
    if match is None or not is_abbreviation(match.group()):
        return None
    name, end = match.group(), match.end()
    if not name.isupper() and not (after and len(name) > 2 and name.islower()):
        return None
    if len(name) == 2 and not after:
        return None
    if suffix := re.compile(r"\s+time\b").match(folded, end):
        end = suffix.end()
    return _meaning(name.upper(), name), end


def _place(folded: str, text: str, at: int) -> tuple[Claim, int] | None:
    """Return the city or country at *at*, of up to four words, the longest first."""
    words = re.compile(rf"{_WORD}(?:[ '-]{_WORD}){{0,3}}").match(folded, at)
    if words is None:
        return None
    ends = [words.end()] + [m.start() + at for m in re.finditer(r"[ '-]", words.group())][::-1]
    for end in ends:
        name = folded[at:end]
        if key := zones_of_city(name):
            return Claim(text[at:end], zones=(key,)), end
        code = country_code(name) or spoken_place(name)
        if code and (keys := zones_of_country(code)):
            return Claim(text[at:end], zones=keys), end
    return None
