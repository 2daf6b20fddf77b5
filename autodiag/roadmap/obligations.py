# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where each obligation stands, read from the answers and the facts (contract R7)."""

from collections.abc import Iterable

from autodiag.model.authority import LocalAuthority
from autodiag.model.condition import Facts, holds
from autodiag.model.result import QuestionTrace, Result
from autodiag.model.roadmap import BINDING, Obligation, ObligationState, ObligationStateId

BECAUSE: dict[str, str] = {
    "condition_fausse": "Ne concerne pas votre collectivité.",
    "fait_inconnu": "Dépend d’un point à préciser sur la page «\u202fCollectivité\u202f».",
    "non_mesuree": "Aucune question ne la mesure\u00a0: à garder en mémoire.",
    "ecartee_par_vous": "Vous avez dit que la question qui la mesure ne vous concerne pas\u00a0: "
    "à vérifier.",
    "question_ecartee": "La question qui la mesure ne concerne pas votre collectivité.",
    "nsp": "Réponse «\u202fje ne sais pas\u202f» à la question qui la mesure.",
    "sans_reponse": "La question qui la mesure n’a pas encore de réponse.",
    "atteinte": "D’après votre réponse, le nécessaire est fait.",
    "conseil": "Ce n’est pas un devoir\u00a0: votre réponse laisse une marge de progrès.",
    "en_dessous": "D’après votre réponse, il reste quelque chose à faire.",
}


def read_obligations(
    obligations: Iterable[Obligation],
    result: Result,
    authority: LocalAuthority,
    facts: Facts,
) -> tuple[ObligationState, ...]:
    """The state of every obligation. A reading of answers, never a legal opinion."""
    traces = result.traces()
    return tuple(_read(obligation, traces, authority, facts) for obligation in obligations)


def _read(
    obligation: Obligation,
    traces: dict[str, QuestionTrace],
    authority: LocalAuthority,
    facts: Facts,
) -> ObligationState:
    concerned = obligation.condition is None or holds(obligation.condition, authority, facts)
    state, because = _state(obligation, traces, concerned)
    measured = obligation.proof is not None and obligation.proof.question in traces
    return ObligationState(obligation, state, BECAUSE[because], measured)


def _state(
    obligation: Obligation, traces: dict[str, QuestionTrace], concerned: bool | None
) -> tuple[ObligationStateId, str]:
    if concerned is False:
        return "sans_objet", "condition_fausse"
    if obligation.proof is None:
        return "rappel", "non_mesuree"
    trace = traces.get(obligation.proof.question)
    if trace is None:  # an older questionnaire, embedded in the dossier, did not ask it
        return "rappel", "non_mesuree"
    if trace.state == "sans_objet":  # the user's word does not lift a duty
        return "a_verifier", "ecartee_par_vous"
    if not trace.counts:
        return "sans_objet", "question_ecartee"
    if concerned is None:
        return "a_verifier", "fait_inconnu"
    if trace.state == "niveau" and trace.low >= obligation.proof.level:
        return "remplie", "atteinte"
    if trace.state != "niveau":
        return "a_verifier", "nsp" if trace.state == "nsp" else "sans_reponse"
    if obligation.nature in BINDING:
        return "non_remplie", "en_dessous"
    return "rappel", "conseil"
