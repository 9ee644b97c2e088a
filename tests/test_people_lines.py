"""Lines about people in the shapes that pages of seven languages have, all invented."""

from __future__ import annotations

from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from eventkit.formats.announcement import parse, read_speaker
from eventkit.formats.announcement.page.mentions import mentioned
from eventkit.formats.announcement.people.degrees import is_degree
from eventkit.formats.announcement.people.fields import is_field
from eventkit.model import Speaker

# Below ``# language``: a line -> [role] honorific | name | title @ organisation / country; a
# title without an organisation, and what else is said, stands with a bare ``@``.
TEXT = (Path(__file__).parent / "data" / "people.txt").read_text("utf-8")
ROWS: dict[str, list[tuple[str, str]]] = {}
for block in TEXT.split("# ")[1:]:
    language, *lines = block.strip().split("\n")
    ROWS[language] = [
        (text, wanted) for text, _, wanted in (row.partition(" -> ") for row in lines)
    ]


def told(speaker: Speaker) -> str:
    """Return a speaker as the rows write them."""
    held = [
        f"{one.title or ''} @ {one.organization.name}"
        + (f" / {one.organization.country}" if one.organization.country else "")
        for one in speaker.affiliations
    ]
    loose = [f"{part} @" for part in (speaker.bio or "").split("\n\n") if part]
    part = "" if speaker.role.value == "speaker" else f"[{speaker.role.value}] "
    before = f"{speaker.honorific_prefix} " if speaker.honorific_prefix else ""
    said = "; ".join(one.strip() for one in (*held, *loose))
    return f"{part}{before}| {speaker.name} | {said}".strip()


@pytest.mark.parametrize("language", ROWS)
def test_lines_of_pages_are_read(language: str) -> None:
    """Degrees, sentences, bars, brackets, lines, legal forms, titles of unknown organisations."""
    rows = ROWS[language]
    read = [
        " ;; ".join(map(told, read_speaker(text.replace("\\n", "\n")).speakers)) for text, _ in rows
    ]
    assert len(rows) >= 20
    assert [(text, one) for (text, _), one in zip(rows, read, strict=True)] == rows


def test_a_sentence_says_what_somebody_is() -> None:
    """What is said beyond that goes to the biography, and nothing of it into the organisation."""
    reading = read_speaker(
        "Dr. Ann Lee is Head of Research at the Example Institute, where she leads a team."
        " She has written two books."
    )
    (speaker,) = reading.speakers
    assert told(speaker).startswith("Dr. | Ann Lee | Head of Research @ Example Institute;")
    assert speaker.bio and speaker.bio.startswith("Dr. Ann Lee is") and "two books" in speaker.bio
    assert reading.findings == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ann Lee is Head of Research at Acme and mother of two",
        "Ann Lee, Director of Parcelwise",
        "Luz Vega, Gerente Técnico en Hidro",
        "Ann Lee\nBo Chen\nBeta Labs",
        "Eva Groß, Kustodin des Museums Beispiel",
        "Ann Lee, Professor at Example University and lecturer",
        "Ann Lee, CRHA, directrice des op\u00e9rations de Groupe Exemple inc.",
        "Ann Lee, Referentin, B\u00fcndnis Offene Schule / Lehrbeauftragte, Hochschule Beispiel",
    ],
)
def test_what_may_be_more_than_an_organisation_is_pointed_out(text: str) -> None:
    """A warning where a sentence runs on, a field may be meant, or a name may be a title."""
    found = read_speaker(text).findings
    assert any(str(finding.severity) == "warning" for finding in found)


def test_degrees_are_known_in_a_row() -> None:
    """One or several, with and without dots, in capitals where they are words too."""
    for text in (
        "PhD",
        "Ph.D.",
        "MSc PhD",
        "MBA, CPA",
        "LL.M.",
        "BSc (Hons)",
        "FRICS",
        "Dipl.-Ing.",
    ):
        assert is_degree(text)
    for text in ("", "Acme", "Rn", "Director", "MIT", "PhD student"):
        assert not is_degree(text)


def test_fields_are_told_from_organisations() -> None:
    """Fields and countries are what a title is of; names are not."""
    for text in (
        "Marketing",
        "Comunicación Institucional",
        "Ocean Modelling",
        "Ricerca e Sviluppo",
        "Kenya",
    ):
        assert is_field(text)
    for text in ("Acme", "Confcooperative Irpinia", "Diario Sierra", "Bodegas Peñalba"):
        assert not is_field(text)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("In this webinar Dr. Ann Lee, director of Acme, explains it.", ["Dr. Ann Lee"]),
        ("Danach berichtet Herr Uwe Klein, Projektleiter bei Acme.", ["Herr Uwe Klein"]),
        (
            "Con la Prof.ssa Ida Blu e l'Ing. Ugo Delle Fratte.",
            ["Prof.ssa Ida Blu", "Ing. Ugo Delle Fratte"],
        ),
        ("Puis M. Paul Roy et Mme Ève Roy.", ["M. Paul Roy", "Mme Ève Roy"]),
        ("Con Luz de la Vega, directora de Ejemplo.", ["Luz de la Vega"]),
        ("O Eng.º Rui Sá e a Profª. Ana Sá participam.", ["Eng.º Rui Sá", "Profª. Ana Sá"]),
        ("Mit Jan de Boer, hoofd onderzoek.", ["Jan de Boer"]),
        ("Acme Labs, Utrecht, opens in New York. It is free.", []),
    ],
)
def test_people_in_sentences_are_seen(text: str, names: list[str]) -> None:
    """By an honorific or a title beside the name, in seven languages."""
    assert [name for _, name in mentioned(text)] == names


def test_people_in_sentences_are_pointed_out_and_not_taken() -> None:
    """Those who have no line of their own, all in one finding at the first."""
    text = (
        "Moss for all\n\n7 June 2021, 14:00-15:00 CEST\n\nDr. Bo Chen, head of Beta, asks how moss grows.\n"
        "Dr. Ann Lee answers, and Prof. Cy Doe listens.\n\nSpeaker: Dr. Ann Lee, Head of Unit, Example Institute"
    )
    reading = parse(text)
    (finding,) = [found for found in reading.findings if found.path == "speakers"]
    assert str(finding.severity) == "info"
    assert "Dr. Bo Chen" in finding.message and "Prof. Cy Doe" in finding.message
    assert "Ann Lee" not in finding.message
    assert [speaker.name for speaker in reading.events[0].speakers] == ["Ann Lee"]


@given(st.text(st.sampled_from("Ann Lee is a CEO, of at. é ist X\n"), max_size=60))
def test_any_words_around_a_verb_are_read(text: str) -> None:
    """Nothing fails, whatever stands before and after it."""
    for speaker in read_speaker(text).speakers:
        assert speaker.name
