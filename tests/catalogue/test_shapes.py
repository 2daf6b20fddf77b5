# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Second stage: wrong keys and types, said in French at their place, and the rest still checked."""

import pytest

from autodiag.catalogue.faults import MAX_PROBLEMS
from tests.catalogue.files import ACTIONS, COMBINATIONS, OBLIGATIONS, PORTRAITS, ROOT, TOOLS, Folder

Q1 = f"{TOOLS}, question out-1"


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            TOOLS,
            "exemple =",
            "exampel =",
            f"{Q1} : nom inconnu (clé) « exampel » ; vouliez-vous dire",
        ),
        (
            TOOLS,
            "[questions.variantes.grande]",
            '[questions.variantes.grande]\ntexte_elu = "x"',
            f"{Q1}, variante grande : nom inconnu (clé) « texte_elu » ; vouliez-vous dire « texte",
        ),
        (
            TOOLS,
            'avec = "acc-1"',
            'avec = "acc-1"\nmesage = "x"',
            (
                f"{Q1}, cohérence acc-1 : nom inconnu (clé) "
                "« mesage » ; vouliez-vous dire « message » ?"
            ),
        ),
        (
            ROOT,
            'theme_pilote = "outils"',
            'theme_pilote = "outils"\ntheme_pilot = "outils"',
            f"{ROOT} : nom inconnu (clé) « theme_pilot » ; vouliez-vous dire « theme_pilote » ?",
        ),
        (ROOT, 'titre = "Cinq questions"\n', "", f"{ROOT} : il manque « titre »"),
        (TOOLS, "express = true", 'express = "oui"', "il faut true (oui) ou false (non)"),
        (TOOLS, "poids = 2", 'poids = "2"', "« poids » : il faut un nombre entier"),
        (TOOLS, "poids = 2", "poids = 2.5", "« poids » : il faut un nombre entier"),
        (TOOLS, "poids = 2", "poids = 0", "« poids » : il faut au moins 1"),
        (TOOLS, "poids = 2", "poids = 1000000000", "« poids » : il faut au plus 10"),
        (TOOLS, 'type = "choix"', 'type = "chois"', "vouliez-vous dire « choix » ?"),
        (
            TOOLS,
            '"Personne ne s’en occupe."',
            "3",
            f"{Q1}, niveau 1 : « niveaux » : il faut un texte entre guillemets",
        ),
        (
            TOOLS,
            'id = "out-1"',
            'id = "out 1"',
            "« out 1 » ne convient pas comme nom court (identifiant)",
        ),
        (TOOLS, "maximum = 5000", "maximum = inf", "« maximum » : il faut un nombre ordinaire"),
        (TOOLS, "maximum = 5000", "maximum = 5" + "0" * 400, "« maximum » : il faut un nombre"),
        (TOOLS, "maximum = 5000", "maximum = true", "« maximum » : il faut un nombre, sans"),
        (TOOLS, "poids = 2", "poids = true", "« poids » : il faut un nombre entier"),
        (TOOLS, "poids = 2", "poids = 9" + "9" * 400, "« poids » : il faut au plus 10"),
        (
            TOOLS,
            'a_qui_demander = ["secretaire", "prestataire"]',
            f"a_qui_demander = {['secretaire'] * 61}",
            "« a_qui_demander » : trop d’éléments : 60 au plus",
        ),
        (
            TOOLS,
            "[questions.variantes.grande]",
            '[questions.variantes."à part"]',
            (
                f"{Q1}, variante à part : « à part » : "
                "« à part » ne convient pas comme nom court (identifiant)"
            ),
        ),
        (
            TOOLS,
            'pourquoi = "Une copie',
            'pourquoi = "\\u0007Une copie',
            "« pourquoi » : ce texte contient un caractère invisible interdit",
        ),
        (
            ROOT,
            'si = "type = epci"',
            'si = "typ = epci"',
            "« si » : condition « typ = epci » non comprise : « typ » n’est pas connu ; voul",
        ),
        (ROOT, 'si = "type = epci"', "si = 3", "« si » : il faut un texte entre guillemets"),
        (ROOT, 'date = "2026-11-21"', 'date = "21/11/2026"', "cette date s’écrit AAAA-MM-JJ"),
        (PORTRAITS, 'id = "stratege"', 'id = "strategie"', "vouliez-vous dire « stratege » ?"),
        (PORTRAITS, "max = 4", "max = 5", "lecture outils : « max » : il faut au plus 4"),
        (ACTIONS, "delai_mois = 1\n", "", "action copie-regle : il manque « delai_mois »"),
        (
            ACTIONS,
            "{ min = 0.5, max = 1 }",
            "{ min = -1, max = 1 }",
            "« min » : il faut au moins 0",
        ),
        (ACTIONS, "vers = 2", "vers = 5", "effet out-1 : « vers » : il faut au plus 4"),
        (ACTIONS, 'moins_3500 = "prioritaire"', 'moins_3500 = "priorité"', "vouliez-vous dire"),
        (COMBINATIONS, "vers = 4", "vers = 0", "combinaison out-1 : « vers » : il faut au moins 1"),
        (OBLIGATIONS, 'nature = "devoir"', 'nature = "devoirs"', "vouliez-vous dire « devoir » ?"),
        (OBLIGATIONS, 'statut = "vu"', "statut = true", "il faut un texte parmi « vu »"),
    ],
)
def test_a_fault_of_shape_is_said_in_french_at_its_place(
    folder: Folder, file: str, old: str, new: str, line: str
) -> None:
    lines = folder.replace(file, old, new).lines()
    assert any(line in one and one.startswith(file.removeprefix("knowledge/")) for one in lines), (
        lines
    )


def test_one_wrong_key_brings_no_other_problem(folder: Folder) -> None:
    """The question without its unknown key is still there for what refers to it."""
    folder.replace(TOOLS, 'type = "nombre"', 'type = "nombre"\ncouleur = "bleu"')
    assert folder.only() == f"{TOOLS}, question out-3 : nom inconnu (clé) « couleur »"


def test_a_faulty_question_is_not_reported_as_unknown_elsewhere(folder: Folder) -> None:
    """out-1 cannot be built; the actions, the socle and the obligation that name it are right."""
    folder.replace(TOOLS, "poids = 2", "poids = 'deux'")
    assert folder.only() == f"{Q1} : « poids » : il faut un nombre entier, sans guillemets"


def test_faults_of_every_stage_and_file_are_told_together(folder: Folder) -> None:
    folder.replace(ROOT, 'theme_pilote = "outils"', 'theme_pilote = "outil"')
    folder.replace(TOOLS, "exemple =", "example =")
    folder.replace(TOOLS, 'id = "out-3"', 'id = "out-2"')
    folder.replace(ACTIONS, 'pilote = "secretaire"', 'pilote = "secretair"')
    folder.replace(COMBINATIONS, '"copie-essai"', '"copie-esai"')
    folder.replace(OBLIGATIONS, '["essai"]', '["absente"]')
    lines = folder.lines()
    for said in (
        "vouliez-vous dire « outils » ?",
        "vouliez-vous dire « exemple » ?",
        "le nom court (identifiant) « out-2 » sert à deux questions",
        "acteur inconnu « secretair » ; vouliez-vous dire « secretaire » ?",
        "action inconnue « copie-esai » ; vouliez-vous dire « copie-essai » ?",
        "source inconnue « absente »",
    ):
        assert any(said in line for line in lines), (said, lines)
    assert len(lines) == 6


def test_a_faulty_root_does_not_hide_the_faults_of_the_themes(folder: Folder) -> None:
    folder.replace(ROOT, 'titre = "Cinq questions"', "titre = 5")
    folder.replace(TOOLS, 'avec = "acc-1"', 'avec = "acc-9"')
    assert folder.lines() == [
        f"{ROOT} : « titre » : il faut un texte entre guillemets",
        f"{Q1}, cohérence acc-9 : question inconnue « acc-9 » ; vouliez-vous dire « acc-3 » ?",
    ]


def test_a_theme_whose_questions_are_all_faulty_is_still_a_theme(folder: Folder) -> None:
    """Its name and the names of its questions are still known to what refers to them."""
    folder.replace(TOOLS, "[[questions]]", "[[questions]]\npoids = 0", times=9)
    folder.replace(TOOLS, "poids = 2\n", "")
    assert folder.lines() == [
        f"{TOOLS}, question out-{rank} : « poids » : il faut au moins 1" for rank in (1, 2, 3)
    ]


def test_thousands_of_faults_are_counted_rather_than_listed(folder: Folder) -> None:
    keys = "\n".join(f"inconnue{i} = 1" for i in range(5000))
    folder.write(TOOLS, keys + "\n" + (folder.path / TOOLS).read_text(encoding="utf-8"))
    lines = folder.lines()
    assert len(lines) == MAX_PROBLEMS + 1
    assert any(line == f"{TOOLS} : et 4900 autres du même ordre" for line in lines)


def test_a_table_where_a_text_is_due_and_the_reverse(folder: Folder) -> None:
    folder.write(TOOLS, 'id = "outils"\ntitre = {a = 1}\nquestions = ["x", 3]\n')
    lines = [line for line in folder.lines() if line.startswith(TOOLS)]
    assert lines == [
        f"{TOOLS} : « titre » : il faut un texte entre guillemets",
        f"{TOOLS}, question 1 : « questions » : il faut des lignes « nom = valeur » (une table)",
        f"{TOOLS}, question 2 : « questions » : il faut des lignes « nom = valeur » (une table)",
    ]
