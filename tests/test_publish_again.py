"""A site that is there already: only what has changed is made, and it is never seen half changed."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urljoin

import attrs
import feedparser
import html5lib
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from eventkit import lifecycle
from eventkit.errors import PublicSecretError, WriteError
from eventkit.model import Event, EventSeries, JoinDetails, Speaker, TimeSlot, VirtualLocation
from eventkit.page import Pages
from eventkit.publish import Site, publish, swap
from eventkit.publish.manifest import MANIFEST
from eventkit.publish.output import Output
from eventkit.testing import events

SLOT = TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
BASE = "https://example.org/webinars/"
SERIES = EventSeries("Management on air")
LINK = "https://intern.example/rooms/42"
FIRST = Event(
    "Clusters and SMEs",
    SLOT,
    uid="1",
    series=SERIES,
    speakers=[Speaker("Alain Tubiana")],
    locations=[VirtualLocation("https://example.org/live")],
    updated=datetime(2019, 3, 5, 9, tzinfo=UTC),
)
SECOND = Event("Second", SLOT, uid="2", series=SERIES)
OLD = [FIRST, SECOND]
NEW = [
    attrs.evolve(FIRST, name="Renamed", series=EventSeries("Another")),
    Event("Third", SLOT, uid="3", speakers=[Speaker("Zoë")]),
]


@pytest.fixture(scope="module", autouse=True)
def _without_png() -> Iterator[None]:
    """Draw no cards, which takes longer than all the rest."""
    with pytest.MonkeyPatch.context() as patched:
        patched.setattr("eventkit.publish.site.painter", lambda: None)
        yield


def _tree(folder: Path) -> dict[str, bytes]:
    found = (path for path in folder.rglob("*") if path.is_file())
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in found}


def _refuse(*_: Any, **__: Any) -> str:
    raise AssertionError("made again")


def test_what_has_not_changed_is_not_even_made(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Neither pages nor lists: their inputs are those of the last time."""
    publish(OLD, tmp_path / "site", base_url=BASE)
    with monkeypatch.context() as patched:
        patched.setattr(Pages, "_render", _refuse)
        done = publish(OLD[::-1], tmp_path / "site", base_url=BASE)
    assert (done.written, done.removed) == (0, 0)
    made: list[str] = []
    render = Pages._render

    def noted(self: Pages, template: str, tag: str, context: dict[str, Any]) -> str:
        made.append(context.get("title") or context["event"].name)
        return render(self, template, tag, context)

    monkeypatch.setattr(Pages, "_render", noted)
    publish([FIRST, attrs.evolve(SECOND, description="New.")], tmp_path / "site", base_url=BASE)
    assert sorted(made) == ["All events", "Management on air", "Second"]
    made.clear()
    publish(OLD, tmp_path / "site", base_url=BASE, pages=Pages("it"))
    assert "Clusters and SMEs" in made


def _feed(folder: Path) -> dict[str, tuple[str, str]]:
    """Return when each event of the feed was published and changed, the first one first."""
    found = feedparser.parse((folder / "feed.xml").read_bytes()).entries
    return {one.title.rpartition(": ")[2]: (one.get("published"), one.updated) for one in found}


def test_the_feed_says_when_an_event_appeared_and_was_changed(tmp_path: Path) -> None:
    """By the time of its file at the first run, which the folder keeps."""
    days = [datetime(2019, 3, day, tzinfo=UTC) for day in range(1, 10)]
    first, later, latest = "2019-03-06T00:00:00Z", "2019-03-07T00:00:00Z", "2019-03-09T00:00:00Z"
    site = tmp_path / "site"
    assert publish(OLD, site, changed={"2": days[5]}).undated == 0
    assert list(_feed(site)) == ["Second", "Clusters and SMEs"]  # FIRST was changed on the 5th
    assert _feed(site)["Second"] == (first, first)
    before = _tree(site)
    assert publish(OLD, site, changed={"2": days[8]}).written == 0  # a copy of the same file
    assert publish(OLD, site).written == 0
    assert _tree(site) == before
    publish([FIRST, attrs.evolve(SECOND, description="New.")], site, changed={"2": days[6]})
    assert _feed(site)["Second"] == (first, later)
    publish([FIRST, attrs.evolve(SECOND, description="Old.")], site, changed={"2": days[1]})
    assert _feed(site)["Second"] == (first, later)  # no time goes back
    told = attrs.evolve(SECOND, published=days[8])
    publish([FIRST, told], site, changed={"2": days[1]})
    assert _feed(site)["Second"] == (latest, latest)
    assert "2019-03-06" not in (site / MANIFEST).read_text("utf-8")


def test_the_feed_without_any_time_is_told(tmp_path: Path) -> None:
    """Also when what was kept of it is damaged; an unlisted event leaves no trace."""
    hidden = attrs.evolve(SECOND, uid="secret-uid", visibility="unlisted")
    site, when = tmp_path / "site", datetime(2019, 3, 6, tzinfo=UTC)
    assert publish([FIRST, SECOND, hidden], site, changed={"secret-uid": when}).undated == 1
    assert _feed(site)["Second"] == (None, "1970-01-01T00:00:00Z")
    publish([FIRST, SECOND, hidden], site, changed={"2": when, "secret-uid": when})
    text = (site / MANIFEST).read_text("utf-8")
    assert "secret-uid" not in text
    assert "2019-03-06T00:00:00+00:00" in text
    damaged = text.replace("2019-03-06T00:00:00+00:00", "someday")
    (site / MANIFEST).write_text(damaged, "utf-8")
    assert publish([FIRST, SECOND], site).undated == 1


def test_another_uid_of_the_same_event_is_told(tmp_path: Path) -> None:
    """By its file, else by its time; not where another event came, or the uid was kept."""
    old, new = Event("Maping", SLOT), Event("Mapping", SLOT)
    publish([old, FIRST], tmp_path, sources={old.uid: "a.yaml", "1": "b.yaml"})
    done = publish([new, FIRST], tmp_path, sources={new.uid: "a.yaml", "1": "b.yaml"})
    (told,) = done.findings
    assert (told.code, told.file) == ("EK404", "a.yaml")
    assert f"add uid: {old.uid}" in (told.hint or "")
    assert publish([new, FIRST], tmp_path).findings == ()
    (told,) = publish([old, FIRST], tmp_path).findings  # no file is known: the same time
    assert f"add uid: {new.uid}" in (told.hint or "")
    later = TimeSlot.local("2019-05-17 13:00", "14:00", "Europe/Paris")
    other = Event("Other", later)
    assert publish([other, FIRST], tmp_path, sources={other.uid: "c.yaml"}).findings == ()
    renamed = Event("Others", later, uid=other.uid)
    assert publish([renamed, FIRST], tmp_path, sources={other.uid: "c.yaml"}).findings == ()
    assert publish([FIRST], tmp_path).findings == ()


def test_a_time_that_moves_without_a_sequence_is_told(tmp_path: Path) -> None:
    """Since calendars take the old entry for as new; what `lifecycle` does is enough."""
    later = TimeSlot.local("2019-04-24 13:00", "14:00", "Europe/Paris")
    publish([FIRST, SECOND], tmp_path)
    moved = attrs.evolve(FIRST, slot=later)
    (told,) = publish([moved, SECOND], tmp_path, sources={"1": "b.yaml"}).findings
    assert (told.code, told.file, told.path) == ("EK117", "b.yaml", "slot")
    assert "2019-04-17T13:00:00+02:00" in told.message
    assert "sequence: 1" in (told.hint or "")
    assert publish([moved, SECOND], tmp_path).findings == ()
    back = lifecycle.reschedule(moved, SLOT, updated=datetime(2019, 4, 1, tzinfo=UTC))
    assert publish([back, SECOND], tmp_path).findings == ()


def test_nobody_speaks_under_a_placeholder(tmp_path: Path) -> None:
    """A page for it would bring together what has nothing in common."""
    named = [Speaker(name) for name in ("TBA", "N.N.", "Speaker to be confirmed", "Zoë")]
    publish([Event("A", SLOT, speakers=named)], tmp_path)
    assert [path.name for path in (tmp_path / "speakers").iterdir()] == ["zoe"]


def test_what_was_changed_by_hand_is_made_again(tmp_path: Path) -> None:
    """Also when it has the same length; and a file that is gone."""
    publish(OLD, tmp_path / "site")
    before = _tree(tmp_path / "site")
    page = tmp_path / "site/events/second/index.html"
    page.write_bytes(page.read_bytes().replace(b"Second", b"Fourth"))
    (tmp_path / "site/calendar.ics").unlink()
    assert publish(OLD, tmp_path / "site").written == 2
    assert _tree(tmp_path / "site") == before


@given(event=events(), other=events(), url=st.sampled_from((None, BASE)), data=st.data())
@settings(max_examples=60, deadline=None)
def test_the_same_inputs_are_the_same_content(
    event: Event, other: Event, url: str | None, data: st.DataObject
) -> None:
    """Of an event of which a field is changed, whatever is said to be made of the same is."""
    name = data.draw(st.sampled_from(sorted(attrs.fields_dict(Event).keys() - {"uid"})))
    try:
        mixed = attrs.evolve(event, **{name: getattr(other, name)})
    except ValueError:
        return
    one, two = (dict(Site([found], url).files()) for found in (event, mixed))
    for path in one.keys() & two.keys():
        if one[path].inputs == two[path].inputs and not path.endswith(".png"):
            assert one[path]() == two[path](), (name, path)


def test_the_way_in_is_sought_in_pages_that_are_kept(tmp_path: Path) -> None:
    """The page is as before, but its event has a way in now that stands in it."""
    told = attrs.evolve(SECOND, description=f"Come to {LINK}", joining=JoinDetails(LINK + "/a"))
    publish([told], tmp_path / "site")
    with pytest.raises(PublicSecretError, match="^description of "):
        publish([attrs.evolve(told, joining=JoinDetails(LINK))], tmp_path / "site")


def _broken_at(step: int, monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the step of that number be interrupted, as by Ctrl-C."""
    steps = iter(range(step + 1))
    place = swap._place

    def interrupted(*arguments: Path) -> None:
        if next(steps, None) == step:
            raise KeyboardInterrupt
        place(*arguments)

    monkeypatch.setattr(swap, "_place", interrupted)


@pytest.mark.parametrize("step", [0, 5, 12])
def test_an_interruption_leaves_the_old_site(
    step: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Whenever it comes; and beside the site nothing is left."""
    publish(OLD, tmp_path / "site", base_url=BASE)
    before = _tree(tmp_path)
    with monkeypatch.context() as patched:
        _broken_at(step, patched)
        with pytest.raises(KeyboardInterrupt):
            publish(NEW, tmp_path / "site", base_url=BASE)
    assert _tree(tmp_path) == before
    assert publish(NEW, tmp_path / "site", base_url=BASE).written > 0


def test_after_a_power_cut_the_next_run_puts_the_old_site_back(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """By the journal, before it does its own work."""
    publish(OLD, tmp_path / "site", base_url=BASE)
    before = _tree(tmp_path)
    with monkeypatch.context() as patched:
        _broken_at(6, patched)
        patched.setattr(swap, "recover", lambda *_: None)
        with pytest.raises(KeyboardInterrupt):
            publish(NEW, tmp_path / "site", base_url=BASE)
    assert _tree(tmp_path / "site") != {
        path.removeprefix("site/"): data for path, data in before.items()
    }
    with Output(tmp_path / "site"):
        pass
    assert _tree(tmp_path) == before


def _dead_links(folder: Path) -> set[str]:
    """Return where links of pages lead that are reached from the index."""
    pages, seen, dead = ["index.html"], {"index.html"}, set()
    while pages:
        page = pages.pop()
        for node in html5lib.parse((folder / page).read_bytes()).iter():
            link = node.get("href") or ""
            if not link or link.startswith(("http", "data:", "webcal:", "#")):
                continue
            path = unquote(urljoin(f"/{page}", link)).lstrip("/")
            path = f"{path}index.html" if path.endswith("/") or not path else path
            if not (folder / path).is_file():
                dead.add(f"{page} -> {link}")
            elif path not in seen and path.endswith(".html"):
                seen.add(path)
                pages.append(path)
    return dead


def test_links_are_good_at_every_moment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """After each file that is put into its place or removed; a first site appears at once."""
    folder = tmp_path / "site"
    publish(OLD, folder)
    moments: list[set[str]] = []

    def looked(step: Callable[..., None]) -> Callable[..., None]:
        def stepped(*arguments: Any) -> None:
            step(*arguments)
            moments.append(_dead_links(folder))

        return stepped

    for name in ("_place", "_remove"):
        monkeypatch.setattr(swap, name, looked(getattr(swap, name)))
    publish(NEW, folder)
    assert len(moments) > 15
    assert set().union(*moments) == set()


def test_two_runs_at_once_are_refused(tmp_path: Path) -> None:
    """The second says that the first is at work, and changes nothing."""
    publish(OLD, tmp_path / "site")
    before = _tree(tmp_path / "site")
    with Output(tmp_path / "site"), pytest.raises(WriteError, match="another run"):
        publish(NEW, tmp_path / "site")
    assert _tree(tmp_path / "site") == before
    assert (tmp_path / "site" / MANIFEST).is_file()
