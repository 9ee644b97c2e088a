"""Reading markup: JSON-LD texts, and pages with JSON-LD, Microdata or RDFa."""

from __future__ import annotations

from eventkit.formats.jsonld.reading.reader import from_jsonld, parse, parse_html

__all__ = ["from_jsonld", "parse", "parse_html"]
