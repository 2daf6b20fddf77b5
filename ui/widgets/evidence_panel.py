# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What an answer rests on: the list, how to add to it, what was refused and why.

Says what is wanted, by signals; knows neither files nor dossiers.
"""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from autodiag.model.dossier import Evidence
from ui.theme import Theme
from ui.widgets.announce import alert, announce
from ui.widgets.buttons import button
from ui.widgets.enter_edit import EnterEdit
from ui.widgets.evidence_row import EvidenceRow
from ui.widgets.labels import label, set_property
from ui.widgets.secret_warning import SECRET, SecretWarning
from ui.widgets.tab_order import chain, stops
from ui.widgets.tall_flow import tall_flow

NONE = "Rien n’est joint à cette réponse."
ABOUT = (
    "Un fichier joint est copié dans le dossier et part avec lui\u00a0: rien de secret, rien de"
    " personnel sans nécessité. 5\u00a0Mo au plus."
)
RESTORE = "Rétablir"
WHERE = "Où est la pièce\u202f?"
EXAMPLE = "Délibération du 12 mars 2025, classeur rouge"
LONGEST = 200


class EvidencePanel(QWidget):
    """The evidence of one question."""

    file_asked = Signal()
    reference_written = Signal(str)
    copy_asked = Signal(str)
    removal_asked = Signal(str)
    restore_asked = Signal()
    """What was just taken away is wanted back."""
    told = Signal(QWidget)
    """Something was said, that is to be seen: what says it."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: tuple[tuple[Evidence, ...], bool] | None = None
        self.rows: list[EvidenceRow] = []
        self.after: QWidget | None = None
        """What Tab comes from, for the rows are made after the rest."""
        self.none = _preferred(label(NONE, "body", tone="ink2"))
        self.said = _preferred(label("", "caption"))
        self.restore = button(theme, RESTORE, "secondary", "undo")
        self.restore.setAccessibleName(f"{RESTORE} la pièce retirée")
        self.attach = button(theme, "Joindre un fichier…", "secondary", "plus")
        self.refer = button(theme, "Noter une référence", "quiet", "note")
        self.field = EnterEdit()
        self.warning = SecretWarning(theme)
        self.note = button(theme, "Noter", "secondary")
        self.give_up = button(theme, "Annuler", "quiet")
        self._about = _preferred(label(ABOUT, "caption", tone="ink2"))
        self._adding = QWidget()
        self._list = QVBoxLayout()
        self._build()
        self._connect()

    def _build(self) -> None:
        self.field.setAccessibleName(WHERE)
        self.field.setPlaceholderText(EXAMPLE)
        self.field.setMaxLength(LONGEST)
        self.field.setProperty("focus_radius", 10)
        self._list.setSpacing(8)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 4)
        column.setSpacing(8)
        column.addWidget(self.none)
        column.addLayout(self._list)
        column.addWidget(self.said)
        column.addWidget(self.restore, 0, Qt.AlignmentFlag.AlignLeft)
        ways = self._ways = tall_flow()
        ways.add(self.attach)
        ways.add(self.refer)
        column.addWidget(ways)
        column.addWidget(self._adding)
        column.addWidget(self._about)
        adding = QVBoxLayout(self._adding)
        adding.setContentsMargins(0, 0, 0, 0)
        adding.setSpacing(6)
        adding.addWidget(label(WHERE, "body", bold=True, wrap=False))
        adding.addWidget(self.field)
        adding.addWidget(self.warning)
        done = tall_flow()
        done.add(self.note)
        done.add(self.give_up)
        adding.addWidget(done)
        self._adding.hide()
        self.said.hide()
        self.restore.hide()
        self._on_typed("")

    def _connect(self) -> None:
        self.restore.clicked.connect(self.restore_asked)
        self.attach.clicked.connect(self.file_asked)
        self.refer.clicked.connect(self._on_refer_clicked)
        self.field.textChanged.connect(self._on_typed)
        self.field.entered.connect(self._on_noted)
        self.note.clicked.connect(self._on_noted)
        self.give_up.clicked.connect(self.close_field)

    @property
    def writing(self) -> bool:
        """Whether a reference is being written."""
        return not self._adding.isHidden()

    def show_evidence(self, given: Sequence[Evidence], *, writable: bool) -> None:
        """Show what is kept; nothing can be added or taken away unless `writable`."""
        shown = (tuple(given), writable)
        if shown == self._shown:
            return
        self._shown = shown
        focused = self._focused_row()
        for row in self.rows:
            self._list.removeWidget(row)
            row.hide()
            row.deleteLater()
        self.rows = [EvidenceRow(self._theme, one, writable=writable) for one in given]
        for row in self.rows:
            row.copy_asked.connect(self.copy_asked)
            row.removal_asked.connect(self.removal_asked)
            self._list.addWidget(row)
        rows = (stop for row in self.rows for stop in stops(row))
        if self.after is not None:
            chain((self.after, *rows, self.restore, self.attach))
        self.none.setVisible(not given)
        self._ways.setVisible(writable and not self.writing)
        self._about.setVisible(writable)
        if focused is not None:
            self._focus_row(focused)

    def say(self, text: str, *, fault: bool = False, removed: bool = False) -> None:
        """Say what happens to what was asked, or show why it was refused; nothing any more.
        `removed`: what was taken away can be brought back from here."""
        self.said.setText(text)
        if self.restore.hasFocus() and not removed:
            self.attach.setFocus(Qt.FocusReason.OtherFocusReason)
        self.restore.setVisible(removed)
        if removed and _holds_focus(self):  # pressed again by mistake, it takes nothing else away
            self.restore.setFocus(Qt.FocusReason.OtherFocusReason)
        set_property(self.said, "tone", "err" if fault else "ok")
        self.said.setVisible(bool(text))
        if text:
            self.told.emit(self.said)
        if text and not fault:
            announce(self, text)
        elif text and self.isVisible():  # else the window says it; the last one is the new one
            alert(self.said, text.rpartition("\n")[2])

    @Slot()
    def close_field(self) -> None:
        """Give up writing a reference."""
        if self.writing:
            inside = self.field.hasFocus() or self.note.hasFocus() or self.give_up.hasFocus()
            self._adding.hide()
            self._ways.show()
            if inside:
                self.refer.setFocus(Qt.FocusReason.OtherFocusReason)

    def flush(self) -> None:
        """Hand over the reference that is being written, if any."""
        if self.writing and self.field.text().strip():
            self._on_noted()

    def forget(self) -> None:
        """Another question: what was said and begun is about the one before."""
        self.field.clear()
        self.close_field()
        self.say("")

    def _focused_row(self) -> int | None:
        return next((n for n, row in enumerate(self.rows) if _holds_focus(row)), None)

    def _focus_row(self, place: int) -> None:
        """The row that took the place of the one that had the focus, else what adds one."""
        wanted = self.rows[min(place, len(self.rows) - 1)].remove if self.rows else self.attach
        wanted.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_refer_clicked(self) -> None:
        self.say("")
        self._ways.hide()
        self._adding.show()
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(str)
    def _on_typed(self, text: str) -> None:
        """The warning comes and goes with what is typed, and prevents nothing."""
        before = self.warning.isHidden()
        warned = self.warning.read(text)
        if warned and before:
            self.told.emit(self.warning)
        about = SECRET if warned else f"Par exemple\u00a0: {EXAMPLE}"
        self.field.setAccessibleDescription(about)

    @Slot()
    def _on_noted(self) -> None:
        text = self.field.text().strip()
        if text:
            self.field.clear()
            self.close_field()
            self.reference_written.emit(text)
        else:
            self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape and self.writing:
            self.close_field()
        else:
            super().keyPressEvent(event)


def _preferred(made: QLabel) -> QLabel:
    """Asks for the height that it needs at its real width, and no more."""
    policy = made.sizePolicy()
    policy.setVerticalPolicy(QSizePolicy.Policy.Preferred)
    made.setSizePolicy(policy)
    return made


def _holds_focus(row: QWidget) -> bool:
    focus = row.window().focusWidget()
    return focus is not None and row.isAncestorOf(focus)
