"""An event as the rules look at it: with its texts, its addresses and the present moment."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime, time, timedelta
from typing import NamedTuple

from eventkit.findings import Path
from eventkit.model import Event, Organization, Person, Place, VirtualLocation, Visibility
from eventkit.model.showing import shown_secrets

__all__ = ["Address", "Subject", "Text"]

_WORD = re.compile(r"[^\W\d_]+")


class Text(NamedTuple):
    """A text that people read."""

    path: Path
    text: str
    long: bool = False  # has paragraphs and Markdown
    named: bool = False  # a title or the name of somebody


class Address(NamedTuple):
    """A URL, and whether it is one that the event itself is reached by."""

    path: Path
    url: str
    own: bool


class Subject:
    """
    An event that is looked at.

    Args:
        event: The event.
        now: The present moment, when it matters; else rules about it keep silent.
        above: The event that it is a part of, as a session.
        of_markup: Whether it was read from markup, which has no word for the zone of an event.
        is_named: Whether its source says its uid, or an address from which that follows.
    """

    __slots__ = (
        "above",
        "event",
        "is_named",
        "is_private",
        "is_session",
        "lowered",
        "now",
        "of_markup",
        "shown",
        "texts",
        "title_words",
        "urls",
    )

    def __init__(
        self,
        event: Event,
        now: datetime | None = None,
        above: Event | None = None,
        of_markup: bool = False,
        is_named: bool = True,
    ) -> None:
        self.event = event
        self.is_named = is_named
        self.now = now
        self.of_markup = of_markup
        self.above = above
        self.is_session = above is not None
        self.is_private = event.visibility is not Visibility.PUBLIC and event.visibility in (
            Visibility.PRIVATE,
            Visibility.CONFIDENTIAL,
        )
        self.texts = list(_texts(event))
        self.urls = list(_urls(event))
        # Where a known way in stands; in its sessions, they tell themselves.
        self.shown = {path for path in shown_secrets(event, above=above) if path[0] != "sub_events"}
        # What rules look at before they search, which takes longer.
        self.lowered = "\n".join([text for _, text, _, _ in self.texts]).lower()
        self.title_words = frozenset(_WORD.findall(event.name.lower()))

    def hint(self, document: str, markup: str) -> str:
        """Return what to write: in a document or calendar, or in the markup of a page."""
        return markup if self.of_markup else document

    @property
    def is_over(self) -> bool:
        """Whether the event is certainly over; False when the present moment is not known."""
        return self.now is not None and self.now >= self.over_at

    @property
    def over_at(self) -> datetime:
        """When the event is over everywhere; one without an end takes at most a day."""
        slot = self.event.slot
        if slot.end_utc:
            return slot.end_utc
        if slot.start_utc:
            return slot.start_utc + timedelta(days=1)
        last = slot.end or slot.start
        return datetime.combine(last, time(12), UTC) + timedelta(days=1)


def _texts(event: Event) -> Iterator[Text]:
    yield Text(("name",), event.name, named=True)
    if event.description:
        yield Text(("description",), event.description, long=True)
    if event.alternate_name:
        yield Text(("alternate_name",), event.alternate_name)
    for number, person in enumerate(event.speakers):
        yield from _person_texts(person, ("speakers", number))
    bodies: list[tuple[Path, Person | Organization]] = []
    if event.organizer:
        bodies.append((("organizer",), event.organizer))
    bodies += [(("co_organizers", n), body) for n, body in enumerate(event.co_organizers)]
    bodies += [(("sponsors", n), body) for n, body in enumerate(event.sponsors)]
    for path, body in bodies:
        if isinstance(body, Person):
            yield from _person_texts(body, path)
        else:
            yield Text((*path, "name"), body.name, named=True)
    for number, at in enumerate(event.locations):
        if at.name:
            yield Text(("locations", number, "name"), at.name, named=True)
        if isinstance(at, Place) and at.address:
            yield Text(("locations", number, "address"), at.address)
    yield from _further_texts(event)


def _person_texts(person: Person, path: Path) -> Iterator[Text]:
    yield Text((*path, "name"), person.name, named=True)
    if person.bio:
        yield Text((*path, "bio"), person.bio, long=True)
    for number, held in enumerate(person.affiliations):
        at = (*path, "affiliations", number)
        yield Text((*at, "organization"), held.organization.name, named=True)
        if held.title:
            yield Text((*at, "title"), held.title)


def _further_texts(event: Event) -> Iterator[Text]:
    if event.status_reason:
        yield Text(("status_reason",), event.status_reason, long=True)
    if event.audience:
        yield Text(("audience",), event.audience)
    if event.series:
        yield Text(("series", "name"), event.series.name, named=True)
    for number, word in enumerate(event.keywords):
        yield Text(("keywords", number), word)
    for number, offer in enumerate(event.offers):
        if offer.name:
            yield Text(("offers", number, "name"), offer.name)
    for number, video in enumerate(event.recordings):
        if video.name:
            yield Text(("recordings", number, "name"), video.name)
        if video.description:
            yield Text(("recordings", number, "description"), video.description, long=True)
    for number, work in enumerate(event.materials):
        if work.name:
            yield Text(("materials", number, "name"), work.name)
    for number, image in enumerate(event.images):
        if image.name:
            yield Text(("images", number, "name"), image.name)


def _urls(event: Event) -> Iterator[Address]:
    if event.url:
        yield Address(("url",), event.url, True)
    for number, at in enumerate(event.locations):
        if at.url:
            yield Address(("locations", number, "url"), at.url, isinstance(at, VirtualLocation))
    for number, image in enumerate(event.images):
        yield Address(("images", number), image.url, True)
    for number, offer in enumerate(event.offers):
        if offer.url:
            yield Address(("offers", number, "url"), offer.url, True)
    for number, video in enumerate(event.recordings):
        yield Address(("recordings", number, "url"), video.url, True)
        for key in ("thumbnail_url", "embed_url"):
            if address := getattr(video, key):
                yield Address(("recordings", number, key), address, True)
    for number, work in enumerate(event.materials):
        yield Address(("materials", number, "url"), work.url, True)
    if event.series and event.series.url:
        yield Address(("series", "url"), event.series.url, True)
    for number, person in enumerate(event.speakers):
        yield from _body_urls(person, ("speakers", number))
    if event.organizer:
        yield from _body_urls(event.organizer, ("organizer",))
    for key in ("co_organizers", "sponsors"):
        for number, body in enumerate(getattr(event, key)):
            yield from _body_urls(body, (key, number))
    if event.contact and event.contact.url:
        yield Address(("contact", "url"), event.contact.url, False)


def _body_urls(body: Person | Organization, path: Path) -> Iterator[Address]:
    if body.url:
        yield Address((*path, "url"), body.url, False)
    for number, address in enumerate(body.same_as):
        yield Address((*path, "same_as", number), address, False)
    if isinstance(body, Person):
        if body.image:
            yield Address((*path, "image"), body.image.url, False)
        for number, held in enumerate(body.affiliations):
            at = (*path, "affiliations", number, "organization")
            yield from _body_urls(held.organization, at)
