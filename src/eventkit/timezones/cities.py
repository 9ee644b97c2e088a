"""
Cities that are the name of no zone, by the zone on whose clock they are; folded.

Only those of which people who name them mean one: Cambridge and Valencia are not here.
"""

from __future__ import annotations

__all__ = ["CITIES"]

_ROWS = {
    "Europe/Rome": "firenze florence torino turin napoli naples bologna genova genoa venezia venice"
    " verona padova padua trieste trento bolzano pisa palermo catania bari cagliari modena parma"
    " bergamo brescia perugia siena udine",
    "Europe/Paris": "toulouse bordeaux lille nantes nice rennes grenoble montpellier dijon reims"
    " nancy metz angers tours rouen brest clermont-ferrand",
    "Europe/Berlin": "koln cologne colonia stuttgart dusseldorf leipzig dresden bonn hannover bremen"
    " nurnberg nuremberg karlsruhe mannheim heidelberg freiburg kiel mainz potsdam munster aachen"
    " dortmund essen erfurt jena kassel rostock saarbrucken ulm hamburgo amburgo francoforte"
    " francfort francfurt monaco-di-baviera",
    "Europe/Vienna": "graz linz salzburg innsbruck klagenfurt",
    "Europe/Zurich": "bern berna berne basel bale basilea lausanne lugano luzern lucerne geneve"
    " genf ginevra ginebra genebra st-gallen winterthur fribourg neuchatel zurigo",
    "Europe/Madrid": "sevilla seville bilbao zaragoza malaga salamanca granada alicante"
    " vigo oviedo pamplona valladolid barcelone barcellona siviglia san-sebastian",
    "Europe/Lisbon": "porto oporto coimbra braga faro aveiro evora",
    "Europe/Amsterdam": "rotterdam utrecht eindhoven groningen leiden delft maastricht nijmegen"
    " tilburg the-hague s-gravenhage",
    "Europe/Brussels": "antwerp antwerpen anvers amberes gent ghent gand leuven louvain liege luik"
    " brugge bruges namur namen mechelen hasselt kortrijk",
    "Europe/London": "manchester liverpool leeds glasgow bristol oxford sheffield nottingham"
    " cardiff swansea edimburgo edinburgo",
    "Europe/Dublin": "cork galway limerick",
    "Europe/Warsaw": "krakow cracow krakau cracovia gdansk wroclaw poznan lodz",
    "Europe/Prague": "brno ostrava", "Europe/Stockholm": "gothenburg goteborg malmo uppsala",
    "Europe/Copenhagen": "aarhus odense", "Europe/Oslo": "bergen trondheim stavanger",
    "Europe/Helsinki": "tampere turku espoo", "Europe/Athens": "thessaloniki salonica",
    "Europe/Istanbul": "ankara izmir", "Europe/Kyiv": "lviv odesa odessa kharkiv",
    "Europe/Bucharest": "cluj cluj-napoca timisoara iasi",
    "Asia/Jerusalem": "haifa tel-aviv", "Asia/Riyadh": "jeddah mecca medina", "Asia/Qatar": "doha",
    "Asia/Kolkata": "chennai pune ahmedabad jaipur kochi lucknow",
    "Asia/Karachi": "islamabad lahore", "Asia/Shanghai": "shenzhen guangzhou hangzhou chengdu wuhan"
    " nanjing tianjin xian", "Asia/Tokyo": "osaka kyoto nagoya sapporo fukuoka yokohama",
    "Asia/Seoul": "busan incheon daejeon", "Asia/Ho_Chi_Minh": "hanoi da-nang",
    "Asia/Bangkok": "chiang-mai", "Asia/Jakarta": "bandung surabaya yogyakarta",
    "Australia/Sydney": "newcastle-nsw wollongong", "Australia/Brisbane": "gold-coast cairns",
    "Pacific/Auckland": "christchurch dunedin",
    "Africa/Johannesburg": "pretoria durban kapstadt le-cap ciudad-del-cabo",
    "Africa/Lagos": "abuja ibadan", "Africa/Nairobi": "mombasa", "Africa/Casablanca": "rabat fez"
    " marrakech marrakesh", "Africa/Cairo": "alexandria", "Africa/Abidjan": "yamoussoukro",
    "Africa/Dakar": "saint-louis-du-senegal", "Africa/Douala": "yaounde",
    "Africa/Dar_es_Salaam": "dodoma zanzibar", "Africa/Addis_Ababa": "adis-abeba",
    "America/New_York": "philadelphia atlanta pittsburgh baltimore orlando tampa cleveland"
    " raleigh charlotte nueva-york nova-york new-haven princeton ithaca",
    "America/Chicago": "houston dallas austin san-antonio minneapolis new-orleans milwaukee"
    " nashville madison",
    "America/Denver": "salt-lake-city albuquerque santa-fe",
    "America/Los_Angeles": "san-diego oakland berkeley sacramento palo-alto las-vegas",
    "America/Toronto": "ottawa quebec-city", "America/Edmonton": "calgary",
    "America/Mexico_City": "puebla queretaro toluca",
    "America/Bogota": "medellin barranquilla bucaramanga",
    "America/Lima": "arequipa cusco trujillo", "America/Guayaquil": "quito",
    "America/Santiago": "valparaiso", "America/La_Paz": "cochabamba",
    "America/Argentina/Buenos_Aires": "rosario mar-del-plata",
    "America/Sao_Paulo": "curitiba florianopolis porto-alegre belo-horizonte campinas niteroi"
    " goiania", "America/Bahia": "salvador-da-bahia", "America/Costa_Rica": "san-jose-de-costa-rica",
}  # fmt: skip
CITIES = {name.replace("-", " "): key for key, names in _ROWS.items() for name in names.split()}
