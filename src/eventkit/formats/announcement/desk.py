"""What the builders of one event share."""

from __future__ import annotations

import attrs

from eventkit.formats.announcement.evidence import Evidence
from eventkit.formats.announcement.given import NOTHING, Given
from eventkit.formats.announcement.source import Notes
from eventkit.formats.announcement.telling import Announcement

__all__ = ["Desk"]


@attrs.define
class Desk:
    """
    One announcement while its event is built.

    Args:
        said: Its lines, sorted.
        notes: Takes the findings.
        given: What the caller knows beyond the text.
        evidence: Takes the places of the fields.
    """

    said: Announcement
    notes: Notes
    given: Given = NOTHING
    evidence: Evidence = attrs.field(init=False)

    def __attrs_post_init__(self) -> None:
        self.evidence = Evidence(self.notes.source.text, self.said.secrets)
