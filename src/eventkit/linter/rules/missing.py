"""Rules about what most readers of an event want to know and do not find."""

from __future__ import annotations

from collections.abc import Iterator

from eventkit import codes
from eventkit.linter.rule import INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject
from eventkit.model import Place

__all__: list[str] = []

_GOOGLE = "Google, Event: recommended properties"


@rule(codes.NO_DESCRIPTION, INFO, _GOOGLE, judged=True, sessions=False)
def no_description(subject: Subject) -> Iterator[Fault]:
    """What it is about."""
    if not subject.event.description:
        hint = subject.hint("add description", 'add "description"')
        yield Fault("no description", f"{hint}: what one learns there")


@rule(codes.NO_END, INFO, _GOOGLE, judged=True, sessions=False)
def no_end(subject: Subject) -> Iterator[Fault]:
    """Calendars give an event without an end no length, or one of their own."""
    slot = subject.event.slot
    if slot.end is None and not slot.is_all_day:
        hint = subject.hint(
            "add end to slot, e.g. end: 2019-04-17T14:00",
            'add "endDate": "2019-04-17T14:00:00+02:00"',
        )
        yield Fault("no end", hint, ("slot",))


@rule(codes.NO_IMAGE, INFO, _GOOGLE, judged=True, sessions=False)
def no_image(subject: Subject) -> Iterator[Fault]:
    """Search results and social networks show one."""
    if not subject.event.images:
        hint = subject.hint("add images", 'add "image"')
        yield Fault("no image", f"{hint}: an address of a picture 1920 pixels wide")


@rule(codes.NO_ORGANIZER, INFO, _GOOGLE, judged=True, sessions=False)
def no_organizer(subject: Subject) -> Iterator[Fault]:
    """Who is behind it."""
    if not subject.event.organizer:
        hint = subject.hint(
            "add organizer: {name: ..., url: ...}",
            'add "organizer": {"@type": "Organization", "name": ..., "url": ...}',
        )
        yield Fault("no organizer", hint)


@rule(codes.NO_LANGUAGE, INFO, "https://schema.org/inLanguage; BCP 47", sessions=False)
def no_language(subject: Subject) -> Iterator[Fault]:
    """A visitor from elsewhere cannot tell."""
    if not subject.event.in_language:
        hint = subject.hint("add in_language: en", 'add "inLanguage": "en"')
        yield Fault("no language", f"{hint}, or the tag of the language spoken")


@rule(codes.NO_LOCATION, INFO, "https://schema.org/location", sessions=False)
def no_location(subject: Subject) -> Iterator[Fault]:
    """Online or at a place: it is nowhere said."""
    event = subject.event
    if not event.locations and not event.joining:
        yield Fault(
            "neither a public address nor a place",
            subject.hint(
                "add locations: [{type: VirtualLocation, url: ...}], the page where one gets in",
                'add "location": {"@type": "VirtualLocation", "url": ...}, the page where one gets'
                " in",
            ),
        )


@rule(
    codes.NO_PUBLIC_ADDRESS,
    WARNING,
    "https://schema.org/VirtualLocation",
    sessions=False,
    needs="joining",
)
def no_public_address(subject: Subject) -> Iterator[Fault]:
    """What is for the invited is not published, so the public learns no address at all."""
    event = subject.event
    if not event.joining or event.url or subject.is_private:
        return
    if not any(at.url or isinstance(at, Place) for at in event.locations):
        yield Fault(
            "the way in is only for the invited; the public finds no address",
            subject.hint("add url", 'add "url"') + ": the public page of the event",
        )
