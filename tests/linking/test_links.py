# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The links between questionnaires as they are read, and what is said of those that cannot be."""

from functools import cache
from pathlib import Path

import pytest

from autodiag.bundle import installed
from autodiag.catalogue.load import load_questionnaire
from autodiag.errors import AutodiagError
from autodiag.linking.links import End, Link
from autodiag.linking.load import LINKS_FILE, load_axes, load_links, load_ties
from autodiag.model.questionnaire import Questionnaire
from tests.support.plain import plain
from tests.support.shipped import shipped_knowledge

FILE = installed().knowledge / LINKS_FILE


@cache
def questionnaires() -> tuple[Questionnaire, ...]:
    names = ("maturite-numerique", "numerique-et-collectivites")
    return tuple(load_questionnaire(installed().questionnaires / one) for one in names)


def test_every_installed_link_names_questions_and_answers_that_exist() -> None:
    links = load_links(FILE, questionnaires())
    assert len(links) == FILE.read_text(encoding="utf-8").count("\n[[liens]]\n")
    assert links[0].given == End("numerique-et-collectivites", "inc-1", ("commune",))
    assert links[0].offered == End("maturite-numerique", "usa-5", (), 1, None)
    assert {one.reason for one in links if not one.reason.strip()} == set()


def test_without_a_questionnaire_only_the_shape_is_read() -> None:
    assert load_links(FILE) == load_links(FILE, questionnaires())


def test_a_value_holds_within_its_bounds_or_among_its_choices() -> None:
    assert [End("q", "a", (), 1, 2).holds(one) for one in (0, 1, 2, 3)] == [
        False,
        True,
        True,
        False,
    ]
    chosen = End("q", "a", ("oui", "partie"))
    assert (chosen.holds("oui"), chosen.holds("non"), chosen.holds(1)) == (True, False, False)
    assert chosen.holds(("non", "partie"))
    assert not chosen.holds(("non",))


def test_a_link_covers_the_wordings_that_it_names() -> None:
    end = End("q", "a")
    assert Link(end, end, "", but=frozenset({"epci"})).covers("")
    assert not Link(end, end, "", but=frozenset({"epci"})).covers("epci")
    assert not Link(end, end, "", only=frozenset({"epci"})).covers("")


WRONG = """
[[liens]]
si = { questionnaire = "numerique-et-collectivites", question = "dem-2", choix = ["ouii"] }
propose = { questionnaire = "maturite-numerique", question = "adm-33", vaut = 3 }
raison = "Une question qui n’existe pas."

[[liens]]
si = { questionnaire = "numerique-et-collectivites", question = "ser-1", au_moins = 3, au_plus = 1 }
propose = { questionnaire = "maturite-numerique", question = "usa-3", vaut = 5 }
sauf = ["ville"]
raison = "Un niveau qui n’existe pas."

[[liens]]
si = { questionnaire = "maturite-numerique", question = "usa-3", vaut = 1, au_plus = 2 }
propose = { questionnaire = "maturite-numerique", question = "usa-4", choix = ["oui"] }
raison = "Un même questionnaire."
"""


def test_all_that_is_wrong_is_said_at_once_in_french(tmp_path: Path) -> None:
    path = tmp_path / LINKS_FILE
    path.write_text(WRONG, encoding="utf-8")
    with pytest.raises(AutodiagError) as refused:
        load_links(path, questionnaires())
    said = plain("\n".join(refused.value.details))
    assert refused.value.code == "donnees_fautives"
    for part in (
        "lien dem-2 → adm-33 : la question dem-2 n’a pas de réponse « ouii »",
        "n’a pas de question « adm-33 » ; vouliez-vous dire",
        "« au_moins » (3) dépasse « au_plus » (1)",
        "la question usa-3 va de 0 à 4, pas 5",
        "variante inconnue « ville »",
        "il faut « choix », ou « vaut », ou « au_moins » et « au_plus »",
        "la question usa-4 n’a pas de « choix »",
        "un lien va d’un questionnaire à un autre",
    ):
        assert part in said


def test_each_theme_is_tied_to_themes_that_exist(tmp_path: Path) -> None:
    ties = load_ties(FILE, questionnaires())
    assert (ties.shown, ties.there) == tuple(one.id for one in questionnaires())
    assert [tie.theme for tie in ties.themes] == [one.id for one in questionnaires()[0].themes]
    path = tmp_path / LINKS_FILE
    shipped = FILE.read_text(encoding="utf-8")
    path.write_text(shipped.replace('"services"', '"servces"', 1), encoding="utf-8")
    said = "« numerique-et-collectivites » n’a pas de thème « servces » ; vouliez-vous dire"
    assert said in refusal(path)


def test_nothing_may_be_proposed_where_opinions_are_asked(tmp_path: Path) -> None:
    opinions = load_questionnaire(installed().questionnaires / "perception")
    assert [one.opinions for one in (*questionnaires(), opinions)] == [False, False, True]
    path = tmp_path / LINKS_FILE
    path.write_text(
        "[[liens]]\n"
        'si = { questionnaire = "maturite-numerique", question = "str-1", vaut = 2 }\n'
        'propose = { questionnaire = "perception", question = "per-libre", choix = ["deux"] }\n'
        'raison = "Un fait ne dit pas ce qu’en pense quelqu’un."\n',
        encoding="utf-8",
    )
    with pytest.raises(AutodiagError) as refused:
        load_links(path, (*questionnaires(), opinions))
    assert "« perception » demande des avis : rien ne s’y propose" in plain(
        "\n".join(refused.value.details)
    )


def refusal(path: Path) -> str:
    with pytest.raises(AutodiagError) as refused:
        load_links(path, questionnaires())
    return plain("\n".join(refused.value.details))


def test_a_file_that_is_not_there_or_has_an_unknown_key_is_refused(tmp_path: Path) -> None:
    path = tmp_path / LINKS_FILE
    assert "ce fichier manque" in refusal(path)
    path.write_text(WRONG.replace("raison", "raisons"), encoding="utf-8")
    assert "nom inconnu (clé) « raisons »" in refusal(path)


def test_each_axis_names_a_question_and_actions_that_exist(tmp_path: Path) -> None:
    policy = load_questionnaire(installed().questionnaires / "politique-numerique")
    asked = [name for name in policy.questions if name.startswith("axe-")]
    assert [axis.question for axis in load_axes(FILE)] == asked
    named = {name for axis in load_axes(FILE) for name in axis.actions}
    assert named <= shipped_knowledge().actions.actions.keys()
    path = tmp_path / LINKS_FILE
    wrong = '[[axes]]\nquestionnaire = "maturite-numerique"\nquestion = "str-99"\nactions = []\n'
    path.write_text(wrong, encoding="utf-8")
    assert "axe str-99 : « maturite-numerique » n’a pas de question « str-99 »" in refusal(path)
