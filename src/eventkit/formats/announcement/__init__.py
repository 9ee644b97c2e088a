"""Announcements in plain text, as people paste them from a page or a mail, and as they write."""

from __future__ import annotations

from eventkit.formats.announcement.explain import as_html, as_text, explained
from eventkit.formats.announcement.page.parser import parse
from eventkit.formats.announcement.page.slots import read_slot
from eventkit.formats.announcement.people.people import read_speaker
from eventkit.formats.announcement.writing.said import left_out, said
from eventkit.formats.announcement.writing.writer import render

__all__ = [
    "as_html",
    "as_text",
    "explained",
    "left_out",
    "parse",
    "read_slot",
    "read_speaker",
    "render",
    "said",
]
