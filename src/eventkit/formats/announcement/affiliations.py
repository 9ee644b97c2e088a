"""What a person is, and where: ``Chairman, gnomon sas & Head of Unit, Example Institute, Italy``."""

from __future__ import annotations

import re
from collections.abc import Sequence

import attrs

from eventkit.formats.announcement.countries import country_code
from eventkit.formats.announcement.people_words import is_organization, is_title
from eventkit.formats.announcement.source import Line

__all__ = ["Role", "Roles", "is_role_line", "read_roles", "stacked"]


@attrs.frozen
class Role:
    """A title at an organisation, each as far as it is stated."""

    organization: str | None
    title: str | None = None
    country: str | None = None
    unclear: bool = False


Roles = tuple[Role, ...]

_AT = re.compile(
    r"\s+(?:@|at|bei(?:\s+der|\s+dem)?|beim|an\s+der|presso(?:\s+l[ao'])?|chez|bij)\s+|\s*@\s*",
    re.IGNORECASE,
)
_JOINERS = re.compile(r"\s+(?:&|and|und|et|y|e|en)\s+")
_COMMA = re.compile(r"(?:,\s*|\s+[|\u2013\u2014-]\s+)(?![^(]{0,200}\))")
_JOINED_MAX = 1000  # characters of a line in which several titles are looked for


def read_roles(text: str, *, bracketed: bool = False) -> Roles:
    """
    Return the titles and organisations that *text* names.

    Args:
        text: What follows a name, or a line of its own.
        bracketed: Whether it stood in brackets after a name, where an organisation stands.
    """
    found: list[Role] = []
    for piece in re.split(r"\s*;\s*", text):
        for part in _joined(piece.strip().strip(",").strip()):
            if part:
                found.append(_role(part, bracketed))
    return tuple(found)


def _joined(text: str) -> list[str]:
    """Split at ``&`` or ``and`` where both sides have a title and an organisation."""
    if len(text) > _JOINED_MAX:
        return [text]
    for match in _JOINERS.finditer(text):
        left, right = text[: match.start()], text[match.end() :]
        if _is_whole(left) and _is_whole(right):
            return [*_joined(left), *_joined(right)]
    return [text]


def _is_whole(text: str) -> bool:
    parts = _COMMA.split(text)
    if _AT.search(text):
        return is_title(_AT.split(text, maxsplit=1)[0])
    return len(parts) > 1 and is_title(parts[0])


def is_role_line(text: str) -> bool:
    """Whether a line of its own says what a person is and where."""
    if len(text) > 400 or text.rstrip().endswith((".", "!", "?", ":")) and not _ends_short(text):
        return False
    roles = read_roles(text)
    return bool(roles) and all(role.organization and not role.unclear for role in roles)


def _ends_short(text: str) -> bool:
    return bool(re.search(r"\b(?:[A-Z]\.|Inc\.|Ltd\.|Co\.|Corp\.|r\.l\.|p\.A\.)$", text.rstrip()))


def _role(text: str, bracketed: bool) -> Role:
    split = _AT.split(text, maxsplit=1)
    if len(split) == 2 and split[0] and split[1]:
        name, country = _with_country(_COMMA.split(split[1]))
        return Role(name, split[0].strip().rstrip(","), country)
    parts = [part.strip() for part in _COMMA.split(text) if part.strip()]
    name, country = _with_country(parts)
    if country:
        parts = parts[:-1]
    if not parts:
        return Role(text, None, None, True)
    if len(parts) == 1:
        return _single(name, country, bracketed)
    return _several(parts, country, bracketed)


def _with_country(parts: list[str]) -> tuple[str, str | None]:
    parts = [part.strip() for part in parts if part.strip()]
    code = country_code(parts[-1]) if len(parts) > 1 else None
    return ", ".join(parts[:-1] if code else parts), code


def _single(text: str, country: str | None, bracketed: bool) -> Role:
    if is_title(text) and not is_organization(text):
        return Role(None, text, country)
    clear = bracketed or country is not None or is_organization(text)
    return Role(text, None, country, not clear)


def _several(parts: list[str], country: str | None, bracketed: bool) -> Role:
    titles = 0
    while titles < len(parts) - 1 and is_title(parts[titles]):
        titles += 1
    if titles:
        return Role(", ".join(parts[titles:]), ", ".join(parts[:titles]), country)
    whole = ", ".join(parts)
    if is_title(parts[-1]):
        if is_organization(parts[0]) or len(parts) == 2:
            return Role(", ".join(parts[:-1]), parts[-1], country)
        return Role(whole, None, country, True)
    if is_organization(parts[0]):
        return Role(whole, None, country)
    if is_organization(parts[1]):
        return Role(", ".join(parts[1:]), parts[0], country)
    return Role(whole, None, country, not bracketed)


def _is_only_title(text: str) -> bool:
    """Whether *text* is a title and no name that begins like one: ``Dean Smith``."""
    sure = " of " in text or bool(text) and is_title(text.split()[-1])
    return sure and is_title(text) and not is_organization(text)


def stacked(lines: Sequence[Line | None]) -> tuple[Line, int] | None:
    """
    Join a title, its organisation and perhaps a country, each on a line of its own.

    Args:
        lines: The lines below a name; three are looked at.

    Returns:
        One line that says it all, and how many it stands for; None where they are not such.
    """
    texts = [line.text.strip() if line else "" for line in lines[:3]]
    if len(texts) < 2 or any(len(text) > 80 or ":" in text for text in texts[:2]):
        return None
    title, organization, *below = texts
    if _COMMA.search(title) or _AT.search(title) or not _is_only_title(title):
        return None
    if not is_organization(organization) or is_title(organization):
        return None
    country = below[0] if below and country_code(below[0]) else None
    first = lines[0]
    if first is None:
        return None
    said = ", ".join(part for part in (title, organization, country) if part)
    return Line(said, first.at), 3 if country else 2
