"""The days of each zone as a ribbon, with the slot across all of them, as SVG."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import UTC, datetime, timedelta
from html import escape
from typing import TYPE_CHECKING

import attrs

from eventkit.errors import InvalidValueError
from eventkit.timezones.plain import day_text

if TYPE_CHECKING:
    from eventkit.timezones.clocks import WorldClockRow

__all__ = ["ribbon"]

_WIDTH = 576  # pixels of the ribbon
_LEFT, _TOP, _ROW, _BAR = 190, 44, 46, 26
_WIDE = 7.5  # pixels of a letter, at most on the average
_DAYS = 3  # what is longer is cut off, and an arrow says so
_QUARTER = timedelta(minutes=15)  # since some clocks differ by quarters of an hour
_NIGHT = ((0, 7), (22, 24))
_WORK = (9, 17)
_STYLE = """
.ek-days text{font:13px system-ui,sans-serif;fill:#1b1b1f}
.ek-days .small{font-size:11px;fill:#44464f}
.ek-days .day{fill:#e7edf6}.ek-days .night{fill:#9fb0c8}.ek-days .work{fill:#bfe3c8}
.ek-days .slot{fill:#b3261e;fill-opacity:.35;stroke:#b3261e;stroke-width:2}
.ek-days .edge{stroke:#6f7787;stroke-width:1;fill:none}.ek-days .back{fill:#fff}
@media(prefers-color-scheme:dark){
.ek-days text{fill:#e6e6ea}.ek-days .small{fill:#c4c6d0}.ek-days .back{fill:#16181d}
.ek-days .day{fill:#39435a}.ek-days .night{fill:#1f2737}.ek-days .work{fill:#2f5d3c}
.ek-days .slot{fill:#ff8a80;stroke:#ff8a80}.ek-days .edge{stroke:#8a93a6}}
"""  # in a page of others it must touch nothing else


@attrs.frozen
class _Span:
    """What is drawn: from midnight of the first day to midnight after the last."""

    begins: datetime
    ends: datetime
    left: float

    def x(self, moment: datetime) -> float:
        share = (moment.astimezone(UTC) - self.begins) / (self.ends - self.begins)
        return self.left + _WIDTH * min(max(share, 0.0), 1.0)


def ribbon(rows: Sequence[WorldClockRow]) -> str:
    """
    Return the picture: a row for each zone, all from midnight to midnight of the first.

    Night is from 22 to 7 o'clock and working hours from 9 to 17 on the clocks of each zone; it
    follows the colours that the reader prefers, light or dark. A slot that ends on a later day is
    drawn whole, up to three days.

    Raises:
        InvalidValueError: These days lie outside the years 1 to 9999.
    """
    try:
        return _drawn(rows)
    except OverflowError as exc:
        day = rows[0].start.date().isoformat()
        raise InvalidValueError(f"the days around {day} leave the calendar") from exc


def _drawn(rows: Sequence[WorldClockRow]) -> str:
    first, end = rows[0].start, rows[0].end or rows[0].start
    left = max(_LEFT, *(16 + _WIDE * max(len(row.timezone), len(_small(row))) for row in rows))
    span = _span(first, end, left)
    width, height = round(left) + _WIDTH + 28, _TOP + _ROW * len(rows) + 34
    size = f'viewBox="0 0 {width} {height}" width="{width}" height="{height}"'
    title = escape(_title(rows))
    named = f'class="ek-days" role="img" aria-label="{title}"'
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" {size} {named}>',
        f"<title>{title}</title><style>{_STYLE}</style>",
        f'<rect class="back" width="{width}" height="{height}"/>',
    ]
    for number, row in enumerate(rows):
        parts += _row(row, span, _TOP + number * _ROW)
    begin, finish = span.x(first), span.x(end)
    parts.append(
        f'<rect class="slot" x="{begin:.1f}" y="{_TOP - 8}" width="{max(finish - begin, 2):.1f}"'
        f' height="{_ROW * (len(rows) - 1) + _BAR + 10}" rx="3"/>'
    )
    if end.astimezone(UTC) > span.ends:
        parts.append(f'<text x="{left + _WIDTH + 6:g}" y="{_TOP + 18}">\u2192</text>')
    parts += _legend(left, _TOP + _ROW * len(rows) + 16)
    return "".join(parts) + "</svg>"


def _span(first: datetime, end: datetime, left: float) -> _Span:
    midnight = first.replace(hour=0, minute=0, second=0, microsecond=0, fold=0)
    days = 1
    while days < _DAYS and (midnight + timedelta(days=days)).astimezone(UTC) < end.astimezone(UTC):
        days += 1
    ends = (midnight + timedelta(days=days)).astimezone(UTC)
    return _Span(midnight.astimezone(UTC), ends, left)


def _title(rows: Sequence[WorldClockRow]) -> str:
    return "; ".join(f"{row.timezone} {_times(row)}" for row in rows)


def _times(row: WorldClockRow) -> str:
    shift = f", {row.day_shift:+} day" if row.day_shift else ""
    return f"{row.hours}{shift}"


def _small(row: WorldClockRow) -> str:
    return f"{_times(row)}, {row.offset}"


def _row(row: WorldClockRow, span: _Span, top: int) -> list[str]:
    parts = [
        f'<text x="8" y="{top + 11}">{escape(row.timezone)}</text>',
        f'<text class="small" x="8" y="{top + 26}">{escape(_small(row))}</text>',
        f'<rect class="day" x="{span.left:g}" y="{top}" width="{_WIDTH}" height="{_BAR}"/>',
    ]
    for kind, begins, ends in _stretches(row, span):
        x, to = span.x(begins), span.x(ends)
        parts.append(
            f'<rect class="{kind}" x="{x:.1f}" y="{top}" width="{to - x:.1f}" height="{_BAR}"/>'
        )
    edge = f'x="{span.left:g}" y="{top}" width="{_WIDTH}" height="{_BAR}"'
    return [*parts, *_labels(row, span, top + _BAR + 11), f'<rect class="edge" {edge}/>']


def _quarters(row: WorldClockRow, span: _Span) -> Iterator[tuple[datetime, datetime]]:
    """Yield each quarter of an hour of the span, and what the clocks of the zone show then."""
    moment = span.begins
    while moment < span.ends:
        yield moment, moment.astimezone(row.start.tzinfo)
        moment += _QUARTER


def _stretches(row: WorldClockRow, span: _Span) -> list[tuple[str, datetime, datetime]]:
    """Return night and working hours, each stretch whole."""
    found: list[tuple[str, datetime, datetime]] = []
    for moment, there in _quarters(row, span):
        if not (kind := _kind(there)):
            continue
        begins = moment
        if found and found[-1][0] == kind and found[-1][2] == moment:
            begins = found.pop()[1]
        found.append((kind, begins, moment + _QUARTER))
    return found


def _labels(row: WorldClockRow, span: _Span, y: int) -> list[str]:
    """Return some hours of the zone, and the day at midnight."""
    step = 6 if span.ends - span.begins < timedelta(hours=30) else 12
    parts = []
    for moment, there in _quarters(row, span):
        if there.minute == 0 and there.hour % step == 0:
            text = f"{there.hour:02}" if there.hour else day_text(there, short=True)
            parts.append(f'<text class="small" x="{span.x(moment) + 2:.1f}" y="{y}">{text}</text>')
    return parts


def _kind(there: datetime) -> str | None:
    hour = there.hour + there.minute / 60
    if any(low <= hour < high for low, high in _NIGHT):
        return "night"
    return "work" if _WORK[0] <= hour < _WORK[1] and there.weekday() < 5 else None


def _legend(left: float, top: int) -> list[str]:
    parts, x = [], left
    for kind, words in (("night", "night"), ("work", "working hours"), ("slot", "the event")):
        parts.append(f'<rect class="{kind}" x="{x:g}" y="{top - 10}" width="14" height="12"/>')
        parts.append(f'<text class="small" x="{x + 20:g}" y="{top}">{words}</text>')
        x += 130
    return parts
