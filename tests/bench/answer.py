# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Row 2: from a key on the page of the questions to its repaint, with the real file behind.

The processor time of the UI thread, which is what the row bounds; the time by the clock, in which
the saving thread has its share, is said beside it.
"""

import os
import statistics
import tempfile
import time
from pathlib import Path

from tests.bench.row import BenchRow

FRAME_MS = 1000 / 60
KEYS = 240


def run() -> list[BenchRow]:
    """An answer to each question in turn, then the next question."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from PySide6.QtWidgets import QApplication

    from tests.support.desks import make_desk, open_bridge, write_dossier
    from ui.app import dress
    from ui.pages.questions import QuestionsPage

    app = QApplication.instance() or QApplication([])
    assert isinstance(app, QApplication)
    dress(app)
    with tempfile.TemporaryDirectory() as folder:
        desk = make_desk(Path(folder))
        path = write_dossier(Path(folder) / "mairie.autodiag", {"str-1": 1})
        bridge = open_bridge(desk, path)
        page = QuestionsPage(desk, bridge)
        page.resize(1366, 636)
        page.show()
        page.activateWindow()
        app.processEvents()
        measured = _measure(page)
        page.hide()
        bridge.close()
        desk.disk.shutdown()
        desk.work.shutdown()
    answered, asked = measured
    return [
        _row("réponse : touche à l’écran", answered, "≤ 8 ms"),
        _row("question suivante à l’écran", asked, "–"),
    ]


def _measure(page: object) -> tuple[list[tuple[float, float]], list[tuple[float, float]]]:
    """(processor, clock) in milliseconds, of each answer and of each change of question."""
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest

    from ui.pages.questions import QuestionsPage

    assert isinstance(page, QuestionsPage)
    digits = (Qt.Key.Key_1, Qt.Key.Key_3, Qt.Key.Key_2, Qt.Key.Key_4, Qt.Key.Key_0)
    answered: list[tuple[float, float]] = []
    asked: list[tuple[float, float]] = []
    page.show_detail("str-1")
    for number in range(KEYS):
        if number % 55 == 54:
            page.show_detail("str-1")
        answered.append(_timed(page, digits[(number + number // 55) % 5]))
        QTest.qWait(5)
        asked.append(_timed(page, Qt.Key.Key_Return))
        QTest.qWait(5)
    return answered, asked


def _timed(page: object, key: object) -> tuple[float, float]:
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    processor, clock = time.thread_time(), time.perf_counter()
    QTest.keyClick(QApplication.focusWidget() or page, key)
    QApplication.sendPostedEvents()
    QApplication.processEvents()
    return (time.thread_time() - processor) * 1000, (time.perf_counter() - clock) * 1000


def _row(label: str, times: list[tuple[float, float]], goal: str) -> BenchRow:
    processor = sorted(one for one, _ in times)
    clock = sorted(one for _, one in times)
    high = int(len(times) * 0.95)
    detail = (
        f"95e centile de {len(times)} : {processor[high]:.1f} ms de calcul"
        f" (médiane {statistics.median(processor):.1f}), {clock[high]:.1f} ms à l’horloge"
        f" (médiane {statistics.median(clock):.1f})"
    )
    return BenchRow(2, label, processor[high], FRAME_MS, "ms", goal, detail)


if __name__ == "__main__":
    for each in run():
        print(each)
