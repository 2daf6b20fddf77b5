# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Beside the question: why it is asked, where to look, an example, a word explained, a note."""

from collections.abc import Sequence

from PySide6.QtCore import QRect, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFrame, QWidget

from autodiag.model.knowledge import GlossaryEntry, Knowledge
from autodiag.model.questionnaire import Question, Wording
from autodiag.text.numbers import listing
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.help_section import HelpSection
from ui.widgets.note_field import NoteField
from ui.widgets.scroll import scroll_area

WIDTH, DRAWER_WIDTH, WIDE_WIDTH = 316, 320, 380
MARGIN, GAP, BAR = 20, 11, 14
LEAST_NOTE_LINES = 2
MOST_NAMES = 3
RULE = "La phrase la plus haute qui est entièrement vraie."


class QuestionsHelp(QFrame):
    """The panel; as a drawer it has a button that closes it. Placed by hand: the texts take the
    height that they need, the note what remains."""

    closed = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._theme = theme
        self._outside = 0
        self.close_drawer = icon_button(theme, "close", name="Fermer l’aide")
        self.close_drawer.setParent(self)
        self.why = HelpSection(theme, "bulb", "Pourquoi cette question ?")
        self.where = HelpSection(theme, "search", "Où trouver la réponse ?")
        self.example = HelpSection(theme, "home", "Un exemple")
        self.words = HelpSection(theme, "theme-3-education", "Le mot")
        self.how = HelpSection(theme, "check", "Comment choisir\u202f?")
        self._sections = (self.how, self.why, self.where, self.example, self.words)
        self._texts = QWidget()
        for section in self._sections:
            section.setParent(self._texts)
        self._area = scroll_area(self._texts)
        self._area.setWidgetResizable(False)
        self._area.setParent(self)
        self._head = HelpSection(theme, "note", "Votre note", self)
        self.note = NoteField()
        self.note.setParent(self)
        self.close_drawer.hide()
        self.close_drawer.clicked.connect(self.closed)
        theme.changed.connect(self.fit)

    def set_drawer(self, *, drawer: bool) -> None:
        """Show the button that closes the drawer."""
        self.close_drawer.setVisible(drawer)

    def set_outside(self, outside: int) -> None:
        """Leave that much room at the right, where the window is wider than the contents."""
        self._outside = outside

    def show_question(
        self,
        question: Question,
        wording: Wording,
        words: Sequence[GlossaryEntry],
        knowledge: Knowledge,
    ) -> None:
        """Show what helps to answer that question."""
        self.how.say(RULE if question.type == "niveaux" else "")
        self.why.say(wording.why)
        known = [knowledge.actors[one].name for one in question.whom if one in knowledge.actors]
        names = listing(known[:MOST_NAMES], "ou")
        asked = f"Qui peut aider : {names}." if names else ""
        self.where.say("\n".join(part for part in (wording.where, asked) if part))
        self.example.say(wording.example)
        self.words.rename("Les mots" if len(words) > 1 else "Le mot")
        self.words.say("\n".join(f"{word.term} : {word.definition}" for word in words))
        self._area.verticalScrollBar().setValue(0)
        self.fit()

    def fit(self) -> None:
        """Place everything again."""
        scale = self._theme.scale
        margin = round(MARGIN * scale)
        width = self.width() - 2 * margin - self._outside
        top = margin
        if not self.close_drawer.isHidden():
            size = self.close_drawer.sizeHint()
            self.close_drawer.setGeometry(QRect(margin + width - size.width(), 8, *size.toTuple()))
            top = 8 + size.height()
        line = self.note.fontMetrics().lineSpacing()
        head = self._head.heightForWidth(width)
        least = LEAST_NOTE_LINES * line + 24
        room = self.height() - top - head - least - margin
        wanted = self._stack(width)
        if wanted > room:
            wanted = self._stack(width - round(4 * scale))
        # the scroll bar, where there is one, is in the margin
        shown = max(0, min(wanted, room))
        self._area.setGeometry(QRect(margin, top, width + BAR, shown))
        top += shown
        self._head.setGeometry(QRect(margin, top, width, head))
        top += head
        self.note.setGeometry(QRect(margin, top, width, max(least, self.height() - top - margin)))

    def _stack(self, width: int) -> int:
        """Place the texts one under another; return their height, the last gap included."""
        top, gap = 0, round(GAP * self._theme.scale)
        for section in self._sections:
            if section.isHidden():
                continue
            height = section.heightForWidth(width)
            section.setGeometry(QRect(0, top, width, height))
            top += height + gap
        self._texts.resize(width, top)
        return top

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.fit()
