# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which question is shown, and whether only the short form is asked. Knows nothing of widgets."""

from autodiag.linking.elsewhere import ready
from ui.bridge import Bridge
from ui.pages.questions_index import QuestionIndex
from ui.pages.questions_list import QuestionList
from ui.pages.questions_path import QuestionPath, short_form_under_way
from ui.pages.questions_people import QuestionPeople
from ui.undoing import place_of


class QuestionsPlace:
    """Where one is among the questions; what was answered stays the session's."""

    def __init__(self, bridge: Bridge, people: QuestionPeople) -> None:
        self._bridge = bridge
        self._touched: str | None = None
        self._assessment = bridge.snapshot.assessment_id
        self._path: QuestionPath | None = None
        self.current: str | None = None
        """The question shown, None while one has not begun or when nothing is asked."""
        self.express = False
        """Whether only the short form is asked."""
        self.begun = False
        """Whether a question is shown rather than where to begin."""
        self._trail: list[str] = []
        """The questions of a list that one went on from, the last one last."""
        self._before: str | None = None
        """Where one was before a question of a list was chosen."""
        self.list = QuestionList(QuestionIndex(bridge, people), proposed=self._ready)
        """What is looked for: while it is, one goes from one question of it to the next."""

    @property
    def path(self) -> QuestionPath:
        """The questions as they are answered now; the same one until something changes."""
        snapshot, kept = self._bridge.snapshot, self._path
        if kept is None or kept.snapshot is not snapshot or kept.express != self.express:
            kept = self._path = QuestionPath(snapshot, self.express)
        return kept

    def _ready(self) -> tuple[str, ...]:
        return ready(self._bridge.proposed)

    def settle(self) -> None:
        """After a change: begin where the answers stop; go to what was taken back or done again."""
        snapshot = self._bridge.snapshot
        if snapshot.assessment_id != self._assessment:  # another year
            self._assessment = snapshot.assessment_id
            self.begun, self.current, self.express = False, None, False
            self._trail.clear()
        if not self.begun and (snapshot.assessment.answers or self._bridge.faults):
            self.begun = True
            self.express = short_form_under_way(snapshot)
        if self.begun:
            if self._touched is not None:
                self._lead_back(self._touched)
            self.current, self._touched = self._touched or self.current, None
            if self.current is None:
                self.current = self.path.resume()

    def go(self, question: str) -> None:
        """Go to a question, out of the short form if it is not in it."""
        if self.express and question not in self.path.asked:
            self.express = False
        self.begun, self.current = True, question

    def begin(self, *, express: bool) -> str | None:
        """Ask the short form or everything; return the first question without answer."""
        self.express, self.begun = express, True
        path = self.path
        return path.open[0] if path.open else path.resume()

    def entry(self, theme_id: str) -> str:
        """Where to enter a theme. One none of whose questions applies still shows why."""
        theme = next(t for t in self._bridge.questionnaire.themes if t.id == theme_id)
        whole = QuestionPath(self._bridge.snapshot)
        return self.path.entry(theme_id) or whole.entry(theme_id) or theme.questions[0].id

    def go_on(self, question: str) -> None:
        """Go to the question that follows, to come back from it by the same way."""
        if self.list.wanted and self.current is not None:
            self._trail.append(self.current)
        self.go(question)

    def jump(self, question: str) -> None:
        """Go to a question that was chosen, or that was taken back; one may be there already."""
        if question == self._touched:
            self._lead_back(question)
        elif question != self.current or not self.begun:
            self._leave_for(question)
        self.go(question)

    def _lead_back(self, question: str) -> None:
        """To what was taken back: by the way that one came from it, if it is on it."""
        if question in self._trail:
            del self._trail[self._trail.index(question) :]
        elif question != self.current:
            self._leave_for(question)

    def _leave_for(self, question: str) -> None:
        self._trail.clear()
        self._before = self.current if self.begun and self.current != question else None

    def go_back(self, question: str) -> None:
        """Go to the question before."""
        if self._trail:
            self._trail.pop()
        self.go(question)

    def leave_list(self) -> None:
        """Look for nothing any more."""
        self.list.clear()
        self._trail.clear()
        self._before = None

    def following(self) -> str | None:
        """The next question, of those looked for if some are; None after the last one."""
        if self.current is None:
            return None
        if self.list.wanted:
            return self.list.after(self.path, self.current)
        return self.path.after(self.current)

    def left_out(self) -> str | None:
        """The first question of the short form without answer, at the end of it."""
        path = self.path
        return next(iter(path.open), None) if self.express and not self.list.wanted else None

    def previous(self) -> str | None:
        """The question before, None at the first one. In a list: the one that one went on from,
        for it may have left the list once answered; else that of the list, else where one was."""
        if not self.current or not self.begun:
            return None
        if not self.list.wanted:
            return self.path.before(self.current)
        if self._trail:
            return self._trail[-1]
        before = self.list.before(self.path, self.current)
        return before or (self._before if self._before != self.current else None)

    def applies(self) -> bool:
        """Whether the question shown is one that applies."""
        return self.current in self.path.applying

    def follow(self, changes: object) -> None:
        """What was taken back or done again (changes of the journal) is shown once it is read."""
        _, self._touched = place_of(changes, self._bridge)

    def stay(self) -> None:
        """Something else is done meanwhile: what was taken back does not call one away."""
        self._touched = None
