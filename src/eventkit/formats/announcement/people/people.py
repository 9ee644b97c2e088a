"""From speaker lines to speakers of the model, with what was not clear about them."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from eventkit import codes
from eventkit.findings import Finding, Reading, Severity
from eventkit.formats.announcement.people.cards import columns_of, field_of, is_rule, row_of
from eventkit.formats.announcement.people.contacts import without_contacts
from eventkit.formats.announcement.people.draft import Draft
from eventkit.formats.announcement.people.introductions import (
    Introduced,
    introduced,
    title_first,
)
from eventkit.formats.announcement.people.kinds import is_somebody
from eventkit.formats.announcement.people.namewords import honorific_end
from eventkit.formats.announcement.people.peoplelists import split_people
from eventkit.formats.announcement.people.person import read_person
from eventkit.formats.announcement.people.roster import (
    doubt_another,
    lines_below,
    name_below,
    whole_item,
)
from eventkit.formats.announcement.people.sentences import sentence_of
from eventkit.formats.announcement.text.labels import label_of
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.rolewords import PLURALS, ROLE_LABELS
from eventkit.formats.announcement.text.source import Notes, opened
from eventkit.formats.announcement.text.words import fold
from eventkit.model import Speaker

__all__ = ["ROLES", "evidence_of", "people_of", "read_speaker", "unlike_lines"]

ROLES = tuple(ROLE_LABELS)
_WITH = re.compile(r"(?:with|featuring|mit|avec|con|com|met)\s+(?=\S+\s+\S)", re.IGNORECASE)
_THE = re.compile(r"(?:il|la|lo|l'|el|o|a|der|die|de|le|the)\s*\b", re.IGNORECASE)
_ALL = re.compile(
    r"(?:both|all|beide|alle|entramb[ie]|tutti|tou(?:te)?s(?:\s+les)?\s+deux|amb[oa]s|allebei)\s+"
    r"(?:(?:at|of|from|von|di|de|van)\s+)?",
    re.IGNORECASE,
)
_ABSENT = re.compile(
    r"\W*(?:tb[acd]|n\.?\s?n\.?|to be (?:announced|confirmed)|da (?:definire|confermare|annunciare)"
    r"|a (?:definir|confirmer|confirmar|annoncer|anunciar)|por (?:confirmar|definir|anunciar)"
    r"|wird noch bekannt ?gegeben|folgt|nog (?:te bepalen|bekend te maken)|volgt)\W*"
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
    if len(line.text) > _LONG or _ABSENT.fullmatch(fold(line.text)):
        return []
    clean, contacts = without_contacts(line)
    said = Piece.of(clean)
    if label is None and (match := _WITH.match(said.raw)):
        said = said.cut(match.end())
    if (match := _THE.match(said.raw)) and honorific_end(said.raw[match.end() :]):
        said = said.cut(match.end()) if not honorific_end(said.raw) else said
    sentence = sentence_of(said)
    if sentence and (told := read_person(sentence.name, sentence.told)):
        draft = Draft(told, role, line, label)
        if sentence.more:
            _tell(draft, line.part(sentence.more.start, sentence.more.stop))
        draft.named = attrs.evolve(told, contacts=contacts)
        return [draft]
    drafts: list[Draft] = []
    for part in introduced(said, role, label, several):
        drafts += _named(part, line)
    for number, draft in enumerate(drafts):
        start = draft.named.place.start if draft.named.place and number else 0
        following = drafts[number + 1].named.place if number + 1 < len(drafts) else None
        near = contacts.between(start, following.start if following else len(line.text))
        draft.named = attrs.evolve(draft.named, contacts=near)
    return drafts


def _named(part: Introduced, line: Line) -> list[Draft]:
    """Return the people of one part in the event."""
    reversed_ = title_first(part.said)
    pieces, shared = split_people(reversed_[1] if reversed_ else part.said, several=part.several)
    named = [person for piece in pieces if (person := read_person(piece)) is not None]
    drafts = [Draft(person, part.role, line, part.label) for person in named]
    for draft in drafts[1:]:
        alone = not (draft.named.honorific or draft.named.bracket or draft.named.cells)
        if alone and is_somebody(draft.named.name):
            draft.doubts.append(
                (f"{draft.named.name!r:.60} may be a title or another person; taken for a person",
                 "write the name with an honorific, or the title with its organisation")
            )  # fmt: skip
    if reversed_ and drafts:
        drafts[0].named = attrs.evolve(named[0], cells=(reversed_[0], *named[0].cells))
    if shared and drafts:
        _share(drafts)
    if part.doubt and drafts:
        drafts[0].doubts.append(
            (f"the label {part.doubt!r:.60} before a name is not known",
             "write one such as 'Speaker:' or 'Moderator:'")
        )  # fmt: skip
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
    spans = {
        "": (start, draft.line.end),
        **{f".{k}": v for k, v in draft.spans.items()},
    }
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
    reader = _Reader()
    at = 0
    while at < len(lines):
        at += reader.take(lines[at:])
    return reader.drafts


class _Reader:
    """Takes the lines of a text about people only."""

    def __init__(self) -> None:
        self.drafts: list[Draft] = []
        self.role = "speaker"
        self.label: Piece | None = None
        self.several = False

    def take(self, lines: Sequence[Line]) -> int:
        """Take the next line, and those that belong with it; return how many."""
        line = lines[0]
        if not line.text.strip():
            return 1
        drafts, used = unlike_lines(lines, self.role, self.label)
        if used:
            self.drafts += drafts
            return used + self._below(lines[used:])
        found = label_of(line.text)
        if found and found[0] in ROLES:
            self.role, self.several = found[0], found[1] in PLURALS
            self.label = Piece(line, 0, found[3]).stripped(":*_#> \t")
            value = line.part(found[3])
            return self._people([value, *lines[1:]])
        if found and found[0] == "bio" and self.drafts:
            _tell(self.drafts[-1], line.part(found[3]))
            return 1
        if self.drafts and len(line.text) > _PROSE and line.text.rstrip().endswith("."):
            _tell(self.drafts[-1], line)
            return 1
        field = field_of(line)
        if field and field[0] == "name":
            line = line.part(field[1].start, field[1].stop)
        return self._people([line, *lines[1:]])

    def _people(self, lines: Sequence[Line]) -> int:
        line, used = whole_item(lines)
        people = people_of(line, self.role, label=self.label, several=self.several)
        if self.drafts and people:
            doubt_another(self.drafts[-1], people[0])
        self.drafts += people
        return used + (self._below(lines[used:]) if people else 0)

    def _below(self, lines: Sequence[Line]) -> int:
        used = lines_below(self.drafts[-1], lines[:16]) if self.drafts else 0
        if used and len(self.drafts) > 1:
            doubt_another(*self.drafts[-2:])
        return used


def unlike_lines(
    lines: Sequence[Line | None], role: str, label: Piece | None
) -> tuple[list[Draft], int]:
    """Return the people of a table, or one named below the title, and how many lines they take."""
    drafts, used = _rows(lines, role, label)
    named = None if used else name_below(lines[:4])
    line = lines[named] if named is not None else None
    if named is None or line is None or lines[0] is None:
        return drafts, used
    drafts = people_of(line, role, label=label)
    drafts[0].cells.insert(0, Piece.of(without_contacts(lines[0])[0]))
    drafts[0].above = True
    return drafts, named + 1


def _rows(lines: Sequence[Line | None], role: str, label: Piece | None) -> tuple[list[Draft], int]:
    """Return the people of a table that begins with its head, and how many lines it has."""
    columns = columns_of(lines[0]) if lines[0] is not None else None
    drafts: list[Draft] = []
    used = 1 if columns else 0
    for line in lines[1:] if columns else ():
        if line is None or not line.text.strip():
            break
        if not is_rule(line):
            clean, contacts = without_contacts(line)
            fields = row_of(Piece(clean, 0, len(clean.text)), columns or ())
            named = read_person(fields["name"]) if fields and "name" in fields else None
            if named is None or fields is None:
                break
            named = attrs.evolve(named, contacts=contacts)
            drafts.append(Draft(named, role, line, label, fields=fields))
        used += 1
    return drafts, used


def _tell(draft: Draft, line: Line) -> None:
    if line.text.strip():
        draft.bio.append([line.text])
        draft.bio_lines.append(line)
