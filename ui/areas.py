# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""F6: from one area of the window to the next, for whom the tabulation key is a long way."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QApplication, QWidget

Area = tuple[QWidget, Callable[[], object]]
"""What it is made of, and how the focus is given to what matters in it."""


def enter_next(areas: Sequence[Area]) -> None:
    """Enter the area after the one that has the focus, among those that are seen; one that stands
    inside another comes later in the list."""
    seen = [area for area in areas if area[0].isVisible()]
    focus = QApplication.focusWidget()
    here = [n for n, (area, _) in enumerate(seen) if focus and area.isAncestorOf(focus)]
    if seen:
        _, enter = seen[(here[-1] + 1 if here else 0) % len(seen)]
        enter()
