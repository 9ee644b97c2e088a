"""Rules about what has become of the plan."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime, timedelta

from eventkit import codes
from eventkit.linter.rule import INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject
from eventkit.model import EventStatus, VirtualLocation
from eventkit.model.offers import Availability

__all__: list[str] = []

_SCHEMA = "https://schema.org/EventStatusType"
_MONTHS = timedelta(days=180)
_TO_BE_HAD = (
    Availability.IN_STOCK,
    Availability.LIMITED_AVAILABILITY,
    Availability.ONLINE_ONLY,
    Availability.PRE_ORDER,
    Availability.PRE_SALE,
)


@rule(codes.CANCELLED_BUT_HELD, INFO, _SCHEMA)
def cancelled_but_held(subject: Subject) -> Iterator[Fault]:
    """An event that has taken place stays scheduled; cancelled says that it did not."""
    event = subject.event
    if event.status is not EventStatus.CANCELLED:
        return
    hint = "an event that took place stays scheduled: remove status"
    if any(not video.is_live_broadcast for video in event.recordings):
        yield Fault("it is cancelled, but has a recording", hint, ("status",), WARNING)
    elif event.updated and event.updated >= subject.over_at:
        yield Fault("it was cancelled after it was over", hint, ("status",), WARNING)
    elif subject.is_over and not event.status_reason:
        yield Fault(
            "it is over and cancelled",
            f"{hint}; if it did not take place, say why in status_reason",
            ("status",),
        )


@rule(codes.NO_PREVIOUS_START, WARNING, "https://schema.org/previousStartDate")
def no_previous_start(subject: Subject) -> Iterator[Fault]:
    """Rescheduled means that there was another start."""
    event = subject.event
    if event.status is EventStatus.RESCHEDULED and not event.previous_starts:
        yield Fault(
            "it is rescheduled, but not said from when",
            "add previous_starts: ['2019-04-17T13:00:00+02:00'], the start it had before",
            ("status",),
        )


@rule(
    codes.PREVIOUS_START_UNUSED,
    WARNING,
    "https://schema.org/previousStartDate",
    needs="previous_starts",
)
def previous_start_unused(subject: Subject) -> Iterator[Fault]:
    """Who reads only the status does not learn that the event was moved."""
    event = subject.event
    if event.previous_starts and event.status is EventStatus.SCHEDULED:
        yield Fault(
            "it has a previous start, but its status is scheduled",
            "write status: rescheduled, or remove previous_starts",
            ("previous_starts",),
        )


@rule(
    codes.PREVIOUS_START_SAME,
    WARNING,
    "https://schema.org/previousStartDate",
    needs="previous_starts",
)
def previous_start_same(subject: Subject) -> Iterator[Fault]:
    """A previous start is another one than the present."""
    event = subject.event
    if not event.previous_starts:
        return
    start = event.slot.start_utc or event.slot.start
    for number, before in enumerate(event.previous_starts):
        if before == start:
            yield Fault(
                "a previous start is the present one",
                "correct slot, or remove it from previous_starts",
                ("previous_starts", number),
            )


@rule(codes.POSTPONED_LONG_AGO, INFO, _SCHEMA, sessions=False)
def postponed_long_ago(subject: Subject) -> Iterator[Fault]:
    """Postponed promises a new date."""
    if subject.event.status is not EventStatus.POSTPONED or subject.now is None:
        return
    if subject.now - subject.over_at > _MONTHS:
        yield Fault(
            "it has been postponed for more than half a year",
            "give it its new date with status: rescheduled, or write status: cancelled",
            ("status",),
        )


@rule(codes.MOVED_ONLINE_WHERE, WARNING, "https://schema.org/EventMovedOnline")
def moved_online_where(subject: Subject) -> Iterator[Fault]:
    """An event that moved online is at some address there."""
    event = subject.event
    if event.status is not EventStatus.MOVED_ONLINE or event.url:
        return
    if not any(isinstance(at, VirtualLocation) for at in event.locations):
        yield Fault(
            "it moved online, but has no address there",
            "add url, or locations: [{type: VirtualLocation, url: ...}]",
            ("status",),
        )


@rule(codes.REGISTRATION_PAST, WARNING, "https://schema.org/validThrough", needs="offers")
def registration_past(subject: Subject) -> Iterator[Fault]:
    """Nobody can register for what is over."""
    event = subject.event
    for number, offer in enumerate(event.offers):
        path = ("offers", number)
        if offer.valid_from and offer.valid_from >= subject.over_at:
            yield Fault(
                "registration opens when the event is over",
                "correct valid_from or slot",
                (*path, "valid_from"),
            )
        elif offer.valid_until and _after_end(offer.valid_until, subject):
            yield Fault(
                "registration closes only after the event is over",
                "write the end of the event into valid_until, or correct it",
                (*path, "valid_until"),
            )
        elif (
            subject.is_over
            and offer.availability in _TO_BE_HAD
            and (offer.valid_until is None or (subject.now and offer.valid_until > subject.now))
        ):
            yield Fault(
                "it is over, but its registration is still open",
                "add valid_until, or write availability: discontinued",
                (*path, "availability"),
            )


def _after_end(moment: datetime, subject: Subject) -> bool:
    return moment > subject.over_at + timedelta(days=1)


@rule(
    codes.CAPACITY_CONTRADICTS,
    WARNING,
    "https://schema.org/remainingAttendeeCapacity",
    needs="remaining_capacity",
)
def capacity_contradicts(subject: Subject) -> Iterator[Fault]:
    """How many may take part, how many still may, and whether it is sold out belong together."""
    event = subject.event
    left = event.remaining_capacity
    if left is None:
        return
    if event.capacity is not None and left > event.capacity:
        yield Fault(
            f"{left} places are left of {event.capacity}",
            "correct remaining_capacity or capacity",
            ("remaining_capacity",),
        )
    sold = [offer.availability is Availability.SOLD_OUT for offer in event.offers]
    if left and sold and all(sold):
        yield Fault(
            f"it is sold out, but {left} places are left",
            "correct remaining_capacity or availability",
            ("remaining_capacity",),
        )
