"""How values are put together: which fields an object has, and how many members a list."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from hypothesis import strategies as st

__all__ = ["few", "fields", "maybe", "some", "sparse"]


def some(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, min_size=1, max_size=2).map(tuple)


def fields(
    required: dict[str, st.SearchStrategy[Any]], optional: dict[str, st.SearchStrategy[Any]]
) -> st.SearchStrategy[dict[str, Any]]:
    """
    Arguments by name: all of *required*, and any of *optional*.

    Which ones is one draw for all, since one for each costs more than the values do.
    """
    names = tuple(optional)

    @st.composite
    def draw_fields(draw: st.DrawFn) -> dict[str, Any]:
        found = {name: draw(strategy) for name, strategy in required.items()}
        chosen = draw(st.integers(0, 2 ** len(names) - 1))
        if draw(st.integers(0, 2)):  # two of three have about a quarter of the fields
            chosen &= draw(st.integers(0, 2 ** len(names) - 1))
        for bit, name in enumerate(names):
            if chosen >> bit & 1:
                found[name] = draw(optional[name])
        return found

    return draw_fields()


def sparse(
    make: Callable[..., Any],
    required: dict[str, st.SearchStrategy[Any]],
    optional: dict[str, st.SearchStrategy[Any]],
) -> st.SearchStrategy[Any]:
    return fields(required, optional).map(lambda fields: make(**fields))


def maybe(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.none() | strategy


def few(strategy: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    return st.lists(strategy, max_size=2).map(tuple)
