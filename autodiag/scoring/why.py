# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Pourquoi 2,3 ?» in sentences: a bar, a theme, the whole, a condition (contract S8, S9). Knows
nothing of screens or paper."""

from autodiag.model.questionnaire import Measure
from autodiag.model.result import QuestionTrace, Range, Result, ThemeResult
from autodiag.scoring.clarify import Clarified, ToClarify, widens
from autodiag.scoring.said import Naming, quoted
from autodiag.text.numbers import count, listing, score, shortfall


def bar_said(naming: Naming, result: ThemeResult, without: str = "") -> str:
    """What the bar of a theme says. `without`: why it has none, in two or three words."""
    title, span = naming.theme(result.theme), result.range
    if span is None or without:
        return naming.sentences("dessins.theme_sans", theme=title, raison=without)
    limits = naming.thresholds
    low, high = score(span.low, limits), score(span.high, limits)
    if span.exact:
        return naming.sentences("dessins.theme_sur", theme=title, score=low)
    number = result.count("nsp") + result.count("sans_reponse")
    unknown = count(number, "réponse encore inconnue", "réponses encore inconnues")
    return naming.sentences(
        "dessins.theme_doute", theme=title, score=low, score_haut=high, nombre=unknown
    )


def sum_said(naming: Naming, result: ThemeResult, span: Range) -> str:
    """The division that gives the score of a theme, rounded as on the screen."""
    counting = [trace for trace in result.questions if trace.counts]
    weight = sum(trace.weight for trace in counting)
    low = sum(trace.weight * trace.low for trace in counting)
    high = sum(trace.weight * trace.high for trace in counting)
    limits = naming.thresholds
    values = {"bas": str(low), "haut": str(high), "poids": str(weight)}
    values |= {"score": score(span.low, limits), "score_haut": score(span.high, limits)}
    key = "calcul.simple" if low == high else "calcul.simple_fourchette"
    return naming.sentences(key, **values)


def unknown_said(naming: Naming, result: ThemeResult, trace: QuestionTrace) -> str:
    """What not knowing an answer does to both bounds of its theme."""
    return naming.sentences("pourquoi.inconnue", ecart=shortfall(widens(result, trace)))


def overall_said(naming: Naming, result: Result) -> str:
    """How the global score is made from the themes; empty where there is none (contract S5)."""
    if result.overall is None:
        return ""
    counting = [theme for theme in result.themes if theme.range is not None]
    values = {"nombre": str(len(counting)), "score": naming.said(result.overall)}
    if len(counting) == 1:
        return naming.sentences("pourquoi.global_un", **values)
    exact = all(theme.range.exact for theme in counting if theme.range)
    return naming.sentences("pourquoi.global_sur" if exact else "pourquoi.global", **values)


def theme_counts_said(naming: Naming, result: ThemeResult) -> str:
    """What the score of a theme rests on."""
    if result.range is None:
        return naming.sentences("pourquoi.theme_sans_objet")
    known = count(result.count("niveau"), "réponse")
    counting = str(sum(trace.counts for trace in result.questions))
    return naming.sentences("pourquoi.theme_compte", connues=known, nombre=counting)


def measure_said(naming: Naming, result: Result, measure: Measure) -> str:
    """The scores that a condition puts together, with their themes; empty where it looks at one
    score that stands beside it (contract P6)."""
    if measure.kind != "moyenne":
        return ""
    scores: list[str] = []
    for theme_id in measure.themes:
        span = result.theme(theme_id).range
        said = naming.short(span) if span else "sans objet"
        scores.append(f"{quoted(naming.theme(theme_id))} ({said})")
    return naming.sentences("pourquoi.mesure", scores=listing(scores))


def clarify_title(naming: Naming, found: ToClarify) -> str:
    """«Les 3 réponses à éclaircir d’abord», or as many as there are."""
    number = len(found.first)
    if found.total == 1:
        return naming.sentences("eclaircir.titre_une")
    key = "eclaircir.titre" if found.total > number else "eclaircir.titre_toutes"
    return naming.sentences(key, nombre=str(number))


def clarified_said(naming: Naming, one: Clarified) -> str:
    """What knowing an answer would change, whatever it turns out to be. No range from 0 to 4 is
    given for a theme of which nothing is known."""
    if one.begins:
        return naming.sentences("eclaircir.theme_debut")
    before = naming.short(one.before)
    if one.ends_doubt:
        return naming.sentences("eclaircir.theme_sur", avant=before)
    low, high = naming.short(one.lowest), naming.short(one.highest)
    return naming.sentences("eclaircir.theme_reduit", avant=before, bas=low, haut=high)
