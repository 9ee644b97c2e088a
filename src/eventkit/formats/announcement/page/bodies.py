"""Organisers, places, prices, contacts and videos of an announcement."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import partial
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.page.desk import Desk
from eventkit.formats.announcement.page.details import EMAIL, PHONE, is_online
from eventkit.formats.announcement.page.literal import (
    PERSON,
    Record,
    drafts_of,
    is_quoted_value,
    record_of,
)
from eventkit.formats.announcement.page.prices import Price, prices_of
from eventkit.formats.announcement.people.kinds import is_legal_form
from eventkit.formats.announcement.text.countries import country_code
from eventkit.formats.announcement.text.joining import find_url
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.source import Notes
from eventkit.model import (
    ContactPoint,
    Offer,
    Organization,
    Person,
    Place,
    Recording,
    VirtualLocation,
)

__all__ = ["contact", "locations", "named_page", "offers", "organizations", "videos"]

_EDGES = " ()<>,;-\u2013\u2014|:\t"


def organizations(desk: Desk, kind: str) -> list[Organization | Person]:
    """Return the organisers or the sponsors; several are parted by semicolons or lines."""
    found: list[Organization | Person] = []
    for line in desk.said.of(kind):
        for part in _bodies(line):
            path = _body_path(kind, len(found))
            made = desk.notes.guard(path, part.at, partial(_body, part, desk.notes, path))
            if made is not None:
                desk.evidence.show(path, part)
                found.append(made)
    return found


def _bodies(line: Line) -> list[Line]:
    if is_quoted_value(line.text):
        return [line]
    at, found = 0, []
    for piece in line.text.split(";"):
        part = line.part(at, at + len(piece)).stripped()
        at += len(piece) + 1
        if part.text:
            found.append(part)
    return found


def _body_path(kind: str, number: int) -> str:
    if kind == "sponsor":
        return f"sponsors[{number}]"
    return f"co_organizers[{number - 1}]" if number else "organizer"


def _body(line: Line, notes: Notes, path: str) -> Organization | Person:
    if line.text.startswith(PERSON) and (drafts := drafts_of(line.part(len(PERSON)), "host")):
        speaker = drafts[0].speaker(notes, path)
        if speaker is not None:
            fields = {field.name: getattr(speaker, field.name) for field in attrs.fields(Person)}
            return Person(fields.pop("name"), **fields)
    record = record_of(line.text)
    if record is not None:
        return Organization(
            record.name or "", country=record.country, url=record.url, email=record.email
        )
    return _organization(line.text)


def _organization(text: str) -> Organization:
    email = EMAIL.search(text)
    if email is not None:
        text = re.sub(rf"<?{re.escape(email.group())}>?", " ", text)
        text = _CALLED.sub(" ", text)
    url, rest = find_url(text)
    bare = rest.strip(_EDGES.replace("(", "").replace(")", ""))
    bare = re.sub(r"\s*[(<]\s*[)>]", "", bare).strip(_EDGES.replace("(", "").replace(")", ""))
    if bare.endswith(".") and not is_legal_form(bare.split()[-1]):
        bare = bare[:-1]
    name, comma, last = bare.rpartition(", ")
    code = country_code(last) if comma else None
    return Organization(
        name if code else bare, country=code, url=url, email=email.group() if email else None
    )


def locations(desk: Desk) -> list[VirtualLocation | Place]:
    """Return the public addresses and the places."""
    found: list[VirtualLocation | Place] = []
    for line in desk.said.of("where"):
        path = f"locations[{len(found)}]"
        url, rest = find_url(line.text)
        made: VirtualLocation | Place | None
        if (record := record_of(line.text)) is not None:
            made = desk.notes.guard(path, line.at, partial(_quoted_location, record))
        elif url is not None:
            name = rest.strip(_EDGES) or None
            made = desk.notes.guard(path, line.at, partial(VirtualLocation, url, name=name))
        elif is_online(line.text):
            desk.notes.add(
                codes.NOT_CARRIED, Severity.INFO,
                f"{line.text!r:.60} is no address, so it is not carried",
                "write the address of the public page", at=line.at, path="locations",
            )  # fmt: skip
            continue
        else:
            made = desk.notes.guard(path, line.at, partial(_place, line.text))
        if made is not None:
            desk.evidence.show(path, line)
            found.append(made)
    return found


def _quoted_location(record: Record) -> VirtualLocation | Place:
    if record.url is not None:
        return VirtualLocation(record.url, name=record.name)
    address = record.texts[1] if len(record.texts) > 1 else None
    return Place(record.name or "", address=address, country=record.country)


def _place(text: str) -> Place:
    name, comma, rest = text.partition(", ")
    address, parted, last = rest.rpartition(", ")
    code = country_code(last)
    if comma and code:
        return Place(name, address=(address if parted else None) or None, country=code)
    return Place(name, address=rest or None)


def offers(desk: Desk) -> list[Offer]:
    """Return the prices, and where to register, which one address is for all of."""
    pages = [(url, line) for line in desk.said.of("register") if (url := find_url(line.text)[0])]
    prices: list[tuple[Price, str | None, Line]] = []
    found = _quoted_offers(desk)
    for line in desk.said.of("price"):
        if is_quoted_value(line.text):
            continue
        url = find_url(line.text)[0]
        bare = line if url is None else line.part(0, line.text.index(url))
        prices += [(price, url, line) for price in prices_of(bare)]
    shared = pages[0][0] if len(pages) == 1 and prices else None
    for price, url, line in prices:
        path = f"offers[{len(found)}]"
        if price.amount is None:
            _price_unclear(desk, line, path)
            continue
        made = desk.notes.guard(path, line.at, partial(_offer, price, url or shared))
        if made is not None:
            desk.evidence.show(path, line)
            found.append(made)
    if shared:
        desk.evidence.show_text("offers[0].url", shared, pages[0][1])
        return found
    for url, line in pages:
        path = f"offers[{len(found)}].url"
        made = desk.notes.guard(path, line.at, partial(Offer, url=url))
        if made is not None:
            desk.evidence.show_text(path, url, line)
            found.append(made)
    return found


def _quoted_offers(desk: Desk) -> list[Offer]:
    found: list[Offer] = []
    for line in desk.said.of("price"):
        record = record_of(line.text)
        if record is None:
            continue
        path = f"offers[{len(found)}]"
        make = partial(Offer, record.price, record.currency, name=record.name, url=record.url)
        made = desk.notes.guard(path, line.at, make)
        if made is not None:
            desk.evidence.show(path, line)
            found.append(made)
    return found


def _offer(price: Price, url: str | None) -> Offer:
    amount = price.amount if price.amount is not None else Decimal(0)
    return Offer(amount, price.currency, name=price.name, url=url)


def _price_unclear(desk: Desk, line: Line, path: str) -> None:
    desk.notes.add(
        codes.PRICE_UNCLEAR, Severity.WARNING, "the currency of the price is not clear",
        "write its code, e.g. '10 USD'", at=line.at, path=path,
    )  # fmt: skip
    desk.said.keep(line)


def contact(desk: Desk) -> ContactPoint | None:
    """Return whom to ask; what several lines say of it belongs together."""
    lines = desk.said.of("contact")
    fields: dict[str, Any] = {}
    for line in lines:
        text = line.text
        if (record := record_of(text)) is not None:
            fields = _quoted_contact(record)
            break
        for key, pattern in (("email", EMAIL), ("url", None), ("telephone", PHONE)):
            if pattern is None:
                value, rest = find_url(text)
            else:
                match = pattern.search(text)
                value = match.group() if match else None
                rest = text.replace(value, " ", 1) if value else text
            if value and key not in fields:
                fields[key], text = value, rest
        name = _caller(text)
        if name and re.search(r"\d", name):  # such as until when
            message = f"{name!r:.60} beside the contact is no name, so it is not carried"
            hint = "write it on a line of its own"
            desk.notes.add(
                codes.NOT_CARRIED, Severity.INFO, message, hint, at=line.at, path="contact"
            )
        elif name and "name" not in fields:
            fields["name"] = name
    if not fields:
        return None
    at = lines[0].at
    made = desk.notes.guard("contact", at, partial(ContactPoint, **fields))
    if made is not None:
        desk.evidence.show("contact", *lines)
    return made


def _quoted_contact(record: Record) -> dict[str, Any]:
    called = record.texts[-1] if "tel" in record.words else None
    fields = {"name": record.name, "email": record.email, "telephone": called, "url": record.url}
    return {key: value for key, value in fields.items() if value}


_CALLED = re.compile(
    r"\b(?:e-?mail|mail|mailto|tel(?:\.|efon(?:o|e)?|\u00e9fono|\u00e9phone|ephone|efoon)?|phone|fax|"
    r"web|url|www|write to|scrivere a|\u00e9crire \u00e0)\b\s*[.:]?",
    re.IGNORECASE,
)


def _caller(text: str) -> str | None:
    bare = _CALLED.sub(" ", text)
    bare = re.sub(r"[(<\[]\s*[)>\]]", " ", bare)
    bare = re.sub(
        r"\s*[,;|/\u2013\u2014-]\s*(?=[,;|/\u2013\u2014-]|\Z)", "", " ".join(bare.split())
    )
    return bare.strip(_EDGES + ".") or None


def named_page(text: str) -> tuple[str | None, str | None]:
    """Return an address and the words beside it."""
    if (record := record_of(text)) is not None:
        return record.url, record.name
    url, rest = find_url(text)
    return url, rest.strip(_EDGES) or None


def videos(desk: Desk) -> list[Recording]:
    """Return the recordings, and the stream to watch meanwhile."""
    found: list[Recording] = []
    lines = [
        (line, kind == "stream") for kind in ("recording", "stream") for line in desk.said.of(kind)
    ]
    for line, live in sorted(lines, key=lambda one: one[0].at):
        url, name = named_page(line.text)
        path = f"recordings[{len(found)}]"
        make = partial(Recording, url or "", name=name, is_live_broadcast=live)
        made = desk.notes.guard(path, line.at, make)
        if made is not None:
            desk.evidence.show(path, line)
            found.append(made)
    return found
