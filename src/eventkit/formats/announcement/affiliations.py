"""What a person is, and where: ``Chairman, gnomon sas & Head of Unit, Example Institute, Italy``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

import attrs

from eventkit.formats.announcement.bodywords import LEADING
from eventkit.formats.announcement.countries import country_code
from eventkit.formats.announcement.kinds import (
    Kind,
    acts,
    is_legal_form,
    is_title_word,
    kind_of,
    words_of,
)
from eventkit.formats.announcement.pieces import Piece, spanning
from eventkit.formats.announcement.prepositions import held_at, held_in, held_of, unquoted
from eventkit.formats.announcement.titlewords import ABBREVIATED, CIVIC, OWNING
from eventkit.formats.announcement.words import fold

__all__ = ["Role", "Roles", "is_place", "read_roles"]


@attrs.frozen
class Role:
    """A title at an organisation, each as far as it is stated, and where it stands."""

    organization: Piece | None
    title: Piece | None = None
    country: Piece | None = None
    unclear: bool = False
    town: Piece | None = None

    @property
    def country_code(self) -> str | None:
        """The code of the country that is stated."""
        return country_code(self.country.text) if self.country else None


Roles = tuple[Role, ...]

_SEMICOLON = re.compile(r"\s*;\s*")
_CELL = re.compile(
    r"\s*[|\t\u2022\u25aa]\s*|\s+\u00b7\s+|\s+(?:[\u2013\u2014~-]{1,2}|//)\s+|\u2014| {3,}"
)
_COMMA = re.compile(r",(?![^()]{0,200}\))\s*")
_JOINERS = re.compile(r"\s+(?:&|and|und|et|y|e|en|sowie|as\s+well\s+as)\s+", re.IGNORECASE)
_SIDES = re.compile(_JOINERS.pattern + r"|(?<=[A-Z])/(?=[A-Z])", re.IGNORECASE)
# What may begin another person: ``and Dr. Ann Lee``.
_SOMEBODY = re.compile(
    r"(?:&|and|und|et|e|y|en)\s+[A-Z]|(?:(?:and|und|et|e|y|en|&)\s+)?(?:Dr|Prof|Mrs?|Ms|Mme|Dott|Ing|Sra?|Herr|Frau|Ir|Drs)"
    r"(?:\.|\s+[A-Z])",
    re.IGNORECASE,
)
_JOINED_MAX = 1000  # characters of a line in which several titles are looked for
_INSIDE = re.compile(r"\s*\((?P<inside>[^()]{1,80})\)$")
_LISTED = re.compile(r"\s(?:&|and|und|et|e|y|en)\s")


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
        else:
            pending.append(cell)
    return _together([*found, *_paired(pending)])


def _together(roles: list[Role]) -> Roles:
    """Join a title and an organisation that only a semicolon parts: ``CEO; Acme``."""
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
    *town, country = cell.split(_COMMA)
    if not country_code(country.text) or len(town) > 1 or not all(map(_may_be_town, town)):
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
        return [role for part in parts for role in _roles_of(part.split(_COMMA))]
    found = _roles_of(cell.split(_COMMA))
    sure = all(role.title and role.organization and not role.unclear for role in found)
    return found if sure and found else None


def _joined(cell: Piece) -> list[Piece]:
    """Part at ``&`` or ``and`` where both sides have a title and an organisation."""
    raw = cell.raw
    if len(raw) > _JOINED_MAX:
        return [cell]
    for match in _JOINERS.finditer(raw):
        left, right = cell.cut(0, match.start()), cell.cut(match.end())
        if _is_whole(left) and _is_whole(right):
            return [*_joined(left), *_joined(right)]
    return [cell]


def _is_whole(piece: Piece) -> bool:
    parts = piece.split(_COMMA)
    held = held_at(parts[0]) or held_of(parts[0]) if parts else None
    if held:
        return held[2] and kind_of(held[0].text) is Kind.TITLE
    return (
        len(parts) > 1 and kind_of(parts[0].text) is Kind.TITLE and not country_code(parts[1].text)
    )


def _paired(cells: list[Piece]) -> list[Role]:
    """Return the roles of cells none of which says all."""
    if not cells:
        return []
    if len(cells) == 1:
        return _roles_of(cells[0].split(_COMMA))
    atoms: list[Piece] = []
    for cell in cells:
        parts = cell.split(_COMMA)
        country = len(parts) > 1 and country_code(parts[-1].text)
        atoms += [spanning(parts[:-1]), parts[-1]] if country else [cell]
    return _roles_of(atoms)


@attrs.define
class _Pair:
    """Titles, and the organisation they are held at, while the parts of a text are read."""

    titles: list[Piece] = attrs.field(factory=list)
    bodies: list[Piece] = attrs.field(factory=list)
    country: Piece | None = None
    unclear: bool = False
    held: bool = False  # whether a word between title and organisation parts them
    town: Piece | None = None

    def role(self) -> Role:
        body = unquoted(spanning(self.bodies)) if self.bodies else None
        title = spanning(self.titles) if self.titles else None
        return Role(body, title, self.country, self.unclear, self.town)

    def settle_town(self) -> None:
        """Take the last part for a town where a country follows: ``Acme, Boston, USA``."""
        if len(self.bodies) < 2 or not _may_be_town(self.bodies[-1]):
            return
        if not self.titles and kind_of(self.bodies[-2].text) is not Kind.BODY:
            return
        if self.country is not None:
            self.town = self.bodies.pop()
        elif self.titles:
            self.unclear = True


def _roles_of(parts: list[Piece]) -> list[Role]:
    """Read the parts between commas, or cells, each taken as one."""
    atoms = _merged(parts)
    pairs = [_Pair()]
    if _is_doer(atoms):
        pairs[0].titles.append(atoms.pop(0))
    for number, atom in enumerate(atoms, len(pairs[0].titles)):
        last = pairs[-1]
        if number and country_code(atom.text) and not last.country:
            last.country = atom
            continue
        if last.country or (last.titles and last.bodies and _opens(atom)):
            pairs.append(_Pair())
        _take(pairs[-1], atom)
    return [_doubted(role) for pair in pairs for role in _settled(pair)]


def _is_doer(atoms: list[Piece]) -> bool:
    """Whether the first part is a title by its ending alone: ``Wrangler, Example University``."""
    if len(atoms) < 2 or not acts(atoms[0].text):
        return False
    return kind_of(atoms[0].text) is Kind.UNKNOWN and kind_of(atoms[1].text) is Kind.BODY


def _doubted(role: Role) -> Role:
    """Mark what may be two organisations, or a state of the same name as a country."""
    body = role.organization
    if body is None:
        return role
    sides = body.split(_JOINERS)
    two = (
        "," not in body.text
        and len(sides) == 2
        and all(kind_of(side.text) is Kind.BODY for side in sides)
    )
    georgia = role.country is not None and fold(role.country.text) == "georgia"
    told = [piece.text for piece in (role.title, body) if piece]
    other = any(map(_SOMEBODY.match, told))
    return attrs.evolve(role, unclear=True) if two or georgia or other else role


def _may_be_town(piece: Piece) -> bool:
    words = piece.text.split()
    tall = all(word[:1].isupper() for word in (words[0], words[-1]))
    plain = kind_of(piece.text) is Kind.UNKNOWN and not _LISTED.search(piece.text)
    return len(words) < 4 and tall and plain


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


def _take(pair: _Pair, atom: Piece) -> None:
    """Put a part where it belongs."""
    held = held_at(atom) or held_in(atom)
    if held and not pair.bodies:
        pair.titles.append(held[0])
        pair.bodies.append(held[1])
        pair.held = True
        return
    kind = kind_of(atom.text)
    if not pair.bodies and kind is Kind.TITLE:
        pair.titles.append(atom)
    else:
        pair.bodies.append(atom)


def _settled(pair: _Pair) -> list[Role]:
    """Return the roles of a pair, of which a part may be missing or in the wrong place."""
    pair.settle_town()
    titles, bodies = pair.titles, pair.bodies
    if titles and not bodies:
        return [_only_titles(pair)]
    if titles and not pair.held and _goes_on(titles[-1], bodies):
        pair.unclear = True
        if len(bodies) > 1:
            titles[-1:] = [spanning([titles[-1], bodies.pop(0)])]
    if titles and bodies and not pair.held and _is_department(bodies):
        pair.unclear = True
    if not titles and bodies:
        return [_no_title(pair)]
    if not pair.held and len(bodies) == 1 and kind_of(bodies[0].text) is Kind.UNKNOWN:
        return [_of_a_place(pair)]
    return [pair.role()]


def _of_a_place(pair: _Pair) -> Role:
    """Doubt what may be a town: ``Mayor of Springfield, Ohio``, ``Rector de ESPOL, Quito``."""
    *before, last = pair.titles
    words = last.text.split()
    if (
        len(words) > 2
        and words[-1].isupper()
        and len(words[-1]) > 3
        and _may_be_town(pair.bodies[0])
    ):
        held = held_of(last) or (
            last.cut(0, last.raw.rfind(words[-2])),
            last.cut(last.raw.rfind(words[-1])),
            False,
        )
        town = pair.bodies[0]
        return _Pair([*before, held[0]], [held[1]], pair.country, True, town=town).role()
    if len(words) > 2 and CIVIC.intersection(words_of(last.text)):
        pair.unclear = True
    return pair.role()


def _goes_on(title: Piece, bodies: Sequence[Piece]) -> bool:
    """Whether a title is a list: ``Head of Research, Innovation and Growth``."""
    listed = kind_of(bodies[0].text) is Kind.UNKNOWN and bool(_LISTED.search(bodies[0].text))
    return listed and len(words_of(title.text)) > (1 if len(bodies) > 1 else 2)


def _is_department(bodies: Sequence[Piece]) -> bool:
    """Whether what stands before an organisation may be of the title: ``Lead, Data, Acme Ltd``."""
    parts = [part for body in bodies for part in body.split(_COMMA)]
    first, last = kind_of(parts[0].text), kind_of(parts[-1].text)
    return (
        len(parts) > 1
        and first is Kind.UNKNOWN
        and last is Kind.BODY
        and not is_legal_form(parts[1].text)
    )


def _only_titles(pair: _Pair) -> Role:
    """Find the organisation inside a title: ``Director of the Example Institute``."""
    *before, last = pair.titles
    if match := _INSIDE.search(last.raw):
        inside = last.cut(match.start("inside"), match.end("inside"))
        if unquoted(inside) is not inside:
            return pair.role()
        return _Pair([*before, last.cut(0, match.start())], [inside], pair.country).role()
    if held := held_of(last):
        return _Pair([*before, held[0]], [held[1]], pair.country, not held[2]).role()
    if beside := _beside(last):
        return _Pair([*before, beside[0]], [beside[1]], pair.country, beside[2]).role()
    return pair.role()


def _no_title(pair: _Pair) -> Role:
    """Find the title among parts that are none for sure, or keep them whole."""
    first, *rest = pair.bodies
    kinds = [kind_of(piece.text) for piece in pair.bodies]
    if kinds[-1] is Kind.TITLE and (len(kinds) == 2 or Kind.UNKNOWN not in kinds[:-1]):
        return _Pair([pair.bodies[-1]], pair.bodies[:-1], pair.country).role()
    if kinds[0] is Kind.BOTH and (parted := _beside(first)):
        return _Pair([parted[0]], [parted[1], *rest], pair.country, parted[2]).role()
    if kinds[0] is Kind.BOTH and rest:
        return _Pair([first], rest, pair.country).role()
    sure = all(kind is Kind.BODY for kind in kinds) or _is_listed_body(pair.bodies, kinds)
    return _Pair([], pair.bodies, pair.country, not sure).role()


def _is_listed_body(bodies: list[Piece], kinds: list[Kind]) -> bool:
    """Whether the parts list what one body is for: ``Ministry of Health, Family and Sport``."""
    return (
        kinds[0] is Kind.BODY
        and len(words_of(bodies[0].text)) > 2
        and bool(_LISTED.search(bodies[-1].text))
        and Kind.TITLE not in kinds
    )


def _beside(piece: Piece) -> tuple[Piece, Piece, bool] | None:
    """Part a title from the organisation right after it: ``Direttrice Istituto Esempio``."""
    words = list(re.finditer(r"\S+", piece.raw))
    folded = [(words_of(word[0])[:1] or ("",))[0] for word in words]
    for number in range(1, len(words)):
        if not is_title_word(folded[number - 1]):
            continue
        name = piece.raw[words[number].start() :]
        begins = folded[number] in LEADING and number + 1 < len(words)
        ends = is_legal_form(words[-1][0]) or _is_known_acronym(name)
        if begins or ends:
            return piece.cut(0, words[number - 1].end()), piece.cut(words[number].start()), False
        if number == 1 and folded[0] in ABBREVIATED | OWNING and name[:1].isupper():
            return piece.cut(0, words[0].end()), piece.cut(words[1].start()), True
    return None


def _is_known_acronym(name: str) -> bool:
    return name.isupper() and kind_of(name) is Kind.BODY


def is_place(cell: Piece) -> bool:
    """Whether a line of its own says a country, perhaps with a town, and no more."""
    return _place_of(cell) is not None
