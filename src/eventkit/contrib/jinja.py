"""
Jinja, and with it Flask, FastAPI, Pelican and MkDocs.

``install(app.jinja_env)`` gives templates ``{{ event|jsonld }}``, ``{{ event|ical_link }}``,
``{{ event.slot|local_time("fr") }}`` and the others of `eventkit.contrib.filters`.
"""

from __future__ import annotations

from typing import Any

from eventkit.contrib.filters import FILTERS

__all__ = ["install"]


def install(environment: Any) -> None:
    """Give the filters to a Jinja environment."""
    environment.filters.update(FILTERS)
