"""What people call time zones, beyond the names that CLDR and tzdata have; all is folded."""

from __future__ import annotations

from eventkit.formats.announcement.words import word_set

__all__ = [
    "ADJECTIVES",
    "CANADIAN",
    "MAIN_ZONES",
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
    "pacific time": "PT", "coordinated universal time": "UTC", "universal time": "UTC",
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
    "hora del centro de mexico": "America/Mexico_City", "centro de mexico": "America/Mexico_City", "quebec": "America/Toronto", "la reunion": "Indian/Reunion",
}  # fmt: skip
# Whose clock an adjective names, beyond `spoken_place`: a country, or a city.
ADJECTIVES = {
    **dict.fromkeys(word_set("italienne italienische italiaanse italiana"), "IT"),
    **dict.fromkeys(word_set("francese franzosische francesa franse"), "FR"),
    **dict.fromkeys(word_set("tedesca allemande alemana alema duitse"), "DE"),
    **dict.fromkeys(word_set("spagnola espagnole spanische espanhola spaanse"), "ES"),
    **dict.fromkeys(word_set("portoghese portugaise portugiesische portuguesa portugese"), "PT"),
    **dict.fromkeys(word_set("britannica britannique britische britanica britse inglese"), "GB"),
    **dict.fromkeys(word_set("olandese neerlandaise niederlandische holandesa"), "NL"),
    **dict.fromkeys(word_set("belga belgische"), "BE"),
    **dict.fromkeys(word_set("svizzera schweizer suiza suica zwitserse"), "CH"),
    **dict.fromkeys(word_set("austriaca autrichienne osterreichische oostenrijkse"), "AT"),
    **dict.fromkeys(word_set("argentina argentine"), "AR"), "chilena": "CL", "peruana": "PE",
    "colombiana": "CO", "irlandaise": "IE", "ierse": "IE", "irische": "IE",
    "parijse": "paris", "romeinse": "rome", "zurcher": "zurich", "munchner": "munich",
    "lissabonner": "lisbon", "quebecoise": "montreal",
}  # fmt: skip
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
SEVERAL = {"georgia": ("Asia/Tbilisi", "America/New_York")}
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
