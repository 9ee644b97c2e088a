"""Zones by whatever people call them, and the tables that know."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import datetime, timedelta
from functools import cache
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
import tzdata

from eventkit import codes
from eventkit.errors import InvalidValueError, UnknownTimeZoneError
from eventkit.timezones import find_zone, zone
from eventkit.timezones.abbreviations import is_abbreviation, place_abbreviation, readings
from eventkit.timezones.tables import packaged_rows, table

ROOT = Path(__file__).parent.parent
CLDR = Path(__file__).parent / "interop" / "node_modules" / "cldr-core"
JULY, DECEMBER = datetime(2026, 7, 1, 12), datetime(2026, 12, 1, 12)
SUMMER, WINTER = datetime(2019, 7, 1, 12), datetime(2019, 12, 1, 12)  # no release changes them


@cache
def _maker() -> ModuleType:
    spec = importlib.util.spec_from_file_location(
        "make_timezones", ROOT / "tools" / "make_timezones.py"
    )
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    sys.modules[spec.name] = module
    spec.loader.exec_module(module)
    return module


def _cldr(name: str) -> dict[str, object]:
    path = CLDR / "supplemental" / f"{name}.json"
    if not path.exists():
        pytest.skip("no packages for node: run npm ci --prefix tests/interop")
    found: dict[str, object] = json.loads(path.read_text("utf-8"))["supplemental"][name]
    return found


def test_the_table_of_abbreviations_is_that_of_the_installed_tzdata() -> None:
    """Made anew, it is the same; else run tools/make_timezones.py."""
    found = [_cldr(name) for name in ("metaZones", "territoryInfo", "primaryZones")]
    shipped = table("abbreviations")
    assert shipped["tzdata"] == tzdata.IANA_VERSION
    assert shipped["zones"] == _maker().abbreviations(_maker().ranking(*found))


def test_the_table_of_windows_is_that_of_cldr() -> None:
    """Its release is noted, and every zone in it exists."""
    shipped = table("windows")
    assert shipped["zones"] == _maker().windows(_cldr("windowsZones"))
    assert shipped["cldr"] == json.loads((CLDR / "package.json").read_text("utf-8"))["version"]
    for name, key in shipped["zones"].items():
        if name.startswith("UTC"):
            continue  # an offset, which is found as such
        assert zone(name) == ZoneInfo(key)
        assert zone(name.upper()) == ZoneInfo(key)


@cache
def _truth() -> dict[tuple[str, datetime], dict[timedelta, list[str]]]:
    """What zoneinfo says, without our tables: name and noon -> offset -> zones where it holds."""
    found: dict[tuple[str, datetime], dict[timedelta, list[str]]] = {}
    places = [ZoneInfo(row[2]) for row in packaged_rows("zone.tab")]
    for year in range(2015, 2031):
        for month in range(1, 13):
            noon = datetime(year, month, 15, 12)
            for place in places:
                when = noon.replace(tzinfo=place)
                name, offset = when.tzname() or "", when.utcoffset() or timedelta(0)
                if name.isalpha():
                    held = found.setdefault((name, noon), {})
                    held.setdefault(offset, []).append(place.key)
    return found


def _text(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@pytest.mark.parametrize("name", table("abbreviations")["zones"])
def test_every_abbreviation_resolves_or_is_ambiguous(name: str) -> None:
    """
    In the middle of each month of 2015 to 2030.

    It resolves to a zone where it is in force, naming every other offset that it may mean; or it
    is ambiguous, naming every one; or it is not in force where people mean, and a city is named
    where it is.
    """
    if name in ("GMT", "UTC"):
        return  # an offset, not an abbreviation that needs a place
    assert is_abbreviation(name)
    for year in range(2015, 2031):
        for month in range(1, 13):
            local = datetime(year, month, 15, 12)
            held = _truth().get((name, local), {})
            found = place_abbreviation(local, name)
            if found.when is not None:
                others = {offset for offset in held if offset != found.when.utcoffset()}
                assert found.when.tzname() == name
                assert found.when.replace(tzinfo=None) == local
                assert str(found.when.tzinfo) in held[found.when.utcoffset() or timedelta(0)]
                assert all(_text(offset) in found.message for offset in others)
                assert found.rivals or not others
            elif found.code == codes.AMBIGUOUS_ZONE:
                candidates = found.message.partition(";")[0]
                assert held
                assert all(_text(offset) in candidates for offset in held)
            else:
                assert found.code == codes.ABBREVIATION_NOT_IN_FORCE
                cities = {
                    key.rpartition("/")[2].replace("_", " ") for z in held.values() for key in z
                }
                named = (found.hint or "").partition(", such as ")[2]
                assert named in cities if held else named not in cities


@pytest.mark.parametrize(
    ("name", "local", "candidates", "others"),
    [
        (
            "IST",
            SUMMER,
            "India (Kolkata, +05:30) or Ireland (Dublin, +01:00)",
            "Jerusalem is on IDT",
        ),
        (
            "IST",
            WINTER,
            "India (Kolkata, +05:30) or Israel (Jerusalem, +02:00)",
            "Dublin is on G",
        ),
        (
            "CST",
            SUMMER,
            "or China (Shanghai, +08:00)",
            "Chicago is on CDT (-05:00) and Havana is on",
        ),
        ("CST", WINTER, "(Chicago, -06:00), China (Shanghai, +08:00) or Cuba (Havana, -05:", ""),
        ("SST", SUMMER, "American Samoa (Pago Pago, -11:00) or Singapore (+08:00)", ""),
        ("AST", WINTER, "Canada (Halifax, -04:00) or Saudi Arabia (Riyadh, +03:00)", ""),
        ("ECT", WINTER, "Ecuador (Guayaquil, -05:00) or Germany (Berlin, +01:00)", ""),
    ],
)
def test_ambiguous_ones_name_their_candidates(
    name: str, local: datetime, candidates: str, others: str
) -> None:
    """Those in force that day, and where the clocks are on another name that day."""
    with pytest.raises(UnknownTimeZoneError) as caught:
        find_zone(name, local)
    assert candidates in str(caught.value)
    assert others in str(caught.value)


def test_a_zone_that_took_an_abbreviation_later_is_not_meant_before() -> None:
    """Sudan went from EAT to CAT in November 2017; until then CAT was that of others."""
    before, after = (find_zone("CAT", datetime(year, 6, 15, 12)).zone for year in (2017, 2018))
    assert (str(before), str(after)) == ("Africa/Maputo", "Africa/Khartoum")


def test_an_instant_is_not_a_wall_clock() -> None:
    """At half past two in Paris it is the evening in New York, where no hour is skipped."""
    paris = datetime(2026, 3, 8, 2, 30, tzinfo=ZoneInfo("Europe/Paris"))
    assert find_zone("EST", paris).zone == ZoneInfo("America/New_York")
    with pytest.raises(InvalidValueError, match="does not exist"):
        find_zone("EST", paris.replace(tzinfo=None))


@pytest.mark.parametrize(
    ("name", "local", "country", "key"),
    [
        ("CEST", JULY, None, "Europe/Berlin"),
        ("CET", DECEMBER, None, "Europe/Berlin"),
        ("EET", DECEMBER, None, "Europe/Kyiv"),
        ("WET", DECEMBER, None, "Europe/Lisbon"),
        ("EST", DECEMBER, None, "America/New_York"),
        ("ET", JULY, None, "America/New_York"),
        ("PST", DECEMBER, None, "America/Los_Angeles"),
        ("HST", JULY, None, "Pacific/Honolulu"),
        ("AEDT", DECEMBER, None, "Australia/Sydney"),
        ("BST", JULY, None, "Europe/London"),
        ("IST", JULY, "IN", "Asia/Kolkata"),
        ("IST", JULY, "IE", "Europe/Dublin"),
        ("IST", DECEMBER, "IL", "Asia/Jerusalem"),
        ("CST", DECEMBER, "CN", "Asia/Shanghai"),
        ("CST", DECEMBER, "US", "America/Chicago"),
        ("CEST", JULY, "FR", "Europe/Paris"),
        ("Paris", None, None, "Europe/Paris"),
        ("paris time", None, None, "Europe/Paris"),
        ("New York", None, None, "America/New_York"),
        ("cest", JULY, None, "Europe/Berlin"),
        ("edt", JULY, None, "America/New_York"),
        ("ADT", JULY, None, "America/Halifax"),
        ("IST (India)", JULY, None, "Asia/Kolkata"),
        ("IST (Kolkata)", JULY, None, "Asia/Kolkata"),
        ("CST (Chicago)", DECEMBER, None, "America/Chicago"),
        ("Central European Time", JULY, None, "Europe/Berlin"),
        ("Central European Summer Time", JULY, None, "Europe/Berlin"),
        ("US Eastern", None, None, "America/New_York"),
        ("South Korea", None, None, "Asia/Seoul"),
        ("England", None, None, "Europe/London"),
        ("Türkiye", None, None, "Europe/Istanbul"),
        ("Timbuktu", None, None, "Africa/Timbuktu"),
        ("UK time", None, None, "Europe/London"),
        ("Italy", None, None, "Europe/Rome"),
        ("Germany", None, None, "Europe/Berlin"),
        ("Eastern time", None, None, "America/New_York"),
        ("W. Europe Standard Time", None, None, "Europe/Berlin"),
        ("Romance Standard Time", None, None, "Europe/Paris"),
        ("India Standard Time", None, None, "Asia/Kolkata"),
    ],
)
def test_a_zone_is_found(name: str, local: datetime | None, country: str | None, key: str) -> None:
    """By abbreviation, generic name, city, country, or what Windows calls it."""
    assert find_zone(name, local, country=country).zone == ZoneInfo(key)


@pytest.mark.parametrize(
    ("name", "local", "error", "words"),
    [
        ("EST", JULY, InvalidValueError, "EDT (-04:00) is"),
        ("EDT", DECEMBER, InvalidValueError, "EST (-05:00) is"),
        ("CEST", DECEMBER, InvalidValueError, "CET (+01:00) is"),
        ("CET", JULY, InvalidValueError, "CEST (+02:00) is"),
        ("BST", DECEMBER, InvalidValueError, "GMT (+00:00) is"),
        ("PST", JULY, InvalidValueError, "PDT (-07:00) is"),
        ("AEDT", JULY, InvalidValueError, "AEST (+10:00) is"),
        ("est", JULY, InvalidValueError, "EDT (-04:00) is"),
        ("Central European Summer Time", DECEMBER, InvalidValueError, "CET (+01:00) is"),
        ("EST (New York)", JULY, InvalidValueError, "EDT (-04:00) is"),
        ("EST (Nowhere)", JULY, UnknownTimeZoneError, "IANA name"),
        ("USA", None, UnknownTimeZoneError, "America/Chicago"),
        ("Korea", None, UnknownTimeZoneError, "Asia/Pyongyang, Asia/Seoul"),
        ("AST", JULY, UnknownTimeZoneError, "Arabia"),
        ("SST", JULY, UnknownTimeZoneError, "Singapore"),
        ("ECT", JULY, UnknownTimeZoneError, "Ecuador"),
        ("Australia", None, UnknownTimeZoneError, "Australia/Brisbane"),
        ("Spain", None, UnknownTimeZoneError, "Europe/Madrid, Atlantic/Canary"),
        ("Berln", None, UnknownTimeZoneError, "Europe/Berlin"),
        ("Nowhere", None, UnknownTimeZoneError, "IANA name"),
        ("", None, UnknownTimeZoneError, "Europe/Berlin"),
    ],
)
def test_what_is_not_clear_is_refused(
    name: str, local: datetime | None, error: type[Exception], words: str
) -> None:
    """With what would be right, or the candidates; never a silent choice."""
    with pytest.raises(error) as caught:
        find_zone(name, local)
    assert words in str(caught.value)


def test_traps_are_pointed_out() -> None:
    """Names that mean what few expect, in any case."""
    assert "UTC-5" in (find_zone("Etc/GMT+5").note or "")
    assert "UTC-5" in (find_zone("etc/gmt+5").note or "")
    assert "city is safer" in (find_zone("EST5EDT").note or "")
    assert "city is safer" in (find_zone("est").note or "")
    assert "EDT that day" in (find_zone("Eastern Standard Time", JULY).note or "")
    assert find_zone("Eastern Standard Time", DECEMBER).note is None
    assert find_zone("GMT+2").note is None
    assert find_zone("Europe/Paris").note is None


def test_a_local_time_has_no_reading_in_a_gap_and_two_in_a_fold() -> None:
    """That is what every check of a statement goes by."""
    assert readings(datetime(2026, 3, 29, 2, 30), "Europe/Paris") == []
    assert len(readings(datetime(2026, 10, 25, 2, 30), "Europe/Paris")) == 2
