"""
An invitation as an e-mail, as Gmail, Outlook and Apple Mail show it with its buttons.

Source: RFC 5546 §3.2; RFC 6047 §2.4 (the method stands in the type of the part as well).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from email.headerregistry import Address
from email.message import EmailMessage
from email.policy import SMTP
from email.utils import format_datetime
from hashlib import sha256
from html import escape
from re import compile as pattern

from eventkit.errors import InvalidValueError, WriteError
from eventkit.formats.ical.attendees import Attendee, as_attendees
from eventkit.formats.ical.description import description
from eventkit.formats.ical.writer import to_ical
from eventkit.model import Event, EventStatus, Place, TimeSlot
from eventkit.timezones import zone_name

__all__ = ["invitation_email"]

_ADDRESS = pattern(r"https?://[^\s<>\"]{1,2000}")
_SUBJECT = {"REQUEST": "Invitation", "CANCEL": "Cancelled"}


def invitation_email(
    event: Event,
    to: str | Attendee | Iterable[str | Attendee],
    *,
    date: datetime,
    message_id: str,
    method: str = "REQUEST",
    subject: str | None = None,
    body: str | None = None,
    dtstamp: datetime | None = None,
) -> EmailMessage:
    """
    Return a mail that invites to the event, with the way in; or one that calls it off.

    The same arguments give the same bytes. It is for those in *to* alone: send one to each where
    they shall not see each other.

    Args:
        event: The event; its organizer has an address, from which the mail comes.
        to: Addresses or attendees.
        date: Aware time at which the mail is sent.
        message_id: Identifier of this mail, such as ``<1.clusters@example.org>``.
        method: ``REQUEST``, also for a change, or ``CANCEL``.
        subject: By default what it is, such as an update by its *sequence*, and the title.
        body: Plain text above what is said of the event.
        dtstamp: Aware time of this revision, as in `to_ical`.

    Raises:
        WriteError: The organizer has no address, or nobody is invited.
        InvalidValueError: A header that would not stay one line, or a wrong argument.
    """
    attendees = as_attendees(to)
    organizer = event.organizer
    if method not in _SUBJECT:
        raise InvalidValueError(f"unknown method {method!r:.40}", "use 'REQUEST' or 'CANCEL'")
    if organizer is None or organizer.email is None:
        raise WriteError(
            f"an invitation to {event.name!r:.60} needs an organizer with an e-mail address",
            "give organizer=Organization(..., email=...)",
        )
    if date.utcoffset() is None:
        raise InvalidValueError("date is a naive time", "add tzinfo=UTC")
    invited = method == "REQUEST"
    calendar = to_ical(event, method=method, attendees=attendees, dtstamp=dtstamp, invited=invited)
    words = "\n\n".join(part for part in (body, _words(event, method)) if part)
    mail = EmailMessage(policy=SMTP)
    headers: dict[str, object] = {
        "From": _address(organizer.name, organizer.email),
        "To": [_address(one.name or "", one.email) for one in attendees],
        "Subject": subject or f"{_kind(event, method)}: {event.name}",
        "Date": format_datetime(date),
        "Message-ID": message_id,
    }
    for name, value in headers.items():
        _set(mail, name, value)
    _fill(mail, words, calendar, method)
    return mail


def _kind(event: Event, method: str) -> str:
    """Return the word for a first invitation, or for a change of it."""
    if method != "REQUEST" or not event.sequence:
        return _SUBJECT[method]
    return "Moved" if event.status is EventStatus.RESCHEDULED else "Updated"


def _fill(mail: EmailMessage, words: str, calendar: str, method: str) -> None:
    """Set the three forms of the same, and the file for programs that know attachments only."""
    mail.set_content(words, cte="quoted-printable")
    mail.add_alternative(_html(words), subtype="html", cte="quoted-printable")
    mail.add_alternative(
        calendar.encode(), maintype="text", subtype="calendar", cte="base64",
        params={"charset": "UTF-8", "method": method, "name": "invite.ics"},
    )  # fmt: skip
    mail.add_attachment(
        calendar.encode(), maintype="application", subtype="ics", cte="base64",
        filename="invite.ics",
    )  # fmt: skip
    seed = sha256(f"{mail['Message-ID']}\n{words}\n{calendar}".encode()).hexdigest()[:32]
    for number, whole in enumerate(one for one in mail.walk() if one.is_multipart()):
        # Neither base64 nor quoted-printable can hold it.
        whole.set_boundary(f"=_{seed}_{number}")
    for part in mail.iter_parts():
        del part["MIME-Version"]


def _set(mail: EmailMessage, name: str, value: object) -> None:
    """Set a header; what would begin another one is refused."""
    if isinstance(value, str) and not value.isprintable():
        raise InvalidValueError(f"{name} has a line break or control character", "leave it out")
    try:
        mail[name] = value
    except ValueError as exc:
        raise InvalidValueError(f"{name} is no header: {exc}", "write it on one line") from exc


def _address(name: str, email: str) -> Address:
    if not (name + email).isprintable():
        raise InvalidValueError("an address has a line break", "leave it out")
    user, _, host = email.rpartition("@")
    if not email.isascii():
        host = host.encode("idna").decode("ascii") if user.isascii() else host
    try:
        return Address(name, username=user, domain=host)
    except (ValueError, UnicodeError) as exc:
        raise InvalidValueError(f"{email!r:.80} cannot be written in a header") from exc


def _words(event: Event, method: str) -> str:
    opening = [event.name, _when(event.slot)]
    opening += [
        ", ".join(word for word in (at.name, at.address, at.country) if word)
        for at in event.locations
        if isinstance(at, Place)
    ]
    if event.url:
        opening.append(event.url)
    if method == "CANCEL":
        why = f" {event.status_reason}" if event.status_reason else ""
        opening.insert(0, f"This event is cancelled.{why}")
    rest = description(event, invited=method == "REQUEST")
    return "\n".join(opening) + (f"\n\n{rest}" if rest else "")


def _when(slot: TimeSlot) -> str:
    start, end = slot.start, slot.end
    if not isinstance(start, datetime):
        return start.isoformat() if end is None else f"{start.isoformat()} to {end.isoformat()}"
    where = f" ({zone_name(start.tzinfo)})" if start.tzinfo else ""
    begin = start.replace(tzinfo=None).isoformat(" ", "minutes")
    if not isinstance(end, datetime):
        return begin + where
    last = end.replace(tzinfo=None).isoformat(" ", "minutes")
    return f"{begin} to {last[11:] if end.date() == start.date() else last}{where}"


def _html(words: str) -> str:
    """Return the same words as paragraphs with links."""
    paragraphs = [
        f"<p>{_linked(part).replace(chr(10), '<br>' + chr(10))}</p>"
        for part in words.split("\n\n")
        if part.strip()
    ]
    body = "\n".join(paragraphs)
    return (
        f'<!doctype html>\n<html><head><meta charset="utf-8"></head><body>\n{body}\n</body></html>'
    )


def _linked(words: str) -> str:
    parts = []
    at = 0
    for found in _ADDRESS.finditer(words):
        address = escape(found.group())
        parts.append(escape(words[at : found.start()]))
        parts.append(f'<a href="{address}">{address}</a>')
        at = found.end()
    parts.append(escape(words[at:]))
    return "".join(parts)
