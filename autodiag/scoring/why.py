# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«Pourquoi 2,3 ?» in sentences: a bar, a theme, the whole, a condition (contract S8, S9). Knows
nothing of screens or paper."""

from fractions import Fraction

from autodiag.model.questionnaire import Measure
from autodiag.model.result import QuestionTrace, Range, Result, ThemeResult
from autodiag.scoring.clarify import Clarified, ToClarify, widens
from autodiag.scoring.said import Naming, quoted
from autodiag.text.numbers import count, listing, quotient, score
from autodiag.text.typography import NO_BREAK


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
    """The division that gives the score of a theme, as a calculator shows it, then rounded as on
    the screen."""
    counting = [trace for trace in result.questions if trace.counts]
    weight = sum(trace.weight for trace in counting)
    low = sum(trace.weight * trace.low for trace in counting)
    high = sum(trace.weight * trace.high for trace in counting)
    values = {"bas": str(low), "haut": str(high), "poids": str(weight)}
    key = "calcul.simple" if low == high else "calcul.simple_fourchette"
    return naming.sentences(key, **values, resultat=_result_said(naming, span))


def _rounded(naming: Naming, span: Range) -> bool:
    """Whether what is shown is less than what a calculator gives."""
    return any(_shown(score(bound, naming.thresholds)) != bound for bound in {span.low, span.high})


def _shown(text: str) -> Fraction:
    return Fraction(text.replace(",", "."))


def _result_said(naming: Naming, span: Range) -> str:
    """What a division gives, and what is shown of it."""
    values = {"score": naming.said(span), "exact": quotient(span.low)}
    if not _rounded(naming, span):
        return naming.sentences("calcul.resultat", **values)
    key = "calcul.resultat_arrondi" if span.exact else "calcul.resultat_fourchette"
    return naming.sentences(key, **values, exact_haut=quotient(span.high))


def unknown_said(naming: Naming, result: ThemeResult, trace: QuestionTrace) -> str:
    """What not knowing an answer does to both bounds of its theme."""
    by = widens(result, trace)
    points = f"{quotient(by)}{NO_BREAK}point{'s' if by >= 2 else ''}"
    return naming.sentences("pourquoi.inconnue", ecart=points)


def overall_said(naming: Naming, result: Result, *, preview: bool = False) -> str:
    """How the global score is made from the themes, or that of the *aperçu*; empty where there is
    none (contract S5)."""
    if result.overall is None:
        return ""
    what = naming.sentences("pourquoi.score_apercu" if preview else "pourquoi.score_global")
    spans = [theme.range for theme in result.themes if theme.range is not None]
    if len(spans) == 1:
        said = naming.said(result.overall)
        return naming.sentences("pourquoi.global_un", quoi=_inside(what), score=said)
    said = naming.sentences(
        "pourquoi.global_sur" if result.overall.exact else "pourquoi.global",
        quoi=what,
        nombre=str(len(spans)),
        bas=quotient(sum((span.low for span in spans), Fraction(0))),
        haut=quotient(sum((span.high for span in spans), Fraction(0))),
        resultat=_result_said(naming, result.overall),
    )
    if any("…" in quotient(bound) for span in spans for bound in (span.low, span.high)):
        return f"{said} {naming.sentences('pourquoi.global_coupes')}"
    return said


def preview_why_said(naming: Naming, result: Result) -> tuple[str, str]:
    """The title of the calculation of the *aperçu*, and why its scores are not those of the bars
    (contract S10). `result`: the *aperçu* itself."""
    number = str(sum(trace.state != "non_applicable" for trace in result.traces().values()))
    title = naming.sentences("pourquoi.apercu_titre", nombre=number)
    return title, naming.sentences("pourquoi.apercu", nombre=number)


def term_said(naming: Naming, span: Range) -> tuple[str, str]:
    """Both terms that a theme brings to the sums of the whole, as its own division gives them:
    «1,857…», and «au plus 2,428…» (empty where nothing is unknown)."""
    low, high = (_exactly(naming, bound) for bound in (span.low, span.high))
    return low, "" if span.exact else naming.sentences("pourquoi.terme_haut", score=high)


def _exactly(naming: Naming, bound: Fraction) -> str:
    """As on the screen, or as a calculator shows it where that was rounded."""
    shown = score(bound, naming.thresholds)
    return shown if _shown(shown) == bound else quotient(bound)


def _inside(text: str) -> str:
    """As it is written inside a sentence."""
    return text[:1].lower() + text[1:]


def theme_counts_said(naming: Naming, result: ThemeResult) -> str:
    """What the score of a theme rests on."""
    if result.range is None:
        return naming.sentences("pourquoi.theme_sans_objet")
    known = count(result.count("niveau"), "réponse")
    counting = sum(trace.counts for trace in result.questions)
    key = "pourquoi.theme_compte" if counting > 1 else "pourquoi.theme_compte_une"
    return naming.sentences(key, connues=known, nombre=str(counting))


def measure_said(naming: Naming, result: Result, measure: Measure) -> str:
    """The scores that a condition puts together, with their themes; empty where it looks at one
    score that stands beside it (contract P6)."""
    if measure.kind != "moyenne":
        return ""
    scores: list[str] = []
    for theme_id in measure.themes:
        span = result.theme(theme_id).range
        said = _unrounded(naming, span) if span else "sans objet"
        scores.append(f"{quoted(naming.theme(theme_id))} ({said})")
    return naming.sentences("pourquoi.mesure", scores=listing(scores))


def _unrounded(naming: Naming, span: Range) -> str:
    """«1,857… – 2,428…», or as it is shown where nothing was rounded."""
    if not _rounded(naming, span):
        return naming.short(span)
    bounds = dict.fromkeys((quotient(span.low), quotient(span.high)))
    return f"{NO_BREAK}–{NO_BREAK}".join(bounds)


def clarify_title(naming: Naming, found: ToClarify) -> str:
    """«Les 3 réponses à éclaircir d’abord», or as many as there are."""
    number = len(found.first)
    if found.total == 1:
        return naming.sentences("eclaircir.titre_une")
    key = "eclaircir.titre" if found.total > number else "eclaircir.titre_toutes"
    return naming.sentences(key, nombre=str(number))


def clarify_why(naming: Naming, found: ToClarify) -> str:
    """What finding them out is for."""
    if found.total > len(found.first):
        return naming.sentences("eclaircir.pourquoi")
    return naming.sentences(f"eclaircir.pourquoi_{'une' if found.total == 1 else 'toutes'}")


def clarify_total(naming: Naming, found: ToClarify) -> str:
    """«En tout : 3 réponses à préciser et 6 questions sans réponse»: each state by its own name,
    as everywhere else."""
    parts = [count(found.unknown, "réponse") + " à préciser"] if found.unknown else []
    if found.unanswered:
        parts.append(count(found.unanswered, "question") + " sans réponse")
    return naming.sentences("eclaircir.en_tout", nombre=listing(parts))


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
