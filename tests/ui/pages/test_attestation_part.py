# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The criteria of the attestation on the screen: what is declared with a day, kept in the dossier,
taken away; what a day cannot be; where each criterion leads."""

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from autodiag.roadmap.declaring import declared
from tests.support.desks import every
from ui.bridge import Bridge
from ui.desk import Desk
from ui.pages.attestation_part import AttestationDesk, AttestationPart
from ui.pages.attestation_row import LACKS_DAY, CriterionRow
from ui.pages.page import Page
from ui.pages.printing_signing import field_of
from ui.undoing import aim_of
from ui.undone import said_of_undone

OpenBridge = Callable[..., Bridge]


class Held:
    """A page with the part alone: nothing is printed here."""

    def __init__(self, desk: Desk, bridge: Bridge, qtbot: QtBot) -> None:
        self.bridge, self.went = bridge, list[tuple[str, object]]()
        self.page = Page(desk, bridge)
        qtbot.addWidget(self.page)
        self.part = AttestationPart(desk.theme, bridge.knowledge.attestation)
        self.part.setParent(self.page)
        self.part.resize(372, 900)
        self.page.resize(400, 900)
        self.page.show()
        self.desk = AttestationDesk(desk, bridge, self.part, self.page)
        bridge.changed.connect(self.desk.refresh)
        self.page.went_to.connect(self._on_went_to)
        self.desk.refresh()

    def row(self, name: str) -> CriterionRow:
        return next(row for row in self.part.rows if row.criterion.id == name)

    def declare(self, name: str, day: str, words: str = "") -> CriterionRow:
        row = self.row(name)
        row.fold.set_open(wanted=True)
        field_of(row.day_row).setText(day)
        if row.said_row is not None:
            field_of(row.said_row).setText(words)
        row.save.setFocus()
        row.save.click()
        return row

    def _on_went_to(self, page: str, detail: object) -> None:
        self.went.append((page, detail))


@pytest.fixture
def held(desk: Desk, open_dossier_of: OpenBridge, qtbot: QtBot) -> Held:
    asked = open_dossier_of().questionnaire
    return Held(desk, open_dossier_of(answers=every(asked, 1)), qtbot)


def said(row: CriterionRow) -> str:
    return "\n".join(one.text() for one in row.findChildren(QLabel) if one.isVisible())


def test_what_is_declared_is_kept_with_its_day_shown_changed_and_taken_away(
    held: Held, qtbot: QtBot
) -> None:
    day = held.bridge.snapshot.assessment.day
    row = held.declare("partagee", f"{day:%d/%m/%Y}", "bulletin")
    kept = declared(held.bridge.snapshot, "partagee")
    assert kept is not None
    assert (kept.day, kept.said) == (day.isoformat(), "bulletin")
    assert "Déclaré" in said(row)
    assert "bulletin" in said(row)
    assert not row.fold.is_open
    assert QApplication.focusWidget() is row.fold.button, "the keyboard is not lost"
    row.fold.set_open(wanted=True)
    assert field_of(row.day_row).text() == f"{day:%d/%m/%Y}"
    row.remove.click()
    assert declared(held.bridge.snapshot, "partagee") is None
    assert "Pas encore" in said(row)
    qtbot.waitUntil(lambda: held.bridge.pending == 0)
    changes = held.bridge.dossier.undo()
    assert "Les résultats sont partagés" in said_of_undone(changes, held.bridge)
    assert aim_of(changes, held.bridge) == ("imprimer", "attestation-partagee")


def test_a_day_that_is_none_or_to_come_is_refused_under_its_field(held: Held) -> None:
    begun = held.bridge.snapshot.assessment.day
    for text in ("", "demain", "32/01/2027", f"{begun + timedelta(days=4000):%d/%m/%Y}"):
        row = held.declare("obligations", text)
        assert row.day_row.fault
        assert (row.day_row.fault == LACKS_DAY) == (text == "")
        assert held.bridge.snapshot.handover == {}
    assert "pas encore passée" in row.day_row.fault
    held.declare("obligations", f"{begun:%d/%m/%Y}")
    kept = declared(held.bridge.snapshot, "obligations")
    assert kept is not None
    assert set(kept.said.split()) <= held.bridge.knowledge.obligations.keys(), "the list read"
    assert "Déclaré" in said(row)


def test_the_published_criteria_say_which_sentence_is_why_and_which_is_how(held: Held) -> None:
    held.part.published.set_open(wanted=True)
    texts = [one.text() for one in held.part.published.findChildren(QLabel)]
    for word in ("Pourquoi\u00a0: ", "Contrôle\u00a0: "):
        assert sum(text.startswith(word) for text in texts) == len(held.part.rows)


@pytest.mark.long
def test_each_criterion_leads_to_what_it_lacks(held: Held) -> None:
    for name in ("socle", "obligations", "adoptee"):
        held.row(name).way.click()
    assert [page for page, _ in held.went] == ["questions", "obligations", "feuille"]
