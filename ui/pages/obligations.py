# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Obligations »: what texts ask, read from the answers; never a legal opinion (contract R7)."""

from collections import Counter

from PySide6.QtCore import Qt, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.text.acronyms import SpeltOut
from autodiag.text.sentences import Sentences, read_sentences, said
from autodiag.text.terms import terms_of
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.obligations_faces import GROUPS, DutyFace, DutyFaces
from ui.pages.obligations_group import DutyGroup
from ui.pages.obligations_head import ObligationsHead
from ui.pages.page import Page
from ui.widgets.duty_card import DutyCard
from ui.widgets.empty_state import EmptyState
from ui.widgets.remark import Remark
from ui.widgets.scroll import scroll_area
from ui.widgets.scrolled import Scrolled
from ui.widgets.tab_order import chain

RING = 6
"""Room for the focus ring around a card, inside what scrolls."""
MARGIN, WIDEST, TWO_COLUMNS, ONE_LINE = 24, 1680, 1000, 1150
"""Pixels at 100 %: from the last two on, a card has two columns, and the head one line less."""


class ObligationsPage(Page):
    """By state, the most useful first; those that do not concern them folded at the end."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        resources = desk.paths.bundle.resources
        self._sentences: Sentences = read_sentences(resources)
        self._basis: tuple[object, ...] = ()
        self._faces: list[DutyFace] = []
        self.head = ObligationsHead(desk.theme)
        self.about_answers, self.about_authority = Remark(desk.theme), Remark(desk.theme)
        terms, said = terms_of(bridge.knowledge.glossary), self._sentences
        self.groups = {group: DutyGroup(desk.theme, terms, group, said) for group in GROUPS}
        self.empty = EmptyState(desk.theme, "scale", "", "", "Tout montrer")
        self._build()
        self._connect()

    def _build(self) -> None:
        top, cards = QWidget(), QWidget()
        above = QVBoxLayout(top)
        above.setContentsMargins(MARGIN, 16, MARGIN, 12)
        above.addWidget(self.head)
        column = QVBoxLayout(cards)
        column.setContentsMargins(MARGIN, 4, MARGIN, MARGIN)
        column.setSpacing(16)
        column.addWidget(self.about_authority)
        column.addWidget(self.about_answers)
        for group in self.groups.values():
            column.addWidget(group)
        column.addWidget(self.empty, 1)
        column.addStretch(1)
        for block in (top, cards):
            block.setMaximumWidth(WIDEST)
        self._area = scroll_area(Scrolled(cards))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        self._top = Scrolled(top)
        layout.addWidget(self._top)
        layout.addWidget(self._area, 1)

    def _connect(self) -> None:
        self.head.back_asked.connect(self._on_page_asked)
        self.head.filtered.connect(self._filter)
        self.empty.action_chosen.connect(self._on_all_asked)
        self.about_answers.chosen.connect(self._on_page_asked)
        for group in self.groups.values():
            group.went_to.connect(self._on_link_followed)
            group.stepped.connect(self._on_stepped)
        self.desk.theme.changed.connect(self._fit)
        self._area.verticalScrollBar().rangeChanged.connect(self._on_range_changed)

    def refresh(self) -> None:
        """Read the obligations again only if an answer, the identity or a fact is another one."""
        snapshot, result = self.bridge.snapshot, self.bridge.result
        basis = (snapshot.assessment, snapshot.authority, snapshot.facts, snapshot.questionnaire)
        if len(self._basis) == len(basis) and all(
            new is old for new, old in zip(basis, self._basis, strict=True)
        ):
            return
        self._basis = basis
        from autodiag.roadmap.obligations import read_obligations

        knowledge = self.bridge.knowledge
        states = read_obligations(
            knowledge.obligations.values(), result, snapshot.authority, snapshot.facts
        )
        self._faces = DutyFaces(snapshot, result, knowledge, self._sentences).of(states)
        self.head.show_counts(Counter(face.group for face in self._faces))
        self.head.show_themes([(t.id, t.title) for t in self.bridge.questionnaire.themes])
        self._show_remarks()
        self._filter()

    def show_detail(self, detail: object) -> None:
        """An obligation: its card; a state or a theme: only its cards."""
        if detail in self.groups or detail == "":
            self.head.state.show_choice(str(detail))
            self._filter()
            return
        for group in self.groups.values():
            card = group.open_card(str(detail))
            if card is not None:
                self._area.ensureWidgetVisible(card)
                return

    @Slot()
    def _filter(self) -> None:
        state, theme = self.head.state.choice, self.head.theme.choice
        shown = [
            face
            for face in self._faces
            if (not state or face.group == state) and (not theme or theme in face.themes)
        ]
        spelt = SpeltOut(self.bridge.knowledge.glossary)
        shown = [face for name in self.groups for face in shown if face.group == name]
        shown = [face.spelt(spelt) for face in shown]
        for name, group in self.groups.items():
            own = [face for face in shown if face.group == name]
            group.show_faces(own, alone=bool(state))
            group.setVisible(bool(own))
        title, sentence = "Rien ne correspond à ces deux filtres", ""
        if not self._faces:
            title = "Aucune obligation à lire"
            sentence = said(self._sentences, "obligations.aucune")
        self.empty.show_words(title, sentence)
        if self.empty.button is not None:
            self.empty.button.setVisible(bool(self._faces))
        self.empty.setVisible(not shown)
        chain(part for group in self.groups.values() for part in group.parts)
        self._fit()

    def _show_remarks(self) -> None:
        snapshot = self.bridge.snapshot
        if snapshot.assessment.answers or not self._faces:
            self.about_answers.clear()
        else:
            self.about_answers.say(
                "Sans réponse, rien n’est lu encore\u00a0: chaque obligation reste à vérifier.",
                action="questions",
                do="Répondre aux questions",
            )
        kind = snapshot.authority.kind
        if kind == "commune":
            self.about_authority.clear()
            return
        own = said(self._sentences, f"obligations.avis_{'epci' if kind == 'epci' else 'autre'}")
        other = said(self._sentences, "couverture.autre_type")
        written = snapshot.authority.written_for
        self.about_authority.say(own if written else f"{other} {own}")

    @Slot()
    def _on_all_asked(self) -> None:
        self.head.show_all()
        self._filter()

    @Slot()
    def _fit(self) -> None:
        narrow = self.width() / self.desk.theme.scale < TWO_COLUMNS
        self.head.fit(narrow=self.width() / self.desk.theme.scale < ONE_LINE)
        for group in self.groups.values():
            group.fit(narrow=narrow)

    @Slot(int, int)
    def _on_range_changed(self, _low: int, high: int) -> None:
        """The head keeps in line with the cards, which the scroll bar pushes."""
        bar = self._area.verticalScrollBar().sizeHint().width() if high > 0 else 0
        self._top.setContentsMargins(0, 0, bar, 0)

    @Slot(str)
    def _on_page_asked(self, page: str) -> None:
        self.went_to.emit(page, None)

    @Slot(object, int)
    def _on_stepped(self, card: DutyCard, step: int) -> None:
        """From card to card, whatever their groups."""
        seen = [one for group in self.groups.values() for one in group.cards if one.isVisible()]
        goal = seen.index(card) + step if card in seen else -1
        if 0 <= goal < len(seen):
            seen[goal].setFocus(Qt.FocusReason.TabFocusReason)
            self._area.ensureWidgetVisible(seen[goal], 0, RING)

    @Slot(str, str)
    def _on_link_followed(self, page: str, detail: str) -> None:
        self.went_to.emit(page, detail or None)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()
