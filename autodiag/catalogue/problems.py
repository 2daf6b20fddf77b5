# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is wrong in a data file, said in French. Knows nothing of how it is found or shown."""

import difflib
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from typing import Literal

MAX_COMPARED = 1000

Severity = Literal["erreur", "avertissement"]


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing to correct: in which file, at what place (« question str-3 »), and what.

    An `erreur` keeps the data from being used; an `avertissement` is a matter of style.
    """

    severity: Severity
    file: str
    place: str
    sentence: str

    @property
    def line(self) -> str:
        """The problem on one line, as the commands print it."""
        where = ", ".join(part for part in (self.file, self.place) if part)
        return f"{where} : {self.sentence}" if where else self.sentence


def error(file: str, place: str, sentence: str) -> Problem:
    """A fault that keeps the data from being used."""
    return Problem("erreur", file, place, sentence)


def warning(file: str, place: str, sentence: str) -> Problem:
    """A matter of style."""
    return Problem("avertissement", file, place, sentence)


def errors_in(problems: Iterable[Problem]) -> list[Problem]:
    """The errors among the problems, in their order."""
    return [problem for problem in problems if problem.severity == "erreur"]


def did_you_mean(word: str, known: Collection[str]) -> str:
    """« ; vouliez-vous dire « strategie » ? », or nothing when no known word is close.

    Nothing either among thousands of words: it would take minutes in a hostile file.
    """
    if len(known) > MAX_COMPARED:
        return ""
    closest = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=0.6)
    return f" ; vouliez-vous dire « {closest[0]} » ?" if closest else ""


def quoted(words: Iterable[str], limit: int = 8) -> str:
    """« a », « b » et « c »; a long list is cut."""
    names = list(words)
    shown = [f"« {name} »" for name in names[:limit]]
    if len(names) > limit:
        return ", ".join(shown) + f" et {len(names) - limit} autres"
    return " et ".join(filter(None, (", ".join(shown[:-1]), shown[-1] if shown else "")))


def counted(number: int) -> str:
    """« 1 point », « 12 points »."""
    return f"{number} point" if number == 1 else f"{number} points"


def shortened(text: str, limit: int = 60) -> str:
    """The beginning of a text, on one line, for quoting."""
    line = " ".join(text[: 10 * limit].split())
    return line if len(line) <= limit else line[: limit - 1] + "…"
