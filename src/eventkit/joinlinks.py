"""
Telling the link that lets somebody into a meeting from the address of a public page.

Every reader needs it: such a link goes to ``joining`` and stands in no public field.
"""

from __future__ import annotations

import re
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

__all__ = [
    "ANY_LINK",
    "MEETING_ID_WORDS",
    "PASSCODE_WORDS",
    "PHONE_WORDS",
    "URL",
    "find_url",
    "is_join_link",
    "trimmed",
]

# What platforms and people call the parts of the way in, in seven languages, without accents.
PASSCODE_WORDS = (
    "passcode, password, pass code, pin, meeting password, meeting passcode, access code,"
    " codice di accesso, codice accesso, passcode zoom, mot de passe, code secret, code d'acces,"
    " kenncode, passwort, kennwort, zugangscode, meeting-passwort, contrasena, clave,"
    " codigo de acceso, senha, codigo de acesso, wachtwoord, toegangscode"
)
MEETING_ID_WORDS = (
    "meeting id, webinar id, conference id, id riunione, id reunion, id de reunion,"
    " id de la reunion, meeting-id, besprechungs-id, konferenz-id, id da reuniao,"
    " vergaderings-id, meeting number, id de reuniao, id webinar"
)
PHONE_WORDS = (
    "dial-in, dial in, phone, telephone, dial by your location, one tap mobile, join by phone,"
    " telefono, telefon, einwahl, telefone, telefoon, find your local number"
)

URL = re.compile(r"https?://[^\s<>\"\u00a0]+", re.IGNORECASE)
_APP = r"(?:zoommtg|zoomus|msteams|webex|sips?)://?[^\s<>\"]+"
_BARE = r"(?<![\w.-])(?:[\w-]{1,63}\.){0,4}zoom\.us/[jws]/[^\s<>\"]+"
ANY_LINK = re.compile(rf"{URL.pattern}|{_APP}|{_BARE}", re.IGNORECASE)

_URL_MAX = 8_000
_SECRET_KEYS = frozenset({"pwd", "password", "passcode"})
_SAFE_LINKS = r"safelinks\.protection\.outlook\.com"
_JOIN = tuple(
    (re.compile(rf"(?:^|\.)(?:{hosts})$"), re.compile(paths, re.IGNORECASE))
    for hosts, paths in (
        (r"zoom\.(?:us|com)|zoomgov\.com", r"^/(?:j|w|s|my|wc)/"),
        (r"teams\.(?:microsoft|live)\.(?:com|us)", r"/l/meetup-join|/meet/"),
        (r"meet\.google\.com", r"^/[a-z]{3,4}-[a-z]{3,4}-[a-z]{3,4}|/lookup/"),
        (r"webex\.com", r"/j\.php|/(?:meet|join)/|/wbxmjs/|[?&]mtid="),
        (r"gotomeeting\.com|gotomeet\.me|goto\.com", r"^/\w"),
        (r"meet\.jit\.si|whereby\.com|8x8\.vc", r"^/\w"),
        (r"bluejeans\.com", r"^/\d+"),
        (r"meet\.lync\.com|join\.skype\.com|facetime\.apple\.com", r"^/\w"),
        (r"ringcentral\.com", r"^/(?:j|join)/"),
        (r"chime\.aws", r"^/\d+"),
        (r"meeting\.zoho\.(?:com|eu|in)", r"/(?:join|meet)"),
    )
)


@lru_cache(maxsize=4096)
def is_join_link(url: str) -> bool:
    """Whether *url* lets its reader into the meeting, rather than to a public page."""
    try:
        parts = urlsplit(url)
        host, pairs = parts.hostname or "", parse_qsl(parts.query, True)
        pairs += parse_qsl(parts.fragment, True)
    except ValueError:
        return False
    if parts.scheme.lower() not in ("http", "https"):
        return True
    if any(key.lower() in _SECRET_KEYS for key, _ in pairs) or parts.password:
        return True
    if re.search(_SAFE_LINKS, host):
        inner = next((value for key, value in pairs if key.lower() == "url"), "")
        return len(inner) < len(url) and bool(URL.match(inner)) and is_join_link(inner)
    rest = f"{parts.path}?{parts.query}"
    return any(hosts.search(host) and paths.search(rest) for hosts, paths in _JOIN)


def find_url(text: str) -> tuple[str | None, str]:
    """
    Return the first address in *text*, and the text without it.

    In angle brackets it is taken as it stands, else without the punctuation after it.
    """
    match = URL.search(text)
    if match is None:
        return None, text
    url, start, end = match.group(), match.start(), match.end()
    if text[start - 1 : start] == "<" and text[end : end + 1] == ">":
        return url, text[: start - 1] + text[end + 1 :]
    url = trimmed(url)
    return url, text[:start] + text[start + len(url) :]


def trimmed(url: str) -> str:
    """Return an address without the punctuation that follows it in a sentence."""
    while len(url) <= _URL_MAX:
        shorter = url.rstrip(".,;:!?'*\u201d\u2019\u00bb")
        if shorter.endswith(")") and shorter.count("(") < shorter.count(")"):
            shorter = shorter[:-1]
        if shorter.endswith("]") and shorter.count("[") < shorter.count("]"):
            shorter = shorter[:-1]
        if shorter == url:
            break
        url = shorter
    return url
