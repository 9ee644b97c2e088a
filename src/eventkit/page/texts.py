"""Names, titles, prices and languages in words."""

from __future__ import annotations

import unicodedata
from typing import Any

from eventkit.extras import load
from eventkit.model import Offer
from eventkit.page.words import locale_of

__all__ = ["initials", "language_name", "price", "titles"]


def initials(name: str) -> str:
    """Return the first letters of the first and the last word of a name."""
    words = [word for word in name.split() if unicodedata.category(word[0])[0] in "LN"]
    if not words:
        return name[:1]
    chosen = words if len(words) == 1 else [words[0], words[-1]]
    return "".join(word[0] for word in chosen).upper()


def titles(person: Any) -> list[tuple[str | None, Any]]:
    """Return the titles of a person, each with its organisation."""
    return [(held.title, held.organization) for held in person.affiliations]


def price(offer: Offer, language: str, free: str) -> str:
    """Return what an offer costs, or nothing when that is not known."""
    if offer.price is None:
        return ""
    if offer.price == 0:
        return free
    numbers = load("babel.numbers", "html")
    locale = locale_of(language).replace("-", "_")
    try:
        text: str = numbers.format_currency(offer.price, offer.currency, locale=locale)
    except (ValueError, LookupError):
        return f"{offer.price} {offer.currency}"
    return text


def language_name(code: str, language: str) -> str:
    """Return the name of a language in another, or its code."""
    core = load("babel.core", "html")
    try:
        known = core.Locale.parse(code, sep="-")
        name = known.get_display_name(language.partition("-")[0])
    except (ValueError, core.UnknownLocaleError):
        return code
    return str(name) if name else code
