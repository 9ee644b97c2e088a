"""
Links that open the form of a calendar service on the web, filled in with an event.

No service documents its form in full; what each takes is from the trials that people published.
Nothing secret is ever in a link: a link is shared, kept in histories and logged.

Source: https://github.com/InteractionDesignFoundation/add-event-to-calendar-docs and its issues.
"""

from __future__ import annotations

import html
import re
from collections.abc import Callable
from datetime import date, datetime, timedelta
from urllib.parse import quote
from zoneinfo import ZoneInfo

from eventkit.model import Event, EventStatus, Place, TimeSlot, VirtualLocation
from eventkit.model.showing import public
from eventkit.timezones import zone_name

__all__ = ["LENGTH_MAX", "service_links"]

LENGTH_MAX = 2_000  # characters of a link that every browser, mail program and service takes
_TITLE_MAX = 600  # of these, percent-encoded
_LOCATION_MAX = 300
_PAGE_MAX = 450
_RULE_MAX = 150  # characters of a recurrence rule
_GOOGLE = "https://calendar.google.com/calendar/render?action=TEMPLATE"
_OUTLOOK = "https://outlook.live.com/calendar/action/compose?rru=addevent"
_OFFICE = (
    "https://outlook.cloud.microsoft/calendar/deeplink/compose"
    "?path=%2Fcalendar%2Faction%2Fcompose&rru=addevent"
)
_YAHOO = "https://calendar.yahoo.com/?v=60"
_PREFIX = {EventStatus.CANCELLED: "Cancelled: ", EventStatus.POSTPONED: "Postponed: "}
_DAY = timedelta(days=1)


def service_links(event: Event) -> dict[str, str]:
    """
    Return the links by service: ``google``, ``outlook``, ``office365``, ``yahoo``.

    No link is longer than `LENGTH_MAX`: the description is shortened at a word, and the page
    of the event stays in it. A series is linked as its first occurrence; Google gets the rule
    too where the rule says all. A cancelled or postponed event says so in its title.

    Raises:
        PublicSecretError: A text of the event shows its way in.
    """
    public(event)
    return {
        "google": _google(event),
        "outlook": _outlook(_OUTLOOK, event),
        "office365": _outlook(_OFFICE, event),
        "yahoo": _yahoo(event),
    }


def _google(event: Event) -> str:
    """Write UTC, as a zone that Google does not know is passed over silently."""
    slot, rule = event.slot, _simple_rule(event)
    if not isinstance(slot.start, datetime):
        when = f"{_digits(slot.start)}/{_digits(_day_after(slot))}"
    elif rule:
        when = f"{_digits(slot.start)}/{_digits(slot.end or slot.start)}"
        when += f"&ctz={_encoded(zone_name(slot.start.tzinfo))}" if slot.start.tzinfo else ""
    else:
        when = f"{_digits(slot.start_utc)}Z/{_digits(slot.end_utc or slot.start_utc)}Z"
    recurring = f"&recur={_encoded(f'RRULE:{rule}')}" if rule else ""
    head = f"{_GOOGLE}&dates={when}{recurring}"
    return _filled(head, event, ("text", "details", "location"), _encoded)


def _outlook(base: str, event: Event) -> str:
    """Write UTC, the only form that both take; the description is markup there."""
    slot = event.slot
    if isinstance(slot.start, datetime):
        end = slot.end_utc or slot.start_utc
        when = f"&startdt={_iso(slot.start_utc)}&enddt={_iso(end)}"
    else:
        when = f"&startdt={slot.start}&enddt={_day_after(slot)}&allday=true"
    return _filled(base + when, event, ("subject", "body", "location"), _encoded_markup)


def _yahoo(event: Event) -> str:
    """
    Write the wall clock of the event, which Yahoo takes for the visitor's own: it passes over
    a ``Z``, so no form is right everywhere; the description names the zone.
    """
    slot = event.slot
    note = ""
    if isinstance(slot.start, datetime):
        when = f"&st={_digits(slot.start)}"
        when += f"&et={_digits(slot.end)}" if isinstance(slot.end, datetime) else ""
        note = f"{slot.start:%H:%M} {zone_name(slot.start.tzinfo)}" if slot.start.tzinfo else ""
    elif slot.end is None or slot.end == slot.start:
        when = f"&st={_digits(slot.start)}&dur=allday"  # passed over where there is an end
    else:
        when = f"&st={_digits(slot.start)}&et={_digits(_day_after(slot))}"
    return _filled(_YAHOO + when, event, ("title", "desc", "in_loc"), _encoded, note)


def _filled(
    head: str,
    event: Event,
    names: tuple[str, str, str],
    encode: Callable[[str], str],
    note: str = "",
) -> str:
    """Add title, description and location under the names that the service has for them."""
    title, details, location = names
    name = _PREFIX.get(event.status, "") + event.name
    head += f"&{title}={_encoded(_shortened(name, _TITLE_MAX, _encoded))}"
    if where := _where(event):
        head += f"&{location}={_encoded(_shortened(where, _LOCATION_MAX, _encoded))}"
    page = event.url if event.url and len(encode(event.url)) <= _PAGE_MAX else ""
    fixed = [part for part in (note, page) if part]
    room = LENGTH_MAX - len(head) - len(f"&{details}=") - len(encode("\n\n".join(["", *fixed])))
    body = _shortened(event.description, room, encode) if event.description else ""
    parts = [part for part in (note, body, page) if part]
    return f"{head}&{details}={encode(chr(10).join(_spaced(parts)))}" if parts else head


def _spaced(parts: list[str]) -> list[str]:
    """Put an empty line between the parts."""
    return [line for part in parts for line in ("", part)][1:]


def _where(event: Event) -> str:
    """Return the first place, else the first public address."""
    for at in event.locations:
        if isinstance(at, Place):
            return ", ".join(part for part in (at.name, at.address, at.country) if part)
    online = [at.url for at in event.locations if isinstance(at, VirtualLocation)]
    return online[0] if online else ""


def _simple_rule(event: Event) -> str | None:
    """Return the rule, where nothing departs from it and no UTC is needed to write it."""
    found, zone = event.recurrence, event.slot.timezone
    if found is None or found.rule is None or found.excluded or found.included or found.changes:
        return None
    if not event.slot.is_all_day and not isinstance(zone, ZoneInfo):
        return None
    until = re.search("UNTIL=([0-9TZ]+)", found.rule)
    is_plain = until is None or until[1].endswith("Z") != event.slot.is_all_day
    return found.rule if is_plain and len(found.rule) <= _RULE_MAX else None


def _day_after(slot: TimeSlot) -> date:
    """Return the exclusive end of whole days; the last day of the calendar has none after it."""
    last = slot.end or slot.start
    return last if last == date.max else last + _DAY


def _digits(value: date | None) -> str:
    return "" if value is None else value.isoformat()[:19].replace("-", "").replace(":", "")


def _iso(value: datetime | None) -> str:
    return "" if value is None else f"{value.isoformat()[:19]}Z"


def _encoded(text: str) -> str:
    return quote(text, safe="", errors="ignore")


def _encoded_markup(text: str) -> str:
    return _encoded(html.escape(text, quote=False).replace("\n", "<br>"))


def _shortened(text: str, room: int, encode: Callable[[str], str]) -> str:
    """Return as many whole words as have room when they are encoded, and an ellipsis."""
    if len(encode(text)) <= room:
        return text
    room -= len(encode("\u2026"))
    kept = used = 0
    for kept, char in enumerate(text):
        used += len(encode(char))
        if used > room:
            break
    words = re.match(r"(?s)(.*\S)\s", text[: kept + 1])
    short = (words[1] if words else text[:kept]).rstrip()
    return f"{short}\u2026" if short else ""
