"""Markdown with front matter: a site's own keys, positions, and what has no place."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from eventkit import Reading, codes, lint, parse, read

CORPUS = Path(__file__).parent.parent / "../shared/corpus/sorse/_events/talks"
MAPPING = """\
[front_matter]
"people[].name" = "speakers[].name"
"people[].firms[].name" = "speakers[].affiliations[].organization"
"links[]" = "offers[].url"
video = "recordings.0.url"
[slot]
date = "day"
start = "times.0.from"
end = "times.0.to"
timezone = "tz"
default_timezone = "Europe/Berlin"
[values.lang]
English = "en"
[constants]
organizer = "gnomon academy"
[ignore]
keys = ["doi"]
"""


def reading(tmp_path: Path, text: str, mapping: str = MAPPING) -> Reading:
    (tmp_path / "eventkit.toml").write_text(mapping, "utf-8")
    folder = tmp_path / "_events"
    folder.mkdir(exist_ok=True)
    (folder / "a.md").write_text(text, "utf-8")
    return read(folder / "a.md")


def test_our_own_keys_need_no_mapping() -> None:
    """The body is the description, with its paragraphs."""
    text = "---\ntitle: A\nslot: {start: 2019-04-17}\nlayout: event\n---\n\nOne.\n\nTwo.\n"
    found = parse(text)
    (event,) = found.events
    assert (event.name, event.description, found.findings) == ("A", "One.\n\nTwo.", ())
    toml = "+++\nname = 'A'\ndescription = 'B'\n[slot]\nstart = 2019-04-17\n+++\nbody\n"
    assert parse(toml).events[0].description == "B"


def test_a_mapping_makes_an_event_of_other_keys(tmp_path: Path) -> None:
    """Lists in lists keep their members together; words are translated, gaps filled."""
    text = (
        "---\ntitle: A\nday: 2019-04-17\ntimes: [{from: '9:30', to: '10:30'}]\nlang: English\n"
        "people:\n- name: Anna\n  firms: [{name: one}, {name: two}]\n- {name: Ben}\ndoi: x\n"
        "links: https://academy.alt/a\nvideo: https://academy.alt/v\n---\nText.\n"
    )
    found = reading(tmp_path, text)
    assert found.findings == ()
    (event,) = found.events
    assert event.slot.start.isoformat() == "2019-04-17T09:30:00+02:00"
    assert event.slot.end and event.slot.end.isoformat() == "2019-04-17T10:30:00+02:00"
    assert [one.name for one in event.speakers] == ["Anna", "Ben"]
    assert [held.organization.name for held in event.speakers[0].affiliations] == ["one", "two"]
    assert event.in_language == ("en",)
    assert event.organizer and event.organizer.name == "gnomon academy"
    assert event.offers[0].url == "https://academy.alt/a"


@pytest.mark.parametrize(
    ("day", "start", "said"),
    [
        ("2022-11-07", "12:00 -0800", "2022-11-07T12:00:00-08:00"),
        ("2022-11-07", "2022-11-08 12:00", "2022-11-08T12:00:00-08:00"),
        ("2022-11-07 12:00:00 -0800", None, "2022-11-07T12:00:00-08:00"),
        ("2022-11-07", "2022-11-07T20:00:00Z", None),
        ("2022-11-07", None, "2022-11-07"),
    ],
)
def test_times_are_put_together(
    day: str, start: str | None, said: str | None, tmp_path: Path
) -> None:
    """Date and time, each with an offset or not; an offset beside a zone is checked."""
    times = f"times: [{{from: '{start}'}}]\n" if start else ""
    text = f"---\ntitle: A\nday: '{day}'\n{times}tz: America/Los_Angeles\n---\n"
    found = reading(tmp_path, text)
    if said is None:
        assert [one.code for one in found.findings] == [codes.OFFSET_CONTRADICTS_ZONE]
    else:
        assert [event.slot.start.isoformat() for event in found.events] == [said]


def test_findings_have_the_line_of_the_site_s_own_key(tmp_path: Path) -> None:
    """Of readers and of rules; the description is at the first line of the body."""
    text = (
        "---\n# kept\ntitle: A &amp; B\ntz: America/Los_Angeles\nday: 2022-11-07\n"
        "times:\n- from: 12:00 -0700\npeople:\n- name: TBA\n---\n\n\nText &amp; more.\n"
    )
    found = reading(tmp_path, text)
    assert [(one.code, one.line) for one in found.findings] == [("EK101", 7)]
    good = reading(tmp_path, text.replace("-0700", "-0800"))
    told = [(one.code, one.line) for one in lint(good, ignore=["EK404", "EK72", "EK76", "EK77"])]
    assert told == [("EK742", 3), ("EK731", 9), ("EK742", 13)]


def test_what_has_no_place_is_a_finding(tmp_path: Path) -> None:
    """A key nobody knows, and members of a list of which only one is taken."""
    text = "---\ntitle: A\nday: 2019-04-17\ntimes: [{from: '9:00'}, {from: '10:00'}]\nfoo: 1\n---\n"
    found = reading(tmp_path, text)
    assert [(one.code, one.path, one.line) for one in found.findings] == [
        ("EK011", "times", 4),
        ("EK011", "foo", 5),
    ]


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("title: A\n", "EK001"),
        ("---\ntitle: A\n", "EK001"),
        ("---\n- a\n---\n", "EK005"),
        ("---\ntitle: [\n---\n", "EK001"),
        ("---\n---\nText\n", "EK004"),
        ("---\ntitle: A\ntitle: B\nslot: {start: 2019-04-17}\n---\n", "EK002"),
        ("+++\ntitle = \n+++\n", "EK001"),
    ],
)
def test_what_is_no_front_matter_is_refused(text: str, code: str) -> None:
    """With the line, and without an exception."""
    found = parse(text, "markdown")
    assert code in [one.code for one in found.errors]
    assert all(one.line for one in found.errors)


@pytest.mark.parametrize(
    ("mapping", "said"),
    [
        ("[front_matter]\na = 'nme'\n", "no key 'nme'"),
        ("[slot]\nbegin = 'a'\n", "no key 'begin'"),
        ("[other]\n", "unknown table 'other'"),
        ("[front_matter]\na = 1\n", "no text"),
        ("[front_matter\n", "no TOML"),
    ],
)
def test_a_mapping_that_is_not_understood_is_told(mapping: str, said: str, tmp_path: Path) -> None:
    """Instead of reading events without it."""
    found = reading(tmp_path, "---\ntitle: A\nslot: {start: 2019-04-17}\n---\n", mapping)
    assert said in found.errors[0].message


SORSE = """\
[front_matter]
"authors[].name" = "speakers[].name"
"authors[].affiliation[]" = "speakers[].affiliations[].organization"
recording_url = "recordings.0.url"
registration_url = "offers.0.url"
[slot]
start = "time.0.0.start"
end = "time.0.0.end"
[lookups]
"authors[].affiliation[]" = "affiliations[index].name"
[values.language]
English = "en"
[ignore]
keys = ["author", "category", "doi", "date", "slides", "language"]
"""


def test_a_number_names_a_member_of_another_list(tmp_path: Path) -> None:
    """One or several; a number that nobody has is a finding at its line."""
    text = (
        "---\ntitle: A\ntime:\n- - start: 2020-10-07T16:30:00Z\nauthors:\n- {name: Anna, affiliation: 2}\n"
        "- name: Ben\n  affiliation: [1, 2]\n- name: Cleo\n  affiliation: 3\naffiliations:\n"
        "- {name: University of X, index: 1}\n- {name: Institute Y, index: 2}\n---\nText.\n"
    )
    found = reading(tmp_path, text, SORSE)
    (event,) = found.events
    assert [
        (one.name, [held.organization.name for held in one.affiliations]) for one in event.speakers
    ] == [("Anna", ["Institute Y"]), ("Ben", ["University of X", "Institute Y"]), ("Cleo", [])]
    assert [(one.code, one.line, one.message) for one in found.findings] == [
        (codes.NOT_CARRIED, 10, "no member of affiliations has index '3'")
    ]


def test_a_lookup_must_name_a_member(tmp_path: Path) -> None:
    """What it cannot mean is refused."""
    wrong = SORSE.replace("affiliations[index].name", "affiliations")
    found = reading(tmp_path, "---\ntitle: A\n---\n", wrong)
    assert [one.code for one in found.findings] == [codes.INVALID_VALUE]


@pytest.mark.skipif(not CORPUS.is_dir(), reason="the corpus is not there")
def test_real_events_are_read_with_their_affiliations(tmp_path: Path) -> None:
    """Every talk of SORSE whose time is told has its authors, each with their organisations."""
    (tmp_path / "eventkit.toml").write_text(SORSE, "utf-8")
    count = 0
    for file in sorted(CORPUS.glob("*.md")):
        text = file.read_text("utf-8")
        told = yaml.safe_load(text.split("---\n")[1])
        names = {one["index"]: one["name"] for one in told.get("affiliations") or []}
        (tmp_path / file.name).write_text(text, "utf-8")
        events = read(tmp_path / file.name).events
        if not told.get("time") or not events:
            continue
        count += 1
        for author, speaker in zip(told["authors"], events[0].speakers, strict=True):
            numbers = author.get("affiliation")
            listed = numbers if isinstance(numbers, list) else [numbers] if numbers else []
            held = [one.organization.name for one in speaker.affiliations]
            assert held == [names[number] for number in listed], file.name
    assert count >= 20
