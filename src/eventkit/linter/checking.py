"""From files, readings or events to findings."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator
from datetime import datetime
from functools import cached_property
from typing import IO, TYPE_CHECKING, Any, cast

import attrs

from eventkit import codes, files
from eventkit.errors import InvalidValueError
from eventkit.findings import Finding, Origin, Path, Reading, Severity
from eventkit.linter.choice import Choice
from eventkit.linter.identity import Identities
from eventkit.linter.rule import GOOGLE, Rule
from eventkit.linter.rules import RULES
from eventkit.linter.subject import Subject
from eventkit.linter.walk import event_files
from eventkit.model import Event
from eventkit.plain.paths import path_text

if TYPE_CHECKING:
    from eventkit.linter.google.verdicts import Verdicts

__all__ = ["PROFILES", "Linter", "lint", "place_order"]

PROFILES = (GOOGLE,)
# What a reader may have told of the source itself, before a rule sees it in the event.
_BY_READERS = frozenset({codes.MIDNIGHT, codes.HTML_IN_TEXT, codes.SECRET_IN_PUBLIC})
_NO_ORIGIN = Origin()


def lint(
    source: str | os.PathLike[str] | IO[Any] | Reading | Event | Iterable[Event],
    *,
    profile: str | None = None,
    now: datetime | None = None,
    select: Iterable[str] = (),
    ignore: Iterable[str] = (),
    format: str | None = None,
) -> list[Finding]:
    """
    Return what is wrong or could be better in events, in the order of files and lines.

    Args:
        source: A file or a folder of files, an open file, a `Reading`, an event or several.
        profile: ``google`` tells as well what Google's search makes of each event.
        now: The present moment, aware; without it, rules about what is over keep silent.
        select: Codes or their beginnings, such as ``EK7``; by default all.
        ignore: Codes or their beginnings to leave out.
        format: Format of the files; by default it is recognised.

    Raises:
        OSError: A file cannot be opened.
        InvalidValueError: A profile or code that there is not.
    """
    linter = Linter(profile, now, Choice.of(select, ignore))
    if isinstance(source, Reading):
        found = linter.check(source)
    elif isinstance(source, str | os.PathLike):
        path = os.fspath(source)
        found = [
            finding
            for file in event_files([path])
            for finding in linter.check(files.read(file, format), file)
        ]
    elif isinstance(source, Event):
        found = linter.check(Reading([source]))
    elif hasattr(source, "read"):
        name = getattr(source, "name", None)
        reading = files.read(cast(IO[Any], source), format)
        found = linter.check(reading, name if isinstance(name, str) else None)
    else:
        found = linter.check(Reading(source))
    return linter.sorted([*found, *linter.across()])


def place_order(finding: Finding) -> tuple[int, int, str, str]:
    """Order findings of one file by their place in it."""
    return finding.line or 0, finding.column or 0, finding.code, finding.path or ""


class Linter:
    """
    Checks one reading after the other, and remembers what must not come twice.

    Args:
        profile: ``google``, or None.
        now: The present moment, or None.
        choice: Which rules are asked; each file may have its own.
    """

    def __init__(
        self,
        profile: str | None = None,
        now: datetime | None = None,
        choice: Choice | None = None,
    ) -> None:
        if profile is not None and profile not in PROFILES:
            raise InvalidValueError(
                f"unknown profile {profile!r:.40}", "use " + " or ".join(PROFILES)
            )
        if now is not None and now.utcoffset() is None:
            raise InvalidValueError("now is a naive time", "give it a zone, e.g. tzinfo=UTC")
        self.now = now
        self.profile = profile
        self.choice = choice or Choice()
        self.events = 0
        self._identities = Identities(profile)
        self._order: dict[str | None, int] = {}
        self._active: dict[tuple[Choice, str | None], tuple[list[Rule], list[Rule]]] = {}

    def check(
        self,
        reading: Reading,
        file: str | None = None,
        choice: Choice | None = None,
        profile: str | None = None,
    ) -> list[Finding]:
        """Return the reader's findings and those of the rules, in the order of the lines."""
        choice = choice or self.choice
        profile = profile or self.profile
        self._order.setdefault(file, len(self._order))
        found = [*reading.findings]
        if reading.nodes is not None:
            from eventkit.formats.jsonld.terms import term_findings  # loaded by its reader

            found += term_findings(reading, file)
        found = [one for one in found if choice.takes(one.code)]
        origins = reading.origins or _origins(reading)
        whole, parts = self._rules(choice, profile)
        told = {one.code for one in reading.findings} & _BY_READERS
        if told:
            whole, parts = ([r for r in asked if r.code not in told] for asked in (whole, parts))
        kind = _kind(file)
        for event, origin in zip(reading.events, origins, strict=True):
            self.events += 1
            is_markup = reading.nodes is not None
            subject = Subject(event, self.now, None, is_markup, origin.is_named)
            found += self._event(subject, origin, whole, file)
            if event.sub_events:
                for path, session, above in _sessions(event):
                    inner = Origin((*origin.path, *path), origin.where)
                    subject = Subject(session, self.now, above)
                    found += self._event(subject, inner, parts, file)
            self._identities.add(event, origin, file, kind, choice)
        if profile == GOOGLE:
            said = self.verdicts.of(reading, origins, file)
            found += [one for one in said if choice.takes(one.code)]
        return sorted(found, key=place_order)

    def across(self) -> list[Finding]:
        """Return what only all files together show: the same uid, the same event, twice."""
        return self._identities.findings()

    def sorted(self, findings: Iterable[Finding]) -> list[Finding]:
        """Return findings in the order in which their files were checked, then of their lines."""
        return sorted(
            findings, key=lambda found: (self._order.get(found.file, 0), *place_order(found))
        )

    @cached_property
    def verdicts(self) -> Verdicts:
        """What Google makes of the events; its rules are loaded when they are first asked."""
        from eventkit.linter.google.verdicts import Verdicts

        return Verdicts(self.now)

    def _rules(self, choice: Choice, profile: str | None) -> tuple[list[Rule], list[Rule]]:
        """Return the rules that are asked, for events and for their sessions."""
        active = self._active.get((choice, profile))
        if active is None:
            asked = [rule for rule in RULES if choice.takes(rule.code)]
            if profile == GOOGLE:
                asked = [rule for rule in asked if not rule.judged]
                asked = [attrs.evolve(r, severity=r.strict) if r.strict else r for r in asked]
            active = asked, [rule for rule in asked if rule.sessions]
            self._active[choice, profile] = active
        return active

    def _event(
        self, subject: Subject, origin: Origin, rules: list[Rule], file: str | None
    ) -> Iterator[Finding]:
        event, absent = subject.event, set()
        for rule in rules:
            if needs := rule.needs:
                if needs in absent:
                    continue
                if not getattr(event, needs):
                    absent.add(needs)
                    continue
            for fault in rule.check(subject):
                yield _finding(
                    rule.code,
                    fault.severity or rule.severity,
                    fault.message,
                    fault.hint,
                    origin,
                    fault.path,
                    file,
                )


def _finding(
    code: str,
    severity: Severity,
    message: str,
    hint: str,
    origin: Origin,
    path: Path,
    file: str | None,
) -> Finding:
    line, column = origin.place(path) or (None, None)
    where = path_text((*origin.path, *path)) or None
    return Finding(code, severity, message, hint, file=file, line=line, column=column, path=where)


def _kind(file: str | None) -> str | None:
    """Return the ending of a file, by which copies in another format are told apart."""
    ending = file.rpartition(".")[2].lower() if file else None
    return {"yml": "yaml", "htm": "html"}.get(ending, ending) if ending else None


def _origins(reading: Reading) -> list[Origin]:
    """Number the events of a source that does not say where they stand."""
    if len(reading.events) == 1:
        return [_NO_ORIGIN]
    return [Origin((number,)) for number in range(len(reading.events))]


def _sessions(event: Event, path: Path = ()) -> Iterator[tuple[Path, Event, Event]]:
    for number, session in enumerate(event.sub_events):
        at = (*path, "sub_events", number)
        yield at, session, event
        yield from _sessions(session, at)
