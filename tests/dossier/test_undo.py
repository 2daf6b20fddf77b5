# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Undo and redo, read from the journal (contract D3)."""

import tempfile
from collections.abc import Callable
from contextlib import suppress
from functools import partial
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import HandoverNote, Snapshot
from autodiag.model.roadmap import Capacity, Decision, OwnAction, Span
from tests.dossier.samples import author, create, load_packed, packed

Gesture = Callable[[Dossier], None]


def remove_one(dossier: Dossier) -> None:
    for several in dossier.snapshot(load_packed).evidence.values():
        dossier.remove_evidence(several[0].id)
        return


def attach(dossier: Dossier, question: str, title: str) -> None:
    """A mention; the same one twice is refused, and changes nothing."""
    with suppress(AutodiagError):
        dossier.attach(question, title)


few = st.sampled_from(("a", "b", "c"))
gestures: st.SearchStrategy[Gesture] = st.one_of(
    st.builds(
        lambda q, a: lambda d: d.set_answer(q, a),
        few,
        st.sampled_from(
            (None, Answered(0), Answered(4, "epci"), Answered(("x", "y")), Answered(2.5),
             Unknown(), NotConcerned("Pas d’école"))
        ),
    ),
    st.builds(lambda q, t: lambda d: d.set_note(q, t), few, st.sampled_from(("", "n", "m"))),
    st.builds(
        lambda v: lambda d: d.set_facts(v),
        st.dictionaries(few, st.sampled_from((True, False, None)), min_size=1),
    ),
    st.builds(lambda a, s: lambda d: d.decide(Decision(a, s)), few, st.sampled_from(
        ("retenue", "reportee", "faite"))),
    st.builds(lambda a: lambda d: d.forget_decision(a), few),
    st.builds(
        lambda a, n: lambda d: d.set_own_action(OwnAction(a, "t", Span(n, n), Span(0, n))),
        few, st.integers(0, 3),
    ),
    st.builds(lambda a: lambda d: d.remove_own_action(a), few),
    st.builds(
        lambda c: lambda d: d.set_capacity(c),
        st.sampled_from((None, Capacity(1, 1500), Capacity(2.5, 0, False, False))),
    ),
    st.builds(lambda n: lambda d: d.set_authority(LocalAuthority(n)), few),
    st.builds(lambda m: lambda d: d.set_opening_mark(m), st.sampled_from((None, 3, 7.5))),
    st.builds(lambda q, m: lambda d: d.set_to_review(q, m), few, st.booleans()),
    st.builds(
        lambda t, p: lambda d: d.set_handover(t, p and HandoverNote(t, p, "Luc")),
        few, st.sampled_from((None, "Classeur bleu", "Armoire")),
    ),
    st.builds(lambda q, t: partial(attach, question=q, title=t), few, few),
    st.just(remove_one),
    st.builds(
        lambda t, q: lambda d: d.replace_questionnaire(packed(t), t, {q: Unknown()}), few, few
    ),
)  # fmt: skip


def state(dossier: Dossier) -> tuple[Snapshot, str]:
    return dossier.snapshot(load_packed), dossier.questionnaire_text()


@settings(max_examples=40)
@given(st.lists(gestures, max_size=12), st.booleans())
def test_D3_undoing_all_gives_the_beginning_and_redoing_all_the_end(
    done: list[Gesture], closed: bool
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "a.autodiag"
        dossier = create(path)
        first, states = state(dossier), []
        states.append(first)
        for gesture in done:
            gesture(dossier)
            if state(dossier) != states[-1]:
                states.append(state(dossier))
        if closed:
            dossier.close()
            dossier = open_dossier(path, author("Paul"))
        with dossier:
            for expected in reversed(states[:-1]):
                assert dossier.undo()
                assert state(dossier) == expected
            assert dossier.undo() == ()
            undone, redone = dossier.undoable()
            assert (undone, bool(redone)) == ((), len(states) > 1)
            for expected in states[1:]:
                assert dossier.redo()
                assert state(dossier) == expected
            assert dossier.redo() == ()


def test_D3_undo_and_redo_are_journalled_with_their_author(dossier: Dossier, path: Path) -> None:
    dossier.set_answer("a", Answered(1))
    dossier.close()
    with open_dossier(path, author("Paul")) as again:
        again.undo()
        again.redo()
        redo, undo, change = again.history(3)
    assert (change.kind, change.who) == ("change", "Marie")
    assert (undo.kind, undo.who, undo.target) == ("undo", "Paul", change.step)
    assert (redo.kind, redo.who, redo.target) == ("redo", "Paul", change.step)
    assert undo.new is None
    assert redo.new == change.new


def test_D3_a_new_change_ends_what_could_be_redone(dossier: Dossier) -> None:
    dossier.set_answer("a", Answered(1))
    dossier.undo()
    dossier.set_answer("b", Answered(2))
    undone, redone = dossier.undoable()
    assert ([change.item for change in undone], redone) == (["b"], ())
    assert dossier.redo() == ()
    assert dossier.assessment().answers == {"b": Answered(2)}


def test_D3_several_answers_at_once_are_undone_at_once(dossier: Dossier) -> None:
    dossier.set_answers({"a": Answered(1), "b": Unknown(), "c": Answered(3)})
    assert len(dossier.undo()) == 3
    assert not dossier.assessment().answers


def test_D3_creation_and_plans_are_not_undone(dossier: Dossier) -> None:
    assert dossier.undoable() == ((), ())
    assert dossier.undo() == ()
    assert dossier.authority().population == 612
