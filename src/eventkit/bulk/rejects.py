"""What becomes of a record that is refused: a line of JSON that says where it stood and why."""

from __future__ import annotations

import json

import attrs

from eventkit import codes
from eventkit.files import SIZE_MAX
from eventkit.findings import Finding, Reading, Severity

__all__ = ["errors", "moved", "reject", "too_large"]


def errors(reading: Reading) -> list[Finding]:
    """Return the errors of a reading."""
    return [found for found in reading.findings if found.severity is Severity.ERROR]


def moved(found: Finding, lines: int) -> Finding:
    """Return a finding of a piece with its line in the file, *lines* further on."""
    return attrs.evolve(found, line=found.line + lines) if found.line and lines else found


def too_large(file: str, line: int) -> str:
    """Return the reject of a file, or of what begins in a line of it."""
    hint = f"split it into files of at most {SIZE_MAX:,} bytes"
    finding = Finding(codes.TOO_LARGE, Severity.ERROR, "it is too large", hint, file=file)
    return reject(file, line if line > 1 else None, [finding], None)


def reject(file: str, line: int | None, findings: list[Finding], record: bytes | None) -> str:
    """Return a line of JSON: where it stood, what is wrong, and the record itself."""
    told = [attrs.evolve(one, file=file, line=one.line or line).to_dict() for one in findings]
    text = None if record is None else record.decode("utf-8", "backslashreplace")
    found = {"file": file, "line": line, "findings": told, "record": text}
    return json.dumps(found, ensure_ascii=False) + "\n"
