"""
What Search Console asks for in the markup of an event, and what it calls invalid.

Source: Google Search Central, Event structured data, as of September 2026.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventkit import codes
from eventkit.formats.jsonld.reading.nodes import Node
from eventkit.linter.currencies import CURRENCIES
from eventkit.linter.google.judged import Judged, judge
from eventkit.linter.rule import ERROR, INFO, WARNING, Fault
from eventkit.vocabulary.suggest import member_hint
from eventkit.vocabulary.table import is_member

__all__: list[str] = []

_EVENT = "Google, Event structured data"
_ISO = re.compile(
    r"\d{4}-\d{2}-\d{2}(?:T\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?(?P<zone>Z|[+-]\d{2}(?::?\d{2})?)?)?"
)
_DATES = ("startDate", "endDate", "previousStartDate", "doorTime")
_TIME = "e.g. 2019-04-17T13:00:00+02:00, or the date alone: 2019-04-17"
_PERSON = '[{"@type": "Person", "name": ...}]'
_BODY = '{"@type": "Organization", "name": ..., "url": ...}'
_PRICED = '{"@type": "Offer", "price": 0, "priceCurrency": "EUR", "url": ...}'


def _missing(judged: Judged, name: str, document: str, value: str) -> Iterator[Fault]:
    if not judged.node.has(name):
        hint = judged.hint(f"add {document}", f'add "{name}": {value}')
        yield Fault(f'Missing field "{name}"', hint)


@judge(codes.GOOGLE_REQUIRED, ERROR, _EVENT)
def google_required(judged: Judged) -> Iterator[Fault]:
    """A title and a start; an empty one counts as missing."""
    yield from _missing(judged, "name", "name", '"..."')
    yield from _missing(judged, "startDate", "slot", _TIME.replace("e.g. ", "", 1))


@judge(codes.NO_DESCRIPTION, INFO, _EVENT)
def google_description(judged: Judged) -> Iterator[Fault]:
    """Recommended: what it is about."""
    yield from _missing(judged, "description", "description: what one learns there", '"..."')


@judge(codes.NO_END, INFO, _EVENT)
def google_end(judged: Judged) -> Iterator[Fault]:
    """Recommended: when it is over; a duration does not tell Google."""
    node = judged.node
    if "T" not in (node.text("startDate") or "T"):
        return
    for fault in _missing(judged, "endDate", "end to slot, e.g. end: 2019-04-17T14:00", _TIME[5:]):
        yield fault._replace(path=("endDate",))


@judge(codes.NO_IMAGE, INFO, _EVENT)
def google_image(judged: Judged) -> Iterator[Fault]:
    """Recommended: a picture."""
    hint = "images: an address of a picture 1920 pixels wide"
    yield from _missing(judged, "image", hint, '["https://..."], 1920 pixels wide')


@judge(codes.NO_ORGANIZER, INFO, _EVENT)
def google_organizer(judged: Judged) -> Iterator[Fault]:
    """Recommended: who is behind it."""
    yield from _missing(judged, "organizer", "organizer: {name: ..., url: ...}", _BODY)


@judge(codes.GOOGLE_RECOMMENDED, INFO, _EVENT)
def google_recommended(judged: Judged) -> Iterator[Fault]:
    """What Search Console asks for beyond description, end, image and organizer."""
    node = judged.node
    yield from _missing(judged, "performer", "speakers: [{name: ...}]", _PERSON)
    yield from _missing(judged, "offers", "offers: [{price: 0, currency: EUR, url: ...}]", _PRICED)
    yield from _missing(judged, "url", "url: a page for this event alone", '"https://..."')
    yield from _missing(judged, "eventStatus", "status", '"https://schema.org/EventScheduled"')
    for name, fields in (("organizer", ("name", "url")), ("performer", ("name",))):
        for body in node.things(name):
            for field in fields:
                if not body.has(field) and not body.is_a("Role"):
                    hint = judged.hint(
                        f"write {name}: {{name: ..., url: ...}}", f'add its "{field}"'
                    )
                    yield Fault(f'Missing field "{field}" (in "{name}")', hint, body.path)


@judge(codes.GOOGLE_OFFER, INFO, _EVENT)
def google_offer(judged: Judged) -> Iterator[Fault]:
    """What Search Console asks for in each offer."""
    for offer in judged.node.things("offers"):
        for names, document, value in (
            (("price", "lowPrice", "priceSpecification"), "price: 0 for free", "0, for free"),
            (("priceCurrency", "priceSpecification"), "currency: EUR", '"EUR"'),
            (("availability",), "availability: in_stock", '"https://schema.org/InStock"'),
            (("validFrom",), "valid_from: when registration opens", "when registration opens"),
            (("url",), "url: the page to register at", "the page to register at"),
        ):
            if not offer.has(*names):
                hint = judged.hint(f"add {document}", f'add "{names[0]}": {value}')
                yield Fault(f'Missing field "{names[0]}" (in "offers")', hint, offer.path)


@judge(codes.GOOGLE_INVALID, WARNING, _EVENT)
def google_invalid(judged: Judged) -> Iterator[Fault]:
    """Values that Search Console cannot use."""
    node = judged.node
    for name in _DATES:
        for text, path in node.texts(name):
            yield from _date(node, name, text, path)
    for name in ("organizer", "performer"):
        for _, path in node.texts(name):
            hint = f"write {_BODY if name == 'organizer' else _PERSON[1:-1]}"
            yield Fault(f'Invalid object type for field "{name}"', hint, path)
    yield from _member(node, "eventStatus", "EventStatusType", "")
    for offer in node.things("offers"):
        yield from _offer(offer)


def _date(node: Node, name: str, text: str, path: tuple[str | int, ...]) -> Iterator[Fault]:
    found = _ISO.fullmatch(text.strip())
    if found is None:
        severe = ERROR if name == "startDate" else WARNING
        yield Fault(
            f'Date/time not in ISO 8601 format in field "{name}"', f"write {_TIME}", path, severe
        )
    elif "T" in text and not found["zone"]:
        # Google takes the zone of the place for it; without a place there is none.
        at_place = any(at.has("address") for at in node.things("location"))
        yield Fault(
            f'Datetime property "{name}" is missing a timezone',
            "write the offset of that day, such as +02:00",
            path,
            INFO if at_place else WARNING,
        )


def _member(node: Node, name: str, kind: str, where: str) -> Iterator[Fault]:
    for word in node.words(name):
        if not is_member(word, kind):
            path = (*node.path, name)
            message = f'Invalid enum value in property "{name}"{where}'
            yield Fault(message, member_hint(word[:60], (kind,)), path)


def _offer(offer: Node) -> Iterator[Fault]:
    yield from _member(offer, "availability", "ItemAvailability", ' (in "offers")')
    for name in ("price", "lowPrice", "highPrice"):
        for text, path in offer.texts(name):
            if not re.fullmatch(r"\d{1,12}(?:\.\d{1,9})?", text.strip()):
                message = f'Invalid price format in property "{name}" (in "offers")'
                hint = 'write the number alone, e.g. "10.00", and "priceCurrency": "EUR"'
                yield Fault(message, hint, (*offer.path, *path))
    for text, path in offer.texts("priceCurrency"):
        if text.strip() not in CURRENCIES:
            message = 'Invalid ISO 4217 currency code in property "priceCurrency" (in "offers")'
            yield Fault(message, "write e.g. EUR", (*offer.path, *path))
