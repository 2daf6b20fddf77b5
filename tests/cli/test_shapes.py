# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The JSON of `score`, `comparer` and `feuille-de-route`: the keys of contract section 7, exactly.

What is beyond the contract is written here too, so that nothing is added or lost unseen.
"""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from autodiag.catalogue.load import load_packed
from autodiag.dossier.author import Author
from autodiag.dossier.next_year import start_next
from autodiag.dossier.opening import open_dossier
from autodiag.model.assessment import Answered, Unknown
from tests.cli.console import NOON, Console
from tests.support.shipped import random_dossier, shipped_knowledge, shipped_questionnaire

THEME_KEYS = {
    "id",
    "etat",
    "bas",
    "haut",
    "repondues",
    "nsp",
    "sans_objet",
    "sans_reponse",
    "non_applicables",
}
COUNTS = ("repondues", "nsp", "sans_objet", "sans_reponse", "non_applicables")
COMPARATOR_KEYS = {
    "question",
    "repere",
    "etude",
    "annee",
    "annee_de",
    "n",
    "valeur",
    "borne",
    "marge",
    "proximite",
    "taille",
    "vous",
    "phrase",
}


def typed(answers: dict[str, Any]) -> dict[str, object]:
    """Answers in short, as a file gives them."""
    shown = {"so": {"sans_objet": "Pas ici"}}
    return {name: shown.get(short, short) for name, short in answers.items() if short is not None}


@pytest.fixture
def filled(console: Console) -> Console:
    """A terminal whose folder has a dossier filled at random."""
    console.new("--fait", "ecole=oui", answers=typed(random_dossier(7).answers))
    return console


def test_score(filled: Console) -> None:
    shape = filled("score", filled.path(), "--json").json
    assert set(shape) - {"apercu"} == {
        "questionnaire",
        "collectivite",
        "themes",
        "global",
        "profil",
    }
    assert shape["questionnaire"] == {"id": "maturite-numerique", "version": 1}
    assert shape["collectivite"] == {"nom": "Virigneux", "code_insee": "42336", "population": 618}
    assert [theme["id"] for theme in shape["themes"]] == [
        theme.id for theme in shipped_questionnaire().themes
    ]
    for theme in shape["themes"]:
        assert set(theme) == THEME_KEYS
        assert theme["etat"] in ("note", "sans_objet")
        assert all(type(theme[count]) is int for count in COUNTS)
        if theme["etat"] == "note":
            assert 0 <= theme["bas"] <= theme["haut"] <= 4
    total = sum(theme[count] for theme in shape["themes"] for count in COUNTS)
    assert total == len(shipped_questionnaire().questions)
    assert set(shape["global"]) == {"bas", "haut"}
    assert set(shape["profil"]) == {"classable", "bas", "haut", "certain"}


def test_depuis_says_what_changed_since_the_assessment_before(console: Console) -> None:
    path = console.new("--fait", "ecole=oui", answers={"str-1": 2, "edu-1": 1})
    assert "depuis" not in console("score", path, "--json").json
    with open_dossier(Path(path), Author("Marie", lambda: NOON)) as dossier:
        start_next(dossier, date(2030, 1, 2), None, load_packed)
        dossier.set_answer("str-1", Answered(4))
        dossier.set_facts({"ecole": False})
    since = console("score", path, "--json").json["depuis"]
    assert set(since) == {
        "date",
        "identite_d_alors",
        "questions_communes",
        "a_confirmer",
        "reponses_changees",
        "themes",
        "global",
    }
    assert since["identite_d_alors"] is True
    assert since["reponses_changees"] == ["str-1"]
    assert since["a_confirmer"] == 0, "that of the school no longer concerns them"
    strategy, school = (since["themes"][i] for i in (0, 2))
    low = strategy["bas"]
    assert low["total"] == low["reponses"] > 0
    assert low["applicabilite"] == low["questionnaire"] == 0
    assert school["bas"]["applicabilite"] != 0 or school["maintenant"] is None
    for theme in since["themes"]:
        if theme["bas"] is not None:
            parts = (theme["bas"][key] for key in ("reponses", "applicabilite", "questionnaire"))
            assert sum(parts) == pytest.approx(theme["bas"]["total"])
            moved = theme["maintenant"]["bas"] - theme["avant"]["bas"]
            assert moved == pytest.approx(theme["bas"]["total"])


def test_S3_a_score_has_all_its_decimals(console: Console) -> None:
    path = console.new(answers={"str-1": 3})
    strategy = console("score", path, "--json").json["themes"][0]
    weights = [q.weight for q in shipped_questionnaire().themes[0].questions]
    assert strategy["bas"] == pytest.approx(3 * weights[0] / sum(weights), abs=1e-9)


def test_S6_the_bounds_of_the_profile_are_null_when_it_is_not_classable(console: Console) -> None:
    shape = console("score", console.new(), "--json").json
    assert shape["profil"] == {"classable": False, "bas": None, "haut": None, "certain": False}
    assert shape["global"] == {"bas": 0.0, "haut": 4.0}


def test_S4_nothing_evaluable_is_null_not_zero(console: Console) -> None:
    nothing = {name: {"sans_objet": "Rien"} for name in shipped_questionnaire().questions}
    shape = console("score", console.new(answers=nothing), "--json").json
    assert shape["global"] is None
    assert {theme["etat"] for theme in shape["themes"]} == {"sans_objet"}
    assert {theme["bas"] for theme in shape["themes"]} == {None}


def test_compare(filled: Console) -> None:
    shape = filled("comparer", filled.path(), "--json").json
    assert set(shape) == {"comparateurs", "sans_repere", "series", "lectures"}
    assert {one["theme"] for one in shape["series"]} >= {"donnee", "cyber"}
    steps = [point["etape"] for one in shape["series"] for point in one["points"]]
    assert {"lu", "rupture", "marge", None} <= set(steps)
    assert all(
        (point["ecart"] is not None) == (point["etape"] == "lu")
        for one in shape["series"]
        for point in one["points"]
    )
    for reading in shape["lectures"]:
        assert reading["citation"]
        assert all(0 <= one["bas"] <= one["haut"] <= 4 for one in reading["themes"])
    assert shape["comparateurs"]
    questions = shipped_questionnaire().questions
    assert set(shape["sans_repere"]) < set(questions)
    for comparator in shape["comparateurs"]:
        assert set(comparator) == COMPARATOR_KEYS
        assert comparator["question"] in questions
        assert (comparator["annee"] is None) is (comparator["annee_de"] is None)
        assert comparator["annee_de"] in ("terrain", "publication", None)
        assert comparator["marge"] is None or comparator["marge"] > 0
        assert comparator["taille"] in ("meme", "autre")
        assert comparator["vous"] in ("dans", "hors", "a_verifier", "non_compare")
        assert comparator["phrase"]
    # contract B4: those that have no figure of this size
    same = {one["question"] for one in shape["comparateurs"] if one["taille"] == "meme"}
    assert not same & set(shape["sans_repere"])


def test_roadmap(filled: Console) -> None:
    shape = filled("feuille-de-route", filled.path(), "--json").json
    contract = {"horizons", "ecartees", "obligations", "projection", "optimal"}
    more = {"capacite", "plus_court_chemin", "debut", "trimestres", "propositions"}
    assert set(shape) == contract | more
    assert [one["numero"] for one in shape["propositions"]] == list(range(1, 11))
    assert [horizon["id"] for horizon in shape["horizons"]] == ["0-6", "6-18", "18-36"]
    for horizon in shape["horizons"]:
        assert set(horizon) == {"id", "actions", "jours", "euros", "trop"}
        for action in horizon["actions"]:
            contract = {"id", "effort_jours", "cout_eur", "obligation"}
            assert set(action) == contract | {"nature", "titre", "si_confirme", "retenue"}
            assert len(action["effort_jours"]) == len(action["cout_eur"]) == 2
            assert type(action["obligation"]) is bool
    assert shape["ecartees"]
    assert all(set(left) == {"id", "motif", "phrase"} for left in shape["ecartees"])
    states = {"remplie", "non_remplie", "a_verifier", "rappel", "sans_objet"}
    assert {one["id"] for one in shape["obligations"]} == set(shipped_knowledge().obligations)
    assert {one["etat"] for one in shape["obligations"]} <= states
    assert set(shape["projection"]) == {"global", "profil"}
    assert set(shape["projection"]["profil"]) == {"classable", "bas", "haut", "certain"}
    assert type(shape["optimal"]) is bool


def test_the_plan_raises_what_the_score_says(filled: Console) -> None:
    before = filled("score", filled.path(), "--json").json["global"]
    after = filled("feuille-de-route", filled.path(), "--json").json["projection"]["global"]
    assert after["bas"] > before["bas"]


def test_a_hand_edited_dossier_with_a_stranger_answer_gives_only_what_is_asked(
    console: Console,
) -> None:
    path = console.new(answers={"str-1": 3})
    with open_dossier(path, Author("Test", lambda: NOON, "TEST")) as dossier:
        dossier.set_answer("jadis-1", Unknown())
    assert console("reponses", path, "--json").json == {"str-1": 3}
    assert "jadis-1" in console("verifier", path).refused
