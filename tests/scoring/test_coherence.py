# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Remarks on two answers: only where both are levels, and both sides of the rule hold."""

import pytest

from autodiag.scoring.coherence import odd_pairs
from tests.support.builders import Short, assess
from tests.support.shipped import shipped_questionnaire


@pytest.mark.parametrize(
    ("here", "other", "due"),
    [(3, 0, True), (4, 0, True), (2, 0, False), (3, 1, False), ("nsp", 0, False), (3, None, False)],
)
def test_a_remark_is_due_when_both_levels_are_as_its_rule_says(
    here: Short, other: Short, due: bool
) -> None:
    questionnaire = shipped_questionnaire()
    pairs = odd_pairs(questionnaire, assess({"str-6": here, "str-2": other}), {"str-6", "str-2"})
    assert [(p.question, p.other) for p in pairs] == ([("str-6", "str-2")] if due else [])
