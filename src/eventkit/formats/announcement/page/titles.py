"""What is a title at the top of an announcement, and what only stands there."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.words import alternatives, fold, word_set

__all__ = [
    "inviting", "is_greeting", "is_kicker", "is_title_of", "undecorated", "untitled",
    "without_article",
]  # fmt: skip

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


_DRAWN = re.compile(
    r"[\s*=_\u2190-\u21ff\u2500-\u27bf\u2b00-\u2bff\U0001f300-\U0001faff\ufe0f\u200d]*"
)
# Words of which a line consists that only says what kind of thing follows.
_KINDS = word_set(
    "webinar webinars webinaire seminar seminario seminaire taller workshop jornada talk event evento"
    " evenement veranstaltung atelier conference conferencia charla encuentro incontro lezione"
    " conversation online-seminar online-veranstaltung invitation invito einladung invitacion convite"
    " uitnodiging conferenza webcast masterclass oficina palestra roda conversa fortbildung training"
)
_ABOUT = word_set(
    "a al an au aux the to zum zur zu ein eine einem einer un una uno une our unser nuestro nostro notre"
    " de da di do del della des du en in on em op el la le les los il lo het een voor per for our your"
    " free gratis gratuito gratuita gratuit gratuite kostenlos kostenloses kostenlose virtual virtuale"
    " virtuel virtuelle virtueel online on-line vivo live tecnico tecnica technique technical abierto"
    " abierta aperto aperta ouvert linea ligne rete digital digitale web upcoming next nuovo nueva"
    " nieuwe neues nouveau invitation invito einladung series serie reihe ciclo cycle"
)


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
    if len(text) >= 80:
        return False
    folded = fold(text)
    match = _kicker().match(folded)
    words = re.findall(r"[^\W\d_][\w-]*", folded)
    kinds = bool(words) and any(word in _KINDS for word in words)
    all_known = all(word in _KINDS or word in _ABOUT for word in words)
    return (match is not None and match.end() == len(text)) or (kinds and all_known)


_INVITES = re.compile(
    r"(?P<who>\S.{1,80}?)\s+(?:invites?(?: you)?|ladt(?: \w+){0,3}? ein|laden(?: \w+){0,3}? ein|invita|invitano|"
    r"vous (?:invite|convie)|convida|convidam|invitan|nodigt (?:u|je|jullie)(?: \w+)? uit|presents|"
    r"e lieta di invitar\w{0,4}|e lieto di invitar\w{0,4}|ha il piacere di invitar\w{0,4})\b(?P<to>.{0,60})"
)
_NAMED = re.compile(
    r"[\"\u201c\u201e\u00ab]\s?([^\"\u201c\u201d\u00bb]{2,80}?)\s?[\"\u201d\u201c\u00bb]"
)
_ARTICLE = re.compile(
    r"(?:the|la|le|il|lo|l'|der|die|das|el|los|las|o|os|as|de|het)(?:\s+|(?<='))", re.IGNORECASE
)


def inviting(line: Line) -> Line | None:
    """Return who invites in a line at the top, which then is no title."""
    folded = fold(line.text)
    match = _INVITES.fullmatch(folded.strip()) if len(folded) < 160 else None
    if match is None:
        return None
    rest = re.findall(r"[^\W\d_][\w-]*", match["to"])
    if not all(word in _KINDS or word in _ABOUT for word in rest):
        return None
    whole = line.stripped()
    who = whole.part(*match.span("who"))
    named = _NAMED.search(who.text)
    return who.part(*named.span(1)) if named else without_article(who)


def without_article(line: Line) -> Line:
    """Return a name without the article of the sentence that it stands in."""
    match = _ARTICLE.match(fold(line.text))
    return line.part(match.end()) if match and match.end() < len(line.text) else line


def untitled(line: Line) -> Line:
    """Return a title without ``Invitation:`` before it and without quotes around it."""
    line = undecorated(line)
    match = _kicker().match(fold(line.text))
    if match and match.end() < len(line.text):
        line = line.part(match.end()).stripped()
    closing = _QUOTES.get(line.text[:1])
    inner = line.text[1:-1]
    enclosed = closing and inner and line.text[-1] in closing
    if enclosed and line.text[0] not in inner and line.text[-1] not in inner:
        line = line.part(1, len(line.text) - 1).stripped()
    return line


def undecorated(line: Line) -> Line:
    """Return a line without pictures and drawn marks around it."""
    ends = _DRAWN.match(line.text[::-1])
    start, end = _DRAWN.match(line.text), len(line.text) - (ends.end() if ends else 0)
    at = start.end() if start else 0
    return line.part(at, end) if at < end else line.stripped()


def is_title_of(text: str, subject: str) -> bool:
    """Whether a line at the top of a mail is the title that its subject is about."""
    words = {word for word in re.findall(r"[^\W\d_]{4,}", fold(text))}
    shared = words & set(re.findall(r"[^\W\d_]{4,}", fold(subject)))
    short = len(text) < 200 and not text.rstrip().endswith((".", ",", ";"))
    return short and len(shared) * 2 >= max(1, min(len(words), 6))
