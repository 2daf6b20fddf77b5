# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Third stage: each rule refuses what breaks it, at its place, and accepts the whole folder."""

import pytest

from autodiag.catalogue.load import load_knowledge, load_questionnaire
from autodiag.errors import AutodiagError
from tests.catalogue.files import (
    ACTIONS,
    COMBINATIONS,
    DESK,
    OBLIGATIONS,
    PORTRAITS,
    ROOT,
    TOOLS,
    Folder,
    plain,
)

Q1 = f"{TOOLS}, question out-1"
A2 = "actions/02-accueil.toml"
FACTS = "knowledge/faits.toml"
PROPOSITIONS = "knowledge/propositions.toml"
STRATEGE = f"{ROOT}, notation, profil stratege"


def test_the_five_questions_have_no_problem(folder: Folder) -> None:
    assert folder.problems() == []


RULES = {
    "same theme": (DESK, 'id = "accueil"', 'id = "outils"', "sert à deux thèmes (déjà dans"),
    "same question": (
        *(DESK, 'id = "acc-3"', 'id = "out-3"'),
        (
            f"{DESK}, question out-3 : "
            "le nom court (identifiant) « out-3 » sert à deux questions (déjà"
        ),
    ),
    "same variant": (ROOT, 'id = "grande"', 'id = "epci"', "« epci » sert à deux variantes"),
    "same choice": (TOOLS, 'id = "personne"', 'id = "agent"', "« agent » sert à deux choix"),
    "same portrait": (PORTRAITS, 'id = "stratege"', 'id = "pragmatique"', "à deux profils"),
    "same action": (ACTIONS, 'id = "copie-essai"', 'id = "copie-regle"', "à deux actions"),
    "unsourced propositions": (
        *(PROPOSITIONS, 'source = "essai"', 'source = "essais"'),
        "propositions.toml : source inconnue « essais »",
    ),
    "unknown proposition": (
        *(PROPOSITIONS, "numero = 3", "numero = 4"),
        "proposition inconnue « 3 »",
    ),
    "same actor": ("knowledge/acteurs.toml", 'id = "maire"', 'id = "secretaire"', "deux acteurs"),
    "recycled id": (
        *(ROOT, 'out-0 = ["out-1"]', 'out-2 = ["out-1"]'),
        f"{ROOT}, renommage out-2 : « out-2 » a été retiré",
    ),
    "renamed to nothing": (
        *(ROOT, 'out-0 = ["out-1"]', 'out-0 = ["out-1", "out-9"]'),
        f"{ROOT}, renommage out-0 : question inconnue « out-9 » ; vouliez-vous dire « out-",
    ),
    "four levels": (
        *(TOOLS, '    "On en parle, sans rien décider.",\n', ""),
        f"{Q1} : 4 niveaux : il en faut cinq",
    ),
    "four levels in a variant": (
        *(TOOLS, '    "Un plan commun est discuté.",\n', ""),
        f"{Q1}, variante grande : 4 niveaux : il en faut cinq",
    ),
    "levels of a mark": (
        *(DESK, 'type = "note"', 'type = "note"\nniveaux = ["a"]'),
        "une question de type « note » n’a pas de niveaux",
    ),
    "scale": (ROOT, '    "3\u00a0: mise en œuvre engagée",\n', "", "l’échelle compte 4 degrés"),
    "choices of a number": (
        *(TOOLS, "minimum = 0", 'choix = [{ id = "a", texte = "A" }]\nminimum = 0'),
        "une question de type « nombre » n’a pas de choix",
    ),
    "bounds of a mark": (
        *(DESK, 'type = "note"', 'type = "note"\nminimum = 1'),
        "une question de type « note » n’a ni bornes ni unité",
    ),
    "no maximum": (TOOLS, "maximum = 5000\n", "", "a un minimum et un maximum"),
    "range upside down": (
        *(TOOLS, "minimum = 0", "minimum = 5000"),
        "question out-3 : le minimum (5000) n’est pas sous le maximum (5000)",
    ),
    "weight without reason": (
        *(TOOLS, 'poids_raison = "Sans copie, une panne efface tout."\n', ""),
        f"{Q1} : un poids de 2 se justifie : il manque « poids_raison »",
    ),
    "condition without reason": (
        *(DESK, 'motif_non_applicable = "La commune n’a pas d’école."\n', ""),
        "question acc-1 : avec « applicable », il manque « motif_non_applicable »",
    ),
    "variant": (
        *(TOOLS, "[questions.variantes.grande]", "[questions.variantes.grandes]"),
        f"{Q1} : variante inconnue « grandes » ; vouliez-vous dire « grande » ?",
    ),
    "coherence with nothing": (
        *(TOOLS, 'avec = "acc-1"', 'avec = "acc-11"'),
        f"{Q1}, cohérence acc-11 : question inconnue « acc-11 » ; vouliez-vous dire « acc-1 » ?",
    ),
    "coherence with itself": (TOOLS, 'avec = "acc-1"', 'avec = "out-1"', "ne se compare pas"),
    "coherence with a number": (TOOLS, 'avec = "acc-1"', 'avec = "out-3"', "deux questions à rép"),
    "reading of nothing": (
        *(PORTRAITS, 'theme = "outils"', 'theme = "outil"'),
        "lecture d’un thème inconnu « outil » ; vouliez-vous dire « outils » ?",
    ),
    "hole in readings": (PORTRAITS, "max = 2", "max = 1", "lecture outils : les lectures ne cou"),
    "empty reading": (PORTRAITS, "max = 2", "max = 0", "lecture outils : les lectures ne couvrent"),
    "S6 pilot theme": (
        *(ROOT, 'theme_pilote = "outils"', 'theme_pilote = "outil"'),
        f"{ROOT}, notation : theme_pilote : thème inconnu « outil » ; vouliez-vous dire « out",
    ),
    "S6 documented themes": (
        *(ROOT, "themes_documentes = 1", "themes_documentes = 7"),
        "themes_documentes : 7 pour 2 thèmes",
    ),
    "R3 socle": (
        *(ROOT, 'question = "out-1"', 'question = "out-3"'),
        "notation : socle : aucune question à réponses de 0 à 4 (à niveaux) ne se nomme « out-3 »",
    ),
    "P5 measure": (ROOT, '"global"', '"globale"', "mesure « globale » non comprise"),
    "P5 theme of a measure": (
        *(ROOT, "moyenne:outils,accueil", "moyenne:outils,acueil"),
        f"{STRATEGE} : thème inconnu « acueil » ; vouliez-vous dire « accueil » ?",
    ),
    "P5 no bound": (ROOT, ", min = 3 }", " }", "une condition a « min » ou « moins_de »"),
    "P5 two bounds": (ROOT, "min = 3 }", "min = 3, moins_de = 3 }", f"{STRATEGE} : une condition"),
    "P3 no last rule": (
        *(ROOT, "conditions = []", 'conditions = [{ mesure = "global", min = 1 }]'),
        "la dernière règle de profil, et elle seule, n’a pas de condition",
    ),
    "P3 same profile": (ROOT, 'profil = "retardataire"', 'profil = "stratege"', "deux règles"),
    "S7 falling profile": (
        *(ROOT, "moins_de = 2", "min = 2"),
        f"{ROOT}, notation, profil retardataire : avec cette règle, une meilleure note pourrait",
    ),
    "S10 no express": (
        *(DESK, "express = true\n", ""),
        (
            f"{DESK}, thème accueil : aucune question à réponses de 0 à 4 (à niveaux) "
            "du thème n’est express"
        ),
    ),
    "S10 express number": (
        *(TOOLS, 'type = "nombre"', 'type = "nombre"\nexpress = true'),
        "question out-3 : une question express a des niveaux",
    ),
    "P7 portrait": (
        *(PORTRAITS, 'id = "stratege"', 'id = "pragmatique"'),
        "il manque le portrait du profil « stratege »",
    ),
    "prerequisite": (
        *(ACTIONS, '["copie-regle"]', '["copie-regles"]'),
        "action copie-hebdo : prérequis inconnu « copie-regles » ; vouliez-vous dire « copie-",
    ),
    "cycle": (
        *(ACTIONS, 'pilote = "secretaire"', 'pilote = "secretaire"\nprerequis = ["copie-essai"]'),
        "les prérequis tournent en rond : « ",
    ),
    "waiting for itself": (
        *(ACTIONS, '["copie-regle"]', '["copie-hebdo"]'),
        "action copie-hebdo : les prérequis tournent en rond : « copie-hebdo » et « copie-hebdo »",
    ),
    "actor": (ACTIONS, '["prestataire"]', '["prestatair"]', "acteur inconnu « prestatair »"),
    "obligation of an action": (ACTIONS, '["COPIE"]', '["COPI"]', "obligation inconnue « COPI »"),
    "fact of an action": (A2, '"fait ecole"', '"fait ecoles"', "fait inconnu « ecoles » ; vouliez"),
    "fact of a fact": (
        FACTS,
        '"type = commune ou',
        '"fait x ou',
        "fait ecole : fait inconnu « x »",
    ),
    "span": (
        *(ACTIONS, "min = 80, max = 200", "min = 80, max = 20"),
        "« cout_initial_eur » : le minimum (80) dépasse le maximum (20)",
    ),
    "spending of nothing": (
        *(ACTIONS, "min = 80, max = 200 }", 'min = 0, max = 0 }\ndepense = "investissement"'),
        "« depense » qualifie le coût initial, qui est nul ici : retirez « depense »",
    ),
    "effect twice": (
        *(ACTIONS, "vers = 3 }]", 'vers = 3 }, { question = "out-1", vers = 2 }]'),
        "« fait_monter » cite deux fois la question « out-1 »",
    ),
    "combination of one": (
        *(COMBINATIONS, '"copie-hebdo", "copie-essai"', '"copie-essai"'),
        "combinaison out-1 : une combinaison réunit au moins deux actions différentes",
    ),
    "combination with nothing": (COMBINATIONS, '"copie-essai"', '"essai"', "action inconnue « ess"),
    "R2 combination below a member": (
        *(COMBINATIONS, "vers = 4", "vers = 3"),
        "combinaison out-1 : l’action « copie-hebdo » atteint déjà seule le niveau 3",
    ),
    "source": (OBLIGATIONS, '["essai"]', '["essais"]', "source inconnue « essais » ; vouliez-vous"),
    "topic of the handover without what to write": (
        *("knowledge/passation.toml", 'lieu = "Le contrat"\n', ""),
        "sujet site : il manque « lieu »",
    ),
    "R2 effect on nothing": (
        *(ACTIONS, '{ question = "out-1", vers = 3 }', '{ question = "out-11", vers = 3 }'),
        (
            "action copie-hebdo : aucune question à réponses de 0 à 4 (à niveaux) "
            "ne se nomme « out-11 » ; vouliez-vous dire « out"
        ),
    ),
    "R2 effect on a number": (
        *(ACTIONS, '{ question = "out-1", vers = 3 }', '{ question = "out-3", vers = 3 }'),
        "aucune question à réponses de 0 à 4 (à niveaux) ne se nomme « out-3 »",
    ),
    "theme of actions": (A2, 'theme = "accueil"', 'theme = "acueil"', "thème inconnu « acueil »"),
    "R1 nothing raises": (
        *(A2, 'fait_monter = [{ question = "acc-1", vers = 4 }]\n', ""),
        f"{DESK}, question acc-1 : aucune action ne fait monter cette question",
    ),
    "whom to ask": (TOOLS, '["secretaire", ', '["secretair", ', "acteur inconnu « secretair »"),
    "obligation of a question": (
        TOOLS,
        '["COPIE"]',
        '["COPIES"]',
        "obligation inconnue « COPIES »",
    ),
    "fact of a question": (
        DESK,
        '"fait ecole ',
        '"fait colle ',
        "fait inconnu « colle » ; vouliez",
    ),
    "fact of a variant": (
        *(ROOT, '"type = epci"', '"fait ecol"'),
        f"{ROOT}, variante epci : fait inconnu « ecol » ; vouliez-vous dire « ecole » ?",
    ),
    "variant of an action": (
        *(ACTIONS, "recurrent = true", 'recurrent = true\n[actions.variantes.epc]\ntitre = "A"'),
        f"{ACTIONS}, action copie-hebdo : variante inconnue « epc » ; vouliez-vous dire « epci » ?",
    ),
    "empty variant of an action": (
        *(ACTIONS, "recurrent = true", "recurrent = true\n[actions.variantes.epci]"),
        f"{ACTIONS}, action copie-hebdo, variante epci : cette variante ne change rien",
    ),
    "R7 theme": (OBLIGATIONS, '["outils"]', '["outil"]', "obligation COPIE : thème inconnu « out"),
    "R7 proof": (
        *(OBLIGATIONS, 'question = "out-1"', 'question = "out-3"'),
        "obligation COPIE : aucune question à réponses de 0 à 4 (à niveaux) ne se nomme « out-3 »",
    ),
    "R7 cleared by": (
        *(OBLIGATIONS, 'levee_par = ["copie-hebdo"]', 'levee_par = ["copie"]'),
        "obligation COPIE : action inconnue « copie »",
    ),
}


@pytest.mark.parametrize(("file", "old", "new", "said"), RULES.values(), ids=RULES)
def test_a_broken_rule_is_told_as_an_error(
    folder: Folder, file: str, old: str, new: str, said: str
) -> None:
    assert folder.problems() == []
    problems = folder.replace(file, old, new).problems()
    found = [problem for problem in problems if said in plain(problem.line)]
    assert found, [plain(problem.line) for problem in problems]
    assert found[0].severity == "erreur"


def test_a_long_cycle_names_its_actions_in_order(folder: Folder) -> None:
    folder.replace(
        ACTIONS, 'pilote = "secretaire"', 'pilote = "secretaire"\nprerequis = ["copie-essai"]'
    )
    [line] = [line for line in folder.lines() if "tournent en rond" in line]
    names = line.split("en rond : ")[1].replace(" et ", ", ").split(", ")
    circle = ["« copie-regle »", "« copie-essai »", "« copie-hebdo »"]
    at = circle.index(names[0])
    assert names == [*circle[at:], *circle[:at], names[0]]


def test_a_scored_questionnaire_without_actions_says_it_once(folder: Folder) -> None:
    for file in (folder.path / "actions").iterdir():
        file.unlink()
    folder.replace(OBLIGATIONS, 'levee_par = ["copie-hebdo"]', "levee_par = []")
    assert folder.only() == "actions : il n’y a aucune action : la feuille de route serait vide"


def test_obligations_of_another_questionnaire_are_not_held_to_this_one(folder: Folder) -> None:
    """Several questionnaires share the knowledge (R7)."""
    folder.replace(OBLIGATIONS, '["outils"]', '["strategie"]')
    folder.replace(OBLIGATIONS, '"out-1"', '"str-1"').replace(OBLIGATIONS, '"copie-hebdo"', '"x"')
    assert folder.problems() == []


def test_an_unscored_questionnaire_needs_no_action_portrait_or_express(folder: Folder) -> None:
    text = (folder.path / ROOT).read_text(encoding="utf-8")
    start, end = text.index("[notation]"), text.index("[renommages]")
    folder.write(ROOT, text[:start] + text[end:])
    for name in (*folder.path.glob("actions/*"), folder.path / PORTRAITS):
        name.unlink()
    folder.replace(DESK, "express = true\n", "")
    folder.replace(OBLIGATIONS, '["copie-hebdo"]', "[]").replace(OBLIGATIONS, '"out-1"', '"x"')
    folder.replace(OBLIGATIONS, '["outils"]', "[]")
    assert folder.problems() == []
    assert load_questionnaire(folder.path).scoring is None
    assert load_knowledge(folder.path, folder.knowledge).actions.actions == {}


def test_loading_refuses_with_every_error_and_no_warning(folder: Folder) -> None:
    folder.replace(ROOT, "themes_documentes = 1", "themes_documentes = 7")
    folder.replace(TOOLS, 'avec = "acc-1"', 'avec = "acc-9"')
    folder.replace(TOOLS, "l’abri", "l'abri", times=9)
    with pytest.raises(AutodiagError) as caught:
        load_questionnaire(folder.path)
    assert caught.value.code == "questionnaire_fautif"
    assert plain(caught.value.sentence).startswith(
        "Le questionnaire « essai » ne peut pas servir : 2 points à corriger."
    )
    assert len(caught.value.details) == 2


def test_knowledge_is_refused_with_every_error(folder: Folder) -> None:
    folder.replace(ACTIONS, '["copie-regle"]', '["copie-regles"]')
    folder.replace(OBLIGATIONS, '["essai"]', '["absente"]')
    with pytest.raises(AutodiagError) as caught:
        load_knowledge(folder.path, folder.knowledge)
    assert caught.value.code == "donnees_fautives"
    assert len(caught.value.details) == 2
