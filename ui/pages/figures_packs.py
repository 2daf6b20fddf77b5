# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Repères d’un territoire » at the head of « Sources »: the packs kept on this computer, one
added, one taken away and put back (contract B6). Decides nothing of what a pack may say."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QBoxLayout, QLabel, QVBoxLayout, QWidget
from shiboken6 import isValid

from autodiag.benchmarks.pack_figures import pack_named, pack_title, study_of
from autodiag.benchmarks.pack_store import Kept, drop_pack, keep_pack, kept_packs, same_place
from autodiag.benchmarks.packs import Pack
from autodiag.bundle import Bundle
from autodiag.catalogue.heads import unscored_heads
from autodiag.errors import AutodiagError
from autodiag.text.numbers import count
from ui.bridge import Bridge
from ui.desk import Desk
from ui.tasks import Progress
from ui.widgets.announce import announce
from ui.widgets.buttons import Button, button
from ui.widgets.card import Card
from ui.widgets.labels import label, set_property

TITLE = "Repères d’un territoire"
NONE = (
    "Votre intercommunalité ou votre syndicat informatique a publié un paquet de repères\u202f? "
    "Ajoutez-le\u00a0: ses chiffres se placent à côté de ceux des études."
)
SOME = "Ces chiffres se placent à côté de ceux des études, sans s’y mêler."
MAIN = "le diagnostic"
WORK = "Vérification du paquet…"
TOLD = 8
"""Faults of a file that are listed; then how many more."""
CORNER = Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft
"""Where a button stands, beside its texts or under them."""
REPLACED = "Il prend la place de celui du même auteur, de la même année."
BACK, OTHER_BACK = "Remettre", "Remettre l’autre"


@dataclass(frozen=True, slots=True)
class Done:
    """What is kept now, the pack that was added or taken away, and the one it took the place of."""

    kept: Kept
    pack: Pack
    before: Pack | None = None


class PackRow(QWidget):
    """One pack: who, when, how many, what it cannot say; and its « Retirer »."""

    def __init__(self, desk: Desk, pack: Pack, *, other: str) -> None:
        """`other`: the title of the questionnaire, when it is not the one shown."""
        super().__init__()
        study = study_of(pack)
        name = f"{pack_title(pack)}, {study.field_year}"
        self.drop = button(desk.theme, "Retirer", "quiet")
        self.drop.setAccessibleName(f"Retirer\u00a0: {pack_named(pack)}, {study.field_year}")
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(name, "body", bold=True, heading=True))
        texts.addWidget(label(study.panel, "body"))
        texts.addWidget(label(study.warning, "caption", tone="ink2"))
        if other:
            said = f"Ces chiffres portent sur un autre questionnaire\u00a0: {other}."
            texts.addWidget(label(said, "caption", tone="ink2"))
        self.line = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self.line.setContentsMargins(0, 0, 0, 0)
        self.line.setSpacing(12)
        self.line.addLayout(texts, 1)
        self.line.addWidget(self.drop, 0, CORNER)


class PacksCard(Card):
    """Filled again when other packs are kept, or another questionnaire is shown."""

    remade = Signal()
    """What Tab goes to here is not the same any more."""

    def __init__(self, desk: Desk, bridge: Bridge) -> None:
        super().__init__(margin=12)
        self._desk, self._bridge = desk, bridge
        self._shown: tuple[Kept, str] | None = None
        self._dropped: Pack | None = None
        self.rows: list[PackRow] = []
        self._faulty: list[QLabel] = []
        self.add = button(desk.theme, "Ajouter un paquet…", "secondary", "file")
        self.back = button(desk.theme, BACK, "quiet")
        self.lead = label(NONE, "body", tone="ink2")
        self.said = label("", "body")
        self._list, self._head = QVBoxLayout(), QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        self.add.clicked.connect(self._on_add)
        self.back.clicked.connect(self._on_back)

    def _build(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(2)
        texts.addWidget(label(TITLE, "body", bold=True, heading=True))
        texts.addWidget(self.lead)
        self._head.setSpacing(12)
        self._head.addLayout(texts, 1)
        self._head.addWidget(self.add, 0, CORNER)
        self._list.setSpacing(12)
        self.body.addLayout(self._head)
        self.body.addWidget(self.said)
        self.body.addWidget(self.back, 0, Qt.AlignmentFlag.AlignLeft)
        self.body.addLayout(self._list)
        self.said.hide()
        self.back.hide()

    def show_packs(self) -> None:
        """Show those that are kept; nothing is made again if they are the same."""
        shown = (self._bridge.packs, self._bridge.questionnaire.id)
        if shown == self._shown:
            return
        self._shown = shown
        for old in (*self.rows, *self._faulty):
            self._list.removeWidget(old)
            old.hide()
            old.deleteLater()
        kept, here = shown
        titles = self._titles() if kept.packs else {}
        self.rows = []
        for pack in kept.packs:
            of = pack.head.questionnaire
            row = PackRow(self._desk, pack, other="" if of == here else titles.get(of, of))
            row.drop.clicked.connect(partial(self._on_drop, pack))
            self.rows.append(row)
        self._faulty = [label(error.sentence, "body", tone="warn") for error in kept.refused]
        for made in (*self.rows, *self._faulty):
            self._list.addWidget(made)
        self.lead.setText(SOME if kept.packs else NONE)
        self.remade.emit()

    def _titles(self) -> dict[str, str]:
        """What the questionnaires are called, by id."""
        heads = unscored_heads(self._desk.paths.bundle.questionnaires)
        snapshot = self._bridge.snapshot
        main = snapshot.main_id or snapshot.assessment.questionnaire_id
        return {main: MAIN} | {head.id: head.title for head in heads}

    def fit(self, *, narrow: bool) -> None:
        """The buttons beside the texts, or under them."""
        side, down = QBoxLayout.Direction.LeftToRight, QBoxLayout.Direction.TopToBottom
        for line in (self._head, *(row.line for row in self.rows)):
            line.setDirection(down if narrow else side)

    def _say(self, text: str, tone: str, *, back: str = "") -> None:
        self.said.setText(text)
        set_property(self.said, "tone", tone)
        self.said.show()
        self.back.setText(back or BACK)
        self.back.setVisible(bool(back))
        self.remade.emit()
        announce(self.add, text, urgent=tone == "err")

    @Slot()
    def _on_add(self) -> None:
        path = self._desk.dialogs.open_pack(self.window())
        if path is None or self._bridge.closed:
            return
        paths = self._desk.paths
        added = partial(_added, path, paths.bundle, paths.data, self._desk.today())
        self._do(added, self._on_added)

    def _on_drop(self, pack: Pack, _checked: bool = False) -> None:
        self._do(partial(_dropped, pack, self._desk.paths.data), partial(self._on_dropped, pack))

    @Slot()
    def _on_back(self) -> None:
        if self._dropped is not None:
            self._do(partial(_put_back, self._dropped, self._desk.paths.data), self._on_added)

    def _do(self, work: Callable[[Progress], Done], done: Callable[..., None]) -> None:
        self._desk.work.submit(work, done=done, failed=self._on_failed, label=WORK)

    def _on_added(self, done: Done) -> None:
        if not isValid(self) or self._bridge.closed:
            return
        self._bridge.put_packs(done.kept)
        named = f"{pack_named(done.pack)}, {count(len(done.pack.cells), 'chiffre')}"
        if done.before is None:
            self._say(f"Ajouté\u00a0: {named}.", "ok")
        elif done.before == done.pack:
            self._say(f"Déjà là\u00a0: {named}. Rien n’a changé.", "ok")
        else:
            self._dropped = done.before
            self._say(f"Remplacé\u00a0: {named}. {REPLACED}", "ok", back=OTHER_BACK)
        self.add.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_dropped(self, pack: Pack, done: Done) -> None:
        if not isValid(self) or self._bridge.closed:
            return
        self._dropped = pack
        self._bridge.put_packs(done.kept)
        self._say(f"Retiré\u00a0: {pack_named(pack)}.", "ink2", back=BACK)
        self.back.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_failed(self, error: BaseException) -> None:
        if not isinstance(error, AutodiagError):
            raise error
        if isValid(self) and not self._bridge.closed:
            more = len(error.details) - TOLD
            end = [f"Et {count(more, 'autre point', 'autres points')}."] if more > 0 else []
            self._say("\n".join([error.sentence, *error.details[:TOLD], *end]), "err")

    @property
    def buttons(self) -> tuple[Button, ...]:
        """What can be pressed, as it is read."""
        return (self.add, self.back, *(row.drop for row in self.rows))


def _added(path: Path, bundle: Bundle, data: Path, today: date, _progress: Progress) -> Done:
    from autodiag.local import check_pack_file

    return _kept(check_pack_file(path, bundle, today), data)


def _dropped(pack: Pack, data: Path, _progress: Progress) -> Done:
    drop_pack(pack, data)
    return Done(kept_packs(data), pack)


def _put_back(pack: Pack, data: Path, _progress: Progress) -> Done:
    return _kept(pack, data)


def _kept(pack: Pack, data: Path) -> Done:
    before = same_place(pack, data)
    keep_pack(pack, data)
    return Done(kept_packs(data), pack, before)
