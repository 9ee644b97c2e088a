"""The package's face: every name is there, and importing it loads nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import eventkit

ROOT = Path(__file__).parent.parent


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


def test_the_example_scripts_run(tmp_path: Path) -> None:
    """Each script in examples/ ends well and leaves its files."""
    for script in sorted((ROOT / "examples").glob("*.py")):
        subprocess.run(
            [sys.executable, str(script), str(tmp_path)], check=True, capture_output=True
        )
    assert sorted(path.suffix for path in tmp_path.iterdir()) == [".ics", ".jsonld", ".yaml"]
