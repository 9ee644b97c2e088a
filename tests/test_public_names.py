"""The package's face: every name is there, and importing it loads nothing."""

from __future__ import annotations

import subprocess
import sys

import eventkit


def test_every_public_name_exists() -> None:
    """Each name in ``__all__`` can be had, and they are sorted."""
    assert eventkit.__all__ == sorted(eventkit.__all__)
    for name in eventkit.__all__:
        assert getattr(eventkit, name) is not None


def test_importing_the_package_loads_no_library() -> None:
    """Nothing heavy is imported before it is used."""
    code = (
        "import sys, eventkit; "
        "print({'attrs', 'cattrs', 'icalendar', 'click', 'hypothesis'} & set(sys.modules))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "set()"
