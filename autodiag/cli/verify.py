# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«verifier»: every problem of a questionnaire folder or of a dossier, in French."""

from argparse import Namespace
from pathlib import Path

from autodiag.catalogue.load import check_folder
from autodiag.catalogue.problems import errors_in
from autodiag.cli.opened import opened
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError
from autodiag.text.typography import french


def run_verify(options: Namespace, surroundings: Surroundings) -> int:
    """0 when nothing keeps it from being used; remarks of style are told too."""
    path = Path(options.path)
    if path.is_dir():
        return _verify_questionnaire(path, surroundings)
    return _verify_dossier(path, surroundings)


def _verify_questionnaire(folder: Path, surroundings: Surroundings) -> int:
    problems = check_folder(folder, surroundings.bundle.knowledge)
    errors = errors_in(problems)
    for problem in problems:
        kind = "Erreur" if problem.severity == "erreur" else "Remarque"
        surroundings.say(french(f"{kind} – {problem.line}"))
    if errors:
        raise AutodiagError(
            "questionnaire_fautif", source=folder.name, combien=_points(len(errors))
        )
    remarks = len(problems)
    end = f"{remarks} remarque{'s' if remarks > 1 else ''}" if remarks else "rien à signaler"
    print(french(f"« {folder.name} » peut servir : {end}."), file=surroundings.out)
    return 0


def _verify_dossier(path: Path, surroundings: Surroundings) -> int:
    with opened(path, surroundings) as found:
        strangers = [
            question
            for question in found.snapshot.assessment.answers
            if question not in found.snapshot.questionnaire.questions
        ]
        answered = len(found.snapshot.assessment.answers) - len(strangers)
        name = found.snapshot.authority.name
        why = found.dossier.access.why_read_only
    if strangers:
        raise AutodiagError("dossier_reponses_etrangeres", liste=", ".join(sorted(strangers)))
    if why is not None:
        surroundings.say(french(why.sentence))
    end = f"{answered} réponse{'s' if answered > 1 else ''}, tout est lisible"
    print(french(f"Dossier de {name}\u00a0: {end}."), file=surroundings.out)
    return 0


def _points(number: int) -> str:
    return f"{number} point{'s' if number > 1 else ''}"
