"""A title and the organisation it is held at, while the parts of a text are read."""

from __future__ import annotations

import re

import attrs

from eventkit.formats.announcement.people.kinds import Kind, kind_of
from eventkit.formats.announcement.people.prepositions import unquoted
from eventkit.formats.announcement.text.countries import country_code
from eventkit.formats.announcement.text.pieces import Piece, spanning

__all__ = ["COMMA", "LISTED", "Pair", "Role", "Roles", "may_be_town"]

COMMA = re.compile(r",(?![^()]{0,200}\))\s*")
LISTED = re.compile(r"\s(?:&|and|und|et|e|y|en)\s")


@attrs.frozen
class Role:
    """A title at an organisation, each as far as it is stated, and where it stands."""

    organization: Piece | None
    title: Piece | None = None
    country: Piece | None = None
    unclear: bool = False
    town: Piece | None = None

    @property
    def country_code(self) -> str | None:
        """The code of the country that is stated."""
        return country_code(self.country.text) if self.country else None


Roles = tuple[Role, ...]


@attrs.define
class Pair:
    """Titles, and the organisation they are held at, while the parts of a text are read."""

    titles: list[Piece] = attrs.field(factory=list)
    bodies: list[Piece] = attrs.field(factory=list)
    country: Piece | None = None
    unclear: bool = False
    held: bool = False  # whether a word between title and organisation parts them
    town: Piece | None = None

    def role(self) -> Role:
        body = unquoted(spanning(self.bodies)) if self.bodies else None
        title = spanning(self.titles) if self.titles else None
        return Role(body, title, self.country, self.unclear, self.town)

    def settle_town(self) -> None:
        """Take the last part for a town where a country follows: ``Acme, Boston, USA``."""
        if len(self.bodies) < 2 or not may_be_town(self.bodies[-1]):
            return
        if not self.titles and kind_of(self.bodies[-2].text) is not Kind.BODY:
            return
        if self.country is not None:
            self.town = self.bodies.pop()
        elif self.titles:
            self.unclear = True


def may_be_town(piece: Piece) -> bool:
    words = piece.text.split()
    tall = bool(words) and words[0][:1].isupper() and words[-1][:1].isupper()
    plain = kind_of(piece.text) is Kind.UNKNOWN and not LISTED.search(piece.text)
    return len(words) < 4 and tall and plain
