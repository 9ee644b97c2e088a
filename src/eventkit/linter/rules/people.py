"""Rules about speakers."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventkit import codes
from eventkit.linter.rule import INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject
from eventkit.model import Affiliation

__all__: list[str] = []

_SEVERAL = re.compile(r"\s(?:and|und|&|\+)\s|;|\s/\s|\n", re.IGNORECASE)
_PREFIX = re.compile(
    r"((?:(?:Dr|Prof|Mr|Mrs|Ms|Mx|Dipl|Ing|Sir|Dame|Professor)\.?\s)+)\S", re.IGNORECASE
)


@rule(
    codes.NO_AFFILIATION, INFO, "https://schema.org/affiliation", sessions=False, needs="speakers"
)
def no_affiliation(subject: Subject) -> Iterator[Fault]:
    """Who somebody is, is told by where."""
    for number, person in enumerate(subject.event.speakers):
        if not person.affiliations:
            yield Fault(
                "a speaker without an organisation",
                subject.hint(
                    "add affiliations: [{title: ..., organization: ...}]",
                    'add "affiliation": {"@type": "Organization", "name": ...}',
                ),
                ("speakers", number),
            )


def _key(held: Affiliation) -> tuple[str, str]:
    return held.organization.name.casefold(), (held.title or "").casefold()


@rule(codes.AFFILIATION_TWICE, WARNING, "https://schema.org/affiliation", needs="speakers")
def affiliation_twice(subject: Subject) -> Iterator[Fault]:
    """The same title at the same organisation says nothing the second time."""
    for number, person in enumerate(subject.event.speakers):
        seen: set[object] = set()
        for position, held in enumerate(person.affiliations):
            key = (*_key(held), held.since, held.until)
            if key in seen:
                yield Fault(
                    f"{held.organization.name[:60]!r} is listed twice with the same title",
                    "remove one of the two",
                    ("speakers", number, "affiliations", position),
                )
            seen.add(key)


@rule(codes.SPEAKER_TWICE, WARNING, "https://schema.org/performer", needs="speakers")
def speaker_twice(subject: Subject) -> Iterator[Fault]:
    """One person, one entry, with all affiliations."""
    seen: set[object] = set()
    for number, person in enumerate(subject.event.speakers):
        key = (person.name.casefold(), person.role)
        if key in seen:
            yield Fault(
                f"{person.name[:60]!r} is listed twice",
                "join the two, with the affiliations of both",
                ("speakers", number),
            )
        seen.add(key)


@rule(codes.SEVERAL_IN_ONE_NAME, WARNING, "https://schema.org/Person", needs="speakers")
def several_in_one_name(subject: Subject) -> Iterator[Fault]:
    """Two people in one name are one person for every reader."""
    for number, person in enumerate(subject.event.speakers):
        if _SEVERAL.search(person.name):
            yield Fault(
                f"{person.name[:60]!r} looks like several people",
                "give each an entry of its own",
                ("speakers", number, "name"),
            )


@rule(codes.PREFIX_IN_NAME, INFO, "https://schema.org/honorificPrefix", needs="speakers")
def prefix_in_name(subject: Subject) -> Iterator[Fault]:
    """Titles before a name have a field of their own, so that names sort and compare."""
    for number, person in enumerate(subject.event.speakers):
        if found := _PREFIX.match(person.name):
            yield Fault(
                "the name begins with a title",
                f"write honorific_prefix: {found[1].strip()}, and the name without it",
                ("speakers", number, "name"),
            )
