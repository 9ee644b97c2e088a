"""What the details of an announcement say: contacts, languages, numbers, links."""

from __future__ import annotations

import re

from eventkit.formats.announcement.page.literal import is_quoted_value
from eventkit.formats.announcement.page.prices import is_free_line, prices_of
from eventkit.formats.announcement.people.namewords import looks_like_name
from eventkit.formats.announcement.text.joining import URL
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.words import fold, word_set
from eventkit.model import EventStatus

__all__ = [
    "DETAILS", "EMAIL", "PHONE", "capacity_of", "is_contact", "is_online", "is_registration", "languages_of",
    "listed", "route", "status_of",
]  # fmt: skip

DETAILS = frozenset(
    ["organizer", "sponsor", "where", "link", "join", "register", "price", "language", "contact",
     "recording", "stream", "materials", "series", "keywords", "audience", "capacity"]
)  # fmt: skip
_TEXTS = frozenset(["organizer", "sponsor", "where", "series", "keywords", "audience"])
_LINKS = frozenset(["link", "join", "register", "recording", "stream", "materials"])
_TEXT_MAX = 300
EMAIL = re.compile(r"(?<![\w.+-])[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[^\W\d_]{2,24}(?!\w)")
PHONE = re.compile(r"(?<![\w+/.-])(?:\+|00)?\(?\d[\d ()/.-]{6,22}\d(?!\w)")
_VIDEO = re.compile(r"https?://(?:[\w-]+\.)*(?:youtube\.com|youtu\.be|vimeo\.com)/", re.IGNORECASE)
_REGISTER = re.compile(
    r"(?<!\w)(?:regist(?:er|ers|ration|rations|rati|rarsi|ratevi|razion[ei]|rierung|rieren|rarse|"
    r"rate|o|e-se)|sign up|book your|reserve your|rsvp|iscri[a-z]+|inscri[a-z]+|inscrev[a-z]+|anmeld[a-z]+|"
    r"melden sie sich|aanmeld[a-z]+|inschrijv[a-z]+|schrijf je|schrijf u|meld (?:je|u))(?!\w)"
)
_CALLING = word_set("e mail email mailto tel telefon telefono telephone telefoon phone fax tlf mob")
_HERE = word_set(
    "here now please online via at under the link form on to a in by using qui ora al il lo modulo"
    " di d' per ici en ligne le la sur par formulaire de lien l hier jetzt bitte unter uber zur zum"
    " per formular aqui ya en linea el enlace formulario agora no o pelo nu op te u je de het"
    " formulier required obbligatoria obligatoire erforderlich obligatoria necessaria verplicht is"
    " est ist e es inscreva se an and your place seat page webinar event this"
)
_ONLINE = word_set(
    "online virtual zoom webex teams youtube web internet webinar en linea en ligne microsoft"
    " google meet live streaming via only event im su on linha in the an am sur l' auf distanz"
    " remote remoto a distanza a distancia distance visio visioconference videoconferenza"
    " videoconferencia videokonferenz fully entirely completely al 100 digital digitaal"
    " virtuale virtuell virtuel por solo ausschliesslich uniquement alleen e linkedin facebook ms"
    " bigbluebutton gotowebinar gotomeeting jitsi livestream stream diretta direct directo directe"
    " piattaforma plattform plateforme plataforma platform platforma"
)
_LINK = re.compile(r"\([^()]{0,60}\b(?:link|enlace|lien|url|zugang\w*|acces\w*)\b[^()]{0,60}\)")
_LANGUAGES = {
    "en": "english inglese anglais englisch ingles engels",
    "it": "italian italiano italien italienisch italiaans",
    "fr": "french francese francais franzosisch frances frans",
    "de": "german tedesco allemand deutsch aleman alemao duits",
    "es": "spanish spagnolo espagnol spanisch espanol espanhol spaans castellano",
    "pt": "portuguese portoghese portugais portugiesisch portugues portugees",
    "nl": "dutch olandese neerlandais niederlandisch neerlandes holandes nederlands",
    "pl": "polish polacco polonais polnisch polaco polones pools",
    "el": "greek greco grec griechisch griego grego grieks",
    "ro": "romanian rumeno roumain rumanisch rumano romeno roemeens",
    "uk": "ukrainian ucraino ukrainien ukrainisch ucraniano oekraiens",
    "ar": "arabic arabo arabe arabisch arabisch",
    "zh": "chinese cinese chinois chinesisch chino chines chinees mandarin",
    "ja": "japanese giapponese japonais japanisch japones japans",
    "ca": "catalan catalano katalanisch catala catalao catalaans",
    "sv": "swedish svedese suedois schwedisch sueco zweeds",
    "da": "danish danese danois danisch danes deens",
    "cs": "czech ceco tcheque tschechisch checo tcheco tsjechisch",
}
_STATUSES = {
    EventStatus.SCHEDULED: "scheduled confirmed confermato confirme confirmado bestatigt bevestigd",
    EventStatus.CANCELLED: "cancelled canceled annullato annullata annule annulee abgesagt"
    " cancelado cancelada geannuleerd afgelast",
    EventStatus.POSTPONED: "postponed rinviato rinviata reporte reportee verschoben aplazado"
    " aplazada adiado adiada uitgesteld",
    EventStatus.RESCHEDULED: "rescheduled riprogrammato riprogrammata reprogramme reprogrammee"
    " verlegt reprogramado reprogramada reagendado reagendada verplaatst verzet",
    EventStatus.MOVED_ONLINE: "moved-online spostato-online deplace-en-ligne online-verlegt"
    " trasladado-en-linea passado-para-online online-verplaatst",
}
_STATUS = {word: status for status, words in _STATUSES.items() for word in words.split()}
_TONGUES = {word: code for code, words in _LANGUAGES.items() for word in words.split()}
_BRACKETED = re.compile(r"\([^()]*\)")
_TAG = re.compile(r"[a-z]{2,3}(?:-[A-Za-z0-9]{2,8})*")
_NEXT = re.compile(r"\s*[,;/&+]\s*|\s+(?:and|or|e|et|und|y|en|ed|ou|o)\s+")
_NUMBER = re.compile(r"(?<![\d.,])\d{1,3}(?:[.,' ]?\d{3})*(?![\d.,]*\d)")


def route(kind: str, text: str) -> str:
    """Return the detail that *text* under a label of *kind* is, or nothing where it is none."""
    if is_quoted_value(text):
        return kind
    if kind in _TEXTS:
        return kind if len(text) <= _TEXT_MAX else ""
    if kind in _LINKS:
        return _link(kind, text)
    if kind == "price":
        return kind if prices_of(Line(text, 0)) else ""
    if kind == "language":
        return kind if languages_of(text)[0] else ""
    if kind == "capacity":
        return kind if capacity_of(text) is not None else ""
    if kind == "contact" and len(text) <= _TEXT_MAX:
        told = any(pattern.search(text) for pattern in (EMAIL, PHONE, URL))
        return kind if told or looks_like_name(text) else ""
    return ""


def _link(kind: str, text: str) -> str:
    if URL.search(text):
        words = len(URL.sub("", text).split())
        if kind == "register" and _VIDEO.search(text):
            return "recording"
        return kind if words <= 6 or kind == "register" and len(text) < _TEXT_MAX else ""
    if kind in ("link", "register") and EMAIL.search(text) and len(text) <= _TEXT_MAX:
        return "contact"
    return "price" if kind == "register" and is_free_line(text) else ""


def is_registration(text: str) -> bool:
    """Whether a line without a label says where to register."""
    return len(text) <= _TEXT_MAX and bool(URL.search(text) and _REGISTER.search(fold(text)))


def is_contact(text: str) -> bool:
    """Whether a line without a label is nothing but how to reach somebody."""
    if len(text) > 160 or not EMAIL.search(text):
        return False
    rest = PHONE.sub(" ", EMAIL.sub(" ", text))
    return all(word in _CALLING for word in re.findall(r"[^\W\d_]+", fold(rest)))


def says_only_where(text: str) -> bool:
    """Whether nothing is said of a registration but where it is."""
    folded = _REGISTER.sub("", fold(URL.sub("", text)))
    return all(word in _HERE for word in re.findall(r"[^\W\d_]+", folded))


def is_online(text: str) -> bool:
    """Whether a place is none: ``Online (Zoom)``, ``Zoom (link below)``."""
    words = re.findall(r"\w+'?", _LINK.sub(" ", fold(text)))
    return bool(words) and all(word in _ONLINE for word in words)


def languages_of(text: str) -> tuple[list[str], list[str]]:
    """Return the tags of the languages that a text names, and the words that are none."""
    found: list[str] = []
    rest: list[str] = []
    rest += _BRACKETED.findall(text[:_TEXT_MAX])
    for word in _NEXT.split(_BRACKETED.sub("", text[:_TEXT_MAX])):
        bare = word.strip(" .")
        code = _TONGUES.get(fold(bare)) or (bare if _TAG.fullmatch(bare) else None)
        if code is None and bare:
            named = [_TONGUES[one] for one in re.findall(r"\w+", fold(bare)) if one in _TONGUES]
            code = named[0] if len(named) == 1 and len(bare.split()) <= 4 else None
        if code is None and bare:
            rest.append(bare)
        elif code and code not in found:
            found.append(code)
    return found, rest


def status_of(text: str) -> EventStatus | None:
    """Return what has become of the plan, where a word that is known says so."""
    return _STATUS.get(re.sub(r"[\s_-]+", "-", fold(text.strip(" .!"))))


def capacity_of(text: str) -> int | None:
    """Return how many may take part, where one number says so."""
    numbers = _NUMBER.findall(text) if len(text) <= 60 else []
    return int(re.sub(r"[.,' ]", "", numbers[0])) if len(numbers) == 1 else None


def listed(line: Line) -> list[Line]:
    """Return the parts of a list with commas or semicolons."""
    mark = ";" if ";" in line.text else ","
    found, at = [], 0
    for piece in line.text.split(mark):
        part = line.part(at, at + len(piece)).stripped()
        at += len(piece) + 1
        if part.text:
            found.append(part)
    return found
