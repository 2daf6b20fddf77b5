# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From answers to a result: the one entry point of scoring. Pure, exact, without pandas."""

from autodiag.model.assessment import Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import ProfileResult, Result, ThemeResult
from autodiag.scoring.profile import give_profile, preview_profile
from autodiag.scoring.ranges import mean, rate_theme
from autodiag.scoring.trace import Traces, trace_answers


def score(
    questionnaire: Questionnaire,
    assessment: Assessment,
    authority: LocalAuthority,
    facts: Facts,
) -> Result:
    """Ranges, profile, trace, and the *aperçu* where it is due (contract S1–S10, P1–P4)."""
    return rate(questionnaire, trace_answers(questionnaire, assessment, authority, facts))


def rate(questionnaire: Questionnaire, traces: Traces) -> Result:
    """The result of traces already made: also how a what-if is computed (contract R2)."""
    themes = _themes(traces)
    overall = mean(theme.range for theme in themes)
    if questionnaire.scoring is None:
        return Result(themes, overall, ProfileResult(None, None, ()))
    profile = give_profile(questionnaire.scoring, themes)
    preview = None if profile.classable else _preview(questionnaire, traces)
    return Result(themes, overall, profile, preview)


def _themes(traces: Traces) -> tuple[ThemeResult, ...]:
    return tuple(rate_theme(theme, questions) for theme, questions in traces.items())


def _preview(questionnaire: Questionnaire, traces: Traces) -> Result | None:
    """The *aperçu express* over the express questions alone, once all are answered (S10)."""
    express: Traces = {
        theme: tuple(t for t in questions if questionnaire.questions[t.question].express)
        for theme, questions in traces.items()
    }
    asked = [t for questions in express.values() for t in questions if t.state != "non_applicable"]
    if not asked or any(trace.state == "sans_reponse" for trace in asked):
        return None
    themes = _themes(express)
    assert questionnaire.scoring is not None
    profile = preview_profile(questionnaire.scoring, themes)
    return Result(themes, mean(theme.range for theme in themes), profile)
