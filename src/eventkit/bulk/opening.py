"""Local files and addresses that fsspec knows, compressed or not, by the ending of their name."""

from __future__ import annotations

import gzip
import os
from collections.abc import Callable, Iterator
from pathlib import PurePath
from typing import IO, Any

from eventkit import extras
from eventkit.errors import InvalidValueError

__all__ = ["chunks", "compressor", "is_address", "open_for_reading", "size_of", "uncompressed_name"]

_EXTRA = "bulk"
CHUNK = 256 * 1024  # bytes that one task works on
LINE_MAX = 64 * 1024 * 1024  # bytes of one line


def is_address(path: str) -> bool:
    """Whether *path* is for fsspec, such as ``s3://bucket/events.jsonl``."""
    return "://" in path


def uncompressed_name(path: str) -> str:
    """Return the name without the ending of its compression."""
    return path.removesuffix(".gz").removesuffix(".zst")


def open_for_reading(path: str, start: int = 0) -> IO[bytes]:
    """
    Open a file for reading bytes, uncompressed as they come, from byte *start* on.

    Raises:
        OSError: It cannot be opened.
        MissingExtraError: fsspec or zstandard is needed and not installed.
    """
    file = _opened(path)
    while start > 0 and (passed := file.read(min(start, CHUNK))):
        start -= len(passed)
    return file


def _opened(path: str) -> IO[bytes]:
    raw: IO[bytes] = (
        extras.load("fsspec", _EXTRA).open(path, "rb").open()
        if is_address(path)
        else open(path, "rb")  # noqa: SIM115, the caller closes it
    )
    if path.endswith(".gz"):
        return gzip.open(raw)  # type: ignore[return-value]
    if path.endswith(".zst"):
        reader: IO[bytes] = (
            extras.load("zstandard", _EXTRA)
            .ZstdDecompressor()
            .stream_reader(raw, read_across_frames=True, closefd=True)
        )
        return reader
    return raw


def size_of(path: str) -> int | None:
    """Return the bytes of a local file that is not compressed, else None."""
    if is_address(path) or path != uncompressed_name(path):
        return None
    return os.stat(path).st_size


def compressor(path: str) -> Callable[[bytes], bytes]:
    """
    Return what compresses a piece of the file *path*; pieces one after another are one file.

    Source: RFC 1952 §2.2 (members); RFC 8878 §3.1 (frames).
    """
    ending = PurePath(path).suffix
    if ending == ".gz":
        return _gzip
    if ending == ".zst":
        made: Any = extras.load("zstandard", _EXTRA).ZstdCompressor(level=3)
        return made.compress  # type: ignore[no-any-return]
    return bytes


def _gzip(data: bytes) -> bytes:
    """Compress without a time, so that the same input gives the same bytes."""
    return gzip.compress(data, compresslevel=6, mtime=0) if data else b""


def chunks(file: IO[bytes], line: int = 1) -> Iterator[tuple[int, bytes]]:
    """
    Yield pieces of whole lines with the 1-based number of their first line.

    Raises:
        InvalidValueError: A line is longer than 64 MiB.
    """
    rest = b""
    while block := file.read(CHUNK):
        data = rest + block
        cut = data.rfind(b"\n") + 1
        if cut:
            yield line, data[:cut]
            line += data.count(b"\n", 0, cut)
        rest = data[cut:]
        if len(rest) > LINE_MAX:
            raise InvalidValueError(
                f"line {line} is longer than {LINE_MAX:,} bytes", "is the file JSON Lines?"
            )
    if rest:
        yield line, rest
