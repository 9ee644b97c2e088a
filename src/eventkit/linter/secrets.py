"""Which words of a text give away the way into a meeting."""

from __future__ import annotations

import re

from eventkit.formats.announcement.text.words import word_set
from eventkit.joinlinks import is_join_link, links_in, trimmed

__all__ = ["has_join_link", "may_give_away", "tells_passcode"]

_LABEL = (
    r"pass ?code|pass ?word|pass ?phrase|access code|(?:entry|meeting|event|webinar) (?:pin|code)"
    r"|kenn(?:wort|code)|passwort|zugangscode|mot de passe|code d['’]acc[eè]s|code secret"
    r"|contraseña|clave de acceso|código de acceso|senha|palavra-passe|wachtwoord|toegangscode"
    r"|codice di accesso|codice d['’]accesso"
)
_TOLD = re.compile(
    rf"\b(?:{_LABEL})\b[*_\s]{{0,4}}(?P<sign>[:=：]|\b(?:is|ist|est|es|è)\b)[*_`\s]{{0,6}}"
    r"(?P<word>[^\s*`]{3,64})(?P<rest>[^\n]{0,40})",
    re.IGNORECASE,
)
_MEETING = re.compile(
    r"\b(?:meeting|webinar|event|conference|konferenz)[- ]?(?:id|nr\.?|number|nummer)\b"
    r"[*_\s]{0,4}[:=：]?[*_`\s]{0,6}\d{3}[ -]?\d{3,4}[ -]?\d{3,5}\b",
    re.IGNORECASE,
)
_WORDS = word_set(
    "required needed none not n/a below above sent will tba tbc protected optional provided"
    " emailed available given shared same see after upon your erforderlich folgt wird keines"
    " requis requise communiqué envoyé obligatorio enviado"
)
_MAYBE_TOLD = (
    "pass", "code", " pin", "kennwort", "contrase", "clave", "senha", "wachtwoord", " id", "-id",
    "number", "nummer", " nr", "zoom.us/",
)  # fmt: skip


def has_join_link(text: str) -> bool:
    """Whether an address that opens a meeting stands in a text."""
    return any(is_join_link(trimmed(found.group())) for found in links_in(text))


def may_give_away(lowered: str) -> bool:
    """Whether it is worth to look closer at a text, which is given in lower case."""
    return "://" in lowered or any(word in lowered for word in _MAYBE_TOLD)


def tells_passcode(text: str) -> str | None:
    """Return what a text gives away, in words that do not repeat it, or None."""
    for found in _TOLD.finditer(text):
        word = found["word"].strip(".,;:!?()[]\"'“”")
        if word.lower() in _WORDS or len(word) < 3:
            continue
        has_digit = any(char.isdigit() for char in word)
        is_mixed = any(c.isupper() for c in word[1:]) and any(c.islower() for c in word)
        stands_alone = found["sign"] in ":=：" and not re.match(r"\s+\w", found["rest"])
        if has_digit or is_mixed or stands_alone:
            return "a passcode"
    return "a meeting ID" if _MEETING.search(text) else None
