# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The help and the refusals of the command line: wholly French, readable at 80 columns."""

import re

import pytest

from autodiag.cli.arguments import VERBS
from autodiag.text.typography import faults
from tests.cli.console import Console
from tests.support.plain import plain

ENGLISH = re.compile(
    r"\b(?:usage: |optional|positional|show this|error|argument -|expected|required|choose"
    r"|invalid)"
)
HELPS = [("--help",), ("-h",), *((verb, "--help") for verb in VERBS)]


@pytest.fixture(autouse=True)
def narrow(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COLUMNS", "80")


def asked(console: Console, capsys: pytest.CaptureFixture[str], *words: str) -> tuple[int, str]:
    """The exit code and all that was printed."""
    with pytest.raises(SystemExit) as ended:
        console(*words)
    printed = capsys.readouterr()
    assert not (printed.out and printed.err)
    code = ended.value.code
    assert isinstance(code, int)
    return code, printed.out or printed.err


@pytest.mark.parametrize("words", HELPS, ids=" ".join)
def test_each_help_is_in_french_and_fits_80_columns(
    console: Console, capsys: pytest.CaptureFixture[str], words: tuple[str, ...]
) -> None:
    code, text = asked(console, capsys, *words)
    assert code == 0
    assert not ENGLISH.search(text)
    for line in text.splitlines():
        assert len(line) <= 80, line
        assert line == line.rstrip()
        # columns are made of spaces; a command is typed with straight quotes
        text_alone = re.sub(r" {2,}", ". ", re.sub(r'"[^"]*"', "x", line.strip()))
        assert not faults(text_alone), line


def test_the_help_lists_every_verb_on_one_line_each(
    console: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    _, text = asked(console, capsys, "--help")
    for verb, words in VERBS.items():
        assert re.search(rf"^  {verb} +{re.escape(words)}$", text, re.M)


@pytest.mark.parametrize("verb", VERBS)
def test_every_argument_of_every_verb_is_explained(
    console: Console, capsys: pytest.CaptureFixture[str], verb: str
) -> None:
    _, text = asked(console, capsys, verb, "--help")
    usage, _, rest = text.partition("\n\n")
    for word in re.findall(r"--?[a-z][a-z-]*|\b[A-Z]{4,}\b", usage.partition(verb)[2]):
        assert word in rest, word
    for line in rest.splitlines():
        if re.fullmatch(r"  (-\S+ \S+|[A-Z]+)", line):
            pytest.fail(f"sans explication : {line}")


@pytest.mark.parametrize(
    ("words", "said"),
    [
        ("", "il manque COMMANDE"),
        ("--donnees", "--donnees demande une valeur"),
        ("--donnees d", "il manque COMMANDE"),
        ("nouvea", "« nouvea » n’est pas une commande ; vouliez-vous dire « nouveau » ?"),
        ("zzz", "« zzz » n’est pas une commande. Possible : nouveau, remplir,"),
        ("nouveau", "il manque FICHIER"),
        ("nouveau a", "il manque --commune, --siren ou --nom"),
        ("nouveau a --commune", "--commune demande une valeur"),
        ("nouveau a --commune 1 --siren 2", "--siren et --commune ne vont pas ensemble"),
        ("nouveau a --comm 42336", "il manque --commune, --siren ou --nom"),
        ("nouveau a --commune 42336 --pop 3", "« --pop 3 » n’est pas compris ici"),
        ("nouveau a b --commune 42336", "« b » n’est pas compris ici"),
        ("score", "il manque FICHIER et --json"),
        ("score a", "il manque --json"),
        ("score a --json=3", "--json ne prend pas de valeur"),
        ("score a --json --donnees d", "« --donnees DIR » s’écrit avant la commande"),
        ("remplir a", "il manque --questionnaire"),
        ("rapport a", "il manque -o"),
        ("rapport a -o b --modele c", "« c » n’est pas possible pour --modele. Possible : complet"),
        ("rapport a -o b --modele questionnaire", "vouliez-vous dire « questionnaire-vierge » ?"),
        ("rapport a -o b --diffusion public", "vouliez-vous dire « publique » ?"),
        ("feuille-de-route a --json --jours-par-mois", "--jours-par-mois demande une valeur"),
    ],
)
def test_a_wrong_usage_is_told_in_french(
    console: Console, capsys: pytest.CaptureFixture[str], words: str, said: str
) -> None:
    code, text = asked(console, capsys, *words.split())
    assert code == 2
    assert text.startswith("usage\u00a0: main.py")
    assert said in plain(text)
    assert not ENGLISH.search(text)
    assert not console.contents()


def test_what_was_typed_wrong_is_quoted_as_typed(
    console: Console, capsys: pytest.CaptureFixture[str]
) -> None:
    _, text = asked(console, capsys, "l'Etat")
    assert "l'Etat" in text
