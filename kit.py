#!/usr/bin/env python3
"""Set burgerdata up beside this file and run one of its verbs; nothing but the standard library is needed.

The file is written so that a Python as old as 3.8 can read it far enough to say that it is too old.
"""

from __future__ import annotations

import difflib
import hashlib
import importlib.util
import io
import json
import os
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path

HERE = Path(__file__).resolve().parent
EXAMPLE = HERE / "surveys" / "voorbeeld-digitale-aangifte"
VERBS = ("nieuw", "controleer", "codeer", "rapporteer", "vergelijk", "verifieer", "lab")
PYTHON = "py" if os.name == "nt" else "python3"
OLDEST_PYTHON = (3, 11)
LONGEST_WINDOWS_PATH = 140  # what JupyterLab's own files need of the 260 characters that Windows allows
SPACE_NEEDED = 2 * 1024**3
STAMP = "kit-stempel.json"
LOG = "installatie.log"
WHEELS = "wielen"
QUIET_PIP = ("--disable-pip-version-check", "--no-input")

USAGE = """Gebruik:  {python} kit.py WERKWOORD [MAP]

  rapporteer [MAP]   voert de notebooks uit en schrijft het rapport (zonder MAP: het voorbeeld)
  nieuw MAP          bekijkt een map met bestanden en zet traject.toml en vragen.xlsx klaar
  controleer MAP     leest alles en noemt wat er niet klopt
  codeer MAP         zet per codeur een werkboek klaar om teksten na te lezen, of werkt het bij
  verifieer MAP      voert de notebooks van een rapport opnieuw uit en vergelijkt elk getal
  vergelijk MAP MAP  zet de indicatoren van trajecten naast elkaar
  lab [MAP]          opent JupyterLab op een kopie van de notebooks
  test               voert alle controles en tests uit
  pak                maakt een map wielen/, voor een computer zonder internet

De eerste keer wordt alles geïnstalleerd in de map .venv naast kit.py; dat duurt een paar minuten."""


class KitError(Exception):
    """One Dutch sentence: what stands in the way, and the remedy."""


@dataclass(frozen=True)
class Machine:
    """What the machine offers, as far as it can stand in the way of an installation."""

    python: tuple[int, ...]
    windows: bool
    has_venv: bool
    writable: bool
    free: int


def main(argv: list[str]) -> int:
    """Run the verb in argv and return its exit code."""
    verb, arguments = (argv[0], argv[1:]) if argv else ("help", [])
    try:
        refuse_old_python(sys.version_info[:3])
        if verb in ("help", "-h", "--help"):
            say(USAGE.format(python=PYTHON))
            return 0
        if verb not in (*VERBS, "test", "pak"):
            raise KitError(f"Het werkwoord '{verb}' bestaat niet; {suggest_verb(verb)}")
        return run_verb(verb, arguments)
    except KitError as error:
        print(error, file=sys.stderr)
        return 2
    except KeyboardInterrupt:
        return 130


def suggest_verb(verb: str) -> str:
    """Return the verb that was probably meant, else all verbs."""
    verbs = (*VERBS, "test", "pak")
    close = difflib.get_close_matches(verb.casefold(), verbs, 1)
    return f"bedoelde u '{close[0]}'?" if close else f"kies uit {', '.join(verbs)}."


def run_verb(verb: str, arguments: list[str]) -> int:
    """Make the environment ready for the verb, then hand over to it."""
    venv = find_venv(os.environ)
    make_ready(venv, ("rapport", "dev") if verb in ("test", "pak") else ("rapport",))
    if verb == "test":
        return run_checks(python_of(venv))
    if verb == "pak":
        return pack_wheels(venv)
    return subprocess.call(command_of(venv, verb, arguments), env=child_environment())


def command_of(venv: Path, verb: str, arguments: list[str]) -> list[str]:
    """Return the command line of a verb; without a folder, `rapporteer` takes the example."""
    if verb == "rapporteer" and all(argument.startswith("-") for argument in arguments):
        arguments = [str(EXAMPLE), *arguments]
    # -P: a file of the analyst's that happens to be called pandas.py must not be imported.
    return [str(python_of(venv)), "-P", "-m", "burgerdata.cli", verb, *arguments]


def find_venv(environment: Mapping[str, str]) -> Path:
    """Return the folder of the environment: KIT_VENV, or .venv beside this file."""
    return Path(environment.get("KIT_VENV") or HERE / ".venv").absolute()


def python_of(venv: Path) -> Path:
    """Return the interpreter of an environment."""
    return venv / ("Scripts/python.exe" if os.name == "nt" else "bin/python")


def child_environment() -> dict[str, str]:
    """Return this process's environment, with UTF-8 also where Windows would choose otherwise.

    Compiled modules are kept: a report starts nine processes, and each would compile all modules again. Those
    processes share the cores, so the matrices of each, which are small, stay on one: threads that wait for each other
    cost three times the time.
    """
    own = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {"PYTHONUTF8": "1", "OPENBLAS_NUM_THREADS": "1", **own}


# --- what can stand in the way ------------------------------------------------------------------


def refuse_old_python(version: tuple[int, ...]) -> None:
    """Refuse a Python that cannot run burgerdata."""
    if version[:2] < OLDEST_PYTHON:
        found = ".".join(str(part) for part in version)
        raise KitError(
            f"Python {found} is te oud: installeer Python 3.11 of nieuwer en start kit.py daarmee."
        )


def inspect_machine(venv: Path, *, uv: str | None) -> Machine:
    """Look at what an installation needs: a venv module, a folder to write in, room on the disk."""
    place = nearest_folder(venv)
    return Machine(
        python=sys.version_info[:3],
        windows=os.name == "nt",
        has_venv=_is_there("venv") and (bool(uv) or _is_there("ensurepip")),
        writable=is_writable(place) and is_writable(HERE),
        free=shutil.disk_usage(place).free,
    )


def refuse(machine: Machine, venv: Path, folder: Path = HERE) -> None:
    """Raise the one sentence that says why an installation cannot succeed here, if there is one."""
    refuse_old_python(machine.python)
    if not machine.has_venv:
        raise KitError(
            "Python mist de module venv: installeer haar (Debian en Ubuntu: sudo apt install python3-venv; "
            "Windows en macOS: de Python van python.org) en probeer het opnieuw."
        )
    longest = max(len(str(folder)), len(str(venv.parent)))
    if machine.windows and longest > LONGEST_WINDOWS_PATH:
        raise KitError(
            f"Het pad van deze map is te lang voor Windows ({longest} tekens, hoogstens {LONGEST_WINDOWS_PATH}): "
            "verplaats de map naar een korter pad, zoals C:\\burgerdata."
        )
    if not machine.writable:
        raise KitError(
            f"In de map {folder} mag niet worden geschreven: kopieer de map naar een plek waar dat wel mag, "
            "zoals uw documenten."
        )
    if machine.free < SPACE_NEEDED:
        free = f"{machine.free / 1024**3:.1f}".replace(".", ",")
        raise KitError(
            f"Er is te weinig schijfruimte ({free} GB vrij, 2 GB nodig): maak ruimte en probeer het opnieuw."
        )


def nearest_folder(path: Path) -> Path:
    """Return the path itself or the first folder above it that exists."""
    return next(place for place in (path, *path.parents) if place.is_dir())


def is_writable(folder: Path) -> bool:
    """Tell by trying: permissions alone do not tell on Windows and on network drives."""
    try:
        with tempfile.TemporaryFile(dir=folder):
            return True
    except OSError:
        return False


def _is_there(module: str) -> bool:
    return importlib.util.find_spec(module) is not None


# --- the environment ----------------------------------------------------------------------------


def fingerprint(venv: Path, version: tuple[int, ...] = sys.version_info[:2]) -> str:
    """Return a hash of all that decides what an environment holds: needs, pins, the Python and both places."""
    import tomllib  # not there in a Python that is too old, which must get as far as saying so

    settings = tomllib.loads((HERE / "pyproject.toml").read_text(encoding="utf-8"))
    needs = {table: settings.get(table) for table in ("build-system", "project")}  # not the settings of tools
    pins = (HERE / "constraints.txt").read_text(encoding="utf-8")
    whole = json.dumps([needs, pins, version, str(HERE), str(venv)], sort_keys=True)
    return hashlib.sha256(whole.encode()).hexdigest()


def read_stamp(venv: Path) -> dict[str, object]:
    """Return what the last finished installation left; empty when there was none."""
    try:
        stamp = json.loads((venv / STAMP).read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return stamp if isinstance(stamp, dict) else {}


def is_ready(venv: Path, extras: tuple[str, ...]) -> bool:
    """Tell whether the environment is finished, up to date, complete and able to start."""
    stamp = read_stamp(venv)
    installed = stamp.get("extras")
    if stamp.get("hash") != fingerprint(venv) or not isinstance(installed, list):
        return False
    return set(extras) <= set(installed) and starts(venv)


def starts(venv: Path) -> bool:
    """Tell whether the environment's Python runs and finds burgerdata."""
    question = "import importlib.util as u, sys; sys.exit(u.find_spec('burgerdata') is None)"
    try:
        return subprocess.call([str(python_of(venv)), "-P", "-c", question], stderr=subprocess.DEVNULL) == 0
    except OSError:
        return False


def make_ready(venv: Path, extras: tuple[str, ...]) -> None:
    """Install what is missing; do nothing when the environment is ready."""
    if is_ready(venv, extras):
        return
    uv = shutil.which("uv")
    refuse(inspect_machine(venv, uv=uv), venv)
    say("Installeren: dit gebeurt één keer en duurt een paar minuten …")
    begin = time.monotonic()
    stamp = read_stamp(venv)
    hash_ = fingerprint(venv)
    if stamp.get("hash") != hash_ or not starts(venv):
        remove_environment(venv)
        create_environment(venv)
    (venv / STAMP).unlink(missing_ok=True)  # until it is finished, it is half-made
    install(venv, extras, uv=uv)
    (venv / STAMP).write_text(json.dumps({"hash": hash_, "extras": list(extras)}), encoding="utf-8")
    say(f"Klaar met installeren ({time.monotonic() - begin:.0f} s).")


def remove_environment(venv: Path) -> None:
    """Remove an old or half-made environment, and nothing else."""
    if not venv.exists():
        return
    known = {STAMP, LOG, "pyvenv.cfg"}
    if any(venv.iterdir()) and not known & {entry.name for entry in venv.iterdir()}:
        raise KitError(
            f"De map {venv} is geen omgeving van deze kit: kies een andere map of maak haar zelf leeg."
        )
    try:
        shutil.rmtree(venv)
    except OSError as error:
        raise KitError(f"De map {venv} is in gebruik: sluit JupyterLab en andere Python-vensters.") from error


def create_environment(venv: Path) -> None:
    """Make an empty environment, with pip where this Python carries it."""
    venv.mkdir(parents=True)
    without_pip = [] if _is_there("ensurepip") else ["--without-pip"]
    # The Python beneath: kit.py may have been started from the very environment that was just removed.
    python = getattr(sys, "_base_executable", None) or sys.executable
    if not logged([python, "-m", "venv", *without_pip, str(venv)], venv / LOG):
        raise KitError(f"De Python-omgeving kon niet worden gemaakt: {venv / LOG} zegt waarom.")


def install(venv: Path, extras: tuple[str, ...], *, uv: str | None) -> None:
    """Install burgerdata with the pinned versions; where uv does not succeed, pip tries."""
    if not any(logged(command, venv / LOG) for command in install_commands(venv, extras, uv=uv)):
        raise KitError(explain_failure(venv))


def install_commands(venv: Path, extras: tuple[str, ...], *, uv: str | None) -> list[list[str]]:
    """Return the command lines that can install, the fastest first; they are run in the project's folder."""
    offline = ["--no-index", "--find-links", WHEELS] if (HERE / WHEELS).is_dir() else []
    wanted = ["-c", "constraints.txt", *offline, "-e", f".[{','.join(extras)}]"]
    python = str(python_of(venv))
    with_uv = [[uv, "pip", "install", "--python", python, "--compile-bytecode", *wanted]] if uv else []
    return [*with_uv, [python, "-m", "pip", "install", *QUIET_PIP, "--progress-bar", "off", *wanted]]


def explain_failure(venv: Path) -> str:
    """Return the sentence for a failed installation: where it was looking decides the remedy."""
    text = (venv / LOG).read_text(encoding="utf-8", errors="replace")
    if "No space left" in text or "Errno 28" in text:
        remedy = "de schijf is vol; maak ruimte"
    elif (HERE / WHEELS).is_dir():
        remedy = (
            "de map wielen/ is niet volledig of hoort bij een ander besturingssysteem of een andere Python; "
            f"maak haar opnieuw met '{PYTHON} kit.py pak'"
        )
    else:
        remedy = (
            "controleer de internetverbinding, of zet een map wielen/ naast kit.py "
            f"(te maken met '{PYTHON} kit.py pak' op een computer met internet)"
        )
    return (
        f"Installeren is niet gelukt: {remedy}, en probeer het opnieuw; bijzonderheden staan in {venv / LOG}."
    )


def logged(command: list[str], log: Path) -> bool:
    """Run a command in the project's folder, let all that it says go to the log, tell whether it succeeded."""
    with log.open("ab", buffering=0) as file:
        file.write(b"$ " + " ".join(command).encode() + b"\n")
        try:
            return subprocess.call(command, cwd=HERE, env=child_environment(), stdout=file, stderr=file) == 0
        except OSError as error:
            file.write(f"{error}\n".encode())
            return False


# --- test and pak -------------------------------------------------------------------------------


def list_checks(python: Path) -> list[tuple[str, list[str]]]:
    """Return a Dutch name and a command line for each check; the last takes all cores for most of the time."""
    module = [str(python), "-m"]
    lint_layers = (
        "import sys; from importlinter.cli import lint_imports_command; sys.exit(lint_imports_command())"
    )
    nbval = ["--nbval", "--nbval-current-env", "-n", "2", "--dist", "loadfile"]  # longer than all light ones
    spread = ["-n", "logical", "--dist", "loadfile", "--no-loadscope-reorder"]  # see tests/conftest.py
    return [
        ("stijl (ruff check)", [*module, "ruff", "check", "."]),
        ("opmaak (ruff format)", [*module, "ruff", "format", "--check", "."]),
        ("typen (mypy)", [*module, "mypy"]),
        ("notebooks (nbval)", [*module, "pytest", "-q", *nbval, "notebooks"]),
        ("lagen (import-linter)", [str(python), "-c", lint_layers]),
        ("documentatie (mkdocs)", [*module, "mkdocs", "build", "--strict", "--quiet"]),
        ("tests (pytest)", [*module, "pytest", "-q", "-p", "no:nbval", *spread]),
    ]


def run_checks(python: Path) -> int:
    """Run every check, the light ones two at a time, and name the first that failed at the end."""
    *light, heavy = list_checks(python)
    with ThreadPoolExecutor(max_workers=2) as lanes:
        passed = dict(lanes.map(run_check, light))
    passed |= [run_check(heavy, live=True)]
    failed = [name for name, ok in passed.items() if not ok]
    say(f"Mislukt, als eerste: {failed[0]}." if failed else "Alle controles zijn geslaagd.")
    return 1 if failed else 0


def run_check(check: tuple[str, list[str]], *, live: bool = False) -> tuple[str, bool]:
    """Run one check and tell whether it passed, with its seconds; its own words come at once or when it is done."""
    name, command = check
    begin = time.monotonic()
    kept = {} if live else {"stdout": subprocess.PIPE, "stderr": subprocess.STDOUT}
    run = subprocess.run(command, cwd=HERE, env=child_environment(), check=False, **kept)
    words = (run.stdout or b"").decode("utf-8", errors="replace")
    verdict = "geslaagd" if run.returncode == 0 else "MISLUKT"
    say(f"{words}== {name}: {verdict} in {time.monotonic() - begin:.0f} s")
    return name, run.returncode == 0


def pack_wheels(venv: Path) -> int:
    """Write the wheels of the project and of all its pins into wielen/, for a machine without an index."""
    target = HERE / WHEELS
    say("Wielen verzamelen: dit duurt een paar minuten …")
    build = ("setuptools>=77", "wheel")  # what an installation without an index builds the project with
    with tempfile.TemporaryDirectory(dir=HERE, prefix=".wielen-") as fresh:  # an old wielen/ is no source
        pip = [str(python_of(venv)), "-m", "pip", "wheel", *QUIET_PIP, "-c", "constraints.txt", "-w", fresh]
        if not logged([*pip, ".[rapport,dev]", *build], venv / LOG):
            raise KitError(f"De wielen konden niet worden verzameld: {venv / LOG} zegt waarom.")
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(fresh, target)
    say(f"{len(list(target.glob('*.whl')))} wielen staan in {target}; kopieer die map naast kit.py.")
    return 0


def say(text: str) -> None:
    """Print for the person at the keyboard, at once."""
    print(text, flush=True)


if __name__ == "__main__":
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="replace")  # an old Windows console may lack a letter
    sys.exit(main(sys.argv[1:]))
