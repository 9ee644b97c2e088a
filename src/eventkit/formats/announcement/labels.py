"""What the labels of an announcement mean, in seven languages; all folded, see `words.fold`."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.rolewords import NEVER_ALONE, ROLE_LABELS
from eventkit.formats.announcement.words import DURATION_LABELS, alternatives, fold, word_set
from eventkit.joinlinks import MEETING_ID_WORDS, PASSCODE_WORDS, PHONE_WORDS

__all__ = ["LABELS", "Label", "label_of"]

_TABLE: dict[str, str] = {
    "title": "title, event, event title, titolo, evento, titre, titel, thema, titulo, onderwerp,"
    " webinar, topic",
    "when": "data, date, datum, fecha, when, quando, wann, quand, cuando, wanneer, data e ora,"
    " date and time, date & time, date et heure, datum und uhrzeit, fecha y hora, data e hora,"
    " datum en tijd, date/time, termin, dia, giorno, jour, tag, dag, day, data e orario,"
    " date et horaire, wann?, when?, quand ?, quando?, cuando?",
    "time": "time, times, ora, orario, heure, heures, horaire, horaires, uhrzeit, zeit, hora,"
    " horario, hours, tijd, tijdstip, starts, start, inizio, beginn, time of day",
    "timezone": "time zone, timezone, fuso orario, fuseau horaire, zeitzone, zona horaria,"
    " fuso horario, tijdzone",
    "duration": ", ".join(sorted(DURATION_LABELS)),
    **ROLE_LABELS,
    "organizer": "organizer, organizers, organiser, organisers, organized by, organised by,"
    " organizzatore, organizzatori, organizzato da, organizza, organisateur, organisatrice,"
    " organisateurs, organise par, veranstalter, veranstalterin, organizador, organizadora,"
    " organizado por, organiza, organisator, organisatie, promosso da, organisation",
    "link": "link, website, web, web page, webpage, url, sito, sito web, pagina web, site,"
    " site web, lien, webseite, enlace, sitio web, more information, further information,"
    " more info, info, info e dettagli, maggiori informazioni, plus d'informations, en savoir plus,"
    " mehr informationen, weitere informationen, mas informacion, mais informacoes,"
    " meer informatie",
    "register": "register, registration, register here, register at, sign up, tickets, rsvp,"
    " registration link, iscrizione, iscrizioni, registrazione, per iscriversi, inscription,"
    " inscriptions, s'inscrire, anmeldung, jetzt anmelden, anmeldelink, inscripcion,"
    " inscripciones, registro, inscricao, inscricoes, aanmelden, inschrijven, aanmelding,"
    " inschrijving",
    "where": "where, place, location, venue, luogo, dove, sede, lieu, ou, ort, wo,"
    " veranstaltungsort, lugar, donde, local, onde, locatie, plaats, waar, platform, piattaforma,"
    " plateforme, plattform, plataforma, room, where?, wo?, dove?, ou ?",
    "language": "language, languages, lingua, lingue, langue, langues, sprache, sprachen, idioma,"
    " idiomas, lengua, taal, talen",
    "status": "status, stato, statut, estado",
    "description": "abstract, description, about, about the event, about this event,"
    " about the webinar, about this webinar, summary, descrizione, presentazione, sommario,"
    " resume, presentation, beschreibung, inhalt, zusammenfassung, kurzbeschreibung, resumen,"
    " descripcion, resumo, descricao, samenvatting, beschrijving, omschrijving, contenuti",
    "bio": "bio, biography, short bio, about the speaker, speaker bio, biografia, biographie,"
    " kurzbiografie, kurzbiographie, zur person, vita, uber den referenten, uber die referentin,"
    " biografie, nota biografica, sobre el ponente, sobre o palestrante, over de spreker,"
    " profilo, il relatore",
    "join": "join, join link, join here, join url, meeting link, meeting url, zoom, zoom link,"
    " teams link, webinar link, join zoom meeting, join the meeting, join the webinar,"
    " link zoom, link per partecipare, partecipa, collegamento, lien de connexion, lien zoom,"
    " rejoindre, zugangslink, einwahllink, teilnahmelink, teilnehmen, zoom-link, teams,"
    " enlace de acceso, unirse, enlace zoom, link de acesso, entrar na reuniao, deelnemen,"
    " deelnamelink",
    "passcode": PASSCODE_WORDS,
    "meeting_id": MEETING_ID_WORDS,
    "phone": PHONE_WORDS,
}  # fmt: skip

LABELS = {word: kind for kind, words in _TABLE.items() for word in re.split(r",\s+", words)}

# A label that may stand alone on its line, as a heading does.
_HEADINGS = word_set(
    "when time speaker moderator host panelist interpreter organizer where description bio register"
)
_HEAD = 120  # characters within which a label ends
_DASHED = frozenset(["when", "time", *ROLE_LABELS])
Label = tuple[str, str, str, int]  # kind, label as written (folded), rest, where the rest begins


@lru_cache(maxsize=1)
def _labelled() -> re.Pattern[str]:
    words = alternatives(LABELS)
    return re.compile(
        rf"[\s*_#>\u2022\u00b7-]*(?P<label>{words})(?:\s*\d)?[*_]*"
        r"(?:\s*[:\uff1a][*_]*|\s+\|\s|(?P<dash>\s+-\s))\s*(?P<rest>.*)",
        re.DOTALL,
    )


def label_of(line: str) -> Label | None:
    """
    Return the label that *line* begins with.

    ``Date: 17 April``, ``**Date:** 17 April``, ``Date | 17 April``, or ``Speakers`` alone.
    """
    folded = fold(line[:_HEAD])
    if match := _labelled().match(folded):
        label, rest = re.sub(r"\s+", " ", match["label"]), match.start("rest")
        kind = LABELS[label]
        if match["dash"] is None or kind in _DASHED:
            return kind, label, line[rest:].strip(), rest
    if len(line) > _HEAD:
        return None
    alone = re.sub(r"\s+", " ", folded.strip().strip("*_#:").strip())
    heading = LABELS.get(alone)
    if heading in _HEADINGS and alone not in NEVER_ALONE and alone not in ("ou", "tag"):
        return heading, alone, "", len(line)
    return None
