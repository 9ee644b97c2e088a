"""Whether a node says things in schema.org's own terms."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from eventkit import codes
from eventkit.findings import Finding, Severity
from eventkit.vocabulary import table
from eventkit.vocabulary.suggest import member_hint, property_hint, type_hint
from eventkit.vocabulary.values import enumerations, fits_text, is_iri, names, wanted

__all__ = ["check_vocabulary"]

_DEPTH_MAX = 64
_MANY_MAX = 1_000  # findings for one node
_FOREIGN_CONTAINERS = ("@graph", "@set", "@list", "@included")

_USUAL = ("Event", "Offer", "Organization", "Person", "Place", "PostalAddress", "Schedule")

Found = Iterator[Finding]


def check_vocabulary(node: Any) -> tuple[Finding, ...]:
    """
    Return what in a JSON-LD node, or a list or graph of them, is not in schema.org's terms.

    Unknown types and properties with what was probably meant, properties that are not expected
    on the type, values of a wrong type, words that are no member of their enumeration, and
    superseded terms. Terms of other vocabularies, with a prefix or as an IRI, are passed over.

    Args:
        node: Plain data, as `json.loads` gives them.

    Returns:
        The findings, each with the ``path`` of its property, such as ``location.address``.

    Source: https://schema.org/docs/datamodel.html
    """
    found = []
    for finding in _node(node, "", 0):
        found.append(finding)
        if len(found) >= _MANY_MAX:
            break
    return tuple(found)


def _node(node: Any, path: str, depth: int) -> Found:
    if depth > _DEPTH_MAX:
        yield _finding(
            codes.TOO_LARGE, Severity.ERROR, path, "it is nested too deeply", "flatten it"
        )
    elif isinstance(node, list):
        for number, one in enumerate(node):
            yield from _node(one, f"{path}[{number}]", depth + 1)
    elif isinstance(node, dict) and "@value" not in node:
        types, unknown = _types(node)
        for name in unknown:
            message = f"schema.org has no type {name[:60]!r}"
            yield _finding(codes.UNKNOWN_TYPE, Severity.ERROR, path, message, type_hint(name[:60]))
        for name in types:
            if newer := table.superseding(name):
                yield _superseded(path, name, newer)
        for key, value in node.items():
            yield from _property(node, types, str(key), value, path, depth)


def _types(node: dict[str, Any]) -> tuple[tuple[str, ...], list[str]]:
    """Return the types of schema.org that a node has, and names that it has not."""
    given = node.get("@type", node.get("type", ()))
    listed = given if isinstance(given, list) else [given]
    local = [local for one in listed if isinstance(one, str) and (local := table.local_name(one))]
    return tuple(one for one in local if table.is_type(one)), [
        one for one in local if not table.is_type(one)
    ]


def _property(
    node: dict[str, Any], types: tuple[str, ...], key: str, value: Any, path: str, depth: int
) -> Found:
    if key.startswith("@"):
        if key in _FOREIGN_CONTAINERS:
            yield from _node(value, f"{path}.{key}".lstrip("."), depth + 1)
        return
    name = table.local_name(key)
    if name is None or key in ("id", "type"):
        return
    where = f"{path}.{name}".lstrip(".")
    if name.endswith(("-input", "-output")):
        return  # https://schema.org/docs/actions.html
    found = table.property_named(name)
    if found is None:
        message = f"schema.org has no property {name[:60]!r}"
        hint = property_hint(name[:60], types)
        yield _finding(codes.UNKNOWN_PROPERTY, Severity.WARNING, where, message, hint)
        yield from _nested(value, where, depth)
        return
    if found.superseded_by:
        yield _superseded(where, name, found.superseded_by)
    elif types and not _is_expected(found, types):
        message = f"{name} is not expected on {' and '.join(types)}"
        hint = f"it is for {_shown(found.domains)}"
        yield _finding(codes.UNEXPECTED_PROPERTY, Severity.WARNING, where, message, hint)
    many = value if isinstance(value, list) else [value]
    for number, one in enumerate(many):
        place = f"{where}[{number}]" if isinstance(value, list) else where
        yield from _value(found, one, place, depth)


def _is_expected(found: table.Property, types: tuple[str, ...]) -> bool:
    """A Role carries the property that it stands in, whatever that is."""
    return any(
        not found.domains.isdisjoint(above) or "Role" in above
        for above in map(table.ancestors, types)
    )


def _nested(value: Any, path: str, depth: int) -> Found:
    if isinstance(value, dict | list):
        yield from _node(value, path, depth + 1)


def _value(found: table.Property, value: Any, path: str, depth: int) -> Found:
    if isinstance(value, dict):
        if "@value" in value:
            yield from _value(found, value["@value"], path, depth + 1)
        elif "@list" in value or "@set" in value:
            inner = value.get("@list", value.get("@set"))
            for one in inner if isinstance(inner, list) else [inner]:
                yield from _value(found, one, path, depth + 1)
        elif _is_language_map(value):
            return
        else:
            yield from _object(found, value, path)
            yield from _node(value, path, depth + 1)
    elif isinstance(value, str):
        yield from _text(found, value, path)
    elif value is not None and not isinstance(value, list) and not wanted(value, found.ranges):
        kind = "true or false" if isinstance(value, bool) else f"the number {value!s:.40}"
        yield _wrong(found, path, kind)


def _is_language_map(value: dict[str, Any]) -> bool:
    return (
        "@type" not in value
        and "type" not in value
        and bool(value)
        and all(
            len(key) <= 12
            and key.replace("-", "").isalnum()
            and isinstance(one, str | list)
            and (key == "en" or key.partition("-")[0].islower() and len(key.partition("-")[0]) == 2)
            for key, one in value.items()
        )
    )


def _object(found: table.Property, value: dict[str, Any], path: str) -> Found:
    types, _ = _types(value)
    if "@id" in value and not types:
        iri = value["@id"]
        words = enumerations(found.ranges)
        if words and isinstance(iri, str) and not _words_fit(iri, words):
            yield _no_member(found, iri, words, path)
        return
    if not types:
        return
    if any(_is_allowed(one, found) for one in types):
        return
    yield _wrong(found, path, f"of type {' and '.join(types)}")


def _is_allowed(name: str, found: table.Property) -> bool:
    above = table.ancestors(name)
    if "Role" in above or not found.ranges.isdisjoint(above):
        return True
    # An action may stand where its result or its input does: https://schema.org/docs/actions.html
    return name in ("PropertyValueSpecification",)


def _words_fit(value: str, words: tuple[str, ...]) -> bool:
    """Whether a text names a member of one of the enumerations."""
    name = table.local_name(value)
    return name is None or any(table.is_member(name, one) for one in words)


def _text(found: table.Property, value: str, path: str) -> Found:
    if not value.strip():
        return
    words = enumerations(found.ranges)
    free = "Text" in found.ranges or "URL" in found.ranges
    name = table.local_name(value)
    if words and not free:
        if name is None or any(table.is_member(name, one) for one in words):
            return
        if not fits_text(value, found.ranges - set(words)) or not _is_foreign(value):
            yield _no_member(found, value, words, path)
        return
    if not fits_text(value, found.ranges):
        yield _wrong(found, path, f"the text {value.strip()[:40]!r}")


def _is_foreign(value: str) -> bool:
    return is_iri(value) and "schema.org" not in value


def _no_member(found: table.Property, value: str, words: tuple[str, ...], path: str) -> Finding:
    message = f"{value.strip()[:60]!r} is no {' or '.join(words)}"
    name = table.local_name(value) or value
    hint = member_hint(name[:60], words)
    return _finding(codes.UNKNOWN_MEMBER, Severity.ERROR, path, message, hint)


def _wrong(found: table.Property, path: str, kind: str) -> Finding:
    message = f"{found.name} is {kind}, not {names(found.ranges)}"
    return _finding(codes.WRONG_VALUE_TYPE, Severity.WARNING, path, message, _remedy(found))


def _remedy(found: table.Property) -> str:
    ranges = found.ranges
    if "DateTime" in ranges:
        return "write e.g. 2019-04-17T13:00:00+02:00, or the date alone: 2019-04-17"
    if ranges & {"Date", "Time", "Duration"}:
        return "write it in ISO 8601, e.g. 2019-04-17, 13:00:00 or PT1H"
    if "Boolean" in ranges:
        return "write true or false"
    if ranges & {"Number", "Integer", "Float"}:
        return "write the number alone"
    kinds = sorted(ranges - table.DATA_TYPES - {"URL"}, key=lambda kind: (kind not in _USUAL, kind))
    if kinds:
        return f'write {{"@type": "{kinds[0]}", ...}}'
    return "write it as text, in quotes"


def _superseded(path: str, name: str, newer: str) -> Finding:
    message = f"{name} has been superseded by {newer}"
    return _finding(codes.SUPERSEDED, Severity.WARNING, path, message, f"write {newer}")


def _shown(domains: frozenset[str]) -> str:
    listed = sorted(domains)
    return ", ".join(listed[:5]) + (", ..." if len(listed) > 5 else "")


def _finding(code: str, severity: Severity, path: str, message: str, hint: str) -> Finding:
    return Finding(code, severity, message, hint, path=path or None)
