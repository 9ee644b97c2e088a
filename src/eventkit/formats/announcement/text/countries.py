"""
Names of countries in seven languages, as people write them after an organisation.

They come from CLDR, by a generated table, and from tzdata's list; what people say beside those
stands here.
"""

from __future__ import annotations

import json
import re
from functools import lru_cache
from importlib import resources

from eventkit.formats.announcement.text.words import fold
from eventkit.timezones.places import country_names

__all__ = ["country_code", "country_name"]

_SAID = """
AE uae, emirates; AT oesterreich; BA bosnia, bosnien-herzegowina; BY weissrussland, wit-rusland
; CI elfenbeinkuste, ivory coast, costa d'avorio, costa de marfil, costa do marfim, ivoorkust
; CN people's republic of china, p.r. china, pr china
; CZ czech republic, repubblica ceca, republique tcheque, tschechische republik, republica checa
, republica tcheca; DK danmark; FI suomi; GB uk, u.k, great britain, britain, england, scotland
, wales, northern ireland, gran bretagna, inghilterra, scozia, galles, irlanda del nord
, grande-bretagne, angleterre, ecosse, pays de galles, irlande du nord, grossbritannien, schottland
, nordirland, gran bretana, inglaterra, escocia, gales, irlanda del norte, gra-bretanha
, irlanda do norte, groot-brittannie, engeland, schotland, noord-ierland
; IE republic of ireland; IR islamic republic of iran; KP north korea; KR korea, republic of korea
; MD moldawien, republic of moldova; MK macedonia; MU ile maurice; MY malesia
; NL holland, olanda, holanda, hollande; NO norge; PL polska; RU russian federation; SE sverige
; SI slovenija; SK slovak republic; SY syria; TW taiwan; US usa, u.s.a, us, u.s
, united states of america, stati uniti d'america, ee.uu, ee. uu, eeuu, eua, vs
, etats-unis d'amerique
; VA vatican, vaticano, holy see
"""
_ARTICLE = re.compile(
    r"(?:the|die|der|les|le|la|los|las|el|os|as|o|a|de|het|gli|i|il|l')\s+(?=\w{4})"
)
_BRACKETS = re.compile(r"\s*\(.*")


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    table = {fold(name): code for code, name in country_names().items()}
    text = resources.files(__package__).joinpath("countries.json").read_text("utf-8")
    rows = json.loads(text)
    del rows["cldr"]
    table.update((name, code) for code, names in rows.items() for name in names)
    for row in _SAID.replace("\n", "").split(";"):
        code, _, names = row.strip().partition(" ")
        table.update(dict.fromkeys((name.strip() for name in names.split(",")), code))
    return table


def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that *text* names, or None."""
    if len(text) > 60:
        return None
    codes, folded = _codes(), fold(text.strip())
    plain = folded.rstrip(".")
    return codes.get(folded) or codes.get(plain) or codes.get(_ARTICLE.sub("", plain, count=1))


def country_name(code: str) -> str:
    """Return an English name that `country_code` reads back, else the code."""
    return _preferred().get(code, code)


@lru_cache(maxsize=1)
def _preferred() -> dict[str, str]:
    found = {"GB": "United Kingdom", "KR": "South Korea"}
    names = [(code, name) for code, name in country_names().items()]
    plain = [(code, _BRACKETS.sub("", name)) for code, name in names]
    known = [(code, name.title()) for name, code in _codes().items()]
    for code, name in (*plain, *names, *known):
        if code not in found and country_code(name) == code:
            found[code] = name
    return found
