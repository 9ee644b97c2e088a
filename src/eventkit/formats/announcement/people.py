"""From speaker lines to speakers of the model, with what was not clear about them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from eventkit import codes
from eventkit.findings import Finding, Reading, Severity
from eventkit.formats.announcement.contacts import without_contacts
from eventkit.formats.announcement.draft import Draft
from eventkit.formats.announcement.labels import label_of
from eventkit.formats.announcement.peoplelists import split_people
from eventkit.formats.announcement.person import read_person
from eventkit.formats.announcement.pieces import Piece
from eventkit.formats.announcement.rolewords import PLURALS, ROLE_LABELS
from eventkit.formats.announcement.roster import doubt_another, lines_below
from eventkit.formats.announcement.source import Line, Notes, opened
from eventkit.model import Speaker

__all__ = ["ROLES", "evidence_of", "people_of", "read_speaker"]

ROLES = tuple(ROLE_LABELS)
_WITH = re.compile(r"(?:with|featuring|mit|avec|con|com|met)\s+(?=\S+\s+\S)", re.IGNORECASE)
_ALL = re.compile(
    r"(?:both|all|beide|alle|entramb[ie]|tutti|tou(?:te)?s(?:\s+les)?\s+deux|amb[oa]s|allebei)\s+"
    r"(?:(?:at|of|from|von|di|de|van)\s+)?",
    re.IGNORECASE,
)
_LONG = 5000  # characters of a line that may list people
_PROSE = 80  # characters from which a line that ends a sentence is prose


def people_of(
    line: Line, role: str, *, label: Piece | None = None, several: bool = False
) -> list[Draft]:
    """
    Return the people that a line, or what follows its label, names.

    Args:
        line: Without the label.
        role: The part in the event.
        label: Where the label stands.
        several: Whether the label is a plural.
    """
    if len(line.text) > _LONG:
        return []
    clean, contacts = without_contacts(line)
    said = Piece.of(clean)
    if label is None and (match := _WITH.match(said.raw)):
        said = said.cut(match.end())
    pieces, shared = split_people(said, several=several)
    drafts: list[Draft] = []
    for number, piece in enumerate(pieces):
        following = pieces[number + 1].start if number + 1 < len(pieces) else len(line.text)
        named = read_person(piece, contacts.between(piece.start if number else 0, following))
        if named is not None:
            drafts.append(Draft(named, role, line, label))
    if shared and drafts:
        _share(drafts)
    return drafts


def _share(drafts: list[Draft]) -> None:
    """Give what stands after the last of several names to all where it says so, or doubt it."""
    last = drafts[-1].named
    match = _ALL.match(last.bracket.raw) if last.bracket else None
    if match and last.bracket:
        bracket = last.bracket.cut(match.end())
        for draft in drafts:
            draft.named = attrs.evolve(draft.named, bracket=bracket)
    else:
        drafts[-1].doubts.append(
            ("what follows the last name is taken for the last one only",
             "write it after each name it is true of")
        )  # fmt: skip


def evidence_of(draft: Draft, path: str, text: str) -> dict[str, tuple[int, int, str]]:
    """Return the places of a speaker's fields, once `Draft.speaker` has made them."""
    start, label = draft.line.at, draft.label
    if label and label.line.at <= start < label.line.end:
        start = label.line.at
    spans = {"": (start, draft.line.end), **{f".{k}": v for k, v in draft.spans.items()}}
    return {f"{path}{field}": (a, b, text[a:b]) for field, (a, b) in spans.items()}


def read_speaker(text: str) -> Reading:
    """
    Read speaker lines alone, with or without labels.

    Returns:
        A reading whose ``speakers`` are those named; lines after one may say what they are.
    """
    source = opened(text, None)
    if isinstance(source, Finding):
        return Reading(findings=(source,))
    notes = Notes(source)
    drafts = _drafts(source.lines)
    speakers: list[Speaker] = []
    evidence: dict[str, tuple[int, int, str]] = {}
    for draft in drafts:
        path = f"speakers[{len(speakers)}]"
        speaker = draft.speaker(notes, path)
        if speaker is not None:
            evidence |= evidence_of(draft, path, source.text)
            speakers.append(speaker)
    if not drafts:
        notes.add(codes.UNCLEAR_SPEAKER, Severity.ERROR, "no speaker is named", "write a name")
    return Reading((), notes.found, speakers=speakers, evidence=evidence)


def _drafts(lines: Sequence[Line]) -> list[Draft]:
    """Sort lines into people and what is said of each."""
    drafts: list[Draft] = []
    role, label, several = "speaker", None, False
    at = 0
    while at < len(lines):
        line = lines[at]
        at += 1
        if not line.text.strip():
            continue
        found = label_of(line.text)
        if found and found[0] in ROLES:
            role, several = found[0], found[1] in PLURALS
            label = Piece(line, 0, found[3]).stripped(":*_#> \t")
            if not found[2]:
                continue
            line = line.part(found[3])
        elif found and found[0] == "bio" and drafts:
            _tell(drafts[-1], line.part(found[3]))
            continue
        elif drafts and len(line.text) > _PROSE and line.text.rstrip().endswith("."):
            _tell(drafts[-1], line)
            continue
        people = people_of(line, role, label=label, several=several)
        if drafts and people:
            doubt_another(drafts[-1], people[0])
        drafts += people
        if drafts:
            at += lines_below(drafts[-1], lines[at : at + 16])
    return drafts


def _tell(draft: Draft, line: Line) -> None:
    if line.text.strip():
        draft.bio.append([line.text])
        draft.bio_lines.append(line)
