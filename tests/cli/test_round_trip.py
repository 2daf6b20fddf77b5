# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""`reponses` gives what `--reponses` takes: any answers come back, and score the same."""

import tempfile
from pathlib import Path
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.cli.console import FIVE, Console

REASONS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=30).filter(
    lambda text: text.strip() and "\0" not in text
)
VALUES: dict[str, st.SearchStrategy[Any]] = {
    "out-1": st.integers(0, 4),
    "out-2": st.sampled_from(["agent", "prestataire", "personne"]).map(lambda one: {"choix": one}),
    "out-3": st.integers(0, 5000) | st.floats(0, 5000),
    "acc-1": st.integers(0, 4),
    "acc-2": st.lists(
        st.sampled_from(["guichet", "telephone", "courriel"]), min_size=1, unique=True
    ).map(lambda some: {"choix": some}),
    "acc-3": st.integers(0, 10) | st.floats(0, 10),
}
OTHERWISE = st.just("nsp") | REASONS.map(lambda text: {"sans_objet": text})
ANSWERS = st.fixed_dictionaries(
    {}, optional={name: values | OTHERWISE for name, values in VALUES.items()}
)


def meant(answer: Any) -> Any:
    """What stays of an answer: a reason without its outer spaces, choices whatever their order."""
    match answer:
        case {"sans_objet": str(reason)}:
            return {"sans_objet": reason.strip()}
        case {"choix": list(some)}:
            return {"choix": set(some)}
        case _:
            return answer


@settings(max_examples=20)
@given(answers=ANSWERS)
def test_any_answers_come_back_as_they_were_given(answers: dict[str, Any]) -> None:
    with tempfile.TemporaryDirectory() as name:
        console = Console(Path(name))
        first = console.new("--questionnaire", FIVE, name="a.autodiag", answers=answers)
        given_back = console("reponses", first, "--json")
        assert {k: meant(v) for k, v in given_back.json.items()} == {
            k: meant(v) for k, v in answers.items()
        }
        again = console.new("--questionnaire", FIVE, name="b.autodiag", answers=given_back.json)
        assert console("reponses", again, "--json").out == given_back.out
        assert console("score", again, "--json").out == console("score", first, "--json").out


def test_answers_come_in_the_order_of_the_questions(console: Console) -> None:
    path = console.new(answers={"edu-1": 1, "str-2": 2, "str-1": "nsp"})
    assert list(console("reponses", path, "--json").json) == ["str-1", "str-2", "edu-1"]
