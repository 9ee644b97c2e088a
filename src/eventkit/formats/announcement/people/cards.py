"""People in tables with a head, and in lines that name the field: ``Job title: Analyst``."""

from __future__ import annotations

import re
from collections.abc import Sequence

from eventkit.formats.announcement.people.affiliations import Role
from eventkit.formats.announcement.text.countries import country_code
from eventkit.formats.announcement.text.lines import Line
from eventkit.formats.announcement.text.pieces import Piece
from eventkit.formats.announcement.text.rolewords import ROLE_LABELS
from eventkit.formats.announcement.text.words import fold

__all__ = ["Fields", "columns_of", "field_of", "is_rule", "role_told", "row_of"]

Fields = dict[str, Piece]

_WORDS = {
    "name": "name, full name, nome, nome e cognome, nominativo, nom, nom et prenom, prenom et nom,"
    " vor- und nachname, nombre, nombre y apellidos, nome completo, naam, person, persona",
    "title": "title, job title, position, role, ruolo, qualifica, carica, incarico, funzione,"
    " titolo,"
    " titre, fonction, poste, funktion, titel, rolle, berufsbezeichnung, cargo, puesto, titulo,"
    " funcao, functie, rol, functietitel, profession, professione, beruf",
    "organization": "organisation, organization, affiliation, company, institution, employer,"
    " institute, ente, azienda, organizzazione, affiliazione, istituzione, societa, organisme,"
    " entreprise, etablissement, structure, firma, unternehmen, einrichtung, organizacion, empresa,"
    " institucion, entidad, afiliacion, organizacao, instituicao, entidade, afiliacao, organisatie,"
    " bedrijf, instelling, werkgever",
    "country": "country, paese, nazione, pays, land, pais",
    "email": "email, e-mail, mail, correo, courriel, correo electronico",
    "url": "website, web, url, sito, sito web, site, site web, webseite, homepage, sitio web",
}
_KINDS = {word: kind for kind, words in _WORDS.items() for word in words.split(", ")}
_NAMING = frozenset(word for words in ROLE_LABELS.values() for word in words.split(", "))
_FIELD = re.compile(
    r"[\s*_>\u2022-]{0,6}(?P<word>[^\W\d_][\w' -]{1,30}?)[*_]{0,3}\s{0,2}:[*_]{0,3}\s*(?P<value>\S)"
)
_CELL = re.compile(r"\s*[|\t]\s*| {3,}")
_RULE = re.compile(r"[\s|:+=-]{3,}")


def field_of(line: Line) -> tuple[str, Piece] | None:
    """Return the field of a person that a line names, and its value."""
    match = _FIELD.match(line.text)
    kind = _KINDS.get(fold(match["word"].strip())) if match else None
    if match is None or kind is None:
        return None
    return kind, Piece.of(line).cut(match.start("value") - Piece.of(line).start).stripped("*_")


def columns_of(line: Line) -> list[str] | None:
    """Return the fields that the head of a table names, one of them the name."""
    cells = Piece.of(line).stripped("|").split(_CELL)
    words = [fold(cell.text.strip("*_ ")) for cell in cells]
    kinds = ["name" if word in _NAMING else _KINDS.get(word, "") for word in words]
    if len(kinds) < 2 or "name" not in kinds or not all(kinds):
        return None
    return kinds


def is_rule(line: Line) -> bool:
    """Whether a line only underlines the head of a table."""
    return bool(_RULE.fullmatch(line.text)) and "-" in line.text


def row_of(said: Piece, columns: Sequence[str]) -> Fields | None:
    """Return the fields of a row under a head, or None for a line that is none."""
    raw = said.raw.strip()
    inner = said.cut(1) if raw.startswith("|") else said
    cells, at = [], 0
    for match in re.finditer(r"\t|\|| {3,}", inner.raw):
        cells.append(inner.cut(at, match.start()))
        at = match.end()
    cells.append(inner.cut(at))
    if not cells[-1]:
        cells.pop()
    if len(cells) < 2 or len(cells) > len(columns):
        return None
    return {kind: cell for kind, cell in zip(columns, cells, strict=False) if cell}


def role_told(fields: Fields) -> Role | None:
    """Return what fields say somebody is; a country that is none goes with the organisation."""
    title, body, country = (fields.get(key) for key in ("title", "organization", "country"))
    if country and not country_code(country.text):
        country = None
    return Role(body, title, country) if title or body else None
