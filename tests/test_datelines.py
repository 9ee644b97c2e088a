"""Dates and times are read as people write them, in seven languages, or refused."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from babel.core import get_cldr_version

from eventkit import codes
from eventkit.errors import InvalidValueError, UnknownTimeZoneError
from eventkit.findings import Severity
from eventkit.formats.announcement import parse, read_slot
from eventkit.formats.announcement.times import names as tables
from eventkit.model import Recurrence, TimeSlot

ROOT = Path(__file__).parent.parent
CLDR = Path(__file__).parent / "interop" / "node_modules" / "cldr-core"


def local(slot: TimeSlot) -> str:
    """Return a slot as its wall clock says: ``2022-03-01 15:00-16:00 Europe/Rome``."""
    start, end = slot.start, slot.end
    if not isinstance(start, datetime):
        return f"{start}" if end is None else f"{start} to {end}"
    until = ""
    if isinstance(end, datetime):
        until = f"-{end:%H:%M}" if end.date() == start.date() else f"-{end:%d %H:%M}"
    return f"{start:%Y-%m-%d %H:%M}{until} {start.tzinfo}"


# Lines that someone wrote who had not seen the reader

DATELINES = [
    json.loads(line)
    for line in (Path(__file__).parent / "data" / "datelines.jsonl").read_text("utf-8").splitlines()
]
LANGUAGES = sorted({row["lang"] for row in DATELINES})


def instant(value: object) -> str | None:
    """Return a time in UTC, or a date, as the answers have them."""
    if isinstance(value, datetime):
        return f"{value.astimezone(UTC):%Y-%m-%dT%H:%MZ}"
    return None if value is None else str(value)


def verdict(row: dict[str, Any]) -> str:
    """Return ``right``, ``refused``, ``doubted`` or ``wrong`` for an answer to a line."""
    reading = read_slot(row["text"])
    wanted = (row["start_utc"], row["end_utc"])
    if wanted[0] is None and len(row["start_local"] or "") == len("2021-05-06"):
        wanted = (row["start_local"], row["end_local"])
    found = [(instant(slot.start), instant(slot.end)) for slot in reading.slots]
    if wanted[0] and found[:1] == [wanted] and len(found) == 1 + len(row.get("more", ())):
        return "right"
    if not found:
        return "refused"
    doubts = [finding for finding in reading.findings if finding.severity is not Severity.INFO]
    return "doubted" if doubts else "wrong"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_others_are_right_or_refused(language: str) -> None:
    """Each line with an answer gets it; each without is refused or doubted; none is wrong."""
    rows = [row for row in DATELINES if row["lang"] == language]
    told = {row["id"]: (verdict(row), bool(row["start_utc"])) for row in rows}
    assert len(told) >= 40
    assert [name for name, (said, _) in told.items() if said == "wrong"] == []
    missed = [name for name, (said, sure) in told.items() if sure and said != "right"]
    assert missed == [], f"{len(rows) - len(missed)} of {len(rows)} right"


# Lines


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Oct 12 \u201921 \u00b7 11 AM \u2013 noon PDT", "2021-10-12 11:00-12:00 America/Los_Angeles"),
        ("12 October 2021, 15:00 UTC for 1h30", "2021-10-12 15:00-16:30 UTC"),
        ("1\u00b0 marzo 2022, ore 15 (Roma)", "2022-03-01 15:00 Europe/Rome"),
        ("mer. 12 gen. 2022 h 15 \u2013 16 (Roma)", "2022-01-12 15:00-16:00 Europe/Rome"),
        ("12. Mai 2022, 12 Uhr mittags, Wiener Zeit", "2022-05-12 12:00 Europe/Vienna"),
        ("12 mei 2022, 12 tot 13 u (Brusselse tijd)", "2022-05-12 12:00-13:00 Europe/Brussels"),
        ("12 May 2022, 15:00 CEST - 16:30 CEST", "2022-05-12 15:00-16:30 Europe/Berlin"),
        ("Start: 12 May 2022, 14:00 UTC\nEnd: 12 May 2022, 15:30 UTC", "2022-05-12 14:00-15:30 UTC"),
        ("Beginn 14 Uhr, Ende 15:30 Uhr, 12.05.2022 (MEZ/MESZ)",
         "2022-05-12 14:00-15:30 Europe/Berlin"),
        ("4 de mayo de 2022, a las 4 de la tarde (hora de Madrid)", "2022-05-04 16:00 Europe/Madrid"),
        ("dinsdag 3 mei 2022 om half drie 's middags, Nederlandse tijd",
         "2022-05-03 14:30 Europe/Amsterdam"),
        ("Dienstag, 3. Mai 2022, um halb acht abends (MESZ)", "2022-05-03 19:30 Europe/Berlin"),
        ("mardi 3 mai 2022 \u00e0 quatorze heures, heure de Lyon", "2022-05-03 14:00 Europe/Paris"),
        ("Thursday evening, 5 May 2022, 8:00 CEST", "2022-05-05 20:00 Europe/Berlin"),
        ("3 maggio 2022, h. 14:30/15:30 CEST", "2022-05-03 14:30-15:30 Europe/Berlin"),
        ("Paris 15:00, New York 9:00, Tokyo 22:00, 12 May 2022", "2022-05-12 15:00 Europe/Paris"),
        ("12 May 2022\nLondon: 2pm\nParis: 3pm", "2022-05-12 14:00 Europe/London"),
        ("Thu 5 May 2022, 8pm PT / Fri 5am CEST", "2022-05-05 20:00 America/Los_Angeles"),
        ("Thu 5 May 2022, 22:00 CEST / Fri 6 May 2022, 05:00 JST", "2022-05-05 22:00 Europe/Berlin"),
        ("5 May 2022, 22:00 CEST / 05:00 JST (+1)", "2022-05-05 22:00 Europe/Berlin"),
        ("16:00 h (hora peninsular), 15:00 en Canarias, 6 de mayo de 2021",
         "2021-05-06 16:00 Europe/Madrid"),
        ("17h, heure d'\u00e9t\u00e9 d'Europe centrale, 6 mai 2021", "2021-05-06 17:00 Europe/Berlin"),
        ("6 mai 2021, 10 h 30 HAE", "2021-05-06 10:30 America/Toronto"),
        ("6 de mayo de 2021, 12 m. (hora Colombia)", "2021-05-06 12:00 America/Bogota"),
        ("2021-05-06T13:00:00Z/PT1H", "2021-05-06 13:00-14:00 UTC"),
        ("2021-05-06T13:00Z/2021-05-06T14:00Z", "2021-05-06 13:00-14:00 UTC"),
        ("20210506T130000Z", "2021-05-06 13:00 UTC"),
        ("6./7. Mai 2021", "2021-05-06 to 2021-05-07"),
        ("3, 4 y 5 de octubre de 2022", "2022-10-03 to 2022-10-05"),
    ],
)  # fmt: skip
def test_a_line_gives_its_slot(text: str, said: str) -> None:
    """Orders, separators, ordinals, words, ranges, durations and zones of all kinds."""
    reading = read_slot(text)
    assert reading.ok, reading.errors
    assert [local(slot) for slot in reading.slots] == [said]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("6 May 2021 until 15:00 CEST", codes.UNREADABLE_TIME),
        ("registration by 6 May 2021, 15:00 CEST", codes.UNREADABLE_TIME),
        ("6 May 2021, not 15:00 CEST", codes.UNREADABLE_TIME),
        ("6 May 2021, 10:30 for 11:00 (UK time)", codes.UNREADABLE_TIME),
        ("6 May 2021, 3:00 ET", codes.AMBIGUOUS_TIME),
        ("6 May 2021 at 7 (Berlin)", codes.AMBIGUOUS_TIME),
        ("6 May 2021, half past two, UK time", codes.AMBIGUOUS_TIME),
        ("6 May 2021, half three, London time", codes.UNREADABLE_TIME),
        ("Thursday morning, 6 May 2021, 20:00 CEST", codes.AMBIGUOUS_TIME),
        ("6 May 2021, 16:00\u201315:00 UTC", codes.UNREADABLE_TIME),
        ("6 May 1900 UTC", codes.NO_TIME),
        ("Thursday 6 May \u2013 Friday 8 May 2021", codes.WEEKDAY_CONTRADICTS_DATE),
        ("Tuesday/Thursday 6 May 2021, 15:00 CEST", codes.UNREADABLE_TIME),
        ("6 May 2021, 22:00 CEST / Saturday 05:00 JST", codes.ZONES_DISAGREE),
        ("20 October 2022, 19:00, hora de M\u00e9xico", codes.AMBIGUOUS_ZONE),
        ("6 May 2021, 16:00 CEST, 7 May 2021, 10:00 EDT", codes.ZONES_DISAGREE),
        ("6 May 2021 or 7 May 2021, 15:00 CEST", codes.UNREADABLE_TIME),
        ("21-05-06, 15:00 CEST", codes.AMBIGUOUS_DATE),
        ("Thursdays, 6 May, 15:00 CEST", codes.NO_YEAR),
    ],
)
def test_what_is_not_certain_is_refused(text: str, code: str) -> None:
    """One error says why, and there is no slot."""
    reading = read_slot(text)
    assert reading.slots == ()
    assert [finding.code for finding in reading.errors] == [code]


# Series


@pytest.mark.parametrize(
    ("text", "starts"),
    [
        ("4 May, 11 May and 18 May 2022, 16:00 CEST", ["05-04", "05-11", "05-18"]),
        ("Wednesdays 4, 11 and 18 May 2022, 4 pm CEST", ["05-04", "05-11", "05-18"]),
        ("4., 11. und 18. Mai 2022, jeweils 16 Uhr MESZ", ["05-04", "05-11", "05-18"]),
        ("mercoled\u00ec 4, 11 e 18 maggio 2022 alle 16 (CEST)", ["05-04", "05-11", "05-18"]),
        ("les 4, 11 et 18 mai 2022 \u00e0 16h (heure de Paris)", ["05-04", "05-11", "05-18"]),
        ("4, 11 y 18 de mayo de 2022, 16:00 h (hora de Madrid)", ["05-04", "05-11", "05-18"]),
        ("4, 11 e 18 de maio de 2022, \u00e0s 16h (Madrid)", ["05-04", "05-11", "05-18"]),
        ("4, 11 en 18 mei 2022 om 16.00 uur (CEST)", ["05-04", "05-11", "05-18"]),
        ("May 4, 11 and 18, 2022, 4 pm CEST", ["05-04", "05-11", "05-18"]),
        ("6\u20138 May 2022, daily 16:00\u201317:00 CEST", ["05-06", "05-07", "05-08"]),
        ("4.5.2022, 16 Uhr\n11.5.2022, 16 Uhr\n(Berlin)", ["05-04", "05-11"]),
    ],
)
def test_a_series_gives_a_slot_for_each_date(text: str, starts: list[str]) -> None:
    """However its dates are listed, all are at their hour."""
    reading = read_slot(text)
    assert reading.ok, reading.errors
    assert [f"{slot.start:%m-%d %H:%M}" for slot in reading.slots] == [f"{s} 16:00" for s in starts]
    assert len({slot.start.year for slot in reading.slots}) == 1


def test_the_days_of_a_list_stand_on_their_weekday() -> None:
    """One wrong day among several is an error."""
    reading = read_slot("Wednesdays 4, 12 and 18 May 2022, 16:00 CEST")
    assert reading.slots == ()
    assert [finding.code for finding in reading.errors] == [codes.WEEKDAY_CONTRADICTS_DATE]


def test_days_that_share_hours_say_that_they_were_taken_so() -> None:
    """From the 14th to the 16th, nine to twelve, may be said of the whole; hence a warning."""
    reading = read_slot("14\u201316 June 2022, 9:00\u201312:30 (Paris)")
    assert len(reading.slots) == 3
    warnings = [f for f in reading.findings if f.severity is Severity.WARNING]
    assert [finding.code for finding in warnings] == [codes.UNREADABLE_TIME]


def test_a_series_over_new_year_rises() -> None:
    """Dates without a year take that of the next one, or the year before."""
    reading = read_slot("30 December, 6 January and 13 January 2022, 10:00 UTC")
    assert [slot.start.date() for slot in reading.slots if isinstance(slot.start, datetime)] == [
        date(2021, 12, 30), date(2022, 1, 6), date(2022, 1, 13),
    ]  # fmt: skip


def test_an_announcement_of_a_series_is_an_event_that_recurs() -> None:
    """The first date is its slot, the others are included in its recurrence."""
    reading = parse("Open Maps\n\nDate: 4 May, 11 May and 18 May 2022, 16:00-17:00 CEST\n")
    (event,) = reading.events
    assert local(event.slot) == "2022-05-04 16:00-17:00 Europe/Berlin"
    assert event.recurrence == Recurrence(
        included=[datetime(2022, 5, 11, 16), datetime(2022, 5, 18, 16)]
    )


def test_dates_of_different_lengths_are_no_series() -> None:
    """They are refused, since the model has one length for all."""
    text = "4 May 2022, 16:00-17:00 UTC, 11 May 2022, 16:00-18:00 UTC"
    assert len(read_slot(text).slots) == 2
    reading = parse(f"Open Maps\n\nDate: {text}\n")
    assert reading.events == ()
    assert not reading.ok


# Options


def test_the_order_of_day_and_month_is_settled_by_options() -> None:
    """By saying so, or by the language; English alone says nothing."""
    text = "03/04/2021, 10:00 UTC"
    assert [f.code for f in read_slot(text).errors] == [codes.AMBIGUOUS_DATE]
    assert [f.code for f in read_slot(text, language="en").errors] == [codes.AMBIGUOUS_DATE]
    told = {
        "day": [{"day_first": True}, {"language": "en-GB"}, {"language": "fr"}, {"language": "de-AT"}],
        "month": [{"day_first": False}, {"language": "en-US"}, {"day_first": False, "language": "fr"}],
    }  # fmt: skip
    for first, several in told.items():
        wanted = "2021-04-03" if first == "day" else "2021-03-04"
        for options in several:
            reading = read_slot(text, **options)  # type: ignore[arg-type]
            assert [local(slot)[:10] for slot in reading.slots] == [wanted], options
            assert [f.code for f in reading.findings] == [codes.AMBIGUOUS_DATE]


@pytest.mark.parametrize(
    "text",
    ["le 03/04/2021 \u00e0 14h (Paris)", "03/04/2021 ore 14 (Roma)", "03/04/2021 om 14 uur (Gent)",
     "Fecha: 03/04/2021. Horario: 14:00 (Madrid)", "Data: 03/04/2021 | 14:00 (Lisboa)"],
)  # fmt: skip
def test_words_of_a_language_put_the_day_first(text: str) -> None:
    """Outside English the day comes first; a finding says so."""
    reading = read_slot(text)
    assert local(reading.slots[0])[:10] == "2021-04-03"
    assert reading.findings[0].code == codes.AMBIGUOUS_DATE


def test_a_reference_gives_the_year() -> None:
    """The weekday decides around it; without one it is the next such day, and a warning."""
    text = "Thursday 6 May, 3pm London time"
    reading = read_slot(text, reference="2021-06-01")
    assert local(reading.slots[0]) == "2021-05-06 15:00 Europe/London"
    assert reading.findings[0].code == codes.YEAR_CHOSEN
    assert reading.findings[0].severity is Severity.INFO
    reading = read_slot("6 May, 3pm London time", reference=date(2021, 6, 1))
    assert local(reading.slots[0]) == "2022-05-06 15:00 Europe/London"
    assert reading.findings[0].severity is Severity.WARNING
    assert read_slot("Friday 6 May, 3pm London time", reference="2019-06-01").slots == ()


def test_a_default_zone_is_for_times_that_name_none() -> None:
    """It is said that it was taken, and settles an abbreviation of several meanings."""
    reading = read_slot("6 May 2021, 15:00", default_zone="Europe/Rome")
    assert local(reading.slots[0]) == "2021-05-06 15:00 Europe/Rome"
    assert [(f.code, f.severity) for f in reading.findings] == [(codes.NO_ZONE, Severity.INFO)]
    assert local(read_slot("6 May 2021, 15:00 UTC", default_zone="Rome").slots[0])[-3:] == "UTC"
    reading = read_slot("6 May 2021, 15:00 IST", default_zone="Asia/Kolkata")
    assert local(reading.slots[0]) == "2021-05-06 15:00 Asia/Kolkata"


def test_a_language_with_its_country_settles_an_abbreviation() -> None:
    """IST is India's in the English of India; English alone says nothing."""
    text = "6 May 2021, 15:00 IST"
    assert [f.code for f in read_slot(text, language="en").errors] == [codes.AMBIGUOUS_ZONE]
    assert local(read_slot(text, language="en-IN").slots[0]) == "2021-05-06 15:00 Asia/Kolkata"


def test_wrong_options_say_what_to_type() -> None:
    """They are the caller's mistake, so they are raised."""
    with pytest.raises(InvalidValueError, match="not read"):
        read_slot("x", language="xx")
    with pytest.raises(InvalidValueError, match="no date"):
        read_slot("x", reference="soon")
    with pytest.raises(UnknownTimeZoneError):
        read_slot("x", default_zone="Nowhere/City")


# The table


def test_the_table_of_names_is_that_of_the_installed_releases(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    """Made anew, it is the same; else run tools/make_announcement_names.py."""
    if not CLDR.exists():
        pytest.skip("no packages for node: run npm ci --prefix tests/interop")
    monkeypatch.syspath_prepend(str(ROOT / "tools"))
    path = ROOT / "tools" / "make_announcement_names.py"
    spec = importlib.util.spec_from_file_location("make_announcement_names", path)
    assert spec and spec.loader
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, spec.name, module)
    spec.loader.exec_module(module)
    shipped = module.TARGET.read_text("utf-8")
    assert f'"cldr":"{get_cldr_version()}"' in shipped
    assert module.text(str(CLDR)) == shipped


def test_names_mean_one_thing_in_all_languages() -> None:
    """No month or weekday of one language is another of the next."""
    table = tables._table()
    for rows in (
        list(table["months"].values()),
        [both["wide"] for both in table["weekdays"].values()],
        [both["abbreviated"] for both in table["weekdays"].values()],
    ):
        pairs = {pair for row in rows for pair in row.items()}
        assert len(pairs) == len({name for name, _ in pairs})


def test_what_is_said_again_in_another_zone_is_evidence() -> None:
    """The first time counts; each of the others has its span, and no date of a series is an end."""
    reading = read_slot("9am PT / 12pm ET / 6pm CEST, 18 April 2023")
    said = {path: quoted for path, (_, _, quoted) in reading.evidence.items()}
    assert (said["slot.start[1]"], said["slot.start[2]"]) == ("12pm ET", "6pm CEST")
    series = read_slot("6 May 2021, 13:00 CEST; 13 May 2021, 14:00 CEST")
    assert len(series.slots) == 2
    assert "slot.end" not in series.evidence


def test_an_hour_after_noon_is_in_the_afternoon() -> None:
    """From noon to one, as from 12pm to one."""
    (slot,) = read_slot("Tuesday, 18 April 2023, noon to 1 CT").slots
    assert slot.duration == timedelta(hours=1)


@pytest.mark.parametrize("sign", ["&", "and"])
def test_zones_are_read_as_zoom_calls_them(sign: str) -> None:
    """The country in brackets chooses no other zone."""
    for name, hour in (("Eastern", 15), ("Central", 16), ("Mountain", 17), ("Pacific", 18)):
        (slot,) = read_slot(f"Jun 18, 2024 11:00 AM {name} Time (US {sign} Canada)").slots
        assert slot.start_utc == datetime(2024, 6, 18, hour, tzinfo=UTC)
