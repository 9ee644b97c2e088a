"""Events in files: read whole, written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterable
from contextlib import suppress
from pathlib import Path, PurePath
from typing import IO, Any

from eventkit import codes
from eventkit.errors import MissingExtraError, UnknownFormatError
from eventkit.findings import Finding, Reading, Severity
from eventkit.model import Event
from eventkit.registry import FORMATS, format_named, iter_bytes, parse

__all__ = ["read", "read_told", "write", "write_bytes"]

SIZE_MAX = 200_000_000  # bytes of one file that is read into memory


def read(
    source: str | os.PathLike[str] | IO[Any], format: str | None = None, **options: Any
) -> Reading:
    """
    Read events from a file in any format that is read.

    Args:
        source: Path, or an open file of text or bytes.
        format: Name of the format; by default it is recognised.
        options: What the format's own reader takes, such as ``base`` for ``html``.

    Raises:
        OSError: The file cannot be opened.
        UnknownFormatError: *format* is no format. What is wrong in the text is a finding.
        InvalidValueError: The format does not have that option.
    """
    if hasattr(source, "read"):
        name = getattr(source, "name", None)
        file_name = name if isinstance(name, str) else None
        return parse(source.read(), format, file=file_name, **options)
    path = os.fspath(source)
    if format is not None:
        format_named(format)
    with open(path, "rb") as file:
        size = os.fstat(file.fileno()).st_size
        if size > SIZE_MAX:
            return _too_large(path, size)
        data = file.read()
    return parse(data, format, file=path, **options)


def read_told(path: str, format: str | None = None) -> Reading:
    """Read events from a file; that it cannot be opened, or what is missing, is a finding, too."""
    try:
        return read(path, format)
    except OSError as exc:
        why, hint = exc.strerror or str(exc), "check the name and the permissions"
    except MissingExtraError as exc:  # the other files are read all the same
        why, hint = exc.message, exc.hint or ""
    return Reading(findings=[Finding(codes.UNREADABLE, Severity.ERROR, why, hint, file=path)])


def _too_large(path: str, size: int) -> Reading:
    finding = Finding(
        codes.TOO_LARGE,
        Severity.ERROR,
        f"it has {size:,} bytes",
        f"split it into files of at most {SIZE_MAX:,} bytes",
        file=path,
    )
    return Reading(findings=(finding,))


def write(
    events: Event | Iterable[Event],
    path: str | os.PathLike[str],
    format: str | None = None,
    **options: Any,
) -> None:
    """
    Write events to a file, a text in UTF-8; an existing one is replaced in one step.

    Args:
        events: One event or several; a calendar takes them one by one, in constant memory.
        path: Where to.
        format: Name of the format; by default by the ending of *path*.
        options: What the format's own writer takes.

    Raises:
        UnknownFormatError: *format* is no format, or *path* has no known ending.
        OSError: The file cannot be written; what was there before is unchanged.
    """
    name = format or _format_of(os.fspath(path))
    _replace(path, iter_bytes(events, name, **options))


def _format_of(path: str) -> str:
    ending = PurePath(path).suffix.lower()
    for name, found in FORMATS.items():
        if ending and ending in found.suffixes:
            return name
    raise UnknownFormatError(
        f"{PurePath(path).name!r} does not end like a known format",
        "name the format, e.g. format='json'",
    )


def write_bytes(path: str | os.PathLike[str], data: bytes) -> None:
    """Write *data* to a file; an existing one is replaced in one step."""
    _replace(path, [data])


def _replace(path: str | os.PathLike[str], pieces: Iterable[bytes]) -> None:
    """Write to a temporary file beside *path*, then rename it."""
    target = Path(os.path.realpath(path))
    handle, temporary = tempfile.mkstemp(dir=target.parent, prefix=f".{target.name[:100]}.")
    try:
        with open(handle, "wb") as file:
            file.writelines(pieces)
        os.chmod(temporary, _mode(target))
        os.replace(temporary, target)
    except BaseException:
        with suppress(OSError):
            os.unlink(temporary)
        raise


def _mode(target: Path) -> int:
    """Return the permissions of the file that is replaced, else what the umask leaves."""
    try:
        return target.stat().st_mode & 0o7777
    except FileNotFoundError:
        mask = os.umask(0)
        os.umask(mask)
        return 0o666 & ~mask
