"""The parts of an event that is told plainly, out of their data; what is odd is refused."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from decimal import Decimal
from functools import lru_cache
from typing import Any

from eventkit.formats.jsonld.reading.context import SCHEMA
from eventkit.formats.jsonld.reading.desk import ACCIDENTS, has_entity, is_safe, paragraphs
from eventkit.formats.jsonld.reading.people import as_pixels
from eventkit.formats.jsonld.reading.places import (
    ADDRESS_PARTS,
    as_number,
    code_of_country,
    is_secret,
    names_no_place,
    on_letter,
)
from eventkit.model import (
    Availability,
    Image,
    Offer,
    Organization,
    Person,
    Place,
    Speaker,
    VirtualLocation,
)
from eventkit.model.given import maker
from eventkit.model.words import Word
from eventkit.vocabulary import is_kind_of
from eventkit.vocabulary.table import is_type

__all__ = [
    "JSON",
    "Unusual",
    "body",
    "image",
    "kind_of",
    "line",
    "listed",
    "location",
    "member",
    "members",
    "offer",
    "performer",
    "text",
    "url",
    "when",
]

JSON = Any  # what a JSON text holds

_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)", re.ASCII
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)
_PRICE = re.compile(r"\d{1,12}(?:\.\d{1,6})?", re.ASCII)
_CURRENCY = re.compile("[A-Z]{3}")


class Unusual(Exception):
    """It is for the thorough reader."""


def _needed(value: str | None) -> str:
    if value is None:
        raise Unusual
    return value


def members(words: Iterable[Word], form: str) -> dict[JSON, Any]:
    """Return the members of an enumeration of schema.org by the names that they have there."""
    names = {form.format("".join(map(str.capitalize, one.value.split("_")))): one for one in words}
    prefixes = ("https://schema.org/", "http://schema.org/", "")
    return {prefix + name: one for prefix in prefixes for name, one in names.items()}


_AVAILABILITY = members(Availability, "{}")


def member(table: dict[JSON, Any], value: JSON) -> Any:
    """Return the member of an enumeration that is told by its exact name."""
    if type(value) is not str or value not in table:
        raise Unusual
    return table[value]


def listed(value: JSON) -> list[JSON]:
    """Return the values of a property that may have several."""
    return value if type(value) is list else [value]


def line(value: JSON) -> str | None:
    """Return a text of one line."""
    if value is None:
        return None
    if type(value) is not str or not value.isprintable() or has_entity(value):
        raise Unusual
    return value.strip(" ") or None


def text(value: JSON) -> str | None:
    """Return a text that may have paragraphs."""
    if value is None:
        return None
    if type(value) is not str or "<" in value or has_entity(value):
        raise Unusual
    return paragraphs(value).strip(" \t\n") or None


def url(value: JSON) -> str | None:
    """Return an address in full, which gives away no secret."""
    if value is None or value == "":
        return None
    if type(value) is not str or not value.startswith(("https://", "http://")):
        raise Unusual
    if not is_safe(value) or is_secret(value):
        raise Unusual
    return value


def when(value: JSON) -> datetime | date | None:
    """Return a time with its offset, or a date."""
    if value is None or value == "":
        return None
    try:
        if type(value) is str and _TIME.fullmatch(value):
            return datetime.fromisoformat(value)
        if type(value) is str and _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise Unusual


def _time(value: JSON) -> datetime | None:
    found = when(value)
    if found is None or isinstance(found, datetime):
        return found
    raise Unusual


@lru_cache(512)
def _type(name: str) -> str:
    found = SCHEMA.name(name.strip())
    if found is None or not is_type(found):
        raise Unusual
    return found


def kind_of(data: JSON, *above: str) -> str:
    """Return the type of a thing, which is one of those named or below it."""
    told = data.get("@type")
    if type(told) is not str:
        raise Unusual
    found = _type(told)
    for one in above:
        if is_kind_of(found, one):
            return found
    raise Unusual


def _keep_to(names: frozenset[str], data: JSON) -> None:
    if type(data) is not dict or not names.issuperset(data):
        raise Unusual


def _name(data: JSON) -> str:
    found = _needed(line(data.get("name")))
    if found in ACCIDENTS:
        raise Unusual
    return found


_BODY = frozenset({"@type", "name", "url", "sameAs"})
_speaker: Callable[[dict[str, Any]], Speaker] = maker(Speaker)
_PERFORMER = _BODY | {"image"}


def body(data: JSON) -> Organization | Person:
    """Return an organisation or a person."""
    _keep_to(_BODY, data)
    kind = kind_of(data, "Organization", "Person")
    name = _name(data)
    cls = Person if is_kind_of(kind, "Person") else Organization
    return cls(name, url=url(data.get("url")), same_as=_urls(data.get("sameAs")))


def performer(data: JSON) -> tuple[Speaker, bool]:
    """Return somebody with a part in the event, and whether it is told to be no person."""
    _keep_to(_PERFORMER, data)
    kind = kind_of(data, "Person", "Organization")
    fields = {
        "name": _name(data),
        "url": url(data.get("url")),
        "image": image(data["image"]) if data.get("image") else None,
        "same_as": _urls(data.get("sameAs")),
    }
    return _speaker(fields), not is_kind_of(kind, "Person")


def _urls(value: JSON) -> tuple[str, ...]:
    if value is None:
        return ()
    if type(value) is str:
        return (value,) if url(value) else ()
    return tuple(found for one in listed(value) if (found := url(one)) is not None)


_IMAGE = frozenset({"@type", "url", "width", "height"})


def image(data: JSON) -> Image:
    """Return a picture: its address, or an ImageObject."""
    if type(data) is str:
        return Image(_needed(url(data)))
    _keep_to(_IMAGE, data)
    kind_of(data, "ImageObject")
    width, height = (_pixels(data.get(name)) for name in ("width", "height"))
    return Image(_needed(url(data.get("url"))), width=width, height=height)


def _pixels(value: JSON) -> int | None:
    if value is None:
        return None
    if type(value) not in (int, str):
        raise Unusual
    return as_pixels(str(value))


_VIRTUAL = frozenset({"@type", "url", "name"})
_PLACE = frozenset({"@type", "name", "address", "geo", "url", "sameAs"})
_ADDRESS = frozenset({"@type", "addressCountry", *ADDRESS_PARTS})
_GEO = frozenset({"@type", "latitude", "longitude"})


def location(data: JSON) -> VirtualLocation | Place:
    """Return a public address, or a place."""
    _keep_to(_PLACE, data)
    if kind_of(data, "VirtualLocation", "Place") == "VirtualLocation":
        _keep_to(_VIRTUAL, data)
        return VirtualLocation(_needed(url(data.get("url"))), name=line(data.get("name")))
    name, where = _needed(line(data.get("name"))), data.get("address")
    if not where and names_no_place(name):
        raise Unusual
    address, country = _address(where)
    latitude, longitude = _coordinates(data.get("geo"))
    page, other = url(data.get("url")), url(data.get("sameAs"))
    return Place(
        name,
        address=address,
        country=country,
        latitude=latitude,
        longitude=longitude,
        url=page or other,
    )


def _address(data: JSON) -> tuple[str | None, str | None]:
    """Return an address as on a letter, and the code of its country."""
    if data is None or type(data) is str:
        return (data.strip(" \t\n") or None) if data else None, None
    _keep_to(_ADDRESS, data)
    kind_of(data, "PostalAddress")
    country = line(data.get("addressCountry"))
    code = code_of_country(" ".join(country.split())) if country else None
    if country and code is None:
        raise Unusual
    return on_letter([text(data.get(name)) for name in ADDRESS_PARTS], code), code


def _coordinates(data: JSON) -> tuple[float | None, float | None]:
    if data is None:
        return None, None
    _keep_to(_GEO, data)
    kind_of(data, "GeoCoordinates")
    found = [_number(data.get(name)) for name in ("latitude", "longitude")]
    return (None, None) if None in found else (found[0], found[1])


def _number(value: JSON) -> float | None:
    if value is None:
        return None
    number = as_number(str(value)) if type(value) in (Decimal, int, str) else None
    if number is None:
        raise Unusual
    return number


_EMPTY = Offer()
_OFFER = frozenset(
    ("@type", "name", "price", "priceCurrency", "url", "availability", "validFrom", "validThrough")
)


def offer(data: JSON) -> Offer | None:
    """Return a price or a place to register; None where it tells nothing of it."""
    _keep_to(_OFFER, data)
    kind_of(data, "Offer")
    available = data.get("availability")
    price, currency = _price(data)
    found = Offer(
        price,
        currency,
        name=line(data.get("name")),
        url=url(data.get("url")),
        availability=member(_AVAILABILITY, available) if available else None,
        valid_from=_time(data.get("validFrom")),
        valid_until=_time(data.get("validThrough")),
    )
    return None if found == _EMPTY else found


def _price(data: dict[str, JSON]) -> tuple[Decimal | None, str | None]:
    value, currency = data.get("price"), line(data.get("priceCurrency"))
    if value is None or value == "":
        return None, None
    if type(value) not in (str, int, Decimal) or not _PRICE.fullmatch(str(value)):
        raise Unusual
    price = Decimal(value)
    code = currency.upper() if currency else ""
    if _CURRENCY.fullmatch(code):
        return price, code
    if price:
        raise Unusual
    return price, None
