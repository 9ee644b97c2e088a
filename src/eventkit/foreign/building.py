"""From plain data to an event, leaving out what the model refuses."""

from __future__ import annotations

import re
from typing import Any

from eventkit import codes
from eventkit.findings import Finding
from eventkit.foreign.notes import Notes
from eventkit.model import Event
from eventkit.model.showing import HINT, shown_secrets
from eventkit.plain import event_or_findings
from eventkit.plain.paths import Path, path_text

__all__ = ["built"]

_TRIES_MAX = 50
_NEEDED = frozenset({"name", "slot"})
_Steps = list[str | int]
_STEP = re.compile(r"\[(\d+)\]|\.?([^.\[\]]+)")


def built(plain: dict[str, Any], notes: Notes, path: Path) -> Event | None:
    """
    Return the event that *plain* describes, without the fields that the model refuses.

    Each of these is a warning, and so is a text that shows the way in. Without a title or a time there is no event, which is an error.

    Args:
        plain: In the shape of a document; it is changed.
        notes: Takes the findings.
        path: Where the event stands in the source.
    """
    for _ in range(_TRIES_MAX):
        found = event_or_findings(plain)
        if isinstance(found, Event):
            _tell_shown(found, notes, path)
            return found
        fatal = [one for one in found if _steps(one)[:1] == [] or _steps(one)[0] in _NEEDED]
        for finding in fatal:
            field = finding.path or "the event"
            notes.error(finding.code, f"{field}: {finding.message}", finding.hint, path)
        if fatal:
            return None
        gone: list[_Steps] = []
        for finding in reversed(found):  # the last of a list first, so that numbers stay right
            steps = _steps(finding)
            if any(steps[: len(one)] == one for one in gone):
                continue
            notes.warn(
                codes.NOT_CARRIED,
                f"{finding.path} is left out: {finding.message}",
                finding.hint,
                path,
            )
            gone += _removed(plain, steps)
        if not gone:
            break
    notes.error(codes.INVALID_VALUE, "too much of it is refused", path=path)
    return None


def _tell_shown(event: Event, notes: Notes, path: Path) -> None:
    """Say which texts have the way in; they stay, as no event is lost for one of its texts."""
    for shown in shown_secrets(event):
        message = f"{path_text(shown)} is public, and shows the way in that joining holds"
        notes.warn(codes.SECRET_IN_TEXT, message, HINT, path)


def _steps(finding: Finding) -> _Steps:
    return [int(number) if number else key for number, key in _STEP.findall(finding.path or "")]


def _removed(plain: Any, steps: _Steps) -> list[_Steps]:
    """
    Remove what stands there, and an object that is empty without it; return what is gone.

    Where a needed part is missing, the path is of the whole; where a text stands for an object,
    the path names the field that it stands for, and the text goes.
    """
    data = plain
    try:
        for step in steps[:-1]:
            data = data[step]
        del data[steps[-1]]
    except (KeyError, IndexError, TypeError):
        return _removed(plain, steps[:-1]) if len(steps) > 1 else []
    if data == {} and len(steps) > 1:
        return _removed(plain, steps[:-1])
    return [steps]
