"""Rules about offers: currencies, prices, and free against unknown."""

from __future__ import annotations

import re
from collections.abc import Iterator

from eventkit import codes
from eventkit.linter.currencies import CURRENCIES, MINOR_UNITS
from eventkit.linter.rule import INFO, WARNING, Fault, rule
from eventkit.linter.subject import Subject

__all__: list[str] = []

_FREE = re.compile(
    r"\b(?:free of charge|free (?:online )?(?:webinar|event|workshop|seminar)|free to (?:attend|join)"
    r"|no (?:cost|fee|charge)|participation is free|kostenlos|kostenfrei|gratuit|gratuito|gratuita)\b",
    re.IGNORECASE,
)
_MAYBE_FREE = ("free", "no cost", "no fee", "no charge", "kosten", "gratuit")
_OLD = {
    "DEM": "EUR",
    "FRF": "EUR",
    "ITL": "EUR",
    "HRK": "EUR",
    "BGN": "EUR",
    "RUR": "RUB",
    "BTC": "XBT",
}


@rule(codes.UNKNOWN_CURRENCY, WARNING, "ISO 4217", needs="offers")
def unknown_currency(subject: Subject) -> Iterator[Fault]:
    """Search engines drop an offer whose currency they do not know."""
    for number, offer in enumerate(subject.event.offers):
        if offer.currency and offer.currency not in CURRENCIES:
            new = _OLD.get(offer.currency)
            yield Fault(
                f"{offer.currency} is no currency of ISO 4217",
                f"write {new}" if new in CURRENCIES else "write its code, such as EUR, USD or GBP",
                ("offers", number, "currency"),
            )


@rule(codes.NO_PRICE, INFO, "https://schema.org/price", sessions=False, needs="offers")
def no_price(subject: Subject) -> Iterator[Fault]:
    """An offer without a price is neither free nor not."""
    for number, offer in enumerate(subject.event.offers):
        if offer.price is None:
            yield Fault(
                "an offer without a price: is it free?",
                subject.hint(
                    "write price: 0 for free, or the price and its currency",
                    'write "price": 0 for free, or the price and its "priceCurrency"',
                ),
                ("offers", number),
            )


@rule(
    codes.FREE_IN_TEXT_ONLY,
    INFO,
    "https://schema.org/isAccessibleForFree",
    sessions=False,
    needs="description",
)
def free_in_text_only(subject: Subject) -> Iterator[Fault]:
    """No machine finds it in the description."""
    event = subject.event
    if event.offers or not event.description:
        return
    if not any(word in subject.lowered for word in _MAYBE_FREE):
        return
    if _FREE.search(event.description):
        yield Fault(
            "the description says that it is free, but no offer does",
            subject.hint(
                "add offers: [{price: 0}]", 'add "offers": {"@type": "Offer", "price": 0}'
            ),
            ("description",),
        )


@rule(codes.OFFER_TWICE, WARNING, "https://schema.org/offers", needs="offers")
def offer_twice(subject: Subject) -> Iterator[Fault]:
    """One offer a kind of ticket."""
    offers = subject.event.offers
    for number, offer in enumerate(offers):
        if offer in offers[:number]:
            yield Fault("the same offer stands twice", "remove one", ("offers", number))


@rule(codes.PRICE_DIGITS, WARNING, "ISO 4217 (minor units)", needs="offers")
def price_digits(subject: Subject) -> Iterator[Fault]:
    """No currency has coins that small."""
    for number, offer in enumerate(subject.event.offers):
        if offer.price is None or offer.currency not in CURRENCIES:
            continue
        exponent = offer.price.normalize().as_tuple().exponent
        digits = MINOR_UNITS.get(offer.currency, 2)
        if isinstance(exponent, int) and -exponent > digits:
            yield Fault(
                f"{offer.price} {offer.currency} has more digits than there are coins",
                f"round it to {digits} digits after the point",
                ("offers", number, "price"),
            )
