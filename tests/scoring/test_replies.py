# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Questions that rest on an answer given before them: asked, kept, passed, and set aside wherever
questions are counted or compared."""

from datetime import date
from types import MappingProxyType

import pytest

from autodiag.benchmarks.compare import compare
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Answered, Assessment, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import AnyOf, FactIs, KindIs, Not, ReplyIs, followed, holds
from autodiag.report.skipping import passed_said, passed_when
from autodiag.scoring.coherence import odd_pairs
from autodiag.scoring.trace import applies, reply
from tests.report.sample import library
from tests.sources import ROOT
from tests.support.builders import question, town
from tests.support.plain import plain

BAROMETER = load_questionnaire(ROOT / "questionnaires" / "numerique-et-collectivites")
VILLAGE, EPCI = town(612), town(12_000, "epci")
NO_PLACE = Answered("non")


def filled(answers: dict[str, Answer]) -> Assessment:
    return Assessment(BAROMETER.id, date(2026, 11, 22), MappingProxyType(answers))


def stands(name: str, answers: dict[str, Answer], authority: LocalAuthority = VILLAGE) -> str:
    return reply(BAROMETER.questions[name], filled(answers), authority, {})


@pytest.mark.parametrize(
    ("given", "asked"),
    [
        (None, True),
        (Unknown(), True),
        (NotConcerned("Une raison"), True),
        (Answered("proche"), True),
        (NO_PLACE, False),
    ],
)
def test_S1_what_is_not_known_of_an_answer_hides_nothing(given: Answer | None, asked: bool) -> None:
    answers = {} if given is None else {"inc-1": given}
    assert (stands("inc-2", answers) != "non_applicable") is asked
    assert stands("inc-2", answers, EPCI) != "non_applicable", "it looks at its whole territory"


def test_S2_an_answer_to_what_is_no_longer_asked_is_kept_and_inactive() -> None:
    before: dict[str, Answer] = {"inc-2": Answered(("mairie",)), "inc-1": Answered("proche")}
    after = filled(before).with_answer("inc-1", NO_PLACE)
    assert stands("inc-2", before) == "repondue"
    assert stands("inc-2", dict(after.answers)) == "non_applicable"
    assert after.answers["inc-2"] == Answered(("mairie",))
    assert stands("inc-2", dict(after.with_answer("inc-1", None).answers)) == "repondue"


def test_S1_an_answer_that_is_itself_no_longer_asked_is_no_answer() -> None:
    """a → b → c: with «non» to a, what was said to b does not have c asked."""
    on_b = followed(ReplyIs("b", "=", "oui"), {"b": ReplyIs("a", "=", "oui")})
    given = {"a": Answered("oui"), "b": Answered("oui")}
    assert holds(on_b, VILLAGE, {}, given) is True
    assert holds(on_b, VILLAGE, {}, {**given, "a": Answered("non")}) is False
    assert holds(on_b, VILLAGE, {}, {"b": Answered("oui")}) is True, "a may be «oui»"
    assert holds(Not(on_b), VILLAGE, {}, {"a": Unknown()}) is None


@pytest.mark.parametrize(
    ("condition", "value", "is_so"),
    [
        (ReplyIs("q", "=", "0"), 0, True),
        (ReplyIs("q", ">=", "2"), 2.5, True),
        (ReplyIs("q", "<", "2"), 2, False),
        (ReplyIs("q", "=", "2a5"), "2a5", True),
        (ReplyIs("q", "=", "b"), ("a", "b"), True),
        (ReplyIs("q", "=", "c"), ("a", "b"), False),
        (ReplyIs("q", "=", "oui"), 3, False),
    ],
)
def test_an_answer_of_any_type_is_read(
    condition: ReplyIs, value: float | str | tuple[str, ...], is_so: bool
) -> None:
    assert holds(condition, VILLAGE, {}, {"q": Answered(value)}) is is_so


def test_B4_what_is_not_asked_is_neither_compared_nor_without_a_figure() -> None:
    def compared(answer: Answered) -> set[str]:
        found = compare(library(), BAROMETER, filled({"inc-1": answer}), VILLAGE, {})
        return {one.question for one in found.comparators} | set(found.without)

    assert {"inc-2", "inc-3"} <= compared(Answered("proche"))
    assert compared(Answered("proche")) - compared(NO_PLACE) == {"inc-2", "inc-3"}


@pytest.mark.parametrize(("fibre", "needed", "odd"), [(3, 2, True), (2, 2, False), (1, 2, False)])
def test_two_numbers_that_do_not_go_together_are_remarked(
    fibre: int, needed: int, odd: bool
) -> None:
    answers = filled({"inf-3a": Answered(needed), "inf-3b": Answered(fibre)})
    pairs = odd_pairs(BAROMETER, answers, {"inf-3a", "inf-3b"})
    assert [(one.question, one.other) for one in pairs] == ([("inf-3b", "inf-3a")] if odd else [])
    assert odd_pairs(BAROMETER, answers, {"inf-3a"}) == [], "nothing of what is not asked"


# --- On a form to fill in by hand


def test_a_blank_form_says_which_answer_lets_one_pass() -> None:
    asked = BAROMETER.questions["inc-2"]
    assert applies(asked, VILLAGE, {}), "whatever the dossier holds"
    passed = passed_when(asked, VILLAGE, {})
    assert passed is not None
    assert plain(passed_said(passed, BAROMETER, "n° {}".format)) == "« Non » à la question n° inc-1"
    assert passed_when(asked, EPCI, {}) is None
    assert passed_when(BAROMETER.questions["inc-1"], VILLAGE, {}) is None


def test_what_is_not_known_of_the_collectivite_lets_nobody_pass() -> None:
    yes = ReplyIs("q", "=", "1")
    either = question("t-2", applicable=AnyOf((FactIs("site"), yes)))
    assert passed_when(either, VILLAGE, {}) is None
    assert passed_when(either, VILLAGE, {"site": False}) == Not(yes)
    never = question("t-3", applicable=AnyOf((KindIs(("epci",)), Not(yes))))
    assert passed_when(never, VILLAGE, {}) == yes
