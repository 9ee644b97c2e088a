"""
Time reading pages beside extruct, alternating in one process.

extruct finds data in a page and stops there. eventkit looks for JSON-LD, Microdata and RDFa in
the same pass, and makes checked events of what it finds; the step that does what extruct does is
timed by itself as well.
"""

import json
from collections.abc import Callable, Iterator
from datetime import timedelta
from typing import Any

import attrs
from compare import Pair
from example import EVENT

from eventkit import TimeSlot, VirtualLocation, to_jsonld, to_jsonld_script
from eventkit.formats.jsonld.reading import parse_html
from eventkit.formats.jsonld.reading.items import Graph
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.formats.jsonld.reading.page import add_page

ROW = (
    '<li class="row"><a href="/page/{0}">Item {0}</a> <span>A line of text &amp; more</span></li>\n'
)

_WHY_DATA = (
    "Both parse the page and the same JSON in C; the two are level, and what our finding of lines"
    " and columns costs shows where scripts are many."
)
_WHY = (
    "extruct stops at the data, which takes it 12 µs a script. eventkit makes checked events of"
    " them, at some 40 µs each: 5 for the JSON, 15 to read and check what is told, 4 to make the event,"
    " and the rest to find its script, its line, what refers to it and whether it is told twice."
    " To read a property in Python takes longer than to leave it unread; the parser of HTML gains"
    " nearly all of that back where a page has 5 kB of it an event, as those of ticket shops have."
)


def pairs() -> Iterator[Pair]:
    """Yield what is compared."""
    one = _page(to_jsonld_script(EVENT), rows=600)
    scripts = "".join(_script(number) for number in range(50))
    pages = {
        "a page of one event": one,
        "a page of 50": _page(scripts, rows=600),
        "a page of 50 and 250 kB": _page(scripts, rows=2_400),
    }
    limit = 1.0
    for name, page in pages.items():
        yield Pair(
            f"{name}, data alone, extruct for JSON-LD",
            _found(page),
            _extruct(page, ["json-ld"]),
            limit,
            why=_WHY_DATA,
        )
        alone = _extruct(page, ["json-ld"])
        yield Pair(f"{name}, extruct for JSON-LD", _ours(page), alone, limit, why=_WHY)
        every = ["json-ld", "microdata", "rdfa"]
        yield Pair(f"{name}, extruct for all three", _ours(page), _extruct(page, every), limit)


def _script(number: int) -> str:
    """Return a script with one of the events of a list, which differ in all but the organiser."""
    address = f"https://example.org/webinars/{number}"
    start = EVENT.slot.start + timedelta(days=number)
    event = attrs.evolve(
        EVENT,
        name=f"Talk {number}",
        uid=f"talk-{number}",
        slot=TimeSlot(start, start + timedelta(hours=1)),
        description=f"{number}: {EVENT.description}",
        url=address,
        locations=[VirtualLocation(address)],
    )
    node = {**to_jsonld(event), "@id": f"{address}#event"}
    return f'<script type="application/ld+json">{json.dumps(node)}</script>\n'


def _page(scripts: str, rows: int) -> str:
    """Return a page as large as those of ticket shops, most of which is not markup."""
    body = "".join(ROW.format(number) for number in range(rows))
    head = "<!doctype html><html lang=en><head><title>Events</title>"
    return f"{head}{scripts}</head><body><ul>{body}</ul></body></html>"


def _ours(page: str) -> Callable[[], Any]:
    return lambda: parse_html(page)


def _found(page: str) -> Callable[[], Any]:
    """Return what finds the data of a page, without making events of it."""
    return lambda: add_page(page, Graph(), Notes())


def _extruct(page: str, syntaxes: list[str]) -> Callable[[], Any] | None:
    try:
        import extruct
    except ImportError:
        return None
    return lambda: extruct.extract(page, syntaxes=syntaxes)
