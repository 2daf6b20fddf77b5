# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The public edition: what anyone may ask for is taken out of the content before any section sees
it, so that no section can let it slip. Which themes and facts are reserved is data."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from fractions import Fraction

from autodiag.benchmarks.series_shown import ShownSeries
from autodiag.model.benchmark import Comparison
from autodiag.model.calendar import Calendar
from autodiag.model.dossier import Snapshot
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import (
    ProfileResult,
    QuestionTrace,
    Range,
    Result,
    ThemeResult,
    ThresholdReading,
)
from autodiag.model.roadmap import ObligationState
from autodiag.report.content import ReportContent
from autodiag.report.public_plan import public_plan
from autodiag.report.reserved import Reserved, betrays
from autodiag.roadmap.attestation import made_public
from autodiag.scoring.change import Change, Counts, change_of
from autodiag.scoring.profile import give_profile
from autodiag.scoring.ranges import rate_theme
from autodiag.scoring.taken_over import waiting


def public_edition(content: ReportContent, kept_back: Reserved, left_out: str) -> ReportContent:
    """The content without single answers, notes, names, opinions, doubts, nor what is reserved.

    `left_out` replaces the reasons why actions are not planned: each would tell an answer.
    """
    roadmap = content.roadmap
    return replace(
        content,
        after=(),  # global figures, as the score itself
        execution=None,  # months and sums follow from all that is planned, shown or not
        snapshot=_snapshot(content.snapshot, kept_back),
        result=_result(content.snapshot.questionnaire, content.result, kept_back),
        comparison=_comparison(content.comparison, kept_back),
        roadmap=public_plan(roadmap, kept_back, left_out) if roadmap else None,
        obligations=tuple(_unread(content.obligations, kept_back)),
        knowledge=_knowledge(content.knowledge, kept_back),
        since=_since(content.since, kept_back),
        series=tuple(one for one in content.series if _visible(one, kept_back)),
        readings=None,  # which themes are ahead would place those that are kept back
        attested=made_public(content.attested) if content.attested else None,
    )


def _visible(series: ShownSeries, kept_back: Reserved) -> bool:
    return series.question not in kept_back.questions and series.theme not in kept_back.themes


def _since(change: Change | None, kept_back: Reserved) -> Change | None:
    """The themes shown, compared again without their reserved questions; neither the whole, which
    would give the theme kept back, nor how many questions are behind a change.

    Without the results it was computed from, and without what is not comparable: nothing tells
    what became of the questions of a theme that is no more.
    """
    if change is None or change.basis is None:
        return None
    basis = change.basis

    def visible(
        themes: Mapping[str, ThemeResult], hidden: frozenset[str]
    ) -> dict[str, ThemeResult]:
        return {
            name: rate_theme(name, tuple(t for t in one.questions if t.question not in hidden))
            for name, one in themes.items()
            if name not in kept_back.themes
        }

    was, now = visible(basis.before, kept_back.before), visible(basis.after, kept_back.questions)
    less = replace(basis, before=was, after=now)
    titles = {one.theme: one.title for one in change.themes}
    again = (change_of(name, titles[name], less) for name in now)
    themes = tuple(
        replace(one, split=replace(one.split, counts=Counts())) for one in again if one.split
    )
    if not themes:
        return None
    return replace(change, themes=themes, overall=None, moved=(), common=0, waiting=0, basis=None)


def _unread(states: Iterable[ObligationState], kept_back: Reserved) -> Iterable[ObligationState]:
    """Those that may concern the collectivité, as if no answer had been read: their state would
    give single answers back."""
    for state in states:
        if state.state != "sans_objet" and state.obligation.id not in kept_back.obligations:
            yield ObligationState(state.obligation, "a_verifier", "", measured=False)


def _knowledge(knowledge: Knowledge, kept_back: Reserved) -> Knowledge:
    """Without what is reserved: no section can name what it cannot find."""
    actions = {k: a for k, a in knowledge.actions.actions.items() if k not in kept_back.actions}
    obligations = {k: o for k, o in knowledge.obligations.items() if k not in kept_back.obligations}
    catalogue = replace(knowledge.actions, actions=actions)
    return replace(knowledge, actions=catalogue, obligations=obligations)


def _snapshot(snapshot: Snapshot, kept_back: Reserved) -> Snapshot:
    """Of the calendar, only when it begins: titles of closures and of aid are typed freely."""
    decisions = snapshot.decisions.items()
    return replace(
        snapshot,
        calendar=Calendar(snapshot.calendar.start),
        aids={},
        variants={},
        plan=None,
        evidence={},
        handover={},
        facts={k: v for k, v in snapshot.facts.items() if k not in kept_back.facts},
        assessment=replace(snapshot.assessment, answers={}, to_confirm=waiting(snapshot)),
        decisions={k: replace(d, reason="", who="", note="") for k, d in decisions},
        notes={},
        contributors={},
        own_actions=tuple(replace(own, who="", note="") for own in snapshot.own_actions),
        opening_mark=None,
    )


def _result(questionnaire: Questionnaire, result: Result, kept_back: Reserved) -> Result:
    """Scores of the visible themes stay; levels, reasons and doubts of single questions go.

    The global score goes too: with the scores of all themes but one, it gives that one.
    """
    profile = _profile(questionnaire, result, kept_back)

    def without_levels(theme: ThemeResult) -> ThemeResult:
        traces = tuple(replace(t, low=0, high=0, reason="") for t in theme.questions)
        return replace(theme, questions=traces)

    visible = (_shown(theme, kept_back) for theme in result.themes)
    return Result(
        tuple(without_levels(theme) for theme in visible if theme.theme not in kept_back.themes),
        None,
        profile,
    )


def _shown(theme: ThemeResult, kept_back: Reserved) -> ThemeResult:
    """The theme as its questions that are not reserved make it."""
    traces = tuple(t for t in theme.questions if t.question not in kept_back.questions)
    return rate_theme(theme.theme, traces)


def _blind(theme: ThemeResult, kept_back: Reserved, questionnaire: Questionnaire) -> ThemeResult:
    """The theme, documented as it is shown, within all that its reserved questions may make it:
    each as far as it weighs, whether it is answered, applies, or not."""
    if theme.theme in kept_back.themes:
        anything = Range(Fraction(0), Fraction(4))
        return replace(theme, range=anything, documented=False)
    shown = _shown(theme, kept_back)
    hidden = (t for t in theme.questions if t.question in kept_back.questions)
    unknown = tuple(
        QuestionTrace(t.question, questionnaire.questions[t.question].weight, "nsp", 0, 4)
        for t in hidden
    )
    span = rate_theme(theme.theme, (*shown.questions, *unknown)).range
    return replace(shown, range=span if shown.range else None)


def _profile(questionnaire: Questionnaire, result: Result, kept_back: Reserved) -> ProfileResult:
    """The stages possible whatever is answered on what is reserved: near a cut-off, the stage
    itself would tell its score. What was measured stays where every question of it is visible."""

    def unmeasured(reading: ThresholdReading) -> ThresholdReading:
        if not betrays(reading.threshold.measure, kept_back):
            return reading
        return replace(reading, measured=None, met_low=False, met_high=False, distance=Fraction(0))

    profile, scoring = result.profile, questionnaire.scoring
    if scoring and any(theme.theme in kept_back.touched for theme in result.themes):
        blind = [_blind(theme, kept_back, questionnaire) for theme in result.themes]
        profile = give_profile(scoring, blind)
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
