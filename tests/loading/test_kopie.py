"""The copy that a run shares with its notebooks: exact, of this folder only, gone afterwards, and never trusted blindly."""

from collections.abc import Callable
from dataclasses import fields
from pathlib import Path

import pandas as pd
import pytest

from burgerdata.loading import load, load_traject
from burgerdata.loading.bladnamen import mask_bronnamen
from burgerdata.loading.kopie import OMGEVING, share_traject
from burgerdata.traject import Traject
from tests.loading.conftest import VOORBEELD


def is_read_again(map_: Path, monkeypatch: pytest.MonkeyPatch) -> bool:
    """Return whether loading opens the files of the folder."""
    gelezen = []
    echt = load.read_levering
    with monkeypatch.context() as even:
        even.setattr(load, "read_levering", lambda *wat: (gelezen.append(wat), echt(*wat))[1])
        load_traject(map_)
    return bool(gelezen)


def test_a_kernel_gets_exactly_the_traject_that_the_run_loaded(
    voorbeeld: Traject, monkeypatch: pytest.MonkeyPatch
) -> None:
    with share_traject(voorbeeld, VOORBEELD) as omgeving:
        monkeypatch.setenv(OMGEVING, omgeving[OMGEVING])
        monkeypatch.delattr(load, "read_levering")
        terug = load_traject(VOORBEELD)
    for naam, tabel in voorbeeld.tabellen.items():
        pd.testing.assert_frame_equal(terug.tabellen[naam], tabel, check_exact=True)
        assert [k.codes.dtype for _, k in _categories(terug.tabellen[naam])] == [
            k.codes.dtype for _, k in _categories(tabel)
        ]
    # a field that the copy does not bring back would be lost in every notebook
    rest = [
        veld.name for veld in fields(Traject) if veld.name != "tabellen" and not veld.name.startswith("_")
    ]
    assert all(getattr(terug, naam) == getattr(voorbeeld, naam) for naam in rest)


def _categories(tabel: pd.DataFrame) -> list[tuple[str, pd.Categorical]]:
    return [
        (str(k), tabel[k].array) for k in tabel.columns if isinstance(tabel[k].dtype, pd.CategoricalDtype)
    ]


def test_one_changed_answer_and_the_files_are_read_again(
    maak_map: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map()
    with share_traject(load_traject(map_), map_) as omgeving:
        monkeypatch.setenv(OMGEVING, omgeving[OMGEVING])
        assert not is_read_again(map_, monkeypatch)
        bestand = map_ / "ruw" / "enquete.csv"
        bestand.write_text(
            bestand.read_text(encoding="utf-8").replace("man;30;7", "man;30;9"), encoding="utf-8"
        )
        assert is_read_again(map_, monkeypatch)
        assert load_traject(map_).antwoorden["getal"].eq(9).any()


def test_another_key_and_the_files_are_read_again(
    maak_map: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map()
    with share_traject(load_traject(map_), map_) as omgeving:
        monkeypatch.setenv(OMGEVING, omgeving[OMGEVING])
        (map_ / "sleutel.txt").write_text("cd" * 32, encoding="ascii")
        assert is_read_again(map_, monkeypatch)


@pytest.mark.parametrize("deel", [0.0, 0.3, 0.6, 0.95])
def test_a_damaged_copy_is_not_used(
    maak_map: Callable[..., Path], monkeypatch: pytest.MonkeyPatch, deel: float
) -> None:
    map_ = maak_map()
    with share_traject(load_traject(map_), map_) as omgeving:
        kopie = Path(omgeving[OMGEVING])
        kopie.write_bytes(kopie.read_bytes()[: int(kopie.stat().st_size * deel)])
        monkeypatch.setenv(OMGEVING, str(kopie))
        assert is_read_again(map_, monkeypatch)


def test_a_copy_with_one_other_letter_is_not_used(
    maak_map: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map()
    with share_traject(load_traject(map_), map_) as omgeving:
        kopie = Path(omgeving[OMGEVING])
        heel = kopie.read_bytes()
        kopie.write_bytes(heel.replace(b"het duurde lang", b"het duurde Lang"))
        monkeypatch.setenv(OMGEVING, str(kopie))
        assert kopie.read_bytes() != heel
        assert is_read_again(map_, monkeypatch)


def test_the_next_notebook_of_a_kernel_gets_the_traject_with_what_it_remembers(
    maak_map: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map()
    with share_traject(load_traject(map_), map_) as omgeving:
        monkeypatch.setenv(OMGEVING, omgeving[OMGEVING])
        eerste = load_traject(map_)
        assert load_traject(map_) is eerste
        (map_ / "traject.toml").write_bytes((map_ / "traject.toml").read_bytes() + b"\n")
        assert load_traject(map_) is not eerste


def test_an_office_lock_and_a_report_change_nothing(
    maak_map: Callable[..., Path], monkeypatch: pytest.MonkeyPatch
) -> None:
    map_ = maak_map()
    with share_traject(load_traject(map_), map_) as omgeving:
        monkeypatch.setenv(OMGEVING, omgeving[OMGEVING])
        (map_ / "rapport").mkdir()
        (map_ / "rapport" / "oud.html").write_text("x", encoding="utf-8")
        (map_ / "~$vragen.xlsx").write_bytes(b"x")
        assert not is_read_again(map_, monkeypatch)


def test_nothing_is_left_of_the_copy(maak_map: Callable[..., Path]) -> None:
    map_ = maak_map()
    voor = sorted(pad for pad in map_.rglob("*") if pad.is_file())
    with share_traject(load_traject(map_), map_) as omgeving:
        assert Path(omgeving[OMGEVING]).is_file()
    assert sorted(pad for pad in map_.rglob("*") if pad.is_file()) == voor


def test_the_copy_holds_no_answer_that_was_not_sealed(maak_map: Callable[..., Path]) -> None:
    geheim = "jan.jansen@voorbeeld.nl"
    map_ = maak_map(
        ruw={"enquete.csv": f"respnr;cijfer;toelichting;gewicht\nrespondent17;7;mail {geheim};1\n"}
    )
    with share_traject(load_traject(map_), map_) as omgeving:
        inhoud = Path(omgeving[OMGEVING]).read_bytes()
    assert b"mail" in inhoud
    assert geheim.encode() not in inhoud
    assert b"respondent17" not in inhoud


def test_notebooks_of_a_run_see_no_name_of_a_person_in_that_of_a_file(tmp_path: Path) -> None:
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "gesprek-wopke-hazenberg.txt").write_text(
        "R1: Mail mij op iets@voorbeeld.nl.\n\nR2: Ja.\n", "utf-8"
    )
    levering = 'naam = "gesprek"\ninstrument = "focusgroep"\nbestand = "gesprek-wopke-hazenberg.txt"\n'
    (tmp_path / "traject.toml").write_text(f"[[levering]]\n{levering}", "utf-8")
    traject = load_traject(tmp_path)
    getoond = mask_bronnamen(traject)
    assert getoond.bronnen["bestand"].tolist() == ["gesprek-[naam].txt"]
    assert set(getoond.logboek["bestand"]) <= {"gesprek-[naam].txt"}
    assert not traject.logboek.empty
    pd.testing.assert_frame_equal(getoond.fragmenten, traject.fragmenten)


def test_a_traject_without_such_a_name_is_shared_as_it_is(voorbeeld: Traject) -> None:
    assert mask_bronnamen(voorbeeld) is voorbeeld
