"""
Names of countries in seven languages, as people write them after an organisation.

English names come from tzdata's list; what differs in other languages or in speech stands here.
"""

from __future__ import annotations

from functools import lru_cache

from eventkit.formats.announcement.words import fold
from eventkit.timezones.places import country_names

__all__ = ["country_code", "country_name"]

_NAMES = """
AD andorra andorre; AE uae|united arab emirates|emirati arabi uniti|emirats arabes unis
|vereinigte arabische emirate|emiratos arabes unidos|emirados arabes unidos
|verenigde arabische emiraten; AL albania|albanie|albanien|albanie; AM armenia|armenie|armenien
; AR argentina|argentine|argentinien|argentinie; AT austria|autriche|osterreich|oesterreich
|oostenrijk; AU australia|australie|australien; AZ azerbaijan|azerbaigian|azerbaidjan
|aserbaidschan|azerbaiyan|azerbaijao|azerbeidzjan
; BA bosnia and herzegovina|bosnia|bosnia ed erzegovina|bosnie-herzegovine|bosnien und herzegowina
|bosnien-herzegowina|bosnia y herzegovina|bosnia e herzegovina|bosnie en herzegovina
; BE belgium|belgio|belgique|belgien|belgica|belgie; BG bulgaria|bulgarie|bulgarien
; BO bolivia|bolivie|bolivien; BR brazil|brasile|bresil|brasilien|brasil|brazilie
; BY belarus|bielorussia|bielorussie|weissrussland|bielorrusia|bielorrussia|wit-rusland
; CA canada|kanada; CH switzerland|svizzera|suisse|schweiz|die schweiz|suiza|suica|zwitserland
; CL chile|cile|chili; CN china|people's republic of china|cina|chine|p.r. china|pr china
; CO colombia|colombie|kolumbien; CR costa rica; CU cuba|kuba; CY cyprus|cipro|chypre|zypern|chipre
; CZ czech republic|czechia|repubblica ceca|cechia|republique tcheque|tchequie|tschechien
|tschechische republik|republica checa|chequia|tsjechie; DE germany|germania|allemagne|deutschland
|alemania|alemanha|duitsland; DK denmark|danimarca|danemark|danemark|dinamarca|denemarken|danmark
; DO dominican republic|repubblica dominicana|republique dominicaine|republica dominicana
; DZ algeria|algerie|algerien|argelia|algerije; EC ecuador|equateur|equador
; EE estonia|estonie|estland; EG egypt|egitto|egypte|agypten|egipto|egito
; ES spain|spagna|espagne|spanien|espana|espanha|spanje; ET ethiopia|etiopia|ethiopie|athiopien
; FI finland|finlandia|finlande|finnland|suomi; FR france|francia|frankreich|franca|frankrijk
; GB united kingdom|uk|u.k|great britain|britain|england|scotland|wales|northern ireland
|regno unito|gran bretagna|inghilterra|scozia|galles|royaume-uni|grande-bretagne|angleterre|ecosse
|vereinigtes konigreich|grossbritannien|england|schottland|reino unido|gran bretana|inglaterra
|escocia|gra-bretanha|verenigd koninkrijk|groot-brittannie|engeland|schotland
; GE georgia|georgie|georgien; GH ghana; GR greece|grecia|grece|griechenland|griekenland
; GT guatemala; HK hong kong; HN honduras; HR croatia|croazia|croatie|kroatien|croacia|kroatie
; HU hungary|ungheria|hongrie|ungarn|hungria|hongarije; ID indonesia|indonesie|indonesien
; IE ireland|irlanda|irlande|irland|ierland|republic of ireland; IL israel|israele
; IN india|inde|indien; IQ iraq|irak; IR iran|islamic republic of iran|ira
; IS iceland|islanda|islande|island|islandia|ijsland; IT italy|italia|italie|italien
; JO jordan|giordania|jordanie|jordanien; JP japan|giappone|japon|japao
; KE kenya|kenia; KR south korea|korea|republic of korea|corea del sud|coree du sud|sudkorea
|corea del sur|coreia do sul|zuid-korea; KW kuwait; KZ kazakhstan|kazakistan|kasachstan|kazajistan
|cazaquistao|kazachstan; LB lebanon|libano|liban|libanon; LI liechtenstein
; LK sri lanka; LT lithuania|lituania|lituanie|litauen|litouwen
; LU luxembourg|lussemburgo|luxemburg|luxemburgo; LV latvia|lettonia|lettonie|lettland|letonia
|letland; LY libya|libia|libye|libyen; MA morocco|marocco|maroc|marokko|marruecos|marrocos
; MC monaco; MD moldova|moldavia|moldavie|moldawien|republic of moldova
; ME montenegro; MG madagascar; MK north macedonia|macedonia del nord|macedoine du nord
|nordmazedonien|macedonia del norte|macedonia do norte|noord-macedonie
; MT malta|malte; MU mauritius|maurice|ile maurice|mauricio; MX mexico|messico|mexique|mexiko
; MY malaysia|malesia|malaisie|malasia|malaysia|maleisie; NG nigeria|nigeria
; NL netherlands|the netherlands|holland|paesi bassi|olanda|pays-bas|niederlande|die niederlande
|paises bajos|holanda|nederland; NO norway|norvegia|norvege|norwegen|noruega|noorwegen|norge
; NZ new zealand|nuova zelanda|nouvelle-zelande|neuseeland|nueva zelanda|nova zelandia
|nieuw-zeeland; PA panama; PE peru|perou; PH philippines|the philippines|filippine|philippinen
|filipinas|filipijnen; PK pakistan; PL poland|polonia|pologne|polen|polska
; PR puerto rico; PT portugal|portogallo; PY paraguay|paraguai; QA qatar|catar
; RO romania|roumanie|rumanien|rumania|romenia|roemenie; RS serbia|serbie|serbien|servia|servie
; RU russia|russian federation|russie|russland|rusia|rusland; SA saudi arabia|arabia saudita
|arabie saoudite|saudi-arabien|saoedi-arabie; SE sweden|svezia|suede|schweden|suecia|zweden|sverige
; SG singapore|singapour|singapur|singapura; SI slovenia|slovenie|slowenien|eslovenia|slovenija
; SK slovakia|slovacchia|slovaquie|slowakei|eslovaquia|slowakije|slovak republic
; SM san marino; SN senegal; SV el salvador; TH thailand|tailandia|thailande|thailand
; TN tunisia|tunisie|tunesien|tunez; TR turkey|turkiye|turchia|turquie|turkei|turquia|turkije
; TW taiwan; UA ukraine|ucraina|ucrania|oekraine; US united states|usa|u.s.a|us|u.s
|united states of america|the united states|stati uniti|stati uniti d'america|etats-unis
|vereinigte staaten|estados unidos|ee.uu|eeuu|eua|verenigde staten|vs
; UY uruguay|uruguai; VA vatican|vaticano; VE venezuela; VN vietnam|viet nam
; ZA south africa|sudafrica|afrique du sud|sudafrika|africa do sul|zuid-afrika
"""


@lru_cache(maxsize=1)
def _codes() -> dict[str, str]:
    table = {fold(name): code for code, name in country_names().items()}
    for row in _NAMES.replace("\n", "").split(";"):
        code, _, names = row.strip().partition(" ")
        table.update(dict.fromkeys((name.strip() for name in names.split("|")), code))
    return table


def country_code(text: str) -> str | None:
    """Return the ISO 3166-1 alpha-2 code of the country that *text* names, or None."""
    if len(text) > 60:
        return None
    return _codes().get(fold(text.strip().rstrip(".")))


def country_name(code: str) -> str:
    """Return an English name that `country_code` reads back, else the code."""
    return next((name.title() for name in _preferred().get(code, ())), code)


@lru_cache(maxsize=1)
def _preferred() -> dict[str, tuple[str, ...]]:
    found: dict[str, list[str]] = {}
    for name, code in _codes().items():
        found.setdefault(code, []).append(name)
    proper = {code: name for code, name in country_names().items() if _codes()[fold(name)] == code}
    return {code: (proper[code],) if code in proper else tuple(n) for code, n in found.items()}
