"""Images, recordings and material to take home."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model.checks import (
    as_instant_or_date,
    is_a,
    is_line,
    is_media_type,
    is_public_url,
    is_text,
    is_url,
    natural,
    optional,
    stripped_or_none,
)

__all__ = ["Image", "Material", "Recording", "as_image"]


@attrs.frozen
class Image:
    """
    A picture.

    Args:
        url: Its address, http or https.
        name: What it shows, for those who do not see it.
        width: In pixels.
        height: In pixels.

    Source: https://schema.org/ImageObject
    """

    url: str = attrs.field(validator=is_url)
    name: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    width: int | None = attrs.field(default=None, kw_only=True, validator=optional(natural))
    height: int | None = attrs.field(default=None, kw_only=True, validator=optional(natural))


def as_image(value: str | Image | None) -> Image | None:
    """Return an address as the image it is of."""
    return Image(value) if isinstance(value, str) else value


def _is_length(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, timedelta) or value <= timedelta(0) or value.microseconds:
        raise InvalidValueError(
            f"{field.name} is not a positive time in whole seconds", "write e.g. 'PT1H'"
        )


@attrs.frozen
class Recording:
    """
    A video of the event, live or afterwards.

    Args:
        url: The page it is watched on; public.
        name: Title, when it is not the event's.
        description: What it shows.
        upload_date: Aware time, held in UTC, or a date.
        duration: Length in whole seconds.
        thumbnail_url: Its still image.
        embed_url: The player's address.
        is_live_broadcast: Whether it is the stream to watch while the event runs.

    Source: https://schema.org/VideoObject, https://schema.org/BroadcastEvent
    """

    url: str = attrs.field(validator=is_public_url)
    name: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    description: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_text)
    )
    upload_date: datetime | date | None = attrs.field(
        default=None, kw_only=True, converter=as_instant_or_date, validator=optional(is_a(date))
    )
    duration: timedelta | None = attrs.field(
        default=None, kw_only=True, validator=optional(_is_length)
    )
    thumbnail_url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_url))
    embed_url: str | None = attrs.field(
        default=None, kw_only=True, validator=optional(is_public_url)
    )
    is_live_broadcast: bool = attrs.field(default=False, kw_only=True, validator=is_a(bool))


@attrs.frozen
class Material:
    """
    Slides, notes, code or a paper.

    Args:
        url: Its address; a DOI as ``https://doi.org/…``.
        name: What it is called.
        encoding_format: Media type, such as ``application/pdf``.
        license: Address of the licence.

    Source: https://schema.org/workFeatured, https://schema.org/CreativeWork
    """

    url: str = attrs.field(validator=is_public_url)
    name: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    encoding_format: str | None = attrs.field(
        default=None,
        kw_only=True,
        validator=optional(is_media_type),
    )
    license: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_url))
