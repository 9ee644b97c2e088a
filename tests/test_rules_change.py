"""Documents that were written before the rules of a zone changed keep their wall clock."""

from __future__ import annotations

import pytest

from eventkit import codes, from_dict, parse, render
from eventkit.errors import ReadError
from eventkit.timezones import tzdata_version

# In October 2022 most of Mexico gave up daylight saving time, at a few days' notice.
MEXICO = """\
name: Taller
slot:
  start: 2023-05-04T17:00:00-05:00
  end: 2023-05-04T18:00:00-05:00
  timezone: America/Mexico_City
  tzdata: {release}
sub_events:
  - name: Parte
    slot: {{start: '2023-05-04T17:30:00-05:00', timezone: America/Mexico_City, tzdata: {release}}}
"""


def test_the_wall_clock_is_kept_and_the_change_reported() -> None:
    """People were told 17:00, so it stays; the instant is another one now."""
    reading = parse(MEXICO.format(release="2022a"), "yaml")
    (event,) = reading.events
    assert event.slot.start.isoformat() == "2023-05-04T17:00:00-06:00"
    assert event.sub_events[0].slot.start.isoformat() == "2023-05-04T17:30:00-06:00"
    found = [(one.code, str(one.severity), one.line, one.path) for one in reading.findings]
    assert found == [
        (codes.RULES_CHANGED, "warning", 3, "slot.start"),
        (codes.RULES_CHANGED, "warning", 4, "slot.end"),
        (codes.RULES_CHANGED, "warning", 9, "sub_events[0].slot.start"),
    ]
    assert "since tzdata 2022a" in reading.findings[0].message


@pytest.mark.parametrize("release", ["", tzdata_version()])
def test_without_another_release_it_is_a_slip(release: str) -> None:
    """The offset contradicts the zone, and one of the two is wrong."""
    text = MEXICO.format(release=release).replace("tzdata: \n", "\n").replace(", tzdata: }", "}")
    reading = parse(text, "yaml")
    assert reading.events == ()
    assert {one.code for one in reading.findings} == {codes.OFFSET_CONTRADICTS_ZONE}


def test_other_faults_are_not_forgiven() -> None:
    """A document that is wrong otherwise is refused as ever, with the offset among the faults."""
    reading = parse(MEXICO.format(release="2022a") + "capacity: many\n", "yaml")
    assert reading.events == ()
    assert codes.WRONG_TYPE in {one.code for one in reading.findings}


def test_the_release_is_text() -> None:
    """And says nothing when all offsets are right."""
    slot = {"start": "2019-04-17T13:00:00+02:00", "timezone": "Europe/Paris", "tzdata": "2019a"}
    event = from_dict({"name": "A", "slot": slot})
    assert event.slot.start.isoformat() == "2019-04-17T13:00:00+02:00"
    with pytest.raises(ReadError, match="text is wanted"):
        from_dict({"name": "A", "slot": {**slot, "tzdata": 2019}})


@pytest.mark.parametrize("form", ["json", "jsonl", "yaml", "toml"])
def test_documents_can_record_the_release(form: str) -> None:
    """In every slot with a zone, and read back to the same event."""
    (event,) = parse(MEXICO.format(release="2022a"), "yaml").events
    text = render(event, form, tzdata=True)
    assert text.count(tzdata_version()) == 2
    assert parse(text, form).events == (event,)
    assert tzdata_version() not in render(event, form)
