"""Which lines are read as the prose or the title that they are, wherever they stand."""

from __future__ import annotations

from eventkit.formats.announcement.page.detection import is_detail
from eventkit.formats.announcement.page.titles import inviting, is_greeting, is_kicker, untitled
from eventkit.formats.announcement.page.titling import EMPHASISED, HEADING, TITLE_MAX
from eventkit.formats.announcement.text.joining import URL, without_secrets
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.mail import is_of_mail
from eventkit.formats.announcement.text.marks import spaced, unmarked
from eventkit.formats.announcement.text.markup import has_tags
from eventkit.formats.announcement.text.paragraphs import ESCAPE
from eventkit.formats.announcement.text.parting import is_rule
from eventkit.formats.announcement.text.quoting import is_quoted

__all__ = ["is_plain", "is_plain_title"]


def is_plain(text: str) -> bool:
    """Whether the reader takes a line for prose and nothing else."""
    line = Line(text, 0)
    if text != text.strip() or text.startswith(ESCAPE) or is_rule(text) or spaced(line) is not line:
        return False
    if is_of_mail(text) or has_tags(text) or is_quoted(text):
        return False
    if HEADING.match(text) or EMPHASISED.fullmatch(text) or without_secrets([line])[0] != [line]:
        return False
    return not _says_more(unmarked(line).text)


def _says_more(text: str) -> bool:
    """Whether a line is read as a detail, or as the time."""
    return not text.strip() or bool(URL.match(text.strip(" <>"))) or is_detail(text)


def is_plain_title(text: str) -> bool:
    """Whether the reader takes a line at the top for the title, as it stands."""
    line = Line(text, 0)
    if len(text) > TITLE_MAX or is_greeting(text) or is_kicker(text) or unmarked(line) is not line:
        return False
    long = text[:1].islower() and len(text) > 60
    return is_plain(text) and not long and not inviting(line) and untitled(line).text == text
