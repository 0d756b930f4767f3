import pandas as pd
import pyreadstat
import pytest

from burgerdata.errors import ContractError
from burgerdata.loading import check_traject, load_traject

TOML = """titel = "Proef"

[[levering]]
instrument = "enquete"
bestand = "ruw/{bestand}"
persoon = "respnr"
gewicht = "{gewicht}"
"""
GEWICHTEN = ["0,8", "1,2", "0,9", "1,1"]


def enquete(kop):
    rijen = [f"{nr};{nr % 2 + 1};{nr % 10 + 1};{GEWICHTEN[nr % 4]};{nr % 3 + 1}" for nr in range(40)]
    return "\n".join([f"respnr;woning;cijfer;{kop};grootte", *rijen])


def maak(maak_map, gewicht, kop="weegfactor"):
    return maak_map(TOML.format(bestand="e.csv", gewicht=gewicht), ruw={"e.csv": enquete(kop)})


@pytest.mark.parametrize("kop", ["weegfactor", "kolom7"])
def test_for_a_weight_only_columns_that_look_like_weights_are_suggested(maak_map, kop):
    with pytest.raises(ContractError) as fout:
        load_traject(maak(maak_map, "weging", kop))
    (probleem,) = fout.value.lijst
    assert probleem.remedie == f"bedoelde u '{kop}'?"


def test_without_such_a_column_none_is_suggested(maak_map):
    tekst = enquete("x").replace("0,8", "8").replace("0,9", "9").replace("1,1", "11").replace("1,2", "12")
    map_ = maak_map(TOML.format(bestand="e.csv", gewicht="weging"), ruw={"e.csv": tekst})
    with pytest.raises(ContractError, match="geen andere kolom lijkt op een weegfactor"):
        load_traject(map_)


def test_a_handful_of_whole_numbers_as_weights_asks_for_a_look(maak_map):
    tekst = check_traject(maak(maak_map, "grootte")).tekst
    assert "ruw/e.csv, kolom 'grootte': de weegfactor heeft maar 3 verschillende waarden, alle heel" in tekst
    assert "Nakijken" not in check_traject(maak(maak_map, "weegfactor")).tekst


def test_a_question_with_labels_is_refused_as_a_weight(maak_map):
    map_ = maak_map(TOML.format(bestand="e.sav", gewicht="woning"), ruw={})
    frame = pd.DataFrame({"respnr": range(20), "woning": [1, 2] * 10, "weegfactor": [0.8, 1.2] * 10})
    labels = {"woning": {1: "koop", 2: "huur"}}
    pyreadstat.write_sav(frame, str(map_ / "ruw" / "e.sav"), variable_value_labels=labels)
    with pytest.raises(
        ContractError, match=r"'woning' bij 'gewicht' is een vraag met antwoorden.*'weegfactor'"
    ):
        load_traject(map_)
