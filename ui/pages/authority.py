# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Collectivité: who it is, the facts asked once, the opening mark, where the dossier lies."""

import itertools

from PySide6.QtCore import QMargins, Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QVBoxLayout, QWidget

from autodiag.text.numbers import count
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.authority_facts import FactsCard
from ui.pages.authority_file import FileCard
from ui.pages.authority_handover import HandoverCard
from ui.pages.authority_identity import IdentityCard
from ui.pages.authority_mark import OPENING_MARK, OpeningMarkCard
from ui.pages.authority_others import OthersCard
from ui.pages.authority_years import YearsCard
from ui.pages.contributions import ContributionsCard
from ui.pages.page import NARROW, Page
from ui.pages.questions_path import QuestionPath
from ui.pages.questions_words import end_of, left_out_said
from ui.recent import recent_of
from ui.widgets.buttons import button
from ui.widgets.flowing import Flowing
from ui.widgets.labels import label, rule
from ui.widgets.scroll import scroll_area
from ui.widgets.tooltip import set_tooltip

_WIDEST = 1560
_READ_ONLY = (
    "Ce dossier est ouvert en lecture seule\u00a0: vous pouvez tout lire et en enregistrer une "
    "copie, rien ne peut y être modifié d’ici."
)
_OF_YEAR = (
    "older_answers",
    "older_assessment",
    "diagnostic_en_preparation",
    "diagnostic_en_suppression",
    "questionnaire_en_preparation",
    "reponses_en_suppression",
)
"""Reasons that are not the file’s: said in their own words."""
_LEFT = 532
_BEGIN = "Commencer les questions"
YEARS = "annees"
"""Where this page shows what can be begun again."""
TO_CONFIRM = "filtre:a_confirmer"
"""What the page of questions is asked to show once another year is begun."""


_Tail = YearsCard | OthersCard | FileCard | HandoverCard


class AuthorityPage(Page):
    """Two columns, one if narrow; the way to the questions stays in sight at the bottom."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        self.identity = IdentityCard(desk, bridge)
        self.mark = OpeningMarkCard(desk.theme, bridge)
        self.contributions = ContributionsCard(desk, bridge)
        self.facts = FactsCard(desk.theme, bridge)
        self.years = YearsCard(desk, bridge)
        self.others = OthersCard(desk, bridge)
        self.file = FileCard(desk, bridge)
        self.handover = HandoverCard(desk.theme, bridge)
        self._tail: tuple[_Tail, ...] = (self.years, self.others, self.file, self.handover)
        self._beside = (self.contributions, self.facts)
        self.why = label(_READ_ONLY, "body", tone="warn")
        self.go_on = button(desk.theme, _BEGIN, "primary", icon_after="arrow")
        self._said = label("", "body", tone="ink2")
        self._finished = False
        self._left, self._right = QWidget(), QWidget()
        self._columns = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.go_on.clicked.connect(self._on_begin_clicked)
        self.facts.rows_made.connect(self._order_tabs)
        self.years.begun.connect(self._on_year_begun)
        self.years.withdrawn.connect(self._on_year_withdrawn)
        self.contributions.asked.connect(self._on_theme_asked)
        self.others.opened.connect(self._on_other_opened)
        self.others.to_repeat.connect(self._on_repeat_asked)
        self.handover.go.clicked.connect(self._on_handover_clicked)
        desk.theme.changed.connect(self._arrange)

    def _build(self) -> None:
        self._stacks = QVBoxLayout(self._left), QVBoxLayout(self._right)
        for stack, cards in zip(
            self._stacks, ((self.identity, self.mark, *self._tail), self._beside), strict=True
        ):
            stack.setContentsMargins(0, 0, 0, 0)
            stack.setSpacing(16)
            for card in cards:
                stack.addWidget(card)
            stack.addStretch(1)
        self._columns.setSpacing(16)
        self._columns.addWidget(self._left)
        self._columns.addWidget(self._right, 1)
        inside = QVBoxLayout()
        inside.setSpacing(16)
        inside.addWidget(self.why)
        inside.addLayout(self._columns, 1)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._area = scroll_area(Flowing(inside, QMargins(24, 24, 24, 24), _WIDEST))
        layout.addWidget(self._area, 1)
        layout.addWidget(self._build_bar())

    def _build_bar(self) -> QWidget:
        bar = QWidget()
        self._bar = QVBoxLayout(bar)
        self._bar.setSpacing(0)
        row = QHBoxLayout()
        row.setContentsMargins(0, 12, 0, 12)
        row.setSpacing(16)
        row.addWidget(self._said, 1)
        row.addWidget(self.go_on, 0, Qt.AlignmentFlag.AlignVCenter)
        self._bar.addWidget(rule())
        self._bar.addLayout(row)
        return bar

    @property
    def said(self) -> str:
        """How far the answers are, in words."""
        return self._said.text()

    def refresh(self) -> None:
        """Show what the dossier holds today."""
        for card in (self.identity, self.mark, *self._beside, *self._tail):
            card.refresh()
        self._order_tabs()  # an assessment may have come
        reason = self.bridge.why_read_only
        self.why.setVisible(reason is not None)
        sentence = "" if reason is None else reason.sentence
        of_year = reason is not None and reason.code in _OF_YEAR
        self.why.setText(sentence if of_year else _READ_ONLY)
        set_tooltip(self.why, sentence)
        done = recent_of(self.bridge, "")
        self._finished = 0 < done.total == done.answered
        self.go_on.setText(self._way_said(done.answered))
        self._said.setText(_progress_said(done.answered, done.total, self.bridge))

    def show_detail(self, detail: object) -> None:
        """A fact by its name: its choices, in sight; or the opening mark, open to be given; or
        what can be begun again."""
        if detail == OPENING_MARK:
            self.mark.open()
            self._area.ensureWidgetVisible(self.mark)
            return
        if detail == YEARS:
            self.years.start.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(self.years)
            return
        row = self.facts.rows.get(str(detail))
        if row is not None and not row.isHidden():
            row.choices.focus_choice()
            self._area.ensureWidgetVisible(row)

    def begin(self) -> None:
        """The first thing to say, where it is in sight and nothing is answered; else the way on."""
        row, said = self.facts.first_untold, bool(self.bridge.snapshot.assessment.answers)
        beside = self._columns.direction() == QBoxLayout.Direction.LeftToRight
        if row is None or said or not beside or not self.bridge.writable:
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            row.choices.focus_first()

    def leave(self) -> None:
        """The mark, once given, is only said the next time; a correction is handed over."""
        self.mark.fold()
        if not self.bridge.closed:
            self.identity.hand_over()
            self.contributions.hand_over()

    def _on_begin_clicked(self) -> None:
        self.went_to.emit("resultats" if self._finished else "questions", None)

    @Slot(str)
    def _on_theme_asked(self, theme: str) -> None:
        """To what is left to answer in it, else to its first question."""
        themes = self.bridge.questionnaire.themes
        path = QuestionPath(self.bridge.snapshot)
        asked = [q.id for one in themes if one.id == theme for q in one.questions]
        kept = [q for q in asked if q in path.applying]
        left = [q for q in kept if q in path.open]
        self.went_to.emit("questions", next(iter((*left, *kept, *asked))))

    def _on_year_begun(self) -> None:
        self.went_to.emit("questions", TO_CONFIRM)

    @Slot()
    def _on_other_opened(self, wanted: object) -> None:
        """To what is wanted, or left to answer; beside the studies once nothing is."""
        done = wanted is None and not QuestionPath(self.bridge.snapshot).open
        self.went_to.emit("comparaison" if done else "questions", wanted)

    def _on_repeat_asked(self) -> None:
        """Told first what it does, and begun there."""
        self.went_to.emit("collectivite", YEARS)

    def _on_year_withdrawn(self) -> None:
        """Back to where it was begun."""
        if self.isVisible():
            self.go_on.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.went_to.emit("collectivite", None)

    def _on_handover_clicked(self) -> None:
        self.went_to.emit("passation", None)

    def _way_said(self, answered: int) -> str:
        if self._finished:
            return end_of(self.bridge.questionnaire)
        if not self.bridge.writable:
            return "Voir les questions"
        return "Reprendre les questions" if answered else _BEGIN

    def _arrange(self) -> None:
        scale = self.desk.theme.scale
        two = self.width() >= NARROW and self.width() >= 950 * scale
        ways = QBoxLayout.Direction
        self._columns.setDirection(ways.LeftToRight if two else ways.TopToBottom)
        if two:
            self._left.setFixedWidth(round(_LEFT * (1 + (scale - 1) / 2)))
        else:
            self._left.setMinimumWidth(0)
            self._left.setMaximumWidth(_WIDEST)
        left, right = self._stacks
        home, place = (left if two else right), 2
        if home.indexOf(self.file) < 0:  # in one column, after the facts
            for number, card in enumerate(self._tail):
                home.insertWidget(place + number, card)
        self._order_tabs()
        side = max(24, (self.width() - _WIDEST) // 2)
        self._bar.setContentsMargins(side, 0, side, 0)

    def _order_tabs(self) -> None:
        """As the page is read."""
        beside = self._stacks[0].indexOf(self.file) >= 0
        parts = (self._tail, self._beside) if beside else (self._beside, self._tail)
        cards: list[QWidget] = [self.identity, self.mark, *parts[0], *parts[1]]
        stops = [
            widget
            for card in cards
            for widget in card.findChildren(QWidget)
            if widget.focusPolicy() != Qt.FocusPolicy.NoFocus
        ]
        for first, then in itertools.pairwise((*stops, self.go_on)):
            QWidget.setTabOrder(first, then)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()


def _progress_said(answered: int, total: int, bridge: Bridge) -> str:
    if not answered:
        left_out = left_out_said(QuestionPath(bridge.snapshot))
        return f"{total} questions au plus, à votre rythme. {left_out}".rstrip()
    left = total - answered
    if not left:
        return f"{count(total, 'question vue', 'questions vues')} sur {total}."
    more = "Encore 1 question." if left == 1 else f"Encore {left} questions."
    return f"{count(answered, 'question vue', 'questions vues')} sur {total}. {more}"
