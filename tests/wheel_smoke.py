"""
Run by the wheel's own Python, which has the core dependencies alone: the main job works.

Usage: python wheel_smoke.py ANNOUNCEMENT
"""

from __future__ import annotations

import subprocess
import sys

import eventkit
from eventkit import errors

(event,) = eventkit.read(sys.argv[1]).or_raise().events
assert event.slot.start.isoformat() == "2019-04-17T13:00:00+02:00", event.slot
assert len(event.speakers[0].affiliations) == 2, event.speakers
assert eventkit.from_json(eventkit.to_json(event)) == [event]
assert "DTSTART;TZID=Europe/Paris:20190417T130000" in eventkit.to_ical(event)
assert eventkit.to_jsonld(event)["startDate"] == "2019-04-17T13:00:00+02:00"
assert eventkit.to_jsonld_script(event).startswith("<script")
assert eventkit.parse(eventkit.render(event, "text"), "text").events == (event,)

try:
    eventkit.to_yaml(event)
except errors.MissingExtraError as exc:
    assert "webinar-eventkit[yaml]" in str(exc), exc
else:
    raise AssertionError("there should be no YAML library here")

done = subprocess.run(
    [sys.executable, "-m", "eventkit", "tz"], capture_output=True, text=True, check=False
)
assert done.returncode == 1, done
assert "webinar-eventkit[cli]" in done.stderr, done

print("the wheel alone does the main job, and names the extras that it misses")
