# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The obligations of one state under their heading; cards are kept from one refresh to the next."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.text.sentences import Sentences
from autodiag.text.terms import Terms
from ui.pages.obligations_faces import GROUPS, DutyFace, group_title
from ui.theme import Theme
from ui.widgets.duty_card import DutyCard
from ui.widgets.fold import Fold
from ui.widgets.labels import label

FOLDED = "sans_objet"


class DutyGroup(QWidget):
    """A heading with its count, then one card each; those without object wait folded."""

    went_to = Signal(str, str)
    stepped = Signal(object, int)
    """The focus should leave this card (a DutyCard) for the one before or after."""

    def __init__(self, theme: Theme, terms: Terms, group: str, sentences: Sentences) -> None:
        super().__init__()
        self._theme, self._terms, self._group = theme, terms, group
        self._title = group_title(group, sentences)
        self._faces: tuple[DutyFace, ...] = ()
        self._cards: dict[str, tuple[DutyCard, DutyFace]] = {}
        self._order: tuple[str, ...] = ()
        self._narrow = False
        self._heading = label("", "lead", bold=True)
        self._list = QWidget()
        self._column = QVBoxLayout(self._list)
        self._fold = Fold(theme, self._unfolded)
        self._build()

    def _build(self) -> None:
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(10)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(8)
        layout.addWidget(self._heading)
        layout.addWidget(self._fold)
        folded = self._group == FOLDED
        self._heading.setVisible(not folded)
        self._fold.setVisible(folded)
        if not folded:
            layout.addWidget(self._list)

    @property
    def cards(self) -> list[DutyCard]:
        """The cards made, from top to bottom."""
        return [self._cards[f.key][0] for f in self._faces if f.key in self._cards]

    @property
    def parts(self) -> list[QWidget]:
        """What Tab goes to here, in the order of reading, whenever each card was made."""
        return [self._fold.button, *(part for card in self.cards for part in card.parts)]

    @property
    def faces(self) -> tuple[DutyFace, ...]:
        """What the group holds now."""
        return self._faces

    def show_faces(self, faces: Sequence[DutyFace], *, alone: bool) -> None:
        """Show these; `alone`: nothing else is shown, so nothing stays folded."""
        self._faces = tuple(faces)
        words = f"{self._title} ({len(faces)})"
        self._heading.setText(words)
        self._fold.say(words)
        if self._group == FOLDED and not self._fold.is_open:
            if not (alone and faces):
                return
            self._fold.set_open(True)
        self._show_cards()

    def open_card(self, key: str) -> DutyCard | None:
        """The card of that obligation, unfolded and with the focus; None when it is not here."""
        if not any(face.key == key for face in self._faces):
            return None
        if self._group == FOLDED:
            self._fold.set_open(True)
        card = self._cards[key][0]
        card.setFocus(Qt.FocusReason.OtherFocusReason)
        return card

    def fit(self, *, narrow: bool) -> None:
        """To the width of the page."""
        self._narrow = narrow
        for card, _ in self._cards.values():
            card.fit(narrow=narrow)

    def _unfolded(self) -> QWidget:
        self._show_cards()
        return self._list

    def _show_cards(self) -> None:
        wanted = tuple(face.key for face in self._faces)
        for face in self._faces:
            self._tell(face)
        if wanted == self._order:
            return
        self._order = wanted
        for key, (card, _) in self._cards.items():
            self._column.removeWidget(card)
            if key not in wanted:
                card.hide()
        for key in wanted:
            card = self._cards[key][0]
            self._column.addWidget(card)  # before it is shown: it would be a window of its own
            card.show()

    def _tell(self, face: DutyFace) -> None:
        """Make the card, or tell it what changed."""
        if face.key in self._cards:
            card, before = self._cards[face.key]
            if before == face:
                return
        else:
            card = DutyCard(self._theme, self._terms)
            card.went_to.connect(self.went_to)
            card.left.connect(partial(self.stepped.emit, card))
            card.fit(narrow=self._narrow)
        _, badge = GROUPS[face.group]
        card.show_state(*badge)
        card.show_words(face.title, face.nature, face.what, face.because)
        card.show_text(face.reference, face.proof)
        card.show_links(_links(face))
        card.show_details(face.details)
        self._cards[face.key] = (card, face)


def _links(face: DutyFace) -> list[tuple[str, str, str]]:
    """Where one can go from here: the question, the page of facts, the actions that clear it."""
    links: list[tuple[str, str, str]] = []
    if face.question:
        links.append(("questions", face.question, face.question_words))
    if face.asks_fact:
        links.append(("collectivite", "", "Préciser ce point sur la page Collectivité"))
    for action, title in face.actions:
        links.append(("feuille", action, f"L’action qui y répond\u00a0: {title}"))
    return links
