"""
Time reading documents beside pydantic and msgspec, alternating in one process.

The peers have the same shape, with every field of the model, and refuse unknown keys; they do
not check zones, gaps, offsets or secrets, as eventkit does.
"""

import json
from collections.abc import Callable, Iterator
from datetime import datetime
from typing import Annotated, Any

from compare import Pair
from example import EVENT
from peers import pydantic_model

from eventkit import from_json, to_json

_WHY = (
    "pydantic checks in Rust; eventkit makes an attrs class by calling the converter and the"
    " validator of each field that is given, in Python, and asks zoneinfo whether the wall clock,"
    " the offset and the zone agree and the hour exists, which the peer does not."
    " json.loads alone takes nearly half of the peer's time; a decoder that is faster does not"
    " tell of a key that stands twice."
)


def pairs() -> Iterator[Pair]:
    """Yield what is compared."""
    text = to_json(EVENT)
    data = text.encode()
    yield Pair("from_json, floor json.loads", lambda: from_json(text), lambda: json.loads(text))
    read, write = _pydantic(text)
    yield Pair("from_json, pydantic", lambda: from_json(text), read, 1, why=_WHY)
    yield Pair("to_json, pydantic", lambda: to_json(EVENT), write, 1)
    yield Pair("from_json, msgspec", lambda: from_json(text), _msgspec(data))


def _pydantic(text: str) -> tuple[Callable[[], Any] | None, Callable[[], Any] | None]:
    model = pydantic_model()
    if model is None:
        return None, None
    peer = model.model_validate_json(text)
    return (
        lambda: model.model_validate_json(text),
        lambda: peer.model_dump_json(indent=2, exclude_defaults=True),
    )


def _msgspec(data: bytes) -> Callable[[], Any] | None:
    try:
        import msgspec
    except ImportError:
        return None

    Line = Annotated[str, msgspec.Meta(min_length=1, max_length=1000)]
    Long = Annotated[str, msgspec.Meta(min_length=1, max_length=100_000)]
    Url = Annotated[str, msgspec.Meta(pattern=r"^https?://[^\s/]+")]
    Aware = Annotated[datetime, msgspec.Meta(tz=True)]

    class Slot(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        start: Aware
        end: Aware | None = None
        timezone: str | None = None

    class Location(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        type: str
        url: Url | None = None
        name: Line | None = None

    class Peer(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
        name: Line
        slot: Slot
        uid: Line = ""
        description: Long | None = None
        url: Url | None = None
        organizer: Line | None = None
        locations: tuple[Location, ...] = ()

    decoder = msgspec.json.Decoder(Peer)
    return lambda: decoder.decode(data)
