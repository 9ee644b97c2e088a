"""Rules about the identifier of one event."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventkit import codes
from eventkit.linter.rule import INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject

__all__: list[str] = []

_STAMP = re.compile(
    r"\d{4}-?\d\d-?\d\d(?:[T_ -]?\d\d:?\d\d(?::?\d\d)?(?:Z|[+-]\d\d:?\d\d)?)?(?:@.*)?"
)


@rule(codes.UID_FROM_DATE, WARNING, "RFC 7986 §5.3; RFC 5545 §3.8.4.7", sessions=False)
def uid_from_date(subject: Subject) -> Iterator[Fault]:
    """A uid made of the date changes when the event is moved, and two on one day share it."""
    if _STAMP.fullmatch(subject.event.uid):
        yield Fault(
            "the uid is a date",
            "write a uid that stays when the event is moved, or leave it out",
            ("uid",),
        )


@rule(codes.UID_FROM_TITLE, INFO, "RFC 7986 §5.3 (UID)", sessions=False)
def uid_from_title(subject: Subject) -> Iterator[Fault]:
    """Without uid and url, an event whose title is corrected is another one to its subscribers."""
    if not subject.is_named:
        yield Fault(
            "its uid follows from the title, and changes with it",
            f"add uid: {subject.event.uid}",
            ("name",),
        )
