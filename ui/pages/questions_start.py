# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is shown before the first answer: how to choose one, and where to begin."""

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.text.typography import capitalised
from ui.pages.questions_column import MARGIN, WIDEST
from ui.pages.questions_list import PROPOSED
from ui.pages.questions_proposed import to_take_up
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.key_hint import KeyHint
from ui.widgets.labels import label
from ui.widgets.remark import Remark

LEAST_MARGIN = 12
LEVELLED = ("Au clavier :", "[0]", "à", "[4]", "pour répondre,", "[Entrée]", "pour continuer")
OTHERWISE = ("Au clavier :", "[Espace]", "pour choisir,", "[Entrée]", "pour continuer")
"""Where questions are not all of levels, each says its own digits."""


class QuestionsStart(QWidget):
    """Two ways to begin: the short form, or everything."""

    express_chosen = Signal()
    whole_chosen = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._title = label("Par où commencer ?", "title")
        self._how = label("", "body", tone="ink2")
        self._lead = label("", "lead")
        self.express = button(theme, "Commencer", "primary", icon_after="arrow")
        self.whole = button(theme, "", "secondary")
        self._left_out = label("", "body", tone="ink2")
        self.proposed = Remark(theme)
        self._later = label(
            "Vous pouvez changer d’avis à tout moment. Chaque réponse est enregistrée aussitôt.",
            "body",
            tone="ink2",
        )
        self._keys = KeyHint(theme, LEVELLED)
        self._keyed = True
        self._build()
        self.express.clicked.connect(self.express_chosen)
        self.whole.clicked.connect(self.whole_chosen)

    def _build(self) -> None:
        card = Card()
        card.body.addWidget(label("Comment choisir une réponse", "lead", bold=True))
        card.body.addWidget(self._how)
        self._layout = QVBoxLayout(self)
        self._layout.setSpacing(12)
        self._layout.addWidget(self._title)
        self._layout.addWidget(self._lead)
        self._layout.addWidget(self._left_out)
        self._layout.addWidget(self.proposed)
        self._layout.addSpacing(4)
        ways = QVBoxLayout()
        ways.setSpacing(10)
        ways.addWidget(self.express)
        ways.addWidget(self.whole)
        row = QHBoxLayout()
        row.addLayout(ways)
        row.addStretch(1)
        self._layout.addLayout(row)
        self._layout.addWidget(self._later)
        self._layout.addSpacing(4)
        self._layout.addWidget(card)
        self._layout.addWidget(self._keys)
        self._layout.addStretch(1)

    def show_start(self, instructions: str, express: int, whole: int) -> None:
        """Offer the short form, unless it is empty or the whole."""
        self._how.setText(instructions)
        self.whole.setVisible(whole > 0)
        if not whole:
            self._title.setText("Aucune question à poser")
            self._lead.setText("Aucune question ne s’applique à votre collectivité.")
            self.express.hide()
            return
        short = 0 < express < whole
        self._title.setText("Par où commencer ?" if short else "Avant de commencer")
        self._lead.setText(
            f"{express} questions suffisent pour un premier aperçu. Les autres viennent ensuite,"
            " quand vous voulez."
            if short
            else f"{whole} questions, dans l’ordre que vous voulez."
        )
        self.express.setVisible(short)
        self.express.setText(f"Commencer par les {express} questions express")
        self.whole.setText(f"Répondre aux {whole} questions dans l’ordre" if short else "Commencer")

    def show_left_out(self, said: str) -> None:
        """Say how many questions are not asked, or nothing."""
        self._left_out.setText(said)
        self._left_out.setVisible(bool(said))

    def show_proposed(self, number: int) -> None:
        """Say how many answers of other questionnaires may be taken up here, or nothing."""
        if number:
            said = f"{capitalised(to_take_up(number))}. Rien ne l’est sans vous."
            self.proposed.say(said, "bulb", action=PROPOSED, do="Les voir")
        else:
            self.proposed.clear()

    def show_keys(self, *, shown: bool, levelled: bool = True) -> None:
        """Say which keys answer, or nothing where none does."""
        self._keyed = shown
        self._keys.show_parts(LEVELLED if levelled else OTHERWISE)
        self._fit()

    def focus_first(self) -> None:
        """Give the focus to what is proposed first."""
        first = self.whole if self.express.isHidden() else self.express
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _widest(self) -> int:
        """Of the two ways to begin, which are on one line each."""
        return max(way.sizeHint().width() for way in (self.express, self.whole))

    def _fit(self) -> None:
        """The margins give way before the words do."""
        scale, width = self._theme.scale, self.width()
        side = max(round(MARGIN * scale), (width - round(WIDEST * scale)) // 2)
        side = max(LEAST_MARGIN, min(side, (width - self._widest()) // 2))
        self._layout.setContentsMargins(side, round(22 * scale), side, round(16 * scale))
        fits = self._keys.sizeHint().width() <= width - 2 * side
        self._keys.setVisible(fits and self._keyed)

    def minimumSizeHint(self) -> QSize:
        # with its own margins, it would be scrolled sideways rather than take narrower ones
        return QSize(self._widest() + 2 * LEAST_MARGIN, super().minimumSizeHint().height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        self._fit()
        super().resizeEvent(event)
