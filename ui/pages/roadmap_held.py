# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the panel holds from one content to the next: the evidence that an action is done, the aid
noted for it, the fields of an own action. Between them and the bridge; keeps nothing."""

from functools import partial

from PySide6.QtCore import QObject, Signal, Slot

from autodiag.model.calendar import Aid
from autodiag.model.dossier import OF_ACTION, evidence_of
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.kept_evidence import KeptEvidence
from ui.pages.roadmap_deciding import Decider
from ui.pages.roadmap_panel import RoadmapPanel
from ui.pages.roadmap_subjects import Subject
from ui.widgets.aid_form import AidForm
from ui.widgets.evidence_panel import EvidencePanel
from ui.widgets.own_action_form import OwnActionForm, TypedAction

JOINED = "Joint à cette action."
NO_PROOF = "Rien n’est joint à cette action."


class RoadmapHeld(QObject):
    """Belongs to the panel. `left`: the fields of an own action are no longer wanted, by its id."""

    left = Signal(str)

    def __init__(self, desk: Desk, bridge: Bridge, panel: RoadmapPanel, decider: Decider) -> None:
        super().__init__(panel)
        self._bridge, self._decider = bridge, decider
        self._subject = Subject("")
        self.evidence = EvidencePanel(desk.theme)
        self.evidence.none.setText(NO_PROOF)
        self.aid = AidForm(desk.theme)
        self.own = OwnActionForm(desk.theme)
        self.own.setObjectName("")  # no card in the card
        self.own.body.setContentsMargins(0, 0, 0, 0)
        panel.hold("evidence", self.evidence)
        panel.hold("aid", self.aid)
        panel.hold("own", self.own)
        self._kept = KeptEvidence(
            desk, bridge, self.evidence, joined=JOINED, place=partial(_place, bridge)
        )
        self.aid.given.connect(self._on_aid_given)
        self.aid.taken_away.connect(self._on_aid_taken_away)
        self.own.typed.connect(self._on_own_typed)
        self.own.left.connect(self._on_own_left)

    def show(self, subject: Subject) -> None:
        """What there is about the action of a subject."""
        self._subject = subject
        key, writable = subject.key, self._bridge.writable
        self._kept.show(evidence_of(key) if key else None)
        self.aid.show_aid(key, self._bridge.snapshot.aids.get(key), writable=writable)

    def begin(self, subject: Subject) -> None:
        """Once it has its place, the fields of what was opened, and the keyboard in them."""
        own = self._decider.own(subject.key)
        if subject.what == "edit" and own is not None:
            self.own.begin(TypedAction(own.title, own.effort.high, own.cost.high, own.who))

    def flush(self) -> None:
        """Keep what is being written."""
        self._kept.flush()

    @Slot(object)
    def _on_aid_given(self, aid: object) -> None:
        if isinstance(aid, Aid):
            self._decider.give_aid(aid.action, aid)

    @Slot()
    def _on_aid_taken_away(self) -> None:
        self._decider.give_aid(self._subject.key, None)

    @Slot(object)
    def _on_own_typed(self, typed: object) -> None:
        if isinstance(typed, TypedAction):
            self._decider.change(self._subject.key, typed)
        self._on_own_left()

    @Slot()
    def _on_own_left(self) -> None:
        self.left.emit(self._subject.key)


def _place(bridge: Bridge, about: str) -> str:
    """Where evidence is asked for, as in a sentence; nothing for that of a question."""
    if not about.startswith(OF_ACTION):
        return ""
    key = about.removeprefix(OF_ACTION)
    known = bridge.knowledge.actions.actions.get(key)
    own = (one.title for one in bridge.snapshot.own_actions if one.id == key)
    title = known.title if known is not None else next(own, key)
    return f"Pour l’action «\u202f{title}\u202f»"
