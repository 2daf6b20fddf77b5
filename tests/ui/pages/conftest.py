# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Dossiers with their plan, made once: the pages of the roadmap are tried on copies of them."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.desks import open_bridge
from tests.ui.pages.planned import OpenCopy, write_planned
from ui.bridge import Bridge
from ui.desk import Desk


@pytest.fixture(scope="session")
def planned_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Two themes answered low, and their plan: actions on every horizon, some of them duties."""
    return write_planned(tmp_path_factory.mktemp("plan"), dated=False)


@pytest.fixture(scope="session")
def dated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with a calendar, and an action that is done."""
    return write_planned(tmp_path_factory.mktemp("dates"), dated=True)


@pytest.fixture
def open_copy(desk: Desk, tmp_path: Path) -> Iterator[OpenCopy]:
    """Opens a copy of a file; closed when the test ends, if it is not by then."""
    opened: list[Bridge] = []

    def make(file: Path) -> Bridge:
        path = tmp_path / f"copie-{len(opened)}.autodiag"
        shutil.copy(file, path)
        opened.append(open_bridge(desk, path))
        return opened[-1]

    yield make
    for bridge in opened:
        if not bridge.closed:
            bridge.close()
