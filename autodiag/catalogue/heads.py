# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The installed questionnaires by their first lines alone: listing them must cost nothing.

Knows nothing of their questions.
"""

import tomllib
from dataclasses import dataclass
from pathlib import Path

ROOT = "questionnaire.toml"


@dataclass(frozen=True, slots=True)
class Head:
    """What a questionnaire says of itself."""

    id: str
    title: str
    summary: str


def unscored_heads(questionnaires: Path) -> tuple[Head, ...]:
    """Those without a score, by folder. One that cannot be read is left out: whoever begins it
    is told why."""
    found: list[Head] = []
    for file in sorted(questionnaires.glob(f"*/{ROOT}")):
        try:
            said = tomllib.loads(file.read_text(encoding="utf-8"))
        except (OSError, ValueError):
            continue
        if "notation" not in said:
            title, summary = (str(said.get(key, "")) for key in ("titre", "resume"))
            found.append(Head(file.parent.name, title, summary))
    return tuple(found)
