# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Contract S7: better answers never lower anything, known answers never widen anything."""

from collections.abc import Iterator

from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.model.questionnaire import PROFILES
from autodiag.model.result import Range, Result
from tests.support.builders import Short, rated, town
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

NAMES = tuple(shipped_questionnaire().questions)
FACTS = tuple(shipped_knowledge().facts)
EXPRESS = tuple(name for name, asked in shipped_questionnaire().questions.items() if asked.express)

levels = st.integers(0, 4)
shorts = st.one_of(levels, levels, levels, st.sampled_from(("nsp", "so", None)))
facts_known = st.dictionaries(st.sampled_from(FACTS), st.booleans(), max_size=len(FACTS))


@st.composite
def filled(draw: st.DrawFn) -> tuple[dict[str, Short], dict[str, bool]]:
    """Answers to all the questions, or to the express ones and a few more."""
    names = NAMES if draw(st.booleans()) else EXPRESS + tuple(draw(st.sets(st.sampled_from(NAMES))))
    answers: dict[str, Short] = {name: draw(shorts) for name in names}
    return answers, draw(facts_known)


def compute(answers: dict[str, Short], facts: dict[str, bool]) -> Result:
    return rated(shipped_questionnaire(), answers, town(4_200), facts)


def ranges(result: Result) -> list[Range | None]:
    return [*(theme.range for theme in result.themes), result.overall]


def profiles(result: Result) -> tuple[int, ...]:
    given = (result.profile.low, result.profile.high)
    return tuple(PROFILES.index(name) for name in given if name)


def pairs(before: Result, after: Result) -> Iterator[tuple[Result, Result]]:
    """The results to compare, and their previews where both have one."""
    yield before, after
    if before.preview and after.preview:
        yield before.preview, after.preview


@settings(max_examples=150)
@given(filled(), st.sampled_from(NAMES), levels, levels)
def test_S7_raising_an_answer_never_lowers_a_score_or_a_profile(
    drawn: tuple[dict[str, Short], dict[str, bool]], name: str, one: int, other: int
) -> None:
    answers, facts = drawn
    low, high = sorted((one, other))
    before = compute({**answers, name: low}, facts)
    after = compute({**answers, name: high}, facts)
    assert (before.preview is None) == (after.preview is None)
    for old, new in pairs(before, after):
        for first, then in zip(ranges(old), ranges(new), strict=True):
            assert (first is None) == (then is None)
            assert not first or not then or (then.low >= first.low and then.high >= first.high)
        assert old.profile.classable == new.profile.classable
        assert all(a <= b for a, b in zip(profiles(old), profiles(new), strict=True))


@settings(max_examples=150)
@given(filled(), st.sampled_from(NAMES), levels, st.sampled_from(("nsp", None)))
def test_S7_a_level_in_place_of_an_unknown_answer_never_widens_a_range(
    drawn: tuple[dict[str, Short], dict[str, bool]], name: str, level: int, unknown: Short
) -> None:
    answers, facts = drawn
    before = compute({**answers, name: unknown}, facts)
    after = compute({**answers, name: level}, facts)
    for old, new in pairs(before, after):
        for first, then in zip(ranges(old), ranges(new), strict=True):
            assert (first is None) == (then is None)
            assert not first or not then or (first.low <= then.low and then.high <= first.high)
        if old.profile.classable:
            assert new.profile.classable
            (low, high), (new_low, new_high) = profiles(old), profiles(new)
            assert low <= new_low <= new_high <= high
