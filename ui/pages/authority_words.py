# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How a place on the disk and a moment are said, to somebody who thinks in neither."""

from datetime import date, datetime
from pathlib import Path

from autodiag.text.numbers import day
from ui.widgets.saved_sign import clock_time

_THIN = "\u200b"
"""Lets a long path be cut between two folders; nothing is seen of it."""


def folder_said(file: Path, documents: Path) -> str:
    """«vos documents, dossier Autodiag», or the folder as the system writes it."""
    try:
        inside = file.parent.relative_to(documents)
    except ValueError:
        text = str(file.parent)
        for mark in ("/", "\\"):
            text = text.replace(mark, mark + _THIN)
        return f"« {text} »"
    return f"vos documents, dossier «\u202f{inside}\u202f»" if inside.parts else "vos documents"


def moment(at: str, today: date) -> str:
    """«hier à 16 h 40», «le 3 novembre 2026»; nothing for a text that is no date."""
    try:
        when = datetime.fromisoformat(at)
    except ValueError:
        return ""
    days = (today - when.date()).days
    names = {0: "aujourd’hui", 1: "hier"}
    return f"{names[days]} à {clock_time(when)}" if days in names else f"le {day(when.date())}"
