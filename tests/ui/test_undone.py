# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What was taken back is named: which fact, which field, which action."""

from collections.abc import Callable
from dataclasses import replace

import pytest
from pytestqt.qtbot import QtBot

from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import HandoverNote
from autodiag.model.roadmap import Decision, OwnAction, Span
from tests.support.plain import plain
from tests.ui.conftest import OpenBridge
from ui.bridge import Bridge
from ui.undone import said_of_undone

OWN = OwnAction("own-1", "Ouvrir la mairie le samedi", Span(1, 2), Span(0, 0), "6-18")
Change = Callable[[Bridge], None]


def correct(bridge: Bridge, **fields: object) -> None:
    bridge.set_authority(replace(bridge.snapshot.authority, **fields))


def take_another(bridge: Bridge) -> None:
    bridge.set_authority(LocalAuthority("Grandbourg", insee="42998", population=4_200))


def decide(bridge: Bridge) -> None:
    bridge.decide(Decision(next(iter(bridge.knowledge.actions.actions)), "retenue"))


CASES: tuple[tuple[Change, str], ...] = (
    (
        lambda b: b.set_facts({"ecole": True}),
        "votre réponse à « La commune gère-t-elle une école ? »",
    ),
    (lambda b: correct(b, population=700), "le nombre d’habitants"),
    (lambda b: correct(b, name="Montbrelle-le-Haut"), "le nom de la collectivité"),
    (
        lambda b: correct(b, name="Le Haut", population=1),
        "le nom de la collectivité et le nombre d’habitants",
    ),
    (take_another, "le choix d’une autre collectivité"),
    (lambda b: b.set_own_action(OWN), "l’ajout de l’action « Ouvrir la mairie le samedi »"),
    (
        lambda b: b.set_handover("site", HandoverNote("site", "Classeur", "")),
        "la note de passation « ",
    ),
    (lambda b: b.note("str-1", "à voir"), "votre note sur « "),
    (decide, "votre décision sur « "),
)


@pytest.mark.parametrize(("change", "said"), CASES)
def test_what_is_taken_back_is_named(
    qtbot: QtBot, open_dossier_of: OpenBridge, change: Change, said: str
) -> None:
    bridge = open_dossier_of()
    change(bridge)
    with qtbot.waitSignal(bridge.undone) as undone:
        bridge.undo()
    told = plain(said_of_undone(undone.args[0], bridge))
    assert told.startswith(f"Annulé : {said}")


def test_an_action_is_said_to_be_changed_or_taken_away(
    qtbot: QtBot, open_dossier_of: OpenBridge
) -> None:
    bridge = open_dossier_of()
    bridge.set_own_action(OWN)
    bridge.set_own_action(replace(OWN, title="Ouvrir le lundi"))
    bridge.remove_own_action(OWN.id)
    said: list[str] = []
    for _ in range(2):
        with qtbot.waitSignal(bridge.undone) as undone:
            bridge.undo()
        said.append(said_of_undone(undone.args[0], bridge).replace("\u202f", " "))
    assert [one.removeprefix("Annulé\u00a0: ") for one in said] == [
        "le retrait de l’action « Ouvrir le lundi ».",
        "la modification de l’action « Ouvrir le lundi ».",
    ]
