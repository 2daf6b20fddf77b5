# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A dossier file to work on."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from autodiag.dossier.store import Dossier
from tests.dossier.samples import create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    """Where a dossier can be: a name with what a file name may have."""
    return tmp_path / "Diagnostic n° 1 ?#%.autodiag"


@pytest.fixture
def dossier(path: Path) -> Iterator[Dossier]:
    """An open dossier, with one assessment and one fact."""
    with create(path) as opened:
        yield opened
