"""What is written for an event, as things of markup that can be judged like those of a page."""

from __future__ import annotations

from eventkit.formats.jsonld.reading.items import Block, Graph
from eventkit.formats.jsonld.reading.jsonld import add_items
from eventkit.formats.jsonld.reading.nodes import Node
from eventkit.formats.jsonld.reading.notes import Notes
from eventkit.formats.jsonld.writer import node_of
from eventkit.model import Event

__all__ = ["nodes_of_event"]


def nodes_of_event(event: Event) -> list[Node]:
    """Return the node that is written for an event, and those of its videos."""
    graph = Graph()
    add_items(node_of(event), Block("JSON-LD"), graph, Notes())
    node = Node(graph.roots[0], graph, event)
    videos = node.things("recordedIn")
    return [node, *(Node(one.item, graph, event, base=one.path, is_part=True) for one in videos)]
