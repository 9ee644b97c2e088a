"""
Make the table of names that announcements are read with, from CLDR.

    python tools/make_announcement_names.py FOLDER

FOLDER is that of the npm package ``cldr-core``, which says which zone stands for a region; the
names themselves are those that Babel ships. All of them are folded, as `words.fold` does.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from babel import Locale
from babel.core import get_cldr_version
from babel.localedata import locale_identifiers
from make_timezones import current

from eventkit.formats.announcement.text.words import fold

TARGET = Path(__file__).parent.parent / "src/eventkit/formats/announcement/times/names.json"
LANGUAGES = ("en", "it", "fr", "de", "es", "pt", "nl")
STANDARD = ("en", "de", "nl")
WIDTHS = [(form, width) for form in ("format", "stand-alone") for width in ("wide", "abbreviated")]


def main(folder: str) -> None:
    """Write the table."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text(folder), "utf-8")


def text(folder: str) -> str:
    """Return the table, one entry a line, so that releases can be compared."""
    return "{" + ",\n".join(_rows(table(folder))) + "}\n"


def _rows(found: dict[str, Any]) -> Iterator[str]:
    for key, value in found.items():
        if isinstance(value, dict):
            rows = [f"{_json(name)}:{_json(meaning)}" for name, meaning in sorted(value.items())]
            value_text = "{\n" + ",\n".join(rows) + "\n}"
        else:
            value_text = _json(value)
        yield f"{_json(key)}:{value_text}"


def _json(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


def table(folder: str) -> dict[str, Any]:
    """Return everything, with the release that it was made from."""
    core = json.loads((Path(folder) / "package.json").read_text("utf-8"))["version"]
    metazones = _supplemental(folder, "metaZones")
    return {
        "cldr": str(get_cldr_version()),
        "cldr_core": core,
        "months": {code: _months(Locale.parse(code)) for code in LANGUAGES},
        "weekdays": {code: _weekdays(Locale.parse(code)) for code in LANGUAGES},
        "month_first": sorted(_month_first()),
        "cities": dict(_agreed(_cities())),
        "zones": dict(_agreed(_zones(metazones))),
    }


def _supplemental(folder: str, name: str) -> Any:
    path = Path(folder) / "supplemental" / f"{name}.json"
    return json.loads(path.read_text("utf-8"))["supplemental"][name]


def _plain(name: str) -> str:
    return fold(name).rstrip(".").replace("-", " ")


def _months(locale: Locale) -> dict[str, int]:
    found: dict[str, int] = {}
    for form, width in WIDTHS:
        for number, name in locale.months[form][width].items():
            found[fold(name).rstrip(".")] = number
    return found


def _weekdays(locale: Locale) -> dict[str, dict[str, int]]:
    """Return the names in full and the short ones, Monday 0 as in CLDR's Python tables."""
    found: dict[str, dict[str, int]] = {"wide": {}, "abbreviated": {}}
    for form, width in WIDTHS:
        for number, name in locale.days[form][width].items():
            found[width][fold(name).rstrip(".")] = number
    return found


def _month_first() -> Iterator[str]:
    """Yield the tags whose short dates begin with the month, of the languages that are read."""
    for name in locale_identifiers():
        locale = Locale.parse(name)
        if locale.language not in LANGUAGES or locale.script:
            continue
        pattern = locale.date_formats["short"].pattern.lower()
        if pattern.index("m") < pattern.index("d") < pattern.index("y"):
            yield name.replace("_", "-")


def _agreed(pairs: Iterator[tuple[str, Any]]) -> list[tuple[str, Any]]:
    """Return the names that mean one thing in all languages."""
    found: dict[str, list[Any]] = {}
    for name, meaning in pairs:
        if meaning not in found.setdefault(name, []):
            found[name].append(meaning)
    return [(name, meanings[0]) for name, meanings in found.items() if len(meanings) == 1]


def _cities() -> Iterator[tuple[str, str]]:
    for code in LANGUAGES:
        for key, names in Locale.parse(code).time_zones.items():
            if "city" in names and not key.startswith("Etc/"):
                yield _plain(names["city"]), current(key)


def _zones(metazones: Any) -> Iterator[tuple[str, Any]]:
    golden = {
        row["mapZone"]["_other"]: current(row["mapZone"]["_type"])
        for row in metazones["metazones"]
        if row["mapZone"]["_territory"] == "001"
    }
    for code in LANGUAGES:
        locale = Locale.parse(code)
        for metazone, names in locale.meta_zones.items():
            if key := golden.get(metazone):
                yield from _named(names.get("long", {}), metazone, key, code)
        for key, names in locale.time_zones.items():
            if not key.startswith("Etc/"):
                yield from _named(names.get("long", {}), "", current(key), code)


def _seasons(key: str) -> dict[str, tuple[int, str]]:
    """Return offset in minutes and abbreviation of a zone in 2025, by season."""
    whens = [datetime(2025, month, 1, tzinfo=ZoneInfo(key)) for month in (1, 7)]
    clocks = [
        ((when.utcoffset() or timedelta()) // timedelta(minutes=1), when.tzname() or "")
        for when in whens
    ]
    low, high = min(clocks), max(clocks)
    return {"standard": low, "daylight": high if high[0] > low[0] else (low[0] + 60, "")}


def _named(names: Any, metazone: str, key: str, code: str) -> Iterator[tuple[str, Any]]:
    """
    Yield each long name of a zone and what it means: an abbreviation that is checked, or the
    zone with an offset in minutes; None where the season decides.

    In some languages the name of a European zone without a season is that of its standard time.
    """
    for kind, name in names.items():
        european = metazone.startswith("Europe_")
        strict = european and code in STANDARD and kind == "generic"
        season = "standard" if strict else kind
        minutes, abbreviation = _seasons(key).get(season, (None, ""))
        if metazone == "GMT":
            yield _plain(name), "GMT"
        else:
            named = european and len(abbreviation) > 2 and abbreviation.isalpha()
            yield _plain(name), abbreviation if named else [key, minutes]


if __name__ == "__main__":
    main(*sys.argv[1:])
