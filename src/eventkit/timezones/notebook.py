"""A world clock as a notebook shows it: the picture, and the same in a table that can be copied."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING

from eventkit.timezones.plain import day_text
from eventkit.timezones.ribbon import ribbon

if TYPE_CHECKING:
    from eventkit.timezones.clocks import WorldClockRow

__all__ = ["html"]

_HEAD = ("Zone", "Day", "Time", "Offset", "Name")


def html(rows: Sequence[WorldClockRow]) -> str:
    """Return a fragment of HTML, whose styles stay inside its picture."""
    head = "".join(f'<th scope="col">{name}</th>' for name in _HEAD)
    body = "".join(f"<tr>{_cells(row)}</tr>" for row in rows)
    table = f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"
    return f"<div>{ribbon(rows)}{table}</div>"


def _cells(row: WorldClockRow) -> str:
    day = day_text(row.start, weekday=True)
    cells = (day, row.hours, row.offset, row.abbreviation or "")
    first = f'<th scope="row">{escape(row.timezone)}</th>'
    return first + "".join(f"<td>{escape(cell)}</td>" for cell in cells)
