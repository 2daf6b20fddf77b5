# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the welcome page remembers of a dossier, from the open one."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer, Slot

from ui.preferences import Recent

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.desk import Desk

PAUSE_MS = 1_500


class Remembering(QObject):
    """Keeps the welcome page's figures in step with an open dossier, a moment after each answer:
    a power cut must not leave it say that nothing was answered."""

    def __init__(self, desk: "Desk", bridge: "Bridge") -> None:
        super().__init__(bridge)
        self._desk, self._bridge = desk, bridge
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setInterval(PAUSE_MS)
        self._pause.timeout.connect(self._on_paused)
        bridge.saved.connect(self._on_saved)

    @Slot(object)
    def _on_saved(self, _at: object) -> None:
        self._pause.start()

    @Slot()
    def _on_paused(self) -> None:
        if not self._bridge.closed:
            remember(self._desk, self._bridge)
            self._desk.preferences.save()


def remember(desk: "Desk", bridge: "Bridge") -> None:
    """Put the open dossier first among those of the welcome page, unless it is the example; from
    then on it is kept in step. An older diagnosis, only read, or another questionnaire says nothing
    of how far it is."""
    if bridge.findChild(Remembering) is None:
        Remembering(desk, bridge)
    shown = bridge.snapshot
    if shown.is_latest and shown.is_main and desk.paths.data not in bridge.path.parents:
        at = desk.author.clock().isoformat(timespec="seconds")
        desk.preferences.remember(recent_of(bridge, at))


def recent_of(bridge: "Bridge", at: str) -> Recent:
    """How far it is, by theme; `at` is the ISO local time."""
    from ui.pages.questions_path import QuestionPath

    path = QuestionPath(bridge.snapshot)
    per_theme = tuple((theme.answered, theme.asked) for theme in path.progress)
    return Recent(
        path=str(bridge.path),
        name=bridge.snapshot.authority.name,
        answered=sum(answered for answered, _ in per_theme),
        total=sum(asked for _, asked in per_theme),
        per_theme=per_theme,
        at=at,
        to_confirm=len(path.left["confirm"]),
    )
