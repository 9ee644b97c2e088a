"""From bytes to text: what is refused before a format looks at it."""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from functools import lru_cache
from typing import Any, NoReturn

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Finding, Reading, Severity

__all__ = ["DEPTH_MAX", "RefusedError", "decoded", "json_value", "refused"]

SIZE_MAX = 100_000_000  # characters of one text
DEPTH_MAX = 64  # levels of nesting


@attrs.frozen
class _Refusal:
    code: str
    message: str
    hint: str | None = None
    line: int | None = None
    column: int | None = None


class RefusedError(EventkitError, ValueError):
    """The text as a whole is no source of events; nothing in it can be read."""

    def __init__(
        self,
        code: str,
        message: str,
        hint: str | None = None,
        /,
        line: int | None = None,
        column: int | None = None,
    ) -> None:
        super().__init__(message, hint)
        self.refusal = _Refusal(code, message, hint, line, column)


def refused(error: RefusedError, file: str | None) -> Reading:
    """Return the reading that says why nothing was read."""
    why = error.refusal
    finding = Finding(
        why.code,
        Severity.ERROR,
        why.message,
        why.hint,
        file=file,
        line=why.line,
        column=why.column,
    )
    return Reading(findings=(finding,))


def decoded(source: str | bytes) -> str:
    """
    Return the text of a document, without a byte order mark.

    Raises:
        RefusedError: The bytes are not UTF-8, or there is nothing or too much in it.
    """
    try:
        text = source.decode("utf-8-sig") if isinstance(source, bytes) else source
    except UnicodeDecodeError as exc:
        line = exc.object.count(b"\n", 0, exc.start) + 1
        hint = "save the file as UTF-8"
        if b"\0" in exc.object[:1000]:
            hint = "it looks like a binary file or UTF-16; give a text in UTF-8"
        raise RefusedError(
            codes.ENCODING, f"byte {exc.start} is not UTF-8", hint, line=line
        ) from exc
    text = text.removeprefix("\ufeff")
    if not text or text.isspace():
        raise RefusedError(codes.EMPTY, "there is nothing in it", "write an event, with its name")
    if len(text) > SIZE_MAX:
        raise RefusedError(
            codes.TOO_LARGE, f"it has {len(text):,} characters", "split it, or use JSON Lines"
        )
    return text


_BLANKS = " \t\n\r"


def _no_number(name: str) -> NoReturn:
    raise RefusedError(codes.SYNTAX, f"{name} is no JSON", "leave the key out")


@lru_cache(maxsize=8)
def _decoder(make: Callable[[list[tuple[str, Any]]], Any]) -> json.JSONDecoder:
    return json.JSONDecoder(object_pairs_hook=make, parse_float=Decimal, parse_constant=_no_number)


def json_value(text: str, make: Callable[[list[tuple[str, Any]]], Any] = dict) -> Any:
    """
    Return what a JSON text says; a number with a point is a Decimal.

    Args:
        text: As `decoded` returns it.
        make: Makes an object of its keys and values; by default the last of a doubled key counts.

    Raises:
        RefusedError: It is no JSON, or is nested too deeply.
    """
    decoder = _decoder(make)
    try:
        data, end = decoder.raw_decode(text, len(text) - len(text.lstrip(_BLANKS)))
        if end == len(text) or not text[end:].strip(_BLANKS):
            return data
        return decoder.decode(text)  # which says what is wrong with the rest
    except RefusedError:
        raise
    except json.JSONDecodeError as exc:
        raise RefusedError(
            codes.SYNTAX,
            f"this is no JSON: {exc.msg}",
            "check the commas, quotes and brackets there",
            line=exc.lineno,
            column=exc.colno,
        ) from exc
    except RecursionError as exc:
        raise RefusedError(codes.TOO_LARGE, "it is nested too deeply", "flatten it") from exc
    except ValueError as exc:
        raise RefusedError(
            codes.INVALID_VALUE, "a number has too many digits", "write it as text"
        ) from exc
