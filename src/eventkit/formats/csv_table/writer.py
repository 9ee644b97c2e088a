"""
Events as a table: one a row, with the names of the columns on the first line.

A text that a spreadsheet would take for a formula is written with an apostrophe before it,
which reading takes away again. What no column has room for stands as JSON in the last.

Source: RFC 4180; OWASP, CSV Injection.
"""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterable
from datetime import date, datetime
from typing import Any

from eventkit.foreign import Fields, Notes, built
from eventkit.foreign.kept import difference
from eventkit.formats.csv_table.columns import COLUMNS, KEPT, plain_row
from eventkit.model import Event, Organization, Person, Place, VirtualLocation
from eventkit.model.showing import all_public
from eventkit.plain import to_dict
from eventkit.plain.scalars import write_moment
from eventkit.timezones import zone_name

__all__ = ["render"]

_ALWAYS = ("name", "start", "end", "timezone")
_FORMULA = re.compile("'*[=+\\-@\t\r\n\uff1d\uff0b\uff0d\uff20]")


def render(events: Event | Iterable[Event], *, excel: bool = False) -> str:
    """
    Return the table, without the join details.

    Args:
        events: One event or several; sub-events stay with theirs.
        excel: Write it as Excel opens it with a double click in most of Europe: semicolons
            between the cells, and a byte order mark.

    Raises:
        PublicSecretError: A text of an event shows its way in.
    """
    rows = [_row(one) for one in all_public(events)]
    used = {name for row in rows for name in row}
    columns = [name for name in COLUMNS if name in used or name in _ALWAYS]
    out = io.StringIO(newline="")
    table = csv.DictWriter(
        out, columns, delimiter=";" if excel else ",", lineterminator="\r\n", restval=""
    )
    table.writeheader()
    for row in rows:
        table.writerow({name: _safe(cell) for name, cell in row.items()})
    return ("\ufeff" if excel else "") + out.getvalue()


def _safe(cell: str) -> str:
    """Return a cell that no spreadsheet takes for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def _row(event: Event) -> dict[str, str]:
    row = {name: text for name, write in _CELLS.items() if (text := write(event))}
    plain = _public(to_dict(event))
    notes = Notes()
    said = plain_row(Fields(row, (), notes))
    again = built(said, notes, ()) if said is not None else None
    kept = difference(plain, to_dict(again) if again is not None else {})
    if kept is not None:
        row[KEPT] = json.dumps(kept, ensure_ascii=False, separators=(",", ":"))
    return row


def _public(plain: dict[str, Any]) -> dict[str, Any]:
    public = {key: value for key, value in plain.items() if key != "joining"}
    if "sub_events" in public:
        public["sub_events"] = [_public(part) for part in public["sub_events"]]
    return public


def _moment(value: date | None) -> str:
    """Return a local time with its T, which a spreadsheet leaves as it is."""
    if not isinstance(value, datetime):
        return value.isoformat() if value else ""
    text = value.replace(tzinfo=None).isoformat(timespec="seconds")
    text = text.removesuffix(":00") if value.second == 0 else text
    once = value.utcoffset() == value.replace(fold=1 - value.fold).utcoffset()
    return text if once else value.isoformat()


def _zone(event: Event) -> str:
    zone = event.slot.timezone
    return zone_name(zone) if zone is not None else ""


def _stamp(value: datetime | None) -> str:
    return write_moment(value) if value else ""


def _lines(texts: Iterable[str]) -> str:
    """Return texts on lines; one that has a semicolon is followed by a line too."""
    text = "\n".join(texts)
    return f"{text}\n" if ";" in text and "\n" not in text else text


def _place(event: Event) -> Place | None:
    return next((at for at in event.locations if isinstance(at, Place)), None)


def _online(event: Event) -> str:
    return next((at.url for at in event.locations if isinstance(at, VirtualLocation)), "")


def _of(part: Any, name: str) -> str:
    value = getattr(part, name, None) if part is not None else None
    return "" if value is None else str(value)


def _first(parts: tuple[Any, ...]) -> Any:
    return parts[0] if parts else None


def _price(event: Event) -> str:
    offer = _first(event.offers)
    return f"{offer.price:f}" if offer is not None and offer.price is not None else ""


def _plain(name: str) -> Callable[[Event], str]:
    return lambda event: _of(event, name)


def _unless(name: str, usual: str) -> Callable[[Event], str]:
    return lambda event: "" if _of(event, name) == usual else _of(event, name)


def _organizer(event: Event) -> str:
    body: Organization | Person | None = event.organizer
    return body.name if body is not None else ""


_CELLS: dict[str, Callable[[Event], str]] = {
    "name": _plain("name"),
    "start": lambda event: _moment(event.slot.start),
    "end": lambda event: _moment(event.slot.end),
    "timezone": _zone,
    "uid": _plain("uid"),
    "alternate_name": _plain("alternate_name"),
    "description": _plain("description"),
    "url": _plain("url"),
    "event_type": _unless("event_type", "Event"),
    "speakers": lambda event: _lines(one.name for one in event.speakers),
    "organizer": _organizer,
    "organizer_url": lambda event: _of(event.organizer, "url"),
    "place": lambda event: _of(_place(event), "name"),
    "address": lambda event: _of(_place(event), "address"),
    "country": lambda event: _of(_place(event), "country"),
    "online_url": _online,
    "registration_url": lambda event: _of(_first(event.offers), "url"),
    "price": _price,
    "currency": lambda event: _of(_first(event.offers), "currency"),
    "status": _unless("status", "scheduled"),
    "status_reason": _plain("status_reason"),
    "language": lambda event: _lines(event.in_language),
    "keywords": lambda event: _lines(event.keywords),
    "image": lambda event: _of(_first(event.images), "url"),
    "recording_url": lambda event: _of(_first(event.recordings), "url"),
    "series": lambda event: _of(event.series, "name"),
    "series_url": lambda event: _of(event.series, "url"),
    "position": _plain("position"),
    "audience": _plain("audience"),
    "capacity": _plain("capacity"),
    "remaining_capacity": _plain("remaining_capacity"),
    "visibility": _unless("visibility", "public"),
    "sequence": _unless("sequence", "0"),
    "created": lambda event: _stamp(event.created),
    "updated": lambda event: _stamp(event.updated),
    "published": lambda event: _stamp(event.published),
}
