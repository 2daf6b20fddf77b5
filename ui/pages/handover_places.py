# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Where contracts and accesses are to be found: one topic a row, two fields. Never a secret."""

from collections.abc import Mapping

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from autodiag.errors import AutodiagError
from autodiag.model.dossier import HandoverNote
from autodiag.model.knowledge import HandoverTopic
from autodiag.text.numbers import count
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.labels import label, rule
from ui.widgets.place_field import PlaceField
from ui.widgets.secret_warning import SECRET, SecretWarning

PLACE, WHO = "Où le trouver", "À qui demander"
OLDER = (
    "Lecture seule\u00a0: vous regardez un diagnostic plus ancien. Pour écrire ici, revenez au "
    "plus récent."
)
_BESIDE = 760
"""Pixels at 100 % from which the fields stand beside what they are about, else under it."""


class TopicRow(QWidget):
    """One topic. `written` follows a pause in the typing, or the leaving of a field."""

    written = Signal(object)

    def __init__(self, theme: Theme, topic: HandoverTopic) -> None:
        super().__init__()
        self._theme, self.topic = theme, topic
        self.place = PlaceField(theme, f"{PLACE}, {topic.title}", topic.place)
        self.who = PlaceField(theme, f"{WHO}, {topic.title}", topic.who)
        self.warning = SecretWarning(theme)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._about, self._fields = QWidget(), QWidget()
        self._pair = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._build()
        for field in (self.place, self.who):
            field.note_written.connect(self._on_written)
            field.textChanged.connect(self._on_typed)
        theme.changed.connect(self._lay)

    def _build(self) -> None:
        about = QVBoxLayout(self._about)
        about.setContentsMargins(0, 0, 0, 0)
        about.setSpacing(4)
        about.addWidget(label(self.topic.title, "lead", bold=True))
        about.addWidget(label(self.topic.about, "body", tone="ink2"))
        about.addStretch(1)
        fields = QVBoxLayout(self._fields)
        fields.setContentsMargins(0, 0, 0, 0)
        fields.setSpacing(6)
        fields.addLayout(self._pair)
        fields.addWidget(self.warning)
        fields.addStretch(1)
        self._pair.setSpacing(12)
        for name, field in ((PLACE, self.place), (WHO, self.who)):
            column = QVBoxLayout()
            column.setSpacing(4)
            column.addWidget(label(name, "caption", tone="ink2"))
            column.addWidget(field)
            column.addStretch(1)
            self._pair.addLayout(column, 1)
        self._row.addWidget(self._about, 2)
        self._row.addWidget(self._fields, 3)
        outside = QVBoxLayout(self)
        outside.setContentsMargins(0, 14, 0, 14)
        outside.addLayout(self._row)

    def show_note(self, note: HandoverNote | None, *, writable: bool) -> None:
        """Show what is kept of this topic; what is being typed is left alone."""
        self.place.show_note(note.place if note else "")
        self.who.show_note(note.who if note else "")
        for field in (self.place, self.who):
            if field.isReadOnly() == writable or not field.placeholderText():
                field.show_writable(writable=writable)
        self._on_typed()

    def flush(self) -> None:
        """Say now what waits."""
        self.place.flush()
        self.who.flush()

    @Slot()
    def _on_typed(self) -> None:
        """The warning comes and goes with what is typed."""
        warned = self.warning.read(self.place.value, self.who.value)
        for field in (self.place, self.who):
            field.setAccessibleDescription(SECRET if warned else "")

    @Slot()
    def _on_written(self) -> None:
        self.written.emit(HandoverNote(self.topic.id, self.place.value, self.who.value))

    @Slot()
    def _lay(self) -> None:
        beside = self.width() >= _BESIDE * self._theme.scale
        pair = self.width() >= (_BESIDE if beside else _BESIDE * 0.6) * self._theme.scale
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.LeftToRight if beside else ways.TopToBottom)
        self._row.setSpacing(24 if beside else 8)
        self._pair.setDirection(ways.LeftToRight if pair else ways.TopToBottom)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self._lay()


class PlacesPart(QWidget):
    """Every topic, in the order of the data."""

    written = Signal(object)

    def __init__(self, theme: Theme, topics: Mapping[str, HandoverTopic]) -> None:
        super().__init__()
        self.why = label("", "body", tone="warn")
        self.said = label("", "body", tone="ink2")
        self.rows = {name: TopicRow(theme, topic) for name, topic in topics.items()}
        card = Card()
        card.body.setContentsMargins(20, 6, 20, 6)
        card.body.setSpacing(0)
        for place, row in enumerate(self.rows.values()):
            if place:
                card.body.addWidget(rule())
            card.body.addWidget(row)
            row.written.connect(self.written)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.why)
        column.addWidget(self.said)
        column.addWidget(card)
        column.addStretch(1)

    def show_notes(
        self, notes: Mapping[str, HandoverNote], why_read_only: AutodiagError | None = None
    ) -> None:
        """Show what is kept, how much of it, and why nothing can be added when nothing can."""
        known = sum(name in notes for name in self.rows)
        writable = why_read_only is None
        self.said.setText(places_said(known, len(self.rows), writable=writable))
        self.why.setText("" if why_read_only is None else read_only_said(why_read_only))
        self.why.setVisible(not writable)
        for name, row in self.rows.items():
            row.show_note(notes.get(name), writable=writable)

    def flush(self) -> None:
        """Say now what waits in the fields."""
        for row in self.rows.values():
            row.flush()


def read_only_said(why: AutodiagError) -> str:
    """Why nothing can be written; the window already says which diagnosis is shown."""
    older = why.code in ("older_answers", "older_assessment")
    return OLDER if older else f"Lecture seule. {why.sentence}"


def places_said(known: int, topics: int, *, writable: bool) -> str:
    """How many topics say something."""
    if not known and not writable:
        return f"Aucun des {topics} sujets n’est renseigné."
    if not known:
        return "Commencez par ce que vous savez\u00a0: tout n’est pas à remplir."
    return f"{count(known, 'sujet renseigné', 'sujets renseignés')} sur {topics}."
