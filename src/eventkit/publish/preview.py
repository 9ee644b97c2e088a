"""A local server for authors, and word of what they change."""

from __future__ import annotations

import os
import threading
import time
from collections.abc import Callable, Iterable
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import Any, Self

from eventkit.linter.walk import event_files

__all__ = ["Preview", "fingerprint", "watch"]


class _Handler(SimpleHTTPRequestHandler):
    """Serves files as they are now, and says nothing."""

    extensions_map = SimpleHTTPRequestHandler.extensions_map | {
        ".ics": "text/calendar; charset=utf-8",
        ".jsonld": "application/ld+json",
        ".xml": "application/xml",
    }

    def end_headers(self) -> None:
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: Any) -> None:
        """Keep silent."""


class Preview:
    """A server of one folder, for this machine alone."""

    def __init__(self, folder: str | os.PathLike[str], port: int = 8000) -> None:
        handler = partial(_Handler, directory=os.fspath(folder))
        self._server = ThreadingHTTPServer(("127.0.0.1", port), handler)
        self._thread = threading.Thread(target=self._server.serve_forever, daemon=True)

    @property
    def url(self) -> str:
        """Where it is."""
        return f"http://127.0.0.1:{self._server.server_port}/"

    def __enter__(self) -> Self:
        self._thread.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._server.shutdown()
        self._server.server_close()
        self._thread.join()


def fingerprint(paths: Iterable[str]) -> tuple[tuple[str, int, int], ...]:
    """Return name, time and size of every file that is looked at."""
    found = []
    for file in event_files(paths):
        try:
            status = Path(file).stat()
        except OSError:
            continue
        found.append((file, status.st_mtime_ns, status.st_size))
    return tuple(found)


def watch(
    paths: Iterable[str],
    changed: Callable[[], None],
    *,
    since: tuple[tuple[str, int, int], ...] | None = None,
    every: float = 0.5,
    until: Callable[[], bool] = lambda: False,
) -> None:
    """
    Call *changed* whenever a file is changed, added or removed, until told to stop.

    Args:
        paths: Files and folders.
        changed: What to call.
        since: The `fingerprint` that is known already; by default the present one.
        every: Seconds between two looks.
        until: Whether to stop.
    """
    known = tuple(paths)
    last = fingerprint(known) if since is None else since
    while not until():
        time.sleep(every)
        now = fingerprint(known)
        if now != last:
            last = now
            changed()
