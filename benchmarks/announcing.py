"""
Time reading when an event is from the sentence that says so, beside dateparser.

dateparser looks for dates in a text; eventkit also checks the weekday and the zone, and tells
where the time is shown in two zones whether they agree.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

from compare import Pair

from eventkit import parse
from eventkit.formats.announcement import read_slot

__all__ = ["pairs"]

PLAIN = "17 April 2019, 13:00 CEST"
STATEMENT = "Wednesday, 17 April 2019, 13:00 to 14:00 Europe/Paris"
WHOLE = f"""Clusters and SMEs: a way to face globalisation?

Date: {STATEMENT}
Speaker: Mr. Alain Tubiana, Chairman, gnomon sas
Where: https://example.org/webinars/clusters

How small companies gain by working together, and what keeps them from it.
"""


def pairs() -> Iterator[Pair]:
    """Yield what is compared."""
    for name, text in (("a date and time", PLAIN), ("a statement", STATEMENT)):
        yield Pair(f"read {name}, dateparser", _slot(text), _dateparser(text), 1.0)
    yield Pair(
        "read a whole announcement, dateparser its dates",
        lambda: parse(WHOLE, "text"),
        _search(WHOLE),
        1.0,
    )


def _slot(text: str) -> Callable[[], Any]:
    assert read_slot(text).slots
    return lambda: read_slot(text)


def _dateparser(text: str) -> Callable[[], Any] | None:
    """Return its own parser of one date, or its search where there is more in the text."""
    try:
        import dateparser
    except ImportError:
        return None
    if dateparser.parse(text) is not None:
        return lambda: dateparser.parse(text, languages=["en"])
    return _search(text)


def _search(text: str) -> Callable[[], Any] | None:
    try:
        from dateparser.search import search_dates
    except ImportError:
        return None
    return lambda: search_dates(text, languages=["en"])
