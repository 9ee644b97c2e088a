"""From which characters of the source each field was read."""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.text.joining import Secrets
from eventkit.formats.announcement.text.lines import Line, Span
from eventkit.formats.announcement.text.words import fold
from eventkit.formats.announcement.times.parts import Parts

__all__ = ["Evidence", "slot_spans"]


@attrs.define
class Evidence:
    """
    Collects the spans of the fields of one event.

    Args:
        text: The source.
        secrets: What no span may touch.
    """

    text: str
    secrets: Secrets
    found: dict[str, tuple[int, int, str]] = attrs.field(factory=dict)
    pieces: list[tuple[str, Span]] = attrs.field(factory=list)

    def ordered(self) -> list[tuple[str, tuple[int, int, str]]]:
        """Return what was found in the order of the source, the wider span first."""
        return sorted(self.found.items(), key=lambda item: (item[1][0], -item[1][1], item[0]))

    def show(self, path: str, *lines: Line) -> None:
        """Keep the place of a field, up to the first character that is not public."""
        spans = [line.span() for line in lines if line.text]
        before = len(self.pieces)
        if spans:
            self.show_span(path, min(spans)[0], max(end for _, end in spans))
            if len(self.pieces) > before:
                self.pieces[before:] = [(path, span) for span in spans]

    def show_span(self, path: str, start: int, end: int) -> None:
        """Keep a span for a field, up to the first character that is not public."""
        for hidden, until in self.secrets.spans:
            if hidden <= start < until:
                return
            if start < hidden < end:
                end = hidden
        while end > start and self.text[end - 1].isspace():
            end -= 1
        if end > start:
            self.found[path] = (start, end, self.text[start:end])
            self.pieces.append((path, (start, end)))

    def show_text(self, path: str, text: str | None, *lines: Line) -> None:
        """Keep the place of *text* in the first of *lines* that has it as it stands."""
        for line in lines:
            part = line.find(text) if text else None
            if part is not None:
                self.show(path, part)
                return


_EDGES = " \t\n,;:.|-\u2013\u2014/()[]"


def slot_spans(text: str, parts: Parts) -> dict[str, Span]:
    """
    Return where a statement says the start, the end and the zone, as far as it does.

    What is said again in another zone stands as ``slot.start[1]`` and so on: it was checked
    against the first.

    Args:
        text: The statement.
        parts: What was found in it.
    """
    found: dict[str, Span] = {}
    marks = sorted(_marks(text, parts))
    ends = {
        at: (marks[n + 1][0] if n + 1 < len(marks) else len(text))
        for n, (at, _) in enumerate(marks)
    }
    spans = [(at, _end(text, at, ends[at]), kind) for at, kind in marks]
    dates = [(at, end) for at, end, kind in spans if kind in ("date", "weekday")]
    entries = parts.entries
    zones = [(at, end) for at, end, kind in spans if kind == "zone"]
    begins = dates[:1]
    if entries:
        begins.append(_trimmed(text, entries[0].at, entries[0].until))
        end, others = entries[0].second, entries[1:]
        if end is None and others and re.search(r"D.*[->].*D", parts.order):
            end, others = (others[0].at, others[0].until), others[1:]
        if end is not None:
            found["slot.end"] = _trimmed(text, *end)
        for number, entry in enumerate(others, start=1):
            found[f"slot.start[{number}]"] = _trimmed(text, entry.at, entry.end)
    elif len(dates) > 1:
        found["slot.end"] = dates[-1]
    begins += [
        span for span in dates[1:] if "slot.end" not in found or span[0] < found["slot.end"][0]
    ]
    if begins:
        found["slot.start"] = min(begins)[0], max(end for _, end in begins)
    if zones:
        found["slot.timezone"] = zones[0]
    return found


def _marks(text: str, parts: Parts) -> list[tuple[int, str]]:
    marks = [(at, "date") for _, at in parts.dates]
    marks += [(at, "weekday") for _, at in parts.weekdays]
    marks += [(at, "word") for at, _ in parts.leftovers]
    marks += [(entry.at, "time") for entry in parts.entries]
    at = 0
    for claim in [*parts.claims, *(claim for entry in parts.entries for claim in entry.claims)]:
        place = fold(text).find(fold(claim.text), at)
        if place >= 0:
            marks.append((place, "zone"))
            at = place + len(claim.text)
    return marks


def _trimmed(text: str, at: int, end: int) -> Span:
    return at, _end(text, at, end)


def _end(text: str, at: int, end: int) -> int:
    kept = text[at:end].rstrip(_EDGES)
    if text[at + len(kept) : at + len(kept) + 1] == "." and re.search(
        r"\b[ap]\.m\Z", kept, re.IGNORECASE
    ):
        return at + len(kept) + 1
    return at + len(kept)
