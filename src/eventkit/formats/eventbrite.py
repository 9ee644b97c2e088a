"""
Events as Eventbrite's API has them. Read only.

Source: https://www.eventbrite.com/platform/api (event, venue, organizer, ticket class objects).
"""

from __future__ import annotations

from datetime import datetime, tzinfo
from typing import Any

from eventkit import codes
from eventkit.findings import Reading, Severity
from eventkit.foreign import Fields, built, moment, opened, placed, slot_of, stamp, zone_of
from eventkit.foreign.markup import text_of_markup
from eventkit.model import Event, TimeSlot
from eventkit.plain.paths import Path
from eventkit.plain.scalars import write_slot
from eventkit.sources import RefusedError, refused
from eventkit.timezones import zone_name

__all__ = ["parse"]

_STATUS = {"canceled": "cancelled", "cancelled": "cancelled"}
_RUNNING = frozenset({"live", "started", "ended", "completed"})
_STOCK = {"AVAILABLE": "in_stock", "SOLD_OUT": "sold_out", "UNAVAILABLE": "out_of_stock"}


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a JSON text: one, a list, or a page of Eventbrite's answer."""
    try:
        data, notes = opened(source, file)
    except RefusedError as exc:
        return refused(exc, file)
    path: Path = ()
    if isinstance(data, dict) and isinstance(data.get("events"), list):
        page = Fields(data, (), notes)
        page.elsewhere("events", "pagination")
        page.finish()
        data, path = data["events"], ("events",)
    items = list(enumerate(data)) if isinstance(data, list) else [(None, data)]
    events = []
    for number, item in items:
        at = path if number is None else (*path, number)
        if not isinstance(item, dict):
            notes.error(codes.WRONG_TYPE, "an event is wanted", "give an object", at)
        elif event := _event(Fields(item, at, notes)):
            events.append(event)
    return notes.reading(events, doubtful=frozenset())


def _event(fields: Fields) -> Event | None:
    notes = fields.notes
    plain: dict[str, Any] = {"name": _words(fields, "name"), "url": fields.text("url")}
    if plain["name"] is None:
        notes.error(codes.NO_TITLE, "it has no name", 'add "name"', fields.path)
    else:
        plain["name"] = " ".join(plain["name"].split())
    number = fields.line("id")
    plain["uid"] = f"eventbrite-{number}" if number else None
    slot = _slot(fields)
    _description(fields, plain)
    _facts(fields, plain)
    _people(fields, plain)
    _places(fields, plain)
    _offers(fields, plain, slot)
    fields.finish()
    if plain["name"] is None or slot is None:
        return None
    plain["slot"] = write_slot(slot)
    return built(_given(plain), notes, fields.path)


def _given(plain: dict[str, Any]) -> dict[str, Any]:
    return {key: value for key, value in plain.items() if value not in (None, "", [], {})}


def _words(fields: Fields, key: str) -> str | None:
    """Return a text that stands in two forms, or alone."""
    if isinstance(fields.data.get(key), str):
        return fields.text(key)
    both = fields.inner(key)
    text, markup = both.text("text"), both.text("html")
    return text or (text_of_markup(markup) if markup else None)


def _description(fields: Fields, plain: dict[str, Any]) -> None:
    text, summary = _words(fields, "description"), fields.text("summary")
    plain["description"] = text or summary
    if text and summary and summary != text:
        plain["alternate_name"] = " ".join(summary.split())


def _slot(fields: Fields) -> TimeSlot | None:
    first = _moment(fields, "start")
    if first is None:
        return None
    last = None
    if fields.data.get("end"):
        last = _moment(fields, "end", first.tzinfo)
        if last is None:
            return None
    return slot_of(first, last, fields.notes, fields.at("end"))


def _moment(event: Fields, key: str, other: tzinfo | None = None) -> datetime | None:
    """Return a moment that is told as wall clock, zone and UTC, which must agree."""
    fields, notes = event.inner(key), event.notes
    if not fields.data:
        notes.error(codes.NO_TIME, f"it has no {key}", f'add "{key}"', event.at(key))
        return None
    place = zone_of(fields.line("timezone", Severity.ERROR), notes, fields.at("timezone"))
    if place is None and "timezone" in fields:
        return None
    told: list[tuple[str, datetime]] = []
    for name in ("utc", "local"):
        value = moment(fields.text(name, Severity.ERROR), notes, fields.at(name))
        if isinstance(value, datetime):
            told.append((name, value))
        elif name in fields:
            if value is not None:
                message = f"{key} has a date alone"
                notes.error(codes.NO_TIME, message, "add the time", fields.at(name))
            return None
    times = [(name, placed(at, place, notes, fields.at(name))) for name, at in _certain(told)]
    known = [(name, at) for name, at in times if at is not None]
    if not known:
        if not times:
            message = f"{key} has no time, or a utc without Z and no local"
            notes.error(codes.NO_TIME, message, 'add "local"', fields.path)
        return None
    found = known[0][1]
    wall = next((at.replace(tzinfo=None) for name, at in told if name == "local"), None)
    if wall is not None and wall != found.replace(tzinfo=None):
        notes.error(
            codes.ZONES_DISAGREE,
            f"local says {wall.isoformat()}, utc {found.replace(tzinfo=None).isoformat()} there",
            "correct one of the two",
            fields.path,
        )
        return None
    if other is not None and found.tzinfo is not None:
        return found.astimezone(other) if zone_name(other) != zone_name(found.tzinfo) else found
    return found


def _certain(told: list[tuple[str, datetime]]) -> list[tuple[str, datetime]]:
    """Return the time in UTC where it is told: a wall clock may be told twice."""
    instants = [(name, at) for name, at in told if name == "utc" and at.tzinfo is not None]
    return instants or [(name, at) for name, at in told if name == "local"]


def _facts(fields: Fields, plain: dict[str, Any]) -> None:
    for key, name in (("created", "created"), ("changed", "updated"), ("published", "published")):
        plain[name] = stamp(fields, key)
    status = (fields.line("status") or "live").lower()
    plain["status"] = _STATUS.get(status)
    if status not in _RUNNING and status not in _STATUS:
        fields.leave("status")
    if fields.flag("listed") is False:
        plain["visibility"] = "unlisted"
    capacity = fields.whole("capacity")
    plain["capacity"] = capacity if capacity and capacity > 0 else None
    locale = fields.line("locale")
    plain["in_language"] = [locale.replace("_", "-")] if locale else []
    category = fields.inner("category").line("name")
    plain["keywords"] = [category] if category else []
    logo = fields.inner("logo")
    original = logo.inner("original")
    small, url = logo.text("url"), original.text("url")
    if url or small:
        size = {name: original.whole(name) for name in ("width", "height")} if url else {}
        plain["images"] = [_given({"url": url or small, **size})]


def _people(fields: Fields, plain: dict[str, Any]) -> None:
    organizer = fields.inner("organizer")
    name, site, page = (organizer.line("name"), organizer.text("website"), organizer.text("url"))
    if name:
        plain["organizer"] = _given({"name": name, "url": site or page})
        if site and page:
            plain["organizer"]["same_as"] = [page]
    else:
        organizer.leave("website")
        organizer.leave("url")


def _places(fields: Fields, plain: dict[str, Any]) -> None:
    """Take the venue; an online event is at its page, as the way in is never told."""
    venue = fields.inner("venue")
    address = venue.inner("address")
    name = venue.line("name")
    lines = [address.line(key) for key in ("address_1", "address_2", "postal_code", "city")]
    shown = address.line("localized_address_display")
    words = shown or ", ".join(line for line in lines if line)
    locations: list[dict[str, Any]] = []
    if name or words:
        place: dict[str, Any] = {"type": "Place", "name": name or words}
        place["address"] = words if name else None
        place["country"] = address.line("country")
        place["latitude"], place["longitude"] = _angles(address, venue)
        locations.append(_given(place))
    if fields.flag("online_event") and plain["url"]:
        locations.append({"type": "VirtualLocation", "url": plain["url"]})
    plain["locations"] = locations


def _angles(address: Fields, venue: Fields) -> tuple[float | None, float | None]:
    found: list[float | None] = []
    for key in ("latitude", "longitude"):
        text = address.line(key) or venue.line(key)
        venue.known(key)
        try:
            found.append(float(text) if text else None)
        except ValueError:
            found.append(None)
    if None not in found:
        return found[0], found[1]
    for fields in (address, venue):
        for key in ("latitude", "longitude"):
            fields.leave(key)
    return None, None


def _free(cost: Fields, price: str | None) -> str | None:
    """Return the price of a ticket that is said to be free; one that costs is a contradiction."""
    if price is None or not price.strip("0."):
        return "0"
    message = f"the ticket is free and costs {price:.20}: no price is read"
    cost.notes.warn(codes.PRICE_UNCLEAR, message, "correct one of the two", cost.path)
    return None


def _offers(fields: Fields, plain: dict[str, Any], slot: TimeSlot | None) -> None:
    """Take the tickets; a free event without tickets has an offer for nothing."""
    offers = []
    for ticket in fields.inners("ticket_classes"):
        cost = ticket.inner("cost")
        price, currency = cost.line("major_value"), cost.line("currency")
        if ticket.flag("free"):
            price, currency = _free(cost, price), None
        elif price is None:
            cost.leave("currency")
        offer = {"name": ticket.line("name"), "price": price, "url": plain["url"]}
        offer["currency"] = currency if price is not None else None
        offer["availability"] = _STOCK.get(ticket.line("on_sale_status") or "")
        for key, name in (("sales_start", "valid_from"), ("sales_end", "valid_until")):
            offer[name] = stamp(ticket, key)
        offers.append(_given(offer))
    if fields.flag("is_free") and not offers:
        offers.append(_given({"price": "0", "url": plain["url"]}))
    plain["offers"] = offers
