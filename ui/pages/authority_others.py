# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The other questionnaires of the dossier: how far each is, beginning it, going on with it."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property, partial

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from autodiag.catalogue.heads import Head, unscored_heads
from autodiag.linking.elsewhere import Waiting, waiting
from autodiag.model.dossier import Filled, Snapshot
from autodiag.scoring.contributions import complete_said, contributions
from autodiag.text.numbers import count, day
from autodiag.text.typography import capitalised
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.authority_years_words import offer
from ui.pages.questions_list import PROPOSED
from ui.pages.questions_path import QuestionPath
from ui.pages.questions_proposed import to_take_up
from ui.widgets.buttons import Button, button
from ui.widgets.card import Card
from ui.widgets.labels import label, rule
from ui.widgets.remark import Remark
from ui.widgets.state_badge import StateBadge

WHAT = "Sans score ni feuille de route\u00a0: vos réponses se lisent à côté des études."
NOT_BEGUN = "Pas commencé"
AGAIN = "Répondre de nouveau"


@dataclass(frozen=True, slots=True)
class Face:
    """What a row shows; no button where `do` is empty."""

    title: str
    summary: str
    said: str
    do: str
    shown: bool = False
    again: bool = False


class _Row(QWidget):
    """One questionnaire; its button leads to it."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self.title = label("", "body", bold=True)
        self.summary = label("", "body", tone="ink2")
        self.said = label("", "body")
        self.badge = StateBadge(desk.theme)
        self.badge.show_state("Affiché", "ok", "check")
        self.go: Button = button(desk.theme, "", "secondary")
        self.again: Button = button(desk.theme, AGAIN, "secondary")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        for part in (self.title, self.summary, self.said):
            texts.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(12)
        row.addLayout(texts, 1)
        row.addWidget(self.badge, 0, Qt.AlignmentFlag.AlignVCenter)
        ways = QVBoxLayout()
        ways.setSpacing(8)
        ways.addWidget(self.go)
        ways.addWidget(self.again)
        row.addLayout(ways)
        row.setAlignment(ways, Qt.AlignmentFlag.AlignVCenter)

    def show_face(self, face: Face) -> None:
        """Show how far it is today."""
        self.title.setText(face.title)
        self.summary.setText(face.summary)
        self.summary.setVisible(bool(face.summary))
        self.said.setText(face.said)
        self.badge.setVisible(face.shown)
        self.go.setText(face.do)
        self.go.setVisible(bool(face.do))
        self.go.setAccessibleName(f"{face.do}\u00a0: {face.title}")
        self.again.setVisible(face.again)
        self.again.setAccessibleName(f"{AGAIN}\u00a0: {face.title}")


class OthersCard(Card):
    """`opened`: the questionnaire asked for here is shown, and what is wanted of its questions: a
    filter, or None. `to_repeat`: it is shown so as to be answered again."""

    opened = Signal(object)
    to_repeat = Signal()

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__()
        self._desk, self._bridge = desk, bridge
        self._asked, self._wanted, self._again = False, "", False
        self.rows: dict[str, _Row] = {}
        self._list = QVBoxLayout()
        self._list.setSpacing(0)
        self.body.addWidget(label("Autres questionnaires", "lead", bold=True))
        self.body.addWidget(label(WHAT, "body", tone="ink2"))
        self.body.addLayout(self._list)
        self.proposed = Remark(desk.theme)
        self.body.addWidget(self.proposed)
        self.proposed.chosen.connect(self._on_proposed_asked)
        bridge.turned.connect(self._on_turned)
        bridge.refused.connect(self._on_refused)

    @cached_property
    def _heads(self) -> Mapping[str, Head]:
        found = unscored_heads(self._desk.paths.bundle.questionnaires)
        return {head.id: head for head in found}

    def refresh(self) -> None:
        """Show each of them, and what can be done with it now."""
        snapshot = self._bridge.snapshot
        main = snapshot.main_id or snapshot.assessment.questionnaire_id
        begun = {one.questionnaire_id for one in snapshot.assessments}
        wanted = sorted((self._heads.keys() | begun) - {main})
        if wanted != list(self.rows):
            self._make_rows(wanted)
        kept = self._bridge.dossier.access.why_read_only is not None
        waits = {} if kept else waiting(self._bridge.links, snapshot)
        for name, row in self.rows.items():
            row.show_face(self._face(snapshot, name, waits.get(name)))
        self._show_main(waits.get(main))
        self.setVisible(bool(wanted))

    def _show_main(self, waits: Waiting | None) -> None:
        """What these questionnaires let one take up in the diagnosis, and the way there."""
        if waits is None:
            self.proposed.clear()
            return
        said = f"Dans le diagnostic, {to_take_up(len(waits.questions))}."
        shown = waits.filled.id == self._bridge.snapshot.assessment_id
        do = "Les voir" if shown else "Y revenir et les voir"
        self.proposed.say(said, "bulb", action=PROPOSED, do=do)

    def _face(self, snapshot: Snapshot, name: str, waits: Waiting | None) -> Face:
        head, filled = self._heads.get(name), _filled(snapshot, name)
        summary = "" if head is None else _first(head.summary)
        if filled is None:
            title = name if head is None else head.title
            return Face(title, summary, NOT_BEGUN, "Commencer" * self._bridge.writable)
        of_it = replace(snapshot, questionnaire=filled.questionnaire, assessment=filled.assessment)
        path = QuestionPath(of_it)
        shown = filled.id == snapshot.assessment_id
        kept = self._bridge.dossier.access.why_read_only is not None
        do = "Voir" if kept or not path.open else "Reprendre"
        title = filled.questionnaire.title
        said = _how_far(path)
        if every := contributions(of_it):
            said += f"\n{complete_said(every)}"
        if waits is not None:
            said += f"\n{capitalised(to_take_up(len(waits.questions)))}"
        again = not shown and not path.open and self._repeatable(name)
        return Face(title, summary, said, "" if shown else do, shown, again)

    def _repeatable(self, name: str) -> bool:
        """Whether it can be answered again today."""
        bridge, today = self._bridge, self._desk.today()
        known = tuple(reversed(bridge.snapshot.fillings(name)))
        kept = bridge.dossier.access.why_read_only is not None
        return bool(offer(known, today, writable=not kept).button)

    def _make_rows(self, names: list[str]) -> None:
        while (item := self._list.takeAt(0)) is not None:
            widget = item.widget()
            if widget is not None:
                widget.deleteLater()
        self.rows = {}
        for name in names:
            if self.rows:
                self._list.addWidget(rule())
            row = _Row(self._desk)
            row.go.clicked.connect(partial(self._on_go_clicked, name))
            row.again.clicked.connect(partial(self._on_again_clicked, name))
            self.rows[name] = row
            self._list.addWidget(row)

    def _on_go_clicked(self, name: str) -> None:
        known = self._bridge.snapshot.fillings(name)
        if known or self._bridge.writable:  # asked twice, it is being begun already
            self._asked = True
            self._bridge.begin(name, self._desk.today())

    def _on_again_clicked(self, name: str) -> None:
        self._again = True
        self._on_go_clicked(name)

    @Slot(int)
    def _on_turned(self, _number: int) -> None:
        if self._asked:
            self._asked = False
            QTimer.singleShot(0, self, self._tell_opened)  # its pages are made first

    @Slot(str)
    def _on_proposed_asked(self, wanted: str) -> None:
        self._wanted = wanted
        if self._bridge.snapshot.is_main and self._bridge.is_latest:
            self._tell_opened()
        else:
            self._asked = True
            self._bridge.choose_assessment(self._bridge.snapshot.main_years[-1].id)

    def _tell_opened(self) -> None:
        wanted, again = self._wanted, self._again
        self._wanted, self._again = "", False
        if again:
            self.to_repeat.emit()
        else:
            self.opened.emit(wanted or None)

    @Slot()
    def _on_refused(self) -> None:
        self._asked, self._wanted, self._again = False, "", False


def _filled(snapshot: Snapshot, name: str) -> Filled | None:
    """The one shown, or the latest of another."""
    if snapshot.assessment.questionnaire_id == name:
        return snapshot.filled()
    return snapshot.others.get(name)


def _first(summary: str) -> str:
    """What it is, without its detail."""
    return re.split(r"\s?: |\. ", summary)[0].rstrip(".") + "." * bool(summary)


def _how_far(path: QuestionPath) -> str:
    """«12 réponses sur 45, dont 3 à confirmer, le 3 mars 2027»."""
    began = day(path.snapshot.assessment.day)
    if not path.answered:
        return f"Pas encore de réponse, commencé le {began}"
    left = len(path.left["confirm"])
    said = f"{count(path.answered, 'réponse')} sur {len(path.asked)}"
    return f"{said}, dont {left} à confirmer, le {began}" if left else f"{said}, le {began}"
