# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The pictures of the other questionnaires, of what they propose, and of an intercommunalité."""

from functools import partial

from tests.gallery.acts import diagnosis, other, other_questionnaires
from tests.gallery.acts_wider import given, other_reached, proposals
from tests.gallery.scene import Scene
from ui.pages.comparison_felt import FeltAside

BAROMETER, POLITICS = "numerique-et-collectivites", "politique-numerique"
THREE = ("service", "information", "agents")


def _shown(name: str, questionnaire: str, page: str, detail: str = "") -> Scene:
    """Another questionnaire of the dossier, on one of its pages."""
    act = partial(other, questionnaire=questionnaire, page=page, detail=detail)
    return Scene(name, "autres", "collectivite", act=act, undo=diagnosis)


OTHER_SCENES = (
    Scene("epci-comparaison", "epci", "comparaison"),
    Scene("autres-collectivite", "autres", "collectivite", act=other_questionnaires),
    _shown("barometre-collectivite", BAROMETER, "collectivite"),
    _shown("barometre-questions", BAROMETER, "questions", "inc-3"),
    _shown("barometre-nombre", BAROMETER, "questions", "inf-3a"),
    _shown("barometre-comparaison", BAROMETER, "comparaison"),
    _shown("barometre-imprimer", BAROMETER, "imprimer"),
    _shown("perception-questions", "perception", "questions", "per-note"),
    _shown("perception-comparaison", "perception", "comparaison"),
    _shown("politique-questions", POLITICS, "questions", "axe-energie"),
    _shown("politique-comparaison", POLITICS, "comparaison"),
    Scene(
        "perception-impression",
        "autres",
        "collectivite",
        act=partial(other_reached, questionnaire="perception", kind=FeltAside),
        undo=diagnosis,
    ),
    Scene(
        "perception-trois",
        "autres",
        "collectivite",
        act=partial(given, questionnaire="perception", question="per-benefices", answer=THREE),
        undo=diagnosis,
    ),
    Scene(
        "barometre-ecartee",
        "autres",
        "collectivite",
        act=partial(given, questionnaire=BAROMETER, question="inc-1", answer="non", detail="inc-2"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-proposees",
        "propositions",
        "collectivite",
        act=partial(proposals, questionnaire=BAROMETER),
        undo=diagnosis,
    ),
)
