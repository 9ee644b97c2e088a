"""What the builders of one event share."""

from __future__ import annotations

import attrs

from eventkit.formats.announcement.page.evidence import Evidence
from eventkit.formats.announcement.page.telling import Announcement
from eventkit.formats.announcement.text.source import Notes
from eventkit.formats.announcement.times.given import NOTHING, Given

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
