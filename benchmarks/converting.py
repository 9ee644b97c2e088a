"""
Time conversion beside plain zoneinfo, alternating in one process.

Peers that are not installed are left out.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from importlib import import_module
from typing import Any
from zoneinfo import ZoneInfo

from compare import Pair

from eventkit.timezones import convert

__all__ = ["pairs"]

ZONES = [
    "Europe/Paris", "America/New_York", "Asia/Kolkata", "Asia/Tokyo", "Australia/Sydney",
    "America/Sao_Paulo", "Africa/Casablanca", "Pacific/Auckland", "Asia/Kathmandu", "UTC",
]  # fmt: skip
ONE = datetime(2026, 4, 17, 13, tzinfo=UTC)
MANY = [ONE + timedelta(hours=hour) for hour in range(100_000)]


_WHY = (
    "A call of a Python function and the question whether the time is aware cost a quarter of"
    " what zoneinfo takes for a conversion in C."
)


def pairs() -> Iterator[Pair]:
    """Yield what is compared."""
    zones = [ZoneInfo(key) for key in ZONES]
    paris = ZoneInfo("Europe/Paris")

    def ten() -> list[datetime]:
        return [convert(ONE, place) for place in zones]

    def many() -> list[datetime]:
        return [convert(when, paris) for when in MANY]

    yield Pair(
        "convert to ten zones, floor zoneinfo",
        ten,
        lambda: [ONE.astimezone(place) for place in zones],
        1.2,
        why=_WHY,
    )
    yield Pair(
        "convert 100,000 instants, floor zoneinfo",
        many,
        lambda: [when.astimezone(paris) for when in MANY],
        1.2,
        why=_WHY,
    )
    for name, make in (("whenever", _whenever), ("pendulum", _pendulum), ("arrow", _arrow)):
        try:
            to_ten, to_one = make()
        except ImportError:
            to_ten = to_one = None
        yield Pair(f"convert to ten zones, {name}", ten, to_ten)
        yield Pair(f"convert 100,000 instants, {name}", many, to_one)


Peer = tuple[Callable[[], Any], Callable[[], Any]]  # one instant to ten zones, many to one


def _whenever() -> Peer:
    peer = import_module("whenever").Instant
    one, many = peer.from_utc(2026, 4, 17, 13), [peer(when) for when in MANY]
    return (
        lambda: [one.to_tz(key) for key in ZONES],
        lambda: [instant.to_tz("Europe/Paris") for instant in many],
    )


def _pendulum() -> Peer:
    peer = import_module("pendulum")
    one, many = peer.instance(ONE), [peer.instance(when) for when in MANY]
    return (
        lambda: [one.in_timezone(key) for key in ZONES],
        lambda: [instant.in_timezone("Europe/Paris") for instant in many],
    )


def _arrow() -> Peer:
    peer = import_module("arrow")
    one, many = peer.get(ONE), [peer.get(when) for when in MANY]
    return (
        lambda: [one.to(key) for key in ZONES],
        lambda: [instant.to("Europe/Paris") for instant in many],
    )
