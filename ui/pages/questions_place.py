# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which question is shown, and whether only the short form is asked. Knows nothing of widgets."""

from autodiag.model.dossier import Snapshot
from ui.bridge import Bridge
from ui.pages.questions_path import QuestionPath, short_form_under_way


class QuestionsPlace:
    """Where one is among the questions; what was answered stays the session's."""

    def __init__(self, bridge: Bridge) -> None:
        self._bridge = bridge
        self._before_undo: Snapshot | None = None
        self._path: QuestionPath | None = None
        self.current: str | None = None
        """The question shown, None while one has not begun or when nothing is asked."""
        self.express = False
        """Whether only the short form is asked."""
        self.begun = False
        """Whether a question is shown rather than where to begin."""

    @property
    def path(self) -> QuestionPath:
        """The questions as they are answered now; the same one until something changes."""
        snapshot, kept = self._bridge.snapshot, self._path
        if kept is None or kept.snapshot is not snapshot or kept.express != self.express:
            kept = self._path = QuestionPath(snapshot, self.express)
        return kept

    def settle(self) -> None:
        """After a change: begin where the answers stop; go to what was taken back or done again."""
        snapshot = self._bridge.snapshot
        if not self.begun and (snapshot.assessment.answers or self._bridge.faults):
            self.begun = True
            self.express = short_form_under_way(snapshot)
        if self.begun:
            self._follow_undo(snapshot)
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

    def following(self) -> str | None:
        """The next question, None after the last one."""
        return self.path.after(self.current) if self.current else None

    def left_out(self) -> str | None:
        """The first question of the short form without answer, at the end of it."""
        path = self.path
        return next(iter(path.open), None) if self.express else None

    def previous(self) -> str | None:
        """The question before, None at the first one."""
        return self.path.before(self.current) if self.current and self.begun else None

    def applies(self) -> bool:
        """Whether the question shown is one that applies."""
        return self.current in self.path.applying

    def undoing(self, *, undoing: bool) -> None:
        """The next change is one taken back or done again; or is a new one after all."""
        self._before_undo = self._bridge.snapshot if undoing else None

    def _follow_undo(self, snapshot: Snapshot) -> None:
        before, self._before_undo = self._before_undo, None
        if before is None:
            return
        old, new = before.assessment.answers, snapshot.assessment.answers
        for question in snapshot.questionnaire.questions:
            answered = old.get(question) != new.get(question)
            if answered or before.notes.get(question) != snapshot.notes.get(question):
                self.current = question
                return
