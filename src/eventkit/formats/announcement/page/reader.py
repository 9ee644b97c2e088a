"""From the lines of one announcement to its parts: the grammar over lines and labels."""

from __future__ import annotations

import re

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.page.details import (
    DETAILS,
    is_contact,
    is_registration,
    route,
    says_only_where,
)
from eventkit.formats.announcement.page.detection import is_detail
from eventkit.formats.announcement.page.labelling import Labelling
from eventkit.formats.announcement.page.moments import (
    has_times,
    is_time_alone,
    is_when,
    states_time,
)
from eventkit.formats.announcement.page.prices import costs, is_free_line
from eventkit.formats.announcement.page.telling import Announcement
from eventkit.formats.announcement.page.titles import (
    undecorated,
    untitled,
    without_article,
)
from eventkit.formats.announcement.page.titling import HEADING
from eventkit.formats.announcement.page.topics import topic_of
from eventkit.formats.announcement.people.contacts import is_item
from eventkit.formats.announcement.people.kinds import Kind, kind_of
from eventkit.formats.announcement.people.namewords import honorific_end, looks_like_name
from eventkit.formats.announcement.people.people import people_of, unlike_lines
from eventkit.formats.announcement.people.roster import (
    doubt_another,
    is_person_line,
    lines_below,
    whole_item,
)
from eventkit.formats.announcement.text.joining import URL, without_secrets
from eventkit.formats.announcement.text.labels import by_label, icon_of, label_of
from eventkit.formats.announcement.text.lines import Line, glued
from eventkit.formats.announcement.text.paragraphs import ESCAPE
from eventkit.formats.announcement.text.parting import is_rule, parted, unwrapped
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.source import Notes

__all__ = ["read_lines"]


_ITEM = re.compile(r"\s*[-*\u2022\u00b7\u2013\u25cf]\s+")


def read_lines(lines: list[Line], notes: Notes, subject: Line | None = None) -> Announcement:
    """
    Sort the lines of one announcement.

    Args:
        lines: As `preparing.prepared` returns them.
        notes: Takes what is assumed or not understood.
        subject: What the mail is called that the lines came in.
    """
    parts = [part for line in unwrapped(lines) for part in parted(line)]
    public, secrets = without_secrets(parts)
    reader = _Reader(Announcement(secrets), notes, subject)
    at = 0
    while at < len(public):
        at += (used := reader.take_unlike(public[at : at + 200]))
        line, count = (None, 0) if used else reader.item(public[at : at + 8])
        at += count
        if line is not None:
            after = public[at] if at < len(public) else None
            reader.parts = after is None or not after.text.strip()
            reader.take(line)
        at += reader.take_below(public[at : at + 16])
    if reader.result.name is None and reader.above:
        reader.result.name, *rest = reader.above
        reader.result.subtitle = rest[0] if rest else None
    if reader.result.name is None and subject is not None:
        reader.result.name = untitled(subject)
        notes.add(
            codes.NO_TITLE, Severity.INFO, "the subject of the mail is taken for the title",
            "write the title on the first line of the mail", at=subject.at, path="name",
        )  # fmt: skip
    if reader.result.name is None and (topic := topic_of(reader.result.description_lines)):
        reader.result.name = topic
        notes.add(
            codes.NO_TITLE, Severity.WARNING, f"the title is taken from a sentence: {topic.text!r:.90}",
            "write the title on the first line", at=topic.at, path="name",
        )  # fmt: skip
    if not reader.result.of("price") and (told := reader.result.description_lines):
        reader.result.of("price").extend(sums if len(sums := costs(glued(told, " "))) == 1 else [])
    return reader.result


class _Reader(Labelling):
    """Sorts lines, those without a label among them."""

    def take_unlike(self, lines: list[Line | None]) -> int:
        """Take the people of a table, or one who is named below the title."""
        if self.section != "list":
            return 0
        drafts, used = unlike_lines(lines, self.role, self.label)
        self.result.people += drafts
        if used:
            self.last, self.gap = "people", False
        return used

    def item(self, lines: list[Line | None]) -> tuple[Line | None, int]:
        """Return the next line, and how many it is wrapped into."""
        return whole_item(lines) if self.section == "list" and lines[0] else (lines[0], 1)

    def take_below(self, lines: list[Line | None]) -> int:
        """Give the person of the line before the lines below that say what they are."""
        if self.last != "people" or self.gap or not self.result.people:
            return 0
        bound = next((n for n, line in enumerate(lines) if line and self._ends(line.text)), None)
        used = lines_below(self.result.people[-1], lines[:bound])
        if used and len(self.result.people) > 1:
            doubt_another(*self.result.people[-2:])
        return used

    def _ends(self, text: str) -> bool:
        """Whether a line says nothing of the person named before, in a list the next person."""
        start = honorific_end(text.strip())
        name = text.strip()[start:].split(",")[0]
        listed = self.section == "list" and start and " " in name and looks_like_name(name)
        return bool(listed) or is_detail(text)

    def take(self, line: Line) -> None:
        """Put a line where it belongs."""
        text = line.text.strip()
        if not text and not line.told.text.strip():
            self.gap = True
            return
        if is_rule(line.text):
            return
        kind = self._kind(line, text)
        self.last = kind
        self.gap = False

    def _kind(self, line: Line, text: str) -> str:
        """Put the line where it belongs, and return what it was taken for."""
        if not text.startswith(ESCAPE):
            if self.section == "agenda" and (kind := self._agenda(line, text)):
                return kind
            label = label_of(line.text) or icon_of(line.text)
            if label and (kind := self._labelled(line, label)):
                return kind
            if kind := self._recognised(line, text):
                return kind
        if self._titles(line, text):
            return "name"
        if HEADING.match(line.told.text):
            self.section = "description"
        return self._prose(line, text)

    def _recognised(self, line: Line, text: str) -> str:
        """Take an unlabelled line that is a date, an address, a person or a role."""
        if self._is_when(text):
            self.result.when.append(line.stripped())
            return "when"
        if self.section in DETAILS and (kind := self._under_label(line.stripped())):
            return kind
        if kind := self._link(line.stripped(), text):
            return kind
        if self.section == "list" and (kind := self._listed(line, text)):
            return kind
        if self.listing and self.last in ("bio", "people") and is_person_line(text):
            return self._listed(line, text)
        return self._by(line, text) if self.has_title else ""

    def _under_label(self, line: Line) -> str:
        """Take a line below a label that stands alone as its value."""
        bullet = _ITEM.match(line.text)
        value = line.part(bullet.end()) if bullet else line
        kind, values = route(self.section, value.text), self.result.of(self.section)
        first = self.last == "label"
        if not kind or (self.gap and not first and not bullet):
            self.section = ""
            return ""
        if kind == "where" and not first and not bullet and values:
            values[-1] = glued([values[-1], value], ", ")
        else:
            self.result.of(kind).append(value)
        return kind

    def _link(self, line: Line, text: str) -> str:
        """Take an address alone, where to register, and that it is free."""
        if self._goes_on_to(text) and not self.result.of("register"):
            self.result.of("register").append(line)
            return ""
        bare = text.strip("<>")
        if not self.has_title or len(text) > 600:
            return ""
        if URL.fullmatch(bare) and not self.result.of("link"):
            self.result.of("link").append(line.part(line.text.index(bare)))
            return "link"
        free = is_free_line(text) and not self.result.of("price")
        if free:
            self.result.of("price").append(line)
        if is_registration(text) and not self.result.of("register"):
            self.result.of("register").append(line)
            return "register" if says_only_where(text) else ""  # else the description keeps it, too
        if is_contact(text) and not self.result.of("contact"):
            self.result.of("contact").append(line)
            return "contact"
        return "price" if free else ""

    def _goes_on_to(self, text: str) -> bool:
        """Whether a line has the address of ``Please register at``, at the end of the one before."""
        blocks = self.result.description
        if self.last != "description" or self.gap or not URL.match(text) or not blocks:
            return False
        return is_registration(f"{blocks[-1][-1]} {text}")

    def _by(self, line: Line, text: str) -> str:
        """Take ``Organised by``, ``Moderated by`` and the like without a colon."""
        label = by_label(line.text) if len(text) < 200 and self.section != "bio" else None
        if label is None or not label[2]:
            return ""
        kind, at = label[0], label[3]
        value = undecorated(line.part(at))
        body = without_article(value)
        if kind == "host" and (body is not value or kind_of(body.text.rstrip(".")) is Kind.BODY):
            kind = "organizer"
        if kind == "organizer":
            self.result.of(kind).append(body)
            return kind
        drafts = people_of(line.part(at).stripped(), kind, label=Piece(line, 0, at).stripped())
        sure = all(d.named.honorific or d.named.cells or " " in d.named.name for d in drafts)
        if not drafts or not sure or any(draft.named.doubtful for draft in drafts):
            return ""
        self.result.people += drafts
        return "people"

    def _listed(self, line: Line, text: str) -> str:
        several = self.several and not is_item(line.text)  # an item is about one person
        drafts = people_of(line, self.role, label=self.label, several=several)
        if drafts and not any(draft.named.doubtful for draft in drafts) and len(text) < 300:
            if self.result.people:
                doubt_another(self.result.people[-1], drafts[0])
            self.result.people += drafts
            return "people"
        if not self.result.people or len(text) < 40:
            self.section = ""
        return ""

    def _is_when(self, text: str) -> bool:
        result = self.result
        if self.section in ("when", "time"):
            parts = states_time(text)
            said = parts is not None and bool(parts.dates or parts.entries or parts.claims)
            self.section = self.section if said else ""
            self.labelled_when = self.labelled_when or said
            return said
        if self.labelled_when or self.section in ("description", "bio", "agenda"):
            return False
        if not result.when:
            return is_when(text, named=self.has_title)
        return not has_times(result.when) and self.last == "when" and is_time_alone(text)
