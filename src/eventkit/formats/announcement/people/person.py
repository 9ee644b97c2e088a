"""One person as an announcement names them: honorific, name, and what they are."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from eventkit.formats.announcement.people.affiliations import Role, Roles, read_roles
from eventkit.formats.announcement.people.contacts import Contacts
from eventkit.formats.announcement.people.degrees import is_degree, is_late_degree
from eventkit.formats.announcement.people.kinds import (
    is_body_word,
    is_legal_form,
    may_be_name,
    words_of,
)
from eventkit.formats.announcement.people.namewords import (
    SUFFIXES,
    holds_honorific,
    honorific_end,
    looks_like_name,
)
from eventkit.formats.announcement.people.sentences import is_running_on
from eventkit.formats.announcement.text.countries import country_code
from eventkit.formats.announcement.text.pieces import Piece, spanning
from eventkit.formats.announcement.text.rolewords import part_named
from eventkit.formats.announcement.text.words import fold

__all__ = ["Named", "read_person"]


_NONE = Contacts()


@attrs.frozen
class Named:
    """
    A person as named.

    Args:
        name: Without what stands before and after it.
        place: Where the name stands.
        honorific: As written before the name.
        cells: What follows the name, parted at bars and dashes.
        bracket: What stands in brackets after the name.
        degrees: Degrees and honours after the name.
        part: The part in the event, where it is said beside the name.
        doubtful: True when the name does not look like one.
        contacts: Addresses beside the name.
        sentence: Whether a sentence says what they are.
    """

    name: str
    place: Piece | None = None
    honorific: Piece | None = None
    cells: tuple[Piece, ...] = ()
    bracket: Piece | None = None
    degrees: tuple[Piece, ...] = ()
    part: str | None = None
    doubtful: bool = False
    contacts: Contacts = _NONE
    sentence: bool = False

    def roles(self, more: Sequence[Piece] = ()) -> Roles:
        """Return what the person is, by the line of the name and *more* lines about them."""
        found = read_roles([*self.cells, *more])
        if self.sentence:
            found = tuple(map(_told, found))
        return _bracketed(self.bracket, found) if self.bracket else found


def _told(role: Role) -> Role:
    """Doubt an organisation that may be more of a sentence."""
    body = role.organization
    return attrs.evolve(role, unclear=True) if body and is_running_on(body.text) else role


# What ends a name: ``Ann Lee, Chair``, ``Ann Lee (MIT)``, ``Ann Lee from MIT``.
_BREAK = re.compile(
    r"\s*[,;|\t(\[\u2022\u25aa]|\s+(?:[\u2013\u2014/~-]{1,2}|\u00b7)\s+|\u2014|\s*:\s|\s*@\s*| {3,}"
    r"|(?<=[a-z\u00df-\u00ff]{3})\.\s+(?=[A-Z\u00c0-\u00de])"
    r"|\s+(?:on\s+behalf\s+of|representing|in\s+rappresentanza\s+d(?:i|el|ella)|namens"
    r"|au\s+nom\s+de"
    r"|im\s+namen\s+(?:von|der|des)|en\s+representaci\u00f3n\s+de"
    r"|em\s+representa\u00e7\u00e3o\s+d[aeo])\s+(?=\S)"
    r"|\s+(?:at|from|of|with|bei|beim|vom|presso|chez|bij)\s+(?=\S)",
    re.IGNORECASE,
)
_OF_BODY = re.compile(
    r"\s+(?:(?:dell|all|de\s+l|d|de\s+la)'|(?:de\s+la|del|della|dello|du|do|da|van\s+de|van\s+het"
    r"|von\s+der"
    r"|der|di|de|van)\s)\s*"
)
_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,200}(?:\([^()]{1,60}\)[^()\[\]]{0,100})?)[)\]]")
_NICK = re.compile(r"[^\W\d_][\w'-]{0,30}\s+\([^\W\d_]\w{0,20}\)(?=\s+[A-Z\u00c0-\u00de])")
_FULL_STOP = re.compile(r"[a-z\u00df-\u00ff]{3}\.$")
_ABBREVIATED = re.compile(r"(?!St\.)[^\W\d_]{2,}[.\u00aa\u00ba]\s")
_SENTENCE = re.compile(r"(?<=[a-z\u00df-\u00ff]{3})\.\s+")
_SEMICOLON = re.compile(r"\s*;\s*")
_SLASH = re.compile(r"\s+/\s+")
_COMMA = re.compile(r"\s*,\s*")
_LAST_BRACKET = re.compile(r"[(\[](?P<inside>[^()\[\]]{1,60})[)\]]$")
_OPENING = re.compile(r"\s*[(\[]")
_LAST = re.compile(r"\s*[,;|\t]\s*|\s+[\u2013\u2014-]{1,2}\s+|\u2014| {3,}")
_LEAD = " \t,;:|/\u2013\u2014-"


def read_person(said: Piece, told: Piece | None = None) -> Named | None:
    """
    Return the person that a text names, or None where there is no name.

    Args:
        said: The text, without addresses.
        told: What a sentence says they are, of which *said* is the subject.
    """
    rest = said.stripped(_LEAD)
    start = honorific_end(rest.raw)
    honorific, rest = rest.cut(0, start), rest.cut(start)
    name, tail = _parted(rest)
    if not name:
        return None
    bracket, tail = _bracket_of(tail)
    name, degrees, tail = _degrees(name, tail)
    if bracket and is_degree(bracket.text):
        degrees, bracket = (bracket, *degrees), None
    elif degrees and bracket is None:
        bracket, tail = _bracket_of(tail)
    part, bracket, tail = _part(bracket, tail)
    cells = _cells(rest, name, tail) if told is None else (told,)
    if _FULL_STOP.search(name.raw):
        name = name.stripped(".")
    doubtful = not looks_like_name(name.text) or not may_be_name(name.text)
    doubtful = doubtful or bool(_ABBREVIATED.match(name.text)) or holds_honorific(name.text)
    return Named(
        name.text.strip("\"'"), name, honorific or None, cells, bracket, degrees, part,
        doubtful, sentence=told is not None,
    )  # fmt: skip


def _parted(piece: Piece) -> tuple[Piece, Piece]:
    """Return the name and what follows it."""
    raw = piece.raw
    folded = fold(raw)
    match = _BREAK.search(raw)
    if match and match[0][:1] == "." and " " not in raw[: match.start()].strip():
        match = _BREAK.search(raw, match.end())  # an honorific that is not known: ``Gral. Paz``
    end = match.start() if match else len(raw)
    for of in _OF_BODY.finditer(folded, 0, end):
        following = words_of(raw[of.end() : end])
        if of.start() and following and is_body_word(following[0]):
            return piece.cut(0, of.start()), piece.cut(of.end())
    if match is None:
        return piece, piece.cut(len(raw))
    if match[0].strip() in ("(", "["):
        nick = _NICK.match(raw)
        if nick:
            return _around(piece, nick.end())
        return piece.cut(0, match.start()), piece.cut(match.end() - 1)
    return piece.cut(0, match.start()), piece.cut(
        match.start() if match[0].strip() == "," else match.end()
    )


def _around(piece: Piece, end: int) -> tuple[Piece, Piece]:
    """Return a name with another in brackets within, and what follows: ``Ann (Annie) Lee``."""
    match = _BREAK.search(piece.raw, end)
    stop = match.start() if match else len(piece.raw)
    return piece.cut(0, stop), piece.cut(stop)


def _bracket_of(tail: Piece) -> tuple[Piece | None, Piece]:
    """Return what stands in brackets right after the name, and the rest."""
    match = _BRACKET.match(tail.raw)
    if match is None:
        return None, tail.stripped(_LEAD)
    inside = tail.cut(match.start("inside"), match.end("inside"))
    return inside or None, tail.cut(match.end()).stripped(_LEAD)


def _degrees(name: Piece, tail: Piece) -> tuple[Piece, tuple[Piece, ...], Piece]:
    """Return the name with its suffix, the degrees after it, and the rest."""
    found: list[Piece] = []
    words = list(re.finditer(r"\S+", name.raw))
    while len(words) > 1 and is_late_degree(words[-1][0], len(words)):
        match = words.pop()
        found.insert(0, name.cut(match.start(), match.end()).stripped(","))
        name = name.cut(0, words[-1].end()).stripped(",")
    while tail:
        parts = tail.split(_LAST)
        if not parts:
            break
        first = parts[0]
        if bracket := _OPENING.search(tail.raw, 0, len(first.raw)):
            first = tail.cut(0, bracket.start())
        if fold(first.text.rstrip(".")) in SUFFIXES:
            name = spanning([name, first])
        elif is_degree(first.text):
            found.append(first)
        else:
            break
        tail = tail.cut(first.stop - tail.start).stripped(_LEAD)
    return name, tuple(found), tail


def _part(bracket: Piece | None, tail: Piece) -> tuple[str | None, Piece | None, Piece]:
    """Return the part in the event that is said in brackets or as the last word."""
    if bracket and (part := part_named(fold(bracket.text), bracketed=True)):
        return part, None, tail
    for said in (bracket.split(_COMMA)[:1] + bracket.split(_COMMA)[-1:]) if bracket else ():
        if bracket and said.raw != bracket.raw and (part := part_named(fold(said.text))):
            first = said.start == bracket.start
            rest = (
                bracket.cut(said.stop - said.start)
                if first
                else bracket.cut(0, said.start - bracket.start)
            )
            return part, rest.stripped(_LEAD), tail
    match = _LAST_BRACKET.search(tail.raw)
    part = part_named(fold(match["inside"].strip()), bracketed=True) if match else None
    if match and part:
        return part, bracket, tail.cut(0, match.start()).stripped(_LEAD)
    last = tail.split(_LAST)[-1:]
    if last and (part := part_named(fold(last[0].text))):
        return part, bracket, tail.cut(0, last[0].start - tail.start).stripped(_LEAD)
    return None, bracket, tail


def _cells(rest: Piece, name: Piece, tail: Piece) -> tuple[Piece, ...]:
    """Part what follows a name at what parts the name from it, where that is no comma."""
    if not tail:
        return ()
    after = rest.line.text[name.stop : name.stop + 3].strip()[:1]
    if after == "." and not is_legal_form(tail.text.rsplit(" ", 1)[-1]):
        return tuple(tail.stripped(".").split(_SENTENCE))
    if after == ";" and "," not in tail.raw:
        return tuple(tail.split(_SEMICOLON))
    return tuple(tail.split(_SLASH)) if after == "/" else (tail,)


def _bracketed(bracket: Piece, found: Roles) -> Roles:
    """Add what stands in brackets after the name: an organisation, a title, or both."""
    inside = read_roles([bracket])
    if len(found) == 1 and len(inside) == 1:
        merged = _merged(found[0], inside[0])
        if merged:
            return (merged,)
    known = tuple(_settled(role) for role in inside)
    return (*known, *found)


def _settled(role: Role) -> Role:
    """Take what is in brackets for an organisation, unless it is a country."""
    if role.organization is None or not role.unclear:
        return role
    alone = role.title is None and country_code(role.organization.text) is None
    return attrs.evolve(role, unclear=not alone or "," in role.organization.text)


def _merged(outer: Role, inner: Role) -> Role | None:
    """Return one role of what stands in the brackets and after them: ``Ann (MIT), Chair``."""
    if outer.organization and not outer.title and country_code(outer.organization.text):
        return attrs.evolve(_settled(inner), country=outer.organization)
    if inner.title and not inner.organization and outer.organization and not outer.title:
        return attrs.evolve(outer, title=inner.title, unclear=False)
    if inner.organization and not inner.title:
        if outer.title and not outer.organization:
            return attrs.evolve(
                _settled(inner),
                title=outer.title,
                country=inner.country or outer.country,
            )
        if (
            outer.unclear
            and not outer.title
            and outer.organization
            and "," not in outer.organization.text
        ):
            return attrs.evolve(_settled(inner), title=outer.organization, country=outer.country)
    return None
