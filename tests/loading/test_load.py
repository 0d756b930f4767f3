import shutil
from pathlib import Path

import pandas as pd
import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from burgerdata.errors import BronError, ContractError, MethodeError
from burgerdata.instruments import INSTRUMENTEN
from burgerdata.loading import check_traject, load_traject, read_bestand
from burgerdata.loading.guards import refuse_in_templates

ENQUETE = (Path(__file__).parent / "conftest.py").read_text("utf-8").split('ENQUETE = """')[1].split('"""')[0]


def problemen(map_):
    with pytest.raises(ContractError) as fout:
        load_traject(map_)
    return [str(probleem) for probleem in fout.value.lijst]


def test_two_broken_files_and_a_wrong_setting_are_told_in_one_error(maak_map):
    toml = (
        'titel = "x"\nbeleit = "y"\n[[levering]]\ninstrument = "enquete"\nbestand = "ruw/a.csv"\n'
        '[[levering]]\ninstrument = "straatgesprek"\nbestand = "ruw/b.csv"\nkolommen = { open = "Wat?" }\n'
    )
    gevonden = problemen(maak_map(toml, ruw={"a.csv": 'x;y;z\n1;"2;3', "b.csv": "Plaats;Wie\nEde;Jan"}))
    assert len(gevonden) == 3
    assert gevonden[0].startswith("traject.toml, rij 2")
    assert "bedoelde u 'beleid'?" in gevonden[0]
    assert any(probleem.startswith("ruw/a.csv") for probleem in gevonden)
    assert any("kolommen.open" in probleem and "ruw/b.csv" in probleem for probleem in gevonden)


def test_a_person_with_two_different_rows_is_told_with_both_rows_and_no_contents(maak_map):
    gevonden = problemen(maak_map(ruw={"enquete.csv": ENQUETE + "2;man;99;3;geheim verhaal;1,0\n"}))
    assert gevonden == [
        "ruw/enquete.csv, rij 6: deze persoon staat ook in rij 3, met andere antwoorden; "
        "verwijder de rij die niet telt, of kies bij 'persoon' een andere kolom"
    ]


MET_STEMPEL = "respnr;Tijdstempel;bezocht op;cijfer;gewicht\n1;2026-05-01 09:00:01;2026-04-01;7;1\n2;2026-05-01 09:10:00;2026-04-02;8;1\n"


def test_a_row_that_differs_only_in_when_it_was_sent_is_dropped(maak_map):
    dubbel = {"enquete.csv": MET_STEMPEL + "1;2026-05-01 09:00:59;2026-04-01;7;1\n"}
    traject = load_traject(maak_map(ruw=dubbel))
    assert len(traject.deelnemers) == 2
    assert traject.logboek.loc[traject.logboek["reden"] == "dubbele_rij", "rij"].tolist() == [4]


@pytest.mark.parametrize(
    "rij", ["1;2026-05-01 09:00:59;2026-04-09;7;1", "1;2026-05-01 09:00:59;2026-04-01;9;1"]
)
def test_another_day_or_grade_of_one_person_is_told_with_the_column_to_leave_a_row_out_by(maak_map, rij):
    assert problemen(maak_map(ruw={"enquete.csv": f"{MET_STEMPEL}{rij}\n"})) == [
        "ruw/enquete.csv, rij 4: deze persoon staat ook in rij 2, met andere antwoorden; "
        "laat de rij die niet telt weg met testrijen op 'Tijdstempel', of kies bij 'persoon' een andere kolom"
    ]


def test_a_row_that_repeats_another_is_dropped_and_explained(maak_map):
    traject = load_traject(maak_map(ruw={"enquete.csv": ENQUETE + "3;vrouw;67;6;prima geholpen;1,0\n"}))
    bron = traject.bronnen.iloc[0]
    assert (bron["records_in"], bron["records_uit"], bron["records_verklaard"]) == (5, 4, 1)
    assert traject.logboek.loc[traject.logboek["reden"] == "dubbele_rij", "rij"].tolist() == [6]


def test_test_rows_go_out_by_what_the_analyst_says_of_them(maak_map):
    map_ = maak_map()
    toml = (map_ / "traject.toml").read_text("utf-8") + 'testrijen = { toelichting = ["Weet niet"] }\n'
    (map_ / "traject.toml").write_text(toml, "utf-8")
    traject = load_traject(map_)
    assert len(traject.deelnemers) == 3
    assert traject.bronnen["records_verklaard"].tolist()[0] == 1


@pytest.mark.parametrize("regel", ["gewicht", "persoon"])
def test_a_column_of_the_settings_that_is_not_in_the_file_is_told(maak_map, regel):
    map_ = maak_map()
    toml = (map_ / "traject.toml").read_text("utf-8").replace(f'{regel} = "', f'{regel} = "x')
    (map_ / "traject.toml").write_text(toml, "utf-8")
    rij = toml.splitlines().index(next(deel for deel in toml.splitlines() if deel.startswith(regel))) + 1
    (gevonden,) = problemen(map_)
    assert gevonden.startswith(f"traject.toml, rij {rij}, kolom '{regel}'")
    assert f"bij '{regel}'" in gevonden
    assert "bedoelde u" in gevonden


def test_a_wrong_setting_of_the_second_delivery_is_told_at_its_own_line(maak_map):
    blok = (
        '[[levering]]\nnaam = "{}"\ninstrument = "enquete"\nbestand = "ruw/enquete.csv"\nkenmerken = ["{}"]\n'
    )
    toml = 'titel = "x"\n' + blok.format("een", "geslacht") + blok.format("twee", "geslagt")
    (gevonden,) = problemen(maak_map(toml))
    assert gevonden.startswith("traject.toml, rij 11, kolom 'kenmerken': het kenmerk 'geslagt'")


def test_weights_are_read_with_a_decimal_comma_and_a_missing_one_counts_for_nothing(maak_map):
    traject = load_traject(maak_map(ruw={"enquete.csv": ENQUETE.replace(";0,8", ";")}))
    assert traject.deelnemers["gewicht"].tolist() == [1.2, 0.0, 1.0, 1.0]
    leeg = traject.logboek[traject.logboek["reden"] == "gewicht_ontbreekt"]
    assert leeg["rij"].tolist() == [3]
    assert traject.wegingen["enquete"].herkomst == "bureau"


def test_the_delivery_says_what_a_lonely_stratum_contributes(maak_map):
    map_ = maak_map()
    toml = (map_ / "traject.toml").read_text("utf-8")
    assert load_traject(map_).wegingen["enquete"].lonely_psu == "fail"
    (map_ / "traject.toml").write_text(toml + 'lonely_psu = "adjust"\n', "utf-8")
    assert load_traject(map_).wegingen["enquete"].lonely_psu == "adjust"
    (map_ / "traject.toml").write_text(toml + 'lonely_psu = "adjusted"\n', "utf-8")
    assert "bedoelde u 'adjust'?" in problemen(map_)[0]


def test_a_negative_weight_is_refused(maak_map):
    een = ENQUETE.replace("0,8", "-0,8")
    waar = "ruw/enquete.csv, rij 3, kolom 'gewicht'"
    assert problemen(maak_map(ruw={"enquete.csv": een}))[0].startswith(f"{waar}: 1 gewicht is negatief;")
    twee = een.replace("weet niet;1,0", "weet niet;-1,0")
    assert problemen(maak_map(ruw={"enquete.csv": twee}))[0].startswith(f"{waar}: 2 gewichten zijn negatief;")


def test_a_weight_that_is_no_number_is_told_beside_a_negative_one(maak_map):
    fout = problemen(maak_map(ruw={"enquete.csv": ENQUETE.replace("0,8", "-0,8").replace("1,2", "1,2x")}))
    assert [zin.split(";")[0] for zin in fout] == [
        "ruw/enquete.csv, rij 3, kolom 'gewicht': 1 gewicht is negatief",
        "ruw/enquete.csv, rij 2, kolom 'gewicht': 1 gewicht is geen getal",
    ]


def test_a_weight_that_is_no_number_is_to_be_looked_at(maak_map):
    tekst = check_traject(maak_map(ruw={"enquete.csv": ENQUETE.replace("1,2", "1,2x")})).tekst
    nakijken = tekst.split("Nakijken\n")[1].split("\n\n")[0]
    assert (
        "kolom 'gewicht': 1 cel waarin een getal hoort, bevat geen getal en telt niet mee (rij 2)" in nakijken
    )


def test_a_trait_that_does_not_exist_is_told(maak_map):
    map_ = maak_map()
    toml = (map_ / "traject.toml").read_text("utf-8") + 'kenmerken = ["geslagt"]\n'
    (map_ / "traject.toml").write_text(toml, "utf-8")
    assert "bedoelde u 'geslacht'?" in problemen(map_)[0]


def test_a_missing_key_is_told_and_nothing_is_loaded(maak_map):
    assert "de sleutel van dit traject ontbreekt" in problemen(maak_map(sleutel=False))[0]


def test_ids_do_not_depend_on_the_order_of_the_rows(maak_map):
    kop, *rijen = ENQUETE.strip().split("\n")
    een = load_traject(maak_map()).fragmenten.set_index("tekst")["fragment_id"].astype("str")
    ander = load_traject(maak_map(ruw={"enquete.csv": "\n".join([kop, *rijen[::-1]])}))
    twee = ander.fragmenten.set_index("tekst")["fragment_id"].astype("str")
    assert een.to_dict() == twee.to_dict()


def test_an_empty_cell_is_not_a_dont_know(maak_map):
    antwoorden = load_traject(maak_map()).antwoorden
    cijfer = antwoorden[antwoorden["vraag_id"] == "cijfer"]
    assert cijfer["getal"].tolist()[:3] == [7.0, 8.0, 6.0]
    assert cijfer["status"].tolist() == ["gegeven", "gegeven", "gegeven", "leeg_onbekend"]


def test_wrong_margins_are_told_cell_by_cell(maak_map):
    kop = ["variabele", "categorie", "aandeel", "aantal", "populatie", "peildatum", "bron"]
    rijen = [
        ["geslacht", "man", "0,6", None, "18+", "1 januari", "CBS"],
        ["geslacht", "vrouw", "0,5", None, "18+", "2026-01-01", "CBS"],
        ["leeftijdsgroep", "18-34", None, None, "18+", "1-1-2026", "CBS"],
    ]
    gevonden = problemen(maak_map(bladen={"marges.xlsx": {"marges": [kop, *rijen]}}))
    assert gevonden == [
        "marges.xlsx, blad 'marges', rij 2, kolom 'peildatum': dit is geen datum; schrijf 2026-03-01",
        "marges.xlsx, blad 'marges', rij 4, kolom 'aandeel': hier ontbreekt een aandeel of een aantal; vul er een in",
        "marges.xlsx, blad 'marges', rij 2: de aandelen van 'geslacht' zijn samen 110%; vul alle categorieën aan tot 100%",
    ]


def test_margins_in_percentages_become_shares(maak_map):
    kop = ["variabele", "categorie", "aandeel", "populatie", "bron", "peildatum"]
    rijen = [
        ["geslacht", "man", 49.3, "18+", "CBS", "1-1-2026"],
        ["geslacht", "vrouw", 50.7, "18+", "CBS", "1-1-2026"],
    ]
    marges = load_traject(maak_map(bladen={"marges.xlsx": {"marges": [kop, *rijen]}})).marges
    assert marges["aandeel"].round(3).tolist() == [0.493, 0.507]


def test_follow_up_points_at_themes_by_name_and_a_stranger_is_told(maak_map):
    bladen = {
        "themalijst.xlsx": {"themalijst": [["thema", "woorden_wel"], ["Lange duur", "duurde*"]]},
        "doorwerking.xlsx": {
            "doorwerking": [["thema_id", "samenvatting"], ["lange duur", "Maak het korter"]]
        },
    }
    traject = load_traject(maak_map(bladen=bladen))
    assert traject.doorwerking[["inbreng_id", "thema_id"]].astype("str").values.tolist() == [
        ["inbreng_1", "lange_duur"]
    ]
    bladen["doorwerking.xlsx"]["doorwerking"][1][0] = "lage duur"
    assert "rij 2, kolom 'thema_id'" in problemen(maak_map(bladen=bladen))[0]


def test_the_themalijst_of_the_folder_is_applied(maak_map):
    bladen = {"themalijst.xlsx": {"themalijst": [["thema", "woorden_wel"], ["Lange duur", "duurde*"]]}}
    traject = load_traject(maak_map(bladen=bladen))
    gecodeerd = traject.coderingen.merge(traject.fragmenten[["fragment_id", "tekst"]])
    stukken = [rij.tekst[rij.begin : rij.eind] for rij in gecodeerd.itertuples()]
    assert dict(zip(gecodeerd["thema_id"], stukken, strict=True)) == {
        "lange_duur": "duurde",
        "geen_reden": "weet niet",
    }
    assert set(gecodeerd["wijze"]) == {"regel"}


def test_an_empty_themalijst_codes_nothing_and_is_no_problem(maak_map):
    bladen = {"themalijst.xlsx": {"themalijst": [["thema", "omschrijving", "woorden_wel"]]}}
    assert load_traject(maak_map(bladen=bladen)).coderingen.empty


def test_a_codebook_gives_labels_to_a_bare_table(maak_map):
    toml = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\ncodeboek = "ruw/codes.csv"\n'
    codes = (
        "Variabele;Omschrijving;Code;Label\nv1;Vindt u dat?;;\n;;1;mee eens\n;;2;mee oneens\n;;9;weet niet\n"
    )
    traject = load_traject(maak_map(toml, ruw={"e.csv": "nr;v1\n1;1\n2;2\n3;9", "codes.csv": codes}))
    assert traject.opties["label"].tolist() == ["mee eens", "mee oneens", "weet niet"]
    assert traject.antwoorden["status"].tolist() == ["gegeven", "gegeven", "weet_niet"]
    vraag = traject.vragen.iloc[0]
    assert (vraag["tekst"], vraag["soort"], vraag["omkeren"]) == ("Vindt u dat?", "stelling", True)


def test_a_sheet_that_is_not_there_is_told_with_those_that_are(maak_map):
    map_ = maak_map(
        '[[levering]]\ninstrument = "enquete"\nbestand = "e.xlsx"\nblad = "Data"\n',
        bladen={"e.xlsx": {"Gegevens": [["nr", "v1"], [1, 2]]}},
    )
    assert "kies uit Gegevens" in problemen(map_)[0]


def test_an_instrument_that_cannot_be_read_yet_is_refused_in_words(maak_map, monkeypatch):
    monkeypatch.delitem(INSTRUMENTEN, "community")
    map_ = maak_map('[[levering]]\ninstrument = "community"\nbestand = "ruw/enquete.csv"\n')
    assert "kan nog niet worden gelezen" in problemen(map_)[0]


def test_the_path_of_the_settings_does_as_well_as_the_folder(maak_map):
    map_ = maak_map()
    assert len(load_traject(map_ / "traject.toml").deelnemers) == 4
    with pytest.raises(BronError):
        load_traject(map_ / "ruw")


def test_files_that_no_delivery_names_are_seen_and_not_used(maak_map):
    traject = load_traject(maak_map(ruw={"enquete.csv": ENQUETE, "foto.jpg": b"\xff\xd8\xff0"}))
    gezien = traject.bronnen[traject.bronnen["rol"] == "gezien"]
    assert gezien[["bestand", "gebruikt"]].values.tolist() == [["ruw/foto.jpg", False]]


def test_a_notebook_of_the_kit_loads_only_examples(tmp_path):
    notebooks = tmp_path / "notebooks"
    notebooks.mkdir()
    (notebooks / "00_begin_hier.ipynb").write_text("{}")
    (tmp_path / "kit.py").write_text("")
    with pytest.raises(MethodeError, match="mag alleen een voorbeeld laden"):
        refuse_in_templates(tmp_path / "mijn traject", werkmap=notebooks, kernel=True)
    refuse_in_templates(tmp_path / "voorbeeld-x", werkmap=notebooks, kernel=True)
    refuse_in_templates(tmp_path / "mijn traject", werkmap=notebooks, kernel=False)
    refuse_in_templates(tmp_path / "mijn traject", werkmap=tmp_path, kernel=True)


cellen = st.sampled_from(
    ["", "1", "2", "7", "99", "ja", "Ja ", "weet niet", "mee eens", "a;b", "het was goed", "7,5"]
)


@settings(max_examples=5, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(rijen=st.lists(st.tuples(cellen, cellen, cellen), min_size=1, max_size=12))
def test_no_record_is_lost_on_the_way_from_file_to_tables(rijen, tmp_path_factory):
    map_ = tmp_path_factory.mktemp("h")
    regels = [
        f"{nummer};{';'.join(f'{chr(34)}{cel}{chr(34)}' for cel in rij)}"
        for nummer, rij in enumerate(rijen, 1)
    ]
    (map_ / "e.csv").write_text("\n".join(["respnr;v1;Welk cijfer geeft u?;v3", *regels]), encoding="utf-8")
    traject = read_bestand(map_ / "e.csv")
    antwoorden = traject.antwoorden
    per_cel = antwoorden.groupby(["deelnemer_id", "vraag_id"], observed=True, dropna=False)
    assert len(per_cel) == len(traject.deelnemers) * len(traject.vragen)
    anders = per_cel.filter(lambda deel: (deel["status"] != "gegeven").any())
    assert not anders.duplicated(["deelnemer_id", "vraag_id"]).any()
    bron = traject.bronnen.iloc[0]
    assert bron["records_in"] == bron["records_uit"] + bron["records_verklaard"]
    assert bron["records_uit"] == len(traject.deelnemers)


def test_a_copy_elsewhere_with_spaces_gives_the_same_tables(maak_map, tmp_path):
    map_ = maak_map()
    elders = tmp_path / "een andere map" / "traject 2"
    shutil.copytree(map_, elders)
    een, twee = load_traject(map_), load_traject(elders)
    for naam in een.tabellen:
        pd.testing.assert_frame_equal(een.tabellen[naam], twee.tabellen[naam])


def test_days_with_a_year_of_two_digits_give_the_period(maak_map):
    regels = "".join(f"{nr};{nr % 10};{dag:02d}-03-26\n" for nr, dag in enumerate(range(9, 19), start=1))
    toml = '[[levering]]\ninstrument = "enquete"\nbestand = "ruw/e.csv"\n'
    traject = load_traject(maak_map(toml, ruw={"e.csv": f"nr;Welk cijfer geeft u?;datum\n{regels}"}))
    periode = traject.activiteiten[["begindatum", "einddatum"]].iloc[0]
    assert [f"{dag:%Y-%m-%d}" for dag in periode] == ["2026-03-09", "2026-03-18"]


def test_two_deliveries_of_one_name_are_one_problem(maak_map):
    toml = '[[levering]]\nnaam = "e"\ninstrument = "enquete"\nbestand = "ruw/{}.csv"\npersoon = "respnr"\n'
    vragen = [["levering", "kolom", "tekst"], ["e", "cijfer", "Cijfer?"], ["e", "leeftijd", "Leeftijd?"]]
    ruw = {"enquete.csv": ENQUETE, "ander.csv": "respnr;gewicht;q\n1;1,2;a\n2;0,8;b\n"}
    map_ = maak_map(
        toml.format("enquete") + toml.format("ander"), ruw=ruw, bladen={"vragen.xlsx": {"vragen": vragen}}
    )
    with pytest.raises(ContractError) as fout:
        load_traject(map_)
    assert [probleem.wat for probleem in fout.value.lijst] == ["er zijn twee leveringen met de naam 'e'"]


def test_a_list_of_themes_that_cannot_be_read_is_one_problem(maak_map):
    bladen = {
        "themalijst.xlsx": {"themalijst": [["thema", "zoekwoorden"], ["Wachttijd", "wacht*"]]},
        "doorwerking.xlsx": {"doorwerking": [["samenvatting", "thema_id"], ["Korter wachten", "Wachttijd"]]},
    }
    with pytest.raises(ContractError) as fout:
        load_traject(maak_map(bladen=bladen))
    assert [probleem.bestand for probleem in fout.value.lijst] == ["themalijst.xlsx"]


def test_a_theme_without_any_list_of_themes_has_a_way_out(maak_map):
    bladen = {"doorwerking.xlsx": {"doorwerking": [["samenvatting", "thema_id"], ["Korter", "Wachttijd"]]}}
    with pytest.raises(ContractError, match=r"vul themalijst\.xlsx in, of laat deze cel leeg"):
        load_traject(maak_map(bladen=bladen))
