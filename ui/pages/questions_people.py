# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who may help with a question, named as the collectivité of the open dossier names them. Knows
nothing of widgets."""

from collections.abc import Mapping
from pathlib import Path

from autodiag.errors import AutodiagError
from autodiag.model.knowledge import Actor
from autodiag.model.questionnaire import Question
from autodiag.scoring.actors import actors_elsewhere, actors_named
from autodiag.text.sentences import read_sentences
from ui.bridge import Bridge

NOTHING: Mapping[str, str] = {}


class QuestionPeople:
    """The names are those of the report; they are read when they are first needed, which is never
    for a small commune."""

    def __init__(self, resources: Path, bridge: Bridge) -> None:
        self._resources, self._bridge = resources, bridge
        self._sections: dict[str, Mapping[str, str]] = {}

    def who(self, question: Question) -> tuple[Actor, ...]:
        """Whom to ask about a question, the first one first."""
        elsewhere = actors_elsewhere(self._bridge.snapshot.authority, self._section)
        return actors_named(question.whom, self._bridge.knowledge.actors, elsewhere)

    def _section(self, name: str) -> Mapping[str, str]:
        if name not in self._sections:
            self._sections[name] = self._read(name)
        return self._sections[name]

    def _read(self, name: str) -> Mapping[str, str]:
        """Nothing where the file is spoilt: a question is still answered, under the names that a
        commune gives; the report says what is wrong with the file."""
        try:
            return read_sentences(self._resources).section(name)
        except AutodiagError:
            return NOTHING
