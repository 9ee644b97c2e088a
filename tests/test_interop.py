"""Readers by other people, most of them in JavaScript, find what we put into our texts."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo

import attrs
import icalendar
import pyld
import pytest
import vobject
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from test_vtimezone import ZONES

from eventkit.calendars import to_ical
from eventkit.formats.ical.jcal import render as render_jcal
from eventkit.formats.jsonld import to_jsonld
from eventkit.model import Event, Recording, TimeSlot
from eventkit.testing import SECRET, events, lines, urls

HERE = Path(__file__).parent / "interop"
SCHEMA = "http://schema.org/"
ADDRESSES = ["contentUrl", "embedUrl", "image", "license", "sameAs", "thumbnailUrl", "url"]
SLOT = TimeSlot(datetime(2026, 10, 1, 16, tzinfo=UTC))
STAMP = datetime(2026, 1, 1, tzinfo=UTC)
PROPERTY = settings(
    max_examples=60,
    suppress_health_check=list(HealthCheck),
    deadline=None,
    phases=[Phase.explicit, Phase.reuse, Phase.generate],  # events are too large to shrink
)


def complete_videos() -> st.SearchStrategy[Recording]:
    """Videos with all that Google asks for."""
    moments = st.datetimes(datetime(1975, 1, 1), datetime(2037, 1, 1)).map(
        lambda at: at.replace(microsecond=0, tzinfo=UTC)
    )
    lengths = st.integers(1, 100_000).map(lambda seconds: timedelta(seconds=seconds))
    return st.builds(
        Recording,
        urls() | st.just("https://example.org/talk.mp4"),
        name=st.none() | lines(),
        upload_date=moments,
        thumbnail_url=urls(),
        duration=st.none() | lengths,
        embed_url=st.none() | urls(),
        is_live_broadcast=st.booleans(),
    )


class Node:
    """One process of node, which is asked and answers line by line."""

    def __init__(self) -> None:
        # Local times that a reader gives no zone must not look right by luck.
        self.process = subprocess.Popen(
            ["node", str(HERE / "reader.mjs")],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            env={**os.environ, "TZ": "Asia/Kathmandu"},
            encoding="utf-8",
        )

    def read(self, reader: str, source: Any) -> Any:
        """Return what *reader* finds in *source*."""
        assert self.process.stdin
        assert self.process.stdout
        self.process.stdin.write(json.dumps({"reader": reader, "source": source}) + "\n")
        self.process.stdin.flush()
        answer = json.loads(self.process.stdout.readline())
        assert "error" not in answer, answer["error"]
        return answer["result"]

    def close(self) -> None:
        """End the process."""
        self.process.communicate()


def _missing(reason: str) -> None:
    """Skip where there is no node; on CI that is a failure."""
    if os.environ.get("CI"):
        pytest.fail(f"CI needs it: {reason}")
    pytest.skip(reason)


def _need_packages() -> None:
    if shutil.which("node") is None:
        _missing("node is not installed")
    packages = json.loads((HERE / "package.json").read_text("utf-8"))["dependencies"]
    if not all((HERE / "node_modules" / name).is_dir() for name in packages):
        _missing("no packages for node: run npm ci --prefix tests/interop")


@pytest.fixture(scope="module")
def node() -> Iterator[Node]:
    """Start node once for all tests of this module."""
    _need_packages()
    process = Node()
    yield process
    process.close()


def _all(event: Event) -> list[Event]:
    return [event, *(inner for sub in event.sub_events for inner in _all(sub))]


def _distinct(event: Event, path: str = "") -> Event:
    """Return the event with identifiers of which no two are the same, as in a real calendar."""
    parts = [_distinct(sub, f"{path}.{n}") for n, sub in enumerate(event.sub_events)]
    return attrs.evolve(event, uid=f"{event.uid}{path}", sub_events=parts)


def _when(event: Event) -> tuple[str, str | None]:
    """Return start and end as the readers print them; iCalendar's last day is exclusive."""
    slot = event.slot
    if slot.is_all_day:
        last = slot.end
        return str(slot.start), None if last is None else str(
            date.fromordinal(last.toordinal() + 1)
        )
    end = slot.end_utc
    return _instant(slot.start_utc), None if end is None else _instant(end)


def _instant(value: datetime | None) -> str:
    assert value is not None
    return f"{value:%Y-%m-%dT%H:%M:%S}.000Z"


@given(drawn=events())
@PROPERTY
def test_ical_js_reads_it(node: Node, drawn: Event) -> None:
    """The library in Thunderbird finds titles, identifiers, descriptions and instants."""
    event = _distinct(drawn)
    written = to_ical(event, dtstamp=STAMP)
    assert SECRET not in written
    found = node.read("ical.js", written)
    assert len(found) == len(_all(event))
    for ours, theirs in zip(_all(event), found, strict=True):
        assert (theirs["uid"], theirs["summary"]) == (ours.uid, ours.name)
        assert (ours.description or "") in (theirs["description"] or "")
        for at, text, expected in zip(
            (ours.slot.start, ours.slot.end),
            (theirs["start"], theirs["end"]),
            _when(ours),
            strict=True,
        ):
            if not _is_misread_by_ical_js(at):
                assert text == expected


@given(drawn=events())
@PROPERTY
def test_ical_js_reads_jcal(node: Node, drawn: Event) -> None:
    """jCal is its own form: it finds in ours what it finds in the stream."""
    event = _distinct(drawn)
    written = json.loads(render_jcal(event, dtstamp=STAMP))
    assert node.read("ical.js", written) == node.read("ical.js", to_ical(event, dtstamp=STAMP))


def _is_misread_by_ical_js(local: date | None) -> bool:
    """
    Return whether it is the first of two equal local times, as clocks are set back.

    ical.js takes such a time for the second, RFC 5545 §3.3.5 says the first.
    """
    if not isinstance(local, datetime) or local.fold:
        return False
    return local.utcoffset() != local.replace(fold=1).utcoffset()


@given(drawn=events())
@PROPERTY
def test_node_ical_reads_it(node: Node, drawn: Event) -> None:
    """A reader that knows the zones by name finds titles, identifiers and instants."""
    event = _distinct(drawn)
    found = {one["uid"]: one for one in node.read("node-ical", to_ical(event, dtstamp=STAMP))}
    assert len(found) == len(_all(event))
    for ours in _all(event):
        theirs = found[_unescaped_twice(ours.uid)]
        assert theirs["summary"] == _unescaped_twice(ours.name)
        if not ours.slot.is_all_day and _has_another_table(ours.slot):
            continue
        start, end = _when(ours)
        # It fills in an end that is not known, as RFC 5545 §3.6.1 says: the same time or day.
        day_after = str(ours.slot.start + timedelta(days=1)) if ours.slot.is_all_day else start
        assert (theirs["start"], theirs["end"]) == (start, end or day_after)


def _has_another_table(slot: TimeSlot) -> bool:
    """Whether node-ical, which knows zones by their names alone, has other rules for this time."""
    return slot.start.year > 2035 or str(slot.timezone) in NOT_IN_NODE_ICAL


def _unescaped_twice(value: str) -> str:
    """Return what node-ical makes of a backslash before an n: a backslash and a line break."""
    return re.sub(r"(?<=\\)[nN]", "\n", value)


@given(drawn=events())
@PROPERTY
def test_vobject_reads_it(drawn: Event) -> None:
    """The reader in Radicale finds titles, identifiers, descriptions and instants."""
    event = _distinct(drawn)
    calendar = vobject.readOne(to_ical(event, dtstamp=STAMP))
    found = [one for one in calendar.vevent_list if "recurrence-id" not in one.contents]
    assert len(found) == len(_all(event))
    for ours, theirs in zip(_all(event), found, strict=True):
        assert (theirs.uid.value, theirs.summary.value) == (ours.uid, ours.name)
        assert (ours.description or "") in theirs.getChildValue("description", "")
        start, end = theirs.dtstart.value, theirs.getChildValue("dtend")
        if ours.slot.is_all_day:
            assert (str(start), end and str(end)) == _when(ours)
        else:
            assert start.astimezone(UTC) == ours.slot.start_utc
            assert (end and end.astimezone(UTC)) == ours.slot.end_utc


@pytest.mark.parametrize("key", ZONES)
def test_ical_js_finds_every_instant(node: Node, key: str) -> None:
    """Around each change from 2015 to 2037, and monthly, an event is where zoneinfo puts it."""
    zone = ZoneInfo(key)
    years = _instants(zone)
    found = node.read("starts", [_calendar(moments, zone) for moments in years])
    wrong = [
        (str(ours.astimezone(zone)), theirs - int(ours.timestamp()))
        for moments, times in zip(years, found, strict=True)
        for ours, theirs in zip(moments, times, strict=True)
        if theirs != ours.timestamp()
    ]
    assert not wrong, wrong[:5]


@pytest.mark.parametrize("key", ZONES)
def test_icalendar_finds_every_instant(key: str) -> None:
    """The library that Python programs use agrees, a second either side of each change."""
    zone = ZoneInfo(key)
    moments = _edges(zone)
    entries = icalendar.Calendar.from_ical(_calendar(moments, zone)).events
    assert [entry.start.astimezone(UTC) for entry in entries] == moments


# Its table departs from tzdata's in these.
NOT_IN_NODE_ICAL = {"Africa/Casablanca", "Africa/El_Aaiun", "Pacific/Fiji"}


@pytest.mark.parametrize("key", [key for key in ZONES if key not in NOT_IN_NODE_ICAL])
def test_node_ical_finds_every_instant(node: Node, key: str) -> None:
    """So does one that goes by the name of a zone, up to the last year that it knows."""
    zone = ZoneInfo(key)
    moments = [at for at in _edges(zone) if at.year < 2036]
    (found,) = node.read("starts:node-ical", [_calendar(moments, zone)])
    assert [
        (str(ours.astimezone(zone)), theirs - ours.timestamp())
        for ours, theirs in zip(moments, found, strict=True)
        if theirs != ours.timestamp()
    ] == []


def _edges(zone: ZoneInfo) -> list[datetime]:
    """Return each change and a second before and after it, and a time without one."""
    near = timedelta(seconds=1)
    changes = [change for year in range(2015, 2038) for change in _changes(zone, year)]
    moments = [at for change in changes for at in (change - near, change, change + near)]
    return [*moments, datetime(2026, 7, 1, tzinfo=UTC)]


def _calendar(moments: list[datetime], zone: ZoneInfo) -> str:
    return to_ical(
        [
            Event("A", TimeSlot(moment.astimezone(zone)), uid=f"a{number}")
            for number, moment in enumerate(moments)
        ],
        dtstamp=STAMP,
    )


def _instants(zone: ZoneInfo) -> list[list[datetime]]:
    """Return for each year times around each change, and one a month."""
    years = []
    for year in range(2015, 2038):
        found = {datetime(year, month, 10, 12, tzinfo=UTC) for month in range(1, 13)}
        for change in _changes(zone, year):
            for seconds in (0, 1, 3600, 3 * 3600):
                found |= {change - timedelta(seconds=seconds), change + timedelta(seconds=seconds)}
        years.append(sorted(found))
    return years


def _changes(zone: ZoneInfo, year: int) -> Iterator[datetime]:
    """Yield the first second of each offset that begins in *year*."""
    day = timedelta(days=1)
    low = datetime(year, 1, 1, tzinfo=UTC)
    while low.year == year:
        high = low + day
        before = low.astimezone(zone).utcoffset()
        if before != high.astimezone(zone).utcoffset():
            first, last = 0, 86400  # seconds after low: still the old offset, already the new
            while last - first > 1:
                middle = (first + last) // 2
                same = (low + timedelta(seconds=middle)).astimezone(zone).utcoffset() == before
                first, last = (middle, last) if same else (first, middle)
            yield low + timedelta(seconds=last)
        low = high


@given(event=events())
@PROPERTY
def test_a_json_ld_processor_keeps_everything(node: Node, event: Event) -> None:
    """Expanded, each property and value is there, each address absolute."""
    document = to_jsonld(event)
    (found,) = node.read("jsonld", document)
    _check_expanded(document, found)
    assert node.read("jsonld", to_jsonld([event])) == [found]


@given(event=events())
@PROPERTY
def test_two_processors_of_json_ld_see_the_same_graph(node: Node, event: Event) -> None:
    """PyLD and jsonld.js, which refuses to drop a term, make the same statements of it."""
    document = to_jsonld(event)
    canonical = node.read("canonize", document)
    options = {"algorithm": "URDNA2015", "format": "application/n-quads"}
    terms = {"@vocab": SCHEMA, **{term: {"@type": "@id"} for term in ADDRESSES}}
    assert pyld.jsonld.normalize({**document, "@context": terms}, options) == canonical
    statements = canonical.splitlines()
    assert len(statements) == len(set(statements))
    assert len(statements) >= len(document) - 1


@given(event=events(), videos=st.lists(complete_videos(), max_size=1))
@PROPERTY
def test_a_validator_of_googles_rules_finds_no_error_in_a_video(
    node: Node, event: Event, videos: list[Recording]
) -> None:
    """Of whatever is written as a video: what lacks something is not written as one."""
    with_video = attrs.evolve(event, recordings=[*event.recordings, *videos], recurrence=None)
    found = to_jsonld(with_video).get("recordedIn", [])
    listed = found if isinstance(found, list) else [found]
    for one in listed:
        if one["@type"] == "VideoObject":
            assert node.read("videoErrors", one) == []
    assert len(listed) == len(with_video.recordings)
    ended = event.slot.end is not None and not event.slot.is_all_day
    if videos and (ended or not videos[0].is_live_broadcast):
        assert listed[-1]["@type"] == "VideoObject"


def test_the_validator_does_find_errors(node: Node) -> None:
    """A video without its still image and date is not one that Google takes."""
    bare = Event("A", SLOT, recordings=[Recording("https://example.org/v", is_live_broadcast=True)])
    written = {**to_jsonld(bare)["recordedIn"], "@type": "VideoObject"}
    missing = {one["fieldNames"][0] for one in node.read("videoErrors", written)}
    assert missing == {"thumbnailUrl", "uploadDate", "endDate"}


def _check_expanded(ours: dict[str, Any], expanded: dict[str, Any]) -> None:
    named = {key: key if key[0] == "@" else SCHEMA + key for key in ours if key != "@context"}
    assert set(named.values()) == set(expanded)
    for key, name in named.items():
        if key == "@id":
            assert expanded[name] == ours[key]
            assert urlsplit(ours[key]).scheme
        elif key == "@type":
            assert expanded[name] == [SCHEMA + ours[key]]
        else:
            values = ours[key] if isinstance(ours[key], list) else [ours[key]]
            assert len(values) == len(expanded[name])
            for value, found in zip(values, expanded[name], strict=True):
                _check_value(value, found)


def _check_value(ours: Any, expanded: dict[str, Any]) -> None:
    if isinstance(ours, dict):
        _check_expanded(ours, expanded)
    elif "@id" in expanded:
        assert expanded == {"@id": ours}
        assert urlsplit(ours).scheme
    else:
        assert expanded == {"@value": ours}


def test_json_ld_has_the_types_of_schema_org(tmp_path: Path) -> None:
    """As constants of schema-dts' types it compiles, strictly; a wrong word would not."""
    batch = _batch(60)
    right = [_constant(f"event{n}", "WithContext<Event>", one) for n, one in enumerate(batch)]
    right += [_constant(f"kind{n}", "WithContext<Event>", one) for n, one in enumerate(_kinds())]
    right.append(_constant("graph", "Graph", batch[:5]))
    assert _compile(tmp_path, right) == ""
    wrong = [right[0].replace('"startDate"', '"dtstart"')]
    assert "'\"dtstart\"' does not exist in type" in _compile(tmp_path, wrong)


def _batch(count: int) -> list[Event]:
    """Return events that are the same each time, as the compiler is started once for all."""
    found: list[Event] = []
    alone = settings(PROPERTY, max_examples=count, database=None, phases=[Phase.generate])

    @seed(1)
    @alone
    @given(one=events())
    def draw(one: Event) -> None:
        found.append(one)

    draw()
    return found


def _kinds() -> list[Event]:
    slot = TimeSlot(date(2021, 5, 6))
    kinds = """
        BusinessEvent ChildrensEvent ComedyEvent ConferenceEvent CourseInstance DanceEvent
        DeliveryEvent EducationEvent EventSeries ExhibitionEvent Festival FoodEvent Hackathon
        LiteraryEvent MusicEvent PerformingArtsEvent PublicationEvent SaleEvent ScreeningEvent
        SocialEvent SportsEvent TheaterEvent VisualArtsEvent
    """
    return [Event("A", slot, event_type=kind) for kind in kinds.split()]


def _constant(name: str, kind: str, value: Event | list[Event]) -> str:
    text = json.dumps(to_jsonld(value))
    assert SECRET not in text
    return f"export const {name}: {kind} = {text};\n"


def _compile(folder: Path, lines: list[str]) -> str:
    """Return what the TypeScript compiler says about the lines, nothing when they are right."""
    _need_packages()
    modules = folder / "node_modules"
    if not modules.exists():
        modules.symlink_to(HERE / "node_modules")
    head = 'import type { Event, Graph, WithContext } from "schema-dts";\n'
    source = folder / "events.ts"
    source.write_text("".join([head, *lines]), encoding="utf-8")
    strict = ("--noEmit", "--strict", "--skipLibCheck", "--pretty", "false")
    done = subprocess.run(
        [modules / ".bin" / "tsc", *strict, "--module", "nodenext", "--target", "es2022", source],
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode in (0, 1, 2), done.stderr
    return done.stdout + done.stderr
