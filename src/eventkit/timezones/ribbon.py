"""The day of each zone as a ribbon, with the slot across all of them, as SVG."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from eventkit.timezones.clocks import WorldClockRow

__all__ = ["ribbon"]

_HOUR = 24  # pixels
_LEFT, _TOP, _ROW, _BAR = 190, 44, 46, 26
_NIGHT = ((0, 7), (22, 24))
_WORK = (9, 17)
_STYLE = """
text{font:13px system-ui,sans-serif;fill:#1b1b1f}.small{font-size:11px;fill:#44464f}
.day{fill:#e7edf6}.night{fill:#9fb0c8}.work{fill:#bfe3c8}.slot{fill:#b3261e;fill-opacity:.8}
.edge{stroke:#6f7787;stroke-width:1;fill:none}.back{fill:#fff}
@media(prefers-color-scheme:dark){text{fill:#e6e6ea}.small{fill:#c4c6d0}.back{fill:#16181d}
.day{fill:#39435a}.night{fill:#1f2737}.work{fill:#2f5d3c}.slot{fill:#ff8a80}.edge{stroke:#8a93a6}}
"""


def ribbon(rows: Sequence[WorldClockRow]) -> str:
    """
    Return the picture: a row for each zone, all from midnight to midnight of the first.

    Night is from 22 to 7 o'clock and working hours from 9 to 17 on the clocks of each zone; it
    follows the colours that the reader prefers, light or dark.
    """
    first = rows[0].start
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0, fold=0).astimezone(UTC)
    width, height = _LEFT + 24 * _HOUR + 16, _TOP + _ROW * len(rows) + 34
    size = f'width="{width}" height="{height}" role="img" aria-labelledby="t"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" {size}>',
        f'<title id="t">{escape(_title(rows))}</title><style>{_STYLE}</style>',
        f'<rect class="back" width="{width}" height="{height}"/>',
    ]
    for number, row in enumerate(rows):
        parts += _row(row, midnight, _TOP + number * _ROW)
    end = rows[0].end or first
    begin, finish = (_x((moment - midnight) / timedelta(hours=1)) for moment in (first, end))
    parts.append(
        f'<rect class="slot" x="{begin:.1f}" y="{_TOP - 8}" width="{max(finish - begin, 2):.1f}"'
        f' height="{_ROW * len(rows)}" rx="3"/>'
    )
    parts += _legend(_TOP + _ROW * len(rows) + 16)
    return "".join(parts) + "</svg>"


def _title(rows: Sequence[WorldClockRow]) -> str:
    return "; ".join(f"{row.timezone} {_times(row)}" for row in rows)


def _times(row: WorldClockRow) -> str:
    end = f"-{row.end:%H:%M}" if row.end else ""
    shift = f" ({row.day_shift:+} day)" if row.day_shift else ""
    return f"{row.start:%H:%M}{end}{shift}"


def _x(hours: float) -> float:
    return _LEFT + _HOUR * min(max(hours, 0.0), 24.0)


def _row(row: WorldClockRow, midnight: datetime, top: int) -> list[str]:
    place = row.start.tzinfo
    parts = [
        f'<text x="8" y="{top + 11}">{escape(row.timezone)}</text>',
        f'<text class="small" x="8" y="{top + 26}">{escape(_times(row))}, {row.offset}</text>',
        f'<rect class="day" x="{_LEFT}" y="{top}" width="{24 * _HOUR}" height="{_BAR}"/>',
    ]
    for step in range(48):  # half hours, since some clocks differ by them
        there = (midnight + timedelta(minutes=30 * step)).astimezone(place)
        hour = there.hour + there.minute / 60
        kind = "night" if any(low <= hour < high for low, high in _NIGHT) else None
        kind = "work" if _WORK[0] <= hour < _WORK[1] and there.weekday() < 5 else kind
        x = _LEFT + step * _HOUR / 2
        if kind:
            parts.append(
                f'<rect class="{kind}" x="{x:g}" y="{top}" width="{_HOUR / 2:g}" height="{_BAR}"/>'
            )
        if there.minute == 0 and there.hour % 6 == 0:
            label = f"{there:%H}" if there.hour else f"{there:%d %b}"
            parts.append(f'<text class="small" x="{x + 2:g}" y="{top + _BAR + 11}">{label}</text>')
    edge = f'x="{_LEFT}" y="{top}" width="{24 * _HOUR}" height="{_BAR}"'
    parts.append(f'<rect class="edge" {edge}/>')
    return parts


def _legend(top: int) -> list[str]:
    parts, x = [], _LEFT
    for kind, words in (("night", "night"), ("work", "working hours"), ("slot", "the event")):
        parts.append(f'<rect class="{kind}" x="{x}" y="{top - 10}" width="14" height="12"/>')
        parts.append(f'<text class="small" x="{x + 20}" y="{top}">{words}</text>')
        x += 130
    return parts
