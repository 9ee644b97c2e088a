"""What a person is, and where: ``Chairman, gnomon sas & Head of Unit, Example Institute``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from eventkit.formats.announcement.people.bodywords import HOUSES
from eventkit.formats.announcement.people.doubts import JOINERS, doubted
from eventkit.formats.announcement.people.fields import is_field
from eventkit.formats.announcement.people.kinds import (
    COMPANY,
    Kind,
    acts,
    is_legal_form,
    is_title_word,
    is_unit,
    kind_of,
    words_of,
)
from eventkit.formats.announcement.people.pairs import COMMA, Pair, Role, Roles, may_be_town
from eventkit.formats.announcement.people.prepositions import held_at, held_in, held_of
from eventkit.formats.announcement.people.settling import settled
from eventkit.formats.announcement.text.countries import country_code
from eventkit.formats.announcement.text.pieces import Piece, spanning
from eventkit.formats.announcement.text.words import fold

__all__ = ["Role", "Roles", "is_place", "read_roles"]


_SEMICOLON = re.compile(r"\s*;\s*")
_CELL = re.compile(
    r"\s*[|\t\u2022\u25aa]\s*|\s+\u00b7\s+|\s+(?:[\u2013\u2014~-]{1,2}|//)\s+|\u2014| {3,}"
)
_JOINED_MAX = 1000  # characters of a line in which several titles are looked for
_INSIDE = re.compile(r"\s*\((?P<inside>[^()]{1,80})\)$")


def read_roles(cells: Sequence[Piece]) -> Roles:
    """
    Return the titles and organisations that stand beside or below a name.

    Args:
        cells: What follows the name, parted at lines, bars and dashes, which part more than commas.
    """
    found: list[Role] = []
    pending: list[Piece] = []
    for cell in (part for given in cells for part in _groups(given)):
        if cell is None:
            found += _paired(pending)
            pending = []
            continue
        whole = _complete(cell)
        if whole:
            found += [*_paired(pending), *whole]
            pending = []
        elif not pending and found and (place := _place_of(cell)) and not found[-1].country:
            found[-1] = attrs.evolve(found[-1], town=place[0], country=place[1])
        elif not pending and found and kind_of(cell.text) is Kind.BODY and not found[-1].country:
            found[-1:] = _of_two(found[-1], cell)
        else:
            pending.append(cell)
    return _together([*found, *_paired(pending)])


def _of_two(role: Role, cell: Piece) -> list[Role]:
    """Take a body below another for the one that it is part of, or doubt both."""
    parts = cell.split(COMMA)
    country = parts.pop() if len(parts) > 1 and country_code(parts[-1].text) else None
    if role.organization and is_unit(role.organization.text):
        body = spanning([role.organization, *parts])
        return [attrs.evolve(role, organization=body, country=country)]
    below = [attrs.evolve(one, unclear=True) for one in _roles_of(cell.split(COMMA))]
    return [role, *below]


def _together(roles: list[Role]) -> Roles:
    """Join a title and an organisation that only a semicolon parts: ``Chair; Acme``."""
    found: list[Role] = []
    for role in roles:
        before = found[-1] if found else None
        alone = before and before.title and not before.organization and not before.country
        if before and alone and role.organization and not role.title:
            found[-1] = attrs.evolve(role, title=before.title, unclear=False)
        else:
            found.append(role)
    return tuple(found)


def _place_of(cell: Piece) -> tuple[Piece | None, Piece] | None:
    """Return the town, if any, and the country where a cell says no more."""
    *town, country = cell.split(COMMA) or [cell]
    if not country_code(country.text) or len(town) > 1 or not all(map(may_be_town, town)):
        return None
    return (town[0] if town else None), country


def _groups(cell: Piece) -> Iterable[Piece | None]:
    """Yield the cells of a text, and None where a semicolon parts two roles."""
    for number, group in enumerate(cell.split(_SEMICOLON)):
        if number:
            yield None
        yield from (piece.stripped(",") for piece in group.split(_CELL))


def _complete(cell: Piece) -> list[Role] | None:
    """Return the roles of a cell that says title and organisation, or None."""
    parts = _joined(cell)
    if len(parts) > 1:
        return [role for part in parts for role in _roles_of(part.split(COMMA))]
    found = _roles_of(cell.split(COMMA))
    sure = all(role.title and role.organization and not role.unclear for role in found)
    return found if sure and found else None


def _joined(cell: Piece) -> list[Piece]:
    """Part at ``&`` or ``and`` where both sides have a title and an organisation."""
    raw = cell.raw
    if len(raw) > _JOINED_MAX:
        return [cell]
    for match in JOINERS.finditer(raw):
        left, right = cell.cut(0, match.start()), cell.cut(match.end())
        if COMPANY.match(raw[match.start() :].lstrip()):
            continue
        if _is_whole(left) and (_is_whole(right) or _is_title(right)):
            return [*_joined(left), *_joined(right)]
    return [cell]


def _is_whole(piece: Piece) -> bool:
    parts = piece.split(COMMA)
    held = held_at(parts[0]) or held_of(parts[0]) if parts else None
    if held:
        return held[2] and kind_of(held[0].text) is Kind.TITLE
    return (
        len(parts) > 1 and kind_of(parts[0].text) is Kind.TITLE and not country_code(parts[1].text)
    )


def _is_title(piece: Piece) -> bool:
    """Whether a text begins with a title: ``consulente di Sviluppo Esempio``."""
    first = piece.split(COMMA)[:1]
    words = words_of(first[0].text) if first else ()
    return bool(words) and is_title_word(words[0]) and kind_of(first[0].text) is Kind.TITLE


def _paired(cells: list[Piece]) -> list[Role]:
    """Return the roles of cells none of which says all."""
    if not cells:
        return []
    if len(cells) == 1:
        return _roles_of(cells[0].split(COMMA))
    atoms: list[Piece] = []
    for cell in cells:
        parts = cell.split(COMMA)
        country = len(parts) > 1 and country_code(parts[-1].text)
        atoms += [spanning(parts[:-1]), parts[-1]] if country else [cell]
    return _roles_of(atoms)


def _roles_of(parts: list[Piece]) -> list[Role]:
    """Read the parts between commas, or cells, each taken as one."""
    atoms = _merged(parts)
    pairs = [Pair()]
    if _is_doer(atoms):
        pairs[0].unclear = kind_of(atoms[1].text) is not Kind.BODY
        pairs[0].titles.append(atoms.pop(0))
    for number, atom in enumerate(atoms, len(pairs[0].titles)):
        last = pairs[-1]
        if number and country_code(atom.text) and not last.country:
            last.country = atom
            continue
        if last.country or (last.titles and last.bodies and _opens(atom)):
            pairs.append(Pair())
        _take(pairs[-1], atom)
    return [doubted(role) for pair in pairs for role in settled(pair)]


def _is_doer(atoms: list[Piece]) -> bool:
    """
    Whether the first part is a title, though in no list: ``Wrangler, Example University``.

    Its ending tells, or that it is not tall, as no name of an organisation is.
    """
    if len(atoms) < 2 or kind_of(atoms[0].text) is not Kind.UNKNOWN:
        return False
    known = kind_of(atoms[1].text) is Kind.BODY
    return (acts(atoms[0].text) and known) or _is_small(atoms)


def _is_small(atoms: list[Piece]) -> bool:
    """Whether only the second part of two is tall: ``académica, Ejemplo``."""
    first, second = atoms[0].text, atoms[1].text
    plain = first.islower() and len(first) > 3 and not is_legal_form(first.rsplit(" ", 1)[-1])
    return plain and second[:1].isupper() and not country_code(second)


def _merged(parts: list[Piece]) -> list[Piece]:
    """Put back together what a comma parts though it is one: ``Acme, Inc.``."""
    found: list[Piece] = []
    for part in (piece for one in parts for piece in _with_country_apart(one)):
        if found and is_legal_form(part.text):
            found[-1] = spanning([found[-1], part])
        else:
            found.append(part)
    return found


def _with_country_apart(part: Piece) -> list[Piece]:
    """Part a country in brackets from what it is of: ``Acme (France)``."""
    match = None if country_code(part.text) else _INSIDE.search(part.raw)
    inside = match and part.cut(match.start("inside"), match.end("inside"))
    if match and match.start() and inside and country_code(inside.text):
        return [part.cut(0, match.start()), inside]
    return [part]


def _opens(atom: Piece) -> bool:
    """Whether a part begins another role."""
    held = held_at(atom)
    return kind_of((held[0] if held else atom).text) is Kind.TITLE


def _take(pair: Pair, atom: Piece) -> None:
    """Put a part where it belongs."""
    held = held_at(atom) or held_in(atom)
    if held and not pair.bodies:
        pair.titles.append(held[0])
        pair.bodies.append(held[1])
        pair.held = True
        return
    if pair.titles and not pair.bodies and _is_house(atom):
        pair.bodies.append(atom)
        pair.unclear = True
    elif not pair.bodies and kind_of(atom.text) is Kind.TITLE:
        pair.titles.append(atom)
    else:
        pair.bodies.append(atom)


def is_place(cell: Piece) -> bool:
    """Whether a line of its own says a country, perhaps with a town, and no more."""
    return _place_of(cell) is not None


def _is_house(atom: Piece) -> bool:
    """Whether a part after a title is a company by its trade: ``Consultora Ejemplo``."""
    first, *others = atom.text.split()
    named = bool(others) and others[0].istitle() and not is_field(others[0])
    return named and fold(first) in HOUSES and not is_title_word(fold(others[0]))
