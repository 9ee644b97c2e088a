"""
The words of dates and times in seven languages: English, Italian, French, German, Spanish,
Portuguese, Dutch. All are folded: lower case, without accents.
"""

from __future__ import annotations

import re
import unicodedata

__all__ = [
    "ABSENT",
    "ANDS",
    "BETWEENS",
    "CONNECTORS",
    "DURATION_LABELS",
    "FILLERS",
    "INTRODUCERS",
    "MIDNIGHT",
    "MONTHS",
    "NOON",
    "REPEATS",
    "WEEKDAYS",
    "WEEKDAYS_SHORT",
    "alternatives",
    "fold",
    "word_set",
]

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_QUOTES = dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'")
_SAME = {ord(char): to for char, to in {**_DASHES, **_QUOTES, "\u00ba": "o", "\u00aa": "a"}.items()}


def word_set(text: str) -> frozenset[str]:
    """Return the words of *text*."""
    return frozenset(text.split())


def fold(text: str) -> str:
    """Return *text* in lower case, without accents and odd dashes, each character in its place."""
    if text.isascii():
        return text.lower()
    return "".join(char if char.isascii() else _folded(char) for char in text.lower())[: len(text)]


def _folded(char: str) -> str:
    char = char.translate(_SAME)
    if char.isspace():
        return " "
    if unicodedata.combining(char):
        return char
    plain = unicodedata.normalize("NFKD", char)
    return plain[0] if plain and (len(plain) == 1 or unicodedata.combining(plain[1])) else char


def alternatives(words: object) -> str:
    """Return a pattern that finds any of *words*, the longest first; a blank is any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


def _numbered(*rows: str) -> dict[str, int]:
    return {
        word: number
        for row in rows
        for number, words in enumerate(row.split())
        for word in words.split("/")
    }


MONTHS = {
    word: number + 1
    for word, number in _numbered(
        "january/jan february/feb march/mar april/apr may june/jun july/jul august/aug"
        " september/sep/sept october/oct november/nov december/dec",
        "gennaio/gen febbraio/feb marzo/mar aprile/apr maggio/mag giugno/giu luglio/lug"
        " agosto/ago settembre/set/sett ottobre/ott novembre/nov dicembre/dic",
        "janvier/janv fevrier/fevr/fev mars avril/avr mai juin juillet/juil aout"
        " septembre/sept octobre/oct novembre/nov decembre/dec",
        "januar/janner/jan februar/feb marz/maerz/mrz april/apr mai juni/jun juli/jul august/aug"
        " september/sep oktober/okt november/nov dezember/dez",
        "enero/ene febrero/feb marzo/mar abril/abr mayo/may junio/jun julio/jul agosto/ago"
        " septiembre/setiembre/sep/set octubre/oct noviembre/nov diciembre/dic",
        "janeiro/jan fevereiro/fev marco/mar abril/abr maio/mai junho/jun julho/jul agosto/ago"
        " setembro/set outubro/out novembro/nov dezembro/dez",
        "januari/jan februari/feb maart/mrt april/apr mei juni/jun juli/jul augustus/aug"
        " september/sep oktober/okt november/nov december/dec",
    ).items()
}

# Monday is 0. The short ones count only right before a day.
WEEKDAYS = _numbered(
    "monday tuesday wednesday thursday friday saturday sunday",
    "lunedi martedi mercoledi giovedi venerdi sabato domenica",
    "lundi mardi mercredi jeudi vendredi samedi dimanche",
    "montag dienstag mittwoch donnerstag freitag samstag/sonnabend sonntag",
    "lunes martes miercoles jueves viernes sabado domingo",
    "segunda-feira/segunda terca-feira/terca quarta-feira/quarta quinta-feira/quinta"
    " sexta-feira/sexta sabado domingo",
    "maandag dinsdag woensdag donderdag vrijdag zaterdag zondag",
)
WEEKDAYS_SHORT = _numbered(
    "mon tue/tues wed/weds thu/thur/thurs fri sat sun",
    "lun mar mer gio ven sab dom",
    "lun mar mer jeu ven sam dim",
    "mo di mi do fr sa so",
    "lun mar mie jue vie sab dom",
    "seg ter qua qui sex sab dom",
    "ma di wo do vr za zo",
)

NOON = frozenset(
    ["noon", "12 noon", "midday", "mezzogiorno", "midi", "mediodia", "meio-dia", "mittags"]
)
MIDNIGHT = word_set("midnight mezzanotte minuit mitternacht medianoche meia-noite middernacht") | {
    "12 midnight"
}

CONNECTORS = word_set("- to until till til through bis a al alle au aux tot as ate hasta") | {
    "fino alle",
    "sino alle",
    "jusqu'a",
    "a las",
    "a la",
    "ate as",
    "hasta las",
}

# Between two times that ``between`` or its like introduces.
ANDS = word_set("and e y et en und")
BETWEENS = word_set("between tra fra entre zwischen tussen")
INTRODUCERS = word_set(
    "at @ from between tra fra entre zwischen tussen ore alle dalle dalla ora h um von ab om van as das a las la les desde de"
    " des begin start starts inizio beginn inicio"
) | {"a las", "a la", "de las", "alle ore", "dalle ore", "a partir de", "ab"}

FILLERS = word_set(
    "on at @ from the of le la el los las il lo i gli den der die das am um om op de del della dal"
    " dalle dalla alle ore ora uhr uur hrs hours h hs horas heures heure a as al au du o e an von"
    " van tot uur in nel t time live date begin start starts dia giorno jour"
) | {"o'clock"}

DURATION_LABELS = word_set("duration length dauer durata duree duracion duracao duur")
REPEATS = word_set(
    "every each weekly monthly daily biweekly fortnightly ogni chaque tous toutes jeden jede jedes"
    " cada todos todas elke iedere settimanale hebdomadaire wochentlich semanal wekelijks"
)
ABSENT = word_set(
"tba tbc tbd n.n.b"
) | {
    "to be announced", "to be confirmed", "to be defined", "to be determined", "da definire",
    "da confermare", "a definir", "a confirmer", "a confirmar", "por confirmar", "por definir",
    "wird noch bekanntgegeben", "wird noch bekannt gegeben", "folgt", "nog te bepalen",
    "coming soon", "time to come",
}  # fmt: skip
