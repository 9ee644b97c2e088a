"""
The page of an event, complete and alone: HTML that asks for nothing else.

It is made of what several formats write, so it stands above them.
"""

from __future__ import annotations

from eventkit.page.writer import Pages, render

__all__ = ["Pages", "render"]
