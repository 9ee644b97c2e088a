"""What is said of a person, where a part of the pair is missing or stands in the wrong place."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventkit.formats.announcement.people.bodywords import FIELDLIKE, LEADING
from eventkit.formats.announcement.people.fields import is_field
from eventkit.formats.announcement.people.kinds import (
    Kind,
    is_legal_form,
    is_sure_body,
    is_title_word,
    kind_of,
    words_of,
)
from eventkit.formats.announcement.people.pairs import COMMA, LISTED, Pair, Role, may_be_town
from eventkit.formats.announcement.people.prepositions import held_by_one, held_of, unquoted
from eventkit.formats.announcement.people.titleclasses import ABBREVIATED, CIVIC, OWNING
from eventkit.formats.announcement.text.pieces import Piece, spanning
from eventkit.formats.announcement.text.words import fold

__all__ = ["settled"]

# Before an organisation that somebody speaks for.
_FOR = re.compile(
    r"(?:on\s+behalf\s+of|representing|from|in\s+rappresentanza\s+d(?:i|ella|el|ell')|per\s+(?:la"
    r"|il|l')"
    r"|pour\s+(?:la|le|l')|au\s+nom\s+d(?:e\s+la|e|u)|im\s+namen\s+(?:von|der|des)|vom|namens"
    r"|en\s+representacion\s+del?|em\s+representacao\s+d[aeo])(?:\s+|(?<='))(?=\S)"
)
_INSIDE = re.compile(r"\s*\((?P<inside>[^()]{1,80})\)$")


def settled(pair: Pair) -> list[Role]:
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
        if len(bodies) > 1 and is_field(bodies[0].text):
            titles[-1:] = [spanning([titles[-1], bodies.pop(0)])]
    if titles and bodies and not pair.held and is_field(bodies[0].text):
        pair.unclear = pair.unclear or kind_of(bodies[0].text) is Kind.UNKNOWN
    if not titles and bodies:
        return [_no_title(pair)]
    if not pair.held and len(bodies) == 1 and kind_of(bodies[0].text) is Kind.UNKNOWN:
        return [_of_a_place(pair)]
    return [pair.role()]


def _of_a_place(pair: Pair) -> Role:
    """Doubt what may be a town: ``Mayor of Springfield, Ohio``, ``Rector de ESPOL, Quito``."""
    *before, last = pair.titles
    words = last.text.split()
    if (
        len(words) > 2
        and words[-1].isupper()
        and len(words[-1]) > 3
        and may_be_town(pair.bodies[0])
    ):
        held = held_of(last) or (
            last.cut(0, last.raw.rfind(words[-2])),
            last.cut(last.raw.rfind(words[-1])),
            False,
        )
        town = pair.bodies[0]
        return Pair([*before, held[0]], [held[1]], pair.country, True, town=town).role()
    if len(words) > 2 and CIVIC.intersection(words_of(last.text)):
        pair.unclear = True
    inside = held_of(last) if may_be_town(pair.bodies[0]) else None
    if inside and inside[2] and kind_of(inside[1].text) is Kind.BODY:
        body = spanning([inside[1], pair.bodies[0]])
        return Pair([*before, inside[0]], [body], pair.country, True).role()
    return pair.role()


def _goes_on(title: Piece, bodies: Sequence[Piece]) -> bool:
    """Whether a title is a list: ``Head of Research, Innovation and Growth``."""
    listed = kind_of(bodies[0].text) is Kind.UNKNOWN and bool(LISTED.search(bodies[0].text))
    return listed and len(words_of(title.text)) > (1 if len(bodies) > 1 else 2)


def _is_department(bodies: Sequence[Piece]) -> bool:
    """Whether what stands before an organisation may be of the title: ``Lead, Data, Acme Ltd``."""
    parts = [part for body in bodies for part in body.split(COMMA)]
    first, last = kind_of(parts[0].text), kind_of(parts[-1].text)
    return (
        len(parts) > 1
        and first is Kind.UNKNOWN
        and last is Kind.BODY
        and not is_legal_form(parts[1].text)
    )


def _only_titles(pair: Pair) -> Role:
    """Find the organisation inside a title: ``Director of the Example Institute``."""
    *before, last = pair.titles
    if match := _INSIDE.search(last.raw):
        inside = last.cut(match.start("inside"), match.end("inside"))
        if unquoted(inside) is not inside:
            return pair.role()
        return Pair([*before, last.cut(0, match.start())], [inside], pair.country).role()
    if held := held_of(last):
        return Pair([*before, held[0]], [held[1]], pair.country, not held[2]).role()
    if beside := _beside(last):
        return Pair([*before, beside[0]], [beside[1]], pair.country, beside[2]).role()
    return pair.role()


def _no_title(pair: Pair) -> Role:
    """Find the title among parts that are none for sure, or keep them whole."""
    first, *rest = pair.bodies
    if match := _FOR.match(fold(first.raw)):
        return Pair([], [first.cut(match.end()), *rest], pair.country).role()
    kinds = [kind_of(piece.text) for piece in pair.bodies]
    if kinds[-1] is Kind.TITLE and (len(kinds) == 2 or Kind.UNKNOWN not in kinds[:-1]):
        return Pair([pair.bodies[-1]], pair.bodies[:-1], pair.country).role()
    if kinds[0] is Kind.BOTH and (held := held_of(first)):
        return Pair([held[0]], [held[1], *rest], pair.country, not held[2]).role()
    if kinds[0] is Kind.BOTH and (parted := _beside(first)):
        return Pair([parted[0]], [parted[1], *rest], pair.country, parted[2] or bool(rest)).role()
    if kinds[0] is Kind.BOTH and rest:
        return Pair([first], rest, pair.country).role()
    if not rest and kinds[0] in (Kind.UNKNOWN, Kind.BODY) and (guessed := held_by_one(first)):
        return Pair([guessed[0]], [guessed[1]], pair.country, not guessed[2]).role()
    sure = all(map(is_sure_body, (body.text for body in pair.bodies))) or _is_listed_body(
        pair.bodies, kinds
    )
    return Pair([], pair.bodies, pair.country, not sure).role()


def _is_listed_body(bodies: list[Piece], kinds: list[Kind]) -> bool:
    """Whether the parts list what one body is for: ``Ministry of Health, Family and Sport``."""
    return (
        kinds[0] is Kind.BODY
        and len(words_of(bodies[0].text)) > 2
        and bool(LISTED.search(bodies[-1].text))
        and Kind.TITLE not in kinds
    )


def _beside(piece: Piece) -> tuple[Piece, Piece, bool] | None:
    """Part a title from the organisation right after it: ``Direttrice Istituto Esempio``."""
    words = list(re.finditer(r"\S+", piece.raw))
    folded = [(words_of(word[0])[:1] or ("",))[0] for word in words]
    for number in range(1, len(words)):
        if not is_title_word(folded[number - 1]) or is_title_word(folded[number]):
            continue
        name = piece.raw[words[number].start() :]
        begins = folded[number] in LEADING and number + 1 < len(words)
        ends = name[:1].isupper() and (is_legal_form(words[-1][0]) or _is_known_acronym(name))
        if begins or ends:
            return piece.cut(0, words[number - 1].end()), piece.cut(words[number].start()), False
        named = name[:1].isupper() and folded[number] not in FIELDLIKE
        if named and kind_of(name) is Kind.BODY:
            return piece.cut(0, words[number - 1].end()), piece.cut(words[number].start()), True
        if number == 1 and folded[0] in ABBREVIATED | OWNING and name[:1].isupper():
            return piece.cut(0, words[0].end()), piece.cut(words[1].start()), True
    return None


def _is_known_acronym(name: str) -> bool:
    return name.isupper() and kind_of(name) is Kind.BODY
