# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«documents»: a folder of documents to go on with, in which nothing is lost."""

from pathlib import Path

import pytest
from docx import Document

from tests.cli.console import Console

SOME = {"str-1": 2, "str-2": "nsp", "cyb-1": "nsp", "usa-1": 1}
PIXEL = bytes.fromhex(
    "89504e470d0a1a0a0000000d4948445200000001000000010802000000907753de0000000c4944415408d763f8cfc0"
    "00000301010018dd8db00000000049454e44ae426082"
)


def test_every_document_is_written_beside_its_annex(console: Console) -> None:
    path, folder = console.new(answers=SOME), console.path("papiers")
    logo = console.write("logo.png", PIXEL)
    heard = console(
        *("documents", path, "-o", folder, "--seance", "2027-01-14", "--logo", logo),
        *("--lieu", "Ici", "--signataire", "Ana", "--fonction", "Maire"),
    )
    assert heard.code == 0, heard.err
    names = sorted(one.name for one in folder.iterdir())
    assert [name[0] for name in names] == list("112345678")
    assert sorted(heard.out.split("\n")[:-1]) == [str(folder / name) for name in names]
    assert (folder / "1 - Annexe, édition publique.pdf").read_bytes().startswith(b"%PDF")
    draft = Document(str(folder / "1 - Projet de délibération.docx"))
    assert "Séance du 14\u00a0janvier 2027" in [one.text for one in draft.paragraphs]
    assert len(draft.inline_shapes) == 1


def test_what_is_there_is_named_and_replaced_only_when_asked(console: Console) -> None:
    path, folder = console.new(answers=SOME), console.path("papiers")
    folder.mkdir()
    mine = folder / "5 - Article du bulletin.docx"
    mine.write_text("à moi", encoding="utf-8")
    before = console.contents()
    refused = console("documents", path, "-o", folder).refused
    assert "5 - Article du bulletin.docx" in refused
    assert console.contents() == before
    asked = ("documents", path, "-o", folder, "--document", "article")
    assert console(*asked, "--remplacer").code == 0
    assert Document(str(mine)).paragraphs
    assert [one.name for one in folder.iterdir()] == [mine.name]


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (("--seance", "14/01/2027"), "n’est pas une date"),
        (("--logo", "absent.png"), "introuvable"),
        (("--logo", "faux.png"), "ne peut pas servir de logo"),
    ],
)
def test_what_cannot_be_used_is_refused_before_anything_is_written(
    console: Console, words: tuple[str, str], said: str
) -> None:
    path, folder = console.new(answers=SOME), console.path("papiers")
    console.write("faux.png", b"\x89PNG, ou presque")
    option, value = words
    given = str(console.path(value)) if option == "--logo" else value
    assert said in console("documents", path, "-o", folder, option, given).refused
    assert not folder.exists()


def test_a_file_cannot_be_the_folder(console: Console) -> None:
    path = console.new(answers=SOME)
    assert "pas un dossier" in console("documents", path, "-o", path).refused
    assert Path(path).stat().st_size > 0
