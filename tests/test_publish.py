"""A folder of events becomes a site: complete, public, the same every time."""

from __future__ import annotations

import http.client
import json
import multiprocessing
import os
import signal
import subprocess
import sys
import threading
import urllib.request
from datetime import UTC, date, datetime
from pathlib import Path
from urllib.parse import unquote, urljoin
from xml.etree import ElementTree

import attrs
import html5lib
import icalendar
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit.errors import InvalidValueError, PublicSecretError, WriteError
from eventkit.formats.document import to_yaml
from eventkit.formats.ical import to_ical
from eventkit.model import (
    Event,
    EventSeries,
    JoinDetails,
    Speaker,
    TimeSlot,
    VirtualLocation,
)
from eventkit.publish import Site, publish, read_events
from eventkit.publish.card import card
from eventkit.publish.manifest import MANIFEST
from eventkit.publish.preview import Preview, watch
from eventkit.publish.slugs import event_slugs, slug
from eventkit.registry import parse
from eventkit.testing import SECRET, events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
LATER = TimeSlot.local("2019-05-15 13:00", "14:00", "Europe/Paris")
WAY_IN = JoinDetails(f"https://meet.example/{SECRET}?pwd={SECRET}", passcode=SECRET)
BASE = "https://example.org/webinars/"
_NS = "{http://www.w3.org/1999/xhtml}"

FIRST = Event(
    "Clusters and SMEs",
    SLOT,
    description="How **clusters** help.",
    speakers=[Speaker("Alain Tubiana"), Speaker("Zoë Müller")],
    series=EventSeries("Management on air"),
    joining=WAY_IN,
    locations=[VirtualLocation("https://example.org/live")],
    in_language=["en", "it"],
    updated=datetime(2019, 3, 5, 9, tzinfo=UTC),
)
SECOND = Event("Second", LATER, series=FIRST.series, speakers=FIRST.speakers[:1])
UNLISTED = Event("Unlisted", LATER, visibility="unlisted", series=EventSeries("Hidden series"))
PRIVATE = Event("Private matters", LATER, visibility="private", joining=WAY_IN)
CONFIDENTIAL = Event("Confidential matters", LATER, visibility="confidential")
ALL = [FIRST, SECOND, UNLISTED, PRIVATE, CONFIDENTIAL]


def _tree(folder: Path) -> dict[str, bytes]:
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file()
    }


def test_the_site_has_everything(tmp_path: Path) -> None:
    """A page, a calendar and a card for each event; lists, calendars, feeds, sitemap, data."""
    done = publish(ALL, tmp_path / "public", base_url=BASE, title="Ours")
    found = _tree(tmp_path / "public")
    assert (done.events, done.hidden, done.removed) == (3, 2, 0)
    assert done.files == done.written == len(found) - 1
    for path in (
        "index.html",
        "calendar.ics",
        "feed.xml",
        "feed.json",
        "sitemap.xml",
        "events.jsonld",
        "events/clusters-and-smes/index.html",
        "events/clusters-and-smes/event.ics",
        "events/clusters-and-smes/card.svg",
        "events/unlisted/index.html",
        "series/management-on-air/index.html",
        "series/management-on-air/calendar.ics",
        "speakers/zoe-muller/index.html",
        "languages/it/calendar.ics",
    ):
        assert path in found
    calendar = icalendar.Calendar.from_ical(found["series/management-on-air/calendar.ics"])
    assert {str(entry["SUMMARY"]) for entry in calendar.events} == {"Clusters and SMEs", "Second"}
    (alone,) = icalendar.Calendar.from_ical(found["languages/it/calendar.ics"]).events
    assert alone["URL"] == f"{BASE}events/clusters-and-smes/"
    assert len(parse(found["events.jsonld"], "jsonld").or_raise().events) == 2


def test_what_is_not_public_is_nowhere(tmp_path: Path) -> None:
    """Neither the way in nor a private event, in no file; an unlisted one only in its page."""
    session = attrs.evolve(PRIVATE, name="Private session")
    publish([*ALL, Event("Open", SLOT, sub_events=[session])], tmp_path, base_url=BASE)
    for path, data in _tree(tmp_path).items():
        if path.endswith(".png"):
            continue  # drawn of the SVG beside it
        for text in (SECRET, "Private matters", "Confidential matters", "Private session"):
            assert text.encode() not in data, path
        if not path.startswith("events/unlisted/"):
            assert b"Unlisted" not in data, path
            assert b"events/unlisted" not in data, path
    assert b'content="noindex"' in (tmp_path / "events/unlisted/index.html").read_bytes()


@given(drawn=st.lists(events(), min_size=1, max_size=4))
@settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_any_events_make_a_site_without_secrets(drawn: list[Event]) -> None:
    """Hostile titles and names become addresses and text; the same events, the same bytes."""
    found = list({event.uid: event for event in drawn}.values())
    site = Site(found, base_url=BASE)
    made = {path: make() for path, make in site.files() if not path.endswith(".png")}
    assert len(made) <= site.number()
    for path, text in made.items():
        assert isinstance(text, str)
        assert SECRET not in text
        assert ".." not in path.split("/")
        if path.endswith(".html"):
            tree = html5lib.parse(text)
            scripts = [node.get("type") for node in tree.iter(f"{_NS}script")]
            assert scripts in ([], [None], ["application/ld+json", None])
        if path.endswith((".svg", ".xml")):
            ElementTree.fromstring(text)
    again = Site(found[::-1], base_url=BASE)
    files = [(path, make) for path, make in again.files() if path in made]
    assert {path: make() for path, make in files} == made


def test_every_link_within_the_site_leads_somewhere(tmp_path: Path) -> None:
    """From every page, with what is percent-encoded in it."""
    names = ["Ünïcode – “title”", "日本語のイベント", "../../etc/passwd", "con", "?!?", "a" * 300]
    found = [
        Event(name, SLOT, uid=str(n), speakers=[Speaker(name)], series=EventSeries(name))
        for n, name in enumerate(names)
    ]
    publish(found, tmp_path)
    pages = [path for path in tmp_path.rglob("*.html")]
    assert len(pages) == 1 + 3 * len(names)
    for page in pages:
        for node in html5lib.parse(page.read_text("utf-8")).iter(f"{_NS}a"):
            link = node.get("href")
            if link.startswith(("http", "data:", "webcal:", "#", "mailto:")):
                continue
            target = tmp_path / unquote(
                urljoin(f"/{page.relative_to(tmp_path).as_posix()}", link)
            ).lstrip("/")
            assert (target / "index.html" if link.endswith("/") else target).is_file(), link


def test_nothing_is_written_a_second_time(tmp_path: Path) -> None:
    """The same events leave every file untouched; one change writes what it concerns."""
    publish(ALL, tmp_path, base_url=BASE)
    before = {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")}
    done = publish(ALL[::-1], tmp_path, base_url=BASE)
    assert (done.written, done.removed) == (0, 0)
    assert {path: path.stat().st_mtime_ns for path in tmp_path.rglob("*")} == before
    publish([attrs.evolve(SECOND, description="New."), *ALL[:1], *ALL[2:]], tmp_path, base_url=BASE)
    changed = {
        path.relative_to(tmp_path).as_posix()
        for path, when in before.items()
        if path.is_file() and path.stat().st_mtime_ns != when
    }
    assert "events/second/index.html" in changed
    assert not any(path.startswith("events/clusters") for path in changed)
    assert "index.html" not in changed


def test_a_changed_title_leaves_a_way_from_the_old_address(tmp_path: Path) -> None:
    """Also after another change, and not where the old address is taken again."""
    publish([FIRST, SECOND], tmp_path, base_url=BASE)
    publish([attrs.evolve(FIRST, name="Renamed"), SECOND], tmp_path, base_url=BASE)
    publish([attrs.evolve(FIRST, name="Renamed again"), SECOND], tmp_path, base_url=BASE)
    for old in ("clusters-and-smes", "renamed"):
        page = (tmp_path / f"events/{old}/index.html").read_text("utf-8")
        assert 'content="0; url=../renamed-again/"' in page
        assert not (tmp_path / f"events/{old}/event.ics").exists()
    assert f"{BASE}events/renamed/" not in (tmp_path / "sitemap.xml").read_text("utf-8")
    new = Event("Renamed", LATER, uid="new")
    publish([attrs.evolve(FIRST, name="Renamed again"), SECOND, new], tmp_path, base_url=BASE)
    assert "refresh" not in (tmp_path / "events/renamed/index.html").read_text("utf-8")


def test_what_is_no_more_is_removed_and_nothing_else(tmp_path: Path) -> None:
    """Files of the author stay, and empty folders go."""
    publish(ALL, tmp_path)
    (tmp_path / "CNAME").write_text("example.org", "utf-8")
    done = publish([FIRST], tmp_path)
    assert done.removed > 0
    assert not (tmp_path / "events/second").exists()
    assert (tmp_path / "CNAME").read_text("utf-8") == "example.org"
    assert (tmp_path / "events/clusters-and-smes/index.html").exists()


def test_an_unlisted_event_is_removed_too(tmp_path: Path) -> None:
    """Though the site does not keep its name."""
    publish(ALL, tmp_path)
    assert publish(ALL, tmp_path).written == 0
    assert publish([FIRST, SECOND], tmp_path).removed >= 3
    assert not (tmp_path / "events/unlisted").exists()


def test_an_error_leaves_the_site_as_it_was(tmp_path: Path) -> None:
    """Also one that shows while pages are made, and nothing is left beside the site."""
    folder = tmp_path / "public"
    publish([FIRST], folder)
    before = _tree(tmp_path)
    link = "https://intern.example/rooms/42"
    told = attrs.evolve(SECOND, description=f"Come to {link}", joining=JoinDetails(link))
    with pytest.raises(PublicSecretError, match="^description of 'Second'"):
        publish([attrs.evolve(FIRST, description="Changed"), told], folder)
    assert _tree(tmp_path) == before


def _stopping(monkeypatch: pytest.MonkeyPatch, at: int, with_: BaseException) -> None:
    """Let the replacement of one file fail."""
    replace, calls = os.replace, iter(range(1000))

    def stop(source: Path, target: Path) -> None:
        if next(calls) == at:
            raise with_
        replace(source, target)

    monkeypatch.setattr(os, "replace", stop)


@pytest.mark.parametrize("at", [0, 1, 5, 10])
def test_ctrl_c_leaves_the_old_site(
    tmp_path: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Also while files are being put into their places; nothing is left beside it."""
    publish([FIRST, SECOND], tmp_path / "public")
    before = _tree(tmp_path / "public")
    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        _stopping(patch, at, KeyboardInterrupt())
        publish([attrs.evolve(FIRST, name="Changed"), ALL[-1]], tmp_path / "public")
    assert _tree(tmp_path / "public") == before
    assert sorted(path.name for path in tmp_path.iterdir()) == ["public"]


@pytest.mark.parametrize("at", [0, 1, 5, 10])
def test_after_a_power_cut_the_next_run_leaves_nothing_behind(
    tmp_path: Path, at: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Each file is whole, and what only the broken run made is known to the next one."""
    folder, half = tmp_path / "public", [attrs.evolve(FIRST, name="Half"), *ALL[2:]]
    publish([FIRST, SECOND], folder)
    before = _tree(folder)
    publish([FIRST, SECOND], tmp_path / "meant")
    publish(half, tmp_path / "meant")
    meant = _tree(tmp_path / "meant")
    with monkeypatch.context() as patch, pytest.raises(OSError, match="power cut"):
        _stopping(patch, at, OSError("power cut"))
        publish(half, folder)
    for path, data in _tree(folder).items():
        assert path == MANIFEST or data in (before.get(path), meant.get(path)), path
    publish([SECOND], folder)
    publish([SECOND], tmp_path / "fresh")
    assert _tree(folder).keys() == _tree(tmp_path / "fresh").keys()


def test_a_folder_that_is_not_ours_is_refused(tmp_path: Path) -> None:
    """Neither another's index.html nor a manifest that leads out of the folder is followed."""
    (tmp_path / "index.html").write_text("mine", "utf-8")
    with pytest.raises(WriteError, match="did not make"):
        publish([FIRST], tmp_path)
    assert (tmp_path / "index.html").read_text("utf-8") == "mine"
    other = tmp_path / "site"
    publish([FIRST], other)
    found = json.loads((other / MANIFEST).read_text("utf-8"))
    for files in (["../index.html"], ["/etc/hosts"], ["a/../../index.html"], [1], "x", None):
        (other / MANIFEST).write_text(json.dumps({**found, "files": files}), "utf-8")
        with pytest.raises(WriteError, match="damaged"):
            publish([SECOND], other)
    assert (tmp_path / "index.html").exists()
    with pytest.raises(InvalidValueError, match="no address of a site"):
        publish([FIRST], tmp_path / "new", base_url="example.org")
    with pytest.raises(InvalidValueError, match="two events have the uid"):
        publish([FIRST, attrs.evolve(SECOND, uid=FIRST.uid)], tmp_path / "new")


def test_addresses_are_readable_and_apart() -> None:
    """The title; the date where titles are alike; a piece of the uid where that is not enough."""
    assert slug("Clusters & SMEs: a way to face globalisation?") == (
        "clusters-smes-a-way-to-face-globalisation"
    )
    assert [slug(text) for text in ("Zoë Straße", "...", "CON", "日本語")] == [
        "zoe-strasse",
        "event",
        "con-1",
        "日本語",
    ]
    assert len(slug("word " * 100)) <= 80
    same = [
        Event("A", SLOT, uid="1"),
        Event("A", LATER, uid="2"),
        Event("a!", LATER, uid="3"),
        Event("B", SLOT, uid="4"),
    ]
    found = event_slugs(same)
    assert (found["1"], found["4"]) == ("a-2019-04-17", "b")
    assert found["2"].startswith("a-2019-05-15-")
    assert len(set(found.values())) == 4


def test_the_sitemap_tells_when_pages_changed() -> None:
    """Only where that is known."""
    sitemap = dict(Site([FIRST, SECOND], base_url=BASE).files())["sitemap.xml"]()
    rows = [[child.text for child in node] for node in ElementTree.fromstring(sitemap)]
    assert rows == [
        [BASE],
        [f"{BASE}events/second/"],
        [f"{BASE}events/clusters-and-smes/", "2019-03-05"],
    ]
    assert "sitemap.xml" not in dict(Site([FIRST]).files())


def test_large_sites_have_years_and_lists_of_names() -> None:
    """The index keeps a size that can be read."""
    many = [
        Event(f"Event {n}", SLOT if n % 2 else LATER, uid=str(n), speakers=[Speaker(f"Person {n}")])
        for n in range(310)
    ]
    made = dict(Site(many).files())
    index = str(made["index.html"]())
    assert index.count('<li class="h-event"') == 300
    assert 'href="speakers/"' in index
    assert 'href="years/2019/"' in index
    assert str(made["years/2019/index.html"]()).count('<li class="h-event"') == 310
    names = str(made["speakers/index.html"]())
    assert 'href="person-7/"' in names
    assert 'class="h-event"' not in names


def test_a_card_shows_the_title_whatever_it_is() -> None:
    """In lines that fit; what is too long is cut."""
    text = card(attrs.evolve(FIRST, name="A <b> & " + "long title " * 60))
    ElementTree.fromstring(text)
    assert "A &lt;b&gt; &amp; long" in text
    assert "\u2026" in text
    assert "Wednesday, 17 April 2019, 13:00\u201314:00" in text
    assert "Alain Tubiana, Zo\u00eb M\u00fcller" in text


def test_cards_and_lists_show_all_days() -> None:
    """Whole days, and a night between two; a zone that says no more than the offset is left out."""
    days = Event("A", TimeSlot(date(2016, 8, 5), date(2016, 8, 21)), uid="1")
    night = Event("B", TimeSlot.local("2016-08-05 22:00", "2016-08-06 01:00", "UTC"), uid="2")
    index = str(dict(Site([days, night]).files())["index.html"]())
    for event, text in (
        (days, "Friday, 5 August 2016 \u2013 Sunday, 21 August 2016"),
        (night, "Friday, 5 August 2016, 22:00 \u2013 Saturday, 6 August 2016, 01:00"),
    ):
        assert f">{text}</text>" in card(event)
        assert text in index.replace('<span class="time">', "").replace("</span>", "")
    assert ">UTC</text>" in card(night)


def test_cards_are_pictures_where_that_is_possible(tmp_path: Path) -> None:
    """A PNG of the size that networks want, drawn anew only when the card has changed."""
    pytest.importorskip("resvg_py")
    publish([FIRST, SECOND], tmp_path, base_url=BASE)
    path = tmp_path / "events/second/card.png"
    head = path.read_bytes()[:24]
    assert head[:8] == b"\x89PNG\r\n\x1a\n"
    assert (int.from_bytes(head[16:20]), int.from_bytes(head[20:24])) == (1200, 630)
    page = (tmp_path / "events/second/index.html").read_text("utf-8")
    assert f'property="og:image" content="{BASE}events/second/card.png"' in page
    before = path.stat().st_mtime_ns
    publish([FIRST, attrs.evolve(SECOND, description="New")], tmp_path, base_url=BASE)
    assert path.stat().st_mtime_ns == before
    drawn: list[str] = []
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("eventkit.publish.site.painter", lambda: drawn.append)
        publish([FIRST, SECOND], tmp_path, base_url=BASE, title="Another title of the site")
    assert drawn == []
    publish([FIRST, attrs.evolve(SECOND, slot=SLOT)], tmp_path, base_url=BASE)
    assert path.stat().st_mtime_ns != before


def _write_folder(folder: Path) -> None:
    folder.mkdir()
    (folder / "first.yaml").write_text(to_yaml(FIRST), "utf-8")
    (folder / "rest.yaml").write_text(to_yaml([SECOND, PRIVATE]), "utf-8")
    (folder / "copy.yaml").write_text(to_yaml(FIRST), "utf-8")


def _run(*arguments: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "eventkit", "publish", *arguments],
        cwd=cwd,
        capture_output=True,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1", **variables},
        check=False,
    )


def test_the_command_makes_a_site_from_a_folder(tmp_path: Path) -> None:
    """It says what was written, and the second time that nothing was."""
    _write_folder(tmp_path / "events")
    done = _run("events", "-o", "public", "--base-url", BASE, "--language", "it", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (0, "")
    assert "2 events (1 not public), " in done.stderr
    assert "Aggiungi al calendario" in (tmp_path / "public/events/second/index.html").read_text(
        "utf-8"
    )
    done = _run("events", "-o", "public", "--base-url", BASE, "--language", "it", cwd=tmp_path)
    assert ": 0 written, 0 removed" in done.stderr


def test_the_command_takes_the_times_of_files_for_the_feed(tmp_path: Path) -> None:
    """No clock: two folders get the same bytes, and SOURCE_DATE_EPOCH is the latest time."""
    _write_folder(tmp_path / "events")
    os.utime(tmp_path / "events/rest.yaml", (1_551_430_800, 1_551_430_800))
    for folder in ("a", "b"):
        assert _run("events", "-o", folder, cwd=tmp_path).returncode == 0
    assert _tree(tmp_path / "a") == _tree(tmp_path / "b")
    assert "<updated>2019-03-01T09:00:00Z</updated>" in (tmp_path / "a/feed.xml").read_text("utf-8")
    _run("events", "-o", "c", cwd=tmp_path, SOURCE_DATE_EPOCH="1551427200")
    assert "<updated>2019-03-01T08:00:00Z</updated>" in (tmp_path / "c/feed.xml").read_text("utf-8")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("name: A\nslot: {start: 2019-04-17T13:00, timezone: Europe/Berln}\n", "EK115"),
        (f"name: Other\nuid: {SECOND.uid}\nslot: {{start: 2019-04-17}}\n", "EK401"),
        (
            "name: A\nslot: {start: 2019-04-17}\ndescription: https://zoom.us/j/1234567890?pwd=abc\n",
            "EK501",
        ),
    ],
)
def test_the_command_writes_nothing_when_something_is_wrong(
    tmp_path: Path, text: str, code: str
) -> None:
    """A typing error, two events of one uid, a join link in a text: exit 1 and no folder."""
    _write_folder(tmp_path / "events")
    (tmp_path / "events/wrong.yaml").write_text(text, "utf-8")
    done = _run("events", "-o", "public", cwd=tmp_path)
    assert done.returncode == 1
    assert code in done.stderr
    assert "nothing was written" in done.stderr
    assert not (tmp_path / "public").exists()


def test_the_command_refuses_wrong_options(tmp_path: Path) -> None:
    """Exit 2, with what there is."""
    for arguments in (("--language", "ja"), ("--zone", "Mars/Olympus"), ()):
        output = ("-o", "public") if arguments else ()
        assert _run("events", *output, *arguments, cwd=tmp_path).returncode == 2


def test_events_of_all_formats_are_read(tmp_path: Path) -> None:
    """A folder may hold a mix; the same event twice is one."""
    _write_folder(tmp_path / "events")
    (tmp_path / "events/more.jsonl").write_text('{"name": "C", "slot": {"start": "2019-04-17"}}\n')
    reading = read_events([str(tmp_path / "events")])
    assert reading.ok
    assert [event.name for event in reading.events] == [
        "Clusters and SMEs",
        "C",
        "Second",
        "Private matters",
    ]


def test_the_preview_serves_what_is_there_now(tmp_path: Path) -> None:
    """Calendars with their type, nothing cached, and only to this machine."""
    publish([FIRST], tmp_path)
    with Preview(tmp_path, port=0) as preview:
        host = preview.url.removeprefix("http://").rstrip("/")
        for path, kind in (("/", "text/html"), ("/calendar.ics", "text/calendar; charset=utf-8")):
            connection = http.client.HTTPConnection(host, timeout=10)
            connection.request("GET", path)
            answer = connection.getresponse()
            assert (answer.status, answer.headers["Content-Type"]) == (200, kind)
            assert answer.headers["Cache-Control"] == "no-store"
            connection.close()


def test_changes_are_followed(tmp_path: Path) -> None:
    """A file that is added, changed or removed is seen once."""
    _write_folder(tmp_path / "events")
    seen = threading.Event()
    calls: list[int] = []

    def changed() -> None:
        calls.append(1)
        seen.set()

    stop = threading.Event()
    thread = threading.Thread(
        target=watch,
        args=([str(tmp_path / "events")], changed),
        kwargs={"every": 0.02, "until": stop.is_set},
    )
    thread.start()
    try:
        assert not seen.wait(0.2)
        (tmp_path / "events/new.yaml").write_text(to_yaml(SECOND), "utf-8")
        assert seen.wait(10)
    finally:
        stop.set()
        thread.join()
    assert 1 <= len(calls) <= 2


@pytest.mark.skipif(sys.platform == "win32", reason="signals")
def test_the_command_serves_and_follows(tmp_path: Path) -> None:
    """A mistake is told and leaves the site; the next change mends it; Ctrl-C ends it well."""
    _write_folder(tmp_path / "events")
    command = [sys.executable, "-m", "eventkit", "publish", "events", "-o", "public"]
    with subprocess.Popen(
        [*command, "--watch", "--port", "0"],
        cwd=tmp_path,
        stderr=subprocess.PIPE,
        encoding="utf-8",
        env={**os.environ, "PYTHONUTF8": "1"},
    ) as process:
        assert process.stderr is not None
        limit = threading.Timer(120, process.kill)  # rather than wait for a line for ever
        limit.start()
        lines = iter(process.stderr.readline, "")
        try:
            url = next(line for line in lines if "http" in line).split()[2].rstrip(",")
            file = tmp_path / "events/new.yaml"
            file.write_text("name: New\n", "utf-8")
            assert any("nothing was written" in line for line in lines)
            file.write_text("name: New\nslot: {start: 2019-04-17}\n", "utf-8")
            assert any(" written" in line for line in lines)
            with urllib.request.urlopen(f"{url}events/new/", timeout=10) as answer:
                assert b"<h1" in answer.read()
        finally:
            process.send_signal(signal.SIGINT)
            code = process.wait(60)
            limit.cancel()
        assert code == 0


def test_calendars_keep_their_bytes() -> None:
    """What a subscriber gets is what to_ical writes, with the page as its address."""
    made = dict(Site([SECOND], base_url=BASE).files())
    event = attrs.evolve(SECOND, url=f"{BASE}events/second/")
    assert made["events/second/event.ics"]() == to_ical(event, utc=True)


@pytest.mark.parametrize("number", [3, 20])
def test_cards_are_the_same_whatever_the_number_of_processes(tmp_path: Path, number: int) -> None:
    """Few are drawn at once, many in other processes; in the same order, with the same bytes."""
    pytest.importorskip("resvg_py")
    many = [Event(f"Event {n}", SLOT, uid=str(n)) for n in range(number)]
    one = publish(many, tmp_path / "one")
    two = publish(many, tmp_path / "two", processes=2)
    assert attrs.evolve(two, files=one.files) == one
    assert _tree(tmp_path / "one") == _tree(tmp_path / "two")
    assert publish(many, tmp_path / "one", processes=2).written == 0


def test_what_cannot_be_drawn_stops_the_run(tmp_path: Path) -> None:
    """In another process, too: nothing is written, and none is left behind."""
    pytest.importorskip("resvg_py")
    many = [Event(f"Event {n}", SLOT, uid=str(n)) for n in range(20)]
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("eventkit.publish.site.card", lambda *_: "<svg")
        with pytest.raises(ValueError, match="root node"):
            publish(many, tmp_path / "site", processes=2)
    assert list(tmp_path.iterdir()) == []
    assert multiprocessing.active_children() == []
