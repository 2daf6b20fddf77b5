# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The answers that are not what they were at the assessment before, each in words. Knows nothing of
scores."""

from dataclasses import dataclass

from autodiag.model.dossier import Snapshot
from autodiag.scoring.change import Change
from autodiag.scoring.handed import answer_said
from autodiag.scoring.wording import wording_read


@dataclass(frozen=True, slots=True)
class Moved:
    """A question of today, as it reads today, and both answers."""

    question: str
    text: str
    before: str
    after: str


def moved_answers(change: Change, now: Snapshot) -> tuple[Moved, ...]:
    """In the order of today’s questionnaire; nothing where single answers are kept back."""
    basis = change.basis
    if basis is None:
        return ()
    ids = {new: old for old, new in basis.pairs.items()}
    moved = [name for name in now.questionnaire.questions if name in set(change.moved)]
    return tuple(
        Moved(
            name,
            _text(now, name),
            _answer(basis.earlier, ids[name]),
            _answer(now, name),
        )
        for name in moved
    )


def _text(snapshot: Snapshot, name: str) -> str:
    question = snapshot.questionnaire.questions[name]
    return wording_read(
        snapshot.questionnaire, question, snapshot.assessment, snapshot.authority, snapshot.facts
    ).text


def _answer(snapshot: Snapshot, name: str) -> str:
    question, given = snapshot.questionnaire.questions[name], snapshot.assessment
    wording = wording_read(
        snapshot.questionnaire, question, given, snapshot.authority, snapshot.facts
    )
    return answer_said(question, given.answers.get(name), wording)
