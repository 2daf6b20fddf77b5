# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the window has to tell: a fact, and what to do. Shows nothing itself."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Literal

from PySide6.QtCore import QObject, Signal

from autodiag.errors import AutodiagError

NoticeKind = Literal["error", "warning", "info", "success"]
NoticeAction = tuple[str, Callable[[], None]]
"""The text of a button, and what it does (a bound method)."""


@dataclass(frozen=True, slots=True)
class Notice:
    """One message. A later one with the same `key` takes its place."""

    kind: NoticeKind
    fact: str
    what_to_do: str = ""
    actions: tuple[NoticeAction, ...] = ()
    key: str = ""


class Notices(QObject):
    """Where anybody says what happened. An error stays until it is solved or closed."""

    posted = Signal(object)
    cleared = Signal(str)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._of_dossier: set[str] | None = None

    def tell(
        self,
        kind: NoticeKind,
        fact: str,
        what_to_do: str = "",
        *,
        actions: Sequence[NoticeAction] = (),
        key: str = "",
        lasting: bool = False,
    ) -> None:
        """Post a message. One that is `lasting` stays when the dossier is closed: it can act on
        nothing there."""
        if self._of_dossier is not None and not lasting:
            key = key or f"{fact} {what_to_do}"
            self._of_dossier.add(key)
        self.posted.emit(Notice(kind, fact, what_to_do, tuple(actions), key))

    def tell_error(
        self, error: AutodiagError, *, actions: Sequence[NoticeAction] = (), key: str = ""
    ) -> None:
        """Post an expected failure: its first sentence is the fact, the rest what to do."""
        fact, _, rest = error.sentence.partition(". ")
        more = "\n".join((rest, *error.details)).strip()
        self.tell("error", fact + "." if rest else fact, more, actions=actions, key=key)

    def clear(self, key: str) -> None:
        """Take the message of that key away, if it is there."""
        self.cleared.emit(key)

    def begin_dossier(self) -> None:
        """What is told from now on is about the dossier that opens."""
        self._of_dossier = set()

    def end_dossier(self) -> None:
        """Take away all that was told since `begin_dossier`: it acts on what is closed now."""
        told, self._of_dossier = self._of_dossier or set[str](), None
        for key in sorted(told):
            self.clear(key)
