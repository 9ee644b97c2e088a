"""Which lines below a name belong to that person: title, organisation and country on their own."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventkit.formats.announcement.people.affiliations import is_place, read_roles
from eventkit.formats.announcement.people.cards import field_of
from eventkit.formats.announcement.people.contacts import is_item, without_contacts
from eventkit.formats.announcement.people.draft import Draft
from eventkit.formats.announcement.people.introductions import begins_person, is_title_text
from eventkit.formats.announcement.people.kinds import Kind, is_legal_form, is_somebody, kind_of
from eventkit.formats.announcement.people.namewords import honorific_end, looks_like_name
from eventkit.formats.announcement.people.peoplelists import is_bare_name, is_only_name
from eventkit.formats.announcement.text.labels import label_of
from eventkit.formats.announcement.text.lines import Line, glued
from eventkit.formats.announcement.text.paragraphs import ESCAPE
from eventkit.formats.announcement.text.pieces import Piece

__all__ = ["doubt_another", "is_person_line", "lines_below", "name_below", "whole_item"]

_MOST = 8  # lines that say what a person is
_LONG = 300  # characters of such a line
_ALONE = 90  # characters of one that says only a title, or only an organisation
_FIRST = re.compile(r"\s*[,;|(\t]|\s+[\u2013\u2014@/-]\s*")
_WRAPPED = 40  # characters of a line that may go on below
_PROSE = re.compile(r"[.!?:]$")
_INITIAL = re.compile(r"\b[A-Z]\.$")


def whole_item(lines: Sequence[Line | None]) -> tuple[Line, int]:
    """
    Join an item of a list with the lines into which it is wrapped.

    Returns:
        One line, and how many they were; the first is there.
    """
    whole = lines[0] or Line("", 0)
    used = 1
    while is_item(whole.text) and used < len(lines) and used < _MOST:
        line = lines[used]
        if line is None or not _is_wrapped(whole, line):
            break
        whole = glued([whole, line.stripped()], " ")
        used += 1
    return whole, used


def _is_wrapped(whole: Line, line: Line) -> bool:
    """Whether a line below an item goes on with its sentence and is no line of its own."""
    indent = len(line.text) - len(line.text.lstrip())
    last = whole.text
    if not line.text.strip() or not indent or is_item(line.text) or label_of(line.text):
        return False
    return len(last) > _WRAPPED and not _PROSE.search(last) and bool(_FIRST.search(last.strip()))


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
        if _is_field(draft, line):
            taken, gap = number + 1, False
            continue
        if len(draft.cells) >= _MOST or draft.above or not _may_belong(draft, line):
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


def _is_field(draft: Draft, line: Line) -> bool:
    """Take a line that names a field: ``Affiliation: Acme``."""
    clean, contacts = without_contacts(line)
    found = field_of(line)
    if found is None or found[0] == "name" or found[0] in draft.fields:
        return False
    label = label_of(line.text)
    if label and label[0] != "title" and not draft.fields:
        return False
    if found[0] in ("email", "url"):
        draft.add(Piece(clean, 0, 0), contacts)
    else:
        draft.fields[found[0]] = found[1]
    return True


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
    if is_place(said):
        return bool(roles) and roles[-1].country is None and roles[-1].organization is not None
    if _is_person(text):
        return False
    first = _FIRST.split(said.raw, maxsplit=1)[0]
    kind = Kind.UNKNOWN if is_somebody(first) else kind_of(first)
    if roles and not open_title:
        return _goes_on(draft, said, kind, gap)
    if kind in (Kind.TITLE, Kind.BOTH):
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
    return kind is Kind.TITLE or (kind is Kind.BODY and len(said.text) < _ALONE)


def _is_person(text: str) -> bool:
    """Whether a line begins with an honorific and a name: ``Prof. Ann Lee``."""
    end = honorific_end(text)
    name = _FIRST.split(text[end:], maxsplit=1)[0]
    if end and (text[:end].rstrip().endswith(".") or kind_of(text[:end]) is not Kind.TITLE):
        return looks_like_name(name)
    return bool(end) and is_bare_name(name)


def _next_is_title(below: Sequence[Line | None]) -> bool:
    """Whether the next line that is not blank is a title, so that this one is a name."""
    for line in below[:4]:
        if line is None:
            return False
        if line.text.strip():
            first = _FIRST.split(line.text.strip(), maxsplit=1)[0]
            return kind_of(first) in (Kind.TITLE, Kind.BOTH) and not is_somebody(first)
    return False


def doubt_another(before: Draft, draft: Draft) -> None:
    """Note a person who may be the title of the one before: ``Bo Chen, Example Institute``."""
    bare = bool(draft.cells) and not any(role.title for role in draft.roles)
    told = draft.named.cells or is_somebody(draft.named.name) or bare
    alone = " " not in draft.named.name and not draft.roles
    if (
        (before.roles and not alone)
        or is_item(draft.line.text)
        or draft.named.honorific
        or not (told or alone)
    ):
        return
    if draft.label is not before.label or draft.line is before.line:
        return
    doubt = (
        f"{draft.named.name!r:.60} may be a title or another person; taken for a person",
        "write another person below a label, e.g. 'Speaker: Jane Doe, Institute'",
    )
    if doubt not in draft.doubts:
        draft.doubts.append(doubt)


def is_person_line(text: str) -> bool:
    """Whether a line after a biography is surely another person: a name, and what they are."""
    if len(text) > _LONG or not begins_person(text):
        return False
    if is_only_name(text):
        return True
    said = Piece.of(Line(text, 0))
    parts = said.split(_FIRST)
    roles = read_roles([said.cut(parts[1].start)]) if len(parts) > 1 else ()
    return bool(roles) and all(role.organization and not role.unclear for role in roles)


def name_below(lines: Sequence[Line | None]) -> int | None:
    """Return at which of some lines a name stands below a title, as on the line after it."""
    first, *rest = lines
    if first is None or label_of(first.text) or not is_title_text(first.text.strip()):
        return None
    for number, line in enumerate(rest[:2]):
        if line is None:
            return None
        text = line.text.strip()
        if text:
            return number + 1 if is_only_name(text) and not label_of(text) else None
    return None
