"""From bytes to text: what is refused before a format looks at it."""

from __future__ import annotations

import attrs

from eventkit import codes
from eventkit.errors import EventkitError
from eventkit.findings import Finding, Reading, Severity

__all__ = ["DEPTH_MAX", "RefusedError", "decoded", "refused"]

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
