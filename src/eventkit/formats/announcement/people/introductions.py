"""Words before people within a line: ``moderated by Ann Lee, with panelists Bo Chen``."""

from __future__ import annotations

import re
from functools import lru_cache

import attrs

from eventkit.formats.announcement.people.kinds import (
    Kind,
    is_somebody,
    is_title_word,
    kind_of,
    words_of,
)
from eventkit.formats.announcement.people.namewords import honorific_end, looks_like_name
from eventkit.formats.announcement.people.peoplelists import is_bare_name
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.rolewords import PLURALS, ROLE_LABELS, part_named
from eventkit.formats.announcement.text.words import alternatives, fold, word_set

__all__ = ["Introduced", "begins_person", "introduced", "is_title_text", "title_first"]


@attrs.frozen
class Introduced:
    """
    People of one part in the event.

    Args:
        said: What names them.
        role: Their part.
        label: The word that says it.
        several: Whether that is a plural.
        doubt: The label, where it is not known.
    """

    said: Piece
    role: str
    label: Piece | None = None
    several: bool = False
    doubt: str | None = None


_BYS = "by par von di de por door van with mit"
_TALKS = word_set(
    "vortrag talk lecture charla ponencia lezione intervento lezing palestra expose introduction"
    " introduzione impuls impulsvortrag input presentation prasentation presentazione"
    " presentacion apresentacao presentatie einfuhrung inleiding conference conferencia introduccion"
    " intervention allocution discours temoignage testimonio testemunho testimonianza relazione"
    " referat statement beitrag bijdrage contribution mot intervencion intervencao"
    " introducao welcome opening begrussung introduce introducono keynote"
)
_TALKS_BY = frozenset(f"{talk} {by}" for talk in _TALKS for by in _BYS.split())
_VERBS = word_set(
    "modera moderano moderan conduce conducono interviene intervengono intervienen participan"
    " presenta introduce coordina begrussung imparte imparten discutono"
)
_INVITED = word_set(
    "guest main principal keynote special invited ospite speciale invitato invitata principale invite"
    " invitee principale special speciale gast haupt invitado invitada especial convidado convidada"
)
_WITH = r"(?:with|and|featuring|e|et|und|y|en|mit|con|com|avec|met)"
_BY = re.compile(r".* (?:by|par|von|da|por|door|di|de|van|with|mit)")
_FIRST = re.compile(
    r"\s*[,;|(\t]|\s+[\u2013\u2014@/-]\s|\s(?:&|and|e|et|und|y|en|of|from|at|bei|vom|presso|chez|bij)\s"
)
_UNKNOWN = re.compile(r"(?P<label>[^\W\d_][^:,;|()\t]{1,40}?)\s*:\s+")
_COLON = re.compile(r"\s*:\s+")


@lru_cache(maxsize=1)
def _inner() -> re.Pattern[str]:
    labels = (
        {word for words in ROLE_LABELS.values() for word in words.split(", ")} | _TALKS | _TALKS_BY
    )
    return re.compile(
        rf"(?P<sep>^|[;,.|/]|\s[-\u2013]|\s{_WITH}(?=\s))\s{{0,3}}(?:{_WITH}\s+)?(?:(?:the|die|den"
        rf"|i|gli|les|"
        rf"los|las|os|as|de)\s+)?(?P<label>{alternatives(labels)})(?P<colon>\s{{0,2}}:)?\s+"
    )


def begins_person(text: str) -> bool:
    """Whether *text* begins with a name that surely is one of somebody."""
    end = honorific_end(text)
    first = _FIRST.split(text[end:].lstrip(), maxsplit=1)[0]
    stopped = text[:end].rstrip().endswith(".")
    if end and (stopped or kind_of(text[:end]) is not Kind.TITLE):
        return bool(first)
    return is_bare_name(first) or (bool(end) and is_bare_name(text[:end] + first))


def introduced(said: Piece, role: str, label: Piece | None, several: bool) -> list[Introduced]:
    """
    Part what a line says at the words that introduce people of another part in the event.

    Args:
        said: The line, or what follows its label.
        role: The part by the label.
        label: Where the label stands.
        several: Whether the label is a plural.
    """
    raw = said.raw
    found = [Introduced(said, role, label, several)]
    for match in _inner().finditer(fold(raw)):
        if not _introduces(raw, match, label is None and not match["sep"]):
            continue
        whole = found.pop()
        before = whole.said.cut(0, match.start() - (whole.said.start - said.start))
        if before.stripped(".,;") and fold(before.text) not in _VERBS:
            found.append(attrs.evolve(whole, said=before.stripped(",;|")))
        word, start = match["label"], match.start("label")
        kind = next(
            (k for k, words in ROLE_LABELS.items() if word in words.split(", ")),
            "speaker",
        )
        found.append(
            Introduced(
                said.cut(match.end()),
                kind,
                said.cut(start, match.end("label")),
                word in PLURALS,
            )
        )
    return [_without_unknown(one) for one in found]


def _introduces(raw: str, match: re.Match[str], first: bool) -> bool:
    """Whether a word that is found introduces people, and is no title or part of a name."""
    if not begins_person(raw[match.end() : match.end() + 200]):
        return False
    word = match["label"]
    if match["colon"]:
        return True
    if word in _TALKS or not (match["sep"] or first):
        return False
    return (
        word in PLURALS
        or word in _VERBS
        or bool(_BY.fullmatch(word))
        or (part_named(word) is not None and match["sep"].strip(" -\u2013") != ",")
    )


def _without_unknown(one: Introduced) -> Introduced:
    """Take a word that is no known label off, where a person follows its colon."""
    match = _UNKNOWN.match(one.said.raw)
    if match and one.label is None and (role := _qualified(match["label"])):
        label = one.said.cut(match.start("label"), match.end("label"))
        return attrs.evolve(one, said=one.said.cut(match.end()), role=role, label=label)
    if match is None or is_bare_name(match["label"]) or honorific_end(match["label"] + " X"):
        return one
    if kind_of(match["label"]) is not Kind.UNKNOWN or not begins_person(
        one.said.raw[match.end() :]
    ):
        return one
    return attrs.evolve(one, said=one.said.cut(match.end()), doubt=match["label"])


def _qualified(label: str) -> str | None:
    """Return the part that a label says with a word more: ``Ponente invitada``."""
    words = fold(label).split()
    bare = [word for word in words if word not in _INVITED]
    if len(words) != 2 or len(bare) != 1:
        return None
    return next((k for k, said in ROLE_LABELS.items() if bare[0] in said.split(", ")), None)


def title_first(said: Piece) -> tuple[Piece, Piece] | None:
    """Part a title from the name after it: ``Head, Acme: Ann Lee``, ``Anwalt Dr. Ugo Klein``."""
    raw = said.raw
    for match in _COLON.finditer(raw):
        left, right = said.cut(0, match.start()), said.cut(match.end())
        if begins_person(right.raw) and is_title_text(left.raw):
            return left, right
    return None if honorific_end(raw) else _title_beside(said)


def _title_beside(said: Piece) -> tuple[Piece, Piece] | None:
    """Part a title that stands right before a name, without a sign between."""
    first = _FIRST.split(said.raw, maxsplit=1)[0].split(":")[0]
    for word in list(re.finditer(r"\S+", first))[1:5]:
        title, name = first[: word.start()], first[word.start() :]
        end = honorific_end(name)
        stopped = name[:end].rstrip().endswith(".") and looks_like_name(name[end:])
        known = is_title_word(("", *words_of(title))[-1])
        if (stopped and is_title_text(title)) or (known and _is_short(title, name)):
            return said.cut(0, word.start()), said.cut(word.start())
    return None


def _is_short(title: str, name: str) -> bool:
    """Whether a title of one or two words stands right before a name: ``Chair Ann Lee``."""
    return len(title.split()) < 3 and is_bare_name(name) and kind_of(title) is Kind.TITLE


def is_title_text(text: str) -> bool:
    """Whether *text* begins with a title and not with a name."""
    first = _FIRST.split(text, maxsplit=1)[0]
    if honorific_end(text) and begins_person(text):
        return False
    return kind_of(first) in (Kind.TITLE, Kind.BOTH) and not is_somebody(first)
