"""What becomes of an event: it is moved, postponed, called off, held online, corrected."""

from __future__ import annotations

from eventkit.lifecycle.changes import cancel, move_online, postpone, reschedule, revise
from eventkit.lifecycle.differences import Difference, diff

__all__ = ["Difference", "cancel", "diff", "move_online", "postpone", "reschedule", "revise"]
