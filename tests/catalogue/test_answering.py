# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What an answer may be: choices that go together, questions that rest on an earlier answer, two
numbers compared. In the files, in an answers file, and in what was stored before the rule."""

import json
from datetime import date
from types import MappingProxyType

import pytest
from hypothesis import given
from hypothesis import settings as examples
from hypothesis import strategies as st

from autodiag.catalogue.answers import fault_of, fitting, read_answers
from autodiag.catalogue.choosing import closed, refusal, ticked
from autodiag.catalogue.conditions import ConditionError, parse_asked, parse_condition
from autodiag.catalogue.conditions_said import describe_condition
from autodiag.catalogue.load import load_questionnaire
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered, Assessment
from autodiag.model.condition import AllOf, KindIs, Not, ReplyIs, replies_in
from autodiag.model.questionnaire import Choice, Question, Wording
from tests.catalogue.files import DESK, TOOLS, Folder
from tests.catalogue.files import ROOT as ROOT_FILE
from tests.sources import ROOT
from tests.support.plain import plain

SHIPPED = ROOT / "questionnaires"
OFFERED = tuple(Choice(one, one.title()) for one in "abcde")
PICK = Question(
    "pick",
    "t",
    "choix_multiples",
    {"": Wording("?", "?")},
    choices=(*OFFERED, Choice("aucun", "Aucun", alone=True)),
    most=3,
)
NOTE = 'texte = "Quelle note donnez-vous à l’accueil en ligne\u202f?"'
MANY = 'texte = "Par quels moyens les habitants vous joignent-ils\u202f?"'


# --- Choices that go together


@pytest.mark.parametrize(
    ("chosen", "said"),
    [
        ((), "aucun choix n’est donné"),
        (("aucun", "a"), "« Aucun » ne va avec aucun autre choix"),
        (("a", "b", "c", "d"), "4 choix sont donnés, 3 au plus"),
        (("a", "b", "c"), ""),
        (("aucun",), ""),
    ],
)
def test_choices_that_do_not_go_together_are_no_answer(chosen: tuple[str, ...], said: str) -> None:
    assert plain(fault_of(PICK, Answered(chosen))).startswith(said)
    assert bool(fault_of(PICK, Answered(chosen))) is bool(said)


def test_one_that_goes_alone_empties_the_others_and_they_untick_it() -> None:
    assert ticked(PICK, ("a", "b"), "aucun") == ("aucun",)
    assert ticked(PICK, ("aucun",), "b") == ("b",)
    assert ticked(PICK, ("a", "b"), "a") == ("b",)
    assert ticked(PICK, ("a",), "a") == ()


def test_the_fourth_of_three_is_not_ticked_and_none_still_can_be() -> None:
    full = ("a", "b", "c")
    assert closed(PICK, full) == {"d", "e"}
    assert ticked(PICK, full, "d") == full
    assert ticked(PICK, full, "aucun") == ("aucun",)
    assert closed(PICK, ("a", "b")) == frozenset()


@given(st.lists(st.sampled_from([one.id for one in PICK.choices]), max_size=12))
@examples(max_examples=60)
def test_whatever_is_ticked_one_after_another_stays_an_answer(ticks: list[str]) -> None:
    chosen: tuple[str, ...] = ()
    for tick in ticks:
        chosen = ticked(PICK, chosen, tick)
        assert not chosen or not refusal(PICK, chosen)


def test_an_answers_file_that_breaks_the_rules_is_refused_whole() -> None:
    asked = load_questionnaire(SHIPPED / "perception")
    told = {"choix": ["service", "information", "agents", "partage"]}
    wrong = {
        "per-benefices": told,
        "per-obstacles": {"choix": ["cout", "aucun"]},
        "per-obstacles-agent": {"choix": []},
        "per-libre": {"choix": "libres"},
    }
    with pytest.raises(AutodiagError) as caught:
        read_answers(json.dumps(wrong).encode(), "r.json", asked)
    assert len(caught.value.lines) == 4, "the sentence, then each of the three"


def test_what_was_stored_before_a_rule_is_kept_and_told_as_a_fault() -> None:
    asked = load_questionnaire(SHIPPED / "perception")
    old = {"per-obstacles": Answered(("cout", "aucun")), "per-note": Answered(7)}
    read, faults = fitting(Assessment(asked.id, date(2026, 1, 1), MappingProxyType(old)), asked)
    assert (list(read.answers), list(faults)) == (["per-note"], ["per-obstacles"])


# --- Written in the files


def test_a_maximum_that_stops_nobody_is_told(folder: Folder) -> None:
    folder.replace(DESK, MANY, f"choix_au_plus = 2\n{MANY}")
    folder.replace(DESK, 'id = "courriel"', 'id = "aucun"\nseul = true\n')
    said = folder.only()
    assert "choix_au_plus : 2 pour 2 choix, cela n’arrête personne" in said


@pytest.mark.parametrize(
    ("file", "old", "new", "said"),
    [
        (TOOLS, 'id = "agent"', 'id = "agent"\nseul = true', "ne servent qu’au type « choix_mul"),
        (DESK, NOTE, f"choix_au_plus = 2\n{NOTE}", "ne servent qu’au type « choix_multiples »"),
        (DESK, MANY, f"choix_au_plus = 1\n{MANY}", "choix_au_plus"),
    ],
)
def test_a_rule_of_choices_that_means_nothing_is_told(
    folder: Folder, file: str, old: str, new: str, said: str
) -> None:
    folder.replace(file, old, new)
    assert any(said in line for line in folder.lines())


def rest(condition: str) -> str:
    return f'applicable = "{condition}"\nmotif_non_applicable = "Vous l’avez dit."\n'


@pytest.mark.parametrize(
    ("condition", "said"),
    [
        ("reponse out-2 = agent", ""),
        ("non reponse out-2 = agent et type = commune", ""),
        ("reponse acc-2 = courriel", ""),
        ("reponse out-3 >= 2", ""),
        ("reponse out-1 >= 3", ""),
        ("reponse out-2 = agents", "« agents » n’est pas un choix de « out-2 » ; vouliez-vous"),
        ("reponse out-2 > 1", "« out-2 » se répond par un choix"),
        ("reponse out-1 = 5", "« out-1 » se répond par un nombre de 0 à 4"),
        ("reponse out-1 = oui", "« out-1 » se répond par un nombre de 0 à 4"),
        ("reponse out-9 = oui", "question inconnue « out-9 » ; vouliez-vous"),
        ("reponse acc-3 = 2", "« acc-3 » ne vient pas avant"),
        ("reponse = 2", "« = » n’est pas le nom d’une question"),
        ("reponses out-2 = agent", "vouliez-vous dire « reponse »"),
    ],
)
def test_S1_a_question_may_rest_on_an_answer_given_before(
    folder: Folder, condition: str, said: str
) -> None:
    folder.replace(DESK, NOTE, rest(condition) + NOTE)
    lines = folder.lines()
    assert any(said in line for line in lines) if said else lines == []


def test_S7_a_scored_question_never_rests_on_an_answer(folder: Folder) -> None:
    folder.replace(DESK, '"fait ecole et non', '"reponse out-2 = agent et non')
    assert "une question à niveaux ne dépend pas d’une réponse" in folder.only()


def test_a_theme_that_is_filled_in_by_itself_rests_on_no_other(folder: Folder) -> None:
    folder.replace(DESK, NOTE, rest("reponse out-2 = agent") + NOTE)
    assert folder.problems() == []
    folder.replace(ROOT_FILE, "version = ", "par_theme = true\nversion = ")
    assert "« out-2 » est d’un autre thème" in folder.only()
    folder.replace(DESK, "reponse out-2 = agent", "reponse acc-2 = guichet")
    assert folder.problems() == []


def test_S7_no_shipped_score_rests_on_an_answer() -> None:
    asked = load_questionnaire(SHIPPED / "maturite-numerique").questions.values()
    assert not [q.id for q in asked if q.applicable and replies_in(q.applicable)]


def test_only_a_question_rests_on_an_answer() -> None:
    with pytest.raises(ConditionError) as caught:
        parse_condition("reponse out-2 = agent")
    assert "« reponse » n’est pas connu" in plain(str(caught.value))


def test_a_condition_that_grows_from_one_question_to_the_next_is_refused(folder: Folder) -> None:
    """Each rests ten times on the one before: what it takes to read the last has no bound."""
    made = ""
    for rank in range(4):
        before = f"z{rank - 1}" if rank else "acc-3"
        ten = " ou ".join([f"reponse {before} = 1"] * 10)
        asked = f'type = "note"\ntexte = "?"\ntexte_elus = "?"\n{rest(ten)}'
        made += f'\n[[questions]]\nid = "z{rank}"\n{asked}'
    folder.append(DESK, made)
    assert sum("de plus de 500 réponses" in line for line in folder.lines()) == 1


def test_a_condition_on_an_answer_is_read_and_said() -> None:
    condition = parse_asked("type = commune et non reponse inc-1 = 6-12-mois")
    reply = ReplyIs("inc-1", "=", "6-12-mois")
    assert condition == AllOf((KindIs(("commune",)), Not(reply)))
    said = plain(describe_condition(condition, {}))
    assert said == "une commune et autre chose que la réponse « 6-12-mois » à la question inc-1"
    assert parse_asked("reponse out-3 >= 2") == ReplyIs("out-3", ">=", "2")


# --- Two numbers


@pytest.mark.parametrize(
    ("rule", "said"),
    [
        ("ici > autre", "se comparent entre deux nombres de même unité"),
        ("ici > ici", "« ici » est écrit deux fois"),
        ("ici >= 3 et autre = 0", "une cohérence compare deux questions à réponses de 0 à 4"),
    ],
)
def test_numbers_of_different_measures_are_not_compared(
    folder: Folder, rule: str, said: str
) -> None:
    """A number of something beside a mark out of 10."""
    coherence = f'[[questions.coherence]]\navec = "out-3"\nsi = "{rule}"\nmessage = "Ah."\n'
    folder.append(DESK, coherence)
    assert said in folder.only()
