# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The title of the results, what they rest on, and what to do next."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QSizePolicy

from autodiag.text.numbers import count, day
from ui.pages.questions_list import PROPOSED
from ui.pages.results_reading import Reading
from ui.theme import Theme
from ui.widgets.buttons import button
from ui.widgets.flow_row import GAP, FlowRow
from ui.widgets.labels import label

TO_CONFIRM, TO_REVIEW = "filtre:a_confirmer", "filtre:a_revoir"
"""What the page of questions is told, to show only these."""


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
    """«60 questions vues sur 61, dont 4 « je ne sais pas » et 1 sans objet»: counted as everywhere
    else, of the questions that concern them."""
    asked = sum(trace.state != "non_applicable" for trace in reading.result.traces().values())
    levels, doubts, without = (reading.count(state) for state in ("niveau", "nsp", "sans_objet"))
    parts = (
        f"{doubts}\u00a0«\u202fje ne sais pas\u202f»" if doubts else "",
        f"{without}\u00a0sans objet" if without else "",
    )
    among = " et ".join(filter(None, parts))
    seen = count(levels + doubts + without, "question vue", "questions vues")
    return f"{seen} sur {asked}" + (f", dont {among}" if among else "")


def taken_over_said(reading: Reading) -> str:
    """«Dont 40 reprises de 2025, à confirmer», «je ne sais pas» and «sans objet» being answers too;
    empty where there is none."""
    number = reading.marked(reading.snapshot.assessment.to_confirm)
    if not number:
        return ""
    before = reading.year_before
    year = f" de {before}" if before else ""
    return f"Dont {count(number, 'reprise')}{year}, à confirmer"


def to_review_said(reading: Reading) -> str:
    """«Revoir 3 questions»; empty where none is marked."""
    number = reading.marked(reading.snapshot.assessment.to_review)
    return f"Revoir {count(number, 'question')}" if number else ""


class ResultsHeader(FlowRow):
    """One line, or two where the window is narrow or there is more to do."""

    questions_asked = Signal(str)
    """Those that a filter of the questions keeps: what the page of questions is told."""
    unknowns_asked = Signal()
    roadmap_asked = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        let_grow(self)
        self._title = label("Vos résultats", "title", wrap=False)
        self.day = label("", tone="ink2", wrap=False)
        self.facts = label("", tone="ink2", wrap=False)
        self.taken_over, self.to_review = button(theme, "", "quiet"), button(theme, "", "quiet")
        self.proposed = button(theme, "", "quiet")
        self.proposed.hide()
        self.unknowns = button(theme, "")
        self.roadmap = button(theme, "Préparer la feuille de route", "primary", icon_after="arrow")
        for widget in (self._title, self.day, self.facts, self.taken_over, self.to_review):
            self.add(widget)
        self.add(self.proposed)
        self.add(self.unknowns)
        self.add(self.roadmap, right=True)
        self.taken_over.clicked.connect(partial(self._on_asked, TO_CONFIRM))
        self.to_review.clicked.connect(partial(self._on_asked, TO_REVIEW))
        self.proposed.clicked.connect(partial(self._on_asked, PROPOSED))
        self.unknowns.clicked.connect(self.unknowns_asked)
        self.roadmap.clicked.connect(self.roadmap_asked)

    def show_reading(self, reading: Reading) -> None:
        """The day, the answers, what is left to find out."""
        self.day.setText(day(reading.snapshot.assessment.day))
        self.facts.setText(answers_said(reading))
        for link, said in (
            (self.taken_over, taken_over_said(reading)),
            (self.to_review, to_review_said(reading)),
        ):
            link.setText(said)
            link.setVisible(bool(said))
        unknown = reading.count("nsp")
        self.unknowns.setText(f"Préciser {count(unknown, 'réponse')}")
        self.unknowns.setVisible(unknown > 0)
        self.roadmap.setVisible(reading.begun and reading.result.overall is not None)

    def show_proposed(self, number: int) -> None:
        """How many answers given in another questionnaire may be taken up in this one."""
        self.proposed.setText(f"Reprendre {count(number, 'réponse')} données ailleurs")
        if number == 1:
            self.proposed.setText("Reprendre une réponse donnée ailleurs")
        self.proposed.setVisible(number > 0)

    def _on_asked(self, detail: str) -> None:
        self.questions_asked.emit(detail)

    def _place(self) -> None:
        """Both buttons together at the right, on the first line or under it."""
        super()._place()
        left = self.roadmap.x() - GAP - self.unknowns.width()
        if not self.roadmap.isHidden() and left >= 0:
            self.unknowns.move(left, self.roadmap.y())
