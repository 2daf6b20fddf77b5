# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What this user prefers, and the dossiers opened lately: a small text file, never the registry."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Literal, cast

from PySide6.QtCore import QByteArray, QObject, QSettings, Signal

ThemeChoice = Literal["system", "light", "dark", "projection"]
THEMES: tuple[ThemeChoice, ...] = ("system", "light", "dark", "projection")
SCALES = (1.0, 1.25, 1.5, 2.0)
MOST_RECENT = 8


@dataclass(frozen=True, slots=True)
class Recent:
    """A dossier opened lately: what the welcome page shows without opening it.

    `per_theme` is (answered, asked) of each theme; `at` is the ISO local time it was last open;
    `to_confirm` counts the answers taken over from the year before.
    """

    path: str
    name: str
    answered: int
    total: int
    per_theme: tuple[tuple[int, int], ...]
    at: str
    to_confirm: int = 0


class Preferences(QObject):
    """Read and written through an INI file. What is missing or damaged has its default."""

    ticked = Signal()
    """One of the ticks is another: what is on the screen may have to follow."""

    def __init__(self, file: Path) -> None:
        super().__init__()
        self._settings = QSettings(str(file), QSettings.Format.IniFormat)

    @property
    def theme(self) -> ThemeChoice:
        """The palette chosen; «system» follows the system."""
        value = str(self._settings.value("affichage/theme", "system"))
        return cast("ThemeChoice", value) if value in THEMES else "system"

    @theme.setter
    def theme(self, value: ThemeChoice) -> None:
        self._settings.setValue("affichage/theme", value)

    @property
    def text_scale(self) -> float:
        """What sizes of text are multiplied by: 1, 1.25, 1.5 or 2."""
        try:
            value = float(str(self._settings.value("affichage/taille", "1")))
        except ValueError:
            return 1.0
        return value if value in SCALES else 1.0

    @text_scale.setter
    def text_scale(self, value: float) -> None:
        self._settings.setValue("affichage/taille", str(value))

    @property
    def moves_on(self) -> bool:
        """Whether the next question comes by itself once a level is chosen."""
        return self._flag("saisie/passer_a_la_suite", default=False)

    @moves_on.setter
    def moves_on(self, value: bool) -> None:
        self._tick("saisie/passer_a_la_suite", value)

    @property
    def answer_keys(self) -> bool:
        """Whether bare keys (0 to 4, N, S, R) answer: off for those whose tools send keys."""
        return self._flag("saisie/touches_de_reponse", default=True)

    @answer_keys.setter
    def answer_keys(self, value: bool) -> None:
        self._tick("saisie/touches_de_reponse", value)

    @property
    def less_motion(self) -> bool:
        """Whether nothing may move or fade, whatever the system says."""
        return self._flag("affichage/sans_animation", default=False)

    @less_motion.setter
    def less_motion(self, value: bool) -> None:
        self._tick("affichage/sans_animation", value)

    @property
    def tour_seen(self) -> bool:
        """Whether the first-start tour was followed or skipped."""
        return self._flag("accueil/visite_vue", default=False)

    @tour_seen.setter
    def tour_seen(self, value: bool) -> None:
        self._settings.setValue("accueil/visite_vue", value)

    @property
    def geometry(self) -> QByteArray:
        """Where the window was, as Qt writes it."""
        value = self._settings.value("fenetre/geometrie")
        return value if isinstance(value, QByteArray) else QByteArray()

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("fenetre/geometrie", value)

    def recent(self) -> list[Recent]:
        """The latest dossiers, the most recent first."""
        text = str(self._settings.value("dossiers/recents", "[]"))
        try:
            rows = json.loads(text)
        except (ValueError, RecursionError):
            return []
        found = [_recent(row) for row in rows] if isinstance(rows, list) else []
        return [recent for recent in found if recent is not None]

    def remember(self, recent: Recent) -> None:
        """Put a dossier first in the list."""
        rows = [recent, *(r for r in self.recent() if r.path != recent.path)][:MOST_RECENT]
        self._write(rows)

    def forget(self, path: str) -> None:
        """Take a dossier out of the list; the file is not touched."""
        self._write([r for r in self.recent() if r.path != path])

    def save(self) -> None:
        """Write the file now."""
        self._settings.sync()

    def _flag(self, key: str, *, default: bool) -> bool:
        """Another process reads «'false'» where this one wrote False."""
        written = str(self._settings.value(key, default)).lower()
        return written == "true" if written in ("true", "false") else default

    def _tick(self, key: str, value: bool) -> None:
        self._settings.setValue(key, value)
        self.ticked.emit()

    def _write(self, rows: list[Recent]) -> None:
        text = json.dumps([asdict(row) for row in rows], ensure_ascii=True)
        self._settings.setValue("dossiers/recents", text)


def _recent(row: Any) -> Recent | None:
    """One row of the list, None when it is damaged: the others stay."""
    try:
        per_theme = tuple((max(0, int(a)), max(0, int(b))) for a, b in row["per_theme"])
        return Recent(
            str(row["path"]),
            str(row["name"]),
            int(row["answered"]),
            int(row["total"]),
            per_theme,
            str(row["at"]),
            max(0, int(row.get("to_confirm", 0))),
        )
    except (ValueError, TypeError, KeyError, OverflowError, AttributeError):
        return None
