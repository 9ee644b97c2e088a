"""What taking part costs, and where to register."""

from __future__ import annotations

import re
from datetime import datetime
from decimal import Decimal
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.model.checks import (
    as_instant,
    is_a,
    is_line,
    is_public_url,
    optional,
    stripped_or_none,
)
from eventkit.model.words import Word

__all__ = ["Availability", "Offer"]


_PRICE = re.compile(r"[0-9]{1,12}(?:\.[0-9]{1,6})?")


class Availability(Word):
    """Whether it can be had. Source: https://schema.org/ItemAvailability"""

    IN_STOCK = "in_stock"
    SOLD_OUT = "sold_out"
    PRE_ORDER = "pre_order"
    PRE_SALE = "pre_sale"
    LIMITED_AVAILABILITY = "limited_availability"
    ONLINE_ONLY = "online_only"
    OUT_OF_STOCK = "out_of_stock"
    DISCONTINUED = "discontinued"


def _as_price(value: Decimal | int | str | None) -> Decimal | None:
    if value is None or isinstance(value, Decimal):
        return value
    if isinstance(value, bool | float) or not isinstance(value, int | str):
        raise InvalidValueError(
            f"price is {type(value).__name__}, which is not exact", "write Decimal('10.50')"
        )
    if isinstance(value, str) and not _PRICE.fullmatch(value):
        raise InvalidValueError(
            f"price {value!r:.40} is no number", "write price 10.00 and currency EUR apart"
        )
    return Decimal(value)


def _is_price(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    if not isinstance(value, Decimal) or not value.is_finite() or not 0 <= value < 10**12:
        raise InvalidValueError(f"{field.name} {value!r:.40} is no price", "give 0 or more")
    exponent = value.as_tuple().exponent
    if isinstance(exponent, int) and not -6 <= exponent <= 12:
        raise InvalidValueError(f"{field.name} has too many digits", "at most 6 after the point")


def _is_currency(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    if not (isinstance(value, str) and len(value) == 3 and value.isascii() and value.isupper()):
        raise InvalidValueError(
            f"{field.name} {value!r:.40} is no currency code", "write its ISO 4217 code, e.g. 'EUR'"
        )


@attrs.frozen
class Offer:
    """
    A price to take part at, or a place to register.

    Args:
        price: Exact amount; 0 is free, None is not stated.
        currency: ISO 4217 code; needed with a price above 0.
        name: Such as ``Early bird``.
        url: Where to register or buy.
        availability: Whether it can be had.
        valid_from: Aware time, held in UTC, from which it can be had.
        valid_until: Aware time, held in UTC, until which it can be had.

    Source: https://schema.org/Offer
    """

    price: Decimal | None = attrs.field(
        default=None, converter=_as_price, validator=optional(_is_price)
    )
    currency: str | None = attrs.field(default=None, validator=optional(_is_currency))
    name: str | None = attrs.field(
        default=None, kw_only=True, converter=stripped_or_none, validator=optional(is_line)
    )
    url: str | None = attrs.field(default=None, kw_only=True, validator=optional(is_public_url))
    availability: Availability | None = attrs.field(
        default=None, kw_only=True, converter=attrs.converters.optional(Availability)
    )
    valid_from: datetime | None = attrs.field(
        default=None, kw_only=True, converter=as_instant, validator=optional(is_a(datetime))
    )
    valid_until: datetime | None = attrs.field(
        default=None, kw_only=True, converter=as_instant, validator=optional(is_a(datetime))
    )

    def __attrs_post_init__(self) -> None:
        if self.price and self.currency is None:
            raise InvalidValueError(f"price {self.price} without a currency", "add e.g. 'EUR'")
        if self.price is None and self.currency is not None:
            raise InvalidValueError(f"currency {self.currency} without a price", "add the price")
        if self.valid_from and self.valid_until and self.valid_until < self.valid_from:
            raise InvalidValueError("valid_until is before valid_from", "swap the two")
