# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""All that the page of results shows, read once from the open dossier. No widget."""

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from autodiag.model.dossier import Snapshot, StoredPlan
from autodiag.model.knowledge import Knowledge
from autodiag.model.questionnaire import ProfileId, Question, Wording
from autodiag.model.result import Range, Result, ThemeResult
from autodiag.model.roadmap import ObligationStateId, Roadmap
from autodiag.scoring.change import Change
from autodiag.scoring.doubts import with_doubts
from autodiag.scoring.said import Naming
from autodiag.scoring.wording import wording_read
from autodiag.text.kinds import yours
from autodiag.text.sentences import Sentences
from autodiag.text.typography import capitalised, plain
from ui.bridge import Bridge


@dataclass(frozen=True, slots=True)
class Reading:
    """`result` with its doubts. `plan`: the stored roadmap, None where there is none or it is no
    longer that of these answers. `since`: what changed since the assessment before."""

    naming: Naming
    snapshot: Snapshot
    result: Result
    plan: Roadmap | None
    duties: Counter[ObligationStateId]
    since: Change | None = None
    writable: bool = True

    def say(self, key: str, **values: str) -> str:
        """A sentence that the report also prints."""
        return self.naming.sentences(key, **values)

    @property
    def yours(self) -> str:
        """«votre commune»."""
        return yours(self.snapshot.authority.kind)

    @property
    def name(self) -> str:
        """What the collectivité is called."""
        return plain(self.snapshot.authority.name) or capitalised(self.yours)

    @property
    def begun(self) -> bool:
        """Whether any question has an answer."""
        states = {trace.state for trace in self.result.traces().values()}
        return bool(states & {"niveau", "nsp", "sans_objet"})

    @property
    def scored(self) -> bool:
        """Whether any answer gives a level: without one there is no score worth showing."""
        return any(theme.count("niveau") for theme in self.result.themes)

    @property
    def pilot(self) -> Range | None:
        """The range of the pilot theme."""
        scoring = self.naming.questionnaire.scoring
        if scoring is None:
            return None
        return self.result.theme(scoring.classable.pilot_theme).range

    @property
    def later(self) -> tuple[Range, Range] | None:
        """Where the plan leads on the map: pilot theme, global score."""
        scoring = self.naming.questionnaire.scoring
        if self.plan is None or scoring is None or self.plan.projection.overall is None:
            return None
        pilot = self.plan.projection.themes.get(scoring.classable.pilot_theme)
        return (pilot, self.plan.projection.overall) if pilot else None

    @property
    def later_profile(self) -> ProfileId | None:
        """The prudent profile once the plan is done."""
        return self.plan.projection.profile.low if self.plan else None

    def count(self, state: str) -> int:
        """How many questions are in this state."""
        return sum(trace.state == state for trace in self.result.traces().values())

    def marked(self, questions: Collection[str]) -> int:
        """How many of these questions concern them."""
        traces = self.result.traces().values()
        return sum(t.question in questions and t.state != "non_applicable" for t in traces)

    @property
    def year_before(self) -> int | None:
        """The year of the assessment before the one shown, None for the first."""
        it = self.snapshot
        ids = [brief.id for brief in it.years]
        rank = ids.index(it.assessment_id) if it.assessment_id in ids else 0
        return it.years[rank - 1].day.year if rank > 0 else None

    def first(self, *states: str, theme: str = "") -> str:
        """The first question in one of these states (of a theme), empty where there is none."""
        themes = [t for t in self.result.themes if not theme or t.theme == theme]
        traces = (trace for found in themes for trace in found.questions)
        return next((trace.question for trace in traces if trace.state in states), "")

    def question(self, question_id: str) -> Question:
        """A question by its id."""
        return self.naming.questionnaire.questions[question_id]

    def wording(self, question_id: str) -> Wording:
        """As it was answered, else as it would be asked."""
        it = self.snapshot
        question = self.question(question_id)
        return wording_read(it.questionnaire, question, it.assessment, it.authority, it.facts)

    def without_score(self, theme: ThemeResult) -> str:
        """Why a theme has no score to show, in two or three words; empty where it has one."""
        if theme.range is None:
            return "sans objet"
        if theme.count("niveau"):
            return ""
        return "à préciser" if theme.count("nsp") else "à répondre"


class Reader:
    """Reads the dossier; keeps the plan that it last understood, which is slow to read."""

    def __init__(self, bridge: Bridge, sentences: Sentences) -> None:
        self._bridge, self._sentences = bridge, sentences
        self._stored: StoredPlan | None = None
        self._roadmap: Roadmap | None = None

    def read(self) -> Reading:
        """What the page shows now."""
        from autodiag.roadmap.obligations import read_obligations

        bridge = self._bridge
        snapshot, knowledge = bridge.snapshot, bridge.knowledge
        result = with_doubts(snapshot.questionnaire, bridge.result)
        states = read_obligations(
            knowledge.obligations.values(), result, snapshot.authority, snapshot.facts
        )
        return Reading(
            Naming(self._sentences, snapshot.questionnaire, knowledge, snapshot.authority),
            snapshot,
            result,
            self._plan(snapshot, bridge.result, knowledge),
            Counter(state.state for state in states),
            bridge.since(),
            bridge.writable,
        )

    def _plan(self, snapshot: Snapshot, result: Result, knowledge: Knowledge) -> Roadmap | None:
        """The stored plan, while it is that of today’s answers, decisions and means."""
        stored = snapshot.plan
        if stored is None:
            return None
        from autodiag.roadmap.situation import situation_of
        from autodiag.roadmap.stored import digest_inputs, load_roadmap

        if digest_inputs(situation_of(snapshot, result, knowledge)) != stored.inputs_sha256:
            return None
        if stored != self._stored:
            self._stored = stored
            try:
                self._roadmap = load_roadmap(stored.text, knowledge.obligations)
            except ValueError:  # the page of the roadmap makes another one
                self._roadmap = None
        return self._roadmap
