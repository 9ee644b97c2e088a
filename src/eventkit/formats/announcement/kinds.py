"""Title, organisation or neither: what a few words beside a name are."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from eventkit.formats.announcement.bodywords import BODY_ENDS, BODY_WORDS, LEGAL_FORMS
from eventkit.formats.announcement.titlewords import GERMANIC, ROMANCE, TITLE_ENDS
from eventkit.formats.announcement.words import fold

__all__ = ["Kind", "acts", "is_body_word", "is_legal_form", "is_title_word", "kind_of", "words_of"]

_LONG = 200  # characters of what may be a title or the name of an organisation


class Kind(Enum):
    """What words beside a name are."""

    TITLE = "title"
    BODY = "organisation"
    BOTH = "a title and an organisation"
    UNKNOWN = "unknown"


_PREPOSITIONS = re.compile(
    r"\s(?:of|for|in|to|at|on|with|de|di|du|des|del|della|dello|dei|degli|delle|der|do|da|dos|das|van"
    r"|voor|fur|von|vom|im|am|an|bei|beim|zu|zur|per|pour|para|en|em|na|no|nas|nos|aan|bij|op|presso"
    r"|chez|al|alla|allo|ai|alle|au|aux|a|aupres)\s|\s(?:d|dell|all|nell|l)'|,|\("
)
# Who acts, in words that are in no list: ``urbanist``, ``sociologue``, ``Datenerzieherin``.
_ACTS = re.compile(
    r".{3,}(?:[^aeiou]er|or|ist|ian|eur|euse|rice|tore|ista|iste|ologo|ologa|ologue|login|iker"
    r"|ikerin|erin|orin|istin|entin|antin|ador|adora|iere|ienne|ieuze|nauta|ant|ante|ent|ente)"
)
_ACTS_NOT = frozenset(
    [
        "center",
        "water",
        "power",
        "paper",
        "theater",
        "cluster",
        "server",
        "computer",
        "number",
        "chapter",
        "summer",
        "winter",
        "river",
        "tower",
        "border",
        "corner",
        "consumer",
        "customer",
        "silver",
        "border",
        "master",
        "letter",
        "twitter",
        "partner",
        "cloister",
        "order",
        "under",
        "over",
        "member",
        "motor",
        "sector",
        "factor",
        "color",
        "doctor",
        "harbor",
        "labor",
        "interior",
        "junior",
        "senior",
        "major",
        "minor",
        "restaurant",
        "student",
        "president",
        "investment",
        "management",
        "development",
        "department",
        "government",
        "environment",
        "agent",
        "content",
        "parent",
        "talent",
        "client",
        "event",
        "continent",
        "moment",
        "segment",
        "document",
        "movement",
        "element",
        "salvatore",
        "settore",
        "motore",
        "valore",
        "colore",
        "cuore",
        "amore",
        "ponente",
        "corrente",
        "ambiente",
        "oriente",
        "occidente",
        "continente",
        "mente",
        "gente",
        "vincent",
        "clement",
        "laurent",
    ]
)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of *text*, folded, abbreviations such as ``s.p.a`` as one."""
    found = re.findall(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+(?:-[^\W\d_]+)*", fold(text[:_LONG]))
    return tuple(word.rstrip(".") for word in found)


def is_title_word(word: str) -> bool:
    """Whether a word alone names what somebody is."""
    parts = word.split("-") if "-" in word else ()
    return (
        word in GERMANIC
        or word in ROMANCE
        or (len(word) > 8 and word.endswith(TITLE_ENDS))
        or bool(parts and (parts[-1] in GERMANIC or parts[0] in ROMANCE))
        or _is_gendered(word)
    )


def _is_gendered(word: str) -> bool:
    """Whether a word is one with both endings, such as ``Leiter*in``, of which one is left."""
    return len(word) > 7 and word.endswith("innen") and is_title_word(word[:-3])


def is_body_word(word: str) -> bool:
    """Whether a word alone names an organisation."""
    return (
        word in BODY_WORDS
        or (len(word) > 6 and word.endswith(BODY_ENDS))
        or ("-" in word and any(part in BODY_WORDS for part in word.split("-")))
    )


def is_legal_form(text: str) -> bool:
    """Whether *text* is the legal form of an organisation: ``Inc.``, but no ``Sá``."""
    bare = text.replace(" ", "").replace(".", "")
    if not bare.isascii() or not (len(bare) > 2 or bare.isupper() or "." in text):
        return False
    return fold(text).replace(" ", "").rstrip(".") in LEGAL_FORMS


def _ends_legally(text: str) -> bool:
    words = text.rsplit(" ", 2)
    return len(words) > 1 and (is_legal_form(words[-1]) or is_legal_form("".join(words[-2:])))


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind:
    """
    Say what *text* is, by the words before its first preposition, then by all of them.

    ``Head of Unit`` is a title, ``Utrecht University`` a body, ``Direttrice Istituto Esempio``
    is both.
    """
    head_text = _PREPOSITIONS.split(fold(text[:_LONG]), maxsplit=1)[0]
    head = words_of(head_text)
    titles = [n for n, word in enumerate(head) if is_title_word(word)]
    bodies = [n for n, word in enumerate(head) if is_body_word(word) and n not in titles]
    if titles:
        whole = len(head_text) == len(text)
        return Kind.BOTH if whole and _ends_legally(text) else _mixed(head, titles, bodies)
    if bodies or _ends_legally(text) or (any(map(is_body_word, words_of(text))) and not acts(text)):
        return Kind.BODY
    return Kind.UNKNOWN


def _mixed(head: tuple[str, ...], titles: list[int], bodies: list[int]) -> Kind:
    if not bodies:
        return Kind.TITLE
    if titles[-1] > bodies[-1]:
        return Kind.TITLE if head[titles[-1]] not in ROMANCE - GERMANIC else Kind.BODY
    return Kind.BOTH if titles[0] < bodies[0] else Kind.BODY


def acts(text: str) -> bool:
    """Whether *text* begins or ends with a word for somebody who acts, though in no list."""
    head = words_of(_PREPOSITIONS.split(fold(text[:_LONG]), maxsplit=1)[0])
    return any(
        len(word) < 30 and word not in _ACTS_NOT and bool(_ACTS.fullmatch(word))
        for word in (head[:1] + head[-1:])
    )
