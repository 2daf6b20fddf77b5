# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Reprendre où vous en étiez»: the latest dossier, the others, or how to open a first one.

Opens nothing: it tells which file was asked for.
"""

from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from ui.desk import Desk
from ui.pages.authority_words import moment
from ui.pages.home_place import PlaceLine, places_said
from ui.preferences import Recent
from ui.recent_state import FileState, progress_said, state_of
from ui.tasks import Progress
from ui.widgets.buttons import button
from ui.widgets.card import Card
from ui.widgets.icon_label import IconLabel
from ui.widgets.labels import label
from ui.widgets.progress_ring import ProgressRing

_RING = 64


class ResumeCard(Card):
    """One of three faces: a dossier to resume, one that is gone, or none yet."""

    dossier_chosen = Signal(object)
    """A Path."""
    others_asked = Signal()
    """There is a list to choose from."""
    looked = Signal(object)
    """The state of each recent file, in the order of the preferences."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._recent: tuple[Recent, ...] = ()
        self._looks = 0
        self.body.setContentsMargins(20, 18, 20, 20)
        self.title = label("", "lead", bold=True)
        self.ring = ProgressRing(desk.theme, _RING)
        self._file = IconLabel(desk.theme, "file", "primary", 40)
        self.name = label("", "card", bold=True)
        self.said = label("", "body", tone="ink2")
        self.place = PlaceLine()
        self.state = label("", "caption", tone="warn", bold=True)
        self.resume = button(desk.theme, "Reprendre", "primary", icon_after="arrow")
        self.resume_calm = button(desk.theme, "Reprendre", "secondary", icon_after="arrow")
        self._calm, self._gone = False, False
        self.look_for = button(desk.theme, "Retrouver le fichier…", "secondary")
        self.next_one = button(desk.theme, "", "quiet")
        self.others = button(desk.theme, "Autres dossiers…", "quiet")
        self._build()
        self._connect()

    def _build(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(16)
        for picture in (self.ring, self._file):
            row.addWidget(picture, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(2)
        words.addStretch(1)
        words.addWidget(self.name)
        for said in (self.said, self.place, self.state):
            words.addWidget(said)
        words.addStretch(1)
        row.addLayout(words, 1)
        buttons = QHBoxLayout()
        buttons.setSpacing(12)
        for widget in self._buttons():
            buttons.addWidget(widget, 0, Qt.AlignmentFlag.AlignTop)
        buttons.addStretch(1)
        self.body.addWidget(self.title)
        self.body.addSpacing(4)
        self.body.addLayout(row)
        self.body.addSpacing(8)
        self.body.addLayout(buttons)

    def _connect(self) -> None:
        for resume in (self.resume, self.resume_calm):
            resume.clicked.connect(self._on_resume_clicked)
        self.next_one.clicked.connect(self._on_next_one_clicked)
        self.look_for.clicked.connect(self.look_for_file)
        self.others.clicked.connect(self._on_others_clicked)

    def first_button(self) -> QWidget:
        """What is done first here."""
        return next((one for one in self._buttons() if one.isVisibleTo(self)), self.look_for)

    def set_calm(self, calm: bool) -> None:
        """Whether something else on the page is the main action now."""
        self._calm = calm
        if self.resume.isVisibleTo(self) or self.resume_calm.isVisibleTo(self):
            self.resume.setVisible(not calm)
            self.resume_calm.setVisible(calm)

    def refresh(self) -> None:
        """Read the list of recent dossiers, and have it checked that the first is still there."""
        self._recent, self._gone = tuple(self._desk.preferences.recent()), False
        if not self._recent:
            self._show_none()
            return
        self._show_first()
        self._looks += 1
        done = partial(self._on_looked, self._looks)
        # a network folder that does not answer must not hold the screen
        self._desk.work.submit(self._present, done=done, failed=self._on_not_looked)

    def _present(self, _progress: Progress) -> tuple[FileState, ...]:
        return tuple(state_of(Path(recent.path)) for recent in self._recent)

    def _on_looked(self, look: int, states: tuple[FileState, ...]) -> None:
        if look != self._looks or len(states) != len(self._recent) or not states:
            return  # the list has changed since, or a file
        if states[0].there:
            self.state.setText(states[0].said)
            self.state.setVisible(bool(states[0].said))
        else:
            self._show_gone(other_there=len(states) > 1 and states[1].there)
        self.looked.emit(states)

    def _on_not_looked(self, error: BaseException) -> None:
        raise error

    def _show_none(self) -> None:
        self.title.setText("Vous avez déjà un dossier\u202f?")
        self.name.setText("Un seul fichier contient tout")
        self.said.setText("Il se termine par .autodiag, sur cet ordinateur ou sur une clé USB.")
        self.look_for.setText("Ouvrir un dossier existant…")
        self._show_parts(self._file, self.look_for)

    def _show_first(self) -> None:
        recent = self._recent[0]
        when = moment(recent.at, self._desk.today())
        self.title.setText("Reprendre où vous en étiez")
        self.name.setText(recent.name)
        self.said.setText(progress_said(recent, when))
        path = Path(recent.path)
        where = places_said(path, self._desk.paths.documents)
        self.place.show_place([f"Dans {one}" for one in where], recent.path)
        self.ring.show_progress(recent.per_theme)
        for resume in (self.resume, self.resume_calm):
            resume.setAccessibleName(f"Reprendre {recent.name}, fichier {path.stem}")
        self._show_parts(self.ring, self.place, self.resume, self.others)
        self.set_calm(self._calm)

    def _show_gone(self, *, other_there: bool) -> None:
        recent, self._gone = self._recent[0], True
        self.title.setText("Ce dossier n’est plus à sa place")
        self.name.setText(recent.name)
        self.said.setText(
            f"« {Path(recent.path).name} » a peut-être été déplacé ou renommé. Sa clé USB est "
            "peut-être débranchée. Rien n’a été effacé par Autodiag."
        )
        self.look_for.setText("Retrouver le fichier…")
        shown: list[QWidget] = [self._file, self.look_for]
        if other_there:
            following = self._recent[1]
            said = f"Reprendre {_short(following.name)}"
            self.next_one.setText(said)
            self.next_one.setAccessibleName(f"{said}, fichier {Path(following.path).stem}")
            shown.append(self.next_one)
        self._show_parts(*shown)

    def _show_parts(self, *shown: QWidget) -> None:
        for part in (self.ring, self._file, self.place, self.state, *self._buttons()):
            part.setVisible(part in shown)

    def _buttons(self) -> tuple[QWidget, ...]:
        return self.resume, self.resume_calm, self.look_for, self.next_one, self.others

    def _on_resume_clicked(self) -> None:
        self.dossier_chosen.emit(Path(self._recent[0].path))

    def _on_next_one_clicked(self) -> None:
        self.dossier_chosen.emit(Path(self._recent[1].path))

    def _on_others_clicked(self) -> None:
        if len(self._recent) > 1:
            self.others_asked.emit()
        else:
            self.look_for_file()

    def look_for_file(self) -> None:
        """Ask which file."""
        path = self._desk.dialogs.open_dossier(self)
        if path is not None:
            if self._gone:  # found again, or given up
                self._desk.preferences.forget(self._recent[0].path)
            self.dossier_chosen.emit(path)


def _short(name: str) -> str:
    return name if len(name) <= 20 else f"{name[:19].rstrip()}…"
