"""
Mending what has one safe answer, in the text itself.

A finding proposes a word for another at its place. Whether that is safe is not believed but
tried: the text is read again, and the change is kept only when the finding is gone, nothing new
is wrong, and every event is the same but for the field of the finding.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from difflib import unified_diff
from html import unescape

from eventkit import codes
from eventkit.findings import Finding, Reading
from eventkit.linter.currencies import CURRENCIES
from eventkit.model import Event
from eventkit.model.words import meant_by
from eventkit.plain.converter import to_dict

__all__ = ["FIXABLE", "diff", "fixed"]

FIXABLE = frozenset(
    {
        codes.UNKNOWN_KEY,
        codes.INVALID_VALUE,
        codes.POSIX_ZONE,
        codes.ENTITY_IN_TEXT,
        codes.UID_FROM_TITLE,
    }
)
_ROUNDS = 200  # changes of one text
_REACH = 20_000  # characters after the place of a finding in which its value is looked for

Check = Callable[[str], tuple[Reading, list[Finding]]]


def fixed(text: str, check: Check) -> tuple[str, int]:
    """
    Return the mended text, and how many changes were made.

    Args:
        text: The source.
        check: Reads a text, and returns the reading with all findings about it.
    """
    reading, findings = check(text)
    changes = 0
    while changes < _ROUNDS:
        for finding in findings:
            better = _mended(text, finding, reading, findings, check)
            if better is not None:
                text, reading, findings = better
                changes += 1
                break
        else:
            break
    return text, changes


def _mended(
    text: str, finding: Finding, reading: Reading, findings: list[Finding], check: Check
) -> tuple[str, Reading, list[Finding]] | None:
    """Return the text with one finding mended and what is said of it, if that is safe."""
    if finding.code not in FIXABLE or finding.line is None:
        return None
    for changed in _changes(text, finding, reading):
        if changed is None or changed == text:
            continue
        again, left = check(changed)
        same = [one for one in left if _said(one) == _said(finding)]
        is_next = finding.code == codes.ENTITY_IN_TEXT  # a text may have several
        if (not same or is_next) and _is_safe(finding, reading, again):
            return changed, again, left
    return None


def _changes(text: str, finding: Finding, reading: Reading) -> Iterator[str | None]:
    if finding.code == codes.UID_FROM_TITLE:
        uid = (finding.hint or "").removeprefix("add uid: ")
        if sum(event.uid == uid for event in reading.events) == 1:  # else it is for one of them
            yield from _with_uid(text, finding, uid)
    for old, new in _proposals(finding):
        yield _replaced(text, finding, old, new)


def _with_uid(text: str, finding: Finding, uid: str) -> Iterator[str]:
    """Yield the text with the uid beside the title, as YAML, TOML and JSON have it."""
    lines = text.split("\n")
    number, column = (finding.line or 1) - 1, (finding.column or 1) - 1
    if number >= len(lines):
        return
    line, margin = lines[number], " " * column
    head, tail = line[:column], line[column:]
    for changed in (
        [line, f"{margin}uid: {uid}"],
        [f"{head}uid: {uid}", margin + tail],
        [line, f'uid = "{uid}"'],
        [f"{head}uid: {uid}, {tail}"],
        [f'{head}"uid": "{uid}", {tail}'],
    ):
        yield "\n".join([*lines[:number], *changed, *lines[number + 1 :]])


def _proposals(finding: Finding) -> Iterator[tuple[str, str]]:
    message, hint = finding.message, finding.hint or ""
    if finding.code == codes.ENTITY_IN_TEXT:
        if found := re.search(r"&\S+;", message):
            character = unescape(found.group())
            if character.isprintable() and character not in "<>":
                yield found.group(), character
    elif finding.code == codes.POSIX_ZONE:  # that of an abbreviation proposes no one zone
        if found := re.search(r"timezone: '?([A-Za-z_/]+|[+-]\d\d:\d\d)", hint):
            yield message.split()[0], found[1]
    elif finding.code == codes.UNKNOWN_KEY:
        key = re.search(r"key '([^']+)'", message)
        if key and (near := _only_misspelt(key[1], hint)):
            yield key[1], near
    elif word := re.search(r"'([^']+)' is no ", message):
        if near := _only_misspelt(word[1], hint):
            yield word[1], near
        elif "currency" in message and word[1].upper() in CURRENCIES:
            yield word[1], word[1].upper()
        elif found := re.fullmatch(r"write ([A-Z]{2})", hint):
            yield word[1], found[1]


def _only_misspelt(word: str, hint: str) -> str | None:
    """Return what a hint proposes where that is the same word: another one would be a guess."""
    found = re.fullmatch(r"did you mean '(\w+)'\?", hint)
    return meant_by(word, (found[1],)) if found else None


def _replaced(text: str, finding: Finding, old: str, new: str) -> str | None:
    """Put *new* for the first *old* at or after the place of the finding."""
    lines = text.split("\n")
    number = (finding.line or 1) - 1
    if number >= len(lines):
        return None
    begin = sum(len(line) + 1 for line in lines[:number]) + (finding.column or 1) - 1
    left = r"(?<![\w&])" if old[0] != "&" else ""
    right = r"(?!\w)" if old[-1] != ";" else ""
    found = re.compile(left + re.escape(old) + right).search(text, begin, begin + _REACH)
    return text[: found.start()] + new + text[found.end() :] if found else None


def _said(finding: Finding) -> tuple[str, str | None, str]:
    return finding.code, finding.path, finding.message


def _is_safe(finding: Finding, before: Reading, after: Reading) -> bool:
    """Whether nothing changed but the field of the finding, and nothing new is wrong."""
    known = {(one.code, one.path) for one in before.errors}
    if any((one.code, one.path) not in known for one in after.errors):
        return False
    if len(after.errors) > len(before.errors) or len(after.events) < len(before.events):
        return False
    then = {origin.path: event for origin, event in zip(before.origins, before.events, strict=True)}
    now = {origin.path: event for origin, event in zip(after.origins, after.events, strict=True)}
    field = re.sub(r"^\[\d+\]\.?", "", finding.path or "")
    key = re.split(r"[.\[]", field)[0]
    return all(path in now and _same_but(event, now[path], key) for path, event in then.items())


def _same_but(before: Event, after: Event, key: str) -> bool:
    if before == after:
        return True
    if before.slot.start_utc != after.slot.start_utc or before.slot.end_utc != after.slot.end_utc:
        return False
    old, new = to_dict(before), to_dict(after)
    return all(old.get(name) == new.get(name) for name in {*old, *new} - {key})


def diff(before: str, after: str, file: str) -> str:
    """Return what changes, line by line; lines around are left out, they may hold secrets."""
    lines = unified_diff(before.splitlines(), after.splitlines(), file, file, n=0, lineterm="")
    return "\n".join(lines)
