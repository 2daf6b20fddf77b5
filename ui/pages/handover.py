# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Passation»: what the person who leaves hands over to the one who arrives; never a secret."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QMargins, Qt, Slot
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.errors import AutodiagError
from autodiag.model.dossier import HandoverNote
from autodiag.scoring.handed import handed_answers, handed_decisions
from ui.bridge import Bridge
from ui.desk import Desk
from ui.handover_job import MAKING, handover_work
from ui.opening_paths import proposed_path
from ui.pages.authority_file import FileCard
from ui.pages.handover_answers import AnswersPart
from ui.pages.handover_decisions import DecisionsPart
from ui.pages.handover_head import ANSWERS, DECISIONS, FILE, PLACES, HandoverHead
from ui.pages.handover_places import PlacesPart
from ui.pages.page import MARGIN, Page
from ui.pages.printing_output import NOTICE, PrintingOutput
from ui.report_job import Printed
from ui.widgets.flowing import Flowing
from ui.widgets.scroll import scroll_area

_WIDEST = 1400
Use = Callable[[Printed, Path], None]
"""What is done with the document once it is made."""


class HandoverPage(Page):
    """Four parts, one shown at a time: long lists stay light, and short ones short. All are of the
    main diagnosis, whichever questionnaire is shown."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(desk, bridge)
        self.head = HandoverHead(desk.theme)
        self.places = PlacesPart(desk.theme, bridge.knowledge.handover)
        self.answers = AnswersPart(desk.theme)
        self.decisions = DecisionsPart(desk.theme)
        self.file = FileCard(desk, bridge)
        self.parts: dict[str, QWidget] = {
            PLACES: self.places,
            ANSWERS: self.answers,
            DECISIONS: self.decisions,
            FILE: self.file,
        }
        self._output: PrintingOutput | None = None
        self._build()
        self._connect()

    def _build(self) -> None:
        inside = QVBoxLayout()
        inside.setSpacing(14)
        inside.addWidget(self.head)
        for part in self.parts.values():
            inside.addWidget(part)
        inside.addStretch(1)
        self._area = scroll_area(Flowing(inside, QMargins(MARGIN, 16, MARGIN, MARGIN), _WIDEST))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._area)
        self._show_view(PLACES)

    def _connect(self) -> None:
        head = self.head
        head.view.chosen.connect(self._on_view_chosen)
        head.back.clicked.connect(self._on_back_clicked)
        head.print.clicked.connect(self._on_print_clicked)
        head.save.clicked.connect(self._on_save_clicked)
        self.places.written.connect(self._on_written)
        self.answers.went_to.connect(self._on_link_followed)
        self.decisions.went_to.connect(self._on_link_followed)

    # What is shown

    def refresh(self) -> None:
        """Only the part in sight is read again."""
        snapshot = self.bridge.snapshot
        match self.head.view.choice:
            case "lieux":
                self.places.show_notes(snapshot.handover, self.bridge.why_read_only)
            case "reponses":
                self.answers.show_themes(
                    handed_answers(self.bridge.main(), self.bridge.main_answered_by())
                )
            case "decisions":
                main, knowledge = self.bridge.main(), self.bridge.main_knowledge()
                found = handed_decisions(main, knowledge, self.bridge.decided_by())
                self.decisions.show_decisions(found, main)
            case _:
                self.file.refresh()

    def show_detail(self, detail: object) -> None:
        """A part by its name, or a topic: its first field."""
        if detail in self.parts:
            self.head.view.show_choice(str(detail))
            self._on_view_chosen(str(detail))
            return
        row = self.places.rows.get(str(detail))
        if row is not None:
            self.show_detail(PLACES)
            row.place.setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(row)

    def leave(self) -> None:
        """What is typed is saved."""
        if not self.bridge.closed:
            self.places.flush()

    def _show_view(self, view: str) -> None:
        for name, part in self.parts.items():
            part.setVisible(name == view)
        self._area.verticalScrollBar().setValue(0)

    @Slot(str)
    def _on_view_chosen(self, view: str) -> None:
        self._show_view(view)
        self.refresh()

    @Slot(object)
    def _on_written(self, note: HandoverNote) -> None:
        kept = self.bridge.snapshot.handover.get(note.topic)
        wanted = note if note.place or note.who else None
        if wanted != kept and self.bridge.writable:
            self.bridge.set_handover(note.topic, wanted)

    @Slot(str, str)
    def _on_link_followed(self, page: str, detail: str) -> None:
        self.went_to_main.emit(page, detail or None)

    @Slot()
    def _on_back_clicked(self) -> None:
        self.went_to.emit("collectivite", None)

    # The printed sheet

    @Slot()
    def _on_print_clicked(self) -> None:
        self._make(self._printer().print)

    @Slot()
    def _on_save_clicked(self) -> None:
        self._make(self._printer().save)

    def _printer(self) -> PrintingOutput:
        """Made when first needed: it and the page hold each other."""
        if self._output is None:
            self._output = PrintingOutput(self.desk, self)
        return self._output

    def _make(self, use: Use) -> None:
        """Make the document of what is known now, then print it or save it."""
        self.places.flush()
        self.head.show_ready(ready=False)
        self.desk.work.submit(
            handover_work(self.desk, self.bridge),
            done=partial(self._on_made, use),
            failed=self._on_failed,
            dropped=self._on_dropped,
            label=MAKING,
        )

    def _on_made(self, use: Use, printed: Printed) -> None:
        if self.bridge.closed:
            return
        self.head.show_ready(ready=True)
        use(printed, self._suggested())

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AutodiagError):
            raise error
        if not self.bridge.closed:
            self.head.show_ready(ready=True)
        self.desk.notices.tell_error(error, key=NOTICE)

    @Slot()
    def _on_dropped(self) -> None:
        if not self.bridge.closed:
            self.head.show_ready(ready=True)

    def _suggested(self) -> Path:
        """«Montbrelle (42) - passation 2026-11-21.pdf», beside the other documents."""
        folder = self.desk.paths.dossiers
        name = proposed_path(self.bridge.snapshot.authority, folder).stem
        return folder / f"{name} - passation {self.desk.today().isoformat()}.pdf"
