"""The lines that say the details of an event: plainly, or in quotes where that is read otherwise."""

from __future__ import annotations

from collections.abc import Iterator

import attrs

from eventkit.formats.announcement.page.details import languages_of
from eventkit.formats.announcement.page.literal import PERSON, quoted
from eventkit.formats.announcement.text.countries import country_name
from eventkit.formats.announcement.text.joining import URL, trimmed
from eventkit.formats.announcement.writing.stating import statement
from eventkit.formats.announcement.writing.tongues import LANGUAGE_NAMES, LANGUAGES, STATUSES
from eventkit.model import (
    ContactPoint,
    Event,
    EventStatus,
    Material,
    Offer,
    Organization,
    Person,
    Place,
    Recording,
    Speaker,
    VirtualLocation,
)

__all__ = ["Style", "facts", "name_of", "person_quoted", "with_country"]


@attrs.frozen
class Style:
    """
    How an event is written.

    Args:
        language: Code of the language of labels and dates.
        strict: Fields whose values stand in quotes; with ``*`` all of them.
    """

    language: str
    strict: frozenset[str] = frozenset()

    def is_strict(self, field: str) -> bool:
        """Whether the values of *field* stand in quotes."""
        return field in self.strict or "*" in self.strict

    def label(self, kind: str, value: str) -> str:
        """Return a labelled line."""
        return f"{LANGUAGES[self.language][kind]}: {value}"


def facts(event: Event, style: Style) -> Iterator[str]:
    """Yield the lines of an event's details, in a fixed order."""
    if event.alternate_name:
        yield style.label("subtitle", _text(event.alternate_name, "alternate_name", style))
    yield style.label("date", statement(event.slot, style.language))
    if event.status is not EventStatus.SCHEDULED:
        yield style.label("status", STATUSES[style.language][event.status])
    for location in event.locations:
        yield style.label("where", _location(location, style))
    for body in (event.organizer, *event.co_organizers):
        if body is not None:
            strict = style.is_strict("organizer") or style.is_strict("co_organizers")
            yield style.label("organizer", _body(body, strict))
    for body in event.sponsors:
        yield style.label("sponsor", _body(body, style.is_strict("sponsors")))
    if event.in_language:
        yield style.label("language", _languages(event.in_language, style))
    if event.url:
        yield style.label("link", _url(event.url))
    yield from _offers(event.offers, style)
    if event.contact:
        yield style.label("contact", _contact(event.contact, style))
    yield from _works(event, style)
    yield from _kinds(event, style)


def _text(text: str, field: str, style: Style) -> str:
    return quoted(text) if style.is_strict(field) else text


def _url(url: str) -> str:
    bare = trimmed(url) == url and URL.fullmatch(url) and not url.endswith("=") and "*" not in url
    return url if bare and "_" not in url else f"<{url}>"


def with_country(name: str, country: str | None) -> str:
    return f"{name}, {country_name(country)}" if country else name


def _joined(*parts: str | None) -> str:
    return " ".join(part for part in parts if part)


def _in_angles(address: str | None) -> str | None:
    return f"<{address}>" if address else None


def _location(location: VirtualLocation | Place, style: Style) -> str:
    strict = style.is_strict("locations")
    if isinstance(location, VirtualLocation):
        if strict:
            return _joined(quoted(location.name or ""), f"<{location.url}>")
        url = _url(location.url)
        return f"{location.name} \u2013 {url}" if location.name else url
    if strict:
        address = quoted(location.address) if location.address else None
        return _joined(quoted(location.name), address, location.country)
    parts = [location.name, ", ".join((location.address or "").split("\n"))]
    return with_country(", ".join(part for part in parts if part), location.country)


def _body(body: Organization | Person, strict: bool) -> str:
    if isinstance(body, Person):
        return f"{PERSON}{person_quoted(body)}"
    if strict:
        mail = _in_angles(body.email)
        return _joined(quoted(body.name), body.country, _in_angles(body.url), mail)
    return _joined(with_country(body.name, body.country), _in_angles(body.url), body.email)


def person_quoted(person: Person) -> str:
    """Return a person with everything in quotes, as `literal.named_of` reads it."""
    prefix = quoted(person.honorific_prefix) if person.honorific_prefix else None
    pages = [_in_angles(url) for url in (person.url, *person.same_as)]
    parts = [_joined(prefix, quoted(person.name), *pages, _in_angles(person.email))]
    for held in person.affiliations:
        title = f" {quoted(held.title)}" if held.title else ""
        body = _joined(quoted(held.organization.name), held.organization.country)
        parts.append(f"{title} @ {body}")
    return ";".join(parts)


def _languages(tags: tuple[str, ...], style: Style) -> str:
    names = [LANGUAGE_NAMES[style.language].get(tag, tag) for tag in tags]
    known = [languages_of(name)[0] == [tag] for name, tag in zip(names, tags, strict=True)]
    return ", ".join(n if sure else t for n, t, sure in zip(names, tags, known, strict=True))


def _offers(offers: tuple[Offer, ...], style: Style) -> Iterator[str]:
    if style.is_strict("offers"):
        for offer in offers:
            price = None if offer.price is None else f"{offer.price:f}"
            money = _joined(price, offer.currency)
            yield style.label(
                "price", _joined(quoted(offer.name or ""), money, _in_angles(offer.url))
            )
        return
    priced = [offer for offer in offers if offer.price is not None]
    pages = list(dict.fromkeys(offer.url for offer in offers if offer.url))
    shared = len(pages) == 1 and all(offer.url for offer in priced)
    for offer in priced:
        money = _joined(f"{offer.price:f}", offer.currency)
        if not offer.price and not offer.currency:
            money = LANGUAGES[style.language]["free"]
        name = f" ({offer.name})" if offer.name else ""
        page = f" \u2013 {_url(offer.url)}" if offer.url and not shared else ""
        yield style.label("price", f"{money}{name}{page}")
    for offer in offers:
        if offer.url and offer.price is None:
            yield style.label("register", _url(offer.url))
    if priced and shared:
        yield style.label("register", _url(pages[0]))


def _contact(contact: ContactPoint, style: Style) -> str:
    if style.is_strict("contact"):
        phone = f"tel {quoted(contact.telephone)}" if contact.telephone else None
        return _joined(
            quoted(contact.name or ""), _in_angles(contact.url), _in_angles(contact.email), phone
        )
    url = _url(contact.url) if contact.url else None
    parts = (contact.name, contact.email, contact.telephone, url)
    return ", ".join(part for part in parts if part)


def _works(event: Event, style: Style) -> Iterator[str]:
    for video in event.recordings:
        kind = "stream" if video.is_live_broadcast else "recording"
        yield style.label(kind, _work(video, "recordings", style))
    for material in event.materials:
        yield style.label("materials", _work(material, "materials", style))


def _work(work: Recording | Material, field: str, style: Style) -> str:
    if style.is_strict(field):
        return _joined(quoted(work.name or ""), f"<{work.url}>")
    return f"{work.name} \u2013 {_url(work.url)}" if work.name else _url(work.url)


def _kinds(event: Event, style: Style) -> Iterator[str]:
    if event.series:
        url = _in_angles(event.series.url)
        yield style.label("series", _joined(_text(event.series.name, "series", style), url))
    if event.keywords:
        words = [_text(word, "keywords", style) for word in event.keywords]
        yield style.label("keywords", ", ".join(words))
    if event.audience:
        yield style.label("audience", _text(event.audience, "audience", style))
    if event.capacity is not None:
        yield style.label("capacity", str(event.capacity))


def name_of(speaker: Speaker) -> str:
    """Return how a person is called in a line."""
    return _joined(speaker.honorific_prefix, speaker.name)
