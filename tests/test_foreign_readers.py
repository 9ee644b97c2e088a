"""All readers of other people's formats: whatever they are given, nothing is made up or lost."""

from __future__ import annotations

import csv
import io
import json
import re
from collections.abc import Callable, Iterator
from copy import deepcopy
from datetime import UTC, date, datetime, timedelta
from functools import partial
from typing import Any

import attrs
import pytest
from foreign_samples import CSV, EVENTBRITE, FRAB1, FRAB2, SESSIONIZE, ZOOM
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit import codes
from eventkit.findings import Finding, Reading, Severity
from eventkit.foreign.notes import KINDS_MAX
from eventkit.formats import csv_table, eventbrite, frab, sessionize, zoom
from eventkit.model import Event, TimeSlot
from eventkit.plain import to_dict
from eventkit.plain.paths import path_text
from eventkit.timezones import zone_name

PROPERTY = settings(max_examples=150, suppress_health_check=list(HealthCheck), deadline=None)


def _table(rows: Any) -> str:
    """Return rows as a table."""
    columns = list(dict.fromkeys(name for row in rows for name in row))
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    writer.writerows([row.get(name, "") for name in columns] for row in rows)
    return out.getvalue()


def _cell(value: Any) -> str:
    return value if isinstance(value, str) else "" if value is None else json.dumps(value)


def _rows(data: Any) -> list[dict[str, str]]:
    """Return what of *data* a table can have."""
    found = data if isinstance(data, list) else []
    rows = [row for row in found if isinstance(row, dict)]
    return [{name: _cell(value) for name, value in row.items()} for row in rows]


def _placed_in_rows(data: Any, reading: Reading) -> list[Finding]:
    """Return the findings of a table with paths by rows, as a finding has the line alone."""
    line, numbers = 2, {}
    for number, row in enumerate(data):
        numbers[line] = number
        line += 1 + sum(len(re.findall("\r\n|\r|\n", cell)) for cell in row.values())
    found = []
    for one in reading.findings:
        if match := re.match(r"column \d+ is called '(.+)', and", one.message):
            paths = [f"[{number}].{match[1]}" for number in numbers.values()]
        elif one.line in numbers:
            paths = [f"[{numbers[one.line]}]" + (f".{one.path}" if one.path else "")]
        else:
            paths = [one.path or ""]
        found += [attrs.evolve(one, path=path) for path in paths]
    return found


@attrs.frozen(repr=False)
class Form:
    """
    One format.

    Args:
        sample: What is damaged.
        parse: Reads it.
        silent: The paths that identify or repeat something, as a pattern.
        item: The path of one event, as a pattern.
        placed: Returns the findings, their paths as they are in the sample.
        write: Writes it.
        usable: Returns what of it can be written.
    """

    sample: Any
    parse: Callable[[str], Reading]
    silent: str
    item: str
    placed: Callable[[Any, Reading], list[Finding]] = lambda data, reading: list(reading.findings)
    write: Callable[[Any], str] = json.dumps
    usable: Callable[[Any], Any] = lambda data: data


FORMS = {
    "zoom": Form(
        ZOOM,
        zoom.parse,
        r"recurrence\..*|occurrences\[\d+\]\.occurrence_id|(.*\.)?duration|start_time",
        "",
    ),
    "eventbrite": Form(
        EVENTBRITE,
        eventbrite.parse,
        r"locale|start\.timezone|end\.(timezone|local)|status|.*on_sale_status",
        "",
    ),
    "sessionize": Form(
        SESSIONIZE,
        partial(sessionize.parse, default_zone="Europe/Rome"),
        r".*\.id|.*\.roomId|.*\.(speakers|categoryItems)\[0\]|categories\[\d+\]\.title"
        r"|.*\.(links\[0\]\.title|linkType)",
        r"sessions\[\d+\]",
    ),
    "frab 1": Form(
        FRAB1,
        frab.parse,
        r".*\.(id|slug|guid|version|acronym|index|date|type|start|duration|base_url|time_zone_name)|schedule\.conference(\.days\[\d+\])?\.end",
        r"schedule\.conference\.days\[\d+\]\.rooms\..*?\[\d+\]",
    ),
    "frab 2": Form(
        FRAB2,
        frab.parse,
        r".*\.(id|slug|guid|version|acronym|index|date|type|role|state|track|time_zone_name)"
        r"|schedule\.conference(\.days\[\d+\])?\.(start|end)",
        r"schedule.events\[\d+\]",
    ),
    "csv": Form(CSV, csv_table.parse, "", r"\[\d+\]", _placed_in_rows, _table, _rows),
}
every_form = pytest.mark.parametrize("name", FORMS)

ODD = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-3, 100),
    st.sampled_from([10**12, -(10**30), 1.5, 0, "", " ", "0", "x", "\x00", "\ud800", "null"]),
    st.sampled_from(["2026-10-25", "2026-10-25T02:30:00", "2026-03-29T02:30:00", "13:00"]),
    st.sampled_from(["2026-10-25T02:30:00Z", "9999-12-31T23:59:59-12:00", "0001-01-01T00:00:00Z"]),
    st.sampled_from(["2026-02-30T10:00", "2026-10-25T24:00", "noon", "UTC", "Mars/Olympus", "CST"]),
    st.sampled_from([{"text": "two  words"}, [[]], [{}], {"a": {"b": ["c"]}}, ["a", 1, None, {}]]),
    st.sampled_from(["javascript:alert(1)", "http://[", "//[x", "https://e.example/\n", "PT1H"]),
    st.text(max_size=20),
).map(deepcopy)  # fmt: skip


def _places(data: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield where something stands in *data*, the whole first."""
    yield path
    inner = data.items() if isinstance(data, dict) else ()
    inner = enumerate(data) if isinstance(data, list) else inner
    for key, value in inner:
        yield from _places(value, (*path, key))


@st.composite
def damaged(draw: st.DrawFn, sample: Any) -> Any:
    """A sample in which up to four things are changed, removed, added or renamed."""
    data = deepcopy(sample)
    for _ in range(draw(st.integers(0, 4))):
        if not data:
            break
        *outer, last = draw(st.sampled_from([path for path in _places(data) if path]))
        holder = data
        for key in outer:
            holder = holder[key]
        what = draw(st.sampled_from(["change", "change", "remove", "add", "rename"]))
        if what == "change":
            holder[last] = draw(ODD)
        elif what == "remove":
            del holder[last]
        elif isinstance(holder, list):
            holder.insert(last, draw(ODD))
        elif what == "add":
            holder[draw(st.sampled_from(["extra", "end", "duration", "start", "state"]))] = draw(
                ODD
            )
        else:
            holder[draw(st.sampled_from(["other", "end_time", "name"]))] = holder.pop(last)
    return data


def _texts(data: Any) -> Iterator[str]:
    for path in _places(data):
        value = _at(data, path)
        if isinstance(value, str):
            yield value


def _at(data: Any, path: tuple[Any, ...]) -> Any:
    for key in path:
        data = data[key]
    return data


def _told(data: Any) -> tuple[set[datetime], set[datetime], set[date]]:
    """Return the instants, the wall clocks and the dates that *data* tells, by another reader."""
    instants, walls, dates = set(), set(), set()
    for text in _texts(data):
        try:
            value = datetime.fromisoformat(text.strip()).replace(microsecond=0)
        except ValueError:
            continue
        if ":" not in text:
            dates.add(value.date())
        elif value.tzinfo is None:
            walls.add(value)
        else:
            walls.add(value.replace(tzinfo=None))
            try:
                instants.add(value.astimezone(UTC))
            except OverflowError:
                continue
    return instants, walls, dates


def _lengths(data: Any) -> set[timedelta]:
    """Return the lengths that *data* tells: minutes, and clocks."""
    found = {timedelta(0)}
    for path in _places(data):
        value = _at(data, path)
        if isinstance(value, int | str) and re.fullmatch(r"\d{1,9}", str(value)):
            found.add(timedelta(minutes=int(value)))
        if isinstance(value, str) and (match := re.fullmatch(r"(?:(\d+):)?(\d+):(\d\d)", value)):
            days, hours, minutes = (int(part or 0) for part in match.groups())
            found.add(timedelta(days=days, hours=hours, minutes=minutes))
        if value == "PT1H":
            found.add(timedelta(hours=1))
    return found


def _check_times(event: Event, data: Any) -> None:
    """Assert that each time of *event* is one that *data* tells."""
    instants, walls, dates = _told(data)
    slots = [event.slot]
    if event.recurrence:
        slots += [change.slot for change in event.recurrence.changes if change.slot]
        for start in event.recurrence.included:
            assert start in walls or _instant(start, event.slot) in instants, start
    for slot in slots:
        ends = [slot.start] if slot.end is None else [slot.start, slot.end]
        for end in ends:
            if not isinstance(end, datetime):
                assert end in dates, end
                continue
            stated = end.astimezone(UTC) in instants or end.replace(tzinfo=None) in walls
            is_length = end is slot.end and slot.duration in _lengths(data)
            assert stated or is_length, end
            name = zone_name(end.tzinfo) if end.tzinfo else None
            whole = json.dumps(data)
            assert name in (*("UTC", "Europe/Rome"),) or name in whole or name[0] in "+-", name


def _instant(start: Any, slot: TimeSlot) -> Any:
    if not isinstance(start, datetime):
        return start
    place = start.tzinfo or slot.timezone
    return start.replace(tzinfo=place).astimezone(UTC)


@every_form
@given(data=st.data())
@PROPERTY
def test_no_time_is_made_up_and_nothing_is_raised(name: str, data: st.DataObject) -> None:
    """Each start and end is one that the text tells; without an event there is a finding."""
    form = FORMS[name]
    found = form.usable(data.draw(damaged(form.sample)))
    reading = form.parse(form.write(found))
    assert reading.events or reading.findings
    for event in reading.events:
        _check_times(event, found)


_LEFT = re.compile("'(.+)' is not carried over")


def _lost(form: Form, data: Any, reading: Reading) -> list[str]:
    """Return the paths of what is neither in an event nor in a finding."""
    if not reading.events and any(one.path is None for one in reading.errors):
        return []
    plain = [to_dict(event) for event in reading.events]
    said = [_flat(text) for text in (*_texts(plain), json.dumps(plain))]
    times = _told(plain)
    findings = form.placed(data, reading)
    kinds = {match[1] for one in findings if (match := _LEFT.match(one.message))}
    gone = {_item(form, one.path or "") for one in findings if _costs_all(one)}
    gone |= {path_text(path) for path in _places(data) if _is_break(_at(data, path))}
    refused = {_item(form, one.path or "") for one in findings if "is left out: " in one.message}
    places = {one.path for one in findings if one.path}
    items = {_item(form, path_text(path)) for path in _places(data)} - {None}
    lost = []
    for path in _places(data):
        value, text = _at(data, path), path_text(path)
        parts = [] if isinstance(value, dict | list | bool | None) else str(value).split(";")
        if all(any(_flat(part) in one for one in said) for part in parts):
            continue
        if any(told and told <= known for told, known in zip(_told(parts), times, strict=True)):
            continue
        kind, item = re.sub(r"\[\d+\]", "[]", text), _item(form, text)
        if not (
            re.fullmatch(form.silent, text)
            or item in gone
            or (not reading.events and (item is None or not items))
            or (refused and (item is None or item in refused))
            or text in places
            or any(text.startswith((f"{one}.", f"{one}[")) for one in places - {item})
            or any(f".{one}." in f".{kind}." for one in kinds)
        ):
            lost.append(text)
    return lost


def _is_break(value: Any) -> bool:
    return isinstance(value, dict) and value.get("isServiceSession") is True


def _costs_all(finding: Finding) -> bool:
    return finding.severity is Severity.ERROR or finding.code == codes.NO_TIME


def _item(form: Form, path: str) -> str | None:
    """Return the path of the event that *path* is of."""
    match = re.match(form.item, path)
    return match.group() if match else None


def _flat(text: str) -> str:
    """Return the signs of a text that can be seen."""
    return "".join(sign for sign in text if sign.isprintable() and not sign.isspace())


@every_form
@given(data=st.data())
@PROPERTY
def test_nothing_is_lost(name: str, data: st.DataObject) -> None:
    """What a text tells is in an event or in a finding."""
    form = FORMS[name]
    found = form.usable(data.draw(damaged(form.sample)))
    assert _lost(form, found, form.parse(form.write(found))) == []


_WORDS = sorted({key for form in FORMS.values() for key in re.findall(r'"(\w+)":', json.dumps(form.sample))})  # fmt: skip
_KEYS = st.sampled_from(_WORDS) | st.text(max_size=5)
_VALUES = st.recursive(
    ODD,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_KEYS, inner, max_size=4),
    max_leaves=25,
)


@every_form
@given(value=_VALUES)
@PROPERTY
def test_any_value_is_read_without_an_exception(name: str, value: Any) -> None:
    """An empty reading has a finding, and what is read tells its times."""
    form = FORMS[name]
    found = form.usable(value)
    reading = form.parse(form.write(found))
    assert reading.events or reading.findings
    for event in reading.events:
        _check_times(event, found)


@every_form
@given(text=st.text(max_size=60) | st.binary(max_size=60))
@PROPERTY
def test_any_text_is_read_without_an_exception(name: str, text: Any) -> None:
    """It has no event, and a finding says so."""
    reading = FORMS[name].parse(text)
    assert not reading.events
    assert reading.findings


@every_form
@given(data=st.data())
@PROPERTY
def test_a_text_that_is_cut_off_or_has_other_signs_is_no_exception(
    name: str, data: st.DataObject
) -> None:
    """A few signs are lost, doubled or changed."""
    form = FORMS[name]
    text = form.write(form.sample)
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, min(len(text), start + 20)))
    damaged_text = text[:start] + data.draw(st.text(max_size=5)) + text[end:]
    for source in (damaged_text, text[:start], damaged_text.encode("utf-8", "surrogatepass")):
        reading = form.parse(source)
        assert reading.events or reading.findings


@every_form
def test_hostile_sizes_are_bounded(name: str) -> None:
    """Depth, length and number: a few findings tell of all."""
    form = FORMS[name]
    deep = "[" * 100_000 + "]" * 100_000
    assert form.parse(deep).findings
    keys = json.dumps({f"key{number}": "x" for number in range(20_000)})
    assert len(form.parse(keys).findings) <= (1_100 if name == "csv" else KINDS_MAX + 20)
    texts = [path for path in _places(form.sample) if isinstance(_at(form.sample, path), str)]
    for path in texts:
        data = deepcopy(form.sample)
        _at(data, path[:-1])[path[-1]] = "2026-10-25T" + "1" * 100_000
        form.parse(form.write(data))
    lists = [path for path in _places(form.sample) if isinstance(_at(form.sample, path), list)]
    for path in lists:
        data = deepcopy(form.sample)
        held = _at(data, path)
        held += deepcopy(held) * 300
        reading = form.parse(form.write(data))
        assert len(reading.findings) <= KINDS_MAX + 700
