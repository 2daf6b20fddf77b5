# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From a plan that is adopted to the decisions that make it their own. Tells; decides nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from autodiag.model.roadmap import Decision, Roadmap
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.useful import stand
from autodiag.scoring.said import quoted
from autodiag.text.numbers import count, listing
from ui.pages.roadmap_choices import kept, refused
from ui.pages.roadmap_words import PlanWords
from ui.pages.three_plans_words import NAMES, placed_of

NAMED = 3
"""How many of the choices that change are named."""

OTHERS = "Les deux autres plans tiendront compte de ces choix."


@dataclass(frozen=True, slots=True)
class Adoption:
    """What adopting a plan decides, by action, and what was decided before (None: nothing)."""

    name: str
    decisions: Mapping[str, Decision]
    before: Mapping[str, Decision | None]
    duties: int = 0
    """The obligations that the actions it refuses would have settled, and that it leaves."""

    @property
    def changed(self) -> tuple[str, ...]:
        """The actions about which something else was decided."""
        return tuple(action for action, one in self.before.items() if one is not None)


def adoption_of(name: str, roadmap: Roadmap, situation: Situation) -> Adoption:
    """Retain what the plan places, where it places it, and refuse all else that could be placed;
    what is done, refused or asked of the intercommunalité stays as it is."""
    known = situation.decisions
    wanted = {
        action: kept(action, period, known.get(action))
        for action, period in placed_of(roadmap).items()
    }
    after = replace(situation, decisions={**known, **wanted})
    reason = f"plan {quoted(NAMES[name][0])}"
    refusals = {
        action: refused(action, reason, known.get(action))
        for action, candidate in stand(after).items()
        if candidate.placeable and action not in wanted
    }
    told = {a: one for a, one in {**wanted, **refusals}.items() if not _says(known.get(a), one)}
    before = {action: known.get(action) for action in told}
    return Adoption(name, told, before, _duties(situation, [*wanted], [*refusals]))


def _duties(situation: Situation, wanted: Collection[str], off: Collection[str]) -> int:
    """How many obligations stay *non remplies* that a refused action would settle."""
    left, known = obligations_left(situation, wanted), situation.catalogue.actions
    states = [state for state in situation.unmet if state.obligation.id in left]
    return sum(any(situation.clears(known[a], state) for a in off) for state in states)


def _says(before: Decision | None, decision: Decision) -> bool:
    """Whether that is what was decided already."""
    return before is not None and before == decision


def adoption_said(adoption: Adoption, words: PlanWords) -> str:
    """What adopting will change, before it does."""
    states = [one.state for one in adoption.decisions.values()]
    held, off = states.count("retenue"), states.count("refusee")
    place = f"à {'sa' if held == 1 else 'leur'} place dans ce plan"
    held_said = f"{count(held, 'action sera retenue', 'actions seront retenues')} {place}"
    off_said = count(off, "action sera refusée", "actions seront refusées")
    if adoption.duties:
        several = adoption.duties > 1
        whose = f"de {count(adoption.duties, 'obligation')}" if several else "d’une obligation"
        off_said += f", dont {'celle' if off == 1 else 'celles'} {whose} encore à remplir"
    said = listing([part for part, number in ((held_said, held), (off_said, off)) if number])
    return f"{said}.{_changed_said(adoption, words)} {OTHERS}"


def _changed_said(adoption: Adoption, words: PlanWords) -> str:
    """Which of their own choices are replaced."""
    changed = adoption.changed
    if not changed:
        return " Aucun de vos choix n’est remplacé."
    named = [quoted(words.title(action)) for action in changed[:NAMED]]
    rest = len(changed) - len(named)
    if rest:
        named.append(count(rest, "autre"))
    what = "Votre choix est remplacé" if len(changed) == 1 else "Vos choix sont remplacés"
    return f" {what} pour {listing(named)}."
