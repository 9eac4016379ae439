"""What may import what, and who may print: read from the source, so that no import runs here."""

from __future__ import annotations

import ast
import subprocess
import sys
from collections.abc import Iterator
from functools import cache
from graphlib import TopologicalSorter
from pathlib import Path
from typing import TypeGuard

import pytest

PACKAGE = Path(__file__).parent.parent / "quotes"

# The stages of `extract` in the order of the data: none imports one further down.
FLOW = (
    "paragraphs",
    "marks",
    "sentences",
    "tokens",
    "tags",
    "cues",
    "attributions",
    "speakers",
    "pipeline",
)
# Everything around the stages, of which no stage knows.
AROUND = set(
    """atomic catalogue cli deciding identity library lookup query readers records sheets show storage
    verify""".split()
)
# Which parts of the package may import a library of others.
LIBRARIES = {
    "charset_normalizer": {"readers"},
    "filelock": {"storage"},
    "htmldate": {"readers"},
    "lxml": {"readers"},
    "markdown_it": {"readers"},
    "platformdirs": {"cli"},
    "rich": {"cli", "show"},
    "tinydb": {"storage"},
    "trafilatura": {"readers"},
    "typer": {"cli"},
    "xlsxwriter": {"sheets"},
}


def module_name(path: Path) -> str:
    return ".".join(path.relative_to(PACKAGE.parent).with_suffix("").parts).removesuffix(".__init__")


FILES = {module_name(path): path for path in sorted(PACKAGE.rglob("*.py"))}


def part(module: str) -> str:
    """Return the name below `quotes`: "sheets" for quotes.sheets.rows, "" for the package."""
    return [*module.split("."), ""][1]


@cache
def tree(module: str) -> ast.Module:
    return ast.parse(FILES[module].read_text(encoding="utf-8"))


def imported(module: str) -> Iterator[str]:
    """Yield what a module imports, inside functions too: `a.b` for both `a` and what it takes of it."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{module}: relative import"
            names = (f"{node.module}.{alias.name}" for alias in node.names)
            yield from (name if name in FILES else str(node.module) for name in names)


def own(module: str) -> set[str]:
    return {name for name in imported(module) if name in FILES}


def reached(module: str) -> set[str]:
    """Return the modules of the package that a module needs, itself included."""
    found, waiting = set[str](), [module]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += own(name)
    return found


def test_no_two_modules_import_each_other() -> None:
    TopologicalSorter({module: own(module) for module in FILES}).prepare()


def test_the_stages_know_nothing_of_what_is_around_them() -> None:
    assert {part(module) for module in reached("quotes.pipeline")} & AROUND == set()


def test_the_stages_are_those_of_the_flow() -> None:
    assert {f"quotes.{stage}" for stage in FLOW} <= reached("quotes.pipeline")


@pytest.mark.parametrize("stage", FLOW)
def test_a_stage_imports_no_later_one(stage: str) -> None:
    later = {f"quotes.{name}" for name in FLOW[FLOW.index(stage) + 1 :]}
    assert reached(f"quotes.{stage}") & later == set()


def test_the_stages_need_no_library_but_regex() -> None:
    outside = {name.split(".")[0] for module in reached("quotes.pipeline") for name in imported(module)}
    assert outside - set(sys.stdlib_module_names) <= {"quotes", "regex"}


@pytest.mark.parametrize("library", LIBRARIES)
def test_a_library_is_known_to_its_own_part_alone(library: str) -> None:
    users = {part(module) for module in FILES for name in imported(module) if name.split(".")[0] == library}
    assert users <= LIBRARIES[library]


def test_every_library_has_its_place() -> None:
    known = set(LIBRARIES) | {"quotes", "regex", "click"} | set(sys.stdlib_module_names)
    assert {name.split(".")[0] for module in FILES for name in imported(module)} <= known


def speaks(module: str) -> Iterator[str]:
    """Yield what in a module prints, asks or exits."""
    for node in ast.walk(tree(module)):
        if isinstance(node, ast.Name) and node.id in ("print", "input", "exit", "quit", "SystemExit"):
            yield f"{node.id} in line {node.lineno}"
        elif isinstance(node, ast.Attribute) and isinstance(node.value, ast.Name):
            dotted = f"{node.value.id}.{node.attr}"
            if dotted in ("sys.exit", "sys.stdout", "sys.stderr", "sys.stdin", "os._exit"):
                yield f"{dotted} in line {node.lineno}"


@pytest.mark.parametrize("module", [module for module in FILES if part(module) != "cli"])
def test_only_the_command_line_prints_and_exits(module: str) -> None:
    assert list(speaks(module)) == []


CHANGES = "add append clear discard extend insert pop popitem remove setdefault sort update".split()


def top_names(module: str) -> set[str]:
    """Return the names that a module assigns at its top level."""
    assigned = (node for node in tree(module).body if isinstance(node, ast.Assign | ast.AnnAssign))
    return {name.id for node in assigned for name in ast.walk(node) if is_stored(name)}


def is_stored(node: ast.AST) -> TypeGuard[ast.Name]:
    return isinstance(node, ast.Name) and isinstance(node.ctx, ast.Store)


def changed_names(function: ast.AST) -> Iterator[str]:
    """Yield the names whose values a function changes in place, or that it declares global."""
    for node in ast.walk(function):
        if isinstance(node, ast.Global):
            yield from node.names
        elif isinstance(node, ast.Subscript) and not isinstance(node.ctx, ast.Load):
            yield from (name.id for name in [node.value] if isinstance(name, ast.Name))
        elif isinstance(node, ast.Attribute) and node.attr in CHANGES and isinstance(node.value, ast.Name):
            yield node.value.id


@pytest.mark.parametrize("module", FILES)
def test_no_function_changes_what_its_module_holds(module: str) -> None:
    functions = [node for node in ast.walk(tree(module)) if isinstance(node, ast.FunctionDef)]
    changed = {
        name
        for function in functions
        for name in set(changed_names(function)) - {node.id for node in ast.walk(function) if is_stored(node)}
    }
    assert changed & top_names(module) == set()


@pytest.mark.parametrize("module", FILES)
def test_one_idea_a_file(module: str) -> None:
    assert len(FILES[module].read_text(encoding="utf-8").splitlines()) <= 400


HEAVY = ("lxml", "rich", "trafilatura", "xlsxwriter", "hypothesis")


@pytest.mark.parametrize("module", ["quotes", "quotes.library", "quotes.sheets", "quotes.cli.main"])
def test_an_import_loads_nothing_heavy(module: str) -> None:
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert set(HEAVY) & set(loaded.stdout.split()) == set()
