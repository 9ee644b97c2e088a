"""How many examples the property tests try, and signals as a terminal would have them."""

from __future__ import annotations

import os
import signal

import pytest
from hypothesis import settings

QUICK = 10

if signal.getsignal(signal.SIGINT) is signal.SIG_IGN:  # as a shell starts what it puts behind
    signal.signal(signal.SIGINT, signal.default_int_handler)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Lower the number that a test asks for itself, which a profile alone would not."""
    if os.environ.get("HYPOTHESIS_PROFILE") != "quick":
        return
    for item in items:
        test = getattr(item, "obj", None)
        asked = getattr(test, "_hypothesis_internal_use_settings", settings.default)
        if getattr(test, "is_hypothesis_test", False):
            few = min(QUICK, asked.max_examples)
            test._hypothesis_internal_use_settings = settings(
                asked, max_examples=few, derandomize=True, database=None
            )
