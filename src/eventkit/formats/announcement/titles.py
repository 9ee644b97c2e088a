"""What is a title at the top of an announcement, and what only stands there."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.lines import Line
from eventkit.formats.announcement.words import alternatives, fold

__all__ = ["is_greeting", "is_kicker", "is_title_of", "untitled"]

_GREETING = re.compile(
    r"(?:dear|hello|hi|hey|good (?:morning|afternoon)|gentile|gentili|caro|cara|cari|care|buongiorno|"
    r"salve|ciao|egregio|egregi|spett|cher|chere|chers|cheres|bonjour|madame|mesdames|liebe|lieber|"
    r"liebes|sehr geehrte|sehr geehrter|guten tag|hallo|estimado|estimada|estimados|estimadas|"
    r"querido|querida|queridos|hola|buenos dias|caro|prezado|prezada|prezados|prezadas|caros|caras|"
    r"ola|bom dia|beste|geachte|goedemorgen|goedendag|dag)\b.{0,100}[,!:.]?"
)
_ENDS_GREETING = re.compile(r"[,!]\s*\Z")
_KICKERS = (
    "webinar", "webinars", "online webinar", "free webinar", "save the date", "invitation",
    "invitation to a webinar", "webinar invitation", "reminder", "announcement", "online event",
    "online seminar", "event announcement", "upcoming event", "upcoming webinar", "news",
    "newsletter", "press release", "you are invited", "you're invited", "join us", "invito",
    "invito al webinar", "invito webinar", "webinar gratuito", "promemoria", "comunicato stampa",
    "evento online", "seminario online", "webinaire", "webinaire gratuit", "rappel",
    "invitation au webinaire", "invitation webinaire", "communique de presse", "evenement en ligne",
    "einladung", "einladung zum webinar", "einladung zum online-seminar", "erinnerung",
    "pressemitteilung", "online-seminar", "online-veranstaltung", "kostenloses webinar",
    "invitacion", "invitacion al webinar", "recordatorio", "nota de prensa", "seminario web",
    "seminario en linea", "evento en linea", "convite", "convite para webinar", "lembrete",
    "seminario online", "evento on-line", "uitnodiging", "uitnodiging webinar",
    "uitnodiging voor webinar", "herinnering", "persbericht", "online evenement", "gratis webinar",
    "uitnodiging voor het webinar", "aankondiging", "annonce", "ankundigung", "annuncio", "anuncio",
    "event", "evento", "veranstaltung", "veranstaltungshinweis", "convocatoria", "agenda",
)  # fmt: skip
_QUOTES = {'"': '"', "\u201c": "\u201d", "\u201e": "\u201c\u201d", "\u00ab": "\u00bb",
           "\u00bb": "\u00ab", "\u2018": "\u2019"}  # fmt: skip


@lru_cache(maxsize=1)
def _kicker() -> re.Pattern[str]:
    words = alternatives(_KICKERS)
    return re.compile(rf"\W*(?:{words})(?:\s*(?:[:|!]|-(?=\s))\s*|\W*\Z)")


def is_greeting(text: str) -> bool:
    """Whether a line greets who reads it."""
    folded = fold(text)
    return bool(
        len(folded) < 120
        and _GREETING.fullmatch(folded)
        and (_ENDS_GREETING.search(folded) or len(folded.split()) < 3)
    )


def is_kicker(text: str) -> bool:
    """Whether a line only says what kind of thing follows, such as ``Save the date``."""
    match = _kicker().match(fold(text)) if len(text) < 80 else None
    return match is not None and match.end() == len(text)


def untitled(line: Line) -> Line:
    """Return a title without ``Invitation:`` before it and without quotes around it."""
    line = line.stripped()
    match = _kicker().match(fold(line.text))
    if match and match.end() < len(line.text):
        line = line.part(match.end()).stripped()
    closing = _QUOTES.get(line.text[:1])
    inner = line.text[1:-1]
    enclosed = closing and inner and line.text[-1] in closing
    if enclosed and line.text[0] not in inner and line.text[-1] not in inner:
        line = line.part(1, len(line.text) - 1).stripped()
    return line


def is_title_of(text: str, subject: str) -> bool:
    """Whether a line at the top of a mail is the title that its subject is about."""
    words = {word for word in re.findall(r"[^\W\d_]{4,}", fold(text))}
    shared = words & set(re.findall(r"[^\W\d_]{4,}", fold(subject)))
    short = len(text) < 200 and not text.rstrip().endswith((".", ",", ";"))
    return short and len(shared) * 2 >= max(1, min(len(words), 6))
