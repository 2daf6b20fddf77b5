# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Who reads, and what they answered: wordings, people, reminders, in plain words."""

import re
from dataclasses import replace

import pytest

from autodiag.model.assessment import Answered
from tests.report.checks import printed
from tests.report.sample import UNKNOWN, VILLAGE, content, everything, levels
from tests.support.shipped import shipped_questionnaire

INTERCO = replace(VILLAGE, name="Brelle et Coteaux", kind="epci", population=9_400, epci_name="")


def flat(text: str) -> str:
    return " ".join(text.split())


def test_D7_an_answer_given_in_a_village_is_printed_in_its_own_words_once_grown() -> None:
    question = next(q for q in shipped_questionnaire().questions.values() if "grande" in q.wordings)
    own, grown = question.wordings[""], question.wordings["grande"]
    assert own.levels[3] != grown.levels[3]
    answers = {**everything(Answered(2)), question.id: Answered(3)}
    grown_up = replace(VILLAGE, population=50_000)
    text = printed(content(answers, grown_up, planned=False)).flat
    assert flat(own.levels[3]) in text
    assert flat(grown.levels[3]) not in text
    assert flat(own.text) in text


def test_D7_a_question_still_open_is_asked_in_todays_words() -> None:
    question = next(
        q
        for q in shipped_questionnaire().questions.values()
        if "grande" in q.wordings and q.wordings[""].text != q.wordings["grande"].text
    )
    answers = {**everything(Answered(2)), question.id: UNKNOWN}
    text = printed(content(answers, replace(VILLAGE, population=50_000), planned=False)).flat
    assert flat(question.wordings["grande"].text) in text


def test_R7_what_a_question_measures_is_not_called_unmeasured() -> None:
    what = content(everything(Answered(0)), planned=False)
    progress = [s for s in what.obligations if s.state == "rappel" and s.obligation.proof]
    assert {"CUIVRE", "CONTINUITE"} <= {s.obligation.id for s in progress}
    text = printed(what).flat
    start = text.index("Conseils et échéances : une marge de progrès")
    end = text.index("Pour mémoire : aucune question ne les mesure")
    assert start < end
    for state in progress:
        assert flat(state.obligation.title) in text[start:end], state.obligation.id


@pytest.mark.long
def test_an_intercommunalite_is_not_sent_to_a_mayor() -> None:
    what = content({**levels(), "str-2": UNKNOWN, "cyb-1": UNKNOWN}, INTERCO)
    text = printed(what).flat
    folded = text.lower()
    assert "la ou le maire" not in folded
    assert "secrétaire de mairie" not in folded
    assert "la direction générale des services" in folded
    assert "Une commune peut donc" not in text
    village = printed(content({**levels(), "str-2": UNKNOWN, "cyb-1": UNKNOWN})).flat.lower()
    assert "la direction générale des services" not in village


@pytest.mark.parametrize(
    ("answered", "said"), [(0, "aucun ne l’est encore"), (1, "un seul l’est pour l’instant")]
)
def test_how_many_themes_are_ready_is_said_in_french(answered: int, said: str) -> None:
    themes = shipped_questionnaire().themes[1 : 1 + answered]
    answers = {q.id: Answered(2) for theme in themes for q in theme.questions}
    text = printed(content(answers, planned=False)).flat
    assert said in text
    assert "0 thème" not in text


def test_B3_the_sources_say_the_margin_of_each_figure_where_it_is_known() -> None:
    what = content(levels(), planned=False)
    text = printed(what).flat

    known = {
        c.benchmark.study.id
        for c in what.comparison.comparators
        if c.margin is not None and (c.benchmark.n_base or 0) >= 100
    }
    assert known
    assert len(re.findall(r"Marge \([0-9., et]+\) : au mieux ± \d+ points?\.", text)) >= len(known)
    assert re.search(r"Marge \([0-9., et]+\) : ordre de grandeur, \d+ répondants", text)
