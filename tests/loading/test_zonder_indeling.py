import pytest

import burgerdata as bd
from burgerdata.errors import ContractError, MethodeError
from burgerdata.loading import check_traject, load_traject, propose_traject

SURVEY = "respnr;opl3;Opgroeien?;cijfer\n" + "".join(
    f"{nummer};{('laag', 'midden', 'hoog')[nummer % 3]};ja;{nummer % 10 + 1}\n" for nummer in range(60)
)
TOML = """titel = "Proef"

[[levering]]
naam = "enquete"
instrument = "enquete"
bestand = "ruw/e.csv"
persoon = "respnr"
kenmerken = ["opl3"]
"""


def test_a_trait_without_its_coding_is_told_by_the_check_with_the_way_out(maak_map):
    nakijken = (
        check_traject(maak_map(TOML, ruw={"e.csv": SURVEY})).tekst.split("Nakijken\n")[1].split("\n\n")[0]
    )
    assert nakijken.startswith("  ruw/e.csv, kolom 'opl3': dit kenmerk komt in geen enkele tabel")
    assert nakijken.endswith('of zet bij de levering in traject.toml indeling = { opl3 = "CBS" }')


def test_the_name_of_the_coding_makes_the_trait_count(maak_map):
    zonder = load_traject(maak_map(TOML, ruw={"e.csv": SURVEY}))
    with pytest.raises(MethodeError, match="volgens welke indeling"):
        bd.crosstab_vraag(zonder, "cijfer", per="opl3")
    map_ = maak_map(TOML + 'indeling = { opl3 = "CBS" }\n', ruw={"e.csv": SURVEY})
    tabel = bd.crosstab_vraag(load_traject(map_), "cijfer", per="opl3")
    assert set(tabel["opl3"].astype("str")) >= {"laag", "midden", "hoog"}
    assert "komt in geen enkele tabel" not in check_traject(map_).tekst


def test_a_coding_of_something_that_is_no_trait_is_told(maak_map):
    map_ = maak_map(TOML + 'indeling = { opl = "CBS" }\n', ruw={"e.csv": SURVEY})
    with pytest.raises(ContractError, match=r"rij 9, kolom 'indeling': 'opl' .*bedoelde u 'opl3'"):
        load_traject(map_)


def test_the_draft_asks_for_the_coding_and_counts_the_question(tmp_path):
    (tmp_path / "e.csv").write_text(SURVEY, "utf-8")
    met = propose_traject(tmp_path)
    assert 'indeling = { opl3 = "?" }' in (tmp_path / "traject.toml").read_text("utf-8")
    anders = tmp_path / "anders"
    anders.mkdir()
    (anders / "e.csv").write_text(SURVEY.replace("laag", "laag (CBS)"), "utf-8")
    assert propose_traject(anders).vragen == met.vragen - 1
