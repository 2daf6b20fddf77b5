# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""Sizes and habits that keep the code readable (CONTRIBUTING.md), read in the code."""

import ast
from collections.abc import Iterator

import pytest

from tests.sources import Source, imports, names_in, nodes, sources, top

DRAWING = {"matplotlib", "PySide6", "reportlab"}


def test_files_are_300_lines_at_most() -> None:
    long = [f"{s.path}: {n} lines" for s in sources() if (n := s.text.count("\n")) > 300]
    assert not long, "\n".join(long)


@pytest.mark.parametrize(
    ("kind", "limit"), [(ast.ClassDef, 250), (ast.FunctionDef, 40), (ast.AsyncFunctionDef, 40)]
)
def test_classes_are_250_lines_and_functions_40_at_most(
    kind: type[ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef], limit: int
) -> None:
    long = [
        f"{place} {node.name}: {lines} lines, {limit} at most"
        for source, node in nodes(kind)
        if (lines := (node.end_lineno or node.lineno) - node.lineno + 1) > limit
        for place in source.places(node)
    ]
    assert not long, "\n".join(long)


def test_functions_take_five_positional_parameters_at_most() -> None:
    imposed = {id(method) for source in sources() for method in overrides(source)}
    wrong = []
    for source, node in nodes(ast.FunctionDef):
        names = [a.arg for a in node.args.posonlyargs + node.args.args]
        names = [name for name in names if name not in ("self", "cls")]
        if len(names) > 5 and id(node) not in imposed:
            wrong += [f"{place} {node.name}({', '.join(names)})" for place in source.places(node)]
    assert not wrong, "\n".join(wrong)


def overrides(source: Source) -> Iterator[ast.stmt]:
    """Public methods of classes that a library of drawing or windows calls: it chose their form."""
    theirs = {
        name.rpartition(".")[2]
        for _, name in imports(source, everywhere=True)
        if top(name) in DRAWING
    }
    for node in ast.walk(source.tree):
        if isinstance(node, ast.ClassDef) and theirs & {ast.unparse(base) for base in node.bases}:
            yield from (m for m in node.body if not getattr(m, "name", "_").startswith("_"))


def test_no_error_is_caught_blindly() -> None:
    allowed = {"ui/tasks.py", "ui/failures.py"}
    assert not [
        place
        for source, node in nodes(ast.ExceptHandler)
        if source.path not in allowed
        and (node.type is None or {"Exception", "BaseException"} & names_in(node.type))
        and not raises_again(node)
        for place in source.places(node)
    ]


def raises_again(handler: ast.ExceptHandler) -> bool:
    """It only cleans up: whatever it caught goes on."""
    last = handler.body[-1]
    return isinstance(last, ast.Raise) and last.exc is None


def test_no_lambda_is_connected_to_a_signal() -> None:
    """It would keep its widget alive, or run on the wrong thread (house traps 6 and 8)."""
    assert not [
        place
        for source, node in nodes(ast.Call)
        if source.path.startswith("ui/")
        and isinstance(node.func, ast.Attribute)
        and node.func.attr == "connect"
        and any(isinstance(inner, ast.Lambda) for inner in ast.walk(node))
        for place in source.places(node)
    ]
