# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The dossier that the tests of a session begin with."""

from pathlib import Path

import pytest

from tests.session.test_session import create


@pytest.fixture
def path(tmp_path: Path) -> Path:
    path = tmp_path / "essai.autodiag"
    create(path)
    return path
