# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The views of means and of three plans in the real window: nothing cut, all of it named, large
enough, and gone through in the order of reading."""

import pytest
from PySide6.QtWidgets import QWidget

from autodiag.model.calendar import AidWindow
from tests.ui.eye import everything
from tests.ui.rounds import OFFICE, SMALL, Shown, calm
from tests.ui.test_accessible_walk import nameless, out_of_order
from tests.ui.test_targets import small
from ui.main_window import MainWindow
from ui.pages.means import MeansView
from ui.pages.plan import PlanPage
from ui.pages.three_plans import ThreePlansView

SIZES = ((1.0, OFFICE), (2.0, SMALL))
LONG = "Fonds de transformation numérique des petites communes et de leurs groupements, deuxième"


def view_of(window: MainWindow, name: str) -> QWidget:
    window.go("feuille", name)
    page = window.findChild(PlanPage)
    assert page is not None
    return page.shown


def open_all(window: MainWindow, view: QWidget) -> None:
    """All that a view shows only once it is asked for."""
    if isinstance(view, MeansView):
        assert window.bridge is not None
        actions = tuple(window.bridge.knowledge.actions.actions)[:4]
        window.bridge.set_window(
            AidWindow("aide-1", LONG, "2027-01-15", "2027-03-31", LONG, actions)
        )
        next(iter(view.closures.proposals.values())).click()
        view.closures.elections.click()
        view.closures.form.keep.click()
        view.windows.list.rows["aide-1"].change.click()
        view.yearly.fold.set_open(True)
    elif isinstance(view, ThreePlansView):
        view.columns["sans_depense"].adopt.click()
        view.table.set_open(True)


@pytest.mark.long
@pytest.mark.parametrize("shown", ["rempli"], indirect=True)
@pytest.mark.parametrize("name", ["plans", "moyens"])
def test_nothing_is_cut_small_nameless_or_out_of_order(shown: Shown, name: str) -> None:
    window, desk = shown
    view = view_of(window, name)
    calm(window, desk)
    open_all(window, view)
    found: list[str] = []
    for scale, size in SIZES:
        desk.theme.set_scale(scale)
        window.resize(size)
        calm(window, desk)
        seen = f"{scale:.0%} {size.width()}"
        found += [f"{seen}: {line}" for line in everything(window)]
        found += [f"{seen}, ordre: {line}" for line in out_of_order(view)]
        found += [f"{seen}, petit: {line}" for line in small(window)]
    found += nameless(window)
    desk.theme.set_scale(1.0)
    assert found == []
