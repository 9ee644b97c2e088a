"""
Reading formats of other people into the model.

What is asked for is taken, everything else is reported; what the model refuses is left out and
reported, so that one odd field never costs the event.
"""

from __future__ import annotations

from eventkit.foreign.building import built
from eventkit.foreign.fields import Fields
from eventkit.foreign.notes import Notes
from eventkit.foreign.opening import opened
from eventkit.foreign.register import Register
from eventkit.foreign.times import moment, placed, slot_of, stamp, zone_of

__all__ = [
    "Fields",
    "Notes",
    "Register",
    "built",
    "moment",
    "opened",
    "placed",
    "slot_of",
    "stamp",
    "zone_of",
]
