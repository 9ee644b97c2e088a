"""
Whether Google's event experience takes an event, in its rules and Search Console's words.

Source: Google Search Central, Event (SearchAction) structured data, as of September 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from eventkit import codes
from eventkit.linter.rule import ERROR, GOOGLE, INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject
from eventkit.model import EventAttendanceMode, EventStatus, Organization, Place

__all__ = ["INELIGIBLE"]

_EVENT = "Google, Event structured data"
_BUT = (
    "keep the markup, other readers use it, and never invent a Place, which risks a manual action;"
    " what Google does take for a webinar is a video: while it runs VideoObject with a"
    " BroadcastEvent, by recordings: [{url: ..., is_live_broadcast: true}], and later VideoObject"
    " for the recording, by its url, thumbnail_url and upload_date"
)

INELIGIBLE = frozenset(
    {
        codes.GOOGLE_ONLINE_ONLY,
        codes.GOOGLE_NO_LOCATION,
        codes.GOOGLE_NO_ADDRESS,
        codes.GOOGLE_NOT_PUBLIC,
    }
)


@rule(codes.GOOGLE_ONLINE_ONLY, WARNING, _EVENT, profile=GOOGLE, sessions=False)
def google_online_only(subject: Subject) -> Iterator[Fault]:
    """Since June 2025 an event must take place somewhere."""
    event = subject.event
    mode = event.attendance_mode
    if mode is EventAttendanceMode.ONLINE or (
        mode is None and event.status is EventStatus.MOVED_ONLINE
    ):
        yield Fault(
            "not eligible: it is online only, and Google's event experience shows events at a"
            " physical location only",
            _BUT,
            ("locations",) if event.locations else (),
        )


@rule(codes.GOOGLE_NO_LOCATION, ERROR, _EVENT, profile=GOOGLE, sessions=False)
def google_no_location(subject: Subject) -> Iterator[Fault]:
    """A required property; without it Search Console reports the item as invalid."""
    event = subject.event
    mode = event.attendance_mode
    if mode is None and event.status is not EventStatus.MOVED_ONLINE:
        yield Fault(
            'Missing field "location"',
            "add locations: a Place with its address, or for a webinar the VirtualLocation with"
            " its public page",
        )
    elif mode is EventAttendanceMode.ONLINE and not event.locations and not event.url:
        yield Fault(
            'Missing field "location": the way in for the invited is never published',
            "add url: the public page of the event",
        )


@rule(codes.GOOGLE_NO_ADDRESS, WARNING, _EVENT, profile=GOOGLE, sessions=False, needs="locations")
def google_no_address(subject: Subject) -> Iterator[Fault]:
    """Required in the rules; Search Console counts it as not critical."""
    for number, at in enumerate(subject.event.locations):
        if isinstance(at, Place) and not at.address:
            yield Fault(
                'Missing field "address" (in "location")',
                "add address: street and town, as on a letter",
                ("locations", number),
            )


@rule(codes.GOOGLE_SEVERAL_PLACES, INFO, _EVENT, profile=GOOGLE, sessions=False, needs="locations")
def google_several_places(subject: Subject) -> Iterator[Fault]:
    """Google wants an event for each place."""
    places = [at for at in subject.event.locations if isinstance(at, Place)]
    if len(places) > 1:
        yield Fault(
            f"it takes place at {len(places)} places at once",
            "Google asks for one event a place, each on a page of its own",
            ("locations",),
        )


@rule(codes.GOOGLE_NOT_PUBLIC, WARNING, _EVENT, profile=GOOGLE, sessions=False)
def google_not_public(subject: Subject) -> Iterator[Fault]:
    """Only what the general public may book."""
    if subject.is_private:
        yield Fault(
            "not eligible: it is not open to the general public",
            "publish no markup for it, or write visibility: public",
            ("visibility",),
        )


@rule(codes.GOOGLE_RECOMMENDED, INFO, _EVENT, profile=GOOGLE, sessions=False)
def google_recommended(subject: Subject) -> Iterator[Fault]:
    """What Search Console asks for beyond the rules that hold without this profile."""
    event = subject.event
    if not event.speakers:
        yield Fault('Missing field "performer"', "add speakers: [{name: ...}]")
    if isinstance(event.organizer, Organization) and not event.organizer.url:
        yield Fault(
            'Missing field "url" (in "organizer")',
            "write organizer: {name: ..., url: ...}",
            ("organizer",),
        )
    if not event.offers:
        yield Fault('Missing field "offers"', "add offers: [{price: 0, currency: EUR, url: ...}]")
    if not event.url:
        yield Fault('Missing field "url"', "add url: a page for this event alone")


@rule(codes.GOOGLE_STATUS, INFO, _EVENT, profile=GOOGLE, sessions=False)
def google_status(subject: Subject) -> Iterator[Fault]:
    """EventMovedOnline went with the online events."""
    if subject.event.status is EventStatus.MOVED_ONLINE:
        yield Fault(
            "Google ignores EventMovedOnline since June 2025",
            "keep it for other readers; people must find it in the text of the page",
            ("status",),
        )


@rule(codes.GOOGLE_SERIES, INFO, _EVENT, profile=GOOGLE, sessions=False, needs="recurrence")
def google_series(subject: Subject) -> Iterator[Fault]:
    """A rule of recurrence is not read."""
    if subject.event.recurrence:
        yield Fault(
            "Google reads one event a date, and no recurrence",
            "publish each date as an event with a page of its own",
            ("recurrence",),
        )


@rule(codes.GOOGLE_OFFER, INFO, _EVENT, profile=GOOGLE, sessions=False, needs="offers")
def google_offer(subject: Subject) -> Iterator[Fault]:
    """What Search Console asks for in each offer."""
    for number, offer in enumerate(subject.event.offers):
        missing = []
        if offer.price is None:
            missing.append(("price", "price: 0 for free"))
        if offer.currency is None:
            missing.append(("priceCurrency", "currency: EUR"))
        if offer.availability is None:
            missing.append(("availability", "availability: in_stock"))
        if offer.valid_from is None:
            missing.append(("validFrom", "valid_from: when registration opens"))
        if offer.url is None:
            missing.append(("url", "url: the page to register at"))
        for term, hint in missing:
            yield Fault(f'Missing field "{term}" (in "offers")', f"add {hint}", ("offers", number))
