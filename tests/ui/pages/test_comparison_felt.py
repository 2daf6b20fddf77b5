# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Comparaison »: what is felt under the figures, and the two opinions side by side."""

from collections.abc import Callable
from pathlib import Path

from PySide6.QtWidgets import QLabel

from autodiag.model.assessment import Answered
from tests.sources import ROOT
from tests.support.shipped import shipped_questionnaire
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_felt import FeltAside, OpinionsAside

Open = Callable[..., Bridge]
ASKS: Path = ROOT / "questionnaires" / "perception"


def words(card: FeltAside) -> str:
    return " ".join(said.text() for said in card.findChildren(QLabel))


def test_B3_the_mark_stands_beside_what_others_said_the_margin_on_request(
    desk: Desk, open_dossier_of: Open
) -> None:
    answers = dict.fromkeys(shipped_questionnaire().questions, 2)
    bridge, card = open_dossier_of(answers=answers), FeltAside(desk)
    assert not card.show_beside(bridge), "nobody gave a mark"
    bridge.set_opening_mark(7)
    assert card.show_beside(bridge)
    said = words(card)
    assert card.title.text() == "Vous vous étiez noté 7 sur 10"
    assert "jugeaient leur organisation meilleure que la moyenne." in said
    assert "302\u00a0réponses · avis de personnes · repère ancien" in said
    assert "au mieux" not in said.casefold()
    card.margins = True
    assert card.show_beside(bridge)
    assert "Au mieux ±\u00a05\u00a0points." in words(card)
    assert not OpinionsAside(desk).show_beside(bridge)


def test_opinions_that_differ_are_read_first(desk: Desk, open_dossier_of: Open) -> None:
    bridge, card = open_dossier_of(folder=ASKS), OpinionsAside(desk)
    assert not card.show_beside(bridge)
    for question, choice in (
        ("per-marches", "satisfait"),
        ("per-marches-agent", "satisfait"),
        ("per-admin", "satisfait"),
        ("per-admin-agent", "mitige"),
    ):
        bridge.answer(question, Answered(choice))
    assert card.show_beside(bridge)
    table = card.table
    shown = [
        [item.text() for column in range(4) if (item := table.item(row, column))]
        for row in range(table.rowCount())
    ]
    assert shown == [
        ["Travail courant", "Satisfait", "Mitigé", "À discuter"],
        ["Achats et marchés publics", "Satisfait", "Satisfait", "Même avis"],
    ]
