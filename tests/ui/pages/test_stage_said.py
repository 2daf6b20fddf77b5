# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The stage a plan leads to, in the same words wherever it is read (contract P4)."""

from autodiag.model.result import ProfileResult
from tests.support.shipped import random_dossier
from tests.ui.pages.test_roadmap_words import words_of


def test_P4_a_stage_is_the_prudent_one_first_then_the_other_where_they_differ() -> None:
    words = words_of(random_dossier(0))
    both = ProfileResult("pragmatique", "stratege", ())
    assert words.stage(both) == "En route ou Cap tenu"
    assert words.stage_told(both).endswith("En route. Au mieux\u00a0: Cap tenu.")
    assert words.stage(ProfileResult("pragmatique", "pragmatique", ())) == "En route"
    assert words.stage(ProfileResult(None, None, ())) == ""
