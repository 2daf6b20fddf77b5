# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said once dates of the roadmap, or decisions taken together, were taken back."""

from collections.abc import Callable, Sequence
from typing import Any

from pytestqt.qtbot import QtBot

from autodiag.model.calendar import Aid, AidWindow, Closure
from autodiag.model.roadmap import Decision
from tests.support.desks import SHIPPED
from ui.bridge import Bridge
from ui.undoing import MEANS, PLANS, aim_of
from ui.undone import said_of_undone

OpenBridge = Callable[..., Bridge]
SUMMER = Closure("ete", "Été", "2027-07", "2027-08", yearly=True)
WINDOW = AidWindow("appel", "Appel à projets", "2027-01-15", "2027-03-31")


def undo(bridge: Bridge, qtbot: QtBot) -> Sequence[Any]:
    with qtbot.waitSignal(bridge.undone) as undone:
        bridge.undo()
    assert undone.args
    return undone.args[0]


def test_a_date_taken_back_is_named_and_its_view_led_to(
    open_dossier_of: OpenBridge, qtbot: QtBot
) -> None:
    bridge = open_dossier_of(folder=SHIPPED)
    bridge.set_closure(SUMMER)
    bridge.set_window(WINDOW)
    bridge.set_start("2027-03")
    bridge.remove_date("ete")
    action = next(iter(bridge.knowledge.actions.actions))
    bridge.set_aid(action, Aid(action, 1000.0))
    found = undo(bridge, qtbot)
    assert "l’aide notée pour «" in said_of_undone(found, bridge)
    assert aim_of(found, bridge) == ("feuille", action)
    said = [said_of_undone(undo(bridge, qtbot), bridge) for _ in range(4)]
    assert said == [
        "Annulé\u00a0: le retrait de la période sans travail «\u202fÉté\u202f».",
        "Annulé\u00a0: le premier mois de la feuille de route.",
        "Annulé\u00a0: l’ajout de la période d’aide «\u202fAppel à projets\u202f».",
        "Annulé\u00a0: l’ajout de la période sans travail «\u202fÉté\u202f».",
    ]
    bridge.set_start("2027-05")
    assert aim_of(undo(bridge, qtbot), bridge) == ("feuille", MEANS)


def test_decisions_taken_together_are_taken_back_together(
    open_dossier_of: OpenBridge, qtbot: QtBot
) -> None:
    bridge = open_dossier_of(folder=SHIPPED)
    first, second, third = list(bridge.knowledge.actions.actions)[:3]
    before = {third: Decision(third, "refusee", "Plus tard")}
    bridge.decide(before[third])
    together = {first: Decision(first, "retenue"), second: Decision(second, "refusee"), third: None}
    bridge.decide_all(together)
    assert dict(bridge.snapshot.decisions) == {a: d for a, d in together.items() if d}
    found = undo(bridge, qtbot)
    assert said_of_undone(found, bridge) == (
        "Annulé\u00a0: vos décisions sur 3 actions, prises ensemble."
    )
    assert aim_of(found, bridge) == ("feuille", PLANS)
    qtbot.waitUntil(lambda: dict(bridge.snapshot.decisions) == before)
