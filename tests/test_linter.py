"""The linter over files: which are looked at, what is chosen, how it is told."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings

from eventkit import Event, Finding, Reading, TimeSlot, lint, parse
from eventkit.errors import InvalidValueError
from eventkit.linter import Linter
from eventkit.linter.choice import Choice
from eventkit.linter.reports import github, json_list, sarif, text
from eventkit.linter.walk import event_files
from eventkit.testing import SECRET, events

NOW = datetime(2019, 5, 1, tzinfo=UTC)
BAD = "name: A\nslot: {start: 2019-04-17T13:00:00+01:00, timezone: Europe/Paris}\n"
GOOD = """\
name: Clusters and SMEs
slot: {start: 2019-04-17T13:00, end: 2019-04-17T14:00, timezone: Europe/Paris}
description: How small companies gain by working together.
url: https://academy.alt/clusters
organizer: {name: gnomon academy, url: https://academy.alt/}
locations: [{type: VirtualLocation, url: https://academy.alt/clusters}]
in_language: en
images: [https://academy.alt/clusters.png]
"""
ENTITY = GOOD.replace("Clusters and", "Clusters &amp;")


def command(
    *args: str, cwd: Path, stdin: bytes = b"", **env: str
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, "-m", "eventkit", "lint", *args],
        input=stdin,
        cwd=cwd,
        check=False,
        capture_output=True,
        env={**os.environ, "PYTHONWARNINGS": "error", **env},
    )


def write(folder: Path, files: dict[str, str]) -> None:
    for name, content in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8")


def told(findings: list[Finding]) -> list[str]:
    return [f"{Path(one.file or '').name}:{one.line}:{one.code}" for one in findings]


def test_a_complete_event_gives_nothing_at_all() -> None:
    """Not even what is recommended."""
    assert lint(parse(GOOD, "yaml"), now=NOW) == []


def test_lint_takes_events_readings_files_and_folders(tmp_path: Path) -> None:
    """The same findings whatever holds the event, with as much of their place as is known."""
    event = Event(
        "Research &amp; more", TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
    )
    alone = lint(event, select=["EK742"])
    assert [(one.code, one.path, one.line) for one in alone] == [("EK742", "name", None)]
    assert [one.path for one in lint([event, event], select=["EK742"])] == ["[0].name", "[1].name"]
    assert lint(Reading([event]), select=["EK742"]) == alone
    write(tmp_path, {"b/a.yaml": ENTITY, "a.yaml": ENTITY.replace("/clusters", "/a")})
    found = lint(tmp_path, select=["EK742"])
    assert told(found) == ["a.yaml:1:EK742", "a.yaml:1:EK742"]
    assert [Path(one.file or "").parent.name for one in found] == [tmp_path.name, "b"]
    with open(tmp_path / "a.yaml", "rb") as file:
        assert told(lint(file, select=["EK742"])) == ["a.yaml:1:EK742"]


@pytest.mark.parametrize(
    ("form", "source", "place"),
    [
        ("yaml", "- name: A\n  slot: {start: 2019-04-17}\n  url: http://academy.alt/\n", (3, 3)),
        ("json", '[\n {"name": "A",\n  "slot": {"start": "2019-04-17"}, "url": "http://academy.alt/"}]', (3, 36)),
        ("jsonl", '\n{"name": "A", "slot": {"start": "2019-04-17"}, "url": "http://academy.alt/"}\n', (2, 48)),
        ("toml", '# one\n[[events]]\nname = "A"\nslot = {start = 2019-04-17}\n  url = "http://academy.alt/"\n', (5, 3)),
    ],
)  # fmt: skip
def test_findings_have_the_place_in_every_document(
    form: str, source: str, place: tuple[int, int]
) -> None:
    """Line and column of the key, counted from 1."""
    (found,) = lint(parse(source, form), select=["EK502"])
    assert (found.line, found.column) == place


def test_an_event_after_a_broken_one_keeps_its_number() -> None:
    """The path is that in the document, not that among the events that were read."""
    source = "- name: A\n- name: B\n  slot: {start: 2019-04-17}\n  url: http://academy.alt/\n"
    found = [one for one in lint(parse(source, "yaml")) if one.code in ("EK004", "EK502")]
    assert [(one.path, one.line) for one in found] == [("[0]", 1), ("[1].url", 4)]


def test_sessions_are_looked_at_too() -> None:
    """With their path; what only a whole event needs is not asked of them."""
    source = GOOD + "sub_events:\n  - name: Talk &amp; walk\n    slot: {start: 2019-04-17T13:00Z}\n"
    found = lint(parse(source, "yaml"), now=NOW)
    assert [(one.code, one.path, one.line) for one in found] == [
        ("EK742", "sub_events[0].name", 10)
    ]


def test_duplicates_are_found_across_files(tmp_path: Path) -> None:
    """Another event with the same uid is an error, the same event twice a warning."""
    write(tmp_path, {"a.yaml": GOOD, "b.yaml": GOOD.replace("SMEs", "towns"), "c.yaml": GOOD})
    found = lint(tmp_path)
    assert told(found) == ["b.yaml:1:EK401", "c.yaml:1:EK402"]
    assert f"{tmp_path}/a.yaml:1" in found[0].message
    assert told(lint(tmp_path, ignore=["same-event"])) == ["b.yaml:1:EK401"]


def test_the_same_event_in_two_formats_is_no_duplicate(tmp_path: Path) -> None:
    """What a site publishes beside its source is the same event on purpose."""
    (event,) = parse(GOOD, "yaml").events
    from eventkit import to_json

    write(tmp_path, {"a.yaml": GOOD, "a.json": to_json(event)})
    assert lint(tmp_path) == []


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(event=events())
def test_no_finding_tells_a_secret(event: Event) -> None:
    """Whatever is wrong with an event, its passcode and join link are never repeated."""
    for one in lint(event, profile="google", now=NOW):
        assert SECRET not in f"{one.message}{one.hint}"


@settings(suppress_health_check=[HealthCheck.too_slow])
@given(event=events())
def test_linting_is_total_and_the_same_every_time(event: Event) -> None:
    """No event makes a rule fail, and the order does not change."""
    found = lint(event, profile="google", now=NOW)
    assert found == lint(event, profile="google", now=NOW)
    assert all(one.hint for one in found)


def test_codes_are_chosen_by_their_beginnings_and_names() -> None:
    """The longer beginning decides; an unknown one is refused."""
    choice = Choice.of(["EK7,EK501"], ["EK72", "placeholder"])
    assert [choice.takes(code) for code in ("EK701", "EK721", "EK731", "EK501", "EK502")] == [
        True, False, False, True, False,
    ]  # fmt: skip
    assert Choice.of(["EK721"], ["EK7"]).takes("EK721")
    with pytest.raises(InvalidValueError, match="no code begins with 'EK9'"):
        Choice.of(["EK9"])
    with pytest.raises(InvalidValueError, match="unknown profile 'bing'"):
        lint(parse(GOOD, "yaml"), profile="bing")
    with pytest.raises(InvalidValueError, match="naive"):
        Linter(now=datetime(2019, 5, 1))


def test_a_walk_is_sorted_and_passes_over_what_is_hidden(tmp_path: Path) -> None:
    """A file that is named is taken whatever it is called, and none twice."""
    write(
        tmp_path,
        dict.fromkeys(
            ("b.yaml", "a.json", "x/a.toml", ".git/a.yaml", ".hidden.yaml", "notes.txt", "pic.png",
             "package.json", "node_modules/a.json", "README.md"),
            "",
        ),
    )  # fmt: skip
    names = [Path(one).relative_to(tmp_path).as_posix() for one in event_files([str(tmp_path)])]
    assert names == ["a.json", "b.yaml", "x/a.toml"]
    named = [str(tmp_path / ".hidden.yaml"), str(tmp_path / "b.yaml"), str(tmp_path)]
    assert len(list(event_files(named))) == 4


def test_reports_escape_what_could_break_out() -> None:
    """No name of a file and no text begins another line, command or property."""
    found = Finding(
        "EK731", "warning", "100%\r\n::error::no\x1b[31m", "a, b: c", file="a,b:c%\n.yaml",
        line=3, column=4, path="name",
    )  # fmt: skip
    assert github([found]) == (
        "::warning file=a%2Cb%3Ac%25%0A.yaml,line=3,col=4,title=EK731 placeholder::"
        "name: 100%25%0D%0A::error::no\\x1b[31m; a, b: c\n"
    )
    assert text([found]).count("\n") == 1
    assert "\x1b" not in text([found])
    assert json.loads(json_list([found]))[0] == {
        "code": "EK731", "severity": "warning", "message": "100%\r\n::error::no\x1b[31m",
        "hint": "a, b: c", "file": "a,b:c%\n.yaml", "line": 3, "column": 4, "path": "name",
    }  # fmt: skip


def test_sarif_has_what_its_readers_require() -> None:
    """Rules by index, levels in its words, relative addresses with escapes."""
    findings = Linter().check(parse(ENTITY, "yaml"), "a b/ü.yaml")
    log = json.loads(sarif([*findings, Finding("EK013", "error", "gone", file="/x/y.yaml")]))
    (run,) = log["runs"]
    rules = run["tool"]["driver"]["rules"]
    assert log["version"] == "2.1.0"
    assert [rules[one["ruleIndex"]]["id"] for one in run["results"]] == [
        one["ruleId"] for one in run["results"]
    ]
    first, last = run["results"]
    assert first["level"] == "warning"
    place = first["locations"][0]["physicalLocation"]
    assert place == {
        "artifactLocation": {"uri": "a%20b/%C3%BC.yaml"},
        "region": {"startLine": 1, "startColumn": 1},
    }
    where = last["locations"][0]["physicalLocation"]
    assert where == {"artifactLocation": {"uri": "file:///x/y.yaml"}}


SARIF_SCHEMA = Path(__file__).parent.joinpath(
    "interop/node_modules/@microsoft/jest-sarif/lib/schemas/sarif-2.1.0-rtm.5.json"
)


@pytest.mark.skipif(not SARIF_SCHEMA.exists(), reason="npm has not installed tests/interop")
def test_sarif_is_valid_against_its_schema() -> None:
    """The schema of SARIF 2.1.0 itself accepts findings of every shape, and none."""
    schema = json.loads(SARIF_SCHEMA.read_text("utf-8"))
    validator = jsonschema.Draft4Validator(schema, format_checker=jsonschema.FormatChecker())
    places: list[dict[str, Any]] = [
        {}, {"file": "a.yaml"}, {"file": "a.yaml", "line": 1}, {"file": "-", "line": 2, "column": 3},
        {"path": "slot"}, {"file": "/a b.yaml", "path": "[0].name"}, {"file": "a#b?\u00fc.yaml"},
    ]  # fmt: skip
    findings = [
        Finding(code, severity, "what", hint, **place)
        for place in places
        for code, severity in (("EK101", "error"), ("EK601", "warning"), ("EK721", "info"))
        for hint in (None, "do")
    ]
    for some in ([], findings):
        validator.validate(json.loads(sarif(some)))
    assert not validator.is_valid({"version": "2.1.0"})


def test_the_command_tells_and_ends_with_its_code(tmp_path: Path) -> None:
    """0 without an error, 1 with one, 2 for wrong usage; the product goes to stdout."""
    write(tmp_path, {"good/a.yaml": GOOD, "bad/a.yaml": BAD, "warn/a.yaml": ENTITY})
    done = command("good", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, b"")
    assert done.stderr == b"eventkit: 1 file, 1 event: 0 errors, 0 warnings, 0 info\n"
    done = command("bad", cwd=tmp_path)
    assert done.returncode == 1
    assert done.stdout.startswith(b"bad/a.yaml:2:8: error EK101: slot.start: ")
    assert command("warn", cwd=tmp_path).returncode == 0
    assert command("warn", "--fail-on", "warning", cwd=tmp_path).returncode == 1
    assert command("bad", "--ignore", "EK101", cwd=tmp_path).returncode == 0
    assert command("bad", "--select", "XX", cwd=tmp_path).returncode == 2
    assert command("bad", "--format", "xml", cwd=tmp_path).returncode == 2
    assert command(cwd=tmp_path).returncode == 2
    done = command("-", "--format", "json", cwd=tmp_path, stdin=BAD.encode())
    assert [one["file"] for one in json.loads(done.stdout)] == ["-"]


def test_a_file_that_cannot_be_opened_does_not_hide_the_others(tmp_path: Path) -> None:
    """It is a finding of its own."""
    write(tmp_path, {"a.yaml": BAD})
    done = command("nowhere.yaml", "a.yaml", "--format", "json", cwd=tmp_path)
    assert done.returncode == 1
    codes = [(one["file"], one["code"]) for one in json.loads(done.stdout)]
    assert codes == [("nowhere.yaml", "EK013"), ("a.yaml", "EK101")]


def test_the_present_moment_can_be_set(tmp_path: Path) -> None:
    """SOURCE_DATE_EPOCH decides what is over."""
    write(
        tmp_path, {"a.yaml": GOOD + "offers: [{price: 0, currency: EUR, availability: in_stock}]\n"}
    )
    before, after = str(int(NOW.timestamp()) - 10**7), str(int(NOW.timestamp()))
    assert b"EK717" not in command(".", cwd=tmp_path, SOURCE_DATE_EPOCH=before).stdout
    assert b"EK717" in command(".", cwd=tmp_path, SOURCE_DATE_EPOCH=after).stdout


def test_the_verdict_of_google_is_told_apart(tmp_path: Path) -> None:
    """Valid is one thing, eligible another."""
    at = GOOD.replace("/clusters", "/hall").replace("Clusters", "Halls")
    at = at.replace(
        "{type: VirtualLocation, url: https://academy.alt/hall}",
        "{type: Place, name: Hall, address: Colmar}",
    )
    write(tmp_path, {"a.yaml": GOOD, "b.yaml": at})
    done = command(".", "--profile", "google", "--level", "warning", cwd=tmp_path)
    assert done.returncode == 0
    assert done.stdout.startswith(b"./a.yaml:6:1: warning EK601: locations: not eligible")
    assert done.stderr.endswith(b"Google's event experience: 1 of 2 events eligible\n")


def test_pyproject_says_what_holds_where(tmp_path: Path) -> None:
    """The nearest one counts, patterns are relative to it, the command line comes on top."""
    table = '[tool.eventkit.lint]\nignore = ["EK742"]\nexclude = ["skip*"]\n'
    folders = (
        '[tool.eventkit.lint.per-folder]\n"in/google" = {profile = "google", select = ["EK6"]}\n'
    )
    write(
        tmp_path,
        {
            "pyproject.toml": table + folders, "in/a.yaml": ENTITY, "skipped/a.yaml": BAD,
            "in/google/b.yaml": ENTITY.replace("/clusters", "/b").replace("SMEs", "b"),
            "own/pyproject.toml": "[tool.eventkit.lint]\n",
            "own/c.yaml": ENTITY.replace("/clusters", "/c").replace("SMEs", "c"),
        },
    )  # fmt: skip
    done = command(".", "--format", "json", "--level", "warning", cwd=tmp_path)
    found = [(one["file"], one["code"]) for one in json.loads(done.stdout)]
    assert found == [("./in/google/b.yaml", "EK601"), ("./own/c.yaml", "EK742")]
    assert b"EK101" in command("skipped/a.yaml", cwd=tmp_path).stdout
    write(tmp_path, {"pyproject.toml": "[tool.eventkit.lint]\nselct = []\n"})
    done = command("in", cwd=tmp_path)
    assert done.returncode == 2
    assert b"unknown key 'selct'" in done.stderr


def test_a_missing_extra_leaves_out_only_its_files(tmp_path: Path) -> None:
    """The rest of the folder is checked; the finding says what to install."""
    write(tmp_path, {"a.html": "<p>no event</p>", "b.yaml": ENTITY})
    code = (
        "import sys; sys.modules['selectolax.lexbor'] = None\n"
        "from eventkit.cli import main\nsys.argv[1:] = ['lint', '.', '--fix', '--level', 'error']\n"
        "main()"
    )
    done = subprocess.run(
        [sys.executable, "-c", code], cwd=tmp_path, check=False, capture_output=True
    )
    assert done.returncode == 1
    assert done.stdout == (
        b"./a.html: error EK013: selectolax is not installed;"
        b" pip install 'webinar-eventkit[html]'\n"
    )
    assert done.stderr.endswith(b"eventkit: 2 files, 1 event: 1 error, 0 warnings, 0 info\n")
