"""When people in several zones can meet, and when the distance of two zones is not the usual."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta, tzinfo

import attrs

from eventkit.errors import InvalidValueError
from eventkit.timezones.local import resolve
from eventkit.timezones.names import zone, zone_name
from eventkit.timezones.names import zones as all_zones

__all__ = ["ClockGap", "Meeting", "clock_gap_weeks", "overlap"]

_HOUR = re.compile(r"(\d\d?)(?::(\d\d)(?::(\d\d))?)?")
_STEP = timedelta(minutes=15)
_SEASON = 56  # days; a difference that lasts longer is usual in its season


@attrs.frozen
class Meeting:
    """
    A stretch of time in which the same people are at work.

    Args:
        start: First moment, in the first zone.
        end: First moment after it, in the first zone.
        fits: Names of the zones in whose working hours it lies.
        misses: Names of the others.
    """

    start: datetime
    end: datetime
    fits: tuple[str, ...]
    misses: tuple[str, ...]


def overlap(
    zones: Sequence[str | tzinfo],
    working_hours: tuple[str | time, str | time] = ("09:00", "17:00"),
    day: date | None = None,
) -> list[Meeting]:
    """
    Return when people in *zones* can meet on *day*, the best first.

    A stretch is better when it suits more zones, then when it is longer, then when it is earlier.
    Stretches that suit only one zone are left out, unless there is only one.

    Args:
        zones: Zones or their names; *day* is that of the first.
        working_hours: First and last hour of work on the clocks of each zone; the second may be
            earlier, for those who work at night.
        day: The day, since clocks change.

    Raises:
        InvalidValueError: No zone or day is given, or an hour is none.
        UnknownTimeZoneError: One of *zones* is none.

    Times are counted in quarters of an hour.
    """
    places = all_zones(zones)
    if not places or day is None:
        raise InvalidValueError("zones and a day are needed", "e.g. day=date(2026, 3, 12)")
    opens, closes = (_hour(value) for value in working_hours)
    if opens == closes:
        raise InvalidValueError(f"hours from {opens} to {closes} are none", "e.g. '09:00', '17:00'")
    moment = resolve(datetime.combine(day, time()), places[0]).astimezone(UTC)
    last = resolve(datetime.combine(day + timedelta(days=1), time()), places[0]).astimezone(UTC)
    found: list[tuple[datetime, datetime, tuple[int, ...]]] = []
    while moment < last:
        present = tuple(
            number
            for number, place in enumerate(places)
            if _within(moment.astimezone(place).time(), opens, closes)
        )
        if found and found[-1][2] == present and found[-1][1] == moment:
            found[-1] = (found[-1][0], moment + _STEP, present)
        else:
            found.append((moment, moment + _STEP, present))
        moment += _STEP
    least = min(2, len(places))
    best = [one for one in found if len(one[2]) >= least]
    best.sort(key=lambda one: (-len(one[2]), one[0] - one[1], one[0]))
    return [_meeting(*one, places) for one in best]


def _hour(value: str | time) -> time:
    if isinstance(value, time):
        if value.tzinfo is not None:
            raise InvalidValueError(
                f"{value.isoformat()} has a zone", "hours of work are those of each zone"
            )
        return value
    match = _HOUR.fullmatch(value.strip()) if isinstance(value, str) else None
    try:
        hour, minute, second = (int(part or 0) for part in match.groups()) if match else (24, 0, 0)
        return time(hour, minute, second)
    except ValueError:
        raise InvalidValueError(f"{value!r:.40} is no time of day", "write e.g. '09:00'") from None


def _within(now: time, opens: time, closes: time) -> bool:
    if opens <= closes:
        return opens <= now < closes
    return now >= opens or now < closes


def _meeting(
    start: datetime, end: datetime, present: tuple[int, ...], places: list[tzinfo]
) -> Meeting:
    names = [zone_name(place) for place in places]
    return Meeting(
        start.astimezone(places[0]),
        end.astimezone(places[0]),
        tuple(names[number] for number in present),
        tuple(name for number, name in enumerate(names) if number not in present),
    )


@attrs.frozen
class ClockGap:
    """
    Days on which two zones are not as far apart as usual.

    Args:
        first: First day.
        last: Last day.
        difference: What the second zone's clocks are ahead of the first's on these days.
        usual: What they are ahead on the days before.
    """

    first: date
    last: date
    difference: timedelta
    usual: timedelta


def clock_gap_weeks(zone_a: str | tzinfo, zone_b: str | tzinfo, year: int) -> list[ClockGap]:
    """
    Return the stretches of a year in which two zones are not as far apart as usual.

    Europe and the United States change their clocks on different Sundays: for two or three
    weeks in March and one in autumn a meeting that keeps its hour here is at another there. A
    difference that lasts longer than eight weeks is the usual one of its season.

    Raises:
        InvalidValueError: The year is not between 2 and 9998.
        UnknownTimeZoneError: One of the zones is none.
    """
    if not 2 <= year <= 9998:
        raise InvalidValueError(f"the year {year} is out of range", "give one from 2 to 9998")
    here, there = zone(zone_a), zone(zone_b)
    # Some weeks more on both sides, so that what begins or ends the year is seen whole.
    first, last = date(year, 1, 1) - timedelta(days=_SEASON), date(year + 1, 1, 1)
    stretches: list[tuple[date, date, timedelta]] = []
    for count in range((last - first).days + _SEASON):
        day = first + timedelta(days=count)
        difference = _ahead(day, here, there)
        if stretches and stretches[-1][2] == difference:
            stretches[-1] = (stretches[-1][0], day, difference)
        else:
            stretches.append((day, day, difference))
    return list(_gaps(stretches, year))


def _ahead(day: date, here: tzinfo, there: tzinfo) -> timedelta:
    noon = datetime.combine(day, time(12), UTC)
    offsets = [noon.astimezone(place).utcoffset() or timedelta(0) for place in (here, there)]
    return offsets[1] - offsets[0]


def _gaps(stretches: list[tuple[date, date, timedelta]], year: int) -> list[ClockGap]:
    days: Counter[timedelta] = Counter()
    for first, last, difference in stretches:
        days[difference] += (last - first).days + 1
    found, usual = [], days.most_common(1)[0][0]
    for number, (first, last, difference) in enumerate(stretches):
        at_edge = number in (0, len(stretches) - 1)
        if at_edge or (last - first).days + 1 > _SEASON:
            usual = difference
        elif first.year <= year <= last.year and difference != usual:
            found.append(ClockGap(first, last, difference, usual))
    return found
