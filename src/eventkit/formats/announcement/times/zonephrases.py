"""What people call time zones, beyond the names that CLDR and tzdata have; all is folded."""

from __future__ import annotations

from eventkit.formats.announcement.text.words import word_set

__all__ = [
    "ADJECTIVES",
    "AGREEING",
    "BARE",
    "CANADIAN",
    "MAIN_ZONES",
    "NOT_ONE",
    "NO_CITIES",
    "PAIRS",
    "PHRASES",
    "SEVERAL",
    "UNSURE",
]

# What CLDR does not call so; what stands alone needs a time before it.
PHRASES = {
    "us eastern time": "ET", "us eastern": "ET", "eastern": "ET", "us central time": "CT",
    "us central": "CT", "us mountain time": "MT", "us pacific time": "PT", "us pacific": "PT",
    "pacific": "PT", "eastern time": "ET", "central time": "CT", "mountain time": "MT",
    "pacific time": "PT", "central": "CT", "mountain": "MT", "coordinated universal time": "UTC", "universal time": "UTC",
    "central european summer time": "CEST", "british time": "Europe/London",
    "hora central europea": "CET", "hora central europea de verano": "CEST",
    "hora peninsular espanola": "Europe/Madrid", "hora peninsular": "Europe/Madrid",
    "peninsular": "Europe/Madrid", "espana peninsular": "Europe/Madrid",
    "portugal continental": "Europe/Lisbon", "canarias": "Atlantic/Canary",
    "islas canarias": "Atlantic/Canary", "hora canaria": "Atlantic/Canary",
    "madeira": "Atlantic/Madeira", "acores": "Atlantic/Azores", "azores": "Atlantic/Azores",
    "new york city": "America/New_York", "nyc": "America/New_York",
    "indian standard time": "Asia/Kolkata", "hora del este": "ET", "hora del pacifico": "PT",
    "hora de la ciudad de mexico": "America/Mexico_City", "hora de canarias": "Atlantic/Canary",
    "hora dos acores": "Atlantic/Azores", "hora da madeira": "Atlantic/Madeira",
    "cdmx": "America/Mexico_City", "mexico city": "America/Mexico_City",
    "california": "America/Los_Angeles", "arizona": "America/Phoenix",
    "hawaii": "Pacific/Honolulu", "alaska": "America/Anchorage",
    "peninsula": "Europe/Madrid", "peninsula iberica": "Europe/Madrid",
    "una hora menos en canarias": "Europe/Madrid", "1 hora menos en canarias": "Europe/Madrid",
    "1h menos en canarias": "Europe/Madrid", "1 h menos en canarias": "Europe/Madrid",
    "menos uma hora nos acores": "Europe/Lisbon", "menos 1 hora nos acores": "Europe/Lisbon",
    "menos 1h nos acores": "Europe/Lisbon", "hora continental": "Europe/Lisbon",
    "metropole": "Europe/Paris", "heure metropolitaine": "Europe/Paris",
    "france metropolitaine": "Europe/Paris", "heure de metropole": "Europe/Paris",
    "antilles": "America/Martinique", "eastern europe time": "EET", "central europe time": "CET",
    "dt. zeit": "Europe/Berlin", "brasilia-df": "America/Sao_Paulo",
    "hora del centro de mexico": "America/Mexico_City", "centro de mexico": "America/Mexico_City", "quebec": "America/Toronto", "la reunion": "Indian/Reunion",
}  # fmt: skip
# Whose clock an adjective names, beyond `spoken_place`: a country, or a city.
_COUNTRIES = """
IT italiana italiano italiane italienne italien italienische italienischer italiaanse
FR francese francesi francesas francaises francais franzosische francesa frances franse
DE tedesca tedesco allemande allemand alemana aleman alema alemao duitse
ES spagnola spagnolo spagnole espagnole espagnol espanol espanolas spanische espanhola espanhol spaanse
PT portoghese portoghesi portugaise portugais portugiesische portuguesa portugues portuguesas portugese
GB britannica britannico britannique britische britanica britanico britse inglese anglaise inglesa
GB engelse englische ingles
NL olandese neerlandaise niederlandische holandesa neerlandesa hollandische
BE belga belgische vlaamse flamande flamische fiamminga flamenca flemish
CH svizzera svizzero schweizer suiza suizo suica suico zwitserse
AT austriaca austriaco autrichienne osterreichische oostenrijkse
IE irlandaise irlandese irlandesa ierse irische
LU luxembourgeoise lussemburghese luxemburgische luxemburgse
PL polacca polonaise polnische polaca poolse polish
SE svedese suedoise schwedische sueca zweedse swedish
NO norvegese norvegienne norwegische noruega noorse norwegian
DK danese danoise danische danesa dinamarquesa deense danish
FI finlandese finlandaise finnische finlandesa finse finnish
GR greca grecque griechische griega grega griekse greek
TR turca turque turkische turkse turkish
RO rumena roumaine rumanische rumana romena roemeense romanian
AR argentina argentinas argentine argentino argentinische argentijnse argentinian
CL chilena chilenas chileno chilienne chilenische chileense chilean
CO colombiana colombianas colombiano colombienne kolumbianische colombiaanse colombian
PE peruana peruanas peruano peruvienne peruanische peruaanse peruvian
UY uruguaya uruguayas uruguayo uruguaia
CR costarricense tica
DO dominicana
SV salvadorena
GT guatemalteca
HN hondurena
NI nicaraguense
CU cubana
BO boliviana
PY paraguaya
VE venezolana
PA panamena
MA marocaine marocchina marokkanische marroqui marokkaanse moroccan
TN tunisienne tunisina tunesische tunecina tunisian
DZ algerienne algerina algerische argelina algerian
SN senegalaise senegalese senegalesische
CM camerounaise
CI ivoirienne
ZA sudafricana sud-africaine sudafrikanische zuid-afrikaanse south-african
KE kenyane keniana keniaanse kenyan
NG nigerian
AO angolana angolano
MZ mocambicana mocambicano
CV cabo-verdiana
SR surinaamse
IN indienne indische
JP giapponese japonaise japanische japonesa japanse japanese
SG singapurische singaporean
"""
_CODED = [row.split() for row in _COUNTRIES.strip().splitlines()]
ADJECTIVES = {
    **{word: code for code, *words in _CODED for word in words},
    "parijse": "paris", "romeinse": "rome", "zurcher": "zurich", "munchner": "munich",
    "lissabonner": "lisbon", "quebecoise": "montreal", "parisienne": "paris", "madrilena": "madrid",
    "romana": "rome", "lisboeta": "lisbon", "londense": "london", "weense": "vienna",
}  # fmt: skip
# Those that stand right after the hour: ``ore 21 italiane``; others alone may name a language.
AGREEING = word_set(
    "italiane francesi spagnole portoghesi espanolas francesas portuguesas argentinas chilenas"
    " colombianas peruanas uruguayas"
)
# Countries whose name stands for one of their zones, where nearly all live.
MAIN_ZONES = {
    "CL": "America/Santiago", "CN": "Asia/Shanghai", "EC": "America/Guayaquil",
    "ES": "Europe/Madrid", "NZ": "Pacific/Auckland", "PT": "Europe/Lisbon",
}  # fmt: skip
# The clocks of Canada in French: a zone, its offset in hours.
CANADIAN = {
    "HNE": ("America/Toronto", -5), "HAE": ("America/Toronto", -4),
    "HNC": ("America/Winnipeg", -6), "HAC": ("America/Winnipeg", -5),
    "HNR": ("America/Edmonton", -7), "HAR": ("America/Edmonton", -6),
    "HNP": ("America/Vancouver", -8), "HAP": ("America/Vancouver", -7),
    "HNA": ("America/Halifax", -4), "HAA": ("America/Halifax", -3),
}  # fmt: skip
# Winter and summer of one clock, where one of the two alone has several meanings.
PAIRS = {
    frozenset({"CST", "CDT"}): "America/Chicago", frozenset({"AST", "ADT"}): "America/Halifax",
    frozenset({"IST", "IDT"}): "Asia/Jerusalem", frozenset({"GMT", "BST"}): "Europe/London",
    frozenset({"ET", "EDT"}): "America/New_York", frozenset({"ET", "EST"}): "America/New_York",
}  # fmt: skip
# Places of that name in several countries.
SEVERAL = {
    "georgia": ("Asia/Tbilisi", "America/New_York"),
    "cordoba": ("Europe/Madrid", "America/Argentina/Cordoba"),
    "merida": ("America/Merida", "Europe/Madrid"),
}
# What stands alone after an hour, but for more words: ``3 pm Central``, no ``Central Hall``.
BARE = word_set("eastern central mountain pacific peninsula metropole antilles")
# Names of clocks that are not those of one zone.
NOT_ONE = {
    **dict.fromkeys(
        ("hora central", "hora del centro", "horario central", "hora do centro"),
        ("America/Chicago", "America/Mexico_City"),
    ),
    "georgia time": SEVERAL["georgia"],
}
# Cities to tzdata that are common words, or the names of other and larger places too.
NO_CITIES = word_set(
    "act center central easter eastern knox mountain north pacific south west east victoria navajo"
    " jan mayen troll casey davis syowa vostok mawson nome general beulah wayne petersburg marengo"
    " vincennes winamac vevay"
) | {"san juan"}
UNSURE = word_set(  # lower case, these are words: `ist`, `art`
    "act adt art bit bot cat cot eat est ist let lint map met nst pet pont sit sst tot tost vet wat"
    " was west wit wet wib ect gilt hot dave"
) - {"est", "ist"}
