"""The events of files and folders, and what an error has kept from being among them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import UTC, datetime
from typing import Any

import attrs

from eventkit import codes
from eventkit.files import read_told
from eventkit.findings import Finding, Reading, Severity
from eventkit.linter import lint
from eventkit.linter.configuration import Configurations
from eventkit.linter.walk import event_files
from eventkit.model import Event
from eventkit.page.public import is_public

__all__ = ["Gathering", "LeftOut", "Loss", "Progress", "gather", "quietly", "read_events"]

Progress = Callable[[Iterable[Any], int, str], Iterable[Any]]
_SECRETS = (codes.SECRET_IN_TEXT, codes.SECRET_IN_PUBLIC)


def quietly(items: Iterable[Any], number: int, what: str) -> Iterable[Any]:
    """Show no progress."""
    del number, what
    return items


@attrs.frozen
class Loss:
    """
    What one file has lost to errors.

    Args:
        file: As it was named.
        names: The events that are known and left out.
        is_unread: Whether something in it is no event at all because of an error.
        events: How many of its events there are.
    """

    file: str
    names: tuple[str, ...]
    is_unread: bool
    events: int


@attrs.frozen
class LeftOut:
    """
    What is left out for errors, so that earlier pages of it are known.

    Args:
        sources: Names of the files from which something is left out.
        uids: The events of which it is known.
        ways: The address by which the invited come in, of such events.
        hidden: Those of which it is told, if only once, that they are not public.
    """

    sources: frozenset[str] = frozenset()
    uids: frozenset[str] = frozenset()
    ways: Mapping[str, str] = attrs.field(factory=dict)
    hidden: frozenset[str] = frozenset()


@attrs.frozen
class Gathering:
    """
    The events of files and folders.

    Args:
        events: Those that no error is about, each once.
        findings: What is to be said, across the files too.
        sources: uid -> name of its file, seen from the folder that was given.
        left_out: What is not among the events.
        losses: The same for people.
        changed: uid -> when its file was last changed, in whole seconds.
    """

    events: tuple[Event, ...]
    findings: tuple[Finding, ...]
    sources: Mapping[str, str]
    left_out: LeftOut
    losses: tuple[Loss, ...]
    changed: Mapping[str, datetime] = attrs.field(factory=dict)

    @property
    def reading(self) -> Reading:
        """The events with the findings."""
        return Reading(self.events, self.findings)


def read_events(paths: Iterable[str], progress: Progress = quietly) -> Reading:
    """
    Read the events of files and folders, each once, with what is wrong across them.

    An event that stands in two files alike is one; two that differ under one uid are an error.
    An event that an error is about is left out.
    """
    return gather(paths, progress).reading


def gather(paths: Iterable[str], progress: Progress = quietly) -> Gathering:
    """
    Read the events of files and folders, and keep apart those that an error is about.

    What the nearest ``pyproject.toml`` excludes is passed over unless it is named.
    """
    listed = list(paths)
    settings = Configurations()
    files = [one for one in event_files(listed) if one in listed or not settings.of(one).excluded]
    desk = _Desk(tuple(os.path.join(path, "") for path in listed if os.path.isdir(path)))
    for file in progress(files, len(files), "Reading"):
        desk.add(file, read_told(file))
    return desk.gathering()


@attrs.define
class _Source:
    file: str
    is_unread: bool
    events: tuple[Event, ...]


@attrs.define
class _Desk:
    """What was read so far."""

    folders: tuple[str, ...]
    sources: list[_Source] = attrs.field(factory=list)
    findings: list[Finding] = attrs.field(factory=list)
    events: dict[str, tuple[Event, str]] = attrs.field(factory=dict)
    bad: set[str] = attrs.field(factory=set)  # uids

    def add(self, file: str, reading: Reading) -> None:
        self.findings += reading.in_file(file).findings
        sound = reading.sound
        self.bad |= {one.uid for one in reading.events} - {one.uid for one in sound}
        doubts = len(reading.events) - len(sound)
        self.sources.append(_Source(file, len(reading.errors) > doubts, reading.events))
        for event in reading.events:
            wrong = [*_told(event, file)]
            known, where = self.events.setdefault(event.uid, (event, file))
            if known != event:
                wrong.append(_clash(event, known, file, where))
            if wrong:
                self.bad.add(event.uid)
                self.findings += wrong

    def gathering(self) -> Gathering:
        losses = tuple(self._losses())
        left = [one for source in self.sources for one in source.events if one.uid in self.bad]
        return Gathering(
            tuple(event for uid, (event, _) in self.events.items() if uid not in self.bad),
            tuple(self.findings),
            {uid: self._name(file) for uid, (_, file) in self.events.items()},
            LeftOut(
                frozenset(self._name(loss.file) for loss in losses),
                frozenset(self.bad),
                {one.uid: one.joining.url for one in left if one.joining is not None},
                frozenset(one.uid for one in left if not is_public(one)),
            ),
            losses,
            self._changed(),
        )

    def _changed(self) -> dict[str, datetime]:
        found = {file: _time_of(file) for file in {file for _, file in self.events.values()}}
        return {
            uid: when for uid, (_, file) in self.events.items() if (when := found[file]) is not None
        }

    def _losses(self) -> Iterator[Loss]:
        for source in self.sources:
            names = tuple(one.name for one in source.events if one.uid in self.bad)
            if names or source.is_unread:
                left = len(source.events) - len(names)
                yield Loss(source.file, names, source.is_unread, left)

    def _name(self, file: str) -> str:
        """Return what a file is called below the folder that was given, wherever that is."""
        folder = max((one for one in self.folders if file.startswith(one)), key=len, default="")
        name = file.removeprefix(folder) if folder else os.path.basename(file)
        return name.replace(os.sep, "/")


def _time_of(file: str) -> datetime | None:
    """Return when a file was last changed, where there is such a time."""
    try:
        return datetime.fromtimestamp(int(os.stat(file).st_mtime), UTC)
    except (OSError, OverflowError, ValueError):
        return None


def _told(event: Event, file: str) -> Iterator[Finding]:
    """Return what tells a way in where everybody sees it."""
    for finding in lint(event, select=_SECRETS):
        if finding.severity is Severity.ERROR:
            yield attrs.evolve(finding, file=file)


def _clash(event: Event, known: Event, file: str, where: str) -> Finding:
    message = f"{event.name!r:.60} has the uid of another event, in {where}"
    hint = "give one of them a uid of its own"
    if (event.name, event.slot.start) == (known.name, known.slot.start):
        message = f"{event.name!r:.60} is told in another way in {where}"
        hint = "remove one of the two"
    return Finding(codes.SAME_UID, Severity.ERROR, message, hint, file=file, path="uid")
