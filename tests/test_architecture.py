# SPDX-FileCopyrightText: 2026 Les contributeurs d’Autodiag
# SPDX-License-Identifier: EUPL-1.2
"""The rules of the house, in order of importance (CONTRIBUTING.md, « Rules »), read in the code."""

import ast
from collections.abc import Iterator
from functools import cache

from tests.sources import imports, names_in, nodes, sources, top

HEAVY = {"docx", "highspy", "icalendar", "matplotlib", "numpy", "openpyxl", "pandas", "reportlab"}

# Each part of autodiag, and the others that it may import, besides those that serve them all.
BASE = {"model", "text"}
MAY_IMPORT = {
    "errors": set(),
    "bundle": set(),
    "version": set(),
    "model": set(),
    "text": {"model"},
    "catalogue": BASE,
    "scoring": BASE,
    "places": BASE,
    "benchmarks": BASE | {"scoring"},
    "workshop": BASE | {"scoring"},
    "dossier": BASE | {"catalogue"},
    "roadmap": BASE | {"scoring"},
    "charts": BASE | {"scoring"},
    "report": BASE | {"scoring", "benchmarks", "charts", "roadmap"},  # months and budgets
    "documents": BASE | {"scoring", "roadmap", "report"},
    "tables": BASE | {"roadmap"},
    "dates": BASE | {"roadmap"},
    "territory": BASE | {"scoring", "benchmarks", "dossier"},
    "linking": BASE | {"catalogue", "scoring"},
    "contributing": BASE | {"catalogue", "scoring"},
    "since": BASE | {"catalogue", "scoring", "dossier"},
    "shown": BASE | {"catalogue", "scoring", "dossier", "since"},
    "session": BASE
    | {"catalogue", "scoring", "places", "benchmarks", "workshop", "dossier", "shown"},
    "example": BASE | {"catalogue", "scoring", "places", "dossier"},
    "carried_out": None,  # ranks with paper
    "local": BASE | {"catalogue", "places", "benchmarks"},
    "paper": None,  # ranks with cli and ui, which both print
    "cli": None,  # ranks with ui: imports what its verb needs
}
LEAVES = ("autodiag.roadmap", "autodiag.charts", "autodiag.report", "autodiag.documents")
LEAVES += ("autodiag.territory", "autodiag.tables", "autodiag.dates")
SHARED = {"errors", "bundle", "version"}

MUTABLE_MAKERS = {"bytearray", "Counter", "defaultdict", "deque", "dict", "list", "set"}
MUTATORS = {"add", "append", "clear", "discard", "extend", "insert", "pop", "popitem", "remove"}
MUTATORS |= {"setdefault", "sort", "reverse", "update"}
CLOCK_AND_HOME = {"datetime.now", "datetime.today", "datetime.utcnow", "date.today", "time.time"}
CLOCK_AND_HOME |= {"Path.home", "os.getenv", "os.environ", "os.path.expanduser"}


def part(module: str) -> str:
    """`scoring` for `autodiag.scoring.ranges`; empty outside autodiag."""
    names = module.split(".")
    return names[1] if names[0] == "autodiag" and len(names) > 1 else ""


# --- 1. main → ui → autodiag


def test_the_domain_imports_neither_qt_nor_the_window() -> None:
    forbidden = {"PySide6", "shiboken6", "ui", "main"}
    assert not [
        f"{place} {name}"
        for source in sources("autodiag")
        for node, name in imports(source, everywhere=True)
        if top(name) in forbidden
        for place in source.places(node)
    ]


def test_the_window_does_not_import_the_entry_point() -> None:
    assert not [
        place
        for source in sources("ui")
        for node, name in imports(source, everywhere=True)
        if top(name) == "main"
        for place in source.places(node)
    ]


# --- 2. Layers


def test_each_part_imports_only_the_parts_below_it() -> None:
    wrong = []
    for source in sources("autodiag"):
        here = part(source.module)
        if not here:
            continue
        assert here in MAY_IMPORT, f"{source.path}: give « {here} » a layer in this test"
        allowed = MAY_IMPORT[here]
        for node, name in imports(source, everywhere=True):
            there = part(name)
            known = there and allowed is not None
            if known and there not in allowed | SHARED | {here}:
                wrong += [f"{place} {here} → {there}" for place in source.places(node)]
    assert not wrong, "\n".join(wrong)


# --- 3. What is heavy waits


@cache
def direct_imports() -> dict[str, frozenset[str]]:
    """Module → what it imports at module level."""
    return {
        source.module: frozenset(name for _, name in imports(source, everywhere=False))
        for source in sources()
    }


@cache
def heavy_loaded() -> dict[str, frozenset[str]]:
    """Module → what is heavy and loaded when it is imported, as far as our own code decides."""
    known = {
        module: frozenset(map(top, names)) & HEAVY for module, names in direct_imports().items()
    }
    while True:
        more = {
            module: known[module].union(*(known[name] for name in names if name in known))
            for module, names in direct_imports().items()
        }
        if more == known:
            return known
        known = more


def test_only_leaves_load_what_is_heavy() -> None:
    wrong = [
        f"{source.path} loads {', '.join(sorted(heavy))}: import inside the function that needs it"
        for source in sources("autodiag", "ui")
        if not source.module.startswith(LEAVES) and (heavy := heavy_loaded()[source.module])
    ]
    assert not wrong, "\n".join(wrong)


def test_only_leaves_name_what_is_heavy() -> None:
    assert not [
        f"{place} {name}"
        for source in sources("autodiag")
        if not source.module.startswith(LEAVES)
        for node, name in imports(source, everywhere=True)
        if top(name) in HEAVY
        for place in source.places(node)
    ]


def test_package_files_are_empty() -> None:
    assert not [s.path for s in sources() if s.path.endswith("__init__.py") and s.text]


# --- 6. Model objects are frozen


def test_model_objects_are_frozen_and_slotted() -> None:
    wrong = []
    for source, node in nodes(ast.ClassDef):
        if part(source.module) != "model":
            continue
        # slots leave no room for what a cached property keeps
        wanted = {"frozen=True"} | (
            set() if "cached_property" in names_in(node) else {"slots=True"}
        )
        for decorator in map(ast.unparse, node.decorator_list):
            if decorator.startswith("dataclass") and not all(w in decorator for w in wanted):
                wrong += [f"{place} {node.name}" for place in source.places(node)]
    assert not wrong


# --- 7. Paths, clock and settings are passed in; no mutable state


def test_the_domain_asks_neither_the_time_nor_where_home_is() -> None:
    assert not [
        f"{place} {name}"
        for source, node in nodes(ast.Attribute)
        if source.path.startswith("autodiag/") and part(source.module) not in ("cli", "bundle")
        if (name := ast.unparse(node)).endswith(tuple(CLOCK_AND_HOME))
        for place in source.places(node)
    ]


def makes_mutable(value: ast.expr | None) -> bool:
    if isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp):
        return True
    return isinstance(value, ast.Call) and ast.unparse(value.func).split(".")[-1] in MUTABLE_MAKERS


def is_constant(name: str) -> bool:
    return name.lstrip("_").isupper() or name.startswith("__")


def test_a_list_or_dictionary_of_a_module_or_class_is_a_constant() -> None:
    wrong = []
    for source in sources():
        for node in shared_values(source.tree):
            targets = node.targets if isinstance(node, ast.Assign) else [node.target]
            names = [ast.unparse(target) for target in targets]
            if makes_mutable(node.value) and not all(map(is_constant, names)):
                wrong += [f"{place} {names}" for place in source.places(node)]
    assert not wrong


def shared_values(tree: ast.Module) -> Iterator[ast.Assign | ast.AnnAssign]:
    """What a module or a class keeps. An annotated name of a class is a field: each object of a
    dataclass or of pydantic gets its own."""
    for node in tree.body:
        if isinstance(node, ast.Assign | ast.AnnAssign):
            yield node
    for owner in ast.walk(tree):
        if isinstance(owner, ast.ClassDef):
            yield from (node for node in owner.body if isinstance(node, ast.Assign))


def mutated(node: ast.AST) -> list[ast.expr]:
    """What this statement or call changes in place."""
    if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
        return [node.func.value] if node.func.attr in MUTATORS else []
    targets: list[ast.expr] = []
    if isinstance(node, ast.Assign | ast.Delete):
        targets = node.targets
    elif isinstance(node, ast.AugAssign):
        targets = [node.target]
    return [t.value if isinstance(t, ast.Subscript) else t for t in targets if changes(node, t)]


def changes(node: ast.AST, target: ast.expr) -> bool:
    return isinstance(target, ast.Subscript) or isinstance(node, ast.AugAssign)


def test_a_constant_never_changes() -> None:
    assert not [
        f"{place} {ast.unparse(changed)}"
        for source, node in nodes(ast.AST)
        for changed in mutated(node)
        if isinstance(changed, ast.Name | ast.Attribute)
        and ast.unparse(changed).split(".")[-1].lstrip("_").isupper()
        and not (isinstance(node, ast.AugAssign) and node in source.tree.body)
        for place in source.places(node)
    ]


def test_no_function_rebinds_a_name_of_its_module() -> None:
    assert not [place for source, node in nodes(ast.Global) for place in source.places(node)]


def test_domain_tests_never_ask_for_qt() -> None:
    assert not [
        f"{place} {name}"
        for source in sources("tests")
        if source.path.startswith(tuple(f"tests/{name}/" for name in MAY_IMPORT))
        for node, name in imports(source, everywhere=True)
        if top(name) in ("PySide6", "pytestqt", "ui")
        for place in source.places(node)
    ]
