"""Zones by whatever people call them, and the tables that know."""

from __future__ import annotations

import importlib.util
import json
import sys
from datetime import UTC, datetime, timedelta
from functools import cache
from pathlib import Path
from types import ModuleType
from zoneinfo import ZoneInfo, available_timezones

import pytest
import tzdata

from eventkit import codes
from eventkit.errors import InvalidValueError, UnknownTimeZoneError
from eventkit.formats.announcement import read_slot
from eventkit.timezones import find_zone, zone
from eventkit.timezones.abbreviations import UNSETTLED, is_abbreviation, readings
from eventkit.timezones.settling import Context, place_abbreviation
from eventkit.timezones.tables import table

ROOT = Path(__file__).parent.parent
CLDR = Path(__file__).parent / "interop" / "node_modules" / "cldr-core"
NOONS = [datetime(year, month, 15, 12) for year in range(2015, 2031) for month in range(1, 13)]
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


def test_the_table_of_abbreviations_is_that_of_tzdata_without_cldr_too() -> None:
    """Which zone uses which abbreviation when; only the order is that of CLDR."""
    equal = dict.fromkeys([key for _, key in _maker().territory_zones()], (0, 0, 0, 0))
    made, shipped = _maker().abbreviations(equal), table("abbreviations")["zones"]

    def plain(rows: list[list[object]]) -> list[object]:
        return sorted([*years, sorted(zones)] for *years, zones in rows)  # type: ignore[call-overload]

    assert {name: plain(rows) for name, rows in made.items()} == {
        name: plain(rows) for name, rows in shipped.items()
    }


def test_the_table_of_languages_is_that_of_cldr() -> None:
    """Its release is noted, and English is spoken in more countries than any other."""
    shipped = table("languages")
    assert shipped["countries"] == _maker().languages(_cldr("territoryInfo"))
    assert shipped["cldr"] == table("windows")["cldr"]


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
    """
    What zoneinfo says, without our tables: name and noon -> offset -> zones where it holds.

    Of every zone that this machine has, at noon in the middle of each month.
    """
    found: dict[tuple[str, datetime], dict[timedelta, list[str]]] = {}
    places = [ZoneInfo(key) for key in sorted(available_timezones() - {"localtime", "posixrules"})]
    for noon in NOONS:
        for place in places:
            when = noon.replace(tzinfo=place)
            name, offset = when.tzname() or "", when.utcoffset() or timedelta(0)
            if name.isalpha():
                found.setdefault((name, noon), {}).setdefault(offset, []).append(place.key)
    return found


def test_no_abbreviation_of_the_zone_files_is_missing() -> None:
    """Those of Debian have two more: what others call CET, theirs have as MET too."""
    names = {name for name, _ in _truth()}
    assert names >= set(table("abbreviations")["zones"])
    assert all(is_abbreviation(name) for name in names - {"GMT", "UTC"})
    assert len(names) >= 50


def _text(offset: timedelta) -> str:
    minutes = int(offset.total_seconds()) // 60
    return f"{'-' if minutes < 0 else '+'}{abs(minutes) // 60:02}:{abs(minutes) % 60:02}"


@pytest.mark.parametrize("name", [*table("abbreviations")["zones"], "MET", "MEST"])
def test_every_abbreviation_resolves_or_is_ambiguous(name: str) -> None:
    """
    In the middle of each month of 2015 to 2030.

    It resolves to a zone where it is in force, naming every other offset that it may mean; or it
    is ambiguous, naming every one; or it is not in force where people mean, and a city is named
    where it is.
    """
    if name == "GMT":
        return  # an offset, not an abbreviation that needs a place
    written = {"MET": "CET", "MEST": "CEST"}.get(name, name)
    for local in NOONS:
        held = _truth().get((written, local), {})
        found = place_abbreviation(local, name)
        if found.when is not None:
            others = {offset for offset in held if offset != found.when.utcoffset()}
            assert found.when.tzname() == written
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
            cities = {key.rpartition("/")[2].replace("_", " ") for z in held.values() for key in z}
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


@pytest.mark.parametrize(
    ("name", "local", "language", "key"),
    [
        ("IST", SUMMER, "he", "Asia/Kolkata or Europe/Dublin"),  # Israel is on IDT
        ("IST", WINTER, "he-IL", "Asia/Jerusalem"),
        ("IST", SUMMER, "hi", "Asia/Kolkata"),
        ("IST", SUMMER, "ga", "Europe/Dublin"),
        ("IST", SUMMER, "en", "Asia/Kolkata or Europe/Dublin"),  # both write English
        ("IST", WINTER, "en-IN", "Asia/Kolkata or Asia/Jerusalem"),
        ("IST", SUMMER, "it", "Asia/Kolkata or Europe/Dublin"),
        ("CST", WINTER, "zh_Hant", "Asia/Shanghai"),
        ("CST", SUMMER, "es", "America/Guatemala or Asia/Shanghai"),  # Mexico is on CDT
        ("AST", WINTER, "ar", "Asia/Riyadh"),
        ("AST", WINTER, "es", "America/Santo_Domingo"),
        ("ECT", WINTER, "de", "Europe/Berlin"),
        ("ECT", SUMMER, "it", "Europe/Rome"),
        ("ECT", WINTER, "fr", "Europe/Paris"),
        ("ECT", WINTER, "es", "America/Guayaquil or Europe/Berlin"),  # Ecuador, or Spain
        ("BT", WINTER, "pt-BR", "America/Sao_Paulo"),
        ("BST", SUMMER, "bn", "Asia/Dhaka"),
        ("MST", SUMMER, "ms", "Asia/Kuala_Lumpur"),
        ("CEST", SUMMER, "it", "Europe/Berlin"),  # one meaning, so nothing to settle
    ],
)
def test_the_language_settles_what_one_of_its_countries_means(
    name: str, local: datetime, language: str, key: str
) -> None:
    """Where its countries mean several things, or none of them uses it, nothing is settled."""
    try:
        found = str(find_zone(name, local, language=language).zone)
    except UnknownTimeZoneError as refused:
        assert name in UNSETTLED
        wanted = key.split(" or ")
        assert all(one.rpartition("/")[2].partition("_")[0] in str(refused) for one in wanted)
        assert len(wanted) > 1
    else:
        assert found == key


def test_another_time_in_the_statement_settles_it() -> None:
    """Only when it is the same moment in one of the meanings."""

    def read(moment: datetime) -> str | None:
        found = place_abbreviation(datetime(2021, 6, 7, 15), "IST", Context(moments=(moment,)))
        return str(found.when.tzinfo) if found.when else None

    assert read(datetime(2021, 6, 7, 9, 30, tzinfo=UTC)) == "Asia/Kolkata"
    assert read(datetime(2021, 6, 7, 14, tzinfo=UTC)) == "Europe/Dublin"
    assert read(datetime(2021, 6, 7, 15, tzinfo=UTC)) is None
    for text, key in (
        ("7 June 2021, 15:00 IST / 11:30 CEST", "Asia/Kolkata"),
        ("7 January 2021, 9am CST / 10am EST", "America/Chicago"),
        ("7 January 2021, 9pm CST / 8am EST", "Asia/Shanghai"),
        ("7 June 2021, 15:00 BST / 16:00 CEST", "Europe/London"),
        ("7 June 2021, 15:00 BST / 11:00 CEST", "Asia/Dhaka"),
    ):
        assert str(read_slot(text).slots[0].timezone) == key
    assert not read_slot("7 June 2021, 15:00 IST / 15:00 UTC").slots


def test_countries_that_mean_different_things_settle_nothing() -> None:
    """A text may name both."""
    both = place_abbreviation(SUMMER, "IST", Context(countries=("IN", "IE")))
    one = place_abbreviation(SUMMER, "IST", Context(countries=("IN", "FR")))
    assert both.code == codes.AMBIGUOUS_ZONE
    assert one.when is not None
    assert str(one.when.tzinfo) == "Asia/Kolkata"


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
