"""schema.org JSON-LD: what search engines and other sites read."""

from __future__ import annotations

from eventkit.formats.jsonld.script import render, render_script, to_jsonld_script
from eventkit.formats.jsonld.writer import to_jsonld

__all__ = ["render", "render_script", "to_jsonld", "to_jsonld_script"]
