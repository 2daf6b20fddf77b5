# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The closed language of predicates, and what each kind of answer makes of it."""

import pytest

from autodiag.benchmarks.predicate import Silences, parse_predicate, stance, unanswerable
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.benchmark import Term
from autodiag.model.questionnaire import Choice, Question, QuestionType, Wording

SILENCES = Silences(frozenset({"ne sait pas"}), frozenset({"sans objet", "pas de site"}))


def question(kind: QuestionType, *choices: str) -> Question:
    listed = tuple(Choice(f"c{n}", text) for n, text in enumerate(choices))
    return Question("q", "t", kind, {"": Wording("", "")}, choices=listed)


def stands(predicate: str, asked: Question, answer: Answer | None) -> str:
    return stance(parse_predicate(predicate), asked, answer, SILENCES)


@pytest.mark.parametrize(
    ("text", "terms"),
    [
        ("", ()),
        ("niveau>=3", (Term("niveau", ">=", "3"),)),
        (" niveau <= 0 ", (Term("niveau", "<=", "0"),)),
        (
            "reponse==site et reponse==réseau social",
            (Term("reponse", "==", "site"), Term("reponse", "==", "réseau social")),
        ),
        ("reponse==libres et propriétaires", (Term("reponse", "==", "libres et propriétaires"),)),
        (
            "niveau==4 et reponse==a et b",
            (Term("niveau", "==", "4"), Term("reponse", "==", "a et b")),
        ),
    ],
)
def test_the_language_is_parsed(text: str, terms: tuple[Term, ...]) -> None:
    assert parse_predicate(text) == terms


@pytest.mark.parametrize(
    "text",
    [
        "niveau>=5",
        "niveau>3",
        "niveau!=3",
        "niveau>=3 ou niveau==0",
        "reponse>=a",
        "reponse==",
        "__import__('os')",
        "niveau>=3 et",
        "3",
    ],
)
def test_anything_else_is_refused_and_never_evaluated(text: str) -> None:
    with pytest.raises(ValueError, match="condition incomprise"):
        parse_predicate(text)


@pytest.mark.parametrize(
    ("predicate", "inside"),
    [("niveau>=2", {2, 3, 4}), ("niveau<=2", {0, 1, 2}), ("niveau==2", {2})],
)
def test_levels_are_compared_bounds_included(predicate: str, inside: set[int]) -> None:
    asked = question("niveaux")
    found = {n for n in range(5) if stands(predicate, asked, Answered(n)) == "dans"}
    assert found == inside
    assert {stands(predicate, asked, Answered(n)) for n in range(5)} == {"dans", "hors"}


def test_B2_what_is_not_an_answer_is_never_compared() -> None:
    for asked, predicate in (
        (question("niveaux"), "niveau<=4"),
        (question("choix", "oui"), "reponse==oui"),
    ):
        assert stands(predicate, asked, None) == "non_compare"
        assert stands(predicate, asked, NotConcerned("pas d’école")) == "non_compare"
        assert stands(predicate, asked, Unknown()) == "a_verifier"


def test_a_choice_is_known_by_its_id_or_its_text_whatever_its_typography() -> None:
    asked = question("choix", "pas à l’ordre du jour", "en cours")
    assert stands("reponse==pas à l'ordre du jour", asked, Answered("c0")) == "dans"
    assert stands("reponse==pas à l'ordre du jour", asked, Answered("c1")) == "hors"
    assert stands("reponse==c1", asked, Answered("c1")) == "dans"


def test_several_choices_need_all_the_terms() -> None:
    asked = question("choix_multiples", "site", "réseau social", "SMS")
    both = "reponse==site et reponse==réseau social"
    assert stands(both, asked, Answered(("c0", "c1", "c2"))) == "dans"
    assert stands(both, asked, Answered(("c0", "c2"))) == "hors"
    assert stands(both, asked, Answered(())) == "non_compare"


def test_a_mark_is_compared_as_a_number() -> None:
    asked = question("note")
    assert stands("reponse==10", asked, Answered(10)) == "dans"
    assert stands("reponse==10", asked, Answered(10.0)) == "dans"
    assert stands("reponse==10", asked, Answered(9)) == "hors"


def test_a_choice_that_amounts_to_silence_is_not_compared() -> None:
    asked = question("choix", "oui", "ne sait pas", "pas de site")
    assert stands("reponse==oui", asked, Answered("c1")) == "a_verifier"
    assert stands("reponse==oui", asked, Answered("c2")) == "non_compare"


def test_a_condition_that_no_answer_meets_is_reported_and_not_compared() -> None:
    asked = question("choix", "oui", "non")
    terms = parse_predicate("reponse==peut-être")
    assert unanswerable(terms, asked) == terms
    assert stands("reponse==peut-être", asked, Answered("c0")) == "non_compare"
    assert unanswerable(parse_predicate("niveau>=1"), asked)
    assert stands("niveau>=1", asked, Answered("c0")) == "non_compare"
    assert not unanswerable(parse_predicate("niveau>=1"), question("niveaux"))
