# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a real mouse does in the roadmap: cards are carried, a bar is pulled (contract R6)."""

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from autodiag.roadmap.calendar import quarter_of
from autodiag.roadmap.quarter_words import quarter_name
from tests.sources import ROOT


@pytest.mark.long
def test_R6_cards_and_bars_go_where_the_mouse_takes_them(dated_file: Path) -> None:
    script = [sys.executable, "-m", "tests.ui.pages.pulling", str(dated_file)]
    surroundings = {**os.environ, "QT_QPA_PLATFORM": "minimal:freetype"}
    run = subprocess.run(
        script, cwd=ROOT, env=surroundings, capture_output=True, text=True, timeout=60, check=False
    )
    assert run.returncode == 0, run.stderr
    near, turned, bar = (line.split("=") for line in run.stdout.splitlines())
    for name, day in (near, turned):
        assert quarter_name(quarter_of(date.fromisoformat(f"{day}-01"))) == name
    assert bar[0] == bar[1]
