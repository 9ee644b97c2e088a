"""Rules about dates and times that a text tells: what in them contradicts itself."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache

from eventkit import codes
from eventkit.findings import Finding, Path
from eventkit.linter.rule import WARNING, Fault, rule
from eventkit.linter.subject import Subject

__all__: list[str] = []

_YEAR = re.compile(r"\b(?:19|20)\d\d\b")
_MANY_MAX = 20  # statements of one text that are looked at


@rule(codes.ABBREVIATION_NOT_IN_FORCE, WARNING, "IANA Time Zone Database; Unicode CLDR")
def abbreviation_not_in_force(subject: Subject) -> Iterator[Fault]:
    """CET in July or EST in August: people come an hour early or late."""
    yield from _faults(subject, codes.ABBREVIATION_NOT_IN_FORCE)


@rule(codes.WEEKDAY_CONTRADICTS_DATE, WARNING, "ISO 8601, week dates")
def weekday_contradicts_date(subject: Subject) -> Iterator[Fault]:
    """Who reads the weekday comes on another day."""
    yield from _faults(subject, codes.WEEKDAY_CONTRADICTS_DATE)


def _faults(subject: Subject, code: str) -> Iterator[Fault]:
    if not _YEAR.search(subject.lowered):
        return
    for path, text, _, is_name in subject.texts:
        if is_name and path != ("name",):
            continue
        for finding in _findings(text):
            if finding.code == code:
                yield _fault(finding, path)


def _fault(finding: Finding, path: Path) -> Fault:
    return Fault(finding.message, finding.hint or "correct one of the two", path)


@lru_cache(maxsize=64)
def _findings(text: str) -> tuple[Finding, ...]:
    """Return what the reader of announcements says of the statements in a text."""
    if not _YEAR.search(text):
        return ()
    from eventkit.formats.announcement import read_slot  # only for who tells a date
    from eventkit.formats.announcement.text.words import fold

    folded = fold(text)
    if len(folded) != len(text):
        return ()
    found: list[Finding] = []
    for number, match in enumerate(_statement().finditer(folded)):
        if number == _MANY_MAX:
            break
        end = match.end()
        if match["zone"] and not text[match.start("zone") : end].isupper():
            end = match.start("zone")  # a word, such as the French "est"
        elif not (match["weekday"] or match["zone"]):
            continue
        found += read_slot(text[match.start() : end].rstrip(" (")).findings
    return tuple(found)


@lru_cache(maxsize=1)
def _statement() -> re.Pattern[str]:
    """Return what finds a date with its year, with the weekday before it and the time after it."""
    from eventkit.formats.announcement.text.words import alternatives
    from eventkit.formats.announcement.times.names import months, weekdays

    month, weekday = alternatives(months()), alternatives(weekdays())
    day = r"\d{1,2}(?:st|nd|rd|th|er|\.)?"
    article = r"(?:(?:the|den|le|el|o|of|de)\s)?"
    clock = r"\d{1,2}(?:[:.h]\d{2}|h)?(?:\s?[ap]\.?m\.?)?"
    return re.compile(
        rf"(?:\b(?P<weekday>{weekday})\b[,.]?\s{{1,2}}{article})?"
        rf"\b(?:{day}\s{{1,2}}{article}(?:{month})|(?:{month})\s{{1,2}}{day})\b,?\s{{1,2}}{article}"
        rf"(?:19|20)\d\d\b"
        rf"(?:,?\s{{1,2}}(?:(?:at|a|um|from|von|de|alle|las|om)\s)?{clock}"
        rf"(?:\s?(?:-|to|bis|a)\s?{clock})?(?:\s(?:uhr|uur))?\s?\(?(?P<zone>[a-z]{{2,5}})\b)?",
    )
