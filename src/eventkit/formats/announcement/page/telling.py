"""What is sorted of an announcement, and where its prose belongs."""

from __future__ import annotations

import re

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.page.agenda import Item
from eventkit.formats.announcement.people.draft import Draft
from eventkit.formats.announcement.text.joining import Secrets
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.paragraphs import Block
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.source import Notes
from eventkit.formats.announcement.text.words import fold

__all__ = ["Announcement", "Telling"]


_UNKNOWN_LABEL = re.compile(r"^[^\W\d_][\w'-]*(?: [\w'-]+){0,2}:\s+\S")
_PRONOUN = re.compile(
    r"(?:he|she|they|his|her|their|il|elle|er|sie|seine|ihre|el|ella|ele|ela|hij|zij|ze|lui|lei|ha|"
    r"e|es|tiene|tem|has|son|sa)\s"
)


@attrs.define
class Announcement:
    """The lines of one announcement, sorted by what they are about."""

    secrets: Secrets
    name: Line | None = None
    subtitle: Line | None = None
    when: list[Line] = attrs.field(factory=list)
    description: list[Block] = attrs.field(factory=list)
    description_lines: list[Line] = attrs.field(factory=list)
    people: list[Draft] = attrs.field(factory=list)
    details: dict[str, list[Line]] = attrs.field(factory=dict)
    items: list[Item] = attrs.field(factory=list)
    status: Line | None = None

    def of(self, kind: str) -> list[Line]:
        """Return the values of one kind of detail."""
        return self.details.setdefault(kind, [])

    def keep(self, line: Line) -> None:
        """Keep a line in the description as a paragraph of its own."""
        self.description.append([line.told.text])
        self.description_lines.append(line.told)


class Telling:
    """
    Reads the lines of one announcement: what all parts of the reader share, and its prose.

    Args:
        result: Takes the lines.
        notes: Takes what is assumed or not understood.
        subject: What the mail is called that the lines came in.
    """

    def __init__(self, result: Announcement, notes: Notes, subject: Line | None) -> None:
        self.result = result
        self.notes = notes
        self.subject = subject
        self.section = ""  # what was announced: a label, or "" when nothing was
        self.role = "speaker"
        self.label: Piece | None = None
        self.several = False
        self.listing = False  # whether people are listed below their label
        self.gap = True  # a blank line, or something else, stands before
        self.last = ""  # what the line before was taken for
        self.labelled_when = False
        self.named_surely = False  # by a label or a heading
        self.above: list[Line] = []  # what was the title until a line such as ``Invitation``
        self.heading: Line | None = None  # of an agenda that has no items yet
        self.parts = False  # whether a blank line, or nothing, stands after

    @property
    def has_title(self) -> bool:
        """Whether the title was read, or the mail has a subject that stands for it."""
        return bool(self.result.name or self.subject or self.above)

    def _prose(self, line: Line, text: str) -> str:
        """Put a line that is nothing else into a biography or the description."""
        draft, told = self._biography(text), line.told
        blocks = draft.bio if draft else self.result.description
        lines = draft.bio_lines if draft else self.result.description_lines
        kind = "bio" if draft else "description"
        if blocks and not self.gap and self.last == kind:
            blocks[-1].append(told.text)
        else:
            blocks.append([told.text])
        lines.append(told)
        if not draft and _UNKNOWN_LABEL.match(text) and len(text) < 120:
            self.notes.add(
                codes.LINE_NOT_UNDERSTOOD,
                Severity.INFO,
                f"the label {text.partition(':')[0]!r} is not known; kept in the description",
                at=line.at,
                path="description",
            )
        return kind

    def _biography(self, text: str) -> Draft | None:
        """Return the person that a line of prose is about, or None."""
        people = self.result.people
        if not people or self.section == "description":
            return None
        if self.section == "bio":
            return people[-1]
        if self.last == "bio" and not self.gap:
            return self._last_told()
        named = [draft for draft in people if draft.is_named_in(text)]
        if len(text) > 40 and named:
            return named[0]
        told = self._last_told()
        if told and self.last == "bio" and _PRONOUN.match(fold(text)):
            return told
        prose = len(text.split()) >= 8 and text.endswith((".", "!", "\u2026", "\u00bb", '"'))
        if prose and self.last == "people" and not people[-1].bio:
            return people[-1]
        return None

    def _last_told(self) -> Draft | None:
        told = [draft for draft in self.result.people if draft.bio]
        return max(told, key=lambda draft: draft.bio_lines[-1].at) if told else None
