"""The words of an event that is told plainly; what is odd is refused."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from eventkit.formats.jsonld.reading.context import SCHEMA
from eventkit.formats.jsonld.reading.desk import has_entity, is_safe, paragraphs
from eventkit.formats.jsonld.reading.places import is_secret
from eventkit.model.words import Word
from eventkit.vocabulary import is_kind_of
from eventkit.vocabulary.table import is_type

__all__ = [
    "JSON",
    "Unusual",
    "kind_of",
    "line",
    "listed",
    "member",
    "members",
    "needed",
    "text",
    "url",
    "when",
]

JSON = Any  # what a JSON text holds

_TIME = re.compile(
    r"\d{4}-\d\d-\d\dT\d\d:\d\d(?::\d\d)?(?:Z|[+-](?:0\d|1[0-4]):?[0-5]\d)", re.ASCII
)
_DATE = re.compile(r"\d{4}-\d\d-\d\d", re.ASCII)


class Unusual(Exception):
    """It is for the thorough reader."""


def needed(value: str | None) -> str:
    """Return a text that must be there."""
    if value is None:
        raise Unusual
    return value


def members(words: Iterable[Word], form: str) -> dict[JSON, Any]:
    """Return the members of an enumeration of schema.org by the names that they have there."""
    names = {form.format("".join(map(str.capitalize, one.value.split("_")))): one for one in words}
    prefixes = ("https://schema.org/", "http://schema.org/", "")
    return {prefix + name: one for prefix in prefixes for name, one in names.items()}


def member(table: dict[JSON, Any], value: JSON) -> Any:
    """Return the member of an enumeration that is told by its exact name."""
    if type(value) is not str or value not in table:
        raise Unusual
    return table[value]


def listed(value: JSON) -> list[JSON]:
    """Return the values of a property that may have several."""
    return value if type(value) is list else [value]


def line(value: JSON) -> str | None:
    """Return a text of one line."""
    if value is None:
        return None
    if type(value) is not str or not value.isprintable() or has_entity(value):
        raise Unusual
    return value.strip(" ") or None


def text(value: JSON) -> str | None:
    """Return a text that may have paragraphs."""
    if value is None:
        return None
    if type(value) is not str or "<" in value or has_entity(value):
        raise Unusual
    return paragraphs(value).strip(" \t\n") or None


def url(value: JSON) -> str | None:
    """Return an address in full, which gives away no secret."""
    if value is None or value == "":
        return None
    if type(value) is not str or not value.startswith(("https://", "http://")):
        raise Unusual
    if not is_safe(value) or is_secret(value):
        raise Unusual
    return value


def when(value: JSON) -> datetime | date | None:
    """Return a time with its offset, or a date."""
    if value is None or value == "":
        return None
    try:
        if type(value) is str and _TIME.fullmatch(value):
            return datetime.fromisoformat(value)
        if type(value) is str and _DATE.fullmatch(value):
            return date.fromisoformat(value)
    except ValueError:
        pass
    raise Unusual


@lru_cache(512)
def _type(name: str) -> str:
    found = SCHEMA.name(name.strip())
    if found is None or not is_type(found):
        raise Unusual
    return found


def kind_of(data: JSON, *above: str) -> str:
    """Return the type of a thing, which is one of those named or below it."""
    told = data.get("@type") if type(data) is dict else None
    if type(told) is not str:
        raise Unusual
    found = _type(told)
    for one in above:
        if is_kind_of(found, one):
            return found
    raise Unusual
