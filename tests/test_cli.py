"""The commands: product on stdout, talk on stderr, exit 0, 1 or 2, never a traceback."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from eventkit.plain.schema import json_schema

GOOD = """\
name: Clusters
slot: {start: 2019-04-17T13:00, end: 2019-04-17T14:00, timezone: Europe/Paris}
joining: {url: https://meet.example/secret-room}
"""


def run(*args: str, stdin: bytes = b"", **env: str) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONWARNINGS": "error", **env}
    return subprocess.run(
        [sys.executable, "-m", "eventkit", *args],
        input=stdin,
        check=False,
        capture_output=True,
        env=environment,
    )


def failed(done: subprocess.CompletedProcess[bytes], code: int) -> str:
    """Return what a failed command said; it must have printed nothing and shown no traceback."""
    talk = done.stderr.decode()
    assert (done.returncode, done.stdout) == (code, b""), talk
    assert talk
    assert "Traceback" not in talk
    return talk


def test_convert_reads_a_file_and_prints(tmp_path: Path) -> None:
    """Each document format gives the same event again."""
    path = tmp_path / "a.yaml"
    path.write_text(GOOD)
    for target in ("json", "jsonl", "yaml", "toml"):
        done = run("convert", str(path), "--to", target)
        assert (done.returncode, done.stderr) == (0, b"")
        again = run("convert", "-", "--to", "json", stdin=done.stdout)
        assert json.loads(again.stdout)["name"] == "Clusters"
        assert json.loads(again.stdout)["joining"]["url"].endswith("secret-room")


def test_convert_reads_a_page_from_where_it_is() -> None:
    """Relative addresses and times without an offset need to be told where they are."""
    page = b"""<?xml version="1.0"?><!DOCTYPE html><script type="application/ld+json">
    {"@type": "Event", "name": "A", "startDate": "2019-04-17T13:00", "url": "a"}</script>"""
    told = ("--base", "https://example.org/x/", "--default-zone", "Europe/Paris")
    (event,) = [json.loads(run("convert", "-", "--to", "json", *told, stdin=page).stdout)]
    assert event["url"] == "https://example.org/x/a"
    assert event["slot"]["start"] == "2019-04-17T13:00:00+02:00"
    assert "no option 'base'" in failed(run("convert", "-", "--to", "json", *told, stdin=b"{}"), 1)


def test_only_invited_ical_tells_the_way_in(tmp_path: Path) -> None:
    """And --invited is refused for every other format."""
    path = tmp_path / "a.yaml"
    path.write_text(GOOD)
    for target in ("ical", "jsonld", "jsonld-script", "text"):
        assert b"secret-room" not in run("convert", str(path), "--to", target).stdout
    assert b"secret-room" in run("convert", str(path), "--to", "ical", "--invited").stdout
    failed(run("convert", str(path), "--to", "jsonld", "--invited"), 2)


def test_convert_writes_a_file_or_nothing(tmp_path: Path) -> None:
    """With an error in any source there is no output, and what was there is untouched."""
    good, bad, out = tmp_path / "a.yaml", tmp_path / "b.yaml", tmp_path / "out.ics"
    good.write_text(GOOD)
    bad.write_text("name: A\nslot: {}\n")
    done = run("convert", str(good), "--to", "ical", "-o", str(out))
    assert (done.returncode, done.stdout) == (0, b"")
    before = out.read_bytes()
    assert before.startswith(b"BEGIN:VCALENDAR\r\n")
    talk = failed(run("convert", str(good), str(bad), "--to", "json", "-o", str(out)), 1)
    assert f"{bad}:2:1: error EK004: slot: " in talk
    assert out.read_bytes() == before
    assert len(list(tmp_path.iterdir())) == 3


def test_explain_takes_what_settles_a_time_and_nothing_that_it_has_no_use_for() -> None:
    text = b"Clusters\n\nDate: 03/04/2021, 13:00\n"
    unclear = run("convert", "-", "--from", "text", "--explain", stdin=text)
    assert unclear.returncode == 1
    told = ("--day-first", "--default-zone", "Europe/Rome")
    settled = run("convert", "-", "--from", "text", "--explain", *told, stdin=text)
    assert (settled.returncode, b"3 April 2021, as the options say" in settled.stderr) == (0, True)
    for option in (("--base", "https://example.org"), ("--invited",), ("--jobs", "2")):
        assert "--explain goes without" in failed(run("convert", "-", "--explain", *option), 2)


def test_source_date_epoch_is_the_dtstamp() -> None:
    """The same input gives the same bytes; a wrong value is refused."""
    done = run("convert", "-", "--to", "ical", stdin=GOOD.encode(), SOURCE_DATE_EPOCH="86400")
    assert b"DTSTAMP:19700102T000000Z\r\n" in done.stdout
    done = run("convert", "-", "--to", "ical", stdin=GOOD.encode(), SOURCE_DATE_EPOCH="soon")
    assert "SOURCE_DATE_EPOCH" in failed(done, 1)


@pytest.mark.parametrize(
    ("args", "code", "word"),
    [
        (["convert", "no-such-file.yaml", "--to", "json"], 1, "No such file"),
        (["convert", ".", "--to", "json"], 1, "directory"),
        (["convert", "-", "--to", "jsn"], 2, "did you mean 'json'"),
        (["convert", "-", "--to", "json", "--from", "links"], 2, "not possible"),
        (["convert", "-"], 2, "--to"),
        (["convert", "--to", "json"], 2, "SOURCE"),
        (["convert", "-", "--to", "json", "-o", "no/such/folder/a.json"], 1, "No such file"),
        (["tz", "2019-04-17 13:00", "Europe/Paris"], 2, "TO_ZONE"),
        (["tz", "2019-04-17 13:00", "Europe/Pariss", "UTC"], 1, "did you mean 'Europe/Paris'"),
        (["tz", "2019-03-31 02:30", "Europe/Paris", "UTC"], 1, "does not exist"),
        (["tz", "2019-10-27 02:30", "Europe/Paris", "UTC"], 1, "happens twice"),
        (["tz", "2019-04-17", "Europe/Paris", "UTC"], 1, "no date and time"),
        (["tz", "25:00", "Europe/Paris", "UTC"], 1, "no date and time"),
        (["tz", "2019-04-17T13:00-07:00", "Europe/Paris", "UTC"], 1, "offset"),
        (["tz", "9999-12-31 23:00", "America/New_York", "Asia/Tokyo"], 1, "calendar"),
        (["tz", "2019-04-17 13:00", "UTC", "UTC", "--locale", "fr", "--format", "json"], 2, "text"),
        (["tz", "2019-04-17 13:00", "UTC", "UTC", "--day", "2019-04-17"], 2, "--day"),
        (["tz", "2019-04-17 13:00", "UTC", "UTC", "--hours", "9-17"], 2, "--hours"),
        (["tz", "overlap", "UTC", "UTC", "--format", "svg"], 2, "svg does not go with overlap"),
        (["tz", "overlap", "UTC", "UTC", "--locale", "fr"], 2, "--locale"),
        (["tz", "overlap", "UTC", "UTC", "--fold", "later"], 2, "--fold"),
        (["tz", "overlap", "UTC", "UTC", "--hours", "9-9"], 1, "none"),
        (["frobnicate"], 2, "No such command"),
    ],
)
def test_wrong_use_and_wrong_input_have_their_codes(args: list[str], code: int, word: str) -> None:
    """A message that says what is wrong, no traceback and nothing on stdout."""
    assert word in failed(run(*args, stdin=GOOD.encode()), code)


@pytest.mark.parametrize(
    "source",
    [
        b"",
        b"\x89PNG\r\n\x1a\n\x00\x00",
        "name: Caf\u00e9\x81\nslot: {}".encode("latin-1"),
        b"\x00" * 99,
    ],
)
@pytest.mark.parametrize("form", ["json", "jsonl", "yaml", "toml", "text"])
def test_input_that_is_no_text_is_one_message(source: bytes, form: str) -> None:
    """Empty, binary or Latin-1."""
    talk = failed(run("convert", "-", "--from", form, "--to", "json", stdin=source), 1)
    assert talk.count("\n") == 1


SLOT = "slot: {start: 2019-04-17T13:00, timezone: Europe/Paris}\n"
NAMED = f"name: A\n{SLOT}"
BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]\n" for n in range(1, 12)
)
BAD: dict[str, tuple[str, str, str]] = {  # kind: format, text, the message at its place
    "unknown key": ("yaml", f"{NAMED}speeker: x\n", "3:1: error EK003: speeker:"),
    "wrong type": ("yaml", f"{NAMED}capacity: many\n", "3:1: error EK005: capacity:"),
    "end before start": (
        "yaml",
        "name: A\nslot: {start: 2019-04-17T13:00, end: 2019-04-17T12:00, timezone: Asia/Tokyo}\n",
        "2:33: error EK701: slot.end: end 2019-04-17T12:00:00+09:00 is not after",
    ),
    "naive time": (
        "yaml",
        "name: A\nslot: {start: 2019-04-17T13:00}\n",
        "error EK113: slot.start:",
    ),
    "unknown zone": (
        "json",
        '{"name": "A", "slot": {"start": "2019-04-17T13:00", "timezone": "Europe/Pari"}}',
        "error EK115: slot.timezone: unknown time zone 'Europe/Pari'; did you mean 'Europe/Paris'?",
    ),
    "gap time": (
        "toml",
        'name = "A"\n[slot]\nstart = "2019-03-31T02:30"\ntimezone = "Europe/Paris"\n',
        "error EK104: slot.start: 2019-03-31 02:30 does not exist in Europe/Paris",
    ),
    "address without a scheme": ("yaml", f"{NAMED}url: example.org\n", "3:1: error EK006: url:"),
    "address that runs": ("yaml", f"{NAMED}url: 'javascript:x'\n", "3:1: error EK006: url:"),
    "ten megabytes": ("yaml", f"{NAMED}description: {'x' * 10_000_000}\n", "at most 100,000"),
    "aliases that grow": ("yaml", BOMB, "error EK007: its aliases make it too large"),
    "deep nesting in JSON": ("json", '{"sub_events":' * 100_000, "error EK007: it is nested too"),
    "deep nesting in YAML": ("yaml", "[" * 100_000, "error EK007: it is nested too deeply"),
    "doubled key": ("yaml", f"name: B\n{NAMED}", "2:1: error EK002: name:"),
    "nothing": ("yaml", "", "error EK009: there is nothing in it"),
}
BAD |= {
    f"{name} in {field}": (
        "json",
        json.dumps({"name": "A", "slot": {"start": "2019-04-17"}, field: bad}),
        f"error EK006: {field}: {field} holds the control character",
    )
    for name, bad in {"NUL": "a\0b", "CR LF": "a\r\nb"}.items()
    for field in ("name", "alternate_name", "description", "status_reason", "audience", "uid")
}


@pytest.mark.parametrize("kind", BAD)
def test_bad_input_is_one_clear_message(kind: str, tmp_path: Path) -> None:
    """It has the file, the place and what to do; no output file is left, whole or in part."""
    form, text, message = BAD[kind]
    source, out = tmp_path / f"source.{form}", tmp_path / "out.ics"
    source.write_bytes(text.encode())
    talk = failed(run("convert", str(source), "--to", "ical", "-o", str(out)), 1)
    assert talk.startswith(str(source))
    assert message in talk
    assert "; " in talk  # the hint
    assert talk.count("\n") == 1
    assert list(tmp_path.iterdir()) == [source]


def test_tz_says_what_the_clocks_show() -> None:
    """As a table, and as data for scripts."""
    args = ["tz", "2019-04-17 13:00", "Europe/Paris", "America/New_York", "Pacific/Auckland"]
    table = run(*args).stdout.decode().splitlines()
    assert [line.split()[:3] for line in table[1:]] == [
        ["Europe/Paris", "2019-04-17", "13:00:00"],
        ["America/New_York", "2019-04-17", "07:00:00"],
        ["Pacific/Auckland", "2019-04-17", "23:00:00"],
    ]
    rows: list[dict[str, Any]] = json.loads(run(*args, "--format", "json").stdout)
    assert rows[0] == {
        "timezone": "America/New_York",
        "datetime": "2019-04-17T07:00:00-04:00",
        "offset": "-04:00",
        "abbreviation": "EDT",
        "day_shift": 0,
    }


def test_tz_takes_a_time_of_today_and_says_so() -> None:
    """Today is that of SOURCE_DATE_EPOCH where it is set; a day shift is shown."""
    done = run("tz", "22:00", "Europe/Berlin", "Asia/Tokyo", SOURCE_DATE_EPOCH="1555459200")
    assert b"2019-04-18  05:00:00   +1" in done.stdout
    assert b"taken for today, 2019-04-17" in done.stderr


def test_tz_converts_to_an_abbreviation_by_the_instant() -> None:
    """Half past two in Paris is skipped in New York alone; there it is the evening before."""
    done = run("tz", "2026-03-08 02:30", "Europe/Paris", "EST", "--format", "json")
    assert json.loads(done.stdout)[0]["datetime"] == "2026-03-07T20:30:00-05:00"


def test_tz_overlap_knows_the_country_and_prints_csv() -> None:
    """As for a time."""
    args = ["tz", "overlap", "UTC", "IST", "--country", "IN", "--day", "2026-03-12"]
    done = run(*args, "--format", "csv")
    assert done.stdout.decode().splitlines() == [
        "start,end,fits,misses",
        "2026-03-12T09:00:00+00:00,2026-03-12T11:30:00+00:00,UTC Asia/Kolkata,",
    ]


def test_tz_settles_a_repeated_time_by_fold() -> None:
    """Earlier or later, when asked; a skipped time stays refused."""
    args = ["tz", "2019-10-27 02:30", "Europe/Paris", "UTC", "--format", "json", "--fold"]
    assert json.loads(run(*args, "earlier").stdout)[0]["datetime"].startswith("2019-10-27T00:30")
    assert json.loads(run(*args, "later").stdout)[0]["datetime"].startswith("2019-10-27T01:30")
    skipped = ["tz", "2019-03-31 02:30", "Europe/Paris", "UTC", "--fold", "later"]
    failed(run(*skipped), 1)


def test_schema_prints_the_schema() -> None:
    """The same that the library gives."""
    assert json.loads(run("schema").stdout) == json_schema()


def test_without_the_extra_the_command_says_what_to_install() -> None:
    """No traceback when click is missing."""
    code = "import sys; sys.modules['click'] = None\nfrom eventkit.cli import main\nmain()"
    done = subprocess.run([sys.executable, "-c", code], check=False, capture_output=True, text=True)
    assert done.returncode == 1
    assert done.stderr == "eventkit: click is not installed; pip install 'webinar-eventkit[cli]'\n"
