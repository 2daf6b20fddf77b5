# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The answers that are handed over, in words: what does not count is not told as if it did."""

from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answered
from autodiag.model.condition import KindIs
from autodiag.model.dossier import Snapshot
from autodiag.scoring.handed import answer_said, handed_answers
from tests.support.builders import assess, question, questionnaire, town
from tests.support.unscored import UNSCORED


def test_S1_an_answer_set_aside_says_why_and_is_not_counted() -> None:
    asked = questionnaire(
        question("cap-1"),
        question("cap-2", applicable=KindIs(("commune",))),
    )
    given = assess({"cap-1": 2, "cap-2": 0})
    for kind, number in (("commune", 2), ("epci", 1)):
        snapshot = Snapshot(town(kind=kind), {}, asked, given, {}, {})
        (theme,) = handed_answers(snapshot, {})
        assert theme.given == number
        said = theme.answers[1].answer
        if kind == "commune":
            assert said.startswith("Niveau 0.")
        else:
            assert said == "ne s’applique pas Votre réponse est gardée, sans compter."


def test_a_mark_says_what_it_is_out_of() -> None:
    asked = load_questionnaire(UNSCORED).questions["avis-note"]
    assert answer_said(asked, Answered(9), asked.wording()) == "9 sur\u00a010"
