# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One open dossier, its questionnaire and its result: the only truth while it is open.

Makes the changes. Knows nothing of screens, of plans or of paper.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date
from functools import partial
from types import MappingProxyType
from typing import TypeVar

from autodiag.catalogue.answers import fault_of
from autodiag.dossier.deciding import NOTHING
from autodiag.dossier.embedded import Packed
from autodiag.dossier.fillings import begin
from autodiag.dossier.next_year import Started, start_next
from autodiag.dossier.store import Dossier
from autodiag.model.assessment import Answer, Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.calendar import Aid, AidWindow, Calendar, Closure
from autodiag.model.dossier import HandoverNote, StoredPlan
from autodiag.model.questionnaire import Questionnaire
from autodiag.model.roadmap import Capacity, Decision, OwnAction
from autodiag.shown import Shown

T = TypeVar("T")
Change = Callable[[Dossier], object]
"""One write to the file, whichever file it is by then."""


class Session(Shown):
    """The changes: each is handed to `write` before it is seen here.

    Without a `write`, it is on disk when the method returns, and a change that cannot be written
    is not made. A `write` that waits must make them in order, `placed` where they were asked, and
    says itself when they are on disk (contract D2).
    """

    def __init__(self, dossier: Dossier, load_packed: Callable[[str], Questionnaire]) -> None:
        super().__init__(dossier, load_packed)
        self._write: Callable[[Change], None] = self._write_now

    def write_with(self, write: Callable[[Change], None]) -> None:
        """Hand every change from now on to `write`."""
        self._write = write

    def answer(self, question_id: str, answer: Answer | None) -> None:
        """Answer a question under the wording read here, or take the answer away with None.

        Raises ValueError for a value that the question cannot take.
        """
        question = self._snapshot.questionnaire.questions[question_id]
        if answer is not None and (fault := fault_of(question, answer)):
            raise ValueError(f"{question_id}: {fault}")
        if isinstance(answer, Answered):
            answer = replace(answer, variant=self.variant(question_id))
        self._hand(partial(Dossier.set_answer, question=question_id, answer=answer))
        self._faults = {k: fault for k, fault in self._faults.items() if k != question_id}
        assessment = self._snapshot.assessment.with_answer(question_id, answer)
        self._become(self._snapshot.with_assessment(assessment))

    def confirm(self, question_id: str) -> None:
        """An answer that was taken over from the assessment before is still true."""
        self._hand(partial(Dossier.confirm, question=question_id))
        assessment = self._snapshot.assessment
        to_confirm = assessment.to_confirm - {question_id}
        self._become(self._snapshot.with_assessment(replace(assessment, to_confirm=to_confirm)))

    def set_to_review(self, question_id: str, to_review: bool) -> None:
        """Mark a question «à revoir», or not any more."""
        self._hand(partial(Dossier.set_to_review, question=question_id, to_review=to_review))
        assessment = self._snapshot.assessment
        kept = assessment.to_review - {question_id}
        marked = kept | {question_id} if to_review else kept
        self._become(replace(self._snapshot, assessment=replace(assessment, to_review=marked)))

    def remove_evidence(self, evidence_id: str) -> None:
        """Take evidence away. It is added through the dossier, which reads the file."""
        self._hand(partial(Dossier.remove_evidence, evidence_id=evidence_id))
        every = {
            question: tuple(one for one in several if one.id != evidence_id)
            for question, several in self._snapshot.evidence.items()
        }
        kept = MappingProxyType({question: some for question, some in every.items() if some})
        self._become(replace(self._snapshot, evidence=kept))

    def set_handover(self, topic: str, note: HandoverNote | None) -> None:
        """Where something is to be found, and whom to ask; None takes it away."""
        if note is not None and not (note.place or note.who):
            note = None
        self._hand(partial(Dossier.set_handover, topic=topic, note=note))
        handover = _put(self._snapshot.handover, topic, note)
        self._become(replace(self._snapshot, handover=handover))

    def start_next(self, day: date, installed: Packed | None) -> Started:
        """Begin the next assessment and show it. Raises AutodiagError."""
        self._require_latest()
        self._dossier.choose(self._snapshot.assessment_id)
        started = start_next(self._dossier, day, installed, self.load)
        self.turn_to_latest()
        self.reload()
        return started

    def begin(self, packed: Packed, questionnaire_id: str, day: date) -> int:
        """Show the latest filling of another questionnaire, begun that day when there is none.
        Returns its number. Raises AutodiagError."""
        number = begin(self._dossier, packed, questionnaire_id, day)
        self.turn_to_latest()
        self.reload()
        return number

    def placed(self, change: Change) -> Change:
        """The same change, made in the assessment shown now, whichever one is shown by then."""
        number = self._snapshot.assessment_id

        def write(dossier: Dossier) -> object:
            dossier.choose(number)
            return change(dossier)

        return write

    def note(self, question_id: str, text: str) -> None:
        """Note something beside a question; an empty text takes the note away."""
        self._hand(partial(Dossier.set_note, question=question_id, text=text))
        self._become(replace(self._snapshot, notes=_put(self._snapshot.notes, question_id, text)))

    def set_contributor(self, theme: str, who: str) -> None:
        """Who takes a theme: a name or a role; empty, nobody yet."""
        self._hand(partial(Dossier.set_contributor, theme=theme, who=who))
        contributors = _put(self._snapshot.contributors, theme, who)
        self._become(replace(self._snapshot, contributors=contributors))

    def set_opening_mark(self, mark: float | None) -> None:
        """Where they saw themselves before answering, between 0 and 10."""
        self._hand(partial(Dossier.set_opening_mark, mark=mark))
        self._become(replace(self._snapshot, opening_mark=mark))

    def set_facts(self, facts: Mapping[str, bool | None]) -> None:
        """Declare facts true, false, or unknown again."""
        self._hand(partial(Dossier.set_facts, facts=dict(facts)))
        known = {**self._snapshot.facts, **facts}
        kept = {fact: value for fact, value in known.items() if value is not None}
        self._become(replace(self._snapshot, facts=MappingProxyType(kept)))

    def set_authority(self, authority: LocalAuthority) -> None:
        """Correct the identity."""
        self._hand(partial(Dossier.set_authority, authority=authority))
        self._become(replace(self._snapshot, authority=authority))

    def decide(self, decision: Decision) -> None:
        """Decide about an action (contract R6), in place of what was decided before."""
        self._hand(partial(Dossier.decide, decision=decision))
        decisions = _put(self._snapshot.decisions, decision.action, decision)
        self._become(replace(self._snapshot, decisions=decisions))

    def forget_decision(self, action: str) -> None:
        """Go back to no decision about an action."""
        self._hand(partial(Dossier.forget_decision, action=action))
        decisions = _put(self._snapshot.decisions, action, None)
        self._become(replace(self._snapshot, decisions=decisions))

    def decide_all(
        self,
        decisions: Mapping[str, Decision | None],
        own: Mapping[str, OwnAction | None] = NOTHING,
    ) -> None:
        """Decide about several actions, and change own ones, as one gesture; None: no decision, no
        such action any more."""
        self._hand(partial(Dossier.decide_all, decisions=dict(decisions), own=dict(own)))
        shown = self._snapshot
        known = {k: one for k, one in {**shown.decisions, **decisions}.items() if one is not None}
        every = {one.id: one for one in shown.own_actions} | dict(own)
        left = tuple(one for one in every.values() if one is not None)
        self._become(replace(shown, decisions=MappingProxyType(known), own_actions=left))

    def set_own_action(self, own: OwnAction) -> None:
        """Add an own action, or change the one of that id."""
        self._hand(partial(Dossier.set_own_action, own=own))
        known = {one.id: one for one in self._snapshot.own_actions} | {own.id: own}
        self._become(replace(self._snapshot, own_actions=tuple(known.values())))

    def remove_own_action(self, own_id: str) -> None:
        """Take an own action away."""
        self._hand(partial(Dossier.remove_own_action, own_id=own_id))
        kept = tuple(own for own in self._snapshot.own_actions if own.id != own_id)
        self._become(replace(self._snapshot, own_actions=kept))

    def set_capacity(self, capacity: Capacity | None) -> None:
        """What they can give (contract R8); None goes back to the default."""
        self._hand(partial(Dossier.set_capacity, capacity=capacity))
        self._become(replace(self._snapshot, capacity=capacity))

    def store_plan(self, plan: StoredPlan) -> None:
        """Keep the roadmap of the current assessment."""
        self._hand(partial(Dossier.store_plan, plan=plan))
        self._become(replace(self._snapshot, plan=plan))

    def store_variant(self, name: str, plan: StoredPlan) -> None:
        """Keep another plan beside it."""
        self._hand(partial(Dossier.store_variant, name=name, plan=plan))
        self._become(replace(self._snapshot, variants=_put(self._snapshot.variants, name, plan)))

    def set_start(self, month: str) -> None:
        """The first month of the roadmap, as «2027-01»; empty: not chosen any more."""
        self._hand(partial(Dossier.set_start, month=month))
        self._plan_from(replace(self._snapshot.calendar, start=month))

    def set_closure(self, one: Closure) -> None:
        """Add months when nobody can work on the roadmap, or change those of that id."""
        self._hand(partial(Dossier.set_closure, one=one))
        known = {old.id: old for old in self._snapshot.calendar.closures} | {one.id: one}
        self._plan_from(replace(self._snapshot.calendar, closures=tuple(known.values())))

    def set_window(self, one: AidWindow) -> None:
        """Add when an aid can be asked for, or change the one of that id."""
        self._hand(partial(Dossier.set_window, one=one))
        known = {old.id: old for old in self._snapshot.calendar.windows} | {one.id: one}
        self._plan_from(replace(self._snapshot.calendar, windows=tuple(known.values())))

    def remove_date(self, key: str) -> None:
        """Take a closure or a window away."""
        self._hand(partial(Dossier.remove_date, key=key))
        calendar = self._snapshot.calendar
        closures = tuple(one for one in calendar.closures if one.id != key)
        windows = tuple(one for one in calendar.windows if one.id != key)
        self._plan_from(replace(calendar, closures=closures, windows=windows))

    def set_aid(self, action: str, aid: Aid | None) -> None:
        """What an aid should bring to an action; None takes it away."""
        self._hand(partial(Dossier.set_aid, action=action, aid=aid))
        self._become(replace(self._snapshot, aids=_put(self._snapshot.aids, action, aid)))

    def undo(self) -> bool:
        """Take the last change back; False when there is none."""
        self._require_latest()
        changed = bool(self._dossier.undo())
        self.reload()
        return changed

    def redo(self) -> bool:
        """Do again the last change taken back; False when there is none."""
        self._require_latest()
        changed = bool(self._dossier.redo())
        self.reload()
        return changed

    def move_to(self, dossier: Dossier) -> None:
        """Go on in another file that holds the same; the one left is closed."""
        left, self._dossier = self._dossier, dossier
        left.close()

    def close(self) -> None:
        """Close the file; the session is no longer of use."""
        self._dossier.close()

    def _write_now(self, change: Change) -> None:
        self.placed(change)(self._dossier)

    def _hand(self, change: Change) -> None:
        self._require_latest()
        self._write(change)

    def _plan_from(self, calendar: Calendar) -> None:
        self._become(replace(self._snapshot, calendar=calendar))

    def _require_latest(self) -> None:
        why = self.why_read_only
        if why is not None and not self._snapshot.is_latest:
            raise why


def _put(known: Mapping[str, T], key: str, value: T | None) -> Mapping[str, T]:
    """The same with one entry changed, or taken away when the value is empty."""
    kept = {k: v for k, v in known.items() if k != key}
    return MappingProxyType({**kept, key: value} if value else kept)
