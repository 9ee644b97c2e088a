"""The document format: what people keep in a repository."""

from __future__ import annotations

from eventkit.formats.document.converter import from_dict, to_dict
from eventkit.formats.document.json_text import from_json, parse, render, to_json

__all__ = ["from_dict", "from_json", "parse", "render", "to_dict", "to_json"]
