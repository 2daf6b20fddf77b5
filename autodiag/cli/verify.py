# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«verifier»: every problem of a questionnaire, of a folder of them, of a pack of figures, or of a
dossier, in French."""

from argparse import Namespace
from pathlib import Path

from autodiag.benchmarks.pack_figures import pack_title
from autodiag.catalogue.load import check_folder, load_questionnaire
from autodiag.catalogue.packing import QUESTIONNAIRE_FILE
from autodiag.catalogue.problems import counted, errors_in
from autodiag.cli.surroundings import Surroundings
from autodiag.cli.verify_dossier import verify_dossier
from autodiag.errors import AutodiagError
from autodiag.linking.load import LINKS_FILE, load_links
from autodiag.local import check_pack_file, is_pack
from autodiag.text.numbers import count


def run_verify(options: Namespace, surroundings: Surroundings) -> int:
    """0 when nothing keeps it from being used; remarks of style are told too."""
    path = Path(options.path)
    if path.is_dir():
        return _verify_folder(path.resolve(), surroundings)
    if path.suffix == ".toml" and is_pack(path):
        return _verify_pack(path, surroundings)
    if path.suffix == ".toml":
        raise AutodiagError("questionnaire_fichier", fichier=path.name)
    return verify_dossier(path, surroundings)


def _verify_folder(folder: Path, surroundings: Surroundings) -> int:
    """One questionnaire; or each of those in a folder, then the links between them."""
    inside = sorted(one.parent for one in folder.glob(f"*/{QUESTIONNAIRE_FILE}"))
    if (folder / QUESTIONNAIRE_FILE).is_file() or not inside:
        return _verify_questionnaire(folder, surroundings)
    refused = 0
    for one in inside:
        try:
            _verify_questionnaire(one, surroundings)
        except AutodiagError as error:  # the others are verified all the same
            surroundings.say_error(error)
            refused = 1
    if not refused:
        path = surroundings.bundle.knowledge / LINKS_FILE
        links = load_links(path, [load_questionnaire(one) for one in inside])
        end = f"{count(len(links), 'lien')} entre questionnaires, rien à signaler"
        print(f"«\u202f{LINKS_FILE}\u202f» peut servir\u00a0: {end}.", file=surroundings.out)
    return refused


def _verify_questionnaire(folder: Path, surroundings: Surroundings) -> int:
    problems = check_folder(folder, surroundings.bundle.knowledge)
    for problem in problems:
        kind = "Erreur" if problem.severity == "erreur" else "Remarque"
        surroundings.say(f"{kind} – {problem.line}")
    if errors := len(errors_in(problems)):
        raise AutodiagError("questionnaire_fautif", source=folder.name, combien=counted(errors))
    end = count(len(problems), "remarque") if problems else "rien à signaler"
    print(f"« {folder.name} » peut servir : {end}.", file=surroundings.out)
    return 0


def _verify_pack(path: Path, surroundings: Surroundings) -> int:
    pack = check_pack_file(path, surroundings.bundle, surroundings.today)
    figures = count(len(pack.cells), "chiffre")
    print(
        f"«\u202f{path.name}\u202f» peut servir\u00a0: {pack_title(pack)}, {figures}.",
        file=surroundings.out,
    )
    return 0
