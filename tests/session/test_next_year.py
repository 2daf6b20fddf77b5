# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The next year's assessment, begun from this one's: what moves, what is marked, what is left."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_packed, pack_questionnaire
from autodiag.dossier.evidence import Attachment
from autodiag.dossier.next_year import start_next
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered, Unknown
from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Decision
from autodiag.session import Session
from tests.catalogue.files import DESK, FIVE, ROOT, TOOLS, Folder, copied
from tests.dossier.samples import NOON, author

NEXT = date(2027, 11, 20)
FILE = Attachment("Devis.pdf", b"x" * 1000)
PACKED = pack_questionnaire(FIVE)


@pytest.fixture
def session(path: Path) -> Iterator[Session]:
    session = Session(open_dossier(path, author()), load_packed)
    yield session
    session.close()


def newer(folder: Folder, **ids: str) -> Folder:
    """Version 2, some questions under a new id, and the renaming written."""
    for old, new in ids.items():
        was, now = (f'"{text.replace("_", "-")}"' for text in (old, new))
        for file in (TOOLS, DESK, ROOT):
            text = (folder.path / file).read_text(encoding="utf-8")
            folder.write(file, text.replace(was, now))
    lines = [f'{old.replace("_", "-")} = ["{new}"]' for old, new in ids.items()]
    folder.replace(ROOT, "version = 1", "version = 2")
    return folder.append(ROOT, "\n".join(lines) + "\n")


def test_D7_answers_notes_and_evidence_follow_and_the_rest_does_not(session: Session) -> None:
    session.answer("out-1", Answered(3))
    session.answer("acc-1", Unknown())
    session.note("acc-2", "sans réponse, mais notée")
    session.set_opening_mark(6)
    session.set_to_review("out-1", True)
    session.set_contributor("outils", "Mme Ba")
    session.set_contributor("disparu", "M. Ly")
    session.store_plan(StoredPlan("{}", "ab", "2026-11-21"))
    session.decide(Decision("out-a1", "retenue"))
    session.dossier.attach("out-1", "Le devis", FILE)
    session.reload()
    before = session.snapshot
    started = session.start_next(NEXT, PACKED)
    now = session.snapshot
    assert now.assessment.answers == before.assessment.answers
    assert now.assessment.to_confirm == {"out-1", "acc-1"}
    assert (now.notes, now.evidence) == (before.notes, before.evidence)
    assert (now.decisions, now.authority) == (before.decisions, before.authority)
    assert now.contributors == {"outils": "Mme Ba"}
    assert (now.assessment.to_review, now.opening_mark, now.plan) == (frozenset(), None, None)
    assert (started.number, started.day, started.before) == (2, NEXT, before.assessment.day)
    assert [brief.day for brief in now.assessments] == [before.assessment.day, NEXT]
    assert session.result == session._score()
    session.turn_to(1)
    session.reload()
    assert session.snapshot.assessment == before.assessment
    assert session.snapshot.plan == before.plan


def test_D7_a_renamed_question_takes_its_answer_note_and_evidence_along(
    session: Session, tmp_path: Path
) -> None:
    session.answer("out-3", Answered(12))
    session.note("out-3", "douze")
    session.dossier.attach("out-3", "Le devis", FILE)
    session.reload()
    folder = newer(copied(tmp_path / "q"), out_3="out-9")
    started = session.start_next(NEXT, pack_questionnaire(folder.path))
    now = session.snapshot
    assert started.newer
    assert [(one.old, one.new) for one in started.transfer.renamed] == [("out-3", "out-9")]
    assert (now.questionnaire.version, now.assessment.answers) == (2, {"out-9": Answered(12)})
    assert (now.notes, list(now.evidence)) == ({"out-9": "douze"}, ["out-9"])
    assert session.answered_by()["out-9"].who == "Marie"
    session.turn_to(1)
    session.reload()
    assert session.snapshot.questionnaire.version == 1
    assert session.snapshot.notes == {"out-3": "douze"}


def test_D7_what_has_no_question_any_more_is_left_and_told(
    session: Session, tmp_path: Path
) -> None:
    session.answer("out-3", Answered(12))
    session.note("out-3", "douze")
    session.dossier.attach("out-3", "Le devis", FILE)
    session.dossier.set_note("disparue", "d’une question d’avant")
    session.reload()
    folder = newer(copied(tmp_path / "q"), out_3="out-9")
    folder.replace(ROOT, 'out-3 = ["out-9"]', 'out-3 = ["out-9", "out-2"]')
    started = session.start_next(NEXT, pack_questionnaire(folder.path))
    assert [aside.question for aside in started.transfer.aside] == ["out-3"]
    assert started.notes_left == {"out-3": "douze", "disparue": "d’une question d’avant"}
    assert [one.title for one in started.evidence_left] == ["Le devis"]
    assert (session.snapshot.notes, session.snapshot.evidence) == ({}, {})
    session.turn_to(1)
    session.reload()
    assert [one.kept for one in session.snapshot.evidence["out-3"]] == [True]


def test_D7_where_nothing_newer_is_installed_the_embedded_questionnaire_serves(
    session: Session, tmp_path: Path
) -> None:
    folder = newer(copied(tmp_path / "q"))
    session.start_next(date(2027, 1, 1), pack_questionnaire(folder.path))
    assert not session.start_next(date(2028, 1, 1), PACKED).newer
    assert session.snapshot.questionnaire.version == 2
    assert not session.start_next(date(2029, 1, 1), None).newer
    assert len(session.snapshot.assessments) == 4


def test_D7_the_next_assessment_is_one_transaction(
    session: Session, monkeypatch: pytest.MonkeyPatch
) -> None:
    session.answer("out-1", Answered(3))
    before = session.snapshot

    def full(*_: object, **__: object) -> None:
        raise AutodiagError("dossier_disque_plein", fichier="a")

    with monkeypatch.context() as failing:
        failing.setattr("autodiag.dossier.journal.write", full)
        with pytest.raises(AutodiagError):
            session.start_next(NEXT, PACKED)
    session.reload()
    assert session.snapshot == before
    assert session.dossier.current == 1


def test_an_assessment_cannot_begin_before_the_latest(session: Session) -> None:
    with pytest.raises(AutodiagError) as caught:
        session.start_next(date(2020, 1, 1), PACKED)
    assert caught.value.code == "diagnostic_date_anterieure"
    assert len(session.dossier.assessments()) == 1


def test_D3_nothing_is_undone_behind_the_beginning_of_a_year(session: Session, path: Path) -> None:
    session.answer("out-1", Answered(3))
    session.answer("out-1", Answered(2))
    session.undo()
    session.start_next(NEXT, PACKED)
    assert (session.undo(), session.redo()) == (False, False)
    session.answer("out-1", Answered(3))
    assert session.snapshot.assessment.to_confirm == frozenset()
    assert session.undo()
    assert session.snapshot.assessment.to_confirm == {"out-1"}
    assert not session.undo()
    session.close()
    with open_dossier(path, author("Paul")) as again:
        again.redo()
        assert again.undo()
        assert not again.undo()


def test_D3_an_answer_is_of_who_gave_it_undone_confirmed_or_taken_over(path: Path) -> None:
    def as_(name: str, hour: int) -> Session:
        clock = NOON.replace(hour=hour)
        return Session(open_dossier(path, author(name, lambda: clock)), load_packed)

    def close(session: Session) -> dict[str, tuple[str, str]]:
        found = {q: (stamp.who, stamp.at[11:13]) for q, stamp in session.answered_by().items()}
        session.close()
        return found

    marie = as_("Marie", 9)
    marie.answer("out-1", Answered(1))
    marie.answer("acc-1", Unknown())
    assert close(marie) == {"out-1": ("Marie", "09"), "acc-1": ("Marie", "09")}
    luc = as_("Luc", 10)
    luc.answer("out-1", Answered(4))
    luc.answer("acc-1", None)
    assert close(luc) == {"out-1": ("Luc", "10")}
    zoe = as_("Zoé", 11)
    zoe.undo()
    zoe.undo()
    assert close(zoe) == {"out-1": ("Marie", "09"), "acc-1": ("Marie", "09")}
    zoe = as_("Zoé", 12)
    zoe.start_next(NEXT, PACKED)
    zoe.confirm("acc-1")
    assert close(zoe) == {"out-1": ("Marie", "09"), "acc-1": ("Zoé", "12")}
    luc = as_("Luc", 13)
    luc.answer("out-1", Answered(1))
    luc.undo()
    assert close(luc) == {"out-1": ("Marie", "09"), "acc-1": ("Zoé", "12")}


def test_the_latest_can_be_changed_and_the_others_only_read(session: Session) -> None:
    session.answer("out-1", Answered(3))
    session.start_next(NEXT, PACKED)
    session.turn_to(1)
    session.reload()
    why = session.why_read_only
    assert why is not None
    assert why.code == "older_assessment"
    assert why.context == {
        "jour": "21\u00a0novembre 2026",
        "dernier": "20\u00a0novembre 2027",
    }
    for change in (
        lambda: session.answer("out-1", None),
        lambda: session.set_to_review("out-1", True),
        session.undo,
        lambda: session.start_next(NEXT, PACKED),
    ):
        with pytest.raises(AutodiagError):
            change()
    session.turn_to(2)
    session.reload()
    session.answer("out-1", Answered(0))
    assert session.snapshot.assessment.level("out-1") == 0
    assert session.why_read_only is None


def test_other_gestures_read_the_latest_assessment(session: Session, path: Path) -> None:
    session.answer("out-1", Answered(3))
    session.start_next(NEXT, PACKED)
    session.answer("out-1", Answered(4))
    session.turn_to(1)
    session.close()
    with open_dossier(path, author()) as dossier:
        assert isinstance(dossier, Dossier)
        assert (dossier.current, dossier.assessment().level("out-1")) == (2, 4)


def test_a_long_chain_of_years_is_followed_to_the_first(session: Session) -> None:
    session.answer("out-1", Answered(3))
    years = 1200  # more than a recursion could follow
    rows = [(number,) for number in range(2, years + 1)]
    with session.dossier._database.write() as connection:
        connection.executemany(
            "INSERT INTO assessments SELECT ?, questionnaire_id, questionnaire, day, NULL"
            " FROM assessments WHERE id = 1",
            rows,
        )
        connection.executemany(
            "INSERT INTO answers SELECT ?, question, kind, value, variant FROM answers"
            " WHERE assessment = 1",
            rows,
        )
        connection.executemany("INSERT INTO to_confirm VALUES(?1, 'out-1', ?1 - 1, 'out-1')", rows)
    assert session.dossier.answered_by(years)["out-1"].who == "Marie"


def test_D3_one_begun_by_mistake_is_taken_away_and_the_journal_keeps_it(session: Session) -> None:
    session.answer("out-1", Answered(3))
    session.note("out-1", "vu avec Luc")
    before = session.snapshot
    session.start_next(NEXT, PACKED)
    dossier = session.dossier
    assert dossier.can_withdraw()
    assert dossier.withdraw() == NEXT
    session.turn_to_latest()
    session.reload()
    after = session.snapshot
    assert (after.assessments, after.assessment) == (before.assessments, before.assessment)
    assert (after.notes, session.why_read_only) == (before.notes, None)
    gone = [one for one in dossier.history() if one.kind == "withdrawal"]
    assert {one.subject for one in gone} == {"answers", "to_confirm", "notes", "assessments"}
    assert all(one.new is None and one.old is not None for one in gone)
    assert not dossier.can_withdraw()
    assert [one.subject for one in dossier.undo()] == ["notes"]  # as if it had not been begun
    assert session.start_next(NEXT, PACKED).number == 3  # the journal has one of number 2


def test_D3_what_was_touched_is_not_taken_away_until_that_is_taken_back(session: Session) -> None:
    session.answer("out-1", Answered(3))
    session.start_next(NEXT, PACKED)
    session.set_facts({"site": True})  # of the dossier, whichever year
    for touch in (
        lambda: session.confirm("out-1"),
        lambda: session.answer("acc-1", Unknown()),
        lambda: session.note("acc-1", "à voir"),
        lambda: session.set_to_review("out-1", True),
        lambda: session.set_opening_mark(4),
    ):
        touch()
        assert not session.dossier.can_withdraw()
        with pytest.raises(AutodiagError) as refused:
            session.dossier.withdraw()
        assert refused.value.code == "diagnostic_entame"
        assert session.undo()
    session.store_plan(StoredPlan("{}", "ab", "2027-11-20"))  # it is computed
    session.dossier.withdraw()
    session.turn_to_latest()
    session.reload()
    assert session.snapshot.assessment_id == 1
    assert [one.subject for one in session.dossier.undo()] == ["facts"]
    assert [one.subject for one in session.dossier.undo()] == ["answers"]


def test_D3_a_first_assessment_is_never_taken_away(session: Session, path: Path) -> None:
    assert not session.dossier.can_withdraw()
    with pytest.raises(AutodiagError):
        session.dossier.withdraw()
    session.answer("out-1", Answered(3))
    session.start_next(NEXT, PACKED)
    session.dossier.withdraw()
    session.close()
    with open_dossier(path, author()) as again:
        assert [info.id for info in again.assessments()] == [1]
        assert not again.can_withdraw()


def test_D7_what_was_promised_is_written_in_the_step_that_begins_the_next_one(
    session: Session,
) -> None:
    """Taken back, the month of a promise stays: it is what the plan said."""
    session.decide(Decision("out-a1", "retenue"))
    named = Decision("out-a1", "retenue", day="2027-02", horizon="0-6")
    dossier = session.dossier
    start_next(dossier, NEXT, PACKED, load_packed, lambda _: {"out-a1": named})
    assert dossier.snapshot(load_packed).decisions == {"out-a1": named}
    steps = {one.step for one in dossier.history() if one.kind == "start"}
    assert len(steps) == 1
    assert dossier.can_withdraw()
    dossier.withdraw()
    assert dossier.snapshot(load_packed).decisions == {"out-a1": named}
