# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the 2019 study says itself of its themes, read from `lectures.toml`. Knows no score."""

from dataclasses import dataclass
from pathlib import Path
from typing import Any, Literal, get_args

import tomli

from autodiag.errors import AutodiagError
from autodiag.model.authority import LocalAuthority

READINGS_FILE = "lectures.toml"
ReadingKind = Literal["ensemble", "moins_avance", "plus_avance"]
"""The first theme goes with the others; the least advanced theme; the most advanced one."""


@dataclass(frozen=True, slots=True)
class StudyReading:
    """One reading: ours in plain words, and the study’s own in `quote`."""

    id: str
    kind: ReadingKind
    themes: tuple[str, ...]
    text: str
    quote: str


@dataclass(frozen=True, slots=True)
class StudyReadings:
    """Every reading of one study, and what must be said of its panel. `large_from`: inhabitants
    from which that panel may look like the collectivité."""

    study: str
    questionnaire: str
    source: str
    panel: str
    warning: str
    warning_large: str
    large_from: int
    rule: str
    readings: tuple[StudyReading, ...]

    def warning_for(self, authority: LocalAuthority) -> str:
        """Whom these readings are about, beside that collectivité (contract B1)."""
        large = authority.population is None or authority.population >= self.large_from
        return f"{self.panel} {self.warning_large if large else self.warning}"


def load_readings(folder: Path) -> StudyReadings:
    """Read `lectures.toml`. Raises AutodiagError("ressource_illisible") when it is spoilt."""
    file = folder / READINGS_FILE
    try:
        data: dict[str, Any] = tomli.loads(file.read_text(encoding="utf-8"))
        return StudyReadings(
            study=data["etude"],
            questionnaire=data["questionnaire"],
            source=data["source"],
            panel=data["panel"],
            warning=data["avertissement"],
            warning_large=data["avertissement_grande"],
            large_from=int(data["grande_des"]),
            rule=data["regle"],
            readings=tuple(_reading(one) for one in data["lectures"]),
        )
    except (OSError, ValueError, LookupError, TypeError) as error:
        raise AutodiagError("ressource_illisible", fichier=file.name) from error


def _reading(one: dict[str, Any]) -> StudyReading:
    kinds: tuple[ReadingKind, ...] = get_args(ReadingKind)
    kind = kinds.index(one["genre"])  # ValueError where there is no such kind
    return StudyReading(one["id"], kinds[kind], tuple(one["themes"]), one["texte"], one["citation"])
