"""
Make the table of rules that the last releases of tzdata had, and no longer have or did not yet.

    python -m pip download --no-deps --dest FOLDER tzdata==2022.1 tzdata==2022.2 ...
    python tools/make_tz_history.py FOLDER

FOLDER has the wheels of every release since the first, the installed one included; the first to
be told apart is 2022a, which is older than any document of eventkit.
"""

from __future__ import annotations

import json
import re
import sys
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile
from zoneinfo import ZoneInfo

TARGET = Path(__file__).parent.parent / "src/eventkit/timezones/tables/history.json"
SINCE, UNTIL = datetime(2022, 1, 1, tzinfo=UTC), datetime(2038, 1, 1, tzinfo=UTC)
DAY, SECOND = timedelta(days=1), timedelta(seconds=1)

Clock = tuple[tuple[int, int], ...]  # seconds since 1970, and minutes from UTC from then on
Version = tuple[str, Clock]  # the first release that has it


def main(folder: str) -> None:
    """Write the table, one zone a line, so that releases can be compared."""
    releases = dict(sorted(map(_opened, Path(folder).glob("tzdata-*.whl"))))
    found = {key: json.dumps(rows) for key, rows in histories(releases)}
    rows = ",\n".join(f"{json.dumps(key)}:{text}" for key, text in sorted(found.items()))
    head = f'"releases":{json.dumps(list(releases))},\n"zones":'
    TARGET.write_text(f"{{{head}{{\n{rows}\n}}}}\n", "utf-8")


def _opened(path: Path) -> tuple[str, ZipFile]:
    wheel = ZipFile(path)
    version = wheel.read("tzdata/__init__.py").decode("utf-8")
    match = re.search(r'IANA_VERSION = "(\w+)"', version)
    if match is None:
        raise ValueError(f"{path.name} does not say its release")
    return match[1], wheel


def histories(releases: dict[str, ZipFile]) -> Iterator[tuple[str, str | list[list[object]]]]:
    """
    Yield each zone whose rules have changed, with its versions from where they differ.

    A zone of the same history as one before is given as the name of that one.
    """
    names: dict[tuple[Version, ...], str] = {}
    newest = list(releases.values())[-1]
    for key in sorted(newest.read("tzdata/zones").decode("ascii").split(), key=_fewest_links):
        versions = tuple(_versions(key, releases))
        if len(versions) > 1 and (same := names.setdefault(versions, key)) != key:
            yield key, same
        elif len(versions) > 1:
            yield key, [[release, *map(list, clock)] for release, clock in versions]


def _fewest_links(key: str) -> tuple[bool, str]:
    """Put names such as ``America/Regina`` before ``Canada/Saskatchewan`` and ``Cuba``."""
    area = key.partition("/")[0]
    return "/" not in key or area in ("Canada", "Chile", "Mexico", "US", "Brazil", "Etc"), key


def _versions(key: str, releases: dict[str, ZipFile]) -> Iterator[Version]:
    """Yield the different clocks of a zone, each from the first moment at which any differ."""
    found: list[Version] = []
    files: dict[bytes, Clock] = {}
    for release, wheel in releases.items():
        try:
            data = wheel.read(f"tzdata/zoneinfo/{key}")
        except KeyError:
            continue
        clock = files.setdefault(data, ()) or _clock(data)
        files[data] = clock
        if not found or found[-1][1] != clock:
            found.append((release, clock))
    shared = set.intersection(*(set(clock) for _, clock in found)) if found else set()
    differing = min((row for _, clock in found for row in clock if row not in shared), default=None)
    for release, clock in found:
        yield release, _from(clock, differing[0]) if differing else ()


def _from(clock: Clock, second: int) -> Clock:
    """Return what is in force at *second*, as if from then on, and all that comes after."""
    before = max(row for row in clock if row[0] <= second)
    return ((second, before[1]), *(row for row in clock if row[0] > second))


def _clock(data: bytes) -> Clock:
    place = ZoneInfo.from_file(BytesIO(data))
    rows, moment = [(SINCE, _minutes(SINCE, place))], SINCE
    while moment < UNTIL:
        if _minutes(moment + DAY, place) != _minutes(moment, place):
            change = _change(moment, moment + DAY, place)
            rows.append((change, _minutes(change, place)))
        moment += DAY
    return tuple((int(moment.timestamp()), minutes) for moment, minutes in rows)


def _change(low: datetime, high: datetime, place: ZoneInfo) -> datetime:
    """Return the first second of the other offset."""
    before = _minutes(low, place)
    while high - low > SECOND:
        middle = (low + (high - low) / 2).replace(microsecond=0)
        low, high = (middle, high) if _minutes(middle, place) == before else (low, middle)
    return high


def _minutes(moment: datetime, place: ZoneInfo) -> int:
    offset = moment.astimezone(place).utcoffset() or timedelta(0)
    return offset // timedelta(minutes=1)


if __name__ == "__main__":
    main(sys.argv[1])
