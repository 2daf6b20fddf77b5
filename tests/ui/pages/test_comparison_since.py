# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Comparaison », without a score: what is only taken over is not said to be unchanged."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from autodiag.model.assessment import Answered
from tests.sources import ROOT
from tests.support.plain import plain
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.comparison_since import ComparisonSince

ASKS = ROOT / "questionnaires" / "perception"


def said(card: ComparisonSince, bridge: Bridge) -> str:
    assert card.show_beside(bridge)
    return plain("\n".join(one.text() for one in card._inside.findChildren(QLabel)))


def test_the_answers_of_before_are_compared_once_one_is_confirmed(
    qtbot: QtBot, desk: Desk, open_dossier_of: Callable[..., Bridge]
) -> None:
    bridge, card = open_dossier_of(folder=ASKS), ComparisonSince(desk)
    qtbot.addWidget(card)
    bridge.answer("per-note", Answered(8))
    bridge.answer("per-note-agent", Answered(5))
    with qtbot.waitSignal(bridge.turned):
        bridge.start_next(date(bridge.snapshot.assessment.day.year + 1, 11, 20))
    early = said(card, bridge)
    assert "2 réponses reprises ne sont pas encore confirmées : rien à comparer" in early
    assert "Aucune réponse n’a changé" not in early
    bridge.confirm("per-note")
    later = said(card, bridge)
    assert "Aucune réponse n’a changé" in later
    assert "1 réponse reprise n’est pas encore confirmée : elle compte" in later
