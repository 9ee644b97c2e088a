"""What titles are of, and no organisations: ``Head of Marketing``, ``Responsable de Compras``."""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.countries import country_code
from eventkit.formats.announcement.text.words import fold, word_set

__all__ = ["is_field"]

_FIELDS = word_set(
    # English
    "access accounts admissions affairs analysis arts asia africa america americas europe emea apac"
    " assurance audit biology brand business campaigns care change chemistry climate commerce compliance"
    " content culture customer data delivery design diversity ecology economics ethics events exports"
    " facilities finance geography growth health heritage history impact inclusion infrastructure"
    " insights investments knowledge languages law learning legal legislation literature logistics"
    " maintenance markets mathematics medicine music nutrition operations outreach oceanography"
    " partnerships pedagogy people performance physics policies policy portfolio press procurement"
    " product products programme programmes program programs projects property purchasing quality"
    " recruitment relations research resources risk safety sales science sciences security social"
    " software staff statistics strategy studies success supply support surgery sustainability talent"
    " tax technology treasury trade transport wellbeing welfare youth"
    # Italian
    " acquisti affari agraria ambiente amministrazione bilancio clienti commercio comunicazione cultura"
    " dati didattica diritto economia fisica finanza giovani impresa istruzione lavori lavoro legale"
    " marketing medicina mercati politica politiche prodotto progetti progetto programma programmi"
    " ricerca rischi risorse salute sanita scienze servizi sicurezza stampa storia studi sviluppo"
    " territorio trasporti urbanistica vendite"
    # French
    " achats affaires animation clientele commandes commerce communication conception cours culture"
    " developpement donnees droit economie environnement etudes finances formation gestion histoire"
    " juridique logement marche marches medecine mission offre patrimoine physique pole politique"
    " presse produit produits programme programmes projet projets qualite recherche recherches"
    " relations reseaux ressources risques sante sciences scolarite secteur securite travaux ventes"
    # German
    " bau bereich bildung daten digitalisierung einkauf energie entwicklung export finanzen"
    " fertigung forschung gesundheit innovation innovationen it kommunikation klima klimaschutz kultur"
    " lehre logistik marketing medien medizin naturschutz netze neurologie personal politik presse"
    " produkt produkte produktion programm programme projekt projekte projekten qualitat recht service"
    " sicherheit soziales sport strategie studien technik umwelt umweltschutz verkehr vertrieb verwaltung"
    " wald wasser weiterbildung wirtschaft"
    # Spanish
    " agua aguas alianzas asuntos calidad ciencias clientes comercio compras comunicaciones contenidos"
    " cultura datos derecho desarrollo diseno economia educacion empleo empresas energia estrategia"
    " estudios finanzas fisica formacion historia igualdad industria juventud marca medio mercados"
    " negocio negocios obras operaciones personas planta politica politicas posgrado prensa producto"
    " productos programa programas proyecto proyectos recursos relaciones riesgos salud seguridad"
    " servicio servicios sistemas talento tecnologia turismo ventas vivienda"
    # Portuguese
    " agua aguas ambiente assuntos ciencia ciencias clientes comercio compras comunicacao conteudo"
    " cultura dados desenvolvimento design direito divisao ensino economia energia estrategia estudos"
    " financas fisica formacao historia imprensa industria inovacao investigacao juventude manutencao"
    " marca mercado mercados negocio negocios obras operacoes parcerias pesquisa pessoas politica"
    " politicas produto produtos projeto projetos programa programas qualidade recursos relacoes"
    " riscos saude seguranca servico servicos sistemas talentos tecnologia turismo vendas"
    # Dutch
    " aankoop arbeid bedrijfsvoering beleid bestuurskunde communicatie cultuur data digitalisering"
    " duurzaamheid economie energie energietransitie financien gezondheid handel inkoop innovatie"
    " inburgering jeugd klimaat kwaliteit landbouw logistiek marketing mobiliteit natuur onderwijs"
    " onderzoek ontwikkeling operaties personeel producten productie projecten programma recht"
    " ruimte strafrecht strategie techniek veiligheid verkoop water wonen welzijn zorg"
)
_ACRONYMS = word_set(
    "ai ar bi bd bim ci crm csr d&i dei erp esg eu gis hr hse ia ict iot it ki kmu kpi l&d ml nlp ot"
    " pmo pmi pme pnrr pr qa qhse r&d rd rgpd gdpr rh rrhh rsc rse seo sea sap sig sme smes soc ssi"
    " steam stem tic ti ui ux vr"
)
# Endings of words for what is done or studied, of seven letters and more.
_ENDS = (
    "tion", "sion", "tions", "zione", "zioni", "sione", "cion", "ciones", "cao", "coes", "tie",
    "ung", "ungen", "keit", "heit", "ment", "mento", "ing", "ics", "ology", "logie", "logia",
    "nomie", "nomia", "nomy", "graphie", "grafia", "idad", "dade", "bility", "ering", "schap",
    "wezen", "kunde", "wirtschaft", "wissenschaft", "wissenschaften", "management", "stiek",
    "tecture", "tura", "istik", "matik", "tica", "tique", "technik", "techniek", "recht",
)  # fmt: skip
_NO_ENDS = word_set("holding building")
_HEAD = re.compile(
    r"\s(?:of|for|in|at|de|di|du|des|del|della|dei|do|da|van|voor|fur|von|en|em|na|no|y|e|et|und"
    r"|and|&|presso|bij|bei|chez)\s|,"
)


def is_field(text: str) -> bool:
    """Whether *text* begins with what a title is of: a field, a country, and no organisation."""
    if country_code(text):
        return True
    head = _HEAD.split(fold(text), maxsplit=1)[0]
    words = re.findall(r"[^\W\d_]+(?:[-&][^\W\d_]+)*", head)
    return any(map(_names_field, words))


def _names_field(word: str) -> bool:
    if word in _FIELDS or word in _ACRONYMS:
        return True
    return len(word) > 6 and word.endswith(_ENDS) and word not in _NO_ENDS
