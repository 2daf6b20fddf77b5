# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The title of the results, what they rest on, and what to do next."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from autodiag.text.numbers import count, day
from ui.pages.results_reading import Reading
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow_row import GAP, FlowRow
from ui.widgets.labels import label


def flow_row() -> FlowRow:
    """One that takes the height of all its lines."""
    row = FlowRow()
    let_grow(row)
    return row


def let_grow(row: FlowRow) -> None:
    """Give a row the height of its lines, which a fixed policy keeps at one."""
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
    policy.setHeightForWidth(True)
    row.setSizePolicy(policy)


def answers_said(reading: Reading) -> str:
    """«55 réponses, 4 « je ne sais pas », 1 sans objet, sur 60 questions»: each state by its own
    name, of the questions that concern them."""
    asked = sum(trace.state != "non_applicable" for trace in reading.result.traces().values())
    parts = [
        count(reading.count("niveau"), "réponse"),
        f"{reading.count('nsp')}\u00a0«\u202fje ne sais pas\u202f»" if reading.count("nsp") else "",
        f"{reading.count('sans_objet')}\u00a0sans objet" if reading.count("sans_objet") else "",
    ]
    said = list(filter(None, parts))
    comma = "," if len(said) > 1 else ""
    return f"{', '.join(said)}{comma} sur {count(asked, 'question')}"


class ResultsHeader(FlowRow):
    """One line, or two where the window is narrow."""

    unknowns_asked = Signal()
    roadmap_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        let_grow(self)
        self._title = label("Vos résultats", "title", wrap=False)
        self.day = label("", tone="ink2", wrap=False)
        self.facts = label("", tone="ink2", wrap=False)
        self.unknowns = button(theme, "")
        self.roadmap = button(theme, "Préparer la feuille de route", "primary", icon_after="arrow")
        for widget in (self._title, self.day, self.facts, self.unknowns):
            self.add(widget)
        self.add(self.roadmap, right=True)
        self.unknowns.clicked.connect(self.unknowns_asked)
        self.roadmap.clicked.connect(self.roadmap_asked)

    def show_reading(self, reading: Reading) -> None:
        """The day, the answers, what is left to find out."""
        self.day.setText(day(reading.snapshot.assessment.day))
        self.facts.setText(answers_said(reading))
        unknown = reading.count("nsp")
        self.unknowns.setText(f"Préciser {count(unknown, 'réponse')}")
        self.unknowns.setVisible(unknown > 0)
        self.roadmap.setVisible(reading.begun and reading.result.overall is not None)

    def _place(self) -> None:
        """Both buttons together at the right, on the first line or under it."""
        super()._place()
        left = self.roadmap.x() - GAP - self.unknowns.width()
        if not self.roadmap.isHidden() and left >= 0:
            self.unknowns.move(left, self.roadmap.y())
