"""
Make the tables of time zones that eventkit ships, from tzdata and CLDR.

    python tools/make_timezones.py FOLDER

FOLDER is that of the npm package ``cldr-core``. The files of tzdata are those of the installed
PyPI package, so that the tables say the same on every machine.
"""

from __future__ import annotations

import json
import sys
from datetime import UTC, datetime
from functools import cache
from importlib import resources
from pathlib import Path
from typing import Any

import tzdata

from eventkit.timezones.tzif import ZoneData, parse

TARGET = Path(__file__).parent.parent / "src/eventkit/timezones/tables"
SINCE, UNTIL = 2015, 2031  # the years in which an abbreviation is looked for


def main(folder: str) -> None:
    """Write the tables, one entry a line, so that releases can be compared."""
    supplemental = Path(folder) / "supplemental"
    cldr = json.loads((Path(folder) / "package.json").read_text("utf-8"))["version"]
    _write("windows.json", {"cldr": cldr, "zones": windows(_load(supplemental, "windowsZones"))})
    spoken = languages(_load(supplemental, "territoryInfo"))
    _write("languages.json", {"cldr": cldr, "countries": spoken})
    found = [_load(supplemental, name) for name in ("metaZones", "territoryInfo", "primaryZones")]
    ranks = ranking(*found)
    table = {"tzdata": tzdata.IANA_VERSION, "cldr": cldr, "zones": abbreviations(ranks)}
    _write("abbreviations.json", table)


def _load(folder: Path, name: str) -> Any:
    return json.loads((folder / f"{name}.json").read_text("utf-8"))["supplemental"][name]


def _write(name: str, table: dict[str, Any]) -> None:
    *notes, (title, entries) = table.items()
    lines = [f"{json.dumps(key)}:{json.dumps(value)}" for key, value in notes]
    rows = ",\n".join(f"{json.dumps(k)}:{json.dumps(v)}" for k, v in entries.items())
    lines.append(f'"{title}":{{\n{rows}\n}}')
    (TARGET / name).write_text("{" + ",\n".join(lines) + "}\n", "utf-8")


def windows(found: dict[str, Any]) -> dict[str, str]:
    """Return the IANA zone of each name of Windows, that of the whole world."""
    rows = [row["mapZone"] for row in found["mapTimezones"]]
    zones = {row["_other"]: current(row["_type"]) for row in rows if row["_territory"] == "001"}
    return dict(sorted(zones.items()))


def languages(found: dict[str, Any]) -> dict[str, list[str]]:
    """Return the countries where each language is official, also in a part, by its speakers."""
    speakers: dict[str, dict[str, float]] = {}
    for country, about in found.items():
        for tag, spoken in about.get("languagePopulation", {}).items():
            if "_officialStatus" in spoken:
                share = float(about["_population"]) * float(spoken["_populationPercent"])
                counts = speakers.setdefault(tag.partition("_")[0], {})
                counts[country] = counts.get(country, 0) + share
    return {
        tag: sorted(counts, key=lambda country: (-counts[country], country))
        for tag, counts in sorted(speakers.items())
    }


Rank = tuple[int, int, int, int]


def ranking(
    meta: dict[str, Any], territories: dict[str, Any], primary: dict[str, str]
) -> dict[str, Rank]:
    """
    Return for each zone its place: a lower one is more likely meant by a common abbreviation.

    First the zones in the part of the world that CLDR's metazone is called after; of these the
    main ones of a territory or a metazone before others; then by the population of the territory.
    """
    rows = [row["mapZone"] for row in meta["metazones"]]
    golden = {current(row["_type"]) for row in rows if row["_territory"] == "001"}
    metazones = _metazones(meta["metazoneInfo"]["timezone"])
    zones = territory_zones()
    alone = {key for territory, key in zones if [one for one, _ in zones].count(territory) == 1}
    main = golden | alone | {current(key) for key in primary.values()}
    ranks = {}
    for position, (territory, key) in enumerate(zones):
        people = int(territories.get(territory, {}).get("_population", 0))
        region, named, _ = metazones.get(key, "").partition("_")
        elsewhere = not named or region != key.partition("/")[0]  # "Atlantic" is an ocean's name
        ranks[key] = (int(elsewhere), int(key not in main), -people, position)
    return ranks


def current(key: str) -> str:
    """Return today's name of a zone; CLDR keeps the first that a zone ever had."""
    listed = [zone for _, zone in territory_zones()]
    if key in listed:
        return key
    data = _file(key)
    return next((zone for zone in listed if _file(zone) == data), key)


def _metazones(tree: Any, path: str = "") -> dict[str, str]:
    """Return the metazone that a zone is in now; the tree has one level for each part of a name."""
    if isinstance(tree, list):
        return {current(path): tree[-1]["usesMetazone"]["_mzone"]}
    found = {}
    for name, inner in tree.items():
        found |= _metazones(inner, f"{path}/{name}".lstrip("/"))
    return found


@cache
def territory_zones() -> list[tuple[str, str]]:
    """Return territory and zone, in the order of tzdata's ``zone.tab``."""
    text = _file("zone.tab").decode("utf-8")
    rows = [row.split("\t") for row in text.splitlines() if row and row[0] != "#"]
    return [(row[0], row[2]) for row in rows]


@cache
def _file(key: str) -> bytes:
    return resources.files("tzdata").joinpath("zoneinfo", *key.split("/")).read_bytes()


def abbreviations(ranks: dict[str, Rank]) -> dict[str, list[list[Any]]]:
    """
    Return abbreviation -> [offset in minutes, first year, last year, zones], the likeliest first:
    what is still in use first, then by `ranking`, and of a territory's zones those that keep one
    abbreviation before others.

    A year is one in which some zone of the list is on that abbreviation.
    """
    found: dict[str, dict[int, dict[str, tuple[int, int]]]] = {}
    places: dict[str, tuple[int, ...]] = {}
    for _, key in territory_zones():
        stretches = _stretches(parse(_file(key)))
        changes = len({name for name, *_ in stretches}) > 1
        places[key] = (*ranks[key][:-1], int(changes), ranks[key][-1])
        for name, minutes, first, last in stretches:
            zones = found.setdefault(name, {}).setdefault(minutes, {})
            before = zones.get(key, (first, last))
            zones[key] = (min(first, before[0]), max(last, before[1]))
    return {
        name: [
            [
                minutes,
                min(first for first, _ in zones.values()),
                max(last for _, last in zones.values()),
                sorted(zones, key=lambda key: (-zones[key][1], *places[key])),
            ]
            for minutes, zones in sorted(
                offsets.items(), key=lambda item: min(places[key] for key in item[1])
            )
        ]
        for name, offsets in sorted(found.items())
    }


def _stretches(data: ZoneData) -> list[tuple[str, int, int, int]]:
    """Return abbreviation, offset in minutes, first and last year of what is in force."""
    found = []
    edges = [(data.first_offset, data.first_abbreviation, -(2**40))]
    edges += [(onset.offset, onset.abbreviation, onset.at) for onset in data.onsets]
    for number, (offset, name, begins) in enumerate(edges):
        ends = edges[number + 1][2] if number + 1 < len(edges) else 2**40
        if footer := data.footer if number + 1 == len(edges) else None:
            ruled = [(footer.offset, footer.standard)]
            if footer.daylight is not None:
                ruled.append((footer.daylight_offset, footer.daylight))
            found += [(each, rule, begins, ends) for each, rule in ruled]
        found.append((offset, name, begins, ends))
    low, high = _second(SINCE), _second(UNTIL)
    return [
        (name, offset // 60, max(SINCE, _year(begins)), min(UNTIL - 1, _year(ends - 1)))
        for name, offset, begins, ends in ((name, offset, b, e) for offset, name, b, e in found)
        if name.isalpha() and begins < high and ends > low
    ]


def _second(year: int) -> int:
    return int(datetime(year, 1, 1, tzinfo=UTC).timestamp())


def _year(second: int) -> int:
    bounded = min(max(second, _second(SINCE)), _second(UNTIL) - 1)
    return datetime.fromtimestamp(bounded, UTC).year


if __name__ == "__main__":
    main(sys.argv[1])
