"""Invitations: who is asked, what the mail holds, and what can never get into it."""

from __future__ import annotations

import email
from datetime import UTC, datetime
from email.policy import SMTP
from typing import Any

import attrs
import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit.errors import InvalidValueError, WriteError
from eventkit.formats.ical import Attendee, to_ical
from eventkit.formats.ical.invitations import invitation_email
from eventkit.model import Event, JoinDetails, Organization, Place, TimeSlot
from eventkit.testing import events, lines

DATE = datetime(2019, 4, 1, 8, tzinfo=UTC)
SENT: dict[str, Any] = {"date": DATE, "message_id": "<1.clusters@example.org>"}
EVENT = Event(
    "Clusters & SMEs",
    TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris"),
    uid="u",
    url="https://example.org/clusters",
    organizer=Organization("gnomon sas", email="info@example.org"),
    locations=[Place("Hall", address="1 Street")],
    joining=JoinDetails("https://meet.example/j/1?pwd=5ecret", passcode="5ecret"),
    sequence=2,
)


def _read(mail: Any) -> Any:
    """Read the mail again, as it went over the wire."""
    return email.message_from_bytes(bytes(mail), policy=SMTP)


def _calendar(mail: Any) -> tuple[Any, icalendar.Calendar]:
    (part,) = [one for one in mail.walk() if one.get_content_type() == "text/calendar"]
    return part, icalendar.Calendar.from_ical(part.get_payload(decode=True))


def test_attendees_stand_in_a_request_with_their_part_and_answer() -> None:
    """As RFC 5545 §3.8.4.1 has them; an address twice is one."""
    chair = Attendee("c@example.org", name='Chair "C"', role="CHAIR", status="ACCEPTED", rsvp=False)
    written = to_ical(
        EVENT, method="REQUEST", attendees=[chair, "a@example.org", "A@example.org"], invited=True
    )
    (entry,) = icalendar.Calendar.from_ical(written).events
    first, second = entry["ATTENDEE"]
    assert (str(first), str(second)) == ("mailto:c@example.org", "mailto:a@example.org")
    assert (first.params["ROLE"], first.params["PARTSTAT"]) == ("CHAIR", "ACCEPTED")
    assert first.params["RSVP"] == "FALSE"
    assert (second.params["ROLE"], second.params["RSVP"]) == ("REQ-PARTICIPANT", "TRUE")
    assert second.params["CUTYPE"] == "INDIVIDUAL"
    assert str(entry["ORGANIZER"]) == "mailto:info@example.org"
    assert "5ecret" in written


def test_what_is_published_names_nobody() -> None:
    """RFC 5546 §3.2.1 and §3.2.2: no attendee in PUBLISH, and at least one in REQUEST."""
    with pytest.raises(WriteError, match="no attendees"):
        to_ical(EVENT, attendees=["a@example.org"])
    with pytest.raises(WriteError, match="invites somebody"):
        to_ical(EVENT, method="REQUEST")
    with pytest.raises(WriteError, match="organizer"):
        to_ical(attrs.evolve(EVENT, organizer=None), method="REQUEST", attendees=["a@example.org"])
    with pytest.raises(InvalidValueError):
        to_ical(EVENT, method="REQUEST", attendees=["no address"])
    with pytest.raises(InvalidValueError):
        to_ical(EVENT, method="REQUEST", attendees=[7])  # type: ignore[list-item]


def test_the_mail_says_the_same_three_times() -> None:
    """As text, as HTML and as a calendar, whose method stands in its type too."""
    mail = _read(invitation_email(EVENT, ["a@example.org"], body="Dear all,", **SENT))
    assert mail["From"] == "gnomon sas <info@example.org>"
    assert (mail["To"], mail["Subject"]) == ("a@example.org", "Updated: Clusters & SMEs")
    kinds = [part.get_content_type() for part in mail.walk()]
    assert kinds == [
        "multipart/mixed",
        "multipart/alternative",
        "text/plain",
        "text/html",
        "text/calendar",
        "application/ics",
    ]
    text = mail.get_body(("plain",)).get_content()
    assert text.startswith("Dear all,")
    assert "2019-04-17 13:00 to 14:00 (Europe/Paris)" in text
    assert "Join: https://meet.example/j/1?pwd=5ecret" in text
    html = mail.get_body(("html",)).get_content()
    assert "Clusters &amp; SMEs" in html
    assert '<a href="https://example.org/clusters">' in html
    part, calendar = _calendar(mail)
    assert (part.get_param("method"), calendar["METHOD"]) == ("REQUEST", "REQUEST")
    assert calendar.events[0]["SEQUENCE"] == 2
    attached = list(mail.iter_attachments())[-1]
    assert attached.get_filename() == "invite.ics"
    assert attached.get_payload(decode=True) == part.get_payload(decode=True)


def test_the_same_arguments_give_the_same_bytes() -> None:
    """No clock and no random boundary."""
    once, again = (bytes(invitation_email(EVENT, "a@example.org", **SENT)) for _ in range(2))
    assert once == again
    assert bytes(invitation_email(EVENT, "b@example.org", **SENT)) != once


@pytest.mark.parametrize(
    ("fields", "word"),
    [
        ({"sequence": 0}, "Invitation"),
        ({"sequence": 1}, "Updated"),
        ({"sequence": 1, "status": "rescheduled"}, "Moved"),
    ],
)
def test_the_subject_says_whether_it_is_a_change(fields: dict[str, Any], word: str) -> None:
    """By the sequence, so that nobody takes it for a second event."""
    event = attrs.evolve(EVENT, **fields)
    mail = invitation_email(event, "a@example.org", **SENT)
    assert mail["Subject"] == f"{word}: Clusters & SMEs"


def test_a_cancelled_invitation_has_no_way_in() -> None:
    """Its entry is cancelled, the link is of no use to anybody."""
    off = attrs.evolve(EVENT, status="cancelled", status_reason="The speaker is ill.", sequence=3)
    mail = _read(invitation_email(off, "a@example.org", method="CANCEL", **SENT))
    part, calendar = _calendar(mail)
    assert (part.get_param("method"), calendar["METHOD"]) == ("CANCEL", "CANCEL")
    assert str(calendar.events[0]["STATUS"]) == "CANCELLED"
    assert mail["Subject"] == "Cancelled: Clusters & SMEs"
    text = mail.get_body(("plain",)).get_content()
    assert "This event is cancelled. The speaker is ill." in text
    assert "5ecret" not in text + part.get_payload(decode=True).decode()


BAD = "A\r\nBcc: x@example.org"


@pytest.mark.parametrize(
    "wrong",
    [
        {"subject": BAD},
        {"message_id": f"<1@example.org>{BAD}"},
        {"to": f"a@example.org{BAD}"},
        {"to": "a@b\nc"},
        {"date": datetime(2019, 1, 1)},
        {"method": "PUBLISH"},
    ],
)
def test_no_argument_begins_another_header(wrong: dict[str, Any]) -> None:
    """A line break is refused, wherever it comes from, and so is what makes no sense."""
    with pytest.raises(InvalidValueError):
        invitation_email(EVENT, **{"to": "a@example.org", **SENT, **wrong})
    with attrs.validators.disabled():
        unchecked = Event(BAD, EVENT.slot, organizer=EVENT.organizer)
        mallory = attrs.evolve(EVENT, organizer=Organization(BAD, email="a@example.org"))
    for event in (unchecked, mallory):
        with pytest.raises(InvalidValueError):
            invitation_email(event, "a@example.org", **SENT)


@given(drawn=events(), name=lines(), subject=lines())
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_any_event_makes_a_mail_that_is_read_again(drawn: Event, name: str, subject: str) -> None:
    """With these headers and no others, and the calendar unharmed."""
    event = attrs.evolve(drawn, organizer=Organization(name, email="o@example.org"))
    try:
        mail = invitation_email(
            event, [Attendee("a@example.org", name=name)], subject=subject, **SENT
        )
    except InvalidValueError:
        assert not (name + subject).isprintable()
        return
    read = _read(mail)
    assert set(read.keys()) == {
        "From", "To", "Subject", "Date", "Message-ID", "MIME-Version", "Content-Type",
    }  # fmt: skip
    part, _ = _calendar(read)
    written = to_ical(
        event, method="REQUEST", attendees=[Attendee("a@example.org", name=name)], invited=True
    )
    assert part.get_payload(decode=True).decode() == written


@given(st.text(max_size=30))
def test_an_address_is_an_address_or_refused(text: str) -> None:
    """Nothing that is not one becomes a property."""
    try:
        line = Attendee(f"{text}@example.org").line()
    except InvalidValueError:
        return
    assert line.count("\r\n") == line.count("\r\n ") + 1
