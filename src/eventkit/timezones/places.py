"""
Places as people name them: cities, countries, and words such as ``italiana``.

tzdata lists the cities and countries, and CLDR says where a language is spoken; only what they do
not know is typed in here.

Source: the IANA time zone database (``zone.tab``, ``iso3166.tab``, names of zones); CLDR.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

from eventkit.timezones.cities import CITIES
from eventkit.timezones.tables import packaged_file, packaged_rows, table

__all__ = [
    "city_of",
    "countries_called",
    "countries_speaking",
    "country_label",
    "country_names",
    "country_of",
    "spoken_place",
    "zones_of_city",
    "zones_of_country",
]

_CITIES = {
    "beijing": "Asia/Shanghai", "peking": "Asia/Shanghai", "pechino": "Asia/Shanghai",
    "pekin": "Asia/Shanghai", "montreal": "America/Toronto", "ottawa": "America/Toronto",
    "brasilia": "America/Sao_Paulo", "rio de janeiro": "America/Sao_Paulo",
    "peninsular": "Europe/Madrid", "barcelona": "Europe/Madrid", "milan": "Europe/Rome",
    "milano": "Europe/Rome", "roma": "Europe/Rome", "parigi": "Europe/Paris",
    "londra": "Europe/London", "londres": "Europe/London", "berlino": "Europe/Berlin",
    "bruxelles": "Europe/Brussels", "brussel": "Europe/Brussels", "wien": "Europe/Vienna",
    "munich": "Europe/Berlin", "munchen": "Europe/Berlin", "hamburg": "Europe/Berlin",
    "frankfurt": "Europe/Berlin", "geneva": "Europe/Zurich", "geneve": "Europe/Zurich",
    "lisboa": "Europe/Lisbon", "kopenhagen": "Europe/Copenhagen", "moskau": "Europe/Moscow",
    "new delhi": "Asia/Kolkata", "delhi": "Asia/Kolkata", "mumbai": "Asia/Kolkata",
    "bangalore": "Asia/Kolkata", "bengaluru": "Asia/Kolkata", "kyiv": "Europe/Kyiv",
    "washington": "America/New_York", "washington dc": "America/New_York",
    "boston": "America/New_York", "miami": "America/New_York", "san francisco":
    "America/Los_Angeles", "seattle": "America/Los_Angeles", "ciudad de mexico":
    "America/Mexico_City", "tel aviv": "Asia/Jerusalem", "abu dhabi": "Asia/Dubai",
    "canberra": "Australia/Sydney", "wellington": "Pacific/Auckland", "cape town":
    "Africa/Johannesburg", "edinburgh": "Europe/London", "strasbourg": "Europe/Paris",
    "lyon": "Europe/Paris", "marseille": "Europe/Paris", "den haag": "Europe/Amsterdam",
}  # fmt: skip
_SPOKEN = {
    "italiana": "IT", "italian": "IT", "francaise": "FR", "french": "FR", "espanola": "ES",
    "spanish": "ES", "deutsche": "DE", "german": "DE", "british": "GB", "uk": "GB", "dutch": "NL",
    "nederlandse": "NL", "suisse": "CH", "swiss": "CH", "belge": "BE", "belgian": "BE",
    "irish": "IE", "indian": "IN", "israel": "IL", "israeli": "IL", "japan": "JP", "chinese": "CN",
}  # fmt: skip
# What people call a country where tzdata calls it otherwise.
_COUNTRIES = {
    "usa": "US", "us": "US", "u.s.": "US", "u.s.a.": "US", "america": "US",
    "united states of america": "US", "great britain": "GB", "united kingdom": "GB",
    "england": "GB", "scotland": "GB", "wales": "GB", "northern ireland": "GB", "uae": "AE",
    "czechia": "CZ", "turkiye": "TR", "holland": "NL", "south korea": "KR", "north korea": "KP",
    "ivory coast": "CI", "macedonia": "MK", "burma": "MM", "swaziland": "SZ", "cabo verde": "CV",
    "brasil": "BR", "deutschland": "DE", "espana": "ES", "italia": "IT", "osterreich": "AT",
    "schweiz": "CH", "suisse": "CH", "nederland": "NL", "belgique": "BE", "belgie": "BE",
    "polska": "PL", "sverige": "SE", "norge": "NO", "danmark": "DK", "suomi": "FI",
}  # fmt: skip
_LABELS = {
    "US": "the United States", "GB": "Britain", "KR": "South Korea", "KP": "North Korea",
    "AS": "American Samoa", "WS": "Samoa", "AE": "the Emirates", "PH": "the Philippines",
}  # fmt: skip


def _fold(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text.casefold())
    return "".join(char for char in plain if not unicodedata.combining(char)).replace("_", " ")


@lru_cache(maxsize=1)
def country_names() -> Mapping[str, str]:
    """Return country code -> English name. Source: tzdata ``iso3166.tab``."""
    return MappingProxyType({row[0]: row[1] for row in packaged_rows("iso3166.tab")})


@lru_cache(maxsize=1)
def _country_zones() -> Mapping[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for row in packaged_rows("zone.tab"):
        found.setdefault(row[0], []).append(row[2])
    return {code: tuple(zones) for code, zones in found.items()}


def zones_of_country(code: str) -> tuple[str, ...]:
    """Return the zones of a country, the most populous first. Source: tzdata ``zone.tab``."""
    return _country_zones().get(code.upper(), ())


def country_label(code: str) -> str:
    """Return the name of a country as it stands in a sentence, such as ``the Philippines``."""
    return _LABELS.get(code) or country_names().get(code, code).partition(" (")[0]


def country_of(key: str) -> str | None:
    """Return the code of the country of the zone *key*, or None where it has none."""
    return _zone_countries().get(key)


@lru_cache(maxsize=1)
def _zone_countries() -> Mapping[str, str]:
    return {row[2]: row[0] for row in packaged_rows("zone.tab")}


def countries_called(name: str) -> tuple[str, ...]:
    """Return the codes of the countries that *name* may stand for: two for ``Korea``."""
    folded = _fold(name.strip())
    if code := _COUNTRIES.get(folded) or spoken_place(folded):
        return (code,)
    known = country_names().items()
    exact = tuple(code for code, country in known if _fold(country) == folded)
    return exact or tuple(
        code for code, country in known if _fold(country.partition(" (")[0]) == folded
    )


def countries_speaking(language: str) -> tuple[str, ...]:
    """
    Return the codes of the countries where a language is official, the most speakers first.

    None for English, which is written everywhere. Source: CLDR, ``territoryInfo``.
    """
    primary = language.replace("_", "-").partition("-")[0].casefold()
    return () if primary == "en" else tuple(table("languages")["countries"].get(primary, ()))


@lru_cache(maxsize=1)
def _city_zones() -> Mapping[str, str]:
    table = {_fold(row[2].rpartition("/")[2]): row[2] for row in packaged_rows("zone.tab")}
    return {**table, **CITIES, **_CITIES}


@lru_cache(maxsize=1)
def _older_names() -> Mapping[str, str]:
    """Map the cities that tzdata keeps as names of another zone, such as Timbuktu."""
    listed = (packaged_file("zones") or b"").decode("ascii").split()
    areas = ("Africa/", "America/", "Asia/", "Atlantic/", "Australia/", "Europe/", "Pacific/")
    return {_fold(key.rpartition("/")[2]): key for key in listed if key.startswith(areas)}


def zones_of_city(name: str) -> str | None:
    """Return the zone whose city is *name*, in any case and accents, or None."""
    city = _fold(name.strip())
    return _city_zones().get(city) or _older_names().get(city)


def city_of(key: str) -> str:
    """Return the city that the zone *key* is called after: ``New York``."""
    return key.rpartition("/")[2].replace("_", " ")


def spoken_place(word: str) -> str | None:
    """Return the country that an adjective such as ``italiana`` names, or None."""
    return _SPOKEN.get(_fold(word))
