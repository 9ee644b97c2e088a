"""The document format: what people keep in a repository, as JSON, JSON Lines, YAML or TOML."""

from __future__ import annotations

from eventkit.formats.document.json_text import from_json, parse, render, to_json
from eventkit.formats.document.yaml_text import from_yaml, to_yaml
from eventkit.plain import from_dict, to_dict

__all__ = [
    "from_dict",
    "from_json",
    "from_yaml",
    "parse",
    "render",
    "to_dict",
    "to_json",
    "to_yaml",
]
