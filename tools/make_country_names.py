"""
Make the table of names of countries that announcements are read with, from CLDR.

    python tools/make_country_names.py

The names are those that Babel ships, in the seven languages that are read, short forms and
variants among them; all are folded, as `words.fold` does.
"""

from __future__ import annotations

import json
import re
from pathlib import Path

from babel import Locale
from babel.core import get_cldr_version

from eventkit.formats.announcement.text.words import fold
from eventkit.model.countries import COUNTRIES

TARGET = Path(__file__).parent.parent / "src/eventkit/formats/announcement/text/countries.json"
AMBIGUOUS = {"congo", "kongo"}  # there are two
LANGUAGES = ("en", "it", "fr", "de", "es", "pt", "pt_PT", "nl")


def main() -> None:
    """Write the table."""
    TARGET.parent.mkdir(exist_ok=True)
    TARGET.write_text(text(), "utf-8")


def text() -> str:
    """Return the table, one country a line, so that releases can be compared."""
    rows = [
        f"{json.dumps(code)}:{json.dumps(found, ensure_ascii=False)}"
        for code, found in table().items()
    ]
    return f'{{"cldr":"{get_cldr_version()}",\n' + ",\n".join(rows) + "}\n"


def table() -> dict[str, list[str]]:
    """Return the names of each country; one that two countries share is left out."""
    owners: dict[str, set[str]] = {}
    for language in LANGUAGES:
        for key, name in Locale.parse(language).territories.items():
            code = key.removesuffix("-alt-short").removesuffix("-alt-variant")
            if code in COUNTRIES:
                for form in _forms(fold(name)):
                    owners.setdefault(form, set()).add(code)
    names: dict[str, list[str]] = {code: [] for code in sorted(COUNTRIES)}
    for name in sorted(owners):
        if len(owners[name]) == 1:
            names[owners[name].pop()].append(name)
    return names


def _forms(name: str) -> list[str]:
    """Return a name as people write it too: without brackets, with a plain apostrophe."""
    bare = re.sub(r"\s*[(\[].*[)\]]", "", name)
    return [form for form in {name, bare} if len(form) > 2 and form not in AMBIGUOUS]


if __name__ == "__main__":
    main()
