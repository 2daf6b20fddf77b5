# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""From a commune's name to an answer, by ear: the page of the questions as the accessibility layer
of the system tells it to another process (AT-SPI, Linux)."""

import sys
from collections.abc import Iterator
from functools import partial
from pathlib import Path

import pytest

from tests.outside.journey import to_the_questions
from tests.outside.listening import Heard, Listener, left_behind, listening, missing
from tests.support.hand import until
from tests.support.shipped import shipped_questionnaire

pytestmark = [
    pytest.mark.skipif(sys.platform != "linux", reason="AT-SPI is that of Linux"),
    pytest.mark.skipif(bool(missing()), reason=f"the system has no {missing()}"),
]
DIGITS = {2: "11", 3: "12"}
"""The keys of the digit row, by their place: French digits need Shift, answers do not."""


@pytest.fixture(scope="module")
def home(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    home = tmp_path_factory.mktemp("maison")
    (home / "Documents").mkdir()
    yield home
    assert until(lambda: not left_behind(home), 5), left_behind(home)


@pytest.fixture(scope="module")
def listener(home: Path) -> Iterator[Listener]:
    """Somebody before the first question, who came there with keys and ears."""
    with listening(home) as listener:
        to_the_questions(listener)
        yield listener


def things(listener: Listener) -> list[Heard]:
    return [thing for window in listener.windows() for thing in window.all()]


def levels(listener: Listener) -> list[Heard]:
    found = things(listener)
    return [thing for thing in found if thing.role == "radio button" and "Niveau" in thing.name]


def checked(listener: Listener) -> list[int]:
    return [n for n, level in enumerate(levels(listener)) if "checked" in level.states]


@pytest.mark.long
def test_the_question_its_levels_and_its_help_are_told_outside(listener: Listener) -> None:
    first = next(iter(shipped_questionnaire().questions.values())).wording()
    found = things(listener)
    named = {thing.name: thing for thing in found}
    assert first.text in named
    said = levels(listener)
    assert [level.name[:14] for level in said] == [f"Niveau {n} sur 4" for n in range(5)]
    for level, option in zip(said, first.levels, strict=True):
        assert option in level.name
        assert {"checkable", "focusable", "sensitive"} <= level.states
    assert checked(listener) == []
    for unknown in ("Je ne sais pas", "Sans objet pour nous"):
        assert "checkable" in named[unknown].states
        assert "checked" not in named[unknown].states
    assert named["Votre note"].role in ("text", "label")
    assert [thing for thing in found if thing.role == "text" and "note" in thing.name.lower()]
    assert [thing for thing in found if "Pourquoi cette question" in thing.name]
    assert [thing for thing in found if first.why in thing.name]


def test_what_has_the_keyboard_is_told_outside(listener: Listener) -> None:
    focused = listener.focused()
    assert focused is not None
    assert focused.role == "radio button"
    assert focused.name.startswith("Niveau 0 sur 4")


def test_an_answer_is_heard_outside(listener: Listener) -> None:
    """By its key, without Shift; then pressed by assistive technologies themselves."""
    listener.hand.key(DIGITS[2])
    assert until(lambda: checked(listener) == [2], 5)
    fourth = levels(listener)[4]
    assert listener.press(fourth.role, fourth.name)
    assert until(lambda: checked(listener) == [4], 5)


def test_an_announcement_is_heard_outside(listener: Listener) -> None:
    """The next question, then the one before: each is said as it comes, in words of its own."""
    first, second, *_ = shipped_questionnaire().questions.values()
    said: list[str] = []

    def heard(words: str) -> bool:
        said.extend(listener.announced())
        return words in said

    listener.hand.key(DIGITS[2])  # « Entrée » goes on from an answer
    for key, question in (("Return", second), ("alt+Left", first)):
        said.clear()
        listener.hand.key(key)
        assert until(partial(heard, question.wording().text), 5), said
