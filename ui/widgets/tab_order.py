# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The order of the tabulation key, where widgets are not made in the order they are read in."""

import itertools
from collections.abc import Iterable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def stops(root: QWidget) -> list[QWidget]:
    """What Tab goes to in a widget, itself first, hidden or not, in the order they were added."""
    inside = (root, *root.findChildren(QWidget))
    return [one for one in inside if one.focusPolicy() & Qt.FocusPolicy.TabFocus]


def first_in_sight(root: QWidget) -> QWidget | None:
    """The first thing in a widget that Tab goes to, and that is seen, so that nothing scrolls; else
    the first of all; None where there is none."""
    ready = [one for one in stops(root) if one.isVisible() and one.isEnabled()]
    seen = (one for one in ready if not one.visibleRegion().isEmpty())
    return next(seen, ready[0] if ready else None)


def follow(*roots: QWidget) -> None:
    """Have Tab go through what is in these, one after the other, whatever was made first."""
    chain(stop for root in roots for stop in stops(root))


def chain(one_by_one: Iterable[QWidget]) -> None:
    """Have Tab go from each of these to the next."""
    for before, after in itertools.pairwise(one_by_one):
        QWidget.setTabOrder(before, after)
