# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Report contents made with the shipped questionnaire and the real engine."""

import random
from collections.abc import Mapping
from datetime import date
from functools import cache

from autodiag.benchmarks.compare import compare
from autodiag.benchmarks.library import Library, load_benchmarks
from autodiag.model.assessment import Answer, Answered, Assessment, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Snapshot
from autodiag.report.content import ReportContent
from autodiag.roadmap.obligations import read_obligations
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import situation_of
from autodiag.scoring.doubts import with_doubts
from autodiag.scoring.score import score
from autodiag.scoring.wording import actions_worded, variants_read
from tests.sources import ROOT
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

RESOURCES = ROOT / "resources"
TODAY = date(2026, 11, 21)
PATIENT = 20.0
"""Seconds that nearly no plan needs: what is printed never depends on the machine’s mood."""
VILLAGE = LocalAuthority(
    "Montbrelle", population=612, department="Loire", epci_name="Brelle et Coteaux"
)


@cache
def library() -> Library:
    return load_benchmarks(RESOURCES / "benchmarks")


def content(
    answers: Mapping[str, Answer],
    authority: LocalAuthority = VILLAGE,
    facts: Mapping[str, bool] | None = None,
    notes: Mapping[str, str] | None = None,
    *,
    planned: bool = True,
) -> ReportContent:
    """Everything computed from these answers; the plan is searched for until it is
    proven, on a busy machine too."""
    questionnaire, known = shipped_questionnaire(), facts or {}
    variants = variants_read(questionnaire, authority, known)
    knowledge = actions_worded(shipped_knowledge(), variants)
    assessment = Assessment(questionnaire.id, TODAY, answers)
    snapshot = Snapshot(authority, known, questionnaire, assessment, {}, notes or {})
    result = with_doubts(questionnaire, score(questionnaire, assessment, authority, known))
    roadmap = None
    if planned:
        roadmap = plan_roadmap(situation_of(snapshot, result, knowledge), TODAY, PATIENT)
    return ReportContent(
        snapshot=snapshot,
        result=result,
        comparison=compare(library(), questionnaire, assessment, authority, known),
        roadmap=roadmap,
        obligations=read_obligations(knowledge.obligations.values(), result, authority, known),
        knowledge=knowledge,
        studies=tuple(library().studies.values()),
        phrases=library().phrases,
        today=TODAY,
        resources=RESOURCES,
        version="0.1.0",
    )


def levels(seed: int = 1, weights: tuple[int, ...] = (3, 4, 3, 2, 1)) -> dict[str, Answer]:
    """A level for every question, a few of them unknown."""
    rng = random.Random(seed)
    answers: dict[str, Answer] = {}
    for question in shipped_questionnaire().questions:
        level = rng.choices(range(5), weights)[0]
        answers[question] = Unknown() if rng.random() < 0.06 else Answered(level)
    return answers


def everything(answer: Answer) -> dict[str, Answer]:
    """The same answer everywhere."""
    return dict.fromkeys(shipped_questionnaire().questions, answer)


def express(level: int = 2) -> dict[str, Answer]:
    """The short form only."""
    questions = shipped_questionnaire().questions.values()
    return {question.id: Answered(level) for question in questions if question.express}


UNKNOWN = Unknown()
NOT_CONCERNED = NotConcerned("Pas de service de ce genre")
