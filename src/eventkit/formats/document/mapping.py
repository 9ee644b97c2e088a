"""
What the keys of a site's front matter mean: ``eventkit.toml``.

    [front_matter]
    title = "name"                        # their key = ours
    "authors[].name" = "speakers[].name"  # of each member of a list
    recording_url = "recordings.0.url"    # into the first member

    [slot]                                # which keys hold the parts of a time
    date = "eventdate"
    start = "time"
    timezone = "tz"
    default_timezone = "Europe/Berlin"

    [values.language]                     # their word = ours
    English = "en"

    [lookups]                             # their value names a member of another list
    "authors[].at[]" = "affiliations[index].name"

    [constants]
    organizer = "Our society"

    [ignore]
    keys = ["layout"]
"""

from __future__ import annotations

import re
from datetime import date, time
from itertools import pairwise
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Finding, Severity
from eventkit.formats.document.lookups import Lookup
from eventkit.model import Event
from eventkit.plain.paths import Path, Where, path_text

__all__ = ["DEFAULTS", "FILE", "OF_SITES", "OWN", "SLOT_KEYS", "Applied", "Mapping", "steps"]

FILE = "eventkit.toml"
OWN = frozenset(field.name for field in attrs.fields(Event))
DEFAULTS = {"title": "name", "lang": "in_language", "tags": "keywords"}
# What every site has and no event needs.
OF_SITES = frozenset(
    {
        "layout", "permalink", "published", "draft", "author_profile", "excerpt", "sidebar", "toc",
        "header", "redirect_from", "redirect_to", "weight", "aliases", "slug", "last_modified_at",
        "lastmod", "type",
    }
)  # fmt: skip
_MOMENT = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[T ]+(\d{1,2}:\d\d(?::\d\d)?))?\s*(Z|[+-]\d\d:?\d\d)?", re.ASCII
)
_CLOCK = re.compile(r"(\d{1,2}):(\d\d)(?::(\d\d))?\s*(Z|[+-]\d\d:?\d\d)?", re.ASCII)
SLOT_KEYS = ("date", "start", "end", "end_date", "timezone")


@attrs.define
class Applied:
    """An event in our keys, and where each came from."""

    data: dict[str, Any]
    sources: dict[Path, Path]
    findings: list[Finding]

    def source_of(self, path: Path) -> Path:
        """Return the path in the source that a path of the event came from."""
        for length in range(len(path), 0, -1):
            if path[:length] in self.sources:
                return (*self.sources[path[:length]], *path[length:])
        return ()


@attrs.frozen
class Mapping:
    """
    One ``eventkit.toml``.

    Args:
        keys: Their path -> ours.
        slot: Part of a slot -> their path, and ``default_timezone``.
        values: Their path -> their word -> ours.
        lookups: Their path -> the list in which its value names a member.
        constants: What every event has that does not say it itself.
        ignored: Their keys that are left out on purpose.
    """

    keys: dict[str, str] = attrs.field(factory=lambda: dict(DEFAULTS))
    slot: dict[str, str] = attrs.field(factory=dict)
    values: dict[str, dict[str, Any]] = attrs.field(factory=dict)
    lookups: dict[str, Lookup] = attrs.field(factory=dict)
    constants: dict[str, Any] = attrs.field(factory=dict)
    ignored: frozenset[str] = OF_SITES

    def applied(self, data: dict[str, Any], where: Where) -> Applied:
        """Return *data* in our keys, with a finding for each key that was left out."""
        out = Applied({}, {}, [])
        used = self._slot(data, where, out)
        used |= {one.members[0] for one in self.lookups.values()}
        for theirs, ours in self.keys.items():
            source, target = steps(theirs), steps(ours)
            if source[0] not in data:
                continue
            used.add(str(source[0]))
            for path, filled, value in _matches(data, source, target):
                self._put(out, path, filled, self._meaning(theirs, value, data, path, where, out))
            self._further(data, source, where, out)
        for key, value in data.items():
            if key in used or key in self.ignored:
                continue
            if key in OWN and key not in out.data:
                self._put(out, (key,), (key,), self._value(key, value))
                continue
            line, column = where((key,)) or (None, None)
            out.findings.append(
                Finding(
                    codes.NOT_CARRIED,
                    Severity.INFO,
                    f"the key {key[:60]!r} has no place in the event",
                    f"say what it means in {FILE}, or list it under ignore",
                    line=line,
                    column=column,
                    path=key,
                )
            )
        for key, value in self.constants.items():
            out.data.setdefault(key, value)
        return out

    def _value(self, theirs: str, value: Any) -> Any:
        table = self.values.get(theirs)
        if table and isinstance(value, str):
            return table.get(value, value)
        return value

    def _meaning(
        self, theirs: str, value: Any, data: dict[str, Any], path: Path, where: Where, out: Applied
    ) -> Any:
        """Return what a value means, also where it only names a member of another list."""
        lookup = self.lookups.get(theirs)
        if lookup is None:
            return self._value(theirs, value)
        found = lookup.find(data, value)
        if found is None:
            line, column = where(path) or (None, None)
            message = (
                f"no member of {'.'.join(lookup.members)} has {lookup.key} {str(value)[:60]!r}"
            )
            hint = "correct it, or add the member"
            out.findings.append(
                Finding(
                    codes.NOT_CARRIED,
                    Severity.WARNING,
                    message,
                    hint,
                    line=line,
                    column=column,
                    path=path_text(path),
                )
            )
        return found

    def _put(self, out: Applied, source: Path, target: Path, value: Any) -> None:
        if value is None or value == "":
            return
        _set(out.data, target, value)
        for length in range(1, len(target)):
            out.sources.setdefault(target[:length], source[: min(length, len(source))])
        out.sources[target] = source

    def _further(self, data: dict[str, Any], source: Path, where: Where, out: Applied) -> None:
        """Tell of members of a list of which a path names only one."""
        value: Any = data
        for depth, part in enumerate(source):
            if isinstance(part, int) and isinstance(value, list) and len(value) > part + 1:
                path = source[:depth]
                told = path_text(path)
                if all(one.path != told for one in out.findings):
                    line, column = where(path) or (None, None)
                    out.findings.append(
                        Finding(
                            codes.NOT_CARRIED,
                            Severity.WARNING,
                            f"{told} has {len(value)} members, of which one was taken",
                            "write an event for each, or map the list with []",
                            line=line,
                            column=column,
                            path=told,
                        )
                    )
            value = _child(value, part)

    def _slot(self, data: dict[str, Any], where: Where, out: Applied) -> set[str]:
        used: set[str] = set()
        parts: dict[str, str] = {}
        for part in SLOT_KEYS:
            if part not in self.slot:
                continue
            path = steps(self.slot[part])
            used.add(str(path[0]))
            value: Any = data
            for step in path:
                value = _child(value, step)
            if isinstance(value, str | date | time):
                parts[part] = value if isinstance(value, str) else value.isoformat()
                target = "start" if part == "date" else "end" if part == "end_date" else part
                if part == target or ("slot", target) not in out.sources:
                    out.sources["slot", target] = path
                out.sources.setdefault(("slot",), path)
        for part in ("date", "start", "end"):
            if part in self.slot:
                self._further(data, steps(self.slot[part]), where, out)
        start = _moment(parts.get("start"), parts.get("date"))
        if start is None:
            return used
        slot = {"start": start}
        end = _moment(parts.get("end"), parts.get("end_date") or parts.get("date") or start[:10])
        if end and (parts.get("end") or parts.get("end_date")):
            slot["end"] = end
        if "T" in start:
            place = parts.get("timezone")
            if place is None and not _has_offset(start):
                place = self.slot.get("default_timezone")
            if place:
                slot["timezone"] = place
        out.data["slot"] = slot
        return used


def _has_offset(moment: str) -> bool:
    return moment.endswith("Z") or moment[-6:-5] in ("+", "-")


def _moment(text: str | None, day: str | None) -> str | None:
    """Return ISO 8601 from a date, a time, or both, each with an offset or not."""
    if text is None:
        if day is None:
            return None
        text, day = day, None
    text = text.strip()
    if found := _MOMENT.fullmatch(text):
        on, hour, offset = found.groups()
        return (
            on if hour is None else f"{on}T{hour.zfill(len(hour) + (hour[1] == ':'))}{_iso(offset)}"
        )
    clock = _CLOCK.fullmatch(text)
    if clock and day and (on_day := _MOMENT.match(day.strip())):
        hours, minutes, seconds, offset = clock.groups()
        return f"{on_day[1]}T{int(hours):02}:{minutes}:{seconds or '00'}{_iso(offset)}"
    return text  # the reader of documents says what is wrong with it


def _iso(offset: str | None) -> str:
    if offset and offset != "Z" and ":" not in offset:
        return f"{offset[:3]}:{offset[3:]}"
    return offset or ""


def steps(path: str) -> Path:
    """Return ``authors[].name`` as ``("authors", "", "name")`` and ``a.0.b`` as its steps."""
    found: list[str | int] = []
    for part in path.split("."):
        name, bracket, _ = part.partition("[]")
        found.append(int(name) if name.isdecimal() and len(name) < 6 else name)
        if bracket:
            found.append("")
    return tuple(found)


def _child(value: Any, part: str | int) -> Any:
    if isinstance(part, int):
        return value[part] if isinstance(value, list) and len(value) > part else None
    return value.get(part) if isinstance(value, dict) else None


def _matches(data: Any, source: Path, target: Path) -> list[tuple[Path, Path, Any]]:
    """Return each value at *source*, with its path and the path in the event."""
    found: list[tuple[Path, tuple[int, ...], Any]] = [((), (), data)]
    for part in source:
        following: list[tuple[Path, tuple[int, ...], Any]] = []
        for path, numbers, value in found:
            if part == "":
                members = value if isinstance(value, list) else [value]
                following += [
                    ((*path, n) if isinstance(value, list) else path, (*numbers, n), member)
                    for n, member in enumerate(members)
                ]
            else:
                child = _child(value, part)
                if child is not None:
                    following.append(((*path, part), numbers, child))
        found = following
    return [(path, _filled(target, numbers), value) for path, numbers, value in found]


def _filled(target: Path, numbers: tuple[int, ...]) -> Path:
    left = list(numbers)
    return tuple((left.pop(0) if left else 0) if part == "" else part for part in target)


def _set(data: dict[str, Any], path: Path, value: Any) -> None:
    """Put *value* where *path* leads, making the objects and lists on the way."""
    here: Any = data
    for part, after in pairwise(path):
        empty: Any = [] if isinstance(after, int) else {}
        if isinstance(part, int):
            while isinstance(here, list) and len(here) <= part:
                here.append({} if not isinstance(after, int) else [])
            here = here[part]
        else:
            here = here.setdefault(part, empty)
        if not isinstance(here, dict | list):
            return
    last = path[-1]
    if isinstance(last, int) and isinstance(here, list):
        here[last : last + 1] = [value]
    elif isinstance(here, dict):
        here[str(last)] = value
