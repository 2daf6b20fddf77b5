# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""A contribution to one theme as a file that goes from one machine to another, and back.

Reads and compares; writes in no dossier.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import cast

from autodiag.catalogue.answers import MAX_BYTES, read_answers, write_answers
from autodiag.catalogue.problems import did_you_mean
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answer, Answered
from autodiag.model.authority import LocalAuthority
from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Question, Questionnaire, Theme
from autodiag.scoring.contributions import Contribution
from autodiag.scoring.handed import answer_said
from autodiag.text.typography import NARROW, plain

LONGEST_WHO = 120
_SIREN = 9


@dataclass(frozen=True, slots=True)
class Received:
    """What a file brings to a dossier. `differing` are the questions answered otherwise there:
    nothing is written over without being asked."""

    theme: Theme
    who: str
    answers: dict[str, Answer]
    differing: tuple[str, ...] = ()


def theme_of(questionnaire: Questionnaire, theme_id: str) -> Theme:
    """Raises `questionnaire_pas_par_theme` and `theme_inconnu`."""
    if not questionnaire.by_theme:
        raise AutodiagError("questionnaire_pas_par_theme", titre=questionnaire.title)
    ids = [theme.id for theme in questionnaire.themes]
    for theme in questionnaire.themes:
        if theme.id == theme_id:
            return theme
    near = did_you_mean(theme_id, ids) or "."
    raise AutodiagError("theme_inconnu", theme=theme_id, proche=near, liste=", ".join(ids))


def clean_who(text: str) -> str:
    """A name or a role on one line."""
    return " ".join("".join(c if c.isprintable() else " " for c in text).split())[:LONGEST_WHO]


def shape_contribution(snapshot: Snapshot, one: Contribution) -> dict[str, object]:
    """The contribution, ready for JSON: without what is not asked, or still to be confirmed."""
    authority = snapshot.authority
    given = {name: snapshot.assessment.answers[name] for name in one.given}
    return {
        "collectivite": {
            "nom": authority.name,
            "siret": authority.siret,
            "siren": authority.siren,
            "code_insee": authority.insee,
        },
        "questionnaire": {
            "id": snapshot.questionnaire.id,
            "version": snapshot.questionnaire.version,
        },
        "theme": one.theme.id,
        "titre": one.theme.title,
        "qui": one.who,
        "date": one.at[:10] or None,
        "complete": one.state == "complete",
        "reponses": write_answers(given),
    }


def receive(data: bytes, name: str, snapshot: Snapshot, theme_id: str = "") -> Received:
    """What a file of contribution brings to the filling shown; `theme_id`: the theme it must be
    of. Raises AutodiagError: no contribution, another collectivité, questionnaire or theme, or
    answers that the questions do not take."""
    found = _read(data, name)
    about = found["questionnaire"]
    ours = snapshot.questionnaire
    if about.get("id") != ours.id or about.get("version") != ours.version:
        raise AutodiagError(
            "contribution_autre_questionnaire",
            fichier=name, titre=ours.title, version=str(ours.version),
        )  # fmt: skip
    _require_same(found["collectivite"], snapshot.authority, name)
    theme = theme_of(ours, str(found["theme"]))
    if theme_id and theme.id != theme_id:
        raise AutodiagError("contribution_autre_theme", fichier=name, theme=theme.title)
    alone = replace(ours, themes=(theme,))
    text = json.dumps(found["reponses"], ensure_ascii=False)
    given = read_answers(text.encode("utf-8", "surrogatepass"), name, alone)
    answers = snapshot.assessment.answers
    differing = [q for q, answer in given.items() if q in answers and not _same(answer, answers[q])]
    return Received(theme, clean_who(str(found["qui"])), given, tuple(differing))


def refuse_contribution(data: bytes, name: str) -> None:
    """Where a plain file of answers is expected. Raises `contribution_sans_theme`, which says how
    to take this one back."""
    try:
        theme = str(_read(data, name)["theme"])
    except AutodiagError:  # it is none
        return
    raise AutodiagError("contribution_sans_theme", fichier=name, theme=clean_who(theme))


def differences(received: Received, snapshot: Snapshot) -> Sequence[str]:
    """A line a question that is answered otherwise: here, and in the file."""
    known = snapshot.questionnaire.questions
    return [
        f"{known[name].wording().text}\u00a0: ici {_said(known[name], here)}, dans la "
        f"contribution {_said(known[name], received.answers[name])}"
        for name in received.differing
        if (here := snapshot.assessment.answers.get(name)) is not None
    ]


def _said(question: Question, answer: Answer) -> str:
    return f"«{NARROW}{plain(answer_said(question, answer, question.wording()))}{NARROW}»"


def _same(one: Answer, other: Answer) -> bool:
    """Whatever the wording they were given under."""
    if isinstance(one, Answered) and isinstance(other, Answered):
        return one.value == other.value
    return one == other


def _read(data: bytes, name: str) -> dict[str, dict[str, object]]:
    """The parts of the file. Raises `contribution_illisible`."""
    try:
        # a file that is too large is cut, hence not read
        text = data[:MAX_BYTES].decode("utf-8-sig")
        found: object = json.loads(text, object_pairs_hook=_once)
    except (ValueError, RecursionError):
        raise AutodiagError("contribution_illisible", fichier=name) from None
    parts = ("collectivite", "questionnaire", "theme", "reponses")
    kinds = (dict, dict, str, dict)
    table = cast("dict[str, dict[str, object]]", found) if isinstance(found, dict) else {}
    if not all(isinstance(table.get(key), kind) for key, kind in zip(parts, kinds, strict=True)):
        raise AutodiagError("contribution_illisible", fichier=name)
    return {"qui": cast("dict[str, object]", ""), **table}


def _once(pairs: list[tuple[str, object]]) -> dict[str, object]:
    found = dict(pairs)
    if len(found) != len(pairs):
        raise ValueError("a key twice")
    return found


def _require_same(written: dict[str, object], ours: LocalAuthority, name: str) -> None:
    """By the most exact number that both give: the SIRET, else the SIREN, else the INSEE code."""
    siret, siren, insee = (str(written.get(key) or "") for key in ("siret", "siren", "code_insee"))
    pairs = (
        (siret, ours.siret),
        (siret[:_SIREN] or siren, ours.siret[:_SIREN] or ours.siren),
        (insee, ours.insee),
    )
    for theirs, known in pairs:
        if theirs and known:
            if theirs == known:
                return
            break
    else:
        raise AutodiagError("contribution_sans_numero", fichier=name, nom=ours.name)
    raise AutodiagError("contribution_autre_collectivite", fichier=name, nom=ours.name)
