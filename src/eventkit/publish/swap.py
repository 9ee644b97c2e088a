"""
Files put into their places so that whoever reads meanwhile finds every page whole and its links
good, and so that what is interrupted is undone.

New files come first, to which nothing leads yet; then those that change, each replaced in one
step; at last those go that are no more. What is replaced or removed is kept beside, and a journal
tells of it, until all is done: an exception puts it back, also Ctrl-C, and after a power cut the
next run does.
"""

from __future__ import annotations

import json
import os
import shutil
import sys
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path
from typing import IO

from eventkit.errors import WriteError

__all__ = ["is_pending", "lock", "put", "recover"]

_JOURNAL = "journal.json"
_KEPT = "kept"


def lock(staging: Path) -> IO[bytes]:
    """
    Return an open file that no other run has, as long as it is open.

    Raises:
        WriteError: Another run has it.
    """
    file = open(staging / "lock", "ab")  # noqa: SIM115  # kept open by the caller
    try:
        if sys.platform == "win32":
            import msvcrt

            msvcrt.locking(file.fileno(), msvcrt.LK_NBLCK, 1)
        else:
            import fcntl

            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except OSError:
        file.close()
        raise WriteError(
            f"another run is publishing (it holds {staging})", "wait until it is done"
        ) from None
    return file


def put(folder: Path, changed: Mapping[str, Path], stale: list[str], staging: Path) -> int:
    """
    Put prepared files into *folder* and remove stale ones; return how many were removed.

    Args:
        folder: The site; where there is none, all of it appears at once.
        changed: Path → the prepared file.
        stale: Paths.
        staging: Folder for what is kept meanwhile, on the same device.
    """
    if not folder.exists():
        _fill(staging / "site", changed)
        os.rename(staging / "site", folder)
        return 0
    gone = [path for path in stale if (folder / path).is_file()]
    plan = sorted(changed, key=lambda path: ((folder / path).exists(), -path.count("/"), path))
    _keep(folder, [*plan, *gone], staging)
    try:
        for path in plan:
            _place(changed[path], folder / path)
        for path in gone:
            _remove(folder, path)
    except BaseException:
        recover(folder, staging)
        raise
    (staging / _JOURNAL).unlink()
    return len(gone)


def is_pending(staging: Path) -> bool:
    """Whether a change was begun that is neither done nor undone."""
    return (staging / _JOURNAL).exists()


def recover(folder: Path, staging: Path) -> None:
    """Put back what an interrupted run has changed, if there was one."""
    try:
        paths = json.loads((staging / _JOURNAL).read_text("utf-8"))
    except FileNotFoundError:
        return
    for number, path in enumerate(paths):
        kept = staging / _KEPT / str(number)
        if kept.exists():
            _place(kept, folder / path)
        else:
            _remove(folder, path)
    (staging / _JOURNAL).unlink()


def _keep(folder: Path, paths: list[str], staging: Path) -> None:
    """Keep the files as they are, then write the journal, in one step."""
    (staging / _KEPT).mkdir()
    for number, path in enumerate(paths):
        with suppress(FileNotFoundError):
            _link(folder / path, staging / _KEPT / str(number))
    draft = staging / f"{_JOURNAL}.part"
    draft.write_text(json.dumps(paths), "utf-8")
    os.replace(draft, staging / _JOURNAL)


def _link(source: Path, target: Path) -> None:
    """Give a file a second name, or copy it where that is not possible."""
    try:
        os.link(source, target)
    except FileNotFoundError:
        raise
    except OSError:
        shutil.copy2(source, target)


def _fill(root: Path, changed: Mapping[str, Path]) -> None:
    root.mkdir()
    for path, prepared in changed.items():
        _place(prepared, root / path)


def _place(prepared: Path, target: Path) -> None:
    target.parent.mkdir(parents=True, exist_ok=True)
    os.replace(prepared, target)


def _remove(folder: Path, path: str) -> None:
    """Remove a file, and the folders that are empty without it."""
    (folder / path).unlink(missing_ok=True)
    for above in (folder / path).parents:
        if above == folder:
            break
        with suppress(OSError):
            above.rmdir()
