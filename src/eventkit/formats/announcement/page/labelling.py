"""Lines that begin with a label, and the items of an agenda."""

from __future__ import annotations

import re

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.page.agenda import item_of
from eventkit.formats.announcement.page.details import (
    DETAILS,
    route,
    status_of,
)
from eventkit.formats.announcement.page.literal import drafts_of, is_quoted_value
from eventkit.formats.announcement.page.moments import (
    has_dates,
    states_time,
)
from eventkit.formats.announcement.page.titles import (
    undecorated,
)
from eventkit.formats.announcement.page.titling import Titling
from eventkit.formats.announcement.people.people import ROLES, people_of
from eventkit.formats.announcement.text.labels import Label, label_of
from eventkit.formats.announcement.text.lines import Line, glued
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.rolewords import PLURALS

__all__ = ["Labelling"]


_TIMES = ("when", "time", "timezone", "duration", "end")


class Labelling(Titling):
    """Puts what follows a label where the label says."""

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
