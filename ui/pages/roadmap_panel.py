# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The panel beside the columns: what it is given to say, and the buttons under it. No dialog."""

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QScrollArea, QVBoxLayout, QWidget

from autodiag.text.terms import Terms
from ui.pages.roadmap_made import ABOUT, PartMaker
from ui.pages.roadmap_parts import Content, Held, HeldName
from ui.theme import Theme
from ui.widgets.buttons import icon_button
from ui.widgets.card import Card
from ui.widgets.labels import label, rule
from ui.widgets.scroll import bring_into_view, scroll_area
from ui.widgets.tab_order import first_in_sight

AROUND = 8
"""Pixels around what has the keyboard, where it is brought back into view."""


class RoadmapPanel(Card):
    """Made again when its content changes, so that it never lags behind the plan. What is being
    typed, and where the keyboard is, stay as long as the subject is the same."""

    HEARD_AS = "Grouping"

    asked = Signal(str, str, str)
    """A command, what it is about, what was typed."""
    closed = Signal()

    def __init__(self, theme: Theme, terms: Terms) -> None:
        super().__init__(margin=16)
        self._theme = theme
        self._content: Content | None = None
        self._title = label("", "lead", bold=True)
        self._close = icon_button(theme, "close", name="Fermer")
        self._scroll: QScrollArea | None = None
        self._held: dict[HeldName, QWidget] = {}
        self._maker = PartMaker(theme, terms, self)
        self._soon = QTimer(self, singleShot=True, interval=0)
        self._soon.timeout.connect(self._keep_in_view)
        self._build()
        self._maker.asked.connect(self.asked)
        self._close.clicked.connect(self.closed)

    @property
    def content(self) -> Content | None:
        """What is shown."""
        return self._content

    def hold(self, name: HeldName, widget: QWidget) -> None:
        """Keep a widget for the contents that have a place for it."""
        self._held[name] = widget
        widget.setParent(self)
        widget.hide()

    def show_content(self, content: Content) -> None:
        """Show something else; the same again changes nothing."""
        if content == self._content:
            return
        same = self._content is not None and self._content.key == content.key
        self._content = content
        held, about = self._holds_focus(), self._focused_about()
        rank = self._rank(about)
        kept = self._scroll.verticalScrollBar().value() if self._scroll else 0
        typing = self._being_typed() if same else {}
        self._title.setText(content.title)
        self.setAccessibleName(content.title)
        inside = self._inside(content)
        for command, words in typing.items():
            if command in self._maker.fields:
                self._maker.fields[command].setText(words)
                self._maker.fields[command].setModified(True)
        self._replace(scroll_area(inside))
        if self._scroll and same:
            layout = inside.layout()
            assert layout is not None
            layout.activate()
            self._scroll.verticalScrollBar().setValue(kept)
        if not self.isVisible():
            return
        if held and same and self._focus_again(about, rank):
            return
        if (held and not self._holds_focus()) or self._maker.awaited is not None:
            self.take_focus()  # what had the focus is gone

    def take_focus(self) -> None:
        """Put the focus where one goes on: the line to type, else the button that closes."""
        target = self._maker.awaited or self._close
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def focus_first(self) -> None:
        """Put the focus on the first thing that can be done here, where there is any."""
        if self._scroll is not None and (first := first_in_sight(self._scroll)) is not None:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _inside(self, content: Content) -> QWidget:
        """The parts one under another; what is held moves there."""
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 10, 8)
        column.setSpacing(8)
        self._maker.begin()
        wanted = {part.name for part in content.parts if isinstance(part, Held)}
        for name, widget in self._held.items():
            if name not in wanted:
                widget.setParent(self)
                widget.hide()
        for part in content.parts:
            if not isinstance(part, Held):
                column.addWidget(self._maker.made(part))
            elif part.name in self._held:
                column.addWidget(self._held[part.name])
                self._held[part.name].show()
        column.addStretch(1)
        return inside

    def _being_typed(self) -> dict[str, str]:
        """What was typed and not yet said, by command."""
        return {c: f.text() for c, f in self._maker.fields.items() if f.isModified()}

    def _holds_focus(self) -> bool:
        focus = QApplication.focusWidget()
        return focus is not None and self.isAncestorOf(focus)

    def _focused_about(self) -> str:
        """What the widget with the keyboard asks for, "" for another."""
        focus = QApplication.focusWidget()
        return str(focus.property(ABOUT) or "") if focus is not None else ""

    def _alike(self, about: str) -> list[QWidget]:
        """All that has the same command, in order."""
        every = self._scroll.findChildren(QWidget) if self._scroll is not None and about else []
        command = f"{about.partition(' ')[0]} "
        return [one for one in every if str(one.property(ABOUT) or "").startswith(command)]

    def _rank(self, about: str) -> int:
        """The place of the widget with the keyboard among those alike, 0 where it is none."""
        focus, alike = QApplication.focusWidget(), self._alike(about)
        return next((n for n, one in enumerate(alike) if one is focus), 0)

    def _focus_again(self, about: str, rank: int) -> bool:
        """Give the keyboard to what asks for the same as what had it, else to what took its place
        in the list; whether there is any."""
        alike = [] if self._maker.awaited is not None else self._alike(about)
        if alike:
            same = (one for one in alike if one.property(ABOUT) == about)
            found = next(same, alike[min(rank, len(alike) - 1)])
            found.setFocus(Qt.FocusReason.OtherFocusReason)
        return bool(alike)

    def _build(self) -> None:
        head = QHBoxLayout()
        head.addWidget(self._title, 1)
        head.addWidget(self._close, 0, Qt.AlignmentFlag.AlignTop)
        self.body.addLayout(head)
        self.body.addWidget(rule())

    def _replace(self, scroll: QScrollArea) -> None:
        if self._scroll is not None:
            self.body.removeWidget(self._scroll)
            self._scroll.hide()
            self._scroll.deleteLater()
        self._scroll = scroll
        scroll.verticalScrollBar().rangeChanged.connect(self._on_range_changed)
        self.body.addWidget(scroll, 1)
        if self.isVisible():
            scroll.show()  # now: what is about to have the keyboard is in it

    @Slot(int, int)
    def _on_range_changed(self, _low: int, _high: int) -> None:
        self._soon.start()  # once all has its place

    @Slot()
    def _keep_in_view(self) -> None:
        """What is above the keyboard has grown (a file was joined): it would be pushed away."""
        focus = QApplication.focusWidget()
        if focus is not None and self.isAncestorOf(focus):
            bring_into_view(focus, AROUND)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.closed.emit()
        else:
            super().keyPressEvent(event)
