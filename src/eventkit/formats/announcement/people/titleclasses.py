"""Titles by what may stand after them: an organisation, a place or a field; all folded."""

from __future__ import annotations

from eventkit.formats.announcement.text.words import word_set

__all__ = [
    "ABBREVIATED",
    "ACADEMIC",
    "CIVIC",
    "OF_FIELDS",
    "OWNING",
    "PRESIDING",
    "RUNNING",
    "RUNNING_PAIRS",
]

# These stand before their organisation without a word between: ``CTO Acme``.
ABBREVIATED = word_set(
    "ceo cfo cto coo cio cmo cso cpo chro ciso cdo dpo pdg dg cco cro evp svp vp ad dsi drh dgs daf"
    " rssi dga"
)

# Before ``of`` and its like these name the organisation, whatever it is called: ``Founder of Acme``.
RUNNING = word_set(
    "ceo cfo cto coo cio cmo cso cpo pdg founder cofounder co-founder owner proprietor rector provost"
    " chancellor fondatore fondatrice cofondatore cofondatrice titolare rettore rettrice proprietario"
    " proprietaria fondateur fondatrice cofondateur cofondatrice gerant gerante proprietaire"
    " grunder grunderin mitgrunder mitgrunderin geschaftsfuhrer geschaftsfuhrerin inhaber inhaberin"
    " rektor rektorin fundador fundadora cofundador cofundadora dueno duena propietario propietaria"
    " sociofundador sociofundadora dono dona oprichter oprichtster eigenaar eigenaresse medeoprichter"
    " medeoprichtster zaakvoerder gesellschafter gesellschafterin"
)

# Two words that do.
RUNNING_PAIRS = (
    "direttore responsabile", "direttrice responsabile", "amministratore delegato",
    "amministratrice delegata", "amministratore unico", "amministratrice unica",
    "redacteur en chef", "redactrice en chef", "redactor jefe", "redactora jefe", "redactora jefa",
    "consejero delegado", "consejera delegada", "administrador unico", "administradora unica",
    "redator-chefe", "redatora-chefe", "editor in chief", "managing director",
    "chief executive", "algemeen directeur", "gedelegeerd bestuurder", "managing partner",
)  # fmt: skip

# The same, unless a field stands there: ``President of Operations``, ``journalist of Acme Daily``.
PRESIDING = word_set(
    "president vice-president vicepresident chair chairman chairwoman chairperson spokesperson"
    " spokesman spokeswoman correspondent editor editor-in-chief member trustee alumnus alumna"
    " managing executive general"
    " presidente presidentessa vicepresidente vicepresidentessa giornalista caporedattore"
    " caporedattrice redattore redattrice inviato inviata corrispondente portavoce socio socia membro"
    " delegato delegata generale esecutivo esecutiva"
    " presidente vice-presidente journaliste redacteur redactrice chroniqueur chroniqueuse"
    " porte-parole correspondant correspondante membre associe associee titulaire"
    " prasident prasidentin vizeprasident vizeprasidentin vorsitzender vorsitzende vorstand"
    " vorstandin vorstandsvorsitzender vorstandsvorsitzende journalist journalistin redakteur"
    " redakteurin chefredakteur chefredakteurin sprecher sprecherin pressesprecher pressesprecherin"
    " reporter reporterin korrespondent korrespondentin"
    " presidenta vicepresidenta periodista redactor redactora corresponsal miembro delegado delegada"
    " ejecutivo ejecutiva"
    " vice-presidenta jornalista redator redatora correspondente porta-voz reporter geral executivo"
    " executiva bastonario bastonaria"
    " voorzitter vice-voorzitter ondervoorzitter voorzitster hoofdredacteur redacteur redactrice"
    " verslaggever verslaggeefster woordvoerder woordvoerster bestuurslid bestuurder lid algemeen"
    " gedelegeerd"
)

# Who owns a body, which may stand right after: ``eigenaar Voorbeeld Advies``.
OWNING = word_set(
    "founder owner cofounder fondatore fondatrice titolare fondateur fondatrice grunder grunderin"
    " inhaber inhaberin geschaftsfuhrer geschaftsfuhrerin fundador fundadora oprichter oprichtster"
    " eigenaar eigenaresse zaakvoerder"
)

# Before ``of`` and its like these name a place or a field: ``Mayor of Springfield``.
CIVIC = word_set(
    "mayor governor ambassador minister senator bishop consul secretary councillor mp mep"
    " sindaco sindaca ministro ministra ambasciatore ambasciatrice senatore assessore assessora"
    " maire ministre ambassadeur ambassadrice senateur prefet prefete depute deputee"
    " burgermeister burgermeisterin oberburgermeister oberburgermeisterin botschafter botschafterin"
    " ministerin landrat landratin alcalde alcaldesa embajador embajadora concejal concejala diputado"
    " diputada"
    " prefeito prefeita embaixador embaixadora vereador vereadora deputado deputada"
    " burgemeester wethouder gedeputeerde"
)

# Before ``of`` and its like these name what is taught or known: ``Professor of Maps``.
ACADEMIC = word_set(
    "professor lecturer reader fellow teacher student doctor scholar"
    " professore professoressa ordinario ordinaria associato associata docente insegnante dottore"
    " dottoressa dottorando dottoranda studente studentessa medico avvocato avvocata laureato"
    " laureata maestro maestra cultore cultrice"
    " professeur professeure maitre maitresse enseignant enseignante docteur docteure doctorant"
    " doctorante agrege agregee medecin etudiant etudiante"
    " professorin juniorprofessor juniorprofessorin dozent dozentin privatdozent lehrer lehrerin"
    " facharzt facharztin doktorand doktorandin student studentin"
    " profesor profesora catedratico catedratica doctora doctorando doctoranda licenciado licenciada"
    " ingeniero ingeniera maestro maestra master estudiante"
    " professora doutor doutora doutorando doutoranda mestre licenciado bacharel engenheiro"
    " engenheira estudante"
    " hoogleraar lector docente leraar lerares promovendus promovenda studente"
)

# After these ``in`` and its like name a field, and no organisation: ``Experta en Derecho``.
OF_FIELDS = word_set(
    "expert experts specialist consultant doctor researcher lecturer reader major fellow postdoc"
    " esperto esperta specialista dottore dottoressa dottorando dottoranda laureato laureata"
    " consulente ricercatore ricercatrice"
    " experte specialiste docteur docteure doctorant doctorante ingenieur ingenieure consultante"
    " chercheur chercheuse conseiller conseillere formateur formatrice etudiant etudiante titulaire"
    " experta experto especialista doctora licenciado licenciada ingeniero ingeniera graduado"
    " graduada master tecnico tecnica consultor consultora asesor asesora investigador"
    " investigadora mestre doutor doutora doutorando doutoranda engenheiro engenheira bacharel"
    " deskundige specialiste promovendus spezialist spezialistin experten expertin"
)
