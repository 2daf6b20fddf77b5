# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said of the assessments of a dossier: what each holds, what beginning another does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from autodiag.dossier.next_year import Started
from autodiag.model.dossier import AssessmentBrief
from autodiag.text.numbers import count, day

NEW = "Commencer un nouveau diagnostic"
WITHDRAW = "Supprimer ce diagnostic, encore intact"
_TAKEN_BACK = (
    "Tant que vous n’y aurez rien changé, vous pourrez supprimer le nouveau et revenir à celui-ci."
)
_NAMED = 5
"""How many sentences of what could not follow are read; the others are counted."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be begun: the words of the button, empty when nothing may be, and what it does."""

    button: str = ""
    what: str = ""


def brief_said(brief: AssessmentBrief) -> str:
    """«60 réponses, dont 12 à confirmer»."""
    if not brief.answered:
        return "Pas encore de réponse."
    said = count(brief.answered, "réponse")
    return f"{said}, dont {brief.to_confirm} à confirmer." if brief.to_confirm else f"{said}."


def offer(briefs: Sequence[AssessmentBrief], today: date, *, writable: bool) -> Offer:
    """`briefs`: the latest first. One a day at most; a second one in a year is told to be rare."""
    if not writable or not briefs:
        return Offer()
    latest = briefs[0]
    if not latest.answered:
        return Offer()
    if today <= latest.day:
        return Offer(what=_too_early(latest, today))
    taken = (
        f"Vos réponses du {day(latest.day)} seront reprises, et vous les confirmerez une à une. "
        f"Ce diagnostic-là restera dans le dossier, tel quel. {_TAKEN_BACK}"
    )
    if today.year > latest.day.year:
        return Offer(f"Commencer le diagnostic de {today.year}", taken)
    already = (
        f"Un diagnostic de {today.year} existe déjà\u00a0: le plus souvent, mieux vaut le "
        "continuer. Sinon\u00a0: "
    )
    return Offer(NEW, already + taken[0].lower() + taken[1:])


def _too_early(latest: AssessmentBrief, today: date) -> str:
    if today == latest.day:
        return "Le dernier date d’aujourd’hui. Vous pourrez commencer le suivant un autre jour."
    return (
        f"Le dernier diagnostic est daté du {day(latest.day)}, et cet ordinateur est au "
        f"{day(today)}\u00a0: le suivant se commencera après."
    )


def withdrawal_offered(briefs: Sequence[AssessmentBrief]) -> str:
    """What taking the latest away does; `briefs`: the latest first."""
    return (
        "Commencé par erreur ? Rien n’y a encore été changé : vous pouvez le supprimer. "
        f"Celui du {day(briefs[1].day)} pourra de nouveau être modifié."
    )


def withdrawal_refused(briefs: Sequence[AssessmentBrief], today: date) -> str:
    """Why the latest stays, while it is still being begun; `briefs`: the latest first."""
    latest = briefs[0]
    if len(briefs) < 2 or not (latest.to_confirm or latest.day == today):
        return ""
    return (
        f"Le diagnostic du {day(latest.day)} ne peut plus être supprimé : vous y avez déjà "
        "répondu, confirmé, noté, joint ou marqué quelque chose."
    )


def withdrawn_said(gone: date, back: date) -> tuple[str, str]:
    """That an assessment is taken away, and which one goes on."""
    return (
        f"Le diagnostic du {day(gone)} est supprimé.",
        f"Celui du {day(back)} peut de nouveau être modifié.",
    )


def started_said(started: Started) -> tuple[str, str]:
    """That it is begun, then what became of the answers."""
    number = len(started.transfer.carried)
    taken = count(number, "réponse reprise", "réponses reprises")
    more = f"{taken}, à confirmer une à une." if number else "Aucune réponse n’a pu être reprise."
    changes = changes_said(started)
    return (f"Le diagnostic du {day(started.day)} est commencé.", f"{more} {changes}".strip())


def changes_said(started: Started) -> str:
    """What the newer questionnaire changed, and what stays in the assessment before; else empty."""
    moved, said = started.transfer, []
    if started.newer:
        said.append("Le questionnaire a été mis à jour depuis.")
    if moved.renamed:
        renamed = count(len(moved.renamed), "réponse passe", "réponses passent")
        said.append(f"{renamed} à une nouvelle question.")
    if moved.to_read_again:
        again = count(len(moved.to_read_again), "question est écrite", "questions sont écrites")
        them = "la" if len(moved.to_read_again) == 1 else "les"
        said.append(f"{again} autrement\u00a0: relisez-{them}.")
    if started.newer and moved.unanswered:
        said.append(f"{count(len(moved.unanswered), 'question')} sans réponse.")
    left = {
        name: len(things)
        for name, things in (
            ("réponse", moved.aside),
            ("note", started.notes_left),
            ("pièce", started.evidence_left),
        )
        if things
    }
    if left:
        stay = "reste" if sum(left.values()) == 1 else "restent"
        counted = " et ".join(count(number, name) for name, number in left.items())
        said.append(f"{counted} {stay} dans le diagnostic du {day(started.before)} seulement.")
        sentences = [one.sentence for one in moved.aside]
        said += sentences[:_NAMED]
        if len(sentences) > _NAMED:
            said.append(f"Et {count(len(sentences) - _NAMED, 'autre')}.")
    return " ".join(said)
