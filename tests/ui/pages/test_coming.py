# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The two ways that are not open yet say so, and what can be done meanwhile."""

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from autodiag.text.typography import faults
from ui.desk import Desk
from ui.pages.coming import WAYS, ComingPage


@pytest.mark.parametrize("way", sorted(WAYS))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_way_that_comes_says_so_and_leads_back(
    qtbot: QtBot, desk: Desk, way: str, scale: float
) -> None:
    desk.theme.set_scale(scale)
    page = ComingPage(desk, way)
    qtbot.addWidget(page)
    page.resize(1024, 580)
    with qtbot.waitExposed(page):
        page.show()
    texts = [label.text() for label in page.findChildren(QLabel) if label.text()]
    assert "Ce que vous pouvez faire dès maintenant" in texts
    assert "prochaine version" in " ".join(texts)
    assert not [fault for text in texts for fault in faults(text)]
    for label in page.findChildren(QLabel):
        if label.wordWrap():
            assert label.height() >= label.heightForWidth(label.width()) - 1, label.text()
    with qtbot.waitSignal(page.went_to) as gone:
        page.back.click()
    assert gone.args == ["accueil", None]
