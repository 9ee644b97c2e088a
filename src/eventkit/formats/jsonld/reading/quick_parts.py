"""The people, places and prices of an event that is told plainly; what is odd is refused."""

from __future__ import annotations

import re
from collections.abc import Callable
from datetime import datetime
from decimal import Decimal
from typing import Any, NamedTuple

from eventkit.formats.jsonld.reading.people import as_pixels
from eventkit.formats.jsonld.reading.places import (
    ADDRESS_PARTS,
    as_number,
    code_of_country,
    names_no_place,
    on_letter,
)
from eventkit.formats.jsonld.reading.quick_words import (
    JSON,
    Unusual,
    kind_of,
    line,
    listed,
    member,
    members,
    needed,
    text,
    url,
    when,
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
from eventkit.vocabulary import is_kind_of

__all__ = ["Part", "body", "image", "is_plain", "location", "offer", "performer"]

_AVAILABILITY = members(Availability, "{}")
_PRICE = re.compile(r"\d{1,12}(?:\.\d{1,6})?", re.ASCII)
_CURRENCY = re.compile("[A-Z]{3}")
_NOTHING: list[str] = []  # never changed


class Part(NamedTuple):
    """
    What a thing is.

    Args:
        made: It, in the model.
        left: The properties that the model has no place for.
        is_group: Whether it is told to be no person, and read as one.
    """

    made: Any
    left: list[str] = _NOTHING
    is_group: bool = False


def _time(value: JSON) -> datetime | None:
    found = when(value)
    if found is None or isinstance(found, datetime):
        return found
    raise Unusual


def _keep_to(names: frozenset[str], data: JSON) -> None:
    if type(data) is not dict or not names.issuperset(data):
        raise Unusual


def _left(names: frozenset[str], left: frozenset[str], data: JSON) -> list[str]:
    """Return what a thing tells beyond the properties that are read; only some may be."""
    if type(data) is not dict:
        raise Unusual
    if names.issuperset(data):
        return _NOTHING
    found = [key for key in data if key not in names]
    if not left.issuperset(found):
        raise Unusual
    return [is_plain(key, data[key]) for key in found]


def is_plain(key: str, value: JSON) -> str:
    """Return the name of a property that tells no thing."""
    if isinstance(value, dict | list):
        raise Unusual
    return key


def _name(data: JSON) -> str:
    return needed(line(data.get("name")))


def _email(data: JSON) -> str | None:
    found = line(data.get("email"))
    return found.removeprefix("mailto:") if found else None


_BODY = frozenset({"@type", "name", "url", "sameAs", "email"})
_PERSON = _BODY | {"description"}
_PERFORMER = _PERSON | {"image"}
_LEFT_OF_PERSON = frozenset({"telephone"})
_LEFT_OF_BODY = frozenset({"description", "logo", "telephone"})
_speaker: Callable[[dict[str, Any]], Speaker] = maker(Speaker)


def body(data: JSON) -> Part:
    """Return an organisation or a person."""
    kind = kind_of(data, "Organization", "Person")
    if is_kind_of(kind, "Person"):
        left = _left(_PERSON, _LEFT_OF_PERSON, data)
        return Part(Person(**_person(data)), left)
    left = _left(_BODY, _LEFT_OF_BODY, data)
    address, pages = url(data.get("url")), _urls(data.get("sameAs"))
    return Part(Organization(_name(data), url=address, email=_email(data), same_as=pages), left)


def performer(data: JSON) -> Part:
    """Return somebody with a part in the event."""
    kind = kind_of(data, "Person", "Organization")
    left = _left(_PERFORMER, _LEFT_OF_PERSON, data)
    fields = _person(data)
    if data.get("image"):
        fields["image"] = image(data["image"])
    return Part(_speaker(fields), left, not is_kind_of(kind, "Person"))


def _person(data: JSON) -> dict[str, Any]:
    return {
        "name": _name(data),
        "bio": text(data.get("description")),
        "email": _email(data),
        "url": url(data.get("url")),
        "same_as": _urls(data.get("sameAs")),
    }


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
        return Image(needed(url(data)))
    _keep_to(_IMAGE, data)
    kind_of(data, "ImageObject")
    width, height = (_pixels(data.get(name)) for name in ("width", "height"))
    return Image(needed(url(data.get("url"))), width=width, height=height)


def _pixels(value: JSON) -> int | None:
    if value is None:
        return None
    if type(value) not in (int, str):
        raise Unusual
    return as_pixels(str(value))


_VIRTUAL = frozenset({"@type", "url", "name"})
_PLACE = frozenset({"@type", "name", "address", "geo", "url", "sameAs"})
_LEFT_OF_PLACE = frozenset({"description", "email", "image", "telephone"})
_ADDRESS = frozenset({"@type", "addressCountry", *ADDRESS_PARTS})
_GEO = frozenset({"@type", "latitude", "longitude"})


def location(data: JSON) -> Part:
    """Return a public address, or a place."""
    if kind_of(data, "VirtualLocation", "Place") == "VirtualLocation":
        _keep_to(_VIRTUAL, data)
        return Part(VirtualLocation(needed(url(data.get("url"))), name=line(data.get("name"))))
    left = _left(_PLACE, _LEFT_OF_PLACE, data)
    name, where = needed(line(data.get("name"))), data.get("address")
    if not where and names_no_place(name):
        raise Unusual
    address, country = _address(where)
    latitude, longitude = _coordinates(data.get("geo"))
    page, other = url(data.get("url")), url(data.get("sameAs"))
    found = Place(
        name,
        address=address,
        country=country,
        latitude=latitude,
        longitude=longitude,
        url=page or other,
    )
    return Part(found, left)


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
