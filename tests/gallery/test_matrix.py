# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A picture of the gallery shows its own scene, or the gallery fails."""

from pathlib import Path

import pytest

from tests.gallery.matrix import refuse_twins


def painted(folder: Path, **pictures: bytes) -> list[Path]:
    folder.mkdir()
    for name, said in pictures.items():
        (folder / f"{name}.png").write_bytes(said)
    return sorted(folder.iterdir())


def test_two_scenes_of_one_look_never_have_the_same_picture(tmp_path: Path) -> None:
    light = painted(tmp_path / "clair-100", aide=b"same", page=b"other")
    dark = painted(tmp_path / "sombre-100", aide=b"same", page=b"dark")
    refuse_twins([*light, *dark])
    twin = painted(tmp_path / "clair-200", aide=b"same", accessibilite=b"same")
    with pytest.raises(AssertionError, match=r"aide\.png est la même image que accessibilite"):
        refuse_twins([*light, *twin])
    assert len(twin) == 2
