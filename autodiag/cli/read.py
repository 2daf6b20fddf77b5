# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""«reponses», «score», «comparer»: what a dossier says, as JSON."""

from argparse import Namespace
from collections.abc import Callable, Mapping
from types import MappingProxyType

from autodiag.catalogue.answers import write_answers
from autodiag.cli.contribution import given_out
from autodiag.cli.felt import with_felt
from autodiag.cli.opened import chosen
from autodiag.cli.proposed import shape_proposals
from autodiag.cli.shapes import print_json, shape_score, shape_since
from autodiag.cli.surroundings import Surroundings
from autodiag.model.benchmark import Comparator


def run_answers(options: Namespace, surroundings: Surroundings) -> int:
    """The answers, in the shape that `--reponses` takes; with `--theme`, one contribution; with
    `--propositions`, what other questionnaires let one answer."""
    with chosen(options, surroundings) as found:
        if options.propositions:
            print_json(shape_proposals(found), surroundings.out)
            return 0
        if options.theme:
            print_json(given_out(found, options.theme), surroundings.out)
            return 0
        given = found.snapshot.assessment.answers
        # in the order of the questions; what the questionnaire does not ask would be refused
        asked = {
            name: given[name] for name in found.snapshot.questionnaire.questions if name in given
        }
        print_json(write_answers(asked), surroundings.out)
    return 0


def run_score(options: Namespace, surroundings: Surroundings) -> int:
    """Scores as ranges, the profile, what changed since the assessment before, what is felt."""
    with chosen(options, surroundings) as found:
        shape = shape_score(found.snapshot, found.result, found.since)
        print_json(with_felt(shape, found, surroundings), surroundings.out)
    return 0


def run_compare(options: Namespace, surroundings: Surroundings) -> int:
    """Every comparator of the questions asked, and those that have none; then the series, the
    readings of the 2019 study, and what changed since where no score says it."""
    from autodiag.benchmarks.compare import compare
    from autodiag.benchmarks.readings import load_readings
    from autodiag.benchmarks.readings_beside import own_readings
    from autodiag.benchmarks.series_shown import shown_series
    from autodiag.cli.compared import shape_readings, shape_series
    from autodiag.cli.figures import library_of

    readings = load_readings(surroundings.bundle.benchmarks)
    with chosen(options, surroundings) as found:
        snapshot, library, since = found.snapshot, library_of(found), found.since
        series = shown_series(library, snapshot.questionnaire, snapshot.authority)
        own = own_readings(readings, snapshot.questionnaire, found.result)
        comparison = compare(
            library,
            snapshot.questionnaire,
            snapshot.assessment,
            snapshot.authority,
            snapshot.facts,
        )
    shape: dict[str, object] = {
        "comparateurs": [_shape(comparator) for comparator in comparison.comparators],
        "sans_repere": list(comparison.without),
        "series": shape_series(series),
        "lectures": shape_readings(own),
    }
    if since is not None and not since.scored:
        shape["depuis"] = shape_since(since, snapshot.questionnaire)
    print_json(shape, surroundings.out)
    return 0


READING: Mapping[str, Callable[..., int]] = MappingProxyType(
    {"reponses": run_answers, "score": run_score, "comparer": run_compare}
)
"""The verbs that only read, by name."""


def _shape(comparator: Comparator) -> dict[str, object]:
    benchmark = comparator.benchmark
    study = benchmark.study
    year = study.field_year or study.published_year or None
    source = "terrain" if study.field_year else "publication"
    return {
        "question": comparator.question,
        "repere": benchmark.id,
        "etude": study.id,
        "annee": year,
        "annee_de": source if year else None,
        "n": benchmark.n_base,
        "valeur": benchmark.value,
        "borne": benchmark.bound,
        "marge": comparator.margin,
        "proximite": benchmark.closeness,
        "taille": "meme" if comparator.same_size else "autre",
        "vous": comparator.stance,
        "phrase": comparator.sentence,
    }
