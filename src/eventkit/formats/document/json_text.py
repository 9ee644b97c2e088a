"""Documents as JSON. Source: RFC 8259."""

from __future__ import annotations

import json
from collections.abc import Iterable
from decimal import Decimal
from typing import Any

from eventkit import codes
from eventkit.errors import EventkitError, ReadError
from eventkit.findings import Finding, Reading, Severity
from eventkit.formats.document.converter import from_dict, to_dict
from eventkit.model import Event

__all__ = ["from_json", "parse", "render", "to_json"]


class _DuplicateKeyError(ReadError):
    """A key stands twice in one object."""


def parse(source: str | bytes, *, file: str | None = None) -> Reading:
    """Return the events of a JSON text, and a finding for each that is wrong."""
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source
        data = json.loads(
            text.removeprefix("\ufeff"),
            object_pairs_hook=_object,
            parse_float=Decimal,
            parse_constant=_constant,
        )
    except UnicodeDecodeError as exc:
        return _failed(
            codes.ENCODING, f"byte {exc.start} is not UTF-8", "save the file as UTF-8", file
        )
    except _DuplicateKeyError as exc:
        return _failed(codes.DUPLICATE_KEY, exc.message, exc.hint, file)
    except EventkitError as exc:
        return _failed(codes.SYNTAX, exc.message, exc.hint, file)
    except RecursionError:
        return _failed(codes.TOO_LARGE, "it is nested too deeply", "flatten it", file)
    except json.JSONDecodeError as exc:
        if not text.strip():
            return _failed(codes.EMPTY, "there is nothing in it", "write an event", file)
        finding = Finding(
            codes.SYNTAX, Severity.ERROR, exc.msg, file=file, line=exc.lineno, column=exc.colno
        )
        return Reading(findings=(finding,))
    return _structured(data, file)


def _structured(data: Any, file: str | None) -> Reading:
    events, findings = [], []
    listed = data if isinstance(data, list) else [data]
    for number, item in enumerate(listed):
        try:
            events.append(from_dict(item))
        except ReadError as exc:
            path = f"[{number}]" if isinstance(data, list) else None
            findings.append(
                Finding(
                    codes.INVALID_VALUE,
                    Severity.ERROR,
                    exc.message,
                    exc.hint,
                    file=file,
                    path=path,
                )
            )
        except RecursionError:
            return _failed(codes.TOO_LARGE, "it is nested too deeply", "flatten it", file)
    return Reading(tuple(events), tuple(findings))


def render(events: Event | Iterable[Event]) -> str:
    """Return one event as an object, several as a list."""
    if isinstance(events, Event):
        data: Any = to_dict(events)
    else:
        listed = list(events)
        data = to_dict(listed[0]) if len(listed) == 1 else [to_dict(event) for event in listed]
    return json.dumps(data, ensure_ascii=False, indent=2) + "\n"


def to_json(events: Event | Iterable[Event]) -> str:
    """Return the canonical JSON text, join details included."""
    return render(events)


def from_json(text: str | bytes) -> list[Event]:
    """
    Return the events of a JSON text.

    Raises:
        ReadError: Something in it is wrong; the error has all findings.
    """
    return list(parse(text).or_raise().events)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        keys = [key for key, _ in pairs]
        twice = next(key for key in keys if keys.count(key) > 1)
        raise _DuplicateKeyError(f"the key {twice[:60]!r} stands twice", "remove one of the two")
    return found


def _constant(name: str) -> Any:
    raise ReadError(f"{name} is no JSON", "leave the key out")


def _failed(code: str, message: str, hint: str | None, file: str | None) -> Reading:
    return Reading(findings=(Finding(code, Severity.ERROR, message, hint, file=file),))
