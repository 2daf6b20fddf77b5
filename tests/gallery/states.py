# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The dossiers that the gallery shows: each state that a page can be in, on real files."""

import sqlite3
from collections.abc import Callable
from dataclasses import dataclass, replace
from pathlib import Path

from autodiag.catalogue.load import load_packed, load_questionnaire, pack_questionnaire
from autodiag.dossier.fillings import begin
from autodiag.dossier.next_year import start_next
from autodiag.dossier.opening import open_dossier
from autodiag.dossier.schema import FORMAT
from autodiag.example import make_example
from autodiag.model.assessment import Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.questionnaire import Question
from autodiag.places.places import Places
from tests.support.desks import SHIPPED, VILLAGE, Short, every, write_dossier
from ui.desk import Desk

LONG = LocalAuthority(
    "Saint-Remy-en-Bouzemont-Saint-Genest-et-Isson et communes déléguées de la vallée",
    population=1_284,
    department_code="51",
    department="Marne",
    region="Grand Est",
)


@dataclass(frozen=True, slots=True)
class State:
    """A name for the file, what it shows, and who writes the dossier."""

    id: str
    about: str
    write: Callable[[Path, Desk], None]
    held: bool = False
    """Whether somebody else has it open: it can only be read."""


def _example(path: Path, desk: Desk) -> None:
    make_example(path, desk.paths.bundle, desk.author)


def _answered(
    short: Short | None = None,
    *,
    authority: LocalAuthority = VILLAGE,
    only: str = "",
) -> Callable[[Path, Desk], None]:
    """One short answer to every question; `only` those of a theme, or «express»."""

    def write(path: Path, _desk: Desk) -> None:
        asked = load_questionnaire(SHIPPED)
        answers = {} if short is None else every(asked, short)
        chosen = {
            question.id
            for question in asked.questions.values()
            if only in ("", question.theme) or (only == "express" and question.express)
        }
        write_dossier(path, {q: a for q, a in answers.items() if q in chosen}, authority)

    return write


def _epci(path: Path, desk: Desk) -> None:
    with Places(desk.paths.bundle.places) as places:
        found = next(m.authority for m in places.search("roannais") if m.authority.kind == "epci")
    _answered(2, authority=found)(path, desk)


def _town(path: Path, desk: Desk) -> None:
    with Places(desk.paths.bundle.places) as places:
        _answered(1, authority=places.by_insee("42187"))(path, desk)


def _newer(path: Path, desk: Desk) -> None:
    _example(path, desk)
    connection = sqlite3.connect(path)
    connection.execute(f"PRAGMA user_version = {FORMAT + 1}")
    connection.commit()
    connection.close()


def _begun(path: Path, desk: Desk) -> None:
    """The example of a year ago, and this year’s diagnosis, where nothing is confirmed."""
    author = desk.author
    before = replace(author, clock=lambda: author.clock().replace(year=author.clock().year - 1))
    make_example(path, desk.paths.bundle, before)
    with open_dossier(path, author) as dossier:
        start_next(dossier, desk.today(), None, load_packed)


def _others(path: Path, desk: Desk) -> None:
    """The example, and each other questionnaire answered from end to end."""
    _example(path, desk)
    with open_dossier(path, desk.author) as dossier:
        for name in OTHERS:
            asked = load_questionnaire(SHIPPED.parent / name)
            begin(dossier, pack_questionnaire(SHIPPED.parent / name), name, desk.today())
            for rank, question in enumerate(asked.questions.values()):
                dossier.set_answer(question.id, _some(question, rank))


def _some(question: Question, rank: int) -> Answered:
    """An answer, another one from one question to the next."""
    if not question.choices:
        return Answered(3 + rank % 5)
    chosen = question.choices[rank % len(question.choices)].id
    return Answered((chosen,) if question.type == "choix_multiples" else chosen)


STATES = (
    State("rempli", "la commune d’exemple, entièrement remplie", _example),
    State("vide", "rien de répondu", _answered()),
    State("express", "les douze questions express seulement", _answered(1, only="express")),
    State("un-theme", "un seul thème répondu", _answered(2, only="strategie")),
    State("nsp", "tout « je ne sais pas »", _answered("nsp")),
    State("sans-objet", "tout « sans objet »", _answered("so")),
    State("haut", "tout au niveau 4", _answered(4)),
    State("nom-long", "un nom très long", _answered(2, authority=LONG)),
    State("epci", "une intercommunalité", _epci),
    State("ville", "une commune de quelques milliers d’habitants", _town),
    State("lecture-seule", "un dossier ouvert par quelqu’un d’autre", _example, held=True),
    State("plus-recent", "un dossier enregistré par une version plus récente", _newer),
)
BEGUN = State("annee-suivante", "un diagnostic repris de l’an passé, à confirmer", _begun)
OTHERS_FILLED = State("autres", "la commune d’exemple et ses autres questionnaires", _others)
PROPOSING = State("propositions", "la commune d’exemple, rien d’autre n’est répondu", _example)
MORE_STATES = (BEGUN, OTHERS_FILLED, PROPOSING)
"""Seen in every look, not in every test of the states."""
OTHERS = ("numerique-et-collectivites", "perception", "politique-numerique")
