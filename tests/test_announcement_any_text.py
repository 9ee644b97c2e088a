"""Whatever is pasted is read, or refused with a word: no text makes a reader fail."""

from __future__ import annotations

import json
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from eventkit.formats.announcement import parse, read_slot, read_speaker

DATA = Path(__file__).parent / "data"
LINES = [
    json.loads(line)["text"]
    for name in ("datelines.jsonl", "speakers.jsonl")
    for line in (DATA / name).read_text("utf-8").splitlines()
]
SCRAPS = st.sampled_from(
    [*",;:.–|&@/()«\"'\t\r\n\x0b\x00\xa00é", "12", "Dr", "und", "https://x", "+-----+", ""]
)


@st.composite
def _mangled(draw: st.DrawFn) -> str:
    text = draw(st.sampled_from(LINES) | st.text(max_size=40))
    for _ in range(draw(st.integers(0, 4))):
        at = draw(st.integers(0, len(text)))
        text = text[:at] + draw(SCRAPS) + text[at + draw(st.integers(0, 12)) :]
    return text


@given(text=_mangled())
@settings(max_examples=300, deadline=None)
def test_any_text_is_read_or_refused(text: str) -> None:
    """As a date, as a person and as a whole announcement; what is not understood is a finding."""
    for read in (read_slot, read_speaker, parse):
        reading = read(text)
        assert reading.findings or reading.events or reading.slots or reading.speakers
