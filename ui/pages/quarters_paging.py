# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The line above the board: what it shows, which quarters are seen, and how to see others."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QDragEnterEvent, QDragLeaveEvent, QDropEvent, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.pages.quarters_card import carried_key
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.buttons import Button
from ui.widgets.labels import label

HELD_MS = 600
"""How long a card is held over a button before it turns the page."""
BESIDE = 720
"""The least width where all is on one line, in pixels at 100 %."""
TITLE = "Trimestre par trimestre"


class TurnButton(Button):
    """Pressed, or held over with a card that is carried, again and again."""

    def __init__(self, theme: Theme, text: str, icon: str, *, after: bool) -> None:
        super().__init__(theme, text, "secondary", icon, after=after)
        self._held = QTimer(self, interval=HELD_MS)
        self._held.timeout.connect(self._on_held)
        self.setAcceptDrops(True)

    @Slot()
    def _on_held(self) -> None:
        """Qt tells it no more of the card once it is disabled, on the last page."""
        self.click()
        if not self.isEnabled():
            self._held.stop()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if carried_key(event.mimeData()) and self.isEnabled():
            self._held.start()
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        super().dragLeaveEvent(event)
        self._held.stop()

    def dropEvent(self, event: QDropEvent) -> None:
        """Nothing is put down here."""
        self._held.stop()
        event.setDropAction(Qt.DropAction.IgnoreAction)


class QuarterPaging(QWidget):
    """`turned` gives −1 or +1."""

    turned = Signal(int)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = label(TITLE, "lead", bold=True)
        self._about = label("", "caption", tone="ink2")
        self._seen = label("", "body", tone="ink2", wrap=False)
        self.earlier = TurnButton(theme, "Plus tôt", "back", after=False)
        self.later = TurnButton(theme, "Plus tard", "arrow", after=True)
        for side, name in ((self.earlier, "plus tôt"), (self.later, "plus tard")):
            side.setAccessibleName(f"Trimestres {name}")
            side.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._build()
        self.earlier.clicked.connect(self._on_earlier)
        self.later.clicked.connect(self._on_later)

    def _build(self) -> None:
        words, turns = QVBoxLayout(), QHBoxLayout()
        words.setSpacing(0)
        words.addWidget(self._title)
        words.addWidget(self._about)
        turns.setSpacing(10)
        for part in (self._seen, self.earlier, self.later):
            turns.addWidget(part)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(10)
        self._row.addLayout(words, 1)
        self._row.addLayout(turns)
        self._row.setAlignment(turns, Qt.AlignmentFlag.AlignVCenter)

    def show_words(self, about: str, *, there: bool) -> None:
        """What the board is; whether there is one."""
        self._about.setText(about)
        for part in (self._about, self._seen, self.earlier, self.later):
            part.setVisible(there)

    def show_place(self, first: int, seen: int, total: int) -> None:
        """Which of the quarters are seen, from the rank of the first."""
        several = f"{first + 1} à {first + seen}" if seen > 1 else str(first + 1)
        self._seen.setText(f"{several} sur {total}")
        plural = "Trimestres" if seen > 1 else "Trimestre"
        self._seen.setAccessibleName(f"{plural} {several} sur {total}")
        for side, on in ((self.earlier, first > 0), (self.later, first + seen < total)):
            if side.hasFocus() and not on:  # else the focus would go nowhere
                other = self.later if side is self.earlier else self.earlier
                other.setEnabled(True)
                other.setFocus(Qt.FocusReason.OtherFocusReason)
            side.setEnabled(on)

    @Slot()
    def _on_earlier(self) -> None:
        self.turned.emit(-1)
        announce(self, self._seen.accessibleName())

    @Slot()
    def _on_later(self) -> None:
        self.turned.emit(1)
        announce(self, self._seen.accessibleName())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """What turns the pages is below the words where they would be on many lines."""
        super().resizeEvent(event)
        beside = self.width() / self._theme.scale >= BESIDE
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
