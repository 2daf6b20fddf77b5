# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From what a page asks to the file: seen at once, written in order, «saved» only after."""

from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Answered, Unknown
from tests.dossier.samples import author
from ui.bridge import Bridge


def on_disk(path: Path) -> dict[str, Answer]:
    with open_dossier(path, author("Paul")) as other:
        return dict(other.assessment().answers)


def test_an_answer_is_seen_at_once_and_said_saved_once_it_is_on_disk(
    bridge: Bridge, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bridge.saved) as saved:
        with qtbot.waitSignal(bridge.changed, timeout=0):
            bridge.answer("out-1", Answered(2))
        assert bridge.snapshot.assessment.answers == {"out-1": Answered(2)}
        assert bridge.pending == 1
    assert bridge.pending == 0
    assert on_disk(bridge.path) == {"out-1": Answered(2)}
    assert f"{saved.args[0]:%H:%M}" == "10:42"


def test_D2_a_hundred_answers_are_written_in_their_order(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.saved, timeout=10_000):
        for number in range(100):
            bridge.answer("out-1", Answered(number % 5))
    history = [change.new for change in bridge.dossier.history(limit=100)]
    assert len(history) == 100
    assert on_disk(bridge.path) == {"out-1": Answered(99 % 5)}


def test_a_failure_keeps_every_answer_until_it_is_tried_again(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Dossier._set

    def full(self: Dossier, *_: object) -> None:
        raise AutodiagError("dossier_disque_plein", fichier=self.access.path.name)

    monkeypatch.setattr(Dossier, "_set", full)
    with qtbot.waitSignal(bridge.save_failed) as failed:
        bridge.answer("out-1", Answered(1))
    bridge.answer("acc-1", Unknown())
    assert failed.args[0].code == "dossier_disque_plein"
    assert (bridge.pending, on_disk(bridge.path)) == (2, {})
    assert not bridge.finish()
    monkeypatch.setattr(Dossier, "_set", written)
    with qtbot.waitSignal(bridge.saved):
        bridge.retry()
    assert on_disk(bridge.path) == {"out-1": Answered(1), "acc-1": Unknown()}


def test_undo_goes_through_the_file_and_is_shown(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.answer("out-1", Answered(1))
    bridge.answer("out-1", Answered(4))
    bridge.undo()
    qtbot.waitUntil(lambda: bridge.snapshot.assessment.level("out-1") == 1)
    bridge.redo()
    qtbot.waitUntil(lambda: bridge.snapshot.assessment.level("out-1") == 4)
    assert on_disk(bridge.path) == {"out-1": Answered(4)}


def test_an_answer_given_while_undo_is_read_is_not_lost(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.answer("out-1", Answered(1))
    bridge.undo()
    bridge.answer("acc-1", Answered(3))
    with qtbot.waitSignal(bridge.saved):
        pass
    qtbot.waitUntil(lambda: bridge.snapshot.assessment.answers == {"acc-1": Answered(3)})


def test_a_text_that_can_never_be_written_is_given_up_and_said(
    bridge: Bridge, qtbot: QtBot
) -> None:
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.note("out-1", "un mot \ud800 impossible")
    assert refused.args[0].code == "dossier_texte_impossible"
    qtbot.waitUntil(lambda: not bridge.snapshot.notes)
    with qtbot.waitSignal(bridge.saved):
        bridge.answer("out-1", Answered(3))
