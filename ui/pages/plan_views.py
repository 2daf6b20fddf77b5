# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The views of the roadmap by their ids, each imported when it is first looked at."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.desk import Desk
    from ui.pages.page import Page
    from ui.planning import Planner

PERIODS = "periodes"
VIEWS = (
    (PERIODS, "Périodes"),
    ("trimestres", "Trimestres"),
    ("frise", "Frise"),
    ("et_si", "Et si…"),
    ("plans", "Trois plans"),
    ("budget", "Budget"),
    ("moyens", "Moyens et dates"),
)


def make_view(view: str, desk: "Desk", bridge: "Bridge", planner: "Planner") -> "Page":
    """A new view on the open dossier. Raises KeyError for an unknown one."""
    match view:
        case "periodes":
            from ui.pages.roadmap import RoadmapPage as Made
        case "trimestres":
            from ui.pages.quarters import QuartersView as Made
        case "frise":
            from ui.pages.timeline import TimelineView as Made
        case "et_si":
            from ui.pages.what_if import WhatIfView as Made
        case "plans":
            from ui.pages.three_plans import ThreePlansView as Made
        case "budget":
            from ui.pages.budget_view import BudgetView as Made
        case "moyens":
            from ui.pages.means import MeansView as Made
        case _:
            raise KeyError(view)
    page = Made(desk, bridge, planner)
    page.setAccessibleName(dict(VIEWS)[view])
    return page
