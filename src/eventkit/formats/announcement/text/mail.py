"""
Announcements as they come by mail: headers, forwarded and quoted text, signatures.

Source: RFC 5322 §2.2 (header fields), RFC 2047 (words in other character sets), RFC 3676 §4.3
(``-- `` before a signature).
"""

from __future__ import annotations

import re
from email.header import decode_header
from functools import lru_cache

import attrs

from eventkit.formats.announcement.text.lines import Builder, Line, glued
from eventkit.formats.announcement.text.words import fold
from eventkit.joinlinks import is_join_link, links_in

__all__ = ["Letter", "is_of_mail", "opened_letter"]

_SUBJECT = frozenset(["subject", "betreff", "objet", "oggetto", "asunto", "assunto", "onderwerp"])
_SENDER = frozenset(["from", "von", "de", "da", "van", "sender", "reply-to", "return-path"])
_TECHNICAL = frozenset(
    ["to", "cc", "bcc", "sent", "message-id", "mime-version", "content-type", "received",
     "content-transfer-encoding", "delivered-to", "user-agent", "importance", "an", "gesendet",
     "envoye", "inviato", "enviado", "enviada", "verzonden", "para", "aan", "cci", "ccn",
     "in-reply-to", "references", "content-language", "x-mailer", "thread-topic", "attachments"]
)  # fmt: skip
# Short words that are headers only in company.
_SHARED = frozenset(["date", "datum", "data", "fecha", "a"])
_HEADER = re.compile(r"[*_]{0,2}(?P<key>[^\W\d][\w-]{0,40}):[*_]{0,2}\s*(?P<value>.*)")
_MAIL_DATE = re.compile(r".{0,40}\d{1,2}:\d\d:\d\d\s+(?:[+-]\d{4}|GMT|UTC)\b")
_FORWARD = re.compile(
    r"[-_=* ]{0,20}(?:begin )?(?:forwarded message|original message|weitergeleitete nachricht|"
    r"ursprungliche nachricht|message (?:transfere|d'origine)|debut du message (?:transfere|reexpedie)|"
    r"messaggio (?:inoltrato|originale)|inizio messaggio inoltrato|mensaje (?:reenviado|original)|"
    r"mensagem (?:encaminhada|original)|doorgestuurd bericht|oorspronkelijk bericht)\s*:?[-_=* ]{0,20}"
)
_WROTE = re.compile(
    r"(?:on|am|le|il|el|em|op)\b.{5,160}\b"
    r"(?:wrote|schrieb|ecrit|scritto|escribio|escreveu|schreef)\b.{0,80}:"
)
_QUOTED = re.compile(r"[ \t]{0,3}>(?:[ \t]?>)*[ \t]?")
_REPLY = re.compile(r"(?:(?:re|fw|fwd|wg|aw|tr|rv|i|r|rif|ref|sv|enc|doorst|antw)\s?:\s*)+")
_LIST = re.compile(r"\[[^\[\]]{1,40}\]\s*")
_ENCODED = re.compile(r"=\?[\w-]{1,30}\?[bBqQ]\?[^?\s]{0,200}\?=(?:\s+(?==\?))?")
_SIGNATURE_MAX = 20  # lines


@attrs.define
class Letter:
    """
    What is left of a mail.

    Args:
        lines: The announcement in it.
        subject: What its header calls it.
        dropped: Lines that are no part of it, with what they are.
    """

    lines: list[Line]
    subject: Line | None = None
    dropped: list[tuple[str, Line]] = attrs.field(factory=list)


def opened_letter(lines: list[Line]) -> Letter:
    """Take an announcement out of the mail that it came in; other text stays as it is."""
    letter = Letter(lines)
    for _ in range(5):  # a forwarded mail may hold another
        if not (_headers_off(letter) or _cover_off(letter)):
            break
    _quotes_off(letter)
    _headers_off(letter)
    _signature_off(letter)
    return letter


def is_of_mail(text: str) -> bool:
    """Whether a line may be a header, a mark before quoted text, or quoted itself."""
    folded = fold(text)
    header = _HEADER.fullmatch(folded)
    return (
        bool(header and _is_key(header["key"]))
        or bool(_QUOTED.match(text) or _FORWARD.fullmatch(folded) or _WROTE.fullmatch(folded))
        or text.rstrip() == "--"
    )


def _is_key(key: str) -> bool:
    return key in _SUBJECT | _SENDER | _TECHNICAL | _SHARED or key.startswith("x-")


def _first(lines: list[Line]) -> int:
    return next((n for n, line in enumerate(lines) if line.text.strip()), len(lines))


def _headers_off(letter: Letter) -> bool:
    lines = letter.lines
    start = at = _first(lines)
    found: list[tuple[str, Line]] = []
    while at < len(lines) and (text := lines[at].text).strip():
        match = _HEADER.fullmatch(text)
        key = fold(match["key"]) if match else ""
        if match and _is_key(key):
            found.append((key, lines[at].part(*match.span("value"))))
        elif not (found and text[:1] in " \t"):
            break
        elif found[-1][0] in _SUBJECT:
            found[-1] = found[-1][0], glued([found[-1][1], lines[at].stripped()], " ")
        at += 1
    keys = {key for key, _ in found}
    dated = any(_MAIL_DATE.match(value.text) for key, value in found if key in _SHARED)
    addressed = bool(keys & (_SENDER | _TECHNICAL)) or dated
    if not addressed or len(keys) < 2 or not keys & (_SUBJECT | _TECHNICAL | {"from"}):
        return _lone_subject(letter, found)
    subject = next((value for key, value in found if key in _SUBJECT), None)
    letter.subject = _subject(subject) if subject else letter.subject
    letter.dropped += [("the header of a mail", line) for line in lines[start:at]]
    letter.lines = lines[at:]
    return True


def _lone_subject(letter: Letter, found: list[tuple[str, Line]]) -> bool:
    """Take ``Subject:`` off that somebody copied without the other headers."""
    if not found or found[0][0] not in _SUBJECT:
        return False
    letter.subject = _subject(found[0][1])
    letter.lines = letter.lines[_first(letter.lines) + 1 :]
    return True


def _subject(value: Line) -> Line | None:
    """Return a subject without ``Fwd:``, the name of a list, and encoded words."""
    line = _unencoded(value)
    for pattern in (_REPLY, _LIST, _REPLY):
        if match := pattern.match(fold(line.text)):
            line = line.part(match.end())
    return line.stripped() if line.text.strip() else None


def _unencoded(value: Line) -> Line:
    builder, at = Builder(value), 0
    for match in _ENCODED.finditer(value.text):
        builder.keep(at, match.start())
        builder.put(_decoded_word(match.group().strip()), match.start(), match.end())
        at = match.end()
    if not at:
        return value
    builder.keep(at, len(value.text))
    return builder.line()


@lru_cache(maxsize=64)
def _decoded_word(word: str) -> str:
    try:
        ((octets, charset),) = decode_header(word)
        return octets.decode(charset or "ascii") if isinstance(octets, bytes) else octets
    except (ValueError, LookupError):
        return word


def _cover_off(letter: Letter) -> bool:
    """Take off what stands above a forwarded mail."""
    for n, line in enumerate(letter.lines):
        if len(line.text) < 120 and _FORWARD.fullmatch(fold(line.text.strip())):
            told = letter.lines[: n + 1]
            letter.dropped += [("a note above the forwarded mail", one) for one in told]
            letter.lines = letter.lines[n + 1 :]
            return True
    return False


def _quotes_off(letter: Letter) -> None:
    """Take the ``>`` off quoted lines, where a mail is quoted and no sentence in it."""
    lines = letter.lines
    filled = [line for line in lines if line.text.strip()]
    quoted = [line for line in filled if _QUOTED.match(line.text)]
    if not quoted:
        return
    wrote = next((n for n, line in enumerate(lines) if _is_attribution(line)), None)
    if wrote is None and len(quoted) < 0.6 * len(filled):
        return
    if wrote is not None and len(quoted) >= 2:
        letter.dropped += [("an answer to the quoted mail", one) for one in lines[: wrote + 1]]
        lines = lines[wrote + 1 :]
    letter.lines = [
        line.part(match.end()) if (match := _QUOTED.match(line.text)) else line for line in lines
    ]


def _is_attribution(line: Line) -> bool:
    text = line.text.strip()
    return len(text) < 260 and bool(_WROTE.fullmatch(fold(text)))


def _signature_off(letter: Letter) -> None:
    lines = letter.lines
    for n, line in enumerate(lines):
        if line.text.rstrip("\r") in ("-- ", "--"):
            end = _signature_end(lines, n + 1)
            rest = [one for one in lines[n + 1 : end] if one.text.strip()]
            if n and len(rest) <= _SIGNATURE_MAX:
                letter.dropped += [("a signature", one) for one in lines[n:end]]
                letter.lines = [*lines[:n], *lines[end:]]
            return


def _signature_end(lines: list[Line], start: int) -> int:
    """Return where a signature ends: at the end of all, or of its paragraph if a way in follows."""
    invites = any(is_join_link(at.group()) for one in lines[start:] for at in links_in(one.text))
    blank = (n for n in range(start, len(lines)) if invites and not lines[n].text.strip())
    return next(blank, start if invites else len(lines))
