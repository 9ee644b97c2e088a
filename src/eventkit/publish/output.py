"""
Files written all or none: prepared beside the site, then put into their places.

Nothing is put into its place before everything is made. Each file is replaced whole, those of
events before the lists that link to them, and what is no more goes last. Ctrl-C then waits for the
rest; after a power cut the next run does it, for the manifest lists all files before one is moved.
"""

from __future__ import annotations

import hashlib
import json
import os
import re
import shutil
import tempfile
from collections.abc import Callable, Container, Iterable, Iterator
from collections.abc import Set as AbstractSet
from contextlib import suppress
from pathlib import Path
from typing import Any

import attrs

from eventkit.errors import WriteError

__all__ = ["MANIFEST", "Manifest", "Output"]

MANIFEST = ".eventkit-site.json"
_HASHED = "sha256:"
_SAFE = re.compile(r"(?!.*(?:^|/)\.{1,2}(?:/|$))[^\0\\/]+(?:/[^\0\\/]+)*")


@attrs.frozen
class Manifest:
    """
    What a site was made of, kept in it so that the next time only changes are written.

    Args:
        files: Paths of all files.
        slugs: Slugs of events by uid.
        redirects: Older slugs, and the uids they lead to.

    The folder is public, so unlisted events are not in it by name: their files stand as hashes.
    """

    files: tuple[str, ...] = ()
    slugs: dict[str, str] = attrs.field(factory=dict)
    redirects: dict[str, str] = attrs.field(factory=dict)

    @classmethod
    def read(cls, folder: Path) -> Manifest | None:
        """
        Return the manifest of a site, or None when there is none.

        Raises:
            WriteError: It is not one of ours.
        """
        try:
            text = (folder / MANIFEST).read_text("utf-8")
        except FileNotFoundError:
            return None
        try:
            found = json.loads(text)
            files, slugs, redirects = found["files"], found["slugs"], found["redirects"]
        except (ValueError, LookupError, TypeError, RecursionError):
            raise _damaged(folder) from None
        names = [*files, *_texts(slugs), *_texts(redirects)] if isinstance(files, list) else [None]
        if not all(isinstance(name, str) for name in names) or not all(map(_is_safe, files)):
            raise _damaged(folder)
        return cls(tuple(_resolved(folder, files)), slugs, redirects)

    def text(self, unlisted: Container[str] = ()) -> str:
        """Return what is kept, with the paths that are *unlisted* as hashes."""
        files = sorted(_hash(path) if path in unlisted else path for path in self.files)
        fields = {"version": 1, **attrs.asdict(self), "files": files}
        return json.dumps(fields, ensure_ascii=False, indent=0, sort_keys=True) + "\n"


def _hash(path: str) -> str:
    return f"{_HASHED}{hashlib.sha256(path.encode('utf-8')).hexdigest()}"


def _resolved(folder: Path, files: Iterable[str]) -> Iterator[str]:
    """Return the paths, those that stand as hashes by looking for them in the folder."""
    hashed = {name for name in files if name.startswith(_HASHED)}
    yield from (name for name in files if name not in hashed)
    for path in sorted((folder / "events").glob("*/*")) if hashed else ():
        name = path.relative_to(folder).as_posix()
        if _hash(name) in hashed:
            yield name


def _texts(mapping: Any) -> list[Any]:
    return [*mapping, *mapping.values()] if isinstance(mapping, dict) else [None]


def _is_safe(path: str) -> bool:
    """Whether a path stays below its folder."""
    return len(path) < 1000 and _SAFE.fullmatch(path) is not None


def _damaged(folder: Path) -> WriteError:
    return WriteError(
        f"{folder / MANIFEST} is damaged", "remove the folder, or publish into a new one"
    )


class Output:
    """The folder of a site. Everything is prepared first; `commit` changes the folder."""

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(os.path.abspath(folder))
        self.before = Manifest.read(self.folder)
        self.staging: Path | None = None
        self.known = frozenset(self.before.files if self.before else ())
        self.changed: dict[str, Path] = {}  # path -> where it is prepared
        self.all: list[str] = []
        if self.before is None and (self.folder / "index.html").exists():
            raise WriteError(
                f"{folder} has an index.html that eventkit did not make",
                "publish into a new folder, e.g. -o public",
            )

    def prepare(self, files: Iterable[tuple[str, Callable[[], str | bytes]]]) -> None:
        """Make each file, and keep those that differ from what is there."""
        self.folder.parent.mkdir(parents=True, exist_ok=True)
        name = f".{self.folder.name[:60]}."
        self.staging = Path(tempfile.mkdtemp(prefix=name, dir=self.folder.parent))
        for path, make in files:
            if not _is_safe(path):
                raise WriteError(f"{path!r:.80} is no path of a file", "change the title")
            self.all.append(path)
            if self._is_drawn(path):
                continue
            made = make()
            self._stage(path, made.encode("utf-8") if isinstance(made, str) else made)

    def _is_drawn(self, path: str) -> bool:
        """Whether a PNG is there whose SVG, made before it, has not changed: drawing is slow."""
        if not path.endswith(".png") or self.before is None or path not in self.known:
            return False
        same = f"{path[:-4]}.svg" not in self.changed
        return same and (self.folder / path).is_file()

    def _stage(self, path: str, data: bytes) -> None:
        try:
            same = (self.folder / path).read_bytes() == data
        except OSError:
            same = False
        if same:
            return
        assert self.staging is not None
        prepared = self.staging / str(len(self.changed))
        prepared.write_bytes(data)
        self.changed[path] = prepared

    def commit(self, manifest: Manifest, unlisted: AbstractSet[str]) -> tuple[int, int]:
        """Put the files into their places and remove those that are no more; return how many."""
        written, stale = len(self.changed), sorted(self.known.difference(manifest.files))
        if written or stale:
            both = attrs.evolve(manifest, files=(*manifest.files, *stale))
            self._keep(both, unlisted | {path for path in stale if path.startswith("events/")})
        try:
            removed = self._settle(stale)
        except KeyboardInterrupt:  # too late to stop: half a site would be left
            self._settle(stale)
            self._keep(manifest, unlisted)
            raise
        self._keep(manifest, unlisted)
        return written, removed

    def _settle(self, stale: Iterable[str]) -> int:
        for path in self.changed:
            self._put(path)
        return sum(self._remove(path) for path in stale)

    def _keep(self, manifest: Manifest, unlisted: Container[str]) -> None:
        self._stage(MANIFEST, manifest.text(unlisted).encode("utf-8"))
        self._put(MANIFEST)

    def _put(self, path: str) -> None:
        """Put one file into its place, if it is not there already."""
        prepared = self.changed.get(path)
        if prepared is None or not prepared.exists():
            return
        target = self.folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        os.chmod(prepared, 0o644)
        os.replace(prepared, target)

    def _remove(self, path: str) -> bool:
        try:
            (self.folder / path).unlink()
        except OSError:
            return False
        for folder in (self.folder / path).parents:
            if folder == self.folder:
                break
            with suppress(OSError):
                folder.rmdir()
        return True

    def close(self) -> None:
        """Remove what was prepared."""
        if self.staging is not None:
            shutil.rmtree(self.staging, ignore_errors=True)
