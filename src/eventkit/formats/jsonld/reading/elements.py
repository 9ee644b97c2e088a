"""What Microdata and RDFa have in common: elements, their texts and their addresses."""

from __future__ import annotations

import re
from typing import Any

from eventkit.foreign.markup import BLOCKS
from eventkit.vocabulary.table import property_named

__all__ = ["Budget", "attribute", "inner_text", "value_of"]

Element = Any  # selectolax's node, which is imported only with the extra

_ADDRESS = {
    "a": "href",
    "area": "href",
    "link": "href",
    "audio": "src",
    "embed": "src",
    "iframe": "src",
    "img": "src",
    "source": "src",
    "track": "src",
    "video": "src",
    "object": "data",
}
_LINES = frozenset({"br", "li", "tr"})
_UNSEEN = frozenset({"script", "style", "template", "noscript"})


class Budget:
    """Bounds the text that is gathered, as elements inside of each other tell it again."""

    def __init__(self, nodes: int = 500_000) -> None:
        self.nodes = nodes

    def spend(self, number: int = 1) -> bool:
        """Take from what is left; False when nothing is."""
        self.nodes -= number
        return self.nodes > 0


def attribute(element: Element, name: str) -> str | None:
    """Return an attribute, empty where it has no value, None where it is absent."""
    attributes = element.attributes
    return (attributes[name] or "") if name in attributes else None


def value_of(element: Element, name: str, budget: Budget) -> str:
    """
    Return the text or address that an element gives to a property.

    ``content`` counts on any element, as search engines have it; a link gives its text to a
    property that wants no address, as people see it.

    Source: HTML, "Values" of Microdata; RDFa Lite.
    """
    attributes = element.attributes
    if (content := attributes.get("content")) is not None:
        return str(content)
    tag = element.tag
    if tag == "meta":
        return ""
    if tag in ("time", "data", "meter"):
        told = attributes.get("datetime" if tag == "time" else "value")
        if told is not None:
            return str(told)
    if attributes.get("datetime"):
        return str(attributes["datetime"])
    told_by_text = tag in ("a", "area", "object") and not _wants_address(name)
    source = _ADDRESS.get(tag, "")
    if not told_by_text and (address := attributes.get(source)) is not None:
        return str(address).strip()
    return inner_text(element, budget)


def _wants_address(name: str) -> bool:
    found = property_named(name)
    if found is None:
        return True
    return not found.ranges <= {"Text", "Date", "DateTime", "Time", "Number", "Integer", "Boolean"}


def inner_text(element: Element, budget: Budget) -> str:
    """Return the text of an element as it is seen: white space is one blank, paragraphs stay."""
    parts: list[str] = []
    stack = [element.child]
    while stack:
        node = stack.pop()
        if node is None or not budget.spend():
            continue
        if isinstance(node, str):
            parts.append(node)
            continue
        stack.append(node.next)
        tag = node.tag
        if tag == "-text":
            parts.append(re.sub(r"\s+", " ", node.text_content or ""))
        elif tag in _LINES:
            parts.append("\n")
            stack.append(node.child)
        elif tag in BLOCKS:
            parts.append("\n\n")
            stack += ["\n\n", node.child]
        elif tag is not None and tag[0] not in "_!-" and tag not in _UNSEEN:
            stack.append(node.child)
    text = re.sub(r" {2,}", " ", "".join(parts))
    text = re.sub(r" ?\n ?", "\n", text)
    return re.sub(r"\n{3,}", "\n\n", text).strip()
