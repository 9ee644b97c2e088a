"""What a value must look like for the types that a property expects."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

from eventkit.vocabulary import table

__all__ = ["enumerations", "fits_text", "is_iri", "names", "wanted"]

_DATE = r"[+-]?\d{4}-\d{2}-\d{2}|\d{4}(?:-\d{2})?"
_ZONE = r"(?:Z|[+-]\d{2}(?::?\d{2})?)?"
_TIME = rf"\d{{2}}:\d{{2}}(?::\d{{2}}(?:[.,]\d{{1,9}})?)?{_ZONE}"
_TEXT = {
    "Date": re.compile(rf"(?:{_DATE})"),
    "DateTime": re.compile(
        rf"\d{{4}}-\d{{2}}-\d{{2}}[T ]{_TIME}|\d{{8}}T\d{{4}}(?:\d{{2}})?{_ZONE}"
    ),
    "Time": re.compile(_TIME),
    "Number": re.compile(r"[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?"),
    "Boolean": re.compile(r"true|false|(?:https?://schema\.org/)?(?:True|False)", re.IGNORECASE),
    "Duration": re.compile(
        r"[+-]?P(?=\d|T\d)(?:\d+Y)?(?:\d+M)?(?:\d+W)?(?:\d+(?:\.\d+)?D)?"
        r"(?:T(?=\d)(?:\d+H)?(?:\d+M)?(?:\d+(?:\.\d+)?S)?)?"
    ),
}
_QUANTITY = re.compile(r"\d+(?:[.,]\d+)?\s?\S.{0,40}|\d+(?:[.,]\d+)?")
_IRI = re.compile(r"(?:[A-Za-z][A-Za-z0-9+.-]*:|//|/|\.{1,2}/|#|_:)\S*")
_RELATIVE = re.compile(r"[\w%~.-]+(?:/[\w%~.-]+)*/?(?:\.\w{2,5})(?:[?#]\S*)?")
_LONGEST = 2_000  # characters of a text that is looked at as anything but text


def names(ranges: frozenset[str]) -> str:
    """Return expected types as words."""
    return " or ".join(sorted(ranges))


def enumerations(ranges: frozenset[str]) -> tuple[str, ...]:
    """Return those of the expected types whose values are fixed words."""
    return tuple(sorted(one for one in ranges if table.is_kind_of(one, "Enumeration")))


def is_iri(value: str) -> bool:
    """Whether a text may be the address or the identifier of something."""
    return len(value) <= _LONGEST and bool(_IRI.fullmatch(value) or _RELATIVE.fullmatch(value))


def fits_text(value: str, ranges: frozenset[str]) -> bool:
    """Whether a text is a value of one of the expected types."""
    if not ranges.isdisjoint(_FREE):
        return True
    if len(value) > _LONGEST:
        return False
    text = value.strip()
    for kind in ranges:
        known = _BASE.get(kind, kind)
        if (pattern := _TEXT.get(known)) and pattern.fullmatch(text):
            return True
        if known not in _TEXT and table.is_kind_of(kind, "Quantity") and _QUANTITY.fullmatch(text):
            return True
    classes = ranges - table.DATA_TYPES - _TEXT.keys() - _BASE.keys()
    return bool(classes) and is_iri(text)


_FREE = frozenset({"Text", "URL", "CssSelectorType", "PronounceableText", "XPathType"})
_BASE = {"Integer": "Number", "Float": "Number"}


def wanted(value: Any, ranges: frozenset[str]) -> bool:
    """Whether a value that is no text and no node is of one of the expected types."""
    if isinstance(value, bool):
        return "Boolean" in ranges
    if isinstance(value, int | float | Decimal):
        return not ranges.isdisjoint({"Number", "Integer", "Float", "QuantitativeValue"})
    return False
