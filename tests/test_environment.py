"""pyproject.toml, constraints.txt and environment.yml say the same about what is installed."""

from __future__ import annotations

import re
import tomllib
from pathlib import Path

import pytest
import yaml
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version
from rattler import MatchSpec

ROOT = Path(__file__).resolve().parents[1]
PIN = re.compile(r"[a-z0-9][a-z0-9.-]*==[0-9][\w.]*( ; [\w .<>='!()-]+)?")


@pytest.fixture(scope="module")
def project() -> dict[str, object]:
    return tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]


@pytest.fixture(scope="module")
def environment() -> dict[str, list[object]]:
    return yaml.safe_load((ROOT / "environment.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def pins() -> list[str]:
    return (ROOT / "constraints.txt").read_text(encoding="utf-8").splitlines()


def read_bounds(spec: MatchSpec) -> tuple[str, frozenset[str]]:
    """Return the name and the version clauses of a conda spec."""
    assert spec.name is not None
    return spec.name.normalized, frozenset(str(spec.version).split(","))


def as_match_spec(requirement: str) -> MatchSpec:
    """Return the conda spec that says what a requirement of pyproject.toml says."""
    parsed = Requirement(requirement)
    return MatchSpec(
        f"{canonicalize_name(parsed.name)} {','.join(str(clause) for clause in parsed.specifier)}"
    )


def test_conda_gets_the_same_packages_with_the_same_bounds(project, environment) -> None:
    conda = {read_bounds(MatchSpec(line)) for line in environment["dependencies"] if isinstance(line, str)}
    ours = {read_bounds(as_match_spec(requirement)) for requirement in project["dependencies"]}
    ours |= {read_bounds(MatchSpec(f"python {project['requires-python']}"))}
    assert conda - ours == {read_bounds(MatchSpec("pip"))}
    assert ours <= conda


def test_a_different_lower_bound_is_seen() -> None:
    assert read_bounds(MatchSpec("pandas >=3.0,<4")) == read_bounds(as_match_spec("pandas>=3.0,<4"))
    assert read_bounds(MatchSpec("pandas >=2.0,<4")) != read_bounds(as_match_spec("pandas>=3.0,<4"))


def test_conda_takes_its_packages_from_conda_forge_alone(environment) -> None:
    assert environment["channels"] == ["conda-forge", "nodefaults"]
    assert environment["dependencies"][-1] == {"pip": ["-e ."]}


def test_what_the_analyst_works_with_is_in_the_environment(environment) -> None:
    names = {read_bounds(MatchSpec(line))[0] for line in environment["dependencies"] if isinstance(line, str)}
    assert {"jupyterlab", "pandas", "matplotlib", "scikit-learn", "nbval"} <= names


def test_the_pins_hold_no_address_and_nothing_but_versions(pins) -> None:
    assert [line for line in pins if not PIN.fullmatch(line)] == []
    assert pins == sorted(pins, key=lambda line: line.split("==")[0])


def test_every_dependency_is_pinned_within_its_bounds(project, pins) -> None:
    pinned: dict[str, list[Version]] = {}
    for line in pins:
        name, version = line.split(" ;")[0].split("==")
        pinned.setdefault(canonicalize_name(name), []).append(Version(version))
    extras = project["optional-dependencies"].values()
    wanted = [
        Requirement(line)
        for line in (*project["dependencies"], *(line for extra in extras for line in extra))
    ]
    for requirement in wanted:
        versions = pinned.get(canonicalize_name(requirement.name), [])
        assert versions, f"{requirement.name} is not pinned"
        assert all(version in requirement.specifier for version in versions), requirement


def test_a_system_gets_its_own_packages_through_markers(pins) -> None:
    marked = {line.split("==")[0]: line.split(" ; ")[1] for line in pins if " ; " in line}
    assert "nt" in marked["pywinpty"]
    assert "darwin" in marked["appnope"]
