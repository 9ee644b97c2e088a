"""Mails, Markdown, HTML and what mail programs leave are read as their readers see them."""

from __future__ import annotations

import time
from decimal import Decimal

import pytest

from eventkit import codes
from eventkit.findings import Reading
from eventkit.formats.announcement import as_html, as_text, explained, parse
from eventkit.model import (
    Affiliation,
    ContactPoint,
    Event,
    Offer,
    Organization,
    Recording,
    Role,
    TimeSlot,
    VirtualLocation,
)

MAIL = """Subject: Fwd: [list] Einladung: Offene Daten f\u00fcr kleine St\u00e4dte
From: Petra Muster <petra@example.org>
Date: Mon, 3 May 2021 09:12:44 +0200
To: list@example.org

Liebe Kolleginnen und Kollegen,

wir laden herzlich ein zum Online-Seminar "Offene Daten f\u00fcr kleine
St\u00e4dte".

Wann: Dienstag, 8. Juni 2021, 14:00 bis 15:30 Uhr (MESZ)
Wo: Online (Zoom)
Referentin: Prof. Dr. Anna Schmidt, Leiterin des Instituts f\u00fcr
  Stadtforschung, Technische Universit\u00e4t Berlin
Moderation: Jan Weber, Verein Offene Stadt e.V.

Programm:
14:00 Uhr  Begr\u00fc\u00dfung (Jan Weber)
14:10 Uhr  Was St\u00e4dte teilen k\u00f6nnen \u2013 Anna Schmidt
15:00 Uhr  Fragen und Diskussion

Die Teilnahme ist kostenlos.
Anmeldung: https://example.org/offene-daten
Zoom-Link: https://zoom.us/j/98765432101?pwd=GEHEIM
Kenncode: 778899

Viele Gr\u00fc\u00dfe
Petra Muster

--\x20
Petra Muster
Tel. +49 30 123456
https://zoom.us/j/5555555555
"""

MARKDOWN = """# Donn\u00e9es ouvertes : mode d\u2019emploi

*Un webinaire pour les petites communes*

**Quand\u00a0:** mardi 8 juin 2021, de 14 h \u00e0 15 h 30 (heure de Paris)
**O\u00f9 :** en ligne, <https://example.org/direct>
**Langue :** fran\u00e7ais
**Tarif :** gratuit pour les adh\u00e9rents, 25 \u20ac pour les autres

## R\u00e9sum\u00e9

Ce webinaire pr\u00e9sente **trois m\u00e9thodes** pour publier des donn\u00e9es.

- collecter
- nettoyer

## Intervenants

- **Mme Claire Dubois**, directrice, Institut Exemple, France
- Marc Petit (Universit\u00e9 de Lyon)

## Inscription

[Inscrivez-vous ici](https://example.org/inscription)

## Contact

Claire Dubois \u2013 claire@example.org \u2013 +33 1 23 45 67 89
"""

PAGE = """<!DOCTYPE html><html><head><title>x</title><style>p{}</style></head><body>
<nav><a href="/">Home</a></nav>
<h1>Datos abiertos para municipios</h1>
<p>Organizado por <a href="https://inst.example">Instituto Ejemplo</a></p>
<table><tr><th>Fecha</th><td>martes, 8 de junio de 2021</td></tr>
<tr><th>Hora</th><td>16:30&nbsp;h (hora peninsular)</td></tr></table>
<dl><dt>Ponente</dt><dd>Dra. Luc&iacute;a G&oacute;mez, directora, Fundaci&oacute;n Ejemplo</dd>
<dt>Idioma</dt><dd>espa&ntilde;ol</dd></dl>
<p>Una sesi&oacute;n sobre datos.<br>Trae tus preguntas.</p>
<p><a href="https://example.org/inscripcion">Inscr&iacute;bete aqu&iacute;</a></p>
<p><a href="https://us02web.zoom.us/j/123456789?pwd=SECRETO">Unirse a la reuni&oacute;n</a></p>
<p>Grabaci&oacute;n: <a href="https://youtu.be/abc">https://youtu.be/abc</a></p>
</body></html>
"""


def the_event(reading: Reading) -> Event:
    """Return the one event that was read without an error."""
    assert reading.ok, reading.errors
    (event,) = reading.events
    return event


def test_a_mail_gives_the_announcement_in_it() -> None:
    """Subject, greeting, wrapped values, agenda, price; header and signature are reported."""
    reading = parse(MAIL)
    event = the_event(reading)
    assert event.name == "Offene Daten f\u00fcr kleine St\u00e4dte"
    assert event.slot == TimeSlot.local("2021-06-08 14:00", "15:30", "Europe/Berlin")
    anna, jan = event.speakers
    held = Affiliation(
        "Technische Universit\u00e4t Berlin", title="Leiterin des Instituts f\u00fcr Stadtforschung"
    )
    assert (anna.name, anna.honorific_prefix, anna.affiliations) == (
        "Anna Schmidt", "Prof. Dr.", (held,),
    )  # fmt: skip
    assert (jan.name, jan.role) == ("Jan Weber", Role.MODERATOR)
    assert event.offers == (Offer(Decimal(0), url="https://example.org/offene-daten"),)
    begins = [
        (sub.name, sub.slot.start.strftime("%H:%M"), sub.speakers) for sub in event.sub_events
    ]
    assert begins == [
        ("Begr\u00fc\u00dfung", "14:00", (jan,)),
        ("Was St\u00e4dte teilen k\u00f6nnen", "14:10", (anna,)),
        ("Fragen und Diskussion", "15:00", ()),
    ]
    messages = [finding.message for finding in reading.findings]
    assert "the header of a mail is not read" in messages
    assert "a signature is not read" in messages
    assert event.joining is not None and event.joining.passcode == "778899"
    public = repr((event, reading))
    assert not any(secret in public for secret in ("GEHEIM", "778899", "5555555555"))


def test_marks_of_markdown_stay_in_the_description_only() -> None:
    """Headings part the page; names, prices and addresses are bare."""
    reading = parse(MARKDOWN)
    event = the_event(reading)
    assert event.name == "Donn\u00e9es ouvertes : mode d\u2019emploi"
    assert event.alternate_name == "Un webinaire pour les petites communes"
    assert event.slot == TimeSlot.local("2021-06-08 14:00", "15:30", "Europe/Paris")
    assert event.description == (
        "Ce webinaire pr\u00e9sente **trois m\u00e9thodes** pour publier des donn\u00e9es.\n\n"
        "- collecter\n- nettoyer"
    )
    assert event.locations == (VirtualLocation("https://example.org/direct", name="en ligne"),)
    page = "https://example.org/inscription"
    assert event.offers == (
        Offer(Decimal(0), name="pour les adh\u00e9rents", url=page),
        Offer(Decimal(25), "EUR", name="pour les autres", url=page),
    )
    assert [speaker.name for speaker in event.speakers] == ["Claire Dubois", "Marc Petit"]
    assert event.speakers[0].affiliations == (
        Affiliation(Organization("Institut Exemple", country="FR"), title="directrice"),
    )
    assert event.contact == ContactPoint(
        name="Claire Dubois", email="claire@example.org", telephone="+33 1 23 45 67 89"
    )
    assert reading.evidence["speakers[0].name"][2] == "Claire Dubois"
    assert reading.evidence["slot.end"][2] == "15 h 30"


def test_a_page_in_html_is_read_as_it_is_seen() -> None:
    """Tables, terms, entities and links; what is not shown is no part of it."""
    reading = parse(PAGE)
    event = the_event(reading)
    assert event.name == "Datos abiertos para municipios"
    assert event.organizer == Organization("Instituto Ejemplo", url="https://inst.example")
    assert event.slot == TimeSlot.local("2021-06-08 16:30", None, "Europe/Madrid")
    assert event.speakers[0].name == "Luc\u00eda G\u00f3mez"
    assert event.in_language == ("es",)
    assert event.description == "Una sesi\u00f3n sobre datos.\n\nTrae tus preguntas."
    assert [offer.url for offer in event.offers] == ["https://example.org/inscripcion"]
    assert event.recordings == (Recording("https://youtu.be/abc"),)
    assert event.joining is not None and "SECRETO" not in repr((event, reading))
    assert reading.evidence["speakers[0].name"][2] == "Luc&iacute;a G&oacute;mez"


def test_leftovers_of_quoted_printable_are_read_and_reported() -> None:
    """Escapes and broken lines give the characters; evidence has what stands in the source."""
    text = (
        "Open data per piccoli comuni\n\n"
        "Luned=C3=AC 7 giugno 2021, ore 15:00-16:00 (ora italiana)\n\n"
        "Relatrice: Maria Rossi, responsabile, Citt=C3=A0 di Trento e della sua pro=\nvincia\n"
    )
    reading = parse(text)
    event = the_event(reading)
    assert event.slot == TimeSlot.local("2021-06-07 15:00", "16:00", "Europe/Rome")
    (held,) = event.speakers[0].affiliations
    assert held.organization.name == "Citt\u00e0 di Trento e della sua provincia"
    assert codes.REPAIRED in [finding.code for finding in reading.findings]
    quoted = reading.evidence["speakers[0].affiliations[0].organization"][2]
    assert quoted == "Citt=C3=A0 di Trento e della sua pro=\nvincia"


@pytest.mark.parametrize("text", [MAIL, MARKDOWN, PAGE])
def test_evidence_is_what_stands_in_the_source(text: str) -> None:
    """Whatever was repaired, each span is a piece of the text as it was given."""
    for start, end, quoted in parse(text).evidence.values():
        assert text[start:end] == quoted and quoted.strip()


@pytest.mark.parametrize("charset", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_bytes_of_every_usual_kind_are_read(charset: str) -> None:
    """Windows-1252 is reported, as it is never certain."""
    text = "Caf\u00e9 & \u201cDonn\u00e9es\u201d\n\n7 June 2021, 15:00 UTC\n"
    reading = parse(text.encode(charset))
    assert the_event(reading).name == "Caf\u00e9 & \u201cDonn\u00e9es\u201d"
    assert [f.code for f in reading.findings] == [codes.REPAIRED] * (charset == "cp1252")


def test_a_sentence_is_taken_for_the_time_where_no_line_is() -> None:
    """With a finding; two of them are none, nor is the end of a registration."""
    sentence = "The webinar takes place on Tuesday, 8 June 2021, 15:00-16:00 CEST, online."
    text = f"Open maps\n\n{sentence} Registration closes on 1 June 2021 at 12:00 CEST."
    reading = parse(text)
    assert the_event(reading).slot == TimeSlot.local("2021-06-08 15:00", "16:00", "Europe/Berlin")
    assert codes.TIME_IN_SENTENCE in [finding.code for finding in reading.findings]
    assert reading.evidence["slot"][2] == "Tuesday, 8 June 2021, 15:00-16:00 CEST, online."
    assert sentence in (reading.events[0].description or "")
    both = parse(f"{text}\n\nIt is repeated on Wednesday, 9 June 2021, 15:00-16:00 CEST.")
    assert [finding.code for finding in both.errors] == [codes.NO_TIME]


def test_an_agenda_on_another_clock_stays_text() -> None:
    """Items that begin before the event may be told in another zone."""
    text = (
        "Open maps\n\nDate: 8 June 2021, 15:00-16:00 CEST\n\nAgenda\n"
        "14:00 Welcome\n14:30 Questions\n"
    )
    reading = parse(text)
    event = the_event(reading)
    assert event.sub_events == ()
    assert event.description == "14:00 Welcome\n14:30 Questions"
    assert codes.NOT_CARRIED in [finding.code for finding in reading.findings]


# What was read from which words


@pytest.mark.parametrize("text", [MAIL, PAGE])
def test_what_is_explained_shows_no_secret(text: str) -> None:
    """The way in is hidden in both shapes; every other word that was read has its field."""
    told = explained(text)
    for shown in (as_text(told), as_html(told)):
        for secret in ("GEHEIM", "778899", "5555555555", "SECRETO", "98765432101", "123456789"):
            assert secret not in shown
        assert "\u2022\u2022\u2022" in shown


def test_spans_are_marked_with_their_fields() -> None:
    """Titles, times and people, each behind its own words."""
    shown = as_text(explained(MAIL))
    assert "[Offene Daten f\u00fcr kleine St\u00e4dte](name)" in shown
    assert "[Dienstag, 8. Juni 2021, 14:00](slot.start) bis [15:30 Uhr](slot.end)" in shown
    assert "[Anna Schmidt](speakers[0].name)" in shown


def test_a_page_of_what_was_read_escapes_everything() -> None:
    """Nothing of the announcement or its findings is markup there."""
    text = "A <script>alert(1)</script> title & more\n\n7 June 2021, 15:00 <img src=x> UTC\n"
    page = as_html(explained(text, file="<b>.txt"))
    assert "<script>" not in page and "<img" not in page and "<b>" not in page
    assert "&lt;script&gt;" in page or "script" not in page.split("<main>")[1]


@pytest.mark.parametrize(
    "lines",
    [
        "| Link | https://zoom.us/j/98765432101 |\n|---|---|\n| Passcode | S3cretPw |",
        "Join: https://zoom.us/j/98765432101\nPasscode:\nS3cretPw\nMeeting ID:\n987 6543 2101",
        "**Passcode:** `S3cretPw`\n[Join](https://zoom.us/j/98765432101?pwd=S3cretPw)",
        "The link is https://zoom.us/j/98765432101 and the password is S3cretPw.",
        "Link: https://zoom.us/j/98765432101\nLa password della riunione \u00e8 S3cretPw",
        "Link: https://zoom.us/j/98765432101\nMot de passe de la r\u00e9union : S3cretPw",
        "Link: https://zoom.us/j/98765432101\nDas Passwort lautet: S3cretPw",
        "Link: https://zoom.us/j/98765432101\nHet wachtwoord is S3cretPw.",
        "Link: https://zoom.us/j/98765432101\nA palavra-passe da sala \u00e9 \u00abS3cretPw\u00bb",
        "Enlace: https://zoom.us/j/98765432101\nContrase\u00f1a: S3cretPw\nID: 987 6543 2101",
        "Where: Zoom https://zoom.us/j/98765432101 (passcode S3cretPw)",
        "Agenda\n15:00 Opening https://zoom.us/j/98765432101\n15:10 Talk (passcode: S3cretPw)",
        "Link: https://zoom.us/j/98765432101?pwd=3DS3cretPw\nCaf=C3=A9 Passcode: S3cretPw",
        "\\Join https://zoom.us/j/98765432101 passcode: S3cretPw",
        "Registration: https://zoom.us/j/98765432101?pwd=S3cretPw",
    ],
)
def test_however_the_way_in_is_told_nobody_else_sees_it(lines: str) -> None:
    """Tables, marks, sentences in seven languages: the link and the code go to joining."""
    text = f"Open maps\n\nDate: 7 June 2027, 15:00 UTC\n\nHello there.\n\n{lines}"
    reading = parse(text)
    told = explained(text)
    assert the_event(reading).joining is not None
    public = repr(reading) + as_text(told) + as_html(told)
    for secret in ("S3cretPw", "987 6543 2101", "98765432101"):
        assert secret not in public


@pytest.mark.parametrize(
    "unit",
    ["<a ", "<!--", "</p><p>", "=C3=A9", "=\n", "> ", "**a** ", "[a](", "[1] ", "|a ", "# a\n",
     "From: a\n", "1 EUR ", "a@b.c ", "10:00 a\n", "Passcode: a ", "https://a.b/c ", "free, ",
     "a\t", "----\n\n"],
)  # fmt: skip
def test_what_is_odd_takes_time_in_step_with_its_length(unit: str) -> None:
    """Four times the text takes about four times as long."""

    def seconds(length: int) -> float:
        text = "Open maps\n\n7 June 2027, 15:00 UTC\n\n" + unit * (length // len(unit))
        taken = []
        for _ in range(2):
            start = time.process_time()
            parse(text)
            taken.append(time.process_time() - start)
        return min(taken)

    assert seconds(12_000) < 0.02 + 8 * seconds(3_000)
