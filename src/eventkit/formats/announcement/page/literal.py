r"""
Values in quotes, which are read as they stand, whatever they hold.

``Organizer: "Smith, Jones & Sons" GB <https://example.org/>``: names are texts of JSON, and what
follows them is a country, an address or a price. What is no letter, digit or plain mark stands
in a quote as ``\u003a``, so that no other rule of reading applies to it.
"""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from typing import Any

import attrs

from eventkit.formats.announcement.people.affiliations import Role, Roles
from eventkit.formats.announcement.people.contacts import Contacts
from eventkit.formats.announcement.people.draft import Draft
from eventkit.formats.announcement.people.person import Named
from eventkit.formats.announcement.text.countries import country_name
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.pieces import Piece

__all__ = ["PERSON", "Record", "drafts_of", "is_quoted_value", "quoted", "record_of", "records_of"]

PERSON = "person "  # before an organiser who is one
_PLAIN = frozenset(" ,.;!?()/'+@-")
_TOKEN = re.compile(
    r"\s*(?:\"(?P<text>(?:[^\"\\]|\\u[0-9a-f]{4}){0,20000})\"|<(?P<url>https?://[^\s<>]+)>"
    r"|<(?P<email>[^\s<>@]+@[^\s<>]+)>|(?P<price>\d+(?:\.\d+)?)(?: (?P<currency>[A-Z]{3}))?(?!\w)"
    r"|(?P<country>[A-Z]{2})(?!\w)|(?P<word>tel)(?!\w)|(?P<mark>[@;,]))"
)


def quoted(text: str) -> str:
    """Return *text* in quotes, as `record_of` reads it back."""
    return '"' + "".join(char if _is_safe(char) else _escaped(char) for char in text) + '"'


def _is_safe(char: str) -> bool:
    return char in _PLAIN or char.isalnum()


def _escaped(char: str) -> str:
    return json.dumps(char)[1:-1] if not char.isascii() else f"\\u{ord(char):04x}"


@attrs.define
class Record:
    """
    What a value in quotes consists of.

    Args:
        texts: What stands in the quotes, in order.
        urls: The addresses in angle brackets.
        email: The same of mail.
        country: The code behind the texts.
        price: The number, as written.
        currency: The code behind it.
        words: What else stands there: ``tel`` before a number.
    """

    texts: list[str] = attrs.field(factory=list)
    urls: list[str] = attrs.field(factory=list)
    email: str | None = None
    country: str | None = None
    price: str | None = None
    currency: str | None = None
    words: list[str] = attrs.field(factory=list)

    @property
    def name(self) -> str | None:
        """The first text, None where it is empty."""
        return (self.texts[0] or None) if self.texts else None

    @property
    def url(self) -> str | None:
        """The first address."""
        return self.urls[0] if self.urls else None


def _tokens(text: str) -> list[re.Match[str]] | None:
    found, at = [], 0
    end = len(text.rstrip())
    while at < end:
        match = _TOKEN.match(text, at)
        if match is None:
            return None
        found.append(match)
        at = match.end()
    quotes = [match for match in found if match["text"] is not None]
    return found if quotes else None


def records_of(text: str) -> list[tuple[str, Record]] | None:
    """Return the values of a list, each with the mark before it, or None where it is none."""
    tokens = _tokens(text) if '"' in text else None
    if tokens is None:
        return None
    found = [("", Record())]
    for token in tokens:
        if token["mark"]:
            found.append((token["mark"], Record()))
        elif not _put(found[-1][1], token):
            return None
    return found


def is_quoted_value(text: str) -> bool:
    """Whether a value stands in quotes."""
    return records_of(text.removeprefix(PERSON)) is not None


def record_of(text: str) -> Record | None:
    """Return the one value that *text* consists of, or None where it is none."""
    found = records_of(text)
    return found[0][1] if found is not None and len(found) == 1 else None


def _put(record: Record, token: re.Match[str]) -> bool:
    if token["text"] is not None:
        said: Any = json.loads(f'"{token["text"]}"')
        record.texts.append(said)
    elif token["word"]:
        record.words.append(token["word"])
    elif token["url"]:
        record.urls.append(token["url"])
    else:
        for key in ("email", "country", "price"):
            if token[key] is not None:
                if getattr(record, key) is not None:
                    return False
                setattr(record, key, token[key])
        record.currency = record.currency or token["currency"]
    return True


def drafts_of(line: Line, role: str, label: Piece | None = None) -> list[Draft] | None:
    """
    Return the person of ``"Dr." "Ann Lee" <https://...>; "Chair" @ "Acme" FR``, or None.

    Args:
        line: Without its label.
        role: The part in the event.
        label: Where the label stands.
    """
    found = records_of(line.text) if line.text[:1] == '"' else None
    if not found or not 1 <= len(found[0][1].texts) <= 2:
        return None
    person = found[0][1]
    roles = _held(found[1:], line)
    if roles is None:
        return None
    honorific = _piece(person.texts[0], line) if len(person.texts) == 2 else None
    pages = tuple((url, _piece(url, line)) for url in person.urls)
    email = _piece(person.email, line) if person.email else None
    named = _Told(
        person.texts[-1], _piece(person.texts[-1], line), honorific,
        contacts=Contacts(email, pages), told=roles,
    )  # fmt: skip
    return [Draft(named, role, line, label)]


@attrs.frozen
class _Told(Named):
    """A person whose titles and organisations are told apart."""

    told: Roles = ()

    def roles(self, more: Sequence[Piece] = ()) -> Roles:
        """Return what the person is; lines below say nothing more."""
        return self.told


def _held(found: list[tuple[str, Record]], line: Line) -> Roles | None:
    roles: list[Role] = []
    title: str | None = None
    for mark, record in found:
        said = record.texts[0] if len(record.texts) == 1 else None
        if mark == ";":
            title = said
        elif mark == "@" and said is not None:
            country = _piece(country_name(record.country), line) if record.country else None
            named = _piece(title, line) if title else None
            roles.append(Role(_piece(said, line), named, country))
            title = None
        else:
            return None
    return tuple(roles)


def _piece(text: str, line: Line) -> Piece:
    """Return *text* as standing where it is in the line, or else as all of the line."""
    place = line.find(text) or line
    start, end = place.span()
    return _Exact(Line(text, start, until=end), 0, len(text))


@attrs.frozen
class _Exact(Piece):
    """A piece whose blanks count."""

    @property
    def text(self) -> str:
        """The text as it stands."""
        return self.raw
