"""Days in plain English, whatever the locale of the process."""

from __future__ import annotations

from datetime import date

__all__ = ["day_text"]

_DAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS = (
    "January", "February", "March", "April", "May", "June", "July", "August", "September",
    "October", "November", "December",
)  # fmt: skip


def day_text(day: date, *, weekday: bool = False, short: bool = False) -> str:
    """
    Return a day in words.

    Args:
        day: A date; of a time, its date.
        weekday: Whether to begin with it, as in ``Wednesday, 17 April 2019``.
        short: Whether to leave out the year and most of the month, as in ``17 Apr``.
    """
    month = _MONTHS[day.month - 1]
    if short:
        return f"{day.day} {month[:3]}"
    text = f"{day.day} {month} {day.year}"
    return f"{_DAYS[day.weekday()]}, {text}" if weekday else text
