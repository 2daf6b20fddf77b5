# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From a plan that is adopted to the decisions that make it their own. Tells; decides nothing."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass, replace

from autodiag.model.roadmap import Decision, Roadmap
from autodiag.roadmap.anew import ADOPTED, anew, by_adoption, costs
from autodiag.roadmap.cleared import obligations_left
from autodiag.roadmap.side_by_side import placed_of
from autodiag.roadmap.situation import Situation
from autodiag.roadmap.useful import stand
from autodiag.scoring.said import quoted
from autodiag.text.numbers import count, listing
from ui.pages.roadmap_choices import kept, refused
from ui.pages.roadmap_words import PlanWords

NAMED = 3
"""How many of the choices that change are named."""

OTHERS = "Les deux autres plans restent là, à comparer."


@dataclass(frozen=True, slots=True)
class Adoption:
    """What adopting a plan decides, by action, and what was decided before (None: nothing)."""

    name: str
    decisions: Mapping[str, Decision | None]
    before: Mapping[str, Decision | None]
    duties: int = 0
    """The obligations that the actions it refuses would have settled, and that it leaves."""

    @property
    def changed(self) -> tuple[str, ...]:
        """The actions about which they had decided something else."""
        return tuple(
            a for a, one in self.before.items() if one is not None and not by_adoption(one)
        )


def adoption_of(name: str, roadmap: Roadmap, situation: Situation) -> Adoption:
    """Retain what the plan places, where it places it, and refuse what would come back beside it:
    what costs money where it spends none, and what was retained that it leaves. What another
    adopted plan refused is free again. What is done, refused by them or asked of the
    intercommunalité stays as it is; so do the other plans (`anew`)."""
    known = situation.decisions
    wanted = {
        action: kept(action, period, known.get(action))
        for action, period in placed_of(roadmap).items()
    }
    fresh = anew(situation)
    after = replace(fresh, decisions={**fresh.decisions, **wanted})
    left = [a for a, one in stand(after).items() if one.placeable and a not in wanted]
    dear = [a for a in left if name == "sans_depense" and costs(after.catalogue.actions[a])]
    held = [a for a, one in known.items() if one.state == "retenue" or _noted(one)]
    mine = [a for a in held if a in situation.catalogue.actions and a not in after.decisions]
    refusals = {a: refused(a, ADOPTED[name], known.get(a)) for a in dict.fromkeys(dear + mine)}
    freed = {a: None for a, one in known.items() if by_adoption(one)}
    all_said: dict[str, Decision | None] = {**freed, **wanted, **refusals}
    told = {a: one for a, one in all_said.items() if known.get(a) != one}
    before = {action: known.get(action) for action in told}
    return Adoption(name, told, before, _duties(situation, [*wanted], [*refusals]))


def _noted(decision: Decision) -> bool:
    """Whether it was refused by adopting a plan, but holds what somebody typed."""
    return by_adoption(decision) and bool(decision.who or decision.note)


def _duties(situation: Situation, wanted: Collection[str], off: Collection[str]) -> int:
    """How many obligations stay *non remplies* that a refused action would settle."""
    left, known = obligations_left(situation, wanted), situation.catalogue.actions
    states = [state for state in situation.unmet if state.obligation.id in left]
    return sum(any(situation.clears(known[a], state) for a in off) for state in states)


def adoption_said(adoption: Adoption, words: PlanWords) -> str:
    """What adopting will change, before it does."""
    states = [one.state for one in adoption.decisions.values() if one is not None]
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


def adopted_said(adoption: Adoption, name: str) -> str:
    """What adopting has changed, once it did."""
    states = [one.state for one in adoption.decisions.values() if one is not None]
    held, off = states.count("retenue"), states.count("refusee")
    parts = [count(held, "action retenue", "actions retenues")] if held else []
    if off:
        off_said = ("refusée", "refusées") if held else ("action refusée", "actions refusées")
        parts.append(count(off, *off_said))
    number = f"\u00a0: {listing(parts)}" if parts else ""
    return f"{quoted(name)} est maintenant votre feuille de route{number}."


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
