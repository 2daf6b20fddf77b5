# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The duties that a plan leaves: still due, or waiting for an answer alone. Prints nothing."""

from autodiag.model.roadmap import Roadmap
from autodiag.report.content import ReportContent
from autodiag.roadmap.cleared import answers_behind


def duties_left(content: ReportContent, roadmap: Roadmap) -> tuple[list[str], list[str]]:
    """The titles of those *non remplies* that no action of the plan clears; then, apart, of those
    that actions marked done clear: their answer is to be brought up to date."""
    planned = {o for h in roadmap.horizons for action in h.actions for o in action.obligations}
    done = behind(content)
    left = [
        state.obligation
        for state in content.obligations
        if state.state == "non_remplie" and state.obligation.id not in planned
    ]
    due = [one.title for one in left if one.id not in done]
    return due, [one.title for one in left if one.id in done]


def behind(content: ReportContent) -> frozenset[str]:
    """The ids of the duties *non remplies* whose answer alone is to be brought up to date: actions
    marked done clear them."""
    return answers_behind(content.snapshot, content.result, content.knowledge)
