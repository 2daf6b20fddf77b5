# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What every document says in the same words: who, when, how much, and what is planned.

Reads the report’s content and the dates; writes nothing.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from autodiag.documents.papers import Papers
from autodiag.documents.words import Said, Words
from autodiag.model.dossier import Snapshot
from autodiag.model.roadmap import Action, Horizon, Obligation, PlannedAction
from autodiag.report.content import ReportContent
from autodiag.roadmap.budget import Budget, budget
from autodiag.roadmap.calendar import Quarter
from autodiag.roadmap.planned_words import first_cost_said
from autodiag.scoring.said import Naming
from autodiag.text.duties import proof_of
from autodiag.text.numbers import day, day_from_iso, euro_range
from autodiag.text.sentences import Sentences, read_sentences
from autodiag.text.typography import capitalised, plain

_COMMUNITY = re.compile(r"(?:communauté|CC|CA|CU)\b", re.IGNORECASE)
_TOWN = re.compile(r"\b(?:communes?|communa(?:l|le|les|ux)|mairies?|maires?|municipa\w+)\b", re.I)
_ONE_TOWN = re.compile(r"\b(?:commune|communa(?:l|le|les|ux)|mairies?|municipa\w+)\b", re.I)
"""What an intercommunalité may read in a plan older than its own wordings: it says «les communes»
of those that make it up."""


@dataclass(frozen=True)
class Facts:
    """One document’s view of a dossier: `content` is the edition it may tell."""

    papers: Papers
    content: ReportContent
    words: Words

    @cached_property
    def sentences(self) -> Sentences:
        """The report’s own sentences: periods, proofs, names of people."""
        return read_sentences(self.content.resources)

    @cached_property
    def naming(self) -> Naming:
        """How things are called in the data."""
        it = self.content
        kind = it.snapshot.authority
        return Naming(self.sentences, it.snapshot.questionnaire, it.knowledge, kind)

    @property
    def snapshot(self) -> Snapshot:
        """The dossier."""
        return self.content.snapshot

    @property
    def name(self) -> str:
        """The collectivité’s name, harmless."""
        return plain(self.snapshot.authority.name) or self.words.raw("identite.sans_nom")

    @property
    def kind(self) -> str:
        """The section of the words that fit it: commune, epci, autre."""
        kind = self.snapshot.authority.kind
        return kind if kind in ("commune", "epci") else "autre"

    def own(self, key: str) -> Said:
        """«notre commune», «conseil municipal»: how it calls its own. The legal form of an EPCI is
        known by its name alone: where that does not tell, the name of its council is a blank."""
        community = self.kind == "epci" and _COMMUNITY.match(self.name)
        section = "communaute" if community else self.kind
        return self.words(f"{section if self.words.has(f'{section}.{key}') else self.kind}.{key}")

    def fits(self, *said: str) -> bool:
        """Whether these sentences of the contents, written for communes and intercommunalités, can
        be said as they are by this collectivité."""
        if self.kind == "commune":
            return True
        foreign = _ONE_TOWN if self.kind == "epci" else _TOWN
        return not any(foreign.search(one) for one in said)

    @property
    def progress(self) -> str:
        """How far the assessment is, as far as this edition tells: vide, commence or fait."""
        themes = self.content.result.themes
        if not any(theme.count("niveau") for theme in themes):
            return "vide"
        return "commence" if any(theme.count("sans_reponse") for theme in themes) else "fait"

    @property
    def answered(self) -> bool:
        """Whether any answer gives a level."""
        return self.progress != "vide"

    @property
    def assessed_on(self) -> str:
        """The day of the assessment."""
        return day(self.snapshot.assessment.day)

    @property
    def seance(self) -> Said:
        """The day of the séance, or a blank."""
        when = self.papers.typed.seance
        return day(when) if when else self.words("blancs.seance")

    # The plan

    def planned(self, horizon: Horizon) -> list[PlannedAction]:
        """Everything of a period but what is only asked."""
        return [planned for planned in horizon.actions if planned.kind != "enquiry"]

    def enquiries(self, horizon: Horizon) -> list[PlannedAction]:
        """What is only asked in a period, half an hour each."""
        return [planned for planned in horizon.actions if planned.kind == "enquiry"]

    def horizons(self) -> Iterator[tuple[Horizon, list[PlannedAction]]]:
        """Each period and what is planned in it."""
        plan = self.content.roadmap
        for horizon in plan.horizons if plan else ():
            yield horizon, self.planned(horizon)

    @property
    def empty(self) -> bool:
        """Whether nothing is planned."""
        return not any(actions for _, actions in self.horizons())

    @property
    def nothing_shown(self) -> str:
        """That nothing is planned which may be told to all: as the public edition says it, whether
        measures of security are planned or not."""
        return self.sentences("feuille_de_route.vide_ailleurs").rstrip(".")

    def action(self, name: str) -> Action | None:
        """An action of the catalogue."""
        return self.content.knowledge.actions.actions.get(name)

    def title(self, planned: PlannedAction) -> str:
        """What it is called."""
        return plain(planned.title)

    def named(self, planned: PlannedAction) -> Said:
        """The same where it is read as that of the collectivité: a title of the contents that
        speaks of a commune is a blank to adapt elsewhere."""
        title = self.title(planned)
        return title if planned.kind == "own" else self.adapted(title)

    def adapted(self, title: str) -> Said:
        """A title of the contents: as it is, or a blank."""
        if self.fits(title):
            return title
        return self.words("plan.a_adapter", titre=title.rstrip("."))

    def voted(self, planned: PlannedAction) -> bool:
        """Whether adopting the roadmap carries it out: it is a decision that documents plan for."""
        return planned.id in self.words.raw("vote.actions").split()

    @cached_property
    def budget(self) -> Budget | None:
        """By civil year, with the aid noted; None where there is no plan."""
        it, plan = self.content, self.content.roadmap
        if plan is None:
            return None
        return budget(it.snapshot, plan, self.papers.schedule, it.knowledge)

    def period(self, horizon: Horizon) -> str:
        """«De 0 à 6 mois»."""
        return self.sentences(f"horizons.{horizon.id}")

    def due(self, planned: PlannedAction) -> str:
        """«2e trimestre 2027», in which it is due; empty where that is not known."""
        slot = self.papers.schedule.slots.get(planned.id)
        return self.quarter(slot.quarter) if slot else ""

    def quarter(self, quarter: Quarter) -> str:
        """«1er trimestre 2027»."""
        number = str(quarter.number)
        rank = self.words.raw("plan.premier" if number == "1" else "plan.suivant", rang=number)
        return self.words.raw("plan.trimestre", rang=rank, annee=str(quarter.year))

    def who(self, name: str) -> str:
        """Who was decided, else the catalogue’s lead."""
        decision = self.snapshot.decisions.get(name)
        own = (one.who for one in self.snapshot.own_actions if one.id == name)
        decided = decision.who if decision and decision.who else next(own, "")
        if decided:
            return plain(decided)
        action = self.action(name)
        if action is None:
            return self.words.raw("plan.personne")
        return capitalised(self.naming.actor(action.lead))

    def cost(self, planned: PlannedAction) -> str:
        """What it costs in its period, then every year where it goes on costing."""
        first = first_cost_said(planned)
        action = self.action(planned.id) if planned.kind == "action" else None
        if action is None or not action.yearly_cost.high:
            return first
        yearly = euro_range(action.yearly_cost.low, action.yearly_cost.high)
        if not action.initial_cost.high:
            return self.words.raw("plan.cout_annuel_seul", annuel=yearly)
        return self.words.raw("plan.cout_annuel", initial=first, annuel=yearly)

    # Texts of law

    def proof(self, obligation: Obligation) -> str:
        """«lu», «lu en partie», «de mémoire, à vérifier», and when."""
        said = self.sentences(f"preuves.{proof_of(obligation.status)}")
        read_on = day_from_iso(obligation.checked_on)
        said = said[:1].lower() + said[1:]
        return f"{said}, {read_on}" if read_on else said


def sure(obligation: Obligation) -> bool:
    """Whether its text was read whole, and leaves nothing to check."""
    return obligation.status == "vu" and not obligation.to_check
