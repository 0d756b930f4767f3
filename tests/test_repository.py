"""What may not lie in the repository: hosts, machine paths, files that grew too long, notebooks that check nothing."""

from __future__ import annotations

import ast
import io
import json
import re
import subprocess
import zipfile
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest

ROOT = Path(__file__).resolve().parents[1]
MOST_LINES_OF_A_FILE = 400
MOST_LINES_OF_A_FUNCTION = 60
MOST_LINES_OF_A_CELL = 8

# Joined from pieces, so that this file does not hold what it looks for.
HOSTS = tuple(
    "".join(pieces).encode()
    for pieces in (
        ("py", "pi.org"),
        ("python", "hosted.org"),
        ("ana", "conda.org"),
        ("ana", "conda.com"),
        ("registry.", "npm"),
        ("npm", "js.org"),
        ("crates", ".io"),
        ("proxy.", "golang.org"),
        ("index", "-url="),
        ("index", "-url = "),
    )
)
MACHINE_FOLDERS = ("home", "Users", "root", "work", "tmp", "private", "workspace", "mnt")
MACHINE_PATH = re.compile(
    (
        r"(?<![\w.)>}\]*~\-])/(?:" + "|".join(MACHINE_FOLDERS) + r")/[\w.]|\b[A-Za-z]:\\{1,2}Users\\{1,2}\w"
    ).encode()
)


@cache
def tracked_files() -> tuple[Path, ...]:
    """Return every file that git keeps."""
    try:
        listing = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, check=True, capture_output=True).stdout
    except (OSError, subprocess.CalledProcessError):
        pytest.skip("no git here, so no list of tracked files")
    paths = (ROOT / name for name in listing.decode().split("\0") if name)
    return tuple(path for path in paths if path.is_file())


def contents_of(path: Path) -> Iterator[tuple[str, bytes]]:
    """Yield what a file holds, and what each member holds of a file that is a zip (.xlsx, .docx)."""
    whole = path.read_bytes()
    name = path.relative_to(ROOT).as_posix()
    yield name, whole
    if zipfile.is_zipfile(io.BytesIO(whole)):
        with zipfile.ZipFile(io.BytesIO(whole)) as package:
            for member in package.namelist():
                yield f"{name} ({member})", package.read(member)


def package_files() -> list[Path]:
    return [*sorted((ROOT / "burgerdata").rglob("*.py")), ROOT / "kit.py"]


def body_length(function: ast.FunctionDef | ast.AsyncFunctionDef) -> int:
    """Return the lines of a function without its signature and docstring."""
    statements = function.body[1:] if ast.get_docstring(function) else function.body
    return (function.end_lineno or 0) - statements[0].lineno + 1 if statements else 0


def find_long_functions(source: str) -> list[str]:
    functions = (
        node
        for node in ast.walk(ast.parse(source))
        if isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    )
    return [function.name for function in functions if body_length(function) > MOST_LINES_OF_A_FUNCTION]


def find_prints(source: str) -> list[int]:
    calls = (node for node in ast.walk(ast.parse(source)) if isinstance(node, ast.Call))
    return [call.lineno for call in calls if isinstance(call.func, ast.Name) and call.func.id == "print"]


def find_notebook_problems(notebook: dict[str, Any]) -> list[str]:
    """Return what would let a notebook pass nbval without checking anything, or keep it from passing."""
    problems = []
    cells = [cell for cell in notebook["cells"] if cell["cell_type"] == "code"]
    for number, cell in enumerate(cells, start=1):
        source = "".join(cell["source"])
        kinds = {output["output_type"] for output in cell["outputs"]}
        streams = {output.get("name") for output in cell["outputs"]}
        found = {
            "was not executed": cell["execution_count"] is None,
            "holds an error": "error" in kinds,
            "holds stderr": "stderr" in streams,
            "ends in a semicolon": source.rstrip().endswith(";"),
            "is longer than eight lines": len(source.splitlines()) > MOST_LINES_OF_A_CELL,
        }
        problems += [f"cell {number} {problem}" for problem, there in found.items() if there]
    return problems


def make_notebook(source: str = "1 + 1", **changes: Any) -> dict[str, Any]:
    cell = {"cell_type": "code", "execution_count": 1, "source": source, "outputs": []}
    return {"cells": [{"cell_type": "markdown", "source": "# Kop"}, {**cell, **changes}]}


def test_no_tracked_file_names_a_package_registry() -> None:
    hits = [
        (name, host)
        for path in tracked_files()
        for name, data in contents_of(path)
        for host in HOSTS
        if host in data
    ]
    assert hits == []


def test_no_tracked_file_holds_a_path_of_somebodys_machine() -> None:
    hits = [
        (name, match.group())
        for path in tracked_files()
        for name, data in contents_of(path)
        for match in [MACHINE_PATH.search(data)]
        if match
    ]
    assert hits == []


@pytest.mark.parametrize(
    ("text", "caught"),
    [
        ("open('/" + "home/jan/x.csv')", True),
        ("file:///" + "Users/jan/x.csv", True),
        ("C:" + "\\Users\\jan", True),
        ('"C:' + '\\\\Users\\\\jan"', True),
        ("MAP/werk en surveys/x/wo" + "rk/y", False),
        ("https://voorbeeld.nl/home/x", False),
        ("P:/Onderzoek/2026-boa", False),
    ],
)
def test_a_machine_path_is_told_from_any_other_slash(text: str, caught: bool) -> None:
    assert bool(MACHINE_PATH.search(text.encode())) is caught


def test_there_is_one_list_of_pins_and_no_lock_file() -> None:
    names = {path.name for path in tracked_files()}
    assert names.isdisjoint({"uv.lock", "poetry.lock", "Pipfile.lock", "requirements.txt", "pdm.lock"})
    assert "constraints.txt" in names


def test_only_the_examples_of_surveys_are_tracked() -> None:
    inside = [
        path.relative_to(ROOT / "surveys") for path in tracked_files() if (ROOT / "surveys") in path.parents
    ]
    strangers = [
        path for path in inside if path.name != "README.md" and not path.parts[0].startswith("voorbeeld-")
    ]
    assert strangers == []
    assert not [path for path in inside if {"werk", "rapport"} & set(path.parts[1:2])]


@pytest.mark.parametrize("path", package_files(), ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_package_file_keeps_to_its_budget_and_says_what_it_is(path: Path) -> None:
    source = path.read_text(encoding="utf-8")
    assert len(source.splitlines()) <= MOST_LINES_OF_A_FILE
    assert find_long_functions(source) == []
    assert ast.get_docstring(ast.parse(source)), "no module docstring"
    if path.name not in ("cli.py", "kit.py"):
        assert find_prints(source) == []


def test_a_long_function_is_seen_and_its_docstring_does_not_count() -> None:
    docstring = '    """Wat.' + "\n" * 70 + '    """\n'
    body = "    x = 1\n" * 61
    assert find_long_functions(f"def lang():\n{body}") == ["lang"]
    assert find_long_functions(f"def kort():\n{docstring}    return 1\n") == []


def test_a_print_is_seen() -> None:
    assert find_prints("x = 1\nprint(x)\n") == [2]


def test_groups_are_always_told_whether_they_occur() -> None:
    silent = [
        f"{path.relative_to(ROOT).as_posix()}:{call.lineno}"
        for path in package_files()
        for call in ast.walk(ast.parse(path.read_text(encoding="utf-8")))
        if isinstance(call, ast.Call)
        and isinstance(call.func, ast.Attribute)
        and call.func.attr == "groupby"
        and "observed" not in {given.arg for given in call.keywords}
    ]
    assert silent == []


def test_the_notebooks_hold_nothing_that_lets_a_check_pass_unseen() -> None:
    notebooks = [path for path in tracked_files() if path.suffix == ".ipynb"]
    problems = {
        path.name: found
        for path in notebooks
        if (found := find_notebook_problems(json.loads(path.read_text(encoding="utf-8"))))
    }
    assert notebooks, "there are no notebooks"
    assert problems == {}


@pytest.mark.parametrize(
    ("notebook", "problem"),
    [
        (make_notebook(execution_count=None), "was not executed"),
        (make_notebook(outputs=[{"output_type": "error", "ename": "X"}]), "holds an error"),
        (make_notebook(outputs=[{"output_type": "stream", "name": "stderr", "text": "!"}]), "holds stderr"),
        (make_notebook("bd.plot_themas(t);\n"), "ends in a semicolon"),
        (make_notebook("x = 1\n" * 9), "is longer than eight lines"),
    ],
)
def test_each_hole_in_a_notebook_is_seen(notebook: dict[str, Any], problem: str) -> None:
    assert find_notebook_problems(notebook) == [f"cell 1 {problem}"]
    assert find_notebook_problems(make_notebook()) == []


def test_the_licence_is_whole() -> None:
    text = (ROOT / "LICENSE").read_text(encoding="utf-8")
    articles = re.findall(r"^(\d+)\. [A-Z]", text, flags=re.MULTILINE)
    assert articles == [str(number) for number in range(1, 16)]
    assert text.lstrip().startswith("EUROPEAN UNION PUBLIC LICENCE v. 1.2")
    assert text.rstrip().endswith("require the production of a new\nEUPL version.")
