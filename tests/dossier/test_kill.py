# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""D2 under SIGKILL, in short form; `python -m tests.dossier.kill 300` is the full one."""

from pathlib import Path

from tests.dossier.kill import kill_often

KILLS = 40


def test_D2_kills_at_any_instant_lose_nothing_that_was_shown_as_saved(path: Path) -> None:
    tally = kill_often(path, KILLS, seed=2)
    assert tally.kills == KILLS
    assert tally.lost == 0
    # the kills did fall among commits, not before or after them; a slow disk makes fewer of these
    assert tally.acknowledged > 10
    assert tally.hot > 4
