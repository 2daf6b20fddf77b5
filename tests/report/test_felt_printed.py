# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is felt, on paper: beside the measure, with its study; kept from the public edition."""

from dataclasses import replace

import pytest

from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Answered, Assessment
from autodiag.model.dossier import Filled
from autodiag.report.content import ReportContent
from autodiag.scoring.score import score
from tests.report.checks import printed
from tests.report.sample import TODAY, VILLAGE, content, levels, library
from tests.sources import ROOT

TWO: dict[str, Answer] = {
    "per-note": Answered(8),
    "per-note-agent": Answered(5),
    "per-admin": Answered("satisfait"),
    "per-admin-agent": Answered("mitige"),
    "per-marches": Answered("satisfait"),
    "per-marches-agent": Answered("satisfait"),
}


def both(*, apart: bool) -> ReportContent:
    """The diagnosis and the two opinions, the one or the other printed."""
    made = content(levels(), planned=False)
    asks = load_questionnaire(ROOT / "questionnaires" / "perception")
    said = Filled(2, asks, Assessment(asks.id, TODAY, TWO))
    shown = made.snapshot
    main = Filled(0, shown.questionnaire, shown.assessment)
    snapshot = replace(shown, main_id=shown.questionnaire.id, others={asks.id: said})
    if apart:
        others = {main.questionnaire.id: main}
        snapshot = replace(snapshot, questionnaire=asks, assessment=said.assessment, others=others)
        snapshot = replace(snapshot, assessment_id=2)
        made = replace(made, result=score(asks, said.assessment, VILLAGE, {}))
    else:
        snapshot = replace(snapshot, opening_mark=7)
    return replace(made, snapshot=snapshot, figures=library().benchmarks)


@pytest.mark.long
def test_B1_the_marks_stand_beside_the_answers_with_the_study_of_2018() -> None:
    said = printed(both(apart=False)).flat
    assert "Au départ, vous vous étiez donné 7 sur 10 ; vos réponses" in said
    assert "Vous vous étiez noté 7 sur 10" in said
    assert "Entre la note de l’élue ou de l’élu et celle de l’agent : 3 points d’écart." in said
    assert "En 2018, 78 % des agents et élus interrogés" in said
    assert "302 réponses · repère ancien. Ce sont des avis de personnes, pas des faits" in said


def test_two_opinions_are_set_side_by_side_those_that_differ_first() -> None:
    said = printed(both(apart=True)).flat
    assert "Entre la note de l’élue ou de l’élu et celle de l’agent : 3 points d’écart." in said
    table = said[said.index("Deux avis, domaine par domaine") :]
    differs, same = "Travail courant Satisfait Mitigé À discuter", "Achats et marchés publics"
    assert table.index(differs) < table.index(f"{same} Satisfait Satisfait Même avis")


def test_an_opinion_is_not_for_everyone() -> None:
    said = printed(replace(both(apart=True), public=True)).flat
    assert "Deux avis" not in said
    assert "Élue ou élu" not in said
