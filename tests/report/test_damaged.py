# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A damaged installation: each file the report needs, missing or spoilt, is named in French."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from autodiag.errors import AutodiagError
from autodiag.report.document import build
from tests.report.sample import RESOURCES, content

FILES = (
    "fonts/AutodiagSans-Regular.ttf",
    "fonts/AutodiagSans-Bold.ttf",
    "fonts/AutodiagSans-Italic.ttf",
    "fonts/AutodiagSans-BoldItalic.ttf",
    "theme/tokens.json",
    "report/textes.toml",
)


def spoil(file: Path, how: str) -> None:
    data = file.read_bytes()
    match how:
        case "missing":
            file.unlink()
        case "empty":
            file.write_bytes(b"")
        case "truncated":
            file.write_bytes(data[: len(data) // 3])
        case _:
            file.write_bytes(bytes(255 - byte for byte in data))


@pytest.mark.parametrize("how", ["missing", "empty", "truncated", "garbled"])
@pytest.mark.parametrize("name", FILES)
def test_a_spoilt_file_is_named_and_nothing_is_written(tmp_path: Path, name: str, how: str) -> None:
    resources = tmp_path / "resources"
    for folder in ("fonts", "theme", "report"):
        shutil.copytree(RESOURCES / folder, resources / folder)
    spoil(resources / name, how)
    what = replace(content({}, planned=False), resources=resources)
    with pytest.raises(AutodiagError) as caught:
        build(what, tmp_path / "rapport.pdf")
    assert caught.value.code == "ressource_illisible"
    # the charts’ colours and their two fonts are read together
    assert Path(name).name in caught.value.sentence or "tokens.json" in caught.value.sentence
    assert not (tmp_path / "rapport.pdf").exists()


def test_a_sentence_that_the_file_lacks_is_said_too(tmp_path: Path) -> None:
    resources = tmp_path / "resources"
    for folder in ("fonts", "theme", "report"):
        shutil.copytree(RESOURCES / folder, resources / folder)
    texts = resources / "report" / "textes.toml"
    kept = texts.read_text(encoding="utf-8").replace("comparaison = ", "comparaisons = ", 1)
    texts.write_text(kept, encoding="utf-8")
    what = replace(content({}, planned=False), resources=resources)
    with pytest.raises(AutodiagError, match=r"textes\.toml"):
        build(what, tmp_path / "rapport.pdf")
