# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a dossier is opened with, before any screen."""

from pathlib import Path

from autodiag.bundle import installed
from autodiag.dossier.author import Author
from autodiag.roadmap.situation import situation_of
from autodiag.roadmap.stored import digest_inputs
from tests.support.desks import NOON
from ui.opening import open_example
from ui.paths import Paths


def test_the_example_opens_whole_with_the_roadmap_of_its_answers(tmp_path: Path) -> None:
    paths, author = Paths(installed(), tmp_path / "d", tmp_path), Author("Marie", lambda: NOON)
    for _ in range(2):  # made, then found there
        opened = open_example(paths, author)
        session = opened.session
        plan = session.dossier.plan()
        situation = situation_of(session.snapshot, session.result, opened.knowledge)
        assert plan is not None
        assert plan.inputs_sha256 == digest_inputs(situation)
        session.close()
