"""
Names of months, weekdays, cities and zones in seven languages, all folded, see `words.fold`.

They are in a table that tools/make_announcement_names.py makes from CLDR; only the forms that
people write beyond CLDR are typed in here.
"""

from __future__ import annotations

import json
import pkgutil
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType
from typing import Any

__all__ = [
    "LANGUAGES",
    "cities",
    "foreign_names",
    "is_day_first",
    "months",
    "short_weekdays",
    "weekdays",
    "zone_names",
]

LANGUAGES = ("en", "it", "fr", "de", "es", "pt", "nl")
_MORE_MONTHS = {
    "sept": 9, "sett": 9, "set": 9, "setiembre": 9, "fev": 2, "mrz": 3, "maerz": 3, "janner": 1,
    "jaenner": 1, "feber": 2, "juill": 7,
}  # fmt: skip
_MORE_WEEKDAYS = {
    "sonnabend": 5, "segunda": 0, "terca": 1, "quarta": 2, "quinta": 3, "sexta": 4,
    "segunda feira": 0, "terca feira": 1, "quarta feira": 2, "quinta feira": 3, "sexta feira": 4,
}  # fmt: skip
_MORE_SHORT = {"tues": 1, "weds": 2, "thur": 3, "thurs": 3, "mier": 2}


@lru_cache(maxsize=1)
def _table() -> dict[str, Any]:
    data = pkgutil.get_data(__package__, "names.json") or b"{}"
    found: dict[str, Any] = json.loads(data)
    return found


@lru_cache(maxsize=1)
def months() -> Mapping[str, int]:
    """Return name -> number, January 1, in full and short."""
    found = {
        name: number for names in _table()["months"].values() for name, number in names.items()
    }
    return MappingProxyType({**found, **_MORE_MONTHS})


@lru_cache(maxsize=1)
def weekdays() -> Mapping[str, int]:
    """Return name in full -> number, Monday 0."""
    names = (rows["wide"] for rows in _table()["weekdays"].values())
    return MappingProxyType({**{k: v for row in names for k, v in row.items()}, **_MORE_WEEKDAYS})


@lru_cache(maxsize=1)
def short_weekdays() -> Mapping[str, int]:
    """Return short name -> number, Monday 0."""
    names = (rows["abbreviated"] for rows in _table()["weekdays"].values())
    return MappingProxyType({**{k: v for row in names for k, v in row.items()}, **_MORE_SHORT})


@lru_cache(maxsize=1)
def foreign_names() -> frozenset[str]:
    """Return the months and weekdays, in full, that are not English."""
    table = _table()
    english = {*table["months"]["en"], *table["weekdays"]["en"]["wide"]}
    others = {name for names in table["months"].values() for name in names if len(name) > 3}
    return frozenset({*others, *weekdays()} - english)


def is_day_first(language: str) -> bool | None:
    """Whether ``03/04/2021`` is 3 April where *language* is written; None for bare ``en``."""
    if language == "en":
        return None
    return language not in _table()["month_first"]


def cities() -> Mapping[str, str]:
    """Return the names of the cities of zones -> IANA name."""
    found: dict[str, str] = _table()["cities"]
    return found


def zone_names() -> Mapping[str, str | list[Any]]:
    """Return name of a zone -> abbreviation, or IANA name and offset in minutes or None."""
    found: dict[str, str | list[Any]] = _table()["zones"]
    return found
