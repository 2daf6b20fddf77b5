# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The head of the comparison: its title, and how to look at it. Compares nothing."""

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from ui.theme import Theme
from ui.widgets.buttons import Button, button
from ui.widgets.labels import label
from ui.widgets.segmented import Segmented
from ui.widgets.tooltip import set_tooltip

USEFUL, BY_THEME = "utiles", "themes"
SCORED, UNSCORED = "Et ailleurs\u202f?", "Ce que vos réponses disent à côté des études"
VIEWS = ((USEFUL, "Les plus utiles"), (BY_THEME, "Par thème"))


class ComparisonHead(QWidget):
    """Title and sentence at left, choices at right; under them where there is no room."""

    page_asked = Signal(str)
    """To a page, by its id."""

    def __init__(self, theme: Theme, *, unscored: bool = False) -> None:
        super().__init__()
        self.sources = button(theme, "Toutes les sources", "quiet", "search")
        self.view = Segmented(theme, "Ordre des repères", VIEWS, solid=True)
        self.view.join()
        self.view.show_choice(USEFUL)
        self.margins = _switch(theme, "Marges", "Montre la marge des enquêtes qui la permettent")
        self.words = _switch(theme, "Lire en mots", "Montre les mêmes données en tableau")
        self._title = label(UNSCORED if unscored else SCORED, "title", wrap=unscored)
        self._unscored = unscored
        self._lead = label("", "body", tone="ink2")
        self._first = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._choices = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._build()
        self.sources.clicked.connect(partial(self.page_asked.emit, "sources"))

    def _build(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        self._first.addWidget(self._title, 1)
        self._first.addWidget(self.sources)
        texts.addLayout(self._first)
        texts.addWidget(self._lead)
        self.view.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self._choices.setSpacing(10)
        left = Qt.AlignmentFlag.AlignLeft
        for widget in (self.view, self.margins, self.words):
            self._choices.addWidget(widget, 0, left)
        self._choices.addStretch(1)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addLayout(texts, 1)
        self._row.addLayout(self._choices)

    def say(self, name: str) -> None:
        """For whom the figures are gathered; nobody in particular when `name` is empty."""
        whom = f"situer {name}" if name else "vous situer"
        self._lead.setText(f"Des repères pour {whom}. Pas un classement.")

    def fit(self, *, narrow: bool) -> None:
        """One line, two, or as many as there are choices. A long title has its own line."""
        narrow = narrow or self._unscored
        self._first.removeWidget(self.sources)
        self._choices.removeWidget(self.sources)
        if narrow:
            self._first.addWidget(self.sources)
        else:
            self._choices.insertWidget(0, self.sources)
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        natural = self.view.natural_width() + 2 * self.fontMetrics().averageCharWidth() * 2
        self.view.setFixedWidth(natural)
        buttons = self.margins.sizeHint().width() + self.words.sizeHint().width()
        room = natural + buttons + 2 * self._choices.spacing()
        self._row.setDirection(down if narrow else side)
        self._choices.setDirection(down if room > self.width() else side)


def _switch(theme: Theme, text: str, what: str) -> Button:
    made = button(theme, text)
    made.setCheckable(True)
    set_tooltip(made, what)
    return made
