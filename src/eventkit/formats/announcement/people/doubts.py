"""What makes a role doubtful: two organisations in one, a title within, a state named as a country."""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.people.kinds import (
    COMPANY,
    Kind,
    is_body_word,
    is_legal_form,
    is_title_word,
    kind_of,
    words_of,
)
from eventkit.formats.announcement.people.namewords import is_bare
from eventkit.formats.announcement.people.pairs import COMMA, Role
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.words import fold

__all__ = ["JOINERS", "doubted"]

JOINERS = re.compile(r"\s+(?:&|and|und|et|y|e|en|sowie|as\s+well\s+as)\s+", re.IGNORECASE)
_SIDES = re.compile(JOINERS.pattern + r"|\s*/\s*", re.IGNORECASE)
# What may begin another person: ``and Dr. Ann Lee``.
_SOMEBODY = re.compile(
    r"(?:&|and|und|et|e|y|en)\s+[A-Z]|(?:(?:and|und|et|e|y|en|&)\s+)?"
    r"(?:Dr|Prof|Mrs?|Ms|Mme|Dott|Ing|Sra?|Herr|Frau|Ir|Drs)(?:\.|\s+[A-Z])",
    re.IGNORECASE,
)
# No organisation begins so.
_WITHIN = re.compile(
    r"(?:of|at|for|in|to|with|and|the|di|de|del|della|dell'|da|do|du|des|von|vom|der|des|van|bei|beim"
    r"|presso|chez|bij|en|na|no|em|a|au|et|e|y|und)\s+\S"
)
# Nor has one such a word within, but where more than it is meant.
_MORE = re.compile(
    r"\s(?:with|at|bei|beim|presso|chez|bij|em|na|no|nos|nas|aan)\s(?=\S*[A-Z\u00c0-\u00de])"
)
_AT = re.compile(r"\s(?:at(?!\s(?:law|large|sea|home|work)\b)|presso|chez|bei|beim|bij|@)\s")


def doubted(role: Role) -> Role:
    """Mark a role that may be meant otherwise."""
    body = role.organization
    if body is None or role.unclear:
        return role
    georgia = role.country is not None and fold(role.country.text) == "georgia"
    told = [piece.text for piece in (role.title, body) if piece]
    other = any(map(_SOMEBODY.match, told))
    held = _is_two(body) or _holds_title(body) or _is_more(body)
    doubtful = georgia or other or held or _is_odd(role.title)
    return attrs.evolve(role, unclear=True) if doubtful else role


def _is_two(body: Piece) -> bool:
    """Whether a name may be two organisations: ``Example University and Sample Institute``."""
    one = "," in body.text or COMPANY.search(body.raw)
    sides = [] if one else body.split(_SIDES)
    return len(sides) == 2 and all(kind_of(side.text) is Kind.BODY for side in sides)


def _holds_title(body: Piece) -> bool:
    """Whether what is taken for an organisation begins with a title, or has one within."""
    first, *others = body.split(JOINERS)
    words = words_of(first.text)
    begins = bool(words) and is_title_word(words[0]) and not any(map(is_body_word, words))
    return begins or any(_begins_title(side) for side in others)


def _is_more(body: Piece) -> bool:
    """Whether a name is none alone: a legal form, a field before a name, a word that goes on."""
    if is_legal_form(body.text) or _WITHIN.match(body.raw):
        return True
    first, *parts = body.split(COMMA)
    if parts and kind_of(first.text) is Kind.UNKNOWN and not is_legal_form(parts[0].text):
        return True
    words = words_of(body.text)
    return bool(_MORE.search(body.raw)) and not (words and is_body_word(words[0]))


def _begins_title(side: Piece) -> bool:
    word = words_of(side.text)[:1]
    return side.text[:1].islower() and bool(word) and is_title_word(word[0])


def _is_odd(title: Piece | None) -> bool:
    """Whether what is taken for a title may be a name, or holds an organisation."""
    if title is None:
        return False
    name = is_bare(title.text) and kind_of(title.text) is Kind.UNKNOWN and title.text.istitle()
    *before, last = title.split(JOINERS)
    second = bool(before) and _begins_title(last)
    within = any(is_body_word(word) for side in before for word in words_of(side.text)[1:])
    return name or bool(_AT.search(title.raw)) or (second and within) or _holds_firm(title)


def _holds_firm(title: Piece) -> bool:
    """Whether a title ends in a firm, or has an organisation before a slash and a title after."""
    *before, last = title.text.split()
    sides = title.text.split(" / ")
    firm = len(before) > 1 and is_legal_form(last.rstrip(".").lower()) and len(last) > 2
    return firm or (len(sides) > 1 and "," in sides[0])
