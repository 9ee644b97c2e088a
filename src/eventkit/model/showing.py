"""
Whether the public part of an event shows its own way in.

What `joining` holds is known, so it is looked for as it stands: the link, the number of the
meeting with whatever blanks and dashes are between its digits, the passcode as a word of its own.
Every public writer asks here first, and so do the linter and the publisher.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Iterator
from functools import lru_cache
from operator import attrgetter
from typing import Any
from urllib.parse import urlsplit

import attrs

from eventkit.errors import PublicSecretError
from eventkit.findings import Path, path_text
from eventkit.joinlinks import is_join_link, secret_values
from eventkit.model.event import Event
from eventkit.model.places import JoinDetails

__all__ = ["HINT", "all_public", "public", "shown_secrets"]

HINT = "take it out of there; joining is the place for it: {url: ..., passcode: ...}"

_BETWEEN = r"[\s*_.\-\u2010-\u2015]{0,3}"  # what stands between the digits of a number
_LABEL = r"(?i:pass|code|kenn|wort|contrase|clave|senha|c[oó]d|(?<!\w)(?:pin|pw)(?!\w))"
_YEAR = re.compile(r"(?:19|20)\d\d")
_MEETING_NUMBER = re.compile(r"(?<!\d)\d{9,13}(?!\d)")
_PRIVATE = frozenset({"joining", "slot"})


@attrs.frozen(repr=False)
class _Needle:
    hint: str  # stands wherever the pattern is found, and is quick to see
    pattern: re.Pattern[str]


def shown_secrets(event: Event, *, above: Event | None = None) -> tuple[Path, ...]:
    """
    Return the public fields of an event and its sessions in which a way into them stands.

    Args:
        event: The event.
        above: One whose ways in are looked for, too, such as that of a session.

    A passcode counts as a word of its own that has eight characters, or four and a digit; a
    shorter one, and one that could be a year, only beside a word such as "code" or "PIN".
    """
    needles = _needles_of(event)
    if above is not None:
        needles += [one for one in _needles_of(above) if one not in needles]
    if not needles:
        return ()
    texts: list[tuple[Path, str]] = []
    _collect(event, (), texts)
    whole = "\n\n\n\n".join([text for _, text in texts])
    needles = [one for one in needles if one.hint in whole and one.pattern.search(whole)]
    return tuple(path for path, text in texts if any(one.pattern.search(text) for one in needles))


def public(event: Event) -> Event:
    """
    Return *event*, which is to be shown to everybody.

    Raises:
        PublicSecretError: A field of it shows its way in; the message names the field alone.
    """
    if (event.joining is not None or event.sub_events) and (shown := shown_secrets(event)):
        named = "" if ("name",) in shown else f" of {event.name!r:.60}"
        raise PublicSecretError(
            f"{path_text(shown[0])}{named} is public, and shows the way in that joining holds",
            HINT,
        )
    return event


def all_public(events: Event | Iterable[Event]) -> Iterator[Event]:
    """Yield one event or several, each as `public` returns it."""
    return map(public, (events,) if isinstance(events, Event) else events)


def _needles_of(event: Event) -> list[_Needle]:
    needles = [] if event.joining is None else [*_needles(event.joining)]
    for session in event.sub_events:
        needles += [one for one in _needles_of(session) if one not in needles]
    return needles


@lru_cache(maxsize=1024)
def _needles(joining: JoinDetails) -> tuple[_Needle, ...]:
    """Return what to look for, each once."""
    found = [_address(joining.url)]
    if is_join_link(joining.url) and joining.url[:4].lower() == "http":
        found += map(_number, _MEETING_NUMBER.findall(joining.url))
    found += [_word(value) for value in secret_values(joining.url) if _is_telling(value)]
    digits = re.sub(r"[\W_]", "", joining.meeting_id or "")
    if len(digits) >= 6 and digits.isdecimal() and digits.isascii():
        found.append(_number(digits))
    elif joining.meeting_id and _is_telling(joining.meeting_id):
        found.append(_word(joining.meeting_id))
    if (code := (joining.passcode or "").strip()) and len(code) > 2:
        found.append(_word(code) if _is_telling(code) else _labelled(code))
    return tuple(dict.fromkeys(found))


def _is_telling(code: str) -> bool:
    """Whether a code is no word or number that stands in many a text."""
    if _YEAR.fullmatch(code):
        return False
    return len(code) >= 8 or (len(code) >= 4 and any(char.isdigit() for char in code))


def _address(url: str) -> _Needle:
    """Look for an address however it begins; for one that opens a meeting, however it goes on."""
    scheme, colon, rest = url.partition("://")
    if scheme.lower() not in ("http", "https"):
        return _Needle(url, re.compile(re.escape(url) + r"(?!\w)"))
    parts = urlsplit(url)
    bare = f"{parts.netloc}{parts.path}".rstrip("/")
    if is_join_link(f"{scheme}{colon}{bare}"):
        return _Needle(bare, re.compile(rf"(?<![\w.-]){re.escape(bare)}(?![\w-])"))
    rest = rest.rstrip("/")
    return _Needle(rest, re.compile(rf"(?<![\w.-]){re.escape(rest)}(?![\w-]|[./?&=#%]+\w)"))


def _number(digits: str) -> _Needle:
    """Look for a number; the pattern begins with a digit, to which the search leaps."""
    first, rest = digits[0], "".join(_BETWEEN + digit for digit in digits[1:])
    return _Needle(first, re.compile(rf"{first}(?<!\d{first}){rest}(?!\d)"))


def _word(code: str) -> _Needle:
    """Look for a code as it is written, where no letter or digit goes on before or after it."""
    return _Needle(code, re.compile(rf"(?<!\w){re.escape(code)}(?!\w)"))


def _labelled(code: str) -> _Needle:
    """Look for a code beside a word that says that it is one."""
    return _Needle(code, re.compile(rf"{_LABEL}[^\n]{{0,30}}?(?<!\w){re.escape(code)}(?!\w)"))


def _collect(value: Any, path: Path, into: list[tuple[Path, str]]) -> None:
    """Add the texts of a part of an event, with their places."""
    kind = value.__class__
    if kind is str:
        into.append((path, value))
    elif kind is tuple:
        for number, one in enumerate(value):
            _collect(one, (*path, number), into)
    elif plan := _plan(kind):
        names, values_of = plan
        for name, one in zip(names, values_of(value), strict=True):
            if one:
                _collect(one, (*path, name), into)


@lru_cache(maxsize=64)
def _plan(kind: type) -> tuple[tuple[str, ...], Callable[[Any], tuple[Any, ...]]] | None:
    """Return the fields of a class of the model that may be public, and what reads them."""
    if not attrs.has(kind):
        return None
    names = tuple(field.name for field in attrs.fields(kind) if field.name not in _PRIVATE)
    return names, attrgetter(*names)
