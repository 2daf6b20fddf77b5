# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A dossier with its plan, made once: the pages of the roadmap are tried on copies of it."""

from pathlib import Path

import pytest

from autodiag.bundle import installed
from autodiag.dossier.author import Author
from autodiag.model.dossier import StoredPlan
from autodiag.roadmap.roadmap import plan_roadmap
from autodiag.roadmap.situation import situation_of
from autodiag.roadmap.stored import dump_roadmap
from tests.support.desks import NOON, write_dossier
from tests.support.shipped import shipped_questionnaire
from ui.opening import open_file
from ui.paths import Paths


@pytest.fixture(scope="session")
def planned_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two themes answered low, and their plan: actions on every horizon, some of them duties."""
    path = tmp_path_factory.mktemp("plan") / "mairie.autodiag"
    themes = shipped_questionnaire().themes[:2]
    write_dossier(path, {q.id: 1 for theme in themes for q in theme.questions})
    paths = Paths(installed(), path.parent, path.parent)
    opened = open_file(path, paths, Author("Marie", lambda: NOON, "MAIRIE-2"))
    session = opened.session
    situation = situation_of(session.snapshot, session.result, opened.knowledge)
    roadmap = plan_roadmap(situation, NOON.date(), 3.0)
    assert roadmap.optimal
    plan = StoredPlan(dump_roadmap(roadmap), roadmap.inputs_sha256, roadmap.made_on)
    session.dossier.store_plan(plan)
    session.close()
    return path
