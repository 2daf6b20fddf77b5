# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where the installed files are, from source or frozen: the only place that knows."""

import sys
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path


@dataclass(frozen=True)
class Bundle:
    """The folders that come with the application, all read-only."""

    root: Path

    @cached_property
    def questionnaires(self) -> Path:
        """One folder a questionnaire."""
        return self.root / "questionnaires"

    @cached_property
    def resources(self) -> Path:
        """Fonts, theme, places, knowledge, benchmarks, texts of the report, example."""
        return self.root / "resources"

    @cached_property
    def places(self) -> Path:
        """The base of communes and EPCI."""
        return self.resources / "places" / "places.sqlite"

    @cached_property
    def knowledge(self) -> Path:
        """Facts, obligations, actors, glossary, sources."""
        return self.resources / "knowledge"

    @cached_property
    def benchmarks(self) -> Path:
        """Studies, figures, series."""
        return self.resources / "benchmarks"

    @cached_property
    def example(self) -> Path:
        """The example commune."""
        return self.resources / "example" / "montbrelle.toml"


def installed() -> Bundle:
    """The files beside this package, or those that a frozen application carries."""
    frozen = getattr(sys, "_MEIPASS", None)
    return Bundle(Path(frozen) if frozen else Path(__file__).resolve().parent.parent)
