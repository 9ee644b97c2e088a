"""The folder of a site: all is prepared beside it, and then put into its place."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Container, Iterable
from pathlib import Path
from typing import IO, Self

from eventkit.errors import WriteError
from eventkit.publish import swap
from eventkit.publish.drawing import Drawing
from eventkit.publish.inputs import Recipe, digest
from eventkit.publish.manifest import MANIFEST, Manifest, is_safe

__all__ = ["Output"]


class Output:
    """
    The folder of a site, for one run at a time.

    Entering it undoes what an interrupted run has left; `prepare` makes what has changed, beside
    the site; `commit` changes the site.

    Raises:
        WriteError: It is a folder with other things, or another run is at work.
    """

    def __init__(self, folder: str | os.PathLike[str]) -> None:
        self.folder = Path(os.path.abspath(folder))
        self.files: dict[str, str] = {}  # path -> inputs, content, and what a picture is drawn of
        self._changed: dict[str, Path] = {}  # path -> where it is prepared
        self._check: Callable[[str, bytes], None] = lambda path, data: None
        self._staging = self._beside()
        self._lock: IO[bytes] | None = None

    def _beside(self) -> Path:
        """Return the folder for what is prepared, on the device of the site."""
        above = self.folder.parent
        if self.folder.exists() and (
            not os.access(above, os.W_OK) or self.folder.stat().st_dev != above.stat().st_dev
        ):
            return self.folder / ".eventkit-staging"
        return above / f".{self.folder.name[:60]}.eventkit-staging"

    def __enter__(self) -> Self:
        self._staging.mkdir(parents=True, exist_ok=True)
        self._lock = swap.lock(self._staging)
        try:
            swap.recover(self.folder, self._staging)
            self._clear()
            self.before = Manifest.read(self.folder)
            if self.before is None and (self.folder / "index.html").exists():
                raise WriteError(
                    f"{self.folder} has an index.html that eventkit did not make",
                    "publish into a new folder, e.g. -o public",
                )
        except BaseException:
            self.__exit__()
            raise
        return self

    def __exit__(self, *_: object) -> None:
        """Remove what was prepared, but not what is needed to undo a change."""
        if self._lock is not None:
            self._lock.close()
        if not swap.is_pending(self._staging):
            shutil.rmtree(self._staging, ignore_errors=True)

    def _clear(self) -> None:
        for entry in self._staging.iterdir():
            if entry.is_dir():
                shutil.rmtree(entry)
            elif entry.name != "lock":
                entry.unlink()

    def prepare(
        self,
        files: Iterable[tuple[str, Recipe]],
        tools: str | None,
        check: Callable[[str, bytes], None] = lambda path, data: None,
        processes: int = 1,
    ) -> None:
        """
        Make each file whose inputs have changed, and keep those that differ from what is there.

        Args:
            files: Paths and how they are made.
            tools: Digest of what all of them follow from; None when everything is to be made.
            check: Gets the content of each file, new or not, and raises when it is not to be.
            processes: How many draw pictures at the same time; the bytes are the same.
        """
        self._check = check
        with Drawing(processes, self._keep_drawn) as drawing:
            for path, recipe in files:
                if not is_safe(path):
                    raise WriteError(f"{path!r:.80} is no path of a file", "change the title")
                inputs = digest(tools, path, *recipe.inputs) if tools else ""
                there = self._there(path)
                made_of, drawn_of = self._known(path, there)
                if there is not None and inputs and inputs == made_of:
                    self._finish(path, there, inputs, drawn_of)
                elif recipe.draw is None:
                    self._keep(path, _encoded(recipe.make()), inputs)
                else:
                    text = str(recipe.make())
                    told = digest(recipe.by, text)
                    if there is not None and told == drawn_of:
                        self._finish(path, there, inputs, told)
                    else:
                        drawing.put((path, inputs, told), recipe.draw, text)

    def _known(self, path: str, there: bytes | None) -> tuple[str, str]:
        """Return what the file that is there was made of and drawn of, if it is unchanged."""
        told = self.before.files.get(path, "") if self.before and there is not None else ""
        made_of, content, drawn_of = (*told.split(":"), "", "")[:3]
        return (made_of, drawn_of) if content == digest(there or b"") else ("", "")

    def _keep_drawn(self, key: tuple[str, str, str], data: bytes) -> None:
        path, inputs, told = key
        self._keep(path, data, inputs, told)

    def _keep(self, path: str, data: bytes, inputs: str, drawn_of: str = "") -> None:
        self._stage(path, data, self._there(path))
        self._finish(path, data, inputs, drawn_of)

    def _finish(self, path: str, data: bytes, inputs: str, drawn_of: str = "") -> None:
        self._check(path, data)
        self.files[path] = ":".join([inputs, digest(data), *([drawn_of] if drawn_of else [])])

    def _there(self, path: str) -> bytes | None:
        try:
            return (self.folder / path).read_bytes()
        except OSError:
            return None

    def _stage(self, path: str, data: bytes, there: bytes | None) -> None:
        if data == there:
            return
        prepared = self._staging / str(len(self._changed))
        prepared.write_bytes(data)
        prepared.chmod(0o644)
        self._changed[path] = prepared

    def commit(self, manifest: Manifest, unlisted: Container[str] = ()) -> tuple[int, int]:
        """Put the files into their places and remove those that are no more; return how many."""
        written = len(self._changed)
        self._stage(MANIFEST, manifest.text(unlisted).encode("utf-8"), self._there(MANIFEST))
        if not self._changed:
            return 0, 0
        before = self.before.files if self.before else {}
        stale = sorted(before.keys() - manifest.files.keys())
        return written, swap.put(self.folder, self._changed, stale, self._staging)


def _encoded(made: str | bytes) -> bytes:
    return made.encode("utf-8") if isinstance(made, str) else made
