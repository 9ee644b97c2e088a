"""Names for addresses: readable, safe in a path, and no two alike."""

from __future__ import annotations

import hashlib
import re
import unicodedata
from collections import Counter
from collections.abc import Iterable

from eventkit.model import Event

__all__ = ["event_slugs", "name_slugs", "slug"]

_LENGTH_MAX = 80
_BYTES_MAX = 200  # of a file name, of which systems take 255
_FOLDED = str.maketrans({"ß": "ss", "æ": "ae", "ø": "o", "đ": "d", "ł": "l", "œ": "oe", "þ": "th"})
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)")


def slug(text: str) -> str:
    """Return letters and digits of *text* in lower case, with a hyphen between words."""
    folded = unicodedata.normalize("NFKD", text.casefold().translate(_FOLDED))
    plain = "".join(char for char in folded if not unicodedata.combining(char) or ord(char) > 0x370)
    words = re.sub(r"[^\w]+|_+", "-", unicodedata.normalize("NFC", plain))
    words = "-".join(part for part in words.split("-") if part)
    if len(words) > _LENGTH_MAX:
        words = words[: _LENGTH_MAX + 1].rpartition("-")[0] or words[:_LENGTH_MAX]
    words = words.encode("utf-8")[:_BYTES_MAX].decode("utf-8", "ignore")
    return f"{words}-1" if _RESERVED.fullmatch(words) else words or "event"


def event_slugs(events: Iterable[Event], taken: Iterable[str] = ()) -> dict[str, str]:
    """
    Return a slug for each uid: the title; with the date where two titles are alike, and with
    a piece of the uid's hash where that is not enough. Those that are *taken* are given to none.
    """
    others = tuple(taken)
    found = list(events)
    names = {event.uid: slug(event.name) for event in found}
    dated = {
        event.uid: f"{names[event.uid]}-{event.slot.start.isoformat()[:10]}" for event in found
    }
    names = _apart(names, dated, others)
    hashed = {uid: f"{name}-{_hash(uid)}" for uid, name in names.items()}
    return _apart(names, hashed, others)


def name_slugs(names: Iterable[str]) -> dict[str, str]:
    """Return a slug for each name."""
    slugs = {name: slug(name) for name in names}
    return _apart(slugs, {name: f"{part}-{_hash(name)}" for name, part in slugs.items()})


def _apart(
    slugs: dict[str, str], longer: dict[str, str], taken: Iterable[str] = ()
) -> dict[str, str]:
    """Take the longer one for all that have the same."""
    number = Counter([*slugs.values(), *taken])
    return {key: longer[key] if number[value] > 1 else value for key, value in slugs.items()}


def _hash(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8")).hexdigest()[:8]
