# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What was taken back, in a sentence: undoing reaches further than the page one looks at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from autodiag.dossier import schema

if TYPE_CHECKING:
    from ui.bridge import Bridge

NOTHING = "Il n’y a rien à annuler."
WHAT = {
    schema.NOTES.name: "votre note",
    schema.FACTS.name: "une réponse sur votre collectivité",
    schema.IDENTITY.name: "l’identité de la collectivité",
    schema.ASSESSMENTS.name: "votre note sur 10",
    schema.DECISIONS.name: "une décision sur une action",
    schema.OWN_ACTIONS.name: "une action ajoutée",
    schema.CAPACITY.name: "le temps ou le budget disponibles",
    schema.HANDOVER.name: "une note de passation",
}
OF_A_QUESTION = {
    schema.ANSWERS.name: "votre réponse à",
    schema.TO_CONFIRM.name: "la confirmation de votre réponse à",
    schema.TO_REVIEW.name: "la marque «\u202fà revoir\u202f» de",
}
TITLE = schema.EVIDENCE.values.index("title")


def said_of_undone(changes: object, bridge: "Bridge", act: str = "Annulé") -> str:
    """«Annulé : votre réponse à « … ».» `changes`: those of the journal; `act`: what was done
    with them, in one word."""
    if not isinstance(changes, Sequence) or not changes:
        return NOTHING
    change: Any = changes[0]
    if change.subject in OF_A_QUESTION and change.item in bridge.questionnaire.questions:
        wording = bridge.wording(bridge.questionnaire.questions[change.item])
        what = f"{OF_A_QUESTION[change.subject]} «\u202f{wording.text}\u202f»"
        return f"{act}\u00a0: {what}"
    if change.subject == schema.EVIDENCE.name:
        gesture = "l’ajout" if change.old is None else "le retrait"
        row: Any = change.new or change.old
        return f"{act}\u00a0: {gesture} de la pièce «\u202f{row[TITLE]}\u202f»."
    return f"{act}\u00a0: {WHAT.get(change.subject, 'la dernière modification')}."
