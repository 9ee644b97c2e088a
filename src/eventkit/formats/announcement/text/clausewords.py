"""
The words that say what a time is: when it starts, when it ends, when the doors open.

In seven languages; all are folded, see `words.fold`.
"""

from __future__ import annotations

__all__ = ["DOORS", "ENDS", "STARTS", "phrases"]


def phrases(text: str) -> frozenset[str]:
    """Return the parts of *text* between bars."""
    return frozenset(part for part in text.split("|") if part)


# They say that what follows is the start, also of several days: ``6-8 May, starting at 9:00``.
STARTS = phrases(
    "start|starts|starting|start time|begin|begins|beginning|commence|commences|commencing|kick-off|"
    "kicks off|kicking off|kickoff|starting at|starts at|begins at|beginning at|from|as of|"
    "inizio|inizio lavori|inizia|iniziera|iniziamo|inizieremo|comincia|comincera|cominciamo|"
    "si comincia|si inizia|avvio|avvio lavori|con inizio|a partire da|a partire dalle|apertura lavori|"
    "apertura dei lavori|inizio dei lavori|"
    "debut|debute|debutera|debutons|debuterons|commence|commencera|commencons|commencerons|demarre|"
    "demarrera|demarrons|demarrage|a partir de|a compter de|des|a demarrer|"
    "beginn|beginnt|beginnen|start|startet|starten|anfang|los geht's|los geht es|los gehts|ab|"
    "inicio|inicia|iniciara|iniciamos|iniciaremos|comienzo|comienza|comenzara|comenzamos|"
    "comenzaremos|empieza|empezara|empezamos|empezaremos|dara comienzo|dara inicio|con inicio|"
    "desde las|a partir de las|hora de inicio|"
    "com inicio|tem inicio|tera inicio|comeca|comecara|comecamos|comecaremos|arranca|arrancamos|"
    "iniciando|a partir das|a partir da|"
    "aanvang|begin|begint|beginnen|van start|starten|vanaf|starttijd|begintijd"
)
# They say that what follows is the end: ``Start: 14:00, end: 15:00``.
ENDS = phrases(
    "end|ends|ends at|end time|ending|ending at|finish|finishes|finishing|finishing at|concludes|"
    "concluding|concluding at|wrap up|wraps up|wrapping up|until the end of|"
    "fine|fine lavori|termina|terminera|terminiamo|termineremo|termine|termine lavori|termina alle|"
    "finisce|finira|finiamo|finiremo|si conclude|si concludera|concludiamo|concluderemo|conclusione|"
    "chiusura lavori|chiusura dei lavori|"
    "fin|se termine|se terminera|termine|terminera|terminerons|terminons|finit|finira|finirons|"
    "finissons|prend fin|prendra fin|s'acheve|s'achevera|"
    "ende|endet|enden|endend|endzeit|endigt|schluss|schliesst|schliessen|"
    "termina a las|terminara|terminamos|terminaremos|finaliza|finalizara|finalizamos|"
    "finalizaremos|finalizacion|acaba|acabara|acabamos|acabaremos|concluye|concluira|concluimos|"
    "fin a|hora fin|hora de fin|hora de finalizacion|"
    "fim|final|termino|encerra|encerramento|encerramos|encerraremos|conclui|hora fim|acabando|"
    "terminando|"
    "einde|eindigt|eindigen|eindtijd|sluiten we af|ronden we af|is afgelopen"
)
# They say that what stands there is when one may come in, before the start.
DOORS = phrases(
    "doors|doors open|doors opening|log in|login|log-in|log on|logon|dial in|dial-in|room opens|"
    "room open|lobby opens|lobby open|waiting room|check in|check-in|join from|connect from|arrival|"
    "arrivals|tech check|sound check|technical check|registration|welcome coffee|coffee|"
    "apertura collegamento|apertura del collegamento|apertura sala|apertura della sala|collegamento|"
    "apertura stanza|apertura accessi|apertura porte|accesso|accessi|ingresso|accoglienza|"
    "prova tecnica|prove tecniche|registrazione|registrazione partecipanti|caffe di benvenuto|"
    "accueil|connexion|ouverture de la salle|ouverture des portes|ouverture du salon|"
    "ouverture de la connexion|ouverture des connexions|cafe d'accueil|enregistrement|"
    "einlass|einwahl|check-in|ankommen|technikcheck|technik-check|warteraum|virtueller einlass|"
    "offnung des raumes|raum offen|eintreffen|registrierung|"
    "acceso|conexion|apertura de sala|apertura de la sala|apertura de puertas|apertura de conexion|"
    "acreditacion|acreditaciones|recepcion|prueba tecnica|registro|"
    "acesso|abertura da sala|abertura das portas|credenciamento|acolhimento|recepcao|rececao|entrada|"
    "sala aberta|teste de som|"
    "inloop|digitale inloop|ontvangst|inloggen|zaal open|deuren open|lobby open|wachtkamer|"
    "registratie|koffie"
)
