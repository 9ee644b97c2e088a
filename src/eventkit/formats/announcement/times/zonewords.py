"""Where a statement names a time zone: abbreviations, offsets, IANA names, cities, countries."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import NamedTuple

import attrs

from eventkit.formats.announcement.text.countries import country_code
from eventkit.formats.announcement.text.words import alternatives, word_set
from eventkit.formats.announcement.times.names import cities, zone_names
from eventkit.formats.announcement.times.zonephrases import (
    ADJECTIVES,
    AGREEING,
    BARE,
    CANADIAN,
    MAIN_ZONES,
    NO_CITIES,
    NOT_ONE,
    PAIRS,
    PHRASES,
    SEVERAL,
    UNSURE,
)
from eventkit.timezones.abbreviations import generic_zone, is_abbreviation
from eventkit.timezones.places import country_of, spoken_place, zones_of_city, zones_of_country
from eventkit.timezones.tables import packaged_file

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
        either: Abbreviations of which one must be in force: ``CET/CEST``.
        main: Whether the first of *zones* is meant where nothing says otherwise.
    """

    text: str
    abbreviation: str | None = None
    offset: int | None = None
    zones: tuple[str, ...] = ()
    exact: bool = False
    either: tuple[str, ...] = ()
    main: bool = False


# What Zoom and Windows add to the names of clocks: it chooses no other zone.
_ADDED = re.compile(r"\s*\(us\s+(?:&|and)\s+canada\)")
_LOCAL = re.compile(
    r"(?:local\s+time|heure\s+locale|ora\s+locale|hora(?:rio)?\s+local|ortszeit|lokale\s+tijd"
    r"|plaatselijke\s+tijd)\b"
)
_UTC = re.compile(
    r"(?P<name>utc|gmt|z(?=\W|$))"
    r"(?:\s?(?P<sign>\+\s?|-)(?P<h>\d{1,2})(?::?(?P<m>[0-5]\d)|\.(?P<part>5|75))?h?"
    r"(?![\d:]|\s:|\s[0-5]\d(?!\w|[./-]|\s*[a-z])|\s?[ap]\.?\s?m\b|\s*(?:uhr|uur)\b))?(?!\w)"
)
_ISO_OFFSET = re.compile(r"(?P<sign>[+-])(?P<h>\d\d):?(?P<m>\d\d)(?::(?P<s>\d\d))?(?!\d)")
_SHORT_OFFSET = re.compile(r"(?<=:\d\d)(?P<sign>[+-])(?P<h>\d\d)(?P<m>)(?![\d:.])")
_IANA = re.compile(r"[A-Za-z][A-Za-z0-9_+-]*(?:/[A-Za-z0-9_+-]+){1,2}")
_NAMED = re.compile(
    r"(?:time\s*zone|fuso\s+orario|fuseau\s+horaire|zeitzone|zona\s+horaria|fuso\s+horario|tijdzone)"
    r"\s*:?\s*(?:(?:di|de|do|van|von)\s+)?(?P<key>[A-Za-z0-9_+/-]*)",
)
_AFTER_OFFSET = re.compile(r"T\d\d:\d\d:\d\d[+-]\d\d:\d\d \(\Z")
_WORD = r"[^\W\d_][^\W\d_.'-]*"
_WORDS = re.compile(rf"{_WORD}(?:(?:\.?\s|['-]){_WORD}){{0,3}}")
_INFLECTED = re.compile(r"(?<=isch)(?:er|en)\s(?=\w*zeit)")
_LONG_NAME = re.compile(r"[^\W\d_][\w'.&-]*(?:\s[^\W\d_&][\w'.&-]*){0,7}")
_SPOKEN = re.compile(
    r"(?:(?:heure|orario|ora|hora|horario|hr|(?:orts|uhr)?zeit|tijd|time|fuso|zona)"
    r"(?:\s+(?:locale?|legale|solare|oficial|officielle|ufficiale))?\s+(?:von\s+|in\s+)?)"
    r"(?:de\s+la\s+|de\s+l'|del\s+|de\s+|d'|di\s+|do\s+|da\s+|dos\s+|das\s+|du\s+|des\s+|dell'|della\s+|of\s+"
    r"|in\s+|en\s+|em\s+|a\s+|von\s+|van\s+)?"
)
_IN = re.compile(r"(?:in|en|em|a|at|zu|te|di|de|da|do|van|von|of|no|na|nos|nas)\s+(?=[^\W\d_])")
_CANADIAN_WORDS = re.compile(
    r"heure\s+(?:(?P<season>normale|avancee)\s+)?(?:de\s+l'|du\s+|des\s+)"
    r"(?P<part>est|centre|rocheuses|pacifique|atlantique)\b"
)
_TIME = re.compile(r"\s*(?:local\s+)?(?:time|(?:orts)?zeit|tijd|hora)\b")
_BEFORE_SUFFIX = re.compile(
    rf"{_WORD}(?:(?:\.?\s|['-]){_WORD}){{0,3}}?\s(?:local\s)?(?:time|(?:orts)?zeit|tijd|hora)\b"
)
_GOES_ON = re.compile(
    r"\s+(?!(?:on|to|and|until|till|for|each|daily|every|via|online|with|from|at|or|in|zone"
    r"|(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|mon|tues?|wed|thu|fri|sat|sun)[a-z]*)"
    r"\b)[^\W\d_]{2,}"
)
_WORD_ALONE = re.compile(r"[^\W\d_]+")
_STATE = re.compile(r",\s?(?:(?P<code>[A-Z]{2})\b|D\.C\.?)")
_STATES = word_set(
    "AL AK AZ AR CA CO CT DE FL GA HI ID IL IN IA KS KY LA ME MD MA MI MN MS MO MT NE NV NH NJ NM"
    " NY NC ND OH OK OR PA RI SC SD TN TX UT VT VA WA WV WI WY DC AB BC MB NB NL NS ON PE QC SK"
)
_ABBREVIATION = re.compile(r"[A-Za-z]{2,5}(?!\w|/[A-Za-z])")
_PAIR = re.compile(r"([A-Z]{2,5})\s?(?:/|or|bzw\.|ou|o)\s?([A-Z]{2,5})(?![\w/+])")


class Where(NamedTuple):
    """A position in a statement: the statement folded, as written, and what stands around."""

    folded: str
    text: str
    at: int
    after: bool  # right after a time or another zone, or in brackets


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
    if at >= len(folded):
        return None
    after = after_time or inside
    if after and (match := _IN.match(folded, at)) and text[match.end()].isupper():
        return claim_at(folded, text, match.end(), after_time=True, inside=True)
    where = Where(folded, text, at, after)
    if folded[at].isdigit():
        return _phrase(where) if folded[at] == "1" else None  # 1 hora menos en Canarias
    for find in (
        _utc, _named, _pair, _long_name, _canadian, _phrase, _abbreviated, _spoken
    ):  # fmt: skip
        if found := find(where):
            added = _ADDED.match(folded, found[1])
            return (found[0], added.end()) if added else found
    match = _LOCAL.match(folded, at)
    return (None, match.end()) if match else None


def _utc(where: Where) -> tuple[Claim, int] | None:
    folded, text, at, after = where
    match = _UTC.match(folded, at)
    if match and match["name"] == "z" and not after:
        match = None
    if match is None and after:
        match = _ISO_OFFSET.match(folded, at) or _SHORT_OFFSET.match(folded, at)
    if match is None:
        return None
    groups, seconds = match.groupdict(), 0
    if match["sign"]:
        seconds = int(match["h"]) * 3600 + int(match["m"] or 0) * 60 + int(groups.get("s") or 0)
        seconds += {"5": 1800, "75": 2700}.get(groups.get("part") or "", 0)
        seconds = -seconds if match["sign"] == "-" else seconds
    most = 18 if groups["m"] else 14  # hours; the largest in use is +14
    if abs(seconds) > most * 3600:
        return None
    return Claim(text[at : match.end()], offset=seconds), match.end()


def _iana(name: str) -> str | None:
    return _iana_names().get(name.casefold())


@lru_cache(maxsize=1)
def _iana_names() -> dict[str, str]:
    """Map the case-folded names of zones to their spelling; a look-up costs nothing."""
    listed = (packaged_file("zones") or b"").decode("ascii").split()
    return {name.casefold(): name for name in listed}


def _named(where: Where) -> tuple[Claim, int] | None:
    folded, text, at, _ = where
    if match := _NAMED.match(folded, at):
        start, end = match.span("key")
        key = _iana(text[start:end])
        exact = _AFTER_OFFSET.search(text, max(0, at - 40), at)  # as a slot in EET is written
        if key and (exact or not is_abbreviation(text[start:end].upper())):
            return Claim(text[start:end], zones=(key,), exact=True), end
        return claim_at(folded, text, start, after_time=True, inside=True)  # type: ignore[return-value]
    if (match := _IANA.match(text, at)) and (key := _iana(match.group())):
        return Claim(match.group(), zones=(key,), exact=True), match.end()
    return None


def _pair(where: Where) -> tuple[Claim, int] | None:
    """Return ``CET/CEST``: the same clock in winter and in summer."""
    match = _PAIR.match(where.text, where.at)
    if match is None:
        return None
    if key := PAIRS.get(frozenset(match.groups())):
        return Claim(match.group(), zones=(key,)), match.end()
    if not all(is_abbreviation(name) for name in match.groups()):
        return None
    return Claim(match.group(), either=match.groups()), match.end()


def _long_name(where: Where) -> tuple[Claim, int] | None:
    """Return a zone by the name that CLDR has for it, such as ``heure d'Europe centrale``."""
    match = _LONG_NAME.match(where.folded, where.at)
    if match is None or " " not in match.group().replace("-", " "):
        return None
    names = zone_names()
    if match.group().partition(" ")[0].partition("-")[0].partition("'")[0] not in _first_words():
        return None
    for end in _ends(match):
        words = re.sub(r"[\s-]+", " ", where.folded[where.at : end]).rstrip(".,")
        if meaning := names.get(words) or names.get(_INFLECTED.sub("e ", words)):
            written = where.text[where.at : end]
            if several := NOT_ONE.get(words):
                return Claim(written, zones=several), end
            if isinstance(meaning, str):
                return _meaning(meaning, written), end
            key, minutes = meaning
            offset = None if minutes is None else minutes * 60
            return Claim(written, offset=offset, zones=(key,)), end
    return None


@lru_cache(maxsize=1)
def _first_words() -> frozenset[str]:
    words = {re.split(r"[ '-]", name, maxsplit=1)[0] for name in zone_names()}
    return frozenset({*words, *(f"{word[:-1]}{end}" for word in words if word.endswith("ische")
                                for end in ("er", "en"))})  # fmt: skip


def _ends(match: re.Match[str]) -> list[int]:
    """Return where the words of *match* end, the last first."""
    inner = [part.start() + match.start() for part in re.finditer(r"[\s'.-]", match.group())]
    return [match.end(), *reversed(inner)]


@lru_cache(maxsize=1)
def _phrases() -> re.Pattern[str]:
    return re.compile(rf"(?:{alternatives(PHRASES)})(?!\w)")


def _phrase(where: Where) -> tuple[Claim, int] | None:
    match = _phrases().match(where.folded, where.at)
    if match is None:
        return None
    words = re.sub(r"\s+", " ", match.group())
    suffix = _TIME.match(where.folded, match.end())
    if " " not in words and not (where.after or suffix):
        return None
    if words in BARE and not suffix and _GOES_ON.match(where.folded, match.end()):
        return None
    end = suffix.end() if suffix else match.end()
    return _meaning(PHRASES[words], where.text[where.at : end]), end


def _meaning(name: str, written: str) -> Claim:
    if "/" in name:
        return Claim(written, zones=(name,))
    if name in ("UTC", "GMT", "TU"):
        return Claim(written, offset=0)
    if key := generic_zone(name):
        return Claim(written, zones=(key,))
    return Claim(written, abbreviation=name)


def _abbreviated(where: Where) -> tuple[Claim, int] | None:
    match = _ABBREVIATION.match(where.text, where.at)
    if match is None:
        return None
    name, end = match.group(), match.end()
    if name in CANADIAN:
        return _in_canada(name, name), end
    if name == "HE" and where.after:
        return Claim(name, zones=(CANADIAN["HNE"][0],)), end
    if not (is_abbreviation(name.upper()) or (name == "TU" and where.after)):
        return None
    lower = where.after and len(name) > 2 and name.islower() and name not in UNSURE
    if not (name.isupper() or name == "ChST" or lower) or (len(name) == 2 and not where.after):
        return None
    if suffix := re.compile(r"\s+time\b").match(where.folded, end):
        end = suffix.end()
    return _meaning(name.upper(), name), end


def _canadian(where: Where) -> tuple[Claim, int] | None:
    """Return ``heure de l'Est``, ``heure avancee de l'Est``."""
    match = _CANADIAN_WORDS.match(where.folded, where.at)
    if match is None:
        return None
    letter = match["part"][0].upper()
    written = where.text[where.at : match.end()]
    season = {"normale": "HN", "avancee": "HA"}.get(match["season"] or "")
    if season:
        return _in_canada(season + letter, written), match.end()
    return Claim(written, zones=(CANADIAN["HN" + letter][0],)), match.end()


def _in_canada(name: str, written: str) -> Claim:
    key, hours = CANADIAN[name]
    return Claim(written, offset=hours * 3600, zones=(key,))


def _spoken(where: Where) -> tuple[Claim, int] | None:
    """Return a place whose clock is meant: ``heure de Paris``, ``Wiener Zeit``, ``(Rome)``."""
    folded, text, at, after = where
    if match := _SPOKEN.match(folded, at):
        there = Where(folded, text, match.end(), True)
        if found := _place(folded, text, match.end()) or _phrase(there):
            return attrs.evolve(found[0], text=text[at : found[1]]), found[1]
    if after and (word := _WORD_ALONE.match(folded, at)) and word[0] in AGREEING:
        claim = _placed(word[0], text[at : word.end()])
        return (claim, word.end()) if claim else None
    capital = after and text[at].isupper()
    found = _place(folded, text, at) if capital or _BEFORE_SUFFIX.match(folded, at) else None
    if found is None:
        return None
    suffix = _TIME.match(folded, found[1])
    if suffix:
        return attrs.evolve(found[0], text=text[at : suffix.end()]), suffix.end()
    if capital:
        end = _with_state(found[0], text, found[1])
        return None if end is None or _is_adjective(folded[at:end]) else (found[0], end)
    return None


def _with_state(place: Claim, text: str, end: int) -> int | None:
    """Return where ``Boston, MA`` ends; None where the place is another: ``Rome, GA``."""
    state = _STATE.match(text, end)
    if state is None:
        return end
    code, key = state["code"], place.zones[0]
    if code in (country_of(key), "UK" if country_of(key) == "GB" else None):
        return state.end()
    if code and code not in _STATES:
        return end
    here = key.startswith(("America/", "Pacific/Honolulu")) or (key, code) == _PERTH
    return state.end() if here else None


_PERTH = ("Australia/Perth", "WA")


def _is_adjective(name: str) -> bool:
    """Whether it is no place, as ``Italian``, which alone may be the language."""
    said = name in ADJECTIVES or spoken_place(name) is not None
    return said and not (country_code(name) or zones_of_city(name))


def _place(folded: str, text: str, at: int) -> tuple[Claim, int] | None:
    """Return the city or country at *at*, of up to four words, the longest first."""
    words = _WORDS.match(folded, at)
    if words is None:
        return None
    for end in _ends(words):
        claim = _placed(re.sub(r"\s+", " ", folded[at:end]), text[at:end])
        if claim is not None:
            return claim, end
    return None


@lru_cache(maxsize=4096)
def _placed(name: str, written: str) -> Claim | None:
    if name in NO_CITIES or not name:
        return None
    if several := SEVERAL.get(name):
        return Claim(written, zones=several)
    if key := zones_of_city(name):
        return Claim(written, zones=(key,))
    bare = name.removesuffix("r")  # deutscher Zeit
    code = country_code(name) or spoken_place(bare) or ADJECTIVES.get(name, ADJECTIVES.get(bare))
    code = code if code and code.isupper() else None
    keys = zones_of_country(code) if code else ()
    if not keys or code is None:
        found = cities().get(name.replace("-", " ")) or _of_adjective(name) or _of_adjective(bare)
        return Claim(written, zones=(found,)) if found else None
    main = MAIN_ZONES.get(code)
    if main is None:
        return Claim(written, zones=keys)
    return Claim(written, zones=(main, *(key for key in keys if key != main)), main=True)


def _of_adjective(name: str) -> str | None:
    """Return the zone of the city that ``wiener`` or ``brusselse`` is made of."""
    if place := ADJECTIVES.get(name):
        return None if place.isupper() else zones_of_city(place)
    stem = name[:-2] if name.endswith(("er", "se")) else ""
    if len(stem) < 3:
        return None
    return zones_of_city(stem) or cities().get(stem)
