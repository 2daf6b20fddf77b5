# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The questionnaire without a score of the tests, and one answer to each type of question."""

from pathlib import Path

from autodiag.model.assessment import Answer, Answered

UNSCORED = Path(__file__).parent.parent / "data" / "questionnaires" / "sans-score"
GIVEN: dict[str, Answer] = {
    "avis-note": Answered(7),
    "avis-choix": Answered("oui"),
    "avis-plusieurs": Answered(("agent", "prestataire")),
    "avis-nombre": Answered(12),
}
"""All that is asked of a commune without a school."""
