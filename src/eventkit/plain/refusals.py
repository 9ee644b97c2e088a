"""Kinds of refusal that documents tell apart; to callers each is an `InvalidValueError`."""

from __future__ import annotations

from eventkit.errors import InvalidValueError

__all__ = ["ContradictionError", "MissingKeyError", "UnknownKeyError", "WrongTypeError"]


class UnknownKeyError(InvalidValueError):
    """A key that the model does not have."""


class MissingKeyError(InvalidValueError):
    """A required key that is not there."""


class WrongTypeError(InvalidValueError):
    """A value of another type than the field's."""


class ContradictionError(InvalidValueError):
    """An offset that is not in force in the zone beside it."""
