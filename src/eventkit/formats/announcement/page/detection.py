"""Lines that say a detail of an event without a label, wherever they stand."""

from __future__ import annotations

from eventkit.formats.announcement.page.details import is_contact, is_registration
from eventkit.formats.announcement.page.moments import is_time_alone, is_when
from eventkit.formats.announcement.page.prices import is_free_line
from eventkit.formats.announcement.text.labels import by_label, icon_of, label_of

__all__ = ["is_detail"]


def is_detail(text: str) -> bool:
    """Whether a line is no prose and says nothing of a person named before it."""
    if not text.strip():
        return False
    if label_of(text) or icon_of(text) or by_label(text):
        return True
    if is_registration(text) or is_free_line(text) or is_contact(text):
        return True
    return is_when(text, named=True) or is_time_alone(text)
