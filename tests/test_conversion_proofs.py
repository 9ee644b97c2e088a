"""Others put every instant and every skipped or repeated time at the same place."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest

from eventkit.errors import AmbiguousTimeError, NonexistentTimeError
from eventkit.timezones import convert, resolve, tzdata_version
from eventkit.timezones.tzif import load

from test_vtimezone import ZONES  # isort: skip

whenever = pytest.importorskip("whenever")

_POLICIES = ("compatible", "earlier", "later", "reject")
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


def _disputed(key: str) -> Iterator[tuple[int, int, int, list[datetime]]]:
    """
    Yield each change from 2015 to 2037 with local times that are skipped or repeated, or nearly.

    Those at the edges, and the one in the middle.
    """
    for second, before, after in _changes(key):
        if second < _FROM_2015 or before == after:
            continue
        low, high = sorted((second + before, second + after))
        seconds = (low - 1, low, (low + high) // 2, high - 1, high)
        locals_ = [(_EPOCH + timedelta(seconds=one)).replace(tzinfo=None) for one in seconds]
        yield second, before, after, locals_


@pytest.mark.parametrize("key", ZONES)
def test_every_policy_is_that_of_whenever(key: str) -> None:
    """It takes its words from Temporal, but for one."""
    wrong = [
        (str(local), policy)
        for _, _, _, locals_ in _disputed(key)
        for local in locals_
        for policy in _POLICIES
        if _ours(local, key, policy) != _theirs(local, key, policy)
    ]
    assert not wrong, wrong[:5]


def test_every_policy_is_that_of_temporal() -> None:
    """
    The polyfill of Temporal's own authors, in node, which has zone files of its own.

    Where they are of another release, a change that they do not have says nothing; of all changes
    these are few.
    """
    asked = {key: list(_disputed(key)) for key in ZONES}
    answers = _temporal(asked)
    wrong, unknown = [], 0
    for key, changes in asked.items():
        for (*_, locals_), found in zip(changes, answers["zones"][key], strict=True):
            unknown += found is None
            for local, theirs in zip(locals_, found or (), strict=False):
                ours = [_ours(local, key, policy) for policy in _POLICIES]
                refused = [None if isinstance(one, str) else one for one in ours]
                wrong += [(key, str(local), ours, theirs)] if refused != theirs else []
    assert not wrong, wrong[:5]
    changes_asked = sum(map(len, asked.values()))
    assert changes_asked > 500
    same = answers["tzdata"] == tzdata_version()
    assert unknown <= (0 if same else changes_asked // 20)


def _temporal(asked: dict[str, list[tuple[int, int, int, list[datetime]]]]) -> Any:
    folder = Path(__file__).parent / "interop"
    if shutil.which("node") is None:
        pytest.skip("node is not installed")
    if not (folder / "node_modules" / "@js-temporal" / "polyfill").exists():
        pytest.skip("no packages for node: run npm ci --prefix tests/interop")
    done = subprocess.run(
        ["node", str(folder / "temporal.mjs")],
        input=json.dumps(asked, default=datetime.isoformat),
        capture_output=True, encoding="utf-8", timeout=300, check=True,
    )  # fmt: skip
    return json.loads(done.stdout)


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
