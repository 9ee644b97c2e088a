"""Whether the markup of events and videos is in schema.org's terms, each finding with its line."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

import attrs

from eventkit import codes
from eventkit.findings import Finding, Reading
from eventkit.formats.jsonld.reading.items import Item, Value
from eventkit.sources import DEPTH_MAX
from eventkit.vocabulary import check_vocabulary

__all__ = ["term_findings"]

_STEP = re.compile(r"([^.\[\]]+)(?:\[(\d+)\])?")
# The reader says these itself, with what it took the word for.
_READ = frozenset({codes.UNKNOWN_TYPE, codes.UNKNOWN_MEMBER})


def term_findings(reading: Reading, file: str | None) -> Iterator[Finding]:
    """Yield what of the markup of a source is not in schema.org's terms."""
    said = frozenset((one.code, one.line, one.column) for one in reading.findings)
    for node in reading.nodes() if reading.nodes else ():
        if node.is_part:
            continue
        for finding in check_vocabulary(_plain(node.item, frozenset(), 0)):
            line, column = _place(node.item, finding.path)
            if finding.code not in _READ or (finding.code, line, column) not in said:
                yield attrs.evolve(finding, line=line, column=column, file=file)


def _plain(item: Item, around: frozenset[int], depth: int) -> dict[str, Any]:
    """Return an item as plain data; what stands around it already only as a reference."""
    if id(item) in around or depth > DEPTH_MAX or not (item.props or item.types):
        return {"@id": item.id or "_:cycle"}
    around |= {id(item)}
    node: dict[str, Any] = {"@type": list(item.types)} if item.types else {}
    for name, values in item.props.items():
        plain = [_value(one, around, depth) for one in values]
        node[name] = plain[0] if len(plain) == 1 else plain
    return node


def _value(value: Value, around: frozenset[int], depth: int) -> Any:
    return _plain(value, around, depth + 1) if isinstance(value, Item) else value


def _place(item: Item, path: str | None) -> tuple[int | None, int | None]:
    """Return where the property at a path stands, or what it stands in."""
    for name, index in _STEP.findall(path or ""):
        values = item.props.get(name, [])
        inner = values[int(index or 0)] if int(index or 0) < len(values) else None
        if not isinstance(inner, Item):
            return item.place(name)
        item = inner
    return item.place()
