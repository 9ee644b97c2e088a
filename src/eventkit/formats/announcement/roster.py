"""Which lines below a name belong to that person: title, organisation and country on their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventkit.formats.announcement.affiliations import read_roles
from eventkit.formats.announcement.contacts import is_item, without_contacts
from eventkit.formats.announcement.countries import country_code
from eventkit.formats.announcement.draft import Draft
from eventkit.formats.announcement.kinds import Kind, is_legal_form, kind_of
from eventkit.formats.announcement.labels import label_of
from eventkit.formats.announcement.namewords import honorific_end
from eventkit.formats.announcement.paragraphs import ESCAPE
from eventkit.formats.announcement.peoplelists import is_bare_name
from eventkit.formats.announcement.pieces import Piece
from eventkit.formats.announcement.source import Line

__all__ = ["doubt_another", "lines_below"]

_MOST = 8  # lines that say what a person is
_LONG = 300  # characters of such a line
_ALONE = 90  # characters of one that says only a title, or only an organisation
_FIRST = re.compile(r"\s*[,;|(\t]|\s+[\u2013\u2014@/-]\s*")
_PROSE = re.compile(r"[.!?:]$")
_INITIAL = re.compile(r"\b[A-Z]\.$")


def lines_below(draft: Draft, lines: Sequence[Line | None]) -> int:
    """
    Give a person the lines below the name that say what they are.

    Args:
        draft: The person, who was named last.
        lines: The lines below, None for one that is not public.

    Returns:
        How many lines were taken, the blank ones between among them.
    """
    taken, gap = 0, False
    for number, line in enumerate(lines[: 2 * _MOST]):
        if line is None:
            break
        if not line.text.strip():
            gap = True
            continue
        if len(draft.cells) >= _MOST or not _may_belong(draft, line):
            break
        clean, contacts = without_contacts(line)
        said = Piece.of(clean)
        if said and not _belongs(draft, said, gap, lines[number + 1 :]):
            break
        if not said and gap:
            break
        draft.add(said, contacts)
        taken, gap = number + 1, False
    return taken


def _may_belong(draft: Draft, line: Line) -> bool:
    text = line.text.strip()
    if len(text) > _LONG or text.startswith(ESCAPE) or label_of(line.text):
        return False
    if is_item(line.text) and (is_item(draft.line.text) or draft.named.place is None):
        return False
    return not _PROSE.search(text) or is_legal_form(text.split()[-1]) or bool(_INITIAL.search(text))


def _belongs(draft: Draft, said: Piece, gap: bool, below: Sequence[Line | None]) -> bool:
    """Whether a line says what the person is, by what is known of both."""
    text = said.text
    roles = draft.roles
    open_title = bool(roles) and roles[-1].organization is None
    if country_code(text):
        return bool(roles) and roles[-1].country is None and roles[-1].organization is not None
    if _is_person(text):
        return False
    first = _FIRST.split(said.raw, maxsplit=1)[0]
    kind = kind_of(first)
    if roles and not open_title:
        return _goes_on(draft, said, kind, gap)
    if kind in (Kind.TITLE, Kind.BOTH) and not (kind is Kind.TITLE and _may_be_somebody(first)):
        return not draft.is_named_in(text) or open_title
    if kind is Kind.BODY:
        return len(text) < _ALONE or "," in text
    if read_sure(said):
        return True
    if not open_title or len(text) > _ALONE:
        return _is_one_word(draft, text, gap)
    if is_bare_name(text) or len(text.split()) == 1:
        if _next_is_title(below):
            return False
        draft.doubts.append(
            (f"{text!r:.60} is taken for the organisation of {draft.named.name:.60}",
             "if it is another person, write their name with a label or a title")
        )  # fmt: skip
    return True


def read_sure(said: Piece) -> bool:
    """Whether a line alone says title and organisation for sure: ``Ninja at Acme``."""
    if is_bare_name(_FIRST.split(said.raw, maxsplit=1)[0]):
        return False
    roles = read_roles([said])
    return all(role.title and role.organization and not role.unclear for role in roles)


def _is_one_word(draft: Draft, text: str, gap: bool) -> bool:
    """Whether one word right below a name may be the organisation: ``Acme``."""
    if gap or draft.cells or draft.named.bracket or len(text.split()) > 1 or not text[:1].isupper():
        return False
    draft.doubts.append(
        (f"{text!r:.60} below the name is taken for the organisation",
         "write 'Name, Title, Organisation' on one line")
    )  # fmt: skip
    return True


def _goes_on(draft: Draft, said: Piece, kind: Kind, gap: bool) -> bool:
    """Whether a line says more of somebody whose title and organisation are told."""
    if gap or not (draft.cells or draft.named.cells):
        return False
    if kind is Kind.TITLE:
        return not _may_be_somebody(_FIRST.split(said.raw, maxsplit=1)[0])
    return kind is Kind.BODY and len(said.text) < _ALONE


def _is_person(text: str) -> bool:
    end = honorific_end(text)
    return (
        bool(end)
        and kind_of(text[:end]) is not Kind.TITLE
        and is_bare_name(text[end:].split(",")[0])
    )


def _may_be_somebody(text: str) -> bool:
    """Whether a title is also a name: ``Dean Smith``."""
    words = text.split()
    return len(words) == 2 and words[0] in ("Dean", "Judge", "Major", "Marshall", "Page", "Bishop")


def _next_is_title(below: Sequence[Line | None]) -> bool:
    """Whether the next line that is not blank is a title, so that this one is a name."""
    for line in below[:4]:
        if line is None:
            return False
        if line.text.strip():
            first = _FIRST.split(line.text.strip(), maxsplit=1)[0]
            return kind_of(first) in (Kind.TITLE, Kind.BOTH)
    return False


def doubt_another(before: Draft, draft: Draft) -> None:
    """Note a person who may be the title of the one before: ``Bo Chen, Example Institute``."""
    if before.roles or is_item(draft.line.text) or draft.named.honorific or not draft.named.cells:
        return
    if draft.label is not before.label or draft.line is before.line:
        return
    draft.doubts.append(
        (f"{draft.named.name!r:.60} may be a title or another person; taken for a person",
         "write another person below a label, e.g. 'Speaker: Jane Doe, Institute'")
    )  # fmt: skip
