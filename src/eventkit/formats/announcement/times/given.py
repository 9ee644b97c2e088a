"""What the caller knows beyond the text of an announcement."""

from __future__ import annotations

import re
from datetime import date, tzinfo
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.formats.announcement.text.countries import country_code
from eventkit.formats.announcement.times.names import LANGUAGES, is_day_first
from eventkit.timezones.finding import find_zone

__all__ = ["NOTHING", "Given", "given"]

_LANGUAGE = re.compile(r"([a-z]{2})(?:[-_]([A-Z]{2}))?")


@attrs.frozen
class Given:
    """
    What the caller knows beyond the text.

    Args:
        hints: Codes of countries, which choose among the zones of an abbreviation.
        day_first: Whether ``03/04/2021`` is 3 April; None when not known.
        zone: The zone of times that name none.
        reference: A day that a date without a year is near to or after.
        language: Tag of the language of the text.
    """

    hints: tuple[str, ...] = ()
    day_first: bool | None = None
    zone: tzinfo | None = None
    reference: date | None = None
    language: str | None = None

    def near(self, countries: tuple[str, ...]) -> Given:
        """Return the same with the countries that the text names, after those of the caller."""
        return attrs.evolve(self, hints=tuple(dict.fromkeys((*self.hints, *countries))))


NOTHING = Given()


def given(
    *,
    country: str | None = None,
    day_first: bool | None = None,
    default_zone: str | tzinfo | None = None,
    reference: str | date | None = None,
    language: str | None = None,
) -> Given:
    """
    Return what the options of a reader say.

    Raises:
        InvalidValueError: *reference* is no date, or *language* none that is read.
        UnknownTimeZoneError: *default_zone* is no zone.
    """
    hints = [country_code(country) or country.upper()] if country else []
    if language is not None:
        match = _LANGUAGE.fullmatch(language)
        if match is None or match[1] not in LANGUAGES:
            raise InvalidValueError(
                f"language {language!r:.20} is not read",
                "use one of: " + ", ".join(LANGUAGES) + ", also with a country, such as en-GB",
            )
        language = language.replace("_", "-")
        hints += [match[2]] if match[2] and match[2] not in hints else []
        if day_first is None:
            day_first = is_day_first(language)
    return Given(
        tuple(hints),
        day_first,
        find_zone(default_zone).zone if default_zone is not None else None,
        _day(reference),
        language,
    )


def _day(value: Any) -> date | None:
    if value is None or isinstance(value, date):
        return value
    try:
        return date.fromisoformat(value)
    except (TypeError, ValueError):
        raise InvalidValueError(
            f"reference {str(value)!r:.40} is no date", "write e.g. '2021-05-01'"
        ) from None
