"""From the lines of one announcement to its parts: the grammar over lines and labels."""

from __future__ import annotations

import re

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.draft import Draft
from eventkit.formats.announcement.joining import URL, Secrets, without_secrets
from eventkit.formats.announcement.labels import Label, label_of
from eventkit.formats.announcement.paragraphs import ESCAPE, Block
from eventkit.formats.announcement.people import ROLES, people_of
from eventkit.formats.announcement.pieces import Piece
from eventkit.formats.announcement.rolewords import PLURALS
from eventkit.formats.announcement.roster import doubt_another, lines_below
from eventkit.formats.announcement.scan import scan
from eventkit.formats.announcement.source import Line, Notes
from eventkit.formats.announcement.words import fold
from eventkit.model import EventStatus

__all__ = ["STATUSES", "Announcement", "read_lines"]

_TIMES = ("when", "time", "timezone", "duration")
_UNKNOWN_LABEL = re.compile(r"^[^\W\d_][\w'-]*(?: [\w'-]+){0,2}:\s+\S")
_PRONOUN = re.compile(
    r"(?:he|she|they|his|her|their|il|elle|er|sie|seine|ihre|el|ella|ele|ela|hij|zij|ze|lui|lei|ha|"
    r"e|es|tiene|tem|has|son|sa)\s"
)
_UNDERLINE = re.compile(r"\s*[-=_*~]{3,}\s*")
STATUSES = {status.value: status for status in EventStatus}
_DATE_MAX = 300  # characters of a line that may be a date without a label


@attrs.define
class Announcement:
    """The lines of one announcement, sorted by what they are about."""

    secrets: Secrets
    name: Line | None = None
    when: list[Line] = attrs.field(factory=list)
    description: list[Block] = attrs.field(factory=list)
    description_lines: list[Line] = attrs.field(factory=list)
    people: list[Draft] = attrs.field(factory=list)
    organizers: list[Line] = attrs.field(factory=list)
    places: list[Line] = attrs.field(factory=list)
    urls: list[Line] = attrs.field(factory=list)
    registrations: list[Line] = attrs.field(factory=list)
    languages: list[Line] = attrs.field(factory=list)
    status: Line | None = None
    hidden: list[Line] = attrs.field(factory=list)  # lines that hold a secret, as they stand


def read_lines(lines: list[Line], notes: Notes) -> Announcement:
    """Sort the lines of one announcement."""
    public, secrets = without_secrets(lines)
    reader = _Reader(Announcement(secrets), notes)
    reader.result.hidden = [
        old for old, new in zip(lines, public, strict=True) if new is None or new.text != old.text
    ]
    at = 0
    while at < len(public):
        line = public[at]
        at += 1
        if line is not None:
            reader.take(line)
            at += reader.take_below(public[at : at + 16])
    return reader.result


class _Reader:
    def __init__(self, result: Announcement, notes: Notes) -> None:
        self.result = result
        self.notes = notes
        self.section = ""  # "list", "description", "bio", or "" when nothing was announced
        self.role = "speaker"
        self.label: Piece | None = None
        self.several = False
        self.gap = True  # a blank line, or something else, stands before
        self.last = ""  # what the line before was taken for
        self.labelled_when = False

    def take_below(self, lines: list[Line | None]) -> int:
        """Give the person of the line before the lines below that say what they are."""
        if self.last != "people" or self.gap or not self.result.people:
            return 0
        return lines_below(self.result.people[-1], lines)

    def take(self, line: Line) -> None:
        text = line.text.strip()
        if not text:
            self.gap = True
            return
        if _UNDERLINE.fullmatch(line.text) and (not self.gap or self.last == ""):
            return
        kind = self._kind(line, text)
        self.last = kind
        self.gap = False

    def _kind(self, line: Line, text: str) -> str:
        """Put the line where it belongs, and return what it was taken for."""
        if not text.startswith(ESCAPE):
            label = label_of(line.text)
            if label and (kind := self._labelled(line, label)):
                return kind
            if kind := self._recognised(line, text):
                return kind
        if self.result.name is None and not self.result.people and self.section == "":
            start = line.at + line.text.index(text)
            escaped = text.startswith(ESCAPE)
            self.result.name = Line(line.text.lstrip()[1:] if escaped else text, start)
            return "name"
        return self._prose(line, text)

    def _labelled(self, line: Line, label: Label) -> str:
        kind, _, rest, at = label
        value = Line(rest, line.at + at)
        if kind in _TIMES:
            return self._time_label(line, kind, rest)
        if kind in ROLES:
            return self._people_label(line, label, value)
        if kind in ("description", "bio"):
            return self._section(kind, value)
        if kind == "title":
            if self.result.name is not None or not rest:
                return ""
            self.result.name = value
            return "name"
        if kind == "status":
            return self._status(value)
        return self._detail(kind, value, rest)

    def _status(self, value: Line) -> str:
        if fold(value.text).replace(" ", "_").replace("canceled", "cancelled") not in STATUSES:
            return ""
        self.result.status = value
        return "status"

    def _detail(self, kind: str, value: Line, rest: str) -> str:
        found = {
            "organizer": self.result.organizers,
            "where": self.result.places,
            "language": self.result.languages,
            "link": self.result.urls,
            "join": self.result.urls,
            "register": self.result.registrations,
        }.get(kind)
        if found is None or not rest or (self.result.name is None and not self._sure(kind, rest)):
            return ""
        if kind in ("link", "join", "register") and not URL.search(rest):
            return ""
        if kind in ("link", "join", "register") and len(URL.sub("", rest).split()) > 6:
            return ""
        found.append(value)
        self.section = ""
        return kind

    @staticmethod
    def _sure(kind: str, rest: str) -> bool:
        """Whether a label in the place of the title is one: ``Info: https://...``."""
        return bool(URL.search(rest)) or kind not in ("link", "join", "register")

    def _time_label(self, line: Line, kind: str, rest: str) -> str:
        if len(line.text) > _DATE_MAX:
            return ""
        parts = scan(line.text)
        stated = kind == "timezone" or parts.absent or parts.duration is not None
        stated = stated or bool(parts.dates or parts.entries or parts.claims or parts.weekdays)
        if rest and not stated and not re.search(r"\d", rest):
            return ""
        if kind == "when" and self.labelled_when and parts.dates and self._has_date():
            self._second_date(line)
            return ""
        if not self.labelled_when and self._has_date() and parts.dates:
            self._back_to_description()
        self.labelled_when = True
        if rest:
            self.result.when.append(line)
        self.section = ""
        return "when"

    def _has_date(self) -> bool:
        return any(scan(line.text).dates for line in self.result.when)

    def _back_to_description(self) -> None:
        """Give lines that only looked like the date back: a label has shown the real one."""
        for line in self.result.when:
            self.result.description.append([line.text])
            self.result.description_lines.append(line)
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
        if not value.text:
            self.section = "list"
            return "people"
        drafts = people_of(value, self.role, label=self.label, several=self.several)
        doubtful = all(draft.named.doubtful for draft in drafts)
        if not drafts or (doubtful and (self.result.name is None or len(value.text) > 120)):
            return ""
        self.result.people += drafts
        self.section = ""
        return "people"

    def _section(self, kind: str, value: Line) -> str:
        if kind == "description" and self.result.name is None and value.text:
            return ""
        self.section = kind if kind == "description" or self.result.people else "description"
        self.gap = True
        if value.text:
            self._prose(value, value.text)
            self.gap = False
            return self.section
        return "label"

    def _recognised(self, line: Line, text: str) -> str:
        """Take an unlabelled line that is a date, an address, a person or a role."""
        if self._is_when(line, text):
            self.result.when.append(line)
            return "when"
        bare = text.strip("<>")
        if URL.fullmatch(bare) and not self.result.urls and self.result.name is not None:
            self.result.urls.append(Line(bare, line.at + line.text.index(bare)))
            return "link"
        if self.section == "list" and (kind := self._listed(line, text)):
            return kind
        return ""

    def _listed(self, line: Line, text: str) -> str:
        drafts = people_of(line, self.role, label=self.label, several=self.several)
        if drafts and not any(draft.named.doubtful for draft in drafts) and len(text) < 300:
            if self.result.people:
                doubt_another(self.result.people[-1], drafts[0])
            self.result.people += drafts
            return "people"
        self.section = ""
        return ""

    def _is_when(self, line: Line, text: str) -> bool:
        if self.labelled_when or len(text) > _DATE_MAX or self.section in ("description", "bio"):
            return False
        parts = scan(line.text)
        if not parts.is_clean:
            return False
        if not self.result.when:
            return bool(parts.dates) and (bool(parts.entries) or self.result.name is not None)
        timeless = not any(scan(old.text).entries for old in self.result.when)
        return timeless and not parts.dates and bool(parts.entries) and self.last == "when"

    def _prose(self, line: Line, text: str) -> str:
        """Put a line that is nothing else into a biography or the description."""
        draft = self._biography(text)
        blocks = draft.bio if draft else self.result.description
        lines = draft.bio_lines if draft else self.result.description_lines
        kind = "bio" if draft else "description"
        if blocks and not self.gap and self.last == kind:
            blocks[-1].append(line.text)
        else:
            blocks.append([line.text])
        lines.append(line)
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
