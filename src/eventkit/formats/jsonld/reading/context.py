"""What the keys of a JSON-LD text mean: contexts, without ever fetching one."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from eventkit.vocabulary import local_name

__all__ = ["SCHEMA", "Context"]

_CONTEXTS = frozenset(
    {
        "schema.org",
        "schema.org/docs/jsonldcontext.json",
        "schema.org/docs/jsonldcontext.jsonld",
        "schema.org/version/latest/schemaorg-current-https.jsonld",
    }
)
_DEPTH_MAX = 16
_NAMES_MAX = 5_000  # terms whose meaning is remembered
_PREFIXES = {"schema": "https://schema.org/"}


def is_schema(iri: str) -> bool:
    """Whether a context or vocabulary is schema.org's, however its address is written."""
    bare = iri.strip().lower().partition("://")[2] or iri.strip().lower()
    return bare.removeprefix("www.").rstrip("/#") in _CONTEXTS


class Context:
    """
    The meaning of keys at one place of a text.

    Terms that no context explains are taken for schema.org's, as that is what is meant.
    """

    __slots__ = ("base", "foreign", "known", "language", "languages", "reverse", "terms")

    def __init__(self) -> None:
        self.terms: dict[str, str | None] = dict(_PREFIXES)
        self.languages: frozenset[str] = frozenset()  # terms whose values are language maps
        self.reverse: dict[str, str] = {}  # term -> the property that it is the other way round
        self.language: str | None = None
        self.base: str | None = None
        self.foreign = False  # bare terms are another vocabulary's
        self.known: dict[str, str | None] = {}  # names that were asked for already

    def name(self, term: str) -> str | None:
        """Return the name of a term in schema.org, a keyword with its ``@``, or None."""
        try:
            return self.known[term]
        except KeyError:
            found = self._meaning(term)
            if len(self.known) < _NAMES_MAX:
                self.known[term] = found
            return found

    def _meaning(self, term: str) -> str | None:
        if term.startswith("@"):
            return term
        if term in self.terms and term not in _PREFIXES:
            iri = self.terms[term]
            if iri is None or iri.startswith("@"):
                return iri
            return local_name(self._full(iri, 0))
        if term in ("id", "type") and not self.foreign:  # schema.org's own context has these
            return f"@{term}"
        if ":" in term:
            return local_name(self._full(term, 0))
        return None if self.foreign else local_name(term)

    def _full(self, iri: str, depth: int) -> str:
        """Write a compact IRI in full, through prefixes of prefixes."""
        prefix, colon, rest = iri.partition(":")
        if rest.startswith("//"):
            return iri
        if not colon:
            known = self.terms.get(iri)
            if known and known != iri and depth < _DEPTH_MAX:
                return self._full(known, depth + 1)
            return f"x:{iri}" if self.foreign else iri
        known = self.terms.get(prefix)
        if known is None or known.startswith("@") or depth >= _DEPTH_MAX:
            return iri
        return self._full(known, depth + 1) + rest

    def full(self, iri: str) -> str:
        """Return an identifier in full, where it has a known prefix."""
        return self._full(iri, 0) if ":" in iri else iri

    def inside(self, value: Any, say: Callable[[str], None], depth: int = 0) -> Context:
        """Return the context of a node that has *value* as its ``@context``."""
        if self is SCHEMA and isinstance(value, str) and is_schema(value):
            return self
        found = Context()
        for slot in ("language", "base", "foreign", "languages"):
            setattr(found, slot, getattr(self, slot))
        found.terms, found.reverse = dict(self.terms), dict(self.reverse)
        for one in value if isinstance(value, list) else [value]:
            if isinstance(one, str):
                if is_schema(one):
                    found.foreign = False
                else:
                    say(one)
            elif isinstance(one, dict):
                found._define(one)
            elif one is None:
                found = Context()
        return found

    def _define(self, context: dict[str, Any]) -> None:
        for term, value in context.items():
            if term == "@vocab":
                self.foreign = isinstance(value, str) and not is_schema(value)
            elif term == "@language":
                self.language = value if isinstance(value, str) else None
            elif term == "@base":
                self.base = value if isinstance(value, str) else self.base
            elif not term.startswith("@"):
                self._define_term(term, value)

    def _define_term(self, term: str, value: Any) -> None:
        if isinstance(value, dict):
            iri = value.get("@id", None if "@reverse" in value else term)
            if isinstance(reverse := value.get("@reverse"), str):
                self.reverse[term] = reverse
            container = value.get("@container")
            if container == "@language" or (
                isinstance(container, list) and "@language" in container
            ):
                self.languages |= {term}
            if iri == term:
                return
        else:
            iri = value
        self.terms[term] = iri if isinstance(iri, str) else None


SCHEMA = Context()
