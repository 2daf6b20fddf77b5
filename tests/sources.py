# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The project's own files, for the tests of the house: read and parsed once."""

import ast
import shutil
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TypeVar

ROOT = Path(__file__).resolve().parent.parent
PRODUCT = ("autodiag", "ui", "tools")

Node = TypeVar("Node", bound=ast.AST)


@dataclass(frozen=True, slots=True)
class Source:
    """One Python file: its path from the root, its dotted name, its text and its tree."""

    path: str
    module: str
    text: str
    tree: ast.Module

    def places(self, *nodes: ast.AST) -> list[str]:
        return [f"{self.path}:{getattr(node, 'lineno', 1)}" for node in nodes]


@cache
def sources(*folders: str) -> tuple[Source, ...]:
    """The Python files of these top-level folders, or of the product and its entry point."""
    paths = [path for name in folders or PRODUCT for path in sorted((ROOT / name).rglob("*.py"))]
    if not folders:
        paths += [path for path in [ROOT / "main.py"] if path.exists()]
    return tuple(_read(path) for path in paths)


@cache
def _read(path: Path) -> Source:
    text = path.read_text(encoding="utf-8")
    relative = path.relative_to(ROOT)
    dotted = ".".join(relative.with_suffix("").parts).removesuffix(".__init__")
    return Source(relative.as_posix(), dotted, text, ast.parse(text))


@cache
def tracked_texts() -> tuple[tuple[str, str], ...]:
    """Path and text of each tracked text file; without git, of each file outside build folders."""
    names = _tracked()
    if not names:
        files = (path for path in ROOT.rglob("*") if path.is_file())
        names = [path.relative_to(ROOT).as_posix() for path in files]
        names = [name for name in names if not _generated(name)]
    return tuple((name, text) for name in names if (text := _text(ROOT / name)) is not None)


def _tracked() -> list[str]:
    if not shutil.which("git"):
        return []
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False)
    return [name for name in listed.stdout.decode().split("\0") if name]


def _generated(name: str) -> bool:
    folders = {".git", ".venv", ".hypothesis", "__pycache__", "build", "dist", "sortie"}
    return any(part in folders or part.endswith("_cache") for part in name.split("/"))


def _text(path: Path) -> str | None:
    try:
        return path.read_text(encoding="utf-8")
    except (UnicodeDecodeError, FileNotFoundError):
        return None  # a picture, a font; or deleted and not yet committed


def imports(source: Source, *, everywhere: bool) -> Iterator[tuple[ast.stmt, str]]:
    """Each import with the dotted names it may load: at module level, or everywhere.

    `from a import b` gives both `a` and `a.b`. What only type checkers read is left out.
    """
    for node in _statements(source.tree, everywhere=everywhere):
        if isinstance(node, ast.Import):
            for alias in node.names:
                yield node, alias.name
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node, node.module
            for alias in node.names:
                yield node, f"{node.module}.{alias.name}"


def _statements(node: ast.AST, *, everywhere: bool) -> Iterator[ast.stmt]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.dump(child.test):
            continue
        if isinstance(child, ast.stmt):
            yield child
        inside_function = isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda)
        if everywhere or not inside_function:
            yield from _statements(child, everywhere=everywhere)


def top(module: str) -> str:
    return module.partition(".")[0]


def nodes(kind: type[Node]) -> Iterator[tuple[Source, Node]]:
    for source in sources():
        for node in ast.walk(source.tree):
            if isinstance(node, kind):
                yield source, node


def names_in(expression: ast.AST) -> set[str]:
    return {node.id for node in ast.walk(expression) if isinstance(node, ast.Name)}
