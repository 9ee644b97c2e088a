"""Each rule, by the wrong and the right example of its page and by a table of seeded faults."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from linter_cases import FAULTS, GOOD, GOOGLE_FAULTS

from eventkit import Severity, codes, lint, parse
from eventkit.linter import RULES
from eventkit.linter.google import JUDGES

PAGES = sorted((Path(__file__).parent.parent / "docs/reference/rules").glob("*.md"))
_MISSING = {"EK721", "EK723", "EK724", "EK725", "EK726", "EK782"}  # most of them, all the time
# What the reader says of the same fault, and of a page with a video alone.
_WITH = {
    "EK611": {"EK201"},
    "EK612": {"EK305"},
    "EK613": {"EK011", "EK601"},
    "EK614": {"EK304", "EK011"},
    "EK628": {"EK009"},
    "EK629": {"EK009"},
    "right EK628": {"EK009"},
    "right EK629": {"EK009"},
}
NOW = datetime(2019, 5, 1, 12, tzinfo=UTC)


def _examples() -> Iterator[tuple[str, str, str, str, str]]:
    for page in PAGES:
        for section in page.read_text("utf-8").split("\n## ")[1:]:
            heading = section.partition("\n")[0].split()
            found = re.findall(r"```\w+ (?:wrong|right)\.(\w+)\n(.*?)```", section, re.DOTALL)
            (form, wrong), (_, right) = found
            yield heading[0], heading[1], form, wrong, right


EXAMPLES = list(_examples())


@pytest.mark.parametrize(
    ("code", "form", "wrong", "right"),
    [(code, form, wrong, right) for code, _, form, wrong, right in EXAMPLES],
    ids=[code for code, *_ in EXAMPLES],
)
def test_the_examples_of_a_rule_are_wrong_and_right(
    code: str, form: str, wrong: str, right: str
) -> None:
    """The wrong one gives the finding, with a hint and its line; the right one does not."""
    profile = "google" if code.startswith("EK6") else None
    found = [one for one in lint(parse(wrong, form), profile=profile, now=NOW)]
    mine = [one for one in found if one.code == code]
    assert mine, found
    assert all(one.hint and one.line for one in mine)
    alone = [one for one in found if one.code != code and one.severity is not Severity.INFO]
    others = [one for one in alone if one.code not in _WITH.get(code, ())]
    assert not others, others
    after = lint(parse(right, form), profile=profile, now=NOW)
    bad = [one for one in after if one.code == code or one.severity is not Severity.INFO]
    bad = [one for one in bad if one.code not in _WITH.get(f"right {code}", ())]
    assert not bad, bad


def test_every_rule_has_its_page_and_no_page_is_of_none() -> None:
    """Headings have the code and its name."""
    names = {value: name for name, value in vars(codes).items() if name.isupper()}
    assert all(names[code] == name for code, name, *_ in EXAMPLES)
    shown = {code for code, *_ in EXAMPLES}
    assert {rule.code for rule in (*RULES, *JUDGES)} <= shown
    assert {code for code in names if code[:3] in ("EK4", "EK5", "EK6", "EK7")} <= shown


def test_every_rule_says_what_it_is_and_who_says_so() -> None:
    """A sentence, a source, and codes that are taken once."""
    for rules in (RULES, JUDGES):
        assert len({rule.code for rule in rules}) == len(rules)
    for rule in (*RULES, *JUDGES):
        assert rule.source
        assert (rule.check.__doc__ or "").strip().endswith(".")


@pytest.mark.parametrize(("code", "line", "hint", "source"), [*FAULTS, *GOOGLE_FAULTS])
def test_a_seeded_fault_is_found(code: str, line: int, hint: str, source: str) -> None:
    """With its code, its line and what to do about it."""
    profile = "google" if (code, line, hint, source) in GOOGLE_FAULTS else None
    found = lint(parse(source, "yaml"), profile=profile, now=NOW)
    assert any(
        one.code == code and one.line == line and hint in (one.hint or "") for one in found
    ), [str(one) for one in found]


@pytest.mark.parametrize("source", GOOD)
def test_a_good_document_stays_silent(source: str) -> None:
    """But for what is recommended."""
    reading = parse(source, "yaml")
    assert reading.events
    found = [one for one in lint(reading, now=NOW) if one.severity is not Severity.INFO]
    assert not found, [str(one) for one in found]


@pytest.mark.parametrize(
    ("zone", "month", "severity"),
    [
        ("EST", "07", "error"),  # New York is on EDT, an hour off
        ("MST", "07", "error"),
        ("EST", "01", "warning"),
        ("CET", "07", "warning"),  # its clock is that of Berlin all year
        ("EST5EDT", "07", "warning"),
    ],
)
def test_an_abbreviation_that_is_an_hour_off_is_an_error(
    zone: str, month: str, severity: str
) -> None:
    """What the zone is called is not what its usual people are on that day."""
    text = f"name: A b\nslot: {{start: 2026-{month}-15T09:00, timezone: {zone}}}\n"
    (found,) = lint(parse(text, "yaml"), select=["EK706"])
    assert found.severity == severity
    if severity == "error":
        assert f"{zone} is not in force" in found.message


def test_there_are_enough_of_both() -> None:
    """At least 80 wrong documents of most kinds, and 40 good ones."""
    assert len({source for *_, source in FAULTS}) >= 80
    assert len(set(GOOD)) >= 40
    assert {rule.code for rule in RULES} <= {
        *(code for code, *_ in FAULTS),
        *_MISSING,
    }
