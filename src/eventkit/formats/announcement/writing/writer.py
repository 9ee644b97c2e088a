r"""
Events as announcements in plain text, which `parse` reads back.

An event is written plainly and read; the values that come back otherwise are written in quotes,
see `literal`, and prose that would be taken for something else begins with a backslash, see
`paragraphs`. The way to join is never written.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime

import attrs

from eventkit.formats.announcement.page.literal import quoted
from eventkit.formats.announcement.page.parser import parse
from eventkit.formats.announcement.text.paragraphs import ESCAPE, written
from eventkit.formats.announcement.writing.facts import Style, facts, person_quoted
from eventkit.formats.announcement.writing.people_lines import speaker_blocks
from eventkit.formats.announcement.writing.plain import is_plain, is_plain_title
from eventkit.formats.announcement.writing.said import said
from eventkit.formats.announcement.writing.stating import statement
from eventkit.formats.announcement.writing.tongues import language_of
from eventkit.model import Event, Speaker
from eventkit.model.showing import all_public

__all__ = ["render"]

_SEPARATOR = "----"


def render(events: Event | Iterable[Event], *, language: str | None = None) -> str:
    """
    Return the announcement of an event, or of several parted by lines of dashes.

    Args:
        events: One event or several.
        language: Tag of the language to write in: en, it, fr, de, es, pt or nl. By default that
            of each event, where it is one of them, else English.

    Raises:
        InvalidValueError: *language* is another one.
        PublicSecretError: A text of an event shows its way in.
        MissingExtraError: The language is not English, and Babel (extra ``i18n``) is missing.
    """
    texts = [_announcement(one, language_of(one, language)) for one in all_public(events)]
    return f"\n\n{_SEPARATOR}\n\n".join(texts) + "\n"


def _announcement(event: Event, language: str) -> str:
    """Return the plainest text that says all that a text can say of an event."""
    style = Style(language)
    told = said(event)
    text = _written(told, style)
    for _ in range(2):
        wrong = _differing(text, told)
        if not wrong:
            break
        strict = frozenset("*") if style.strict else wrong
        style = Style(language, strict)
        text = _written(told, style)
    return text


def _differing(text: str, told: Event) -> frozenset[str]:
    """Return the fields that come back otherwise."""
    events = parse(text).events
    if len(events) != 1:
        return frozenset("*")
    again = said(events[0])
    names = (field.name for field in attrs.fields(Event))
    return frozenset(name for name in names if getattr(again, name) != getattr(told, name))


def _written(event: Event, style: Style) -> str:
    title = event.name
    if style.is_strict("name") or not is_plain_title(title):
        title = ESCAPE + title
    blocks = [title]
    if event.description:
        blocks.append(
            written(event.description, _never if style.is_strict("description") else is_plain)
        )
    blocks.append("\n".join(facts(event, style)))
    for speaker in event.speakers:
        blocks += speaker_blocks(speaker, event.speakers, style)
    if event.sub_events:
        lines = [line for session in event.sub_events for line in _session(session, event, style)]
        blocks.append("\n".join([style.label("agenda", "").rstrip(), *lines]))
    return "\n\n".join(blocks)


def _never(_: str) -> bool:
    return False


def _session(session: Event, event: Event, style: Style) -> Iterator[str]:
    if style.is_strict("sub_events"):
        yield f"{quoted(session.name)} | {statement(session.slot, style.language)}"
        for speaker in session.speakers:
            yield f"  {style.label(speaker.role.value, person_quoted(speaker))}"
        if session.description:
            yield f"  {style.label('description', quoted(session.description))}"
        return
    start, end = session.slot.start, session.slot.end
    times = f"{start:%H:%M}" if isinstance(start, datetime) else ""
    times += f"\u2013{end:%H:%M}" if isinstance(end, datetime) else ""
    yield f"{times} {session.name}{_names(session.speakers, event)}"
    if session.description:
        yield f"  {session.description}"


def _names(speakers: tuple[Speaker, ...], event: Event) -> str:
    names = [one.name if one in event.speakers else "?" for one in speakers]
    return f" ({'; '.join(names)})" if names else ""
