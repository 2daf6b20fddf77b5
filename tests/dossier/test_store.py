# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a dossier keeps, gives back exactly, and journals (contract D1, D2, D3, D7, S2, R6)."""

import json
import sqlite3
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from autodiag.dossier.opening import open_dossier
from autodiag.dossier.schema import FORMAT
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.authority import KINDS, LocalAuthority
from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Capacity, Decision, OwnAction, Span
from tests.dossier.samples import Packed, author, create, load_packed, packed

AWKWARD = (
    "<b>gras</b> & $x$",
    "مرحبا بالعالم",
    "👩🏽 e\u0301",
    "a\0b",
    "l’été « déjà »",
    "x" * 300,
)
texts = st.one_of(st.sampled_from(AWKWARD), st.text(st.characters(exclude_categories=("Cs",))))
finite = st.floats(allow_nan=False, allow_infinity=False)
amounts = st.floats(0, allow_nan=False, allow_infinity=False)
spans = st.tuples(amounts, amounts).map(lambda both: Span(*sorted(both)))
values = st.one_of(st.integers(0, 4), st.integers(), finite, texts, st.tuples(texts, texts))
answers = st.one_of(
    st.builds(Answered, values, texts), st.just(Unknown()), st.builds(NotConcerned, texts)
)
keep_file = settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])


def raw(path: Path, query: str) -> list[tuple[object, ...]]:
    """Read with SQLite alone, while nobody has the file open."""
    connection = sqlite3.connect(path)
    try:
        return connection.execute(query).fetchall()
    finally:
        connection.close()


def test_D1_the_file_is_an_sqlite_database_that_says_what_it_is(path: Path) -> None:
    create(path).close()
    assert raw(path, "PRAGMA application_id") == [(0x41444941,)]
    assert raw(path, "PRAGMA user_version") == [(FORMAT,)]
    assert raw(path, "PRAGMA journal_mode") == [("delete",)]
    assert path.stat().st_size < 120_000
    assert [p.name for p in path.parent.iterdir()] == [path.name]


def test_D1_commits_are_full_and_leave_no_journal(dossier: Dossier, path: Path) -> None:
    with dossier._database.read() as connection:
        assert connection.execute("PRAGMA synchronous").fetchone() == (2,)
        assert connection.execute("PRAGMA journal_mode").fetchone() == ("delete",)
    dossier.set_answer("str-1", Answered(3))
    assert not path.with_name(path.name + "-journal").exists()


@keep_file
@given(st.dictionaries(texts.filter(bool), answers, max_size=6))
def test_D2_answers_of_every_type_come_back_exactly(
    dossier: Dossier, path: Path, given_answers: dict[str, Answer]
) -> None:
    before = dossier.assessment().answers
    dossier.set_answers(dict.fromkeys(before))
    dossier.set_answers(given_answers)
    found = dossier.assessment().answers
    assert dict(found) == given_answers
    kinds = {q: type(a.value) for q, a in found.items() if isinstance(a, Answered)}
    assert kinds == {q: type(a.value) for q, a in given_answers.items() if isinstance(a, Answered)}


@keep_file
@given(
    st.builds(
        LocalAuthority,
        texts.filter(bool),
        st.sampled_from(KINDS),
        texts,
        population=st.none() | st.integers(0, 10**9),
        postal_codes=st.lists(texts).map(tuple),
        epci_name=texts,
    )
)
def test_D2_any_identity_comes_back_exactly(dossier: Dossier, authority: LocalAuthority) -> None:
    dossier.set_authority(authority)
    assert dossier.authority() == authority


@keep_file
@given(
    texts,
    st.builds(Decision, texts, st.sampled_from(("retenue", "refusee")), texts, texts, note=texts),
    st.builds(OwnAction, texts, texts, spans, st.just(Span(0, 1))),
    st.builds(Capacity, amounts, amounts, st.booleans(), st.booleans()),
)
def test_R6_notes_decisions_own_actions_and_capacity_come_back_exactly(
    dossier: Dossier, note: str, decision: Decision, own: OwnAction, capacity: Capacity
) -> None:
    dossier.set_note("str-1", note)
    dossier.decide(decision)
    dossier.set_own_action(own)
    dossier.set_capacity(capacity)
    found = dossier.snapshot(load_packed)
    assert found.notes == ({"str-1": note} if note else {})
    assert found.decisions == {decision.action: decision}
    assert found.own_actions == (own,)
    assert found.capacity == capacity
    dossier.forget_decision(decision.action)
    dossier.remove_own_action(own.id)
    dossier.set_capacity(None)
    dossier.set_note("str-1", "")
    left = dossier.snapshot(load_packed)
    assert (left.notes, left.decisions, left.own_actions, left.capacity) == ({}, {}, (), None)


@pytest.mark.parametrize(
    "value", [float("nan"), float("inf"), True, None, b"x", [1], (1, 2), {"a": "b"}]
)
def test_a_value_of_no_type_is_refused_and_nothing_is_written(
    dossier: Dossier, value: object
) -> None:
    before = dossier.history()
    with pytest.raises((ValueError, TypeError)):
        dossier.set_answers({"a": Answered(2), "b": Answered(value)})  # type: ignore[arg-type]
    assert not dossier.assessment().answers
    assert dossier.history() == before


def test_a_number_that_is_not_one_is_refused(dossier: Dossier) -> None:
    nan = float("nan")
    with pytest.raises(ValueError, match="finite"):
        dossier.set_capacity(Capacity(nan, 1))
    with pytest.raises(ValueError, match="finite"):
        dossier.set_own_action(OwnAction("p-1", "x", Span(nan, 1), Span(0, 0)))
    for mark in (nan, -1, 11):
        with pytest.raises(ValueError, match="mark"):
            dossier.set_opening_mark(mark)


def test_a_text_that_no_file_can_hold_is_refused_in_french(dossier: Dossier) -> None:
    with pytest.raises(AutodiagError) as refused:
        dossier.set_note("str-1", "lone surrogate \ud800")
    assert refused.value.code == "dossier_texte_impossible"
    with pytest.raises(AutodiagError) as refused:
        dossier.set_note("str-1", "x" * 9_000_000)
    assert refused.value.code == "dossier_texte_trop_long"
    dossier.set_note("str-1", "still works")
    assert dossier.snapshot(load_packed).notes == {"str-1": "still works"}


def test_D3_each_change_is_journalled_with_when_who_old_and_new(
    dossier: Dossier, path: Path
) -> None:
    dossier.set_answer("str-1", Answered(3, "epci"))
    dossier.set_answer("str-1", Unknown())
    dossier.set_facts({"ecole": None, "site": False})
    second, *_ = [c for c in dossier.history() if c.subject == "answers"]
    assert (second.at, second.who, second.assessment) == ("2026-11-21T12:00:00", "Marie", 1)
    assert (second.item, second.old, second.new) == (
        "str-1",
        ("valeur", "3", "epci"),
        ("nsp", "", ""),
    )
    dossier.close()
    rows = raw(path, "SELECT item, old, new FROM journal WHERE subject = 'facts' ORDER BY n")
    assert [(item, old and json.loads(str(old)), new and json.loads(str(new)))
            for item, old, new in rows] == [
        ("ecole", None, [1]),
        ("ecole", [1], None),
        ("site", None, [0]),
    ]  # fmt: skip


def test_D3_what_does_not_change_anything_is_not_journalled(dossier: Dossier) -> None:
    dossier.set_answer("str-1", Answered(3))
    before = dossier.history()
    dossier.set_answer("str-1", Answered(3))
    dossier.set_answer("str-2", None)
    dossier.set_authority(dossier.authority())
    assert dossier.history() == before


def test_D7_the_embedded_text_is_the_exact_one_and_compressed(dossier: Dossier) -> None:
    long = packed("é" * 50_000)
    dossier.create_assessment(long, "essai", date(2027, 1, 1))
    assert dossier.questionnaire_text() == long.text
    assert dossier.snapshot(load_packed).questionnaire.sha256 == long.sha256
    with dossier._database.read() as connection:
        sizes = connection.execute("SELECT max(length(text)) FROM questionnaires").fetchone()
    assert sizes[0] < 1_000


def test_D7_a_wrong_digest_is_never_embedded(dossier: Dossier) -> None:
    with pytest.raises(ValueError, match="digest"):
        dossier.create_assessment(Packed("a", "0" * 64), "essai", date(2027, 1, 1))
    assert len(dossier.assessments()) == 1


def test_D7_replacing_the_questionnaire_is_one_journalled_change_that_undo_takes_back(
    dossier: Dossier,
) -> None:
    dossier.set_answers({"a-1": Answered(2), "b-1": Unknown()})
    dossier.set_note("a-1", "vu avec Luc")
    before = dossier.snapshot(load_packed)
    moved = {"a-2": Answered(2)}
    dossier.replace_questionnaire(packed("newer"), "essai", moved, {"a-2": "vu avec Luc"})
    after = dossier.snapshot(load_packed)
    assert dossier.questionnaire_text() == "newer"
    assert after.assessment.answers == moved
    assert after.notes == {"a-2": "vu avec Luc"}
    latest = dossier.history(1)[0].step
    changed = {(c.subject, c.item) for c in dossier.history() if c.step == latest}
    assert changed == {
        ("assessments", ""),
        *((subject, item) for subject in ("answers", "notes") for item in ("a-1", "a-2")),
        ("answers", "b-1"),
    }
    dossier.undo()
    assert dossier.questionnaire_text() == packed().text
    assert dossier.snapshot(load_packed) == before
    dossier.redo()
    assert dossier.snapshot(load_packed) == after


def test_several_assessments_keep_their_own_answers_notes_plan_and_mark(
    dossier: Dossier, path: Path
) -> None:
    dossier.set_answer("str-1", Answered(1))
    dossier.set_opening_mark(4.5)
    first_plan = StoredPlan('{"plan": 1}', "aa", "2026-11-21")
    dossier.store_plan(first_plan)
    number = dossier.create_assessment(packed(), "essai", date(2027, 11, 2))
    assert dossier.current == number
    assert not dossier.assessment().answers
    assert dossier.plan() is None
    dossier.set_answer("str-1", Answered(3))
    dossier.set_note("str-1", "un an après")
    dossier.choose(1)
    found = dossier.snapshot(load_packed)
    assert found.assessment.answers == {"str-1": Answered(1)}
    assert (found.opening_mark, found.plan, found.notes) == (4.5, first_plan, {})
    with pytest.raises(KeyError):
        dossier.choose(9)
    dossier.close()
    with open_dossier(path, author()) as again:
        assert again.current == number
        assert again.assessment().level("str-1") == 3
        assert [info.day.year for info in again.assessments()] == [2026, 2027]


def test_a_second_assessment_of_the_same_questionnaire_keeps_its_text_once(
    dossier: Dossier, path: Path
) -> None:
    dossier.create_assessment(packed(), "essai", date(2027, 1, 1))
    dossier.close()
    assert raw(path, "SELECT count(*) FROM questionnaires") == [(1,)]


def test_S2_an_answer_is_kept_whatever_applies(dossier: Dossier) -> None:
    dossier.set_answer("edu-1", Answered(2))
    dossier.set_facts({"ecole": False})
    assert dossier.assessment().answers == {"edu-1": Answered(2)}
