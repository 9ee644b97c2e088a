"""Where a title and its organisation part at a word between them: ``Professor at MIT``."""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.people.bodywords import BODY_WORDS, FIELDLIKE
from eventkit.formats.announcement.people.fields import is_field
from eventkit.formats.announcement.people.kinds import (
    CIRCLES,
    Kind,
    ends_legally,
    is_body_word,
    is_title_word,
    kind_of,
    words_of,
)
from eventkit.formats.announcement.people.titleclasses import (
    ABBREVIATED,
    ACADEMIC,
    CIVIC,
    OF_FIELDS,
    PRESIDING,
    RUNNING,
    RUNNING_PAIRS,
)
from eventkit.formats.announcement.people.titlewords import GERMANIC, ROMANCE
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.words import fold, word_set

__all__ = ["held_at", "held_by_one", "held_in", "held_of", "unquoted"]

_LONG = 400  # characters of a title with its organisation
# These always part the two, whatever stands on both sides.
_AT = re.compile(
    r"\s+(?:presso|aupres\s+de|au\s+sein\s+de)\s+l'\s*"
    r"|\s+(?:@|at(?!\s+(?:law|large|sea|home|work)\b)(?:\s+the)?|bei(?:\s+der|\s+dem|\s+den)?|beim"
    r"|an\s+der|chez|aupres\s+d(?:e\s+la"
    r"|u|es|e)|au\s+sein\s+d(?:e\s+la|u|es|e)|presso(?:\s+(?:il|lo|la|i|gli|le))?"
    r"|bij(?:\s+(?:de|het))?|aan\s+(?:de|het)|junto\s+a(?:\s+la|l)?|junto\s+d[oa])\s+|\s*@\s*"
)
# These do where a name follows, and the title takes no field after them.
_IN = re.compile(
    r"\s+(?:all|nell|a\s+l|en\s+l)'\s*"
    r"|\s+(?:en(?:\s+(?:el|la|los|las))?|na|no|nas|nos|em|in(?:\s+(?:der|dem|de|het))?|im|am|with"
    r"(?:\s+the)?|all[ao]|agli|alle|al|nell[ao]|nel|aux?|a(?:\s+la)?|aan|dans(?:\s+l[ae]s?)?|tot"
    r"|op|for(?:\s+the)?|from(?:\s+the)?)\s+"
)
# The same, where a certain organisation follows.
_WITHIN = re.compile(
    r"\s+(?:all|nell|dans\s+l|a\s+l|en\s+l)'\s*"
    r"|\s+(?:in(?:\s+(?:the|der|dem|de|het))?|im|am|nell[ao]|nel|en(?:\s+(?:el|la))?|em|n[ao]s?|dans\s+l[ae]"
    r"|all[ao]|al|aux?|a(?:\s+la)?|with(?:\s+the)?|for(?:\s+the)?|aan)\s+"
)
# What a title is of, and no organisation: ``President of the Board of Acme``.
_BOARD = re.compile(
    r"(?:(?:executive|advisory|supervisory|management)\s+)?board|consiglio\s+d|conseil\s+d"
    r"|(?:consejo|conselho)\s+d|raad\s+van|vorstand|aufsichtsrat|comitato\s+d|comite\s+d"
    r"|trustees|governors|directors|steering\s|presidium|prasidium|jury|giuria|jurado|juri|direcao(?=\s+(?:d[aeo]|n[ao]|em)\b|$)|stato\b|etat\b|estado\b"
)
# These do where an organisation follows, or the title is one that only those have.
_OF = re.compile(
    r"\s+(?:d|dell|de\s+l)'\s*"
    r"|\s+(?:of(?:\s+the)?|for(?:\s+the)?|in\s+the|de(?:\s+(?:la|las|los|el|het))?|du|des|del|della"
    r"|dello|dei|degli|delle|di|do|da|dos|das|van(?:\s+(?:de|het))?|der|fur(?:\s+(?:die|das))?"
    r"|von(?:\s+der)?|vom|voor(?:\s+(?:de|het))?|per(?:\s+(?:il|la))?|to\s+the|por(?:\s+(?:el"
    r"|la))?|pel[ao])\s+"
)
_HEAD = re.compile(
    r"\s(?:of|for|de|di|du|des|del|della|do|da|van|voor|fur|von|vom|der|bei|in|e|y|and|por|pela|pelo|na"
    r"|no)\s|,"
)
# The article of a name, as newspapers have: ``El Ejemplo``.
_ARTICLE = re.compile(r"(?:The|Il|La|Lo|Le|Les|El|Los|Las|Der|Die|Das|De|Het)\s+[^\W\d_a-z]")
_PLACING = word_set("na no nas nos with nell'")  # before an organisation more than before a field
# ``studio RossiBlu``, ``barreau de Nantes``
_PLAIN_NAMED = re.compile(
    r"[^\W\d_]{3,20}\s+(?:(?:de|di|do|da|du|des|del|della|van|von|de\s+la|del?\s+los|de\s+las)\s+|de\s+(?=l['\u2019]))?(?:[dl]['\u2019])?[A-Z\u00c0-\u00de]"
)
_QUOTED = re.compile(
    r"(?:[^\W\d_A-Z]\w{2,20}\s+)?[\u00ab\u201c\u201e\u201d\"]\s?"
    r"(?P<name>[^\u00ab\u00bb\u201c\u201d\u201e\"]{1,100}?)\s?[\u00bb\u201d\u201c\"]"
)
Held = tuple[Piece, Piece, bool]  # title, organisation, and whether that is sure


def held_at(piece: Piece) -> Held | None:
    """Part at words that stand before an organisation: at, bei, presso, chez, bij."""
    raw = piece.raw
    if len(raw) > _LONG:
        return None
    match = _AT.search(fold(raw))
    if match is None or not raw[: match.start()].strip() or not raw[match.end() :].strip():
        return None
    if kind_of(raw[: match.start()]) is Kind.BODY:
        return None
    return (
        piece.cut(0, match.start()),
        unquoted(piece.cut(_body_start(raw, match))),
        True,
    )


def unquoted(piece: Piece) -> Piece:
    """Return the name in quotes, without the word for what it names: ``rivista «Il Faldone»``."""
    match = _QUOTED.fullmatch(piece.raw)
    return piece.cut(match.start("name"), match.end("name")) if match else piece


def _body_start(raw: str, match: re.Match[str]) -> int:
    """Return where the organisation begins: its own article is tall, ``bij De Krant``."""
    words = raw[match.start() : match.end()]
    own = re.search(r"(?<=\w\s)[A-Z]", words) if not words.strip()[:1].isupper() else None
    return match.start() + own.start() if own else match.end()


def held_in(piece: Piece) -> Held | None:
    """Part at ``in the`` and its like, where an organisation follows: ``Fellow in the School``."""
    raw = piece.raw
    for match in _WITHIN.finditer(fold(raw[:_LONG])):
        title, body = raw[: match.start()], raw[match.end() :]
        bare = match[0].strip() in ("in", "en", "em", "a", "for")
        field = bare and OF_FIELDS & _Title.of(title).main
        if kind_of(title) is Kind.TITLE and not field and _begins_body(body):
            return piece.cut(0, match.start()), piece.cut(_body_start(raw, match)), True
    return None


def held_of(piece: Piece) -> Held | None:
    """Part at words that stand before other things too: of, de, di, van, in, en, na."""
    raw = piece.raw
    folded = fold(raw)
    if len(raw) > _LONG:
        return None
    for pattern in (_IN, _OF):
        for match in pattern.finditer(folded):
            title, body = raw[: match.start()], raw[match.end() :]
            known = body and _ends_title(title, body) and not _BOARD.match(fold(body))
            if known and (_begins_body(body) or (pattern is _IN and _is_acronym(body))):
                return (
                    piece.cut(0, match.start()),
                    piece.cut(_body_start(raw, match)),
                    True,
                )
    return _unknown(piece, folded) or _of_board(piece, folded)


def _of_board(piece: Piece, folded: str) -> Held | None:
    """Part before a board that may be the organisation: ``président du Comité des fêtes``."""
    raw = piece.raw
    for match in _OF.finditer(folded):
        body = raw[match.end() :]
        boarded = _BOARD.match(fold(body)) and _begins_body(body)
        if boarded and _ends_title(raw[: match.start()], body):
            return piece.cut(0, match.start()), piece.cut(_body_start(raw, match)), False
    return None


def held_by_one(piece: Piece) -> Held | None:
    """Part one word that is not known, which may be a title: ``Kustodin des Museums Beispiel``."""
    raw = piece.raw
    match = _OF.search(fold(raw[:_LONG]))
    if match is None or " " in raw[: match.start()] or match.start() < 5:
        return None
    word = (words_of(raw[: match.start()]) or ("",))[0]
    known = is_body_word(word) or word in CIRCLES
    if known or not _begins_body(raw[match.end() :]):
        return None
    return piece.cut(0, match.start()), piece.cut(_body_start(raw, match)), raw[:1].islower()


def _begins_body(body: str) -> bool:
    """Whether an organisation of a certain name follows, no ``Office`` or ``Department`` alone."""
    if _QUOTED.fullmatch(body):
        return kind_of(body) is Kind.BODY
    head = body[: len(_HEAD.split(fold(body), maxsplit=1)[0])]
    tall = body[:1].isupper() or bool(_PLAIN_NAMED.match(body))
    if not tall or kind_of(head) is not Kind.BODY:
        return False
    words = words_of(head)
    known = [word for word in head.split() if any(map(is_body_word, words_of(word)))]
    if words[0] in FIELDLIKE and len(known) == 1:
        return False
    if is_field(words[0]) and not is_body_word(words[0]) and all(map(str.isupper, known)):
        return False
    return len(words_of(body)) > 1 or (len(body) < 9 and body.isupper())


def _is_acronym(body: str) -> bool:
    word = body.split(" ", 1)[0].strip("(),")
    return 2 < len(word) < 9 and word.isupper() and not is_field(word)


def _parts(words: tuple[str, ...]) -> set[str]:
    """Return words and the parts of compounds: ``co-fondatrice``."""
    return {part for word in words for part in (word, *word.split("-"))}


def _ends_title(title: str, body: str) -> bool:
    """Whether a title ends where *body* begins, and does not go on: ``Founder and Chair of``."""
    if kind_of(title) is not Kind.TITLE:
        return False
    first = body.split(" ", 1)[0]
    going_on = first[:1].islower() or fold(first) in ABBREVIATED
    return not (going_on and kind_of(first) is Kind.TITLE)


@attrs.frozen
class _Title:
    """
    A title before what it may be held at.

    Args:
        words: Its words, and the parts of compounds.
        main: Those that say what it is: the first title word of a Romance language.
        runs: Whether any name after ``of`` is the organisation.
    """

    words: set[str]
    main: set[str]
    runs: bool

    @classmethod
    def of(cls, text: str) -> _Title:
        words = words_of(text)
        titles = [word for word in words if is_title_word(word)]
        romance = titles[:1] and titles[0] in ROMANCE - GERMANIC
        every = _parts(words)
        runs = bool(every & RUNNING) or any(pair in fold(text) for pair in RUNNING_PAIRS)
        return cls(every, set(titles[:1]) if romance else every, runs)

    @property
    def heads(self) -> bool:
        return self.runs or bool(self.words & PRESIDING)


def _unknown(piece: Piece, folded: str) -> Held | None:
    """Part before a name that is not known for an organisation."""
    raw = piece.raw
    first = _OF.search(folded)
    heads = first is not None and _Title.of(raw[: first.start()]).heads
    found = [(match, pattern) for pattern in (_IN, _OF) for match in pattern.finditer(folded)]
    if heads:
        found.sort(key=lambda one: one[0].start())
    for match, pattern in found:
        if (sure := _opens_name(raw, match, pattern)) is not None:
            start = _body_start(raw, match)
            return piece.cut(0, match.start()), unquoted(piece.cut(start)), sure
    return None


def _opens_name(raw: str, match: re.Match[str], pattern: re.Pattern[str]) -> bool | None:
    """Whether the name of an organisation surely follows a word, or None where none may."""
    body = raw[_body_start(raw, match) :]
    if not body or not _ends_title(raw[: match.start()], body) or _BOARD.match(fold(body)):
        return None
    if _QUOTED.fullmatch(body):
        return False
    named, words = bool(_ARTICLE.match(body)), words_of(body)
    title = _Title.of(raw[: match.start()])
    generic = len(words) == 1 and words[0] in BODY_WORDS and not title.runs
    if not body[:1].isupper() or not words or generic:
        return None
    if pattern is _IN:
        placing = match[0].split()[0] in _PLACING
        if OF_FIELDS & title.main and not placing:
            return None
        return named or (placing and not is_field(body))
    return True if named else _opens_of(title, body)


def _opens_of(title: _Title, body: str) -> bool | None:
    """Whether a name after ``of`` is surely the organisation, or None where it is none."""
    if title.runs:
        return True
    if title.main & (CIVIC | ACADEMIC):
        return None
    if is_field(body):
        return True if title.heads and ends_legally(body) else None
    return title.heads
