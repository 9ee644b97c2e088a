"""Tables as spreadsheets save them: one event a row."""

from __future__ import annotations

from eventkit.formats.csv_table.reader import parse
from eventkit.formats.csv_table.writer import render

__all__ = ["parse", "render"]
