# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The public edition: what anyone may ask for is taken out of the content before any section sees
it, so that no section can let it slip. Which themes and facts are reserved is data."""

from dataclasses import dataclass, replace
from fractions import Fraction

from autodiag.model.benchmark import Comparison
from autodiag.model.condition import Condition, facts_in
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Measure, Question
from autodiag.model.result import ProfileResult, Result, ThemeResult, ThresholdReading
from autodiag.model.roadmap import (
    Action,
    Horizon,
    LeftOut,
    Obligation,
    PlannedAction,
    Roadmap,
    ShortestPath,
    Span,
)
from autodiag.report.content import ReportContent


@dataclass(frozen=True)
class Reserved:
    """What would help whoever wishes harm: themes, questions, facts, actions, obligations."""

    themes: frozenset[str]
    facts: frozenset[str]
    questions: frozenset[str]
    actions: frozenset[str]
    obligations: frozenset[str]


NOTHING = Reserved(*[frozenset[str]()] * 5)
"""The internal edition keeps nothing back."""


def reserved(content: ReportContent, themes: frozenset[str], facts: frozenset[str]) -> Reserved:
    """Everything that these themes and these facts lead to."""

    def told_by(condition: Condition | None) -> bool:
        return condition is not None and bool(facts_in(condition) & facts)

    def asks(question: Question) -> bool:
        return question.theme in themes or told_by(question.applicable)

    def shows(obligation: Obligation) -> bool:
        proof = obligation.proof
        return bool(proof and proof.question in questions) or told_by(obligation.condition)

    def does(action: Action) -> bool:
        raised = {one.question for one in action.raises}
        return action.theme in themes or bool(raised & questions) or told_by(action.applicable)

    questionnaire, knowledge = content.snapshot.questionnaire, content.knowledge
    questions = frozenset(q.id for q in questionnaire.questions.values() if asks(q))
    return Reserved(
        themes,
        facts,
        questions,
        frozenset(a.id for a in knowledge.actions.actions.values() if does(a)),
        frozenset(o.id for o in knowledge.obligations.values() if shows(o)),
    )


def public_edition(content: ReportContent, kept_back: Reserved, refused: str) -> ReportContent:
    """The content without single answers, notes, names, opinions, doubts, nor what is reserved.

    `refused` replaces the reasons given for refusing actions.
    """
    roadmap = content.roadmap
    return replace(
        content,
        after=(),  # global figures, as the score itself
        snapshot=_snapshot(content.snapshot, kept_back),
        result=_result(content.result, kept_back),
        comparison=_comparison(content.comparison, kept_back),
        roadmap=_roadmap(roadmap, content.knowledge, kept_back, refused) if roadmap else None,
        obligations=tuple(
            s for s in content.obligations if s.obligation.id not in kept_back.obligations
        ),
        knowledge=replace(
            content.knowledge,
            obligations={
                key: one
                for key, one in content.knowledge.obligations.items()
                if key not in kept_back.obligations
            },
        ),
    )


def _snapshot(snapshot: Snapshot, kept_back: Reserved) -> Snapshot:
    decisions = snapshot.decisions.items()
    return replace(
        snapshot,
        facts={k: v for k, v in snapshot.facts.items() if k not in kept_back.facts},
        assessment=replace(snapshot.assessment, answers={}),
        decisions={k: replace(d, reason="", who="", note="") for k, d in decisions},
        notes={},
        own_actions=tuple(replace(own, who="", note="") for own in snapshot.own_actions),
        opening_mark=None,
    )


def _result(result: Result, kept_back: Reserved) -> Result:
    """Scores of the visible themes stay; levels, reasons and doubts of single questions go.

    The global score goes too: with the scores of all themes but one, it gives that one.
    """

    def without_levels(theme: ThemeResult) -> ThemeResult:
        traces = tuple(replace(t, low=0, high=0, reason="") for t in theme.questions)
        return replace(theme, questions=traces)

    visible = (theme for theme in result.themes if theme.theme not in kept_back.themes)
    return Result(
        tuple(without_levels(theme) for theme in visible),
        None,
        _profile(result.profile, kept_back),
    )


def betrays(measure: Measure, kept_back: Reserved) -> bool:
    """Whether what is measured depends on a reserved theme."""
    if measure.kind == "global":
        return bool(kept_back.themes)
    return bool(kept_back.themes.intersection(measure.themes))


def _profile(profile: ProfileResult, kept_back: Reserved) -> ProfileResult:
    """The stage stays; what was measured to give it stays where every theme of it is visible."""

    def unmeasured(reading: ThresholdReading) -> ThresholdReading:
        if not betrays(reading.threshold.measure, kept_back):
            return reading
        return replace(reading, measured=None, met_low=False, met_high=False, distance=Fraction(0))

    missing = profile.missing
    if missing:
        shown = tuple(theme for theme in missing.themes if theme not in kept_back.themes)
        missing = replace(missing, themes=shown)
    readings = tuple(unmeasured(reading) for reading in profile.readings)
    return replace(profile, readings=readings, missing=missing, doubts=())


def _comparison(comparison: Comparison, kept_back: Reserved) -> Comparison:
    """The published statements, without the sentence that says where the answer stands."""
    comparators = tuple(
        replace(one, sentence=one.benchmark.statement, stance="non_compare")
        for one in comparison.comparators
        if one.question not in kept_back.questions
    )
    return replace(comparison, comparators=comparators)


def _roadmap(roadmap: Roadmap, knowledge: Knowledge, kept_back: Reserved, refused: str) -> Roadmap:
    catalogue = knowledge.actions.actions
    hidden = [catalogue[key].title for key in kept_back.actions]
    themes = roadmap.projection.themes.items()
    return replace(
        roadmap,
        horizons=tuple(_horizon(horizon, kept_back) for horizon in roadmap.horizons),
        left_out=tuple(
            replace(left, sentence=refused) if left.code == "refusee" else left
            for left in roadmap.left_out
            if left.action not in kept_back.actions and not _quotes(left, hidden)
        ),
        projection=replace(
            roadmap.projection,
            overall=None,
            themes={k: v for k, v in themes if k not in kept_back.themes},
            profile=_profile(roadmap.projection.profile, kept_back),
        ),
        shortest=ShortestPath(None, possible=False, proven=True),
    )


def _quotes(left: LeftOut, titles: list[str]) -> bool:
    return any(title in left.sentence for title in titles)


def _horizon(horizon: Horizon, kept_back: Reserved) -> Horizon:
    """Every action stays, for the council votes them; what it raises or clears may not.

    «Se renseigner» goes, with its half-hours: their sum would tell how many answers are unknown.
    """
    asking = [planned.effort for planned in horizon.actions if planned.kind == "enquiry"]
    days = Span(
        max(0, horizon.days.low - sum(effort.low for effort in asking)),
        max(0, horizon.days.high - sum(effort.high for effort in asking)),
    )
    actions = tuple(_planned(p, kept_back) for p in horizon.actions if p.kind != "enquiry")
    return replace(horizon, actions=actions, days=days)


def _planned(planned: PlannedAction, kept_back: Reserved) -> PlannedAction:
    return replace(
        planned,
        reasons=tuple(r for r in planned.reasons if not _tells(r, kept_back)),
        obligations=tuple(o for o in planned.obligations if o not in kept_back.obligations),
        missing=tuple(a for a in planned.missing if a not in kept_back.actions),
        # «si confirmé» says that an answer is unknown
        to_confirm=planned.to_confirm and planned.id not in kept_back.actions,
    )


def _tells(reason: str, kept_back: Reserved) -> bool:
    kind, _, rest = reason.partition(":")
    return kind == "question" and rest.rpartition(":")[0] in kept_back.questions
