# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Published figures, from their CSV files to the model, every fault said at once in French."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import get_args

from autodiag.benchmarks.phrases import Phrases, load_phrases
from autodiag.benchmarks.predicate import parse_predicate
from autodiag.benchmarks.rules import check_benchmark, check_series, check_words
from autodiag.benchmarks.tables import Row, read_table, suggestion
from autodiag.errors import AutodiagError
from autodiag.model.benchmark import (
    Benchmark,
    Bound,
    Closeness,
    Direction,
    Series,
    SeriesPoint,
    Study,
    Term,
)

STUDY_COLUMNS = (
    "etude_id", "titre", "editeur", "annee_terrain", "annee_publication", "panel", "n",
    "strates couvertes", "lien", "fiabilite", "avertissement",
)  # fmt: skip
BENCHMARK_COLUMNS = (
    "repere_id", "etude_id", "strate", "population_min", "population_max", "n_base", "enonce",
    "valeur", "borne", "sens", "role", "question_id", "predicat", "proximite", "justification",
)  # fmt: skip
ANNEX_COLUMNS = ("repere_id", "lien_du_chiffre", "remplace_par", "conflit_avec", "alerte")
"""A last column, `theme`, may say under which heading « Sources » files the figure."""
SERIES_COLUMNS = ("serie_id", "libelle", "annee", "valeur", "repere_id", "rupture_de_serie")
"""A last column, `questions`, may name on the first point of a series those that it is about."""
STRATA = (
    "toutes", "commune", "intercommunalite", "grande_ville", "departement", "region", "elu",
    "agent", "locaux", "habitants", "conseiller",
)  # fmt: skip
RELIABILITIES = (
    "recensement", "enquête représentative", "enquête volontaire", "baromètre d’éditeur", "opinion",
)  # fmt: skip
_YEAR = re.compile(r"(?:(?:19|20)\d\d-)?((?:19|20)\d\d)")
_DATE = re.compile(r"((?:19|20)\d\d)(?:-(0[1-9]|1[0-2]))?")
_CODE = re.compile(r"^C\d+\s+")


@dataclass(frozen=True, slots=True)
class Library:
    """Everything published that the application knows, and the words to say it."""

    studies: Mapping[str, Study]
    benchmarks: tuple[Benchmark, ...]
    series: tuple[Series, ...]
    phrases: Phrases

    def comparators(self) -> tuple[Benchmark, ...]:
        """The figures that an answer may stand beside."""
        return tuple(benchmark for benchmark in self.benchmarks if benchmark.comparator)


def figure_id(benchmark_id: str) -> str:
    """The figure of a row: `x.2` is the figure `x` tied to a second question."""
    return re.sub(r"\.\d+$", "", benchmark_id)


def load_benchmarks(folder: Path) -> Library:
    """Read `etudes.csv`, `reperes.csv`, `reperes_annexe.csv`, `series.csv` and `phrases.toml`.

    Raises AutodiagError("donnees_fautives") with every fault of the five files.
    """
    faults: list[str] = []
    phrases = load_phrases(folder / "phrases.toml", faults)
    studies = _studies(read_table(folder / "etudes.csv", STUDY_COLUMNS, faults))
    annex = _annex(read_table(folder / "reperes_annexe.csv", ANNEX_COLUMNS, faults))
    rows = read_table(folder / "reperes.csv", BENCHMARK_COLUMNS, faults)
    benchmarks = _benchmarks(rows, studies, annex)
    _check_annex(annex, benchmarks)
    series = _series(read_table(folder / "series.csv", SERIES_COLUMNS, faults), benchmarks)
    if not faults:
        for benchmark in benchmarks.values():
            faults.extend(check_words(benchmark, phrases))
        faults.extend(
            f"phrases.toml\u00a0: repère inconnu «\u202f{key}\u202f»{suggestion(key, benchmarks)}."
            for key in sorted(phrases.benchmarks.keys() - benchmarks.keys())
        )
    if faults:
        count = "1 point" if len(faults) == 1 else f"{len(faults)} points"
        raise AutodiagError("donnees_fautives", details=faults, combien=count, source="les repères")
    return Library(studies, tuple(benchmarks.values()), series, phrases)


def _studies(rows: list[Row]) -> dict[str, Study]:
    studies: dict[str, Study] = {}
    for row in rows:
        key = row.text("etude_id", required=True)
        if key in studies:
            row.fault(f"l’étude «\u202f{key}\u202f» est déjà décrite.")
        link = row.text("lien")
        studies[key] = Study(
            id=key,
            title=row.text("titre", required=True),
            publisher=row.text("editeur", required=True),
            field_year=_year(row, "annee_terrain"),
            published_year=_year(row, "annee_publication"),
            panel=row.text("panel", required=True),
            n=row.whole("n"),
            strata=tuple(
                filter(None, (s.strip() for s in row.text("strates couvertes").split(";")))
            ),
            link=link if link.startswith("http") else "",
            reliability=row.one_of("fiabilite", RELIABILITIES),
            warning=row.text("avertissement", required=True),
        )
    return studies


def _year(row: Row, column: str) -> int:
    """A year, the last of two, or 0 when it was not published."""
    value = row.text(column)
    year = _YEAR.fullmatch(value)
    if value and not year:
        row.fault(f"«\u202f{column}\u202f» doit être une année, pas «\u202f{value}\u202f».")
    return int(year[1]) if year else 0


def _annex(rows: list[Row]) -> dict[str, Row]:
    return {row.text("repere_id", required=True): row for row in rows}


def _benchmarks(
    rows: list[Row], studies: Mapping[str, Study], annex: Mapping[str, Row]
) -> dict[str, Benchmark]:
    benchmarks: dict[str, Benchmark] = {}
    for row in rows:
        key, study_id = row.text("repere_id", required=True), row.text("etude_id", required=True)
        if key in benchmarks:
            row.fault(f"le repère «\u202f{key}\u202f» est déjà décrit.")
        if study_id not in studies:
            row.fault(
                f"étude inconnue\u00a0: «\u202f{study_id}\u202f»{suggestion(study_id, studies)}."
            )
            continue
        benchmark = _benchmark(row, studies[study_id], annex.get(figure_id(key)))
        replaced = annex[figure_id(key)].text("remplace_par") if figure_id(key) in annex else ""
        for fault in check_benchmark(benchmark, replaced):
            row.fault(fault)
        benchmarks[key] = benchmark
    return benchmarks


def _benchmark(row: Row, study: Study, annex: Row | None) -> Benchmark:
    link = annex.text("lien_du_chiffre") if annex else ""
    bounds: tuple[Bound, ...] = get_args(Bound)
    directions: tuple[Direction, ...] = get_args(Direction)
    return Benchmark(
        id=row.text("repere_id"),
        study=study,
        stratum=row.one_of("strate", STRATA),
        population_min=row.whole("population_min"),
        population_max=row.whole("population_max"),
        n_base=row.whole("n_base"),
        statement=row.text("enonce", required=True),
        value=row.percent("valeur"),
        bound=row.one_of("borne", bounds),
        direction=row.one_of("sens", directions),
        comparator=row.one_of("role", ("comparateur", "contexte")) == "comparateur",
        question=row.text("question_id"),
        terms=_terms(row),
        closeness=_closeness(row),
        justification=row.text("justification"),
        link=link if link.startswith("http") else study.link,
        conflicts=tuple(annex.text("conflit_avec").split()) if annex else (),
        alert=_CODE.sub("", annex.text("alerte")) if annex else "",
        theme=annex.text("theme") if annex else "",
    )


def _closeness(row: Row) -> Closeness | None:
    allowed: tuple[Closeness, ...] = get_args(Closeness)
    if not row.text("proximite"):
        return None
    closeness: Closeness = row.one_of("proximite", allowed)
    return closeness


def _terms(row: Row) -> tuple[Term, ...]:
    try:
        return parse_predicate(row.text("predicat", required=row.text("role") == "comparateur"))
    except ValueError as error:
        row.fault(f"{error}.")
        return ()


def _check_annex(annex: Mapping[str, Row], benchmarks: Mapping[str, Benchmark]) -> None:
    for row in annex.values():
        for column in ("repere_id", "remplace_par", "conflit_avec"):
            for key in row.text(column).split():
                if key not in benchmarks:
                    row.fault(
                        f"repère inconnu\u00a0: «\u202f{key}\u202f»{suggestion(key, benchmarks)}."
                    )


def _series(rows: list[Row], benchmarks: Mapping[str, Benchmark]) -> tuple[Series, ...]:
    labels: dict[str, str] = {}
    points: dict[str, list[SeriesPoint]] = {}
    about: dict[str, tuple[str, ...]] = {}
    for row in rows:
        key = row.text("serie_id", required=True)
        about.setdefault(key, tuple(row.text("questions").split()))
        labels.setdefault(key, row.text("libelle", required=True))
        points.setdefault(key, []).append(_point(row))
        for fault in check_series(points[key], benchmarks):
            row.fault(fault)
    return tuple(Series(key, labels[key], tuple(points[key]), about[key]) for key in labels)


def _point(row: Row) -> SeriesPoint:
    date = _DATE.fullmatch(row.text("annee"))
    if not date:
        row.fault("«\u202fannee\u202f» doit être une année, ou une année et un mois (2025-10).")
    value = row.percent("valeur")
    if value is None and not row.text("valeur"):
        row.fault("«\u202fvaleur\u202f» est vide.")
    kind, _, note = row.text("rupture_de_serie").partition(":")
    kind, note = kind.strip(), note.strip()
    if kind not in ("oui", "non"):
        row.fault(
            "«\u202frupture_de_serie\u202f» commence par «\u202foui\u202f» ou «\u202fnon\u202f»."
        )
    return SeriesPoint(
        year=int(date[1]) if date else 0,
        value=value or 0.0,
        benchmark=row.text("repere_id"),
        break_note=note or "rupture de série" if kind == "oui" else "",
        month=int(date[2] or 0) if date else 0,
        note=note if kind == "non" else "",
    )
