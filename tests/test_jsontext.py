"""JSON text: the same as the standard library writes."""

from __future__ import annotations

import json
from typing import Any

from hypothesis import given
from hypothesis import strategies as st

from eventkit.jsontext import compact, indented, on_one_line

VALUES = st.recursive(
    st.none() | st.booleans() | st.integers(-(2**63), 2**63) | st.text() | st.floats(0.001, 1000),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(), inner, max_size=3),
    max_leaves=12,
)


@given(value=VALUES)
def test_the_text_is_that_of_the_standard_library(value: Any) -> None:
    """With its blanks, its indentation and its escapes."""
    assert on_one_line(value) == json.dumps(value, ensure_ascii=False)
    assert indented(value) == json.dumps(value, ensure_ascii=False, indent=2)
    assert compact(value) == json.dumps(value, ensure_ascii=False, separators=(",", ":"))


@given(number=st.floats(allow_nan=False, allow_infinity=False))
def test_every_number_comes_back(number: float) -> None:
    """Also where it is written without an exponent."""
    assert json.loads(on_one_line(number)) == number
