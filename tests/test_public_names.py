"""The public names of burgerdata: complete, documented, and cheap to import."""

from __future__ import annotations

import inspect
import json
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

import burgerdata as bd

ROOT = Path(__file__).resolve().parents[1]
HEAVY = (
    "matplotlib",
    "sklearn",
    "scipy",
    "openpyxl",
    "xlsxwriter",
    "docx",
    "pyreadstat",
    "IPython",
    "phonenumbers",
)
MOST_SECONDS = 0.3
IMPORT_AND_TELL = """
import json, sys, time
import pandas
begin = time.process_time()
import burgerdata
seconds = time.process_time() - begin
print(json.dumps({"seconds": seconds, "modules": sorted(sys.modules)}))
"""


def import_in_fresh_python() -> dict[str, object]:
    run = subprocess.run([sys.executable, "-c", IMPORT_AND_TELL], check=True, capture_output=True, text=True)
    return json.loads(run.stdout)


def test_all_is_sorted_and_without_doubles() -> None:
    assert list(bd.__all__) == sorted(set(bd.__all__))


@pytest.mark.parametrize("name", bd.__all__)
def test_a_public_name_exists_and_has_a_docstring_with_an_example(name: str) -> None:
    thing = getattr(bd, name)
    docstring = inspect.getdoc(thing)
    assert docstring, f"{name} has no docstring"
    if inspect.isfunction(thing):
        assert ">>>" in docstring, f"the docstring of {name} has no example"


def test_no_public_name_is_left_out_of_all() -> None:
    for name in bd.__all__:
        getattr(bd, name)
    own = {
        name for name, value in vars(bd).items() if getattr(value, "__module__", "").startswith("burgerdata")
    }
    assert {name for name in own if not name.startswith("_")} <= set(bd.__all__)


def test_completion_offers_every_public_name() -> None:
    assert set(bd.__all__) <= set(dir(bd))


def test_an_unknown_name_is_an_attribute_error() -> None:
    with pytest.raises(AttributeError, match="bestaat_niet"):
        bd.bestaat_niet  # noqa: B018 (looking it up is the test)


def test_importing_burgerdata_brings_in_nothing_heavy() -> None:
    modules = import_in_fresh_python()["modules"]
    assert [name for name in HEAVY if name in modules] == []


def test_importing_burgerdata_adds_at_most_three_tenths_of_a_second_to_pandas() -> None:
    # Again when it was slow: other work on the machine makes it slower, nothing makes it faster.
    assert any(import_in_fresh_python()["seconds"] < MOST_SECONDS for _ in range(3))


def test_the_version_is_that_of_the_package_and_of_the_changelog() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    changelog = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
    headings = [line for line in changelog.splitlines() if line.startswith("## [") and "Nog niet" not in line]
    assert bd.__version__ == project["version"]
    assert headings[0].startswith(f"## [{bd.__version__}]")
