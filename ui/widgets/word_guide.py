# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""When the card that explains a word opens and closes: one guide per window.

Under the pointer after a moment, or by F2, which goes from word to word. The card stays while the
pointer is on the word or on the card; Échap closes it; it never takes the focus (WCAG 1.4.13).
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol, cast, runtime_checkable

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt, QTimer, Slot
from PySide6.QtGui import QCursor, QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QScrollArea, QWidget

from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.word_card import WordCard

if TYPE_CHECKING:
    from ui.widgets.word_sense import WordSense

OPEN_MS, CLOSE_MS, FOLLOW_MS = 300, 300, 40


@runtime_checkable
class Helping(Protocol):
    """A window that can show the whole list of words."""

    def show_help(self, section: str) -> None:
        """Open the help at a section."""
        ...


class WordGuide(QObject):
    """Made by the first widget of a window that has a word to explain."""

    def __init__(self, window: QWidget, theme: Theme) -> None:
        super().__init__(window)
        self.card = WordCard(theme, window)
        self._sense: WordSense | None = None
        self._place = -1
        self._wanted: tuple[WordSense, int] | None = None
        self._by_key = False
        self._back: QWidget | None = None
        self._stood: tuple[Sequence[QRect], QSize] = ((), QSize())
        """Where the word was, and the size of the window, when the card came beside it."""
        self._opening, self._closing, self._following = QTimer(self), QTimer(self), QTimer(self)
        self._next = QShortcut(QKeySequence("F2"), window)
        self._previous = QShortcut(QKeySequence("Shift+F2"), window)
        self._escape = QShortcut(QKeySequence("Escape"), window)
        self._tab = QShortcut(QKeySequence("Tab"), window)
        self._connect(theme)

    def _connect(self, theme: Theme) -> None:
        for timer, pause in ((self._opening, OPEN_MS), (self._closing, CLOSE_MS)):
            timer.setSingleShot(True)
            timer.setInterval(pause)
        # while a card is open only. An event filter would be called until the very end of the
        # process, when Python is no longer there to answer
        self._following.setInterval(FOLLOW_MS)
        self._following.timeout.connect(self._follow)
        self._opening.timeout.connect(self._on_opening_due)
        self._closing.timeout.connect(self._on_closing_due)
        self._next.activated.connect(self.show_next)
        self._previous.activated.connect(self.show_previous)
        self._escape.activated.connect(self.close)
        self._tab.activated.connect(self._on_tab_pressed)
        for shortcut in (self._escape, self._tab):
            shortcut.setEnabled(False)
        self.card.entered.connect(self._closing.stop)
        self.card.left.connect(self._on_pointer_left)
        self.card.all_words.clicked.connect(self._on_all_words_asked)
        self.card.all_words.setVisible(isinstance(self.parent(), Helping))
        theme.changed.connect(self.close)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @property
    def explained(self) -> str:
        """The word whose card is open, empty when none is."""
        return self.card.term.text() if self._sense is not None else ""

    def point(self, sense: "WordSense", place: int) -> None:
        """The pointer is on that word, or on none of that widget (-1)."""
        self._opening.stop()
        if place < 0:
            self._on_pointer_left()
        elif (sense, place) == (self._sense, self._place):
            self._closing.stop()
        else:
            self._wanted = (sense, place)
            self._opening.start()

    def show_at_once(self, sense: "WordSense", place: int) -> None:
        """Explain a word that was clicked."""
        self._opening.stop()
        self._open(sense, place, by_key=False)

    @Slot()
    def show_next(self) -> None:
        """Explain the first word of what has the focus, else of the page; then the next one."""
        self._step(1)

    @Slot()
    def show_previous(self) -> None:
        """Explain the word before."""
        self._step(-1)

    @Slot()
    def close(self) -> None:
        """Explain nothing more; the focus goes back to where it was, if the card had it."""
        self._opening.stop()
        self._closing.stop()
        self._following.stop()
        sense, self._sense, self._place = self._sense, None, -1
        if sense is None:
            return
        had_focus = self.card.all_words.hasFocus()
        for shortcut in (self._escape, self._tab):
            shortcut.setEnabled(False)
        sense.mark(-1)
        self.card.hide()
        back, self._back = self._back, None
        if had_focus and back is not None:
            back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _step(self, by: int) -> None:
        places = self._places()
        if not places:
            return
        terms = [sense.words[place].entry.term for sense, place in places]
        if self.explained in terms:
            at = terms.index(self.explained) + by
        else:
            at = next((n for n, (s, _) in enumerate(places) if s.holder.hasFocus()), 0)
        sense, place = places[at % len(places)]
        self.close()
        _reveal(sense, place)
        self._open(sense, place, by_key=True)
        entry = sense.words[place].entry
        announce(sense.holder, f"{entry.term}\u00a0: {entry.definition}")

    def _places(self) -> "list[tuple[WordSense, int]]":
        """Where each word first stands in what is shown, in the order of reading."""
        found: dict[str, tuple[WordSense, int]] = {}
        for sense in _senses(cast("QWidget", self.parent())):
            if sense.holder.isVisible():
                for place, word in enumerate(sense.words):
                    found.setdefault(word.entry.term, (sense, place))
        return list(found.values())

    def _open(self, sense: "WordSense", place: int, *, by_key: bool) -> None:
        self.close()
        window = cast("QWidget", self.parent())
        word = sense.rects(place, window)
        if not word or sense.holder.window() is not window:
            return
        self._sense, self._place, self._by_key = sense, place, by_key
        sense.mark(place)
        self.card.explain(sense.words[place].entry, word, by_key=by_key)
        self._escape.setEnabled(True)
        self._tab.setEnabled(by_key and not self.card.all_words.isHidden())
        self._stood = (word, window.size())
        self._following.start()

    @Slot()
    def _follow(self) -> None:
        """Where the word moves, so does the card, which closes when the word is out of sight."""
        if self._sense is None:
            return
        holder, window = self._sense.holder, cast("QWidget", self.parent())
        seen = holder.visibleRegion().translated(holder.mapTo(window, QPoint()))
        word = self._sense.rects(self._place, window)
        if not word or not seen.intersects(word[0]):
            self.close()
        elif (word, window.size()) != self._stood:
            self._stood = (word, window.size())
            self.card.stand_by(word)

    @Slot()
    def _on_opening_due(self) -> None:
        if self._wanted is not None:
            self._open(*self._wanted, by_key=False)

    @Slot()
    def _on_pointer_left(self) -> None:
        if self._sense is not None and not self._by_key and not self.card.all_words.hasFocus():
            self._closing.start()

    @Slot()
    def _on_closing_due(self) -> None:
        if not self.card.contains(self._pointer()):
            self.close()

    @staticmethod
    def _pointer() -> QPoint:
        return QCursor.pos()

    @Slot()
    def _on_tab_pressed(self) -> None:
        """Into the card, which comes after its word; then back."""
        if self.card.all_words.hasFocus():
            self.close()
        else:
            self._back = QApplication.focusWidget()
            self.card.all_words.setFocus(Qt.FocusReason.TabFocusReason)

    @Slot()
    def _on_all_words_asked(self) -> None:
        self.close()
        window = self.parent()
        if isinstance(window, Helping):
            window.show_help("mots")

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, _old: QWidget | None, new: QWidget | None) -> None:
        moved = self._sense is not None and new is not None and not self.card.isAncestorOf(new)
        if moved and self._by_key:
            self.close()


def guide_of(window: QWidget, theme: Theme) -> WordGuide:
    """The guide of a window, made if it has none yet."""
    direct = Qt.FindChildOption.FindDirectChildrenOnly
    found = window.findChild(WordGuide, options=direct)
    return found if isinstance(found, WordGuide) else WordGuide(window, theme)


def _senses(window: QWidget) -> Sequence["WordSense"]:
    """In the order of reading, which is that in which widgets were made."""
    from ui.widgets.word_sense import WordSense

    return window.findChildren(WordSense)


def _reveal(sense: "WordSense", place: int) -> None:
    """Scroll to a word."""
    parent = sense.holder.parentWidget()
    while parent is not None:
        inside = parent.widget() if isinstance(parent, QScrollArea) else None
        if isinstance(parent, QScrollArea) and inside is not None:
            for rect in reversed(sense.rects(place, inside)):
                parent.ensureVisible(rect.center().x(), rect.center().y(), 20, 40)
        parent = parent.parentWidget() if not parent.isWindow() else None
