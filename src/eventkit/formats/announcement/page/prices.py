"""What taking part costs: ``free``, ``25 EUR``, ``members: EUR 10, others: EUR 25``."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import lru_cache

import attrs

from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.words import alternatives, fold, word_set

__all__ = ["Price", "costs", "is_free_line", "prices_of"]

_FREE = (
    "free", "free of charge", "no charge", "no fee", "at no cost", "free entry", "free admission",
    "free event", "free webinar", "free of cost", "gratis", "gratuito", "gratuita", "gratuiti",
    "gratuitamente", "ingresso libero", "ingresso gratuito", "evento gratuito",
    "webinar gratuito", "partecipazione gratuita", "partecipazione libera", "gratuit", "gratuite",
    "entree libre", "entree gratuite", "acces libre", "acces gratuit", "evenement gratuit",
    "participation gratuite", "webinaire gratuit", "kostenlos", "kostenfrei", "gebuhrenfrei",
    "unentgeltlich", "eintritt frei", "freier eintritt", "teilnahme kostenlos",
    "teilnahme kostenfrei", "entrada libre", "entrada gratuita", "acceso gratuito",
    "participacion gratuita", "entrada livre", "entrada franca", "acesso gratuito",
    "participacao gratuita", "gratis toegang", "gratis deelname", "deelname gratis",
    "toegang gratis", "kosteloos", "geen kosten", "inscripcion gratuita", "inscricao gratuita",
    "inscription gratuite", "iscrizione gratuita", "iscrizioni gratuite", "frei", "keine kosten",
    "keine", "nessuno", "aucun", "none", "libero", "libre",
)  # fmt: skip
# Words beside those in a sentence that says nothing else.
_AROUND = word_set(
    "the is are this event webinar participation attendance admission and registration for all to"
    " attend everyone open required but with la il lo e l' un una partecipazione iscrizione"
    " obbligatoria necessaria previa con ingresso est et sur obligatoire mais avec a tous ouvert"
    " participation inscription die teilnahme ist und an am webinar der veranstaltung eine"
    " anmeldung erforderlich aber mit es y previa requiere se necesaria obligatoria asistencia"
    " participacion inscripcion acesso participacao inscricao necessaria mediante deelname"
    " deelnemen toegang aanmelden verplicht maar met voor iedereen aan het zijn evento evenement en at on meedoen libre et libera"
    " der das di iniziativa seminario incontro seminar lezione conference seance session sessione l eintritt entrada entree per tutti pour tous para todos aberto abierto aanmelding"
    " vereist is inschrijving de du"
)
_ONLY_LABELLED = frozenset(["free", "frei", "keine", "nessuno", "aucun", "none", "libero", "libre"])
_CODES = word_set(
    "EUR USD GBP CHF SEK NOK DKK PLN CZK HUF RON BGN TRY CAD AUD NZD JPY CNY INR BRL MXN ARS CLP"
    " COP PEN ZAR KRW SGD HKD ILS AED SAR"
)
_SIGNS = {"\u20ac": "EUR", "\u00a3": "GBP", "us$": "USD", "r$": "BRL", "ca$": "CAD", "a$": "AUD",
          "c$": "CAD", "nz$": "NZD", "mx$": "MXN", "euro": "EUR", "euros": "EUR", "fr.": "CHF",
          "sfr.": "CHF", "zl": "PLN", "kc": "CZK"}  # fmt: skip
_AMOUNT = r"\d{1,3}(?:[.,'\u2019 ]\d{3})+(?:[.,]\d{1,2})?|\d{1,9}(?:[.,]\d{1,2})?"
_COSTS = re.compile(
    r"\b(?:costs?|kostet|kosten|costa|coute|cuesta|custa|kost)\s+(?:only|just|nur|solo|seulement"
    r"|slechts|apenas|solamente)?\s*"
)
_PART = re.compile(r"\s*(?:[;|/\n]|,(?!\d)|\s\+\s|\s(?:and|et|und|y|en|e)\s)\s*")


@attrs.frozen
class Price:
    """
    One price.

    Args:
        amount: 0 where it is free; None where the money is not told from another.
        currency: Code of ISO 4217.
        name: For whom, or what for.
        at: Where in the line it stands.
    """

    amount: Decimal | None
    currency: str | None = None
    name: str | None = None
    at: tuple[int, int] = (0, 0)


@lru_cache(maxsize=1)
def _free() -> re.Pattern[str]:
    return re.compile(rf"(?<!\w)(?:{alternatives(_FREE)})(?!\w)")


@lru_cache(maxsize=1)
def _money() -> re.Pattern[str]:
    signs = "|".join(re.escape(sign) for sign in sorted(_SIGNS, key=len, reverse=True))
    codes = "|".join(sorted(code.lower() for code in _CODES))
    sign = rf"(?:{signs}|\$|\u00a5|(?:{codes})(?![^\W\d_]))"
    return re.compile(
        rf"(?<![\w.])(?P<before>{sign})\s?(?P<after_sign>{_AMOUNT})(?!\w)(?:,-+)?"
        rf"(?:\s?\(?(?P<code>{codes})(?![^\W\d_])\)?)?"
        rf"|(?<![\w.,])(?P<amount>{_AMOUNT})(?:,-+)?\s?(?P<after>{sign})(?!\w)"
    )


def prices_of(line: Line, *, labelled: bool = True) -> list[Price]:
    """
    Return the prices that a line names, in order.

    Args:
        line: What follows the label.
        labelled: Whether a label says that it is about the price.
    """
    folded = fold(line.text[:1000])
    found = [_price(line.text, folded, *part, labelled) for part in _parts(folded)]
    return [price for price in found if price is not None]


def costs(line: Line) -> list[Line]:
    """Return the sums that sentences say it costs: ``taking part costs 15 euros``."""
    folded, found = fold(line.text), []
    for match in _COSTS.finditer(folded):
        if money := _money().match(folded, match.end()):
            found.append(line.part(*money.span()))
    return found


def _parts(folded: str) -> list[tuple[int, int]]:
    parts, at = [], 0
    for match in _PART.finditer(folded):
        if _money().search(folded, at, match.start()) or _free().search(folded, at, match.start()):
            parts.append((at, match.start()))
            at = match.end()
    return [*parts, (at, len(folded))]


def _price(text: str, folded: str, start: int, end: int, labelled: bool) -> Price | None:
    match = _money().search(folded, start, end)
    if match is not None:
        sign = (match["code"] or match["before"] or match["after"]).strip()
        currency = _SIGNS.get(sign) or (sign.upper() if sign.upper() in _CODES else None)
        amount = _number(match["after_sign"] or match["amount"])
        name = _name(text, start, end, *match.span())
        return Price(amount if currency or not amount else None, currency, name, match.span())
    free = _free().search(folded, start, end)
    if free is None or (not labelled and free.group() in _ONLY_LABELLED):
        return None
    name = _name(text, start, end, *free.span())
    words = [word for word in re.findall(r"[^\W\d_]+", fold(name or ""))]
    if name and all(word in _AROUND for word in words):
        name = None
    return Price(Decimal(0), None, name, free.span())


def _name(text: str, start: int, end: int, at: int, stop: int) -> str | None:
    """Return the words beside a price, without the marks that part them from it."""
    before = text[start:at].strip(" \t:(-\u2013\u2014=")
    after = text[stop:end].strip(" \t:)(-\u2013\u2014=.")
    return " ".join(word for word in (before, after) if word) or None


def _number(written: str) -> Decimal:
    """Return a number with points or commas at its thousands or before its cents."""
    bare = re.sub(r"[ '\u2019]", "", written)
    cents = re.search(r"[.,](\d{1,2})\Z", bare)
    whole = bare[: cents.start()] if cents else bare
    return Decimal(re.sub(r"[.,]", "", whole) + (f".{cents[1]}" if cents else ""))


def is_free_line(text: str) -> bool:
    """Whether a line without a label says that it is free, and nothing that limits it."""
    folded = fold(re.sub(r"https?://\S+", "", text)) if len(text) < 300 else ""
    return any(_is_free_clause(clause) for clause in re.split(r"[,;.!:]", folded))


def _is_free_clause(folded: str) -> bool:
    match = _free().search(folded)
    if match is None:
        return False
    rest = re.findall(r"[^\W\d_]+", folded[: match.start()] + " " + folded[match.end() :])
    if match.group() in _ONLY_LABELLED and not rest:
        return False
    return all(word in _AROUND or word in _FREE for word in rest)
