# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«auto-test»: does everything work on this computer? Each step is told as it ends."""

import json
from argparse import Namespace
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from autodiag.cli.opened import opened
from autodiag.cli.report import print_report
from autodiag.cli.roadmap import current_roadmap
from autodiag.cli.shapes import shape_score
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError
from autodiag.example import make_example
from autodiag.model.assessment import Answered
from autodiag.places.places import Places

FAILED = 1


def run_self_test(_: Namespace, surroundings: Surroundings) -> int:
    """0 when a dossier is created, answered, reopened, planned and printed; 1 at the first fault.

    Works in a temporary folder of the data folder: nothing of the user's is touched.
    """
    try:
        surroundings.data.mkdir(parents=True, exist_ok=True)
        temporary = TemporaryDirectory(prefix="auto-test-", dir=surroundings.data)
    except OSError:
        raise AutodiagError("dossier_emplacement", emplacement=surroundings.data) from None
    with temporary as name:
        apart = replace(surroundings, data=Path(name) / "donnees")
        return FAILED if any(_fails(step, Path(name), apart) for step in STEPS) else 0


def _fails(step: "Step", folder: Path, surroundings: Surroundings) -> bool:
    """Runs a step and says how it went."""
    words, run = step
    try:
        told = run(folder, surroundings)
    except AutodiagError as error:
        surroundings.say(f"{words} : ne fonctionne pas.")
        surroundings.say_error(error)
        return True
    except OSError as error:  # a file of the installation is not there, or cannot be read
        told = f"{error.filename or error} ne peut pas être lu ou écrit"
    if told:
        surroundings.say(f"{words} : ne fonctionne pas ({told}). Réinstallez Autodiag.")
        return True
    print(f"{words} : oui", file=surroundings.out, flush=True)
    return False


def _places(_: Path, surroundings: Surroundings) -> str:
    with Places(surroundings.bundle.places) as places:
        found = places.search("paris")
    return "" if found and found[0].authority.name == "Paris" else "Paris n’est pas trouvé"


def _create(folder: Path, surroundings: Surroundings) -> str:
    make_example(folder / "essai.autodiag", surroundings.bundle, surroundings.author)
    return ""


def _answer(folder: Path, surroundings: Surroundings) -> str:
    path = folder / "essai.autodiag"
    with opened(path, surroundings) as found:
        first = next(iter(found.snapshot.questionnaire.questions))
        found.dossier.set_answer(first, Answered(4))
    with opened(path, surroundings) as found:
        kept = found.snapshot.assessment.level(first)
    return "" if kept == 4 else "la réponse n’est pas dans le fichier"


def _score(folder: Path, surroundings: Surroundings) -> str:
    with opened(folder / "essai.autodiag", surroundings) as found:
        shape = json.loads(json.dumps(shape_score(found.snapshot, found.result)))
    return "" if shape["profil"]["classable"] else "l’exemple n’a pas de profil"


def _plan(folder: Path, surroundings: Surroundings) -> str:
    with opened(folder / "essai.autodiag", surroundings) as found:
        roadmap = current_roadmap(found)
    return "" if any(h.actions for h in roadmap.horizons) else "la feuille de route est vide"


def _print(folder: Path, surroundings: Surroundings) -> str:
    if not any((surroundings.bundle.resources / "fonts").glob("*.ttf")):
        return "les polices de caractères manquent"
    target = folder / "essai.pdf"
    with opened(folder / "essai.autodiag", surroundings) as found:
        print_report(found, target)
    return "" if target.read_bytes().startswith(b"%PDF") else "le fichier n’est pas un PDF"


Step = tuple[str, Callable[[Path, Surroundings], str]]
"""What is tried, and what is wrong with it, if anything, in a folder of its own."""

STEPS: tuple[Step, ...] = (
    ("Chercher une commune", _places),
    ("Créer un dossier", _create),
    ("Répondre, fermer, rouvrir", _answer),
    ("Calculer les scores", _score),
    ("Préparer la feuille de route", _plan),
    ("Imprimer le rapport", _print),
)
