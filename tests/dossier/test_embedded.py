# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A dossier and the real questionnaire: what is embedded is what was installed (contract D7)."""

from dataclasses import replace
from pathlib import Path

from autodiag.catalogue.load import load_packed, load_questionnaire, pack_questionnaire
from autodiag.dossier.creation import create_dossier
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered
from tests.dossier.samples import author, new
from tests.sources import ROOT

SHIPPED = ROOT / "questionnaires" / "maturite-numerique"


def test_D7_scores_use_the_exact_questionnaire_that_was_installed(path: Path) -> None:
    installed = load_questionnaire(SHIPPED)
    begun = replace(
        new(),
        questionnaire=pack_questionnaire(SHIPPED),
        questionnaire_id=installed.id,
        answers={question: Answered(2) for question in installed.questions},
    )
    create_dossier(path, author(), begun).close()
    # a dossier is sent by mail: it stays small with a whole questionnaire in it
    assert path.stat().st_size < 300_000
    with open_dossier(path, author()) as dossier:
        found = dossier.snapshot(load_packed)
        assert found.questionnaire == installed
        assert found.questionnaire.sha256 == dossier.assessments()[0].questionnaire_sha256
        assert found.assessment.answers.keys() == installed.questions.keys()
