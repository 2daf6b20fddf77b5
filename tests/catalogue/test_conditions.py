# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The closed language of conditions: what it means, what it refuses, and that it round trips."""

import time

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from autodiag.catalogue.conditions import (
    MAX_DEPTH,
    ConditionError,
    parse_coherence,
    parse_condition,
    write_condition,
)
from autodiag.catalogue.conditions_said import describe_condition
from autodiag.model.authority import KINDS, LocalAuthority
from autodiag.model.condition import (
    COMPARISONS,
    AllOf,
    AnyOf,
    Condition,
    FactIs,
    KindIs,
    Not,
    PopulationIs,
    holds,
)
from tests.support.plain import plain


@pytest.mark.parametrize(
    ("text", "condition"),
    [
        ("population >= 1000", PopulationIs(">=", 1000)),
        ("population>10000", PopulationIs(">", 10000)),
        ("type = epci", KindIs(("epci",))),
        ("fait ecole", FactIs("ecole")),
        ("fait reseau_enterre", FactIs("reseau_enterre")),
        ("non fait ecole", Not(FactIs("ecole"))),
        ("non non fait ecole", Not(Not(FactIs("ecole")))),
        ("fait a et fait b et fait c", AllOf((FactIs("a"), FactIs("b"), FactIs("c")))),
        ("fait a et (fait b et fait c)", AllOf((FactIs("a"), FactIs("b"), FactIs("c")))),
        ("((fait a))", FactIs("a")),
    ],
)
def test_S1_the_language_is_parsed(text: str, condition: Condition) -> None:
    assert parse_condition(text) == condition


def test_S1_et_binds_tighter_than_ou_and_parentheses_win() -> None:
    a, b, c = FactIs("a"), FactIs("b"), FactIs("c")
    assert parse_condition("fait a ou fait b et fait c") == AnyOf((a, AllOf((b, c))))
    assert parse_condition("(fait a ou fait b) et fait c") == AllOf((AnyOf((a, b)), c))
    assert parse_condition("non fait a et fait b") == AllOf((Not(a), b))
    assert parse_condition("non (fait a et fait b)") == Not(AllOf((a, b)))


def test_S1_a_parsed_condition_holds_as_it_reads() -> None:
    condition = parse_condition("population >= 1000 ou type = epci")
    small = LocalAuthority("Bourg", population=612)
    assert holds(condition, small, {}) is False
    assert holds(condition, LocalAuthority("Communauté", kind="epci"), {}) is True
    assert holds(condition, LocalAuthority("Bourg"), {}) is None


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("populaton > 10", "vouliez-vous dire « population »"),
        ("type = comune", "vouliez-vous dire « commune »"),
        ("population => 10", "« => » n’est pas une comparaison"),
        ("population ! 10", "« ! » n’est pas une comparaison"),
        ("population > dix", "« dix » n’est pas un nombre entier"),
        ("population > 99999999999999", "n’est pas un nombre entier"),
        ("population > 10 000", "« 000 » n’est pas à sa place"),
        ("fait", "il manque la fin, il faut le nom d’un fait"),
        ("fait École", "n’est pas le nom d’un fait"),
        ("fait et", "n’est pas le nom d’un fait"),
        ("", "il manque la fin"),
        ("(fait a", "il manque la fin, il faut « ) »"),
        ("fait a)", "« ) » n’est pas à sa place"),
        ("fait a fait b", "il faut « et » ou « ou »"),
        ("fait a & fait b", "« & » n’est pas à sa place"),
        ("__import__('os')", "« __import__ » n’est pas connu"),
        ("non", "il manque la fin"),
    ],
)
def test_S1_what_is_not_in_the_language_is_refused_in_french(text: str, said: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    sentence = plain(str(caught.value))
    assert sentence.startswith("condition « ")
    assert said in sentence


@pytest.mark.parametrize(
    "text",
    [
        "(" * 400,
        "non " * 120 + "fait a",
        "(" * (MAX_DEPTH + 1) + "fait a" + ")" * (MAX_DEPTH + 1),
        " ou ".join(["fait a"] * 60)[:499],
        "fait a" + " " * 10_000_000,
        "x" * 10_000_000,
    ],
)
def test_a_hostile_condition_is_refused_at_once(text: str) -> None:
    started = time.perf_counter()
    with pytest.raises(ConditionError) as caught:
        parse_condition(text)
    assert time.perf_counter() - started < 1
    assert len(str(caught.value)) < 300


def test_depth_up_to_the_limit_is_accepted() -> None:
    assert parse_condition("(" * MAX_DEPTH + "fait a" + ")" * MAX_DEPTH) == FactIs("a")


ATOMS: st.SearchStrategy[Condition] = st.one_of(
    st.builds(PopulationIs, st.sampled_from(sorted(COMPARISONS)), st.integers(0, 10**8)),
    st.builds(KindIs, st.sampled_from(KINDS).map(lambda kind: (kind,))),
    st.builds(FactIs, st.from_regex(r"[a-z][a-z0-9_-]{1,8}", fullmatch=True)).filter(
        lambda fact: fact.fact not in ("et", "ou")
    ),
)
CONDITIONS = st.recursive(
    ATOMS,
    lambda inside: st.one_of(
        inside.map(Not),
        st.lists(inside, min_size=2, max_size=3).map(lambda parts: AllOf(tuple(parts))),
        st.lists(inside, min_size=2, max_size=3).map(lambda parts: AnyOf(tuple(parts))),
    ),
    max_leaves=8,
)


@given(CONDITIONS)
@examples(max_examples=150)
def test_a_written_condition_is_read_back_the_same(condition: Condition) -> None:
    """The same once « et » in « et » is made one; and the very same when written again."""
    once = parse_condition(write_condition(condition))
    assert parse_condition(write_condition(once)) == once
    for authority in (LocalAuthority("a", population=5), LocalAuthority("b", kind="epci")):
        assert holds(once, authority, {}) == holds(condition, authority, {})


def test_several_kinds_are_written_as_a_choice() -> None:
    both = Not(KindIs(("commune", "epci")))
    assert parse_condition(write_condition(both)) == Not(
        AnyOf((KindIs(("commune",)), KindIs(("epci",))))
    )


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("population > 10000 ou type = epci", "plus de 10 000 habitants ou une intercommunalité"),
        ("population >= 1000", "1 000 habitants au moins"),
        ("non population >= 1000", "moins de 1 000 habitants"),
        ("fait ecole", "oui à « La commune gère-t-elle une école ? »"),
        ("non fait site", "non à « site »"),
        (
            "type = commune et (population < 500 ou non type = epci)",
            "une commune et (moins de 500 habitants ou sauf : une intercommunalité)",
        ),
    ],
)
def test_a_condition_is_said_in_french(text: str, phrase: str) -> None:
    facts = {"ecole": "La commune gère-t-elle une école\u202f?"}
    assert plain(describe_condition(parse_condition(text), facts)) == phrase


def test_a_coherence_compares_here_and_there_in_any_order() -> None:
    rule = parse_coherence("ici >= 3 et autre = 0")
    assert (rule.comparison, rule.value, rule.other_comparison, rule.other_value) == (
        *(">=", 3),
        *("=", 0),
    )
    assert parse_coherence("autre = 0 et ici >= 3") == rule


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("ici >= 3", "il manque la fin, il faut « et »"),
        ("ici >= 3 et ici = 0", "« ici » est écrit deux fois"),
        ("ici >= 5 et autre = 0", "« 5 » n’est pas un nombre entier entre 0 et 4"),
        ("ici >= 3 ou autre = 0", "« et » attendu, « ou » trouvé"),
        ("ici >= 3 et autres = 0", "vouliez-vous dire « autre »"),
        ("ici >= 3 et autre = 0 et ici = 1", "« et » n’est pas à sa place"),
    ],
)
def test_a_coherence_out_of_the_language_is_refused(text: str, said: str) -> None:
    with pytest.raises(ConditionError) as caught:
        parse_coherence(text)
    assert said in plain(str(caught.value))
