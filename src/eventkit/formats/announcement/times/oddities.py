"""What no date and time is read from, whatever else stands there."""

from __future__ import annotations

import re

from eventkit import codes
from eventkit.findings import Severity
from eventkit.formats.announcement.times.parts import Parts
from eventkit.formats.announcement.times.problem import Problem, RefusedError

__all__ = ["refuse_oddities"]

_EXAMPLE = "write e.g. '17 April 2019, 13:00-14:00 CEST'"
_END_ALONE = re.compile(r"^[^DT]*>D|^[^T]*>T")


def refuse_oddities(parts: Parts, problems: list[Problem]) -> None:
    """
    Refuse what is repeated, impossible, denied or not understood, and warn of other words.

    Raises:
        RefusedError: As said.
    """
    listed = sum(len(found.days) for found, _ in parts.dates) > 1
    if parts.repeats is not None and not listed:
        raise RefusedError(
            codes.UNREADABLE_TIME,
            "a repeated date is not read",
            "write all its dates, with the year",
            parts.repeats,
        )
    if not listed and parts.dates and (parts.every or parts.each):
        message = "that it comes again is not read, only the date that is stated"
        hint = "write all its dates, with the year"
        problems.append(Problem(codes.UNREADABLE_TIME, Severity.WARNING, message, hint))
    if parts.impossible is not None:
        at, message = parts.impossible
        raise RefusedError(codes.UNREADABLE_TIME, message, "write e.g. '13:00' or '1 p.m.'", at)
    _refuse_words(parts)
    _warn_of_words(parts, problems)
    if parts.doors is not None:
        at, clock = parts.doors
        message = f"{clock} is taken for when one may come in, before the start"
        problems.append(Problem(codes.UNREADABLE_TIME, Severity.INFO, message, None, at))
    if parts.absent and parts.entries:
        message = "the date or the time is said to be not settled"
        problems.append(Problem(codes.UNREADABLE_TIME, Severity.WARNING, message, "confirm it"))
    if not parts.dates:
        raise RefusedError(codes.NO_TIME, "no date is stated", _EXAMPLE)
    if _END_ALONE.search(parts.order):
        raise RefusedError(
            codes.UNREADABLE_TIME, "an end is stated without a start", _EXAMPLE, parts.dates[0][1]
        )


def _refuse_words(parts: Parts) -> None:
    numbers = [(at, word) for at, word in parts.leftovers if any(c.isdigit() for c in word)]
    for at, word in numbers[:1]:
        raise RefusedError(
            codes.UNREADABLE_TIME, f"{word!r:.40} is not understood in the date and time",
            _EXAMPLE, at,
        )  # fmt: skip
    for at, word in parts.denials[:1]:
        raise RefusedError(
            codes.UNREADABLE_TIME, f"{word!r:.40} may change what the date and time mean",
            "write only when it is", at,
        )  # fmt: skip


def _warn_of_words(parts: Parts, problems: list[Problem]) -> None:
    bare = any(not entry.claims for entry in parts.entries) and not parts.claims
    for at, word in parts.leftovers[:5]:
        if bare and word.isupper() and 3 <= len(word) <= 5:
            raise RefusedError(
                codes.UNKNOWN_ZONE,
                f"{word} is no time zone known here",
                "write the city or the offset, e.g. '(Paris time)' or 'UTC+2'",
                at,
            )
        problems.append(
            Problem(
                codes.UNREADABLE_TIME,
                Severity.WARNING,
                f"{word!r:.40} is not understood in the date and time",
                "check the time, or take the word out of the line",
                at,
            )
        )
