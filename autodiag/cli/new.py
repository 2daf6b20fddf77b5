# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«nouveau»: a dossier for a collectivité, empty or filled from an answers file."""

from argparse import Namespace
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from types import MappingProxyType

from autodiag.catalogue.answers import MAX_BYTES, read_answers
from autodiag.catalogue.load import load_knowledge, load_questionnaire, pack_questionnaire
from autodiag.catalogue.problems import did_you_mean
from autodiag.cli.opened import NO_COPY
from autodiag.cli.remarks import REMARK, odd_said
from autodiag.cli.surroundings import Surroundings
from autodiag.contributing import refuse_contribution
from autodiag.dossier.creation import NewDossier, create_dossier
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Assessment
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Questionnaire
from autodiag.places.identifiers import SIRET_LENGTH, compact, siret_of
from autodiag.places.places import Places
from autodiag.places.typed import typed_authority
from autodiag.scoring.wording import under_their_wording
from autodiag.text.numbers import count

EXTENSION = ".autodiag"
YES_NO = {"oui": True, "non": False}
OTHER_KIND = (
    "Les questions et les actions sont écrites pour les communes et les intercommunalités : "
    "certaines ne conviendront pas ici. Répondez alors « sans objet », avec le motif."
)


def run_new(options: Namespace, surroundings: Surroundings) -> int:
    """Creates the dossier, whole or not at all. Nothing is printed but where it is."""
    target = _target(options.path)
    folder = questionnaire_folder(surroundings, options.questionnaire)
    authority = _with_siret(_authority(options, surroundings), options)
    facts = _facts(options.fait, surroundings)
    day = read_day(options.date) if options.date else surroundings.today
    questionnaire = load_questionnaire(folder)
    answers: dict[str, Answer] = {}
    if options.reponses:
        answers = answers_in(Path(options.reponses), questionnaire)
    new = NewDossier(
        authority,
        pack_questionnaire(folder),
        questionnaire.id,
        day,
        facts,
        under_their_wording(answers, questionnaire, authority, facts),
    )
    with create_dossier(target, surroundings.author, new, copies_in=surroundings.copies) as made:
        if made.copy_problem is not None:
            surroundings.say(NO_COPY)
            surroundings.say_error(made.copy_problem)
    _tell(new, surroundings)
    given = Assessment(questionnaire.id, day, MappingProxyType({**new.answers}))
    for remark in odd_said(questionnaire, given, authority, facts):
        surroundings.say(REMARK.format(texte=remark))
    print(target, file=surroundings.out)
    return 0


def questionnaire_folder(surroundings: Surroundings, name: str) -> Path:
    """The folder of an installed questionnaire, or of the technician's own, given by its path.

    Raises `questionnaire_inconnu`.
    """
    among = surroundings.bundle.questionnaires
    installed = sorted(path.parent.name for path in among.glob("*/questionnaire.toml"))
    if name in installed:
        return among / name
    if name and Path(name).is_dir():
        return Path(name).resolve()
    raise AutodiagError(
        "questionnaire_inconnu",
        id=name,
        proche=did_you_mean(name, installed) or ".",
        liste=", ".join(installed),
    )


def _target(text: str) -> Path:
    target = Path(text)
    if target.suffix.lower() != EXTENSION:
        example = f"{target.stem or 'mairie'}{EXTENSION}"
        raise AutodiagError("dossier_nom", fichier=text, exemple=example)
    if not target.parent.is_dir():
        raise AutodiagError("sortie_sans_dossier", dossier=target.parent)
    return target


def _tell(new: NewDossier, surroundings: Surroundings) -> None:
    """Whose dossier it is: a wrong code is seen at once."""
    authority = new.authority
    place = f" ({authority.department})" if authority.department else ""
    size = "population inconnue"
    if authority.population is not None:
        size = count(authority.population, "habitant")
    surroundings.say(f"{authority.name}{place}, {size}, {count(len(new.answers), 'réponse')}.")
    if authority.kind not in ("commune", "epci"):
        surroundings.say(OTHER_KIND)


def _authority(options: Namespace, surroundings: Surroundings) -> LocalAuthority:
    if options.nom is not None:
        if options.type is None:
            raise AutodiagError("type_manquant")
        return typed_authority(options.nom, options.type, options.population)
    if options.type is not None or options.population is not None:
        raise AutodiagError("identite_en_double")
    with Places(surroundings.bundle.places) as places:
        if options.commune is not None:
            return places.by_insee(options.commune)
        return places.by_siren(options.siren)


def _with_siret(authority: LocalAuthority, options: Namespace) -> LocalAuthority:
    """A SIRET that was typed, also in place of the SIREN, is kept. Raises AutodiagError."""
    typed = options.siret
    if not typed and len(compact(options.siren or "")) == SIRET_LENGTH:
        typed = options.siren
    return replace(authority, siret=siret_of(typed, authority.siren))


def _facts(texts: Sequence[str], surroundings: Surroundings) -> dict[str, bool]:
    if not texts:
        return {}
    bundle = surroundings.bundle
    # the facts are those installed, whatever the questionnaire
    known = load_knowledge(bundle.questionnaires, bundle.knowledge).facts
    facts: dict[str, bool] = {}
    for text in texts:
        fact, value = _fact(text, known)
        if facts.setdefault(fact, value) is not value:
            raise AutodiagError("fait_deux_fois", fait=fact)
    return facts


def _fact(text: str, known: Iterable[str]) -> tuple[str, bool]:
    fact, _, value = (part.strip().lower() for part in text.partition("="))
    ids = sorted(known)
    if fact not in ids:
        raise AutodiagError(
            "fait_inconnu", fait=fact, proche=did_you_mean(fact, ids) or ".", liste=", ".join(ids)
        )
    if value not in YES_NO:
        raise AutodiagError("fait_sans_valeur", fait=fact)
    return fact, YES_NO[value]


def read_day(text: str) -> date:
    """The day of «2026-11-21». Raises `date_invalide`."""
    try:
        day = date.fromisoformat(text)
    except ValueError:
        day = None
    if day is None or day.isoformat() != text:  # Python also reads 20261121 and 2026-W47-6
        raise AutodiagError("date_invalide", texte=text)
    return day


def answers_in(path: Path, questionnaire: Questionnaire) -> dict[str, Answer]:
    """The answers of a file. Raises AutodiagError: `contribution_sans_theme` for the contribution
    to a theme, whose other keys would all be told as unknown questions."""
    data = read_bytes(path)
    refuse_contribution(data, path.name)
    return read_answers(data, path.name, questionnaire)


def read_bytes(path: Path) -> bytes:
    """What is in the file, or just more than an answers file may have. Raises AutodiagError."""
    try:
        if path.exists() and not path.is_file():  # a device or a pipe may never end
            raise AutodiagError("reponses_illisibles", fichier=path.name)
        with path.open("rb") as file:
            return file.read(MAX_BYTES + 1)
    except FileNotFoundError:
        raise AutodiagError("reponses_introuvables", fichier=path.name) from None
    except OSError:
        raise AutodiagError("reponses_illisibles", fichier=path.name) from None
