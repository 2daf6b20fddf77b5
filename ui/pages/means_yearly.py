# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the actions of the plan go on asking every year once they are done."""

from collections.abc import Callable, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from autodiag.roadmap.budget import IN_PLACE
from autodiag.roadmap.yearly import YearlyWork
from autodiag.text.numbers import count, day_range, euro_range, listing
from ui.theme import Theme
from ui.widgets.card import Card
from ui.widgets.fold import Fold
from ui.widgets.labels import label
from ui.widgets.row_button import LinkRow

INTRO = (
    "Une fois faites, certaines actions demandent encore un peu de temps ou d’argent chaque "
    "année. La feuille de route le compte pour celles qu’elle prévoit. Ce sont des estimations."
)
NOTHING = "Aucune action de cette feuille de route ne demande de travail ou d’argent ensuite."


class YearlyCard(Card):
    """The sum in a sentence, then each action; `opened` tells which one was chosen."""

    opened = Signal(str)

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._shown: list[tuple[str, str, str]] = []
        self._sum = label("", bold=True)
        self._intro = label(INTRO, tone="ink2")
        self.fold = Fold(theme, self._make_rows)
        self.fold.button.setProperty("flush", "true")
        self.body.addWidget(label("Ce qui revient chaque année", "lead", bold=True))
        for part in (self._intro, self._sum, self.fold):
            self.body.addWidget(part)

    @property
    def said(self) -> str:
        """The sum, as it is read."""
        return self._sum.text()

    def show_work(self, work: Sequence[YearlyWork], title: Callable[[str], str]) -> None:
        """Show what comes back; `title` names an action."""
        shown = [(one.action, title(one.action), asked_said(one)) for one in work]
        self._sum.setText(sum_said(work))
        self._intro.setVisible(bool(work))
        self.fold.setVisible(bool(work))
        self.fold.say(f"Voir {count(len(work), 'action')}" if len(work) > 1 else "Voir l’action")
        if shown == self._shown:
            return
        self._shown = shown
        inside = self.fold.inside
        column = inside.layout() if inside is not None else None
        if isinstance(column, QVBoxLayout):
            self._fill(column)

    def _make_rows(self) -> QWidget:
        inside = QWidget()
        column = QVBoxLayout(inside)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self._fill(column)
        return inside

    def _fill(self, column: QVBoxLayout) -> None:
        while (item := column.takeAt(0)) is not None:
            if (widget := item.widget()) is not None:
                widget.hide()
                widget.deleteLater()
        for key, title, asked in self._shown:
            row = LinkRow(self._theme, title, aside=asked)
            row.clicked.connect(partial(self._on_clicked, key))
            column.addWidget(row)

    def _on_clicked(self, key: str, _checked: bool = False) -> None:
        self.opened.emit(key)


def asked_said(one: YearlyWork) -> str:
    """«1 jour et 350 € par an»."""
    parts = [day_range(one.days.low, one.days.high)] if one.days.high else []
    if one.euros.high:
        parts.append(euro_range(one.euros.low, one.euros.high))
    place = f", {IN_PLACE}" if one.in_place else ""
    return f"{listing(parts)} par an{place}"


def sum_said(work: Sequence[YearlyWork]) -> str:
    """«Au plus, 8 actions faites : 6 jours et 1 200 € par an.»"""
    if not work:
        return NOTHING
    low, high = sum(one.days.low for one in work), sum(one.days.high for one in work)
    least, most = sum(one.euros.low for one in work), sum(one.euros.high for one in work)
    parts = [day_range(low, high)] if high else []
    if most:
        parts.append(euro_range(least, most))
    once = (
        "une fois l’action faite" if len(work) == 1 else f"une fois ces {len(work)} actions faites"
    )
    placed = sum(one.in_place for one in work)
    verb = "est" if placed == 1 else "sont"
    already = (
        f" {count(placed, 'action')} {verb} {IN_PLACE}\u00a0: les périodes comptent déjà "
        "ce travail et cet argent."
    )
    return f"{listing(parts)} par an, {once}.{already if placed else ''}"
