# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What helps to answer a question: why it is asked, where to look, who knows, an example, words.

Placed by hand, one text under another; where they do not all fit, the arrows scroll them.
"""

import re
from collections.abc import Sequence

from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QScrollBar, QWidget

from autodiag.model.knowledge import Actor, GlossaryEntry
from autodiag.model.questionnaire import Question, Wording
from autodiag.text.terms import Found, Terms, terms_of
from ui.theme import Theme
from ui.widgets.help_section import HelpSection

GAP = 11
RULE = "La phrase la plus haute qui est entièrement vraie."
COMMA, SEMICOLON = ", ", "\u202f; "
NAME = "Aide sur la question"
_SENTENCE = re.compile(r"(?<=\.)\s")


class QuestionsHelpTexts(QWidget):
    """The sections, those that have nothing to say hidden."""

    HEARD_AS = "Document"

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._bar: QScrollBar | None = None
        self.why = HelpSection(theme, "bulb", "Pourquoi cette question\u202f?")
        self.where = HelpSection(theme, "search", "Où trouver la réponse\u202f?")
        self.who = HelpSection(theme, "people", "Qui peut aider")
        self.example = HelpSection(theme, "home", "Un exemple")
        self.words = HelpSection(theme, "theme-3-education", "Le mot")
        # last: the same for every question, it can be out of sight
        self.how = HelpSection(theme, "check", "Comment choisir\u202f?")
        self._sections = (self.why, self.where, self.who, self.example, self.words, self.how)
        for section in self._sections:
            section.setParent(self)
        self.setAccessibleName(NAME)

    def show_question(
        self,
        question: Question,
        wording: Wording,
        words: Sequence[GlossaryEntry],
        whom: Sequence[Actor],
        glossary: tuple[GlossaryEntry, ...],
    ) -> None:
        """Show what helps to answer that question; `whom` are those to ask, the first one first."""
        terms = terms_of(glossary)
        for section, text in (
            (self.why, wording.why),
            (self.where, wording.where),
            (self.example, wording.example),
        ):
            section.say(text, terms.find(text))
        self.who.say(*_who_helps(whom, terms))
        self.words.rename("Les mots" if len(words) > 1 else "Le mot")
        self.words.say("\n".join(f"{word.term}\u00a0: {word.definition}" for word in words))
        self.how.say(RULE if question.type == "niveaux" else "")

    def height_at(self, width: int) -> int:
        """The height of all that is shown at that width, the last gap included."""
        shown = [one for one in self._sections if not one.isHidden()]
        gap = round(GAP * self._theme.scale)
        return sum(one.heightForWidth(width) + gap for one in shown)

    def place(self, width: int) -> None:
        """Place the texts one under another."""
        top, gap = 0, round(GAP * self._theme.scale)
        for section in self._sections:
            if not section.isHidden():
                height = section.heightForWidth(width)
                section.setGeometry(QRect(0, top, width, height))
                top += height + gap
        self.resize(width, top)

    def lines(self) -> list[tuple[int, int]]:
        """The top and the bottom of each line, where it was placed last."""
        found: list[tuple[int, int]] = []
        for section in self._sections:
            if not section.isHidden():
                found += [(section.y() + a, section.y() + b) for a, b in section.lines()]
        return found

    def scroll_with(self, bar: QScrollBar | None) -> None:
        """The bar that the keys move, None where everything is seen: it is then no stop of the
        tabulation key."""
        self._bar = bar
        stop = Qt.FocusPolicy.NoFocus if bar is None else Qt.FocusPolicy.TabFocus
        self.setFocusPolicy(stop)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        bar = self._bar
        if bar is None:
            super().keyPressEvent(event)
            return
        line = self.fontMetrics().lineSpacing()
        moves = {
            int(Qt.Key.Key_Up): -2 * line,
            int(Qt.Key.Key_Down): 2 * line,
            int(Qt.Key.Key_PageUp): -bar.pageStep(),
            int(Qt.Key.Key_PageDown): bar.pageStep(),
            int(Qt.Key.Key_Home): -bar.maximum(),
            int(Qt.Key.Key_End): bar.maximum(),
        }
        if event.key() in moves:
            bar.setValue(bar.value() + moves[event.key()])
        else:
            super().keyPressEvent(event)


def _who_helps(actors: Sequence[Actor], terms: Terms) -> tuple[str, tuple[Found, ...]]:
    """One after another; the name of those who bring something is a word that says what."""
    between = COMMA if not any("," in actor.name for actor in actors) else SEMICOLON
    words: list[Found] = []
    said = ""
    for actor in actors:
        name = actor.name if said else actor.name[:1].upper() + actor.name[1:]
        said += between if said else ""
        if actor.brings:
            title = actor.name[:1].upper() + actor.name[1:]
            entry = GlossaryEntry(title, _brings(actor, terms))
            words.append(Found(len(said), len(said) + len(name), entry))
        said += name
    return f"{said}." if said else "", tuple(words)


def _brings(actor: Actor, terms: Terms) -> str:
    """What it is, what it does, for whom, at what cost."""
    said = (
        ("Ce qui est apporté", actor.brings),
        ("Pour", actor.to_whom),
        ("Coût", actor.cost),
    )
    lines = [f"{what}\u00a0: {text}." for what, text in said if text]
    return "\n".join([*_what_it_is(actor.name, terms), *lines])


def _what_it_is(name: str, terms: Terms) -> list[str]:
    """What a name abbreviates between brackets, in the first sentence of the glossary."""
    for found in terms.find(name):
        written = name[found.start : found.end]
        if f"({written})" in name:
            words, colon, rest = _SENTENCE.split(found.entry.definition)[0].partition("\u00a0: ")
            known = f"{words} ({written})" if colon else f"{written}\u00a0: {words}"
            return [f"{known}{colon}{rest}".rstrip(".") + "."]
    return []
