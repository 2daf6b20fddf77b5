# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Two dates compared, in French: every sentence and figure of it, for the window and for paper.

What is shown adds up: the scores are rounded down (contract S9), their difference is the change,
and its parts are rounded so that they make it.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import floor

from autodiag.model.result import Range
from autodiag.scoring.change import Change, Counts, Parts, ThemeChange
from autodiag.scoring.change_waiting import nothing_yet, waiting_said
from autodiag.text.numbers import MONTHS, count, day, listing, score
from autodiag.text.typography import capitalised

WHOLE = "Score global"
NOT_COMPARABLE = "non comparable"
_NUMBERS = ("", "une", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix")
Thresholds = Sequence[Fraction]


@dataclass(frozen=True, slots=True)
class Tenths:
    """A change of the prudent score and its parts as shown, in tenths of a point."""

    whole: int
    answers: int
    applicability: int
    questionnaire: int

    @property
    def parts(self) -> tuple[int, int, int]:
        """Those of the answers, of applicability, of the questionnaire."""
        return self.answers, self.applicability, self.questionnaire


def title(change: Change) -> str:
    """«Depuis 2025»."""
    before, after = change.before, change.after
    if before.year != after.year:
        return f"Depuis {before.year}"
    if before.month != after.month:
        return f"Depuis {MONTHS[before.month - 1]} {before.year}"
    return f"Depuis le {day(before)}"


def columns(change: Change) -> tuple[str, str]:
    """What heads the scores of both dates: «En 2025», «En 2027»."""
    dates = change.before, change.after
    if change.before.year != change.after.year:
        return f"En {dates[0].year}", f"En {dates[1].year}"
    return "Avant", "Maintenant"


def tenths(one: ThemeChange, thresholds: Thresholds = ()) -> Tenths | None:
    """The figures shown; None where nothing is comparable."""
    if one.split is None or one.before is None or one.after is None:
        return None
    shown = _shown(one.after, thresholds) - _shown(one.before, thresholds)
    whole = floor(shown * 10 + Fraction(1, 2))
    return Tenths(whole, *_rounded(one.split.low, whole))


def _shown(span: Range, thresholds: Thresholds) -> Fraction:
    return Fraction(score(span.low, thresholds).replace(",", "."))


def _rounded(parts: Parts, whole: int) -> tuple[int, int, int]:
    """The parts in tenths, the nearest that make the whole; what is nothing stays nothing."""
    exact = [10 * one for one in (parts.answers, parts.applicability, parts.questionnaire)]
    found = [floor(one) for one in exact]
    by_rest = sorted((i for i in range(3) if exact[i]), key=lambda i: exact[i] - found[i])
    left = whole - sum(found)
    for i in reversed(by_rest) if left > 0 else by_rest:
        if left:
            found[i] += 1 if left > 0 else -1
            left -= 1 if left > 0 else -1
    return found[0], found[1], found[2]


def signed(value: int) -> str:
    """«+0,6», «−0,2», «0»."""
    if not value:
        return "0"
    whole, part = divmod(abs(value), 10)
    return f"{'+' if value > 0 else '−'}{whole},{part}"


def theme_said(one: ThemeChange, thresholds: Thresholds = (), *, counted: bool = True) -> str:
    """«Cybersécurité : +0,6, dont +0,5 par vos réponses et +0,1 parce que trois questions ne vous
    concernent plus.» Without the numbers of questions where not `counted`."""
    name = f"{one.title or WHOLE}\u00a0: "
    shown = tenths(one, thresholds)
    if shown is None or one.split is None:
        return f"{name}{_why_not(one)}."
    counts = one.split.counts
    parts = _parts_said(shown, counts, counted=counted)
    if not parts:
        return f"{name}{_unchanged(one.split.low, counts)}."
    prudent = "" if _exact(one) else " au score prudent"
    if not shown.whole:
        return f"{name}le même score{prudent}, avec {listing(parts)}."
    if len(parts) == 1:
        cause = parts[0].split(" ", 1)[1]
        return f"{name}{signed(shown.whole)}{prudent}, {cause}."
    return f"{name}{signed(shown.whole)}{prudent}, {_joint(shown)} {listing(parts)}."


def cause_said(one: ThemeChange, thresholds: Thresholds = ()) -> str:
    """What stands beside the figure of a theme: its causes, unless answers are the only one; why
    it is not comparable."""
    shown = tenths(one, thresholds)
    if shown is None or one.split is None:
        return capitalised(f"{_why_not(one)}.")
    if not (shown.applicability or shown.questionnaire):
        return ""
    return capitalised(f"{listing(_parts_said(shown, one.split.counts, counted=True))}.")


def _joint(shown: Tenths) -> str:
    """«dont» for parts of a whole, «soit» where some go the other way."""
    signs = {value > 0 for value in shown.parts if value}
    return "dont" if len(signs) == 1 else "soit"


def _why_not(one: ThemeChange) -> str:
    if not one.theme:
        return f"{NOT_COMPARABLE}, car tous les thèmes ne se comparent pas"
    if one.before is None and one.after is None:
        return "sans objet aux deux dates"
    if one.before is None:
        return f"{NOT_COMPARABLE}, car ce thème n’était pas évalué"
    if one.after is None:
        return f"{NOT_COMPARABLE}, car ce thème n’est plus évalué"
    return f"{NOT_COMPARABLE}, car aucune question commune ne comptait aux deux dates"


def _unchanged(parts: Parts, counts: Counts) -> str:
    exact = (parts.answers, parts.applicability, parts.questionnaire)
    if any(exact):
        return "presque pas de changement, moins d’un dixième de point"
    return "le même score, avec d’autres réponses" if counts.changed else "pas de changement"


def _exact(one: ThemeChange) -> bool:
    return all(span is None or span.exact for span in (one.before, one.after))


def _parts_said(shown: Tenths, counts: Counts, *, counted: bool) -> list[str]:
    causes = (
        (shown.answers, "par vos réponses"),
        (shown.applicability, f"parce {_because(_concerned(counts, counted=counted))}"),
        (shown.questionnaire, f"parce que {_asked_otherwise(counts)}"),
    )
    return [f"{signed(value)} {cause}" for value, cause in causes if value]


def _concerned(counts: Counts, *, counted: bool) -> str:
    if not counted:
        return "ce qui vous concerne a changé"
    gone = f"{_many(counts.left)} ne vous concerne{_nt(counts.left)} plus"
    come = f"{_many(counts.joined)} vous concerne{_nt(counts.joined)} désormais"
    if counts.left and counts.joined:
        return f"{gone} et {_because(come)}"
    return gone if counts.left else come


def _asked_otherwise(counts: Counts) -> str:
    if counts.reweighted and not counts.added and not counts.removed:
        return "des questions comptent autrement"
    return "les questions ont changé"


def _because(reason: str) -> str:
    """«que deux questions…», «qu’une question…»."""
    return f"qu’{reason}" if reason.startswith("une ") else f"que {reason}"


def _many(number: int) -> str:
    """«trois questions»."""
    written = _NUMBERS[number] if number < len(_NUMBERS) else str(number)
    return f"{written} question{'s' if number > 1 else ''}"


def _nt(number: int) -> str:
    return "nt" if number > 1 else ""


def causes_said(
    change: Change, thresholds: Thresholds = (), *, counted: bool = True
) -> tuple[str, ...]:
    """The sentences that say more than figures: another cause than answers, or no comparison."""
    found: list[str] = []
    for one in change.themes:
        shown = tenths(one, thresholds)
        if shown is None or shown.applicability or shown.questionnaire:
            found.append(theme_said(one, thresholds, counted=counted))
    return tuple(found)


def intro(change: Change) -> str:
    """Which dates are compared."""
    before, after = day(change.before), day(change.after)
    if not change.scored:
        return f"Vos réponses du {before} et celles du {after}, côte à côte."
    return f"Le diagnostic du {before} et celui du {after}, côte à côte."


def notes(change: Change, *, counted: bool = True) -> tuple[str, ...]:
    """How to read it, and what it does not say: only what is true of these two dates. Nothing
    where nothing can be compared yet."""
    if change.unconfirmed == "all":
        return ()
    waiting = waiting_said(change, counted=counted)
    found = [waiting] if waiting else []
    if not change.scored:
        return (*found, "Seules les questions communes aux deux dates sont comparées.")
    found.append("Seules les questions communes aux deux dates servent à juger vos réponses.")
    if counted and change.common:
        asked = count(change.common, "question commune", "questions communes")
        moved = count(len(change.moved), "réponse")
        verb = "ont changé" if len(change.moved) > 1 else "a changé"
        found.append(f"Sur {asked}, {moved} {verb}.")
    if not all(_exact(one) for one in change.themes):
        found.append(
            "Le changement est celui du score prudent, le bas de la fourchette"
            "\u202f; «\u202fJe ne sais pas\u202f» et «\u202fsans réponse\u202f» y"
            " comptent pour\u00a00."
        )
    if counted:
        found += _known_otherwise(change)
    if not change.dated:
        found.append(
            "Ce que la collectivité était alors n’est pas gardé dans ce dossier"
            "\u00a0: elle est prise telle qu’elle est aujourd’hui."
        )
    return tuple(found)


def _known_otherwise(change: Change) -> Sequence[str]:
    """A rise may come from what is known since, a fall from what no longer is (contract S4)."""
    every = [one.split.counts for one in change.themes if one.split]
    sides = (
        (sum(one.clarified for one in every), ("inconnue", "connue"), "une hausse"),
        (sum(one.blurred for one in every), ("connue", "inconnue"), "une baisse"),
    )
    return [
        f"{_answers_were(number, *states)} maintenant\u00a0: {move} peut venir de là."
        for number, states, move in sides
        if number
    ]


def _answers_were(number: int, then: str, now: str) -> str:
    """«Une réponse connue alors est inconnue», «2 réponses connues alors sont inconnues»."""
    if number == 1:
        return f"Une réponse {then} alors est {now}"
    return f"{count(number, 'réponse')} {then}s alors sont {now}s"


def unscored_said(change: Change) -> str:
    """For a questionnaire without scores."""
    if early := nothing_yet(change):
        return early
    if not change.common:
        return f"{NOT_COMPARABLE.capitalize()}\u00a0: aucune question n’est commune."
    asked = count(change.common, "question commune", "questions communes")
    if not change.moved:
        return f"Aucune réponse n’a changé sur {asked}."
    many = len(change.moved)
    verb = "ont changé" if many > 1 else "a changé"
    return f"{count(many, 'réponse')} {verb} sur {asked}."
