"""Announcements are read as people paste them, and what is not certain is said."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, assume, given, settings
from hypothesis import strategies as st

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement import parse, read_slot, read_speaker, render
from eventkit.model import (
    Affiliation,
    Event,
    JoinDetails,
    Organization,
    Place,
    Role,
    Speaker,
    TimeSlot,
    VirtualLocation,
)
from eventkit.testing import SECRET, events, slots, texts, urls

EXAMPLE = Path(__file__).parents[1] / "examples" / "clusters-and-smes.txt"
SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")


def minutes(when: object) -> str | None:
    """Return an instant as short text in UTC."""
    return when.astimezone(UTC).strftime("%Y-%m-%d %H:%M") if isinstance(when, datetime) else None


def announced(*lines: str) -> Event:
    """Return the one event of an announcement without errors."""
    reading = parse("\n".join(lines))
    assert reading.ok, reading.errors
    (event,) = reading.events
    return event


# The example


def test_the_example_gives_every_fact() -> None:
    """Title, time, abstract, and a speaker with two titles, each at its organisation."""
    reading = parse(EXAMPLE.read_bytes(), file="clusters-and-smes.txt")
    (event,) = reading.events
    assert event.name == "Clusters and SMEs: a way to face globalisation?"
    assert event.slot == SLOT
    assert event.description is not None
    assert event.description.count("\n\n") == 2
    assert event.description.startswith("A small company") and "Relator" not in event.description
    (speaker,) = event.speakers
    assert (speaker.honorific_prefix, speaker.name) == ("Mr.", "Alain Tubiana")
    assert speaker.affiliations == (
        Affiliation("gnomon sas", title="Chairman"),
        Affiliation(
            Organization("Strasbourg University", country="FR"),
            title="Head of Master in Cluster Management",
        ),
    )
    assert speaker.bio is not None and speaker.bio.startswith("Alain Tubiana has advised")


def test_the_example_says_why_paris() -> None:
    """CEST is a group of zones; the only finding says which was taken, where, and why."""
    (finding,) = parse(EXAMPLE.read_bytes(), file="a.txt").findings
    assert finding.code == codes.ZONE_CHOSEN
    assert finding.severity is Severity.INFO
    assert "France" in finding.message and "Europe/Paris" in finding.message
    assert (finding.file, finding.line, finding.path) == ("a.txt", 7, "slot.start")


def test_evidence_is_the_text_of_the_source() -> None:
    """Every piece of evidence stands in the source at its offsets, whatever the line ends."""
    for text in (EXAMPLE.read_text("utf-8"), EXAMPLE.read_text("utf-8").replace("\n", "\r\n")):
        evidence = parse(text).evidence
        assert {"name", "slot", "description", "speakers[0]", "speakers[0].bio"} <= set(evidence)
        for start, end, quoted in evidence.values():
            assert text[start:end] == quoted
        assert "1 p.m. to 2 p.m." in evidence["slot"][2]


def test_line_ends_and_a_mark_change_nothing() -> None:
    """CRLF, U+2028 and a byte order mark are no part of the text."""
    text = EXAMPLE.read_text("utf-8")
    expected = parse(text).events
    assert parse(text.replace("\n", "\r\n")).events == expected
    assert parse(text.replace("\n", "\u2028")).events == expected
    assert parse(b"\xef\xbb\xbf" + text.encode()).events == expected
    assert parse("\ufeff" + text).events == expected


# Statements of date and time


@pytest.mark.parametrize(
    ("text", "start", "end"),
    [
        ("Monday, June 7, 2021 | 10:00 am \u2013 11:30 am ET", "2021-06-07 14:00", "15:30"),
        ("June 7, 2021, 11-1pm EDT", "2021-06-07 15:00", "17:00"),
        ("7 June 2021, 1-2pm BST", "2021-06-07 12:00", "13:00"),
        ("7th of June 2021 8:45-11 am (London time)", "2021-06-07 07:45", "10:00"),
        ("7 June 2021 from 10 to 12 noon UTC", "2021-06-07 10:00", "12:00"),
        ("7 June 2021 between 1 and 2pm UTC", "2021-06-07 13:00", "14:00"),
        ("7 June 2021, 22:00 \u2014 00:30 UTC", "2021-06-07 22:00", "00:30"),
        ("7 June 2021, 22:00 to midnight UTC", "2021-06-07 22:00", "00:00"),
        ("7 June 2021, 12:00 a.m. UTC", "2021-06-07 00:00", None),
        ("7 June 2021 0930 UTC", "2021-06-07 09:30", None),
        ("June 7 at 3pm UTC, 2021", "2021-06-07 15:00", None),
        ("2021-06-07 18:30 UTC+2, 45 minutes", "2021-06-07 16:30", "17:15"),
        ("7 June 2021 18:30 CEST\nDuration: 1h 30", "2021-06-07 16:30", "18:00"),
        ("2021-06-07T18:30:00-05:00", "2021-06-07 23:30", None),
        ("2021/06/07 18:30 JST", "2021-06-07 09:30", None),
        ("25/06/2021 18:30 UTC", "2021-06-25 18:30", None),
        ("Tuesday 08/06/2021 18:30 UTC", "2021-06-08 18:30", None),
        ("7 June 2021, 5 PM GMT+1 (London)", "2021-06-07 16:00", None),
        ("7 June 2021, 9am PT / 12 noon ET / 6pm CEST", "2021-06-07 16:00", None),
        ("7 June 2021, 8pm PT / 5am CEST", "2021-06-08 03:00", None),
        ("15:00 (Singapore), 09:00 (Rome), 7 June 2021", "2021-06-07 07:00", None),
        ("7 January 2021, 8 pm CST (Chicago)", "2021-01-08 02:00", None),
        ("7 January 2021, 8 pm CST (UTC+8)", "2021-01-07 12:00", None),
        ("7 June 2021, 10:00 IST (Ireland)", "2021-06-07 09:00", None),
        ("7 June 2021, 2 p.m. Eastern Time", "2021-06-07 18:00", None),
        ("7 June 2021, 15:00 Europe/Helsinki", "2021-06-07 12:00", None),
        ("3 July 2021, 10:00 CET (Algiers)", "2021-07-03 09:00", None),
        ("31 October 2021, 02:30 CEST", "2021-10-31 00:30", None),
        ("31 October 2021, 02:30 CET", "2021-10-31 01:30", None),
        ("Luned\u00ec 7 giugno 2021, ore 13.00-14.30 (ora italiana)", "2021-06-07 11:00", "12:30"),
        ("Data: 7 giugno 2021 Ora: dalle 15 alle 16 CEST", "2021-06-07 13:00", "14:00"),
        ("lundi 7 juin 2021 de 9h30 \u00e0 11h, heure de Bruxelles", "2021-06-07 07:30", "09:00"),
        ("mar 8 juin 2021 \u00e0 14 heures (heure de Paris)", "2021-06-08 12:00", None),
        ("Montag, 7. Juni 2021, von 13 bis 14 Uhr (MESZ)", "2021-06-07 11:00", "12:00"),
        ("Mo, 7.6.2021 um 13:15 Uhr MESZ", "2021-06-07 11:15", None),
        ("lunes 7 de junio de 2021, 16:30 h (hora peninsular)", "2021-06-07 14:30", None),
        ("segunda-feira, 7 de junho de 2021, das 15h \u00e0s 16h (hor\u00e1rio de Bras\u00edlia)",
         "2021-06-07 18:00", "19:00"),
        ("maandag 7 juni 2021 van 13.00 tot 14.00 uur (Amsterdam)", "2021-06-07 11:00", "12:00"),
        ("7 June 2021, 13:00 to 8 June 2021, 14:00 (Europe/Rome)", "2021-06-07 11:00", "12:00"),
    ],
)  # fmt: skip
def test_a_statement_gives_its_instants(text: str, start: str, end: str | None) -> None:
    """What people write in seven languages determines the instants, without an error."""
    reading = read_slot(text)
    assert reading.ok, reading.errors
    (slot,) = reading.slots
    assert minutes(slot.start) == start
    found = minutes(slot.end)
    assert (found and found[-5:]) == end
    assert slot.end is None or slot.end > slot.start


@pytest.mark.parametrize(
    ("text", "code", "said"),
    [
        ("5 July 2021, 3pm EST", codes.ABBREVIATION_NOT_IN_FORCE, "EDT (-04:00)"),
        ("5 January 2021, 3pm EDT", codes.ABBREVIATION_NOT_IN_FORCE, "EST (-05:00)"),
        ("5 July 2021, 15:00 CET", codes.ABBREVIATION_NOT_IN_FORCE, "CEST (+02:00)"),
        ("5 July 2021, 15:00 AEDT", codes.ABBREVIATION_NOT_IN_FORCE, "AEST (+10:00)"),
        ("5 December 2021, 15:00 BST", codes.ABBREVIATION_NOT_IN_FORCE, "GMT (+00:00)"),
        ("Friday, 7 June 2021, 15:00 UTC", codes.WEEKDAY_CONTRADICTS_DATE, "Monday"),
        ("28 March 2021, 02:15 (Rome)", codes.NONEXISTENT_TIME, "skip"),
        ("31 October 2021, 02:15 (Rome)", codes.AMBIGUOUS_TIME, "twice"),
        ("7 June 2021, midnight UTC", codes.AMBIGUOUS_TIME, "midnight"),
        ("7 June 2021, 9am PT / 1pm ET", codes.ZONES_DISAGREE, "60 minutes"),
        ("7 June 2021, 9:00 IST", codes.AMBIGUOUS_ZONE, "India"),
        ("7 January 2021, 9:00 CST", codes.AMBIGUOUS_ZONE, "China"),
        ("7 June 2021, 9:00 (Brazil)", codes.AMBIGUOUS_ZONE, "several zones"),
        ("7 June 2021, 9:00", codes.NO_ZONE, "no time zone"),
        ("7 June 2021, 9:00 local time", codes.NO_ZONE, "no time zone"),
        ("7 June 2021, 9:00 QXZT", codes.UNKNOWN_ZONE, "QXZT"),
        ("Monday 7 June, 9:00 UTC", codes.NO_YEAR, "2021, 2027"),
        ("7 June, 9:00 UTC", codes.NO_YEAR, "no year"),
        ("Wed 17/4, 1pm CET", codes.NO_YEAR, "2019, 2024"),
        ("07/06/2021, 9:00 UTC", codes.AMBIGUOUS_DATE, "7 June 2021 or 6 July 2021"),
        ("7 June 2021, 17:00 GMT+2 (London)", codes.OFFSET_CONTRADICTS_ZONE, "+01:00"),
        ("2021-06-07T13:00:00+01:00 (Europe/Paris)", codes.OFFSET_CONTRADICTS_ZONE, "+02:00"),
        ("every first Monday, 4 pm CET", codes.UNREADABLE_TIME, "repeated"),
        ("31 June 2021, 9:00 UTC", codes.UNREADABLE_TIME, "no such day"),
        ("7 June 2021, 25:00 UTC", codes.UNREADABLE_TIME, "25:00"),
        ("7 June 2021, 14 pm UTC", codes.UNREADABLE_TIME, "14:00 p.m."),
        ("7 June 2021, 9am and 5pm UTC", codes.UNREADABLE_TIME, "two times"),
        ("7 or 9 June 2021, 9am UTC", codes.UNREADABLE_TIME, "'7'"),
        ("7 June 2021, 13:00-14:00 UTC, 90 minutes", codes.UNREADABLE_TIME, "disagree"),
        ("3 pm UTC", codes.NO_TIME, "no date"),
    ],
)
def test_a_statement_that_does_not_determine_the_time_gives_none(
    text: str, code: str, said: str
) -> None:
    """There is no slot, and the error says what is wrong and what to write."""
    reading = read_slot(text)
    assert reading.slots == ()
    (finding,) = reading.errors
    assert finding.code == code
    assert said in finding.message
    assert finding.hint and finding.line == 1 and finding.column


def test_dates_alone_are_days() -> None:
    """A date without an hour gives a slot of days, never midnight."""
    assert read_slot("7 June 2021").slots == (TimeSlot(date(2021, 6, 7)),)
    assert read_slot("June 7\u20139, 2021").slots == (TimeSlot(date(2021, 6, 7), date(2021, 6, 9)),)
    assert read_slot("30 December \u2013 2 January 2022").slots == (
        TimeSlot(date(2021, 12, 30), date(2022, 1, 2)),
    )
    reading = read_slot("7 June 2021, time to be announced: TBA")
    assert reading.slots == (TimeSlot(date(2021, 6, 7)),)
    assert reading.ok and reading.findings


def test_the_country_chooses_in_a_group_of_zones() -> None:
    """CEST is Paris time in France and Berlin time elsewhere: the instant is the same."""
    text = "7 June 2021, 15:00 CEST"
    zones = [read_slot(text, country=country).slots[0] for country in ("FR", "Italia", None, "US")]
    keys = ["Europe/Paris", "Europe/Rome", "Europe/Berlin", "Europe/Berlin"]
    assert [str(slot.timezone) for slot in zones] == keys
    assert len({slot.start_utc for slot in zones}) == 1
    assert str(read_slot("7 June 2021, 9:00 IST", country="IN").slots[0].timezone) == "Asia/Kolkata"
    assert read_slot("7 July 2021, 9:00 MST", country="US").slots == ()


def test_words_left_over_are_reported() -> None:
    """A word in a date line that is not understood is not passed over."""
    reading = read_slot("7 June 2021, 15:00 UTC, bring cake")
    assert [finding.severity for finding in reading.findings] == [Severity.WARNING] * 2
    assert [finding.column for finding in reading.findings] == [25, 31]


# Speakers


@pytest.mark.parametrize(
    ("text", "honorific", "name", "held"),
    [
        ("Ms. Ada Byron (ETH)", "Ms.", "Ada Byron", [(None, "ETH", None)]),
        ("Ada Byron \u2013 CTO @ Analytical", None, "Ada Byron", [("CTO", "Analytical", None)]),
        ("Ada Byron, Analyst, Engine Works", None, "Ada Byron",
         [("Analyst", "Engine Works", None)]),
        ("Ada Byron, Analyst, Engine Works, Great Britain", None, "Ada Byron",
         [("Analyst", "Engine Works", "GB")]),
        ("Prof. Jan van den Berg, Delft University, Nederland", "Prof.", "Jan van den Berg",
         [(None, "Delft University", "NL")]),
        ("Sra. Luz de la Torre, Directora, Fundaci\u00f3n Ejemplo, Espa\u00f1a", "Sra.",
         "Luz de la Torre", [("Directora", "Fundaci\u00f3n Ejemplo", "ES")]),
        ("Univ.-Prof. Dr. Uwe Klein, Institutsleiter, Beispielinstitut", "Univ.-Prof. Dr.",
         "Uwe Klein", [("Institutsleiter", "Beispielinstitut", None)]),
        ("Mme Anne d'Arc, directrice, Agence Exemple, Belgique", "Mme", "Anne d'Arc",
         [("directrice", "Agence Exemple", "BE")]),
        ("Drs. Ineke Vos, hoogleraar, Universiteit Voorbeeld", "Drs.", "Ineke Vos",
         [("hoogleraar", "Universiteit Voorbeeld", None)]),
        ("Avv. Ugo Neri, Example GmbH, CEO", "Avv.", "Ugo Neri", [("CEO", "Example GmbH", None)]),
        ("Bo Lee, CEO & Founder, Acme", None, "Bo Lee", [("CEO & Founder", "Acme", None)]),
        ("Bo Lee, Head of Research & Development, Acme", None, "Bo Lee",
         [("Head of Research & Development", "Acme", None)]),
        ("Bo Lee, Chair, Acme and Director of Labs, Example Institute", None, "Bo Lee",
         [("Chair", "Acme", None), ("Director of Labs", "Example Institute", None)]),
        ("Bo Lee, Chair, Acme; Editor, The Paper, France", None, "Bo Lee",
         [("Chair", "Acme", None), ("Editor", "The Paper", "FR")]),
        ("Bo Lee, Department of Law, Utrecht University", None, "Bo Lee",
         [(None, "Department of Law, Utrecht University", None)]),
    ],
)  # fmt: skip
def test_a_speaker_line_gives_the_person(
    text: str, honorific: str | None, name: str, held: list[tuple[str | None, str, str | None]]
) -> None:
    """Honorific, name, and every title with its organisation and country."""
    reading = read_speaker(text)
    assert reading.findings == ()
    (speaker,) = reading.speakers
    assert (speaker.honorific_prefix, speaker.name) == (honorific, name)
    assert [
        (one.title, one.organization.name, one.organization.country) for one in speaker.affiliations
    ] == held


@pytest.mark.parametrize(
    ("label", "role"),
    [
        ("Relatrice", Role.SPEAKER), ("Intervenante", Role.SPEAKER), ("Ponente", Role.SPEAKER),
        ("Referentin", Role.SPEAKER), ("Palestrante", Role.SPEAKER), ("Spreker", Role.SPEAKER),
        ("Moderatore", Role.MODERATOR), ("Mod\u00e9rateur", Role.MODERATOR),
        ("Moderadora", Role.MODERATOR), ("Gastgeber", Role.HOST), ("Panelist", Role.PANELIST),
        ("Our speakers", Role.SPEAKER), ("Session chair", Role.MODERATOR), ("Tolk", Role.SPEAKER),
        ("Es moderiert", Role.MODERATOR), ("Debatedora", Role.PANELIST),
        ("Dagvoorzitter", Role.MODERATOR), ("Presentatrice", Role.HOST),
    ],
)  # fmt: skip
def test_the_label_says_the_role(label: str, role: Role) -> None:
    """Labels of every language give the role."""
    (speaker,) = read_speaker(f"{label}: Ada Byron (ETH)").speakers
    assert speaker.role is role


def test_what_is_unclear_is_kept_whole() -> None:
    """Neither part is known as a title or an organisation: a warning, and nothing lost."""
    reading = read_speaker("Bo Lee, Blue Sky, Green Grass")
    assert [finding.code for finding in reading.findings] == [codes.UNCLEAR_SPEAKER]
    assert reading.speakers[0].affiliations == (Affiliation("Blue Sky, Green Grass"),)


def test_degrees_and_lone_titles_are_reported() -> None:
    """A degree has no field; a title without organisation goes to the biography."""
    reading = read_speaker("Bo Lee, PhD, MBA, Senior Engineer at Acme")
    assert [(f.code, f.severity) for f in reading.findings] == [(codes.NOT_CARRIED, Severity.INFO)]
    assert reading.speakers[0].affiliations == (Affiliation("Acme", title="Senior Engineer"),)
    reading = read_speaker("Bo Lee, CEO")
    assert reading.speakers[0].affiliations == ()
    assert reading.speakers[0].bio == "CEO"
    assert [finding.code for finding in reading.findings] == [codes.NOT_CARRIED]


# Whole announcements


def test_labels_of_many_kinds() -> None:
    """Place, page, registration, language, organiser and people land in their fields."""
    event = announced(
        "Open data in practice",
        "",
        "Quando: 7 giugno 2021, ore 15",
        "Zeitzone: Europe/Rome",
        "Luogo: Sala Blu, Via Esempio 1, Trento, Italia",
        "Where: Stream \u2013 https://live.example.org/room",
        "Organizzatore: Istituto Esempio, Italia",
        "Link: https://example.org/open-data",
        "Iscrizione: https://example.org/open-data/register",
        "Lingua: italiano, inglese",
        "Moderatrice: Dott.ssa Ada Neri (Istituto Esempio)",
        "",
        "Relatori:",
        "- Bo Lee, CEO, Acme",
        "- Prof. Cy Doe, Example University, USA",
        "",
        "Cy Doe has taught statistics for a long time. She is fond of maps.",
        "",
        "Bring your own data.",
    )
    assert event.slot == TimeSlot.local("2021-06-07 15:00", None, "Europe/Rome")
    assert event.locations == (
        Place("Sala Blu", address="Via Esempio 1, Trento", country="IT"),
        VirtualLocation("https://live.example.org/room", name="Stream"),
    )
    assert event.organizer == Organization("Istituto Esempio", country="IT")
    assert event.url == "https://example.org/open-data"
    assert [offer.url for offer in event.offers] == ["https://example.org/open-data/register"]
    assert event.in_language == ("it", "en")
    names = [(speaker.name, speaker.role.value) for speaker in event.speakers]
    assert names == [("Ada Neri", "moderator"), ("Bo Lee", "speaker"), ("Cy Doe", "speaker")]
    assert event.speakers[2].bio is not None and event.speakers[1].bio is None
    assert event.description == "Bring your own data."


def test_nothing_is_dropped() -> None:
    """Lines that are not understood stay in the description, an unknown label with a note."""
    reading = parse("A title\n\n7 June 2021, 15:00 UTC\n\nDress code: none\n\nWelcome!")
    (event,) = reading.events
    assert event.description == "Dress code: none\n\nWelcome!"
    assert [finding.code for finding in reading.findings] == [codes.LINE_NOT_UNDERSTOOD]


def test_a_title_that_begins_like_a_label_is_a_title() -> None:
    """``Data: the new oil`` states no date."""
    assert announced("Data: the new oil?", "When: 7 June 2021, 15:00 UTC").name == (
        "Data: the new oil?"
    )


def test_prose_with_a_date_is_no_date_line() -> None:
    """A sentence that names a day stays in the description."""
    event = announced(
        "A title", "We met on 3 May 2020 at 10:00 UTC in Rome.", "", "Date: 7 June 2021"
    )
    assert event.slot == TimeSlot(date(2021, 6, 7))
    assert event.description == "We met on 3 May 2020 at 10:00 UTC in Rome."


def test_date_and_time_may_stand_on_two_lines() -> None:
    """With labels or without, two lines make one statement."""
    slot = TimeSlot.local("2021-06-07 15:00", "16:00", "UTC")
    assert announced("A title", "Monday, 7 June 2021", "15:00-16:00 UTC").slot == slot
    assert announced("A title", "Date: 7 June 2021", "Time: 3-4pm UTC").slot == slot


def test_several_announcements_are_parted_by_dashes() -> None:
    """Each gives its event, and findings name it; an underlined title is no separator."""
    text = "One\n------\n7 June 2021, 15:00 UTC\n\n----\n\nTwo\n\n8 June 2021, 15:00 IST"
    reading = parse(text)
    assert [event.name for event in reading.events] == ["One"]
    (error,) = reading.errors
    assert (error.path, error.line) == ("[1].slot.start", 9)


@pytest.mark.parametrize(
    ("source", "code"),
    [
        (b"", codes.EMPTY),
        (" \n\t\n", codes.EMPTY),
        (b"\xef\xbb\xbf", codes.EMPTY),
        ("Caf\u00e9\x81\n7 June 2021".encode("latin-1"), codes.ENCODING),
        ("A title".encode("utf-16-le"), codes.ENCODING),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR", codes.ENCODING),
        ("a" * 1_000_001, codes.TOO_LARGE),
        ("A title", codes.NO_TIME),
        ("Date: 7 June 2021", codes.NO_TITLE),
        ("x" * 251 + "\n7 June 2021, 15:00 UTC", codes.NO_TITLE),
        ("Title: " + "x" * 1001 + "\n7 June 2021", codes.INVALID_VALUE),
        ("A title\n7 June 2021\n\nSpeaker: A\x07da Byron", codes.INVALID_VALUE),
        ("A title\n7 June 2021\n\nno\x07text", codes.INVALID_VALUE),
    ],
)
def test_bad_input_is_one_clear_error(source: str | bytes, code: str) -> None:
    """Nothing is raised; one error says what is wrong."""
    reading = parse(source, file="a.txt")
    assert [finding.code for finding in reading.errors] == [code]
    assert reading.errors[0].file == "a.txt"


@given(
    st.one_of(
        st.text(max_size=300),
        st.binary(max_size=100),
        st.lists(
            st.sampled_from(
                ["Date:", "7 June", "2021", "13:00", "-", "CEST", "(", "Speaker:", "Dr.", "Bo",
                 ",", "&", "\n", "\n\n", "----", "\\", "Bio:", "UTC+2", "to", "1pm", "Where:",
                 "https://zoom.us/j/1", "Passcode: x", "00:00", "9999-12-31", "0001-01-01"]
            ),
            max_size=25,
        ).map(" ".join),
    )
)  # fmt: skip
@settings(max_examples=300, deadline=None)
def test_no_text_makes_a_reader_raise(source: str | bytes) -> None:
    """Whatever comes in, a reading comes out."""
    parse(source)
    if isinstance(source, str):
        read_slot(source)
        read_speaker(source)


# Secrets


@pytest.mark.parametrize(
    "lines",
    [
        ["Join: https://zoom.us/j/99512345?pwd=s3cr3tPw", "Passcode: s3cr3tPw"],
        ["Join Zoom Meeting", "https://us02web.zoom.us/j/99512345?pwd=s3cr3tPw",
         "Meeting ID: 995 12345", "Passcode: s3cr3tPw",
         "One tap mobile", "+13015550100,,99512345#,,,,*s3cr3tPw1#"],
        ["Where: https://teams.microsoft.com/l/meetup-join/s3cr3tPw"],
        ["Link: https://meet.google.com/abc-defg-hij", "Code d'acc\u00e8s : s3cr3tPw"],
        ["See you at https://example.webex.com/example/j.php?MTID=s3cr3tPw, be on time."],
        ["Link: https://video.example/room?pwd=s3cr3tPw"],
        ["Meeting-ID: 99512345 Kenncode: s3cr3tPw", "https://zoom.us/j/99512345"],
    ],
)  # fmt: skip
def test_the_way_in_goes_to_joining_only(lines: list[str]) -> None:
    """No public field, finding, evidence or text we write holds what only the invited know."""
    reading = parse("\n".join(["A title", "", "7 June 2021, 15:00 CEST", "", "Hello.", *lines]))
    (event,) = reading.events
    assert isinstance(event.joining, JoinDetails)
    public = repr(event) + repr(reading.findings) + repr(reading.evidence) + render(event)
    for secret in ("s3cr3tPw", "99512345", "abc-defg-hij"):
        assert secret not in public
    assert event.description is not None and event.description.startswith("Hello.")


def test_the_join_details_are_complete() -> None:
    """Link, passcode, meeting ID and dial-in are kept apart."""
    event = announced(
        "A title",
        "7 June 2021, 15:00 UTC",
        "Join: https://zoom.us/j/99512345?pwd=abc",
        "Meeting ID: 995 12345",
        "Passcode: 445566",
        "Dial-in: +1 301 555 0100",
    )
    assert event.joining == JoinDetails(
        "https://zoom.us/j/99512345?pwd=abc",
        passcode="445566",
        meeting_id="995 12345",
        phone="+1 301 555 0100",
    )
    assert event.description is None


def test_a_passcode_alone_is_reported_without_being_shown() -> None:
    """Without a link there is nothing to join by; the finding does not repeat the secret."""
    reading = parse("A title\n7 June 2021\nPasscode: s3cr3tPw")
    assert [finding.code for finding in reading.findings] == [codes.NOT_CARRIED]
    assert "s3cr3tPw" not in repr(reading)


# Writing

WORDS = st.sampled_from(
    "Open Data for Small Towns how maps help people learn and share better things today".split()  # noqa: SIM905
)
PHRASES = st.lists(WORDS, min_size=2, max_size=6).map(" ".join)
NAMES = st.sampled_from(
    ["Ada Byron", "Jan van der Berg", "Luz de la Torre", "Anne d'Arc", "\u00c9va M\u00fcller"]
)
TITLES = st.sampled_from(["CEO", "Head of Unit", "Direttrice", "Professor of Law", "Editor"])
BODIES = st.sampled_from(["Acme", "Example University", "gnomon sas", "The Daily Sample", "MIT"])
COUNTRIES = st.sampled_from([None, "FR", "US", "GB", "KR", "NL"])
ORGANIZATIONS = st.builds(Organization, BODIES, country=COUNTRIES)
HELD = st.lists(st.builds(Affiliation, ORGANIZATIONS, title=TITLES), max_size=2) | st.builds(
    Affiliation, ORGANIZATIONS
).map(lambda one: [one])
SPEAKERS = st.builds(
    Speaker,
    NAMES,
    honorific_prefix=st.sampled_from([None, "Mr.", "Prof. Dr.", "Dott.ssa"]),
    affiliations=HELD,
    bio=st.none() | texts(),
    role=st.sampled_from(Role),
)
LOCATIONS = st.builds(
    Place, PHRASES, address=st.none() | st.just("Via Esempio 1, Trento"), country=COUNTRIES
) | st.builds(VirtualLocation, urls(), name=st.none() | PHRASES)


def carried(event: Event) -> object:
    """Return what an announcement carries of an event."""
    return (
        event.name, event.slot, event.description, event.speakers, event.url, event.locations,
    )  # fmt: skip


@given(
    event=st.builds(
        Event,
        PHRASES,
        slots(),
        description=st.none() | texts(),
        speakers=st.lists(SPEAKERS, max_size=2, unique_by=lambda one: one.name),
        url=st.none() | urls(),
        locations=st.lists(LOCATIONS, max_size=2),
    )
)
@settings(max_examples=300, deadline=None, suppress_health_check=list(HealthCheck))
def test_what_is_written_is_read_back(event: Event) -> None:
    """Title, slot in every zone, any description and biography, people and places return."""
    reading = parse(render(event))
    assert reading.ok, reading.errors
    (again,) = reading.events
    assert carried(again) == carried(event)


@given(slot=slots())
@settings(max_examples=200, deadline=None)
def test_every_slot_is_read_back(slot: TimeSlot) -> None:
    """Repeated hours, odd zones and spans of days return as they were, without a word."""
    reading = parse(render(Event("A title", slot)))
    assert reading.findings == ()
    assert reading.events[0].slot == slot


@given(description=texts())
@settings(max_examples=300, deadline=None)
def test_every_description_is_read_back(description: str) -> None:
    """Labels, dates, dashes, blank lines and odd spaces in prose stay prose."""
    assume("\ufeff" not in description)
    event = Event("A title", SLOT, description=description)
    assert parse(render(event)).events == (event,)


@given(event=events())
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_any_event_is_written_without_secrets(event: Event) -> None:
    """Nothing of the way in is written, and the text is read without raising."""
    text = render(event)
    assert SECRET not in text
    parse(text)


def test_several_events_are_written_and_read() -> None:
    """Two events in, two events out, in their order."""
    both = (Event("One", SLOT), Event("Two", SLOT, description="---- no\n\n----\n\nseparator"))
    text = render(both)
    assert parse(text).events == both
    assert render(both[0]) + "\n----\n\n" + render(both[1]) == text


def test_the_example_survives_a_round_trip() -> None:
    """Read, written and read again, it is the same event."""
    (event,) = parse(EXAMPLE.read_bytes()).events
    text = render(event)
    assert parse(text).events == (event,)
    assert "Chairman, gnomon sas & Head of Master" in text
    assert "Date: Wednesday, 17 April 2019, 13:00\u201314:00 (Europe/Paris)" in text


@pytest.mark.parametrize(
    "unit", ["1", "1 ", "1-", "1,,", "( ", "a, ", "Ann Lee, ", "a and ", "Head, X and "]
)
@pytest.mark.parametrize("lead", ["", "Speaker: ", "Meeting ID "])
def test_long_lines_take_time_in_step_with_their_length(lead: str, unit: str) -> None:
    """Four times the text takes about four times as long, whatever a line repeats."""

    def seconds(length: int) -> float:
        text = "Open Maps\n" + lead + unit * (length // len(unit))
        taken = []
        for _ in range(3):
            start = time.process_time()
            parse(text)
            read_speaker(text)
            taken.append(time.process_time() - start)
        return min(taken)

    assert seconds(20_000) < 8 * seconds(5_000)


def test_a_person_whose_title_organisation_and_country_stand_on_lines_is_one() -> None:
    """What a person is may be stacked below the name, as on a badge."""
    text = "Kim Min-seo\nResearch Director\nHangang Labs\nKorea"
    wanted = [Affiliation(Organization("Hangang Labs", country="KR"), title="Research Director")]
    (speaker,) = read_speaker(f"Speaker: {text}").speakers
    assert (speaker.name, list(speaker.affiliations)) == ("Kim Min-seo", wanted)
    for label in ("Speaker: ", "Speakers:\n"):
        event = announced("Open Maps", "7 June 2021 18:30 CEST", label + text)
        assert [(s.name, list(s.affiliations)) for s in event.speakers] == [("Kim Min-seo", wanted)]


def test_two_people_on_lines_stay_two() -> None:
    """A second name below the first is not taken for a title."""
    speakers = read_speaker("Speakers:\nAnn Lee\nBo Chen\nDean Smith").speakers
    assert [speaker.name for speaker in speakers] == ["Ann Lee", "Bo Chen", "Dean Smith"]
    speakers = read_speaker("Ann Lee\nDean Smith\nExample Institute").speakers
    assert [speaker.name for speaker in speakers][:2] == ["Ann Lee", "Dean Smith"]


@pytest.mark.parametrize(
    "second", ["Bo Chen, Example Institute", "Maria Rossi, University of Rome"]
)
def test_a_line_that_may_be_another_person_is_pointed_out(second: str) -> None:
    """Below a bare name it may be that person's title; never a wrong answer with confidence."""
    reading = read_speaker(f"Speakers:\nAnn Lee\n{second}")
    (finding,) = reading.findings
    assert (finding.code, str(finding.severity)) == (codes.UNCLEAR_SPEAKER, "warning")
    assert "may be a title or another person" in finding.message


def test_a_known_title_below_a_name_is_no_riddle() -> None:
    """Nothing is said of what is clear."""
    assert read_speaker("Ann Lee\nHead of Unit, European Commission").findings == ()


@pytest.mark.parametrize(
    "told",
    [
        "Wir treffen uns in unserem Raum {} mit dem Zugangscode 778812.",
        "Raum {} mit Code 778812, bitte p\u00fcnktlich.",
        "Online via {}, access code is 778812",
    ],
)
@pytest.mark.parametrize(
    "link",
    [
        "https://bbb.tu-exemplar.at/rooms/tho-abc-123",
        "https://bbb.tu-exemplar.at/b/tho-abc-123",
        "https://meet.jit.si/ClustersRoom",
        "https://example.whereby.com/room",
        "https://meet.goto.com/123456789",
    ],
)
def test_an_access_code_beside_the_link_of_a_room_is_for_the_invited(link: str, told: str) -> None:
    """Whatever platform the room is of."""
    reading = parse(f"Clusters\n17. April 2026, 13:00-14:00 MESZ\n\n{told.format(link)}\n")
    (event,) = reading.events
    assert event.joining == JoinDetails(link, passcode="778812")
    assert "778812" not in repr(reading) and link not in repr(reading)
