"""Events as pages of HTML, from templates that can be replaced block by block."""

from __future__ import annotations

import base64
import hashlib
import os
from collections.abc import Iterable, Mapping
from functools import cache
from typing import Any

import attrs

from eventkit import markdown
from eventkit.errors import InvalidValueError
from eventkit.extras import load
from eventkit.formats.jsonld import to_jsonld_script
from eventkit.links import calendar_links
from eventkit.model import Event, EventAttendanceMode, Place, VirtualLocation
from eventkit.model.showing import public
from eventkit.page import times
from eventkit.page.actions import actions, is_on, is_sold_out
from eventkit.page.moments import coming, moments
from eventkit.page.public import public_part, without_way_in
from eventkit.page.texts import initials, language_name, price, titles
from eventkit.page.words import LANGUAGES, direction, language_of, locale_of, words
from eventkit.timezones.places import city_of

__all__ = ["Pages", "render"]

_DESCRIPTION_MAX = 200  # characters of what search engines and cards show


def _bytes(text: str) -> str:
    digest = hashlib.sha256(text.encode("utf-8")).digest()
    return f"'sha256-{base64.b64encode(digest).decode('ascii')}'"


@cache
def _environment(folder: str | None) -> Any:
    jinja2 = load("jinja2", "html")
    package = jinja2.PackageLoader("eventkit.page", "templates")
    loaders = [package, jinja2.PrefixLoader({"eventkit": package})]
    if folder is not None:
        loaders.insert(0, jinja2.FileSystemLoader(folder))
    environment = jinja2.Environment(
        loader=jinja2.ChoiceLoader(loaders),
        autoescape=jinja2.select_autoescape(["html"], default=False),
        undefined=jinja2.StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    safe = load("markupsafe", "html").Markup
    environment.filters.update(
        markdown=lambda text: safe(markdown.to_html(text)),
        plain=lambda text: markdown.to_plain(text, _DESCRIPTION_MAX),
        initials=initials,
        titles=titles,
        hashed=_bytes,
    )
    environment.globals.update(
        direction=direction,
        city=city_of,
        script=lambda events: safe(to_jsonld_script(events)),
        is_place=lambda at: isinstance(at, Place),
        is_virtual=lambda at: isinstance(at, VirtualLocation),
    )
    return environment


def _as_path(path: str | os.PathLike[str] | None) -> str | None:
    return None if path is None else os.fspath(path)


@attrs.frozen
class Pages:
    """
    A maker of pages.

    Args:
        language: Tag of the interface, one of seven languages; by default the event's, else
            English.
        zones: Time zones of the world clock.
        templates: Folder with templates of one's own. One called ``event.html`` that begins
            with ``{% extends "eventkit/event.html" %}`` replaces the blocks it has.
    """

    language: str | None = attrs.field(default=None)
    zones: tuple[str, ...] = attrs.field(default=times.WORLD, converter=tuple[str, ...])
    templates: str | None = attrs.field(default=None, converter=_as_path)

    def __attrs_post_init__(self) -> None:
        tag = self.language
        if tag is not None and tag.lower().partition("-")[0] not in LANGUAGES:
            raise InvalidValueError(
                f"the page does not speak {tag!r:.20}", "use one of: " + ", ".join(LANGUAGES)
            )

    def event(self, event: Event, **links: Any) -> str:
        """
        Return the page of one event.

        Args:
            event: The event; what is private in it is left out.
            links: What a site adds: ``page`` (this page's own address), ``ics``, ``card``
                (its image), ``home`` and ``series_page``.

        Raises:
            PublicSecretError: A text of the event shows its way in.
        """
        event = public_part(event)
        markup = load("markupsafe", "html").Markup
        tag = language_of(event.in_language, self.language)
        known: dict[str, Any] = dict.fromkeys(("page", "ics", "card", "home", "series_page"))
        return self._render(
            "event.html",
            tag,
            {
                **known,
                **links,
                "event": without_way_in(event),
                "is_online": event.attendance_mode is EventAttendanceMode.ONLINE,
                "script_of_event": markup(to_jsonld_script(event)),
                "calendar_links": calendar_links(event),
                "content_language": event.in_language[0] if event.in_language else tag,
                "canonical": event.url or links.get("page"),
                "indexed": event.visibility.value == "public",
                "here": times.shown(event.slot, tag),
                "world": times.world(event.slot, tag, self.zones),
                "moments": moments(event),
                "dates": [times.shown(slot, tag) for slot in coming(event)],
                "actions": actions(event),
                "is_on": is_on(event),
                "sold_out": is_sold_out(event),
                "previous": [
                    (when, times.moment_text(when, event.slot.timezone, tag))
                    for when in event.previous_starts
                ],
            },
        )

    def listing(self, title: str, entries: Iterable[Mapping[str, Any]] | None, **more: Any) -> str:
        """
        Return a page that lists events.

        Args:
            title: Its heading.
            entries: Mappings with an ``event`` and its ``link`` or None, in order; None for a
                page of ``groups`` alone.
            more: ``groups`` of links, ``home``, ``calendar``, ``feed``, ``canonical``, and the
                events whose ``markup`` it carries.
        """
        tag = language_of((), self.language)
        known: dict[str, Any] = dict.fromkeys(("home", "calendar", "feed", "canonical", "markup"))
        rows = None if entries is None else [_row(entry, tag) for entry in entries]
        context = {**known, "groups": (), **more, "title": title, "entries": rows}
        return self._render("list.html", tag, context)

    def _render(self, template: str, tag: str, context: dict[str, Any]) -> str:
        base = tag.lower().partition("-")[0]
        text: str = (
            _environment(self.templates)
            .get_template(template)
            .render(
                language=tag,
                locale=locale_of(tag),
                word=words(base),
                price=lambda offer: price(offer, tag, words(base)["free"]),
                language_name=lambda code: language_name(code, tag),
                slot_text=lambda slot: times.shown(slot, tag),
                **context,
            )
        )
        return text


def _row(entry: Mapping[str, Any], tag: str) -> dict[str, Any]:
    event = without_way_in(public(entry["event"]))
    here = times.shown(event.slot, tag)
    return {**entry, "event": event, "here": here, "moments": moments(event)}


def render(
    events: Event | Iterable[Event],
    *,
    language: str | None = None,
    zones: Iterable[str] = times.WORLD,
    templates: str | None = None,
) -> str:
    """
    Return the page of one event, or one page that lists several, with the markup of all.

    Args:
        events: One event or several; what is private in them is left out.
        language: Tag of the interface, one of seven languages.
        zones: Time zones of the world clock.
        templates: Folder with templates of one's own.

    Raises:
        PublicSecretError: A text of an event shows its way in.
    """
    pages = Pages(language, tuple(zones), templates)
    if isinstance(events, Event):
        return pages.event(events)
    found = [public_part(event) for event in events]
    if len(found) == 1:
        return pages.event(found[0])
    title = words(language_of((), language).lower().partition("-")[0])["all"]
    entries = [{"event": event, "link": event.url} for event in found]
    return pages.listing(title, entries, markup=found)
