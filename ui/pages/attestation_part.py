# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Attestation», among what is printed: its published criteria, where each stands, what is declared
of three of them. Beside it the page shows what will be printed."""

from datetime import date
from functools import partial

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.model.knowledge import AttestationRules
from autodiag.roadmap.attestation import (
    OBLIGATIONS,
    Attestation,
    obligations_listed,
    read_attestation,
)
from autodiag.roadmap.declaring import TOPIC, Declared, declared, fault_of_day, note_of
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.attestation_row import CriterionRow
from ui.pages.page import Page
from ui.theme import Theme
from ui.widgets.announce import announce
from ui.widgets.fold import Fold
from ui.widgets.labels import label, rule

CRITERIA = "Lire les critères publiés"
WHY, CHECKED = "Pourquoi\u00a0: {said}", "Contrôle\u00a0: {said}"
MARK = "Empreinte\u00a0: {mark}. Une attestation imprimée qui en porte une autre n’est plus à jour."


class AttestationPart(QWidget):
    """Emits nothing itself: its rows do."""

    def __init__(self, theme: Theme, rules: AttestationRules) -> None:
        super().__init__()
        self._rules = rules
        self.count = label("", "lead", bold=True)
        self._mark = label("", "caption", tone="ink2")
        self.rows = tuple(CriterionRow(theme, one) for one in rules.criteria)
        self.published = Fold(theme, self._published)
        self.published.say(CRITERIA)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 4, 0, 0)
        layout.setSpacing(4)
        layout.addWidget(self.count)
        layout.addWidget(label(rules.warning, "caption", tone="ink2"))
        layout.addWidget(self.published)
        for row in self.rows:
            layout.addWidget(rule())
            layout.addWidget(row)
        layout.addWidget(rule())
        layout.addWidget(self._mark)

    def show_read(self, read: Attestation) -> None:
        """How many criteria are met, and the mark of today’s answers."""
        self.count.setText(read.said)
        self._mark.setText(MARK.format(mark=read.mark))

    def _published(self) -> QWidget:
        """What each criterion asks, why, and how it is checked."""
        inside = QWidget()
        layout = QVBoxLayout(inside)
        layout.setContentsMargins(0, 0, 0, 8)
        layout.setSpacing(4)
        for rank, one in enumerate(self._rules.criteria):
            if rank:
                layout.addSpacing(8)
            layout.addWidget(label(one.title, "body", bold=True))
            for text in (one.text, WHY.format(said=one.why), CHECKED.format(said=one.checked)):
                layout.addWidget(label(text, "caption", tone="ink2"))
        return inside


class AttestationDesk(QObject):
    """Between the part and the dossier: belongs to the page, that it never keeps."""

    def __init__(self, desk: Desk, bridge: Bridge, part: AttestationPart, page: Page) -> None:
        super().__init__(page)
        self._desk, self._bridge, self._part = desk, bridge, part
        for row in part.rows:
            row.declared.connect(partial(self._on_declared, row))
            row.way_chosen.connect(partial(self._on_way_chosen, row))

    @Slot()
    def refresh(self) -> None:
        """What is true today."""
        bridge = self._bridge
        read = self._read()
        self._part.show_read(read)
        for row, one in zip(self._part.rows, read.criteria, strict=True):
            kept = declared(bridge.snapshot, one.criterion.id)
            row.show_read(one, kept, writable=bridge.writable)

    def _read(self) -> Attestation:
        bridge = self._bridge
        return read_attestation(bridge.snapshot, bridge.result, bridge.knowledge)

    def _on_declared(self, row: CriterionRow, told: Declared | None) -> None:
        bridge, name = self._bridge, row.criterion.id
        if told is None:
            bridge.set_handover(f"{TOPIC}{name}", None)
            announce(self._part, f"Déclaration retirée\u00a0: {row.criterion.title}.")
            return
        day = date.fromisoformat(told.day)
        if fault := fault_of_day(day, bridge.snapshot, self._desk.today()):
            row.show_fault(fault)
            return
        if name == OBLIGATIONS:
            listed = obligations_listed(bridge.snapshot, bridge.result, bridge.knowledge)
            told = Declared(told.day, " ".join(listed))
        bridge.set_handover(f"{TOPIC}{name}", note_of(name, told))
        announce(self._part, f"Déclaré\u00a0: {row.criterion.title}. {self._read().said}.")

    def _on_way_chosen(self, row: CriterionRow) -> None:
        way = next(one.way for one in self._read().criteria if one.criterion is row.criterion)
        page = self.parent()
        if way is not None and isinstance(page, Page):
            page.went_to.emit(*way)
