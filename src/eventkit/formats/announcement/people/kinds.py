"""Title, organisation or neither: what a few words beside a name are."""

from __future__ import annotations

import re
from enum import Enum
from functools import lru_cache

from eventkit.formats.announcement.people.bodywords import BODY_ENDS, BODY_WORDS, LEGAL_FORMS, UNITS
from eventkit.formats.announcement.people.titlewords import GERMANIC, ROMANCE
from eventkit.formats.announcement.people.titlewords.endings import (
    DOING_ENDS,
    NOT_DOING,
    TITLE_ENDS,
)
from eventkit.formats.announcement.text.words import fold, word_set

__all__ = [
    "CIRCLES",
    "COMPANY",
    "Kind",
    "acts",
    "ends_legally",
    "is_body_word",
    "is_legal_form",
    "is_somebody",
    "is_sure_body",
    "is_title_word",
    "is_unit",
    "kind_of",
    "may_be_name",
    "words_of",
]

_LONG = 200  # characters of what may be a title or the name of an organisation


# What ends the name of a firm: ``Ebert & Partner``.
COMPANY = re.compile(
    r"(?:&|and|und|et|y|e|en)\s+(?:Co|Cie|C\u00eda|Partners?|Sons|Kollegen|Figli|Associ\u00e9s|Associati|Asociados|Associados)\b"
)


class Kind(Enum):
    """What words beside a name are."""

    TITLE = "title"
    BODY = "organisation"
    BOTH = "a title and an organisation"
    UNKNOWN = "unknown"


_PREPOSITIONS = re.compile(
    r"\s(?:of|for|in|to|at|on|with|de|di|du|des|del|della|dello|dei|degli|delle|der|do|da|dos|das"
    r"|van"
    r"|voor|fur|von|vom|im|am|an|bei|beim|zu|zur|per|pour|para|en|em|na|no|nas|nos|aan|bij|op"
    r"|presso"
    r"|chez|al|alla|allo|ai|alle|au|aux|a|aupres)\s|\s(?:d|dell|all|nell|l)'|,|\("
)
# Who acts, in words that are in no list: ``urbanist``, ``sociologue``, ``Datenerzieherin``.
_ACTS = re.compile(
    r".{3,}(?:[^aeiou]er|or|ist|ian|eur|euse|rice|tore|ista|iste|ologo|ologa|ologue|login|iker"
    r"|ikerin|erin|orin|istin|entin|antin|ador|adora|iere|ienne|ieuze|nauta|ant|ante|ent|ente)"
)
_ACTS_NOT = word_set(
    "agent ambiente amore border center chapter clement client cloister cluster color colore "
    "computer consumer content continent continente corner corrente cuore customer department "
    "development doctor document element environment event factor gente government harbor "
    "interior investment junior labor laurent letter major management master member mente "
    "minor moment motor motore movement number occidente order oriente over paper parent "
    "partner ponente power president restaurant river salvatore sector segment senior server "
    "settore silver student summer talent theater tower twitter under valore vincent water "
    "winter "
)


_SURNAMES = word_set(
    "farmer singer driver painter pilot warden steward reader priest bishop pastor head richter"
    " forster meister planer lehrer fiscal alcalde mayor judge dean chancellor provost butler cook"
    " clerk mason miller potter monk nun vicar maestro giudice notaro coach abad broker chef"
    " beamter"
    " apotheker winter schreiber rector lector herder senator partner member captain commander"
    " champion author merchant kok bakker boer boerin koch bauer gartner backer imker winzer"
    " tischler"
    " gerber musiker pfarrer shepherd gardener baker brewer carpenter weaver guide ranger dancer"
    " fornaio boulanger boulangere potier panadero padeiro brouwer guida tuinder fischer chemist"
    " ferreira herrera pastor smid herder schmied schafer topfer berger forestier sister ferreiro sarto"
    " marchand chevalier sarto notaris rechter schrijver"
    " tanner porter butcher constable tailor sailor marshal glazier collector miner preacher scout"
    " charpentier couturier tisserand verrier brasseur peintre masson macon greffier intendant pasteur"
    " moine tejedor pintor labrador jardinero marinero pescador capitan coronel sargento lavrador"
    " jardineiro marinheiro pescador pittore capitano mercante mugnaio schauspieler kellner pilote"
    " goldschmied hovenier boeker chocolatier berger policier capitaine commandant verger collector"
)
_GIVEN = word_set("dean judge major marshall page bishop pastor prior lord baron")
_BODY_NAMES = word_set(
    "bond church abbey court press bank camara league kamer raad bund school chambers power stadt orchard"
)
_FORMER = re.compile(
    r"(?:ex|oud|alt|vice|vize|co|sub|pro|mit|eco|agro|bio|neuro|psycho|socio|mede)-?(?=[a-z]{4})"
)
_RANKED = word_set("general generaal elect designate emeritus chief bestuurder direktor")
# They begin the name of an organisation: ``Friends of the Museum``.
CIRCLES = word_set(
    "friends fellows doctors women men people voices students alumni amis amies medecins femmes"
    " maison amici donne medici freunde arzte frauen haus amigos amigas mujeres medicos casa mulheres"
    " vrienden artsen vrouwen huis ordine ordre orden orde colegio lega league liga"
)
# Words between a title and the organisation at which it is held, not what it is of.
_HELD = re.compile(
    r"\s(?:at|na|no|nas|nos|presso|bei|beim|am|an|chez|a|au|aux|aan|bij|all|alla|allo|al|nell"
    r"|nella)[\s']"
)
_RANKS = word_set(
    "senior junior chief head lead deputy assistant vice general high federal principal staff"
    " executive managing board founding freelance former professional hauptamtlicher leitender"
    " team the our a an united national royal example"
)


@lru_cache(maxsize=4096)
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of *text*, folded, abbreviations such as ``s.p.a`` as one."""
    found = re.findall(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+(?:-[^\W\d_]+)*", fold(text[:_LONG]))
    return tuple(word.rstrip(".") for word in found)


def is_title_word(word: str) -> bool:
    """Whether a word alone names what somebody is."""
    parts = word.split("-") if "-" in word else ()
    former = _FORMER.match(word)
    if former and former.end() < len(word) and is_title_word(word[former.end() :]):
        return True
    return (
        word in GERMANIC
        or word in ROMANCE
        or (len(word) > 8 and word.endswith(TITLE_ENDS))
        or _does(word)
        or bool(parts and (parts[-1] in GERMANIC or parts[0] in ROMANCE))
        or bool(parts and parts[-1] in _RANKED and parts[0] in GERMANIC)
        or _is_gendered(word)
    )


def _does(word: str) -> bool:
    """Whether the ending of a word is one of who does something."""
    last = word.rsplit("-", 1)[-1]
    return len(last) > 6 and last.endswith(DOING_ENDS) and last not in NOT_DOING


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
    if not bare.isascii() or (len(bare) < 3 and bare.istitle() and "." not in text):
        return False
    return fold(text).replace(" ", "").rstrip(".") in LEGAL_FORMS


def ends_legally(text: str) -> bool:
    """Whether *text* ends with the legal form of an organisation: ``Acme, Inc.``."""
    words = text.rsplit(" ", 2)
    return len(words) > 1 and (is_legal_form(words[-1]) or is_legal_form("".join(words[-2:])))


@lru_cache(maxsize=4096)
def kind_of(text: str) -> Kind:
    """
    Say what *text* is, by the words before its first preposition, then by all of them.

    ``Head of Unit`` is a title, ``Utrecht University`` a body, ``Direttrice Istituto Esempio``
    is both.
    """
    firm = COMPANY.search(text[:_LONG])
    if firm and firm.start() and kind_of(text[: firm.start()].rstrip()) is Kind.UNKNOWN:
        return Kind.BODY
    head_text = _PREPOSITIONS.split(fold(text[:_LONG]), maxsplit=1)[0]
    head = words_of(head_text)
    titles = [n for n, word in enumerate(head) if is_title_word(word)]
    bodies = [n for n, word in enumerate(head) if is_body_word(word) and n not in titles]
    if titles:
        whole = len(head_text) == len(text)
        return Kind.BOTH if whole and ends_legally(text) else _mixed(head, titles, bodies)
    if bodies or ends_legally(text) or _names_body(text):
        return Kind.BODY
    return Kind.UNKNOWN


def _names_body(text: str) -> bool:
    """Whether a word of an organisation stands after a preposition: ``Friends of the Museum``."""
    if text[:1].islower() or _HELD.search(fold(text[:_LONG])):
        return False
    head = words_of(_PREPOSITIONS.split(fold(text[:_LONG]), maxsplit=1)[0])
    if len(head) == 1 and head[0] not in CIRCLES:
        return False  # a title that is not known: ``Kustodin des Museums``
    return any(map(is_body_word, words_of(text))) and not acts(text)


def is_sure_body(text: str) -> bool:
    """Whether *text* is an organisation, its word no part of a project's name as in the middle."""
    if kind_of(text) is not Kind.BODY:
        return False
    words = words_of(text)
    known = [number for number, word in enumerate(words) if is_body_word(word)]
    middle = len(known) == 1 and 0 < known[0] < len(words) - 1
    return not middle or len(words) > 3 or ends_legally(text)


def is_unit(text: str) -> bool:
    """Whether *text* names a part of an organisation: ``School of Nursing``."""
    head = words_of(_PREPOSITIONS.split(fold(text[:_LONG]), maxsplit=1)[0])
    return any(
        word in UNITS or word.endswith(("institut", "instituts", "afdeling")) for word in head
    )


def is_somebody(text: str) -> bool:
    """Whether words that look like a title or a body may be a name: ``Hans Richter``, ``Ann Bond``."""
    words, head = text.split(), words_of(text)
    if not 1 < len(words) < 4 or len(head) != len(words) or head[0] in _RANKS:
        return False
    if not all(word[:1].isupper() and not word.isupper() for word in words):
        return False
    known = [n for n, word in enumerate(head) if is_title_word(word) or is_body_word(word)]
    last = head[-1].rsplit("-", 1)[-1]
    surname = last in _SURNAMES or last in _BODY_NAMES
    return (known == [len(head) - 1] and surname) or (known == [0] and head[0] in _GIVEN)


def _mixed(head: tuple[str, ...], titles: list[int], bodies: list[int]) -> Kind:
    if not bodies:
        return Kind.TITLE
    if titles[-1] > bodies[-1]:
        return Kind.TITLE if head[titles[-1]] not in ROMANCE - GERMANIC else Kind.BODY
    return Kind.BOTH if titles[0] < bodies[0] else Kind.BODY


def may_be_name(text: str) -> bool:
    """Whether words where a name is expected may be one, though a title may be a surname."""
    if kind_of(text) is Kind.UNKNOWN or is_somebody(text):
        return True
    words = words_of(text)
    plain = len(words) > 1 and not is_title_word(words[0]) and words[0] not in _RANKS
    return plain and kind_of(text) is Kind.TITLE


def acts(text: str) -> bool:
    """Whether *text* begins or ends with a word for somebody who acts, though in no list."""
    head = words_of(_PREPOSITIONS.split(fold(text[:_LONG]), maxsplit=1)[0])
    return any(
        len(word) < 30 and word not in _ACTS_NOT and bool(_ACTS.fullmatch(word))
        for word in (head[:1] + head[-1:])
    )
