"""Write one webinar as .json, .jsonld and .ics into a folder (default: demo)."""

from __future__ import annotations

import json
import sys
from pathlib import Path

from eventkit import (
    Affiliation,
    Event,
    Organization,
    Speaker,
    TimeSlot,
    to_ical,
    to_json,
    to_jsonld,
)

EVENT = Event(
    "Clusters and SMEs: a way to face globalisation?",
    TimeSlot.local("2019-04-17 13:00", "14:00", "Europe/Paris"),
    description="How clusters help small companies to compete, with examples from France.",
    speakers=[
        Speaker(
            "Alain Tubiana",
            honorific_prefix="Mr.",
            affiliations=[
                Affiliation("gnomon sas", title="Chairman"),
                Affiliation(
                    Organization("Strasbourg University", country="FR"),
                    title="Head of Master in Cluster Management",
                ),
            ],
        )
    ],
)


def main() -> None:
    """Write the three files and say so."""
    folder = Path(sys.argv[1] if len(sys.argv) > 1 else "demo")
    folder.mkdir(parents=True, exist_ok=True)
    texts = {
        "json": to_json(EVENT),
        "jsonld": json.dumps(to_jsonld(EVENT), ensure_ascii=False, indent=2) + "\n",
        "ics": to_ical(EVENT),
    }
    for suffix, text in texts.items():
        path = folder / f"clusters-and-smes.{suffix}"
        path.write_bytes(text.encode("utf-8"))
        print(f"{path}: {len(text):,} characters")


if __name__ == "__main__":
    main()
