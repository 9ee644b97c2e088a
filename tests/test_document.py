"""Documents keep every field, and refuse what is not the model's, all problems at once."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any

import jsonschema
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from eventkit import codes
from eventkit.errors import ReadError
from eventkit.findings import Reading
from eventkit.formats.document import (
    from_dict,
    from_json,
    from_yaml,
    json_text,
    parse,
    to_dict,
    to_json,
    to_yaml,
    toml_text,
    yaml_text,
)
from eventkit.model import Event, Organization, TimeSlot
from eventkit.plain.schema import json_schema
from eventkit.testing import events

SLOT = {"start": "2019-04-17T13:00", "end": "2019-04-17T14:00", "timezone": "Europe/Paris"}
GOOD: dict[str, Any] = {"name": "A", "slot": SLOT}
PARSERS = [json_text.parse, json_text.parse_lines, yaml_text.parse, toml_text.parse]
SCHEMA = jsonschema.Draft202012Validator(json_schema())


@given(event=events())
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_the_round_trip_is_exact(event: Event) -> None:
    """Plain data and JSON give back the same event, and the same bytes."""
    assert from_dict(to_dict(event)) == event
    text = to_json(event)
    assert from_json(text) == [event]
    assert to_json(from_json(text)) == text


@pytest.mark.parametrize(
    ("read", "write"),
    [
        (json_text.parse_lines, json_text.render_lines),
        (yaml_text.parse, yaml_text.render),
        (toml_text.parse, toml_text.render),
    ],
    ids=["jsonl", "yaml", "toml"],
)
@given(listed=st.lists(events(), min_size=1, max_size=2))
@settings(max_examples=40, suppress_health_check=list(HealthCheck), deadline=None)
def test_every_kind_of_document_carries_every_field(
    read: Callable[[str], Reading], write: Callable[[list[Event]], str], listed: list[Event]
) -> None:
    """One event or several come back equal, and are written again in the same bytes."""
    text = write(listed)
    reading = read(text)
    assert reading.findings == ()
    assert list(reading.events) == listed
    assert write(list(reading.events)) == text


@given(event=events())
@settings(max_examples=60, suppress_health_check=list(HealthCheck), deadline=None)
def test_the_schema_accepts_what_is_written(event: Event) -> None:
    """Every document that eventkit writes is valid by the published JSON Schema."""
    SCHEMA.validate(json.loads(to_json(event)))


def test_the_short_form_is_read_and_the_canonical_one_written() -> None:
    """A bare wall clock takes the zone; written, it carries the offset too."""
    event = from_dict(
        {
            "name": "Clusters and SMEs: a way to face globalisation?",
            "slot": SLOT,
            "speakers": [
                {
                    "name": "Alain Tubiana",
                    "affiliations": [
                        {"title": "Chairman", "organization": "gnomon sas"},
                        {"organization": {"name": "Strasbourg University", "country": "FR"}},
                    ],
                }
            ],
        }
    )
    assert event.slot == TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris")
    data = to_dict(event)
    assert data["slot"]["start"] == "2019-04-17T13:00:00+02:00"
    assert data["speakers"][0]["affiliations"][0]["organization"] == "gnomon sas"
    assert event.speakers[0].affiliations[1].organization == Organization(
        "Strasbourg University", country="FR"
    )
    assert json.loads(to_json(event))["slot"]["timezone"] == "Europe/Paris"
    assert "timezone: Europe/Paris\n" in to_yaml(event)


# What the shape alone shows: the schema refuses it too.
MISSHAPEN: list[dict[str, Any]] = [
    {"nmae": "A"},
    {"name": 5},
    {"name": ""},
    {"name": " \n"},
    {"name": "a\0b"},
    {"name": "a\u2028b"},
    {"name": "x" * 1_001},
    {"description": "a\rb"},
    {"description": "x" * 100_001},
    {"sequence": "1"},
    {"sequence": True},
    {"sequence": -1},
    {"speakers": "Alain"},
    {"speakers": None},
    {"speakers": [{"name": "A", "rôle": "x"}]},
    {"speakers": [{"name": "A", "role": "boss"}]},
    {"speakers": [{"name": "A", "affiliations": [{"title": "CEO"}]}]},
    {"speakers": [{"name": "A", "email": "a at example"}]},
    {"url": "javascript:alert(1)"},
    {"url": "example.org"},
    {"url": "https://"},
    {"url": "https://example.org/\r\nX:1"},
    {"url": "https://zoom.us/j/1?pwd=abc"},
    {"created": "2019-04-17T13:00"},
    {"created": "2019-04-17"},
    {"previous_starts": ["17 April"]},
    {"status": "canceld"},
    {"status": 1},
    {"locations": [{"url": "https://example.org/"}]},
    {"locations": [{"type": "Venue", "url": "https://example.org/"}]},
    {"locations": [{"type": "Place", "name": "A", "latitude": 91, "longitude": 0}]},
    {"organizer": {"type": "Person", "name": "x", "title": "x"}},
    {"organizer": {"name": "A", "country": "UK"}},
    {"in_language": "English language"},
    {"event_type": "OnlineEvent"},
    {"visibility": "secret"},
    {"reminders": ["15 minutes"]},
    {"recordings": [{"url": "https://example.org/", "is_live_broadcast": "no"}]},
    {"offers": [{"price": "10,00", "currency": "EUR"}]},
    {"offers": [{"price": "10", "currency": "€"}]},
    {"materials": [{"url": "https://example.org/", "encoding_format": "PDF"}]},
    {"joining": "https://example.org/"},
    {"slot": {**SLOT, "zone": "Europe/Paris"}},
    {"slot": {"start": "2019-04-17T13:00"}},
    {"slot": {"start": "2019-04-17", "timezone": "Europe/Paris"}},
    {"slot": {"end": "2019-04-17"}},
    {"slot": "2019-04-17T13:00"},
    {"slot": {**SLOT, "start": "13:00"}},
]
# What only the calendar, or two fields together, can show.
UNTRUE: list[tuple[dict[str, Any], str]] = [
    ({"slot": {**SLOT, "end": "2019-04-17T12:00"}}, codes.END_NOT_AFTER_START),
    ({"slot": {**SLOT, "timezone": "Europe/Pariss"}}, codes.UNKNOWN_ZONE),
    ({"slot": {**SLOT, "start": "2019-04-17T13:00:00+01:00"}}, codes.OFFSET_CONTRADICTS_ZONE),
    ({"slot": {"start": "2019-04-17T13:00"}}, codes.NAIVE_TIME),
    (
        {"slot": {"start": "2019-03-31T02:30", "timezone": "Europe/Paris"}},
        codes.NONEXISTENT_TIME,
    ),
    ({"slot": {"start": "2019-10-27T02:30", "timezone": "Europe/Paris"}}, codes.AMBIGUOUS_TIME),
    ({"slot": {"start": "2019-02-30T02:30", "timezone": "Europe/Paris"}}, codes.INVALID_VALUE),
    ({"offers": [{"price": "10"}]}, codes.INVALID_VALUE),
]


@pytest.mark.parametrize("change", MISSHAPEN, ids=str)
def test_a_misshapen_value_is_refused_by_the_reader_and_the_schema(change: dict[str, Any]) -> None:
    """One finding with a hint, and the same verdict from the published JSON Schema."""
    data = {**GOOD, **change}
    (finding,) = parse(json.dumps(data)).errors
    assert finding.hint
    assert finding.line == 1
    assert not SCHEMA.is_valid(data)
    with pytest.raises(ReadError):
        from_json(json.dumps(data))
    with pytest.raises(ReadError):
        from_dict(data)


@pytest.mark.parametrize(("change", "code"), UNTRUE, ids=str)
def test_an_untrue_value_is_refused_by_the_reader(change: dict[str, Any], code: str) -> None:
    """The finding has the code of its kind, and a hint."""
    (finding,) = parse(json.dumps({**GOOD, **change})).errors
    assert finding.code == code
    assert finding.hint


def test_a_price_in_a_text_is_exact() -> None:
    """A number in a document is read digit by digit; a binary float in data is refused."""
    offer = {"price": 10.1, "currency": "EUR"}
    (event,) = from_json(json.dumps({**GOOD, "offers": [offer]}))
    assert str(event.offers[0].price) == "10.1"
    with pytest.raises(ReadError):
        from_dict({**GOOD, "offers": [offer]})


def test_all_problems_are_reported_at_once_with_line_and_column() -> None:
    """Every wrong key and value of every event is named, and the good event is there."""
    text = """\
- name: 2019
  slot: {start: 2019-04-17T13:00, end: 2019-04-17T12:00, timezone: Europe/Berln}
  speakers:
    - name: Alain
      affiliations:
        - {title: Chairman, organisation: gnomon}
  url: example.org
  sequence: no
- name: Good
  slot: {start: 2019-04-17T13:00, timezone: Europe/Paris}
- slot: {start: 13:00}
  name: B
  name: C
"""
    reading = yaml_text.parse(text, file="events.yaml")
    assert [event.name for event in reading.events] == ["Good"]
    places = {(f.line, f.path): f.code for f in reading.findings}
    assert places == {
        (1, "[0].name"): codes.WRONG_TYPE,
        (2, "[0].slot.timezone"): codes.UNKNOWN_ZONE,
        (6, "[0].speakers[0].affiliations[0]"): codes.MISSING_KEY,
        (6, "[0].speakers[0].affiliations[0].organisation"): codes.UNKNOWN_KEY,
        (7, "[0].url"): codes.INVALID_VALUE,
        (8, "[0].sequence"): codes.WRONG_TYPE,
        (11, "[2].slot.start"): codes.INVALID_VALUE,
        (13, "[2].name"): codes.DUPLICATE_KEY,
    }
    assert all(finding.file == "events.yaml" for finding in reading.findings)


def test_a_json_text_names_lines_and_columns() -> None:
    """Nested keys, list members and doubled keys are found where they stand."""
    text = '{\n  "name": "A", "slot": {},\n  "keywords": ["a",\n 5],\n  "name": "B"}'
    found = [(f.line, f.column, f.path, f.code) for f in parse(text).findings]
    assert found == [
        (2, 16, "slot", codes.MISSING_KEY),
        (4, 2, "keywords[1]", codes.WRONG_TYPE),
        (5, 3, "name", codes.DUPLICATE_KEY),
    ]


@pytest.mark.parametrize("mark", ["[%s]", "%s"])
def test_the_keys_of_a_class_are_listed_once_in_a_file(mark: str) -> None:
    """A key that is like one, or that people use for one, gets that one instead."""
    keys = ["foo", "Speaker", "bar", "title", "Name", "start", "foo"]
    events = [json.dumps({**GOOD, key: "x"}) for key in keys]
    text = mark % ("," if mark == "[%s]" else "\n").join(events)
    read_text = parse if mark == "[%s]" else json_text.parse_lines
    hints = [str(finding.hint) for finding in read_text(text).findings]
    assert hints[0].startswith("use one of: name, slot, uid")
    assert hints[1:] == [
        "did you mean 'speakers'?",
        "use one of the keys that an earlier finding lists",
        "did you mean 'name'?",
        "did you mean 'name'?",
        "write it into slot: {start: ..., end: ..., timezone: ...}",
        "use one of the keys that an earlier finding lists",
    ]


def test_a_line_of_json_lines_is_named() -> None:
    """The line in the file, and the other events are kept."""
    good = json.dumps(GOOD)
    reading = json_text.parse_lines(f"{good}\n\n{{\n{good}\n")
    assert len(reading.events) == 2
    assert [finding.line for finding in reading.findings] == [3]


def test_yaml_is_read_as_yaml_1_2() -> None:
    """A time is no number of minutes, no is a word, and quotes keep texts texts."""
    text = """\
name: no
slot: {start: 2019-04-17 13:00:00, timezone: Europe/Paris}
keywords: [13:00, yes, "007", on, 1_000, 0777x]
capacity: 0x10
"""
    (event,) = from_yaml(text)
    assert event.name == "no"
    assert event.keywords == ("13:00", "yes", "007", "on", "1_000", "0777x")
    assert event.capacity == 16
    assert from_yaml(to_yaml(event)) == [event]


@pytest.mark.parametrize(
    "word", ["no", "13:00", "1e3", "0o7", "~", "null", "2019-04-17", "=", "<<"]
)
def test_written_yaml_is_a_text_to_every_reader(word: str) -> None:
    """What YAML 1.1 or 1.2 would take for something else is written in quotes."""
    import yaml

    text = to_yaml(Event(word, TimeSlot.local("2019-04-17 13:00", None, "UTC")))
    assert yaml.safe_load(text)["name"] == word
    assert from_yaml(text)[0].name == word


BOMB = "a: &a [1, 1, 1, 1, 1, 1, 1, 1, 1]\n" + "".join(
    f"{new}: &{new} [{', '.join([f'*{old}'] * 9)}]\n"
    for old, new in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("source", "read"),
    [
        *((source, read) for read in PARSERS for source in (b"", b" \n", b"\x00\xff\xfe\x80")),
        *((GOOD["name"].encode() + b": \xe9", read) for read in PARSERS),
        (b"{", parse),
        (b'{"a": NaN}', parse),
        (b"[" * 100_000, parse),
        (b"9" * 5_000, parse),
        *((text, parse) for text in (b"3", b"null", b'"text"')),
        (BOMB.encode(), yaml_text.parse),
        (b"[" * 5_000, yaml_text.parse),
        (b"a: !!python/object:os.system x", yaml_text.parse),
        (b"a: 1\n---\nb: 2", yaml_text.parse),
        (b"? [a]\n: b", yaml_text.parse),
        (b"a: *b", yaml_text.parse),
        (b"<<: {a: 1}", yaml_text.parse),
        (b"a: \x00", yaml_text.parse),
        (b"a: .inf", yaml_text.parse),
        (b"# nothing", yaml_text.parse),
        (b"a = ", toml_text.parse),
        (b"a = 1\na = 2", toml_text.parse),
        (b"a = " + b"[" * 100_000, toml_text.parse),
        (b"a = nan", toml_text.parse),
        (b"a = 2019-99-99", toml_text.parse),
    ],
    ids=lambda value: repr(value)[:30] if isinstance(value, bytes) else value.__module__[-9:],
)
def test_input_that_is_no_document_is_one_clear_finding(
    source: bytes, read: Callable[..., Reading]
) -> None:
    """Empty, binary, Latin-1, broken, doubled, too deep, too large or of another shape."""
    (finding,) = read(source, file="a").errors
    assert finding.file == "a"
    assert finding.hint


def test_ten_million_characters_are_one_clear_finding() -> None:
    """The bound and the field are named, and the text is not repeated."""
    (finding,) = parse(json.dumps({**GOOD, "description": "x" * 10_000_000})).errors
    assert "100,000" in str(finding)
    assert finding.path == "description"
    assert len(str(finding)) < 300


def test_no_finding_tells_a_secret() -> None:
    """Wrong join details are reported without their values."""
    for joining in ("hunter2", {"url": "hunter2"}, {"url": "https://a/", "passcode": "hunter2\n1"}):
        (finding,) = parse(json.dumps({**GOOD, "joining": joining})).errors
        assert "hunter2" not in str(finding)


def test_several_events_in_toml() -> None:
    """They stand as [[events]]; native times are read as local times."""
    reading = toml_text.parse(
        '[[events]]\nname = "A"\n[events.slot]\nstart = 2019-04-17T13:00:00\n'
        'timezone = "Europe/Paris"\n'
    )
    assert [event.name for event in reading.events] == ["A"]
