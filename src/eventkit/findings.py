"""What a reader or the linter has to say about its input, and where."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from enum import Enum
from typing import TYPE_CHECKING, Any

import attrs

from eventkit import codes
from eventkit.errors import ReadError

if TYPE_CHECKING:
    from eventkit.model import Event, Speaker, TimeSlot

__all__ = ["Collected", "Finding", "Origin", "Path", "Reading", "Severity", "path_text"]

Path = tuple[str | int, ...]  # keys and 0-based positions, from the root of the document


def path_text(path: Path) -> str:
    """Return a path as people write it: ``speakers[0].affiliations[1].title``."""
    text = "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)
    return text.removeprefix(".")


class Severity(str, Enum):
    """How much a finding weighs; the words stand in every output format."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    def __str__(self) -> str:
        return self.value


@attrs.frozen
class Finding:
    """
    One thing to know about the input: assumed, contradicted, repaired or lost.

    Args:
        code: Stable name of the kind, such as ``EK101``; see `eventkit.codes`.
        severity: An error means that the result must not be relied on.
        message: What was found.
        hint: What to do about it.
        file: Name of the source as the caller gave it.
        line: 1-based line in the source.
        column: 1-based column, counted in characters.
        path: Field in the event, such as ``speakers[0].affiliations[1].title``.
    """

    code: str
    severity: Severity = attrs.field(converter=Severity)
    message: str
    hint: str | None = None
    file: str | None = attrs.field(default=None, kw_only=True)
    line: int | None = attrs.field(default=None, kw_only=True)
    column: int | None = attrs.field(default=None, kw_only=True)
    path: str | None = attrs.field(default=None, kw_only=True)

    @property
    def place(self) -> str:
        """Where it was found: ``file:line:column`` as far as known, else the field."""
        parts = [self.file, self.line, self.column if self.line else None]
        known = ":".join(str(part) for part in parts if part is not None)
        return known or (self.path or "")

    def __str__(self) -> str:
        place = f"{self.place}: " if self.place else ""
        field = f"{self.path}: " if self.path and self.place != self.path else ""
        hint = f"; {self.hint}" if self.hint else ""
        return f"{place}{self.severity} {self.code}: {field}{self.message}{hint}"

    def to_dict(self) -> dict[str, str | int | None]:
        """Return the shape of ``--format json``, with every key present."""
        return {**attrs.asdict(self), "severity": self.severity.value}

    @classmethod
    def from_dict(cls, fields: Mapping[str, Any]) -> Finding:
        """Return the finding whose `to_dict` is *fields*."""
        return cls(**fields)


class Collected:
    """
    Findings up to a bound, so that a few tell of a source that is broken a million times.

    Past it the errors alone are kept, to ten times as many, since they decide whether there is
    anything to rely on. How many are left out is told at the end.

    Args:
        bound: How many are kept, whatever they are.
    """

    def __init__(self, bound: int = 1_000) -> None:
        self._bound = bound
        self._kept: list[Finding] = []
        self._left_out = 0

    def add(self, finding: Finding) -> None:
        """Take one finding, or count it."""
        is_error = finding.severity is Severity.ERROR
        if len(self._kept) < self._bound * (10 if is_error else 1):
            self._kept.append(finding)
        else:
            self._left_out += 1

    def skip(self) -> None:
        """Count one that is left out for another reason."""
        self._left_out += 1

    def told(self, file: str | None = None) -> list[Finding]:
        """Return what was kept, and how many were not."""
        if not self._left_out:
            return list(self._kept)
        message = f"{self._left_out:,} more findings are left out"
        rest = Finding(codes.TOO_LARGE, Severity.WARNING, message, file=file)
        return [*self._kept, rest]


@attrs.frozen
class Origin:
    """
    Where an event stands in its source, so that more can be said about it later.

    Args:
        path: The event itself in its document: empty, or its number in the list.
        where: Finds 1-based line and column of a path in the document.
        is_named: Whether the event has a uid of its own there, or an address from which its uid
            follows; else that follows from its title.
    """

    path: Path = ()
    where: Callable[[Path], tuple[int, int] | None] | None = attrs.field(default=None, repr=False)
    is_named: bool = True

    def place(self, path: Path = ()) -> tuple[int, int] | None:
        """Return line and column of a field of the event, or of what it stands in."""
        return self.where((*self.path, *path)) if self.where else None


def _tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    return tuple(values)


@attrs.frozen
class Reading:
    """
    What a reader made of its input.

    Args:
        events: The events, in the order of the source.
        findings: What was assumed, contradicted, repaired or not carried over.
        slots: Time slots, where only a date-and-time statement was read.
        speakers: Speakers, where only speaker lines were read.
        evidence: Field path -> (start, end, text) in the source.
        origins: Where each event stands, one an event, in formats that have lines for it; they
            take no part in comparisons.
        nodes: Finds the things of markup as they stand in a page, for those who judge the
            markup itself; None where the source is none.
        doubtful: Numbers of the events that an error is about; None where the reader does not
            tell, and then every event may be one. What an error has kept from being an event is
            not among them.
    """

    events: tuple[Event, ...] = attrs.field(default=(), converter=_tuple)
    findings: tuple[Finding, ...] = attrs.field(default=(), converter=_tuple)
    slots: tuple[TimeSlot, ...] = attrs.field(default=(), converter=_tuple, kw_only=True)
    speakers: tuple[Speaker, ...] = attrs.field(default=(), converter=_tuple, kw_only=True)
    evidence: Mapping[str, tuple[int, int, str]] = attrs.field(
        factory=dict, kw_only=True, hash=False
    )
    origins: tuple[Origin, ...] = attrs.field(
        default=(), converter=_tuple, kw_only=True, eq=False, repr=False
    )
    nodes: Callable[[], Iterable[Any]] | None = attrs.field(
        default=None, kw_only=True, eq=False, repr=False
    )
    doubtful: frozenset[int] | None = attrs.field(default=None, kw_only=True, eq=False, repr=False)

    @property
    def sound(self) -> tuple[Event, ...]:
        """The events that no error is about."""
        if self.ok:
            return self.events
        if self.doubtful is None:
            return ()
        return tuple(one for n, one in enumerate(self.events) if n not in self.doubtful)

    @property
    def errors(self) -> tuple[Finding, ...]:
        """The findings of severity error."""
        return tuple(f for f in self.findings if f.severity is Severity.ERROR)

    @property
    def ok(self) -> bool:
        """True when no finding is an error."""
        return not self.errors

    def with_findings(self, more: Iterable[Finding]) -> Reading:
        """
        Return the same reading with *more* findings among its own, in the order of lines.

        An error among them may be about any event.
        """
        added = _tuple(more)
        found = sorted([*added, *self.findings], key=lambda f: (f.line or 0, f.column or 0))
        is_worse = any(one.severity is Severity.ERROR for one in added)
        return attrs.evolve(self, findings=found, doubtful=None if is_worse else self.doubtful)

    def in_file(self, name: str) -> Reading:
        """Return the same reading with *name* as the file of every finding."""
        located = tuple(f if f.file else attrs.evolve(f, file=name) for f in self.findings)
        return attrs.evolve(self, findings=located)

    def or_raise(self) -> Reading:
        """
        Return this reading if nothing in it is an error.

        Raises:
            ReadError: With the first error's words and all findings that are errors.
        """
        errors = self.errors
        if errors:
            raise ReadError(errors[0].message, errors[0].hint, errors)
        return self
