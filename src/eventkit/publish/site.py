"""Every file of a site as a function of its events; nothing is written here."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from datetime import UTC, datetime
from functools import cached_property, partial
from typing import Any
from urllib.parse import quote, urlsplit
from xml.sax.saxutils import escape

import attrs

from eventkit.errors import InvalidValueError
from eventkit.formats.feeds import render_atom, render_jsonfeed
from eventkit.formats.feeds.entries import newest_first
from eventkit.formats.ical import to_ical
from eventkit.formats.jsonld import render as render_jsonld
from eventkit.model import Event
from eventkit.page import Pages
from eventkit.page.public import is_listed, is_public, public_part
from eventkit.page.words import language_of, words
from eventkit.publish.card import card, painter
from eventkit.publish.inputs import Recipe, card_inputs, digest, drawn_by, event_digest
from eventkit.publish.slugs import event_slugs, name_slugs

__all__ = ["LISTED_MAX", "Site"]

LISTED_MAX = 300  # events on one page of the index, before years get pages of their own
_FEED_MAX = 50
_GROUPS_MAX = 60  # names on the index, before they get a page of their own
_Of = Callable[[Event], Iterable[str]]
_Link = tuple[str, str, int]


def _as_base(url: str | None) -> str | None:
    return None if url is None else url.rstrip("/") + "/"


@attrs.define(slots=False, frozen=True)
class Site:
    """
    A site of events.

    Args:
        events: All events; those that are not public are left out, and so are their sessions.
        base_url: Where it will be; without it there is no sitemap, and feeds have no addresses.
        title: What it is called; by default "All events" in its language.
        pages: How pages are made.
        slugs_before: Slugs by uid at an earlier time, whose addresses lead to the new ones.
        redirects_before: Old slugs by which events were known before that, to uids.
        kept: uid → slug of pages that stay as they are and are none of the `files`, whether
            their events are among *events* or not.

    Raises:
        InvalidValueError: Two events have one uid, or *base_url* is no address of a site.
    """

    events: tuple[Event, ...] = attrs.field(converter=tuple[Event, ...])
    base_url: str | None = attrs.field(default=None, converter=_as_base)
    title: str = ""
    pages: Pages = attrs.field(factory=Pages)
    slugs_before: dict[str, str] = attrs.field(factory=dict)
    redirects_before: dict[str, str] = attrs.field(factory=dict)
    kept: dict[str, str] = attrs.field(factory=dict)

    def __attrs_post_init__(self) -> None:
        twice = [uid for uid, n in Counter(one.uid for one in self.events).items() if n > 1]
        if twice:
            raise InvalidValueError(
                f"two events have the uid {twice[0]!r:.60}", "give one of them a uid of its own"
            )
        if self.base_url is not None:
            parts = urlsplit(self.base_url)
            if parts.scheme not in ("http", "https") or not parts.netloc or parts.query:
                raise InvalidValueError(
                    f"{self.base_url!r:.80} is no address of a site",
                    "write e.g. https://example.org/webinars/",
                )

    @cached_property
    def shown(self) -> list[Event]:
        """The events that have a page, the latest first, each with its public address."""
        found = [public_part(event) for event in self.events if is_public(event)]
        found.sort(key=lambda event: (_start(event), event.uid), reverse=True)
        return [
            event if event.url or not self.base_url
            else attrs.evolve(event, url=self.base_url + quote(self.page(event)))
            for event in found
        ]  # fmt: skip

    @cached_property
    def listed(self) -> list[Event]:
        """The events that lists, calendars and feeds have."""
        return [event for event in self.shown if is_listed(event)]

    @cached_property
    def slugs(self) -> dict[str, str]:
        """The slug of each event by its uid."""
        new = (one for one in self.events if is_public(one) and one.uid not in self.kept)
        return {**event_slugs(new, self.kept.values()), **self.kept}

    @cached_property
    def redirects(self) -> dict[str, str]:
        """Old slugs, and the uid of the event that is found under another now."""
        old = {slug: uid for uid, slug in self.slugs_before.items()}
        taken = set(self.slugs.values())
        return {
            slug: uid
            for slug, uid in sorted({**self.redirects_before, **old}.items())
            if uid in self.slugs and slug not in taken
        }

    @property
    def name(self) -> str:
        """What the site is called."""
        return self.title or self._word("all")

    def page(self, event: Event) -> str:
        """Return the path of the page of an event, below the site."""
        return f"events/{self.slugs[event.uid]}/"

    def number(self) -> int:
        """Return how many files there are."""
        return sum(1 for _ in self.files())

    def files(self) -> Iterator[tuple[str, Recipe]]:
        """Return the path of each file and how its content is made."""
        for event in self.shown:
            if event.uid not in self.kept:
                yield from self._of_event(event)
        for slug, uid in self.redirects.items():
            yield (
                f"events/{slug}/index.html",
                Recipe(partial(self._redirect, uid), (self.slugs[uid],)),
            )
        everything = self._inputs(self.listed)
        yield "index.html", Recipe(self._index, everything)
        yield from self._years()
        yield from self._groups("series", _series)
        yield from self._groups("speakers", _speakers)
        yield "calendar.ics", self._calendar(self.listed, self.name)
        for tag, events in self._grouped(_languages):
            path = f"languages/{tag.lower()}/calendar.ics"
            yield path, self._calendar(events, f"{self.name} ({tag})")
        yield "events.jsonld", Recipe(partial(render_jsonld, self.listed), everything)
        yield "feed.xml", Recipe(partial(self._feed, render_atom, "feed.xml"), everything)
        yield "feed.json", Recipe(partial(self._feed, render_jsonfeed, "feed.json"), everything)
        if self.base_url is not None:
            yield "sitemap.xml", Recipe(self._sitemap, everything)

    def _of_event(self, event: Event) -> Iterator[tuple[str, Recipe]]:
        folder, whole = self.page(event), self._digests[event.uid]
        links = self._page_links(event)
        yield (
            f"{folder}index.html",
            Recipe(partial(self.pages.event, event, **links), (whole, *links.values())),
        )
        yield f"{folder}event.ics", Recipe(partial(to_ical, event, utc=True), (whole,))
        seen = card_inputs(event)
        yield f"{folder}card.svg", Recipe(partial(card, event, self.pages.language), seen)
        if self._picture is not None:
            drawn = partial(card, event, self.pages.language)
            yield f"{folder}card.png", Recipe(drawn, seen, self._picture, drawn_by())

    @cached_property
    def _digests(self) -> dict[str, str]:
        return {event.uid: event_digest(event) for event in self.shown}

    def _inputs(self, events: Iterable[Event]) -> tuple[str, ...]:
        """Return what a file about several events is made of: them, and where they are."""
        return (digest(*(f"{self._digests[one.uid]} {self.page(one)}" for one in events)),)

    def _calendar(self, events: Iterable[Event], name: str) -> Recipe:
        return Recipe(partial(to_ical, events, utc=True, name=name), (*self._inputs(events), name))

    def _years(self) -> Iterator[tuple[str, Recipe]]:
        if len(self.listed) > LISTED_MAX:
            for year, events in self._grouped(_year):
                yield (
                    f"years/{year}/index.html",
                    Recipe(partial(self._list, year, events), self._inputs(events)),
                )

    def _groups(self, kind: str, of: _Of) -> Iterator[tuple[str, Recipe]]:
        groups = self._grouped(of)
        slugs = name_slugs(name for name, _ in groups)
        for name, events in groups:
            folder = f"{kind}/{slugs[name]}/"
            inputs = (name, *self._inputs(events))
            has_calendar = kind == "series"
            page = partial(self._list, name, events, has_calendar)
            yield f"{folder}index.html", Recipe(page, inputs)
            if has_calendar:
                yield f"{folder}calendar.ics", self._calendar(events, name)
        if len(groups) > _GROUPS_MAX:
            names = partial(self._names, kind, of)
            yield f"{kind}/index.html", Recipe(names, self._inputs(self.listed))

    def _grouped(self, of: _Of) -> list[tuple[str, list[Event]]]:
        groups: dict[str, list[Event]] = defaultdict(list)
        for event in self.listed:
            for key in dict.fromkeys(of(event)):
                groups[key].append(event)
        return sorted(groups.items())

    def _word(self, key: str) -> str:
        return words(language_of((), self.pages.language).lower().partition("-")[0])[key]

    def _page_links(self, event: Event) -> dict[str, str]:
        links = {"ics": "event.ics", "home": "../../"}
        if event.series and is_listed(event):
            slugs = self._series_slugs
            links["series_page"] = f"../../series/{quote(slugs[event.series.name])}/"
        if self.base_url is not None:
            page = self.base_url + quote(self.page(event))
            links |= {"page": page, "card": f"{page}card.{'png' if self._picture else 'svg'}"}
        return links

    @cached_property
    def _series_slugs(self) -> dict[str, str]:
        return name_slugs(name for name, _ in self._grouped(_series))

    @cached_property
    def _picture(self) -> Callable[[str], bytes] | None:
        return painter()

    def _entries(self, events: Iterable[Event], depth: int) -> list[dict[str, Any]]:
        up = "../" * depth
        return [{"event": event, "link": up + quote(self.page(event))} for event in events]

    def _list(self, title: str, events: list[Event], has_calendar: bool = False) -> str:
        files = {"file": "calendar.ics", "webcal": None} if has_calendar else None
        entries = self._entries(events, 2)
        return self.pages.listing(title, entries, home="../../", calendar=files)

    def _index(self) -> str:
        groups: list[tuple[str, list[_Link]]] = []
        for kind, of in (("series", _series), ("speakers", _speakers)):
            if links := self._links(of, f"{kind}/"):
                one = [(self._word(kind), f"{kind}/", len(links))]
                groups.append((kind, one if len(links) > _GROUPS_MAX else links))
        if len(self.listed) > LISTED_MAX:
            years = self._grouped(_year)[::-1]
            groups.append(("archive", [(y, f"years/{y}/", len(found)) for y, found in years]))
        webcal = None
        if self.base_url is not None:
            webcal = f"webcal:{self.base_url.partition(':')[2]}calendar.ics"
        return self.pages.listing(
            self.name,
            self._entries(self.listed[:LISTED_MAX], 0),
            groups=groups,
            calendar={"file": "calendar.ics", "webcal": webcal},
            feed="feed.xml",
            canonical=self.base_url,
        )

    def _links(self, of: _Of, where: str) -> list[_Link]:
        groups = self._grouped(of)
        slugs = name_slugs(name for name, _ in groups)
        return [(name, f"{where}{quote(slugs[name])}/", len(found)) for name, found in groups]

    def _names(self, kind: str, of: _Of) -> str:
        groups = [(kind, self._links(of, ""))]
        return self.pages.listing(self._word(kind), None, groups=groups, home="../")

    def _redirect(self, uid: str) -> str:
        slug = quote(self.slugs[uid])
        return (
            '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
            f'<meta http-equiv="refresh" content="0; url=../{slug}/">\n'
            f'<link rel="canonical" href="../{slug}/">\n'
            f'<title>{slug}</title>\n<a href="../{slug}/">{slug}</a>\n</html>\n'
        )

    def _feed(self, render: Callable[..., str], file: str) -> str:
        base = self.base_url
        news = newest_first(self.listed)[:_FEED_MAX]
        return render(news, title=self.name, home=base, feed=f"{base}{file}" if base else None)

    def _sitemap(self) -> str:
        base = self.base_url or ""
        rows = [f"<url><loc>{escape(base)}</loc></url>"]
        for event in self.listed:
            when = event.updated or event.published or event.created
            changed = f"<lastmod>{when.date().isoformat()}</lastmod>" if when else ""
            rows.append(f"<url><loc>{escape(base + quote(self.page(event)))}</loc>{changed}</url>")
        head = '<?xml version="1.0" encoding="utf-8"?>\n'
        space = "http://www.sitemaps.org/schemas/sitemap/0.9"
        return f'{head}<urlset xmlns="{space}">\n' + "\n".join(rows) + "\n</urlset>\n"


def _series(event: Event) -> tuple[str, ...]:
    return (event.series.name,) if event.series else ()


def _speakers(event: Event) -> tuple[str, ...]:
    return tuple(one.name for one in event.speakers)


def _languages(event: Event) -> tuple[str, ...]:
    return event.in_language


def _year(event: Event) -> tuple[str, ...]:
    return (event.slot.start.isoformat()[:4],)


def _start(event: Event) -> datetime:
    start = event.slot.start
    if isinstance(start, datetime):
        return start.astimezone(UTC)
    return datetime(start.year, start.month, start.day, tzinfo=UTC)
