# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From what a page asks to the file: seen at once, written in order, «saved» only after."""

from dataclasses import replace
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.action_wording import ActionWording
from autodiag.model.assessment import Answer, Answered, Unknown
from tests.dossier.samples import author
from tests.support.builders import action
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


def test_after_a_failure_each_new_answer_tries_all_that_waits(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written, tries = Dossier._set, []

    def busy_once(self: Dossier, *given: object) -> None:
        tries.append(1)
        if len(tries) == 1:
            raise AutodiagError("dossier_occupe", fichier=self.access.path.name)
        written(self, *given)

    monkeypatch.setattr(Dossier, "_set", busy_once)
    with qtbot.waitSignal(bridge.save_failed):
        bridge.answer("out-1", Answered(1))
    with qtbot.waitSignal(bridge.saved):
        bridge.answer("acc-1", Unknown())
    assert on_disk(bridge.path) == {"out-1": Answered(1), "acc-1": Unknown()}


def test_a_failure_is_said_again_when_more_waits_and_not_otherwise(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(self: Dossier, *_: object) -> None:
        raise AutodiagError("dossier_disque_plein", fichier=self.access.path.name)

    said: list[int] = []
    bridge.save_failed.connect(lambda _: said.append(bridge.pending))
    with monkeypatch.context() as failing:
        failing.setattr(Dossier, "_set", full)
        bridge.answer("out-1", Answered(1))
        qtbot.waitUntil(lambda: said == [1])
        bridge.retry()
        bridge.finish()
        assert said == [1]
        bridge.answer("out-1", Answered(2))
        qtbot.waitUntil(lambda: said == [1, 2])
    assert bridge.finish()


def test_D2_what_waits_while_the_file_is_copied_goes_to_the_copy(
    bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    old = bridge.path
    bridge.answer("out-1", Answered(1))
    assert bridge.finish()
    bridge.hold()
    bridge.answer("acc-1", Answered(3))
    bridge.retry()
    assert not bridge.finish()
    bridge.dossier.save_copy(tmp_path / "copie.autodiag")
    with qtbot.waitSignal(bridge.saved):
        bridge.move_to(open_dossier(tmp_path / "copie.autodiag", author()))
    assert bridge.path == tmp_path / "copie.autodiag"
    assert on_disk(bridge.path) == {"out-1": Answered(1), "acc-1": Answered(3)}
    assert on_disk(old) == {"out-1": Answered(1)}


def test_a_bug_in_a_write_keeps_what_waits_and_is_told(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken(self: Dossier, *_: object) -> None:
        raise RuntimeError("a bug")

    with monkeypatch.context() as failing, qtbot.captureExceptions() as raised:
        failing.setattr(Dossier, "_set", broken)
        with qtbot.waitSignal(bridge.save_failed) as failed:
            bridge.answer("out-1", Answered(1))
        assert not bridge.finish()
    assert isinstance(failed.args[0], RuntimeError)
    assert raised[0][0] is RuntimeError
    assert bridge.pending == 1
    assert bridge.finish()
    assert on_disk(bridge.path) == {"out-1": Answered(1)}


@pytest.mark.logs_warning
def test_a_value_that_cannot_be_kept_does_not_hold_back_the_others(
    bridge: Bridge, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    written = Dossier.set_note

    def unfit(self: Dossier, question: str, text: str) -> None:
        raise ValueError("would not be readable again")

    monkeypatch.setattr(Dossier, "set_note", unfit)
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.note("out-1", "un mot")
        bridge.answer("out-1", Answered(2))
    assert refused.args[0].code == "dossier_modification_impossible"
    assert bridge.finish()
    assert on_disk(bridge.path) == {"out-1": Answered(2)}
    monkeypatch.setattr(Dossier, "set_note", written)


def test_undo_says_what_it_took_back(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.answer("out-1", Answered(1))
    with qtbot.waitSignal(bridge.undone) as undone:
        bridge.undo()
    assert [(change.subject, change.item) for change in undone.args[0]] == [("answers", "out-1")]
    with qtbot.waitSignal(bridge.undone) as undone:
        bridge.undo()
    assert undone.args[0] == ()
    assert bridge.finish()


def test_the_actions_follow_what_the_collectivite_is(bridge: Bridge) -> None:
    """They are worded once: a plan that rests on the same words is not outdated by an answer."""
    base = action("copies")
    own = ActionWording(base.title, base.why, base.steps, base.indicator)
    said = replace(own, title="Copier, avec les communes")
    known, worded = bridge._known, replace(base, wordings={"": own, "epci": said})
    bridge._known = replace(known, actions=replace(known.actions, actions={"copies": worded}))
    assert bridge.knowledge is bridge._known
    bridge.set_authority(replace(bridge.snapshot.authority, kind="epci"))
    read = bridge.knowledge
    assert read.actions.actions["copies"].title == "Copier, avec les communes"
    bridge.answer("out-1", Answered(2))
    assert bridge.knowledge is read
    bridge.set_authority(replace(bridge.snapshot.authority, kind="commune"))
    assert bridge.knowledge.actions.actions["copies"].title == base.title
