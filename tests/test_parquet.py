"""Tables: another library reads the columns, and the events come back."""

from __future__ import annotations

import json
from datetime import UTC, date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit import Event, TimeSlot, bulk, errors, parse, read, registry, render, write
from eventkit.bulk import opening
from eventkit.formats import parquet
from eventkit.testing import events

pyarrow = pytest.importorskip("pyarrow")
tables = pytest.importorskip("pyarrow.parquet")

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")


def _file(rows: list[dict[str, Any]]) -> bytes:
    out = BytesIO()
    names = dict.fromkeys(name for row in rows for name in row)
    full = [{name: row.get(name) for name in names} for row in rows]
    tables.write_table(pyarrow.Table.from_pylist(full), out, row_group_size=10)
    return out.getvalue()


@given(listed=st.lists(events(), max_size=3))
@settings(max_examples=25, deadline=None, suppress_health_check=list(HealthCheck))
def test_the_round_trip_is_exact(listed: list[Event]) -> None:
    """And the same events give the same bytes."""
    data = parquet.render_bytes(listed)
    assert parse(data, "parquet").events == tuple(listed)
    assert parquet.render_bytes(listed) == data


def test_the_columns_are_there_for_others() -> None:
    """Instants in UTC, days as dates, and no value for what is not known."""
    days = TimeSlot(date(2021, 5, 6), date(2021, 5, 8))
    listed = [Event("A", SLOT, keywords=["x"]), Event("B", days)]
    one, two = tables.read_table(BytesIO(parquet.render_bytes(listed))).to_pylist()
    assert tuple(one) == parquet.COLUMNS
    assert one["start"] == datetime(2019, 4, 17, 11, tzinfo=UTC)
    assert (one["timezone"], one["keywords"]) == ("Europe/Paris", ["x"])
    assert (two["first_day"], two["last_day"]) == (date(2021, 5, 6), date(2021, 5, 8))
    assert (two["start"], two["timezone"]) == (None, None)
    assert json.loads(two["event"])["name"] == "B"


def test_a_table_from_elsewhere_is_read() -> None:
    """An instant is told on the clocks of its zone; a column without a place is named."""
    start = datetime(2019, 4, 17, 11, tzinfo=UTC)
    rows = [
        {"name": "A", "start": start, "timezone": "Europe/Paris", "room": "7"},
        {"name": "B", "start": start, "timezone": None, "room": "7"},
    ]
    reading = parse(_file(rows))
    assert [event.slot.start.isoformat() for event in reading.events] == [
        "2019-04-17T13:00:00+02:00",
        "2019-04-17T11:00:00+00:00",
    ]
    (finding,) = reading.findings
    assert (finding.code, finding.message) == ("EK011", "the column 'room' is not carried over")


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ({"name": "A", "start": datetime(2019, 4, 17, 13)}, "EK113"),
        ({"name": "A", "start": datetime(2019, 4, 17, tzinfo=UTC), "timezone": "Mars"}, "EK115"),
        ({"name": "A"}, "EK004"),
        ({"event": "{"}, "EK001"),
        ({"event": "[]"}, "EK005"),
    ],
)
def test_a_row_that_is_no_event_is_named_by_its_number(row: dict[str, Any], code: str) -> None:
    """The others are read."""
    reading = parse(_file([{"event": render(Event("Good", SLOT), "json")}, row]), "parquet")
    assert [event.name for event in reading.events] == ["Good"]
    assert [(found.code, found.line) for found in reading.errors] == [(code, 2)]


def test_what_is_no_table_is_one_finding() -> None:
    """Also a file that is cut off."""
    for data in (b"PAR1", b"name: A\n", parquet.render_bytes(Event("A", SLOT))[:-9]):
        (finding,) = parse(data, "parquet").findings
        assert finding.code == "EK001"


def test_it_is_a_file_and_no_text(tmp_path: Path) -> None:
    """`write` and `read` know it by the ending, or by its first bytes."""
    path = tmp_path / "a.parquet"
    write(Event("A", SLOT), path)
    assert read(path).events == (Event("A", SLOT),)
    assert registry.recognise(path.read_bytes()).name == "parquet"
    with pytest.raises(errors.InvalidValueError, match="no text"):
        render(Event("A", SLOT), "parquet")


@pytest.mark.parametrize("processes", [1, 2])
def test_many_are_converted_by_row_groups(tmp_path: Path, processes: int) -> None:
    """In the order of the rows; a bad one goes to the rejects by its number."""
    listed = [Event(f"Nr {n}", SLOT) for n in range(35)]
    rows = [{"event": render(event, "json")} for event in listed]
    rows[23] = {"event": "{}"}
    source, out, rejects = (tmp_path / name for name in ("a.parquet", "a.jsonl", "r.jsonl"))
    source.write_bytes(_file(rows))
    done = bulk.convert([source], "jsonl", out, rejects=rejects, processes=processes)
    assert done == bulk.Summary(written=34, rejected=1)
    assert read(out).events == tuple(listed[:23] + listed[24:])
    assert json.loads(rejects.read_text())["line"] == 24


@pytest.mark.parametrize("processes", [1, 2])
def test_many_are_written_row_group_by_row_group(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, processes: int
) -> None:
    """To the bytes that the events give at once."""
    monkeypatch.setattr(parquet, "_ROWS", 40)
    monkeypatch.setattr(opening, "CHUNK", 3000)
    listed = [Event(f"Nr {n}", SLOT, description="Words. " * (n % 7 + 1)) for n in range(130)]
    source, out = tmp_path / "a.jsonl", tmp_path / "a.parquet"
    source.write_text(render(listed, "jsonl"), "utf-8")
    bulk.convert([source], "parquet", out, processes=processes)
    assert out.read_bytes() == parquet.render_bytes(listed)
    assert tables.ParquetFile(out).metadata.num_row_groups == 4
