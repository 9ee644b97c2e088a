"""Announcements that are letters: what their sentences say, and what they leave open."""

from __future__ import annotations

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from eventkit import codes
from eventkit.findings import Reading, Severity
from eventkit.formats.announcement import parse
from eventkit.model import ContactPoint


def letter(*sentences: str) -> Reading:
    """Return what is read of a title and the sentences below it."""
    return parse("Open maps for all\n\n" + "\n".join(sentences) + "\n")


@pytest.mark.parametrize(
    "sentences",
    [
        ("On Wednesday, 9 June 2027, Ann Lee shows how it is done, to all who",
         "want to know. We start at 3 pm (Berlin) and finish at 4 pm."),
        ("Mercoled\u00ec 9 giugno 2027 ne parliamo con chi disegna le carte.",
         "Si comincia alle 15 e si conclude alle 16 (ora di Berlino)."),
        ("Le mercredi 9 juin 2027, nous verrons comment dessiner une carte.",
         "Nous commencerons \u00e0 15 h et terminerons \u00e0 16 h (heure de Berlin)."),
        ("Am Mittwoch, dem 9. Juni 2027, zeigt Frau Lee (Beispielamt, \u00d6sterreich)",
         "von 15 bis 16 Uhr (Berliner Zeit), wie Karten entstehen."),
        ("El mi\u00e9rcoles 9 de junio de 2027 hablaremos de mapas con quienes los hacen.",
         "Empezamos a las 15:00 y terminamos a las 16:00, hora de Berl\u00edn."),
        ("No dia 9 de junho de 2027, quarta-feira, teremos mais uma conversa.",
         "Come\u00e7amos \u00e0s 15h e terminamos \u00e0s 16h, hora de Berlim."),
        ("Op woensdag 9 juni 2027 laten we zien hoe kaarten ontstaan.",
         "We beginnen om 15.00 uur en eindigen om 16.00 uur (Berlijnse tijd)."),
    ],
)  # fmt: skip
def test_a_date_and_a_time_in_sentences_of_their_own_are_put_together(
    sentences: tuple[str, ...],
) -> None:
    """Where there is one of each; a warning says which."""
    reading = letter(*sentences, "", "Please register by 1 June 2027, 12:00 CEST.")
    (event,) = reading.events
    zone = ZoneInfo("Europe/Berlin")
    assert event.slot.start == datetime(2027, 6, 9, 15, tzinfo=zone)
    assert event.slot.end == datetime(2027, 6, 9, 16, tzinfo=zone)
    told = [f.severity for f in reading.findings if f.code == codes.TIME_IN_SENTENCE]
    assert told == [Severity.WARNING]


@pytest.mark.parametrize(
    "sentences",
    [
        ("We meet on 9 June 2027.", "The day before, 8 June 2027, is for children.",
         "We start at 3 pm CEST."),
        ("We meet on 9 June 2027.", "The doors are open from 2 pm CEST.", "Lunch is at 4 pm CEST."),
        ("We met on 9 June 2027 and it was fun.",),
        ("We start at 3 pm CEST.",),
        ("We meet on 9 June 2027.", "It costs 12.50 EUR."),
    ],
)  # fmt: skip
def test_more_dates_or_times_than_one_are_not_put_together(sentences: tuple[str, ...]) -> None:
    """Nothing is guessed: there is no event, and an error."""
    reading = letter(*sentences)
    assert reading.events == ()
    assert not reading.ok


def test_one_sentence_beside_another_time_is_doubted() -> None:
    """What names both is taken, with a warning where something else is named as well."""
    told = {
        Severity.INFO: "We meet on 10 June 2027 at 3 pm CEST. Register by 1 June 2027.",
        Severity.WARNING: "They met on 10 June 2027 at 3 pm CEST. We meet at 4 pm.",
    }
    for severity, text in told.items():
        reading = letter(text)
        assert [f.severity for f in reading.findings if f.code == codes.TIME_IN_SENTENCE] == [
            severity
        ]


def test_a_letter_without_a_title_names_its_topic() -> None:
    """What stands in quotes after ``the topic is`` is the title, with a warning."""
    reading = parse(
        "Dear friends,\n\nOn Wednesday, 9 June 2027, at 3 pm CEST we meet again, as we have done"
        " so often.\nThe topic is \u201cOpen maps for all\u201d, and taking part costs 5 EUR.\n"
        "\nPlease register at\nhttps://maps.example.org/9-june if you like.\n"
    )
    (event,) = reading.events
    assert event.name == "Open maps for all"
    assert [(str(o.price), o.currency) for o in event.offers if o.price] == [("5", "EUR")]
    assert "https://maps.example.org/9-june" in [offer.url for offer in event.offers]
    warned = [f.code for f in reading.findings if f.severity is Severity.WARNING]
    assert codes.NO_TITLE in warned


def test_an_invitation_below_a_signature_is_read() -> None:
    """As where the platform's own text is pasted below the mail."""
    text = (
        "Open data\n\nDate: 3 March 2027, 18:00 Berlin\n\nSee you\n--\nAnna\n\nJoin Zoom Meeting\n"
        "https://us02web.zoom.us/j/86412345678?pwd=abc\nPasscode: 448812\n"
    )
    event = parse(text).events[0]
    assert event.joining is not None
    assert (event.joining.passcode, event.description) == ("448812", "See you")


@pytest.mark.parametrize(
    "place",
    ["Zoom (Link siehe unten)", "piattaforma Teams", "LinkedIn Live", "in diretta su YouTube"],
)
def test_a_platform_is_no_place(place: str) -> None:
    reading = parse(f"Open data\n\nDate: 3 March 2027, 18:00 Berlin\nPlace: {place}\n")
    assert reading.events[0].locations == ()
    assert any(place in finding.message for finding in reading.findings)


def test_until_when_is_no_name() -> None:
    text = (
        "Open data\n\nDate: 3 March 2027, 18:00 Berlin\nContact: info@example.org by 29 January\n"
    )
    reading = parse(text)
    assert reading.events[0].contact == ContactPoint(email="info@example.org")
    assert any("29 January" in finding.message for finding in reading.findings)
