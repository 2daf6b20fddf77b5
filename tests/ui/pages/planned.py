# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What the tests of the roadmap and of its views share: a file with its plan, a view on it."""

from collections.abc import Callable
from pathlib import Path
from typing import Protocol, TypeVar

from pytestqt.qtbot import QtBot

from autodiag.bundle import installed
from autodiag.dossier.author import Author
from autodiag.model.calendar import AidWindow, Closure
from autodiag.model.dossier import StoredPlan
from autodiag.model.roadmap import Decision
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import situation_of
from autodiag.roadmap.stored import dump_roadmap
from autodiag.session import Session
from tests.support.desks import NOON, write_dossier
from tests.support.shipped import shipped_questionnaire
from ui.bridge import Bridge
from ui.desk import Desk
from ui.opening import open_file
from ui.pages.plan_view import PlanView
from ui.paths import Paths
from ui.planning import Planner, Seconds

DONE = "cyber-sauvegarde"
QUICK = Seconds(0.3, 0.4)
HEIGHT = 580
"""What the page leaves to a view in a window of 696 pixels."""
OpenCopy = Callable[[Path], Bridge]
View = TypeVar("View", bound=PlanView)


def write_planned(folder: Path, *, dated: bool) -> Path:
    """Two themes answered low, one question left open; `dated`: with a calendar and an action that
    is done."""
    path = folder / "mairie.autodiag"
    answers = {q.id: 1 for theme in shipped_questionnaire().themes[:2] for q in theme.questions}
    write_dossier(path, {**answers, "cyb-1": "nsp"})
    opened = open_file(path, Paths(installed(), folder, folder), Author("M", lambda: NOON, "X"))
    session = opened.session
    if dated:
        _date(session)
    roadmap = plan_roadmap(
        situation_of(session.snapshot, session.result, opened.knowledge), NOON.date(), 3.0
    )
    assert roadmap.optimal
    plan = StoredPlan(dump_roadmap(roadmap), roadmap.inputs_sha256, roadmap.made_on)
    session.dossier.store_plan(plan)
    session.close()
    return path


def _date(session: Session) -> None:
    session.set_start("2027-01")
    session.set_closure(Closure("ferme-1", "Été", "2027-07", "2027-08", yearly=True))
    session.set_closure(Closure("ferme-2", "Vote du budget", "2027-03", "2027-03"))
    session.set_window(AidWindow("fenetre-1", "Dotation", "2027-02-01", "2027-02-28"))
    session.decide(Decision(DONE, "faite", day="2027-01-20"))


class Planned(Protocol):
    """A page or a view that shows a plan."""

    planner: Planner


def settle(qtbot: QtBot, view: Planned) -> None:
    """Until the plan is made, and what it changes is shown."""
    qtbot.waitUntil(lambda: view.planner.current and not view.planner.computing, timeout=15_000)


def at_rest(qtbot: QtBot, view: Planned) -> None:
    """Until nothing is being planned, whether there is a plan or not."""
    qtbot.waitUntil(lambda: not view.planner.computing, timeout=15_000)


def show_view(
    qtbot: QtBot, kind: type[View], desk: Desk, bridge: Bridge, width: int = 1366
) -> View:
    """A view alone, with a planner of its own that is not waited for."""
    view = kind(desk, bridge, Planner(desk, bridge, seconds=QUICK))
    qtbot.addWidget(view)
    view.resize(width, HEIGHT)
    view.show()
    return view
