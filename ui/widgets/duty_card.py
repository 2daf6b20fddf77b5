# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""One obligation on a card: its state and why, its text and how far it was read. Judges nothing."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QBoxLayout,
    QHBoxLayout,
    QPushButton,
    QSizePolicy,
    QVBoxLayout,
    QWidget,
)

from autodiag.text.terms import Terms
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.labels import label
from ui.widgets.link_button import LinkButton
from ui.widgets.state_badge import Sign, StateBadge, Tone
from ui.widgets.term_label import TermLabel

KEYS = "Entrée\u00a0: détails. Flèches\u00a0: obligation d’avant, d’après."
STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
OPENS = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space)
_TEXT_COLUMN = 350
"""Pixels at 100 % for the reference, beside what is asked."""


class DutyCard(Card):
    """Left: what is asked, why it stands so, where to go. Right: the text. Details on request.

    At the keyboard: ↑ and ↓ go from card to card, Entrée opens the details."""

    HEARD_AS = "ListItem"

    left = Signal(int)
    """The focus should go to the card before (−1) or after (+1)."""
    went_to = Signal(str, str)
    """A page, and what there."""

    def __init__(self, theme: Theme, terms: Terms) -> None:
        super().__init__(margin=18)
        self._theme, self._terms = theme, terms
        self._details: tuple[tuple[str, str], ...] = ()
        self._narrow: bool | None = None
        self._badge = StateBadge(theme)
        self._title = label("", "lead", bold=True)
        self._nature = label("", "caption", tone="ink2")
        self._what, self._because = label("", "body"), label("", "body", tone="ink2")
        self._links = QVBoxLayout()
        self._linked: tuple[tuple[str, str, str], ...] = ()
        self._links_made: list[QWidget] = []
        self._said = ("", "", "", "")
        self._reference = TermLabel(theme, terms, "caption")
        self._proof = label("", "caption", tone="ink2")
        self._more = QPushButton("Détails")
        self._inside: QWidget | None = None
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._text_column = QWidget()
        self._build()

    def _build(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(12)
        names = QVBoxLayout()
        names.setSpacing(1)
        names.addWidget(self._title)
        names.addWidget(self._nature)
        head.addLayout(names, 1)
        head.addWidget(self._badge, 0, Qt.AlignmentFlag.AlignTop)
        left = QVBoxLayout()
        left.setSpacing(4)
        self._links.setSpacing(0)
        left.addWidget(self._what)
        left.addWidget(self._because)
        left.addLayout(self._links)
        left.addStretch(1)
        right = QVBoxLayout(self._text_column)
        right.setContentsMargins(0, 0, 0, 0)
        right.setSpacing(4)
        right.addWidget(self._reference)
        right.addWidget(self._proof)
        right.addWidget(self._more, 0, Qt.AlignmentFlag.AlignLeft)
        right.addStretch(1)
        self._columns.setSpacing(24)
        self._columns.addLayout(left, 1)
        self._columns.addWidget(self._text_column)
        self.body.addLayout(head)
        self.body.addLayout(self._columns)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setProperty("focus_radius", 12)
        self._more.setProperty("kind", "quiet")
        self._more.setProperty("flush", "true")
        self._more.setProperty("focus_radius", 10)
        self._more.setCursor(Qt.CursorShape.PointingHandCursor)
        self._more.setAutoDefault(False)
        self._more.clicked.connect(self._on_more_clicked)
        self._theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)

    @property
    def parts(self) -> list[QWidget]:
        """What Tab goes to, in the order of reading: itself, where to go, more of it."""
        return [self, *self._links_made, self._more]

    def show_state(self, text: str, tone: Tone, sign: Sign) -> None:
        """Its state."""
        self._badge.show_state(text, tone, sign)
        self._describe()

    def show_words(self, title: str, nature: str, what: str, because: str) -> None:
        """What it asks, and why it stands so."""
        self._said = (title, nature, what, because)
        self._describe()
        self._more.setAccessibleName(f"Détails\u00a0: {title}")
        for shown, text in (
            (self._title, title),
            (self._nature, nature),
            (self._what, what),
            (self._because, because),
        ):
            shown.setText(text)
            shown.setVisible(bool(text))

    def show_text(self, reference: str, proof: Sequence[str]) -> None:
        """The text it comes from, and how far that text was read."""
        self._reference.say(reference)
        self._proof.setText("\n".join(proof))

    def show_links(self, links: Sequence[tuple[str, str, str]]) -> None:
        """Page, what there, words of each link."""
        if tuple(links) == self._linked:
            return
        self._linked = tuple(links)
        self._links_made = []
        while (item := self._links.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for page, detail, words in links:
            link = LinkButton(self._theme)
            link.say(words)
            link.clicked.connect(partial(self.went_to.emit, page, detail))
            self._links.addWidget(link)
            self._links_made.append(link)

    def show_details(self, details: tuple[tuple[str, str], ...]) -> None:
        """What is folded: names and sentences. They never change for one obligation."""
        self._details = details
        self._more.setVisible(bool(details))

    def fit(self, *, narrow: bool) -> None:
        """The text beside what is asked, or under it."""
        if narrow != self._narrow:
            self._narrow = narrow
            side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
            self._columns.setDirection(down if narrow else side)
            self._columns.setSpacing(8 if narrow else 24)
        if narrow:
            self._text_column.setMinimumWidth(0)
            self._text_column.setMaximumWidth(16_777_215)
        else:
            self._text_column.setFixedWidth(round(_TEXT_COLUMN * self._theme.scale))

    def _describe(self) -> None:
        title, nature, what, because = self._said
        self.setAccessibleName(f"{title}, {self._badge.text}")
        texts = (f"{nature}." if nature else "", what, because, KEYS)
        self.setAccessibleDescription(" ".join(text for text in texts if text))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = event.key()
        mine = self.window().focusWidget() is self  # not what a link of it leaves
        if mine and key in STEPS:
            self.left.emit(STEPS[Qt.Key(key)])
        elif mine and key in OPENS and self._details:
            self._on_more_clicked()
        else:
            super().keyPressEvent(event)

    @Slot()
    def _on_more_clicked(self) -> None:
        if self._inside is None:
            self._inside = self._make_details()
            self.body.addWidget(self._inside)
            self._inside.show()
        else:
            self._inside.setVisible(self._inside.isHidden())
        self._on_theme_changed()

    @Slot()
    def _on_theme_changed(self) -> None:
        is_open = self._inside is not None and not self._inside.isHidden()
        side = round(18 * self._theme.scale)
        self._more.setIconSize(QSize(side, side))
        self._more.setIcon(self._theme.icon("minus" if is_open else "plus", "primary", side))
        self._more.setAccessibleDescription("Déplié" if is_open else "Replié")

    def _make_details(self) -> QWidget:
        made = QWidget()
        column = QVBoxLayout(made)
        column.setContentsMargins(0, 4, 0, 0)
        column.setSpacing(2)
        for name, text in self._details:
            column.addWidget(label(name, "caption", tone="ink2", bold=True))
            running = TermLabel(self._theme, self._terms)
            running.say(text)
            column.addWidget(running)
            column.addSpacing(6)
        return made
