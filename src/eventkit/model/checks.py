"""What every field of the model is held to: converters normalise, validators refuse."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from datetime import UTC, date, datetime
from functools import lru_cache
from typing import Any
from urllib.parse import parse_qsl, urlsplit

import attrs

from eventkit.errors import InvalidValueError, NaiveDatetimeError, PublicSecretError
from eventkit.model.countries import COUNTRIES

__all__ = [
    "LINE_MAX",
    "MANY_MAX",
    "TEXT_MAX",
    "as_instant",
    "as_instant_or_date",
    "as_tuple",
    "inner_check",
    "is_a",
    "is_country",
    "is_email",
    "is_join_url",
    "is_language",
    "is_line",
    "is_media_type",
    "is_public_url",
    "is_text",
    "is_url",
    "many",
    "natural",
    "optional",
    "stripped",
    "stripped_or_none",
]

LINE_MAX = 1_000  # characters of a single-line text
TEXT_MAX = 100_000  # characters of a text with paragraphs
MANY_MAX = 10_000  # members of one list
_URL_MAX = 8_000

_WHITE = " \t\n"
_NOT_IN_LINE = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NOT_IN_TEXT = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufffe\uffff]")
_NOT_IN_URL = re.compile(r'[\x00-\x20\x7f-\xa0\u2028\u2029\ud800-\udfff\ufffe\uffff<>"{}|\\^`]')
_LANGUAGE = re.compile(r"[A-Za-z]{2,8}(?:-[A-Za-z0-9]{1,8}){0,8}")
_EMAIL = re.compile(
    r"[^\s@<>()\[\]\\,;:\"\x00-\x20\x7f-\xa0]{1,64}@[^\s@<>()\[\]\\,;:\"/?#]{1,255}"
)
_MEDIA_TYPE = re.compile(r"[A-Za-z0-9!#$&^_.+-]{1,64}/[A-Za-z0-9!#$&^_.+-]{1,64}")
_JOIN_SCHEMES = frozenset({"https", "http", "msteams", "zoommtg", "webex", "sip", "sips", "tel"})
_WEB_SCHEMES = frozenset({"http", "https"})
_SECRET_PARAMETERS = frozenset({"pwd", "password", "passcode"})

Validator = Callable[[Any, "attrs.Attribute[Any]", Any], None]


def stripped(value: str) -> str:
    """Return a text without outer white space, which is no part of it."""
    return value.strip(_WHITE) if isinstance(value, str) else value


def stripped_or_none(value: str | None) -> str | None:
    """Return what `stripped` does; None stays."""
    return value.strip(_WHITE) if isinstance(value, str) else value


def as_tuple(values: Iterable[Any]) -> tuple[Any, ...]:
    """Return *values* as a tuple; one text is no list of characters."""
    if type(values) is tuple:
        return values
    if isinstance(values, str | bytes) or not isinstance(values, Iterable):
        raise InvalidValueError(
            f"a list is wanted, not {type(values).__name__}", "put it in brackets: [...]"
        )
    return tuple(values)


def _instant(value: datetime) -> datetime:
    if value.utcoffset() is None:
        raise NaiveDatetimeError(
            f"{value.isoformat()} is a naive time", "add the offset or a zone, e.g. tzinfo=UTC"
        )
    if value.microsecond:
        raise InvalidValueError(
            f"{value.isoformat()} has a fraction of a second", "use .replace(microsecond=0)"
        )
    try:
        return value.astimezone(UTC)
    except OverflowError:
        raise InvalidValueError(f"{value.isoformat()} leaves the calendar in UTC") from None


def as_instant(value: datetime | None) -> datetime | None:
    """Return an aware timestamp in UTC."""
    return _instant(value) if isinstance(value, datetime) else value


def as_instant_or_date(value: datetime | date | None) -> datetime | date | None:
    """Return an aware timestamp in UTC; a date stays as it is."""
    return _instant(value) if isinstance(value, datetime) else value


def optional(check: Validator) -> Validator:
    """Return *check*, passing None."""

    def checked(instance: Any, field: attrs.Attribute[Any], value: Any) -> None:
        if value is not None:
            check(instance, field, value)

    checked.check = checked.unless_none = check  # type: ignore[attr-defined]
    return checked


def _refuse_type(field: attrs.Attribute[Any], value: object, wanted: str) -> None:
    raise InvalidValueError(
        f"{field.name} is {type(value).__name__}, not {wanted}", f"give {field.name} as {wanted}"
    )


def is_a(*classes: type) -> Validator:
    """Check that a value is of one of *classes*; True is no number."""
    wanted = " or ".join(cls.__name__ for cls in classes)

    def check(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
        if type(value) in classes:
            return
        if not isinstance(value, classes) or isinstance(value, bool):
            _refuse_type(field, value, wanted)

    return check


def many(check: Validator) -> Validator:
    """Check every member of a tuple, and that there are not too many."""

    def checked(instance: Any, field: attrs.Attribute[Any], values: tuple[Any, ...]) -> None:
        if not values:
            return
        if len(values) > MANY_MAX:
            raise InvalidValueError(
                f"{field.name} has {len(values)} members", f"at most {MANY_MAX}"
            )
        for value in values:
            check(instance, field, value)

    checked.check = check  # type: ignore[attr-defined]
    return checked


def inner_check(validator: Validator | None) -> Validator | None:
    """Return the check inside `optional` and `many`, by which the schema knows a field."""
    found: Any = validator
    while hasattr(found, "check"):
        found = found.check
    return found  # type: ignore[no-any-return]


def _check_text(
    field: attrs.Attribute[Any], value: object, forbidden: re.Pattern[str], longest: int
) -> None:
    if not isinstance(value, str):
        _refuse_type(field, value, "text")
        return
    if not value:
        raise InvalidValueError(f"{field.name} is empty", f"leave {field.name} out, or fill it in")
    if len(value) > longest:
        raise InvalidValueError(
            f"{field.name} has {len(value):,} characters", f"at most {longest:,} are allowed"
        )
    if found := forbidden.search(value):
        char = found.group()
        remedy = "use '\\n' for a new line" if forbidden is _NOT_IN_TEXT else "keep it on one line"
        raise InvalidValueError(
            f"{field.name} holds the control character U+{ord(char):04X}"
            f" at position {found.start()}",
            f"remove it; {remedy}" if char in "\r\n\x85\u2028\u2029" else "remove it",
        )


def is_line(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check a text of one line: not empty, bounded, no control character."""
    if type(value) is str and 0 < len(value) <= LINE_MAX and value.isprintable():
        return  # as nearly every text is
    _check_text(field, value, _NOT_IN_LINE, LINE_MAX)


def is_text(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check a text that may have lines: not empty, bounded, no control but newline and tab."""
    if type(value) is str and 0 < len(value) <= TEXT_MAX and value.isprintable():
        return
    _check_text(field, value, _NOT_IN_TEXT, TEXT_MAX)


@lru_cache(maxsize=8192)
def _url_fault(value: str, schemes: frozenset[str]) -> tuple[str, str | None] | None:
    """Return what is wrong with an address and what to write, or None."""
    if len(value) > _URL_MAX:
        return f"is longer than {_URL_MAX:,} characters", None
    if found := _NOT_IN_URL.search(value):
        return f"holds {found.group()!r}, which no URL may", "percent-encode it"
    scheme, colon, rest = value.partition(":")
    if not colon or not re.fullmatch(r"[A-Za-z][A-Za-z0-9+.-]*", scheme):
        return "has no scheme", "write it in full, with 'https://'"
    if scheme.lower() not in schemes:
        return f"has the scheme {scheme!r}", "only http and https are safe here"
    try:
        host = urlsplit(value).hostname
    except ValueError:
        host = None
    if scheme.lower() in ("http", "https") and not (rest.startswith("//") and host):
        return "has no host", "write e.g. 'https://example.org/'"
    return None


@lru_cache(maxsize=8192)
def _secret_parameter(value: str) -> str | None:
    """Return the name of a parameter of a public address that is a passcode's."""
    if "?" not in value and "#" not in value:
        return None
    parts = urlsplit(value)
    pairs = parse_qsl(parts.query, True) + parse_qsl(parts.fragment, True)
    return next((key for key, _ in pairs if key.lower() in _SECRET_PARAMETERS), None)


def _check_url(field: attrs.Attribute[Any], value: object, schemes: frozenset[str]) -> None:
    if not isinstance(value, str):
        _refuse_type(field, value, "text")
    elif fault := _url_fault(value, schemes):
        raise InvalidValueError(f"{field.name} {fault[0]}", fault[1])


def is_url(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check an absolute http or https address. Source: RFC 3986 §4.3."""
    _check_url(field, value, _WEB_SCHEMES)


def is_public_url(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check a public address: it must not carry a passcode."""
    _check_url(field, value, _WEB_SCHEMES)
    if secret := _secret_parameter(value):
        raise PublicSecretError(
            f"{field.name} is public but carries a passcode ({secret}=...)",
            "put the join link into joining: {url: ...}, and the public page here",
        )


def is_join_url(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check the address that the invited join by, which may be an app's or a telephone's."""
    _check_url(field, value, _JOIN_SCHEMES)


def is_country(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check a two-letter country code. Source: ISO 3166-1 alpha-2."""
    if value not in COUNTRIES:
        hint = "GB" if value == "UK" else "a two-letter ISO 3166 code such as 'FR'"
        raise InvalidValueError(f"{field.name} {value!r:.40} is no country code", f"write {hint}")


def is_email(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check the shape of an e-mail address. Source: RFC 5321 §4.5.3.1 (its lengths)."""
    if not isinstance(value, str) or not _EMAIL.fullmatch(value):
        raise InvalidValueError(
            f"{field.name} is no e-mail address", "write e.g. 'info@example.org'"
        )


def is_language(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check the shape of a language tag. Source: BCP 47 (RFC 5646 §2.1)."""
    if not isinstance(value, str) or not _LANGUAGE.fullmatch(value):
        raise InvalidValueError(
            f"{field.name} {value!r:.40} is no language tag", "write e.g. 'en' or 'pt-BR'"
        )


def natural(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check a whole number that is not negative and fits 31 bits, as RFC 5545 §3.3.8 has it."""
    if isinstance(value, bool) or not isinstance(value, int):
        _refuse_type(field, value, "a whole number")
    if not 0 <= value < 2**31:
        raise InvalidValueError(f"{field.name} is {value}", "give 0 or more")


def is_media_type(_: Any, field: attrs.Attribute[Any], value: Any) -> None:
    """Check a media type without parameters. Source: RFC 6838 §4.2."""
    if not isinstance(value, str) or not _MEDIA_TYPE.fullmatch(value):
        raise InvalidValueError(
            f"{field.name} {value!r:.40} is no media type", "write e.g. 'application/pdf'"
        )
