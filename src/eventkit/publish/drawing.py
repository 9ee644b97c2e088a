"""
What takes long to make, in other processes: pictures.

A picture takes 50 ms, most of it for its compression, and the library does not let other threads
work meanwhile.
"""

from __future__ import annotations

import multiprocessing
import signal
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future, ProcessPoolExecutor
from typing import Generic, Self, TypeVar

__all__ = ["Drawing"]

_FEW = 16  # that are drawn here, before other processes are started
_AHEAD = 8  # pictures per process that may wait

Draw = Callable[[str], bytes]
_Key = TypeVar("_Key")


class Drawing(Generic[_Key]):
    """
    Draws what is put in, in other processes if it is many, and hands it over in the same order.

    At most eight for each process wait in memory.

    Args:
        processes: How many work at the same time; with 1 none is started.
        done: Gets what was put in as *key*, and the picture.
    """

    def __init__(self, processes: int, done: Callable[[_Key, bytes], None]) -> None:
        self._processes = processes
        self._done = done
        self._few: list[tuple[_Key, Draw, str]] = []
        self._waiting: deque[tuple[_Key, Future[bytes]]] = deque()
        self._pool: ProcessPoolExecutor | None = None

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, *_: object) -> None:
        """Hand over the rest, unless something went wrong."""
        try:
            if kind is None:
                self._flush(0)
        finally:
            if self._pool is not None:
                self._pool.shutdown(cancel_futures=True)

    def put(self, key: _Key, draw: Draw, text: str) -> None:
        """
        Have *text* drawn.

        Args:
            key: For `done`.
            draw: A function of a module, which other processes can import.
            text: What it gets.
        """
        if self._processes == 1:
            self._done(key, draw(text))
        elif self._pool is None and len(self._few) < _FEW:
            self._few.append((key, draw, text))
        else:
            self._submit(key, draw, text)
            self._flush(self._processes * _AHEAD)

    def _submit(self, key: _Key, draw: Draw, text: str) -> None:
        if self._pool is None:
            # As in bulk: no state of this process is copied, and Ctrl-C is for this one alone.
            self._pool = ProcessPoolExecutor(
                self._processes,
                mp_context=multiprocessing.get_context("spawn"),
                initializer=signal.signal,
                initargs=(signal.SIGINT, signal.SIG_IGN),
            )
            few, self._few = self._few, []
            for one in few:
                self._submit(*one)
        self._waiting.append((key, self._pool.submit(draw, text)))

    def _flush(self, left: int) -> None:
        """Hand over what is done first, until so many are left."""
        for key, draw, text in self._few if not left else ():
            self._done(key, draw(text))
        while len(self._waiting) > left:
            key, future = self._waiting.popleft()
            self._done(key, future.result())
