"""Degrees and honours that people write after a name: ``Ann Lee, PhD``; all folded."""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.words import fold, word_set

__all__ = ["is_degree", "is_late_degree"]

_DEGREE = re.compile(
    r"(?:ph\.?\s?d|d\.?\s?phil|m\.?\s?phil|e?mba|m\.?\s?sc|b\.?\s?sc|m\.?\s?a|b\.?\s?a|m\.?\s?d"
    r"|m\.?\s?s|b\.?\s?eng|m\.?\s?eng|ll\.?\s?[mb]|j\.?\s?d|m\.?\s?f\.?\s?a|m\.?\s?p\.?\s?[ha]"
    r"|m\.?\s?ed|ed\.?\s?d|psy\.?\s?d|pharm\.?\s?d|d\.?\s?sc|sc\.?\s?d|dr\.?\s?h\.?\s?c|dba|dds|dvm"
    r"|esq|qc|kc|p\.\s?eng|c\.?\s?eng|leed\s?ap|mag|habil|sj|s\.j|osb|o\.s\.b|op|o\.p|ir"
    r"|dipl\.-(?:ing|kfm|kffr|inf|phys|math|psych|biol|betriebsw|volksw|pad)"
    r"|(?:master|bachelor)\s(?:of\s)?(?:science|arts|laws)|doctor(?:ate)?)"
    r"\.?(?:\s?\((?:[a-z]{2,12}|fh|hons)\)|\s(?:hons|cantab|oxon))?"
)
# Those that stand in capitals only.
_CAPITALS = word_set(
    "rn bsn msn dnp aprn fnp lpn msw lcsw lmsw lpc lmft bcba otr dpt slp rd ldn dphil dsw drph"
    " mha mpp mps mpl mup mls mlis mdiv mtheol thd dmin mres mst mstp bph bva bfa bba bed bcom bsw"
    " cfa cpa cfe cfp caia frm cia cma aca acca fcca fca cgma cisa cism cissp ccsp cipp cipm ccna"
    " pmp pgmp pmi-acp csm cspo itil phr sphr shrm-cp shrm-scp cphr mcipd fcipd cmgr fcmi"
    " acc pcc mcc cce cae cfre pe aia faia aicp riba arb rtpi mrtpi mrics frics fciob mciob"
    " ceng ienq cenv csci cchem cphys cgeol cbiol miet fiet mice fice mimeche frs frsa fbcs mbcs"
    " frcp frcs frcpch frcgp mrcp mrcs mbbs mbchb mrcgp mrcvs frse frsc fras frgs freng fba fmedsci"
    " fhea pfhea sfhea fraes fcips mcips mcim fcim dbe cbe obe mbe kbe gbe cmg cvo lvo frsl fsa mp"
    " mdb mdl rd-n cas lic dea dess dsc mmath mphys mchem msci llb llm jp aps"
)
_KINDLESS = re.compile(r"(?:cipp|cip)/[a-z]{1,2}")
_APART = re.compile(r"\s*[,&/]\s*|\s+")
_TAIL = re.compile(r"\s\((?:hons|cantab|oxon)\)")
# Right after a name without a comma: ``Ann Lee MP``.
_LATE = word_set("mp mep msp mla td mdb mdl ra rc rb kc qc")
_LONG = 40  # characters of degrees in a row


def is_degree(text: str) -> bool:
    """Whether *text* is one or more degrees or honours that follow a name: ``MSc PhD``."""
    if len(text) > _LONG:
        return False
    bare = text.strip()
    return _is_one(bare) or all(map(_is_one, _APART.split(_TAIL.sub("", bare))))


def _is_one(text: str) -> bool:
    if not text:
        return False
    folded = fold(text)
    plain = folded.replace(".", "")
    capitals = sum(letter.isupper() for letter in text) > 1
    return bool(_DEGREE.fullmatch(folded) or _KINDLESS.fullmatch(folded)) or (
        capitals and plain in _CAPITALS
    )


def is_late_degree(word: str, count: int) -> bool:
    """Whether the last of *count* words of a name is a degree: ``Ann Lee PhD``."""
    if count > 2 and word.isupper() and word.lower() in _LATE:
        return True
    tall = sum(letter.isupper() for letter in word)
    return _is_one(word) and tall > 1 and (count > 2 or "." in word or "h" in word)
