# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is said of the assessments of a dossier: what each holds, what beginning another does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from autodiag.dossier.next_year import Started
from autodiag.model.dossier import AssessmentBrief
from autodiag.scoring.taken_over import held_said
from autodiag.text.numbers import count, day
from ui.pages.authority_years_terms import DIAGNOSIS, Terms

_NAMED = 5
"""How many sentences of what could not follow are read; the others are counted."""


@dataclass(frozen=True, slots=True)
class Offer:
    """What may be begun: the words of the button, empty when nothing may be, and what it does."""

    button: str = ""
    what: str = ""


def brief_said(brief: AssessmentBrief, aside: frozenset[str] = frozenset()) -> str:
    """«60 réponses, dont 12 à confirmer», without the questions set `aside`: those not asked."""
    if not brief.answered:
        return "Pas encore de réponse."
    return f"{held_said(brief, aside)}."


def offer(
    briefs: Sequence[AssessmentBrief], today: date, *, writable: bool, terms: Terms = DIAGNOSIS
) -> Offer:
    """`briefs`: the latest first. One a day at most; a second one in a year is told to be rare."""
    if not writable or not briefs:
        return Offer()
    latest = briefs[0]
    if not latest.answered:
        return Offer()
    if today == latest.day:
        return Offer(what=terms.of_today)
    if today < latest.day:
        return Offer(what=terms.of_later.format(jour=day(latest.day), autre=day(today)))
    taken = terms.taken.format(jour=day(latest.day))
    if today.year > latest.day.year:
        return Offer(terms.new_year.format(annee=today.year), taken)
    already = f"{terms.already.format(annee=today.year)} Sinon\u00a0: "
    return Offer(terms.new, already + taken[0].lower() + taken[1:])


def withdrawal_offered(briefs: Sequence[AssessmentBrief], terms: Terms) -> str:
    """What taking the latest away does; `briefs`: the latest first."""
    return terms.offered.format(jour=day(briefs[1].day))


def withdrawal_refused(briefs: Sequence[AssessmentBrief], today: date, terms: Terms) -> str:
    """Why the latest stays, while it is still being begun; `briefs`: the latest first."""
    latest = briefs[0]
    if len(briefs) < 2 or not (latest.to_confirm or latest.day == today):
        return ""
    return terms.refused.format(jour=day(latest.day))


def withdrawn_said(gone: date, back: date, terms: Terms) -> tuple[str, str]:
    """That an assessment is taken away, and which one goes on."""
    return terms.gone.format(jour=day(gone)), terms.back.format(jour=day(back))


def started_said(
    started: Started, terms: Terms = DIAGNOSIS, aside: frozenset[str] = frozenset()
) -> tuple[str, str]:
    """That it is begun, then what became of the answers; those `aside` are of what is not asked."""
    number = sum(one.new not in aside for one in started.transfer.carried)
    taken = count(number, "réponse reprise", "réponses reprises")
    more = f"{taken}, à confirmer une à une." if number else "Aucune réponse n’a pu être reprise."
    changes = changes_said(started, terms)
    return terms.begun.format(jour=day(started.day)), f"{more} {changes}".strip()


def changes_said(started: Started, terms: Terms = DIAGNOSIS) -> str:
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
        said.append(f"{counted} {stay} {terms.left_in.format(jour=day(started.before))}.")
        sentences = [one.sentence for one in moved.aside]
        said += sentences[:_NAMED]
        if len(sentences) > _NAMED:
            said.append(f"Et {count(len(sentences) - _NAMED, 'autre')}.")
    return " ".join(said)
