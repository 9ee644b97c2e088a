"""Which addresses open a meeting, and which words tell the passcode of one."""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

from eventkit.formats.announcement.words import word_set

__all__ = ["is_way_in", "may_tell_passcode", "tells_passcode"]

# Host, which may stand after others, and the paths on it that open a meeting.
_GOTO = r"meet\.goto\.com|(?:www\.)?gotomeet\.me|(?:global|join|www)\.gotomeeting\.com"
_PLATFORMS = (
    (
        r"(?:[a-z0-9-]+\.)*(?:zoom\.(?:us|com(?:\.cn)?)|zoomgov\.com)",
        r"/(?:j|w|s|my)/[^/]+.*|/wc/.*|/meeting/join.*",
    ),
    (
        r"teams\.(?:microsoft\.(?:com|us)|live\.com)|teams\.cloud\.microsoft",
        r"/l/meetup-join/.*|/meet/.+",
    ),
    (
        r"(?:[a-z0-9-]+\.)+webex\.com(?:\.cn)?",
        r"/(?:meet|join)/.+|.*/j\.php|/wbxmjs/joinservice/.*|.*/webappng/sites/.*/meeting/.*",
    ),
    (r"meet\.google\.com", r"/(?:[a-z]{3,4}-[a-z]{3,5}-[a-z]{3,4}|lookup/.+)"),
    (r"g\.co", r"/meet/.+"),
    (_GOTO, r"/(?:join/.+|[^/]*\d{6,}.*|[A-Za-z][^/]+)"),
    (r"attendee\.gotowebinar\.com", r"/join/.+"),
    (r"(?:[a-z0-9-]+\.)?bluejeans\.com", r"/\d{4,}.*"),
    (r"meet\.jit\.si|8x8\.vc", r"/[^/].*"),
    (r"(?:[a-z0-9-]+\.)?whereby\.com", r"/[a-z0-9][a-z0-9-]*"),
    (r"join\.skype\.com", r"/.+"),
    (r"(?:[a-z0-9-]+\.)*chime\.aws|discord\.gg", r"/.+"),
    (  # BigBlueButton, which universities run on hosts of their own
        r"(?:[a-z0-9-]+\.)+[a-z]{2,}",
        r"/bigbluebutton/api/join|.*/b/[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}",
    ),
)
_WAYS_IN = tuple((re.compile(host), re.compile(path)) for host, path in _PLATFORMS)
_MAYBE = re.compile(  # what every address that opens a meeting has in it
    r"zoom|teams|webex|meet|g\.co/|bluejeans|jit\.si|8x8|whereby|skype|chime|discord|/b/"
    r"|bigbluebutton|pwd|pass|mtid",
    re.IGNORECASE,
)
_SECRET_PARAMETERS = frozenset(
    {"pwd", "password", "passcode", "passwd", "meetingpassword", "meeting_password", "mtid"}
)


@lru_cache(maxsize=4096)
def is_way_in(url: str) -> bool:
    """Whether an address opens a meeting, rather than showing a page about it."""
    if not _MAYBE.search(url):
        return False
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
    except ValueError:
        return False
    if parts.scheme.lower() in ("zoommtg", "msteams", "webex"):
        return True
    if "=" in parts.query or "=" in parts.fragment:
        for key, value in parse_qsl(parts.query) + parse_qsl(parts.fragment):
            if value and key.lower() in _SECRET_PARAMETERS:
                return True
    path = parts.path
    return any(at.fullmatch(host) and way.fullmatch(path) for at, way in _WAYS_IN)


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
    "number", "nummer", " nr",
)  # fmt: skip


def may_tell_passcode(lowered: str) -> bool:
    """Whether it is worth to look closer at a text, which is given in lower case."""
    return any(word in lowered for word in _MAYBE_TOLD)


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
