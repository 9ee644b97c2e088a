"""Formats are found by name, by ending and by content."""

from __future__ import annotations

import json

import pytest

from eventkit.errors import InvalidValueError, UnknownFormatError
from eventkit.formats.document import to_json, to_yaml
from eventkit.model import Event, TimeSlot
from eventkit.registry import FORMATS, parse, recognise, render, render_bytes, writable

EVENT = Event("A", TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris"))


@pytest.mark.parametrize(
    "name", [name for name, form in FORMATS.items() if form.reader and form.writer]
)
def test_what_is_written_is_recognised_and_read(name: str) -> None:
    """Without a name or a file ending, by the content alone."""
    data = render_bytes([EVENT, Event("B", EVENT.slot)], name)
    assert recognise(data).name == name
    reading = parse(data)
    assert reading.ok
    assert [event.name for event in reading.events] == ["A", "B"]


@pytest.mark.parametrize("name", writable())
def test_every_format_writes_no_event_one_and_several(name: str) -> None:
    """A text ends with a line break, or is empty."""
    for events in ([], [EVENT], [EVENT, EVENT]):
        data = render_bytes(events, name)
        assert FORMATS[name].binary or not data or data.endswith(b"\n")
        assert render_bytes(events, name) == data


@pytest.mark.parametrize(
    ("file", "text", "name"),
    [
        ("a.yml", "", "yaml"),
        ("A.JSON", "{}", "json"),
        ("a.json", '{"@context": "https://schema.org"}', "jsonld"),
        ("a.ics", "", "ical"),
        ("a.txt", "{", "text"),
        (None, "BEGIN:VCALENDAR\r\n", "ical"),
        (None, "\ufeff [ {", "json"),
        (None, '{"a": 1}\n{"a": 2}\n', "jsonl"),
        (None, "# mine\nname: A\nslot: {}\n", "yaml"),
        (None, "name = 'A'\n", "toml"),
        (None, "A webinar\n\nDate: 17 April 2019\n", "text"),
        ("notes.xyz", to_yaml(EVENT), "yaml"),
    ],
)
def test_a_format_is_recognised(file: str | None, text: str, name: str) -> None:
    """By the ending of the file when it is known, else by what it starts with."""
    assert recognise(text, file).name == name
    assert recognise(text.encode(), file).name == name


def test_an_unknown_format_is_refused_with_the_nearest() -> None:
    """The same error for reading and writing."""
    with pytest.raises(UnknownFormatError, match="did you mean 'yaml'"):
        parse("", "yml")
    with pytest.raises(UnknownFormatError, match="did you mean 'ical'"):
        render(EVENT, "iCal")
    with pytest.raises(UnknownFormatError, match="use one of"):
        render(EVENT, "docx")


def test_options_are_those_of_the_format() -> None:
    """An option that a format does not have is refused."""
    assert "Z\r\n" in render(EVENT, "ical", utc=True)
    with pytest.raises(InvalidValueError, match="no option 'invited'"):
        render(EVENT, "jsonld", invited=True)


def test_a_format_that_is_only_written_is_a_finding() -> None:
    """Reading never raises for content."""
    (finding,) = parse('{"@context": "https://schema.org"}', file="a.json").errors
    assert finding.file == "a.json"
    assert json.loads(to_json(EVENT))["name"] == "A"
