# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Why a question is «sans objet»: the reasons offered, or another one, typed."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from autodiag.catalogue.answers import MAX_REASON
from ui.theme import Theme
from ui.widgets.answer_cards import AnswerCards, Sentence
from ui.widgets.buttons import button
from ui.widgets.enter_edit import EnterEdit
from ui.widgets.labels import label

OFFERED = 3
ASKED = "Pourquoi cette question est-elle sans objet pour vous ?"
NOT_YET = (
    "« Sans objet » ne veut pas dire « pas encore » : un projet en cours ou un manque de moyens"
    " n’en est pas un motif."
)


class ReasonsPanel(QWidget):
    """The keys 1, 2 and 3 choose a reason; another one is typed."""

    reason_chosen = Signal(str)
    closed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._reasons: tuple[str, ...] = ()
        self._asked = label(ASKED, "lead", bold=True)
        self._note = label(NOT_YET, "body", tone="ink2")
        self.cards = AnswerCards(theme, OFFERED)
        self._other_name = label("Autre motif", "body", bold=True, wrap=False)
        self.other = EnterEdit()
        self.other.setMaxLength(MAX_REASON)
        self.other.setAccessibleName("Autre motif")
        self.keep = button(theme, "Retenir ce motif")
        self.back = button(theme, "Revenir aux réponses", "quiet", "back")
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(10)
        row.addWidget(self.other, 1)
        row.addWidget(self.keep)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._asked)
        layout.addWidget(self._note)
        layout.addWidget(self.cards)
        layout.addWidget(self._other_name)
        layout.addLayout(row)
        layout.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)

    def _connect(self) -> None:
        self.cards.chosen.connect(self.choose)
        self.other.textChanged.connect(self._on_text_changed)
        self.other.entered.connect(self._on_other_kept)
        self.keep.clicked.connect(self._on_other_kept)
        self.back.clicked.connect(self.closed)

    def show_reasons(self, reasons: Sequence[str], chosen: str) -> None:
        """Offer these reasons; `chosen` is the one given, "" when none is."""
        self._reasons = tuple(reasons)
        said = [Sentence(str(place), text) for place, text in enumerate(self._reasons, 1)]
        self.cards.show_sentences(said)
        self.cards.setVisible(bool(said))
        self.cards.show_chosen([i for i, text in enumerate(self._reasons) if text == chosen])
        own = "" if chosen in self._reasons else chosen
        self.other.setText(own)
        name = "Autre motif" if said else "Votre motif"
        self._other_name.setText(name)
        self.other.setAccessibleName(name)
        self._on_text_changed(own)

    def focus_first(self) -> None:
        """Give the focus to the first reason, or to the field where none is offered."""
        if self._reasons:
            self.cards.focus_card(0)
        else:
            self.other.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(int)
    def choose(self, place: int) -> None:
        """Choose the reason of that place, from 0; another place does nothing."""
        if 0 <= place < len(self._reasons):
            self.reason_chosen.emit(self._reasons[place])

    @Slot(str)
    def _on_text_changed(self, text: str) -> None:
        self.keep.setEnabled(bool(text.strip()))

    @Slot()
    def _on_other_kept(self) -> None:
        text = self.other.text().strip()
        if text:
            self.reason_chosen.emit(text)
