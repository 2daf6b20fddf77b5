# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which questionnaires are contributed to theme by theme is said in their data."""

import shutil
from pathlib import Path

import pytest

from autodiag.catalogue.load import load_questionnaire
from autodiag.errors import AutodiagError
from tests.sources import ROOT
from tests.support.plain import plain
from tests.support.unscored import UNSCORED


def test_the_barometer_by_themes_is_shared_and_the_main_questionnaire_is_not() -> None:
    folders = ROOT / "questionnaires"
    assert load_questionnaire(folders / "numerique-et-collectivites").by_theme
    assert not load_questionnaire(folders / "perception").by_theme


def test_a_questionnaire_of_one_theme_is_not_shared(tmp_path: Path) -> None:
    alone = tmp_path / "sans-score"
    shutil.copytree(UNSCORED, alone)
    root = alone / "questionnaire.toml"
    root.write_text(f"par_theme = true\n{root.read_text('utf-8')}", "utf-8")
    with pytest.raises(AutodiagError) as caught:
        load_questionnaire(alone)
    assert [plain(line) for line in caught.value.details] == [
        "questionnaire.toml : par_theme : ce questionnaire n’a qu’un thème, il ne se partage pas"
    ]
