# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What a profile still lacks, counted and in sentences (contract S6). Knows nothing of screens or
paper."""

from autodiag.model.questionnaire import Questionnaire
from autodiag.model.result import Result
from autodiag.scoring.said import Naming, quoted


def missing_said(naming: Naming, result: Result) -> str:
    """Why there is no profile yet (contract S6)."""
    missing, sentences = result.profile.missing, naming.sentences
    if missing is None:
        return sentences("profil.sans_regle")
    if all(theme.range is None for theme in result.themes):
        return sentences("profil.rien_a_evaluer")
    parts: list[str] = []
    scoring = naming.questionnaire.scoring
    if missing.pilot and scoring:
        pilot = quoted(naming.theme(scoring.classable.pilot_theme))
        parts.append(sentences("profil.manque_pilote", theme=pilot))
    done = sum(theme.documented for theme in result.themes)
    so_far = "aucun_encore" if not done else "un_seul" if done == 1 else "plusieurs"
    documented = sentences(f"profil.{so_far}", nombre=str(done))
    if done < missing.needed:  # else the pilot theme alone is missing
        needed = str(missing.needed)
        parts.append(sentences("profil.manque_themes", il_en_faut=needed, documentes=documented))
    return " ".join(parts)


def themes_needed(result: Result) -> int:
    """How many themes are still to be documented before a profile can be given, at least."""
    missing = result.profile.missing
    if missing is None:
        return 0
    done = sum(theme.documented for theme in result.themes)
    return max(missing.needed - done, int(missing.pilot), 0)


def themes_to_complete(questionnaire: Questionnaire, result: Result) -> tuple[str, ...]:
    """Among which themes those needed are to be found: the pilot theme alone where it is enough."""
    missing, scoring = result.profile.missing, questionnaire.scoring
    if missing is None:
        return ()
    if missing.pilot and scoring and themes_needed(result) == 1:
        return (scoring.classable.pilot_theme,)
    return missing.themes
