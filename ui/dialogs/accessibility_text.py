# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The accessibility statement, from its file: what is met, what is not, what nobody has tested.

The help must open even where a file of the application is spoilt: then it says less.
"""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from types import MappingProxyType
from typing import Any

FILE = "accessibilite.toml"
STATES: Mapping[str, str] = MappingProxyType(
    {
        "conforme": "conforme",
        "partiel": "conforme en partie",
        "non": "non conforme",
        "absent": "sans objet ici",
        "a-tester": "non testé",
    }
)
"""What the file writes, and what is read."""
COUNTED: Mapping[str, str] = MappingProxyType(
    {
        "conforme": "conformes\u00a0: {}",
        "partiel": "en partie\u00a0: {}",
        "non": "non conformes\u00a0: {}",
        "absent": "sans objet\u00a0: {}",
        "a-tester": "non testés\u00a0: {}",
    }
)


@dataclass(frozen=True, slots=True)
class Criterion:
    """One requirement of EN 301 549; `tests` are those of our own that check it."""

    id: str
    title: str
    state: str
    said: str
    tests: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Statement:
    """`link` is short, for the foot of the first page; `before` and `after` are paragraphs."""

    link: str
    before: tuple[str, ...]
    chapters: tuple[tuple[str, tuple[Criterion, ...]], ...]
    after: tuple[str, ...]

    @property
    def criteria(self) -> tuple[Criterion, ...]:
        """All of them, in their order."""
        return tuple(one for _, criteria in self.chapters for one in criteria)


def read_statement(resources: Path) -> Statement | None:
    """The statement of that folder; None where its file cannot be read."""
    import tomli

    try:
        written = tomli.loads((resources / FILE).read_text(encoding="utf-8"))
        chapters = ((part["titre"], _criteria(part["critere"])) for part in written["chapitre"])
        before, after = tuple(written["avant"]), tuple(written["apres"])
        return Statement(written["lien"], before, tuple(chapters), after)
    except (OSError, ValueError, KeyError, TypeError):
        return None


def accessibility_link(resources: Path) -> str:
    """What the first page says of it; empty where the statement cannot be read."""
    statement = read_statement(resources)
    return statement.link if statement else ""


def accessibility_said(resources: Path) -> tuple[tuple[str, str], ...]:
    """A title (empty for what comes before) and a text with stars, a part each."""
    statement = read_statement(resources)
    if statement is None:
        return ()
    parts = [("", "\n\n".join((*statement.before, _counted(statement))))]
    parts += [
        (title, "\n\n".join(_line(criterion) for criterion in criteria))
        for title, criteria in statement.chapters
    ]
    parts.append(("Ce qui n’a pas été vérifié, et la suite", "\n\n".join(statement.after)))
    return tuple(parts)


def _criteria(written: list[dict[str, Any]]) -> tuple[Criterion, ...]:
    return tuple(
        Criterion(row["id"], row["titre"], row["etat"], row["comment"], tuple(row.get("tests", ())))
        for row in written
    )


def _line(criterion: Criterion) -> str:
    title = f"**{criterion.id} {criterion.title}\u00a0: {STATES[criterion.state]}**"
    return f"{title}\n{criterion.said}"


def _counted(statement: Statement) -> str:
    """How many of each, counted here so that it never differs from the list."""
    states = Counter(criterion.state for criterion in statement.criteria)
    said = ", ".join(text.format(states[state]) for state, text in COUNTED.items())
    return f"{len(statement.criteria)} points. {said.capitalize()}."
