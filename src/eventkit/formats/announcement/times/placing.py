"""From a wall-clock time and all that is said about its zone to the one instant meant."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

import attrs

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.text.words import fold
from eventkit.formats.announcement.times.given import Given
from eventkit.formats.announcement.times.parts import Entry, Parts
from eventkit.formats.announcement.times.problem import Problem, RefusedError
from eventkit.formats.announcement.times.zonewords import Claim
from eventkit.timezones import zone_name
from eventkit.timezones.abbreviations import readings, zones_using
from eventkit.timezones.settling import Context, Understood, place_abbreviation

__all__ = ["Placing", "end_placed", "local_time"]


_CLOCK = re.compile(r"\b(?:ora|orario|heure|hora|horario|time|tijd)\b|zeit\b")


def local_time(day: date, seconds: int) -> datetime:
    """Return the wall-clock time *seconds* after the midnight that begins *day*."""
    return datetime(day.year, day.month, day.day) + timedelta(seconds=seconds)


@attrs.frozen
class Placing:
    """
    Places the times of one statement.

    Args:
        parts: The statement.
        given: What is known beyond it.
        problems: Where to say what was assumed.
    """

    parts: Parts
    given: Given
    problems: list[Problem]

    def quietly(self) -> Placing:
        """Return the same that says nothing, for what would be said twice."""
        return attrs.evolve(self, problems=[])

    def say(
        self, code: str, message: str, hint: str | None, at: int,
        severity: Severity = Severity.INFO,
    ) -> None:  # fmt: skip
        """Note what was assumed."""
        self.problems.append(Problem(code, severity, message, hint, at))

    def refuse_zone_alone(self) -> None:
        """Refuse a zone without a time: ``6 May 1900 UTC`` may be seven in the evening."""
        for claim in self.parts.claims:
            if not claim.zones or claim.exact or _CLOCK.search(fold(claim.text)):
                raise RefusedError(
                    codes.NO_TIME, f"{claim.text} is stated without a time",
                    "write e.g. '19:00 UTC'",
                )  # fmt: skip

    def placed(self, day: date, entry: Entry) -> tuple[datetime, str | None]:
        """Place a time by all that is said about its zone; return it and its abbreviation."""
        local = local_time(day, entry.time.start)
        alone = len(self.parts.entries) == 1 or not entry.claims
        claims = entry.claims + [c for c in self.parts.claims if alone and c not in entry.claims]
        if not claims:
            return self._by_default(local, entry.at)
        offsets = [claim for claim in claims if claim.offset is not None]
        groups = [claim for claim in claims if claim.zones]
        names = [claim.abbreviation for claim in claims if claim.abbreviation]
        either = [claim for claim in claims if claim.either]
        named = bool(names or either)
        if named:
            moments = self._other_moments(day, entry)
            zones = groups[0].zones if groups else ()
            around = Context(zones, moments, self.given.hints, self.given.language)
            whens = [self._by_name(local, name, around, offsets, entry.at) for name in names]
            whens += [self._by_either(local, claim, around, entry.at) for claim in either]
        elif groups:
            whens = [_by_zone(local, claim, groups, offsets, entry.at) for claim in groups]
            if not any(claim.exact for claim in claims):
                self._say_zone(whens[0], claims, entry.at)
        else:
            whens = [local.replace(tzinfo=_fixed(offsets[0]))]
        for when in whens[1:]:
            if when.astimezone(UTC) != whens[0].astimezone(UTC):
                raise _disagreement(claims, whens[0], when, entry.at)
        _check_offsets(whens[0], offsets, entry.at)
        return whens[0], whens[0].tzname() if named else None

    def _by_default(self, local: datetime, at: int) -> tuple[datetime, str | None]:
        place = self.given.zone
        if place is None:
            raise RefusedError(
                codes.NO_ZONE,
                "no time zone is stated",
                "add the city or the offset, e.g. '(Paris time)' or 'UTC+2'",
                at,
            )
        name = zone_name(place)
        message = f"no time zone is stated, so {name} is taken"
        self.say(codes.NO_ZONE, message, "write the zone beside the time", at)
        if not isinstance(place, ZoneInfo):
            return local.replace(tzinfo=place), None
        return _only(readings(local, name), local, name, at), None

    def _say_zone(self, when: datetime, claims: list[Claim], at: int) -> None:
        written = " ".join(claim.text for claim in claims)
        hint = f"if another zone is meant, name it; here it is {when.tzinfo}"
        self.say(codes.ZONE_CHOSEN, f"{written} is taken for {when.tzinfo}", hint, at)

    def _other_moments(self, day: date, entry: Entry) -> tuple[datetime, ...]:
        """Return what the other times of the statement stand for, on that day or one beside it."""
        found = []
        for other in self.parts.entries:
            if other is entry or not other.claims or other.claims == entry.claims:
                continue
            alone = Placing(Parts(entries=[other]), self.given, [])
            for days in (-1, 0, 1):
                try:
                    found.append(alone.placed(day + timedelta(days=days), other)[0])
                except (RefusedError, OverflowError):
                    continue
        return tuple(found)

    def _by_name(
        self, local: datetime, name: str, around: Context, offsets: list[Claim], at: int
    ) -> datetime:
        found = place_abbreviation(local, name, around)
        settling = found.code in (codes.AMBIGUOUS_ZONE, codes.AMBIGUOUS_TIME)
        if found.when is None and settling and offsets:
            using = zones_using(local, name, offsets[0].offset or 0)
            if using:
                return using[0]
        found = self._by_default_zone(local, name, found, around)
        if found.when is None:
            raise RefusedError(found.code, found.message, found.hint, at)
        severity = Severity.WARNING if found.rivals and not offsets else Severity.INFO
        self.say(found.code, found.message, found.hint, at, severity)
        return found.when

    def _by_default_zone(
        self, local: datetime, name: str, found: Understood, around: Context
    ) -> Understood:
        """Return what an abbreviation of several meanings is where times are usually given in."""
        place = self.given.zone
        if found.code != codes.AMBIGUOUS_ZONE or around.within or not isinstance(place, ZoneInfo):
            return found
        return place_abbreviation(local, name, Context((place.key,)))

    def _by_either(self, local: datetime, claim: Claim, around: Context, at: int) -> datetime:
        """Return the time by the one abbreviation of ``CET/CEST`` that is in force."""
        found = [place_abbreviation(local, name, around) for name in claim.either]
        whens = [one.when for one in found if one.when is not None]
        wrong = [one for one in found if one.when is None]
        if not whens or any(one.code != codes.ABBREVIATION_NOT_IN_FORCE for one in wrong):
            raise RefusedError(wrong[0].code, wrong[0].message, wrong[0].hint, at)
        first = whens[0]
        for when in whens[1:]:
            if when.astimezone(UTC) != first.astimezone(UTC):
                raise _disagreement([claim], first, when, at)
        self._say_zone(first, [claim], at)
        return first


def _fixed(claim: Claim) -> tzinfo:
    return timezone(timedelta(seconds=claim.offset or 0)) if claim.offset else ZoneInfo("UTC")


def _by_zone(
    local: datetime, claim: Claim, groups: list[Claim], offsets: list[Claim], at: int
) -> datetime:
    """Return the time in the zone that *claim* names, among those that the others name too."""
    group = claim.zones
    for other in groups:
        if len(group) > 1 and (same := tuple(key for key in group if key in other.zones)):
            group = same
    wanted = [timedelta(seconds=offset.offset or 0) for offset in offsets]
    if len(group) > 1 and wanted:
        fitting = [k for k in group if any(w.utcoffset() == wanted[0] for w in readings(local, k))]
        group = tuple(fitting[:1]) or group
    if len(group) > 1:
        group = group[:1] if claim.main else _one_clock(local, group, at)
    found = readings(local, group[0])
    if len(found) > 1 and wanted:
        found = [when for when in found if when.utcoffset() == wanted[0]] or found[:1]
    return _only(found, local, group[0], at)


def _one_clock(local: datetime, group: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Return one zone of a country whose zones all show the same time."""
    differing = {tuple(when.utcoffset() for when in readings(local, key)) for key in group}
    if len(differing) > 1:
        raise RefusedError(
            codes.AMBIGUOUS_ZONE,
            f"the place has several zones: {', '.join(group[:4])} ...",
            "name the city",
            at,
        )
    return group[:1]


def _check_offsets(when: datetime, offsets: list[Claim], at: int) -> None:
    for claim in offsets:
        if when.utcoffset() != timedelta(seconds=claim.offset or 0):
            raise RefusedError(
                codes.OFFSET_CONTRADICTS_ZONE,
                f"{claim.text} is not the offset of {when.tzinfo} that day:"
                f" {when.isoformat()[19:]} is",
                "correct the offset or the zone",
                at,
            )


def _disagreement(claims: list[Claim], one: datetime, two: datetime, at: int) -> RefusedError:
    written = " and ".join(claim.text for claim in claims)
    return RefusedError(
        codes.ZONES_DISAGREE,
        f"{written} are not one zone: {one.astimezone(UTC):%H:%M} and"
        f" {two.astimezone(UTC):%H:%M} UTC",
        "keep the right one",
        at,
    )


def end_placed(local: datetime, start: datetime, name: str | None, at: int) -> datetime:
    """Place the end of a slot on the clocks of its start."""
    if not isinstance(start.tzinfo, ZoneInfo):
        return local.replace(tzinfo=start.tzinfo)
    key = start.tzinfo.key
    found = [w for w in readings(local, key) if w.astimezone(UTC) > start.astimezone(UTC)]
    if name is not None and start.tzname() == name:
        same = [when for when in found if when.tzname() == name]
        if found and not same:
            raise RefusedError(
                codes.ABBREVIATION_NOT_IN_FORCE,
                f"{name} is no longer in force at the end, {found[0].tzname()} is",
                "write the end with its own zone, or a duration",
                at,
            )
        found = same
    return _only(found, local, key, at)


def _only(found: list[datetime], local: datetime, key: str, at: int) -> datetime:
    text = local.isoformat(" ", "minutes")
    if not found:
        raise RefusedError(
            codes.NONEXISTENT_TIME,
            f"{text} does not exist in {key}: the clocks skip it that day",
            "correct the time",
            at,
        )
    if len(found) > 1:
        raise RefusedError(
            codes.AMBIGUOUS_TIME,
            f"{text} happens twice in {key} that day",
            "write the offset or abbreviation of the one that is meant",
            at,
        )
    return found[0]
