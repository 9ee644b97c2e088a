"""
What the labels of an announcement mean, in English, Italian, French, German, Spanish, Portuguese
and Dutch; all folded, see `words.fold`.
"""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.rolewords import NEVER_ALONE, ROLE_LABELS
from eventkit.formats.announcement.text.words import DURATION_LABELS
from eventkit.joinlinks import MEETING_ID_WORDS, PASSCODE_WORDS, PHONE_WORDS

__all__ = ["ALONE_NEVER", "BY", "HEADINGS", "ICONS", "LABELS"]

_TABLE: dict[str, str] = {
    "title": "title, event, event title, titolo, evento, titre, titel, thema, titulo, onderwerp,"
    " webinar, topic, webinar title, titolo del webinar, titre du webinaire, webinaire,"
    " titel des webinars, online-seminar, titulo del webinar, titulo do webinar,"
    " titel van het webinar, webinaire en ligne, seminario web",
    "subtitle": "subtitle, sottotitolo, sous-titre, untertitel, subtitulo, ondertitel, occhiello",
    "when": "data, date, datum, fecha, when, quando, wann, quand, cuando, wanneer, data e ora,"
    " date and time, date & time, date et heure, datum und uhrzeit, fecha y hora, data e hora,"
    " datum en tijd, date/time, termin, dia, giorno, jour, tag, dag, day, data e orario,"
    " date et horaire, wann?, when?, quand ?, quando?, cuando?, wanneer?, datum & uhrzeit,"
    " date & heure, data & ora, date of the event, event date, dates, time and date,"
    " date et heures, dia e hora, dia y hora, quand?, data e horario, datum/uhrzeit, zeitpunkt,"
    " date e luogo, data e luogo, when and where, date and place, date and venue, wann und wo,"
    " date et lieu, quando e dove, cuando y donde, fecha y lugar, data e local, quando e onde,"
    " datum en locatie, ort und zeit, zeit und ort, dove e quando, datum und ort,"
    " datum & tijd, fecha/hora, giorno e ora, jour et heure, tag und uhrzeit",
    "time": "time, times, ora, orario, heure, heures, horaire, horaires, uhrzeit, zeit, hora,"
    " horario, hours, tijd, tijdstip, starts, start, inizio, beginn, time of day, starts at,"
    " orari, horarios, aanvang, debut, inicio, start time, uur",
    "end": "end, ends, ends at, end time, fine, fin, ende, einde, fim, termino, conclusione,"
    " ora di fine, heure de fin, eindtijd, schluss",
    "timezone": "time zone, timezone, fuso orario, fuseau horaire, zeitzone, zona horaria,"
    " fuso horario, tijdzone",
    "duration": ", ".join(sorted(DURATION_LABELS)),
    **ROLE_LABELS,
    "organizer": "organizer, organizers, organiser, organisers, organized by, organised by,"
    " organizzatore, organizzatori, organizzato da, organizza, organisateur, organisatrice,"
    " organisateurs, organise par, veranstalter, veranstalterin, organizador, organizadora,"
    " organizado por, organiza, organisator, organisatie, promosso da, organisation,"
    " organizan, organizadores, veranstaltet von, georganiseerd door, organizzazione,"
    " organizacion, organizacao, organizzano, organisatoren, organizer(s), organiser(s),"
    " veranstaltende, eine veranstaltung von, un evento di, an event by, organisee par,"
    " organizada por, organizzata da, co-organizers, co-organisers, ausrichter, veranstalter:in,"
    " veranstalter:innen, promotor, promotora, realizacao, organizadora(s)",
    "sponsor": "sponsor, sponsors, sponsored by, sponsorizzato da, sponsorise par, gesponsert von,"
    " patrocinador, patrocinadores, patrocinado por, gesponsord door, sponsoren, supported by",
    "link": "link, website, web, web page, webpage, url, sito, sito web, pagina web, site,"
    " site web, lien, webseite, enlace, sitio web, more information, further information,"
    " more info, info, info e dettagli, maggiori informazioni, plus d'informations, en savoir plus,"
    " mehr informationen, weitere informationen, mas informacion, mais informacoes,"
    " meer informatie, details, event page, pagina dell'evento, page de l'evenement,"
    " veranstaltungsseite, pagina del evento, pagina do evento, evenementpagina, more details,"
    " mehr infos, weitere infos, plus d'infos, mas info, meer info, ulteriori informazioni,"
    " pagina, web site, programme complet, dettagli, homepage, seite, page web",
    "register": "register, registration, register here, register at, sign up, tickets, rsvp,"
    " registration link, iscrizione, iscrizioni, registrazione, per iscriversi, inscription,"
    " inscriptions, s'inscrire, anmeldung, jetzt anmelden, anmeldelink, inscripcion,"
    " inscripciones, registro, inscricao, inscricoes, aanmelden, inschrijven, aanmelding,"
    " inschrijving, register now, sign up here, sign up at, book your place, book now,"
    " book your seat, reserve your place, registration page, registration at, to register,"
    " please register at, please register here, register online, iscriviti, iscriviti qui,"
    " iscrizione online, modulo di iscrizione, link di iscrizione, link per l'iscrizione,"
    " registrati, registrati qui, registrazioni, inscrivez-vous, inscription obligatoire,"
    " inscription gratuite, lien d'inscription, pour s'inscrire, formulaire d'inscription,"
    " inscrivez-vous ici, inscription ici, inscription en ligne, zur anmeldung, hier anmelden,"
    " anmeldung unter, anmelden, anmeldung hier, registrierung, zur registrierung,"
    " anmeldeformular, inscripcion gratuita, inscribirse, inscribete, inscribete aqui,"
    " enlace de inscripcion, formulario de inscripcion, inscripcion en, registrate,"
    " inscreva-se, inscreva-se aqui, link de inscricao, formulario de inscricao, registo,"
    " inscricao gratuita, meld je aan, meld u aan, aanmelden via, schrijf je in,"
    " inschrijven via, aanmeldlink, registreren, inscription (gratuite), registration form,"
    " registration link here, iscrizione gratuita, kostenlose anmeldung, gratis aanmelden,"
    " free registration, link para inscripcion, inschrijflink",
    "where": "where, place, location, venue, luogo, dove, sede, lieu, ou, ort, wo,"
    " veranstaltungsort, lugar, donde, local, onde, locatie, plaats, waar, platform, piattaforma,"
    " plateforme, plattform, plataforma, room, where?, wo?, dove?, ou ?, waar?, donde?, onde?,"
    " event location, location / platform, format, formato, modalita, modalite, lieu/plateforme,"
    " ort/plattform, luogo/piattaforma, modalidad, modalidade, ou?",
    "language": "language, languages, lingua, lingue, langue, langues, sprache, sprachen, idioma,"
    " idiomas, lengua, taal, talen, voertaal, event language, lingua di lavoro,"
    " langue de travail, veranstaltungssprache, konferenzsprache, working language, lenguas,"
    " linguas, language(s)",
    "status": "status, stato, statut, estado",
    "price": "combien, quanto costa, wieviel, was kostet es, cuanto cuesta, quanto custa, wat kost"
    " het, how much, price, prices, cost, costs, fee, fees, admission, entry, participation,"
    " participation fee, attendance, registration fee, ticket price, prezzo, prezzi, costo, quota,"
    " quota di partecipazione, partecipazione, ingresso, tariffa, tariffe, prix, tarif, tarifs,"
    " cout, frais, frais d'inscription, frais de participation, entree, acces, participation aux"
    " frais, preis, preise, kosten, eintritt, teilnahme, teilnahmegebuhr, teilnahmebeitrag,"
    " gebuhr, kostenbeitrag, precio, precios, coste, tarifa, tarifas, entrada, cuota,"
    " participacion, acceso, preco, precos, custo, valor, participacao, acesso, ingressos, prijs,"
    " prijzen, toegang, deelname, deelnamekosten, tarief, price/free, free, investimento,"
    " investimento por pessoa, kostprijs, tickets and prices",
    "contact": "renseignement, rueckfragen, duvidas e contacto, contact, contacts, contact us, contact person, contact details, contatto, contatti,"
    " per informazioni, informazioni, referente, kontakt, ansprechpartner, ansprechpartnerin,"
    " ansprechperson, ruckfragen, contacto, contactos, contato, contatos, contactpersoon,"
    " enquiries, inquiries, questions, questions?, domande, domande?, fragen, fragen?,"
    " renseignements, information et contact, informations, contact et informations,"
    " informacion, informacion y contacto, informacoes, consultas, duvidas, vragen, vragen?,"
    " email, e-mail, mail, segreteria, segreteria organizzativa, personne de contact,"
    " persona de contacto, queries, for information, for further information, info & contact,"
    " kontakt & info, dudas",
    "recording": "recording, recordings, replay, video, watch again, watch the recording,"
    " recording link, registrazione video, video della registrazione, enregistrement, rediffusion,"
    " revoir, video de l'evenement, aufzeichnung, aufzeichnungen, mitschnitt, grabacion,"
    " grabaciones, gravacao, gravacoes, opname, opnames, terugkijken, rivedi,"
    " rivedi il webinar, registrazione disponibile, link to the recording",
    "stream": "live stream, livestream, stream, streaming, diretta, diretta streaming,"
    " en direct, retransmission, direct, en directo, ao vivo, transmissao, emision en directo",
    "materials": "slides, material, materials, slide deck, presentation slides, handout, handouts,"
    " materiali, materiale, supports, support de presentation, diapositives, folien, unterlagen,"
    " materialien, diapositivas, materiales, materiais, documents, documenti, dokumente,"
    " documentos, documenten, presentatie, materiaal, download, downloads",
    "series": "series, part of the series, part of, ciclo, rassegna, serie, cycle, reihe,"
    " veranstaltungsreihe, webinar-reihe, webinarreihe, reeks, webinar series, serie di webinar,"
    " ciclo di webinar, cycle de webinaires, ciclo de webinars, webinarreeks, ciclo de seminarios,"
    " nell'ambito di, dans le cadre de",
    "keywords": "keywords, tags, topics, parole chiave, mots-cles, mots cles, schlagworter,"
    " schlagworte, stichworter, themen, palabras clave, temas, palavras-chave, trefwoorden,"
    " thema's, temi, argomenti, themes, subjects, etiquetas",
    "audience": "audience, target audience, target group, who should attend, for whom, destinatari,"
    " pubblico, a chi e rivolto, rivolto a, public, public cible, publics, a qui s'adresse,"
    " zielgruppe, zielpublikum, fur wen, publico, publico objetivo, dirigido a, destinatarios,"
    " publico-alvo, doelgroep, voor wie, who is it for, intended audience, zielgruppen,"
    " for whom?, fur wen?, voor wie?",
    "capacity": "capacity, seats, places, number of places, maximum participants,"
    " max. participants, posti, posti disponibili, capienza, nombre de places, capacite,"
    " platze, teilnehmerzahl, max. teilnehmerzahl, plazas, aforo, capacidad, vagas, lugares,"
    " capacidade, plaatsen, aantal plaatsen, maximaal aantal deelnemers, capaciteit,"
    " numero massimo di partecipanti, places limitees",
    "agenda": "agenda, programme, program, schedule, timetable, programma, scaletta,"
    " ordine del giorno, ordre du jour, deroule, deroulement, programm, ablauf, tagesordnung,"
    " zeitplan, programa, orden del dia, ordem do dia, horario y programa, planning, dagindeling,"
    " agenda of the day, agenda del webinar, programma del webinar, programme du webinaire,"
    " programa del webinar, programa do webinar, event programme, event program, cronograma,"
    " programmablauf, draft agenda, provisional programme, running order, programmaoverzicht",
    "description": "o que vamos conversar, de que hablaremos, di cosa parliamo, de quoi"
    " parlerons-nous, worum es geht, waar gaat het over, what to expect, about this session, abstract, description, about, about the event, about this event,"
    " about the webinar, about this webinar, summary, descrizione, presentazione, sommario,"
    " resume, presentation, beschreibung, inhalt, zusammenfassung, kurzbeschreibung, resumen,"
    " descripcion, resumo, descricao, samenvatting, beschrijving, omschrijving, contenuti,"
    " abstrait, a propos, a propos du webinaire, uber das webinar, uber die veranstaltung,"
    " il webinar, sul webinar, de que trata, sobre el webinar, sobre el evento, sobre o evento,"
    " sobre o webinar, over het webinar, over dit webinar, inhoud, overview, introduction,"
    " contenu, contenido, conteudo, zum inhalt, worum geht es?, worum geht's?,"
    " descrizione dell'evento, presentacion, apresentacao, darum geht es",
    "bio": "bio, biography, short bio, speaker bio, biografia, biographie,"
    " kurzbiografie, kurzbiographie, zur person, vita, uber den referenten, uber die referentin,"
    " biografie, nota biografica, sobre el ponente, sobre o palestrante, over de spreker,"
    " profilo, il relatore, la relatrice, sulla relatrice, sul relatore, kurzvita, bios,"
    " a propos de l'intervenant, a propos de l'intervenante, sobre la ponente, sobre a oradora,"
    " sobre o orador, zum referenten, zur referentin, about the presenter, about the author",
    "join": "join, join link, join here, join url, meeting link, meeting url, zoom, zoom link,"
    " teams link, webinar link, join zoom meeting, join the meeting, join the webinar,"
    " link zoom, link per partecipare, partecipa, collegamento, lien de connexion, lien zoom,"
    " rejoindre, zugangslink, einwahllink, teilnahmelink, teilnehmen, zoom-link, teams,"
    " enlace de acceso, unirse, enlace zoom, link de acesso, entrar na reuniao, deelnemen,"
    " deelnamelink, link di accesso, link di collegamento, accesso, enlace de conexion,"
    " se connecter, lien de participation, zugang, einwahl, einwahldaten, meeting, webex,"
    " google meet, link to join, access link, access, enlace para unirse, toegangslink,"
    " zum meeting, zum webinar, link de participacao",
    "passcode": PASSCODE_WORDS,
    "meeting_id": MEETING_ID_WORDS,
    "phone": PHONE_WORDS,
}  # fmt: skip

_TABLE["speaker"] += (
    ", referentinnen und referenten, referenten und referentinnen, sprecherinnen und sprecher,"
    " relatori e relatrici, relatrici e relatori, intervenants et intervenantes, intervenantes et"
    " intervenants, ponentes y moderacion, oradoras e oradores, quem participa, chi partecipa, chi parla, who is speaking, wer spricht, qui intervient,"
    " quienes participan, wie spreekt, tallerista, talleristas, your presenters, your speakers,"
    " con la partecipazione di, es referieren, es spricht, meet the speakers, gastos, dinamizan,"
    " imparte, facilitadora, oficineira, oficineiro, our guests, unsere gaste"
)
_TABLE["moderator"] += ", animation, conduz, conduce el dialogo, leitung, gesprek geleid door"

LABELS: dict[str, str] = {}
for _kind, _words in _TABLE.items():
    for _word in re.split(r",\s+", _words):
        LABELS.setdefault(_word, _kind)

# A label that may stand alone on its line, as a heading does.
HEADINGS = frozenset(_TABLE) - {"duration", "end", "timezone", "status", "passcode",
                                "meeting_id", "phone"}  # fmt: skip
# Words that are labels only before a colon.
ALONE_NEVER = NEVER_ALONE | frozenset(
    ["ou", "tag", "con", "free",
     "start", "date", "data", "datum", "event", "local", "part of", "access", "mail", "web",
     "format", "formato", "zeit", "time", "day", "dag", "jour", "dia", "giorno", "room", "info",
     "introduction", "overview", "presentation", "inhalt", "meeting", "link", "direct", "modere",
     "organiza", "organizza", "modera", "conduce", "video", "site", "pagina", "page", "places",
     "title", "titolo", "titre", "titel", "titulo", "evento", "webinar", "webinaire", "thema",
     "topic", "onderwerp", "public", "publico", "serie", "zoom", "teams", "webex", "video", "valor", "tags"]
)  # fmt: skip
# What a role or an organiser may follow without a colon.
BY = {
    "speaker": "with, presented by, featuring, con, con la partecipazione di, avec, mit, com, met,"
    " con la participacion de, met medewerking van",
    "moderator": "moderated by, chaired by, moderato da, modera, modere par, animation par,"
    " moderiert von, moderado por, moderada por, gemodereerd door",
    "host": "hosted by, ospitato da, anime par, presentado por, apresentado por, gepresenteerd door",
    "organizer": "organised by, organized by, organizzato da, organizzata da, promosso da,"
    " organise par, organisee par, veranstaltet von, organizado por, organizada por,"
    " georganiseerd door, an event by, un evento di, eine veranstaltung von",
}
# Pictures that stand for a label.
ICONS = {
    "when": "\U0001f4c5\U0001f4c6\U0001f5d3",
    "time": "\U0001f550\U0001f551\U0001f552\U0001f553\U0001f554\U0001f555\U0001f556\U0001f557"
    "\U0001f558\U0001f559\U0001f55a\U0001f55b\u23f0\u23f1\u231a\u231b\U0001f570",
    "where": "\U0001f4cd\U0001f3e2\U0001f4bb\U0001f5a5\U0001f3db",
    "speaker": "\U0001f3a4\U0001f399\U0001f464\U0001f5e3\U0001f465",
    "register": "\U0001f39f\U0001f3ab\U0001f4dd\u270d",
    "link": "\U0001f517\U0001f310",
    "language": "\U0001f4ac",
    "price": "\U0001f4b6\U0001f4b0\U0001f4b5",
    "contact": "\U0001f4e7\u2709\U0001f4de\u260e",
}
