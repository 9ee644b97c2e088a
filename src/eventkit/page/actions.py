"""What a visitor can do before, during and after an event; the browser chooses by the clock."""

from __future__ import annotations

from datetime import UTC, datetime
from urllib.parse import urlsplit

import attrs

from eventkit.model import Availability, Event, EventStatus, Offer, VirtualLocation

__all__ = ["Action", "actions", "is_on", "is_sold_out"]

_GONE = {Availability.SOLD_OUT, Availability.OUT_OF_STOCK, Availability.DISCONTINUED}


@attrs.frozen
class Action:
    """
    One link to act on.

    Args:
        phase: ``before``, ``during`` or ``after``.
        url: Where it leads.
        word: Key of the word on the button.
        plain: Key of a word that is right at any time, for pages without a script.
        note: What tells two of a kind apart.
        since: Milliseconds since 1970 from which it can be had.
        until: The same, until which.
    """

    phase: str
    url: str
    word: str
    plain: str
    note: str = ""
    since: int | None = None
    until: int | None = None


def is_on(event: Event) -> bool:
    """Whether the event is to take place at the time it names."""
    return event.status not in (EventStatus.CANCELLED, EventStatus.POSTPONED)


def is_sold_out(event: Event) -> bool:
    """Whether no offer is left."""
    if event.remaining_capacity == 0:
        return True
    return bool(event.offers) and all(one.availability in _GONE for one in event.offers)


def actions(event: Event) -> list[Action]:
    """Return the actions in the order of phases; only recordings of a cancelled event."""
    found: list[Action] = []
    if is_on(event):
        if not is_sold_out(event):
            found += [action for offer in event.offers if (action := _register(offer)) is not None]
        found += _join(event)
    found += [
        Action("after", one.url, "watch", "recording", one.name or "")
        for one in event.recordings
        if not one.is_live_broadcast
    ]
    return found


def _register(offer: Offer) -> Action | None:
    if offer.url is None or offer.availability in _GONE:
        return None
    since, until = _millis(offer.valid_from), _millis(offer.valid_until)
    return Action("before", offer.url, "register", "registration", offer.name or "", since, until)


def _join(event: Event) -> list[Action]:
    live = [
        Action("during", one.url, "stream", "stream", one.name or "")
        for one in event.recordings
        if one.is_live_broadcast
    ]
    rooms = [
        Action("during", at.url, "join", "join_page", at.name or urlsplit(at.url).hostname or "")
        for at in event.locations
        if isinstance(at, VirtualLocation)
    ]
    return [*live, *rooms]


def _millis(when: datetime | None) -> int | None:
    return None if when is None else int(when.astimezone(UTC).timestamp()) * 1000
