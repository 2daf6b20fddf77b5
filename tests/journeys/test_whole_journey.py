# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The whole journey of a town hall, in the real window and at the keyboard, judged from outside.

`AUTODIAG_IMAGES=folder` keeps a picture of each step.
"""

import itertools
import json
import sqlite3
import subprocess
import sys
from collections.abc import Iterable, Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest

from tests.journeys.walker import Walker
from tests.support.hand import ROOT, ROW, at_the_window, until
from tests.support.shipped import shipped_questionnaire

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="a virtual screen of X")

BEGIN = (1240, 735)
"""«Commencer les questions»."""
SAVE = (200, 680)
"""«Enregistrer le PDF…»."""
RESUME = (940, 200)
DISPLAY = (1278, 30)
"""«Aa»."""
DIALOG = "Enregistrer le document PDF"
KEYS = ("3", "1", "2", "0", "n", "4", "2")
"""What is answered, again and again."""


@pytest.fixture
def home(tmp_path: Path) -> Path:
    """A home with the folder where dossiers are proposed."""
    (tmp_path / "Documents").mkdir()
    return tmp_path


@contextmanager
def walking(home: Path, album: str) -> Iterator[Walker]:
    with at_the_window(home) as hand:
        yield Walker(hand, album)


def dossier(home: Path) -> Path:
    (found,) = (home / "Documents").rglob("*.autodiag")
    return found


def command(home: Path, *words: str) -> str:
    """What a command says, run beside the window."""
    whole = [sys.executable, str(ROOT / "main.py"), "--donnees", str(home / "commande"), *words]
    done = subprocess.run(whole, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return done.stdout


def answers(home: Path) -> dict[str, object]:
    """What the file holds, as the command reads it."""
    return json.loads(command(home, "reponses", str(dossier(home)), "--json"))


def rows(home: Path, query: str) -> int:
    """A count in the file, which is only read."""
    with closing(sqlite3.connect(f"{dossier(home).as_uri()}?mode=ro", uri=True)) as file:
        return file.execute(query).fetchone()[0]


def begin(walker: Walker) -> None:
    """From a commune’s name to the first of all the questions."""
    walker.keep("accueil")
    walker.hand.type("virigneux")
    walker.settle()
    walker.keep("nom")
    walker.hand.key("Down", "Return")
    assert walker.hand.sees_window("Virigneux — Autodiag")
    walker.settle()
    walker.keep("collectivite")
    walker.tab_to(*BEGIN, back=True)
    express = walker.press("space")
    whole = walker.press("Tab")  # from the short form, offered first, to all the questions
    assert whole[1] > express[1]
    walker.keep("par-ou-commencer")
    walker.press("space")


def answer(walker: Walker, keys: Iterable[str]) -> None:
    """One key a question, and on to the next."""
    for key in keys:
        walker.hand.key(ROW[int(key)] if key.isdigit() else key, "Return")


def go_on_by_itself(walker: Walker) -> None:
    """Tick «Passer à la suite après chaque réponse», the third of the menu from its end."""
    walker.press("F6")  # the steps
    walker.tab_to(*DISPLAY)
    walker.hand.key("space", "Up", "Up", "Up")
    walker.settle()
    walker.keep("affichage")
    walker.hand.key("Return")
    walker.press("shift+F6")  # back to the question, past the visit


def answer_at_once(walker: Walker, keys: Iterable[str]) -> None:
    """One key a question, and nothing else."""
    for key in keys:
        walker.hand.key(ROW[int(key)] if key.isdigit() else key)


def typed(answered: dict[str, object]) -> dict[str, object]:
    """Those same questions with what was typed, in the order in which they are asked."""
    asked = [q for q in shipped_questionnaire().questions if q in answered]
    given = itertools.cycle("nsp" if key == "n" else int(key) for key in KEYS)
    return dict(zip(asked, given, strict=False))


@pytest.mark.long
def test_the_whole_journey_at_the_keyboard(home: Path) -> None:
    """A name typed, every question answered, the roadmap computed, the PDF saved."""
    with walking(home, "parcours") as walker:
        hand = walker.hand
        begin(walker)
        walker.keep("premiere-question")
        go_on_by_itself(walker)
        asked = 61  # a commune without sensors is not asked about them
        before = hand.pressed
        answer_at_once(walker, itertools.islice(itertools.cycle(KEYS), asked))
        assert hand.pressed - before == asked
        assert until(lambda: rows(home, "SELECT count(*) FROM answers") == asked)
        hand.key("Return")  # the last question is never left by itself
        walker.settle(still=1)
        walker.keep("resultats")
        hand.key("ctrl+Next", "ctrl+Next")
        assert until(lambda: rows(home, "SELECT count(*) FROM plans") == 1)
        walker.settle()
        walker.keep("feuille-de-route")
        hand.key("ctrl+p")
        walker.settle(30, 2.5)
        walker.keep("imprimer")
        walker.tab_to(*SAVE)
        hand.key("space")
        assert hand.turn_to(DIALOG)
        walker.settle()
        walker.keep("enregistrer")
        hand.key("Return")
        assert until(lambda: list(home.rglob("*.pdf")))
        walker.settle()
        walker.keep("enregistre")
        print(f"{hand.pressed} touches, dont {asked} réponses")
        assert hand.pressed < 2 * asked, "what is not an answer is short"

        # the window is still open: the command only reads
        given = answers(home)
        assert len(given) == asked
        assert given == typed(given)
        themes = json.loads(command(home, "score", str(dossier(home)), "--json"))["themes"]
        assert sum(theme["sans_reponse"] for theme in themes) == 0
        (pdf,) = home.rglob("*.pdf")
        text = subprocess.check_output(["pdftotext", "-layout", str(pdf), "-"], text=True)
        assert "Virigneux" in text
        assert "Feuille de route" in text
        assert text.count("\f") >= 10


def resume(walker: Walker) -> None:
    """«Reprendre», and to the question where one was."""
    walker.settle()
    walker.keep("reprendre")
    walker.tab_to(*RESUME)
    walker.hand.key("space")
    assert walker.hand.sees_window("Virigneux — Autodiag")
    walker.settle()
    walker.keep("la-suite")


def first_answers(home: Path, most: int) -> int:
    """How many answers the file holds: those typed, to the first questions, in their order."""
    given = answers(home)
    assert given == typed(given)
    assert list(given) == list(shipped_questionnaire().questions)[: len(given)]
    assert len(given) <= most
    return len(given)


@pytest.mark.long
def test_D2_a_journey_left_then_cut_goes_on_where_it_was(home: Path) -> None:
    """Closed in the middle; killed once the sign is green; killed in the middle of a rush."""
    with walking(home, "debut") as walker:
        begin(walker)
        assert not walker.says_saved()
        answer(walker, KEYS[:4])
        walker.hand.ask_to_close()
        assert walker.hand.ended() == 0
    assert first_answers(home, 4) == 4
    with walking(home, "suite") as walker:
        resume(walker)
        answer(walker, KEYS[4:6])
        walker.settle()
        assert walker.says_saved()
        walker.keep("enregistre")
        walker.hand.kill()
    assert first_answers(home, 6) == 6
    with walking(home, "apres-coupure") as walker:
        resume(walker)
        answer(walker, [*KEYS[6:], *KEYS])
        walker.hand.kill()
    assert first_answers(home, 14) >= 6
