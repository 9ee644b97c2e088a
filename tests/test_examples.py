"""What stands in examples/ runs as it is, and does what it says."""

from __future__ import annotations

import json
import os
import re
import shutil
import socket
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import icalendar
import pytest

from eventkit import read

EXAMPLES = Path(__file__).parents[1] / "examples"
CLUSTERS = "40858771-99d4-5a53-a457-f69a1d3b9af8"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """An empty folder with a copy of the examples in it."""
    shutil.copytree(EXAMPLES, tmp_path / "examples")
    return tmp_path


def _environment(**more: str) -> dict[str, str]:
    return {**os.environ, "PYTHONUTF8": "1", **more}


def _run(folder: Path, script: str, *arguments: str) -> str:
    """Return what a script prints."""
    done = subprocess.run(
        [sys.executable, f"examples/{script}", *arguments],
        cwd=folder,
        env=_environment(),
        capture_output=True,
        encoding="utf-8",
        timeout=120,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_every_example_has_its_line_and_its_test() -> None:
    """In the README beside them, and here."""
    told = (EXAMPLES / "README.md").read_text("utf-8")
    tests = Path(__file__).read_text("utf-8")
    for path in EXAMPLES.iterdir():
        if path.suffix in (".py", ".ipynb"):
            assert f"]({path.name})" in told, path.name
            assert f'"{path.name}"' in tests, path.name


def test_the_announcement_is_written_in_three_formats(folder: Path) -> None:
    """With the titles of its speaker, each with its organisation."""
    printed = _run(folder, "clusters_and_smes.py", "demo")
    assert "  Chairman, gnomon sas\n" in printed
    assert "Wednesday, 17 April 2019, 13:00 to 14:00, Europe/Paris" in printed
    for ending in ("yaml", "jsonld", "ics"):
        reading = read(folder / f"demo/clusters-and-smes.{ending}")
        assert [event.name for event in reading.or_raise().events] == [
            "Clusters and SMEs: a way to face globalisation?"
        ]


def test_a_team_is_told_its_times(folder: Path) -> None:
    """Also in the weeks in which America has changed its clocks and Europe has not."""
    team = ("Ann=New York", "Ravi=Kolkata", "Mei=Auckland")
    assert _run(folder, "team_times.py", "2026-03-12 16:00", "Warsaw", *team).splitlines() == [
        "Europe/Warsaw: 16:00 (UTC+01:00)",
        "Ann: 11:00 (UTC-04:00)",
        "Ravi: 20:30 (UTC+05:30)",
        "Mei: 04:00 the next day (UTC+13:00)",
        "3 of 4 are at work from 13:00 to 13:30, Europe/Warsaw",
        "Ann: not the usual difference from 2026-03-08 to 2026-03-28",
        "Ann: not the usual difference from 2026-10-25 to 2026-10-31",
        "Mei: not the usual difference from 2026-03-29 to 2026-04-04",
        "Mei: not the usual difference from 2026-09-27 to 2026-10-24",
    ]


def test_a_moved_webinar_is_the_same_entry(folder: Path) -> None:
    """The same UID with a higher sequence, at the new time, with the time that was."""
    file = "examples/events/clusters-and-smes.yaml"
    printed = _run(folder, "reschedule.py", file, "2026-04-22 16:00", "-o", "moved")
    first = "2026-04-15 13:00 to 14:00 (Europe/Paris) to 2026-04-22 16:00 to 17:00 (Europe/Paris)"
    assert printed.splitlines()[:2] == [f"it moves from {first}", "it is rescheduled"]
    (event,) = read(folder / "moved/clusters-and-smes.yaml").or_raise().events
    assert (event.uid, event.sequence) == (CLUSTERS, 1)
    assert [at.isoformat() for at in event.previous_starts] == ["2026-04-15T11:00:00+00:00"]
    text = (folder / "moved/clusters-and-smes.ics").read_text("utf-8")
    entries = {str(one["UID"]): one for one in icalendar.Calendar.from_ical(text).events}
    assert entries[CLUSTERS]["SEQUENCE"] == 1
    assert entries[CLUSTERS].start.isoformat() == "2026-04-22T16:00:00+02:00"


def test_a_folder_becomes_a_site(folder: Path) -> None:
    """The slip is found where it is, and the second run writes nothing."""
    lines = _run(folder, "folder_to_site.py", "demo", "20").splitlines()
    slip = os.path.join("demo", "events", "012.yaml")
    assert lines[0].startswith(f"{slip}:5:3: error EK115: slot.timezone: unknown time zone")
    assert re.fullmatch(r"first run: 20 events, (\d+) of \1 files written", lines[1])
    assert re.fullmatch(r"second run: 20 events, 0 of \d+ files written", lines[2])
    index = (folder / "demo/public/index.html").read_text("utf-8")
    assert index.count('class="h-event"') == 20


@contextmanager
def _served(folder: Path, *command: str, **more: str) -> Iterator[str]:
    """Run a server until the block ends, and give its address."""
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        port = found.getsockname()[1]
    log = folder / "server.log"
    with log.open("wb") as out:
        server = subprocess.Popen(
            [sys.executable, *command, str(port)],
            cwd=folder,
            env=_environment(**more),
            stdout=out,
            stderr=out,
        )
    try:
        _wait(server, port, log)
        yield f"http://127.0.0.1:{port}"
    finally:
        server.terminate()
        server.wait(30)


def _wait(server: subprocess.Popen[bytes], port: int, log: Path) -> None:
    for _ in range(600):
        assert server.poll() is None, log.read_text("utf-8")
        try:
            socket.create_connection(("127.0.0.1", port), 1).close()
            return
        except OSError:
            time.sleep(0.1)
    raise AssertionError(log.read_text("utf-8"))


def _get(url: str, **headers: str) -> tuple[int, str, str]:
    """Return status, ETag and text."""
    request = urllib.request.Request(url, headers=headers)
    try:
        with urllib.request.urlopen(request, timeout=120) as answer:
            return answer.status, answer.headers["ETag"] or "", answer.read().decode("utf-8")
    except urllib.error.HTTPError as exc:
        return exc.code, "", exc.read().decode("utf-8")


def _look_at_the_site(home: str) -> None:
    """Read the pages as a visitor, a calendar program and a feed reader would."""
    status, _, index = _get(f"{home}/")
    assert status == 200
    assert index.index("Imprese e reti") < index.index("Clusters and SMEs")
    assert "Wednesday, 15 April 2026, 13:00\u201314:00 (CEST, UTC+02:00)" in index
    assert f'href="/webinars/{CLUSTERS}/"' in index
    status, _, page = _get(f"{home}/webinars/{CLUSTERS}/")
    assert status == 200
    assert '<h1 class="p-name" dir="auto">Clusters and SMEs' in page
    status, tag, calendar = _get(f"{home}/webinars.ics")
    found = icalendar.Calendar.from_ical(calendar)
    assert {str(one["UID"]) for one in found.events} >= {CLUSTERS}
    assert _get(f"{home}/webinars.ics", **{"If-None-Match": tag})[0] == 304
    status, _, feed = _get(f"{home}/news.xml")
    assert status == 200
    assert "2026-04-15" in feed
    assert "Clusters and SMEs" in feed
    assert _get(f"{home}/webinars/nothing/")[0] == 404
    assert not any("s3cret" in text for text in (index, page, calendar, feed))


def test_flask_serves_the_events(folder: Path) -> None:
    """In its own server."""
    pytest.importorskip("flask")
    script = "flask_page.py"
    with _served(folder, f"examples/{script}", "examples/events") as home:
        _look_at_the_site(home)


def test_django_serves_the_events(folder: Path) -> None:
    """In its own server."""
    pytest.importorskip("django")
    script = "django_page.py"
    command = (f"examples/{script}", "runserver", "--noreload")
    with _served(folder, *command, EVENTS="examples/events") as home:
        _look_at_the_site(home)


def test_the_notebook_shows_what_comes(folder: Path) -> None:
    """Each cell runs in a kernel of Jupyter, and its output is that which is kept."""
    nbformat = pytest.importorskip("nbformat")
    nbclient = pytest.importorskip("nbclient")
    pytest.importorskip("ipykernel")
    path = folder / "examples" / "time_zones.ipynb"
    book = nbformat.read(path, as_version=4)
    nbformat.validate(book)
    kept = json.loads(path.read_text("utf-8"))["cells"]
    where = {"metadata": {"path": str(path.parent)}}
    nbclient.NotebookClient(book, timeout=120, resources=where).execute()
    number = 0
    for before, after in zip(kept, book.cells, strict=True):
        if before["cell_type"] == "code":
            number += 1
            assert _shown(after["outputs"]) == _shown(before["outputs"]), before["source"]
    assert number >= 5


def _shown(outputs: list[dict]) -> dict[str, str]:
    """Return what the outputs of a cell show, by kind; a print may come in several pieces."""
    shown: dict[str, str] = {}
    for one in outputs:
        for kind, text in one.get("data", {"printed": one.get("text", "")}).items():
            shown[kind] = shown.get(kind, "") + "".join(text)
    return shown
