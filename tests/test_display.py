"""Times as people read them, and as scripts write them."""

from __future__ import annotations

import builtins
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit import TimeSlot
from eventkit.errors import EventkitError, InvalidValueError, NaiveDatetimeError
from eventkit.testing import slots
from eventkit.timezones import display, format_in_zones, format_range, format_zone
from eventkit.timezones.moments import read_moment

babel = pytest.importorskip("babel")

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
NIGHT = TimeSlot.local("2019-04-17 23:00", "2019-04-18 01:00", "America/New_York")


def _plain(text: str) -> str:
    """CLDR has narrow and thin blanks, which releases of it change."""
    return " ".join(
        text.replace("\u2009", " ").replace("\u202f", " ").replace("\u00a0", " ").split()
    )


@pytest.mark.parametrize(
    ("locale", "text"),
    [
        (
            "fr",
            "mercredi 17 avril 2019, 13:00 \u2013 14:00 (heure d\u2019été d\u2019Europe centrale)",
        ),
        ("de", "Mittwoch, 17. April 2019, 13:00\u201314:00 Uhr (Mitteleuropäische Sommerzeit)"),
        ("it", "mercoledì 17 aprile 2019, 13:00\u201314:00 (Ora legale dell\u2019Europa centrale)"),
        (
            "es",
            "miércoles, 17 de abril de 2019, 13:00\u201314:00 (hora de verano de Europa central)",
        ),
        ("nl", "woensdag 17 april 2019, 13:00\u201314:00 (Midden-Europese zomertijd)"),
        ("en", "Wednesday, April 17, 2019, 1:00 \u2013 2:00 PM (Central European Summer Time)"),
        ("en-GB", "Wednesday, 17 April 2019, 13:00\u201314:00 (Central European Summer Time)"),
    ],
)
def test_a_range_is_told_in_any_language(locale: str, text: str) -> None:
    """Twelve or twenty-four hours as they are usual there, and what both ends share once."""
    assert _plain(format_range(SLOT.start, SLOT.end, locale=locale)) == text


def test_a_night_has_both_its_days() -> None:
    """And an unknown end is not told."""
    assert _plain(format_range(NIGHT.start, NIGHT.end)) == (
        "Wednesday, April 17, 2019, 11:00 PM \u2013 Thursday, April 18, 2019, 1:00 AM"
        " (Eastern Daylight Time)"
    )
    assert (
        _plain(format_range(NIGHT.start, with_zone=False)) == "Wednesday, April 17, 2019, 11:00 PM"
    )


def test_dates_have_no_clock() -> None:
    """What the two days share is told once."""
    assert format_range(date(2021, 5, 6), locale="de") == "Donnerstag, 6. Mai 2021"
    assert (
        _plain(format_range(date(2021, 5, 6), date(2021, 5, 8), locale="fr")) == "6\u20138 mai 2021"
    )


def test_several_zones_stand_in_one_line() -> None:
    """Named by their cities, with a mark where the day is another."""
    zones = ["Europe/Paris", "America/Los_Angeles", "Pacific/Auckland", "+05:30"]
    late = TimeSlot.local("2019-04-17 20:00", "21:00", "Europe/Paris")
    assert _plain(format_in_zones(late.start, late.end, zones, locale="de")) == (
        "20:00\u201321:00 Uhr Paris \u00b7 11:00\u201312:00 Uhr Los Angeles"
        " \u00b7 06:00\u201307:00 Uhr Auckland (+1) \u00b7 23:30\u201300:30 UTC+05:30"
    ).replace("23:30\u201300:30", "23:30\u201300:30")


def test_a_zone_is_named_by_more_than_an_abbreviation() -> None:
    """A fixed offset by itself, and a zone without a name in a language by its city."""
    assert format_zone(SLOT.start) == "Central European Summer Time"
    assert format_zone(SLOT.astimezone("+05:30").start, locale="fr") == "UTC+05:30"
    assert format_zone(SLOT.astimezone("Asia/Kathmandu").start) == "Kathmandu, UTC+05:45"


@given(slot=slots(), locale=st.sampled_from(["en", "fr", "ar", "ja", "pt-BR", "hi"]))
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_slot_can_be_told(slot: TimeSlot, locale: str) -> None:
    """Alike each time, with no place left empty."""
    text = format_range(slot.start, slot.end, locale=locale)
    assert text == format_range(slot.start, slot.end, locale=locale)
    assert "None" not in text
    assert "()" not in text


def test_without_the_library_it_is_plain_english(monkeypatch: pytest.MonkeyPatch) -> None:
    """With 24 hours, the name of the zone and its offset."""
    real = builtins.__import__

    def no_babel(name: str, *rest: Any) -> Any:
        if name.startswith("babel"):
            raise ImportError(name)
        return real(name, *rest)

    display._words.cache_clear()
    monkeypatch.setattr(builtins, "__import__", no_babel)
    try:
        text = format_range(SLOT.start, SLOT.end, locale="fr")
        both = format_range(NIGHT.start, NIGHT.end, with_zone=False)
        days = format_range(date(2021, 5, 6), date(2021, 5, 8))
    finally:
        display._words.cache_clear()
    assert text == "Wednesday, 17 April 2019, 13:00\u201314:00 (Europe/Paris, UTC+02:00)"
    assert both == "Wednesday, 17 April 2019, 23:00 \u2013 Thursday, 18 April 2019, 01:00"
    assert days == "Thursday, 6 May 2021 \u2013 Saturday, 8 May 2021"


def test_what_cannot_be_told_is_refused() -> None:
    """A naive time, and a language that is none."""
    with pytest.raises(NaiveDatetimeError):
        format_range(datetime(2019, 4, 17, 13))
    with pytest.raises(InvalidValueError, match="unknown language"):
        format_range(SLOT.start, locale="klingon")


@pytest.mark.parametrize(
    ("text", "utc"),
    [
        ("2019-04-17 13:00", "2019-04-17T11:00"),
        ("2019-04-17T13:00:00", "2019-04-17T11:00"),
        ("2019-04-17T13:00:00+02:00", "2019-04-17T11:00"),
        ("2019-04-17T13:00+0200", "2019-04-17T11:00"),
        ("2019-04-17T11:00Z", "2019-04-17T11:00"),
        ("2019-04-17T13:00:00+02:00[Europe/Paris]", "2019-04-17T11:00"),
        ("2019-04-17T13:00:00+02:00[!Europe/Paris][u-ca=gregory]", "2019-04-17T11:00"),
        ("2019-04-17T11:00:00Z[Europe/Paris]", "2019-04-17T11:00"),
        ("2019-04-17T13:00[America/New_York]", "2019-04-17T17:00"),
        ("2019-04-17T11:00:00.000Z", "2019-04-17T11:00"),
        ("2019-04-17T11:00:00.123456000Z", "2019-04-17T11:00"),
        ("2019-04-17T13:00:00,5+02", "2019-04-17T11:00"),
        ("20190417T1300", "2019-04-17T11:00"),
        ("20190417T110000Z", "2019-04-17T11:00"),
        ("2019-04-17t11:00z", "2019-04-17T11:00"),
    ],
)
def test_a_moment_is_read(text: str, utc: str) -> None:
    """ISO 8601, and RFC 9557 with the name of the zone."""
    found = read_moment(text, "Europe/Paris")
    assert found.astimezone(UTC).isoformat()[:16] == utc
    assert str(found.tzinfo) == "Europe/Paris"


@pytest.mark.parametrize(
    "text",
    [
        "2019-04-17",
        "13:00",
        "soon",
        "2019-04-17T25:00",
        "2019-02-30T13:00",
        "2019-03-31T02:30",
        "2019-10-27T02:30",
        "2019-04-17T13:00-07:00",
        "2019-04-17T13:00+01:00[Europe/Paris]",
        "2019-04-17T13:00[Europe/Pariss]",
        "2019-04-17T13:00+02:00[!u-ca=hebrew]",
        "2019-04-17T13:00" + "[a]" * 50,
        "2019-04-17T13:00[Europe/Paris][Europe/Rome]",
        "2019-04-17T24:00",
        "2019-0417T13:00",
        "2019-04-17T13:00:00.1234567Z",
    ],
)
def test_what_is_no_moment_is_refused_with_a_hint(text: str) -> None:
    """Skipped, repeated, contradicted, or not understood."""
    with pytest.raises(EventkitError) as caught:
        read_moment(text, "Europe/Paris")
    assert caught.value.hint
