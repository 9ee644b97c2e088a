"""What has an error is left out on request: the rest is published, and earlier pages stay."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path

import attrs
import pytest
from click.testing import CliRunner, Result
from hypothesis import given, settings
from hypothesis import strategies as st

from eventkit import codes
from eventkit.cli.app import commands
from eventkit.formats.document import to_yaml
from eventkit.formats.ical import parse as parse_ical
from eventkit.formats.ical import to_ical
from eventkit.formats.ical.reading import strict
from eventkit.formats.ical.reading.assembly import Draft
from eventkit.formats.ical.reading.doubts import doubtful
from eventkit.model import Event, EventSeries, JoinDetails, Speaker, TimeSlot, Visibility
from eventkit.publish import gather, publish, read_events
from eventkit.publish.manifest import MANIFEST
from eventkit.registry import parse
from eventkit.testing import events

BASE = "https://example.org/webinars/"
SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
ALPHA = Event(
    "Alpha",
    SLOT,
    uid="a",
    description="How **clusters** help.",
    speakers=[Speaker("Alain Tubiana")],
    series=EventSeries("Management on air"),
    in_language=["fr"],
)
BETA = Event("Beta", SLOT, uid="b", series=ALPHA.series)
QUIET = Event("Quiet one", SLOT, uid="q", visibility="unlisted")
BROKEN = "name: Alpha\nslot: {start: 2019-04-17T13:00, timezone: Europe/Berln}\n"


@pytest.fixture(autouse=True)
def _without_png() -> Iterator[None]:
    """Draw no cards, which takes longer than all the rest."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("eventkit.publish.site.painter", lambda: None)
        yield


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A folder with three files."""
    found = tmp_path / "events"
    found.mkdir()
    for event in (ALPHA, BETA, QUIET):
        (found / f"{event.uid}.yaml").write_text(to_yaml(event), "utf-8")
    return found


def _publish(folder: Path, *options: str) -> Result:
    site = folder.parent / "site"
    given = ["publish", str(folder), "-o", str(site), "--base-url", BASE, *options]
    return CliRunner().invoke(commands, given)


def _tree(folder: Path) -> dict[str, bytes]:
    site = folder.parent / "site"
    found = (path for path in site.rglob("*") if path.is_file() and path.name != MANIFEST)
    return {path.relative_to(site).as_posix(): path.read_bytes() for path in found}


def test_the_rest_is_published(folder: Path) -> None:
    """What is left out is named with what is wrong, and the exit code says that it is missing."""
    (folder / "a.yaml").write_text(BROKEN, "utf-8")
    done = _publish(folder)
    assert (done.exit_code, _tree(folder)) == (1, {})
    assert "nothing was written; --keep-going" in done.stderr
    done = _publish(folder, "--keep-going")
    assert (done.exit_code, done.stdout) == (1, "")
    assert "a.yaml:2:33: error EK115: slot.timezone: unknown time zone" in done.stderr
    assert f"left out: {folder / 'a.yaml'}\n" in done.stderr
    assert "eventkit: 2 events, " in done.stderr
    assert "events/beta/index.html" in _tree(folder)
    done = _publish(folder, "--keep-going")
    assert "0 written, 0 removed" in done.stderr
    (folder / "a.yaml").unlink()
    assert _publish(folder, "--keep-going").exit_code == 0


def test_what_is_excluded_is_not_published(folder: Path) -> None:
    """As `eventkit lint` passes it over, unless it is named."""
    drafts = folder / "drafts"
    drafts.mkdir()
    (drafts / "secret.yaml").write_text("name: Draft\nslot: {start: 2019-04-17}\n", "utf-8")
    (folder / "pyproject.toml").write_text('[tool.eventkit.lint]\nexclude = ["drafts"]\n', "utf-8")
    assert _publish(folder).exit_code == 0
    assert "events/beta/index.html" in _tree(folder)
    assert "events/draft/index.html" not in _tree(folder)
    named = read_events([str(folder), str(drafts / "secret.yaml")]).events
    assert "Draft" in [event.name for event in named]


def test_an_earlier_page_stays_as_it_was(folder: Path) -> None:
    """With its place in every list, calendar and feed, until its file can be read again."""
    assert _publish(folder).exit_code == 0
    before = _tree(folder)
    for name in "aq":
        (folder / f"{name}.yaml").write_text(BROKEN, "utf-8")
    done = _publish(folder, "--keep-going")
    assert done.exit_code == 1
    assert "kept as it was: events/alpha/" in done.stderr
    assert "3 events (2 kept as before)" in done.stderr
    assert _tree(folder) == before
    assert _publish(folder, "--keep-going").exit_code == 1
    assert _tree(folder) == before
    assert "quiet" not in (folder.parent / "site" / MANIFEST).read_text("utf-8")
    (folder / "a.yaml").write_text(to_yaml(attrs.evolve(ALPHA, name="Alpha, mended")), "utf-8")
    (folder / "q.yaml").unlink()
    done = _publish(folder)
    assert done.exit_code == 0
    assert 'url=../alpha-mended/"' in _tree(folder)["events/alpha/index.html"].decode()
    assert not any(path.startswith("events/quiet") for path in _tree(folder))


def test_what_is_removed_on_purpose_is_removed(folder: Path) -> None:
    """Though another file has an error: a file that is gone, and an event that is private now."""
    publish_all = _publish(folder)
    assert publish_all.exit_code == 0
    (folder / "a.yaml").write_text(BROKEN, "utf-8")
    (folder / "b.yaml").unlink()
    private = attrs.evolve(QUIET, visibility=Visibility.PRIVATE)
    (folder / "q.yaml").write_text(to_yaml(private), "utf-8")
    assert _publish(folder, "--keep-going").exit_code == 1
    found = _tree(folder)
    assert "events/alpha/index.html" in found
    assert not any(path.startswith(("events/beta/", "events/quiet")) for path in found)
    assert b"Beta" not in found["calendar.ics"]


def test_a_kept_address_is_given_to_no_other(folder: Path) -> None:
    """A new event of the same title gets an address of its own."""
    _publish(folder)
    before = _tree(folder)["events/alpha/index.html"]
    (folder / "a.yaml").write_text(BROKEN, "utf-8")
    (folder / "new.yaml").write_text(to_yaml(attrs.evolve(BETA, name="Alpha", uid="n")), "utf-8")
    assert _publish(folder, "--keep-going").exit_code == 1
    assert _tree(folder)["events/alpha/index.html"] == before
    assert "events/alpha-2019-04-17/index.html" in _tree(folder)


def test_a_page_that_tells_the_way_in_does_not_stay(folder: Path) -> None:
    """An address that was public becomes the way in, and the text still has it."""
    link = "https://rooms.example/clusters"
    open_house = attrs.evolve(ALPHA, description=f"Come to {link}")
    (folder / "a.yaml").write_text(to_yaml(open_house), "utf-8")
    assert _publish(folder).exit_code == 0
    closed = attrs.evolve(open_house, joining=JoinDetails(link))
    (folder / "a.yaml").write_text(to_yaml(closed), "utf-8")
    done = _publish(folder, "--keep-going")
    assert "error EK501: description: " in done.stderr
    assert "left out: 'Alpha' of " in done.stderr
    assert not any(link.encode() in data for data in _tree(folder).values())


def test_two_events_of_one_uid_are_both_left_out(folder: Path) -> None:
    """Which of the two is meant is not guessed, and the earlier page stays."""
    _publish(folder)
    before = _tree(folder)
    (folder / "copy.yaml").write_text(to_yaml(attrs.evolve(BETA, name="Copy of it")), "utf-8")
    done = _publish(folder, "--keep-going")
    assert "EK401" in done.stderr
    assert "left out: 'Beta' of " in done.stderr
    assert "left out: 'Copy of it' of " in done.stderr
    assert _tree(folder) == before


def test_a_page_does_not_stay_when_one_telling_is_private(folder: Path) -> None:
    """Though another file says that the event is public, so that it has an error."""
    _publish(folder)
    private = attrs.evolve(BETA, visibility=Visibility.PRIVATE)
    (folder / "copy.yaml").write_text(to_yaml(private), "utf-8")
    assert _publish(folder, "--keep-going").exit_code == 1
    assert "events/beta/index.html" not in _tree(folder)


def test_an_event_that_is_told_twice_is_told_from_another_one(folder: Path) -> None:
    """What to do differs: one of the two goes, or gets a uid of its own."""
    (folder / "c.yaml").write_text(to_yaml(attrs.evolve(BETA, description="More.")), "utf-8")
    (folder / "d.yaml").write_text(to_yaml(attrs.evolve(ALPHA, name="Another")), "utf-8")
    hints = {one.message.partition(",")[0]: one.hint for one in gather([str(folder)]).findings}
    assert hints == {
        f"'Beta' is told in another way in {folder / 'b.yaml'}": "remove one of the two",
        "'Another' has the uid of another event": "give one of them a uid of its own",
    }


def test_a_folder_that_is_not_there_changes_nothing(folder: Path) -> None:
    """A slip in the path does not empty the site."""
    _publish(folder)
    before = _tree(folder)
    done = _publish(folder.with_name("evnts"), "--keep-going")
    assert done.exit_code == 1
    assert "No such file or directory" in done.stderr
    assert _tree(folder) == before


def test_a_file_that_cannot_be_opened_is_a_finding(folder: Path) -> None:
    """The others are read all the same."""
    (folder / "c.yaml").symlink_to(folder / "nowhere.yaml")
    found = gather([str(folder)])
    assert [one.code for one in found.findings] == [codes.UNREADABLE]
    assert len(found.events) == 3


def test_the_summary_counts_kept_pages(tmp_path: Path) -> None:
    """As a function, too: sources are told at one time and missed at another."""
    publish([ALPHA, BETA], tmp_path, sources={"a": "a.yaml", "b": "b.yaml"})
    lost = gather([str(tmp_path / "nothing.yaml")]).left_out
    done = publish([BETA], tmp_path, left_out=attrs.evolve(lost, sources=frozenset({"a.yaml"})))
    assert (done.events, done.kept, done.removed) == (2, ("events/alpha/",), 0)


_ENTRY = "BEGIN:VEVENT\nUID:{uid}\nSUMMARY:{name}\n{lines}\nEND:VEVENT\n"
_GOOD = "DTSTART:20190417T110000Z"


def _calendar(*entries: tuple[str, str]) -> str:
    body = "".join(_ENTRY.format(uid=uid, name=uid, lines=lines) for uid, lines in entries)
    return f"BEGIN:VCALENDAR\nVERSION:2.0\nPRODID:x\n{body}END:VCALENDAR\n"


@pytest.mark.parametrize(
    ("bad", "uids"),
    [
        (("2", "COMMENT:no time"), ["1", "3"]),
        (("2", f"{_GOOD}\nRRULE:FREQ=NEVER"), ["1", "3"]),
        (("2", f"{_GOOD}\nRDATE:199709T180000Z"), ["1", "3"]),
        (("1", "RECURRENCE-ID:20190417T110000Z\nDTSTART:soon"), ["3"]),
    ],
)
def test_an_error_in_an_entry_is_about_its_event(bad: tuple[str, str], uids: list[str]) -> None:
    """Also where the event is read in part, and where the entry changes another one."""
    text = _calendar(("1", f"{_GOOD}\nRRULE:FREQ=DAILY;COUNT=3"), bad, ("3", _GOOD))
    reading = parse_ical(text)
    assert not reading.ok
    assert [event.uid for event in reading.sound] == uids


@pytest.mark.parametrize(("at", "numbers"), [(4, {0}), (9, {1}), (2, {0, 1}), (None, {0, 1})])
def test_an_error_outside_of_entries_is_about_every_event(
    at: int | None, numbers: set[int]
) -> None:
    """The second line of the calendar belongs to none, and some errors have no line."""
    calendars = strict.tokenize(_calendar(("1", _GOOD), ("2", _GOOD)))
    drafts = [Draft(one, ALPHA) for one in calendars[0].children]
    assert doubtful(calendars, drafts, [at]) == numbers
    assert doubtful(calendars, drafts, []) == set()


@given(drawn=st.lists(events(), min_size=1, max_size=4), bad=st.integers(0, 4))
@settings(max_examples=40, deadline=None)
def test_a_bad_entry_among_good_ones_costs_no_other(drawn: list[Event], bad: int) -> None:
    """Wherever it stands among whatever events."""
    known = {event.uid: event for event in drawn}
    text = to_ical(known.values())
    good = parse_ical(text)
    begin = "\r\nBEGIN:VEVENT\r\n"
    parts = text.split(begin)
    at = min(bad + 1, len(parts) - 1)
    parts[at] = f"UID:none\r\nSUMMARY:None\r\nEND:VEVENT{begin}{parts[at]}"
    reading = parse_ical(begin.join(parts))
    assert good.ok
    assert not reading.ok
    assert reading.sound == good.events


def test_a_bad_row_costs_no_other() -> None:
    """Of documents, of tables, and of lines."""
    table = "name,start,timezone\nA,2019-04-17T13:00,Europe/Paris\nB,soon,Europe/Paris\n"
    listed = "- {name: A, slot: {start: 2019-04-17}}\n- {name: B}\n"
    lines = '{"name": "A", "slot": {"start": "2019-04-17"}}\n{"name": "B"}\n'
    for text, form in ((table, "csv"), (listed, "yaml"), (lines, "jsonl")):
        reading = parse(text, form)
        assert not reading.ok
        assert [event.name for event in reading.sound] == ["A"], form


def test_a_bad_talk_costs_no_other() -> None:
    """Of a schedule; but that its time zone is not known is about them all."""
    talks = [
        {"title": "A", "date": "2019-04-17T13:00:00+02:00", "duration": "01:00"},
        {"title": "B", "date": "soon", "duration": "01:00"},
    ]
    days = [{"rooms": {"Hall": talks}}]
    conference = {"title": "C", "time_zone_name": "Europe/Paris", "days": days}
    reading = parse(json.dumps({"schedule": {"conference": conference}}), "frab")
    assert not reading.ok
    assert [event.name for event in reading.sound] == ["A"]
    conference["time_zone_name"] = "Europe/Pariss"
    reading = parse(json.dumps({"schedule": {"conference": conference}}), "frab")
    assert len(reading.events) == 1
    assert reading.sound == ()


def test_where_the_reader_does_not_tell_no_event_is_sound() -> None:
    """A page whose time contradicts its zone is read in part, and not to be relied on."""
    page = (
        '{"@context": "https://schema.org", "@type": "Event", "name": "A",'
        ' "startDate": "2019-04-17T13:00:00+02:00", "eventStatus": "https://schema.org/Evnt"}'
    )
    reading = parse(page, "jsonld")
    assert reading.events
    assert not reading.ok
    assert reading.sound == ()
