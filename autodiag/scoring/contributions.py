# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How far each contribution is, in a questionnaire that is contributed to theme by theme, and who
takes it. Knows nothing of files, screens or paper."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType
from typing import Literal

from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Theme
from autodiag.scoring.trace import reply
from autodiag.text.numbers import count, day

State = Literal["pas_commencee", "reprise", "en_cours", "complete"]
Writers = Mapping[str, tuple[str, str]]
"""By question: when it was last answered (ISO local time), and by whom."""
NO_WRITERS: Writers = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Contribution:
    """That of one theme: how many questions are asked, and those answered, «ne sait pas» and «sans
    objet» included; an answer taken over counts once it is confirmed. `at` (ISO) and `by` are of
    the last answer that stands, empty where that is not known. `waiting`: how many answers were
    taken over and are to be confirmed; `before`: from when, «de 2025», empty where none was."""

    theme: Theme
    who: str
    asked: int
    given: tuple[str, ...]
    at: str = ""
    by: str = ""
    waiting: int = 0
    before: str = ""

    @property
    def answered(self) -> int:
        """How many of the questions asked."""
        return len(self.given)

    @property
    def state(self) -> State:
        """Where nothing is asked there is nothing to wait for."""
        if self.answered == self.asked:
            return "complete"
        if self.answered:
            return "en_cours"
        return "reprise" if self.waiting else "pas_commencee"


def contributions(snapshot: Snapshot, writers: Writers = NO_WRITERS) -> tuple[Contribution, ...]:
    """One a theme, in their order; none where the questionnaire is filled as a whole."""
    if not snapshot.questionnaire.by_theme:
        return ()
    return tuple(_of(snapshot, theme, writers) for theme in snapshot.questionnaire.themes)


def complete_said(several: tuple[Contribution, ...]) -> str:
    """«2 contributions complètes sur 9, 3 reprises à confirmer»."""
    complete = sum(one.state == "complete" for one in several)
    said = count(complete, "contribution complète", "contributions complètes")
    taken = sum(one.state == "reprise" for one in several)
    more = f", {count(taken, 'reprise')} à confirmer" if taken else ""
    return f"{said} sur {len(several)}{more}"


def said(one: Contribution) -> str:
    """«Pas commencée», «Reprise de 2025, à confirmer», «En cours : 3 sur 5», «Complète»."""
    if one.state == "reprise":
        part = f"\u00a0: {one.waiting} sur {one.asked}"  # a badge is short: one or the other
        more = f" {one.before}".rstrip() if one.waiting == one.asked else part
        return f"Reprise{more}, à confirmer"
    if one.state == "en_cours":
        left = f", et {one.waiting} à confirmer" if one.waiting else ""
        return f"En cours\u00a0: {one.answered} sur {one.asked}{left}"
    return "Complète" if one.state == "complete" else "Pas commencée"


def _of(snapshot: Snapshot, theme: Theme, writers: Writers) -> Contribution:
    it = snapshot.assessment
    states = {q.id: reply(q, it, snapshot.authority, snapshot.facts) for q in theme.questions}
    asked = [name for name, state in states.items() if state != "non_applicable"]
    held = [name for name in asked if states[name] != "sans_reponse"]
    given = tuple(name for name in held if name not in it.to_confirm)
    at, by = max((writers[question] for question in given if question in writers), default=("", ""))
    who = snapshot.contributors.get(theme.id, "")
    left, before = len(held) - len(given), _before(snapshot)
    return Contribution(theme, who, len(asked), given, at, by, left, before)


def _before(snapshot: Snapshot) -> str:
    """When the assessment before was: «de 2025», «du 3 mars» in the same year."""
    days = [one.day for one in snapshot.years if one.day < snapshot.assessment.day]
    if not days:
        return ""
    last = days[-1]
    if last.year == snapshot.assessment.day.year:
        return f"du {day(last).removesuffix(str(last.year)).rstrip()}"
    return f"de {last.year}"
