# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Answers files: every kind of answer, every kind of mistake, and all of them at once."""

import json
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from autodiag.catalogue.answers import MAX_BYTES, MAX_REASON, read_answers, write_answers
from autodiag.catalogue.load import load_questionnaire
from autodiag.errors import AutodiagError
from autodiag.model.assessment import Answered, NotConcerned, Unknown
from tests.catalogue.files import FIVE
from tests.support.plain import plain

QUESTIONNAIRE = load_questionnaire(FIVE)
LEVEL = 'il faut un niveau (0, 1, 2, 3 ou 4), "nsp" ou {"sans_objet": "le motif"}'


def read(content: Any) -> dict[str, Any]:
    data = content if isinstance(content, bytes) else content.encode("utf-8", "surrogatepass")
    return read_answers(data, "r.json", QUESTIONNAIRE)


def refused(content: str | bytes) -> list[str]:
    """The problems of a file, without its name."""
    with pytest.raises(AutodiagError) as caught:
        read(content)
    assert caught.value.code == "reponses_fautives"
    sentence, *lines = (plain(line) for line in caught.value.lines)
    number = len(lines)
    assert f"{number} point{'s' if number > 1 else ''} à corriger" in sentence
    assert "Rien n’a été écrit" in sentence
    return [line.removeprefix("r.json").removeprefix(", ").removeprefix(" : ") for line in lines]


def refused_one(question: str, answer: str) -> str:
    (line,) = refused(f'{{"{question}": {answer}}}')
    assert line.startswith(f"question {question} : ")
    return line.removeprefix(f"question {question} : ")


def test_each_kind_of_answer_is_read() -> None:
    content = {
        "out-1": 0,
        "out-2": {"choix": "agent"},
        "out-3": 12.5,
        "acc-1": "nsp",
        "acc-2": {"choix": ["telephone", "guichet"]},
        "acc-3": {"sans_objet": "  Pas de site  "},
    }
    assert read(json.dumps(content)) == {
        "out-1": Answered(0),
        "out-2": Answered("agent"),
        "out-3": Answered(12.5),
        "acc-1": Unknown(),
        "acc-2": Answered(("guichet", "telephone")),
        "acc-3": NotConcerned("Pas de site"),
    }


@pytest.mark.parametrize(
    "bound", [("out-1", 0), ("out-1", 4), ("out-3", 0), ("out-3", 5000), ("acc-3", 10)]
)
def test_bounds_are_inside(bound: tuple[str, int]) -> None:
    question, value = bound
    assert read(f'{{"{question}": {value}}}') == {question: Answered(value)}


def test_no_answer_at_all_is_a_file_too() -> None:
    assert read("{}") == {}


def test_a_byte_order_mark_is_no_fault() -> None:
    assert read(b'\xef\xbb\xbf{"out-1": 3}') == {"out-1": Answered(3)}


@pytest.mark.parametrize(
    "answer",
    ["5", "-1", "2.5", "true", "false", '"3"', '"NSP"', "[3]", "{}", '{"nsp": 1}',
     "NaN", "Infinity", "-Infinity", "1e999", "1" + "0" * 400, '{"choix": "a"}',
     '{"sans_objet": "x", "choix": "a"}'],
)  # fmt: skip
def test_what_is_no_level_is_refused(answer: str) -> None:
    assert refused_one("out-1", answer) == LEVEL


def test_a_level_with_a_decimal_point_is_told_how_to_be_written() -> None:
    assert refused_one("out-1", "3.0") == "écrivez 3, sans décimale"


@pytest.mark.parametrize("answer", ["-0.5", "5000.1", "true", "NaN", "1e999", '"12"'])
def test_what_is_no_number_between_its_bounds_is_refused(answer: str) -> None:
    assert refused_one("out-3", answer).startswith("il faut un nombre de 0 à 5000,")


@pytest.mark.parametrize("answer", ["11", "-1", "NaN", "false"])
def test_what_is_no_mark_is_refused(answer: str) -> None:
    assert refused_one("acc-3", answer).startswith("il faut un nombre de 0 à 10,")


@pytest.mark.parametrize(
    "answer", ['"agent"', "1", '{"choix": ["agent"]}', '{"choix": null}', '{"choix": {"a": []}}']
)
def test_what_is_no_choice_is_refused_with_the_choices(answer: str) -> None:
    said = 'il faut {"choix": "…"} avec un seul de ces mots : agent, prestataire, personne'
    assert refused_one("out-2", answer) == said


def test_a_choice_near_another_is_guessed() -> None:
    assert refused_one("out-2", '{"choix": "agant"}').endswith("vouliez-vous dire « agent » ?")


@pytest.mark.parametrize(
    "answer",
    ['"guichet"', '{"choix": "guichet"}', '{"choix": ["fax"]}', '{"choix": ["guichet", "guichet"]}',
     '{"choix": [["guichet"]]}', '{"choix": [1]}'],
)  # fmt: skip
def test_what_is_no_list_of_choices_is_refused(answer: str) -> None:
    assert "une fois chacun : guichet, telephone, courriel" in refused_one("acc-2", answer)


@pytest.mark.parametrize("reason", ['""', '"  "', "3", "null", "true", '["x"]'])
def test_sans_objet_asks_for_its_reason(reason: str) -> None:
    said = "« sans objet » demande son motif, entre guillemets"
    assert refused_one("out-1", f'{{"sans_objet": {reason}}}') == said


def test_a_reason_has_a_length() -> None:
    assert read(json.dumps({"out-1": {"sans_objet": "x" * MAX_REASON}}))
    said = refused_one("out-1", json.dumps({"sans_objet": "x" * (MAX_REASON + 1)}))
    assert "dépasse 500 caractères" in said


def test_a_reason_that_no_file_can_hold_is_refused_where_it_is() -> None:
    assert "ne peut pas être enregistré" in refused_one("out-1", r'{"sans_objet": "a\ud800"}')


def test_null_is_told_how_not_to_answer() -> None:
    assert refused_one("out-1", "null") == "pour ne pas répondre, supprimez cette ligne"


def test_every_problem_is_listed_at_once_with_what_was_meant() -> None:
    lines = refused('{"out-1": 7, "out1": 2, "zzz": 1, "acc-3": 3, "acc-1": 2, "acc-1": 3}')
    assert lines == [
        "question acc-1 : elle a deux réponses",
        f"question out-1 : {LEVEL}",
        "question out1 : cette question n’existe pas ; vouliez-vous dire « out-1 » ?",
        "question zzz : cette question n’existe pas",
    ]


def test_the_same_key_twice_within_an_answer_is_refused() -> None:
    said = refused_one("out-1", '{"sans_objet": "a", "sans_objet": "b"}')
    assert said == "« sans_objet » y est écrit deux fois"


@pytest.mark.parametrize(
    ("content", "said"),
    [
        ("", "ce fichier est vide"),
        (" \n", "ce fichier est vide"),
        ("[]", "il faut des accolades"),
        ("3", "il faut des accolades"),
        ("null", "il faut des accolades"),
        ('{"out-1": 3', "ligne 1, colonne 12 : il manque une virgule avant ceci, ou l’accolade"),
        ('{"out-1": 3 "acc-1": 2}', "il manque une virgule avant ceci"),
        ('{"out-1" 3}', "il manque deux-points"),
        ('{"out-1": }', "il manque une réponse"),
        ('{"out-1": nsp}', "il manque une réponse, ou il lui manque des guillemets droits"),
        ("{\n'out-1': 3}", "ligne 2, colonne 1 : il faut une question entre guillemets droits"),
        ("{“out-1”: 3}", "il faut une question entre guillemets droits"),
        ('{"out-1": 3} fin', "ce texte vient après l’accolade de la fin"),
        ('{"out-1', "ce guillemet n’est pas refermé"),
        ('{"out-1": "a\tb"}', "ce n’est pas du JSON bien écrit"),
        ('{"out-1": 1' + "0" * 5000 + "}", "il contient un nombre démesuré"),
        ("[" * 10_000, "les uns dans les autres (imbriqués)"),
        ('{"a":' * 10_000, "les uns dans les autres (imbriqués)"),
        ('{"out-1": ' + "[" * 10_000 + "]" * 10_000 + "}", "les uns dans les autres (imbriqués)"),
        ('{"out-1": 3}'.encode("utf-16"), "ce fichier n’est pas en UTF-8"),
        ('{"é": 3}'.encode("latin-1"), "ce fichier n’est pas en UTF-8"),
        (b"\0\1\2", "il manque une réponse"),
        (b" " * (MAX_BYTES + 1), "ce fichier est trop gros"),
    ],
    ids=lambda value: str(value)[:20],
)  # fmt: skip
def test_what_is_no_answers_file_is_told_in_french(content: str | bytes, said: str) -> None:
    (line,) = refused(content)
    assert said in line


def test_a_trailing_comma_is_told() -> None:
    (line,) = refused('{"out-1": 3,}')
    assert "virgule" in line


def test_an_endless_question_name_is_shortened() -> None:
    (line,) = refused(json.dumps({"x" * 5_000: 1}))
    assert len(line) < 150


JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inside: (
        st.lists(inside, max_size=3)
        | st.dictionaries(st.sampled_from(["choix", "sans_objet", "x"]), inside, max_size=2)
    ),
    max_leaves=5,
)


def refusal_of(data: bytes) -> str:
    """The code of the refusal, empty when the file is read and its answers come back the same."""
    try:
        answers = read(data)
    except AutodiagError as error:
        return error.code if error.details else "no details"
    assert read(json.dumps(write_answers(answers))) == answers
    return ""


@settings(max_examples=200)
@given(st.dictionaries(st.sampled_from([*QUESTIONNAIRE.questions, "zz"]), JSON, max_size=4))
def test_any_json_is_read_or_refused_and_what_is_read_comes_back(content: dict[str, Any]) -> None:
    assert refusal_of(json.dumps(content).encode()) in ("", "reponses_fautives")


@settings(max_examples=200)
@given(st.binary(max_size=40))
def test_any_bytes_are_read_or_refused(data: bytes) -> None:
    assert refusal_of(data) in ("", "reponses_fautives")
