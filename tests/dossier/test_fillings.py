# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Several questionnaires in one dossier: which is the main one, and the latest of each."""

from datetime import date, timedelta
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_packed, pack_questionnaire
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.dossier.fillings import begin
from autodiag.dossier.next_year import start_next
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.store import Dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Questionnaire
from tests.dossier.samples import NOON, author
from tests.support.desks import FIVE
from tests.support.unscored import UNSCORED

DAY, LATER = NOON.date(), NOON.date() + timedelta(400)
MAIN, OTHER = "cinq-questions", "sans-score"
TOWN = LocalAuthority("Saint-Exemple", population=612)


def begun_with(path: Path, folder: Path, name: str) -> Dossier:
    new = NewDossier(TOWN, pack_questionnaire(folder), name, DAY)
    return create_dossier(path, author(), new)


def other(dossier: Dossier, day: date = DAY) -> int:
    return begin(dossier, pack_questionnaire(UNSCORED), OTHER, day)


def test_another_questionnaire_begun_does_not_become_the_dossier_s_own(path: Path) -> None:
    with begun_with(path, FIVE, MAIN) as dossier:
        dossier.set_answer("out-1", Answered(3))
        assert other(dossier, LATER) == 2
        dossier.set_answer("avis-note", Answered(7))
        assert other(dossier) == 2, "it is the one begun"
    with open_dossier(path, author()) as again:
        assert again.current == 1
        shown = again.snapshot(load_packed)
        assert (shown.main_id, shown.is_main, shown.is_latest) == (MAIN, True, True)
        assert [brief.id for brief in shown.years] == [1]
        filled = shown.others[OTHER]
        assert (filled.id, filled.questionnaire.title) == (2, "Cinq réponses sans score")
        assert filled.assessment.answers == {"avis-note": Answered(7)}
        beside = again.snapshot(load_packed, 2)
        assert (beside.main_id, beside.is_main, beside.is_latest) == (MAIN, False, True)
        assert beside.others[MAIN].assessment.answers == {"out-1": Answered(3)}
        assert [brief.id for brief in beside.main_years] == [1]


def test_the_main_questionnaire_is_the_one_with_a_score_else_the_first(path: Path) -> None:
    with begun_with(path, UNSCORED, OTHER) as dossier:
        assert dossier.snapshot(load_packed).main_id == OTHER
        begin(dossier, pack_questionnaire(FIVE), MAIN, DAY)
    with open_dossier(path, author()) as again:
        assert (again.current, again.snapshot(load_packed).main_id) == (2, MAIN)


def test_D7_each_questionnaire_has_years_of_its_own(path: Path) -> None:
    with begun_with(path, FIVE, MAIN) as dossier:
        dossier.set_answer("out-1", Answered(3))
        other(dossier, LATER)
        dossier.set_answer("avis-note", Answered(7))
        dossier.choose(1)
        started = start_next(dossier, LATER - timedelta(9), None, load_packed)
        assert started.transfer.answers == {"out-1": Answered(3)}
        assert dossier.current == started.number == 3
        assert dossier.answered_by(3)["out-1"].who == "Marie"
        assert dossier.snapshot(load_packed).is_latest
        assert not dossier.snapshot(load_packed, 1).is_latest
        assert dossier.snapshot(load_packed, 2).is_latest
        dossier.choose(2)
        with pytest.raises(AutodiagError) as early:
            start_next(dossier, LATER - timedelta(9), None, load_packed)
        assert early.value.code == "diagnostic_date_anterieure"
        assert not dossier.can_withdraw(), "the one begun last is of the other questionnaire"
        assert dossier.can_withdraw(3)
        dossier.choose(3)
        assert dossier.withdraw() == LATER - timedelta(9)
        assert dossier.current == 1


def test_another_questionnaire_that_cannot_be_read_hides_nothing(path: Path) -> None:
    with begun_with(path, FIVE, MAIN) as dossier:
        other(dossier)

        def load(text: str) -> Questionnaire:
            if "Cinq réponses" in text:
                raise AutodiagError("questionnaire_fautif", source="a", combien="1 point")
            return load_packed(text)

        assert dossier.snapshot(load, 1).others == {}
        with pytest.raises(AutodiagError):
            dossier.snapshot(load, 2)
