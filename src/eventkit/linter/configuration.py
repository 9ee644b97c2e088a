"""What pyproject.toml says about linting, and for which files."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Mapping
from fnmatch import fnmatchcase
from pathlib import Path, PurePath, PurePosixPath
from typing import Any

import attrs

from eventkit.errors import InvalidValueError
from eventkit.linter.choice import Choice

__all__ = ["Configuration", "Configurations", "Settings"]

_KEYS = frozenset({"select", "ignore", "exclude", "profile", "per-folder"})
_FOLDER_KEYS = frozenset({"select", "ignore", "profile"})
_ALL = Choice()
_LEVELS = 64  # folders above a file that are looked into


@attrs.frozen
class Settings:
    """How one file is linted."""

    choice: Choice = _ALL
    profile: str | None = None
    excluded: bool = False


@attrs.frozen
class Configuration:
    """
    The table ``[tool.eventkit.lint]`` of one file.

    Args:
        folder: Where the file is; patterns are relative to it.
        choice: Which codes are asked for.
        profile: ``google``, or None.
        exclude: Patterns of files and folders that are passed over.
        per_folder: Pattern -> what is asked for there instead, and what is left out as well.
    """

    folder: str = ""
    choice: Choice = _ALL
    profile: str | None = None
    exclude: tuple[str, ...] = ()
    per_folder: tuple[tuple[str, Mapping[str, Any]], ...] = ()

    @classmethod
    def read(cls, path: str) -> Configuration | None:
        """
        Return what the file says, or None when it has no such table.

        Raises:
            InvalidValueError: It is no TOML, or says something that is not understood.
            OSError: It cannot be opened.
        """
        with open(path, "rb") as file:
            try:
                data = tomllib.load(file)
            except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
                raise InvalidValueError(f"{path} is no TOML: {exc}") from exc
        table = data.get("tool", {}).get("eventkit", {}).get("lint")
        if table is None:
            return None
        if not isinstance(table, dict):
            raise InvalidValueError(f"{path}: tool.eventkit.lint is no table")
        try:
            return cls._made(os.path.dirname(os.path.abspath(path)), table)
        except InvalidValueError as exc:
            raise InvalidValueError(
                f"{path}: [tool.eventkit.lint]: {exc.message}", exc.hint
            ) from exc

    @classmethod
    def _made(cls, folder: str, table: dict[str, Any]) -> Configuration:
        _check_keys(table, _KEYS)
        folders = table.get("per-folder", {})
        if not isinstance(folders, dict):
            raise InvalidValueError("per-folder is no table", "write per-folder.'drafts' = {...}")
        for pattern, inner in folders.items():
            if not isinstance(inner, dict):
                raise InvalidValueError(
                    f"per-folder.{pattern} is no table", "write {ignore = ['EK7']}"
                )
            _check_keys(inner, _FOLDER_KEYS)
            Choice.of(_words(inner, "select"), _words(inner, "ignore"))
            _profile(inner)
        return cls(
            folder,
            Choice.of(_words(table, "select"), _words(table, "ignore")),
            _profile(table),
            tuple(_words(table, "exclude")),
            tuple(folders.items()),
        )

    def of(self, file: str) -> Settings:
        """Return how *file* is linted."""
        path = _relative(file, self.folder)
        choice, profile = self.choice, self.profile
        for pattern, table in self.per_folder:
            if not _matches(path, pattern):
                continue
            if "select" in table:
                choice = choice.and_select(_words(table, "select"))
            choice = choice.and_ignore(_words(table, "ignore"))
            profile = _profile(table) or profile
        excluded = any(_matches(path, pattern) for pattern in self.exclude)
        return Settings(choice, profile, excluded)


class Configurations:
    """Finds for each file the nearest pyproject.toml above it that says something."""

    def __init__(self, only: Configuration | None = None) -> None:
        self._only = only
        self._folders: dict[str, Configuration] = {}

    def of(self, file: str) -> Settings:
        """Return how *file* is linted; standard input as a file of the current folder."""
        if self._only is not None:
            return self._only.of(file)
        return self._nearest(os.path.dirname(os.path.abspath(file))).of(file)

    def _nearest(self, folder: str) -> Configuration:
        found = self._folders.get(folder)
        if found is None:
            found = self._folders[folder] = self._search(folder)
        return found

    @staticmethod
    def _search(folder: str) -> Configuration:
        for above in [folder, *map(str, Path(folder).parents)][:_LEVELS]:
            path = os.path.join(above, "pyproject.toml")
            if os.path.isfile(path) and (found := Configuration.read(path)):
                return found
        return Configuration()


def _check_keys(table: dict[str, Any], known: frozenset[str]) -> None:
    if unknown := sorted(table.keys() - known):
        raise InvalidValueError(
            f"unknown key {unknown[0]!r:.60}", "use one of: " + ", ".join(sorted(known))
        )


def _words(table: Mapping[str, Any], key: str) -> list[str]:
    words = table.get(key, [])
    if not isinstance(words, list) or not all(isinstance(word, str) for word in words):
        raise InvalidValueError(f"{key} is no list of texts", f"write {key} = ['EK7']")
    return words


def _profile(table: Mapping[str, Any]) -> str | None:
    profile = table.get("profile")
    if profile not in (None, "google"):
        raise InvalidValueError(f"unknown profile {profile!r:.40}", "write profile = 'google'")
    return profile


def _relative(file: str, folder: str) -> PurePosixPath:
    if not folder:
        return PurePosixPath(PurePath(file).as_posix())
    return PurePosixPath(PurePath(os.path.relpath(os.path.abspath(file), folder)).as_posix())


def _matches(path: PurePosixPath, pattern: str) -> bool:
    """Whether a pattern names the file, a folder above it, or either by its last part."""
    pattern = pattern.strip("/").removesuffix("/**")
    for part in (path, *path.parents):
        if fnmatchcase(str(part), pattern) or (
            "/" not in pattern and fnmatchcase(part.name, pattern)
        ):
            return True
    return False
