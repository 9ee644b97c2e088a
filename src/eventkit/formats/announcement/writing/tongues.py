"""The labels and words with which announcements are written, in seven languages."""

from __future__ import annotations

from eventkit.errors import InvalidValueError
from eventkit.model import Event, EventStatus

__all__ = ["LANGUAGES", "LANGUAGE_NAMES", "STATUSES", "language_of"]

_KINDS = (
    "date", "subtitle", "where", "organizer", "sponsor", "language", "link", "register", "price",
    "free", "contact", "recording", "stream", "materials", "series", "keywords", "audience",
    "capacity", "agenda", "status", "speaker", "moderator", "host", "panelist", "bio",
    "description",
)  # fmt: skip
_WORDS = {
    "en": "Date|Subtitle|Where|Organizer|Sponsor|Language|Link|Register|Price|free|Contact|Recording"
    "|Stream|Materials|Series|Keywords|Audience|Capacity|Agenda|Status|Speaker|Moderator|Host"
    "|Panelist|Bio|Description",
    "it": "Data|Sottotitolo|Dove|Organizzatore|Sponsor|Lingua|Link|Iscrizione|Prezzo|gratuito"
    "|Contatto|Registrazione video|Diretta|Materiali|Ciclo|Parole chiave|Destinatari|Posti|Programma"
    "|Stato|Relatore|Moderatore|Conduttore|Panelista|Biografia|Descrizione",
    "fr": "Date|Sous-titre|Lieu|Organisateur|Sponsor|Langue|Lien|Inscription|Prix|gratuit|Contact"
    "|Enregistrement|Retransmission|Supports|Cycle|Mots-cl\u00e9s|Public|Nombre de places|Programme"
    "|Statut|Intervenant|Mod\u00e9rateur|Animateur|Pan\u00e9liste|Biographie|Description",
    "de": "Datum|Untertitel|Ort|Veranstalter|Sponsor|Sprache|Link|Anmeldung|Preis|kostenlos|Kontakt"
    "|Aufzeichnung|Livestream|Unterlagen|Reihe|Schlagw\u00f6rter|Zielgruppe|Pl\u00e4tze|Programm"
    "|Status|Referent|Moderator|Gastgeber|Panelist|Kurzbiografie|Beschreibung",
    "es": "Fecha|Subt\u00edtulo|Lugar|Organizador|Patrocinador|Idioma|Enlace|Inscripci\u00f3n|Precio"
    "|gratuito|Contacto|Grabaci\u00f3n|En directo|Materiales|Ciclo|Palabras clave|Destinatarios"
    "|Plazas|Programa|Estado|Ponente|Moderador|Anfitri\u00f3n|Panelista|Biograf\u00eda"
    "|Descripci\u00f3n",
    "pt": "Data|Subt\u00edtulo|Local|Organizador|Patrocinador|Idioma|Link|Inscri\u00e7\u00e3o"
    "|Pre\u00e7o|gratuito|Contato|Grava\u00e7\u00e3o|Ao vivo|Materiais|S\u00e9rie|Palavras-chave"
    "|P\u00fablico-alvo|Vagas|Programa|Estado|Orador|Moderador|Anfitri\u00e3o|Panelista|Biografia"
    "|Descri\u00e7\u00e3o",
    "nl": "Datum|Ondertitel|Locatie|Organisator|Sponsor|Taal|Link|Aanmelden|Prijs|gratis|Contact"
    "|Opname|Livestream|Materiaal|Reeks|Trefwoorden|Doelgroep|Plaatsen|Programma|Status|Spreker"
    "|Moderator|Gastheer|Panellid|Biografie|Beschrijving",
}
LANGUAGES = {
    code: dict(zip(_KINDS, words.split("|"), strict=True)) for code, words in _WORDS.items()
}
_TONGUES = ("en", "it", "fr", "de", "es", "pt", "nl")
_NAMES = {
    "en": "English Italian French German Spanish Portuguese Dutch",
    "it": "inglese italiano francese tedesco spagnolo portoghese olandese",
    "fr": "anglais italien fran\u00e7ais allemand espagnol portugais n\u00e9erlandais",
    "de": "Englisch Italienisch Franz\u00f6sisch Deutsch Spanisch Portugiesisch"
    " Niederl\u00e4ndisch",
    "es": "ingl\u00e9s italiano franc\u00e9s alem\u00e1n espa\u00f1ol portugu\u00e9s"
    " neerland\u00e9s",
    "pt": "ingl\u00eas italiano franc\u00eas alem\u00e3o espanhol portugu\u00eas neerland\u00eas",
    "nl": "Engels Italiaans Frans Duits Spaans Portugees Nederlands",
}
LANGUAGE_NAMES = {
    code: dict(zip(_TONGUES, words.split(), strict=True)) for code, words in _NAMES.items()
}
_STATES = {
    "en": "cancelled|postponed|rescheduled|moved online",
    "it": "annullato|rinviato|riprogrammato|spostato online",
    "fr": "annul\u00e9|report\u00e9|reprogramm\u00e9|d\u00e9plac\u00e9 en ligne",
    "de": "abgesagt|verschoben|verlegt|online verlegt",
    "es": "cancelado|aplazado|reprogramado|trasladado en l\u00ednea",
    "pt": "cancelado|adiado|reagendado|passado para online",
    "nl": "geannuleerd|uitgesteld|verplaatst|online verplaatst",
}
_ORDER = (
    EventStatus.CANCELLED, EventStatus.POSTPONED, EventStatus.RESCHEDULED, EventStatus.MOVED_ONLINE,
)  # fmt: skip
STATUSES = {
    code: dict(zip(_ORDER, words.split("|"), strict=True)) for code, words in _STATES.items()
}


def language_of(event: Event, language: str | None) -> str:
    """
    Return the code of the language to write in.

    Args:
        event: What is written.
        language: A tag; by default the first of the event's that is one of the seven, or English.

    Raises:
        InvalidValueError: *language* is none of the seven.
    """
    if language is not None:
        code = language.split("-")[0].lower()
        if code not in LANGUAGES:
            raise InvalidValueError(
                f"announcements are not written in {language!r:.40}",
                "use one of: " + ", ".join(LANGUAGES),
            )
        return code
    spoken = (tag.split("-")[0].lower() for tag in event.in_language)
    return next((code for code in spoken if code in LANGUAGES), "en")
