# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Whether the answers are on the disk, and the menu of the file that holds them.

Told only by what the disk did, never ahead of it. Opens and copies nothing itself.
"""

from datetime import datetime

from PySide6.QtCore import QRectF, QSize, Qt, Signal, Slot
from PySide6.QtGui import QAction, QFontMetrics, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QPushButton, QSizePolicy

from autodiag.errors import AutodiagError
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label, set_property
from ui.widgets.menu_words import keyed, place_in_menu
from ui.widgets.tooltip import set_tooltip

SAVING, NOT_SAVED, READ_ONLY = "Enregistrement…", "Pas enregistré", "Lecture seule"
WIDEST = "Enregistré à 00\u00a0h\u00a000"
QUIET = "Le fichier"
"""While there is nothing to say."""
PAD, LEAST = 10, 40
"""Beside the sign, and the smallest target, in pixels."""
FOLDER, COPY = "Ouvrir l’emplacement du fichier", "Enregistrer une copie ailleurs…"
HANDOVER = "Préparer une passation…"
OPEN, CLOSE = "Ouvrir un autre dossier…", "Fermer ce dossier"


def clock_time(at: datetime) -> str:
    """«10 h 42»."""
    return f"{at.hour}\u00a0h\u00a0{at.minute:02d}"


class SavedSign(QPushButton):
    """A pictogram and a few words; only the pictogram when there is no room."""

    folder_chosen = Signal()
    copy_chosen = Signal()
    handover_chosen = Signal()
    open_chosen = Signal()
    close_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._compact = False
        self._state = self._said = self._where = ""
        self._icon = IconLabel(theme, "check", "okInk", 17)
        self._words = label("", "caption", tone="ok", wrap=False)
        self._row = QHBoxLayout(self)
        self._build()
        self._add_menu()
        self.clear()
        theme.changed.connect(self._on_theme_changed)

    def _build(self) -> None:
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setAutoDefault(False)
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)
        self.setProperty("focus_radius", 10)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        row = self._row
        row.setContentsMargins(PAD, 0, PAD, 0)
        row.setSpacing(6)
        row.addStretch(1)
        for part in (self._icon, self._words):
            part.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
            row.addWidget(part)
        self._on_theme_changed()

    def _add_menu(self) -> None:
        menu = QMenu(self)
        menu.setAccessibleName("Le fichier de ce dossier")
        self._place = tuple(menu.addAction("") for _ in range(2))
        for said in self._place:
            said.setEnabled(False)
        self.choices: dict[str, QAction] = {}
        """What the menu proposes, by its words."""
        for text, keys, told in (
            (FOLDER, "", self.folder_chosen),
            (COPY, "", self.copy_chosen),
            (HANDOVER, "", self.handover_chosen),
            ("", "", None),
            (OPEN, "Ctrl+O", self.open_chosen),
            (CLOSE, "Ctrl+W", self.close_chosen),
        ):
            if told is None:
                menu.addSeparator()
                continue
            action = self.choices[text] = menu.addAction(keyed(text, keys) if keys else text)
            action.triggered.connect(told)
        self.setMenu(menu)

    def set_place(self, name: str, where: str) -> None:
        """The file and where it is: said at the top of the menu, whole in the tooltip."""
        self._where = f"{name}, {where}"
        letters, room = QFontMetrics(self.menu().font()), round(460 * self._theme.scale)
        for action, text in zip(
            self._place, (name, f"{where[:1].upper()}{where[1:]}"), strict=True
        ):
            action.setText(place_in_menu(text, letters, room))
        self._tell_tip()

    @property
    def state(self) -> str:
        """What the sign says, whether or not the words show."""
        return self._state

    def words_width(self) -> int:
        """The width of the whole sign with its words, in pixels, whatever it says."""
        letters = QFontMetrics(self._theme.font("caption"))
        widest = max(letters.horizontalAdvance(t) for t in (WIDEST, SAVING, NOT_SAVED, READ_ONLY))
        return widest + self._icon.width() + 6 + 2 + 2 * PAD

    def icon_width(self) -> int:
        """The width of the sign with its pictogram alone, in pixels."""
        return max(LEAST, self._icon.width() + 2 * PAD)

    def set_compact(self, compact: bool) -> None:
        """Show the pictogram alone, its words in the tooltip."""
        self._compact = compact
        self._words.setVisible(not compact)
        self._tell_tip()
        self._reserve()

    # --- What happened

    def clear(self) -> None:
        """Nothing was saved yet: the sign says nothing."""
        self._show("", "file", "ink2", urgent=False)

    @Slot()
    def show_saving(self) -> None:
        """An answer is on its way to the disk; what failed before still waits with it."""
        if self.state == NOT_SAVED:
            return
        self._show(SAVING, "clock", "ink2", urgent=False)

    @Slot(object)
    def show_saved(self, at: datetime) -> None:
        """Everything is on the disk since that local time."""
        self._show(f"Enregistré à {clock_time(at)}", "check", "ok", urgent=False)

    @Slot(object)
    def show_failed(self, error: BaseException) -> None:
        """Something could not be written; the banner says what to do."""
        self._show(NOT_SAVED, "stop", "err", urgent=True)
        if isinstance(error, AutodiagError):
            set_tooltip(self, error.sentence)

    @Slot()
    def show_read_only(self) -> None:
        """Nothing will be written to this dossier."""
        self._show(READ_ONLY, "eye", "ink2", urgent=False)

    # --- Private

    def _show(self, text: str, icon: str, tone: str, *, urgent: bool) -> None:
        self._state = text
        self._words.setText(text or QUIET)
        set_property(self._words, "tone", tone)
        self._icon.show_icon(icon, tone if tone == "ink2" else f"{tone}Ink")
        self.set_compact(self._compact)
        self.setAccessibleName(f"{text}. {QUIET}" if text else QUIET)
        # each minute once: one announcement for each answer would cover the questions
        if text and text not in (SAVING, self._said):
            self._said = text
            announce(self, text, urgent=urgent)

    def _tell_tip(self) -> None:
        tip = " ".join(part for part in (self._state and f"{self._state}.", self._where) if part)
        self.setAccessibleDescription(self._where)
        set_tooltip(self, tip or QUIET)

    def _reserve(self) -> None:
        """One width for all it may say: the bar does not move at each answer."""
        self.setFixedWidth(self.icon_width() if self._compact else self.words_width())

    @Slot()
    def _on_theme_changed(self) -> None:
        self.setMinimumHeight(max(LEAST, QFontMetrics(self._theme.font("caption")).height() + 16))
        self._reserve()

    def sizeHint(self) -> QSize:
        return QSize(self.minimumWidth(), self.minimumHeight())

    def minimumSizeHint(self) -> QSize:
        return self.sizeHint()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not (self.underMouse() or self.isDown()):
            return
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(self._theme.color("sunken"))
        painter.drawRoundedRect(QRectF(self.rect()), 10, 10)
        painter.end()
