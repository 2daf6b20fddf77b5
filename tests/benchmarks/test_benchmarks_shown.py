# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is shown of a question’s figures: two at most, and those that disagree come together."""

import pytest

from autodiag.benchmarks.compare import shown
from autodiag.benchmarks.library import Library
from autodiag.model.authority import LocalAuthority
from tests.benchmarks.cases import BOTH, CITY, EVERYBODY, MAIN, OTHERS, beside, one


def test_B2_two_at_most_are_shown_per_question(library: Library) -> None:
    for authority in EVERYBODY:
        for questionnaire in BOTH:
            comparison = beside(library, questionnaire, {}, authority)
            for question in questionnaire.questions:
                assert len(shown(comparison, question)) <= 2
                if any(c.question == question for c in comparison.comparators):
                    assert shown(comparison, question)


PAIRS = {
    "C1": ("dinum2025-019", "dinum-2025-10-sans-rssi"),
    "C2": ("dinum2025-020.2", "dinum-2025-10-sans-pca"),
    "C4": ("dinum-2025-10-sans-sensibilisation", "cybermalveillance-2024-sensibilisee"),
    "C5": ("dinum-2025-10-opendata", "opendata-2024-part"),
    "C6": ("dinum-2025-10-ia", "datapublica-2025-ia"),
}


@pytest.mark.parametrize("authority", EVERYBODY, ids=lambda authority: authority.name)
@pytest.mark.parametrize("code", PAIRS)
def test_B5_figures_that_disagree_are_both_shown_dated_or_neither(
    library: Library, code: str, authority: LocalAuthority
) -> None:
    comparisons = [beside(library, questionnaire, {}, authority) for questionnaire in BOTH]
    pair = [
        c for comparison in comparisons for c in comparison.comparators
        if c.benchmark.id in PAIRS[code]
    ]  # fmt: skip
    assert len(pair) == 2
    assert pair[0].shown == pair[1].shown
    for comparator in pair:
        assert "20" in comparator.sentence


def test_B5_both_are_shown_for_a_village_save_where_a_better_one_leaves_no_room(
    library: Library,
) -> None:
    main, others = (beside(library, questionnaire, {}) for questionnaire in BOTH)
    assert {c.benchmark.id for c in shown(main, "don-4")} == set(PAIRS["C5"])
    assert {c.benchmark.id for c in shown(main, "cyb-4")} == set(PAIRS["C4"])
    assert {c.benchmark.id for c in shown(others, "cyb-b")} == set(PAIRS["C1"])
    assert {c.benchmark.id for c in shown(others, "axe-bigdata")} == set(PAIRS["C6"])
    assert {c.benchmark.id for c in shown(main, "cyb-5")} == {"cybermalveillance-2024-procedure"}
    city = beside(library, MAIN, {}, CITY)
    assert {c.benchmark.id for c in shown(city, "cyb-5")} == set(PAIRS["C2"])


def test_B5_a_figure_contradicted_outside_its_question_quotes_the_other(library: Library) -> None:
    attack = one(beside(library, OTHERS, {}), "dinum2025-017")
    assert len(attack.notes) == 2
    assert any("En 2024, une collectivité de moins de 25" in note for note in attack.notes)
    assert any("En 2023, 21\u00a0%" in note for note in attack.notes)
    plan = one(beside(library, OTHERS, {}), "dinum2025-020")
    assert "66\u00a0%" in plan.notes[0]
    assert one(beside(library, MAIN, {}), "dinum2025-020.2").notes == ()


def test_B5_what_another_kind_of_collectivite_says_stays_in_the_sources(library: Library) -> None:
    """« 21 % des moyens cités par les intercommunalités » is no figure to read beside a village."""
    for authority in EVERYBODY:
        named = "intercommunalités" if authority.kind == "commune" else "communes interrogées"
        notes = [
            note
            for questionnaire in BOTH
            for one in beside(library, questionnaire, {}, authority).comparators
            for note in one.notes
        ]
        assert notes
        assert not any(f"par les {named}" in note for note in notes), authority.name
    site = one(beside(library, OTHERS, {}), "dinum2025-021")
    assert [note for note in site.notes if "18\u00a0%" in note]
