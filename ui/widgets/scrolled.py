# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a scroll area holds: as high as its contents are at its width, and no higher.

Left to itself, a scroll area also keeps the height that wrapped texts would need when narrow,
and ends in a blank.
"""

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget


class Scrolled(QWidget):
    """A block centred in the width, never wider than its own maximum."""

    def __init__(self, block: QWidget) -> None:
        super().__init__()
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.addStretch(1)
        row.addWidget(block, 100_000)  # the sides get a pixel only beyond its maximum
        row.addStretch(1)

    def minimumSizeHint(self) -> QSize:
        """No height of its own: heightForWidth gives it."""
        return QSize(0, 0)
