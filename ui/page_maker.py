# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Makes the page of an id, and imports it only then: the window opens without any."""

from collections.abc import Mapping
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.desk import Desk
    from ui.pages.page import Page

STEPS = ("questions", "resultats", "comparaison", "feuille", "imprimer")
"""The five pages of the stepper, in order."""
NEED_SCORE = frozenset(("resultats", "obligations", "feuille"))
STEP_OF = {
    "obligations": "resultats",
    "collectivite": "",
    "passation": "",
    "sources": "comparaison",
}
"""The step that is shown as current on the pages that are none."""
NAMES: Mapping[str, str] = MappingProxyType(
    {
        "collectivite": "Votre collectivité",
        "questions": "Questions",
        "resultats": "Résultats",
        "comparaison": "Comparaison",
        "obligations": "Obligations",
        "feuille": "Feuille de route",
        "imprimer": "Imprimer",
        "passation": "Passation",
        "sources": "Toutes les sources",
    }
)
"""What is said of each page to who does not see it."""


def all_answered(bridge: "Bridge") -> bool:
    """Whether no question waits for an answer."""
    from ui.pages.questions_path import QuestionPath

    return not QuestionPath(bridge.snapshot).open


def first_page(bridge: "Bridge") -> str:
    """Where to go on: who they are, the questions, or the results once all is answered."""
    if not bridge.snapshot.assessment.answers:
        return "collectivite"
    return "resultats" if all_answered(bridge) or not bridge.writable else "questions"


def place_for(bridge: "Bridge", page_id: str) -> str:
    """Where a page is gone to: without a score, what would show one leads beside the studies."""
    unscored = bridge.questionnaire.scoring is None
    return "comparaison" if unscored and page_id in NEED_SCORE else page_id


def make_page(page_id: str, desk: "Desk", bridge: "Bridge") -> "Page":
    """A new page on the open dossier."""
    match page_id:
        case "collectivite":
            from ui.pages.authority import AuthorityPage as Made
        case "questions":
            from ui.pages.questions import QuestionsPage as Made
        case "resultats":
            from ui.pages.results import ResultsPage as Made
        case "comparaison":
            from ui.pages.comparison import ComparisonPage as Made
        case "obligations":
            from ui.pages.obligations import ObligationsPage as Made
        case "feuille":
            from ui.pages.plan import PlanPage as Made
        case "imprimer":
            from ui.pages.printing import PrintingPage as Made
        case "passation":
            from ui.pages.handover import HandoverPage as Made
        case "sources":
            from ui.pages.figures import FiguresPage as Made
        case _:
            raise KeyError(page_id)
    page = Made(desk, bridge)
    page.setAccessibleName(NAMES[page_id])
    return page
