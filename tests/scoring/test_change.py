# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two dates compared: the parts make the whole, and each cause goes to its own part."""

from collections.abc import Mapping
from dataclasses import replace
from fractions import Fraction

from hypothesis import example, given, settings
from hypothesis import strategies as st

from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Question, Questionnaire
from autodiag.scoring.change import Change, Dated, Split, compare_dates
from autodiag.scoring.score import score
from tests.support.builders import VILLAGE, Short, assess, question, questionnaire

NAMES = tuple(f"{theme}-{i}" for theme in ("strategie", "usagers") for i in range(4))
Weights = Mapping[str, int]


def dated(asked: Questionnaire, answers: Mapping[str, Short]) -> Dated:
    kept = {name: short for name, short in answers.items() if name in asked.questions}
    snapshot = Snapshot(VILLAGE, {}, asked, assess(kept), {}, {})
    return Dated(snapshot, score(asked, snapshot.assessment, VILLAGE, {}))


def made(weights: Weights) -> Questionnaire:
    return questionnaire(*(question(name, weight) for name, weight in weights.items()))


def compared(
    weights: tuple[Weights, Weights],
    answers: tuple[Mapping[str, Short], Mapping[str, Short]],
    pairs: Mapping[str, str] | None = None,
) -> Change:
    before, after = map(dated, map(made, weights), answers)
    asked = after.snapshot.questionnaire.questions
    same = {one: one for one in before.snapshot.questionnaire.questions if one in asked}
    return compare_dates(before, after, same if pairs is None else pairs)


shorts = st.one_of(st.integers(0, 4), st.sampled_from(("nsp", "so", None)))
weighings = st.dictionaries(st.sampled_from(NAMES), st.integers(1, 3), min_size=1)
answered = st.fixed_dictionaries(dict.fromkeys(NAMES, shorts))


@given(st.tuples(weighings, weighings), st.tuples(answered, answered), st.sets(st.integers(0, 7)))
@example(({"usagers-0": 1}, {"usagers-0": 3}), ({"usagers-0": 1}, {"usagers-0": 4}), set[int]())
@settings(max_examples=120, deadline=None)
def test_the_parts_of_every_change_make_its_whole_exactly(
    weights: tuple[Weights, Weights],
    answers: tuple[dict[str, Short], dict[str, Short]],
    reworded: set[int],
) -> None:
    common = [name for name in weights[0] if name in weights[1]]
    pairs = {name: name for i, name in enumerate(common) if i not in reworded}
    change = compared(weights, answers, pairs)
    every = [*change.themes, *([change.overall] if change.overall else [])]
    for one in every:
        if one.split is None:
            continue
        assert one.before is not None
        assert one.after is not None
        assert one.split.low.whole == one.after.low - one.before.low
        assert one.split.high.whole == one.after.high - one.before.high


def split_of(change: Change) -> Split:
    (theme,) = change.themes
    assert theme.split is not None
    return theme.split


def only(change: Change) -> tuple[Fraction, Fraction, Fraction]:
    low = split_of(change).low
    return low.answers, low.applicability, low.questionnaire


A, B, C = "usagers-0", "usagers-1", "usagers-2"
TWO = {A: 1, B: 1}


def test_answers_alone_change_the_part_of_answers() -> None:
    change = compared((TWO, TWO), ({A: 1, B: 2}, {A: 2, B: 4}))
    assert only(change) == (Fraction(3, 2), 0, 0)
    assert change.moved == (A, B)
    split = split_of(change)
    assert split.counts.changed == 2


def test_S2_a_question_that_no_longer_concerns_them_is_applicability() -> None:
    change = compared((TWO, TWO), ({A: 4, B: 0}, {A: 4, B: "so"}))
    assert only(change) == (0, 2, 0)
    split = split_of(change)
    assert (split.counts.left, split.counts.changed) == (1, 0)


def test_a_new_question_and_another_weight_are_of_the_questionnaire() -> None:
    change = compared((TWO, {A: 3, B: 1, C: 1}), ({A: 4, B: 0}, {A: 4, B: 0, C: 2}))
    assert only(change) == (0, 0, Fraction(14, 5) - 2)
    split = split_of(change)
    assert (split.counts.added, split.counts.reweighted) == (1, 1)


def test_S4_an_unknown_that_becomes_known_is_of_the_answers_and_said_clarified() -> None:
    change = compared((TWO, TWO), ({A: "nsp", B: 2}, {A: 1, B: 2}))
    split = split_of(change)
    assert (split.low.answers, split.high.answers) == (Fraction(1, 2), Fraction(-3, 2))
    assert (split.counts.changed, split.counts.clarified, split.counts.blurred) == (1, 1, 0)
    back = split_of(compared((TWO, TWO), ({A: 1, B: 2}, {A: "nsp", B: 2})))
    assert (back.counts.clarified, back.counts.blurred) == (0, 1)
    assert compared((TWO, TWO), ({A: "nsp"}, {A: None})).themes[0].split is not None


def test_without_a_common_question_that_counts_at_both_dates_nothing_is_split() -> None:
    assert compared((TWO, TWO), ({A: 1, B: "so"}, {A: "so", B: 1})).themes[0].split is None
    assert compared(({A: 1}, {B: 1}), ({A: 1}, {B: 1})).themes[0].split is None
    change = compared((TWO, TWO), ({A: "so", B: "so"}, {A: 1, B: 1}))
    assert (change.themes[0].split, change.overall) == (None, None)


def test_S5_the_whole_is_split_only_where_the_same_themes_are_comparable() -> None:
    weights = {A: 1, "strategie-0": 1}
    change = compared((weights, weights), ({A: 1, "strategie-0": 1}, {A: 3, "strategie-0": 0}))
    assert change.overall is not None
    assert change.overall.split is not None
    assert change.overall.split.low.answers == Fraction(1, 2)
    gone = compared((weights, weights), ({A: 1, "strategie-0": 1}, {A: 3, "strategie-0": "so"}))
    assert gone.overall is not None
    assert gone.overall.split is None


def test_questions_without_levels_are_compared_by_their_answers() -> None:
    asked = made(TWO)

    def as_number(one: Question) -> Question:
        return replace(one, type="nombre")

    themes = tuple(
        replace(t, questions=tuple(as_number(q) for q in t.questions)) for t in asked.themes
    )
    numbers = replace(asked, themes=themes, scoring=None)
    before, after = dated(numbers, {A: 3, B: 1}), dated(numbers, {A: 3, B: 2})
    change = compare_dates(before, after, {A: A, B: B})
    assert (change.moved, change.common, change.scored) == ((B,), 2, False)
