# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""What is true of the files as a whole: licence lines, French, paths, locks, README, CHANGELOG."""

import ast
import re
import tomllib
from collections.abc import Iterator

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from autodiag.errors import SENTENCES
from autodiag.text import typography
from tests.sources import ROOT, sources, tracked_texts

HEADER = (
    "# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag\n"
    "# SPDX-License-Identifier: EUPL-1.2\n"
)
# one of these words, and it is French
FRENCH = re.compile(
    r"\b(?:aux?|ces?|des?|du|est|et|la|les?|pour|sur|une?|vo[st]re?|vous)\b|[ln]’", re.I
)
# what a person types as it is: {"str-1": 3}, "nsp"
JSON = re.compile(r'\{"[^}]*\}|"[\w-]+"')
MACHINE_PATH = re.compile(r"(?:^|[^.\w-])/(?:farm|home|root|work)/")
LEFT_OPEN = re.compile(r"\b(?:TODO|FIXME|XXX|NotImplementedError)\b")


def read(name: str) -> str:
    return (ROOT / name).read_text(encoding="utf-8")


def test_each_python_file_says_its_licence() -> None:
    files = sources() + sources("tests")
    assert not [f.path for f in files if f.text and not f.text.startswith(HEADER)]


def test_the_licence_is_whole() -> None:
    text = read("LICENSE")
    assert text.startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert all(f"\n{n}." in text for n in range(1, 16))
    assert "LiLiQ-R" in text
    assert text.endswith("require the production of a new EUPL version.\n")


# --- French


def literals(tree: ast.Module) -> list[tuple[int, str]]:
    """Line and text of each string that is not a docstring; « x » stands for what is filled in."""
    inside = {
        id(part)
        for node in ast.walk(tree)
        if isinstance(node, ast.JoinedStr | ast.Expr)
        for part in ast.walk(node)
        if part is not node
    }
    found = []
    for node in ast.walk(tree):
        if isinstance(node, ast.JoinedStr):
            parts = [v.value if isinstance(v, ast.Constant) else "x" for v in node.values]
            found.append((node.lineno, "".join(map(str, parts))))
        elif isinstance(getattr(node, "value", None), str) and id(node) not in inside:
            found.append((node.lineno, node.value))
    return found


def is_french(text: str) -> bool:
    return " " in text and FRENCH.search(text) is not None


def test_every_french_sentence_of_the_code_is_well_typed() -> None:
    wrong = [
        f"{source.path}:{line} {fault}"
        for source in sources("autodiag", "ui")
        if source.module != "autodiag.text.typography"
        for line, text in literals(source.tree)
        if is_french(text)
        for fault in typography.faults(JSON.sub("x", text))
    ]
    assert not wrong, "\n".join(wrong)


def strings(value: object) -> Iterator[str]:
    """Every text of a TOML value."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict | list):
        for part in value.values() if isinstance(value, dict) else value:
            yield from strings(part)


def test_every_text_of_the_data_files_is_well_typed() -> None:
    wrong = [
        f"{path.name} {fault}"
        for folder in ("questionnaires", "resources")
        for path in (ROOT / folder).rglob("*.toml")
        for text in strings(tomllib.loads(path.read_text(encoding="utf-8")))
        for fault in typography.faults(text)
    ]
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("code", sorted(SENTENCES))
def test_each_error_sentence_is_well_typed_and_whole(code: str) -> None:
    sentence = SENTENCES[code]
    assert not typography.faults(sentence)
    assert sentence[0].isupper() or sentence[0] in "{«"
    assert sentence[-1] in ".?}…", sentence


def test_error_sentences_are_in_alphabetical_order() -> None:
    assert list(SENTENCES) == sorted(SENTENCES)


# --- Files


def test_no_file_names_a_machine_of_ours() -> None:
    wrong = [
        f"{name}:{number}"
        for name, text in tracked_texts()
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATH.search(line)
    ]
    assert not wrong


def test_nothing_is_left_open_in_the_code() -> None:
    wrong = [
        f"{name}:{number} {line.strip()}"
        for name, text in tracked_texts()
        if name.endswith((".py", ".sh", ".toml")) and name != "tests/test_house.py"
        for number, line in enumerate(text.splitlines(), 1)
        if LEFT_OPEN.search(line)
    ]
    assert not wrong


# --- Locks


def pins(name: str) -> dict[str, str]:
    """Package → version for the Python that runs the tests."""
    found: dict[str, str] = {}
    for line in read(name).splitlines():
        if line and not line[0].isspace():
            requirement = Requirement(line.removesuffix("\\").strip())
            if requirement.marker is None or requirement.marker.evaluate():
                found[canonicalize_name(requirement.name)] = str(requirement.specifier)[2:]
    return found


def test_the_locks_hold_what_the_project_asks_for() -> None:
    project = tomllib.loads(read("pyproject.toml"))
    wanted = {
        "requirements.lock": project["project"]["dependencies"],
        "requirements-dev.lock": project["project"]["dependencies"]
        + project["dependency-groups"]["dev"],
    }
    for name, asked in wanted.items():
        locked = pins(name)
        for requirement in map(Requirement, asked):
            version = locked.get(canonicalize_name(requirement.name))
            assert version, f"{requirement.name} is not in {name}: make lock"
            assert requirement.specifier.contains(version), f"{requirement} in {name}: make lock"


def test_tests_run_with_the_versions_that_users_get() -> None:
    assert pins("requirements.lock").items() <= pins("requirements-dev.lock").items()


@pytest.mark.parametrize("name", ["requirements.lock", "requirements-dev.lock"])
def test_locks_have_a_hash_for_each_package_and_no_address(name: str) -> None:
    text = read(name)
    assert "://" not in text
    assert "index" not in text
    for block in re.split(r"\n(?=\S)", text):
        assert "--hash=sha256:" in block, block


# --- README, CHANGELOG


def test_the_readme_begins_in_french_then_gives_the_two_commands() -> None:
    title, first, *rest = read("README.md").split("\n\n")
    assert title.startswith("# Autodiag")
    assert is_french(first)
    assert not typography.faults(first.replace("\n", " "))
    assert "make run" in rest[1]
    assert "make test" in rest[1]


def test_each_make_command_of_the_documents_exists() -> None:
    targets = set(re.findall(r"^([a-z]+):", read("Makefile"), re.M))
    for name in ("README.md", "CONTRIBUTING.md"):
        asked = set(re.findall(r"`make ([a-z]+)|^make ([a-z]+)", read(name), re.M))
        assert {a or b for a, b in asked} <= targets, name


def test_ci_runs_what_the_readme_says() -> None:
    lines = read(".ci/run").splitlines()
    assert lines[-3:] == ["make test", "make test-long", "make check"]
    assert (ROOT / ".ci" / "run").stat().st_mode & 0o111


def test_the_changelog_keeps_its_shape() -> None:
    text = read("CHANGELOG.md")
    assert re.findall(r"^## (.+)$", text, re.M)[0] == "[Non publié]"
    sections = {"Ajouté", "Modifié", "Obsolète", "Retiré", "Corrigé", "Sécurité"}
    assert set(re.findall(r"^### (.+)$", text, re.M)) <= sections
    for line in text.splitlines():
        assert not typography.faults(line.removeprefix("- ")), line
