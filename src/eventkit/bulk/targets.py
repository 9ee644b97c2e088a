"""What a long output is made of: a head, pieces that are written apart, a tail."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

import attrs

from eventkit.bulk.opening import uncompressed_name
from eventkit.errors import InvalidValueError
from eventkit.formats.document.json_text import render_lines
from eventkit.formats.jsonld import to_jsonld
from eventkit.jsontext import compact, indented
from eventkit.model import Event

__all__ = ["TARGETS", "Target", "target_of"]


@attrs.frozen
class Target:
    """
    One form of output.

    Args:
        name: As the journal of an interrupted run remembers it.
        piece: Writes some events; called in any process.
        head: What stands before the first piece.
        between: What stands between two.
        tail: What stands after the last.
    """

    name: str
    piece: Callable[[Sequence[Event]], str]
    head: str = ""
    between: str = ""
    tail: str = ""


def _jsonld_lines(events: Sequence[Event]) -> str:
    return "".join([f"{compact(to_jsonld(event))}\n" for event in events])


def _jsonld_nodes(events: Sequence[Event]) -> str:
    """Return the members of a graph as the writer of the whole indents them."""
    nodes = to_jsonld(events)["@graph"]
    return ",\n".join("    " + indented(node).replace("\n", "\n    ") for node in nodes)


TARGETS = {
    found.name: found
    for found in (
        Target("jsonl", render_lines),
        Target("jsonld-lines", _jsonld_lines),
        Target(
            "jsonld",
            _jsonld_nodes,
            head='{\n  "@context": "https://schema.org",\n  "@graph": [\n',
            between=",\n",
            tail="\n  ]\n}\n",
        ),
    )
}


def target_of(format: str, output: str) -> Target:
    """
    Return how *format* is written to the file *output*.

    JSON-LD in a file that ends in ``.jsonl`` has one node a line.

    Raises:
        InvalidValueError: The format cannot be written piece by piece.
    """
    ending = PurePath(uncompressed_name(output)).suffix.lower()
    name = "jsonld-lines" if format == "jsonld" and ending in (".jsonl", ".ndjson") else format
    if name not in TARGETS:
        raise InvalidValueError(
            f"{format} is not written in pieces", "use jsonl, jsonld or ical for many events"
        )
    return TARGETS[name]
