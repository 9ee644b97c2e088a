"""The script element in Chromium: whatever a text holds, the page keeps it as it is."""

from __future__ import annotations

import itertools
import json
import random
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from chromium import chromium, needs_chromium

from eventkit import Event, TimeSlot, to_jsonld, to_jsonld_script

pytestmark = needs_chromium
SLOT = TimeSlot(date(2019, 4, 17))
PIECES = (
    "</script>", "</SCRIPT >", "<script>", "<script src=x>", "<!--", "-->", "--!>", "<![CDATA[", "]]>",
    "&lt;", "&amp;", "&#60;", "&notin", "<", ">", "&", '"', "'", "\\", "\\u003c", "/", "`", "${x}",
    "{{ x }}", "\u00a0", "\U0001f600", "\u202e", "\ufeff", "<?php", "<%", "{%",
)  # fmt: skip
FIND = """
return Array.from(document.querySelectorAll('script[type="application/ld+json"]'),
                  one => one.textContent);
"""


@pytest.fixture(scope="module")
def driver() -> Iterator[Any]:
    """One browser for all tests."""
    with chromium() as found:
        yield found


def _texts() -> list[str]:
    """Return every piece, every pair of them, and longer runs, the same every time."""
    dice = random.Random(1)
    runs = ["".join(dice.choices(PIECES, k=dice.randint(3, 9))) for _ in range(300)]
    return [*PIECES, *map("".join, itertools.product(PIECES, repeat=2)), *runs]


def test_hostile_texts_come_out_of_the_page_as_they_went_in(driver: Any, tmp_path: Path) -> None:
    """More than a thousand in one page: as many scripts, each its data, and the page goes on."""
    events = [Event("A", SLOT, description=f"x{text}x") for text in _texts()]
    scripts = "".join(f"<p>{to_jsonld_script(event)}</p>" for event in events)
    page = tmp_path / "page.html"
    text = f"<!doctype html><meta charset=utf-8><title>A</title>{scripts}<i id=end>after</i>"
    page.write_text(text, "utf-8")
    driver.get(page.as_uri())
    found = driver.execute_script(FIND)
    assert [json.loads(one) for one in found] == [to_jsonld(event) for event in events]
    assert driver.execute_script("return document.scripts.length") == len(events)
    assert driver.execute_script("return document.querySelector('#end').textContent") == "after"
