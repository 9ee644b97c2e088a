"""
The words by which titles are known, a module a language, all folded.

To teach the reader a word, put it into the list of its language.
"""

from __future__ import annotations

from eventkit.formats.announcement.people.titlewords.dutch import TITLES as DUTCH
from eventkit.formats.announcement.people.titlewords.english import TITLES as ENGLISH
from eventkit.formats.announcement.people.titlewords.french import TITLES as FRENCH
from eventkit.formats.announcement.people.titlewords.german import TITLES as GERMAN
from eventkit.formats.announcement.people.titlewords.italian import TITLES as ITALIAN
from eventkit.formats.announcement.people.titlewords.portuguese import TITLES as PORTUGUESE
from eventkit.formats.announcement.people.titlewords.spanish import TITLES as SPANISH

__all__ = ["GERMANIC", "ROMANCE"]

# In these languages the head of a title stands last: ``University Professor``.
GERMANIC = ENGLISH | GERMAN | DUTCH
# In these it stands first: ``Professeur des universités``.
ROMANCE = ITALIAN | FRENCH | SPANISH | PORTUGUESE
