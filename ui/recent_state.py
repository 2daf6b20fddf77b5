# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What has become of a recent dossier's file, without opening it. No screen: for any thread."""

import os
from dataclasses import dataclass
from pathlib import Path

from autodiag.dossier.author import Holder
from autodiag.dossier.lock import DossierLock, parse_holder
from autodiag.text.numbers import count
from ui.preferences import Recent


@dataclass(frozen=True, slots=True)
class FileState:
    """`held_by`: who seems to have it open, empty when nobody; a process that died leaves the
    same trace."""

    there: bool = True
    held_by: str = ""
    read_only: bool = False

    @property
    def said(self) -> str:
        """A short sentence, nothing when there is nothing to say."""
        if not self.there:
            return "Ce fichier n’est plus à cette place"
        if self.held_by:
            return f"Semble ouvert en ce moment\u00a0: {self.held_by}"
        return "En lecture seule ici" if self.read_only else ""


def state_of(path: Path) -> FileState:
    """A share that does not answer makes this wait."""
    try:
        if not path.is_file():
            return FileState(there=False)
        lock = DossierLock(path)
        held = _holder(lock.path) if lock.present() else ""
        return FileState(held_by=held, read_only=not os.access(path, os.W_OK))
    except OSError:
        return FileState(there=False)


def _holder(side: Path) -> str:
    try:
        return parse_holder(side.read_bytes()).sentence
    except OSError:  # Windows refuses it to whoever may not write there
        return Holder().sentence


def progress_said(recent: Recent, when: str) -> str:
    """«32 questions vues sur 62 · 5 à confirmer · hier à 16 h 40»: «je ne sais pas» is seen too."""
    answers = f"{count(recent.answered, 'question vue', 'questions vues')} sur {recent.total}"
    waiting = f"{recent.to_confirm} à confirmer" if recent.to_confirm else ""
    return " · ".join(part for part in (answers, waiting, when) if part)
