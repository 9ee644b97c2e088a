"""From a wall-clock time and all that is said about its zone to the one instant meant."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone, tzinfo
from zoneinfo import ZoneInfo

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.problem import Problem, RefusedError
from eventkit.formats.announcement.scan import Entry, Parts
from eventkit.formats.announcement.zonewords import Claim
from eventkit.timezones.abbreviations import readings, zones_using
from eventkit.timezones.settling import Context, place_abbreviation

__all__ = ["end_placed", "placed"]


def placed(
    local: datetime,
    entry: Entry,
    parts: Parts,
    hints: tuple[str, ...],
    problems: list[Problem],
) -> tuple[datetime, str | None]:
    """Place a time by all that is said about its zone; return it and its abbreviation."""
    claims = entry.claims + [c for c in parts.claims if c not in entry.claims]
    if not claims:
        raise RefusedError(
            codes.NO_ZONE,
            "no time zone is stated",
            "add the city or the offset, e.g. '(Paris time)' or 'UTC+2'",
            entry.at,
        )
    offsets = [claim for claim in claims if claim.offset is not None]
    names = [claim.abbreviation for claim in claims if claim.abbreviation]
    groups = [claim.zones for claim in claims if claim.zones]
    if names:
        midnight = local - timedelta(seconds=entry.time.start)
        moments = _other_moments(midnight, entry, parts, hints)
        around = Context(groups[0] if groups else (), moments, hints)
        whens = [_by_name(local, name, around, offsets, problems, entry.at) for name in names]
    elif groups:
        whens = [_by_zone(local, group, offsets, entry.at) for group in groups]
        if not any(claim.exact for claim in claims):
            _say_zone(whens[0], claims, problems, entry.at)
    else:
        whens = [local.replace(tzinfo=_fixed(offsets[0]))]
    for when in whens[1:]:
        if when.astimezone(UTC) != whens[0].astimezone(UTC):
            raise _disagreement(claims, whens[0], when, entry.at)
    _check_offsets(whens[0], offsets, entry.at)
    return whens[0], whens[0].tzname() if names else None


def _other_moments(
    midnight: datetime, entry: Entry, parts: Parts, hints: tuple[str, ...]
) -> tuple[datetime, ...]:
    """Return what the other times of the statement stand for, on that day or one beside it."""
    found = []
    for other in parts.entries:
        if other is entry or not other.claims or other.claims == entry.claims:
            continue
        alone = Parts(entries=[other])
        for days in (-1, 0, 1):
            local = midnight + timedelta(days=days, seconds=other.time.start)
            try:
                found.append(placed(local, other, alone, hints, [])[0])
            except (RefusedError, OverflowError):
                continue
    return tuple(found)


def _say_zone(when: datetime, claims: list[Claim], problems: list[Problem], at: int) -> None:
    written = " ".join(claim.text for claim in claims)
    problems.append(
        Problem(
            codes.ZONE_CHOSEN, Severity.INFO, f"{written} is taken for {when.tzinfo}",
            f"if another zone is meant, name it; here it is {when.tzinfo}", at,
        )
    )  # fmt: skip


def _fixed(claim: Claim) -> tzinfo:
    return timezone(timedelta(seconds=claim.offset or 0)) if claim.offset else ZoneInfo("UTC")


def _by_name(
    local: datetime,
    name: str,
    around: Context,
    offsets: list[Claim],
    problems: list[Problem],
    at: int,
) -> datetime:
    found = place_abbreviation(local, name, around)
    settling = found.code in (codes.AMBIGUOUS_ZONE, codes.AMBIGUOUS_TIME)
    if found.when is None and settling and offsets:
        using = zones_using(local, name, offsets[0].offset or 0)
        if using:
            return using[0]
    if found.when is None:
        raise RefusedError(found.code, found.message, found.hint, at)
    severity = Severity.WARNING if found.rivals and not offsets else Severity.INFO
    problems.append(Problem(found.code, severity, found.message, found.hint, at))
    return found.when


def _by_zone(local: datetime, group: tuple[str, ...], offsets: list[Claim], at: int) -> datetime:
    if len(group) > 1:
        group = _one_clock(local, group, at)
    found = readings(local, group[0])
    if len(found) > 1 and offsets:
        wanted = timedelta(seconds=offsets[0].offset or 0)
        found = [when for when in found if when.utcoffset() == wanted] or found[:1]
    return _only(found, local, group[0], at)


def _one_clock(local: datetime, group: tuple[str, ...], at: int) -> tuple[str, ...]:
    """Return one zone of a country whose zones all show the same time."""
    differing = {tuple(when.utcoffset() for when in readings(local, key)) for key in group}
    if len(differing) > 1:
        raise RefusedError(
            codes.AMBIGUOUS_ZONE,
            f"the country has several zones: {', '.join(group[:4])} ...",
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
