"""Naming zones and placing local times."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest

from eventkit.errors import (
    AmbiguousTimeError,
    InvalidValueError,
    NaiveDatetimeError,
    NonexistentTimeError,
    UnknownTimeZoneError,
)
from eventkit.timezones import convert, resolve, zone, zone_name

BERLIN = ZoneInfo("Europe/Berlin")


@pytest.mark.parametrize(
    ("name", "expected"),
    [
        ("Europe/Berlin", BERLIN),
        ("europe/berlin", BERLIN),
        ("Europe/Kiev", ZoneInfo("Europe/Kiev")),
        ("America/New York", ZoneInfo("America/New_York")),
        ("Z", ZoneInfo("UTC")),
        ("GMT", ZoneInfo("GMT")),
        ("+05:30", timezone(timedelta(hours=5, minutes=30))),
        ("+0530", timezone(timedelta(hours=5, minutes=30))),
        ("UTC+2", timezone(timedelta(hours=2))),
        ("GMT-3", timezone(timedelta(hours=-3))),
        ("\u221203:00", timezone(timedelta(hours=-3))),
        ("Etc/GMT+5", ZoneInfo("Etc/GMT+5")),
    ],
)
def test_a_zone_is_found_by_the_names_people_write(name: str, expected: object) -> None:
    """IANA names in any case, aliases and offsets are zones, and their name leads back."""
    found = zone(name)
    assert found == expected
    assert zone(zone_name(found)) == found


@pytest.mark.parametrize(
    "name",
    [
        "Europe/Berlim",
        "Berlin",
        "../etc/passwd",
        "/etc/localtime",
        "",
        "America",
        "x" * 999,
        "A\0B",
        "+25:00",
        "CESTT",
    ],
)
def test_what_is_no_zone_is_refused_with_a_hint(name: str) -> None:
    """No foreign exception gets out, whatever the name."""
    with pytest.raises(UnknownTimeZoneError) as caught:
        zone(name)
    assert caught.value.hint


def test_a_near_name_is_suggested() -> None:
    """A slip of the pen, or a bare city, is answered with the right name."""
    with pytest.raises(UnknownTimeZoneError, match="Europe/Berlin"):
        zone("Europe/Berlim")
    with pytest.raises(UnknownTimeZoneError, match="Asia/Kolkata"):
        zone("Kolkata")


GAP = datetime(2021, 3, 28, 2, 30)
FOLD = datetime(2021, 10, 31, 2, 30)


@pytest.mark.parametrize(
    ("local", "policy", "utc"),
    [
        (GAP, "compatible", datetime(2021, 3, 28, 1, 30, tzinfo=UTC)),
        (GAP, "later", datetime(2021, 3, 28, 1, 30, tzinfo=UTC)),
        (GAP, "earlier", datetime(2021, 3, 28, 0, 30, tzinfo=UTC)),
        (FOLD, "compatible", datetime(2021, 10, 31, 0, 30, tzinfo=UTC)),
        (FOLD, "earlier", datetime(2021, 10, 31, 0, 30, tzinfo=UTC)),
        (FOLD, "later", datetime(2021, 10, 31, 1, 30, tzinfo=UTC)),
    ],
)
def test_gaps_and_repeated_hours_follow_the_policy(
    local: datetime, policy: str, utc: datetime
) -> None:
    """The four words mean what they mean in Temporal."""
    assert resolve(local, BERLIN, policy).astimezone(UTC) == utc  # type: ignore[arg-type]


def test_reject_refuses_both_and_says_which() -> None:
    """A skipped time and a repeated one are different errors."""
    with pytest.raises(NonexistentTimeError, match="03:30"):
        resolve(GAP, BERLIN, "reject")
    with pytest.raises(AmbiguousTimeError, match="twice"):
        resolve(FOLD, BERLIN, "reject")


def test_convert_keeps_the_instant() -> None:
    """17:00 in Berlin is 20:30 in Kolkata in summer, 21:30 in winter."""
    summer = resolve(datetime(2021, 7, 1, 17), BERLIN)
    winter = resolve(datetime(2021, 1, 1, 17), BERLIN)
    assert convert(summer, "Asia/Kolkata").strftime("%H:%M") == "20:30"
    assert convert(winter, "Asia/Kolkata").strftime("%H:%M") == "21:30"


def test_convert_refuses_what_is_no_instant() -> None:
    """A naive time, and a time that leaves the calendar, are errors of ours."""
    with pytest.raises(NaiveDatetimeError):
        convert(GAP, "UTC")
    with pytest.raises(InvalidValueError):
        convert(datetime(1, 1, 1, tzinfo=UTC), "America/New_York")
