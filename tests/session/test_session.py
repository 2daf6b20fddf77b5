# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The session: the only truth while a dossier is open. Each change is on disk when it returns."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_packed, load_questionnaire, pack_questionnaire
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.dossier.opening import open_dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown, Value
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Result
from autodiag.session import Session
from tests.dossier.samples import NOON, author

FIVE = Path(__file__).parent.parent / "data" / "questionnaires" / "cinq-questions"
VILLAGE = LocalAuthority("Saint-Exemple", population=612)


def create(path: Path, folder: Path = FIVE) -> None:
    new = NewDossier(VILLAGE, pack_questionnaire(folder), "cinq-questions", NOON.date())
    create_dossier(path, author(), new).close()


def opened(path: Path) -> Session:
    return Session(open_dossier(path, author()), load_packed)


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = opened(path)
    yield session
    session.close()


def heard_by(session: Session) -> list[Result]:
    """The results that a listener is told, from now on."""
    heard: list[Result] = []
    session.subscribe(lambda told: heard.append(told.result))
    return heard


def on_disk(path: Path) -> dict[str, Answer]:
    """The answers that someone else reads now."""
    with open_dossier(path, author("Paul")) as other:
        return dict(other.assessment().answers)


def bounds(result: Result, theme: str) -> tuple[Fraction, Fraction] | None:
    found = next(one for one in result.themes if one.theme == theme).range
    return None if found is None else (found.low, found.high)


@pytest.mark.parametrize("value", [9, -1, 2.5, 3.0, "a", ("a",)])
def test_S2_a_value_that_the_question_cannot_take_is_refused(
    session: Session, value: Value
) -> None:
    heard = heard_by(session)
    with pytest.raises(ValueError, match="out-1"):
        session.answer("out-1", Answered(value))
    assert not heard
    assert not session.dossier.assessment().answers


def test_S2_a_stored_value_of_no_level_counts_as_unanswered_until_answered_again(
    path: Path,
) -> None:
    with open_dossier(path, author()) as dossier:
        dossier.set_answers({"out-1": Answered(9), "out-3": Answered(12)})
    session = opened(path)
    try:
        assert list(session.faults) == ["out-1"]
        assert set(session.snapshot.assessment.answers) == {"out-3"}
        assert bounds(session.result, "outils") == (0, 4)
        session.answer("out-1", Answered(2))
        assert not session.faults
        assert session.undo()
        assert list(session.faults) == ["out-1"]
    finally:
        session.close()


def test_an_answer_makes_a_result_and_listeners_are_told_once(session: Session) -> None:
    assert bounds(session.result, "outils") == (0, 4)
    heard = heard_by(session)
    session.answer("out-1", Answered(3))
    assert bounds(session.result, "outils") == (3, 3)
    assert heard == [session.result]


@pytest.mark.parametrize(
    ("question", "answer"),
    [
        ("out-1", Answered(0)),
        ("out-2", Answered("agent")),
        ("out-3", Answered(12.5)),
        ("acc-2", Answered(("guichet", "courriel"))),
        ("acc-3", Answered(10)),
        ("out-1", Unknown()),
        ("out-1", NotConcerned("Pas d’ordinateur")),
    ],
)
def test_D2_an_answer_is_on_disk_when_it_returns(
    session: Session, path: Path, question: str, answer: Answer
) -> None:
    session.answer(question, answer)
    assert on_disk(path) == {question: answer} == dict(session.snapshot.assessment.answers)
    session.answer(question, None)
    assert on_disk(path) == {} == dict(session.snapshot.assessment.answers)


def test_what_is_kept_in_memory_is_what_is_read_again(session: Session, path: Path) -> None:
    session.answer("out-1", Answered(2))
    session.answer("out-3", Answered(7))
    session.set_facts({"ecole": True})
    session.close()
    again = opened(path)
    assert again.snapshot == session.snapshot
    assert again.result == session.result
    again.close()


def test_a_listener_that_stops_is_told_no_more(session: Session) -> None:
    heard: list[Result] = []
    stop = session.subscribe(lambda told: heard.append(told.result))
    session.answer("out-1", Answered(1))
    stop()
    session.answer("out-1", Answered(2))
    assert len(heard) == 1


def test_a_listener_may_stop_while_it_is_told(session: Session) -> None:
    first: list[int] = []
    second: list[int] = []

    def once(_: object) -> None:
        first.append(1)
        stop()

    stop = session.subscribe(once)
    session.subscribe(lambda _: second.append(1))
    session.answer("out-1", Answered(1))
    session.answer("out-1", Answered(2))
    assert (len(first), len(second)) == (1, 2)


def test_a_snapshot_does_not_change_with_the_session(session: Session) -> None:
    before = session.snapshot
    session.answer("out-1", Answered(4))
    session.set_facts({"ecole": True})
    assert not before.assessment.answers
    assert not before.facts


def test_D3_undo_and_redo_follow_the_journal(session: Session, path: Path) -> None:
    session.answer("out-1", Answered(1))
    session.answer("out-1", Answered(4))
    heard = heard_by(session)
    assert session.undo()
    assert bounds(session.result, "outils") == (1, 1)
    assert on_disk(path) == {"out-1": Answered(1)}
    assert session.redo()
    assert bounds(session.result, "outils") == (4, 4)
    assert len(heard) == 2
    assert session.undo()
    assert session.undo()
    assert not session.undo()
    assert not session.snapshot.assessment.answers
    assert on_disk(path) == {}


def test_D3_facts_are_undone_too(session: Session) -> None:
    session.set_facts({"ecole": False})
    assert session.undo()
    assert not session.snapshot.facts
    assert session.redo()
    assert session.snapshot.facts == {"ecole": False}


def test_S2_a_fact_changes_what_applies_and_deletes_no_answer(session: Session, path: Path) -> None:
    session.answer("acc-1", Answered(3))
    assert bounds(session.result, "accueil") == (3, 3)
    session.set_facts({"ecole": False})
    assert bounds(session.result, "accueil") is None
    assert on_disk(path) == {"acc-1": Answered(3)}
    session.set_facts({"ecole": None})  # S1: unknown again, the question is asked
    assert "ecole" not in session.snapshot.facts
    assert bounds(session.result, "accueil") == (3, 3)
    session.set_facts({"ecole": True})
    assert bounds(session.result, "accueil") == (3, 3)


def test_an_answer_keeps_the_wording_it_was_given_under(session: Session, path: Path) -> None:
    session.answer("out-1", Answered(2))
    session.dossier.set_authority(replace(VILLAGE, population=38_000))
    session.reload()
    assert session.variant("out-1") == "grande"
    assert session.snapshot.assessment.answers["out-1"] == Answered(2, "")
    session.answer("out-1", Answered(2))
    assert on_disk(path)["out-1"] == Answered(2, "grande")


def test_a_wording_given_from_outside_is_not_believed(session: Session) -> None:
    session.answer("out-1", Answered(2, "epci"))
    assert session.snapshot.assessment.answers["out-1"] == Answered(2, "")


def test_D7_the_questionnaire_is_read_again_only_when_it_is_another_one(
    path: Path, tmp_path: Path
) -> None:
    read: list[str] = []

    def load(text: str) -> Questionnaire:
        read.append(text)
        return load_packed(text)

    session = Session(open_dossier(path, author()), load)
    session.answer("out-1", Answered(2))
    session.reload()
    assert len(read) == 1
    newer = tmp_path / "newer"
    shutil.copytree(FIVE, newer)
    root = newer / "questionnaire.toml"
    root.write_text(root.read_text("utf-8").replace("version = 1", "version = 2"), "utf-8")
    answers = session.snapshot.assessment.answers
    session.dossier.replace_questionnaire(pack_questionnaire(newer), "cinq-questions", answers)
    heard = heard_by(session)
    session.reload()
    assert session.snapshot.questionnaire == load_questionnaire(newer)
    assert session.snapshot.questionnaire.version == 2
    assert bounds(session.result, "outils") == (2, 2)
    assert (len(read), len(heard)) == (2, 1)
    assert session.undo()
    assert session.snapshot.questionnaire.version == 1
    assert session.snapshot.assessment.level("out-1") == 2
    session.close()


def test_D5_a_second_session_reads_and_cannot_change(session: Session, path: Path) -> None:
    session.answer("out-1", Answered(1))
    other = Session(open_dossier(path, author("Paul")), load_packed)
    heard = heard_by(other)
    before = other.snapshot
    with pytest.raises(AutodiagError) as caught:
        other.answer("out-1", Answered(4))
    assert caught.value.code == "dossier_ouvert_ailleurs"
    for change in (other.undo, other.redo, lambda: other.set_facts({"ecole": True})):
        with pytest.raises(AutodiagError):
            change()
    assert (other.snapshot, heard) == (before, [])
    other.close()
    assert on_disk(path) == {"out-1": Answered(1)}


def test_closing_twice_does_nothing(session: Session) -> None:
    session.close()
    session.close()
    lock = session.dossier.access.lock
    assert lock is not None
    assert not lock.present()
