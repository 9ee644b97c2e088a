"""Another library puts every instant and every skipped or repeated time at the same place."""

from __future__ import annotations

import os
from datetime import UTC, datetime, timedelta

import pytest

from eventkit.errors import AmbiguousTimeError, NonexistentTimeError
from eventkit.timezones import convert, resolve
from eventkit.timezones.tzif import load

from test_vtimezone import ZONES  # isort: skip

whenever = pytest.importorskip("whenever")

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_END = int(datetime(2038, 1, 1, tzinfo=UTC).timestamp())
_FROM_2015 = int(datetime(2015, 1, 1, tzinfo=UTC).timestamp())


def _changes(key: str) -> list[tuple[int, int, int]]:
    """Return each change from 1970 to 2037: its second, and the offsets before and after it."""
    data = load(key)
    found = {one.at: (one.at, one.before, one.offset) for one in data.onsets if 0 <= one.at < _END}
    last = max(found, default=0)
    for second in range(max(last, 0), _END, 86_400):  # what only the rule at the end gives
        before, after = (_offset(key, at) for at in (second, second + 86_400))
        if before != after:
            low, high = second, second + 86_400
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if _offset(key, middle) == before else (low, middle)
            found[high] = (high, before, after)
    return sorted(found.values())


def _offset(key: str, second: int) -> int:
    return whenever.Instant.from_timestamp(second).to_tz(key).offset.total("seconds")


@pytest.mark.parametrize("key", ZONES)
def test_every_instant_is_told_alike(key: str) -> None:
    """A second either side of each change from 1970 to 2037, and fifty instants between."""
    moments = {at + step for at, _, _ in _changes(key) for step in (-1, 0, 1)}
    moments |= set(range(12_345, _END, _END // 50))
    wrong = []
    for second in sorted(moments):
        ours = convert(_EPOCH + timedelta(seconds=second), key)
        theirs = whenever.Instant.from_timestamp(second).to_tz(key)
        offset = theirs.offset.total("seconds")
        if (ours.replace(tzinfo=None, fold=0).isoformat(), ours.utcoffset()) != (
            str(theirs.to_plain().format_iso()),
            timedelta(seconds=offset),
        ):
            wrong.append((ours.isoformat(), str(theirs)))
    assert not wrong, wrong[:5]


@pytest.mark.parametrize("key", ZONES)
def test_every_policy_is_that_of_temporal(key: str) -> None:
    """At the edges and in the middle of each gap and each repeated stretch from 2015 to 2037."""
    wrong = []
    for second, before, after in _changes(key):
        if second < _FROM_2015 or before == after:
            continue
        edges = sorted((second + before, second + after))
        for local_second in (edges[0] - 1, edges[0], sum(edges) // 2, edges[1] - 1, edges[1]):
            local = (_EPOCH + timedelta(seconds=local_second)).replace(tzinfo=None)
            wrong += [
                (str(local), policy)
                for policy in ("compatible", "earlier", "later", "reject")
                if _ours(local, key, policy) != _theirs(local, key, policy)
            ]
    assert not wrong, wrong[:5]


def _ours(local: datetime, key: str, policy: str) -> object:
    try:
        return resolve(local, key, policy).timestamp()  # type: ignore[arg-type]
    except AmbiguousTimeError:
        return "repeated"
    except NonexistentTimeError:
        return "skipped"


def _theirs(local: datetime, key: str, policy: str) -> object:
    word = "raise" if policy == "reject" else policy
    try:
        return whenever.PlainDateTime(local).assume_tz(key, disambiguation=word).timestamp()
    except whenever.RepeatedTime:
        return "repeated"
    except whenever.SkippedTime:
        return "skipped"


def test_ci_looks_at_every_zone() -> None:
    """The sample is for a quick run alone."""
    assert not os.environ.get("CI") or len(ZONES) > 500
