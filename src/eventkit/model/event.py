"""The event itself."""

from __future__ import annotations

import re
import uuid
from collections.abc import Iterable
from datetime import date, datetime, timedelta
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model.checks import (
    as_instant,
    as_instant_or_date,
    as_tuple,
    is_a,
    is_language,
    is_line,
    is_public_url,
    is_text,
    many,
    natural,
    optional,
    stripped,
    stripped_or_none,
)
from eventkit.model.given import Given, when_given
from eventkit.model.media import Image, Material, Recording, as_image
from eventkit.model.offers import Offer
from eventkit.model.people import ContactPoint, Organization, Person, Speaker
from eventkit.model.places import EventAttendanceMode, JoinDetails, Place, VirtualLocation
from eventkit.model.series import EventSeries, EventStatus, Recurrence
from eventkit.model.timeslot import TimeSlot
from eventkit.model.words import Word

__all__ = ["Event", "Visibility"]

_UID_NAMESPACE = uuid.uuid5(uuid.NAMESPACE_DNS, "eventkit.event")
_DEPTH_MAX = 8
_TYPE = re.compile(r"[A-Z][A-Za-z]{0,60}")


class Visibility(Word):
    """Who may find the event. Source: RFC 5545 §3.8.1.3 (``CLASS``)."""

    PUBLIC = "public"
    UNLISTED = "unlisted"
    PRIVATE = "private"
    CONFIDENTIAL = "confidential"


def _default_uid(event: Event) -> str:
    """Identify an event by what stays when it is moved: its page, else organiser and name."""
    if event.url:
        return str(uuid.uuid5(uuid.NAMESPACE_URL, event.url))
    organizer = event.organizer.name if event.organizer else ""
    return str(uuid.uuid5(_UID_NAMESPACE, f"{organizer}\n{event.name}"))


def _as_organizer(value: str | Organization | Person | None) -> Organization | Person | None:
    return Organization(value) if isinstance(value, str) else value


def _as_organizers(
    values: Iterable[str | Organization | Person],
) -> tuple[Organization | Person, ...]:
    return tuple(Organization(v) if isinstance(v, str) else v for v in as_tuple(values))


def _as_images(values: Iterable[str | Image]) -> tuple[Image, ...]:
    return tuple(as_image(value) for value in as_tuple(values))  # type: ignore[misc]


def _as_languages(values: str | Iterable[str]) -> tuple[str, ...]:
    return (values,) if isinstance(values, str) else as_tuple(values)


def _as_starts(values: Iterable[datetime | date]) -> tuple[datetime | date, ...]:
    return tuple(as_instant_or_date(value) for value in as_tuple(values))  # type: ignore[misc]


def _as_events(values: Iterable[Event]) -> tuple[Event, ...]:
    return as_tuple(values)


def _as_lines(values: Iterable[str]) -> tuple[str, ...]:
    return tuple(stripped(value) for value in as_tuple(values))


def _is_event_type(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    if (
        not isinstance(value, str)
        or not _TYPE.fullmatch(value)
        or not value.endswith(("Event", "Festival", "Hackathon", "CourseInstance", "EventSeries"))
    ):
        raise InvalidValueError(
            f"{field.name} {value!r:.40} is no kind of schema.org Event",
            "write Event, EducationEvent, BusinessEvent or ConferenceEvent",
        )
    if value == "OnlineEvent":
        raise InvalidValueError(
            "event_type 'OnlineEvent' is no schema.org type",
            "write Event; that it is online follows from its locations",
        )


def _is_reminder(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, timedelta) or value < timedelta(0) or value.microseconds:
        raise InvalidValueError(
            f"{field.name} are times before the start in whole seconds", "write e.g. 'PT15M'"
        )


@attrs.frozen(field_transformer=when_given)
class Event(Given):
    """
    An event that is announced.

    Args:
        name: The title.
        slot: When it happens.
        uid: Stable identifier; by default a UUIDv5 of *url*, else of organiser and name, so
            that it never changes with the date.
        alternate_name: The subtitle.
        description: Plain text or Markdown, with paragraphs.
        url: The public page.
        event_type: schema.org's name for the kind, such as ``EducationEvent``.
        speakers: Everybody with a part in it, in order.
        organizer: An organisation, its name, or a person.
        co_organizers: Further organisers.
        sponsors: Organisations or persons.
        contact: Whom to ask.
        locations: Public addresses and places.
        joining: The way in for the invited; never public.
        status: What has become of the plan.
        status_reason: Why, in a sentence.
        previous_starts: Starts it was moved from: aware times, held in UTC, or dates.
        sequence: Revision number, from 0.
        created: Aware time, held in UTC, when it was first written down.
        updated: The same, when it was last changed.
        published: The same, when it was announced.
        in_language: BCP 47 tags; one may be given as text.
        keywords: Free tags.
        images: Pictures or their addresses.
        offers: Prices and places to register; none means that the price is not known.
        recordings: Videos, live or afterwards.
        materials: Slides and other files.
        series: The series it belongs to.
        position: Its number in the series, from 1.
        sub_events: Sessions of it, at most eight levels deep.
        recurrence: How it comes again.
        reminders: Times before the start.
        visibility: Who may find it.
        audience: For whom it is.
        capacity: How many may take part.
        remaining_capacity: How many still may.

    Raises:
        InvalidValueError: A value that the field refuses, with what to write instead.

    Source: https://schema.org/Event; RFC 5545 §3.6.1.
    """

    name: str = attrs.field(converter=stripped, validator=is_line)
    slot: TimeSlot = attrs.field(validator=is_a(TimeSlot))
    uid: str = attrs.field(default="", kw_only=True, converter=stripped, validator=is_line)
    alternate_name: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    description: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_text)
    )
    url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_public_url))
    event_type: str = attrs.field(default="Event", kw_only=True, validator=_is_event_type)
    speakers: tuple[Speaker, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(is_a(Speaker))
    )
    organizer: Organization | Person | None = attrs.field(
        default=None,
        kw_only=True,
        converter=_as_organizer,
        validator=optional(is_a(Organization, Person)),
    )
    co_organizers: tuple[Organization | Person, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_organizers,
        validator=many(is_a(Organization, Person)),
    )
    sponsors: tuple[Organization | Person, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=_as_organizers,
        validator=many(is_a(Organization, Person)),
    )
    contact: ContactPoint | None = attrs.field(
        default=None, kw_only=True, validator=optional(is_a(ContactPoint))
    )
    locations: tuple[VirtualLocation | Place, ...] = attrs.field(
        default=(),
        kw_only=True,
        converter=as_tuple,
        validator=many(is_a(VirtualLocation, Place)),
    )
    joining: JoinDetails | None = attrs.field(
        default=None, kw_only=True, validator=optional(is_a(JoinDetails))
    )
    status: EventStatus = attrs.field(
        default=EventStatus.SCHEDULED, kw_only=True, converter=EventStatus
    )
    status_reason: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_text)
    )
    previous_starts: tuple[datetime | date, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_starts, validator=many(is_a(date))
    )
    sequence: int = attrs.field(default=0, kw_only=True, validator=natural)
    created: datetime | None = attrs.field(
        default=None, kw_only=True, converter=as_instant, validator=optional(is_a(datetime))
    )
    updated: datetime | None = attrs.field(
        default=None, kw_only=True, converter=as_instant, validator=optional(is_a(datetime))
    )
    published: datetime | None = attrs.field(
        default=None, kw_only=True, converter=as_instant, validator=optional(is_a(datetime))
    )
    in_language: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_languages, validator=many(is_language)
    )
    keywords: tuple[str, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_lines, validator=many(is_line)
    )
    images: tuple[Image, ...] = attrs.field(
        default=(), kw_only=True, converter=_as_images, validator=many(is_a(Image))
    )
    offers: tuple[Offer, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(is_a(Offer))
    )
    recordings: tuple[Recording, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(is_a(Recording))
    )
    materials: tuple[Material, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(is_a(Material))
    )
    series: EventSeries | None = attrs.field(
        default=None, kw_only=True, validator=optional(is_a(EventSeries))
    )
    position: int | None = attrs.field(default=None, kw_only=True, validator=optional(natural))
    sub_events: tuple[Event, ...] = attrs.field(default=(), kw_only=True, converter=_as_events)
    recurrence: Recurrence | None = attrs.field(
        default=None, kw_only=True, validator=optional(is_a(Recurrence))
    )
    reminders: tuple[timedelta, ...] = attrs.field(
        default=(), kw_only=True, converter=as_tuple, validator=many(_is_reminder)
    )
    visibility: Visibility = attrs.field(
        default=Visibility.PUBLIC, kw_only=True, converter=Visibility
    )
    audience: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    capacity: int | None = attrs.field(default=None, kw_only=True, validator=optional(natural))
    remaining_capacity: int | None = attrs.field(
        default=None, kw_only=True, validator=optional(natural)
    )

    def _settle(self) -> None:
        """Fill in the identifier, and check what concerns several fields."""
        if not self.uid:
            object.__setattr__(self, "uid", _default_uid(self))
        if self.recurrence is not None:
            self.recurrence.check_fits(self.slot)
        if not self.sub_events:
            return
        many(is_a(Event))(self, attrs.fields(Event).sub_events, self.sub_events)
        if _depth(self) > _DEPTH_MAX:
            raise InvalidValueError(
                f"sub_events are nested deeper than {_DEPTH_MAX} levels", "flatten them"
            )

    @property
    def attendance_mode(self) -> EventAttendanceMode | None:
        """Online, offline or mixed, as the locations say; None when there are none."""
        virtual, offline = self.joining is not None, False
        for at in self.locations:
            if isinstance(at, Place):
                offline = True
            else:
                virtual = True
        if offline:
            return EventAttendanceMode.MIXED if virtual else EventAttendanceMode.OFFLINE
        return EventAttendanceMode.ONLINE if virtual else None

    @property
    def is_accessible_for_free(self) -> bool | None:
        """True or False when all stated prices agree; None when unknown or mixed."""
        free = {offer.price == 0 for offer in self.offers if offer.price is not None}
        return free.pop() if len(free) == 1 else None


def _depth(event: Event) -> int:
    depth = 0
    level: tuple[Event, ...] = (event,)
    while level and depth <= _DEPTH_MAX:
        depth, level = depth + 1, tuple(sub for parent in level for sub in parent.sub_events)
    return depth
