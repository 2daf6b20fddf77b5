# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""How the French reads: lengths, typography, acronyms; always warnings, never in the way."""

import pytest

from autodiag.catalogue.load import load_knowledge, load_questionnaire
from tests.catalogue.files import ACTIONS, DESK, OBLIGATIONS, TOOLS, Folder
from tests.support.plain import plain

Q1 = f"{TOOLS}, question out-1"
LONG = "Un texte qui n’en finit pas de dire ce qui tiendrait en trois mots. " * 4


@pytest.mark.parametrize(
    ("file", "old", "new", "line"),
    [
        (
            *(TOOLS, "On en parle, sans rien décider.", LONG[:161]),
            f"{Q1}, niveau 2 : niveaux : 161 caractères, 160 au plus se lisent bien (« Un texte",
        ),
        (
            *(TOOLS, "Chaque service s’arrange.", LONG[:170]),
            f"{Q1}, variante grande, niveau 1 : niveaux : 170 caractères, 160 au plus",
        ),
        (TOOLS, "Combien d’ordinateurs servent", LONG.strip(), "out-3 : texte : "),
        (
            ACTIONS,
            "Copier les fichiers chaque semaine",
            LONG[:121],
            "titre : 121 caractères, 120 au",
        ),
        (DESK, "L’idée est discutée.", "L'idée est discutée.", "niveaux : apostrophe droite"),
        (
            *(DESK, "L’idée est discutée.", "L’idée est discutée : bientôt."),
            "niveau 2 : niveaux : espace insécable manquante avant :",
        ),
        (
            *(DESK, "L’idée est discutée.", "L’idée suit le RGPD."),
            f"{DESK}, question acc-1, niveau 2 : niveaux : sigle absent du glossaire : « RGPD »",
        ),
        (ACTIONS, "Acheter un disque.", "Acheter un NAS.", "action copie-hebdo, étape 1 : etapes"),
        (OBLIGATIONS, "Copie d’essai", "Copie d'essai", "obligation COPIE : titre : apostrophe"),
    ],
)
def test_a_fault_of_style_is_a_warning(
    folder: Folder, file: str, old: str, new: str, line: str
) -> None:
    [problem] = folder.replace(file, old, new).problems()
    assert problem.severity == "avertissement"
    assert line in plain(problem.line)
    load_questionnaire(folder.path)
    load_knowledge(folder.path, folder.knowledge)


def test_a_word_of_the_glossary_may_be_used(folder: Folder) -> None:
    folder.replace(DESK, "L’idée est discutée.", "L’idée suit le RGPD et la DETR.")
    folder.append(
        "knowledge/glossaire.toml",
        '\n[[glossaire]]\nterme = "RGPD"\ndefinition = "Un règlement."\n'
        '\n[[glossaire]]\nterme = "DETR / DSIL"\ndefinition = "Deux aides."\n',
    )
    assert folder.problems() == []


def test_roman_numbers_and_references_are_no_acronyms(folder: Folder) -> None:
    folder.replace(DESK, "L’idée est discutée.", "L’idée date du XXI siècle.")
    folder.replace(OBLIGATIONS, "Aucun\u00a0: exemple d’essai", "CGCT, art. 1")
    assert folder.problems() == []


def test_ids_conditions_and_addresses_are_not_read_as_french(folder: Folder) -> None:
    folder.replace("knowledge/sources.toml", "Aucune", "https://exemple.fr/a?b : lu l'an 2026")
    assert folder.problems() == []


def test_errors_come_before_warnings(folder: Folder) -> None:
    folder.replace(TOOLS, "l’abri", "l'abri")
    folder.replace(DESK, 'type = "note"', 'type = "notes"')
    severities = [problem.severity for problem in folder.problems()]
    assert severities == sorted(severities, key=["erreur", "avertissement"].index)
    assert set(severities) == {"erreur", "avertissement"}
