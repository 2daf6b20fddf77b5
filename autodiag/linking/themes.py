# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which themes of another questionnaire of the dossier are about the same as one of those shown,
and how far they are answered. Compares no answer, and knows nothing of the screen."""

from dataclasses import dataclass

from autodiag.linking.links import Ties
from autodiag.model.dossier import Filled, Snapshot
from autodiag.scoring.trace import applies
from autodiag.text.joining import joined
from autodiag.text.numbers import count


@dataclass(frozen=True, slots=True)
class Kin:
    """A theme there: `seen` of its `asked` questions have an answer of any kind."""

    title: str
    seen: int
    asked: int


@dataclass(frozen=True, slots=True)
class Beside:
    """The questionnaire they are in, the theme that answers best if one does, the others, and what
    to know of it."""

    questionnaire: str
    chief: Kin | None
    others: tuple[Kin, ...]
    remark: str


def beside(ties: Ties, snapshot: Snapshot, theme: str) -> Beside | None:
    """What another questionnaire asks about a theme of the one shown; None while that one is not
    begun, or where nothing is about the same."""
    tie = next((one for one in ties.themes if one.theme == theme), None)
    filled = snapshot.others.get(ties.there)
    if tie is None or filled is None or snapshot.assessment.questionnaire_id != ties.shown:
        return None
    found = {name: _kin(filled, snapshot, name) for name in (tie.chief, *tie.others)}
    others = tuple(one for name in tie.others if (one := found[name]) is not None)
    chief = found[tie.chief]
    if chief is None and not others:
        return None
    return Beside(filled.questionnaire.title, chief, others, tie.remark)


def _kin(filled: Filled, snapshot: Snapshot, name: str) -> Kin | None:
    """None for a theme that their questionnaire, perhaps another edition, has not."""
    theme = next((one for one in filled.questionnaire.themes if one.id == name), None)
    if theme is None:
        return None
    answers = filled.assessment.answers
    asked = [
        question.id
        for question in theme.questions
        if applies(question, snapshot.authority, snapshot.facts, answers)
    ]
    return Kin(theme.title, sum(one in answers for one in asked), len(asked))


def tied_said(found: Beside) -> str:
    """«Dans « … », même sujet : « Services en ligne » (3 questions vues sur 5)…»."""
    where = f"Dans «\u202f{found.questionnaire}\u202f»"
    parts: list[str] = []
    if found.chief is not None:
        parts.append(f"{where}, le même sujet\u00a0: {_kin_said(found.chief)}")
    if found.others:
        start = "En partie aussi" if parts else f"{where}, une partie du sujet"
        parts.append(f"{start}\u00a0: {_listed([_kin_said(one) for one in found.others])}")
    return joined([*parts, found.remark])


def _kin_said(one: Kin) -> str:
    seen = count(one.seen, "question vue", "questions vues")
    return f"«\u202f{one.title}\u202f» ({seen} sur\u00a0{one.asked})"


def _listed(parts: list[str]) -> str:
    return "\u202f; ".join(parts)
