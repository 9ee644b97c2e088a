"""``python -m eventkit`` is the command ``eventkit``."""

from __future__ import annotations

from eventkit.cli import main

if __name__ == "__main__":
    main()
