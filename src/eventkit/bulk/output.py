"""An output that is there whole or not at all, and an interrupted one that can be gone on with."""

from __future__ import annotations

import json
import os
import tempfile
from contextlib import suppress
from hashlib import sha256
from pathlib import Path, PurePosixPath
from typing import IO, TYPE_CHECKING, Any, Self

import attrs

from eventkit import extras
from eventkit.bulk.assembly import Assembly
from eventkit.bulk.opening import is_address
from eventkit.errors import InvalidValueError

if TYPE_CHECKING:
    from eventkit.formats.ical.moments import References

__all__ = ["Journal", "Output"]


@attrs.frozen
class Journal:
    """
    How far a run has come: everything before it is on disk.

    Args:
        job: What the run is about; another run does not go on with it.
        source: Number of the source that was being read.
        line: 1-based number of its next line.
        sizes: Bytes of each part file.
        written: Events written.
        rejected: Records refused.
        zones: The zones that the entries written so far refer to.
    """

    job: dict[str, Any]
    source: int = 0
    line: int = 1
    sizes: tuple[int, ...] = (0, 0)
    written: int = 0
    rejected: int = 0
    zones: References = attrs.field(factory=dict)


class Output:
    """
    The files of a run, under hidden names until all is written; then an address gets its own.

    Args:
        paths: The output, and the file of rejects or None.
        job: What the run is about.
        resume: Go on after the last checkpoint of an interrupted run, and leave one behind when
            interrupted.

    Raises:
        InvalidValueError: What is left there is of another run.
    """

    def __init__(self, paths: tuple[str, str | None], job: dict[str, Any], *, resume: bool) -> None:
        self._paths = [path for path in paths if path is not None]
        self._parts = [_hidden(path) for path in self._paths]
        self._journal = self._parts[0].with_suffix(".journal")
        self._whole = self._parts[0].with_suffix(".whole")
        self._made = self._parts[0]
        self._resume = resume
        self.begun = self._found(job) if resume else Journal(job)
        self._files: list[IO[bytes]] = []

    def _found(self, job: dict[str, Any]) -> Journal:
        try:
            fields = json.loads(self._journal.read_bytes())
        except FileNotFoundError:
            return Journal(job)
        zones = {name: tuple(found) for name, found in fields["zones"].items()}
        journal = Journal(**{**fields, "sizes": tuple(fields["sizes"]), "zones": zones})
        if journal.job != json.loads(json.dumps(job)):
            raise InvalidValueError(
                f"{self._journal.name} is of another run", "run without --resume to begin anew"
            )
        if any(
            not _has(part, size) for part, size in zip(self._parts, journal.sizes, strict=False)
        ):
            return Journal(job)  # it was killed while the parts were put into their places
        return journal

    def __enter__(self) -> Self:
        try:
            for part, size in zip(self._parts, self.begun.sizes, strict=False):
                file = open(part, "r+b" if size else "wb")
                self._files.append(file)
                file.truncate(size)
                file.seek(size)
        except BaseException as exc:  # Ctrl-C, too, leaves no file
            self.__exit__(type(exc))
            raise
        return self

    def write(self, data: bytes, rejects: bytes) -> None:
        """Add to the output and to the rejects."""
        for file, piece in zip(self._files, (data, rejects), strict=False):
            file.write(piece)

    def finish(self, assembly: Assembly, zones: References) -> None:
        """Make the output of all that was written; nothing is written after it."""
        self._files[0].flush()
        self._made = assembly.finished(self._parts[0], self._whole, zones)

    def checkpoint(self, journal: Journal) -> None:
        """Put on disk what was written, and then how far that is."""
        for file in self._files:
            file.flush()
            os.fsync(file.fileno())
        sizes = tuple(file.tell() for file in self._files)
        text = json.dumps(attrs.asdict(attrs.evolve(journal, sizes=sizes)))
        temporary = self._journal.with_name(f"{self._journal.name}.new")
        temporary.write_text(text, "utf-8")
        os.replace(temporary, self._journal)

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        for file in self._files:
            file.close()
        if kind is None:
            for part, path in zip((self._made, *self._parts[1:]), self._paths, strict=True):
                _place(part, path)
        if kind is None or not self._resume:
            for left in (*self._parts, self._whole, self._journal):
                with suppress(FileNotFoundError):
                    left.unlink()


def _hidden(path: str) -> Path:
    """Return where the file *path* is written; of an address, that is on this machine."""
    if is_address(path):
        folder = Path(tempfile.gettempdir(), f"eventkit-{sha256(path.encode()).hexdigest()[:24]}")
        folder.mkdir(mode=0o700, exist_ok=True)
        return folder / f".{PurePosixPath(path).name}.part"
    place = Path(os.path.realpath(path))
    return place.with_name(f".{place.name}.part")


def _place(part: Path, path: str) -> None:
    """Give a file that is whole its name."""
    if is_address(path):
        store, name = extras.load("fsspec.core", "bulk").url_to_fs(path)
        store.put_file(str(part), name)
    else:
        os.replace(part, os.path.realpath(path))


def _has(part: Path, size: int) -> bool:
    """Whether there is as much of a part as the journal says."""
    try:
        return part.stat().st_size >= size
    except FileNotFoundError:
        return size == 0
