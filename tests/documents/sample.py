# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The papers of a commune, from answers, with the real engine."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

from autodiag.documents.folder import make_document
from autodiag.documents.papers import DOCUMENTS, DocumentId, Papers, Typed
from autodiag.model.assessment import Answer
from autodiag.model.authority import LocalAuthority
from autodiag.model.roadmap import Roadmap
from autodiag.report.content import Handed, ReportContent
from autodiag.roadmap.schedule import schedule
from autodiag.scoring.handed import Writers, handed_answers, handed_decisions
from tests.documents.reader import Read
from tests.report.sample import VILLAGE, content, levels

LONG = LocalAuthority(
    "Communauté d’agglomération des Marches de Bretagne, du Haut-Val-de-Saône et des Coteaux de "
    "l’Anjou bleu réunis",
    kind="epci",
    population=74_210,
)


def papers_of(what: ReportContent, typed: Typed | None = None) -> Papers:
    """With nobody known to have answered."""
    assert what.roadmap is not None
    snapshot, knowledge = what.snapshot, what.knowledge
    writers: Writers = {}
    handed = Handed(
        handed_answers(snapshot, writers),
        handed_decisions(snapshot, knowledge, writers),
        "mairie.autodiag",
        "«\u202fDocuments\u202f»",
    )
    return Papers(
        what,
        replace(what, handed=handed),
        schedule(snapshot, what.roadmap, knowledge.actions),
        typed or Typed(),
    )


@cache
def village() -> Papers:
    return papers_of(content(levels(1), facts={"ecole": True, "site": True}))


@cache
def empty() -> Papers:
    return papers_of(content({}))


@cache
def district() -> Papers:
    return papers_of(content(levels(2), LONG))


def roadmap_of(papers: Papers) -> Roadmap:
    assert papers.content.roadmap is not None
    return papers.content.roadmap


def some(answers: Mapping[str, Answer]) -> Papers:
    return papers_of(content(answers, VILLAGE))


def read(papers: Papers, document: DocumentId) -> Read:
    return Read(make_document(papers, document))


@cache
def all_read(which: str) -> dict[DocumentId, Read]:
    papers = {"village": village, "empty": empty, "district": district}[which]()
    return {one: read(papers, one) for one in DOCUMENTS}
