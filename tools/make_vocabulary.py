"""
Make the table of schema.org that eventkit ships, from a release of the vocabulary.

    python tools/make_vocabulary.py schemaorg-current-https.jsonld 30.0

Names and structure only: types with their parents, properties with domains, ranges and what has
superseded them, members of enumerations. The file is part of each release of schema.org.
"""

from __future__ import annotations

import json
import sys
from pathlib import Path
from typing import Any

TARGET = Path(__file__).parent.parent / "src/eventkit/vocabulary/schemaorg.json"


def main(source: str, release: str) -> None:
    """Write the table, one entry a line, so that releases can be compared."""
    graph = json.loads(Path(source).read_text("utf-8"))["@graph"]
    table = {"release": release, **tables(graph)}
    lines = []
    for key, value in table.items():
        if isinstance(value, dict):
            rows = [f"{_text(name)}:{_text(value[name])}" for name in sorted(value)]
            lines.append(f"{_text(key)}:{{\n" + ",\n".join(rows) + "\n}")
        else:
            lines.append(f"{_text(key)}:{_text(value)}")
    TARGET.write_text("{" + ",\n".join(lines) + "}\n", "utf-8")


def tables(graph: list[dict[str, Any]]) -> dict[str, Any]:
    """Return the tables of types, properties, members, and superseded types."""
    types: dict[str, str] = {}
    properties: dict[str, list[str]] = {}
    members: dict[str, str] = {}
    superseded: dict[str, str] = {}
    for node in graph:
        name, kinds = _name(node["@id"]), _names(node["@type"])
        if name is None:
            continue
        newer = " ".join(_names(node.get("schema:supersededBy", [])))
        if "Property" in kinds:
            ends = [node.get(f"schema:{end}Includes", []) for end in ("domain", "range")]
            row = [" ".join(sorted(_names(end))) for end in ends]
            properties[name] = [*row, newer] if newer else row
            continue
        if "Class" in kinds:
            types[name] = " ".join(_names(node.get("rdfs:subClassOf", [])))
            if "DataType" in kinds:
                types[name] = "DataType"
        if above := sorted(set(kinds) - {"Class", "DataType"}):
            members[name] = " ".join(above)
        if newer:
            superseded[name] = newer
    return {
        "types": types,
        "properties": properties,
        "members": members,
        "superseded": superseded,
    }


def _names(value: Any) -> list[str]:
    """Return the local names in one reference or several."""
    listed = value if isinstance(value, list) else [value]
    iris = [one["@id"] if isinstance(one, dict) else one for one in listed]
    return [name for iri in iris if (name := _name(iri)) is not None]


def _name(iri: str) -> str | None:
    prefix, _, name = iri.partition(":")
    return name if prefix in ("schema", "rdf", "rdfs") else None


def _text(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"))


if __name__ == "__main__":
    main(*sys.argv[1:])
