"""On a cluster nothing is lost and nothing doubled, also when a worker dies."""

from __future__ import annotations

import json
import os
import signal
import sys
import time
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest

from eventkit import Event, TimeSlot, bulk, errors, read, render
from eventkit.contrib import dask as on_dask

dask = pytest.importorskip("dask")
distributed = pytest.importorskip("distributed")

SLOT = TimeSlot.local("2026-04-17 13:00", "14:00", "Europe/Paris")


def _lines(count: int) -> list[str]:
    return render([Event(f"Nr {n}", SLOT) for n in range(count)], "jsonl").splitlines(keepends=True)


@pytest.fixture
def small_blocks(monkeypatch: pytest.MonkeyPatch) -> None:
    """Cut a small file into many blocks, too."""
    monkeypatch.setattr(on_dask, "BLOCK", 3001)
    monkeypatch.setattr(on_dask, "_PIECE", 700)


def _joined(folder: Path, kind: str = "part") -> str:
    return "".join(path.read_text("utf-8") for path in sorted(folder.glob(f"{kind}-*.jsonl")))


@pytest.mark.usefixtures("small_blocks")
def test_the_parts_together_are_what_one_machine_writes(tmp_path: Path) -> None:
    """Wherever the blocks are cut; a second run replaces the first."""
    source, out, one = tmp_path / "in.jsonl", tmp_path / "out", tmp_path / "one.jsonl"
    for count in (200, 77):
        lines = _lines(count)
        source.write_text("".join(lines).rstrip("\n"), "utf-8")
        done = on_dask.convert([source, source], "jsonld", out)
        assert done == bulk.Summary(written=2 * count, rejected=0)
        bulk.convert([source, source], "jsonld", one, processes=1)
        assert _joined(out) == one.read_text("utf-8")


@pytest.mark.usefixtures("small_blocks")
def test_a_bad_record_has_the_line_of_its_file(tmp_path: Path) -> None:
    """Also when it lies in a later block of the second file."""
    source, bad, out = tmp_path / "in.jsonl", tmp_path / "bad.jsonl", tmp_path / "out"
    lines = _lines(100)
    source.write_text("".join(lines), "utf-8")
    lines[87] = '{"name": "A"}\n'
    bad.write_text("".join(lines), "utf-8")
    done = on_dask.convert([source, bad], "jsonl", out)
    assert done == bulk.Summary(written=199, rejected=1)
    (record,) = (json.loads(line) for line in _joined(out, "rejects").splitlines())
    assert (record["file"], record["line"], record["record"]) == (str(bad), 88, '{"name": "A"}')


def test_a_bag_is_converted_partition_by_partition() -> None:
    """With the function that any framework may call."""
    bag = pytest.importorskip("dask.bag")
    lines = _lines(40)
    nodes = bag.from_sequence(lines, npartitions=4).map_partitions(on_dask.convert_partition)
    found = nodes.compute(scheduler="synchronous")
    assert [json.loads(node)["name"] for node in found] == [f"Nr {n}" for n in range(40)]
    with pytest.raises(errors.ReadError, match="no slot"):
        on_dask.convert_partition(['{"name": "A"}'])


def test_a_column_of_a_dataframe_is_converted_partition_by_partition() -> None:
    """And keeps its index, so that it can stand beside the others."""
    pandas = pytest.importorskip("pandas")
    frames = pytest.importorskip("dask.dataframe")
    frame = pandas.DataFrame({"event": _lines(40), "number": range(40)}, index=range(7, 47))
    spread = frames.from_pandas(frame, npartitions=3)
    nodes = spread["event"].map_partitions(on_dask.convert_column, meta=spread["event"]._meta)
    found = spread.assign(node=nodes).compute(scheduler="synchronous")
    assert list(found.index) == list(range(7, 47))
    assert [json.loads(node)["name"] for node in found["node"]] == [f"Nr {n}" for n in range(40)]


@pytest.mark.usefixtures("small_blocks")
@pytest.mark.parametrize(("target", "ending"), [("ical", "ics"), ("parquet", "parquet")])
def test_each_part_is_a_file_by_itself(tmp_path: Path, target: str, ending: str) -> None:
    """A calendar has the zones that its own entries refer to, and this revision's time."""
    pytest.importorskip("pyarrow")
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    zones = ["Europe/Paris", "Asia/Tokyo", "America/New_York"]
    slots = [TimeSlot.local(f"{2010 + n}-04-17 13:00", "14:00", zones[n // 6]) for n in range(18)]
    listed = [Event(f"Nr {n}", slot) for n, slot in enumerate(slots)]
    source.write_text(render(listed, "jsonl"), "utf-8")
    stamp = datetime(2026, 1, 1, tzinfo=UTC)
    done = on_dask.convert([source], target, out, dtstamp=stamp)
    assert done == bulk.Summary(written=18, rejected=0)
    parts = sorted(out.iterdir())
    assert [path.name for path in parts[:2]] == [f"part-00000.{ending}", f"part-00001.{ending}"]
    readings = [read(path) for path in parts]
    assert [event for reading in readings for event in reading.events] == listed
    if target == "ical":
        for path, reading in zip(parts, readings, strict=True):
            text = path.read_bytes().decode("utf-8")
            assert text == render(reading.events, "ical", dtstamp=stamp)


def test_what_is_not_written_in_pieces_is_refused(tmp_path: Path) -> None:
    """With the names of what is."""
    with pytest.raises(errors.InvalidValueError, match="use jsonl"):
        on_dask.convert([], "yaml", tmp_path / "out")


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
@pytest.mark.usefixtures("small_blocks")
def test_a_worker_that_dies_loses_and_doubles_nothing(tmp_path: Path) -> None:
    """Its tasks are done again by another; each part is there once."""
    source, out = tmp_path / "in.jsonl", tmp_path / "out"
    lines = _lines(4000)
    source.write_text("".join(lines), "utf-8")
    settings = {"n_workers": 3, "threads_per_worker": 1, "dashboard_address": None}
    with (
        dask.config.set({"distributed.scheduler.allowed-failures": 10}),
        distributed.LocalCluster(processes=True, **settings) as cluster,
        distributed.Client(cluster) as client,
    ):
        killer = _Killer(cluster, out)
        client.register_worker_callbacks(_slow_down)
        done = killer.during(lambda: on_dask.convert([source], "jsonl", out, client=client))
    assert killer.killed
    assert done == bulk.Summary(written=4000, rejected=0)
    assert _joined(out) == "".join(lines)
    assert not list(out.glob(".*"))


def _slow_down() -> None:
    """Give the worker's tasks enough to do that it can be killed among them."""
    from eventkit.contrib import dask as there

    there._PIECE = 700
    whole = there.work

    def slow(*arguments: Any, **more: Any) -> Any:
        time.sleep(0.01)
        return whole(*arguments, **more)

    there.work = slow


class _Killer:
    """Kills one worker process when the first parts are there."""

    def __init__(self, cluster: Any, folder: Path) -> None:
        self.killed = False
        self._cluster = cluster
        self._folder = folder

    def during(self, call: Any) -> Any:
        from threading import Thread

        thread = Thread(target=self._watch)
        thread.start()
        try:
            return call()
        finally:
            thread.join()

    def _watch(self) -> None:
        end = time.monotonic() + 60
        while time.monotonic() < end and len(list(self._folder.glob("part-*"))) < 5:
            time.sleep(0.01)
        worker = next(iter(self._cluster.workers.values()))
        os.kill(worker.pid, signal.SIGKILL)
        self.killed = True
