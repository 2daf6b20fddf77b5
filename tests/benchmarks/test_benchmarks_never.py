# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a comparison never does (section 5 of the notes), one test apiece."""

import re
from dataclasses import fields
from itertools import product

from autodiag.benchmarks import compare, interval, placing, sentences, series
from autodiag.benchmarks.library import Library
from autodiag.benchmarks.placing import Place
from autodiag.benchmarks.sentences import in_two_steps, to_avoid
from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Comparator
from tests.benchmarks.cases import (
    BOTH,
    CITY,
    EPCI,
    EVERYBODY,
    HAMLET,
    MAIN,
    OTHERS,
    TOWN,
    asked_by,
    beside,
    every_sentence,
    one,
)
from tests.sources import ROOT, sources

NARROW = "\u202f"


def test_never_an_average_a_rank_a_centile_nor_a_national_score(library: Library) -> None:
    for _, _, said in every_sentence(library):
        assert not re.search(r"centile|classement|score|en moyenne|rang\b|médiane", said), said
    for module in (compare, interval, placing, sentences, series):
        assert not re.search(r"\b(?:mean|median|fmean|percentile|quantile)\b", source_of(module))


def source_of(module: object) -> str:
    return next(s.text for s in sources("autodiag") if s.module == getattr(module, "__name__", ""))


def test_never_two_shares_made_into_one(library: Library) -> None:
    for benchmark, _, said in every_sentence(library):
        assert said.count("%") <= 1, said
        assert said.count("%") == (0 if library.phrases.numbers.get(f"{benchmark.value:g}")
                                   and benchmark.bound != "exact" else 1)  # fmt: skip


def test_never_a_word_on_you_beside_what_was_not_answered(library: Library) -> None:
    for _, stance, said in every_sentence(library):
        if stance == "non_compare" and "Ce panel" not in said:
            assert not re.search(r"\b[Vv]ous\b", said), said


def test_never_open_data_under_3500_without_saying_that_it_is_optional(library: Library) -> None:
    optional = f"Sous 3{NARROW}500\u00a0habitants, c’est facultatif."
    at_the_threshold = LocalAuthority("Seuil", population=3_500)
    for authority in (*EVERYBODY, at_the_threshold):
        population = authority.population
        comparison = beside(library, MAIN, {"don-4": Answered(0)}, authority)
        asked = [c for c in comparison.comparators if c.question == "don-4"]
        assert len(asked) == 3
        for comparator in asked:
            needed = population is None or population < 3_500
            assert (optional in comparator.sentence) == needed


def test_never_in_or_out_of_a_share_of_another_size(library: Library) -> None:
    for authority, questionnaire, level in product((HAMLET, TOWN, CITY, EPCI), BOTH, range(5)):
        answers = {key: Answered(level) for key in questionnaire.questions}
        for comparator in beside(library, questionnaire, answers, authority).comparators:
            if not comparator.same_size:
                assert comparator.stance == "non_compare"
                assert not re.search(r"Pas vous|Comme \d|De votre côté", comparator.sentence)


def test_never_a_target_the_share_of_others_does_not_excuse_an_obligation(library: Library) -> None:
    duties = {b for b in library.comparators() if library.phrases.benchmarks[b.id].obligation}
    assert {b.question for b in duties} == {"don-1", "dat-1", "usa-6", "com-5"}
    for benchmark, stance, said in every_sentence(library):
        if benchmark in duties:
            assert ("L’obligation vaut pour toutes" in said) == (stance != "dans")
        assert not re.search(r"objectif|cible|devriez|il faut|rattrap|retard", said), said


def test_never_frequent_without_the_risk(library: Library) -> None:
    for benchmark, stance, said in every_sentence(library):
        if re.search(r"fréquent|courant", said):
            assert stance == "dans"
            assert said.endswith("et c’est un risque.")
            assert to_avoid(benchmark)


def test_never_a_question_of_the_dinum(library: Library) -> None:
    for _, _, said in every_sentence(library):
        assert "question Dinum" not in said
    for name in ("phrases.toml", "etudes.csv", "reperes.csv", "series.csv"):
        text = (ROOT / "resources" / "benchmarks" / name).read_text(encoding="utf-8")
        assert "question Dinum" not in text


def test_never_the_split_of_the_2018_study(library: Library) -> None:
    for _, _, said in every_sentence(library):
        assert not re.search(r"retardataire|pragmatique|stratège", said)


def test_never_an_opinion_shown_as_a_fact(library: Library) -> None:
    thinking = re.compile(
        r"jugeaient|plaçaient|satisfaits|citaient|voyaient|pensaient|indiquaient|disaient"
        r"|donnaient|vous (?:vous situez|placez|jugez|citez|voyez|pensez|indiquez|dites|donnez)"
        r"|l’agent (?:vous situe|place|juge|cite|voit|pense|indique|dit|donne)\b"
    )
    opinions = [row for row in every_sentence(library) if row[0].study.reliability == "opinion"]
    assert opinions
    for benchmark, stance, said in opinions:
        assert "avis de personnes" in said
        assert thinking.search(said), said
        assert "même cas" not in said
        if benchmark.question == "out-5":
            assert stance == "non_compare"


def test_never_a_colour(library: Library) -> None:
    names = {field.name for field in fields(Comparator)} | {field.name for field in fields(Place)}
    assert not [name for name in names if "colo" in name or "couleur" in name]
    for source in sources("autodiag"):
        if source.module.startswith("autodiag.benchmarks."):
            assert not re.search(r"#[0-9a-fA-F]{6}\b|\b(?:red|green|rouge|vert)\b", source.text)


def test_never_an_argument_for_an_action() -> None:
    for source in sources("autodiag"):
        if source.module.startswith("autodiag.roadmap."):
            assert "autodiag.benchmarks" not in source.text


def test_never_comme_where_our_level_is_only_near_the_fact(library: Library) -> None:
    for benchmark, _, said in every_sentence(library):
        if in_two_steps(benchmark, library.phrases.benchmarks[benchmark.id]):
            assert not said.startswith(("Comme ", "Vous êtes")), said
    assert asked_by(one(beside(library, OTHERS, {}), "dinum-2025-10-ia").benchmark) is OTHERS
