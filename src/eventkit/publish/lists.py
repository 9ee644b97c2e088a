"""The pages of a site that lead to others: its index, lists of events and lists of names."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any
from urllib.parse import quote

import attrs

from eventkit.model import Event
from eventkit.publish.catalogue import GROUPS, Catalogue, year

__all__ = ["GROUPS_MAX", "LISTED_MAX", "Lists"]

LISTED_MAX = 300  # events on one page of the index, before years get pages of their own
GROUPS_MAX = 60  # names on the index, before they get a page of their own
_Link = tuple[str, str, int]


@attrs.frozen
class Lists:
    """
    The content of these pages.

    Args:
        site: What is on the site.
    """

    site: Catalogue

    def index(self) -> str:
        """Return the first page."""
        site = self.site
        groups: list[tuple[str, list[_Link]]] = []
        for kind in GROUPS:
            if links := self._links(kind, f"{kind}/"):
                one = [(site.word(kind), f"{kind}/", len(links))]
                groups.append((kind, one if len(links) > GROUPS_MAX else links))
        if len(site.listed) > LISTED_MAX:
            years = site.grouped(year)[::-1]
            groups.append(("archive", [(y, f"years/{y}/", len(found)) for y, found in years]))
        webcal = None
        if site.base_url is not None:
            webcal = f"webcal:{site.base_url.partition(':')[2]}calendar.ics"
        return site.pages.listing(
            site.name,
            self._entries(site.listed[:LISTED_MAX], 0),
            groups=groups,
            calendar={"file": "calendar.ics", "webcal": webcal},
            feed="feed.xml",
            canonical=site.base_url,
        )

    def events(self, title: str, events: list[Event], has_calendar: bool = False) -> str:
        """Return a list of events, two folders below the first page."""
        files = {"file": "calendar.ics", "webcal": None} if has_calendar else None
        entries = self._entries(events, 2)
        return self.site.pages.listing(title, entries, home="../../", calendar=files)

    def names(self, kind: str) -> str:
        """Return the list of all series or speakers."""
        groups = [(kind, self._links(kind, ""))]
        return self.site.pages.listing(self.site.word(kind), None, groups=groups, home="../")

    def _links(self, kind: str, where: str) -> list[_Link]:
        slugs = self.site.group_slugs[kind]
        return [
            (name, f"{where}{quote(slugs[name])}/", len(found))
            for name, found in self.site.grouped(GROUPS[kind])
        ]

    def _entries(self, events: Iterable[Event], depth: int) -> list[dict[str, Any]]:
        up = "../" * depth
        return [{"event": event, "link": up + quote(self.site.page(event))} for event in events]
