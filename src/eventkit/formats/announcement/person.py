"""One person as an announcement names them: honorific, name, and what they are."""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.affiliations import Roles, read_roles
from eventkit.formats.announcement.countries import country_code
from eventkit.formats.announcement.people_words import (
    PARTICLES,
    is_organization,
    is_title,
    post_nominal,
    split_honorific,
)
from eventkit.formats.announcement.words import fold

__all__ = ["Named", "looks_like_name", "read_person", "split_people"]


@attrs.frozen
class Named:
    """
    A person as named.

    Args:
        name: Without what stands before and after it.
        honorific: As written before the name.
        roles: Titles and organisations.
        degrees: Degrees and honours after the name.
        doubtful: True when the name does not look like one.
        url: The person's page, where the line gives one.
    """

    name: str
    honorific: str | None = None
    roles: Roles = ()
    degrees: tuple[str, ...] = ()
    doubtful: bool = False
    url: str | None = None


_URL = re.compile(r"\(?<?(https?://[^\s<>()\"]+)>?\)?")
_BULLET = re.compile(r"^\s*(?:[-*\u2022\u00b7\u2013\u25cf]|\d{1,2}[.)])\s+")
_BREAK = re.compile(
    r",\s*|\s+[-\u2013\u2014|/]\s+|\s*@\s*|\s+at\s+|\s*:\s+|\s*[;]\s*|\s*[\u2014]\s*"
)
_BRACKETS = re.compile(r"\s*[(\[](?P<inside>[^()\[\]]+)[)\]]\s*$")
_AND = r"(?:,|;|\s&|\sand|\set|\sund|\sy|\se|\sen)"
_SUFFIX = frozenset(["jr", "sr", "ii", "iii", "iv"])


def looks_like_name(text: str) -> bool:
    """Whether *text* has the shape of a person's name: few words, capitals, no digits."""
    words = text.split()
    if not 1 <= len(words) <= 8 or len(text) > 80 or re.search(r"[\d@:;!?/\\|<>=_#]", text):
        return False
    return all(
        fold(word) in PARTICLES or not word[:1].isalpha() or not word[:1].islower()
        or "'" in word[:3] or "\u2019" in word[:3]
        for word in words
    ) and any(word[:1].isalpha() for word in words)  # fmt: skip


def read_person(text: str) -> Named | None:
    """Return the person that one line names, or None where there is no name."""
    text, url = _without_url(_BULLET.sub("", text).strip().strip("*_").strip())
    honorific, rest = split_honorific(text)
    inside = None
    rest = _country_inside(rest)
    if match := _BRACKETS.search(rest):
        inside, rest = match["inside"].strip(), rest[: match.start()].rstrip(" ,")
    name, tail = _split(rest)
    if not name:
        return None
    degrees, name, tail = _degrees(name, tail)
    roles = read_roles(tail) if tail else ()
    if inside is not None:
        degrees, roles = _bracketed(inside, degrees, roles)
    return Named(name, honorific, roles, degrees, not looks_like_name(name), url)


def _country_inside(text: str) -> str:
    """Move a country into the brackets before it: ``Ann Lee (MIT), USA``."""
    match = re.search(r"[)\]]\s*,\s*(?P<country>[^()\[\],]+)$", text)
    if match is None or country_code(match["country"]) is None:
        return text
    return f"{text[: match.start()]}, {match['country']})"


def _without_url(text: str) -> tuple[str, str | None]:
    match = _URL.search(text)
    if match is None:
        return text, None
    rest = f"{text[: match.start()].rstrip(' -,|')} {text[match.end() :].lstrip(' ,|')}".strip()
    return rest, match[1].rstrip(".,;")


def _split(text: str) -> tuple[str, str]:
    """Return the name and what follows the first separator."""
    match = _BREAK.search(text)
    if match is None:
        return text.strip(), ""
    return text[: match.start()].strip(), text[match.end() :].strip()


def _degrees(name: str, tail: str) -> tuple[tuple[str, ...], str, str]:
    found: list[str] = []
    while tail:
        first, comma, rest = tail.partition(",")
        if fold(first.strip().rstrip(".")) in _SUFFIX:
            name = f"{name}, {first.strip()}"
        elif post_nominal(first):
            found.append(first.strip())
        else:
            break
        tail = rest.strip() if comma else ""
    words = name.split()
    while len(words) > 2 and post_nominal(words[-1]) and words[-1].isupper() | ("h" in words[-1]):
        found.insert(0, words.pop())
        name = " ".join(words)
    return tuple(found), name, tail


def _bracketed(
    inside: str, degrees: tuple[str, ...], roles: Roles
) -> tuple[tuple[str, ...], Roles]:
    """Read what stands in brackets at the end: an organisation, a role, or a degree."""
    if post_nominal(inside):
        return (*degrees, inside), roles
    if len(roles) == 1 and roles[0].organization is None:
        found = read_roles(inside, bracketed=True)
        if found and found[0].organization and found[0].title is None:
            return degrees, (attrs.evolve(found[0], title=roles[0].title), *found[1:])
    if len(roles) == 1 and roles[0].unclear and "," not in (roles[0].organization or ""):
        found = read_roles(inside, bracketed=True)
        if found and found[0].organization and found[0].title is None:
            title = roles[0].organization
            return degrees, (attrs.evolve(found[0], title=title), *found[1:])
    return degrees, (*roles, *read_roles(inside, bracketed=True))


def split_people(text: str) -> list[str]:
    """Return the people of one line: ``Ann Lee (MIT), Bo Chen (ETH) and Cy Doe (UCL)``."""
    pieces = re.split(rf"(?<=\)){_AND}\s+(?=[^\W\d_])", text)
    if len(pieces) > 1:
        return [piece.strip() for piece in pieces]
    pieces = [piece.strip() for piece in re.split(r"\s*;\s*", text) if piece.strip()]
    if len(pieces) > 1 and all(_starts_with_name(piece) for piece in pieces):
        return pieces
    pieces = [piece.strip() for piece in re.split(r",\s+|\s+(?:&|and|et|und|y|e|en)\s+", text)]
    listed = re.search(r"\s(?:&|and|et|und|y|e|en)\s", text)
    if len(pieces) > 1 and listed and all(_is_bare_name(piece) for piece in pieces):
        return pieces
    return [text]


def _starts_with_name(text: str) -> bool:
    name = _split(split_honorific(text)[1])[0]
    name = _BRACKETS.sub("", name)
    return len(name.split()) > 1 and looks_like_name(name) and not is_title(name)


def _is_bare_name(text: str) -> bool:
    name = split_honorific(text)[1]
    return (
        2 <= len(name.split()) <= 4
        and looks_like_name(name)
        and not is_title(name)
        and not is_organization(name)
    )
