# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""D2 under SIGKILL, in short form; `python -m tests.dossier.kill 300` is the full one."""

from pathlib import Path

from tests.dossier.kill import kill_often


def test_D2_a_hundred_kills_lose_nothing_that_was_shown_as_saved(path: Path) -> None:
    tally = kill_often(path, 100, seed=2)
    assert tally.kills == 100
    assert tally.lost == 0
    # the kills did fall among commits, not before or after them; a slow disk makes fewer of these
    assert tally.acknowledged > 20
    assert tally.hot > 10
