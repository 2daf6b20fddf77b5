# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Pourquoi 2,3 ?» and the answers to clarify first: what is said is what the scores would be."""

import re
from dataclasses import replace
from fractions import Fraction
from functools import cache

import pytest

from autodiag.model.authority import LocalAuthority
from autodiag.model.result import Result
from autodiag.scoring import why
from autodiag.scoring.clarify import MOST, to_clarify, widens
from autodiag.scoring.doubts import with_doubts
from autodiag.scoring.said import Naming
from autodiag.scoring.score import score
from autodiag.text.sentences import read_sentences
from tests.sources import ROOT
from tests.support.builders import Short, assess, town
from tests.support.shipped import shipped_knowledge, shipped_questionnaire

ASKED = shipped_questionnaire()


@cache
def naming() -> Naming:
    authority = LocalAuthority("Saint-Exemple", population=612)
    return Naming(read_sentences(ROOT / "resources"), ASKED, shipped_knowledge(), authority)


def answered(level: Short, **questions: Short) -> Result:
    """The same answer everywhere, but to the questions named (`str_1` for str-1)."""
    answers: dict[str, Short] = dict.fromkeys(ASKED.questions, level)
    answers |= {name.replace("_", "-"): short for name, short in questions.items()}
    return with_doubts(ASKED, score(ASKED, assess(answers), town(), {}))


def test_S9_a_bar_says_its_prudent_score_and_how_far_it_may_go() -> None:
    sure, unsure = answered(2), answered(2, str_1="nsp")
    said = why.bar_said(naming(), sure.theme("strategie"))
    assert said.endswith("2,0 sur\u00a04, sans incertitude.")
    said = why.bar_said(naming(), unsure.theme("strategie"))
    assert "au moins 1,7 sur\u00a04, et jusqu’à 2,2 selon 1\u00a0réponse encore inconnue" in said
    without = why.bar_said(naming(), answered(None).theme("cyber"), "à répondre")
    assert without.endswith("\u00a0: à répondre.")


def test_S3_an_unknown_answer_says_by_how_much_it_widens_its_theme() -> None:
    result = answered(2, str_1="nsp")
    theme = result.theme("strategie")
    (trace,) = [trace for trace in theme.questions if trace.state == "nsp"]
    assert theme.range is not None
    assert widens(theme, trace) == theme.range.high - theme.range.low == Fraction(4, 9)
    assert "de 0,444…\u00a0point." in why.unknown_said(naming(), theme, trace)


def test_S5_the_global_score_is_told_as_a_plain_mean_of_those_that_count() -> None:
    said = why.overall_said(naming(), answered(2))
    assert "vos 9 thèmes" in said
    assert said.endswith("font 18 en tout. Divisé par 9, cela donne **2,0 sur\u00a04**.")
    unsure = why.overall_said(naming(), answered(2, str_1="nsp"))
    assert "les plus hauts possibles" in unsure
    so = {q.id.replace("-", "_"): "so" for q in ASKED.questions.values() if q.theme == "cyber"}
    fewer = answered(2, **so)
    assert "8 thèmes" in why.overall_said(naming(), fewer)
    assert "n’entre pas" in why.theme_counts_said(naming(), fewer.theme("cyber"))
    assert why.overall_said(naming(), replace(fewer, overall=None)) == ""


def test_P6_a_mean_names_the_scores_it_is_made_of() -> None:
    result = answered(2)
    measures = [r.threshold.measure for r in result.profile.readings]
    said = [why.measure_said(naming(), result, measure) for measure in measures]
    (mean,) = filter(None, said)
    assert mean.count("(2,0)") == 3


STRATEGY: dict[str, Short] = dict(
    zip(
        [q.id for q in ASKED.questions.values() if q.theme == "strategie"],
        (0, 3, "so", 4, "nsp", 1, None, 2),
        strict=True,
    )
)
"""Unequal levels, one answer of each other kind."""


def mixed() -> Result:
    """Themes that end in no round number either."""
    answers: dict[str, Short] = {
        q.id: (rank * 3 + len(q.theme)) % 5 for rank, q in enumerate(ASKED.questions.values())
    }
    answers |= {**STRATEGY, "ter-2": "nsp", "usa-3": None, "adm-1": "so"}
    return with_doubts(ASKED, score(ASKED, assess(answers), town(), {}))


def by_hand() -> tuple[int, int, int]:
    """The totals and the weight of that theme, from the questionnaire and the answers alone."""
    weights = {q: ASKED.questions[q].weight for q, answer in STRATEGY.items() if answer != "so"}
    known = {q: answer for q, answer in STRATEGY.items() if isinstance(answer, int)}
    low = sum(weights[q] * level for q, level in known.items())
    unknown = sum(weight for q, weight in weights.items() if q not in known)
    return low, low + 4 * unknown, sum(weights.values())


def told(sentence: str) -> list[str]:
    return re.findall(r"\d+(?:,\d+)?…?", sentence)


def typed(a: int, b: int) -> str:
    """The first digits that a calculator shows."""
    text = f"{a / b:.9f}".replace(".", ",")[:5]
    return f"{text}…" if a * 1000 % b else text.rstrip("0").rstrip(",")


def test_S8_whoever_divides_by_hand_finds_what_the_theme_says() -> None:
    theme = mixed().theme("strategie")
    low, high, weight = by_hand()
    assert len({ASKED.questions[q].weight for q in STRATEGY}) > 1, "the weights must matter"
    assert theme.range is not None
    found = told(why.sum_said(naming(), theme, theme.range))
    assert found[:3] == [str(low), str(high), str(weight)]
    assert found[3:5] == [typed(low, weight), typed(high, weight)]
    assert [text[:3] for text in found[3:5]] == found[5:7], "what is shown is that, cut"


def test_S8_a_quotient_that_is_shown_whole_is_not_said_to_be_rounded() -> None:
    whole, cut = answered(2).theme("strategie"), answered(2, str_1=3).theme("strategie")
    assert whole.range is not None
    assert cut.range is not None
    assert "arrondi" not in why.sum_said(naming(), whole, whole.range)
    said = why.sum_said(naming(), cut, cut.range)
    assert said.endswith("soit **2,1 sur\u00a04**, arrondi vers le bas.")


def test_S5_the_sums_of_the_whole_divided_by_hand_give_what_it_says() -> None:
    result = mixed()
    said = why.overall_said(naming(), result)
    number, low, high, by, low_mean, high_mean, *shown = told(said)
    assert number == by == "9"
    for total, mean, one in ((low, low_mean, shown[0]), (high, high_mean, shown[1])):
        value = float(total.rstrip("…").replace(",", ".")) / 9
        assert abs(value - float(mean.rstrip("…").replace(",", "."))) < 0.0012
        assert mean[:3] == one
    assert said.endswith("leur addition tombe juste, à un centième près.")


def value(term: str) -> float:
    return float(told(term)[0].rstrip("…").replace(",", "."))


def added(result: Result) -> tuple[float, float]:
    """Both sums of the terms that the list gives, as somebody adds them."""
    spans = [theme.range for theme in result.themes if theme.range is not None]
    terms = [why.term_said(naming(), span) for span in spans]
    return sum(value(low) for low, _ in terms), sum(value(high or low) for low, high in terms)


def test_S5_whoever_adds_the_terms_of_the_list_finds_the_sums_of_the_whole() -> None:
    result = mixed()
    _, low, high, *_ = told(why.overall_said(naming(), result))
    for sum_of_terms, said in zip(added(result), (low, high), strict=True):
        assert 0 <= value(said) - sum_of_terms + 1e-9 < 0.01
    sure = answered(2).theme("strategie").range
    assert sure is not None
    assert why.term_said(naming(), sure) == ("2,0", "")


def test_S10_the_apercu_is_worked_out_on_its_own_questions_alone() -> None:
    express = {q.id: q for q in ASKED.questions.values() if q.express}
    levels: dict[str, Short] = {q: rank % 5 for rank, q in enumerate(express)}
    preview = score(ASKED, assess(levels), town(), {}).preview
    assert preview is not None
    title, about = why.preview_why_said(naming(), preview)
    assert title == "Aperçu sur 12\u00a0réponses"
    assert "Seules les 12\u00a0questions de l’aperçu comptent ici." in about
    said = why.overall_said(naming(), preview, preview=True)
    assert said.startswith("Le score de l’aperçu est la moyenne simple de vos 9 thèmes")
    assert {q for q, trace in preview.traces().items() if trace.counts} == set(express)
    by_hand = 0.0
    for theme in preview.themes:
        own = [q for q in express.values() if q.theme == theme.theme]
        total = sum(q.weight * int(str(levels[q.id])) for q in own)
        by_hand += total / sum(q.weight for q in own)
    assert abs(value(told(said)[1]) - by_hand) < 0.001
    assert 0 <= by_hand - added(preview)[0] < 0.01
    (one, *_) = [theme for theme in preview.themes if len(theme.questions) == 1]
    assert why.theme_counts_said(naming(), one).endswith("sur 1 qui compte.")


def test_S9_a_bar_counts_every_unknown_answer_known_to_be_so_or_not_given() -> None:
    said = why.bar_said(naming(), mixed().theme("strategie"))
    assert said.endswith("selon 2\u00a0réponses encore inconnues.")


def test_S2_a_theme_rests_on_the_questions_that_count() -> None:
    said = why.theme_counts_said(naming(), mixed().theme("strategie"))
    assert said == "5\u00a0réponses avec un niveau, sur 7 qui comptent."


def test_P6_a_mean_gives_both_bounds_of_each_score_before_rounding() -> None:
    result = mixed()
    measures = [r.threshold.measure for r in result.profile.readings]
    (measure,) = [measure for measure in measures if measure.kind == "moyenne"]
    said, rounded = why.measure_said(naming(), result, measure), 0
    for theme in measure.themes:
        span = result.theme(theme).range
        assert span is not None
        low, high = (typed(bound.numerator, bound.denominator) for bound in (span.low, span.high))
        both = f"({low}\u00a0–\u00a0{high})" if low != high else f"({low})"
        if "…" in both:
            rounded += 1
            assert both in said
    assert rounded, "the test must be able to fail"
    assert said.endswith("calculée avant d’arrondir.")


def test_P4_an_answer_not_given_is_a_doubt_as_one_that_is_not_known() -> None:
    """Not those that weigh most on the scores, but those that decide of the profile."""
    result = answered(2, str_2="nsp", cyb_1=None, cyb_4="nsp", ter_2=None, eco_2="nsp")
    asked = {"str-2", "cyb-1", "cyb-4", "ter-2", "eco-2"}
    assert {doubt.question for doubt in result.profile.doubts} == asked
    found = to_clarify(ASKED, result)
    assert (found.unknown, found.unanswered, found.total) == (3, 2, 5)
    ranked = [doubt.question for doubt in result.profile.doubts][:MOST]
    assert {one.question for one in found.first} == set(ranked)
    assert set(ranked) & {"cyb-1", "ter-2"}, "the test must be able to fail"
    total = "En tout\u00a0: 3\u00a0réponses à préciser et 2\u00a0questions sans réponse."
    assert why.clarify_total(naming(), found) == total


@pytest.mark.parametrize(
    ("unknown", "title"),
    [
        ((), ""),
        (("str-1",), "La réponse à éclaircir"),
        (("str-1", "cyb-1"), "Les 2 réponses à éclaircir"),
        (("str-1", "cyb-1", "cyb-2", "ter-2"), "Les 3 réponses à éclaircir d’abord"),
    ],
)
def test_P4_at_most_three_answers_to_clarify_and_no_more_than_there_are(
    unknown: tuple[str, ...], title: str
) -> None:
    found = to_clarify(ASKED, answered(3, **{q.replace("-", "_"): "nsp" for q in unknown}))
    assert found.total == len(unknown)
    assert len(found.first) == min(MOST, len(unknown))
    if unknown:
        assert why.clarify_title(naming(), found) == title
        reason = why.clarify_why(naming(), found)
        assert reason.startswith("La connaître" if len(unknown) == 1 else "Les connaître")
        assert ("le plus" in reason) == (found.total > MOST)
        assert ("pas d’autre" in reason) == (found.total <= MOST)


def test_P4_those_that_may_settle_the_profile_come_first_and_people_are_asked_once() -> None:
    result = answered(2, str_2="nsp", cyb_1="nsp", cyb_4="nsp", ter_2="nsp", eco_2="nsp")
    found = to_clarify(ASKED, result)
    assert not result.profile.certain
    ranked = [doubt.question for doubt in result.profile.doubts][:MOST]
    assert {one.question for one in found.first} == set(ranked)
    people = [one.whom for one in found.first]
    assert people == sorted(people, key=people.index)


@pytest.mark.parametrize(("level", "bound"), [(0, "lowest"), (4, "highest")])
def test_P4_what_clarifying_would_change_is_what_the_score_would_then_be(
    level: int, bound: str
) -> None:
    before = answered(2, str_1="nsp", str_2="nsp")
    for one in to_clarify(ASKED, before).first:
        then = answered(
            2, **{"str_1": "nsp", "str_2": "nsp", one.question.replace("-", "_"): level}
        )
        assert then.theme(one.theme).range == getattr(one, bound)
        said = why.clarified_said(naming(), one)
        assert f"{naming().short(getattr(one, bound))} si " in said
        assert said.index(naming().short(one.lowest)) < said.index("niveau 0")
        assert said.index("niveau 0") < said.index(f"{naming().short(one.highest)} si ")
        assert naming().short(one.before) in said


def test_P4_the_last_unknown_answer_of_a_theme_ends_its_range() -> None:
    (one,) = to_clarify(ASKED, answered(3, str_1="nsp")).first
    assert one.ends_doubt
    assert why.clarified_said(naming(), one).endswith("deviendrait un seul nombre.")


def test_S9_nothing_known_of_a_theme_gives_no_range_from_0_to_4() -> None:
    for one in to_clarify(ASKED, answered("nsp")).first:
        assert why.clarified_said(naming(), one).endswith("le premier niveau connu de ce thème.")
