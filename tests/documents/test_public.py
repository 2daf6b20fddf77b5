# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The délibération and the article can be asked for by anyone: they tell nothing of security,
however little or much of it is planned."""

from collections.abc import Mapping
from dataclasses import replace
from functools import cache

import pytest

from autodiag.documents.papers import PUBLIC, DocumentId
from autodiag.model.roadmap import PlannedAction, Span
from tests.documents.reader import Read
from tests.documents.sample import papers_of, read, village
from tests.report.test_public_security import flat, hidden_actions, secrets, with_security
from tests.support.shipped import shipped_knowledge


@cache
def told(level: int) -> Mapping[DocumentId, Read]:
    papers = papers_of(with_security(level))
    return {one: read(papers, one) for one in (*PUBLIC, "note")}


@pytest.mark.parametrize("document", PUBLIC)
def test_without_backup_or_with_everything_done_the_public_documents_are_the_same(
    document: DocumentId,
) -> None:
    assert told(0)["note"].text != told(4)["note"].text, "the test must be able to fail"
    assert told(0)[document].text == told(4)[document].text


def test_nothing_of_a_measure_of_security_is_in_a_public_document() -> None:
    actions = shipped_knowledge().actions.actions
    hidden = [flat(actions[name].title) for name in hidden_actions()]
    inside = flat(told(0)["note"].text)
    assert sum(title in inside for title in hidden) > 3, "the test must be able to fail"
    for document in PUBLIC:
        text = flat(told(0)[document].text)
        assert [said for said in (*hidden, *secrets()) if said in text] == []
        assert " sur 4" not in text
        assert "je ne sais pas" not in text


def test_a_public_document_names_nobody_and_quotes_no_note() -> None:
    assert "La ou le maire" in told(0)["deliberation"].text
    for document in PUBLIC:
        assert "Score" not in told(0)[document].text


def test_what_the_collectivite_added_is_to_be_read_again_before_it_is_shared() -> None:
    papers = village()
    plan, title = papers.content.roadmap, "Changer le code de la porte"
    assert plan is not None
    own = PlannedAction("a-nous", "own", title, Span(1, 1), Span(0, 0))
    first = replace(plan.horizons[0], actions=(own, *plan.horizons[0].actions))
    added = replace(plan, horizons=(first, *plan.horizons[1:]))
    told = replace(papers, content=replace(papers.content, roadmap=added))
    for document in PUBLIC:
        assert "Actions ajoutées par vous" not in read(papers, document).text
        assert f"– {title}" in read(told, document).sentences
        assert title in read(told, document).sentences or f"{title}." in read(told, document).text
