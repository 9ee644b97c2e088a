"""The words by which honorifics, titles and organisations are known; all folded."""

from __future__ import annotations

import re
from functools import lru_cache

from eventkit.formats.announcement.words import fold, word_set

__all__ = ["PARTICLES", "is_organization", "is_title", "post_nominal", "split_honorific"]

# Those that are words too count only with their full stop.
_HONORIFICS = word_set(
    "mr mrs ms miss mx dr prof professor sir dame rev reverend dott dott.ssa dr.ssa prof.ssa"
    " dottor dottore dottoressa professore professoressa ing avv arch geom rag sig sig.ra sig.na"
    " signor signora sr sra srta senor senora senhor senhora dra profa prof.a lic dna exmo exma"
    " herr frau dipl.-ing dipl dr.-ing univ.-prof pd priv.-doz mme mlle mmes drs mevr mevrouw"
    " meneer dhr mw docteur maitre professeur h.e hon ds ir em"
)
_STOPPED = word_set("m me on ir em ds mag d fr hon mag univ")
_HONORIFIC = re.compile(r"(?P<word>[^\W\d_][\w.-]*?)(?P<stop>\.?)(?:\s+|(?<=\.)(?=[A-Z]))")
PARTICLES = word_set(
    "van von der den de del della dello di da do dos das du des la le el al bin ibn ben y e zu zur"
    " ten ter te 't af av op san st"
)
_POST = re.compile(
    r"(?:ph\.?\s?d|d\.?\s?phil|mba|emba|m\.?\s?sc|b\.?\s?sc|m\.?\s?a|b\.?\s?a|m\.?\s?d|ll\.?\s?[mb]"
    r"|cfa|cpa|pmp|obe|mbe|cbe|frs|esq|rn|mph|mpp|dds|jd|j\.d|cissp|mag|pe|fca|acca|dba|edd)\.?"
)

_TITLES = """
accountant adviser advisor administrator ambassador analyst architect assistant associate attorney
author ceo cfo chair chairman chairperson chairwoman chief cio cmo cofounder co commissioner
consultant coo coordinator counsel cto curator dean deputy developer director editor engineer
entrepreneur evangelist executive expert fellow founder head investigator journalist judge lawyer
lead leader lecturer librarian manager member minister officer owner partner postdoc president
principal producer professor programmer provost rector representative researcher scientist
secretary senator specialist speaker strategist student supervisor teacher trainer treasurer
trustee vp vice-president writer physician mayor
direttore direttrice presidente presidentessa responsabile amministratore amministratrice
docente professore professoressa ricercatore ricercatrice consulente avvocato ingegnere fondatore
fondatrice segretario segretaria coordinatore coordinatrice dirigente capo socio socia titolare
redattore redattrice giornalista assessore sindaco ministro ministra rettore rettrice preside
directeur directrice president presidente responsable chef cheffe gerant gerante fondateur
fondatrice professeur professeure maitre chercheur chercheuse ingenieur ingenieure avocat avocate
conseiller conseillere consultante redacteur redactrice journaliste charge chargee doyen doyenne
secretaire delegue deleguee adjoint adjointe cheffe pdg
direktor direktorin leiter leiterin geschaftsfuhrer geschaftsfuhrerin vorstand vorsitzender
vorsitzende vorsitzenden prasident prasidentin professorin dozent dozentin forscher forscherin
wissenschaftler wissenschaftlerin berater beraterin referent referentin redakteur redakteurin
journalistin grunder grunderin rektor rektorin dekan dekanin sprecher sprecherin inhaber
inhaberin rechtsanwalt rechtsanwaltin ingenieurin mitarbeiter mitarbeiterin
director directora presidenta profesor profesora catedratico catedratica investigador
investigadora jefe jefa gerente fundador fundadora consultor consultora asesor asesora abogado
abogada ingeniero ingeniera editora periodista secretaria secretario coordinador coordinadora
decano decana rectora
diretor diretora professora pesquisador pesquisadora chefe sociofundador engenheiro engenheira
advogado advogada coordenador coordenadora reitor reitora jornalista editora gestor gestora
directeur voorzitter hoogleraar docent onderzoeker adviseur oprichter bestuurder redacteur
hoofd hoofdredacteur eigenaar advocaat projectleider wethouder minister burgemeester
"""
_TITLE_ENDS = (
    "leiter", "leiterin", "fuhrer", "fuhrerin", "beauftragte", "beauftragter", "direktor",
    "direktorin", "manager", "managerin", "vorsitzender", "vorsitzende", "prasident",
    "prasidentin", "professor", "professorin", "referent", "referentin", "berater", "beraterin",
    "redakteur", "redakteurin", "directeur", "leider", "voorzitter", "medewerker", "adviseur",
)  # fmt: skip
_ORGANIZATIONS = """
university college school academy institute institution polytechnic faculty department laboratory
laboratories labs lab centre center hospital clinic foundation association society federation union
council commission committee ministry agency authority office bureau parliament chamber bank
company corporation corp inc ltd llc llp plc group holding holdings partners consulting ventures
studio studios network alliance consortium initiative museum library press media times news
magazine journal publishing government city municipality organisation organization nations trust
team solutions technologies systems software services industries international gmbh ag kg se mbh ev
sa s.a sas sarl srl s.r.l spa s.p.a snc sl s.l slu bv b.v nv n.v vzw asbl aps ab as oy oyj ltda
lda pty pvt kft doo sro s.r.o ug ohg
universita ateneo politecnico scuola accademia istituto dipartimento facolta laboratorio
centro ospedale fondazione associazione societa federazione ministero agenzia regione comune
provincia camera banca gruppo impresa azienda consorzio cooperativa confederazione unione
universite ecole institut faculte departement laboratoire hopital fondation societe
ministere agence mairie chambre banque entreprise groupe conseil reseau syndicat
universitat technische hochschule fachhochschule schule akademie fakultat abteilung lehrstuhl
krankenhaus stiftung verein verband gesellschaft bundesministerium ministerium amt behorde kammer
zentrum forschungszentrum netzwerk landkreis
universidad universidade escuela escola academia instituto facultad faculdade departamento
fundacion fundacao asociacion associacao sociedad sociedade ministerio agencia camara banco
empresa grupo hospital ayuntamiento gobierno governo consejo conselho rede
universiteit hogeschool academie faculteit afdeling ziekenhuis stichting vereniging ministerie
gemeente provincie bedrijf maatschappij genootschap eth cnrs cnr mit ucl ulb cern oecd unesco who
"""
_ORGANIZATION_ENDS = (
    "universitat", "universiteit", "hochschule", "institut", "instituut", "ministerium",
    "ministerie", "verein", "verband", "gesellschaft", "bank", "kammer", "stiftung", "akademie",
    "zentrum", "centrum", "werke", "schule", "amt", "agentur", "vereniging", "stichting",
)  # fmt: skip
_TITLE_WORDS, _ORGANIZATION_WORDS = word_set(_TITLES), word_set(_ORGANIZATIONS)
_PREPOSITIONS = re.compile(
    r"\s(?:of|for|in|to|de|di|du|des|del|della|dello|dei|degli|der|do|da|dos|das|van|voor|fur|im|per"
    r"|pour|para|en|delle|und|and|&)\s|\sd'|\sdell'|\sde l'"
)


def split_honorific(text: str) -> tuple[str | None, str]:
    """Return the honorifics before a name, as written, and the rest."""
    at = 0
    while match := _HONORIFIC.match(text, at):
        word, stop = fold(match["word"]), bool(match["stop"])
        known = word in _HONORIFICS and (word not in _STOPPED or stop)
        if not known and not (stop and word in _STOPPED and (at or word == "m")):
            break
        if not text[match.end() :].strip():
            break
        at = match.end()
    return (text[:at].strip() or None), text[at:].strip()


def post_nominal(text: str) -> bool:
    """Whether *text* is a degree or an honour that follows a name, such as ``PhD``."""
    return bool(_POST.fullmatch(fold(text.strip())))


@lru_cache(maxsize=4096)
def _words(text: str) -> tuple[str, ...]:
    found = re.findall(r"[^\W\d_](?:\.[^\W\d_])+\.?|[^\W\d_]+", fold(text))
    return tuple(word.rstrip(".") for word in found)


def _is_title_word(word: str) -> bool:
    return word in _TITLE_WORDS or (len(word) > 8 and word.endswith(_TITLE_ENDS))


def _is_organization_word(word: str) -> bool:
    return word in _ORGANIZATION_WORDS or (len(word) > 6 and word.endswith(_ORGANIZATION_ENDS))


def _heads(text: str) -> list[tuple[str, ...]]:
    """Return the words before the first preposition, and then all words."""
    return [_words(_PREPOSITIONS.split(fold(text), maxsplit=1)[0]), _words(text)]


def is_title(text: str) -> bool:
    """Whether *text* names what a person is, as ``Head of Unit`` does."""
    head = _heads(text)[0]
    titles = [n for n, word in enumerate(head) if _is_title_word(word)]
    if not titles:
        return False
    bodies = [n for n, word in enumerate(head) if _is_organization_word(word)]
    return not bodies or titles[-1] == len(head) - 1 or titles[0] < bodies[0]


def is_organization(text: str) -> bool:
    """Whether *text* names a body, as ``Utrecht University`` does."""
    if is_title(text):
        return False
    return any(_is_organization_word(word) for words in _heads(text) for word in words)
