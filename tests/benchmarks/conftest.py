# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The shipped figures, and questionnaires small enough to be written here."""

import pytest

from autodiag.benchmarks.library import Library, load_benchmarks
from tests.benchmarks.cases import FOLDER


@pytest.fixture(scope="session")
def library() -> Library:
    return load_benchmarks(FOLDER)
