"""From speaker lines to speakers of the model, with what was not clear about them."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Finding, Reading, Severity
from eventkit.formats.announcement.affiliations import Role, is_role_line, read_roles, stacked
from eventkit.formats.announcement.labels import label_of
from eventkit.formats.announcement.paragraphs import Block, joined
from eventkit.formats.announcement.people_words import is_title
from eventkit.formats.announcement.person import Named, looks_like_name, read_person, split_people
from eventkit.formats.announcement.rolewords import ROLE_LABELS
from eventkit.formats.announcement.source import Line, Notes, opened
from eventkit.formats.announcement.words import fold
from eventkit.model import Affiliation, Organization, Speaker

__all__ = ["ROLES", "Draft", "people_of", "read_speaker"]

ROLES = tuple(ROLE_LABELS)


@attrs.define
class Draft:
    """A speaker while the lines about them are read."""

    named: Named
    role: str
    line: Line
    roles: list[tuple[Role, Line]] = attrs.field(factory=list)
    bio: list[Block] = attrs.field(factory=list)
    bio_lines: list[Line] = attrs.field(factory=list)

    @property
    def has_roles(self) -> bool:
        """Whether something says already what the person is."""
        return bool(self.roles or self.named.roles)

    def add_roles(self, line: Line, text: str | None = None) -> None:
        """Take a line that says what the person is."""
        self.roles += [(role, line) for role in read_roles(text or line.text.strip())]

    def is_named_in(self, text: str) -> bool:
        """Whether *text* has the last word of the name, or all of it."""
        name = fold(self.named.name)
        last = name.split()[-1]
        folded = fold(text)
        return name in folded or (
            len(last) > 2 and bool(re.search(rf"\b{re.escape(last)}\b", folded))
        )

    def speaker(self, notes: Notes, path: str) -> Speaker | None:
        """Return the speaker, and note what is unclear or has no place in the model."""
        named, at = self.named, self.line.at
        if named.doubtful:
            notes.add(
                codes.UNCLEAR_SPEAKER,
                Severity.WARNING,
                f"{named.name!r:.60} does not look like a name",
                "write e.g. 'Speaker: Dr. Jane Doe, Head of Unit, Example Institute'",
                at=at,
                path=f"{path}.name",
            )
        if named.degrees:
            notes.add(
                codes.NOT_CARRIED,
                Severity.INFO,
                f"{', '.join(named.degrees)} after the name is not carried",
                "write it into the biography if it matters",
                at=at,
                path=f"{path}.name",
            )
        held, loose = self._affiliations(notes, path)
        bio = "\n\n".join(part for part in (*loose, joined(self.bio)) if part) or None
        fields: dict[str, Any] = {
            "honorific_prefix": named.honorific,
            "affiliations": held,
            "bio": bio,
            "url": named.url,
            "role": self._role(notes, path),
        }
        return notes.guard(path, at, partial(Speaker, named.name.replace("\t", " "), **fields))

    def _role(self, notes: Notes, path: str) -> str:
        """Return the part in the event; the model has none for who interprets."""
        if self.role != "interpreter":
            return self.role
        notes.add(
            codes.NOT_CARRIED,
            Severity.WARNING,
            f"{self.named.name:.60} interprets; there is no such role, so it is read as a speaker",
            "leave the line out where only who speaks is to be named",
            at=self.line.at,
            path=f"{path}.role",
        )
        return "speaker"

    def _affiliations(self, notes: Notes, path: str) -> tuple[list[Affiliation], list[str]]:
        roles = [(role, self.line) for role in self.named.roles] + self.roles
        found: list[Affiliation] = []
        loose: list[str] = []
        for role, line in roles:
            where = f"{path}.affiliations[{len(found)}]"
            if role.organization is None:
                loose.append(role.title or "")
                notes.add(
                    codes.NOT_CARRIED,
                    Severity.WARNING,
                    f"{role.title!r:.60} has no organisation; it is kept in the biography",
                    "write 'Title, Organisation'",
                    at=line.at,
                    path=f"{path}.bio",
                )
                continue
            if role.unclear:
                notes.add(
                    codes.UNCLEAR_SPEAKER,
                    Severity.WARNING,
                    f"{role.organization!r:.80}: title or organisation? kept whole",
                    "write 'Title, Organisation', or 'Title at Organisation'",
                    at=line.at,
                    path=where,
                )
            if line is not self.line and role.title and _may_be_a_name(role.title):
                notes.add(
                    codes.UNCLEAR_SPEAKER,
                    Severity.WARNING,
                    f"{role.title!r:.60} may be a title or another person; taken for a title of"
                    f" {self.named.name:.60}",
                    "write another person below a label, e.g. 'Speaker: Jane Doe, Institute'",
                    at=line.at,
                    path=f"{where}.title",
                )
            made = notes.guard(where, line.at, lambda role=role: _affiliation(role))  # type: ignore[misc]
            if made is not None:
                found.append(made)
        return found, loose


def _may_be_a_name(title: str) -> bool:
    """Whether a title is none that is known, and looks like the name of somebody."""
    return looks_like_name(title) and not is_title(title)


def _affiliation(role: Role) -> Affiliation:
    name = (role.organization or "").replace("\t", " ")
    return Affiliation(Organization(name, country=role.country), title=role.title)


def people_of(line: Line, text: str, role: str) -> list[Draft]:
    """Return the people that *text*, a part of *line*, names."""
    found = [read_person(piece) for piece in split_people(text)]
    return [Draft(named, role, line) for named in found if named is not None]


def read_speaker(text: str) -> Reading:
    """
    Read speaker lines alone, with or without labels.

    Returns:
        A reading whose ``speakers`` are those named; a line after one may say what they are.
    """
    source = opened(text, None)
    if isinstance(source, Finding):
        return Reading(findings=(source,))
    notes = Notes(source)
    drafts: list[Draft] = []
    role = "speaker"
    joined_to = 0
    for number, line in enumerate(source.lines):
        if number < joined_to:
            continue
        found = (
            stacked(source.lines[number : number + 3])
            if drafts and not drafts[-1].has_roles
            else None
        )
        if found:
            line, joined_to = found[0], number + found[1]
        if not line.text.strip():
            continue
        label = label_of(line.text)
        if label and label[0] in ROLES:
            role = label[0]
            drafts += people_of(line, label[2], role) if label[2] else []
        elif label and label[0] == "bio" and drafts:
            drafts[-1].bio += [[label[2]]] if label[2] else []
        elif drafts and not drafts[-1].has_roles and is_role_line(line.text):
            drafts[-1].add_roles(line)
        elif drafts and len(line.text) > 80 and line.text.rstrip().endswith("."):
            drafts[-1].bio.append([line.text])
        else:
            drafts += people_of(line, line.text, role)
    speakers = [draft.speaker(notes, f"speakers[{n}]") for n, draft in enumerate(drafts)]
    if not drafts:
        notes.add(codes.UNCLEAR_SPEAKER, Severity.ERROR, "no speaker is named", "write a name")
    evidence = {
        f"speakers[{n}]": (d.line.at, d.line.end, d.line.text) for n, d in enumerate(drafts)
    }
    return Reading(
        (), notes.found, speakers=[s for s in speakers if s is not None], evidence=evidence
    )
