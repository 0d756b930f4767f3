"""kit.py: what stands in the way is said in one Dutch sentence, and a verb reaches the right Python unchanged."""

from __future__ import annotations

import ast
import dataclasses
import importlib.util
import json
import sys
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[1]
posix = pytest.mark.skipif(sys.platform == "win32", reason="a script with a shebang is no program on Windows")

SPY = """#!{python}
import json, sys
from pathlib import Path
with Path({log!r}).open("a", encoding="utf-8") as file:
    file.write(json.dumps(sys.argv[1:]) + "\\n")
sys.exit({code})
"""


@pytest.fixture
def kit(monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    spec = importlib.util.spec_from_file_location("kit", ROOT / "kit.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    monkeypatch.setitem(sys.modules, "kit", module)  # dataclasses look their module up
    spec.loader.exec_module(module)
    return module


@pytest.fixture
def good(kit: ModuleType):
    return kit.Machine(python=(3, 11, 7), windows=False, has_venv=True, writable=True, free=50 * 1024**3)


@pytest.fixture
def project(kit: ModuleType, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Return a project folder with spaces and its own pins, in which kit.py believes itself to lie."""
    folder = tmp_path / "map met spaties"
    folder.mkdir()
    (folder / "pyproject.toml").write_text("[project]\nname = 'x'\n")
    (folder / "constraints.txt").write_text("numpy==2.4.6\n")
    monkeypatch.setattr(kit, "HERE", folder)
    monkeypatch.setenv("KIT_VENV", str(folder / "omgeving"))
    return folder


def make_spy(kit: ModuleType, venv: Path, *, code: int = 0) -> Path:
    """Put an interpreter in the environment that writes down what it was asked; return what it writes."""
    log = venv.parent / "gevraagd.jsonl"
    python = kit.python_of(venv)
    python.parent.mkdir(parents=True)
    python.write_text(SPY.format(python=sys.executable, log=str(log), code=code))
    python.chmod(0o755)
    return log


def mark_ready(kit: ModuleType, venv: Path, extras: list[str]) -> None:
    stamp = {"hash": kit.fingerprint(venv), "extras": extras}
    (venv / kit.STAMP).write_text(json.dumps(stamp))


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"python": (3, 10, 4)}, "Python 3.10.4 is te oud: installeer Python 3.11 of nieuwer"),
        ({"has_venv": False}, "sudo apt install python3-venv"),
        ({"writable": False}, "mag niet worden geschreven: kopieer de map"),
        ({"free": 1_610_612_736}, "te weinig schijfruimte (1,5 GB vrij, 2 GB nodig): maak ruimte"),
    ],
)
def test_each_obstacle_gets_one_dutch_sentence_with_its_remedy(kit, good, change, sentence) -> None:
    with pytest.raises(kit.KitError) as refused:
        kit.refuse(dataclasses.replace(good, **change), ROOT / ".venv")
    assert sentence in str(refused.value)
    assert "\n" not in str(refused.value)


def test_a_long_path_is_refused_on_windows_only(kit, good) -> None:
    folder = Path("/" + "m" * 145)
    kit.refuse(good, folder / ".venv", folder)
    with pytest.raises(kit.KitError, match=r"te lang voor Windows \(146 tekens, hoogstens 140\).*korter pad"):
        kit.refuse(dataclasses.replace(good, windows=True), folder / ".venv", folder)


def test_a_good_machine_is_not_refused(kit, good) -> None:
    kit.refuse(good, ROOT / ".venv")


def test_this_machine_is_inspected_without_installing(kit, tmp_path) -> None:
    machine = kit.inspect_machine(tmp_path / "nog" / "niet", uv=None)
    assert machine.python == sys.version_info[:3]
    assert machine.writable
    assert machine.free > 0
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_cannot_be_written_is_noticed_by_trying(kit, tmp_path) -> None:
    assert kit.is_writable(tmp_path)
    assert not kit.is_writable(tmp_path / "bestaat-niet")


def test_an_old_python_can_read_the_file_far_enough_to_say_so(kit) -> None:
    ast.parse((ROOT / "kit.py").read_text(encoding="utf-8"), feature_version=(3, 8))
    with pytest.raises(kit.KitError, match=r"Python 3\.8\.10 is te oud"):
        kit.refuse_old_python((3, 8, 10))


def test_kit_needs_nothing_but_the_standard_library() -> None:
    tree = ast.parse((ROOT / "kit.py").read_text(encoding="utf-8"))
    imported = {alias.name for node in ast.walk(tree) if isinstance(node, ast.Import) for alias in node.names}
    imported |= {str(node.module) for node in ast.walk(tree) if isinstance(node, ast.ImportFrom)}
    assert {name.split(".")[0] for name in imported} <= sys.stdlib_module_names


def test_without_a_verb_the_usage_is_printed_in_dutch(kit, capsys) -> None:
    assert kit.main([]) == 0
    printed = capsys.readouterr().out
    assert printed.startswith("Gebruik:")
    assert all(f"  {verb} " in printed for verb in (*kit.VERBS, "test", "pak"))


def test_an_unknown_verb_names_the_verbs_there_are(kit, capsys) -> None:
    assert kit.main(["zing"]) == 2
    assert "Het werkwoord 'zing' bestaat niet; kies uit nieuw, controleer" in capsys.readouterr().err
    assert kit.main(["raporteer"]) == 2
    assert "Het werkwoord 'raporteer' bestaat niet; bedoelde u 'rapporteer'?" in capsys.readouterr().err


@posix
def test_arguments_with_spaces_and_the_exit_code_pass_unchanged(kit, project, monkeypatch) -> None:
    venv = project / "omgeving"
    log = make_spy(kit, venv, code=7)
    monkeypatch.setattr(kit, "make_ready", lambda *_: None)
    assert kit.main(["controleer", "P:/Onderzoek/mijn map", "--alles"]) == 7
    asked = [json.loads(line) for line in log.read_text().splitlines()]
    assert asked == [["-P", "-m", "burgerdata.cli", "controleer", "P:/Onderzoek/mijn map", "--alles"]]


def test_rapporteer_without_a_folder_takes_the_example(kit, tmp_path) -> None:
    bare = kit.command_of(tmp_path, "rapporteer", ["--vaststellen"])
    assert bare[-3:] == ["rapporteer", str(kit.EXAMPLE), "--vaststellen"]
    assert kit.command_of(tmp_path, "rapporteer", ["een map"])[-2:] == ["rapporteer", "een map"]
    assert kit.command_of(tmp_path, "lab", [])[-1] == "lab"


@posix
def test_an_environment_is_ready_only_with_its_stamp_its_extras_and_a_python_that_starts(
    kit, project
) -> None:
    venv = project / "omgeving"
    make_spy(kit, venv)
    assert not kit.is_ready(venv, ("rapport",))
    mark_ready(kit, venv, ["rapport"])
    assert kit.is_ready(venv, ("rapport",))
    assert not kit.is_ready(venv, ("rapport", "dev"))
    kit.python_of(venv).unlink()
    assert not kit.is_ready(venv, ("rapport",))


def test_the_stamp_changes_with_the_pins_the_python_and_the_place(kit, project) -> None:
    venv = project / "omgeving"
    prints = {kit.fingerprint(venv, (3, 11)), kit.fingerprint(venv, (3, 13))}
    prints.add(kit.fingerprint(project / "elders", (3, 11)))
    (project / "constraints.txt").write_text("numpy==2.4.7\n")
    prints.add(kit.fingerprint(venv, (3, 11)))
    assert len(prints) == 4


def test_the_settings_of_a_tool_do_not_ask_for_a_new_installation(kit, project) -> None:
    before = kit.fingerprint(project / "omgeving")
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\n[tool.ruff]\nline-length = 99\n")
    assert kit.fingerprint(project / "omgeving") == before
    (project / "pyproject.toml").write_text("[project]\nname = 'x'\ndependencies = ['numpy']\n")
    assert kit.fingerprint(project / "omgeving") != before


def test_a_damaged_stamp_counts_as_none(kit, tmp_path) -> None:
    (tmp_path / kit.STAMP).write_text("{half")
    assert kit.read_stamp(tmp_path) == {}


def test_a_half_made_environment_is_removed_and_a_strangers_folder_is_not(kit, tmp_path) -> None:
    half = tmp_path / "half"
    half.mkdir()
    (half / "pyvenv.cfg").write_text("home = x\n")
    kit.remove_environment(half)
    assert not half.exists()
    foreign = tmp_path / "documenten"
    foreign.mkdir()
    (foreign / "brief.docx").write_text("x")
    with pytest.raises(kit.KitError, match="is geen omgeving van deze kit"):
        kit.remove_environment(foreign)
    assert (foreign / "brief.docx").exists()


def test_uv_goes_first_pip_second_and_wheels_replace_the_index(kit, project) -> None:
    venv = project / "omgeving"
    with_uv, with_pip = kit.install_commands(venv, ("rapport",), uv="uv")
    assert with_uv[:3] == ["uv", "pip", "install"]
    assert with_pip[1:4] == ["-m", "pip", "install"]
    assert "--no-index" not in with_pip
    (project / "wielen").mkdir()
    (offline,) = kit.install_commands(venv, ("rapport", "dev"), uv=None)
    assert offline[-7:] == [
        "-c",
        "constraints.txt",
        "--no-index",
        "--find-links",
        "wielen",
        "-e",
        ".[rapport,dev]",
    ]


@pytest.mark.parametrize(
    ("log", "wheels", "remedy"),
    [
        ("Could not find a version", False, "controleer de internetverbinding"),
        ("Could not find a version", True, "de map wielen/ is niet volledig"),
        ("OSError: No space left on device", True, "de schijf is vol"),
    ],
)
def test_a_failed_installation_says_what_to_do_and_where_the_log_is(
    kit, project, log, wheels, remedy
) -> None:
    venv = project / "omgeving"
    venv.mkdir()
    (venv / kit.LOG).write_text(log)
    if wheels:
        (project / "wielen").mkdir()
    sentence = kit.explain_failure(venv)
    assert remedy in sentence
    assert str(venv / kit.LOG) in sentence
    assert "\n" not in sentence


def test_a_command_that_cannot_start_is_logged_and_fails(kit, project) -> None:
    log = project / "log.txt"
    assert not kit.logged([str(project / "bestaat-niet")], log)
    assert kit.logged([sys.executable, "-c", "print('gezegd')"], log)
    assert "gezegd" in log.read_text()


@posix
def test_every_check_runs_and_the_first_that_failed_is_named_last(kit, project, monkeypatch, capfd) -> None:
    log = make_spy(kit, project / "omgeving", code=1)
    monkeypatch.setattr(kit, "make_ready", lambda *_: None)
    assert kit.main(["test"]) == 1
    printed = capfd.readouterr().out.splitlines()
    assert printed[-1] == "Mislukt, als eerste: stijl (ruff check)."
    assert len(log.read_text().splitlines()) == 7
    assert sum("MISLUKT in " in line for line in printed) == 7


@posix
def test_when_every_check_succeeds_the_exit_code_is_zero(kit, project, monkeypatch, capfd) -> None:
    make_spy(kit, project / "omgeving")
    monkeypatch.setattr(kit, "make_ready", lambda *_: None)
    assert kit.main(["test"]) == 0
    assert capfd.readouterr().out.splitlines()[-1] == "Alle controles zijn geslaagd."


@pytest.fixture
def installing(kit: ModuleType, project: Path, monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """Let installing succeed without installing: return the extras it was asked for, one tuple a time."""
    asked: list[tuple[str, ...]] = []

    def pretend(_venv: Path, extras: tuple[str, ...], *, uv: str | None) -> list[list[str]]:
        asked.append(extras)
        return [[sys.executable, "-c", "pass"]]

    monkeypatch.setattr(kit, "create_environment", lambda venv: make_spy(kit, venv))
    monkeypatch.setattr(kit, "install_commands", pretend)
    return asked


@posix
def test_a_second_run_installs_nothing_and_another_extra_adds_to_what_is_there(
    kit, project, installing
) -> None:
    venv = project / "omgeving"
    kit.make_ready(venv, ("rapport",))
    kit.make_ready(venv, ("rapport",))
    assert installing == [("rapport",)]
    (venv / "blijft").touch()
    kit.make_ready(venv, ("rapport", "dev"))
    kit.make_ready(venv, ("rapport",))
    assert installing == [("rapport",), ("rapport", "dev")]
    assert (venv / "blijft").exists()


@posix
def test_new_pins_and_a_broken_python_make_the_environment_anew(kit, project, installing) -> None:
    venv = project / "omgeving"
    kit.make_ready(venv, ("rapport",))
    (venv / "oud").touch()
    (project / "constraints.txt").write_text("numpy==2.4.7\n")
    kit.make_ready(venv, ("rapport",))
    assert not (venv / "oud").exists()
    kit.python_of(venv).unlink()
    kit.make_ready(venv, ("rapport",))
    assert len(installing) == 3


@posix
def test_a_failed_installation_leaves_no_stamp_and_one_sentence(
    kit, project, installing, monkeypatch, capsys
) -> None:
    failing = [[sys.executable, "-c", "import sys; sys.exit('geen index')"]]
    monkeypatch.setattr(kit, "install_commands", lambda *_, **__: failing)
    assert kit.main(["rapporteer"]) == 2
    said = capsys.readouterr().err
    assert said.startswith("Installeren is niet gelukt: controleer de internetverbinding")
    assert said.count("\n") == 1
    assert kit.read_stamp(project / "omgeving") == {}
    assert "geen index" in (project / "omgeving" / kit.LOG).read_text()
