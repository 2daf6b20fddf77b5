# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The sentence of one comparator, from its pieces: the share, who, when, then you (contract B2). It
never says what somebody should do, ranks nobody, and adds up nothing."""

from math import ceil

from autodiag.benchmarks.interval import half_width
from autodiag.benchmarks.phrases import BenchmarkWords, Phrases
from autodiag.benchmarks.placing import CENSUS, Misfit, Place, year_of
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Benchmark, Comparator, Stance, Study

OPINION = "opinion"
# Before this year a figure is called « repère ancien ».
RECENT_FROM = 2021
# Under this many answers the size of the panel is said instead of a margin.
SMALL_PANEL = 100
_BOUNDS = {"exact": "", "environ": "environ ", "plus_de": "plus de ", "moins_de": "moins de "}


def share(benchmark: Benchmark, phrases: Phrases) -> str:
    """The share as the source gives it, with its « environ », « plus de » or « moins de »."""
    value = f"{benchmark.value:g}" if benchmark.value is not None else ""
    said = phrases.numbers.get(value) if benchmark.bound != "exact" else None
    number = said or value.replace(".", ",") + "\u00a0%"
    return _BOUNDS[benchmark.bound] + number


def margin(benchmark: Benchmark) -> float | None:
    """Half of Wilson’s interval, in points, only for an exact share whose base is published; none
    for a count of everyone or for what a panel is made of (contract B3)."""
    if benchmark.value is None or not benchmark.n_base or benchmark.bound != "exact":
        return None
    if not benchmark.comparator or benchmark.study.reliability == CENSUS:
        return None
    return half_width(benchmark.value, benchmark.n_base)


def margin_said(comparator: Comparator, phrases: Phrases) -> str:
    """What is answered to « quelle marge ? »: « au mieux ± 3 points », « ordre de grandeur,
    39 répondants », or nothing where none can be known."""
    small = _small_panel(comparator.benchmark, phrases)
    if small or comparator.margin is None:
        return small
    points = ceil(comparator.margin)
    unit = "point" if points < 2 else "points"
    return phrases.mentions["marge"].format(points=f"{points}\u00a0{unit}")


def _small_panel(benchmark: Benchmark, phrases: Phrases) -> str:
    if benchmark.n_base is not None:
        said = "petit_effectif" if benchmark.n_base < SMALL_PANEL else ""
        return phrases.mentions[said].format(n=benchmark.n_base) if said else ""
    if benchmark.study.n is not None and benchmark.study.n < SMALL_PANEL:
        return phrases.mentions["petit_effectif_au_plus"].format(n=benchmark.study.n)
    return ""


def reserves(benchmark: Benchmark, phrases: Phrases) -> tuple[str, ...]:
    """What to keep in mind of a figure beside its source line: who answered, how few, how long ago,
    how near the fact. That line says how many answered, where it is known."""
    few = _small_panel(benchmark, phrases)
    if few and benchmark.n_base is not None:
        few = phrases.mentions["effectif_dit"]
    return _reserves(benchmark, phrases, few)


def _reserves(benchmark: Benchmark, phrases: Phrases, few: str) -> tuple[str, ...]:
    study, year = phrases.studies[benchmark.study.id], year_of(benchmark.study)
    said = (
        phrases.benchmarks[benchmark.id].precision or study.precision,
        few,
        phrases.mentions["ancien"] if 0 < year < RECENT_FROM else "",
        phrases.mentions["indicatif"] if benchmark.closeness == "indicative" else "",
    )
    return tuple(filter(None, said))


def _mentions(benchmark: Benchmark, phrases: Phrases, *, dated: bool) -> str:
    """Between the brackets: the study, when, and every reserve."""
    study = phrases.studies[benchmark.study.id]
    source = (study.nom, study.quand if dated else "")
    reserved = _reserves(benchmark, phrases, _small_panel(benchmark, phrases))
    return ", ".join(filter(None, (*source, *reserved)))


def without_source(comparator: Comparator, phrases: Phrases) -> str:
    """Its sentence without the brackets, for where the source and its `reserves` stand in a line of
    their own, which they never lack (contract B1)."""
    said = comparator.sentence
    for dated in (True, False):
        said = said.replace(f" ({_mentions(comparator.benchmark, phrases, dated=dated)})", "")
    return said


def in_two_steps(benchmark: Benchmark, words: BenchmarkWords) -> bool:
    """Whether our level is only near the published fact: then « Comme … » would say too much."""
    return words.deux_temps or benchmark.closeness == "indicative"


def to_avoid(benchmark: Benchmark) -> bool:
    """Whether the share is of a lack. An opinion never is."""
    return benchmark.direction == "moins_est_mieux" and benchmark.study.reliability != OPINION


def sentence(
    benchmark: Benchmark, at: Place, stance: Stance, phrases: Phrases, authority: LocalAuthority
) -> str:
    """The whole sentence, or the two or three, with what the law adds."""
    words = phrases.benchmarks[benchmark.id]
    parts = [
        _elsewhere(benchmark, phrases, at.misfit)
        if at.misfit
        else _beside(benchmark, stance, phrases)
    ]
    if words.obligation and stance != "dans":
        parts.append(phrases.models["obligation"])
    population = authority.population
    if words.facultatif_sous and (population is None or population < words.facultatif_sous):
        threshold = f"{words.facultatif_sous:,}".replace(",", "\u202f")
        parts.append(phrases.models["facultatif"].format(seuil=threshold))
    return " ".join(parts)


def _elsewhere(benchmark: Benchmark, phrases: Phrases, misfit: Misfit) -> str:
    """Another size or stratum: the figure, and that it is not theirs; no word on the answer."""
    words, study = phrases.benchmarks[benchmark.id], phrases.studies[benchmark.study.id]
    said = phrases.models["ailleurs"].format(
        panel=words.ailleurs or study.ailleurs,
        quand=study.quand,
        part=share(benchmark, phrases),
        fait=words.fait,
        mentions=_mentions(benchmark, phrases, dated=False),
    )
    return f"{said} {phrases.misfits[misfit]}"


def _beside(benchmark: Benchmark, stance: Stance, phrases: Phrases) -> str:
    words, models = phrases.benchmarks[benchmark.id], phrases.models
    part = share(benchmark, phrases)
    pieces = {
        "part": part,
        "Part": part[:1].upper() + part[1:],
        "que_part": f"qu’{part}" if part.startswith("environ") else f"que {part}",
        "qui": words.qui,
        "fait": words.fait,
        "mentions": _mentions(benchmark, phrases, dated=True),
        "vous": words.vous,
        "cas": words.cas,
    }
    if stance == "dans" and not in_two_steps(benchmark, words):
        if not to_avoid(benchmark):
            return models["dans"].format(**pieces)
        return " ".join(filter(None, (models["dans_a_eviter"].format(**pieces), words.suite)))
    return " ".join(
        filter(None, (models["constat"].format(**pieces), _then_you(benchmark, stance, phrases)))
    )


def _then_you(benchmark: Benchmark, stance: Stance, phrases: Phrases) -> str:
    words, models = phrases.benchmarks[benchmark.id], phrases.models
    match stance:
        case "non_compare":
            return ""
        case "a_verifier":
            return models["a_verifier"]
        case "dans":
            return models["de_votre_cote"].format(vous=words.vous)
        case "hors" if in_two_steps(benchmark, words):
            return models["de_votre_cote"].format(vous=words.vous_pas)
        case "hors":
            neutral = benchmark.direction == "neutre" or benchmark.study.reliability == OPINION
            return words.vous_pas or models["autre_reponse" if neutral else "pas_vous"]


def other_figure(benchmark: Benchmark, phrases: Phrases) -> str:
    """A published figure that disagrees, quoted with its date and its publisher (contract B5)."""
    quoted = benchmark.statement.rstrip(".").replace("\u202f%", "\u00a0%")
    said = phrases.models["autre_chiffre"]
    return said.format(enonce=quoted, source=benchmark.study.publisher)


def citation(study: Study) -> str:
    """The study for « Sources »: title, publisher, field year, panel with its size, and how far it
    can be trusted (contract B1). Its address is `study.link`."""
    if study.field_year:
        when = f"enquête de {study.field_year}"
    elif study.published_year:
        when = f"publié en {study.published_year}"
    else:
        when = "non daté"
    panel = study.panel.rstrip(".")
    return f"«\u202f{study.title}\u202f», {study.publisher}, {when}. {panel}. {study.warning}"
