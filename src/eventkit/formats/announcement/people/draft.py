"""A speaker while the lines about them are read, and the speaker of the model it becomes."""

from __future__ import annotations

import re
from functools import partial
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.people.affiliations import Role, Roles
from eventkit.formats.announcement.people.cards import Fields, role_told
from eventkit.formats.announcement.people.contacts import Contacts
from eventkit.formats.announcement.people.person import Named
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.paragraphs import Block, joined
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.source import Notes
from eventkit.formats.announcement.text.words import fold
from eventkit.model import Affiliation, Organization, Speaker

__all__ = ["Draft"]

Span = tuple[int, int]


@attrs.define
class Draft:
    """
    A speaker while the lines about them are read.

    Args:
        named: What the line of the name says.
        role: The part in the event, by the label.
        line: The line of the name.
        label: Where the label stands that says the part.
        cells: What lines below say they are.
        fields: What lines or columns with a name of their own say they are.
        above: Whether the title stands above the name, as in the lines that follow.
        doubts: What may be meant otherwise, for the findings.
    """

    named: Named
    role: str
    line: Line
    label: Piece | None = None
    cells: list[Piece] = attrs.field(factory=list)
    fields: Fields = attrs.field(factory=dict)
    above: bool = False
    doubts: list[tuple[str, str]] = attrs.field(factory=list)
    bio: list[Block] = attrs.field(factory=list)
    bio_lines: list[Line] = attrs.field(factory=list)
    spans: dict[str, Span] = attrs.field(factory=dict)  # field -> place, once made

    @property
    def roles(self) -> Roles:
        """What the person is, by all lines so far."""
        told = role_told(self.fields)
        return (*((told,) if told else ()), *self.named.roles(self.cells))

    def add(self, said: Piece, contacts: Contacts) -> None:
        """Take a line that says what the person is, or how to reach them."""
        if said:
            self.cells.append(said)
        self.named = attrs.evolve(self.named, contacts=self.named.contacts.plus(contacts))

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
        named = self.named
        self.spans = {}
        self._show("name", named.place)
        self._show("honorific_prefix", named.honorific)
        self._show("email", named.contacts.email)
        self._note_name(notes, path)
        held, loose = self._affiliations(notes, path)
        if self.bio_lines:
            self.spans["bio"] = (
                self.bio_lines[0].at,
                max(line.end for line in self.bio_lines),
            )
        urls = named.contacts.urls
        if urls:
            self._show("url", urls[0][1])
        fields: dict[str, Any] = {
            "honorific_prefix": named.honorific.text if named.honorific else None,
            "affiliations": held,
            "bio": "\n\n".join(part for part in (*loose, joined(self.bio)) if part) or None,
            "url": urls[0][0] if urls else None,
            "same_as": tuple(dict.fromkeys(url for url, _ in urls[1:])),
            "email": named.contacts.email.text if named.contacts.email else None,
            "role": self._role(notes, path),
        }
        return notes.guard(path, self.line.at, partial(Speaker, named.name, **fields))

    def _show(self, field: str, piece: Piece | None) -> None:
        if piece:
            self.spans[field] = (piece.at, piece.end)

    def _note_name(self, notes: Notes, path: str) -> None:
        named, at = self.named, self.line.at
        if named.doubtful:
            notes.add(
                codes.UNCLEAR_SPEAKER, Severity.WARNING,
                f"{named.name!r:.60} does not look like a name",
                "write e.g. 'Speaker: Dr. Jane Doe, Head of Unit, Example Institute'",
                at=at, path=f"{path}.name",
            )  # fmt: skip
        for message, hint in self.doubts:
            notes.add(
                codes.UNCLEAR_SPEAKER,
                Severity.WARNING,
                message,
                hint,
                at=at,
                path=f"{path}.name",
            )
        beside = [*named.degrees, *named.contacts.beside]
        if beside:
            notes.add(
                codes.NOT_CARRIED, Severity.INFO,
                f"{', '.join(piece.text for piece in beside):.80} beside the name is not carried",
                "write it into the biography if it matters",
                at=beside[0].at, path=f"{path}.name",
            )  # fmt: skip

    def _role(self, notes: Notes, path: str) -> str:
        """Return the part in the event; the model has none for who interprets."""
        self._show("role", self.label if self.named.part is None else None)
        role = self.named.part or self.role
        if role != "interpreter":
            return role
        notes.add(
            codes.NOT_CARRIED, Severity.WARNING,
            f"{self.named.name:.60} interprets; there is no such role, so it is read as a speaker",
            "leave the line out where only who speaks is to be named",
            at=self.line.at, path=f"{path}.role",
        )  # fmt: skip
        return "speaker"

    def _affiliations(self, notes: Notes, path: str) -> tuple[list[Affiliation], list[str]]:
        found: list[Affiliation] = []
        loose: list[str] = []
        for role in self.roles:
            field = f"affiliations[{len(found)}]"
            where = f"{path}.{field}"
            place = role.organization or role.title or role.country or self.named.place
            at = place.at if place else self.line.at
            if role.organization is None:
                loose.append(_text(role))
                _note_loose(notes, at, f"{path}.bio", _text(role))
                continue
            if role.unclear:
                _note_unclear(notes, at, where, role)
            if role.town:
                _note_town(notes, role.town, where)
            made = notes.guard(where, at, partial(_affiliation, role))
            if made is not None:
                self._show(f"{field}.title", role.title)
                self._show(f"{field}.organization", role.organization)
                self._show(f"{field}.organization.country", role.country)
                found.append(made)
        return found, loose


def _text(role: Role) -> str:
    """Return what is said of somebody who is nowhere."""
    return ", ".join(piece.text for piece in (role.title, role.country) if piece)


def _affiliation(role: Role) -> Affiliation:
    name = role.organization.text if role.organization else ""
    body = Organization(name, country=role.country_code)
    return Affiliation(body, title=role.title.text if role.title else None)


def _note_loose(notes: Notes, at: int, path: str, text: str) -> None:
    notes.add(
        codes.NOT_CARRIED, Severity.WARNING,
        f"{text!r:.60} has no organisation; it is kept in the biography",
        "write 'Title, Organisation'",
        at=at, path=path,
    )  # fmt: skip


def _note_town(notes: Notes, town: Piece, path: str) -> None:
    notes.add(
        codes.NOT_CARRIED, Severity.WARNING,
        f"{town.text!r:.60} is taken for a town, which is not carried",
        "write it into the name of the organisation if it belongs there",
        at=town.at, path=path,
    )  # fmt: skip


def _note_unclear(notes: Notes, at: int, path: str, role: Role) -> None:
    body = role.organization.text if role.organization else ""
    if role.title:
        message = f"{role.title.text!r:.60} at {body!r:.60} may be meant otherwise"
    else:
        message = f"{body!r:.80}: title or organisation? kept whole"
    notes.add(
        codes.UNCLEAR_SPEAKER, Severity.WARNING, message,
        "write 'Title, Organisation', or 'Title at Organisation'",
        at=at, path=path,
    )  # fmt: skip
