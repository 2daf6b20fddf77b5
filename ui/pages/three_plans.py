# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Trois plans » side by side, one at a time where the window is narrow; and the adoption of one.
The variants are computed elsewhere."""

from dataclasses import replace
from functools import partial

from PySide6.QtCore import QMargins, Qt, QTimer, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QStackedLayout, QVBoxLayout, QWidget

from autodiag.model.roadmap import Roadmap
from autodiag.roadmap.side_by_side import NAMES, OURS, UNPROVEN, PlanFace, face_of, table_of
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.page import WIDEST
from ui.pages.plan_view import PlanReading, PlanView
from ui.pages.roadmap_choices import UNDONE
from ui.pages.roadmap_notes import Note, is_over, nothing_said
from ui.pages.three_plans_adopting import Adoption, adopted_said, adoption_of, adoption_said
from ui.pages.three_plans_column import PlanColumn, natural_height
from ui.pages.unknown_words import ASK, unknown_said
from ui.planning import Planner
from ui.variants_job import VariantPlanner
from ui.widgets.announce import announce
from ui.widgets.empty_state import EmptyState
from ui.widgets.flowing import Flowing
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from ui.widgets.remark import Remark
from ui.widgets.scroll import scroll_area
from ui.widgets.segmented import Segmented
from ui.widgets.tab_order import follow
from ui.widgets.words_table import WordsTable

GAP = 14
LEAST_THREE = 960
"""Below, in pixels at 100 %, one plan at a time."""
COMING = "Calcul de ce plan…"
STALE = "Ces chiffres datent d’avant votre dernier changement."
OUTDATED = "Recalcul en cours\u00a0: ces chiffres datent d’avant votre dernier changement."
FAILED = "Ce plan n’a pas pu être calculé. Vos réponses et vos choix sont enregistrés."
READING = (
    "Ce dossier est ouvert en lecture\u00a0: vous pouvez comparer ces plans, sans en adopter un."
)
INTRO = (
    "Trois façons de faire avec vos réponses, votre temps et votre calendrier. Les coûts, les "
    "jours et les scores sont des estimations."
)


class ThreePlansView(PlanView):
    """Columns of the same rows, a table of the same, and one remark once a plan is adopted."""

    def __init__(
        self, desk: Desk, bridge: Bridge, planner: Planner, *, seconds: float | None = None
    ) -> None:
        super().__init__(desk, bridge, planner)
        theme = desk.theme
        self.variants = VariantPlanner(desk, bridge, planner, self, seconds=seconds)
        self.columns = {key: PlanColumn(theme, key) for key in NAMES}
        self.tabs = Segmented(theme, "plan", [(key, name) for key, (name, _) in NAMES.items()])
        self.done = Remark(theme)
        self.retry = Remark(theme)
        self.table = Fold(theme, self._make_table)
        self._nothing = EmptyState(theme, "map", "", "", ASK)
        self._faces: tuple[PlanFace, ...] = ()
        self._seen = OURS
        self._back: Adoption | None = None
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._build()
        self._connect()

    def begin(self) -> None:
        """On the page itself, at its top: the plan that is made first is the last of the three."""
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def note_on(self, reading: PlanReading) -> Note | None:
        """Each column says whether its plan is the best one; here, that none can be adopted."""
        note = super().note_on(reading)
        if note is not None and note.text == reading.words.say("feuille_de_route.non_prouvee"):
            return None
        return note or (None if reading.writable else Note(READING))

    def show_plan(self, reading: PlanReading) -> None:
        self._stack.setCurrentWidget(self._area)
        faces: list[PlanFace] = []
        over = is_over(self.planner, reading.words.snapshot)
        for key, column in self.columns.items():
            roadmap = reading.roadmap if key == OURS else self.variants.plan(key)
            if roadmap is None:
                column.show_state(FAILED if self.variants.failed(key) else COMING)
                continue
            kind = reading.words.naming.kind
            face = face_of(key, roadmap, reading.roadmap, reading.situation, kind)
            state, current = self._state(key, roadmap, reading)
            faces.append(replace(face, state=state, current=current))
            column.show_face(faces[-1], writable=reading.writable and not over)
        self._faces = tuple(faces)
        self._show_table()
        self._show_remarks(reading)
        follow(self.remark, self.done, self.retry, self.tabs, *self.columns.values(), self.table)
        self._arrange()

    def show_nothing(self) -> None:
        """Nothing was answered, or the first plan is being made."""
        self._stack.setCurrentWidget(self._nothing)
        self._nothing.show_words(*nothing_said(self.planner, self.bridge.snapshot))
        if self._nothing.button is not None:
            self._nothing.button.setVisible(not self.planner.computing)

    def _state(self, key: str, roadmap: Roadmap, reading: PlanReading) -> tuple[str, bool]:
        """What must be known before a plan is read, and whether it is today's."""
        current = reading.current if key == OURS else self.variants.current(key)
        if not current:
            busy = self.planner.computing or (key != OURS and self.variants.computing)
            if key != OURS and self.variants.failed(key):
                return FAILED, False
            return (OUTDATED if busy else STALE), False
        busy = self.planner.computing if key == OURS else False
        return ("" if roadmap.optimal or busy else UNPROVEN), True

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(GAP)
        for column in self.columns.values():
            row.addWidget(column, 1)
        inside = QVBoxLayout()
        inside.setSpacing(12)
        inside.addWidget(label("Trois plans", "lead", bold=True, heading=True))
        inside.addWidget(label(INTRO, tone="ink2"))
        for part in (self.remark, self.done, self.retry, self.tabs):
            inside.addWidget(part)
        inside.addLayout(row)
        self.table.button.setProperty("flush", "true")
        self.table.say("Lire en tableau")
        inside.addWidget(self.table)
        inside.addStretch(1)
        self.tabs.show_choice(self._seen)
        self._area = scroll_area(Flowing(inside, QMargins(24, 14, 24, 24), WIDEST))
        holder = QWidget()
        self._stack = QStackedLayout(holder)
        for part in (self._area, self._nothing):
            self._stack.addWidget(part)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 0, 0, 0)
        outside.addWidget(holder)

    def _connect(self) -> None:
        self.variants.changed.connect(self._on_plan_changed)
        for column in self.columns.values():
            column.adopt_asked.connect(self._on_adopt_asked)
            column.adopted.connect(self._on_adopted)
            column.opened.connect(self._on_opened)
        self.tabs.chosen.connect(self._on_tab_chosen)
        self.done.chosen.connect(self._on_back_chosen)
        self.retry.chosen.connect(self._on_retry_chosen)
        self._nothing.action_chosen.connect(partial(self.went_to.emit, "questions", None))
        self._soon.timeout.connect(self._level)
        self.desk.theme.changed.connect(self._arrange)

    def _make_table(self) -> QWidget:
        widths = (3, *(5 for _ in NAMES))
        head = ("", *(name for name, _ in NAMES.values()))
        made = WordsTable(self.desk.theme, "Comparaison des trois plans", head, widths)
        self._fill(made)
        return made

    def _show_table(self) -> None:
        self.table.setVisible(len(self._faces) == len(NAMES))
        made = self.table.inside
        if isinstance(made, WordsTable):
            self._fill(made)

    def _fill(self, made: WordsTable) -> None:
        if len(self._faces) == len(NAMES):
            made.show_rows(table_of(self._faces))

    def _show_remarks(self, reading: PlanReading) -> None:
        """Once adopted: until something else is decided about one of its actions. Where nothing is
        proposed for want of answers, it leads to them."""
        decisions, back = self.bridge.snapshot.decisions, self._back
        if back is not None and any(decisions.get(a) != d for a, d in back.decisions.items()):
            self._back = None
            self.done.clear()
        failed = [name for name in self.columns if name != OURS and self.variants.failed(name)]
        unknown = unknown_said(reading.situation)
        if failed and not self.variants.computing:
            self.retry.say(FAILED, "warning", "warn", do="Réessayer")
        elif unknown and self.remark.isHidden() and not any(face.first for face in self._faces):
            self.retry.say(unknown, action="questions", do=ASK)
        else:
            self.retry.clear()

    def _adoption(self, key: str) -> Adoption | None:
        """What adopting it changes, None where it cannot be."""
        roadmap = self.variants.plan(key)
        if roadmap is None or not self.variants.current(key) or not self.bridge.writable:
            return None
        return adoption_of(key, roadmap, self.planner.situation())

    @Slot(str)
    def _on_adopt_asked(self, key: str) -> None:
        adoption = self._adoption(key)
        if adoption is not None:
            self.columns[key].ask(adoption_said(adoption, self._sayings.words()))
            self._soon.start()

    @Slot(str)
    def _on_adopted(self, key: str) -> None:
        adoption = self._adoption(key)
        if adoption is None or not adoption.decisions:
            return
        self._back = adoption
        said = adopted_said(adoption, NAMES[key][0])
        self.done.say(said, "check", "ok", action="back", do="Revenir à mes choix d’avant")
        self.done.button.setFocus(Qt.FocusReason.OtherFocusReason)
        self.bridge.decide_all(adoption.decisions)
        announce(self, said)

    @Slot(str)
    def _on_back_chosen(self, _action: str) -> None:
        back, self._back = self._back, None
        if back is not None and self.bridge.writable:
            self.done.clear()
            self.bridge.decide_all(back.before)
            self.begin()
            announce(self, UNDONE)

    @Slot(str)
    def _on_retry_chosen(self, action: str) -> None:
        if action:
            self.went_to.emit(action, None)
        else:
            self.variants.again()

    @Slot(str)
    def _on_opened(self, action: str) -> None:
        self.went_to.emit("feuille", action)

    @Slot(str)
    def _on_tab_chosen(self, key: str) -> None:
        self._seen = key
        self._arrange()

    @Slot()
    def _arrange(self) -> None:
        """The three of them, or one where there is no room for three."""
        narrow = self.width() < LEAST_THREE * self.desk.theme.scale
        self.tabs.setVisible(narrow)
        self.tabs.show_choice(self._seen)
        for key, column in self.columns.items():
            column.setVisible(not narrow or key == self._seen)
        self._soon.start()

    @Slot()
    def _level(self) -> None:
        """The same things on the same line in each column."""
        seen = [column for column in self.columns.values() if column.face and column.isVisible()]
        told = any(column.face and column.face.state for column in seen)
        for column in seen:
            column.keep_room(told=told and len(seen) > 1)
        for parts in zip(*(column.sections for column in seen), strict=False):
            high = max(natural_height(part) for part in parts) if len(seen) > 1 else 0
            for part in parts:
                part.setMinimumHeight(high)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._arrange()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.variants.follow()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.variants.rest()
