"""Dates and times as organisers say them in seven languages: several days, sentences, clocks."""

from __future__ import annotations

from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement import read_slot
from eventkit.model import TimeSlot


def slot(start: str, end: str | None, key: str) -> TimeSlot:
    """Return the slot of two wall clocks of one day in a zone."""
    zone = ZoneInfo(key)
    begins = datetime.fromisoformat(start).replace(tzinfo=zone)
    ends = datetime.fromisoformat(f"{start[:10]} {end}").replace(tzinfo=zone) if end else None
    return TimeSlot(begins, ends)


def doubts(text: str) -> list[str]:
    """Return the codes of what is doubted in a statement."""
    return [f.code for f in read_slot(text).findings if f.severity is not Severity.INFO]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("12-14 May 2025, starting 9:00 AM CT", "America/Chicago"),
        ("May 12\u201314, 2025. Start: 9:00 (UK time)", "Europe/London"),
        ("12 to 14 May 2025 from 9am, London time", "Europe/London"),
        ("12-14 maggio 2025, inizio ore 9:00 (ora italiana)", "Europe/Rome"),
        ("dal 12 al 14 maggio 2025, a partire dalle ore 9 (Roma)", "Europe/Rome"),
        ("Du 12 au 14 mai 2025, \u00e0 partir de 9h (heure de Bruxelles)", "Europe/Brussels"),
        ("12-14 mai 2025, d\u00e8s 9 h (heure de Paris)", "Europe/Paris"),
        ("12.\u201314. Mai 2025, Beginn 9:00 Uhr (Wiener Zeit)", "Europe/Vienna"),
        ("12. bis 14. Mai 2025, ab 9 Uhr, Z\u00fcrich", "Europe/Zurich"),
        ("Del 12 al 14 de mayo de 2025, a partir de las 9:00 (hora de Madrid)", "Europe/Madrid"),
        ("12-14 de mayo de 2025. Inicio: 9:00 h, hora peninsular", "Europe/Madrid"),
        (
            "12 a 14 de maio de 2025, com in\u00edcio \u00e0s 9h (Bras\u00edlia)",
            "America/Sao_Paulo",
        ),
        ("De 12 a 14 de maio de 2025, a partir das 9h00 (hora de Lisboa)", "Europe/Lisbon"),
        ("12-14 mei 2025, aanvang 9.00 uur (Nederlandse tijd)", "Europe/Amsterdam"),
        ("12 t/m 14 mei 2025, vanaf 9 uur (Brusselse tijd)", "Europe/Brussels"),
        ("From 12 May 2025 at 9:00 (Berlin) to 14 May 2025", "Europe/Berlin"),
        ("12 May 2025 till 14 May 2025, 9am, Berlin time", "Europe/Berlin"),
        ("De segunda, 12, a quarta, 14 de maio de 2025, a partir das 9h (Lisboa)", "Europe/Lisbon"),
    ],
)
def test_several_days_with_a_start_begin_on_the_first(text: str, key: str) -> None:
    """The end is not known: a warning names the last day."""
    reading = read_slot(text)
    assert reading.slots == (slot("2025-05-12 09:00", None, key),)
    (warning,) = [f for f in reading.findings if f.severity is Severity.WARNING]
    assert warning.code == codes.NO_TIME
    assert "14 May 2025" in warning.message


@pytest.mark.parametrize(
    "text",
    [
        "12-14 May 2025, daily at 9:00 (Berlin)",
        "12.-14.05.2025, Start jeweils um 9:00 Uhr (Berlin)",
        "12 t/m 14 mei 2025, telkens om 9 uur (Berlijn)",
        "De 12 a 14 de maio de 2025, sempre \u00e0s 9h (Berlim)",
        "du 12 au 14 mai 2025, chaque jour \u00e0 9h (Berlin)",
        "dal 12 al 14 maggio 2025, ogni giorno alle 9:00 (Berlino)",
        "12-14 de mayo de 2025, todos los d\u00edas a las 9:00 (Berl\u00edn)",
    ],
)
def test_hours_of_each_day_are_those_of_each_day(text: str) -> None:
    """A word such as daily gives a slot for each of them, without doubt."""
    days = [f"2025-05-{day} 09:00" for day in (12, 13, 14)]
    assert read_slot(text).slots == tuple(slot(day, None, "Europe/Berlin") for day in days)
    assert doubts(text) == []


def test_days_that_follow_each_other_may_not_start_alike() -> None:
    """Two days and one start: it is taken for both, with a warning."""
    text = "4 and 5 May 2025, 9:00 (Berlin)"
    assert len(read_slot(text).slots) == 2
    assert doubts(text) == [codes.UNREADABLE_TIME]
    assert doubts("4 and 11 May 2025, 9:00 (Berlin)") == []


@pytest.mark.parametrize(
    "text",
    [
        "12 May to 30 June 2025, every Monday 16:00-17:00 CEST",
        "Mondays 12 May to 30 June 2025, 16:00-17:00 CEST",
        "vom 12. Mai bis 30. Juni 2025, jeweils montags 16-17 Uhr MESZ",
        "12 May - 30 June 2025, weekly, 16:00-17:00 CEST",
        "12\u201330 May 2025, Mondays at 16:00 CEST",
        "12.\u201330. Mai 2025, jeweils montags um 16 Uhr (Berlin)",
        "Los lunes del 12 al 26 de mayo de 2025, a las 16:00 (hora de Madrid)",
        "Mondays 12\u201326 May 2025, 16:00-17:00 (Berlin)",
        "du 12 au 26 mai 2025, le lundi \u00e0 16h (heure de Paris)",
        "dal 12 al 30 maggio 2025, ogni luned\u00ec alle 16:00 (Roma)",
    ],
)
def test_weekdays_within_days_are_not_each_of_them(text: str) -> None:
    """They are refused: only some of the days are meant."""
    reading = read_slot(text)
    assert reading.slots == ()
    assert not reading.ok


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("18 June 2025, 3 pm Central", "America/Chicago"),
        ("18 June 2025, 3 pm (Mountain)", "America/Denver"),
        ("3 pm Eastern on 18 June 2025", "America/New_York"),
        ("18 June 2025, 3 pm Dutch time", "Europe/Amsterdam"),
        ("18 giugno 2025, ore 15.00 italiane", "Europe/Rome"),
        ("18 giugno 2025, ore 15:00 (orario italiano)", "Europe/Rome"),
        ("18 giugno 2025, ore 15:00 (fuso orario di Roma)", "Europe/Rome"),
        ("18 juin 2025 \u00e0 15h, heure du Qu\u00e9bec", "America/Toronto"),
        ("18 juin 2025 \u00e0 15h (heure m\u00e9tropolitaine)", "Europe/Paris"),
        ("18. Juni 2025, 15 Uhr (\u00f6sterreichische Zeit)", "Europe/Vienna"),
        ("18. Juni 2025, 15 Uhr deutscher Zeit", "Europe/Berlin"),
        ("18 de junio de 2025, 15:00 h (hora de la pen\u00ednsula)", "Europe/Madrid"),
        ("18 de junio de 2025, 15:00 h (una hora menos en Canarias)", "Europe/Madrid"),
        ("18 de junio de 2025, 15:00, hora uruguaya", "America/Montevideo"),
        ("18 de junho de 2025, 15h, hora portuguesa", "Europe/Lisbon"),
        ("18 de junho de 2025, 15h (menos uma hora nos A\u00e7ores)", "Europe/Lisbon"),
        ("18 de junho de 2025, 15h, hora angolana", "Africa/Luanda"),
        ("18 juni 2025 om 15.00 uur, Vlaamse tijd", "Europe/Brussels"),
        ("18 juni 2025 om 15.00 uur, Surinaamse tijd", "America/Paramaribo"),
    ],
)
def test_clocks_are_named_as_people_do(text: str, key: str) -> None:
    """By a direction, an adjective, or what is one hour less elsewhere."""
    assert read_slot(text).slots == (slot("2025-06-18 15:00", None, key),)
    assert doubts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "18 June 2025, 3 pm Central Hall",
        "18 June 2025, 3 pm, Eastern Europe time",
        "18 June 2025, 15:00 (Italian)",
        "18 giugno 2025, ore 15:00 (inglese)",
        "18 de junio de 2025, 15:00 hora central",
        "18 June 2025, 3 pm (Indiana)",
        "18 June 2025, 3 pm Georgia time",
        "18 de junio de 2025, 15 h, hora de C\u00f3rdoba",
    ],
)
def test_words_that_name_no_clock_are_none(text: str) -> None:
    """A hall, a language, and names that Chicago and Mexico share: the line is refused."""
    assert read_slot(text).slots == ()


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("The webinar takes place on 18 June 2025. We start at 3 pm (Berlin) and finish at 4 pm.",
         "16:00"),
        ("Il webinar si terr\u00e0 il 18 giugno 2025. Inizio alle ore 15, fine alle 16.30 (Berlino).",
         "16:30"),
        (("Le webinaire aura lieu le 18 juin 2025. Il d\u00e9butera \u00e0 15 h et se terminera \u00e0"
         " 16 h 30 (Berlin)."), "16:30"),
        (("Das Webinar findet am 18. Juni 2025 statt. Wir beginnen um 15 Uhr und enden um 16:30 Uhr"
         " (Berliner Zeit)."), "16:30"),
        (("El seminario ser\u00e1 el 18 de junio de 2025. Empezamos a las 15:00 y terminamos a las"
         " 16:30, hora de Berl\u00edn."), "16:30"),
        (("O webinar ser\u00e1 no dia 18 de junho de 2025. Come\u00e7a \u00e0s 15h e termina \u00e0s 16h30"
         " (hora de Berlim)."), "16:30"),
        (("Het webinar is op 18 juni 2025. We beginnen om 15.00 uur en eindigen om 16.30 uur"
         " (Berlijnse tijd)."), "16:30"),
        ("Join us on 18 June 2025 at 15:00 (Berlin) for a 60-minute webinar followed by Q&A", "16:00"),
        ("Das Webinar findet am 18. Juni 2025 von 15 bis 16 Uhr (Berlin) statt.", "16:00"),
        ("Meld je aan voor het webinar van 18 juni 2025, start 15 uur (Berlijn), duurt 45 minuten",
         "15:45"),
        ("18 June 2025, 15:00\u201316:00 (Berlin), on Zoom or YouTube", "16:00"),
        ("Nicht verpassen: 18. Juni 2025, 15-16 Uhr (Berlin)", "16:00"),
    ],
)  # fmt: skip
def test_sentences_say_when(text: str, end: str) -> None:
    """A verb of start and end, and words that deny only before a date or an hour."""
    assert read_slot(text).slots == (slot("2025-06-18 15:00", end, "Europe/Berlin"),)


@pytest.mark.parametrize(
    "text",
    [
        "Register by 18 June 2025, 15:00 (Berlin)",
        "18 June 2025, no later than 15:00 (Berlin)",
        "entre el 18 y el 25 de junio de 2025 a las 15 h (Berl\u00edn)",
        "zwischen dem 18. und 25. Juni 2025 um 15 Uhr (Berlin)",
        "sp\u00e4testens 18. Juni 2025, 15 Uhr (Berlin)",
        "au plus tard le 18 juin 2025 \u00e0 15h (Berlin)",
        "uiterlijk 18 juni 2025 15.00 uur (Berlijn)",
        "a m\u00e1s tardar el 18 de junio de 2025 a las 15 h (Berl\u00edn)",
        "data limite: 18 de junho de 2025, 15h (Berlim)",
        "al pi\u00f9 tardi 18 giugno 2025 ore 15 (Berlino)",
        "Register before noon on 18 June 2025, 15:00 (Berlin)",
        "Aanmelden voor 18 juni 2025, 15.00 uur (Berlijn)",
        "Anmeldung vor dem 18. Juni 2025, 15 Uhr (Berlin)",
        "avant le 18 juin 2025, 15h (Berlin)",
        "18. Juni 2025 statt 15 Uhr um 16 Uhr (Berlin)",
        "18 June 2025 or 19 June 2025, 15:00 (Berlin)",
        "18 June 2025, 15:00 or 16:00 (Berlin)",
    ],
)
def test_words_that_deny_are_heard(text: str) -> None:
    """A last day, a day that is no longer meant, and a choice are no time of the event."""
    assert read_slot(text).slots == ()


@pytest.mark.parametrize(
    "text",
    [
        "Session 1: 18 June 2025, 15:00 (Berlin)\nSession 2: 25 June 2025, 15:00 (Berlin)",
        (
            "Prima giornata: 18 giugno 2025, ore 15 (Berlino)\nSeconda giornata: 25 giugno 2025, ore 15"
            " (Berlino)"
        ),
        "Tag 1: 18. Juni 2025, 15 Uhr (Berlin); Tag 2: 25. Juni 2025, 15 Uhr (Berlin)",
        (
            "1\u00aa sess\u00e3o: 18 de junho de 2025, 15h (Berlim); 2\u00aa sess\u00e3o: 25 de junho de 2025, 15h"
            " (Berlim)"
        ),
    ],
)
def test_sessions_with_numbers_are_a_series(text: str) -> None:
    """What counts them is no part of the date."""
    days = ("2025-06-18 15:00", "2025-06-25 15:00")
    assert read_slot(text).slots == tuple(slot(day, None, "Europe/Berlin") for day in days)


def test_a_day_with_its_number_is_no_session() -> None:
    """``giorno 5 - 7 marzo`` is three days."""
    assert read_slot("giorno 5 - 7 marzo 2025").slots == (
        TimeSlot(date(2025, 3, 5), date(2025, 3, 7)),
    )


def test_a_time_beside_a_bar_is_no_label() -> None:
    """The word before it belongs to the zone."""
    (found,) = read_slot("18 September 2025 | 13:00 Irish time | online").slots
    assert found.start_utc == datetime(2025, 9, 18, 12, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("Doors open 14:45, start 15:00 (Berlin), 18 June 2025", None),
        ("18 June 2025, 3-4 pm (Berlin), log in from 2:45 pm", "16:00"),
        ("18 giugno 2025, apertura collegamento ore 14:45, inizio ore 15:00 (Berlino)", None),
        ("18 juin 2025, accueil \u00e0 14h45, d\u00e9but \u00e0 15h (heure de Berlin)", None),
        ("18. Juni 2025, Einwahl ab 14:45 Uhr, Beginn 15:00 Uhr (Berlin)", None),
        ("18. Juni 2025, 15\u201316 Uhr (Berlin), Einlass ab 14:45 Uhr", "16:00"),
        ("18 de junio de 2025, acceso a la sala 14:45 h, inicio 15:00 h (Berl\u00edn)", None),
        ("18 de junho de 2025, 14h45 credenciamento, 15h in\u00edcio (Berlim)", None),
        ("18 juni 2025, inloop 14.45 uur, start 15.00 uur (Berlijn)", None),
    ],
)
def test_the_doors_open_before_the_start(text: str, end: str | None) -> None:
    """The hour at which one may come in is not that of the event; it is said so."""
    reading = read_slot(text)
    assert reading.slots == (slot("2025-06-18 15:00", end, "Europe/Berlin"),)
    assert "one may come in" in reading.findings[0].message
    assert doubts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "18 June 2025, registration 15:30, start 15:00 (Berlin)",
        "18 June 2025, registration 10:00, start 15:00 (Berlin)",
        "18 June 2025, coffee 14:30 CEST, start 15:00 EEST",
        "18 June 2025, 14:30 networking, 15:00 talk (Berlin)",
    ],
)
def test_other_hours_beside_the_start_are_not_passed_over(text: str) -> None:
    """Doors later than the start, hours before it, or in another zone: two times are two."""
    assert read_slot(text).slots == ()


@pytest.mark.parametrize(
    "text",
    [
        "18 giugno 2025, ore 3 (Roma)",
        "18. Juni 2025, 4 Uhr (Berlin)",
        "18 de junho de 2025, \u00e0s 3h (Lisboa)",
        "18 June 2025, 15:00 - 3:00 (Berlin)",
    ],
)
def test_hours_of_the_night_are_doubted(text: str) -> None:
    """Three in the morning, and half a day over midnight, are more often slips."""
    assert doubts(text) == [codes.AMBIGUOUS_TIME]


def test_hours_of_the_night_that_are_meant_are_not_doubted() -> None:
    """By two digits, a word, or the same moment elsewhere."""
    for text in (
        "18 giugno 2025, ore 03:00 (Roma)",
        "18. Juni 2025, 4 Uhr morgens (Berlin)",
        "18 de junho de 2025, \u00e0s 5h (Bras\u00edlia) / 10h (Berlim)",
        "18 June 2025, 22:00\u20136:00 (Berlin)",
    ):
        assert doubts(text) == [], text


def test_noon_in_brackets_and_hours_in_words_are_hours() -> None:
    """They begin a range as digits do."""
    noon = read_slot("18 June 2025, 12:00 (noon) CEST - 13:00 CEST").slots
    assert noon == (slot("2025-06-18 12:00", "13:00", "Europe/Berlin"),)
    word = read_slot("18 giugno 2025, alle ore quindici (Berlino)").slots
    assert word == (slot("2025-06-18 15:00", None, "Europe/Berlin"),)


@pytest.mark.parametrize(
    "text",
    [
        "18 giugno 2025, ore15:00-16:00 (Berlino)",
        "18 juin 2025, de 15h \u00e016h (heure de Berlin)",
        "18 de junio de 2025, de las15:00 a las16:00 (Berl\u00edn)",
        "18 de junho de 2025, das15h \u00e0s16h (Berlim)",
        "18. Juni 2025,15:00-16:00Uhr (Berlin)",
        "The webinar starts at 15:00 (Berlin) on Wednesday, 18 June 2025 and ends at 16:00",
        "Il webinar inizier\u00e0 alle 15:00 (Berlino) di mercoled\u00ec 18 giugno 2025 e terminer\u00e0 alle 16",
        "Le webinaire d\u00e9butera \u00e0 15h (heure de Berlin) le mercredi 18 juin 2025 et se terminera \u00e0 16h",
        "Das Webinar beginnt um 15 Uhr (Berlin) am Mittwoch, 18. Juni 2025 und endet um 16 Uhr",
        "El webinar comenzar\u00e1 a las 15:00 (Berl\u00edn) del 18 de junio de 2025 y terminar\u00e1 a las 16:00",
        "O webinar ter\u00e1 in\u00edcio \u00e0s 15h (Berlim) do dia 18 de junho de 2025 e terminar\u00e1 \u00e0s 16h",
        "Het webinar start om 15.00 uur (Berlijn) op 18 juni 2025 en eindigt om 16.00 uur",
    ],
)
def test_an_hour_stands_close_to_its_word_or_far_from_its_end(text: str) -> None:
    """Without a blank, and with the date between start and end."""
    assert read_slot(text).slots == (slot("2025-06-18 15:00", "16:00", "Europe/Berlin"),)


@pytest.mark.parametrize(
    "text",
    [
        "Ore 15-16, mercoled\u00ec 18 giugno 2025 (Berlino)",
        "dalle 15 alle 16, 18 giugno 2025 (Berlino)",
        "Ore 15-16 - 18 giugno 2025 (Berlino)",
        "de 15 a 16, mi\u00e9rcoles 18 de junio de 2025 (Berl\u00edn)",
        "das 15 \u00e0s 16, 18 de junho de 2025 (Berlim)",
        "van 15 tot 16, woensdag 18 juni 2025 (Berlijn)",
        "de 15 \u00e0 16, mercredi 18 juin 2025 (Berlin)",
        "15-16 Uhr, Mittwoch, 18. Juni 2025 (Berlin)",
        "Speaker series #4 \u2013 18 June 2025, 3-4 pm (Berlin)",
        "Webinar no. 4, 18 June 2025, 3-4 pm (Berlin)",
    ],
)
def test_an_hour_or_a_number_before_a_date_is_no_day_of_it(text: str) -> None:
    """``10-12, 18 March`` is from ten to twelve on the 18th, not the 12th and the 18th."""
    assert read_slot(text).slots == (slot("2025-06-18 15:00", "16:00", "Europe/Berlin"),)


@pytest.mark.parametrize(
    "text",
    [
        "Session 4 \u2013 18 June 2025, 15:00 (Berlin)",
        "Webinar 4 - 18 June 2025",
        "Webinar 4, 18 June 2025, 15:00 (Berlin)",
        "Sala 3, 18 giugno 2025, ore 15 (Berlino)",
        "10-12, 18 June 2025 (Berlin)",
        "18 June 2025, 15:00 Rome, GA",
        "18 June 2025, 15:00 Vienna, VA",
    ],
)
def test_a_number_that_may_count_and_a_town_of_another_state_are_refused(text: str) -> None:
    """Neither is guessed."""
    reading = read_slot(text)
    assert reading.slots == ()
    assert not reading.ok


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("18 June 2025, 15:00 Boston, MA", "America/New_York"),
        ("18 June 2025, 15:00 Paris, FR", "Europe/Paris"),
        ("18 June 2025, 15:00 London, UK", "Europe/London"),
        ("18 June 2025, 15:00 Perth, WA", "Australia/Perth"),
        ("18 de junio de 2025, 15:00 (hora dominicana)", "America/Santo_Domingo"),
    ],
)
def test_a_state_or_country_beside_its_town_is_part_of_it(text: str, key: str) -> None:
    """It names no other zone."""
    assert read_slot(text).slots == (slot("2025-06-18 15:00", None, key),)
    assert doubts(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "18 de junho de 2025 \u00e0s 19 horas e 30 minutos (Berlim)",
        "18 de junio de 2025 a las 19 horas y 30 minutos (Berl\u00edn)",
        "le 18 juin 2025 \u00e0 19 heures 30 minutes (Berlin)",
    ],
)
def test_hours_and_minutes_in_full_are_no_length(text: str) -> None:
    """``19 horas e 30 minutos`` is half past seven."""
    assert read_slot(text).slots == (slot("2025-06-18 19:30", None, "Europe/Berlin"),)


@pytest.mark.parametrize(
    "text",
    ["immer donnerstags, 19. Juni 2025, 15 Uhr (Berlin)", "Thursdays, 19 June 2025, 3 pm (Berlin)"],
)
def test_one_date_of_what_comes_again_is_doubted(text: str) -> None:
    """Only the date that is stated is read, and a warning says so."""
    assert read_slot(text).slots == (slot("2025-06-19 15:00", None, "Europe/Berlin"),)
    assert codes.UNREADABLE_TIME in doubts(text)


@pytest.mark.parametrize(
    ("text", "end"),
    [
        ("h. 15/16, ora di Berlino\n18/06/2025", "16:00"),
        ("ore 15/16 | ora di Berlino\nmercoled\u00ec 18 giugno 2025", "16:00"),
        ("om 15.00 uur Berlijnse tijd\nwoensdag 18 juni 2025", None),
        ("15:00 UTC+2 18 June 2025", None),
        ("Webinar, 18 June 2025, 15 - 16 h (Berlin)", "16:00"),
    ],
)
def test_lines_and_slashes_part_hours_from_dates(text: str, end: str | None) -> None:
    """A zone ends with its line, and an offset before a date."""
    (found,) = read_slot(text).slots
    wanted = slot("2025-06-18 15:00", end, "Europe/Berlin")
    assert (found.start_utc, found.duration) == (wanted.start_utc, wanted.duration)


@pytest.mark.parametrize(
    "text",
    [
        "18 de junio 13 - 15 h, hora de Madrid",
        "18 juni\n13 - 15 uur (Belgische tijd)",
        "Sesi\u00f3n 3 / 18 jun 2025 / de las 8 a las 10 / (hora peninsular)",
        "18/06/2025, 10/12/2025, ora italiana",
    ],
)
def test_no_hour_is_a_year_and_no_count_a_day(text: str) -> None:
    """What may be either is refused."""
    assert read_slot(text).slots == ()
