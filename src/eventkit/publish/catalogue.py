"""What is on a site: which events, under which addresses, in which groups."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, datetime
from functools import cached_property
from urllib.parse import quote, urlsplit

import attrs

from eventkit.errors import InvalidValueError
from eventkit.formats.feeds.entries import newest_first, updated
from eventkit.linter.rules.texts import is_placeholder
from eventkit.model import Event
from eventkit.page import Pages
from eventkit.page.public import is_listed, is_public, public_part
from eventkit.page.words import language_of, words
from eventkit.publish.inputs import digest, event_digest
from eventkit.publish.manifest import Manifest
from eventkit.publish.news import Seen, dated, remembered
from eventkit.publish.slugs import event_slugs, name_slugs

__all__ = ["GROUPS", "Catalogue", "Of", "languages", "year"]

_FEED_MAX = 50
Of = Callable[[Event], Iterable[str]]


def _as_base(url: str | None) -> str | None:
    return None if url is None else url.rstrip("/") + "/"


@attrs.define(slots=False, frozen=True)
class Catalogue:
    """
    The events of a site and their places.

    Args:
        events: All events; those that are not public are left out, and so are their sessions.
        base_url: Where it will be; without it there is no sitemap, and feeds have no addresses.
        title: What it is called; by default "All events" in its language.
        pages: How pages are made.
        before: What is known of the site from the run before: old addresses lead to the new ones.
        kept: uid → slug of pages that stay as they are and are none of the `files`, whether
            their events are among *events* or not.
        changed: uid → when the file with an event was last changed, for the feeds.

    Raises:
        InvalidValueError: Two events have one uid, or *base_url* is no address of a site.
    """

    events: tuple[Event, ...] = attrs.field(converter=tuple[Event, ...])
    base_url: str | None = attrs.field(default=None, converter=_as_base)
    title: str = ""
    pages: Pages = attrs.field(factory=Pages)
    before: Manifest = attrs.field(factory=Manifest)
    kept: Mapping[str, str] = attrs.field(factory=dict)
    changed: Mapping[str, datetime] = attrs.field(factory=dict)

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
        old = {slug: uid for uid, slug in self.before.slugs.items()}
        taken = set(self.slugs.values())
        return {
            slug: uid
            for slug, uid in sorted({**self.before.redirects, **old}.items())
            if uid in self.slugs and slug not in taken
        }

    @cached_property
    def seen(self) -> dict[str, Seen]:
        """What is kept of events that do not say when they were published, by uid."""
        listed = ((event, self.digests[event.uid]) for event in self.listed)
        return remembered(listed, self.before.news, self.changed)

    @cached_property
    def news(self) -> list[Event]:
        """The events of the feeds, the newest first, with when they were published."""
        every = (dated(event, self.seen.get(event.uid)) for event in self.listed)
        return newest_first(every)[:_FEED_MAX]

    @property
    def undated(self) -> int:
        """How many events are news of an unknown time."""
        return sum(updated(event) is None for event in self.news)

    @cached_property
    def digests(self) -> dict[str, str]:
        """The digest of each event by its uid."""
        return {event.uid: event_digest(event) for event in self.shown}

    @property
    def name(self) -> str:
        """What the site is called."""
        return self.title or self.word("all")

    def page(self, event: Event) -> str:
        """Return the path of the page of an event, below the site."""
        return f"events/{self.slugs[event.uid]}/"

    def inputs(self, events: Iterable[Event]) -> tuple[str, ...]:
        """Return what a file about several events is made of: them, and where they are."""
        return (digest(*(f"{self.digests[one.uid]} {self.page(one)}" for one in events)),)

    def word(self, key: str) -> str:
        """Return a word of the interface in the language of the site."""
        return words(language_of((), self.pages.language).lower().partition("-")[0])[key]

    def grouped(self, of: Of) -> list[tuple[str, list[Event]]]:
        """Return the listed events by what *of* says of them."""
        groups: dict[str, list[Event]] = defaultdict(list)
        for event in self.listed:
            for key in dict.fromkeys(of(event)):
                groups[key].append(event)
        return sorted(groups.items())

    @cached_property
    def group_slugs(self) -> dict[str, dict[str, str]]:
        """The slugs of names by their kind: series, speakers."""
        return {
            kind: name_slugs(name for name, _ in self.grouped(of)) for kind, of in GROUPS.items()
        }


def _series(event: Event) -> tuple[str, ...]:
    return (event.series.name,) if event.series else ()


def _speakers(event: Event) -> tuple[str, ...]:
    return tuple(one.name for one in event.speakers if not is_placeholder(one.name))


GROUPS: dict[str, Of] = {"series": _series, "speakers": _speakers}


def languages(event: Event) -> tuple[str, ...]:
    """Return the languages of an event."""
    return event.in_language


def year(event: Event) -> tuple[str, ...]:
    """Return the year of an event."""
    return (event.slot.start.isoformat()[:4],)


def _start(event: Event) -> datetime:
    start = event.slot.start
    if isinstance(start, datetime):
        return start.astimezone(UTC)
    return datetime(start.year, start.month, start.day, tzinfo=UTC)
