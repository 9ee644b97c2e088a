"""
Time reading pages beside extruct, alternating in one process.

extruct finds data in a page and stops there. eventkit looks for JSON-LD, Microdata and RDFa in
the same pass, and makes checked events of what it finds; the step that does what extruct does is
timed by itself as well.
"""

import json
from collections.abc import Callable, Iterator
from typing import Any

from compare import Pair
from example import EVENT

from eventkit import to_jsonld, to_jsonld_script
from eventkit.formats.jsonld.reading import parse_html
from eventkit.formats.jsonld.reading.items import Graph
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.formats.jsonld.reading.page import add_page

ROW = (
    '<li class="row"><a href="/page/{0}">Item {0}</a> <span>A line of text &amp; more</span></li>\n'
)

_WHY = (
    "extruct stops at the data; eventkit makes fifty events of it, each checked, which takes most"
    " of the time. To find the data alone takes as long as it does there."
)


def pairs() -> Iterator[Pair]:
    """Yield what is compared."""
    one = _page(to_jsonld_script(EVENT), rows=600)
    many = _page("".join(_script(number) for number in range(50)), rows=600)
    for name, page, limit in (("a page of one event", one, 1.0), ("a page of 50", many, 1.0)):
        yield Pair(
            f"{name}, data alone, extruct for JSON-LD",
            _found(page),
            _extruct(page, ["json-ld"]),
            limit,
        )
        alone = _extruct(page, ["json-ld"])
        yield Pair(f"{name}, extruct for JSON-LD", _ours(page), alone, limit, why=_WHY)
        every = ["json-ld", "microdata", "rdfa"]
        yield Pair(f"{name}, extruct for all three", _ours(page), _extruct(page, every), 1.0)


def _script(number: int) -> str:
    node = {**to_jsonld(EVENT), "@id": f"https://example.org/{number}", "name": f"Talk {number}"}
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
