"""
The words of dates and times in seven languages: English, Italian, French, German, Spanish,
Portuguese, Dutch; the names of months and weekdays are in `names`. All are folded: lower case,
without accents.
"""

from __future__ import annotations

import re
import unicodedata

from eventkit.formats.announcement.text.clausewords import ENDS, STARTS, phrases

__all__ = [
    "ABSENT",
    "AFTERNOON",
    "ANDS",
    "AT",
    "BETWEENS",
    "CONNECTORS",
    "DAILY",
    "DAYPARTS",
    "DAYTIMES",
    "DENIALS",
    "DURATION_LABELS",
    "EACH",
    "ENDS",
    "EVENING",
    "FILLERS",
    "FOREIGN",
    "INTRODUCERS",
    "LASTING",
    "MIDNIGHT",
    "MORNING",
    "NOON",
    "NOONISH",
    "NUMBERS",
    "ORS",
    "PREPOSITIONS",
    "REPEATS",
    "UNTILS",
    "alternatives",
    "fold",
    "key_at",
    "numbered",
    "phrases",
    "word_set",
]

_DASHES = dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-")
_QUOTES = dict.fromkeys("\u2018\u2019\u02bc\u00b4`", "'")
_ODD = re.compile(r"[^\x00-\x7f]")
_SAME = {
    ord(char): to
    for char, to in {**_DASHES, **_QUOTES, "\u00ba": "o", "\u00b0": "o", "\u00aa": "a"}.items()
}


def word_set(text: str) -> frozenset[str]:
    """Return the words of *text*."""
    return frozenset(text.split())


def numbered(*rows: str) -> dict[str, int]:
    """Return word -> its place in its row, from 1; a dash holds a place."""
    return {
        word: number for row in rows for number, word in enumerate(row.split(), 1) if word != "-"
    }


def fold(text: str) -> str:
    """Return *text* in lower case, without accents and odd dashes, each character in its place."""
    if text.isascii():
        return text.lower()
    return _ODD.sub(_folded, text.lower())[: len(text)]


def _folded(match: re.Match[str]) -> str:
    char = match[0].translate(_SAME)
    if char.isspace():
        return " "
    if unicodedata.combining(char):
        return char
    plain = unicodedata.normalize("NFKD", char)
    return plain[0] if plain and (len(plain) == 1 or unicodedata.combining(plain[1])) else char


_KEY = re.compile(r"[^\W\d_]+|\d+|.", re.DOTALL)


def key_at(folded: str, at: int) -> str:
    """Return the letters or the digits from a position on, or the one mark that stands there."""
    match = _KEY.match(folded, at)
    return match.group() if match else ""


def alternatives(words: object) -> str:
    """Return a pattern that finds any of *words*, the longest first; a blank is any white space."""
    ordered = sorted(set(words), key=lambda word: (-len(word), word))  # type: ignore[call-overload]
    return "|".join(re.escape(word).replace(r"\ ", r"\s+") for word in ordered)


NOON = word_set("noon midday mezzogiorno midi mediodia meio-dia mittags middaguur")
NOONISH = NOON | phrases(
    "del mediodia|de mediodia|do meio-dia|du midi|di mezzogiorno|'s middags|am mittag"
)
MIDNIGHT = word_set("midnight mezzanotte minuit mitternacht medianoche meia-noite middernacht")
# Parts of the day: before noon, after it, and those where 12 and the small hours turn it round.
MORNING = phrases(
    "in the morning|am morgen|am vormittag|morgens|vormittags|fruh|di mattina|del mattino|"
    "della mattina|du matin|le matin|matin|de la manana|por la manana|da manha|de manha|"
    "'s ochtends|'s morgens|in de ochtend|ochtends|de la madrugada|da madrugada"
)
AFTERNOON = phrases(
    "in the afternoon|am nachmittag|nachmittags|di pomeriggio|del pomeriggio|de l'apres-midi|"
    "l'apres-midi|de la tarde|por la tarde|da tarde|'s middags|in de middag|middags"
)
EVENING = phrases(
    "in the evening|am abend|abends|di sera|della sera|du soir|le soir|de la noche|da noite|"
    "'s avonds|avonds|in de avond|at night|di notte|della notte|de la nuit|nachts|in der nacht|'s nachts"
)
# What names a part of the day apart from the hour.
DAYTIMES = {
    word: part
    for part, words in {
        "morning": "morning vormittag mattina mattino matin matinee manana manha ochtend madrugada",
        "afternoon": "afternoon nachmittag pomeriggio apres-midi tarde middag",
        "evening": "evening night tonight abend nacht sera serata stasera soir soiree noche noite avond",
    }.items()
    for word in words.split()
}

UNTILS = phrases(
    "until|till|til|through|thru|bis|tot|ate|hasta|hasta las|jusqu'a|jusqu'au|fino a|fino alle|fino al|"
    "sino alle|ate as|ate a|bis zum|tot en met|t/m|tot uiterlijk|bis spatestens|bis ca|bis ca.|tot ca."
)
DAYPARTS = {
    **dict.fromkeys(MORNING, "morning"),
    **dict.fromkeys(AFTERNOON, "afternoon"),
    **dict.fromkeys(EVENING, "evening"),
}
CONNECTORS = UNTILS | phrases("to|a|ao|al|alle|au|aux|as|a las|a la|all'|al dia|no dia")
# Between two times that ``between`` or its like introduces.
ANDS = word_set("and e ed y et en und")
BETWEENS = word_set("between tra fra entre zwischen tussen")
# Before a bare number they make it a time; the others may stand before a day too.
AT = word_set("at @ ore alle dalle ora h um om as") | phrases(
    "a las|a la|alle ore|dalle ore|de las|desde las|entre las|y las|e as|das|e le ore|al|ao"
)
INTRODUCERS = AT | BETWEENS | STARTS | word_set("von van las les de dal dalla le l' the")

FILLERS = (
    STARTS
    | word_set(
        "on at @ of the le la el los las il lo i gli den dem der die das um am om op de del della"
        " dal dalle dalla alle ore ora uhr uur hrs hours h hs horas hora heures heure a as al au do"
        " da o an von van in nel no na en t time live date dia giorno jour tag dag day zu zum te em"
        " s u der l' d' to per online virtual virtuell virtuale virtuel en-ligne webinar webinaire"
        " webinario seminar seminario seminaire seminarie online-seminar event evento veranstaltung"
        " bijeenkomst zoom teams when times uhrzeit zeit tijd horario orario this next prossimo"
        " prochain proximo nachsten komende hour direct diretta directo pelas di les du des vom zur"
        " session sessione sitzung sesion sessao sessie com con avec mit met we wir nous noi se si"
        " het is findet vindt il elle rendez-vous rdv appuntamento precise precises punctually"
        " klokslag punkt"
    )
    | phrases(
        "o'clock|save the date|en linea|en ligne|on zoom|join us|in punto|ao vivo|em directo|"
        "em direto|en direct|en directo|en vivo|in diretta|a partir|seminario web|takes place|"
        "will take place|is held|will be held|si terra|si tiene|si svolge|si svolgera|avra luogo|"
        "ha luogo|aura lieu|a lieu|se tiendra|se deroulera|findet statt|tendra lugar|tiene lugar|"
        "se celebrara|se celebra|se realizara|se llevara a cabo|realiza-se|realizar-se-a|tera lugar|"
        "tem lugar|decorre|decorrera|acontece|acontecera|ocorre|ocorrera|vindt plaats|wordt gehouden|"
        "plaats"
    )
)
# They say that the hours are those of each day, or of each date.
EACH = phrases(
    "jeweils|telkens|steeds|immer|sempre|siempre|toujours|a chaque fois|cada vez|ogni volta"
)
FOREIGN = word_set(
    "ore alle dalle ora uhr uur heure heures hora horas horario orario horaire las los den dem dia"
    " giorno jour tag fecha datum wann quand quando cuando wanneer zeit tijd uhrzeit le il el das"
    " der die um von bis om van tot du"
)

# The hours in words, 1 to 24, where they have a word of their own.
NUMBERS = numbered(
    "one two three four five six seven eight nine ten eleven twelve",
    "una due tre quattro cinque sei sette otto nove dieci undici dodici tredici quattordici quindici"
    " sedici diciassette diciotto diciannove venti ventuno ventidue ventitre ventiquattro",
    "une deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize"
    " dix-sept dix-huit dix-neuf vingt - vingt-deux vingt-trois vingt-quatre",
    "ein zwei drei vier funf sechs sieben acht neun zehn elf zwolf dreizehn vierzehn funfzehn"
    " sechzehn siebzehn achtzehn neunzehn zwanzig einundzwanzig zweiundzwanzig dreiundzwanzig"
    " vierundzwanzig",
    "una dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince dieciseis"
    " diecisiete dieciocho diecinueve veinte veintiuna veintidos veintitres veinticuatro",
    "uma duas tres quatro cinco seis sete oito nove dez onze doze treze catorze quinze dezasseis"
    " dezassete dezoito dezanove vinte",
    "- - - - - - - - - - - - - - - dezesseis dezessete - dezenove",
    "een twee drie vier vijf zes zeven acht negen tien elf twaalf dertien veertien vijftien zestien"
    " zeventien achttien negentien twintig eenentwintig tweeentwintig drieentwintig vierentwintig",
)
DURATION_LABELS = word_set(
    "duration length lasts dauer dauert durata dura durera duree dure duracion durara duracao duur duurt"
)
# Before a length of time: ``15:00 for 1h30``.
LASTING = word_set("for lasting pendant durante wahrend gedurende per por") | phrases(
    "fur die dauer von|della durata di|d'une duree de|con una duracion de|della durata di|com duracao de|met een duur van"
)
REPEATS = word_set(
    "every each weekly monthly biweekly fortnightly ogni chaque tous toutes jeden jede jedes jeweils"
    " cada todos todas elke iedere settimanale hebdomadaire wochentlich semanal wekelijks"
)
DAILY = phrases(
    "daily|each day|every day|ogni giorno|tutti i giorni|chaque jour|tous les jours|taglich|"
    "jeden tag|cada dia|todos los dias|todos os dias|diariamente|dagelijks|elke dag"
)
# They say that what stands there is not, or no longer, the time.
DENIALS = word_set(
    "not cancelled canceled postponed rescheduled moved instead formerly except excluding deadline"
    " annullato annullata rinviato rinviata spostato spostata anziche scadenza annule annulee"
    " reporte reportee deplace abgesagt verschoben verlegt statt nicht ausser cancelado cancelada"
    " aplazado aplazada pospuesto adiado adiada prazo geannuleerd verplaatst uitgesteld oppure half"
    " halb quarter viertel kwart"
) | phrases(
    "no later than|not later than|at the latest|"
    "al piu tardi|non oltre|data limite|au plus tard|date limite|spatestens|anmeldeschluss|"
    "bewerbungsschluss|einsendeschluss|a mas tardar|fecha limite|o mais tardar|no maximo|uiterlijk|"
    "no longer|au lieu|prima di|prima del|prima delle|prima dell'|c.t.|en lugar|em vez|in plaats"
)
# They do so before a date or an hour: ``by 6 May``, but not ``followed by drinks``.
PREPOSITIONS = word_set("by before after entro dopo avant apres vor nach antes despues depois voor")
ORS = word_set("or oder ou")  # they do so but before the name of a place: ``on Zoom or YouTube``
ABSENT = phrases(
    "tba|tbc|tbd|n.n.b|to be announced|to be confirmed|to be defined|to be determined|da definire|"
    "da confermare|a definir|a confirmer|a confirmar|por confirmar|por definir|"
    "wird noch bekanntgegeben|wird noch bekannt gegeben|folgt|nog te bepalen|coming soon|"
    "time to come"
)
