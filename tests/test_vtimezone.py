"""A VTIMEZONE puts every time at the instant that zoneinfo puts it at."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta
from io import StringIO
from zoneinfo import ZoneInfo, available_timezones

import pytest
from dateutil import tz as dateutil_tz

from eventkit.formats.ical.vtimezone import vtimezone
from eventkit.timezones.tzif import load

SAMPLE = [
    "Africa/Cairo", "Africa/Casablanca", "Africa/El_Aaiun", "America/New_York", "America/Nuuk",
    "America/Santiago", "America/Sao_Paulo", "America/Asuncion", "America/Mexico_City",
    "Antarctica/Troll", "Asia/Almaty", "Asia/Beirut", "Asia/Gaza", "Asia/Jerusalem",
    "Asia/Kolkata", "Asia/Tehran", "Asia/Tokyo", "Atlantic/Azores", "Australia/Lord_Howe",
    "Europe/Berlin", "Europe/Dublin", "Europe/Istanbul", "Europe/London", "Europe/Moscow",
    "Europe/Paris", "Pacific/Apia", "Pacific/Auckland", "Pacific/Fiji", "Asia/Kathmandu",
]  # fmt: skip


EVERY = sorted(available_timezones() - {"localtime", "Factory", "posixrules"})
ZONES = EVERY if os.environ.get("CI") else SAMPLE


@pytest.mark.parametrize("key", ZONES)
def test_an_independent_reader_finds_the_same_instants(key: str) -> None:
    """Three hours either side of every change from 2015 to 2037, dateutil agrees with zoneinfo."""
    ours = _read(key)
    zone = ZoneInfo(key)
    wrong = []
    for moment in _instants(zone):
        local = moment.astimezone(zone).replace(tzinfo=None, fold=0)
        truth = local.replace(tzinfo=zone).utcoffset()
        found = local.replace(tzinfo=ours).utcoffset()
        if found != truth:
            wrong.append((local, found, truth))
    assert not wrong, wrong[:5]


def test_it_is_small_and_has_no_rdate() -> None:
    """A zone with a rule needs few sub-components."""
    text = vtimezone("Europe/Paris", 2019, 2019)
    assert "RDATE" not in text
    assert text.count("BEGIN:") <= 6


def test_the_onset_is_in_the_offset_before_the_change() -> None:
    """New York changes at two o'clock by the old clock."""
    assert "DTSTART:20260308T020000" in vtimezone("America/New_York", 2026, 2026) or (
        "T020000\r\nRRULE:FREQ=YEARLY;BYMONTH=3;BYDAY=2SU"
        in vtimezone("America/New_York", 2026, 2026)
    )


def _read(key: str) -> dateutil_tz.tz._tzicalvtz:
    return dateutil_tz.tzical(StringIO(vtimezone(key, 2015, 2037))).get(key)


def _instants(zone: ZoneInfo) -> list[datetime]:
    """Return times three hours either side of every change, and one a month."""
    found = [
        datetime(year, month, 10, 12, tzinfo=UTC)
        for year in range(2015, 2038)
        for month in range(1, 13)
    ]
    day = datetime(2015, 1, 1, tzinfo=UTC)
    while day.year < 2038:
        later = day + timedelta(days=1)
        if day.astimezone(zone).utcoffset() != later.astimezone(zone).utcoffset():
            change = _change(zone, day, later)
            found += [change - timedelta(hours=3), change + timedelta(hours=3)]
        day = later
    return found


def _change(zone: ZoneInfo, low: datetime, high: datetime) -> datetime:
    before = low.astimezone(zone).utcoffset()
    while high - low > timedelta(seconds=1):
        middle = (low + (high - low) / 2).replace(microsecond=0)
        if middle.astimezone(zone).utcoffset() == before:
            low = middle
        else:
            high = middle
    return high


def test_every_zone_file_is_read() -> None:
    """The data of each zone that zoneinfo knows are understood."""
    for key in EVERY:
        assert load(key).onsets or load(key).footer
