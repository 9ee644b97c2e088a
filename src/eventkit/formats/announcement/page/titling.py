"""The title of an announcement, and what stands above and below it."""

from __future__ import annotations

import re

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.page.moments import (
    is_time_alone,
    is_when,
)
from eventkit.formats.announcement.page.sayings import timed_parts
from eventkit.formats.announcement.page.telling import Telling
from eventkit.formats.announcement.page.titles import (
    inviting,
    is_greeting,
    is_kicker,
    is_title_of,
    untitled,
)
from eventkit.formats.announcement.text.lines import Line, glued
from eventkit.formats.announcement.text.paragraphs import ESCAPE

__all__ = ["EMPHASISED", "HEADING", "TITLE_MAX", "Titling"]


HEADING = re.compile(
    r"\s{0,3}(?:(?P<level>#{1,6})\s|(?P<drawn>\*{4,8}|={3,8})\s+\S.{0,200}\s(?P=drawn)\s*\Z)"
)
EMPHASISED = re.compile(r"\s*(?P<mark>[*_]{1,2})[^*_].*(?P=mark)\s*")
_PROSE = 60  # characters of a line that is more than a word above the title
_SUBTITLE_MAX = 160
TITLE_MAX = 250


class Titling(Telling):
    """Finds the title: the first line that is nothing else, a heading, or what a label says."""

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
        if (
            is_kicker(text)
            or len(text) > TITLE_MAX
            or is_when(text, named=True)
            or is_time_alone(text)
        ):
            return False
        if text.endswith(".") and timed_parts(line):
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
        if not heading and self._is_in_prose(text):
            return False
        for above in self.above:
            self.result.keep(above)
        self.above = []
        self.result.name = untitled(line)
        self.named_surely = heading or self.section == "title"
        self.section = ""
        return True

    def _is_in_prose(self, text: str) -> bool:
        """Whether a line is one of a text, and no title that stands alone below it."""
        prose = any(len(line) > _PROSE for block in self.result.description for line in block)
        return prose and not (self.gap and self.parts and not text.endswith("."))

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
