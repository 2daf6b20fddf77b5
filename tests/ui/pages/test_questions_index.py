# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Which questions the words that one types find, in which order, and what stands out in them."""

from collections.abc import Iterator

import pytest
from PySide6.QtWidgets import QApplication

from autodiag.model.questionnaire import Wording
from autodiag.places.keys import plain
from tests.support.desks import make_desk, open_bridge, write_dossier
from tests.ui.pages.questions_support import index_of
from ui.bridge import Bridge
from ui.pages.questions_index import QuestionIndex
from ui.pages.questions_list import IN_RANK, QuestionList
from ui.pages.questions_matching import flat, where_found
from ui.pages.questions_path import QuestionPath


@pytest.fixture(scope="module")
def asked(qapp: QApplication, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Bridge]:
    """A dossier that these tests only read."""
    folder = tmp_path_factory.mktemp("asked")
    desk = make_desk(folder)
    bridge = open_bridge(desk, write_dossier(folder / "mairie.autodiag"))
    yield bridge
    bridge.close()
    desk.disk.shutdown()
    desk.work.shutdown()


@pytest.fixture(scope="module")
def index(asked: Bridge) -> QuestionIndex:
    return index_of(asked)


@pytest.fixture(scope="module")
def path(asked: Bridge) -> QuestionPath:
    return QuestionPath(asked.snapshot)


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        *(("RGPD", "don-1"), ("DPO", "don-1"), ("mail", "usa-2"), ("piratage", "cyb-6")),
        *(("antivirus", "cyb-3"), ("site web", "usa-1"), ("cloud", "ame-5"), ("IA", "str-7")),
        *(("hameçonnage", "cyb-4"), ("cyberattaque", "cyb-6"), ("sauvegarde", "cyb-1")),
        *(("mots de passe", "cyb-2"), ("télétravail", "adm-6"), ("vie privée", "don-1")),
    ],
)
def test_the_words_of_every_day_find_their_question_first(
    index: QuestionIndex, path: QuestionPath, typed: str, first: str
) -> None:
    assert QuestionList(index, typed).questions(path)[0] == first
    assert QuestionList(index, typed[:-1]).questions(path) or len(typed) <= 5, "as it is typed"


def test_every_synonym_leads_to_a_question(
    asked: Bridge, index: QuestionIndex, path: QuestionPath
) -> None:
    synonyms = asked.knowledge.synonyms
    typed = [word for one in synonyms for word in one.typed]
    assert len(typed) > 30
    assert [one for one in typed if not QuestionList(index, one).questions(path)] == []
    known = asked.questionnaire.questions.values()
    said = flat(" ".join(_read(w) for question in known for w in question.wordings.values()))
    meant = [word for one in synonyms for word in one.meant]
    assert [one for one in meant if flat(one).rstrip() not in said] == []


def _read(wording: Wording) -> str:
    said = (wording.text, wording.text_for_officials, *wording.levels)
    return " ".join((*said, wording.where, wording.why, wording.example))


def test_the_nearest_come_first_and_by_theme_when_no_word_is_typed(
    index: QuestionIndex, path: QuestionPath
) -> None:
    listed = QuestionList(index, "sauvegarde")
    groups = listed.groups(path)
    assert [group.title for group in groups] == [IN_RANK[0], IN_RANK[1], IN_RANK[2]]
    assert [q for group in groups for q in group.questions] == list(listed.questions(path))
    order = list(path.snapshot.questionnaire.questions)
    for group in groups:
        assert list(group.questions) == sorted(group.questions, key=order.index)
    for question in listed.questions(path):
        match = listed.match(question)
        assert match is not None
        in_title = "sauvegard" in plain(path.question(question).wording().text)
        assert (match.part is None) == in_title
    first, *_, last = listed.questions(path)
    assert listed.after(path, first) == listed.questions(path)[1]
    assert listed.after(path, last) == first
    assert listed.before(path, first) is None
    filtered = QuestionList(index, ticked={"open"}).groups(path)
    assert [group.title for group in filtered] == [p.theme.title for p in path.progress if p.asked]


def test_the_whole_phrase_stands_out_else_its_words_but_no_little_one() -> None:
    def shown_in(text: str, typed: str) -> list[str]:
        return [text[start : start + size] for start, size in where_found(typed, text)]

    said = "Le mot de passe des agents : un mot de passe par personne."
    assert shown_in(said, "mot de pas") == ["mot de passe", "mot de passe"]
    assert shown_in("Un mot à dire de la part des agents qui passent.", "mot de passe") == [
        "mot",
        "passent",
    ]
    assert shown_in("L’IA et les tiares, demandes de données", "ia") == ["IA"]
    assert shown_in("Des données de demain", "de") == []
