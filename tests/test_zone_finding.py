"""Zones by whatever people call them, and the tables that know."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import datetime
from functools import cache
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo

import pytest
import tzdata

from eventkit.errors import InvalidValueError, UnknownTimeZoneError
from eventkit.timezones import find_zone, zone
from eventkit.timezones.abbreviations import is_abbreviation, place_abbreviation, readings
from eventkit.timezones.tables import table

ROOT = Path(__file__).parent.parent
CLDR = Path(__file__).parent / "interop" / "node_modules" / "cldr-core"
JULY, DECEMBER = datetime(2026, 7, 1, 12), datetime(2026, 12, 1, 12)


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


@pytest.mark.parametrize("name", table("abbreviations")["zones"])
def test_every_abbreviation_resolves_or_is_ambiguous(name: str) -> None:
    """In the middle of each month of 2015 to 2030: where it is in force, or not at all."""
    if name in ("GMT", "UTC"):
        return  # an offset, not an abbreviation that needs a place
    assert is_abbreviation(name)
    rows = table("abbreviations")["zones"][name]
    for year in range(2015, 2031):
        for month in (1, 4, 7, 10):
            local = datetime(year, month, 15, 12)
            found = place_abbreviation(local, name)
            if found.when is not None:
                assert found.when.tzname() == name
                assert found.when.replace(tzinfo=None) == local
                assert found.when.utcoffset().total_seconds() / 60 in {row[0] for row in rows}
            else:
                assert found.message
                assert found.hint


def test_ambiguous_ones_name_their_candidates() -> None:
    """Each country in which IST or CST is in force then."""
    for name, countries in (("IST", ("India", "Israel", "Ireland")), ("CST", ("China", "Cuba"))):
        with pytest.raises(UnknownTimeZoneError) as caught:
            find_zone(name, JULY)
        assert all(country in str(caught.value) for country in countries)


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
        ("AST", JULY, UnknownTimeZoneError, "Arabia"),
        ("SST", JULY, UnknownTimeZoneError, "Singapore"),
        ("ECT", JULY, UnknownTimeZoneError, "Ecuador"),
        ("Australia", None, UnknownTimeZoneError, "7 time zones"),
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
    """Names of zone files that mean what few expect."""
    assert "UTC-5" in (find_zone("Etc/GMT+5").note or "")
    assert "city is safer" in (find_zone("EST5EDT").note or "")
    assert find_zone("Europe/Paris").note is None


def test_a_local_time_has_no_reading_in_a_gap_and_two_in_a_fold() -> None:
    """That is what every check of a statement goes by."""
    assert readings(datetime(2026, 3, 29, 2, 30), "Europe/Paris") == []
    assert len(readings(datetime(2026, 10, 25, 2, 30), "Europe/Paris")) == 2
