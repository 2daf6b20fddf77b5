# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The bar at the top: home, whose dossier, the five steps, what is saved, undoing, tools."""

from PySide6.QtCore import QRectF, QSize, Signal, Slot
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QSpacerItem, QWidget

from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.display_menu import DisplayButton
from ui.widgets.mark_button import MarkButton
from ui.widgets.place_button import PlaceButton
from ui.widgets.saved_sign import SavedSign
from ui.widgets.stepper import Names, Stepper, strip_height
from ui.widgets.undo_button import UndoButton

NARROW = 1200
"""Below this width the steps show the current name only (design section 3)."""
MARGIN, SPACE = 16, 6


class TopBar(QWidget):
    """60 px high at 100 %. Gives up, in this order: the inhabitants, under a name that takes two
    lines, the end of that name, the names of the other steps, the words of the saved sign, the
    name of the current step."""

    home_chosen = Signal()
    place_chosen = Signal()
    step_chosen = Signal(str)
    theme_chosen = Signal(str)
    text_size_chosen = Signal(float)
    help_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._told = ("", "")
        self._theme = theme
        self.mark = MarkButton(theme)
        self.place = PlaceButton(theme)
        self.stepper = Stepper(theme)
        self.undo = UndoButton(theme)
        self.saved_sign = SavedSign(theme)
        self.display = DisplayButton(theme)
        self.help = icon_button(theme, "help", name="Aide")
        self._gap = QSpacerItem(0, 0)
        self._row = QHBoxLayout(self)
        self._build()
        self._connect()

    def _build(self) -> None:
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        row = self._row
        row.setContentsMargins(MARGIN, 0, MARGIN, 1)
        row.setSpacing(SPACE)
        row.addWidget(self.mark)
        row.addWidget(self.place)
        row.addSpacerItem(self._gap)
        row.addWidget(self.stepper)
        row.addStretch(1)
        row.addSpacing(SPACE)
        for widget in (self.saved_sign, self.undo, self.display, self.help):
            row.addWidget(widget)
        self.setFixedHeight(strip_height(self._theme))

    def _connect(self) -> None:
        self.mark.clicked.connect(self.home_chosen)
        self.place.clicked.connect(self.place_chosen)
        self.stepper.step_chosen.connect(self.step_chosen)
        self.display.theme_chosen.connect(self.theme_chosen)
        self.display.text_size_chosen.connect(self.text_size_chosen)
        self.help.clicked.connect(self.help_chosen)
        self.stepper.shown.connect(self._fit)
        self._theme.changed.connect(self._on_theme_changed)

    # --- What is shown

    def set_place(self, name: str, detail: str) -> None:
        """Whose dossier is open; `detail` is «612 habitants»."""
        if (name, detail) != self._told:  # told at each answer
            self._told = (name, detail)
            self.place.show_place(name, detail)
            self._fit()

    # --- Private

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setFixedHeight(strip_height(self._theme))
        self._fit()

    @Slot()
    def _fit(self) -> None:
        """How much of it can be said in this width."""
        room = self.width() - self._fixed_width()
        words = self.saved_sign.words_width()
        wide = self.width() >= NARROW and self.stepper.width_with("all") + words <= room
        names: Names = "all" if wide else "current"
        compact = self.stepper.width_with(names) + words > room
        if compact and self.stepper.width_with("current") + self.saved_sign.icon_width() > room:
            names = "none"
        self.stepper.show_names(names)
        self.saved_sign.set_compact(compact)
        self._put_steps(names, self.saved_sign.icon_width() if compact else words)
        self._row.activate()  # at once, or the bar would be seen too full

    def _put_steps(self, names: Names, sign: int) -> None:
        """In the middle of the bar, further where the name needs it and there is room; then the
        name gives way, never the buttons: a box layout would shrink them all."""
        steps = self.stepper.width_with(names)
        before = MARGIN + self.mark.sizeHint().width() + SPACE
        tools = sum(tool.sizeHint().width() for tool in (self.undo, self.display, self.help))
        after = self.width() - MARGIN - tools - sign - 5 * SPACE
        least = before + self.place.minimumSizeHint().width() + 2 * SPACE
        whole = before + self.place.sizeHint().width() + 2 * SPACE
        middle = max(least, min(max((self.width() - steps) // 2, whole), after - steps))
        name = min(self.place.sizeHint().width(), middle - before - 2 * SPACE)
        self.place.setMaximumWidth(name)
        self._gap.changeSize(middle - before - name - SPACE, 0, QSizePolicy.Policy.Maximum)
        self._row.invalidate()

    def _fixed_width(self) -> int:
        """What is there at any width, with the narrowest name."""
        tools = (self.mark, self.undo, self.display, self.help)
        fixed = sum(tool.sizeHint().width() for tool in tools) + 2 * MARGIN + 13 * SPACE
        return fixed + self.place.minimumSizeHint().width()

    def minimumSizeHint(self) -> QSize:
        least = self._fixed_width() + self.saved_sign.icon_width() + self.stepper.width_with("none")
        return QSize(least, self.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._theme.color("surface"))
        line = QRectF(0, self.height() - 1, self.width(), 1)
        painter.fillRect(line, self._theme.color("line"))
        painter.end()
