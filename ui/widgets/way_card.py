# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A card that is one large button: a pictogram, a title, what it is, an arrow."""

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label

_RADIUS = 12.0
_CHIP = 48


class WayCard(QAbstractButton):
    """As high as its texts, or higher where there is room."""

    def __init__(self, theme: Theme, icon: str, title: str, text: str) -> None:
        super().__init__()
        self._theme = theme
        self.setText(title)
        self.setAccessibleName(title)
        self.setAccessibleDescription(text)
        self.setProperty("focus_radius", _RADIUS)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.MinimumExpanding)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._icon = IconLabel(theme, icon, "primary", 26)
        self._chip = QWidget()
        self._row = QHBoxLayout(self)
        self._build(title, text)
        theme.changed.connect(self._on_theme_changed)
        self._on_theme_changed()

    def _build(self, title: str, text: str) -> None:
        chip = QHBoxLayout(self._chip)
        chip.setContentsMargins(0, 0, 0, 0)
        chip.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(label(title, "card", bold=True))
        words.addWidget(label(text, "body", tone="ink2"))
        words.addStretch(1)
        row = self._row
        row.setContentsMargins(20, 16, 20, 16)
        row.setSpacing(16)
        row.addWidget(self._chip, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addLayout(words, 1)
        row.addWidget(IconLabel(self._theme, "arrow", "primary", 22))
        for child in self.findChildren(QWidget):
            child.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def _on_theme_changed(self) -> None:
        side = round(_CHIP * self._theme.scale)
        self._chip.setFixedSize(side, side)
        self.update()

    def sizeHint(self) -> QSize:
        return self._row.sizeHint()

    def paintEvent(self, event: QPaintEvent) -> None:
        theme, over = self._theme, self.underMouse() or self.isDown()
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(theme.color("primary" if over else "line"), 1))
        painter.setBrush(theme.color("sunken" if self.isDown() else "surface"))
        box = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.drawRoundedRect(box, _RADIUS, _RADIUS)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.color("primaryPale"))
        painter.drawRoundedRect(QRectF(self._chip.geometry()), _RADIUS, _RADIUS)
