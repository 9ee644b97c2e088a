"""Findings: how many are kept of a source that is broken a million times."""

from __future__ import annotations

import json

import pytest

from eventkit import codes
from eventkit.findings import Collected, Finding, Severity
from eventkit.registry import parse


def _finding(severity: Severity, number: int) -> Finding:
    return Finding(codes.SYNTAX, severity, f"number {number}")


def test_past_the_bound_errors_alone_are_kept_and_the_rest_is_counted() -> None:
    """Up to ten times the bound; a reading stays one that has an error."""
    found = Collected(3)
    for number in range(5):
        found.add(_finding(Severity.WARNING, number))
    for number in range(30):
        found.add(_finding(Severity.ERROR, number))
    found.skip()
    *kept, rest = found.told("a.csv")
    severities = [one.severity for one in kept]
    assert severities == [Severity.WARNING] * 3 + [Severity.ERROR] * 27
    assert (rest.code, rest.severity, rest.file) == (codes.TOO_LARGE, Severity.WARNING, "a.csv")
    assert rest.message == "6 more findings are left out"


def test_within_the_bound_all_are_told() -> None:
    """In order, and nothing is said of a bound."""
    found = Collected(3)
    every = [_finding(Severity.INFO, number) for number in range(3)]
    for one in every:
        found.add(one)
    assert found.told() == every


_WEBINAR = {"topic": "A", "start_time": "2019-04-17T13:00:00Z", "created_at": "soon"}
_SOURCES = {
    "zoom": json.dumps([_WEBINAR] * 1_500),
    "csv": "name,start,created\n" + "A,2019-04-17,soon\n" * 1_500,
}


@pytest.mark.parametrize("name", _SOURCES)
def test_readers_tell_a_bounded_number(name: str) -> None:
    """However many entries are broken, and how many more there are."""
    reading = parse(_SOURCES[name], name)
    assert len(reading.findings) <= 1_010
    assert "more findings are left out" in " ".join(one.message for one in reading.findings)
