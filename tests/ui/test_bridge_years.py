# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Marks, evidence, handover notes and the next year, from what a page asks to the file."""

from datetime import date
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from autodiag.dossier.opening import open_dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered, Unknown
from autodiag.model.dossier import HandoverNote
from tests.dossier.samples import author, load_packed
from ui.bridge import Bridge
from ui.undone import said_of_undone

NEXT = date(2027, 11, 20)


def attached(bridge: Bridge, qtbot: QtBot, path: Path, title: str) -> str:
    """The id of what was attached to out-1."""
    bridge.attach_file("out-1", path, title)
    qtbot.waitUntil(lambda: any(one.title == title for one in at(bridge)))
    return next(one.id for one in at(bridge) if one.title == title)


def at(bridge: Bridge):
    return bridge.snapshot.evidence.get("out-1", ())


def begun(bridge: Bridge, qtbot: QtBot):
    """What became of everything."""
    with qtbot.waitSignal(bridge.next_started) as started:
        bridge.start_next(NEXT)
    return started.args[0]


@pytest.fixture
def pdf(tmp_path: Path) -> Path:
    path = tmp_path / "Devis.pdf"
    path.write_bytes(b"%PDF-1.4 " + b"x" * 5000)
    return path


def test_a_mark_is_seen_at_once_written_and_taken_back(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.saved):
        bridge.set_to_review("out-1", True)
        assert bridge.snapshot.assessment.to_review == {"out-1"}
    with qtbot.waitSignal(bridge.undone) as undone:
        bridge.undo()
    qtbot.waitUntil(lambda: not bridge.snapshot.assessment.to_review)
    assert said_of_undone(undone.args[0], bridge).startswith(
        "Annulé\u00a0: la marque «\u202fà revoir\u202f» de"
    )


def test_a_file_is_copied_into_the_dossier_and_given_back(
    bridge: Bridge, qtbot: QtBot, pdf: Path, tmp_path: Path
) -> None:
    key = attached(bridge, qtbot, pdf, "Le devis")
    content = pdf.read_bytes()
    pdf.unlink()
    (one,) = at(bridge)
    assert (one.file_name, one.size, one.who) == ("Devis.pdf", len(content), "Marie")
    told: list[Path] = []
    bridge.save_evidence(key, tmp_path / "copie.pdf", told.append)
    qtbot.waitUntil(lambda: told == [tmp_path / "copie.pdf"])
    assert told[0].read_bytes() == content


def test_evidence_taken_away_comes_back_by_undo(bridge: Bridge, qtbot: QtBot, pdf: Path) -> None:
    key = attached(bridge, qtbot, pdf, "Le devis")
    with qtbot.waitSignal(bridge.saved):
        bridge.remove_evidence(key)
        assert not at(bridge)
    with qtbot.waitSignal(bridge.undone) as undone:
        bridge.undo()
    qtbot.waitUntil(lambda: [one.kept for one in at(bridge)] == [True])
    assert said_of_undone(undone.args[0], bridge) == (
        "Annulé\u00a0: le retrait de la pièce «\u202fLe devis\u202f»."
    )


def test_a_file_that_does_not_suit_is_refused_and_the_rest_goes_on(
    bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    heavy = tmp_path / "plan.pdf"
    heavy.write_bytes(b"x" * 12_000_000)
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.attach_file("out-1", heavy, "")
        bridge.answer("out-1", Answered(2))
    assert refused.args[0].sentence.startswith(
        "Ce fichier pèse 12\u00a0Mo\u00a0: la limite est de 5\u00a0Mo."
    )
    assert bridge.finish()
    qtbot.waitUntil(lambda: bridge.snapshot.assessment.level("out-1") == 2)
    assert not at(bridge)


def test_a_mention_and_a_handover_note_are_kept(bridge: Bridge, qtbot: QtBot) -> None:
    note = HandoverNote("site", "Classeur bleu", "Mme Ba")
    bridge.attach_reference("out-1", "Le contrat, au secrétariat")
    bridge.set_handover("site", note)
    assert bridge.snapshot.handover == {"site": note}
    qtbot.waitUntil(lambda: [one.title for one in at(bridge)] == ["Le contrat, au secrétariat"])
    bridge.set_handover("site", None)
    assert bridge.finish()
    with open_dossier(bridge.path, author("Paul")) as other:
        assert not other.snapshot(load_packed).handover


def test_what_is_no_longer_there_cannot_be_saved_elsewhere(
    bridge: Bridge, qtbot: QtBot, tmp_path: Path
) -> None:
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.save_evidence("inconnue", tmp_path / "a.pdf", lambda _: None)
    assert refused.args[0].code == "piece_absente"


def test_D7_the_next_year_begins_with_last_year_s_answers_to_confirm(
    bridge: Bridge, qtbot: QtBot
) -> None:
    bridge.answer("out-1", Answered(3))
    bridge.answer("acc-1", Unknown())
    bridge.note("out-1", "vu avec Luc")
    bridge.set_to_review("out-1", True)
    started = begun(bridge, qtbot)
    now = bridge.snapshot
    assert (now.assessment.day, bridge.is_latest, bridge.writable) == (NEXT, True, True)
    assert now.assessment.answers == {"out-1": Answered(3), "acc-1": Unknown()}
    assert now.assessment.to_confirm == {"out-1", "acc-1"}
    assert (now.assessment.to_review, now.notes) == (frozenset(), {"out-1": "vu avec Luc"})
    assert (started.newer, started.transfer.aside) == (False, ())
    assert [(one.answered, one.to_confirm) for one in now.assessments] == [(2, 0), (2, 2)]
    bridge.answer("out-1", Answered(3))
    bridge.confirm("acc-1")
    assert not bridge.snapshot.assessment.to_confirm
    assert [one.to_confirm for one in bridge.snapshot.assessments] == [0, 0]
    assert bridge.finish()


def test_while_the_next_year_is_begun_nothing_can_be_changed(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.answer("out-1", Answered(3))
    with qtbot.waitSignal(bridge.next_started):
        with qtbot.waitSignal(bridge.changed, timeout=0):
            bridge.start_next(NEXT)
        assert not bridge.writable
        with pytest.raises(AutodiagError):
            bridge.answer("out-1", Answered(1))
    assert bridge.writable
    assert len(bridge.snapshot.assessments) == 2


def test_an_older_year_is_shown_and_can_only_be_read(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.answer("out-1", Answered(3))
    begun(bridge, qtbot)
    bridge.answer("out-1", Answered(4))
    first, second = (one.id for one in bridge.snapshot.assessments)
    bridge.choose_assessment(first)
    qtbot.waitUntil(lambda: bridge.snapshot.assessment.level("out-1") == 3)
    assert bridge.why_read_only is not None
    assert bridge.why_read_only.code == "older_assessment"
    for change in (bridge.undo, lambda: bridge.answer("out-1", None)):
        with pytest.raises(AutodiagError):
            change()
    bridge.choose_assessment(second)
    qtbot.waitUntil(lambda: bridge.snapshot.assessment.level("out-1") == 4)
    assert (bridge.is_latest, bridge.writable) == (True, True)
    with pytest.raises(KeyError):
        bridge.choose_assessment(9)


def test_undo_does_not_reach_behind_the_beginning_of_a_year(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.answer("out-1", Answered(3))
    begun(bridge, qtbot)
    with qtbot.waitSignal(bridge.undone) as undone:
        bridge.undo()
    assert undone.args[0] == ()
    assert bridge.finish()
    qtbot.wait(1)
    assert bridge.snapshot.assessments[0].answered == 1


def test_a_day_before_the_latest_is_refused(bridge: Bridge, qtbot: QtBot) -> None:
    with qtbot.waitSignal(bridge.refused) as refused:
        bridge.start_next(date(2020, 1, 1))
    assert refused.args[0].code == "diagnostic_date_anterieure"
    qtbot.waitUntil(lambda: bridge.writable)
    assert len(bridge.snapshot.assessments) == 1


def test_D3_who_gave_each_answer_is_read_from_the_journal(bridge: Bridge, qtbot: QtBot) -> None:
    bridge.answer("out-1", Answered(3))
    assert bridge.finish()
    assert bridge.answered_by() == {"out-1": ("2026-11-21T10:42:00", "Marie")}
