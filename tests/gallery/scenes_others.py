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
OTHER_SCENES = (
    Scene("epci-comparaison", "epci", "comparaison"),
    Scene("autres-collectivite", "autres", "collectivite", act=other_questionnaires),
    Scene(
        "barometre-collectivite",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="collectivite"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-questions",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="questions", detail="inc-3"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-nombre",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="questions", detail="inf-3a"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-comparaison",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="comparaison"),
        undo=diagnosis,
    ),
    Scene(
        "barometre-imprimer",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=BAROMETER, page="imprimer"),
        undo=diagnosis,
    ),
    Scene(
        "perception-questions",
        "autres",
        "collectivite",
        act=partial(other, questionnaire="perception", page="questions", detail="per-note"),
        undo=diagnosis,
    ),
    Scene(
        "perception-comparaison",
        "autres",
        "collectivite",
        act=partial(other, questionnaire="perception", page="comparaison"),
        undo=diagnosis,
    ),
    Scene(
        "politique-questions",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=POLITICS, page="questions", detail="axe-energie"),
        undo=diagnosis,
    ),
    Scene(
        "politique-comparaison",
        "autres",
        "collectivite",
        act=partial(other, questionnaire=POLITICS, page="comparaison"),
        undo=diagnosis,
    ),
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
