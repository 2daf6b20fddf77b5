# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The assessments of the dossier, year after year: which one is shown, and beginning the next."""

from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.dossier.next_year import Started
from autodiag.model.dossier import AssessmentBrief
from autodiag.scoring.taken_over import not_asked
from autodiag.text.numbers import day
from ui.bridge import Bridge
from ui.desk import Desk
from ui.notices import NoticeKind
from ui.pages.authority_years_terms import Terms, head_of, terms_of
from ui.pages.authority_years_words import (
    Offer,
    brief_said,
    changes_said,
    offer,
    started_said,
    withdrawal_offered,
    withdrawal_refused,
    withdrawn_said,
)
from ui.widgets.buttons import Button, button
from ui.widgets.card import Card
from ui.widgets.labels import label, rule
from ui.widgets.state_badge import StateBadge

NOTICE = "nouveau diagnostic"
UNDO = "Annuler"


class _Row(QWidget):
    """One assessment: «Voir», or that it is the one shown."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = label("", "body", bold=True)
        self.said = label("", "body", tone="ink2")
        self.badge = StateBadge(desk.theme)
        self.badge.show_state("Affiché", "ok", "check")
        self.see: Button = button(desk.theme, "Voir", "secondary")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(self.title)
        texts.addWidget(self.said)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        row.addWidget(self.see, 0, Qt.AlignmentFlag.AlignVCenter)

    def show_brief(self, brief: AssessmentBrief, terms: Terms, said: str) -> None:
        """What is known of it: its day, and what it holds in words."""
        self.title.setText(terms.row.format(jour=day(brief.day)))
        self.said.setText(said)
        self.see.setAccessibleName(terms.see.format(jour=day(brief.day)))

    def show_chosen(self, *, shown: bool, alone: bool) -> None:
        """Whether it is the one shown; alone, there is nothing to tell it from."""
        self.badge.setVisible(shown and not alone)
        self.see.setVisible(not shown)


class YearsCard(Card):
    """Those of the questionnaire shown. `begun`: the next assessment, asked for here, is there and
    shown. `withdrawn`: it was taken away again."""

    begun = Signal()
    withdrawn = Signal()

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__()
        self._desk, self._bridge = desk, bridge
        self._asked = False
        self._started: Started | None = None
        self._told: tuple[NoticeKind, str, str] | None = None
        self.rows: dict[int, _Row] = {}
        self.head = label("", "lead", bold=True)
        self._list = QVBoxLayout()
        self.what = label("", "body")
        self.changes = label("", "body", tone="ink2")
        self.start = button(desk.theme, "", "secondary", "plus")
        self.back = label("", "body")
        self.withdraw = button(desk.theme, "", "secondary", "undo")
        self._build()
        self.start.clicked.connect(self._on_start_clicked)
        self.withdraw.clicked.connect(self._on_withdraw_asked)
        bridge.next_started.connect(self._on_next_started)
        bridge.withdrawn.connect(self._on_withdrawn)
        bridge.changed.connect(self._on_changed)
        bridge.saved.connect(self._on_written)
        bridge.refused.connect(self._on_refused)

    def _build(self) -> None:
        self.body.addWidget(self.head)
        self._list.setSpacing(0)
        self.body.addLayout(self._list)
        self.body.addWidget(self.changes)
        self.body.addWidget(self.what)
        self.body.addWidget(self.start, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addWidget(self.back)
        self.body.addWidget(self.withdraw, 0, Qt.AlignmentFlag.AlignLeft)

    def refresh(self) -> None:
        """Show each assessment, the latest first, and what may be begun today."""
        snapshot = self._bridge.snapshot
        terms, briefs = self._terms, tuple(reversed(snapshot.years))
        self.head.setText(head_of(snapshot.questionnaire))
        self.withdraw.setText(terms.withdraw)
        if [brief.id for brief in briefs] != list(self.rows):
            self._make_rows(briefs)
        aside = not_asked(snapshot)
        held = next((row.see for row in self.rows.values() if row.see.hasFocus()), None)
        for brief in briefs:
            shown = brief.id == snapshot.assessment_id
            self.rows[brief.id].show_brief(brief, terms, brief_said(brief, aside))
            self.rows[brief.id].show_chosen(shown=shown, alone=len(briefs) == 1)
        if held is not None and held.isHidden():  # the way back is on another row
            left = [row.see for row in self.rows.values() if not row.see.isHidden()]
            left[0].setFocus(Qt.FocusReason.OtherFocusReason)
        able = self._bridge.writable
        offered = offer(briefs, self._desk.today(), writable=able, terms=terms)
        if self._show_way_back(briefs) and not offered.button:
            offered = Offer()  # why there is no other one yet is beside the point
        self._show_offer(offered)
        self._show_changes(terms)

    @property
    def _terms(self) -> Terms:
        return terms_of(self._bridge.questionnaire)

    def _show_changes(self, terms: Terms) -> None:
        """What became of the answers, beside the assessments it is about."""
        here = self._started is not None and self._started.number in self.rows
        said = changes_said(self._started, terms) if self._started is not None and here else ""
        self.changes.setText(said)
        self.changes.setVisible(bool(said))

    def _show_offer(self, offered: Offer) -> None:
        self.start.setText(offered.button)
        self.start.setVisible(bool(offered.button))
        self.what.setText(offered.what)
        self.what.setVisible(bool(offered.what))

    def _show_way_back(self, briefs: tuple[AssessmentBrief, ...]) -> bool:
        """One begun by mistake can go while it is as it was begun: whether it can."""
        able, said = self._bridge.can_withdraw(), ""
        if able:
            said = withdrawal_offered(briefs, self._terms)
        elif self._bridge.writable:
            said = withdrawal_refused(briefs, self._desk.today(), self._terms)
        self.back.setText(said)
        self.back.setVisible(bool(said))
        self.withdraw.setVisible(able)
        return able

    def _make_rows(self, briefs: tuple[AssessmentBrief, ...]) -> None:
        """Again only when there is another one."""
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.rows = {}
        for brief in briefs:
            if self.rows:
                self._list.addWidget(rule())
            row = _Row(self._desk)
            row.see.clicked.connect(partial(self._on_see_clicked, brief.id))
            self.rows[brief.id] = row
            self._list.addWidget(row)

    def _on_see_clicked(self, number: int) -> None:
        self._desk.notices.clear(NOTICE)  # that one is begun is no news beside another
        self._bridge.choose_assessment(number)

    @Slot()
    def _on_start_clicked(self) -> None:
        if self._bridge.writable:
            self._asked = True
            self._bridge.start_next(self._desk.today())

    @Slot(object)
    def _on_next_started(self, started: Started) -> None:
        """Begun elsewhere, it is only shown."""
        self._started = started
        if not self._asked:
            return
        self._asked = False
        fact, more = started_said(started, self._terms, not_asked(self._bridge.snapshot))
        lost = bool(started.transfer.aside or started.notes_left or started.evidence_left)
        self._told = ("warning" if lost else "success", fact, more)
        actions = ((UNDO, self._on_withdraw_asked),)
        self._desk.notices.tell(*self._told, actions=actions, key=NOTICE)
        self.begun.emit()

    @Slot()
    def _on_written(self) -> None:
        """Only the file knows whether a note, a mark or a reference keeps it from going."""
        if self._bridge.closed:
            return
        if self.isVisible():
            self.refresh()
        self._on_changed()

    @Slot()
    def _on_changed(self) -> None:
        """Once something is changed in it, beginning it is not undone any more: the message says so
        no longer, and what it warned of stays."""
        if self._told is None or self._bridge.can_withdraw():
            return
        told, self._told = self._told, None
        if told[0] == "warning":
            self._desk.notices.tell(*told, key=NOTICE)
        else:
            self._desk.notices.clear(NOTICE)

    @Slot()
    def _on_withdraw_asked(self) -> None:
        if self._bridge.writable:
            self._bridge.withdraw()

    @Slot(object)
    def _on_withdrawn(self, gone: date) -> None:
        self._told = self._started = None
        back = self._bridge.snapshot.years[-2].day
        fact, more = withdrawn_said(gone, back, self._terms)
        self._desk.notices.tell("success", fact, more, key=NOTICE)
        self.withdrawn.emit()

    @Slot()
    def _on_refused(self) -> None:
        self._asked = False
