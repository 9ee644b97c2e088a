"""Every file of a site as a function of its events; nothing is written here."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from functools import cached_property, partial
from urllib.parse import quote
from xml.sax.saxutils import escape

import attrs

from eventkit.formats.feeds import render_atom, render_jsonfeed
from eventkit.formats.ical import to_ical
from eventkit.formats.jsonld import render as render_jsonld
from eventkit.model import Event
from eventkit.page.public import is_listed
from eventkit.publish.card import card, painter
from eventkit.publish.catalogue import GROUPS, Catalogue, Of, languages, year
from eventkit.publish.inputs import Recipe, card_inputs, drawn_by
from eventkit.publish.lists import GROUPS_MAX, LISTED_MAX, Lists

__all__ = ["LISTED_MAX", "Site"]

_File = tuple[str, Recipe]


@attrs.define(slots=False, frozen=True)
class Site(Catalogue):
    """A site of events, with its files."""

    def number(self) -> int:
        """Return how many files there are."""
        return sum(1 for _ in self.files())

    def files(self) -> Iterator[_File]:
        """Return the path of each file and how its content is made."""
        for event in self.shown:
            if event.uid not in self.kept:
                yield from self._of_event(event)
        for slug, uid in self.redirects.items():
            target = self.slugs[uid]
            yield f"events/{slug}/index.html", Recipe(partial(_redirect, target), (target,))
        everything = self.inputs(self.listed)
        yield "index.html", Recipe(self._lists.index, everything)
        yield from self._years()
        for kind, of in GROUPS.items():
            yield from self._groups(kind, of)
        yield "calendar.ics", self._calendar(self.listed, self.name)
        for tag, events in self.grouped(languages):
            path = f"languages/{tag.lower()}/calendar.ics"
            yield path, self._calendar(events, f"{self.name} ({tag})")
        yield "events.jsonld", Recipe(partial(render_jsonld, self.listed), everything)
        yield self._feed("feed.xml", render_atom)
        yield self._feed("feed.json", render_jsonfeed)
        if self.base_url is not None:
            yield "sitemap.xml", Recipe(self._sitemap, everything)

    def _of_event(self, event: Event) -> Iterator[_File]:
        folder, whole = self.page(event), self.digests[event.uid]
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

    def _page_links(self, event: Event) -> dict[str, str]:
        links = {"ics": "event.ics", "home": "../../"}
        if event.series and is_listed(event):
            slug = self.group_slugs["series"][event.series.name]
            links["series_page"] = f"../../series/{quote(slug)}/"
        if self.base_url is not None:
            page = self.base_url + quote(self.page(event))
            links |= {"page": page, "card": f"{page}card.{'png' if self._picture else 'svg'}"}
        return links

    @cached_property
    def _lists(self) -> Lists:
        return Lists(self)

    @cached_property
    def _picture(self) -> Callable[[str], bytes] | None:
        return painter()

    def _calendar(self, events: Iterable[Event], name: str) -> Recipe:
        return Recipe(partial(to_ical, events, utc=True, name=name), (*self.inputs(events), name))

    def _years(self) -> Iterator[_File]:
        if len(self.listed) > LISTED_MAX:
            for name, events in self.grouped(year):
                page = partial(self._lists.events, name, events)
                yield f"years/{name}/index.html", Recipe(page, self.inputs(events))

    def _groups(self, kind: str, of: Of) -> Iterator[_File]:
        groups = self.grouped(of)
        for name, events in groups:
            folder = f"{kind}/{self.group_slugs[kind][name]}/"
            has_calendar = kind == "series"
            page = partial(self._lists.events, name, events, has_calendar)
            yield f"{folder}index.html", Recipe(page, (name, *self.inputs(events)))
            if has_calendar:
                yield f"{folder}calendar.ics", self._calendar(events, name)
        if len(groups) > GROUPS_MAX:
            names = partial(self._lists.names, kind)
            yield f"{kind}/index.html", Recipe(names, self.inputs(self.listed))

    def _feed(self, file: str, render: Callable[..., str]) -> _File:
        base = self.base_url
        address = f"{base}{file}" if base else None
        made = partial(render, self.news, title=self.name, home=base, feed=address)
        times = (one.text() for _, one in sorted(self.seen.items()))
        return file, Recipe(made, (*self.inputs(self.listed), *times))

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


def _redirect(slug: str) -> str:
    to = quote(slug)
    return (
        '<!doctype html>\n<html lang="en">\n<meta charset="utf-8">\n'
        f'<meta http-equiv="refresh" content="0; url=../{to}/">\n'
        f'<link rel="canonical" href="../{to}/">\n'
        f'<title>{to}</title>\n<a href="../{to}/">{to}</a>\n</html>\n'
    )
