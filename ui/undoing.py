# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Taking back and doing again, from any page: what was touched is said, and led to.

Knows the pages by their ids only.
"""

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from PySide6.QtWidgets import QWidget

from autodiag.dossier import schema
from autodiag.errors import AutodiagError
from autodiag.text.numbers import day
from ui.tasks import Progress
from ui.undone import NOTHING, said_of_undone
from ui.widgets.passing import Passing
from ui.widgets.undo_button import UndoButton

if TYPE_CHECKING:
    from ui.bridge import Bridge
    from ui.desk import Desk
    from ui.open_dossier import OpenDossier

NOTICE = "annulation"
UNDO, REDO, GO = "Annuler", "Rétablir", "Y aller"
NOTHING_AGAIN = "Il n’y a rien à rétablir."
READ_ONLY = "Ce que vous regardez est en lecture seule\u00a0: il n’y a rien à {act} ici."
OF_EVIDENCE = schema.EVIDENCE.values.index("question")
PAGES: Mapping[str, str] = MappingProxyType(
    {
        schema.ANSWERS.name: "questions",
        schema.NOTES.name: "questions",
        schema.TO_REVIEW.name: "questions",
        schema.TO_CONFIRM.name: "questions",
        schema.EVIDENCE.name: "questions",
        schema.FACTS.name: "collectivite",
        schema.IDENTITY.name: "collectivite",
        schema.ASSESSMENTS.name: "collectivite",
        schema.CONTRIBUTORS.name: "collectivite",
        schema.DECISIONS.name: "feuille",
        schema.OWN_ACTIONS.name: "feuille",
        schema.CAPACITY.name: "feuille",
        schema.CALENDAR.name: "feuille",
        schema.AIDS.name: "feuille",
        schema.HANDOVER.name: "passation",
    }
)
"""Where what was changed is seen, by the table that holds it."""
Ahead = tuple[Sequence[Any], Sequence[Any]]
"""The changes that would be taken back, and done again."""


ATTESTED = "attestation-"
"""Begins the topic of what is declared for the attestation, which is kept as a handover note."""
MEANS, PLANS = "moyens", "plans"
"""The views of the roadmap where its dates are, and where several decisions are taken at once."""
NAMED = (
    schema.FACTS.name,
    schema.DECISIONS.name,
    schema.OWN_ACTIONS.name,
    schema.AIDS.name,
    schema.HANDOVER.name,
)
"""What each page finds by the name that the journal gives it."""


def place_of(changes: object, bridge: "Bridge") -> tuple[str, str | None]:
    """The page where a change is seen, and the question there; an empty page when nobody knows."""
    if not isinstance(changes, Sequence) or not changes:
        return "", None
    first: Any = changes[0]
    page, item = PAGES.get(first.subject, ""), first.item
    if first.subject == schema.EVIDENCE.name:
        item = (first.new or first.old)[OF_EVIDENCE]
    if first.subject == schema.HANDOVER.name and item.startswith(ATTESTED):
        page = "imprimer"
    filled = bridge.snapshot.filled(first.assessment)
    known = page == "questions" and filled is not None and item in filled.questionnaire.questions
    return page, item if known else None


def aim_of(changes: Sequence[Any], bridge: "Bridge") -> tuple[str, str | None]:
    """The same, and on the other pages what there: a fact, an action, a topic."""
    page, question = place_of(changes, bridge)
    if changes[0].subject == schema.CALENDAR.name:
        return page, MEANS
    if changes[0].subject == schema.DECISIONS.name and len(changes) > 1:
        return page, PLANS
    return page, changes[0].item if changes[0].subject in NAMED else question


class Undoing(QObject):
    """Its messages leave with the dossier."""

    went_to = Signal(str, object)

    def __init__(self, desk: "Desk", bridge: "Bridge", dossier: "OpenDossier") -> None:
        super().__init__(dossier)
        self._desk, self._bridge, self._dossier = desk, bridge, dossier
        self._place: tuple[str, str | None] = ("", None)
        self._filling = 0
        """The assessment that what was touched is in, which may not be the one shown."""
        self._going = False
        self._told: tuple[str, object] | None = None
        """The way back that the message proposes, and the changes it would concern."""
        self._passing: Passing | None = None
        bridge.undone.connect(self._on_undone)
        bridge.redone.connect(self._on_redone)
        bridge.saved.connect(self._on_saved)
        bridge.turned.connect(self._on_turned)

    @Slot()
    def undo(self) -> None:
        """Take the last change back; the diagnosis itself, just begun and untouched."""
        self._ask(self._bridge.undo, "annuler")

    @Slot()
    def redo(self) -> None:
        """Do again what was taken back."""
        self._ask(self._bridge.redo, "rétablir")

    @Slot()
    def forget(self) -> None:
        """Another diagnosis is shown: what was said is about the one before."""
        self._desk.notices.clear(NOTICE)
        self._told = None
        if self._passing is not None:
            self._passing.leave()

    def look_ahead(self, told: Callable[[str, str], None]) -> None:
        """Tell what `undo` would take back and what `redo` would do again, in two sentences, each
        empty when there is nothing. Read on the thread of the disk, after what waits there."""
        self._look(partial(self._on_looked, told))

    def _look(self, done: Callable[[Ahead], None]) -> None:
        def look(_progress: Progress) -> Ahead:
            return self._bridge.dossier.undoable()

        self._desk.disk.submit(look, done=done, failed=_not_looked)

    def _ask(self, act: Callable[[], None], name: str) -> None:
        if self._bridge.writable:
            act()
        else:
            self._say_nothing(READ_ONLY.format(act=name))

    def _say_nothing(self, why: str) -> None:
        """Nothing came of it: said in passing, where undoing is."""
        self._desk.notices.clear(NOTICE)
        button = self._button()
        if button is not None:
            self._passing = self._passing or Passing(button, self._desk.theme)
            self._passing.say(why)

    def _button(self) -> UndoButton | None:
        window = self._dossier.parent()
        found = window.findChild(UndoButton) if isinstance(window, QWidget) else None
        return found if isinstance(found, UndoButton) else None

    def _on_looked(self, told: Callable[[str, str], None], ahead: Ahead) -> None:
        if not self._bridge.closed:
            undone, redone = ahead
            told(
                said_of_undone(undone, self._bridge, UNDO) if undone else self._begun_said(ahead),
                said_of_undone(redone, self._bridge, REDO) if redone else "",
            )

    @Slot(object)
    def _on_undone(self, changes: Sequence[Any]) -> None:
        if changes:
            self._tell(said_of_undone(changes, self._bridge), changes, (REDO, self.redo))
        else:
            self._look(self._on_nothing_left)

    def _on_nothing_left(self, ahead: Ahead) -> None:
        """Then the diagnosis itself is taken back, if it was just begun."""
        if self._bridge.closed:
            return
        if self._begun_said(ahead):
            self._dossier.page(PAGES[schema.ASSESSMENTS.name])  # tells what comes of it
            self._bridge.withdraw()
        else:
            self._say_nothing(NOTHING)

    def _begun_said(self, ahead: Ahead) -> str:
        """That it would be; empty when it cannot, or when what was taken back in it would be lost
        with it."""
        can = not any(ahead) and self._bridge.can_withdraw()
        began = day(self._bridge.snapshot.assessment.day)
        return f"{UNDO}\u00a0: le diagnostic du {began}, encore intact." if can else ""

    @Slot(object)
    def _on_redone(self, changes: Sequence[Any]) -> None:
        if changes:
            said = said_of_undone(changes, self._bridge, "Rétabli")
            self._tell(said, changes, (UNDO, self.undo))
        else:
            self._say_nothing(NOTHING_AGAIN)

    def _tell(
        self, said: str, changes: Sequence[Any], back: tuple[str, Callable[[], None]]
    ) -> None:
        page, detail = self._place = aim_of(changes, self._bridge)
        it = self._bridge.snapshot
        shown = it.assessment_id
        of_dossier = it.main_years[-1].id if page == "feuille" and not it.is_main else shown
        self._filling = changes[0].assessment or of_dossier
        here = page == self._dossier.shown and self._filling == shown
        actions = [back]
        self._told = back[0], changes
        if page and not here:
            actions.append((GO, self._go_there))
        elif here and detail is not None and page != "feuille":  # a panel would be in the way
            self._dossier.page(page).show_detail(detail)
        self._desk.notices.tell("success", said, actions=actions, key=NOTICE)

    @Slot(object)
    def _on_saved(self, _at: object) -> None:
        """After another change there is nothing to redo, and something else to undo."""
        if self._told is not None and not self._bridge.closed:
            self._look(self._on_looked_after)

    def _on_looked_after(self, ahead: Ahead) -> None:
        if self._told is not None and not self._bridge.closed:
            undone, redone = ahead
            way, changes = self._told
            if (redone if way == REDO else undone) != changes:
                self._told = None
                self._desk.notices.clear(NOTICE)

    @Slot()
    def _go_there(self) -> None:
        self._desk.notices.clear(NOTICE)
        self._going = self._filling != self._bridge.snapshot.assessment_id
        if self._going:
            self._bridge.choose_assessment(self._filling)
        else:
            self.went_to.emit(*self._place)

    @Slot()
    def _on_turned(self) -> None:
        """The way there went through another questionnaire: its pages are made first."""
        if self._going:
            self._going = False
            QTimer.singleShot(0, self, self._arrive)

    def _arrive(self) -> None:
        self.went_to.emit(*self._place)


def _not_looked(error: BaseException) -> None:
    """What would be taken back is not said; taking it back says what goes wrong."""
    if not isinstance(error, AutodiagError):
        raise error
