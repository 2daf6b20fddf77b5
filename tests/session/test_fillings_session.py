# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Another questionnaire shown: what is answered there is kept there, and nothing else is."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_packed, pack_questionnaire
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered
from autodiag.session import Session
from tests.dossier.samples import NOON, author
from tests.session.test_session import create
from tests.support.unscored import UNSCORED

DAY = NOON.date()


@pytest.fixture
def session(tmp_path: Path) -> Iterator[Session]:
    create(tmp_path / "essai.autodiag")
    session = Session(open_dossier(tmp_path / "essai.autodiag", author()), load_packed)
    yield session
    session.close()


def show(session: Session, number: int) -> None:
    session.turn_to(number)
    session.reload()


def answers_of(session: Session) -> list[dict[str, object]]:
    return [
        dict(session.dossier.snapshot(load_packed, number).assessment.answers) for number in (1, 2)
    ]


def test_B_a_change_goes_to_the_questionnaire_that_is_shown(session: Session) -> None:
    session.answer("out-1", Answered(3))
    assert session.begin(pack_questionnaire(UNSCORED), "sans-score", DAY) == 2
    assert session.snapshot.questionnaire.id == "sans-score"
    assert session.why_read_only is None
    session.answer("avis-note", Answered(7))
    show(session, 1)
    assert session.why_read_only is None
    session.answer("acc-1", Answered(1))
    session.note("acc-1", "à revoir")
    main = {"out-1": Answered(3), "acc-1": Answered(1)}
    assert answers_of(session) == [main, {"avis-note": Answered(7)}]
    assert session.dossier.snapshot(load_packed, 2).notes == {}
    show(session, 2)
    session.answer("avis-note", Answered(8))
    assert session.undo(), "what is taken back is the last change"
    assert answers_of(session) == [main, {"avis-note": Answered(7)}]
    session.set_facts({"ecole": True})
    assert session.snapshot.facts == {"ecole": True}, "the collectivité is the same"


def test_B_changes_wait_in_order_each_for_its_own_questionnaire(session: Session) -> None:
    session.begin(pack_questionnaire(UNSCORED), "sans-score", DAY)
    waiting = []
    session.write_with(lambda change: waiting.append(session.placed(change)))
    session.answer("avis-note", Answered(7))
    show(session, 1)
    session.answer("out-1", Answered(4))
    for change in waiting:
        change(session.dossier)
    assert answers_of(session) == [{"out-1": Answered(4)}, {"avis-note": Answered(7)}]


def test_B_what_is_shown_stays_shown_in_a_copy_saved_elsewhere(
    session: Session, tmp_path: Path
) -> None:
    session.begin(pack_questionnaire(UNSCORED), "sans-score", DAY)
    copy = tmp_path / "copie.autodiag"
    session.dossier.save_copy(copy)
    session.move_to(open_dossier(copy, author()))
    session.answer("avis-note", Answered(7))
    session.reload()
    assert session.snapshot.questionnaire.id == "sans-score"
    assert answers_of(session) == [{}, {"avis-note": Answered(7)}]


def test_A_a_year_of_the_other_leaves_the_main_one_open(session: Session) -> None:
    session.begin(pack_questionnaire(UNSCORED), "sans-score", DAY)
    session.answer("avis-note", Answered(7))
    session.start_next(DAY + timedelta(400), None)
    assert session.snapshot.assessment.to_confirm == {"avis-note"}
    show(session, 2)
    assert session.why_read_only is not None
    show(session, 1)
    assert session.why_read_only is None
    assert session.snapshot.others["sans-score"].id == 3


def test_an_answer_of_the_other_that_does_not_fit_is_left_out(session: Session) -> None:
    session.begin(pack_questionnaire(UNSCORED), "sans-score", DAY)
    session.dossier.set_answer("avis-note", Answered(77))
    show(session, 1)
    assert session.snapshot.others["sans-score"].assessment.answers == {}
