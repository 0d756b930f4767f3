"""The committed example files are what their generators write."""

import runpy
import sys
import zipfile
from pathlib import Path

import openpyxl
import pyreadstat
import pytest

from .conftest import AANGIFTE, JUPYTER, MAANDAG, SURVEYS


def content(path: Path) -> object:
    """Return what a file says, apart from how it was compressed."""
    if path.suffix == ".xlsx":
        book = openpyxl.load_workbook(path)
        return {name: list(book[name].values) for name in book.sheetnames}
    if path.suffix == ".docx":
        return zipfile.ZipFile(path).read("word/document.xml")
    if path.suffix == ".sav":
        frame, meta = pyreadstat.read_sav(path, user_missing=True)
        labels = (meta.column_names_to_labels, meta.variable_value_labels, meta.missing_ranges, meta.mr_sets)
        return frame.to_csv(), labels
    if path.suffix == ".jpg":
        return path.read_bytes()[:3]
    return path.read_bytes()


@pytest.mark.parametrize(
    ("script", "function", "least"),
    [
        (AANGIFTE / "maak_voorbeeld.py", "make_voorbeeld", 16),
        (MAANDAG / "maak_voorbeeld.py", "make_voorbeeld", 16),
        (JUPYTER / "maak_bestanden.py", "make_bestanden", 2),
    ],
    ids=["aangifte", "maandag", "jupyter"],
)
def test_running_the_generator_again_gives_the_committed_files(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: Path, function: str, least: int
) -> None:
    monkeypatch.setattr(sys, "path", list(sys.path))
    runpy.run_path(str(script))[function](tmp_path)
    written = sorted(path for path in tmp_path.rglob("*") if path.is_file())
    assert len(written) >= least
    different = [
        path.name for path in written if content(path) != content(script.parent / path.relative_to(tmp_path))
    ]
    assert different == []


def test_all_examples_together_stay_under_four_megabytes() -> None:
    files = [path for path in SURVEYS.glob("voorbeeld-*/**/*") if path.is_file()]
    kept = [path for path in files if not {"rapport", "werk", "__pycache__"} & set(path.parts)]
    assert sum(path.stat().st_size for path in kept) < 4_000_000


def test_every_synthetic_folder_says_so_in_its_readme() -> None:
    for folder in (AANGIFTE, MAANDAG):
        assert "Dit voorbeeld is synthetisch." in (folder / "LEESMIJ.md").read_text(encoding="utf-8")
    assert "synthetisch  = true" in (AANGIFTE / "traject.toml").read_text(encoding="utf-8")
    assert "synthetisch" not in (JUPYTER / "traject.toml").read_text(encoding="utf-8")
