"""schema.org's vocabulary, offline: which types and properties there are, and what fits where."""

from __future__ import annotations

from eventkit.vocabulary.check import check_vocabulary
from eventkit.vocabulary.table import RELEASE, is_kind_of, local_name

__all__ = ["RELEASE", "check_vocabulary", "is_kind_of", "local_name"]
