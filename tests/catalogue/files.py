# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A copy of the five-question folder that a test spoils, and the problems it then has."""

import shutil
from dataclasses import dataclass
from pathlib import Path

from autodiag.catalogue.load import check_folder
from autodiag.catalogue.problems import Problem
from tests.support.plain import plain

FIVE = Path(__file__).parent.parent / "data" / "questionnaires" / "cinq-questions"
TOOLS = "themes/01-outils.toml"
DESK = "themes/02-accueil.toml"
ROOT = "questionnaire.toml"
PORTRAITS = "profils.toml"
ACTIONS = "actions/01-outils.toml"
COMBINATIONS = "actions/combinaisons.toml"
OBLIGATIONS = "knowledge/obligations.toml"


@dataclass(frozen=True)
class Folder:
    """A questionnaire folder in which anything can be rewritten."""

    path: Path

    @property
    def knowledge(self) -> Path:
        return self.path / "knowledge"

    def replace(self, file: str, old: str, new: str, times: int = 1) -> "Folder":
        """One text for another, which must be there."""
        target = self.path / file
        text = target.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        target.write_text(text.replace(old, new, times), encoding="utf-8")
        return self

    def append(self, file: str, text: str) -> "Folder":
        target = self.path / file
        target.write_text(target.read_text(encoding="utf-8") + text, encoding="utf-8")
        return self

    def write(self, file: str, content: str | bytes) -> "Folder":
        data = content.encode() if isinstance(content, str) else content
        (self.path / file).write_bytes(data)
        return self

    def problems(self) -> list[Problem]:
        return check_folder(self.path, self.knowledge)

    def lines(self) -> list[str]:
        """The problems as printed, ordinary spaces for no-break ones: easier to read in a test."""
        return [plain(problem.line) for problem in self.problems()]

    def only(self) -> str:
        """The single problem."""
        lines = self.lines()
        assert len(lines) == 1, lines
        return lines[0]


def copied(to: Path) -> Folder:
    shutil.copytree(FIVE, to)
    return Folder(to)
