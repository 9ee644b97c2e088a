"""Findings as text, JSON, GitHub annotations and SARIF."""

from __future__ import annotations

import json
import os
from collections.abc import Iterable
from importlib import metadata
from pathlib import Path, PurePath
from typing import Any
from urllib.parse import quote

from eventkit import codes
from eventkit.findings import Finding, Severity
from eventkit.linter.rules import RULES

__all__ = ["REPORTS", "github", "json_list", "sarif", "text"]

_GITHUB = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}
_SARIF = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_NAMES = {value: name for name, value in vars(codes).items() if name.isupper()}
_HOME = "https://pypi.org/project/webinar-eventkit/"
_SCHEMA = (
    "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
)


def printable(line: str) -> str:
    """Return a line so that nothing in it can steer a terminal or begin another line."""
    if line.isprintable():
        return line
    return "".join(char if char.isprintable() else repr(char)[1:-1] for char in line)


def text(findings: Iterable[Finding]) -> str:
    """Return one finding a line: ``file:line:column: severity code: path: message; hint``."""
    return "".join(f"{printable(str(finding))}\n" for finding in findings)


def json_list(findings: Iterable[Finding]) -> str:
    """Return a list of objects, each with every key."""
    return json.dumps([one.to_dict() for one in findings], ensure_ascii=False, indent=2) + "\n"


def github(findings: Iterable[Finding]) -> str:
    """
    Return workflow commands, by which GitHub Actions puts findings beside the lines.

    Source: GitHub Docs, Workflow commands; actions/toolkit, packages/core (escaping).
    """
    return "".join(f"{_command(finding)}\n" for finding in findings)


def _command(finding: Finding) -> str:
    properties: dict[str, object] = {}
    if finding.file:
        properties["file"] = finding.file
    if finding.line:
        properties["line"] = finding.line
        if finding.column:
            properties["col"] = finding.column
    properties["title"] = f"{finding.code} {_name(finding.code)}"
    listed = ",".join(f"{key}={_property(str(value))}" for key, value in properties.items())
    field = f"{finding.path}: " if finding.path else ""
    hint = f"; {finding.hint}" if finding.hint else ""
    return f"::{_GITHUB[finding.severity]} {listed}::{_data(f'{field}{finding.message}{hint}')}"


def _data(value: str) -> str:
    escaped = value.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")
    return printable(escaped)


def _property(value: str) -> str:
    return _data(value).replace(":", "%3A").replace(",", "%2C")


def _name(code: str) -> str:
    return _NAMES.get(code, code).lower().replace("_", "-")


def sarif(findings: Iterable[Finding]) -> str:
    """
    Return a log that code scanning services read.

    Source: SARIF 2.1.0, OASIS Standard.
    """
    listed = list(findings)
    used = sorted({finding.code for finding in listed})
    places = {code: number for number, code in enumerate(used)}
    driver = {
        "name": "eventkit",
        "version": _version(),
        "informationUri": _HOME,
        "rules": [_rule(code) for code in used],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "results": [_result(finding, places[finding.code]) for finding in listed],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _version() -> str:
    try:
        return metadata.version("webinar-eventkit")
    except metadata.PackageNotFoundError:
        return "0"


def _rule(code: str) -> dict[str, Any]:
    from eventkit.linter.google import JUDGES  # loaded only here, or for the profile

    entry: dict[str, Any] = {"id": code, "name": _name(code)}
    if found := next((rule for rule in (*RULES, *JUDGES) if rule.code == code), None):
        about = (found.check.__doc__ or "").strip().partition("\n")[0]
        entry["shortDescription"] = {"text": about}
        entry["defaultConfiguration"] = {"level": _SARIF[found.severity]}
        entry["help"] = {"text": f"Source: {found.source}"}
    return entry


def _result(finding: Finding, place: int) -> dict[str, Any]:
    hint = f"; {finding.hint}" if finding.hint else ""
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": place,
        "level": _SARIF[finding.severity],
        "message": {"text": f"{finding.message}{hint}"},
    }
    location: dict[str, Any] = {}
    if finding.file:
        location["physicalLocation"] = {"artifactLocation": {"uri": _uri(finding.file)}}
        if finding.line:
            region = {"startLine": finding.line}
            if finding.column:
                region["startColumn"] = finding.column
            location["physicalLocation"]["region"] = region
    if finding.path:
        location["logicalLocations"] = [{"fullyQualifiedName": finding.path}]
    if location:
        result["locations"] = [location]
    return result


def _uri(file: str) -> str:
    """Return the relative URI of a file, or a file URI where it stands elsewhere."""
    if file == "-":
        return "stdin"
    if os.path.isabs(file):
        return Path(file).as_uri()
    return quote(PurePath(file).as_posix())


REPORTS = {"text": text, "json": json_list, "github": github, "sarif": sarif}
