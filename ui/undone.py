# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What was taken back, in a sentence that names it: undoing reaches further than the page one
looks at."""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Any

from autodiag.dossier import schema
from autodiag.model.dossier import Filled
from autodiag.scoring.wording import wording_read

if TYPE_CHECKING:
    from ui.bridge import Bridge

NOTHING = "Il n’y a rien à annuler."
WHAT = {
    schema.ASSESSMENTS.name: "votre note sur 10",
    schema.CAPACITY.name: "le temps ou le budget disponibles",
}
"""What there is only one of."""
OF_A_QUESTION = {
    schema.ANSWERS.name: "votre réponse à",
    schema.NOTES.name: "votre note sur",
    schema.TO_CONFIRM.name: "la confirmation de votre réponse à",
    schema.TO_REVIEW.name: "la marque «\u202fà revoir\u202f» de",
}
TITLE = schema.EVIDENCE.values.index("title")
DATE_KIND, DATE_TITLE = (schema.CALENDAR.values.index(name) for name in ("kind", "title"))
OWN_TITLE = schema.OWN_ACTIONS.values.index("title")
FIELDS = {
    "name": "le nom de la collectivité",
    "population": "le nombre d’habitants",
    "siret": "le numéro SIRET",
}
"""What is corrected by hand; more than that is another collectivité."""


def said_of_undone(changes: object, bridge: "Bridge", act: str = "Annulé") -> str:
    """«Annulé : votre réponse à « … ».» `changes`: those of the journal; `act`: what was done
    with them, in one word."""
    if not isinstance(changes, Sequence) or not changes:
        return NOTHING
    change: Any = changes[0]
    filled = bridge.snapshot.filled(change.assessment)
    what = _what(changes, filled, bridge)
    if filled is not None and filled.id != bridge.snapshot.assessment_id:
        what += f", dans {_quoted(filled.questionnaire.title)}"
    return f"{act}\u00a0: {what}."


def _what(changes: Sequence[Any], filled: Filled | None, bridge: "Bridge") -> str:
    change = changes[0]
    match change.subject:
        case "evidence":
            gesture = _gesture(change, "l’ajout", "le retrait")
            what = f"{gesture} de la pièce {_quoted((change.new or change.old)[TITLE])}"
        case "own_actions":
            gesture = _gesture(change, "l’ajout", "le retrait", "la modification")
            what = f"{gesture} de l’action {_quoted((change.new or change.old)[OWN_TITLE])}"
        case "identity":
            what = _identity({one.item for one in changes})
        case "facts":
            what = f"votre réponse à {_quoted(_fact(change.item, bridge))}"
        case "decisions":
            what = _decided([one.item for one in changes], bridge)
        case "calendar":
            what = _date(change)
        case "aids":
            what = f"l’aide notée pour {_quoted(_action(change.item, bridge))}"
        case "handover":
            what = _noted(change.item, bridge)
        case "contributors":
            what = f"qui prend le thème {_quoted(_theme(change.item, filled))}"
        case subject:
            what = _of_question(subject, change.item, filled, bridge)
    return what


def _quoted(text: str) -> str:
    return f"«\u202f{text}\u202f»"


def _noted(topic: str, bridge: "Bridge") -> str:
    """A handover note, or what is declared for the attestation, which is kept as one."""
    from autodiag.roadmap.declaring import TOPIC

    for one in bridge.knowledge.attestation.criteria:
        if topic == f"{TOPIC}{one.id}":
            return f"ce qui est déclaré pour l’attestation, {_quoted(one.title)}"
    told = bridge.knowledge.handover.get(topic)
    return f"la note de passation {_quoted(told.title if told else topic)}"


def _gesture(change: Any, added: str, taken: str, other: str = "") -> str:
    return added if change.old is None else taken if change.new is None else other or taken


def _decided(actions: Sequence[str], bridge: "Bridge") -> str:
    if len(actions) > 1:
        return f"vos décisions sur {len(actions)} actions, prises ensemble"
    return f"votre décision sur {_quoted(_action(actions[0], bridge))}"


def _date(change: Any) -> str:
    """What there is only one of, or a row with a title."""
    row = change.new or change.old
    if row[DATE_KIND] == "debut":
        return "le premier mois de la feuille de route"
    kind = "la période d’aide" if row[DATE_KIND] == "aide" else "la période sans travail"
    gesture = _gesture(change, "l’ajout", "le retrait", "la modification")
    return f"{gesture} de {kind} {_quoted(row[DATE_TITLE])}"


def _identity(changed: set[str]) -> str:
    """In the order of the form."""
    if changed - FIELDS.keys():
        return "le choix d’une autre collectivité"
    return " et ".join(said for field, said in FIELDS.items() if field in changed)


def _theme(theme_id: str, filled: Filled | None) -> str:
    themes = filled.questionnaire.themes if filled is not None else ()
    return next((theme.title for theme in themes if theme.id == theme_id), theme_id)


def _fact(fact_id: str, bridge: "Bridge") -> str:
    fact = bridge.knowledge.facts.get(fact_id)
    return fact_id if fact is None else fact.read_by(bridge.snapshot.authority.kind)


def _action(action_id: str, bridge: "Bridge") -> str:
    """The title of an action of the catalogue, or of one that was added."""
    action = bridge.knowledge.actions.actions.get(action_id)
    if action is not None:
        return action.title
    own = (one.title for one in bridge.snapshot.own_actions if one.id == action_id)
    return next(own, action_id)


def _of_question(subject: str, item: str, filled: Filled | None, bridge: "Bridge") -> str:
    question = filled and filled.questionnaire.questions.get(item)
    if filled and question and subject in OF_A_QUESTION:
        it = bridge.snapshot
        wording = wording_read(
            filled.questionnaire, question, filled.assessment, it.authority, it.facts
        )
        return f"{OF_A_QUESTION[subject]} {_quoted(wording.text)}"
    return WHAT.get(subject, "la dernière modification")
