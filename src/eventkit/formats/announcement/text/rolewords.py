"""The words that say what part somebody has in an event, in seven languages; all folded."""

from __future__ import annotations

from eventkit.formats.announcement.text.words import word_set

__all__ = ["NEVER_ALONE", "PLURALS", "ROLE_LABELS", "part_named"]

# Label of a line -> the part that those have who are named on it; ``+`` marks a plural.
_TABLE: dict[str, str] = {
    "speaker": "speaker, speakers+, our speaker, our speakers+, the speakers+, guest speaker,"
    " guest speakers+, keynote, keynotes+, keynote speaker, keynote speakers+, keynote by,"
    " presenter, presenters+, presented by, lecturer, lecturers+, guest, guests+, special guest,"
    " special guests+, instructor, instructors+, trainer, trainers+, with, featuring,"
    " opening remarks, closing remarks, your speaker, your speakers+, your presenter, your"
    " presenters+,"
    " your instructor, your guide, meet the speaker, meet the speakers+, who speaks+, relator,"
    " relators+, relatore, relatrice, relatori+,"
    " relatrici+, i relatori+, i nostri relatori+, docente, docenti+, ospite, ospiti+, interviene,"
    " intervengono+, ne parlano+, ne parla, saluti+, saluti istituzionali+, formatore, formatrice,"
    " formatori+, chi parla+, chi interviene+, con la partecipazione di+, intervenant,"
    " intervenante, intervenants+, intervenantes+, intervenant(e)s+, intervenant.e.s+,"
    " intervenant\u00b7e\u00b7s+, nos intervenants+, les intervenants+, orateur, oratrice,"
    " orateurs+, oratrices+, conferencier, conferenciere, conferenciers+, conferencieres+,"
    " formateur, formatrice, formateurs+, invite, invitee, invites+, grand temoin, grands"
    " temoins+, avec, presente par, qui parle+, avec la participation de+, referent,"
    " referentin, referenten+, referentinnen+, referent:in, referent*in, referent/in,"
    " referent:innen+, referent*innen+, referierende+, unsere referenten+, unsere referentin,"
    " unser referent, vortragender, vortragende, vortragende+, sprecher, sprecherin,"
    " sprecher:innen+, sprecherinnen+, redner, rednerin, gast, gaste+, dozent, dozentin, dozenten+,"
    " dozentinnen+, mit dabei+, zu gast, mit, es spricht, es sprechen+, wer spricht+, ihre"
    " referenten+, ihr referent, ihre referentin,"
    " referentinnen und referenten+, referenten und referentinnen+, mitwirkende+, ponente,"
    " ponentes+, la ponente, el ponente,"
    " conferenciante, conferenciantes+, orador, oradora, oradores+, oradoras+, disertante,"
    " disertantes+, expositor, expositora, expositores+, invitado, invitada, invitados+,"
    " invitadas+, intervienen+, participan+, con la participacion de+, imparte, imparten+,"
    " tallerista, talleristas+, quienes participan+, quien imparte, exponen+, con, palestrante,"
    " palestrantes+, quem participa+, quem fala+, facilitador, facilitadora,"
    " convidado, convidada, convidados+, convidadas+, formador, formadora, formadores+, com,"
    " spreker, spreekster, sprekers+, onze sprekers+, onze spreker, de sprekers+, uw sprekers+,"
    " wie spreekt+, gastspreker,"
    " gastsprekers+, inleider, inleiders+, docenten+, met",
    "moderator": "moderator, moderators+, moderated by, chair, chairs+, chaired by, chairperson,"
    " session chair, facilitator, facilitators+, facilitated by, moderatore, moderatrice,"
    " moderatori+, moderatrici+, modera, moderano+, coordina, facilitatore, facilitatrice,"
    " moderateur, animation, moderateurs+, moderatrices+, modere par, president de seance,"
    " presidente de seance, moderatorin, moderatoren+, moderatorinnen+, moderation, moderiert von,"
    " gesprachsleitung, diskussionsleitung, sitzungsleitung, es moderiert, moderator:in, moderador,"
    " moderadora, moderadores+, moderan+, moderado por, moderada por, conducao, conduccion,"
    " mediador, mediadora,"
    " mediacao, moderacao, moderacion, gespreksleider, gespreksleidster, dagvoorzitter,"
    " gemodereerd door, moderatie, onder leiding van",
    "host": "host, hosts+, hosted by, your host, your hosts+, our host, co-host, co-hosts+, mc,"
    " master of ceremonies, ospitato da, conduce, conducono+, conduttore, conduttrice,"
    " conduttori+, presentatore, presentatrice, animateur, animatrice, animateurs+, anime par,"
    " hote, hotesse, maitre de ceremonie, presentateur, gastgeber, gastgeberin, gastgeber:in,"
    " anfitrion, anfitriona, anfitriones+, presentador, presentadora, presentadores+, presenta,"
    " conducido por, anfitriao, anfitria, apresentador, apresentadora, apresentadores+,"
    " apresentado por, gastheer, gastvrouw, presentator",
    "panelist": "panelist, panelists+, panellist, panellists+, panel+, panel members+, discussant,"
    " discussants+, respondent, respondents+, partecipanti al panel+, relatori del panel+,"
    " discutono+, panelista, panelisti+, ne discutono+, panelistas+, participantes del panel+,"
    " participantes do painel+, painelista, painelistas+, debatedor, debatedora, debatedores+,"
    " podium+, auf dem podium+, podiumsgast, podiumsgaste+, panelteilnehmer+,"
    " panelteilnehmerinnen+, diskutant,"
    " diskutantin, diskutanten+, es diskutieren+, panelliste, panellistes+, paneliste, panelistes+,"
    " discutant, discutante, discutants+, panellid, panelleden+, in het panel+",
    "interpreter": "interpreter, interpreters+, interpretation by, sign language interpreter,"
    " sign language interpreters+, translator, translators+, interprete, interpreti+, traduttore,"
    " traduttrice, traduttori+, interpretes+, traducteur, traductrice, traducteurs+, dolmetscher,"
    " dolmetscherin, dolmetscherinnen+, ubersetzer, ubersetzerin, gebardensprachdolmetscher,"
    " gebardensprachdolmetscherin, traductor, traductora, traductores+, tradutor, tradutora,"
    " tradutores+, tolk, tolken+, gebarentolk, vertaler, vertaalster",
}
ROLE_LABELS = {kind: words.replace("+", "") for kind, words in _TABLE.items()}

# Labels after which several people are named.
PLURALS = frozenset(
    word[:-1] for words in _TABLE.values() for word in words.split(", ") if word.endswith("+")
)

# Words too common to announce people without a colon.
NEVER_ALONE = word_set("chair with featuring mit avec con com met guest gast invite presenta")

# Titles and plain words, which say the part only as a label.
_ONLY_LABELS = NEVER_ALONE | word_set(
    "lecturer instructor trainer guests chairs chairperson docente docenti formatore formatrice"
    " formateur referent referentin referenten dozent dozentin sprecher sprecherin vortragende"
    " formador formadora panel podium translator traducteur traductrice ubersetzer ubersetzerin"
    " traductor traductora tradutor tradutora vertaler orador coordina inleider"
)
# What people are by trade too, so that after a comma they are titles.
_TRADES = word_set(
    "presenter facilitator facilitatore facilitatrice presentatore presentatrice presentador"
    " presentadora apresentador apresentadora presentateur presentator conduttore conduttrice"
    " animateur animatrice mediador mediadora interpreter interprete dolmetscher dolmetscherin tolk"
    " discussant host presenters"
)
_PARTS = {
    word: kind
    for kind, words in ROLE_LABELS.items()
    for word in words.split(", ")
    if word not in _ONLY_LABELS
}


def part_named(folded: str, *, bracketed: bool = False) -> str | None:
    """
    Return the part that words beside a name say somebody has, or None.

    Args:
        folded: The words, as `words.fold` gives them.
        bracketed: Whether they stand in brackets, where ``chair`` is a part and no title.
    """
    if bracketed and folded == "chair":
        return "moderator"
    if not bracketed and folded in _TRADES:
        return None
    return _PARTS.get(folded)
