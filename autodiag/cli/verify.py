# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«verifier»: every problem of a questionnaire, of a folder of them, of a pack of figures, or of a
dossier, in French."""

from argparse import Namespace
from pathlib import Path

from autodiag.benchmarks.pack_figures import pack_title
from autodiag.catalogue.answers import fitting
from autodiag.catalogue.load import check_folder, load_packed, load_questionnaire
from autodiag.catalogue.packing import QUESTIONNAIRE_FILE
from autodiag.catalogue.problems import counted, errors_in
from autodiag.cli.opened import Opened, opened
from autodiag.cli.surroundings import Surroundings
from autodiag.errors import AutodiagError
from autodiag.linking.load import LINKS_FILE, load_links
from autodiag.local import check_pack_file, is_pack
from autodiag.text.numbers import count

NO_COPY_ELSEWHERE = (
    "Autodiag ne connaît aucune copie de ce dossier faite ailleurs. Pour en avoir une en cas de "
    "panne, copiez «\u202f{fichier}\u202f» sur une clé USB ou sur un autre ordinateur."
)


def run_verify(options: Namespace, surroundings: Surroundings) -> int:
    """0 when nothing keeps it from being used; remarks of style are told too."""
    path = Path(options.path)
    if path.is_dir():
        return _verify_folder(path.resolve(), surroundings)
    if path.suffix == ".toml" and is_pack(path):
        return _verify_pack(path, surroundings)
    if path.suffix == ".toml":
        raise AutodiagError("questionnaire_fichier", fichier=path.name)
    return _verify_dossier(path, surroundings)


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
    pack = check_pack_file(path, surroundings.bundle)
    figures = count(len(pack.cells), "chiffre")
    print(
        f"«\u202f{path.name}\u202f» peut servir\u00a0: {pack_title(pack)}, {figures}.",
        file=surroundings.out,
    )
    return 0


def _faults_of_others(found: Opened) -> list[str]:
    """What the other questionnaires cannot take: read again, as they are stored."""
    if not found.snapshot.others:
        return []
    return [
        f"{filled.questionnaire.title}, question {question}\u00a0: {fault}"
        for filled in found.dossier.snapshot(load_packed).others.values()
        for question, fault in fitting(filled.assessment, filled.questionnaire)[1].items()
    ]


def _verify_dossier(path: Path, surroundings: Surroundings) -> int:
    with opened(path, surroundings, tell_faults=False) as found:
        given = found.snapshot.assessment.answers
        faults = [f"question {question}\u00a0: {fault}" for question, fault in found.faults.items()]
        faults += _faults_of_others(found)
        copied = found.dossier.last_copy_elsewhere is not None
        strangers = sorted(given.keys() - found.snapshot.questionnaire.questions.keys())
        name = found.snapshot.authority.name
        why = found.dossier.access.why_read_only
        damaged = found.dossier.damaged_evidence()
    if why is not None:
        surroundings.say_error(why)
    if not copied:
        surroundings.say(NO_COPY_ELSEWHERE.format(fichier=path.name))
    if damaged:
        raise AutodiagError("dossier_pieces_abimees", details=damaged)
    if strangers:
        stranger = AutodiagError("dossier_reponses_etrangeres", liste=", ".join(strangers))
        if not faults:
            raise stranger
        surroundings.say_error(stranger)
    if faults:
        raise AutodiagError("dossier_reponses_inadaptees", details=faults)
    end = f"{count(len(given), 'réponse')}, tout est lisible"
    print(f"Dossier de {name} : {end}.", file=surroundings.out)
    return 0
