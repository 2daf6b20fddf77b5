# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The shipped list of places, opened once for the whole folder."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from autodiag.places.places import Places

SHIPPED = Path(__file__).resolve().parents[2] / "resources" / "places" / "places.sqlite"


@pytest.fixture(scope="session")
def places_file() -> Path:
    return SHIPPED


@pytest.fixture(scope="session")
def places() -> Iterator[Places]:
    with Places(SHIPPED) as opened:
        yield opened
