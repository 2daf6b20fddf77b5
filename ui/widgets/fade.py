# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A short fade for what appears; none when the system asks for less motion."""

from PySide6.QtCore import QAbstractAnimation, QPropertyAnimation
from PySide6.QtWidgets import QGraphicsOpacityEffect, QStyle, QWidget

MILLISECONDS = 120


def fade_in(widget: QWidget) -> None:
    """Let a widget appear over 120 ms (design section 3, Motion)."""
    if widget.style().styleHint(QStyle.StyleHint.SH_Widget_Animation_Duration) == 0:
        return
    effect = QGraphicsOpacityEffect(widget)
    widget.setGraphicsEffect(effect)
    animation = QPropertyAnimation(effect, b"opacity", effect)
    animation.setDuration(MILLISECONDS)
    animation.setStartValue(0.0)
    animation.setEndValue(1.0)
    animation.finished.connect(effect.deleteLater)  # painted directly again
    animation.start(QAbstractAnimation.DeletionPolicy.KeepWhenStopped)
