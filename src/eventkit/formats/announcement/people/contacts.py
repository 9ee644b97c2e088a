"""What stands beside a name and is no part of it: addresses, handles, pronouns, marks."""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.words import fold

__all__ = ["Contacts", "is_item", "without_contacts"]

_LINK = re.compile(r"\[(?P<said>[^\[\]]{1,200})\]\(<?(?P<url>[^()\s<>]{1,500})>?[^()]{0,100}\)")
_MARKS = re.compile(
    r"\*{1,3}|(?<![^\W_])_{1,3}(?=\S)|(?<=\S)_{1,3}(?![^\W_])|`|^\s*#{1,6}\s|~~|\\(?=[*_])"
)
_QUOTE = re.compile(r"^\s*>\s")
_BULLET = re.compile(
    r"^\s*(?:[-*+\u2022\u00b7\u2013\u2014\u25cf\u25aa\u25ab\u25cb\u25e6\u2023\u2219"
    r"\u27a2\u2192\u2713"
    r"\u00bb\u203a]|\(?\d{1,2}[.):]\)?|[a-zA-Z]\))\s+"
)
_LABEL = (
    r"(?:(?:e-?mail|mail|web(?:site|seite)?|sito|site|linkedin|twitter|x|mastodon|bluesky|instagram"
    r"|github|orcid|url|profile|profilo|profil|perfil|correo|courriel|contact"
    r"|homepage)\s{0,3}:\s{0,3})?"
)
_EMAIL = re.compile(
    rf"[(<\[]?\s{{0,3}}{_LABEL}(?:mailto:)?(?<![\w.+%-])"
    rf"(?P<email>[\w.+%-]{{1,64}}@[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,5}})\s*[)>\]]?",
    re.IGNORECASE,
)
_URL = re.compile(
    rf"[(<\[]?\s{{0,3}}{_LABEL}(?P<url>https?://[^\s<>()\"\[\]]{{1,500}}|(?:www\."
    rf"|(?:\w{{1,20}}\.)?linkedin\.com/"
    r"|github\.com/|orcid\.org/|twitter\.com/|x\.com/)[^\s<>()\"\[\],;]{1,300})\s*[)>\]]?",
    re.IGNORECASE,
)
_MASTODON = re.compile(
    rf"[(\[]?\s{{0,3}}{_LABEL}@(?P<user>\w{{1,40}})"
    rf"@(?P<host>[\w-]{{1,63}}(?:\.[\w-]{{1,63}}){{1,4}})\s*[)\]]?",
    re.IGNORECASE,
)
_HANDLE = re.compile(
    r"(?:(?P<open>[(\[])\s*|(?:twitter|x|instagram|bluesky|github|mastodon)\s{0,3}:\s{0,3})"
    r"@(?P<handle>[\w.]{2,40})\s*[)\]]?|(?<=[\s,|])@(?P<bare>[a-z_][\w.]{1,39}"
    r"|\w{0,30}_\w{1,30})(?=$|[\s,|;)])",
    re.IGNORECASE,
)
_PRONOUN = (
    r"(?:she|her|hers|he|him|his|they|them|theirs|ze|zir|any|lei|sua|lui|suo|loro|elle|iel|il|sie"
    r"|ihr|er"
    r"|ihn|xier|dey|ella|elle|el|elli|ela|dela|ele|dele|elu|zij|haar|hij|hem|hen|hun|die|diens|all)"
)
_PRONOUNS = re.compile(
    rf"[(\[]\s*(?:pronouns?:?\s*)?{_PRONOUN}(?:\s*[/,"
    rf"|]\s*{_PRONOUN}){{1,3}}(?:\s+pronouns)?\s*[)\]]"
    rf"|[(\[]\s*(?:she|he|they|sie|elle|ella|ela|zij|hij|lei|lui)\s*[)\]]"
    rf"|(?<=[,|])\s*(?:she|he|they)\s*/\s*(?:her|him|them)s?(?:\s*/\s*\w{{2,6}})?(?=\s*(?:$|[,"
    rf"|\u2013\u2014-]))",
)


# What is said of somebody's presence, their names at birth, or their part in the programme.
_REMARK = (
    r"(?:remote(?:ly)?|online|virtual(?:ly)?|in[- ]person|via\s+zoom|live|streaming|tbc|tba"
    r"|to\s+be\s+confirmed"
    r"|invited|confirmed|guest|keynote\s+address|da\s+remoto|in\s+presenza|in\s+collegamento"
    r"|da\s+confermare|invitat[oa]|a\s+confirmer|invitee?|en\s+ligne|a\s+distance|en\s+visio"
    r"|angefragt|eingeladen|zugeschaltet|digital|vor\s+ort|per\s+video|por\s+confirmar"
    r"|a\s+confirmar"
    r"|en\s+linea|presencial|convidad[oa]|nog\s+te\s+bevestigen|onder\s+voorbehoud|uitgenodigd"
    r"|conference\s+pleniere|table\s+ronde|tavola\s+rotonda|mesa\s+(?:redonda|tematica)"
    r"|panel(?:\s+\d)?"
    r"|(?:(?:since|from|seit|dal|depuis|desde|sinds)\s+)?(?:19|20)\d\d"
    r"(?:\s?-\s?(?:(?:19|20)\d\d|present|today|oggi|heute|hoy|hoje|heden)?)?"
    r"|(?:geb(?:oren|\.)?|nee|ne|born|nata|nato|nacid[oa]|nascid[oa]|geboren)\s+[^()\[\],;]{1,40})"
)
_REMARKS = re.compile(rf"[(\[]\s*{_REMARK}\s*[)\]]|(?<=,)\s*{_REMARK}\s*$")
_SIGN = "[\u2600-\u27bf\u2b00-\u2bff\U0001f000-\U0001faff]"
_SIGNS = re.compile(rf"{_SIGN}(?:{_SIGN}|[\ufe0f\u200d\u20e3])*")


@attrs.frozen
class Contacts:
    """
    What a line says of how to reach somebody, and what else is no name, title or organisation.

    Args:
        email: The address, without ``mailto:``.
        urls: Addresses of pages, the first one that of the person.
        beside: Pronouns, names at services that are not told, remarks on who is present.
    """

    email: Piece | None = None
    urls: tuple[tuple[str, Piece], ...] = ()
    beside: tuple[Piece, ...] = ()

    def plus(self, other: Contacts) -> Contacts:
        """Return all of both."""
        urls, beside = (*self.urls, *other.urls), (*self.beside, *other.beside)
        return Contacts(self.email or other.email, urls, beside)

    def between(self, start: int, stop: int) -> Contacts:
        """Return those that stand between two places of their line."""

        def inside(piece: Piece | None) -> bool:
            return piece is not None and start <= piece.start < stop

        return Contacts(
            self.email if inside(self.email) else None,
            tuple((url, piece) for url, piece in self.urls if inside(piece)),
            tuple(piece for piece in self.beside if inside(piece)),
        )


def without_contacts(line: Line) -> tuple[Line, Contacts]:
    """Return the line with blanks for all that is no name, title or organisation, and that."""
    text = line.text
    urls: list[tuple[str, Piece]] = []
    while match := _LINK.search(text):
        urls.append((match["url"], Piece(line, *match.span("url"))))
        text = _blanked(text, match.end("said"), match.end())
        text = _blanked(text, match.start(), match.start("said"))
    for match in list(_MASTODON.finditer(text)):
        url = f"https://{match['host']}/@{match['user']}"
        urls.append((url, Piece(line, match.start("user") - 1, match.end("host"))))
        text = _blanked(text, *match.span())
    for match in list(_URL.finditer(text)):
        end = match.start("url") + len(match["url"].rstrip(".,;:!?"))
        url = text[match.start("url") : end]
        urls.append((_addressed(url), Piece(line, match.start("url"), end)))
        text = _blanked(text, *match.span())
    text, email = _email(line, text)
    beside: list[Piece] = []
    for pattern in (_PRONOUNS, _HANDLE, _REMARKS):
        for match in list(pattern.finditer(fold(text))):
            beside.append(Piece(line, *match.span()).stripped("()[]"))
            text = _blanked(text, *match.span())
    mailto = [piece for url, piece in urls if url.startswith("mailto:")]
    if mailto and email is None:
        email = attrs.evolve(mailto[0], start=mailto[0].start + len("mailto:"))
    pages = tuple((url, piece) for url, piece in urls if url.startswith(("http://", "https://")))
    return attrs.evolve(line, text=_unmarked(text)), Contacts(email, pages, tuple(beside))


def _email(line: Line, text: str) -> tuple[str, Piece | None]:
    """Return *text* without addresses of mail, and the first of them."""
    found = None
    for match in list(_EMAIL.finditer(text)):
        found = found or Piece(line, *match.span("email"))
        text = _blanked(text, *match.span())
    return text, found


def is_item(text: str) -> bool:
    """Whether a line is an item of a list: with a bullet or a number."""
    return bool(_BULLET.match(text) or _SIGNS.match(text.lstrip()))


def _addressed(url: str) -> str:
    return url if url.lower().startswith("http") else f"https://{url}"


def _blanked(text: str, start: int, stop: int) -> str:
    return text[:start] + " " * (stop - start) + text[stop:]


def _unmarked(text: str) -> str:
    """Return *text* with blanks for bullets and the marks of Markdown."""
    for pattern in (_SIGNS, _QUOTE, _BULLET, _MARKS):
        text = pattern.sub(lambda match: " " * len(match[0]), text)
    return text
