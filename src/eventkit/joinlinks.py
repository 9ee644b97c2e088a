"""
Telling the link that lets somebody into a meeting from the address of a public page.

Every reader needs it: such a link goes to ``joining`` and stands in no public field.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from urllib.parse import parse_qsl, urlsplit

__all__ = [
    "MEETING_ID_WORDS",
    "PASSCODE_WORDS",
    "PHONE_WORDS",
    "URL",
    "find_url",
    "is_join_link",
    "links_in",
    "secret_values",
    "trimmed",
]

# What platforms and people call the parts of the way in, in seven languages, without accents.
PASSCODE_WORDS = (
    "passcode, password, pass code, pin, meeting password, meeting passcode, access code, "
    "codice di accesso, codice accesso, passcode zoom, mot de passe, code secret, code "
    "d'acces, kenncode, passwort, kennwort, zugangscode, meeting-passwort, contrasena, clave, "
    "codigo de acceso, senha, codigo de acesso, palavra-passe, palavra passe, wachtwoordcode, "
    "meetingwachtwoord, meeting-wachtwoord, meeting-kennwort, zugangspasswort, kennwort zum "
    "meeting, code pin, password riunione, codice riunione, codice meeting, codice di "
    "ingresso, codigo de la sala, sala password, toegangswachtwoord, numeric passcode, "
    "webinar passcode, einwahlcode, wachtwoord, toegangscode"
)
MEETING_ID_WORDS = (
    "meeting id, webinar id, conference id, id riunione, id reunion, id de reunion, id de la "
    "reunion, meeting-id, besprechungs-id, konferenz-id, id da reuniao, vergaderings-id, "
    "meeting number, id de reuniao, id webinar, meeting-kennnummer, kennnummer, "
    "meetingnummer, meeting-nummer, meeting-nr, meeting nr, meeting no, vergadering-id, "
    "vergader-id, vergadernummer, id del meeting, id meeting, id della riunione, numero "
    "riunione, numero della riunione, numero de reunion, numero de la reunion, id de la "
    "sesion, id del seminario, webinar-id, id du webinaire, sitzungsnummer, id da sala, "
    "numero da reuniao, webinar number, access number, zoom id, zoom-id, id zoom"
)
PHONE_WORDS = (
    "dial-in, dial in, phone, telephone, dial by your location, one tap mobile, join by phone,"
    " telefono, telefon, einwahl, telefone, telefoon, find your local number"
)

URL = re.compile(r"https?://[^\s<>\"\u00a0]+", re.IGNORECASE)
_APP = r"(?:zoommtg|zoomus|msteams|webex|sips?)://?[^\s<>\"]+"
_BARE = r"(?<![\w.-])(?:[\w-]{1,63}\.){0,4}zoom\.us/[jws]/[^\s<>\"]+"
_LINK = re.compile(rf"{URL.pattern}|{_APP}|{_BARE}", re.IGNORECASE)

_URL_MAX = 8_000
_SECRET_KEYS = frozenset(
    {"pwd", "password", "passcode", "passwd", "meetingpassword", "meeting_password", "mtid"}
)
_SAFE_LINKS = "safelinks.protection.outlook.com"
_SUB = r"(?:[a-z0-9-]+\.)*"
# Hosts, and the paths on them that open a meeting.
_JOIN = tuple(
    (re.compile(hosts), re.compile(paths, re.IGNORECASE))
    for hosts, paths in (
        (
            rf"{_SUB}(?:zoom\.(?:us|com(?:\.cn)?)|zoomgov\.com)",
            r"/(?:j|w|s|my)/[^/]+.*|/wc/.*|/meeting/join.*",
        ),
        (
            r"teams\.(?:microsoft\.(?:com|us)|live\.com)|teams\.cloud\.microsoft",
            r"/l/meetup-join/.*|/meet/.+",
        ),
        (
            rf"{_SUB}webex\.com(?:\.cn)?",
            r"/(?:meet|join)/.+|.*/j\.php|/wbxmjs/.*|.*/webappng/sites/.*/meeting/.*",
        ),
        (r"meet\.google\.com", r"/(?:[a-z]{3,4}-[a-z]{3,5}-[a-z]{3,4}.*|lookup/.+)"),
        (r"g\.co", r"/meet/.+"),
        (
            r"meet\.goto\.com|(?:www\.)?gotomeet\.me|(?:global|join|www)\.gotomeeting\.com",
            r"/(?:join/.+|[^/]*\d{6,}.*|[A-Za-z][^/]+)",
        ),
        (r"attendee\.gotowebinar\.com", r"/join/.+"),
        (rf"{_SUB}bluejeans\.com", r"/\d+.*"),
        (rf"{_SUB}(?:meet\.jit\.si|8x8\.vc)", r"/[^/].*"),
        (rf"{_SUB}whereby\.com", r"/[a-z0-9].*"),
        (r"meet\.lync\.com|join\.skype\.com|facetime\.apple\.com", r"/\w.*"),
        (rf"{_SUB}ringcentral\.com", r"/(?:j|join)/.*"),
        (rf"{_SUB}chime\.aws|discord\.gg", r"/.+"),
        (r"meeting\.zoho\.(?:com|eu|in)", r".*/(?:join|meet).*"),
        (  # BigBlueButton, which universities run on hosts of their own
            rf"{_SUB}[a-z]{{2,}}",
            r"/bigbluebutton/api/join|.*/(?:b|rooms)/[a-z0-9]{3}(?:-[a-z0-9]{3}){2,3}|.*/rooms/[^/]+/join",
        ),
    )
)
_MAYBE = re.compile(  # what every such address has in it, which is quick to see
    r"zoom|teams|webex|meet|g\.co/|goto|bluejeans|jit\.si|8x8|whereby|lync|skype|facetime"
    r"|ringcentral|chime|discord|zoho|/b/|/rooms/|bigbluebutton|safelinks|pwd|pass|mtid|@",
    re.IGNORECASE,
)


@lru_cache(maxsize=4096)
def is_join_link(url: str) -> bool:
    """
    Whether *url* lets its reader into the meeting, rather than to a public page.

    An address that is not of the web, such as an app's or a telephone's, does.
    """
    try:
        parts = urlsplit(url)
        host = (parts.hostname or "").lower()
        if parts.scheme not in ("http", "https"):
            return True
        if not _MAYBE.search(url):
            return False
        pairs = parse_qsl(parts.query) + parse_qsl(parts.fragment)
    except ValueError:
        return False
    if any(key.lower() in _SECRET_KEYS for key, _ in pairs) or parts.password:
        return True
    if host.endswith(_SAFE_LINKS):
        inner = next((value for key, value in pairs if key.lower() == "url"), "")
        return len(inner) < len(url) and bool(URL.match(inner)) and is_join_link(inner)
    return any(hosts.fullmatch(host) and paths.fullmatch(parts.path) for hosts, paths in _JOIN)


def secret_values(url: str) -> list[str]:
    """Return the values of the parameters of an address that are a passcode's by their name."""
    try:
        parts = urlsplit(url)
        pairs = parse_qsl(parts.query) + parse_qsl(parts.fragment)
    except ValueError:
        return []
    return [value for key, value in pairs if key.lower() in _SECRET_KEYS]


def links_in(text: str) -> Iterator[re.Match[str]]:
    """Find the addresses in *text*: of pages, of programs, and of Zoom without ``https://``."""
    if ":/" in text or "zoom.us/" in text.casefold():  # most text has none, and this is quick
        yield from _LINK.finditer(text)


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
