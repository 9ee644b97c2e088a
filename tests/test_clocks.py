"""World clocks, meetings, weeks in which two zones are not as far apart as usual, pictures."""

from __future__ import annotations

import re
import xml.etree.ElementTree as ET
from datetime import UTC, date, datetime, time, timedelta

import html5lib
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit import TimeSlot
from eventkit.errors import InvalidValueError, NaiveDatetimeError, UnknownTimeZoneError
from eventkit.testing import slots
from eventkit.timezones import (
    clock_gap_weeks,
    format_in_zones,
    overlap,
    tzdata_version,
    world_clock,
)

WEBINAR = TimeSlot.local("2026-03-12 16:00", "17:30", "Europe/Warsaw")


def test_a_world_clock_has_a_row_for_each_zone() -> None:
    """The slot's own first; days are counted from its start."""
    first, india, nepal, auckland = world_clock(
        WEBINAR, ["Asia/Kolkata", "Asia/Kathmandu", "Pacific/Auckland"]
    ).rows
    assert (first.timezone, f"{first.start:%H:%M}", first.day_shift) == (
        "Europe/Warsaw",
        "16:00",
        0,
    )
    assert (india.offset, india.abbreviation) == ("+05:30", "IST")
    assert (nepal.offset, nepal.abbreviation) == ("+05:45", None)
    assert (f"{auckland.end:%H:%M}", auckland.day_shift, auckland.end_day_shift) == ("05:30", 1, 1)


def test_dates_are_on_no_clock() -> None:
    """They have no instant to tell."""
    with pytest.raises(InvalidValueError, match="on no clock"):
        world_clock(TimeSlot(date(2026, 3, 12)), ["UTC"])
    with pytest.raises(UnknownTimeZoneError):
        world_clock(WEBINAR, ["Mars"])


@given(slot=slots())
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
def test_every_row_is_the_same_instant(slot: TimeSlot) -> None:
    """And the picture of any of them is well-formed."""
    if slot.is_all_day:
        return
    found = world_clock(slot, ["Asia/Kolkata", "America/St_Johns", "Pacific/Chatham"])
    for row in found.rows:
        assert row.start.astimezone(UTC) == slot.start_utc
        assert (row.end and row.end.astimezone(UTC)) == slot.end_utc
    ET.fromstring(found._repr_svg_())


def test_the_picture_says_what_it_shows() -> None:
    """In its title, and in a legend; the same slot gives the same bytes."""
    picture = world_clock(WEBINAR, ["Asia/Kolkata"]).to_svg()
    assert "Europe/Warsaw 16:00\u201317:30; Asia/Kolkata 20:30\u201322:00" in picture
    for words in ("night", "working hours", "the event", "prefers-color-scheme:dark"):
        assert words in picture
    assert picture == world_clock(WEBINAR, ["Asia/Kolkata"]).to_svg()


def test_a_notebook_shows_the_picture_and_a_table() -> None:
    """Whose styles touch nothing else on the page, and which a reader of HTML takes as meant."""
    slot = TimeSlot.local("2019-04-17 23:00", "2019-04-18 01:00", "Europe/Paris")
    found = world_clock(slot, ["Pacific/Auckland", "+05:30"])._repr_html_()
    page = html5lib.HTMLParser(strict=True).parseFragment(found, container="div")
    rows = [
        ["".join(cell.itertext()) for cell in row]
        for row in page.iter("{http://www.w3.org/1999/xhtml}tr")
    ]
    assert rows == [
        ["Zone", "Day", "Time", "Offset", "Name"],
        ["Europe/Paris", "Wednesday, 17 April 2019", "23:00\u201301:00 (+1)", "+02:00", "CEST"],
        ["Pacific/Auckland", "Thursday, 18 April 2019", "09:00\u201311:00", "+12:00", "NZST"],
        ["+05:30", "Thursday, 18 April 2019", "02:30\u201304:30", "+05:30", ""],
    ]
    assert world_clock(slot, [])._repr_svg_() in world_clock(slot, [])._repr_html_()
    style = found.partition("<style>")[2].partition("</style>")[0].replace("@media", "")
    selectors = re.findall(r"(?:^|[}{\n])([^{}()]+)\{", style)
    assert len(selectors) > 10
    assert all(one.strip().startswith(".ek-days ") for one in selectors)


def test_people_meet_when_most_are_at_work() -> None:
    """The best stretch first: for more people, then longer, then earlier."""
    zones = ["Europe/Berlin", "America/New_York", "Asia/Kolkata"]
    best, *others = overlap(zones, ("8:00", "18:00"), date(2026, 3, 12))
    assert (f"{best.start:%H:%M}", f"{best.end:%H:%M}") == ("13:00", "13:30")
    assert best.fits == tuple(zones)
    assert [len(one.fits) for one in others] == [2, 2]
    assert others[0].end - others[0].start >= others[1].end - others[1].start


def test_people_who_work_at_night_meet_too() -> None:
    """Hours may go past midnight, on the day of the first zone."""
    (one, two) = overlap(["UTC"], (time(22), time(6)), date(2026, 3, 12))
    assert (one.start.hour, one.end.hour) == (0, 6)
    assert (two.start.hour, two.end.hour) == (22, 0)


def test_a_day_of_a_change_has_no_hour_too_many() -> None:
    """23 hours in Berlin, of which all are hours of work here."""
    (one,) = overlap(["Europe/Berlin"], ("0:00", "23:59:59"), date(2026, 3, 29))
    assert one.end.astimezone(UTC) - one.start.astimezone(UTC) == timedelta(hours=23)


def test_hours_may_be_written_short() -> None:
    """As people say them."""
    day = date(2026, 3, 12)
    assert overlap(["UTC"], ("9", "17"), day) == overlap(["UTC"], ("09:00", "17:00"), day)


@pytest.mark.parametrize(
    "hours",
    [
        ("9 o'clock", "17:00"), ("25:00", "17:00"), (9, 17), ("09:00+02:00", "17:00"), ("", "17"),
        ("09:00", "9"),
    ],
)  # fmt: skip
def test_hours_that_are_none_are_refused(hours: tuple[str, str]) -> None:
    """With an example of how to write them."""
    with pytest.raises(InvalidValueError, match="09:00"):
        overlap(["UTC"], hours, date(2026, 3, 12))


def test_hours_of_one_zone_are_refused() -> None:
    """They are meant on the clocks of each."""
    with pytest.raises(InvalidValueError, match="each zone"):
        overlap(["UTC"], (time(9, tzinfo=UTC), time(17)), date(2026, 3, 12))


def test_one_name_is_no_list_of_zones() -> None:
    """Else its letters would be taken for zones."""
    for call in (
        lambda: world_clock(WEBINAR, "UTC"),
        lambda: overlap("UTC", ("9", "17"), date(2026, 3, 12)),
        lambda: format_in_zones(WEBINAR.start, None, "UTC"),
    ):
        with pytest.raises(InvalidValueError, match="list"):
            call()


def test_a_naive_time_is_on_no_clock() -> None:
    """It has to be placed first."""

    class Talk:
        start = datetime(2026, 3, 12, 16)
        end = None

    with pytest.raises(NaiveDatetimeError, match="resolve"):
        world_clock(Talk(), ["UTC"])


def _shown(picture: str, kind: str) -> list[tuple[float, float]]:
    """Return the left edge and the width of what is drawn, without the legend."""
    found = re.findall(rf'class="{kind}" x="([\d.]+)" y="\d+" width="([\d.]+)"', picture)
    return [(float(x), float(width)) for x, width in found if width != "14"]


@pytest.mark.parametrize(
    ("start", "end", "days", "hours"),
    [
        ("2019-04-17 13:00", "14:00", 1, 1),
        ("2019-04-17 23:00", "2019-04-18 02:00", 2, 3),
        ("2019-04-17 12:00", "2019-04-19 12:00", 3, 48),
        ("2019-04-17 00:00", "2019-04-30 00:00", 3, 72),
    ],
)
def test_the_slot_is_drawn_as_long_as_it_is(start: str, end: str, days: int, hours: int) -> None:
    """Past midnight too; what is longer than three days is cut off, with an arrow."""
    slot = TimeSlot.local(start, end, "Europe/Paris")
    picture = world_clock(slot, ["Asia/Kathmandu"]).to_svg()
    ((_, width),) = _shown(picture, "slot")
    assert width == pytest.approx(hours / (24 * days) * 576, abs=0.1)
    assert ("\u2192" in picture) == (hours == 72)


def test_every_zone_has_its_hours_in_the_picture() -> None:
    """Also where clocks differ by quarters of an hour, and on a day of 23 hours."""
    slot = TimeSlot.local("2019-03-31 10:00", "11:00", "Europe/Paris")
    picture = world_clock(slot, ["Asia/Kathmandu"]).to_svg()
    assert picture.count(">1 Apr<") == 1  # midnight in Kathmandu; that of Paris ends the day
    nights = _shown(picture, "night")
    assert sum(width for _, width in nights[:2]) == pytest.approx((6 + 2) / 23 * 576, abs=0.2)


def test_a_long_name_is_not_cut_off() -> None:
    """The ribbon begins to its right."""
    picture = world_clock(WEBINAR, ["America/Argentina/ComodRivadavia"]).to_svg()
    assert min(x for x, _ in _shown(picture, "edge")) > 230


def test_the_last_day_of_the_calendar_has_no_picture() -> None:
    """The midnight after it is none."""
    slot = TimeSlot.local("9999-12-31 12:00", None, "UTC")
    with pytest.raises(InvalidValueError, match="calendar"):
        world_clock(slot, []).to_svg()


def _gaps(one: str, other: str, year: int) -> list[tuple[str, str, float, float]]:
    hour = timedelta(hours=1)
    return [
        (str(gap.first), str(gap.last), gap.difference / hour, gap.usual / hour)
        for gap in clock_gap_weeks(one, other, year)
    ]


def test_the_weeks_between_two_changes_are_named() -> None:
    """Europe and the United States change on different Sundays; Kolkata never does."""
    assert _gaps("Europe/Berlin", "America/New_York", 2026) == [
        ("2026-03-08", "2026-03-28", -5, -6),
        ("2026-10-25", "2026-10-31", -5, -6),
    ]
    assert _gaps("Europe/London", "Australia/Sydney", 2026) == [
        ("2026-03-29", "2026-04-04", 10, 11),
        ("2026-10-04", "2026-10-24", 10, 9),
    ]
    assert _gaps("Europe/Berlin", "Asia/Kolkata", 2026) == []
    assert _gaps("Europe/Berlin", "Europe/Paris", 2026) == []


def test_the_weeks_of_ramadan_in_morocco_are_named() -> None:
    """Its clocks are set back for them, and so nearer to London's."""
    (one, *_) = clock_gap_weeks("Europe/Paris", "Africa/Casablanca", 2025)
    assert one.first == date(2025, 2, 23)
    assert (one.difference, one.usual) == (timedelta(hours=-1), timedelta(0))


def test_the_release_of_the_database_is_known() -> None:
    """Such as 2026f; a year and a letter."""
    assert tzdata_version() == "unknown" or 2015 <= int(tzdata_version()[:4]) <= 2100


def test_an_aware_slot_of_any_kind_will_do() -> None:
    """Anything with a start and an end."""

    class Talk:
        start = datetime(2026, 3, 12, 16, tzinfo=UTC)
        end = None

    (row,) = world_clock(Talk(), []).rows
    assert (row.timezone, row.end) == ("UTC", None)
