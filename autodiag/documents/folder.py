# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The documents of one dossier, made, then all put in a folder: what was there is not lost."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from autodiag.documents.article import write_article
from autodiag.documents.deliberation import write_deliberation
from autodiag.documents.facts import Facts
from autodiag.documents.note import write_note
from autodiag.documents.papers import (
    DOCUMENTS,
    ENDINGS,
    EXTRAS,
    PUBLIC,
    DocumentId,
    ExtraId,
    Papers,
)
from autodiag.documents.partage import write_partage
from autodiag.documents.passation import write_passation
from autodiag.documents.prestataire import write_prestataire
from autodiag.documents.public import shared
from autodiag.documents.words import SHARED, Words
from autodiag.errors import AutodiagError
from autodiag.report.document import render
from autodiag.report.files import check_target, replace_file
from autodiag.text.numbers import listing

Progress = Callable[[int, int, str], None]
"""`progress(done, total, label)`; it may raise to stop."""

_WRITERS: Mapping[DocumentId, Callable[[Facts], bytes]] = {
    "deliberation": write_deliberation,
    "note": write_note,
    "partage": write_partage,
    "prestataire": write_prestataire,
    "article": write_article,
    "passation": write_passation,
}


def file_name(resources: Path, key: str, ending: str = "docx") -> str:
    """What a document is called in its folder; `key` is its id, or that of what goes with it.
    Raises AutodiagError when the words are missing."""
    words = Words(resources, SHARED)
    return f"{words.raw(f'fichiers.{key}')}.{ending}"


def names_of(resources: Path, chosen: Sequence[DocumentId | ExtraId]) -> tuple[str, ...]:
    """The files that these documents make, in the order of the list."""
    names: list[str] = []
    for document in DOCUMENTS:
        if document in chosen:
            names.append(file_name(resources, document))
        if document in chosen and document == "deliberation":
            names.append(file_name(resources, "annexe", "pdf"))
    names += [file_name(resources, one, ENDINGS[one]) for one in EXTRAS if one in chosen]
    return tuple(names)


def make_document(papers: Papers, document: DocumentId) -> bytes:
    """One document, as the bytes of a DOCX file. Raises AutodiagError for a picture that cannot be
    read, or missing words."""
    words = Words(papers.content.resources, document)
    content = papers.handover if document == "passation" else papers.content
    if document in PUBLIC:
        content = shared(papers.content)
    return _WRITERS[document](Facts(papers, content, words))


def make_documents(
    papers: Papers,
    chosen: Sequence[DocumentId | ExtraId] = DOCUMENTS,
    progress: Progress | None = None,
) -> dict[str, bytes]:
    """Those chosen, by file name, in the order of the list."""
    made: dict[str, bytes] = {}
    wanted: list[DocumentId] = [one for one in DOCUMENTS if one in chosen]
    for done, document in enumerate(wanted):
        name = file_name(papers.content.resources, document)
        if progress:
            progress(done, len(wanted), name)
        made[name] = make_document(papers, document)
        if document == "deliberation":
            made[file_name(papers.content.resources, "annexe", "pdf")] = _annex(papers)
    return made


def _annex(papers: Papers) -> bytes:
    """The one annex of the délibération: the report’s public edition."""
    return render(replace(papers.content, public=True))[0]


def check_folder(folder: Path, names: Iterable[str], *, overwrite: bool) -> None:
    """Raises AutodiagError when nothing could be written there, or what is there would be lost."""
    if folder.exists() and not folder.is_dir():
        raise AutodiagError("documents_pas_un_dossier", dossier=folder)
    taken = [name for name in names if (folder / name).exists()]
    if taken and not overwrite:
        quoted = [f"«\u202f{name}\u202f»" for name in taken]
        raise AutodiagError("documents_existants", fichiers=listing(quoted), dossier=folder)


def put_in(folder: Path, made: Mapping[str, bytes], *, overwrite: bool) -> tuple[Path, ...]:
    """Each file written beside its place, then put in it; the folder is made where there is none.
    Raises AutodiagError."""
    check_folder(folder, made, overwrite=overwrite)
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError:
        raise AutodiagError("dossier_emplacement", emplacement=folder.name) from None
    for name in made:
        check_target(folder / name, overwrite=overwrite)
    for name, data in made.items():
        replace_file(folder / name, data, overwrite=overwrite)
    return tuple(folder / name for name in made)


def named(resources: Path, extras: Mapping[ExtraId, bytes]) -> dict[str, bytes]:
    """What goes with the documents, by file name."""
    return {file_name(resources, one, ENDINGS[one]): data for one, data in extras.items()}
