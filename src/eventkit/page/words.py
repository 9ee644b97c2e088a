"""The words of the interface in seven languages, and what belongs to a language."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

__all__ = ["LANGUAGES", "direction", "language_of", "locale_of", "words"]

LANGUAGES = ("en", "it", "fr", "de", "es", "pt", "nl")
_RIGHT_TO_LEFT = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "ps", "sd", "ug", "ur", "yi"}
)
_REGIONS = {"en": "en-GB", "pt": "pt-PT"}  # of a language that is given alone

_ROWS = """
about|About|Informazioni|À propos|Beschreibung|Acerca de|Sobre|Over
add|Add to calendar|Aggiungi al calendario|Ajouter au calendrier|In den Kalender|Añadir al calendario|Adicionar ao calendário|Aan agenda toevoegen
agenda|Agenda|Programma|Programme|Programm|Programa|Programa|Programma
all|All events|Tutti gli eventi|Tous les événements|Alle Veranstaltungen|Todos los eventos|Todos os eventos|Alle evenementen
archive|By year|Per anno|Par année|Nach Jahr|Por año|Por ano|Per jaar
audience|For|Per|Public|Für|Para|Para|Voor
cancelled|Cancelled|Annullato|Annulé|Abgesagt|Cancelado|Cancelado|Geannuleerd
contact|Contact|Contatto|Contact|Kontakt|Contacto|Contacto|Contact
date_only|The time is not announced yet, or the event lasts all day.|L’orario non è ancora noto, o l’evento dura tutto il giorno.|L’heure n’est pas encore annoncée, ou l’événement dure toute la journée.|Die Uhrzeit steht noch nicht fest, oder es dauert den ganzen Tag.|La hora aún no se ha anunciado o el evento dura todo el día.|A hora ainda não foi anunciada, ou o evento dura todo o dia.|De tijd is nog niet bekend, of het duurt de hele dag.
details|Details|Dettagli|Détails|Einzelheiten|Detalles|Detalhes|Details
during|On air now|In corso|En cours|Läuft gerade|En curso|A decorrer|Nu bezig
ended|This event is over.|Questo evento è terminato.|Cet événement est terminé.|Diese Veranstaltung ist vorbei.|Este evento ha terminado.|Este evento terminou.|Dit evenement is voorbij.
event_time|Time of the event|Ora dell’evento|Heure de l’événement|Zeit der Veranstaltung|Hora del evento|Hora do evento|Tijd van het evenement
feed|News feed|Feed|Flux|Feed|Canal|Feed|Feed
free|Free|Gratuito|Gratuit|Kostenlos|Gratis|Gratuito|Gratis
host|Host|Ospita|Hôte|Gastgeber|Anfitrión|Anfitrião|Gastheer
ics|Other calendars (.ics)|Altri calendari (.ics)|Autres calendriers (.ics)|Andere Kalender (.ics)|Otros calendarios (.ics)|Outros calendários (.ics)|Andere agenda’s (.ics)
join|Join now|Partecipa ora|Participer|Jetzt teilnehmen|Unirse ahora|Participar agora|Nu deelnemen
join_page|Where it takes place|Dove si svolge|Où cela se passe|Hier findet es statt|Dónde se celebra|Onde decorre|Waar het plaatsvindt
language|Language|Lingua|Langue|Sprache|Idioma|Língua|Taal
materials|Material|Materiali|Documents|Material|Materiales|Materiais|Materiaal
moderator|Moderator|Modera|Modération|Moderation|Moderación|Moderação|Moderator
moved_online|This event has moved online.|Questo evento si svolge ora online.|Cet événement a lieu désormais en ligne.|Diese Veranstaltung findet jetzt online statt.|Este evento se celebra ahora en línea.|Este evento decorre agora online.|Dit evenement is nu online.
next_day|next day|giorno dopo|lendemain|Folgetag|día siguiente|dia seguinte|volgende dag
none|There are no events.|Non ci sono eventi.|Aucun événement.|Keine Veranstaltungen.|No hay eventos.|Não há eventos.|Er zijn geen evenementen.
online|Online|Online|En ligne|Online|En línea|Online|Online
organizer|Organised by|A cura di|Organisé par|Veranstaltet von|Organiza|Organização|Georganiseerd door
panelist|Panelist|Relatore al panel|Panéliste|Podium|Panelista|Painel|Panellid
past|Past|Passati|Passés|Vergangen|Pasados|Passados|Voorbij
postponed|Postponed: a new date will be announced.|Rinviato: la nuova data sarà comunicata.|Reporté : une nouvelle date sera annoncée.|Verschoben: ein neuer Termin folgt.|Aplazado: se anunciará una nueva fecha.|Adiado: será anunciada uma nova data.|Uitgesteld: een nieuwe datum volgt.
previous_day|previous day|giorno prima|veille|Vortag|día anterior|dia anterior|vorige dag
price|Price|Prezzo|Prix|Preis|Precio|Preço|Prijs
recording|Recording|Registrazione|Enregistrement|Aufzeichnung|Grabación|Gravação|Opname
recurs|One date of a series; the calendar has all of them.|Una data di una serie; il calendario le contiene tutte.|Une date d’une série ; le calendrier les contient toutes.|Ein Termin einer Reihe; der Kalender enthält alle.|Una fecha de una serie; el calendario las contiene todas.|Uma data de uma série; o calendário contém todas.|Eén datum van een reeks; de agenda bevat ze allemaal.
dates|Dates|Date|Dates|Termine|Fechas|Datas|Data
register|Register|Iscriviti|S’inscrire|Anmelden|Inscribirse|Inscrever-se|Aanmelden
registration|Registration, until the start|Iscrizione, fino all’inizio|Inscription, jusqu’au début|Anmeldung bis zum Beginn|Inscripción, hasta el comienzo|Inscrição, até ao início|Aanmelding, tot het begin
rescheduled|Rescheduled; before:|Riprogrammato; prima:|Reprogrammé ; avant :|Neuer Termin; zuvor:|Reprogramado; antes:|Reagendado; antes:|Verplaatst; eerder:
series|Series|Serie|Série|Reihe|Serie|Série|Reeks
skip|Skip to content|Vai al contenuto|Aller au contenu|Zum Inhalt|Ir al contenido|Ir para o conteúdo|Naar de inhoud
sold_out|Sold out|Esaurito|Complet|Ausgebucht|Agotado|Esgotado|Uitverkocht
speaker|Speaker|Relatore|Intervenant|Vortrag|Ponente|Orador|Spreker
speakers|Speakers|Relatori|Intervenants|Vortragende|Ponentes|Oradores|Sprekers
sponsors|Supported by|Con il sostegno di|Avec le soutien de|Unterstützt von|Con el apoyo de|Com o apoio de|Met steun van
stream|Watch live|Guarda in diretta|Regarder en direct|Live ansehen|Ver en directo|Ver em direto|Live kijken
subscribe|Subscribe to the calendar|Abbonati al calendario|S’abonner au calendrier|Kalender abonnieren|Suscribirse al calendario|Subscrever o calendário|Agenda volgen
upcoming|Upcoming|Prossimi|À venir|Kommende|Próximos|Próximos|Binnenkort
watch|Watch the recording|Guarda la registrazione|Voir l’enregistrement|Aufzeichnung ansehen|Ver la grabación|Ver a gravação|Opname bekijken
when|When|Quando|Quand|Wann|Cuándo|Quando|Wanneer
where|Where|Dove|Où|Wo|Dónde|Onde|Waar
world|In other time zones|In altri fusi orari|Dans d’autres fuseaux horaires|In anderen Zeitzonen|En otras zonas horarias|Noutros fusos horários|In andere tijdzones
your_time|Your time|La tua ora|Votre heure|Ihre Zeit|Su hora|A sua hora|Uw tijd
zone|Time zone|Fuso orario|Fuseau horaire|Zeitzone|Zona horaria|Fuso horário|Tijdzone
"""


@cache
def words(language: str) -> Mapping[str, str]:
    """Return the words of one of `LANGUAGES` by key."""
    column = LANGUAGES.index(language) + 1
    rows = (row.split("|") for row in _ROWS.strip().splitlines())
    return {row[0]: row[column] for row in rows}


def language_of(tags: tuple[str, ...], wanted: str | None = None) -> str:
    """Return the tag of the interface: the wanted one or the first known, else English."""
    for tag in (wanted, *tags):
        if tag and tag.lower().partition("-")[0] in LANGUAGES:
            return tag
    return "en"


def locale_of(tag: str) -> str:
    """Return the tag by which dates are written; a bare one gets its usual region."""
    return _REGIONS.get(tag, tag)


def direction(tag: str) -> str:
    """Return ``rtl`` for the languages written from right to left, else ``ltr``."""
    parts = tag.split("-")
    if any(part.lower() in ("arab", "hebr", "thaa") for part in parts[1:]):
        return "rtl"
    is_rtl = parts[0].lower() in _RIGHT_TO_LEFT and "latn" not in tag.lower()
    return "rtl" if is_rtl else "ltr"
