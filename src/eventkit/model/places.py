"""Where an event happens: public addresses, rooms, and the way in for the invited."""

from __future__ import annotations

import math
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model.checks import (
    is_country,
    is_join_url,
    is_line,
    is_public_url,
    is_text,
    is_url,
    optional,
    stripped,
    stripped_or_none,
)
from eventkit.model.words import Word

__all__ = ["EventAttendanceMode", "JoinDetails", "Place", "VirtualLocation"]


class EventAttendanceMode(Word):
    """Online, at a place, or both. Source: https://schema.org/EventAttendanceModeEnumeration"""

    ONLINE = "online"
    OFFLINE = "offline"
    MIXED = "mixed"


def _is_angle(limit: float) -> Any:
    def check(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
        number = isinstance(value, int | float) and not isinstance(value, bool)
        if not number or not math.isfinite(value) or abs(value) > limit:
            raise InvalidValueError(
                f"{field.name} is {value!r:.40}", f"give degrees from -{limit:g} to {limit:g}"
            )

    return check


def _as_float(value: Any) -> Any:
    return float(value) if isinstance(value, int) and not isinstance(value, bool) else value


@attrs.frozen(weakref_slot=False)
class VirtualLocation:
    """
    The public address of an online event.

    Args:
        url: A page that anybody may see; one that carries a passcode is refused.
        name: The platform or the room.

    Source: https://schema.org/VirtualLocation
    """

    url: str = attrs.field(validator=is_public_url)
    name: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )


@attrs.frozen(weakref_slot=False)
class Place:
    """
    A place that people go to.

    Args:
        name: The venue.
        address: Street and town, as on a letter.
        country: ISO 3166-1 alpha-2 code.
        latitude: Degrees north, with *longitude*.
        longitude: Degrees east, with *latitude*.
        url: The venue's page.

    Source: https://schema.org/Place
    """

    name: str = attrs.field(converter=stripped, validator=is_line)
    address: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_text)
    )
    country: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_country))
    latitude: float | None = attrs.field(
        default=None, kw_only=True, converter=_as_float, validator=optional(_is_angle(90))
    )
    longitude: float | None = attrs.field(
        default=None, kw_only=True, converter=_as_float, validator=optional(_is_angle(180))
    )
    url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_url))

    def __attrs_post_init__(self) -> None:
        if (self.latitude is None) != (self.longitude is None):
            raise InvalidValueError("latitude and longitude go together", "give both or neither")


@attrs.frozen(repr=False)
class JoinDetails:
    """
    The way in, for the invited only: in no public output, no ``repr`` and no log.

    Args:
        url: The link that opens the meeting; also an app's or a telephone's scheme.
        passcode: As the platform gave it.
        meeting_id: As the platform shows it.
        phone: Dial-in number.
        instructions: Anything else that the invited need.
    """

    url: str = attrs.field(validator=is_join_url)
    passcode: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_line))
    meeting_id: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    phone: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    instructions: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_text)
    )

    def __repr__(self) -> str:
        return "JoinDetails(***)"
