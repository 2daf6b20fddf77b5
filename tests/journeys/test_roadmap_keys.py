# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The whole roadmap by keys alone, through its seven views; then the file is opened again."""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import openpyxl
import pytest
from icalendar import Calendar as Dates
from PySide6.QtWidgets import QApplication

from autodiag.model.dossier import Snapshot, evidence_of
from tests.gallery.window import window_at
from tests.journeys.keys import ALT, KEY, SHIFT, Keys
from tests.support.desks import ChosenFiles
from tests.ui.rounds import BY_ID, OFFICE, calm, open_at_rest
from ui.desk import Desk
from ui.main_window import MainWindow
from ui.pages.three_plans import ThreePlansView
from ui.pages.what_if import WhatIfView


@dataclass(frozen=True)
class Place:
    """The window on the example, on its roadmap; the keys; the file."""

    window: MainWindow
    desk: Desk
    keys: Keys
    file: Path

    @property
    def snapshot(self) -> Snapshot:
        assert self.window.bridge is not None
        return self.window.bridge.snapshot

    def to_choose(self, path: Path) -> None:
        """What the next dialog about files will give."""
        dialogs = self.desk.dialogs
        assert isinstance(dialogs, ChosenFiles)
        dialogs.chosen = path


@pytest.fixture
def place(qapp: QApplication, tmp_path: Path) -> Iterator[Place]:
    assert qapp is not None
    file = tmp_path / "Documents" / "Autodiag" / "exemple.autodiag"
    file.parent.mkdir(parents=True)
    with window_at(tmp_path, OFFICE) as (window, desk):
        BY_ID["rempli"].write(file, desk)
        window.activateWindow()
        open_at_rest(window, desk, file)
        window.go("feuille")
        keys = Keys(window, desk)
        keys.planned()
        yield Place(window, desk, keys, file)
        window.close_dossier()
        calm(window, desk)


def act(keys: Keys, said: str) -> None:
    """On the action that has the keyboard: an entry of its menu."""
    keys.press(KEY.Key_F10, SHIFT)
    keys.choose(said)
    keys.planned()


def decided(place: Place) -> None:
    """Retained, postponed, refused, done with its evidence; one of their own, who, when, note."""
    keys = place.keys
    keys.press(KEY.Key_Down)
    act(keys, "Retenir ici")
    keys.press(KEY.Key_Down)
    act(keys, "Plus tard")
    assert {one.state for one in place.snapshot.decisions.values()} == {"retenue", "reportee"}
    act(keys, "Refuser…")
    keys.type("Pas avant 2029")
    keys.press(KEY.Key_Return)
    keys.planned()
    assert "Pas avant 2029" in {one.reason for one in place.snapshot.decisions.values()}
    keys.press(KEY.Key_F6)
    keys.press(KEY.Key_F6, SHIFT)
    keys.press(KEY.Key_Down, times=2)
    act(keys, "Déjà fait")
    keys.tab_to("Joindre un fichier")
    proof = place.file.with_name("releve.txt")
    proof.write_text("Fait.", encoding="utf-8")
    place.to_choose(proof)
    keys.press(KEY.Key_Space)
    (done,) = (one for one in place.snapshot.decisions.values() if one.state == "faite")
    keys.until(lambda: place.snapshot.evidence.get(evidence_of(done.action)))
    keys.press(KEY.Key_Escape)
    added(place)


def added(place: Place) -> None:
    keys = place.keys
    keys.tab_to("Ajouter une action")
    keys.press(KEY.Key_Space)
    for text in ("Repeindre la salle", "2", "100", "Paul"):
        keys.type(text)
        keys.press(KEY.Key_Tab if text != "Paul" else KEY.Key_Return)
    keys.planned()
    assert keys.said.startswith("Repeindre la salle")
    keys.press(KEY.Key_Return)
    for name, text in (("Pour quand", "03/2028"), ("Note", "Voir avec le maire")):
        keys.tab_to(name)
        keys.type(text)
        keys.press(KEY.Key_Return)
        keys.planned()
    keys.press(KEY.Key_Escape)
    assert keys.said.startswith("Repeindre la salle")
    (own,) = place.snapshot.own_actions
    assert (own.title, own.who, own.note) == ("Repeindre la salle", "Paul", "Voir avec le maire")
    assert place.snapshot.decisions[own.id].day == "2028-03"


def moved(place: Place) -> None:
    """To another quarter, then by a month on the timeline; the keyboard follows each time."""
    keys = place.keys
    keys.view("Trimestres")
    keys.press(KEY.Key_Right)
    title = keys.said.split(",")[0]
    keys.press(KEY.Key_Right, ALT)
    keys.planned()
    assert keys.said.startswith(title)
    days = {key: one.day for key, one in place.snapshot.decisions.items()}
    keys.view("Frise")
    keys.tab_to("Frise des trois ans")
    keys.press(KEY.Key_Down, times=3)
    keys.press(KEY.Key_Right, ALT)
    keys.planned()
    assert days != {key: one.day for key, one in place.snapshot.decisions.items()}


def tried(place: Place) -> None:
    """Ticked and unticked: another outlook, and nothing written."""
    keys = place.keys
    keys.view("Et si…")
    shown, before = keys.page.shown, place.snapshot.decisions
    assert isinstance(shown, WhatIfView)
    keys.press(KEY.Key_Tab, times=3)
    planned = shown.ticked
    keys.press(KEY.Key_Space)
    assert shown.ticked != planned
    keys.press(KEY.Key_Space)
    assert shown.ticked == planned
    assert place.snapshot.decisions == before


def compared(place: Place) -> None:
    keys = place.keys
    keys.view("Trois plans")
    shown = keys.page.shown
    assert isinstance(shown, ThreePlansView)
    keys.until(lambda: all(column.face is not None for column in shown.columns.values()))
    keys.until(lambda: len(place.snapshot.variants) == 2)


def saved(place: Place) -> None:
    keys = place.keys
    keys.view("Budget")
    table, dates = (place.file.with_name(name) for name in ("budget.xlsx", "dates.ics"))
    for name, path in (("Enregistrer le tableau", table), ("Enregistrer les dates", dates)):
        keys.tab_to(name)
        place.to_choose(path)
        keys.press(KEY.Key_Space)
        keys.until(path.exists)
    assert "À lire" in openpyxl.load_workbook(table).sheetnames
    assert "Repeindre la salle" in str(Dates.from_ical(dates.read_bytes()).walk("VEVENT"))


def given(place: Place) -> None:
    """Days, a closure and the dates of an aid: each set, then taken away."""
    keys = place.keys
    keys.view("Moyens et dates")
    keys.tab_to("Plus : Temps disponible")
    keys.press(KEY.Key_Space)
    keys.planned()
    assert place.snapshot.capacity is not None
    keys.tab_to("Revenir à l’hypothèse")
    keys.press(KEY.Key_Space)
    keys.planned()
    assert place.snapshot.capacity is None
    keys.tab_to("Été : ")
    keys.press(KEY.Key_Space)
    keys.planned()
    assert len(place.snapshot.calendar.closures) == 1
    keys.tab_to("Ajouter les dates")
    keys.press(KEY.Key_Space)
    for text in ("Dotation", "01/02/2027", "28/02/2027"):
        keys.type(text)
        keys.press(KEY.Key_Tab if text != "28/02/2027" else KEY.Key_Return)
    keys.planned()
    assert len(place.snapshot.calendar.windows) == 1
    for name in ("Dotation", "Été"):
        keys.tab_to(f"Retirer : {name}", back=name == "Été")
        keys.press(KEY.Key_Space)
        keys.planned()
    assert not place.snapshot.calendar.windows
    assert not place.snapshot.calendar.closures


@pytest.mark.long
def test_R6_the_whole_roadmap_by_keys_alone_and_nothing_is_lost(place: Place) -> None:
    for step in (decided, moved, tried, compared, saved, given):
        before = place.keys.pressed
        step(place)
        print(f"{step.__name__}: {place.keys.pressed - before} touches")
    before = place.snapshot
    place.window.close_dossier()
    calm(place.window, place.desk)
    open_at_rest(place.window, place.desk, place.file)
    after = place.snapshot
    assert after.decisions == before.decisions
    assert after.own_actions == before.own_actions
    assert after.evidence.keys() == before.evidence.keys()
    assert (after.capacity, after.calendar) == (before.capacity, before.calendar)
    assert after.variants.keys() == before.variants.keys()
