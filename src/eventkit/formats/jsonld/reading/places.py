"""Where an event happens, out of markup."""

from __future__ import annotations

import re
from collections.abc import Sequence
from decimal import Decimal, InvalidOperation

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.jsonld.reading.desk import Desk, plain, word
from eventkit.formats.jsonld.reading.items import Item, Value
from eventkit.model import EventAttendanceMode, JoinDetails, Place, VirtualLocation
from eventkit.model.countries import COUNTRIES
from eventkit.vocabulary import is_kind_of

__all__ = [
    "ADDRESS_PARTS",
    "Where",
    "as_number",
    "code_of_country",
    "country",
    "is_secret",
    "names_no_place",
    "on_letter",
    "read_places",
]

_MODES = {
    "onlineeventattendancemode": EventAttendanceMode.ONLINE,
    "offlineeventattendancemode": EventAttendanceMode.OFFLINE,
    "mixedeventattendancemode": EventAttendanceMode.MIXED,
}
_SLIPS = {
    "online": EventAttendanceMode.ONLINE,
    "onlineevent": EventAttendanceMode.ONLINE,
    "virtual": EventAttendanceMode.ONLINE,
    "offline": EventAttendanceMode.OFFLINE,
    "mixed": EventAttendanceMode.MIXED,
    "hybrid": EventAttendanceMode.MIXED,
}


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Words that say that there is no place, and those that stand beside them, in seven languages.
_ONLINE = _words(
    "online virtual virtuell virtuale virtuel virtuelle virtuelles zoom webinar webinaire teams"
    " webex meet livestream streaming remote remoto videoconference videokonferenz visio"
    " visioconference visioconf\u00e9rence visioconf\u00e9rences videoconferenza videoconferencia"
    " videoconfer\u00eancia l\u00ednea linea ligne distanza distancia dist\u00e2ncia distance internet"
    " bigbluebutton gotowebinar"
)
_BESIDE = _words(
    "event events webinar meeting only via per on in en su \u00fcber uber auf an par op a \u00e0 da por com"
    " con avec mit with met the microsoft ms google live link evento evenement \u00e9v\u00e9nement"
    " veranstaltung nur solo seulement uniquement alleen s\u00f3 platform piattaforma plataforma"
    " plateforme plattform broadcast"
)
_VIRTUAL_SLIPS = frozenset({"VirtualPlace", "OnlineLocation", "OnlinePlace", "VirtualVenue"})
_CODES = {
    "UK": "GB",
    "USA": "US",
    "UNITED STATES": "US",
    "UNITED STATES OF AMERICA": "US",
    "UNITED KINGDOM": "GB",
    "GREAT BRITAIN": "GB",
    "ENGLAND": "GB",
    "SCOTLAND": "GB",
    "GERMANY": "DE",
    "DEUTSCHLAND": "DE",
    "FRANCE": "FR",
    "ITALY": "IT",
    "ITALIA": "IT",
    "SPAIN": "ES",
    "PORTUGAL": "PT",
    "NETHERLANDS": "NL",
    "THE NETHERLANDS": "NL",
    "BELGIUM": "BE",
    "AUSTRIA": "AT",
    "SWITZERLAND": "CH",
    "IRELAND": "IE",
    "SWEDEN": "SE",
    "NORWAY": "NO",
    "DENMARK": "DK",
    "FINLAND": "FI",
    "POLAND": "PL",
    "GREECE": "GR",
    "CZECHIA": "CZ",
    "CZECH REPUBLIC": "CZ",
    "HUNGARY": "HU",
    "ROMANIA": "RO",
    "CANADA": "CA",
    "MEXICO": "MX",
    "BRAZIL": "BR",
    "AUSTRALIA": "AU",
    "NEW ZEALAND": "NZ",
    "INDIA": "IN",
    "JAPAN": "JP",
    "CHINA": "CN",
    "SINGAPORE": "SG",
    "SOUTH AFRICA": "ZA",
}
_SECRET = re.compile(r"[?&#](?:pwd|password|passcode)=", re.IGNORECASE)
ADDRESS_PARTS = ("streetAddress", "postalCode", "addressLocality", "addressRegion")
_STATE_FIRST = frozenset({"US", "CA", "AU"})

Where = tuple[list[VirtualLocation | Place], JoinDetails | None]


def read_places(desk: Desk, item: Item, page: str | None) -> Where:
    """
    Return the public places of an event, and the way in where a public one gives it away.

    Args:
        page: The event's own address, for an online event that tells no other.
    """
    mode = _mode(desk, item)
    reader = _Places(desk, item, page, mode)
    for value, _ in desk.things(item, "location"):
        reader.add(value)
    if desk.has(item, "courseMode"):
        words = {(plain(one) or "").strip().lower() for one in desk.values(item, "courseMode")}
        if words & {"online", "virtual"} and not reader.found and mode is None:
            reader.mode = EventAttendanceMode.ONLINE
    reader.finish()
    return reader.found, reader.joining


def _mode(desk: Desk, item: Item) -> EventAttendanceMode | None:
    found = None
    for value in desk.values(item, "eventAttendanceMode"):
        name = (word(value) or "").strip()
        mode = _MODES.get(name.lower())
        if mode is None or f"{mode.value.capitalize()}EventAttendanceMode" != name:
            mode = mode or _SLIPS.get(name.lower().replace(" ", ""))
            taken = f"; it is read as {mode.value}" if mode else ""
            desk.say(
                codes.UNKNOWN_MEMBER,
                Severity.WARNING,
                f"eventAttendanceMode {name[:60]!r} is not known{taken}",
                "write 'https://schema.org/OnlineEventAttendanceMode', Offline... or Mixed...",
                item,
                "eventAttendanceMode",
            )
        found = found or mode
    return found


class _Places:
    def __init__(
        self, desk: Desk, item: Item, page: str | None, mode: EventAttendanceMode | None
    ) -> None:
        self.desk, self.item, self.page, self.mode = desk, item, page, mode
        self.found: list[VirtualLocation | Place] = []
        self.joining: JoinDetails | None = None

    def add(self, value: Value) -> None:
        if isinstance(value, Item):
            if value.is_a("Role"):
                for inner, _ in self.desk.things(value, "location"):
                    if not (isinstance(inner, Item) and inner.is_a("Role")):
                        self.add(inner)
            elif self._is_virtual(value):
                self._virtual(value)
            elif (place := self._place(value)) is not None:
                self._keep(place)
            return
        text = " ".join((plain(value) or "").split())
        if not text:
            return
        if re.match(r"(?:https?:)?//", text):
            self._address(text, None, self.item)
        elif names_no_place(text):
            self.mode = self.mode or EventAttendanceMode.ONLINE
            if self.page:
                self._address(self.page, text, self.item)
        else:
            self._keep(self.desk.make(Place, self.item, name=text))

    def _keep(self, place: VirtualLocation | Place | None) -> None:
        if place is not None:
            self.found.append(place)

    def _is_virtual(self, item: Item) -> bool:
        if item.is_a("VirtualLocation") or not _VIRTUAL_SLIPS.isdisjoint(item.types):
            return True
        if any(is_kind_of(kind, "Place") for kind in item.types) and item.props.get("address"):
            return False
        name = plain(item.props["name"][0]) if item.props.get("name") else None
        unsure = self.mode is None and bool(name and names_no_place(name))
        fake = self.mode is EventAttendanceMode.ONLINE or unsure
        if fake and (item.props.get("url") or name is None or names_no_place(name)):
            self.desk.open(item, "location")
            message = "the place is of an online event; it is read as its public address"
            hint = 'write {"@type": "VirtualLocation", "url": ...}'
            self.desk.say(codes.WRONG_VALUE_TYPE, Severity.WARNING, message, hint, item)
            return True
        return False

    def _virtual(self, item: Item) -> None:
        name = self.desk.line(item, "name")
        url = self.desk.url(item, "url", "sameAs")
        if not url and item.id and not item.id.startswith("_:"):
            url = self.desk.address(item.id, item, "@id")
        if url is None:
            self.mode = self.mode or EventAttendanceMode.ONLINE
            if self.page is None:
                message = "the virtual location has no url; it is left out"
                hint = "add the address of a page that anybody may see"
                self.desk.say(codes.NOT_CARRIED, Severity.WARNING, message, hint, item)
                return
            message = "the virtual location has no url; the event's own page is taken"
            self.desk.say(codes.NOT_CARRIED, Severity.INFO, message, "add its url", item)
            url = self.page
        self._address(url, name, item)

    def _address(self, url: str, name: str | None, item: Item) -> None:
        found = self.desk.address(url, item, "url")
        if found is None:
            return
        if is_secret(found):
            self.joining = self.joining or self.desk.make(JoinDetails, item, url=found)
            self.desk.say(
                codes.SECRET_IN_PUBLIC,
                Severity.ERROR,
                "the public address carries a passcode; it is read as the way in for the invited",
                "publish the address of the event's page instead",
                item,
                "url",
            )
            return
        self._keep(self.desk.make(VirtualLocation, item, url=found, name=name))

    def _place(self, item: Item) -> Place | None:
        desk = self.desk
        holder = item
        address, code = None, None
        if item.is_a("PostalAddress"):
            code = country(desk, item)
            address = postal(desk, item, code)
        for value, _ in desk.things(item, "address"):
            if isinstance(value, Item):
                code = code or country(desk, value)
                address = address or postal(desk, value, code)
                holder = value
            elif address is None:
                address = (plain(value) or "").strip(" \t\n") or None
        name = desk.line(item, "name")
        if name is None:
            name = desk.line(holder, "name") or (" ".join(address.split()) if address else None)
            address = None
        if name is None and code is None:
            if item.props:
                message = "the place has neither name nor address; it is left out"
                desk.say(codes.NOT_CARRIED, Severity.WARNING, message, "add its name", item)
            return None
        latitude, longitude = _coordinates(desk, item)
        return desk.make(
            Place,
            item,
            name=name or code,
            address=address,
            country=code,
            latitude=latitude,
            longitude=longitude,
            url=desk.url(item, "url", "sameAs"),
        )

    def finish(self) -> None:
        """Give an online event without an address its page, and compare the mode."""
        virtual = any(isinstance(one, VirtualLocation) for one in self.found)
        place = any(isinstance(one, Place) for one in self.found)
        online = self.mode in (EventAttendanceMode.ONLINE, EventAttendanceMode.MIXED)
        if online and not virtual and self.joining is None:
            if self.page is not None:
                self._keep(self.desk.make(VirtualLocation, self.item, url=self.page))
                message = "it is online, but has no VirtualLocation; its own page is taken"
                severity = Severity.INFO
            else:
                message, severity = "it is online, but no public address is told", Severity.WARNING
            hint = 'add {"@type": "VirtualLocation", "url": ...} to location'
            self.desk.say(codes.NOT_CARRIED, severity, message, hint, self.item, "location")
        told = {
            EventAttendanceMode.ONLINE: place,
            EventAttendanceMode.OFFLINE: virtual,
            EventAttendanceMode.MIXED: self.found and not place,
        }
        if self.mode is not None and told[self.mode]:
            message = f"eventAttendanceMode says {self.mode.value}, location something else"
            hint = "correct one; the locations are kept"
            self.desk.say(codes.CONFLICT, Severity.WARNING, message, hint, self.item, "location")


def names_no_place(name: str) -> bool:
    """Whether a name such as ``Online`` or ``En ligne (Zoom)`` says that there is no place."""
    words = re.findall(r"\w+", name.lower())[:8]
    return not _ONLINE.isdisjoint(words) and all(one in _ONLINE or one in _BESIDE for one in words)


def is_secret(url: str) -> bool:
    """Whether an address carries a passcode."""
    if "=" not in url:
        return False
    text = url.casefold()
    if "pwd=" in text or "password=" in text or "passcode=" in text:
        return _SECRET.search(url) is not None
    return False


def country(desk: Desk, item: Item) -> str | None:
    """Return the code of the country of an address, which may be told by its name."""
    for value, _ in desk.things(item, "addressCountry"):
        if isinstance(value, Item):
            desk.values(value, "name", "identifier")
        text = " ".join((plain(value) or "").split())
        if not text:
            continue
        code = code_of_country(text)
        if code is None:
            message = f"{text[:40]!r} is no country code; it is kept in the address"
            hint = "write a two-letter ISO 3166 code such as FR"
            desk.say(codes.INVALID_VALUE, Severity.INFO, message, hint, item, "addressCountry")
        return code
    return None


def code_of_country(text: str) -> str | None:
    """Return the code of a country that is told by it or by its name."""
    name = text.upper()
    return name if name in COUNTRIES else _CODES.get(name)


def postal(desk: Desk, item: Item, code: str | None) -> str | None:
    """Return an address as on a letter, on one line."""
    parts = [desk.text(item, name) for name in ADDRESS_PARTS]
    box = desk.line(item, "postOfficeBoxNumber")
    told = item.props.get("addressCountry") if code is None else None
    return on_letter(parts, code, box, plain(told[0]) if told else None)


def on_letter(
    parts: Sequence[str | None],
    code: str | None,
    box: str | None = None,
    country: str | None = None,
) -> str | None:
    """Return `ADDRESS_PARTS` on one line, in the order of the country whose *code* is given."""
    street, post, town, region = parts
    if code in _STATE_FIRST or (code is None and region and post and len(region) == 2):
        place = [town, " ".join(part for part in (region, post) if part)]
    else:
        place = [" ".join(part for part in (post, town) if part), region]
    return ", ".join(part for part in (box, street, *place, country) if part) or None


def _coordinates(desk: Desk, item: Item) -> tuple[float | None, float | None]:
    holders = [item]
    holders += [value for value, _ in desk.things(item, "geo") if isinstance(value, Item)]
    for one in holders:
        found = [_number(desk, one, name) for name in ("latitude", "longitude")]
        if None not in found:
            return found[0], found[1]
    return None, None


def _number(desk: Desk, item: Item, name: str) -> float | None:
    for value in desk.values(item, name):
        if (found := as_number(plain(value) or "")) is not None:
            return found
        message = f"{name} {plain(value)!r:.40} is no number; it is left out"
        desk.say(codes.INVALID_VALUE, Severity.WARNING, message, "write e.g. 48.5734", item, name)
    return None


def as_number(text: str) -> float | None:
    """Return a number that is told in digits; None where it is none."""
    try:
        return float(Decimal(text.strip()))
    except (InvalidOperation, ValueError, OverflowError):
        return None
