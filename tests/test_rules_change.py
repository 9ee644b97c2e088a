"""Documents that were written before the rules of a zone changed keep their wall clock."""

from __future__ import annotations

from datetime import datetime, timedelta
from importlib import resources
from itertools import pairwise
from zoneinfo import ZoneInfo

import pytest
import tzdata

from eventkit import codes, from_dict, parse, render
from eventkit.errors import ReadError
from eventkit.timezones import tzdata_version
from eventkit.timezones.history import releases_with
from eventkit.timezones.tables import table

# In October 2022 most of Mexico gave up daylight saving time, at a few days' notice.
MEXICO = """\
name: Taller
slot:
  start: 2023-05-04T17:00:00-05:00
  end: 2023-05-04T18:00:00-05:00
  timezone: America/Mexico_City
  tzdata: {release}
sub_events:
  - name: Parte
    slot: {{start: '2023-05-04T17:30:00-05:00', timezone: America/Mexico_City, tzdata: {release}}}
"""


def test_the_wall_clock_is_kept_and_the_change_reported() -> None:
    """People were told 17:00, so it stays; the instant is another one now."""
    reading = parse(MEXICO.format(release="2022a"), "yaml")
    (event,) = reading.events
    assert event.slot.start.isoformat() == "2023-05-04T17:00:00-06:00"
    assert event.sub_events[0].slot.start.isoformat() == "2023-05-04T17:30:00-06:00"
    found = [(one.code, str(one.severity), one.line, one.path) for one in reading.findings]
    assert found == [
        (codes.RULES_CHANGED, "warning", 3, "slot.start"),
        (codes.RULES_CHANGED, "warning", 4, "slot.end"),
        (codes.RULES_CHANGED, "warning", 9, "sub_events[0].slot.start"),
    ]
    assert "by tzdata 2022a, and not by" in reading.findings[0].message


@pytest.mark.parametrize("release", [tzdata_version(), "2022f", "2024a"])
def test_by_a_release_that_never_had_it_it_is_a_slip(release: str) -> None:
    """The offset contradicts the zone, and one of the two is wrong."""
    reading = parse(MEXICO.format(release=release), "yaml")
    assert reading.events == ()
    assert {one.code for one in reading.findings} == {codes.OFFSET_CONTRADICTS_ZONE}


def test_a_release_too_old_to_be_known_is_believed() -> None:
    """It is all that there is to go by."""
    reading = parse(MEXICO.format(release="2019c"), "yaml")
    assert reading.events[0].slot.start.isoformat() == "2023-05-04T17:00:00-06:00"
    assert {one.code for one in reading.findings} == {codes.RULES_CHANGED}


def _read(zone: str, start: str) -> tuple[list[str], list[tuple[str, str]]]:
    reading = parse(f"name: A\nslot: {{start: {start}, timezone: {zone}}}\n", "yaml")
    starts = [event.slot.start.isoformat() for event in reading.events]
    return starts, [(one.code, one.message) for one in reading.findings]


@pytest.mark.parametrize(
    ("zone", "written", "now", "releases"),
    [
        ("America/Mexico_City", "2023-05-04T17:00:00-05:00", "-06:00", "2022a to 2022e"),
        ("Mexico/General", "2023-05-04T17:00:00-05:00", "-06:00", "2022a to 2022e"),
        ("Asia/Beirut", "2023-03-27T10:00:00+02:00", "+03:00", "2023b"),  # for five days
        ("Asia/Amman", "2023-01-12T10:00:00+02:00", "+03:00", "2022a to 2022d"),
        ("Africa/Cairo", "2023-05-04T17:00:00+02:00", "+03:00", "2022a to 2022g"),
        ("Asia/Almaty", "2024-05-04T17:00:00+06:00", "+05:00", "2022a to 2023d"),
        ("America/Asuncion", "2025-07-01T12:00:00-04:00", "-03:00", "2022a to 2024b"),
    ],
)
def test_a_change_is_known_without_a_release_in_the_slot(
    zone: str, written: str, now: str, releases: str
) -> None:
    """By the rules of the releases themselves: the wall clock is kept, and the change reported."""
    starts, ((code, message),) = _read(zone, written)
    assert starts == [written[:19] + now]
    assert code == codes.RULES_CHANGED
    assert f"by tzdata {releases}, and not by {tzdata_version()}" in message


@pytest.mark.parametrize(
    ("zone", "written"),
    [
        ("Europe/Paris", "2023-11-20T13:00:00+02:00"),
        ("America/Los_Angeles", "2023-11-20T13:00:00-07:00"),
        ("America/Mexico_City", "2023-05-04T17:00:00-04:00"),  # nobody ever had that
        ("America/Mexico_City", "2021-12-04T17:00:00-05:00"),
        ("America/Mexico_City", "2023-12-04T17:00:00-05:00"),  # winter, by all rules
        ("America/Mexico_City", "2023-05-04T17:00:00Z"),
        ("Asia/Beirut", "2023-04-27T10:00:00+02:00"),  # later than the delay
        ("Asia/Beirut", "2024-04-03T10:00:00+02:00"),  # another year
    ],
)
def test_an_offset_that_no_release_had_is_a_slip(zone: str, written: str) -> None:
    """Also in a zone whose rules have changed."""
    starts, findings = _read(zone, written)
    assert starts == []
    assert [code for code, _ in findings] == [codes.OFFSET_CONTRADICTS_ZONE]


def test_the_history_ends_with_the_installed_tzdata() -> None:
    """Its last rules are those of the package; else run tools/make_tz_history.py."""
    shipped = table("history")
    assert shipped["releases"][-1] == tzdata.IANA_VERSION
    for key in shipped["zones"]:
        with resources.files("tzdata").joinpath("zoneinfo", *key.split("/")).open("rb") as file:
            place = ZoneInfo.from_file(file, key)
        for day in range(2 * 365, 16 * 365, 9):
            noon = datetime(2022, 1, 1, 12) + timedelta(days=day)
            offset = noon.replace(tzinfo=place).utcoffset() or timedelta(0)
            listed = releases_with(place, noon, offset)
            assert not listed or listed[-1].last == tzdata.IANA_VERSION, (key, noon)


def test_every_rule_that_was_left_differs_from_those_in_force() -> None:
    """Each version of a zone in the table has some day on which the next one disagrees."""
    for key, rows in table("history")["zones"].items():
        if isinstance(rows, str):
            assert isinstance(table("history")["zones"][rows], list)
            continue
        assert len(rows) > 1
        assert [row[0] for row in rows] == sorted({row[0] for row in rows}), key
        for before, after in pairwise(rows):
            assert before[1:] != after[1:]
            assert before[1][0] == after[1][0]


def test_other_faults_are_not_forgiven() -> None:
    """A document that is wrong otherwise is refused as ever, with the offset among the faults."""
    reading = parse(MEXICO.format(release="2022a") + "capacity: many\n", "yaml")
    assert reading.events == ()
    assert codes.WRONG_TYPE in {one.code for one in reading.findings}


def test_the_release_is_text() -> None:
    """And says nothing when all offsets are right."""
    slot = {"start": "2019-04-17T13:00:00+02:00", "timezone": "Europe/Paris", "tzdata": "2019a"}
    event = from_dict({"name": "A", "slot": slot})
    assert event.slot.start.isoformat() == "2019-04-17T13:00:00+02:00"
    with pytest.raises(ReadError, match="text is wanted"):
        from_dict({"name": "A", "slot": {**slot, "tzdata": 2019}})


@pytest.mark.parametrize("form", ["json", "jsonl", "yaml", "toml"])
def test_documents_can_record_the_release(form: str) -> None:
    """In every slot with a zone, and read back to the same event."""
    (event,) = parse(MEXICO.format(release="2022a"), "yaml").events
    text = render(event, form, tzdata=True)
    assert text.count(tzdata_version()) == 2
    assert parse(text, form).events == (event,)
    assert tzdata_version() not in render(event, form)
