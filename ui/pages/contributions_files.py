# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A contribution as a file: asks where, has it written or read, says what became of it."""

import json
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QWidget

from autodiag.catalogue.answers import MAX_BYTES
from autodiag.contributing import Received, differences, receive, shape_contribution
from autodiag.errors import AutodiagError
from autodiag.model.dossier import Snapshot
from autodiag.scoring.contributions import Contribution, contributions
from autodiag.text.numbers import count
from ui.bridge import Bridge
from ui.desk import Desk
from ui.opening_paths import proposed_path
from ui.tasks import Progress

NOTICE = "contribution"
WRITING, READING = "Écriture du fichier…", "Lecture du fichier…"
SEND = "Il contient vos réponses. Remettez-le à la personne qui réunit les contributions."
BACK = "«\u202fAnnuler\u202f», en haut, revient à ce qui était."


class ContributionFiles(QObject):
    """Each method waits only for the system's file dialog."""

    def __init__(self, desk: Desk, bridge: Bridge, card: QWidget) -> None:
        super().__init__(card)
        self._desk, self._bridge = desk, bridge
        bridge.turned.connect(self._on_turned)

    @property
    def _card(self) -> QWidget:
        """What holds it: kept, the two would keep each other."""
        card = self.parent()
        assert isinstance(card, QWidget)
        return card

    def save(self, theme: str) -> None:
        """The contribution to a theme, as it stands now."""
        snapshot = self._bridge.snapshot
        every = contributions(snapshot, self._bridge.answered_by())
        one = next(one for one in every if one.theme.id == theme)
        target = self._desk.dialogs.save_contribution(self._card, self._suggested(snapshot, theme))
        if target is not None:
            self._desk.work.submit(
                partial(_put, snapshot, one, target),
                done=self._on_saved,
                failed=self._on_failed,
                label=WRITING,
            )

    @Slot()
    def take(self) -> None:
        """A contribution made elsewhere: written when nothing differs, else asked about."""
        path = self._desk.dialogs.open_contribution(self._card)
        if path is not None:
            snapshot = self._bridge.snapshot
            self._desk.work.submit(
                partial(_read, path, snapshot),
                done=partial(self._on_read, path.name, snapshot.assessment_id),
                failed=self._on_failed,
                label=READING,
            )

    def _suggested(self, snapshot: Snapshot, theme: str) -> Path:
        """«Montbrelle (42) - contribution inclusion.json», beside the other documents."""
        folder = self._desk.paths.dossiers
        name = proposed_path(snapshot.authority, folder).stem
        return folder / f"{name} - contribution {theme}.json"

    @Slot(int)
    def _on_turned(self, _number: int) -> None:
        """What was asked is about another questionnaire."""
        self._desk.notices.clear(NOTICE)

    def _on_read(self, name: str, filling: int, received: Received) -> None:
        if self._bridge.closed or self._bridge.snapshot.assessment_id != filling:
            return  # another one is shown by then
        if not received.differing:
            self._write(received)
            return
        error = AutodiagError(
            "contribution_differe",
            fichier=name,
            combien=count(len(received.differing), "question"),
            details=list(differences(received, self._bridge.snapshot)),
        )
        replace = ("Remplacer", partial(self._write, received))
        self._desk.notices.tell_error(error, actions=(replace,), key=NOTICE)

    def _write(self, received: Received) -> None:
        self._desk.notices.clear(NOTICE)
        if not self._bridge.writable:
            return
        self._bridge.take_contribution(received)
        number = count(len(received.answers), "réponse")
        fact = f"Contribution reprise\u00a0: {received.theme.title}, {number}."
        self._desk.notices.tell("success", fact, BACK, key=NOTICE)

    def _on_saved(self, target: Path) -> None:
        fact = f"Fichier enregistré\u00a0: {target.name}"
        where = f"Il est dans «\u202f{target.parent.name}\u202f»."
        self._desk.notices.tell("success", fact, f"{where} {SEND}", key=NOTICE)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AutodiagError):
            raise error
        self._desk.notices.tell_error(error, key=NOTICE)


def _put(snapshot: Snapshot, one: Contribution, target: Path, progress: Progress) -> Path:
    from autodiag.report.files import replace_file

    progress(0, 0, WRITING)
    text = json.dumps(shape_contribution(snapshot, one), ensure_ascii=False, indent=1)
    replace_file(target, f"{text}\n".encode(), overwrite=True)
    return target


def _read(path: Path, snapshot: Snapshot, progress: Progress) -> Received:
    progress(0, 0, READING)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_BYTES + 1)
    except OSError:
        raise AutodiagError("contribution_illisible", fichier=path.name) from None
    return receive(data, path.name, snapshot)
