# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Every row of `reperes.csv`, read here as plain text and not by the application, against what is
shown of it: its line in « Sources », and its sentence beside each answer that can be given."""

import csv
import re
from collections.abc import Iterator, Mapping
from functools import partial

import pytest

from autodiag.benchmarks.browse import figures
from autodiag.benchmarks.citing import CitingWords
from autodiag.benchmarks.library import Library
from autodiag.catalogue.load import load_questionnaire
from autodiag.model.assessment import Answer, Answered, NotConcerned, Unknown
from autodiag.model.authority import LocalAuthority
from autodiag.model.benchmark import Comparator
from autodiag.model.questionnaire import Question
from autodiag.text.sentences import read_sentences
from tests.benchmarks.cases import FOLDER, TOWN, answers_to, beside
from tests.sources import ROOT

HAMLET = LocalAuthority("Hameau", population=150)
VILLAGE = LocalAuthority("Village", population=612)
CITY = LocalAuthority("Ville", population=38_000)
EPCI = LocalAuthority("Communauté", kind="epci", population=18_000)
READERS = {"150": HAMLET, "612": VILLAGE, "4200": TOWN, "38000": CITY, "epci": EPCI}

# How a source writes a share that it has rounded: « {d’une} … sur deux » may hold a noun inside.
_ROUNDED = {
    "10": r"une? [^%]*sur dix",
    "20": r"une? [^%]*sur cinq",
    "25": "un quart",
    "33.3": r"un tiers|une? [^%]*sur trois",
    "50": r"moitié|une? [^%]*sur deux",
    "60": r"six [^%]*sur dix",
    "66.7": "deux tiers",
    "75": r"trois quarts|trois [^%]*sur quatre",
}
_BOUNDS = {
    "environ": "environ|près d|quarts|sur dix|presque",
    "plus_de": "plus d|au-dessus|au moins|la plus grande part|53 % à 59 %",
    "moins_de": "moins d|inférieure|au plus",
    "exact": "",
}
_SAID = {"environ": "environ ", "plus_de": "plus de ", "moins_de": "moins de ", "exact": ""}
_NUMBERS = {"33.3": "un tiers", "50": "la moitié", "66.7": "deux tiers"}
_TERM = re.compile(r"(niveau|reponse)(>=|<=|==)(.+?)(?= et (?:niveau|reponse)|$)")
Row = Mapping[str, str]


def _rows(name: str) -> list[Row]:
    with (FOLDER / name).open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


ROWS = _rows("reperes.csv")
STUDIES = {row["etude_id"]: row for row in _rows("etudes.csv")}
COMPARATORS = [row for row in ROWS if row["role"] == "comparateur"]
WHOLE = [
    load_questionnaire(path.parent)
    for path in sorted((ROOT / "questionnaires").glob("*/questionnaire.toml"))
]


def _bare(text: str) -> str:
    """Without what typography adds."""
    return " ".join(text.replace("’", "'").split())


@pytest.fixture(scope="module")
def words() -> CitingWords:
    sentences = read_sentences(ROOT / "resources")
    said = sentences["comparaison"]
    return CitingWords(sentences["strates"], said["n"], said["publie"], said["sans_date"])


def test_B1_every_row_is_shown_in_the_sources_with_its_share_its_study_its_year_and_its_base(
    library: Library, words: CitingWords
) -> None:
    shown = {figure.key: figure for figure in figures(library, words)}
    assert len(ROWS) > 400
    for row in ROWS:
        figure = shown[re.sub(r"\.\d+$", "", row["repere_id"])]
        study, said = STUDIES[row["etude_id"]], _bare(figure.benchmark.statement)
        assert said == _bare(row["enonce"]), row["repere_id"]
        assert re.search(_share(row), said), (row["repere_id"], row["valeur"], said)
        assert re.search(_BOUNDS[row["borne"]], said), (row["repere_id"], row["borne"], said)
        assert _bare(figure.source).startswith(_bare(study["editeur"])), row["repere_id"]
        assert _dated(study) in figure.source, row["repere_id"]
        if row["n_base"]:
            base = f"{int(row['n_base']):,}".replace(",", " ")
            assert f"{base} réponse" in _bare(figure.source), row["repere_id"]
        else:
            assert "réponse" not in figure.source.split(" · ")[-1], row["repere_id"]


def _share(row: Row) -> str:
    """What the line must hold of the share, as a figure or as its source rounds it."""
    if not row["valeur"]:
        return ""
    plain = rf"(?<![\d,]){re.escape(row['valeur'].replace('.', ','))} (?:%|à|et)"
    return f"{plain}|{_ROUNDED[row['valeur']]}" if row["valeur"] in _ROUNDED else plain


def _dated(study: Row) -> str:
    years = re.findall(r"\d{4}", study["annee_terrain"] or study["annee_publication"])
    return years[-1] if years else "année non publiée"


def _in_the_share(row: Row, question: Question, answer: Answer) -> bool:
    """The condition of the row read on its own, for an answer that has a value."""
    assert isinstance(answer, Answered)
    for kind, sign, wanted in _TERM.findall(row["predicat"]):
        if kind == "niveau":
            level, bound = int(str(answer.value)), int(wanted)
            if not {">=": level >= bound, "<=": level <= bound, "==": level == bound}[sign]:
                return False
            continue
        texts = {choice.id: choice.text for choice in question.choices}
        values = answer.value if isinstance(answer.value, tuple) else (str(answer.value),)
        given = {_bare(texts.get(str(value), str(value))).casefold() for value in values}
        given |= {str(value).casefold() for value in values}
        if _bare(wanted).casefold() not in given:
            return False
    return True


def _beside_each_answer(
    library: Library, reader: LocalAuthority
) -> Iterator[tuple[Row, Question, Answer | None, Comparator]]:
    """Every comparator that this reader is shown, beside each answer that its question takes."""
    rows = {row["repere_id"]: row for row in COMPARATORS}
    for questionnaire in WHOLE:
        asked = questionnaire.questions
        silent: list[Answer | None] = [None, Unknown(), NotConcerned("Pas chez nous")]
        given = {key: [*silent, *_takes(question)] for key, question in asked.items()}
        for turn in range(max(map(len, given.values()))):
            chosen = {key: several[turn % len(several)] for key, several in given.items()}
            answers = {key: answer for key, answer in chosen.items() if answer is not None}
            for one in beside(library, questionnaire, answers, reader).comparators:
                row = rows[one.benchmark.id]
                yield row, asked[one.question], chosen[one.question], one


def _takes(question: Question) -> list[Answer]:
    return [] if question.type == "nombre" else answers_to(question)


@pytest.mark.parametrize("reader", READERS.values(), ids=list(READERS))
def test_B2_every_comparator_says_its_row_beside_each_answer(
    library: Library, reader: LocalAuthority
) -> None:
    seen: set[str] = set()
    for row, question, answer, one in _beside_each_answer(library, reader):
        told = partial(_told, library, row)
        seen.add(row["repere_id"])
        assert one.question == row["question_id"]
        said = one.sentence
        share = told("part")
        assert said.count(share) or said.count(share[:1].upper() + share[1:]), (said, share)
        assert told("quand") in said, said
        assert told("nom") in said or told("nom") in told("ailleurs"), said
        if not _is_mirror(row, reader):
            assert one.stance == "non_compare"
            assert not one.same_size
            assert said.startswith(told("ailleurs")), said
            continue
        assert one.same_size, (row["repere_id"], reader)
        _check_stance(library, row, question, answer, one)
    asked = {key for one in WHOLE for key in one.questions}
    hidden = {row["repere_id"] for row in COMPARATORS if row["question_id"] in asked} - seen
    assert all(_conditional(row) for row in COMPARATORS if row["repere_id"] in hidden)


def _told(library: Library, row: Row, what: str) -> str:
    """A piece of the sentence: the share from the row; the rest as `phrases.toml` words it."""
    if what == "part":
        value = row["valeur"]
        rounded = _NUMBERS.get(value) if row["borne"] != "exact" else None
        return _SAID[row["borne"]] + (rounded or f"{value.replace('.', ',')}\u00a0%")
    study = library.phrases.studies[row["etude_id"]]
    own = library.phrases.benchmarks[row["repere_id"]]
    return own.ailleurs or study.ailleurs if what == "ailleurs" else str(getattr(study, what))


def _is_mirror(row: Row, reader: LocalAuthority) -> bool:
    """Whether the row speaks of collectivités of that type and size."""
    population, stratum = reader.population or 0, row["strate"]
    if stratum == "grande_ville":
        return False
    if (stratum, reader.kind) in (("commune", "epci"), ("intercommunalite", "commune")):
        return False
    low, high = int(row["population_min"] or 0), int(row["population_max"] or 10**9)
    return low <= population <= high


def _check_stance(
    library: Library, row: Row, question: Question, answer: Answer | None, one: Comparator
) -> None:
    own, said = library.phrases.benchmarks[row["repere_id"]], one.sentence
    if answer is None or isinstance(answer, NotConcerned) or not own.comparer:
        assert one.stance == "non_compare"
        assert not any(word and f" {word}" in said for word in (own.vous, own.vous_pas)), said
        return
    if isinstance(answer, Unknown):
        assert one.stance == "a_verifier"
        assert "Pour vous, c’est à préciser." in said
        return
    if one.stance in ("a_verifier", "non_compare"):  # a choice that amounts to silence
        assert question.type.startswith("choix")
        return
    inside = _in_the_share(row, question, answer)
    assert one.stance == ("dans" if inside else "hors"), (row["repere_id"], answer)
    lack = row["sens"] == "moins_est_mieux" and STUDIES[row["etude_id"]]["fiabilite"] != "opinion"
    near = own.deux_temps or row["proximite"] == "indicative"
    if not inside or near:
        assert not said.startswith(("Comme", "Vous êtes dans le même cas")), said
        told = own.vous if inside else own.vous_pas
        assert told in said, said
    else:
        assert said.startswith("Vous êtes dans le même cas" if lack else "Comme "), said
        assert (own.cas if lack else own.vous) in said, said


def _conditional(row: Row) -> bool:
    """Only a question that does not apply to this reader hides a row of its questionnaire."""
    asked = next(one for one in WHOLE if row["question_id"] in one.questions)
    return asked.questions[row["question_id"]].applicable is not None


def test_the_walk_knows_a_sentence_that_is_not_that_of_its_row(library: Library) -> None:
    """The rows of this test are read apart from the application: a spoilt one is seen."""
    row = next(row for row in COMPARATORS if row["valeur"] == "22")
    spoilt = {**row, "valeur": "23"}
    found = next(
        one
        for _row, _question, _answer, one in _beside_each_answer(library, VILLAGE)
        if one.benchmark.id == row["repere_id"]
    )
    assert _told(library, row, "part") in found.sentence
    assert _told(library, spoilt, "part") not in found.sentence
    assert not re.search(_share(spoilt), _bare(found.benchmark.statement))
