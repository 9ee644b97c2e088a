"""Places in a JSON text, in whatever order they are asked for."""

from __future__ import annotations

import json

from hypothesis import given
from hypothesis import strategies as st

from eventkit.plain.json_places import Places

_TEXT = st.text(st.sampled_from('ab\n"\\ü'), max_size=4)
_DATA = st.recursive(
    st.integers(0, 9) | _TEXT,
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_TEXT, inner, max_size=4),
    max_leaves=20,
)


def _paths(data: object, path: tuple[str | int, ...] = ()) -> list[tuple[str | int, ...]]:
    inner = data.items() if isinstance(data, dict) else ()
    inner = enumerate(data) if isinstance(data, list) else inner
    return [path, *(one for key, value in inner for one in _paths(value, (*path, key)))]


@given(data=_DATA, indent=st.sampled_from([None, 0, 2]), draw=st.data())
def test_a_place_does_not_depend_on_what_was_asked_before(
    data: object, indent: int | None, draw: st.DataObject
) -> None:
    """Line and column are those of the key, else of the value, counted from the beginning."""
    text = "\n " + json.dumps(data, indent=indent, ensure_ascii=False)
    places = Places(text, 5)
    for path in draw.draw(st.permutations(_paths(data))):
        line, column = places(path)
        assert (line, column) == Places(text, 5)(path)
        rest = text.split("\n")[line - 5][column - 1 :]
        if path and isinstance(path[-1], str):
            assert rest.startswith(json.dumps(path[-1], ensure_ascii=False))
        else:
            assert not rest[:1].isspace()
