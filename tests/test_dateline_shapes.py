"""Any slot, in each shape in which people of seven languages write it, is read back."""

from __future__ import annotations

import time
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from babel import Locale
from babel.dates import format_date, get_timezone_name
from hypothesis import assume, given, settings
from hypothesis import strategies as st

from eventkit.formats.announcement import read_slot
from eventkit.formats.announcement.times.scan import scan
from eventkit.model import TimeSlot
from eventkit.timezones.abbreviations import readings

# How each language joins times; {0} and {1} are they, {z} is the zone.
SHAPES = {
    "en": [
        "{d}, {0}-{1} ({z})", "{d} | {0} \u2013 {1} | {z}", "{d} from {0} to {1} ({z})",
        "{0} to {1} ({z}), {d}", "Date: {d}\nTime: {0}\u2014{1} ({z})",
        "{d}, {0}\u2013{1}, {z} time", "{d} between {0} and {1} ({z})",
        "Start: {d}, {0} ({z})\nEnd: {d}, {1} ({z})", "{d} at {0} ({z}) until {1} ({z})",
    ],
    "it": [
        "{d}, ore {0}-{1} ({z})", "{d}, dalle ore {0} alle ore {1} (ora di {z})",
        "{d} dalle {0} alle {1}, ora di {z}", "dalle {0} alle {1} di {d} ({z})",
        "Data: {d}\nOra: {0} - {1} ({z})", "{d} \u00b7 h {0}\u2013{1} \u00b7 {z}",
        "{d}, tra le {0} e le {1} ({z})",
    ],
    "fr": [
        "{d}, {0} \u2013 {1} (heure de {z})", "le {d} de {0} \u00e0 {1} (heure de {z})",
        "{d} | {0}-{1} | {z}", "de {0} \u00e0 {1}, le {d} ({z})", "{d}, entre {0} et {1} ({z})",
        "Date : {d}\nHeure : {0} \u00e0 {1} ({z})",
    ],
    "de": [
        "{d}, {0}\u2013{1} Uhr ({z})", "{d}, von {0} bis {1} Uhr ({z})",
        "{d}, {0} Uhr bis {1} Uhr, Ortszeit {z}", "{0}-{1} Uhr, {d} ({z})",
        "Datum: {d}\nUhrzeit: {0} - {1} Uhr ({z})", "Beginn {0} Uhr, Ende {1} Uhr, {d} ({z})",
        "{d} zwischen {0} und {1} Uhr ({z})",
    ],
    "es": [
        "{d}, {0} - {1} h (hora de {z})", "{d}, de {0} a {1} h (hora de {z})",
        "{d} de las {0} a las {1} ({z})", "de {0} a {1} h, {d} ({z})",
        "Fecha: {d}\nHora: {0} a {1} ({z})", "{d}, entre las {0} y las {1} ({z})",
    ],
    "pt": [
        "{d}, {0} - {1} (hor\u00e1rio de {z})", "{d}, das {0} \u00e0s {1} (hora de {z})",
        "{d}, de {0} a {1} ({z})", "das {0} \u00e0s {1}, {d} ({z})",
        "Data: {d}\nHora: {0} \u00e0s {1} ({z})",
    ],
    "nl": [
        "{d}, {0}-{1} uur ({z})", "{d} van {0} tot {1} uur ({z})", "{d}, {0} uur tot {1} uur, {z}",
        "van {0} tot {1} uur, {d} ({z})", "Datum: {d}\nTijd: {0} - {1} uur ({z})",
        "{d} tussen {0} en {1} uur ({z})",
    ],
}  # fmt: skip
DAYS = {
    "en": ["full", "long", "medium", "EEEE d MMMM y", "EEE, d MMM y", "d MMM y", "y-MM-dd"],
    "it": ["full", "long", "medium", "EEE d MMM y", "EEEE, d MMMM y", "dd/MM/y", "d.M.y"],
    "fr": ["full", "long", "medium", "EEE d MMM y", "EEEE, d MMMM y", "dd/MM/y"],
    "de": ["full", "long", "medium", "EEE, d. MMM y", "EEEE, 'den' d. MMMM y", "dd.MM.y"],
    "es": ["full", "long", "medium", "EEE d MMM y", "EEEE d 'de' MMMM 'del' y", "dd/MM/y"],
    "pt": ["full", "long", "medium", "EEE, d MMM y", "d 'de' MMMM 'de' y", "dd/MM/y"],
    "nl": ["full", "long", "medium", "EEE d MMM y", "d MMMM y", "d-M-y"],
}
CLOCKS = {
    "en": ["%H:%M", "%H.%M", "12"], "it": ["%H:%M", "%H.%M"], "fr": ["%H:%M", "%Hh%M", "%H h %M"],
    "de": ["%H:%M", "%H.%M"], "es": ["%H:%M", "%H.%M", "12"], "pt": ["%H:%M", "%Hh%M"],
    "nl": ["%H:%M", "%H.%M"],
}  # fmt: skip
PLACES = [
    "Europe/Paris", "Europe/Rome", "Europe/London", "America/New_York", "Asia/Tokyo",
    "America/Sao_Paulo", "Australia/Sydney", "Europe/Vienna", "Africa/Nairobi", "Asia/Singapore",
]  # fmt: skip


def clock(when: datetime, form: str) -> str:
    """Return a time of day in a form, without minutes where it is full and the form allows."""
    if form == "12":
        minutes = f":{when:%M}" if when.minute else ""
        return f"{when.hour % 12 or 12}{minutes} {'am' if when.hour < 12 else 'pm'}"
    return when.strftime(form)


def city(key: str, language: str) -> str:
    """Return what CLDR calls the city of a zone."""
    names = Locale.parse(language).time_zones.get(key, {})
    return str(names.get("city", key.rpartition("/")[2].replace("_", " ")))


@st.composite
def written(draw: st.DrawFn) -> tuple[str, str, TimeSlot]:
    """Draw a language, a statement in it, and the slot that it means."""
    language = draw(st.sampled_from(sorted(SHAPES)))
    key = draw(st.sampled_from(PLACES))
    day = draw(st.dates(date(2015, 1, 1), date(2035, 12, 31)))
    start = datetime(day.year, day.month, day.day) + timedelta(
        minutes=5 * draw(st.integers(6 * 12, 21 * 12))
    )
    end = start + timedelta(minutes=5 * draw(st.integers(1, 2 * 12)))
    assume(len(readings(start, key)) == len(readings(end, key)) == 1)
    form = draw(st.sampled_from(CLOCKS[language]))
    text = draw(st.sampled_from(SHAPES[language])).format(
        clock(start, form),
        clock(end, form),
        d=format_date(day, draw(st.sampled_from(DAYS[language])), locale=language),
        z=draw(st.sampled_from([key, city(key, language)])),
    )
    zone = ZoneInfo(key)
    return language, text, TimeSlot(start.replace(tzinfo=zone), end.replace(tzinfo=zone))


@given(drawn=written())
@settings(max_examples=1500, deadline=None)
def test_a_slot_is_read_back_in_every_shape(drawn: tuple[str, str, TimeSlot]) -> None:
    """Weekday, date, times and place in the words and the order of the language."""
    language, text, slot = drawn
    reading = read_slot(text, language=language)
    assert reading.ok, (text, reading.errors)
    assert reading.slots == (slot,), text


@pytest.mark.parametrize("language", sorted(SHAPES))
@pytest.mark.parametrize("key", PLACES)
@pytest.mark.parametrize("month", [1, 7])
def test_the_name_of_a_zone_is_read_back(language: str, key: str, month: int) -> None:
    """What CLDR calls the clock of a zone in that season is understood as its offset."""
    when = datetime(2025, month, 15, 14, 30, tzinfo=ZoneInfo(key))
    name = get_timezone_name(when, "long", locale=language)
    day = format_date(when, "long", locale=language)
    reading = read_slot(f"{day}, 14:30 ({name})")
    assert reading.ok, (name, reading.errors)
    (slot,) = reading.slots
    assert slot.start_utc == when.astimezone(UTC), name


@pytest.mark.parametrize("language", sorted(SHAPES))
def test_every_day_and_month_is_read(language: str) -> None:
    """The names of CLDR in every width, for each month and each day of the week."""
    for month in range(1, 13):
        for number in range(1, 8):
            day = date(2024, month, number)
            for form in ("full", "EEE d MMM y", "EEEE d MMMM y", "d LLLL y"):
                text = format_date(day, form, locale=language)
                assert read_slot(text).slots == (TimeSlot(day),), text


# Bounds

UNITS = [
    "1", "1 ", "1-", "1,", "1/", "1.", "12:", "12:30 ", "12:30-", "1 May ", "1, 2 ", "1 and ",
    "6 May, ", "May 1, ", "from ", "a las ", "at at ", "(", "UTC+1 ", "CET/", "Paris ", "Mon, ",
    "1 2021 ", "- ", "de la ", "heure de ", "2021-05-06 ", "'s ", "half ", "one hour ", "A b' ",
]  # fmt: skip


@pytest.mark.parametrize("unit", UNITS)
@pytest.mark.parametrize("lead", ["", "6 May 2021, 15:00 CEST "])
def test_a_line_takes_time_in_step_with_its_length(lead: str, unit: str) -> None:
    """Four times the text takes about four times as long, and 2,000 characters little at all."""

    def seconds(length: int) -> float:
        text = lead + unit * (length // len(unit))
        taken = []
        for _ in range(2):
            begin = time.process_time()
            scan(text)
            taken.append(time.process_time() - begin)
        return min(taken)

    scan("6 May 2021, 15:00 CEST")
    assert seconds(2_000) < 10 * seconds(500) + 0.02
    assert seconds(2_000) < 0.5
