# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Results as the JSON of contract section 7. No computing here."""

import json
from collections import Counter
from collections.abc import Mapping, Sequence
from fractions import Fraction
from typing import TextIO

from autodiag.model.dossier import Snapshot
from autodiag.model.questionnaire import Question, Questionnaire
from autodiag.model.result import ProfileResult, Range, Result, ThemeResult
from autodiag.scoring.change import Change, Parts, ThemeChange
from autodiag.scoring.change_words import theme_said
from autodiag.scoring.steps import thresholds
from autodiag.scoring.trace import reply

Json = Mapping[str, object]


def print_json(shape: object, out: TextIO) -> None:
    """One JSON text, UTF-8, readable by a person too."""
    print(json.dumps(shape, ensure_ascii=False, indent=1), file=out)


def shape_range(found: Range | None) -> Json | None:
    """A range as floats; null where nothing is evaluable."""
    return None if found is None else {"bas": float(found.low), "haut": float(found.high)}


def shape_profile(profile: ProfileResult) -> Json:
    """The profile at both bounds; both null when not classable."""
    return {
        "classable": profile.classable,
        "bas": profile.low,
        "haut": profile.high,
        "certain": profile.certain,
    }


def shape_score(snapshot: Snapshot, result: Result, change: Change | None = None) -> Json:
    """The `score --json` of the contract, with the *aperçu* and «depuis» where there are any."""
    shape: dict[str, object] = {
        "questionnaire": {
            "id": snapshot.questionnaire.id,
            "version": snapshot.questionnaire.version,
        },
        "collectivite": {
            "nom": snapshot.authority.name,
            "code_insee": snapshot.authority.insee,
            "population": snapshot.authority.population,
            **({"siret": snapshot.authority.siret} if snapshot.authority.siret else {}),
        },
        "themes": _themes(snapshot, result),
        "global": shape_range(result.overall),
        "profil": shape_profile(result.profile),
    }
    if result.preview is not None:
        shape["apercu"] = {
            "themes": [_theme(theme) for theme in result.preview.themes],
            "global": shape_range(result.preview.overall),
            "tendance": {"bas": result.preview.profile.low, "haut": result.preview.profile.high},
        }
    if change is not None:
        shape["depuis"] = shape_since(change, snapshot.questionnaire)
    return shape


def shape_since(change: Change, questionnaire: Questionnaire) -> Json:
    """`identite_d_alors` false: what the collectivité was then is not known."""
    bounds = thresholds(questionnaire.scoring)
    return {
        "date": change.before.isoformat(),
        "identite_d_alors": change.dated,
        "questions_communes": change.common,
        "a_confirmer": change.waiting,
        "reponses_changees": [*change.moved],
        "themes": [{"id": one.theme, **_change(one, bounds)} for one in change.themes],
        "global": None if change.overall is None else _change(change.overall, bounds),
    }


def _change(one: ThemeChange, bounds: Sequence[Fraction]) -> Json:
    split = one.split
    return {
        "avant": shape_range(one.before),
        "maintenant": shape_range(one.after),
        "bas": None if split is None else _parts(split.low),
        "haut": None if split is None else _parts(split.high),
        "phrase": theme_said(one, bounds),
    }


def _parts(parts: Parts) -> Json:
    return {
        "total": float(parts.whole),
        "reponses": float(parts.answers),
        "applicabilite": float(parts.applicability),
        "questionnaire": float(parts.questionnaire),
    }


def _themes(snapshot: Snapshot, result: Result) -> list[Json]:
    asked = {theme.id: theme.questions for theme in snapshot.questionnaire.themes}
    return [
        _theme(theme) if theme.questions else _unscored(snapshot, theme.theme, asked[theme.theme])
        for theme in result.themes
    ]


def _unscored(snapshot: Snapshot, theme: str, questions: Sequence[Question]) -> Json:
    """A theme without a question of levels: how far it is, and no score to be «sans objet»."""
    it = snapshot
    replies = Counter(reply(q, it.assessment, it.authority, it.facts) for q in questions)
    return {
        "id": theme,
        "etat": "sans_score",
        "bas": None,
        "haut": None,
        "repondues": replies["repondue"],
        "nsp": replies["nsp"],
        "sans_objet": replies["sans_objet"],
        "sans_reponse": replies["sans_reponse"],
        "non_applicables": replies["non_applicable"],
    }


def _theme(theme: ThemeResult) -> Json:
    return {
        "id": theme.theme,
        "etat": "sans_objet" if theme.range is None else "note",
        "bas": None if theme.range is None else float(theme.range.low),
        "haut": None if theme.range is None else float(theme.range.high),
        "repondues": theme.count("niveau"),
        "nsp": theme.count("nsp"),
        "sans_objet": theme.count("sans_objet"),
        "sans_reponse": theme.count("sans_reponse"),
        "non_applicables": theme.count("non_applicable"),
    }
