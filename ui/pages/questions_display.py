# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Puts what the session says on the widgets of the page of the questions. Decides nothing.

Asking another question writes texts into the same widgets; a new answer only marks it.
"""

from autodiag.catalogue.answers import HIGHEST_MARK
from autodiag.linking.elsewhere import ready, same_said
from autodiag.model.assessment import NotConcerned, Unknown
from autodiag.model.knowledge import Actor
from autodiag.model.questionnaire import Question, Wording
from autodiag.scoring.coherence import odd_pairs
from autodiag.text.terms import Terms
from ui.bridge import Bridge
from ui.pages import questions_said as said_too
from ui.pages import questions_words as words
from ui.pages.questions_list import FILTERS
from ui.pages.questions_path import QuestionPath
from ui.pages.questions_people import QuestionPeople
from ui.pages.questions_place import QuestionsPlace
from ui.pages.questions_proposed import proposed, same_elsewhere
from ui.pages.questions_view import QuestionsView
from ui.preferences import Preferences


class QuestionsDisplay:
    """Remembers only what is on the screen, so as not to write it twice."""

    def __init__(
        self,
        view: QuestionsView,
        bridge: Bridge,
        preferences: Preferences,
        people: QuestionPeople,
    ) -> None:
        self._view, self._bridge, self._preferences = view, bridge, preferences
        self._people = people
        self._terms = Terms(bridge.knowledge.glossary)
        self._shown: tuple[str, Wording, tuple[Actor, ...]] | None = None
        self._left: str | None = None
        self._tell = False
        self._listed = self._out = False

    def moving_on(self, question: str | None, *, tell: bool = False) -> None:
        """The question that is left for the next one, which says so if it ended its theme; with
        `tell`, how it was answered, or that it was not. None when one goes elsewhere."""
        self._left, self._tell = question, tell

    def show(self, place: QuestionsPlace) -> None:
        """Show a question as it is answered now, or where to begin when there is none."""
        path, question_id = place.path, place.current if place.begun else None
        self._view.column.show_keys(shown=self._preferences.answer_keys)
        self._show_list(place, question_id)
        self._view.show_start(starting=question_id is None)
        if question_id is None:
            self._show_start(path)
            return
        question = path.question(question_id)
        self._view.rail.show_path(path, question.theme)
        wording, whom = self._bridge.wording(question), self._people.who(question)
        if self._shown != (question_id, wording, whom):
            self._shown = (question_id, wording, whom)
            self._ask(question, wording, whom)
        self._show_place(place, question)
        self._show_answer(path, question_id)
        self._view.column.place()

    def _show_list(self, place: QuestionsPlace, question_id: str | None) -> None:
        """What is looked for, and what is found, in the place of the themes."""
        path, rail, listed = place.path, self._view.rail, place.list
        rail.search.show_list(listed, {one: len(listed.listed(path, one)) for one, _ in FILTERS})
        groups = listed.groups(path) if listed.wanted else ()
        found = [one for group in groups for one in group.questions]
        wordings = {one: self._bridge.wording(path.question(one)).text for one in found}
        states = {
            one: said_too.state_of(path, one, wordings[one], listed, current=one == question_id)
            for one in found
        }
        told = said_too.found_said(listed, len(found)) if listed.wanted else ""
        rail.search.show_found(groups, states, told)
        rail.show_finding(finding=listed.wanted)
        self._listed = listed.wanted
        following = ""
        if question_id is not None:
            following = (
                said_too.next_of_list(listed, path, question_id)
                if listed.wanted
                else words.next_said(path, question_id)
            )
            self._view.bar.next.setText(following)
        # one way out at a time: to go on is one when the list has no other question
        self._out = following == said_too.ALL
        rail.search.show_way_out(shown=not self._out or self._view.narrow)

    def _show_start(self, path: QuestionPath) -> None:
        self._view.rail.show_path(path, "")
        snapshot = path.snapshot
        every = QuestionPath(snapshot)
        express = len(QuestionPath(snapshot, express=True).asked)
        writable = self._bridge.writable
        instructions = snapshot.questionnaire.instructions
        start = self._view.start
        start.show_start(instructions, express if writable else 0, len(every.asked))
        start.show_left_out(words.left_out_said(every))
        start.show_proposed(len(ready(self._bridge.proposed)))
        levelled = all(one.type == "niveaux" for one in snapshot.questionnaire.questions.values())
        start.show_keys(shown=self._preferences.answer_keys, levelled=levelled)

    def _ask(self, question: Question, wording: Wording, whom: tuple[Actor, ...]) -> None:
        column, bridge = self._view.column, self._bridge
        difficult = words.difficult_words(self._terms, wording)
        column.title.show_question(wording.text, difficult.title)
        scale = bridge.questionnaire.scale
        column.body.show_question(question, wording, scale, difficult.levels)
        column.body.setAccessibleName(wording.text)
        glossary = bridge.knowledge.glossary
        self._view.help.show_question(question, wording, difficult.entries, whom, glossary)
        self._view.area.verticalScrollBar().setValue(0)

    def _show_place(self, place: QuestionsPlace, question: Question) -> None:
        column, bar, path = self._view.column, self._view.bar, place.path
        themes = path.snapshot.questionnaire.themes
        index = next(i for i, theme in enumerate(themes) if theme.id == question.theme)
        where = words.place_said(path, question.id)
        if question.id in path.left["confirm"]:
            where += " · à confirmer"
        ticked = self._left in path.snapshot.assessment.answers
        taken = said_too.taken_by(path.snapshot, question.theme)
        where = f"{where} · {taken}" if taken else where
        done = self._just_done(path, question)
        column.crumb.show_place(index, themes[index].title, where, done, ticked=ticked)
        bar.previous.setEnabled(place.previous() is not None)
        digits = column.body.digits if self._preferences.answer_keys else range(0)
        bar.hint.show_parts(_keys_said(digits, question))
        keyed = self._bridge.writable and question.id in path.applying and bar.hint.text()
        keys = "keys" if keyed else ""
        if self._listed:  # beside the list is its own way out
            bar.show_middle(keys, narrow=keys if self._out else "list")
        else:
            bar.show_middle("whole" if path.express else keys)

    def _just_done(self, path: QuestionPath, question: Question) -> str:
        """«Thème terminé», on the question that follows it, or what was just answered."""
        if self._left is None:
            return ""
        left = path.question(self._left).theme
        progress = {p.theme.id: p for p in path.progress}
        if not path.express and left != question.theme and progress[left].done:
            return f"{progress[left].theme.title} : terminé"
        answers = path.snapshot.assessment.answers
        return (
            said_too.before_said(path.question(self._left), answers.get(self._left))
            if self._tell
            else ""
        )

    def _show_answer(self, path: QuestionPath, question_id: str) -> None:
        column, bridge = self._view.column, self._bridge
        answer = path.snapshot.assessment.answers.get(question_id)
        asked = question_id in path.applying
        open_to = bridge.writable and asked
        # what is read must be what is answered: under another wording, it is first taken away
        other = words.given_otherwise(answer, bridge.variant(question_id))
        column.body.show_answer(answer if asked else None)
        column.body.setEnabled(open_to and not other)
        for button in (column.unknown, column.not_concerned):
            button.setEnabled(open_to)
        column.unknown.setChecked(asked and isinstance(answer, Unknown))
        column.not_concerned.setChecked(asked and isinstance(answer, NotConcerned))
        column.review.setEnabled(open_to)
        column.review.setChecked(question_id in path.snapshot.assessment.to_review)
        kept = answer is not None or question_id in bridge.faults
        column.clear.setVisible(open_to and kept)
        note = self._view.help.note
        note.show_note(path.snapshot.notes.get(question_id, ""))
        note.show_writable(writable=bridge.writable)
        self._show_remarks(path, question_id)

    def _show_remarks(self, path: QuestionPath, question_id: str) -> None:
        said = self._remarks(path, question_id)
        self._view.column.shut = question_id not in path.applying
        for place, remark in enumerate(self._view.column.remarks):
            if place < len(said):
                one = said[place]
                remark.say(one.text, one.icon, one.tone, action=one.action, do=one.do)
            else:
                remark.clear()

    def _remarks(self, path: QuestionPath, question_id: str) -> list[words.Said]:
        """What there is to say, the most useful first."""
        question = path.question(question_id)
        wording = self._bridge.wording(question)
        if question_id not in path.applying:
            reason = wording.not_applicable_reason or question.not_applicable_reason
            return [words.not_asked(reason, words.deciding(path, question_id))]
        if question_id in self._bridge.faults:
            return [words.no_longer_fits()]
        answers = path.snapshot.assessment.answers
        if words.given_otherwise(answers.get(question_id), self._bridge.variant(question_id)):
            return [words.other_wording()]
        said = [
            said_too.taken_over(
                path.snapshot,
                question_id,
                writable=self._bridge.writable,
                keys=self._preferences.answer_keys,
            ),
            words.not_concerned(answers.get(question_id), writable=self._bridge.writable),
            proposed(self._bridge.proposed.get(question_id), question, wording),
            words.no_more(question, answers.get(question_id)),
            words.odd(
                odd_pairs(path.snapshot.questionnaire, path.snapshot.assessment, path.applying),
                question_id,
                path,
            ),
            same_elsewhere(same_said(self._bridge.links, path.snapshot, question_id)),
        ]
        shown = [one for one in said if one is not None]
        end = said_too.to_confirm_at_end(path, question_id) or words.end_said(path, question_id)
        # the end, where nothing is left to do, is said by the rail too: not at the price of room
        return [*shown, end] if end is not None and (end.action or not shown) else shown


def _keys_said(digits: range, question: Question) -> tuple[str, ...]:
    """«0 à 4 ou Espace puis Entrée»: Espace chooses what the arrows lead to. A mark of 10 has no
    key of its own, and how it is typed takes the room of Espace."""
    if digits == range(HIGHEST_MARK) and question.type == "note":
        return ("[0]", "à", "[9]", "·", "[1]", "[0]", f"pour {HIGHEST_MARK}", "·", "[Entrée]")
    keys: list[str] = []
    if digits:
        keys += [f"[{digits[0]}]", *(("à", f"[{digits[-1]}]") if len(digits) > 1 else ()), "ou"]
    elif question.type == "nombre":
        return ()
    return (*keys, "[Espace]", "puis", "[Entrée]")
