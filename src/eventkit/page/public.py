"""The part of an event that everybody may see."""

from __future__ import annotations

import attrs

from eventkit.model import Event, Visibility
from eventkit.model.showing import public

__all__ = ["is_listed", "is_public", "public_part", "without_way_in"]

_SHOWN = (Visibility.PUBLIC, Visibility.UNLISTED)


def is_public(event: Event) -> bool:
    """Whether the event may have a page: it is neither private nor confidential."""
    return event.visibility in _SHOWN


def is_listed(event: Event) -> bool:
    """Whether lists, calendars and feeds may have the event."""
    return event.visibility is Visibility.PUBLIC


def public_part(event: Event) -> Event:
    """
    Return *event* without sessions that are not public.

    The way in stays, since that there is one tells that the event is online; no public format
    shows more of it.

    Raises:
        PublicSecretError: A text that is left shows the way in.
    """
    return public(_without_private(event))


def _without_private(event: Event) -> Event:
    sessions = tuple(_without_private(one) for one in event.sub_events if is_public(one))
    return event if sessions == event.sub_events else attrs.evolve(event, sub_events=sessions)


def without_way_in(event: Event) -> Event:
    """Return *event* without the way in, for templates that anybody may write."""
    sessions = tuple(without_way_in(one) for one in event.sub_events)
    if event.joining is None and sessions == event.sub_events:
        return event
    return attrs.evolve(event, joining=None, sub_events=sessions)
