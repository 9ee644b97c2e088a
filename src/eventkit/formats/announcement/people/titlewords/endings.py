"""Endings of words for what people are, for those that stand in no list; all folded."""

from __future__ import annotations

from eventkit.formats.announcement.text.words import word_set

__all__ = ["DOING_ENDS", "NOT_DOING", "TITLE_ENDS"]

# Endings of compounds: ``Abteilungsleiterin``, ``beleidsadviseur``.
TITLE_ENDS = (
    "leiter", "leiterin", "fuhrer", "fuhrerin", "beauftragte", "beauftragter", "direktor",
    "direktorin", "manager", "managerin", "vorsitzender", "vorsitzende", "prasident",
    "prasidentin", "professor", "professorin", "referent", "referentin", "berater", "beraterin",
    "redakteur", "redakteurin", "directeur", "leider", "leidster", "voorzitter", "medewerker",
    "adviseur", "forscher", "forscherin", "wissenschaftler", "wissenschaftlerin", "ingenieur",
    "ingenieurin", "entwickler", "entwicklerin", "anwalt", "anwaltin", "sprecher", "sprecherin",
    "experte", "expertin", "spezialist", "spezialistin", "analyst", "analystin", "architekt",
    "architektin", "koordinator", "koordinatorin", "assistent", "assistentin", "lehrer",
    "lehrerin", "padagoge", "padagogin", "therapeut", "therapeutin", "trainerin", "grunder",
    "grunderin", "ministerin", "sekretar", "sekretarin", "meisterin", "mitglied", "verwalter",
    "verwalterin", "planer", "planerin", "loge", "login", "loog", "ologist", "grapher", "arztin",
    "onderzoeker", "deskundige", "specialist", "coordinator", "ontwikkelaar", "ambtenaar",
    "bestuurder", "redacteur", "docent", "hoogleraar", "kundige", "mitarbeiter", "mitarbeiterin",
    "chefin", "inspektor", "inspektorin", "ombudsmann", "ombudsfrau", "betreuer", "betreuerin",
    "logue", "logiste", "logista", "torando", "toranda", "strando", "stranda", "iatre",
    "ologo", "ologa", "designer", "designerin", "scientist", "engineer", "autorin",
    "pfleger", "pflegerin", "okonom", "okonomin", "hoofd", "strategin", "stratege", "officer",
)  # fmt: skip

# Endings of those who do something, of words with seven letters or more: ``ceramista``.
DOING_ENDS = (
    "loge", "login", "logue",
    "ista", "iste", "ist", "istin", "ologo", "ologa", "ografo", "ografa", "graphe", "graaf",
    "grafe", "grafin", "loog", "iatra", "nauta", "trice", "tore", "eur", "icien", "icienne",
    "terapeuta", "therapeute", "peut", "iker", "ikerin", "erin", "ratin", "meister", "handler",
    "handlerin", "prufer", "pruferin", "arbeiter", "arbeiterin", "arzt", "schrijver", "werker",
    "lichter", "ontwerper", "begeleider", "vertaler", "vertaalster", "lid", "arts", "keeper",
    "monger", "seller", "runner", "blower", "mistress", "teacher", "doctor", "doctorante",
    "nomo", "noma", "grafos", "logist", "makelaar", "houder", "houdster", "teler", "verpleegkundige", "anwarter", "anwarterin", "wetenschapper",
)  # fmt: skip
NOT_DOING = word_set(
    "rivista revista boavista entrevista intervista autopista batista baptista battista evangelista"
    " baptiste checklist shortlist playlist wishlist zeitgeist beatrice patrice salvatore settore"
    " motore vettore fattore interieur exterieur superieur inferieur majeur mineur meilleur valeur"
    " couleur honneur secteur moteur bonheur chaleur vapeur seigneur monsieur pasteur lesueur"
    " paragraphe orthographe autographe telegraphe katherin severin glycerin bergqvist lindqvist almqvist"
    " nyqvist ahlqvist existe catherin quarts cohorts sports reports experts charts starts resorts"
    " efforts exports imports airports transports supports biblioteca bookseller invalid orchid"
    " dialogue catalogue prologue epilogue monologue analogue horloge agronoma tore storyteller economista bestseller concerts deserts converts inserts asserts"
    " courts hearts smarts parts marts darts madrid euclid solid liquid stupid hybrid agentur"
)
