# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""« Enregistré »: what the disk said, nothing more, and said aloud when it is news."""

from datetime import datetime

import pytest
from pytestqt.qtbot import QtBot

from autodiag.errors import AutodiagError
from ui.desk import Desk
from ui.widgets import saved_sign
from ui.widgets.saved_sign import SavedSign

AT = datetime.fromisoformat("2026-11-22T09:05:00")
FULL = AutodiagError("dossier_disque_plein", fichier="mairie.autodiag")


@pytest.fixture
def said(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, bool]]:
    heard: list[tuple[str, bool]] = []

    def announce(_widget: object, text: str, *, urgent: bool = False) -> None:
        heard.append((text, urgent))

    monkeypatch.setattr(saved_sign, "announce", announce)
    return heard


@pytest.fixture
def sign(desk: Desk, qtbot: QtBot) -> SavedSign:
    sign = SavedSign(desk.theme)
    qtbot.addWidget(sign)
    sign.show()
    return sign


def test_before_anything_is_saved_it_says_nothing(sign: SavedSign) -> None:
    assert sign.state == ""


def test_it_says_saved_only_with_the_time_it_was_given(sign: SavedSign) -> None:
    sign.show_saving()
    assert sign.state == "Enregistrement…"
    sign.show_saved(AT)
    assert sign.state == "Enregistré à 9\u00a0h\u00a005"
    assert sign.accessibleName().startswith(sign.state)


def test_what_failed_stays_until_it_is_saved(sign: SavedSign) -> None:
    sign.show_failed(FULL)
    sign.show_saving()
    assert sign.state == "Pas enregistré"
    assert sign.toolTip() == FULL.sentence
    sign.show_saved(AT)
    assert sign.state.startswith("Enregistré")
    assert FULL.sentence not in sign.toolTip()


def test_a_dossier_that_cannot_be_written_says_so(sign: SavedSign) -> None:
    sign.show_read_only()
    assert sign.state == "Lecture seule"


def test_it_is_heard_once_a_minute_and_a_failure_at_once(
    sign: SavedSign, said: list[tuple[str, bool]]
) -> None:
    for _ in range(3):
        sign.show_saving()
        sign.show_saved(AT)
    sign.show_failed(FULL)
    sign.show_saved(AT)
    saved = "Enregistré à 9\u00a0h\u00a005"
    assert said == [(saved, False), ("Pas enregistré", True), (saved, False)]


def test_it_keeps_its_width_whatever_it_says(sign: SavedSign) -> None:
    width = sign.minimumWidth()
    assert width == sign.words_width() > 100
    for show in (sign.show_read_only, lambda: sign.show_failed(FULL), lambda: sign.show_saved(AT)):
        show()
        assert sign.minimumWidth() == width >= sign.minimumSizeHint().width()


def test_without_room_the_words_are_in_the_tooltip(sign: SavedSign) -> None:
    sign.set_compact(True)
    sign.show_saved(AT)
    assert sign.toolTip() == "Enregistré à 9\u00a0h\u00a005."
    assert max(sign.minimumWidth(), sign.sizeHint().width()) == 40


def test_its_menu_says_where_the_file_is_and_what_can_be_done_with_it(
    sign: SavedSign, qtbot: QtBot
) -> None:
    sign.set_place("A&B.autodiag", "dans vos documents")
    said = [action.text().partition("\t")[0] for action in sign.menu().actions()]
    assert said[:2] == ["A&&B.autodiag", "Dans vos documents"]
    assert said[2:4] == [saved_sign.FOLDER, saved_sign.COPY]
    with qtbot.waitSignal(sign.copy_chosen):
        sign.choices[saved_sign.COPY].trigger()
    sign.show_saved(AT)
    assert sign.toolTip().endswith("A&B.autodiag, dans vos documents")
