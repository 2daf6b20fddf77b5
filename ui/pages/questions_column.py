# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The centre of the page: where one is, the question, its answers, what is remarked about them.

Placed by hand: the room between things is reduced before anything must scroll.
"""

from dataclasses import dataclass

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QWidget

from ui.pages.questions_body import AnswerBody
from ui.theme import Theme
from ui.widgets.answer_button import AnswerButton, ReviewButton
from ui.widgets.answer_cards import Air
from ui.widgets.buttons import button
from ui.widgets.crumb import Crumb
from ui.widgets.flow_row import FlowRow
from ui.widgets.question_title import QuestionTitle
from ui.widgets.remark import Remark

WIDEST, MARGIN = 820, 24
RESERVE = 74
"""Kept free under the buttons, so that a remark does not move the cards."""


@dataclass(frozen=True, slots=True)
class Spacing:
    """Above the first line, around the question, above the buttons, and in the cards."""

    top: float
    title: float
    under: float
    row: float
    cards: Air


SPACINGS = (
    Spacing(22, 8, 16, 10, Air(8, 9, 60)),
    Spacing(18, 6, 14, 10, Air(8, 7, 58)),
    Spacing(14, 4, 10, 8, Air(6, 5, 54)),
    Spacing(10, 2, 8, 8, Air(5, 3, 52)),
    Spacing(6, 0, 6, 6, Air(4, 1.5, 48)),
)


def column_width(theme: Theme, width: int, *, wide: bool) -> int:
    """The width of the text in a centre that is so wide; in a wide window it is bounded, so that
    a line stays easy to read."""
    room = width - 2 * round(MARGIN * theme.scale)
    return min(room, round(WIDEST * theme.scale)) if wide else room


class QuestionColumn(QWidget):
    """The widgets of one question; they are made once."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self.crumb = Crumb(theme)
        self.title = QuestionTitle(theme)
        self.body = AnswerBody(theme)
        self.unknown = AnswerButton(theme, "N", "Je ne sais pas")
        self.not_concerned = AnswerButton(theme, "S", "Sans objet pour nous")
        self.review = ReviewButton(theme, "R", "À revoir")
        self.clear = button(theme, "Effacer", "quiet")
        self.clear.setAccessibleName("Effacer la réponse")
        self.help = button(theme, "Aide et note", "secondary", "bulb")
        self.row = FlowRow()
        self.remarks = (Remark(theme), Remark(theme))
        self.wide = False
        """Whether the window is wide, and whether it is low: set before the column is placed."""
        self.low = False
        self.shut = False
        """Whether the question is not asked: why stands above the answers, which are shut."""
        self._needed = 0
        self._placed: tuple[object, ...] = ()
        # filled before it is placed: Tab goes through its buttons, then through the remarks
        for widget in (self.unknown, self.not_concerned, self.review, self.clear):
            self.row.add(widget)
        self.row.add(self.help, right=True)
        for widget in (self.crumb, self.title, self.body, self.row, *self.remarks):
            widget.setParent(self)
        self.setSizePolicy(self.sizePolicy().Policy.Preferred, self.sizePolicy().Policy.Minimum)

    def focus_answer(self) -> None:
        """Give the focus to the answer given, else to the first one that can be."""
        given = next((b for b in (self.unknown, self.not_concerned) if b.isChecked()), None)
        if given is not None:
            given.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.body.focus_answer()

    def show_keys(self, *, shown: bool) -> None:
        """Show the keys of the buttons, or none where keys do not answer."""
        for one in (self.unknown, self.not_concerned, self.review):
            one.show_key(shown=shown)

    @property
    def spare(self) -> int:
        """The height that is left under the last widget; below zero the column scrolls."""
        return self._viewport_height() - self._needed

    def place(self) -> None:
        """Place everything, with as much room between as there is. Does nothing when neither the
        texts nor the room have changed since."""
        state = self._state()
        if state != self._placed:
            self._placed = state
            self._place()

    def _state(self) -> tuple[object, ...]:
        """All that the places depend on."""
        texts = (self.crumb.text(), self.title.text(), *(remark.text for remark in self.remarks))
        buttons = (self.clear.isHidden(), self.help.isHidden(), self.review.sizeHint().width())
        sizes = (
            self._area_width(),
            self._viewport_height(),
            self._theme.scale,
            self.wide,
            self.low,
        )
        return (*texts, *buttons, *sizes, self.shut, self.body.contents)

    def _place(self) -> None:
        scale = self._theme.scale
        # with or without a scroll bar, which is in the margin, the text keeps its place
        area = self._area_width()
        self.title.set_short(short=self.low)
        width = column_width(self._theme, area, wide=self.wide)
        left = (area - width) // 2
        spacing = self._spacing(width)
        self.body.set_air(spacing.cards)
        top = round(spacing.top * scale)
        top = self._put(self.crumb, left, top, width) + round(spacing.title * scale)
        top = self._put(self.title, left, top, width) + round(spacing.under * scale)
        gap = round(8 * scale)
        first, others = self._remarks()
        for remark in first:
            top = self._put(remark, left, top, width) + gap
        high = self.body.height_with(width, spacing.cards)
        self.body.setGeometry(QRect(left, top, width, high))
        top += high + round(spacing.row * scale)
        top = self._put(self.row, left, top, width)
        for remark in others:
            top = self._put(remark, left, top + gap, width)
        self._needed = top + round(6 * scale)
        self.setMinimumHeight(self._needed)

    def _remarks(self) -> tuple[list[Remark], list[Remark]]:
        """Those that stand above the answers, and those under them."""
        shown = [remark for remark in self.remarks if not remark.isHidden()]
        return (shown, []) if self.shut else ([], shown)

    def _spacing(self, width: int) -> Spacing:
        room = self._viewport_height() - round(RESERVE * self._theme.scale)
        fitting = (s for s in SPACINGS if self._height(width, s) <= room)
        return next(fitting, SPACINGS[-1])

    def _height(self, width: int, spacing: Spacing) -> float:
        between = spacing.top + spacing.title + spacing.under + spacing.row
        first = self._remarks()[0]
        fixed = sum(w.heightForWidth(width) for w in (self.crumb, self.title, self.row, *first))
        return fixed + between * self._theme.scale + self.body.height_with(width, spacing.cards)

    def _area_width(self) -> int:
        viewport = self.parentWidget()
        area = viewport.parentWidget() if viewport is not None else None
        return area.width() if area is not None else self.width()

    def _viewport_height(self) -> int:
        parent = self.parentWidget()
        return parent.height() if parent is not None else self.height()

    @staticmethod
    def _put(widget: QWidget, left: int, top: int, width: int) -> int:
        """Place a widget; return where it ends."""
        height = widget.heightForWidth(width)
        widget.setGeometry(QRect(left, top, width, height))
        return top + height

    def sizeHint(self) -> QSize:
        return QSize(round(700 * self._theme.scale), self._needed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.place()
