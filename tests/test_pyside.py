# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The pinned PySide6 is one that can be trusted (house.md, trap 1)."""

import sys

from PySide6.QtCore import QObject, Signal


class Sender(QObject):
    sent = Signal()


def test_emitting_a_signal_does_not_wear_true_out() -> None:
    """PySide6 6.12 on Python 3.11 loses a reference at each emit, and aborts at about 580."""
    sender = Sender()
    before = sys.getrefcount(True)
    for _ in range(100):
        sender.sent.emit()
    assert sys.getrefcount(True) > before - 50
