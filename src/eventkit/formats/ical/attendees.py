"""Who is invited, as ATTENDEE. Source: RFC 5545 §3.8.4.1; RFC 5546."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.formats.ical.content_lines import line, parameter, uri
from eventkit.model.checks import is_email, is_line, optional, stripped
from eventkit.model.words import Word

__all__ = ["Attendee", "CalendarUserType", "Participation", "ParticipationStatus", "as_attendees"]


class Participation(Word):
    """How much somebody is needed. Source: RFC 5545 §3.2.16 (``ROLE``)."""

    CHAIR = "CHAIR"
    REQUIRED = "REQ-PARTICIPANT"
    OPTIONAL = "OPT-PARTICIPANT"
    NONE = "NON-PARTICIPANT"


class ParticipationStatus(Word):
    """What somebody has answered. Source: RFC 5545 §3.2.12 (``PARTSTAT``)."""

    NEEDS_ACTION = "NEEDS-ACTION"
    ACCEPTED = "ACCEPTED"
    DECLINED = "DECLINED"
    TENTATIVE = "TENTATIVE"
    DELEGATED = "DELEGATED"


class CalendarUserType(Word):
    """Who or what is invited. Source: RFC 5545 §3.2.3 (``CUTYPE``)."""

    INDIVIDUAL = "INDIVIDUAL"
    GROUP = "GROUP"
    RESOURCE = "RESOURCE"
    ROOM = "ROOM"
    UNKNOWN = "UNKNOWN"


@attrs.frozen
class Attendee:
    """
    Somebody who is invited.

    Args:
        email: The address, which is what identifies them.
        name: What to call them.
        role: `Participation`, such as ``REQ-PARTICIPANT``.
        status: `ParticipationStatus`, such as ``NEEDS-ACTION``.
        rsvp: Whether an answer is asked for.
        kind: `CalendarUserType`, such as ``INDIVIDUAL``.
    """

    email: str = attrs.field(validator=is_email)
    name: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped, validator=optional(is_line)
    )
    role: Participation = attrs.field(
        default=Participation.REQUIRED, kw_only=True, converter=Participation
    )
    status: ParticipationStatus = attrs.field(
        default=ParticipationStatus.NEEDS_ACTION, kw_only=True, converter=ParticipationStatus
    )
    rsvp: bool = attrs.field(default=True, kw_only=True, converter=bool)
    kind: CalendarUserType = attrs.field(
        default=CalendarUserType.INDIVIDUAL, kw_only=True, converter=CalendarUserType
    )

    def line(self) -> str:
        """Return the property."""
        name = f";CN={parameter(self.name)}" if self.name else ""
        rsvp = "TRUE" if self.rsvp else "FALSE"
        return line(
            f"ATTENDEE;CUTYPE={self.kind.value};ROLE={self.role.value}"
            f";PARTSTAT={self.status.value};RSVP={rsvp}{name}",
            uri(f"mailto:{self.email}"),
        )


def as_attendees(values: str | Attendee | Iterable[str | Attendee]) -> tuple[Attendee, ...]:
    """Return attendees of addresses and attendees, each address once."""
    listed: list[Any] = [values] if isinstance(values, str | Attendee) else list(values)
    found: dict[str, Attendee] = {}
    for one in listed:
        attendee = Attendee(one) if isinstance(one, str) else one
        if not isinstance(attendee, Attendee):
            raise InvalidValueError(
                f"attendees has a {type(one).__name__}", "give addresses or Attendee(...)"
            )
        found.setdefault(attendee.email.lower(), attendee)
    return tuple(found.values())
