# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Answers taken over from the year before and not confirmed: both editions say how many."""

from dataclasses import replace
from pathlib import Path

import pytest

from autodiag.report.document import build
from tests.report.poppler import words_of
from tests.report.sample import content, levels

SAID = "encore à confirmer"


def synthesis(folder: Path, to_confirm: frozenset[str], *, public: bool) -> str:
    made = content(levels())
    assessment = replace(made.snapshot.assessment, to_confirm=to_confirm)
    snapshot = replace(made.snapshot, assessment=assessment)
    target = folder / "synthese.pdf"
    build(replace(made, snapshot=snapshot, model="synthese", public=public), target)
    return words_of(target)


@pytest.mark.parametrize("public", [False, True], ids=["internal", "public"])
def test_the_synthesis_says_how_many_answers_are_still_to_confirm(
    tmp_path: Path, public: bool
) -> None:
    waiting = frozenset(("str-1", "str-2", "usag-1"))
    words = synthesis(tmp_path, waiting, public=public)
    assert f"réponses reprises du diagnostic précédent, {SAID}" in words


def test_nothing_is_said_once_all_are_confirmed(tmp_path: Path) -> None:
    assert SAID not in synthesis(tmp_path, frozenset(), public=False)
