"""What names are made of: honorifics before them, particles within, suffixes after; all folded."""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.words import fold, word_set

__all__ = [
    "PARTICLES",
    "SUFFIXES",
    "holds_honorific",
    "honorific_end",
    "is_bare",
    "looks_like_name",
]

_HONORIFICS = word_set(
    "mr mrs ms miss mx dr drs prof professor professors sir dame lord lady baroness rev reverend"
    " rabbi imam ambassador senator judge justice capt captain col colonel lt sgt gen general"
    " dott dott.ssa dottssa dr.ssa drssa prof.ssa profssa dottor dottore dottoressa professore"
    " profesor profesora professora doutor doutora doctora mtro mtra maestra des desa desemb"
    " embaixador ph.d"
    " cllr cmdr adm brig maj msgr mons sheikh shri smt datuk dato engr atty rechtsanwalt"
    " rechtsanwaltin"
    " professoressa ing avv avv.to avvocato avvocata arch geom rag cav comm sig sig.ra sig.na"
    " signor signora signorina suor padre"
    " m mm mme pr mlle mmes docteur docteure maitre professeur professeure"
    " herr frau dipl.-ing dipl.-inf dipl.-kfm dipl.-kffr dipl.-phys dipl.-psych dipl.-math"
    " dipl.-biol dipl.-volksw dipl dr.-ing univ.-prof univ.-doz doz hon.-prof jun.-prof apl ao"
    " univ.-prof.in prof.in dr.in prof.dr pd"
    " priv.-doz privatdozent privatdozentin mag.a ra rain di ba ma bsc msc"
    " sr sra srta senor senora senorita dona dna lic licda licdo dra profa prof.a sra.a sr.a d.a"
    " dr.a eng eng.a enga engo engenheiro engenheira arq arqa exmo exma excmo excma ilmo ilma illmo illma mgr senhor senhora"
    " agra agro agr.a agr.o irma frei hermana hermano dre pre mmag ddr prim univ.prof ostd std ostr"
    " gral hna hno lcda lcdo ldo abg ab econ ec cdor cdora cr cra bach tec psic mgtr mgter odont enf"
    " agr cap cel ten tte pe ver dep geol biol per agron for med oa pfr pfrn bgm zr kol jhr"
    " jkvr bc alf cte contralm vicealm dipl.-pad cons pres min proc sac fra"
    " me h.e hon dhr mw mevr mevrouw meneer ir mr.dr dr.ir prof.dr.ir prof.mr prof.ir"
)
# Those that are words or names too count only with their full stop.
_STOPPED = word_set(
    "mm on sen em ds mag fr hon mag univ gen col lt sgt capt comm cav dipl mw eng arq lic rev"
    " doz apl ao des maj adm brig mons assoc asst assist adj emer exc ba ma di ra bsc msc med"
    " habil hc nat rer phil iur jur pol oec"
    " theol techn h.c stb wp"
    " gral hna hno lcda lcdo ldo abg ab econ ec cdor cdora cr cra bach tec psic mgtr mgter odont enf"
    " agr cap cel ten tte pe ir ver dep geol biol per agron for med mmag ddr di prim oa pfr pfrn bgm"
    " zr kol jhr jkvr bc ing alf cte contralm vicealm dipl.-pad cons pres min proc sac fra"
)
# Written after another honorific, to which they belong.
_GOING_ON = word_set(
    "med rer nat phil iur jur pol oec theol techn h.c hc habil ing dr mult vet agr for dent"
)
_ACADEMIC = re.compile(
    r"(?:(?:associate|assistant|assoc\.?|assoz\.?|asst\.?|adjunct|visiting|emeritus|emerita|honorary"
    r"|full)\s+"
    r"prof(?:essor|\.)?|professor(?:in)?\s+emeritus|professor\s+emerita|(?:his|her)\s+excellency"
    r"|the\s+(?:rt\.?|right)?\s*hon(?:ourable|orable|\.)|rt\.?\s+hon\.?|de\s+heer|em\.\s+prof\."
    r"|prof\.?\s+(?:emerit[oa]s?|emeritus|catedratic[oa]|titular|associad[oa]|asociad[oa]"
    r"|ordinari[oa])(?=\s+(?:dr|ing|[^\W\d_]))"
    r"|(?:m\.|mme|madame|monsieur)\s+l[ae]\s+(?:professeure?|docteure?|ministre|presidente?"
    r"|directrice"
    r"|directeur|senatrice|senateur|deputee?|maire|doyenne?|rectrice|recteur|juge|prefete?|maitre)"
    r"|pd(?=\s+dr)|h\.\s?e\.|s\.\s?e\.|sua\s+ecc(?:ellenza|\.za)|(?:sua|su)\s+exce(?:lencia|l\u00eancia)|dr\.?\s*h\.\s?c\.|mag\.\s?\(fh\)|dipl\.-ing\.\s?\(fh\)"
    r"|prof\.?\s*\((?:fh|em\.?|i\.\s?r\.)\)|(?:lt\.?|lieutenant|maj\.?|brig\.?)\s+(?:col|gen|cdr)\.?"
    r"(?:\s+\(ret(?:'d|d|\.)?\))?|(?:col|gen|capt|cdr|maj|lt|sgt|adm)\.?\s+\(ret(?:'d|d|\.)?\)"
    r"|(?:ass|assoz|ao|o)\.-?\s?(?:univ\.-?\s?)?prof\.|[mbd]\.\s?sc\.|mg\.?\s?sc\.|mag\.\s?phil\."
    r"|ra(?:in)?(?=\s+(?:dr\.|prof\.))"
    r"|ph\.?d\.?(?=\s+[a-z]))(?=[\s.,])\.?\s*"
)
_HONORIFIC = re.compile(
    r"(?P<word>[^\W\d_][\w.-]*?)(?P<stop>\.?[\u00aa\u00ba]?)(?:\s+|(?<=\.)(?=[A-Z\u00c0-\u00de]))"
)
_SIGN = re.compile(r"[,;:(|\[\t@]|\s[\u2013\u2014-]")
_TALL = re.compile(r"(?:[dDlL]['\u2019])?[^\W\d_a-z\u00df-\u00ff]")
_BEFORE_TWO = word_set("don me ir ing arch captain major comm general judge justice")
_IN_CAPITALS = word_set("mr dr mrs ms sir sr sra dra mme")
_LAWYERS = frozenset(["RA", "RAin", "StB", "WP"])  # in German, without a full stop
_BEFORE_DON = frozenset(["sr. ", "exmo. sr. ", "ilmo. sr. ", "excmo. sr. "])
PARTICLES = word_set(
    "van von vom zum der den de del della dello dei degli delle di da do das dos du des d la le el"
    " al bin binti bint ibn ben abu abd ap ab y e i zu zur of ten ter te 't 's aan het op in"
    " af av san st wa vander vande ould nic mac ni o lo dal dalla dall' dell' d' l' auf unter am"
)
SUFFIXES = word_set("jr sr ii iii iv v junior senior")

_ODD = re.compile(r"[\d@:;!?/\\|<>=_#*`\[\]{}\u20ac$%&+]")


def honorific_end(text: str) -> int:
    """Return where the honorifics before a name end: 0 where there are none."""
    folded, at = fold(text), 0
    while True:
        match = _ACADEMIC.match(folded, at) or _HONORIFIC.match(text, at)
        if match is None:
            return at
        if match.re is _HONORIFIC and not _is_honorific(text, match, at):
            return at
        if not text[match.end() :].strip(" .,"):
            return at
        at = match.end()


def _is_honorific(text: str, match: re.Match[str], at: int) -> bool:
    word, stop = fold(match["word"]), "." in match["stop"]
    if match["stop"][-1:] in ("\u00aa", "\u00ba"):
        word += ".a" if stop else "a"
    if word in _GOING_ON and stop and at:
        return True
    if word in _BEFORE_TWO and not stop:
        following = _SIGN.split(text[match.end() :], maxsplit=1)[0].split()[:6]
        tall = [part for part in following if _TALL.match(part)]
        initials = word == "don" and any(part.endswith(".") for part in following)
        return len(tall) > 1 and following[0] in tall and not initials
    if word in _STOPPED:
        return stop or (match["word"] in _LAWYERS and not at and _is_two(text[match.end() :]))
    if len(word) == 1:
        return stop and (word == "m" and not at or word == "d" and _is_don(text, match.end(), at))
    capitals = match["word"].isupper() and not stop and not at
    return word in _HONORIFICS and not (capitals and len(word) < 4 and word not in _IN_CAPITALS)


def _is_two(text: str) -> bool:
    """Whether two words of a name follow, and no initial."""
    words = _SIGN.split(text, maxsplit=1)[0].split()[:2]
    return len(words) == 2 and all(_TALL.match(word) and len(word) > 2 for word in words)


def _is_don(text: str, end: int, at: int) -> bool:
    """Whether ``D.`` is Spanish and no initial: after ``Sr.``, or before a Spanish name."""
    words = fold(text[end : end + 60]).split()
    spanish = not text[end : end + 60].isascii() or bool({"de", "del", "y"}.intersection(words))
    return fold(text[:at]) in _BEFORE_DON or (not at and len(words) > 1 and spanish)


def _is_name_word(word: str) -> bool:
    first = word[:1]
    if not first.isalpha() or not first.islower() or "'" in word[:3] or "\u2019" in word[:3]:
        return True
    return fold(word) in PARTICLES or bool(re.match(r"(?:al|el|ibn|bin|d|o|de)[-'\u2019]", word))


def holds_honorific(text: str) -> bool:
    """Whether an honorific stands within, so that more than a name is there: ``Talk by Dr. Lee``."""
    words = text.split()[1:]
    return any(
        ("." in word or fold(word) in _IN_CAPITALS)
        and bool(end := honorific_end(" ".join(words[number:])))
        and end > 2
        for number, word in enumerate(words)
        if len(word) > 2
    )


def looks_like_name(text: str) -> bool:
    """Whether *text* has the shape of a person's name: few words, capitals, no digits."""
    words = text.replace(" von und zu ", " von ").split()
    if not 1 <= len(words) <= 8 or len(text) > 80 or _ODD.search(text):
        return False
    return all(map(_is_name_word, words)) and any(word[:1].isalpha() for word in words)


def is_bare(text: str) -> bool:
    """Whether *text* may be the whole name of somebody: two to five words, first and last tall."""
    words = text.split()
    if not 2 <= len(words) <= 7 or not looks_like_name(text):
        return False
    tall = [word for word in words if not word[:1].islower() or _TALL.match(word)]
    return 1 < len(tall) < 6 and fold(words[-1]) not in PARTICLES
