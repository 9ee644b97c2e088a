"""From the lines of one announcement to its parts: the grammar over lines and labels."""

from __future__ import annotations

import re

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.agenda import Item, item_of
from eventkit.formats.announcement.contacts import is_item
from eventkit.formats.announcement.details import (
    DETAILS,
    is_contact,
    is_registration,
    route,
    says_only_where,
    status_of,
)
from eventkit.formats.announcement.detection import is_detail
from eventkit.formats.announcement.draft import Draft
from eventkit.formats.announcement.joining import URL, Secrets, without_secrets
from eventkit.formats.announcement.kinds import Kind, kind_of
from eventkit.formats.announcement.labels import Label, by_label, icon_of, label_of
from eventkit.formats.announcement.lines import Line, glued
from eventkit.formats.announcement.literal import drafts_of, is_quoted_value
from eventkit.formats.announcement.moments import (
    has_dates,
    has_times,
    is_time_alone,
    is_when,
    states_time,
)
from eventkit.formats.announcement.namewords import honorific_end, looks_like_name
from eventkit.formats.announcement.paragraphs import ESCAPE, Block
from eventkit.formats.announcement.parting import is_rule, parted, unwrapped
from eventkit.formats.announcement.people import ROLES, people_of, unlike_lines
from eventkit.formats.announcement.pieces import Piece
from eventkit.formats.announcement.prices import is_free_line
from eventkit.formats.announcement.rolewords import PLURALS
from eventkit.formats.announcement.roster import (
    doubt_another,
    is_person_line,
    lines_below,
    whole_item,
)
from eventkit.formats.announcement.source import Notes
from eventkit.formats.announcement.titles import (
    inviting,
    is_greeting,
    is_kicker,
    is_title_of,
    undecorated,
    untitled,
    without_article,
)
from eventkit.formats.announcement.words import fold

__all__ = ["EMPHASISED", "HEADING", "TITLE_MAX", "Announcement", "read_lines"]

_TIMES = ("when", "time", "timezone", "duration", "end")
_UNKNOWN_LABEL = re.compile(r"^[^\W\d_][\w'-]*(?: [\w'-]+){0,2}:\s+\S")
_PRONOUN = re.compile(
    r"(?:he|she|they|his|her|their|il|elle|er|sie|seine|ihre|el|ella|ele|ela|hij|zij|ze|lui|lei|ha|"
    r"e|es|tiene|tem|has|son|sa)\s"
)
HEADING = re.compile(
    r"\s{0,3}(?:(?P<level>#{1,6})\s|(?P<drawn>\*{4,8}|={3,8})\s+\S.{0,200}\s(?P=drawn)\s*\Z)"
)
EMPHASISED = re.compile(r"\s*(?P<mark>[*_]{1,2})[^*_].*(?P=mark)\s*")
_ITEM = re.compile(r"\s*[-*\u2022\u00b7\u2013\u25cf]\s+")
_SUBTITLE_MAX = 160
TITLE_MAX = 250


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
    return reader.result


class _Reader:
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
        return lines_below(self.result.people[-1], lines[:bound])

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

    # The title and what stands below it

    def _titles(self, line: Line, text: str) -> bool:
        """Take a line as the title, as more of it, or as the subtitle."""
        told, result = line.told.text, self.result
        level = HEADING.match(told)
        if (
            level
            and (level["level"] == "#" or level["drawn"])
            and not self._is_under_way()
            and result.name
            and not self.named_surely
        ):
            result.keep(result.name)
            result.name = None
        if result.name is None:
            return self._title(line, text, heading=level is not None)
        if self.gap and is_kicker(text) and not self.named_surely and not self._is_under_way():
            self.above = [line for line in (result.name, result.subtitle) if line is not None]
            result.name = result.subtitle = None
            return False
        if self.last != "name" or result.subtitle is not None or level or self.section:
            return False
        emphasised = bool(EMPHASISED.fullmatch(told))
        if text.startswith(ESCAPE) or (self.gap and not emphasised) or len(text) > _SUBTITLE_MAX:
            return False
        if text.endswith((".", "!", ",")) or is_greeting(text):
            return False
        return self._below_title(line.stripped())

    def _is_under_way(self) -> bool:
        """Whether more was read than what stands above a title."""
        result = self.result
        return bool(result.when or result.people or self.section or len(result.description) > 2)

    def _title(self, line: Line, text: str, *, heading: bool) -> bool:
        if text.startswith(ESCAPE):
            start = line.text.index(text) + 1
            self.result.name = line.part(start, start + len(text) - 1)
            return True
        if self.result.people or self.section not in ("", "title") or is_greeting(text):
            return False
        if is_kicker(text) or len(text) > TITLE_MAX or is_when(text, named=True):
            return False
        if who := inviting(line):
            self.result.of("organizer").append(who)
            return False
        if self.subject and not heading:
            alone = self.gap and self.parts and not text[:1].islower()
            if not alone or not is_title_of(text, self.subject.text):
                return False
        if text[:1].islower() and len(text) > 60:
            return False
        for above in self.above:
            self.result.keep(above)
        self.above = []
        self.result.name = untitled(line)
        self.named_surely = heading or self.section == "title"
        self.section = ""
        return True

    def _below_title(self, line: Line) -> bool:
        name = self.result.name
        if name is None:
            return False
        goes_on = line.text[:1].islower() or name.text.endswith((":", ",", "\u2013", "-", "&"))
        if goes_on and len(name.text) > 40:
            self.result.name = glued([name, line], " ")
            what = "more of the title"
        else:
            self.result.subtitle = line
            what = "the subtitle"
        self.notes.add(
            codes.LINE_NOT_UNDERSTOOD, Severity.INFO, f"the line below the title is taken for {what}",
            "leave a blank line after the title where it is not", at=line.at, path="alternate_name",
        )  # fmt: skip
        return True

    # Labels

    def _labelled(self, line: Line, label: Label) -> str:
        kind, _, rest, at = label
        value = line.part(at).stripped()
        if kind in _TIMES:
            return self._time_label(line, kind, value)
        if kind in ROLES:
            return self._people_label(line, label, value)
        if kind in ("description", "bio"):
            return self._section(kind, value)
        if kind in ("title", "subtitle"):
            return self._title_label(kind, value)
        if kind == "status":
            return self._status(value)
        if kind == "agenda":
            return self._agenda_label(line, rest)
        if kind in DETAILS:
            return self._detail(kind, value)
        return ""

    def _title_label(self, kind: str, value: Line) -> str:
        result = self.result
        if not value.text:
            self.section = kind if result.name is None else self.section
            return "label" if result.name is None else ""
        if kind == "subtitle":
            if result.subtitle is not None:
                return ""
            result.subtitle = value
            return "subtitle"
        if self.named_surely:
            return ""
        if result.name is not None:
            result.keep(result.name)
        result.name = untitled(value)
        self.named_surely = True
        return "name"

    def _status(self, value: Line) -> str:
        if status_of(value.text) is None:
            return ""
        self.result.status = value
        return "status"

    def _detail(self, kind: str, value: Line) -> str:
        if not value.text:
            self.section = kind
            return "label"
        found = route(kind, value.text)
        if not found or (not self.has_title and self._is_vague(found)):
            return ""
        quoted = is_quoted_value(value.text)
        self.result.of(found).append(value if quoted else undecorated(value))
        self.section = ""
        return found

    @staticmethod
    def _is_vague(kind: str) -> bool:
        """Whether a label in the place of the title may be a part of it: ``Themes: old and new``."""
        return kind in ("series", "keywords", "audience")

    def _time_label(self, line: Line, kind: str, value: Line) -> str:
        said = value if kind in ("when", "time", "end") else line.stripped()
        bracket = re.match(r"[^:(]{0,40}(?P<zone>\([^()]{2,40}\))", line.text[: value.at - line.at])
        if bracket and said is value:
            said = glued([line.part(*bracket.span("zone")), value], " ")
        if not value.text:
            self.section = kind
            return "label"
        parts = states_time(said.text)
        if parts is None:
            return ""
        if kind == "when" and self.labelled_when and parts.dates and has_dates(self.result.when):
            self._second_date(line)
            return ""
        if not self.labelled_when and has_dates(self.result.when) and parts.dates:
            self._back_to_description()
        self.labelled_when = True
        if kind == "end" and self.result.when:
            said = glued([said.part(0, 0), said], "- ")
        self.result.when.append(said)
        self.section = ""
        return "when"

    def _back_to_description(self) -> None:
        """Give lines that only looked like the date back: a label has shown the real one."""
        for line in self.result.when:
            self.result.keep(line)
        self.result.when.clear()

    def _second_date(self, line: Line) -> None:
        self.notes.add(
            codes.UNREADABLE_TIME,
            Severity.WARNING,
            "another date is stated; it is kept in the description",
            "part several events by a line of dashes: ----",
            at=line.at,
            path="slot",
        )

    def _people_label(self, line: Line, label: Label, value: Line) -> str:
        self.role, self.several = label[0], label[1] in PLURALS
        self.label = Piece(line, 0, label[3]).stripped(":*_#> ")
        self.listing = not value.text
        if self.listing:
            self.section = "list"
            return "people"
        drafts = drafts_of(value, self.role, self.label) or people_of(
            value, self.role, label=self.label, several=self.several
        )
        doubtful = all(draft.named.doubtful for draft in drafts)
        if not drafts or (doubtful and (not self.has_title or len(value.text) > 120)):
            return ""
        self.result.people += drafts
        self.section = ""
        return "people"

    def _section(self, kind: str, value: Line) -> str:
        if kind == "description" and not self.has_title and value.text:
            return ""
        self.section = kind if kind == "description" or self.result.people else "description"
        self.gap = True
        if value.text:
            self._prose(value, value.text)
            self.gap = False
            return self.section
        return "label"

    # Lines without a label

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

    # The agenda

    def _agenda_label(self, line: Line, rest: str) -> str:
        if rest:
            return ""
        self.section, self.heading = "agenda", line
        return "label"

    def _agenda(self, line: Line, text: str) -> str:
        """Take an item of the agenda, or what belongs to the one before."""
        items = self.result.items
        if item := item_of(line):
            items.append(item)
            return "item"
        below = self.last == "item" and items and (not self.gap or line.text[:1] in " \t")
        label = label_of(line.text)
        if below and (label is None or label[0] in (*ROLES, "description")):
            if not items[-1].title.text:
                items[-1].title = line.stripped()
            else:
                items[-1].more.append(line.stripped())
            return "item"
        if not items and self.heading is not None and not label:
            self.result.keep(self.heading)
        self.heading = None
        if label or not items:
            self.section = ""
        return ""

    # Prose

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
