# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""`python main.py` as a process: codes, outputs, encodings, pipes, Ctrl+C, and what it imports."""

import importlib
import json
import os
import shlex
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.sources import ROOT

MAIN = ROOT / "main.py"
POSIX = pytest.mark.skipif(os.name == "nt", reason="signals and shells of Unix")
SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
ENCODINGS = ("LANG", "LC_ALL", "LC_CTYPE", "PYTHONIOENCODING", "PYTHONUTF8")
HOMES = ("MPLCONFIGDIR", "XDG_CACHE_HOME", "XDG_CONFIG_HOME", "XDG_DATA_HOME")
BUFFERED = ("PYTHONUNBUFFERED",)


def surroundings(**others: str) -> dict[str, str]:
    """No screen, no word about encodings or buffers, but for what is given."""
    kept = {k: v for k, v in os.environ.items() if k not in SCREENS + ENCODINGS + BUFFERED}
    return {**kept, **others}


def main(
    folder: Path, *words: str | Path, env: dict[str, str] | None = None
) -> subprocess.CompletedProcess[bytes]:
    return subprocess.run(
        [sys.executable, MAIN, *words],
        cwd=folder,
        env=surroundings() if env is None else env,
        capture_output=True,
        timeout=120,
        check=False,
    )


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "r.json").write_text('{"edu-1": {"sans_objet": "École « à part » 🏫"}}', "utf-8")
    return tmp_path


@pytest.fixture
def dossier(folder: Path) -> Path:
    """A dossier whose name is not ASCII."""
    words = ("nouveau", "Mairie-été.autodiag", "--commune", "42336", "--reponses", "r.json")
    made = main(folder, "--donnees", "donnees", *words)
    assert made.returncode == 0, made.stderr.decode()
    assert made.stdout.decode() == "Mairie-été.autodiag\n".replace("\n", os.linesep)
    return folder / "Mairie-été.autodiag"


def test_0_done_1_refused_2_wrong_usage(folder: Path, dossier: Path) -> None:
    done = main(folder, "--donnees=donnees", "score", dossier, "--json")
    assert (done.returncode, done.stderr) == (0, b"")
    assert json.loads(done.stdout)["collectivite"]["nom"] == "Virigneux"
    refused = main(folder, "--donnees", "donnees", "score", "absent.autodiag", "--json")
    assert (refused.returncode, refused.stdout) == (1, b"")
    assert "introuvable" in refused.stderr.decode()
    wrong = main(folder, "score", "--json")
    assert (wrong.returncode, wrong.stdout) == (2, b"")
    assert "il manque FICHIER" in wrong.stderr.decode()


@pytest.mark.long
@pytest.mark.parametrize(
    "env",
    [{}, {"LANG": "C", "LC_ALL": "C"}, {"LC_ALL": "POSIX", "PYTHONIOENCODING": "ascii"}],
    ids=["nothing", "C", "ascii"],
)
def test_outputs_are_utf_8_whatever_the_locale(
    folder: Path, dossier: Path, env: dict[str, str]
) -> None:
    words = ("--donnees", "donnees", "reponses", dossier, "--json")
    given = main(folder, *words, env=surroundings(**env))
    assert given.returncode == 0, given.stderr
    assert "École « à part » 🏫".encode() in given.stdout
    refused = main(folder, "score", "été.autodiag", "--json", env=surroundings(**env))
    assert refused.returncode == 1
    assert "« été.autodiag » est introuvable" in refused.stderr.decode().replace("\u202f", " ")
    helped = main(folder, "--help", env=surroundings(**env))
    assert "collectivité" in helped.stdout.decode()


@pytest.mark.long
@POSIX
@pytest.mark.parametrize("reader", ["head -n 1", "head -c 1", "true"])
def test_a_reader_that_goes_away_is_no_fault(folder: Path, dossier: Path, reader: str) -> None:
    line = f"{sys.executable} {MAIN} --donnees donnees feuille-de-route {dossier} --json | {reader}"
    heard = subprocess.run(
        line, shell=True, cwd=folder, env=surroundings(), capture_output=True, check=True
    )
    assert heard.stderr == b""


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
def test_an_output_that_is_full_is_told(folder: Path, dossier: Path) -> None:
    words = [sys.executable, MAIN, "--donnees", "donnees", "score", dossier, "--json"]
    with Path("/dev/full").open("w") as full:
        heard = subprocess.run(
            words, cwd=folder, env=surroundings(), stdout=full, stderr=subprocess.PIPE, check=False
        )
    assert heard.returncode == 1
    assert "Il n’y a plus de place sur le disque" in heard.stderr.decode()
    assert b"Traceback" not in heard.stderr
    assert b"Exception ignored" not in heard.stderr


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="no /dev/full here")
@pytest.mark.parametrize("words", [("--help",), ("score", "--help")])
def test_a_help_that_cannot_be_written_is_told(folder: Path, words: tuple[str, ...]) -> None:
    with Path("/dev/full").open("w") as full:
        heard = subprocess.run(
            [sys.executable, MAIN, *words],
            cwd=folder,
            env=surroundings(),
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
        )
    assert heard.returncode == 1
    assert "Il n’y a plus de place sur le disque" in heard.stderr.decode()
    assert b"Traceback" not in heard.stderr
    assert b"Exception ignored" not in heard.stderr


@POSIX
def test_an_account_name_that_is_not_text_signs_all_the_same(folder: Path) -> None:
    env = {
        **{os.fsencode(k): os.fsencode(v) for k, v in surroundings().items()},
        b"LOGNAME": b"\xff",
    }
    words = (sys.executable, MAIN, "--donnees", "d", "nouveau", "a.autodiag", "--commune", "42336")
    made = subprocess.run(words, cwd=folder, env=env, capture_output=True, check=False)
    assert made.returncode == 0, made.stderr.decode()


@pytest.mark.long
@pytest.mark.skipif(not Path("/proc/self").exists(), reason="no /proc here")
def test_a_home_where_nothing_can_be_written_adds_no_word_of_english(folder: Path) -> None:
    # not even an administrator writes in /proc
    env = {k: v for k, v in surroundings(HOME="/proc").items() if k not in HOMES}
    given = main(folder, "exemple", "sortie", env=env)
    assert given.returncode == 0, given.stderr.decode()
    said = given.stderr.decode()
    assert "atplotlib" not in said
    assert "MPLCONFIGDIR" not in said


@POSIX
def test_no_output_at_all_is_no_fault(folder: Path, dossier: Path) -> None:
    words = shlex.join([sys.executable, str(MAIN), "--donnees", "donnees", "score", str(dossier)])
    heard = subprocess.run(
        f"{words} --json >&- 2>&-", shell=True, cwd=folder, env=surroundings(), check=False
    )
    assert heard.returncode == 0


# --- Ctrl+C


@pytest.fixture
def planning(folder: Path) -> Iterator[subprocess.Popen[bytes]]:
    """The example being filled, planned and printed: it takes a few seconds."""
    process = subprocess.Popen(
        [sys.executable, MAIN, "--donnees", "donnees", "exemple", "sortie"],
        cwd=folder,
        env=surroundings(PYTHONUNBUFFERED="1"),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
    )
    yield process
    process.kill()
    process.wait()


@pytest.mark.long
@POSIX
@pytest.mark.parametrize("delay", [0.0, 0.5, 1.5])
def test_D2_ctrl_c_gives_no_traceback_and_loses_nothing(
    folder: Path, planning: subprocess.Popen[bytes], delay: float
) -> None:
    assert planning.stdout is not None
    made = planning.stdout.readline().decode().strip()  # said once it is on disk
    time.sleep(delay)
    planning.send_signal(signal.SIGINT)
    _, said = planning.communicate(timeout=60)
    assert planning.returncode in (130, 0)  # 0: it had just ended
    assert b"Traceback" not in said
    if planning.returncode:
        assert said.decode() == "Interrompu. Ce qui a été annoncé comme enregistré l’est.\n"
    checked = main(folder, "--donnees", "donnees", "verifier", made)
    assert checked.returncode == 0, checked.stderr
    left = {path.name for path in (folder / "sortie").iterdir()} - {"montbrelle.pdf"}
    assert left == {"montbrelle.autodiag"}


def test_D2_an_interruption_that_a_library_disguises_is_still_one(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def loading(_words: object) -> int:
        raise ImportError("initialization failed") from KeyboardInterrupt()

    def broken(_words: object) -> int:
        raise ImportError("no module")

    module = importlib.import_module("main")
    monkeypatch.setattr(module, "_run_verb", loading)
    assert module.main(["score", "x"]) == 130
    assert capsys.readouterr().err == "Interrompu. Ce qui a été annoncé comme enregistré l’est.\n"
    monkeypatch.setattr(module, "_run_verb", broken)
    with pytest.raises(ImportError, match="no module"):
        module.main(["score", "x"])


# --- The window, and what is imported


def test_without_a_screen_the_window_says_so_in_french(folder: Path) -> None:
    if sys.platform != "linux":
        pytest.skip("elsewhere there is always a screen")
    for words in ((), ("mairie.autodiag",), ("--donnees", "d"), ("--donnees=d", "r.json")):
        heard = main(folder, *words)
        assert heard.returncode == 1
        assert "Il n’y a pas d’écran ici" in heard.stderr.decode()
    assert {path.name for path in folder.iterdir()} == {"r.json"}


def test_a_mistyped_verb_does_not_open_the_window(folder: Path) -> None:
    for words in (("nouvea",), ("--donnees",), ("--donnees", "d", "scor")):
        assert main(folder, *words).returncode == 2


IMPORTS = """
import sys
sys.path.insert(0, {root!r})
sys.argv = ["main.py"]
from main import main
code = main({words!r})
heavy = {{"PySide6", "matplotlib", "pandas", "reportlab", "highspy", "docx", "ui"}}
print(code, *sorted(heavy & {{name.partition(".")[0] for name in sys.modules}}), file=sys.stderr)
"""


@pytest.mark.parametrize(
    ("words", "heavy"),
    [
        (("nouveau", "neuf.autodiag", "--siren", "200066587"), ""),
        (("reponses", "Mairie-été.autodiag", "--json"), ""),
        (("score", "Mairie-été.autodiag", "--json"), ""),
        (("comparer", "Mairie-été.autodiag", "--json"), ""),
        (("verifier", "Mairie-été.autodiag"), ""),
        (("feuille-de-route", "Mairie-été.autodiag", "--json"), " highspy"),
        (("rapport", "Mairie-été.autodiag", "-o", "r.pdf"), " highspy matplotlib reportlab"),
    ],
    ids=lambda value: value[0] if isinstance(value, tuple) else "",
)
@pytest.mark.usefixtures("dossier")
def test_a_verb_imports_no_window_and_only_the_leaf_it_needs(
    folder: Path, words: tuple[str, ...], heavy: str
) -> None:
    program = IMPORTS.format(root=str(ROOT), words=["--donnees", "donnees", *words])
    heard = subprocess.run(
        [sys.executable, "-c", program],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        check=True,
    )
    assert heard.stderr.decode().splitlines()[-1] == f"0{heavy}"
