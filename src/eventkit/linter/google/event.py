"""
Whether Google's event experience takes an event, by its markup and in Search Console's words.

Source: Google Search Central, Event structured data, as of September 2026.
"""

from __future__ import annotations

from collections.abc import Iterator

from eventkit import codes
from eventkit.formats.jsonld.reading.nodes import Node
from eventkit.formats.jsonld.reading.places import names_no_place
from eventkit.linter.google.judged import Judged, judge
from eventkit.linter.rule import ERROR, INFO, WARNING, Fault
from eventkit.model import Visibility

__all__ = ["INELIGIBLE"]

_EVENT = "Google, Event structured data"
_BUT = (
    "keep the markup, other readers use it, and never invent a Place, which risks a manual action;"
    " what Google does take for a webinar is a video: while it runs VideoObject with a"
    " BroadcastEvent, {live}, and later VideoObject for the recording, {later}"
)
_IN_DOCUMENT = _BUT.format(
    live="by recordings: [{url: ..., is_live_broadcast: true}]",
    later="by its url, thumbnail_url and upload_date",
)
_IN_PAGE = _BUT.format(
    live='with "isLiveBroadcast": true', later="with its name, thumbnailUrl and uploadDate"
)
_PLACE = '{"@type": "Place", "name": ..., "address": ...}'
_VIRTUAL = '{"@type": "VirtualLocation", "url": ...}'

# What bars an event, besides what is critical: that is an error.
INELIGIBLE = frozenset(
    {
        codes.GOOGLE_ONLINE_ONLY,
        codes.GOOGLE_NO_ADDRESS,
        codes.GOOGLE_NOT_PUBLIC,
        codes.GOOGLE_NO_PLACE,
    }
)


def _places(node: Node) -> list[Node]:
    """Return the locations that are places; one without a type is taken for one."""
    found = node.things("location")
    return [at for at in found if at.is_a("Place") or not at.item.types]


def _is_online(node: Node) -> bool:
    """Whether it says that it is online, in any of the ways there are."""
    return (
        "OnlineEventAttendanceMode" in node.words("eventAttendanceMode")
        or "EventMovedOnline" in node.words("eventStatus")
        or any(at.is_a("VirtualLocation") for at in node.things("location"))
        or any(text.startswith(("http://", "https://")) for text, _ in node.texts("location"))
    )


@judge(codes.GOOGLE_ONLINE_ONLY, WARNING, _EVENT)
def google_online_only(judged: Judged) -> Iterator[Fault]:
    """Since June 2025 an event must take place somewhere."""
    node = judged.node
    if _is_online(node) and not _places(node):
        yield Fault(
            "not eligible: it is online only, and Google's event experience shows events at a"
            " physical location only",
            judged.hint(_IN_DOCUMENT, _IN_PAGE),
            ("location",) if node.has("location") else (),
        )


@judge(codes.GOOGLE_NO_LOCATION, ERROR, _EVENT)
def google_no_location(judged: Judged) -> Iterator[Fault]:
    """A required property; without it Search Console reports the item as invalid."""
    node = judged.node
    if node.has("location"):
        return
    if node.event is not None and node.event.joining:
        yield Fault(
            'Missing field "location": the way in for the invited is never published',
            "add url: the public page of the event",
        )
        return
    yield Fault(
        'Missing field "location"',
        judged.hint(
            "add locations: a Place with its address, or for a webinar the VirtualLocation with"
            " its public page",
            f'add "location": {_PLACE} with its address, or for a webinar {_VIRTUAL}',
        ),
    )


@judge(codes.GOOGLE_NO_ADDRESS, WARNING, _EVENT)
def google_no_address(judged: Judged) -> Iterator[Fault]:
    """Required in the rules; Search Console counts it as not critical."""
    for at in _places(judged.node):
        told = at.things("address")
        if not at.texts("address") and not any(
            one.has("streetAddress", "addressLocality", "postalCode", "name") for one in told
        ):
            yield Fault(
                'Missing field "address" (in "location")',
                judged.hint(
                    "add address: street and town, as on a letter",
                    'add "address": {"@type": "PostalAddress", "streetAddress": ...}',
                ),
                at.path,
            )


@judge(codes.GOOGLE_SEVERAL_PLACES, INFO, _EVENT)
def google_several_places(judged: Judged) -> Iterator[Fault]:
    """Google wants an event for each place."""
    places = _places(judged.node)
    if len(places) > 1:
        yield Fault(
            f"it takes place at {len(places)} places at once",
            "Google asks for one event a place, each on a page of its own",
            ("location",),
        )


@judge(codes.GOOGLE_NOT_PUBLIC, WARNING, _EVENT)
def google_not_public(judged: Judged) -> Iterator[Fault]:
    """Only what the general public may book; markup has no word for it, documents have."""
    event = judged.node.event
    if event is not None and event.visibility in (Visibility.PRIVATE, Visibility.CONFIDENTIAL):
        yield Fault(
            "not eligible: it is not open to the general public",
            "publish no markup for it, or write visibility: public",
            ("visibility",),
        )


@judge(codes.GOOGLE_STATUS, INFO, _EVENT)
def google_status(judged: Judged) -> Iterator[Fault]:
    """EventMovedOnline went with the online events."""
    if "EventMovedOnline" in judged.node.words("eventStatus"):
        yield Fault(
            "Google ignores EventMovedOnline since June 2025",
            "keep it for other readers; people must find it in the text of the page",
            ("eventStatus",),
        )


@judge(codes.GOOGLE_SERIES, INFO, _EVENT)
def google_series(judged: Judged) -> Iterator[Fault]:
    """A rule of recurrence is not read."""
    node = judged.node
    series = [one for one in node.things("superEvent") if one.has("eventSchedule")]
    if series or node.has("eventSchedule"):
        yield Fault(
            "Google reads one event a date, and no recurrence",
            "publish each date as an event with a page of its own",
            ("superEvent",) if series else ("eventSchedule",),
        )


@judge(codes.GOOGLE_LOCATION_TYPE, ERROR, _EVENT)
def google_location_type(judged: Judged) -> Iterator[Fault]:
    """A location that is no place, or a virtual one without its page."""
    node = judged.node
    hint = f'write "location": {_PLACE}, or for a webinar {_VIRTUAL}'
    for _, path in node.texts("location"):
        yield Fault('Invalid object type for field "location"', hint, path)
    for at in node.things("location"):
        is_virtual = at.is_a("VirtualLocation")
        if (is_virtual and not at.has("url")) or (
            not is_virtual and at.item.types and not at.is_a("Place", "Role")
        ):
            yield Fault('Invalid object type for field "location"', hint, at.path)


@judge(codes.GOOGLE_NO_PLACE, WARNING, _EVENT)
def google_no_place(judged: Judged) -> Iterator[Fault]:
    """A place that is invented is misleading markup."""
    node = judged.node
    is_online = "OnlineEventAttendanceMode" in node.words("eventAttendanceMode")
    for at in _places(node):
        name = (at.text("name") or "").strip()
        if names_no_place(name):
            message = f"not eligible: the Place {name[:40]!r} is none"
        elif is_online:
            message = "not eligible: it is online, but its location is a Place"
        else:
            continue
        yield Fault(
            f"{message}; such markup risks a manual action",
            judged.hint(
                "write locations: [{type: VirtualLocation, url: ...}]",
                f'write "location": {_VIRTUAL}',
            ),
            at.path,
        )


@judge(codes.GOOGLE_LIST_PAGE, INFO, _EVENT)
def google_list_page(judged: Judged) -> Iterator[Fault]:
    """Said once, at the second event of a page."""
    if judged.node.event is None and judged.number == 1:
        yield Fault(
            "there are several events on the page",
            "Google asks for a page for each event, with the markup of that one alone",
        )
