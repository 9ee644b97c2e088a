"""Mending: what has one safe answer is changed, and nothing else in the file."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from eventkit import Finding, Reading, parse
from eventkit.linter import Linter
from eventkit.linter.fixes import fixed

HEAD = """\
# a comment   that stays
name: "Clusters"   # and this one
slot: {start: 2019-04-17T13:00, end: 2019-04-17T14:00, timezone: Europe/Paris}
url: https://academy.alt/clusters
"""


def mended(text: str, form: str = "yaml") -> tuple[str, int]:
    def check(source: str) -> tuple[Reading, list[Finding]]:
        reading = parse(source, form)
        return reading, Linter().check(reading)

    return fixed(text, check)


@pytest.mark.parametrize(
    ("wrong", "right"),
    [
        ("description: one &amp; two &quot;x&quot; &#233;t&eacute;\n", 'description: one & two "x" été\n'),
        ("description: |\n  a\n\n  b &amp; c\n", "description: |\n  a\n\n  b & c\n"),
        ("speaker:\n- name: Anna\n", "speakers:\n- name: Anna\n"),
        ("status: canceled\n", "status: cancelled\n"),
        ("offers: [{price: 10, currency: eur}]\n", "offers: [{price: 10, currency: EUR}]\n"),
        ("organizer: {name: UK UK, country: UK}\n", "organizer: {name: UK UK, country: GB}\n"),
    ],
)  # fmt: skip
def test_one_safe_answer_is_given(wrong: str, right: str) -> None:
    """Comments, quotes and everything around stay as they are."""
    assert mended(HEAD + wrong)[0] == HEAD + right


def test_a_zone_without_a_place_becomes_one_with_the_same_instants() -> None:
    """In every format, with the sign of Etc/GMT turned round."""
    text = HEAD.replace("Europe/Paris", "EST5EDT")
    assert mended(text)[0] == HEAD.replace("Europe/Paris", "America/New_York")
    text = (
        '{"name": "A", "slot": {"start": "2019-04-17T13:00", "timezone": "Etc/GMT+5"}, "uid": "1"}'
    )
    assert mended(text, "json") == (text.replace("Etc/GMT+5", "-05:00"), 1)


@pytest.mark.parametrize(
    ("form", "wrong", "right"),
    [
        (
            "yaml",
            "name: A\nslot:\n  start: 2019-04-17\n",
            "name: A\nuid: {0}\nslot:\n  start: 2019-04-17\n",
        ),
        (
            "yaml",
            "slot: {start: 2019-04-17}\nname: >\n  A\n",
            "slot: {start: 2019-04-17}\nuid: {0}\nname: >\n  A\n",
        ),
        (
            "yaml",
            "- name: A\n  slot: {start: 2019-04-17}\n- name: B\n  slot: {start: 2019-04-17}\n",
            "- name: A\n  uid: {0}\n  slot: {start: 2019-04-17}\n- name: B\n  uid: {1}\n  slot: {start: 2019-04-17}\n",
        ),
        ("yaml", "{name: A, slot: {start: 2019-04-17}}", "{uid: {0}, name: A, slot: {start: 2019-04-17}}"),
        (
            "json",
            '{"name": "A", "slot": {"start": "2019-04-17"}}',
            '{"uid": "{0}", "name": "A", "slot": {"start": "2019-04-17"}}',
        ),
        (
            "toml",
            'name = "A"\n[slot]\nstart = "2019-04-17"\n',
            'name = "A"\nuid = "{0}"\n[slot]\nstart = "2019-04-17"\n',
        ),
    ],
)  # fmt: skip
def test_the_uid_that_it_has_is_written(form: str, wrong: str, right: str) -> None:
    """So that the title can be corrected; the event stays the same."""
    before = parse(wrong, form).events
    for number, event in enumerate(before):
        right = right.replace(f"{{{number}}}", event.uid)
    assert mended(wrong, form) == (right, len(before))
    assert parse(right, form).events == before


def test_the_uid_outlives_the_title_that_is_mended() -> None:
    """Two of one title are told apart by no one but their author."""
    text, changes = mended("name: a &amp; b\nslot: {start: 2019-04-17}\n")
    (event,) = parse(text, "yaml").events
    assert (event.name, changes) == ("a & b", 2)
    assert event.uid == parse("name: a &amp; b\nslot: {start: 2019-04-17}\n", "yaml").events[0].uid
    twice = "- name: A\n  slot: {start: 2019-04-17}\n- name: A\n  slot: {start: 2019-04-18}\n"
    assert mended(twice) == (twice, 0)


@pytest.mark.parametrize(
    "text",
    [
        HEAD + "description: &lt;b&gt;\n",  # would be markup
        'name: "a &quot; b"\nuid: "1"\nslot: {start: 2019-04-17}\n',  # would end the text
        HEAD.replace("Paris", "Pari"),  # a guess
        HEAD + "duration: one hour\n",  # another word than description
        HEAD + "tags: [one]\n",  # it may mean keywords, but does not say so
        HEAD.replace("name:", "title:"),
        HEAD + "status: moved\n",  # to another day, or online
        *(HEAD.replace("Europe/Paris", name) for name in ("EST", "CET", "MST", "HST")),
        *(HEAD.replace("Europe/Paris", n).replace("-04-", "-01-") for n in ("EST", "CET")),
        HEAD + "description: |\n  ```\n  &amp;\n  ```\n",  # no fault
        HEAD,
    ],
)
def test_what_is_not_safe_is_left_alone(text: str) -> None:
    """Also where the change would break the file or make another event."""
    assert mended(text) == (text, 0)


def test_the_command_shows_what_it_changes(tmp_path: Path) -> None:
    """The diff goes to stderr, the findings that are left to stdout; line ends stay."""
    path = tmp_path / "a.yaml"
    path.write_bytes((HEAD + "description: a &amp; b\n").replace("\n", "\r\n").encode())
    done = subprocess.run(
        [sys.executable, "-m", "eventkit", "lint", "--fix", "--level", "warning", "a.yaml"],
        cwd=tmp_path,
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONWARNINGS": "error"},
    )
    assert (done.returncode, done.stdout) == (0, b"")
    assert b"-description: a &amp; b" in done.stderr
    assert b"+description: a & b" in done.stderr
    assert b"Europe/Paris" not in done.stderr
    assert path.read_bytes() == (HEAD + "description: a & b\n").replace("\n", "\r\n").encode()
