# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A folder of one's own to spoil."""

from pathlib import Path

import pytest

from tests.catalogue.files import Folder, copied


@pytest.fixture
def folder(tmp_path: Path) -> Folder:
    return copied(tmp_path / "essai")
