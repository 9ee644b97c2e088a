"""Several people in one line: ``Ann Lee (MIT), Bo Chen (ETH) and Cy Doe (UCL)``."""

from __future__ import annotations

import re

from eventkit.formats.announcement.people.affiliations import read_roles
from eventkit.formats.announcement.people.degrees import is_degree
from eventkit.formats.announcement.people.kinds import Kind, is_somebody, kind_of
from eventkit.formats.announcement.people.namewords import (
    SUFFIXES,
    honorific_end,
    is_bare,
    looks_like_name,
)
from eventkit.formats.announcement.text.pieces import Piece, spanning
from eventkit.formats.announcement.text.words import fold

__all__ = ["is_bare_name", "is_only_name", "split_people"]

_BETWEEN = re.compile(
    r"\s*[;,]\s*(?:(?:and|et|und|y|e|en)\s+)?|\s+(?:&|\+|and|et|und|sowie|y|e|en|with|mit|avec|con"
    r"|com|met)\s+"
    r"|\s+(?:in\s+conversation\s+with|in\s+dialogue?\s+with|im\s+gespr\u00e4ch\s+mit"
    r"|en\s+conversaci\u00f3n\s+con"
    r"|in\s+dialogo\s+con|en\s+dialogue\s+avec|em\s+conversa\s+com|in\s+gesprek\s+met"
    r"|interviewed\s+by)\s+"
    r"|\s*[|\t\u2022\u00b7]\s*|\s+[/\u2013\u2014-]\s+"
)
_AND = re.compile(
    r"&|\+|\b(?:with|mit|con|avec|com|met|by|and|et|und|sowie|y|e|en)\b", re.IGNORECASE
)
_SEMICOLON = re.compile(r"\s*;\s*")
_BRACKETS = re.compile(r"[(\[][^()\[\]]{0,300}[)\]]")
_ONLY_BRACKET = re.compile(r"\s*[(\[][^()\[\]]{0,300}[)\]]\s*$")
_MANY = 400  # people in one line


def split_people(said: Piece, *, several: bool = False) -> tuple[list[Piece], bool]:
    """
    Return the people of one line, and whether what the last one is may be true of all.

    Args:
        said: The line, or what follows its label.
        several: Whether its label is a plural.
    """
    groups = said.split(_SEMICOLON)
    if 1 < len(groups) <= _MANY and all(_begins_named(group) for group in groups):
        found = [split_people(group, several=several) for group in groups]
        return [piece for pieces, _ in found for piece in pieces], any(sh for _, sh in found)
    parts, joined = _segments(said)
    if len(parts) < 2:
        return [said], False
    named = [_is_named(part) for part in parts]
    bracketed = [bool(_ONLY_BRACKET.search(part.raw)) for part in parts]
    listed = any(joined) or several or all(bracketed)
    if listed and all(named):
        return parts, bracketed[-1] and not any(bracketed[:-1]) and joined[-1]
    run = named.index(False) if False in named else 0
    if run > 1 and joined[run - 1] and not any(bracketed[: run - 1]):
        return [*parts[: run - 1], _from(said, parts[run - 1], parts[-1])], True
    starts = [0] + [n for n in range(1, len(parts)) if _starts(parts, n, named, bracketed, joined)]
    ends = [*starts[1:], len(parts)]
    return [_from(said, parts[a], parts[b - 1]) for a, b in zip(starts, ends, strict=True)], False


def _begins_named(group: Piece) -> bool:
    parts, _ = _segments(group)
    return bool(parts) and _is_named(parts[0])


def _from(said: Piece, first: Piece, last: Piece) -> Piece:
    return said.cut(first.start - said.start, last.stop - said.start)


def _segments(said: Piece) -> tuple[list[Piece], list[bool]]:
    """Return the parts between separators outside brackets, and whether ``and`` joins each."""
    raw = said.raw
    inside = [match.span() for match in _BRACKETS.finditer(raw)]
    parts: list[Piece] = []
    joined: list[bool] = []
    at, number, word = 0, 0, False
    for match in _BETWEEN.finditer(raw):
        while number < len(inside) and inside[number][1] <= match.start():
            number += 1
        if number < len(inside) and inside[number][0] < match.start():
            continue
        if part := said.cut(at, match.start()):
            _add(parts, joined, part, word)
        at, word = match.end(), bool(_AND.search(match[0]))
        if len(parts) > _MANY:
            break
    if part := said.cut(at):
        _add(parts, joined, part, word)
    return parts, joined


def _add(parts: list[Piece], joined: list[bool], part: Piece, word: bool) -> None:
    """Add a part; a degree or a suffix goes with the name before it."""
    text = _ONLY_BRACKET.sub("", part.text)
    late = is_degree(text) or fold(text.rstrip(".")) in SUFFIXES
    if parts and (late or (word and _is_one_name(parts[-1], part))):
        parts[-1] = spanning([parts[-1], part])
        return
    parts.append(part)
    joined.append(word)


def _is_one_name(before: Piece, part: Piece) -> bool:
    """Whether ``y`` or its like stands within a name: ``Ortega y Gasset``, ``von und zu Stein``."""
    between = fold(before.line.text[before.stop : part.start]).strip()
    name = _ONLY_BRACKET.sub("", part.text)
    if before.text.rsplit(" ", 1)[-1] == "von" and between == "und":
        return True
    single = len(name.split()) == 1 and name[:1].isupper()
    return (
        between in ("y", "e", "i")
        and single
        and _is_named(before)
        and kind_of(name) is not Kind.BODY
    )


def is_bare_name(text: str) -> bool:
    """Whether *text* is a name of two words or more, and neither title nor organisation."""
    name = text[honorific_end(text) :]
    return is_bare(name) and (kind_of(name) is Kind.UNKNOWN or is_somebody(name))


def is_only_name(text: str) -> bool:
    """Whether a line is a name with perhaps an honorific, and nothing else."""
    end = honorific_end(text)
    name = text[end:]
    return is_bare_name(text) or (bool(end) and looks_like_name(name) and len(name.split()) < 4)


def _is_named(part: Piece) -> bool:
    """Whether a part is a name, perhaps with something in brackets."""
    text, *_degrees = _ONLY_BRACKET.sub("", part.raw).split(",")
    return is_bare_name(" ".join(text.split()))


def _starts(
    parts: list[Piece],
    n: int,
    named: list[bool],
    bracketed: list[bool],
    joined: list[bool],
) -> bool:
    """Whether another person begins with a part."""
    text = parts[n].text
    end = honorific_end(text)
    if end and ("." in text[:end] or kind_of(text[:end]) is not Kind.TITLE):
        return named[n]
    if not named[n]:
        return False
    if bracketed[n - 1] and (bracketed[n] or n + 1 == len(parts) or joined[n]):
        return True
    if bracketed[n - 1] and named[n - 1] and _is_told(parts[n + 1 : n + 5]):
        return True
    between = parts[n - 1].line.text[parts[n - 1].stop : parts[n].start]
    if not (joined[n] or ";" in between):
        return False
    return _is_told(parts[n + 1 : n + 5]) and (";" in between or _is_told(parts[max(1, n - 4) : n]))


def _is_told(parts: list[Piece]) -> bool:
    """Whether the parts after a name say a title and an organisation, or a body that is known."""
    if not parts:
        return False
    roles = read_roles([_from(Piece.of(parts[0].line), parts[0], parts[-1])])
    first = roles[0]
    known = first.organization is not None and kind_of(first.organization.text) is Kind.BODY
    return bool(first.organization and (first.title or known) and not first.unclear)
