# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every comparator row walked against the questionnaires that are shipped: its question is asked,
its choice is offered, and the answer it speaks of stands in the share (contract B2)."""

import pytest

from autodiag.benchmarks.library import Library
from autodiag.benchmarks.predicate import plain, stance
from autodiag.benchmarks.rules import check_questions
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answered, Value
from autodiag.model.benchmark import Benchmark
from autodiag.model.questionnaire import Question, Questionnaire
from tests.sources import ROOT

BAROMETER = "numerique-et-collectivites"
# The questions of a questionnaire are told by how their ids begin.
_PREFIXES = {"per": "perception", "axe": "politique-numerique", "pol": "politique-numerique"}
_WHOLE = {
    path.parent.name: load_questionnaire(path.parent)
    for path in sorted((ROOT / "questionnaires").glob("*/questionnaire.toml"))
}
# Asked of the figures by content/reperes_notes.md, theme by theme.
_COMPARED = {
    *("inc-1", "inc-3", "inc-4", "cyb-a", "cyb-b", "cyb-c", "com-1", "com-2", "com-3", "com-5"),
    *("out-5", "dat-1", "dat-5", "sta-2", "sta-5"),
}


def _asked() -> dict[str, Question]:
    return {key: question for one in _WHOLE.values() for key, question in one.questions.items()}


def _value(question: Question, benchmark: Benchmark) -> Value:
    """The answer that the row is about."""
    if question.type == "niveaux":
        return int(benchmark.terms[0].value)
    if question.type == "note":
        return float(benchmark.terms[0].value)
    wanted = {plain(term.value) for term in benchmark.terms}
    chosen = tuple(
        choice.id for choice in question.choices if wanted & {plain(choice.text), plain(choice.id)}
    )
    return chosen if question.type == "choix_multiples" else chosen[0]


@pytest.mark.parametrize("questionnaire", _WHOLE.values(), ids=list(_WHOLE))
def test_B2_no_row_asks_for_a_choice_that_is_not_offered(
    library: Library, questionnaire: Questionnaire
) -> None:
    assert check_questions(library.comparators(), questionnaire) == ()


def test_B2_every_row_finds_its_question_or_waits_for_a_questionnaire_to_come(
    library: Library,
) -> None:
    asked = _asked()
    lost = [
        f"{row.id} : {row.question}"
        for row in library.comparators()
        if row.question not in asked
        and _PREFIXES.get(row.question.partition("-")[0], BAROMETER) in _WHOLE
    ]
    assert lost == []


def test_B2_the_answer_each_row_speaks_of_stands_in_the_share(library: Library) -> None:
    asked = _asked()
    rows = [row for row in library.comparators() if row.question in asked]
    assert len(rows) > 70
    elsewhere = [
        row.id
        for row in rows
        if stance(
            row.terms,
            asked[row.question],
            Answered(_value(asked[row.question], row)),
            library.phrases.silences,
        )
        != "dans"
    ]
    assert elsewhere == []


def test_B4_the_barometer_has_the_comparators_that_were_found_for_it(library: Library) -> None:
    own = _WHOLE[BAROMETER].questions
    assert {row.question for row in library.comparators() if row.question in own} == _COMPARED


def test_B2_a_silence_is_no_choice_of_the_barometer(library: Library) -> None:
    silences = library.phrases.silences
    silent = silences.to_check | silences.not_compared
    offered = {
        plain(choice.text)
        for question in _WHOLE[BAROMETER].questions.values()
        for choice in question.choices
    }
    assert offered
    assert silent
    assert not offered & silent
