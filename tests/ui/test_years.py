# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""An older diagnosis in the window: said on every page, changed on none, one button away from the
latest."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from tests.gallery.window import window_at
from tests.support.desks import write_dossier
from tests.ui.rounds import OFFICE, calm, open_at_rest
from ui.notices import Notice
from ui.widgets.buttons import Button


@pytest.mark.usefixtures("qapp")
def test_D3_an_older_diagnosis_says_so_on_each_page_and_leads_back(
    qtbot: QtBot, tmp_path: Path
) -> None:
    path = write_dossier(tmp_path / "Documents" / "mairie.autodiag", {"str-1": 2})
    with window_at(tmp_path, OFFICE) as (window, desk):
        open_at_rest(window, desk, path)
        bridge = window.bridge
        first = bridge.snapshot.assessment_id
        with qtbot.waitSignal(bridge.next_started, timeout=10_000):
            bridge.start_next(desk.today().replace(year=2027))
        calm(window, desk)
        told: list[Notice] = []
        desk.notices.posted.connect(told.append)
        window.go("questions", "str-1")
        stale = window._page("questions")
        bridge.choose_assessment(first)
        calm(window, desk)
        assert told[-1].fact == "Diagnostic de 2026 (lecture seule)."
        assert window.dossier.shown == "questions"
        assert window._page("questions") is not stale
        assert window._bar.saved_sign.state == "Lecture seule"
        assert not window._bar.undo.isEnabled()
        for page in ("collectivite", "resultats"):
            window.go(page)
            calm(window, desk)
            assert window._banners.banners[0].notice is told[-1]
        texts = {said.text() for said in window._page("resultats").findChildren(QLabel)}
        assert "Votre commune en 2026" in texts, "it is not today’s"
        said = desk.preferences.recent()
        window.dossier.remember()
        assert desk.preferences.recent() == said, "it says how far the latest is"
        back: Button = window._banners.banners[0].buttons[0]
        assert back.text() == "Revenir au diagnostic de 2027"
        back.click()
        calm(window, desk)
        assert bridge.is_latest
        assert window._banners.banners == ()
        assert window._bar.undo.isEnabled()
        assert window._bar.saved_sign.state != "Lecture seule"
