"""`nieuw` and `controleer` on what a bureau sent, with nothing prepared."""

import shutil

import openpyxl
import pytest

from burgerdata.errors import BronError, ContractError
from burgerdata.loading import check_traject, load_traject, propose_traject


@pytest.fixture(scope="module")
def voorstel(tmp_path_factory):
    from pathlib import Path

    map_ = tmp_path_factory.mktemp("map") / "P onderzoek 2026"
    shutil.copytree(Path(__file__).parents[2] / "surveys" / "voorbeeld-maandag" / "ruw", map_ / "ruw")
    return propose_traject(map_)


@pytest.fixture(scope="module")
def traject(voorstel):
    return load_traject(voorstel.map)


def rij(voorstel, bestand):
    frame = voorstel.bestanden
    return frame[frame["bestand"].str.contains(bestand, regex=False)].iloc[0]


def test_each_file_is_recognised_by_its_contents(voorstel):
    soorten = {regel["bestand"]: regel["herkend_als"] for regel in voorstel.bestanden.to_dict("records")}
    assert soorten == {
        "ruw/BOA_data_def_v3.sav": "enquête, SPSS, 19 vragen",
        "ruw/BOA_data_def_v3.xlsx": "zelfde enquête",
        "ruw/kp_m1.csv … kp_m3.csv": "klantpanel, 3 metingen",
        "ruw/fg1.docx … fg4.docx": "focusgroep, 4 groepen",
        "ruw/straat_formulieren.xlsx": "straatgesprek",
        "ruw/codeboek.xlsx": "codeboek",
        "ruw/screener.xlsx": "deelnemerslijst",
        "ruw/NLdenktmee_export.csv": "community, csv",
        "ruw/taken_meldapp.xlsx": "usability-onderzoek: taken",
    }


def test_two_versions_are_told_apart_and_left_to_choose(voorstel):
    assert "4 rijen meer dan BOA_data_def_v3.sav: kies één" in rij(voorstel, ".xlsx")["let_op"]
    toml = (voorstel.map / "traject.toml").read_text("utf-8")
    assert 'bestand = "ruw/BOA_data_def_v3.sav"  # kies één: 403 rijen' in toml
    assert '# bestand = "ruw/BOA_data_def_v3.xlsx"  # kies één: 407 rijen' in toml


def test_what_asks_attention_is_said(voorstel):
    assert rij(voorstel, ".sav")["let_op"].startswith("weegfactor gevonden; 3 testrijen")
    assert "fg3: spreker 'R9' staat niet in screener.xlsx" in rij(voorstel, "fg1")["let_op"]
    assert "q7 en q12 hebben in meting 3 een andere tekst" in rij(voorstel, "kp_m1")["let_op"]
    straat = rij(voorstel, "straat")
    assert straat["let_op"] == "7 kolommen toegewezen, 2 niet (zie traject.toml)"
    assert (straat["rijen"], straat["mensen"]) == (60, 64)
    assert [regel.split(";")[0] for regel in voorstel.gezien] == [
        "ruw/foto_flipover.jpg: dit is een foto",
        "ruw/rapport_concept.pdf: dit is een pdf",
        "ruw/vragenlijst.docx: vragenlijst zonder antwoorden",
    ]
    assert any("vragen over het traject zelf" in wat for wat in voorstel.ontbreekt)


def test_a_community_export_and_a_sheet_of_tasks_load_as_they_are(traject):
    per = traject.deelnemers.groupby("activiteit_id", observed=True)["rol"].value_counts()
    assert per.loc["community"]["burger"] == 23
    assert per.loc["usability"]["burger"] == 8
    berichten = traject.fragmenten[traject.fragmenten["activiteit_id"] == "community"]
    assert (len(berichten), int(berichten["tijdstip"].isna().sum())) == (80, 0)
    uitkomst = traject.antwoorden[traject.antwoorden["vraag_id"] == "taak3"]
    assert len(uitkomst) == 8


def test_only_a_person_knows_phase_aim_and_decision(voorstel):
    toml = (voorstel.map / "traject.toml").read_text("utf-8")
    for veld in (
        "titel",
        "onderwerp",
        "opdrachtgever",
        "uitvoerder",
        "beleid",
        "doel",
        "ruimte",
        "besluit",
        "fase",
        "trede",
        "werving",
    ):
        assert f'{veld} = "?"' in toml
    assert toml.count('\nfase = "?"') == 1  # for all six deliveries
    assert voorstel.vragen == 18  # among them the days of the focus groups and of the usability test
    assert f"{voorstel.vragen} antwoorden van u nodig" in voorstel.tekst


def test_the_text_ends_with_the_steps_and_says_that_a_report_can_be_had_at_once(voorstel):
    *_, kop, _, controleer, rapporteer, eerst = voorstel.tekst.splitlines()
    assert kop == "Volgende stap"
    assert f'kit.py controleer "{voorstel.map}"' in controleer
    assert f'kit.py rapporteer "{voorstel.map}"' in rapporteer
    assert eerst.startswith("Een eerste rapport kan nu al")
    assert eerst.endswith("laat u op ? staan: het rapport noemt bij elkaar wat nog open is.")


def test_a_report_can_be_had_once_the_moderator_is_known(tmp_path):
    beurten = "".join(f"P{nr}: het duurt te lang, zei ik al\nJan: en verder?\n" for nr in range(1, 9))
    (tmp_path / "groep1.txt").write_text(beurten, "utf-8")
    assert "kan zodra gespreksleider is ingevuld" in propose_traject(tmp_path).tekst


def test_the_drafts_load_as_they_are(traject):
    assert len(traject.activiteiten) == 8
    onbekend = traject.deelnemers[traject.deelnemers["rol"] == "onbekend"]
    assert onbekend["groep"].tolist() == ["fg3"]
    assert traject.activiteiten["fase"].isna().all()
    assert "fase van enquete" in traject.instellingen.niet_opgegeven
    banden = traject.opties[(traject.opties["vraag_id"] == "leeftijdsgroep")]
    assert banden["label"].unique().tolist() == ["18-34", "35-49", "50-64", "65-74", "75+"]


def test_the_same_question_has_the_same_name_in_survey_and_panel(traject):
    vragen = traject.vragen
    herkenbaar = vragen[vragen["tekst"] == "Boa's zijn goed herkenbaar."]
    assert herkenbaar["vraag_id"].unique().tolist() == ["v3_1"]
    assert len(herkenbaar) == 4
    klachten = vragen[vragen["vraag_id"] == "q7"]
    assert klachten["tekst"].nunique() == 2


def test_the_sheets_offer_choices(voorstel):
    boek = openpyxl.load_workbook(voorstel.map / "vragen.xlsx")
    assert boek.sheetnames == ["vragen", "groepen", "uitleg"]
    keuzes = {
        str(regel.formula1).strip('"').split(",")[0]
        for regel in boek["vragen"].data_validations.dataValidation
    }
    assert {"een_antwoord", "inhoud", "rapportcijfer", "beleidsontwikkeling", "ja"} <= keuzes


@pytest.fixture
def los(tmp_path, maandag):
    """Return a folder whose files lie in it, without ruw/."""
    map_ = tmp_path / "los"
    map_.mkdir()
    for naam in ("kp_m1.csv", "kp_m2.csv"):
        shutil.copy(maandag / "ruw" / naam, map_ / naam)
    return map_


def test_files_may_lie_in_the_folder_itself_and_the_check_counts_them(los):
    voorstel = propose_traject(los)
    assert voorstel.bestanden["herkend_als"].tolist() == ["klantpanel, 2 metingen"]
    controle = check_traject(los)
    assert controle.problemen.empty
    geslacht = controle.antwoorden[controle.antwoorden["vraag_id"] == "q1"]
    assert geslacht.groupby("activiteit_id", observed=True, dropna=False)["n"].sum().tolist() == [200, 190]
    assert "Geen problemen gevonden." in controle.tekst
    assert "Niet opgegeven: titel, onderwerp, opdrachtgever, beleid" in controle.tekst


def test_nothing_that_exists_is_overwritten(los):
    (los / "vragen.csv").write_text("levering;kolom\n")
    eerste = propose_traject(los)
    eerder = {pad.name: pad.read_bytes() for pad in los.iterdir()}
    nog_eens = propose_traject(los)
    assert "vragen.xlsx" not in eerste.geschreven
    assert nog_eens.geschreven == ()
    assert set(nog_eens.bestond_al) == {*eerste.geschreven, "vragen.xlsx"}
    assert {pad.name: pad.read_bytes() for pad in los.iterdir()} == eerder
    assert "Bestond al en is niet aangeraakt" in nog_eens.tekst


def test_an_empty_or_missing_folder_is_told(tmp_path):
    with pytest.raises(BronError, match="geen enkel bestand"):
        propose_traject(tmp_path)
    with pytest.raises(BronError, match="bestaat niet"):
        propose_traject(tmp_path / "weg")


def test_an_exact_copy_of_a_survey_is_named_and_makes_no_second_delivery(tmp_path):
    rijen = "".join(f"{nummer};{nummer % 10};goed\n" for nummer in range(1, 141))
    for naam in ("enquete.csv", "enquete (1).csv"):
        (tmp_path / naam).write_text(f"nr;Welk cijfer geeft u?;Waarom?\n{rijen}", encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.gezien == ("enquete (1).csv: precies gelijk aan enquete.csv, telt niet mee",)
    assert "enquete (1).csv" in voorstel.tekst
    assert (tmp_path / "traject.toml").read_text("utf-8").count("[[levering]]") == 1
    assert len(load_traject(tmp_path).deelnemers) == 140


def test_where_the_names_stand_in_a_column_the_question_for_the_moderator_says_so(tmp_path):
    zinnen = [f"De bus van half {nr} komt hier niet meer, zegt de buurman." for nr in range(12)]
    namen = ["Karin Dekker", "Ahmed Yilmaz", "Sofie de Boer"]
    rijen = [f"{namen[nr % 3]};{zin}" for nr, zin in enumerate(zinnen)]
    (tmp_path / "focusgroep.csv").write_text("\n".join(["Spreker;Tekst", *rijen]), encoding="utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert "kies letterlijk uit de 3 namen in de kolom met sprekers van focusgroep.csv" in toml


def test_of_a_talk_with_names_the_moderator_is_asked_and_then_counts_as_no_citizen(tmp_path):
    wie = ("Karin Dekker", "Ahmed Yilmaz", "Sofie de Boer") * 2
    blokken = [
        f"00:0{nummer}:00.000 --> 00:0{nummer}:09.000\n<v {naam}>Dat duurde erg lang.</v>\n"
        for nummer, naam in enumerate(wie)
    ]
    (tmp_path / "overleg.vtt").write_text("WEBVTT\n\n" + "\n".join(blokken), encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    pad = tmp_path / "traject.toml"
    toml = pad.read_text("utf-8")
    assert 'gespreksleider = ["?"]' in toml
    assert (
        "kies letterlijk uit de 3 namen vóór de beurten in overleg.vtt; met een deelnemerslijst in de map"
        in toml
    )
    assert "Dekker" not in toml + voorstel.tekst
    assert voorstel.vragen == toml.count(' = "?"') + toml.count(' = ["?"]')
    with pytest.raises(ContractError, match=r"gespreksleider is nog niet ingevuld; neem de naam over"):
        load_traject(tmp_path)
    pad.write_text(toml.replace('gespreksleider = ["?"]', 'gespreksleider = ["Karin Dekker"]'), "utf-8")
    rollen = load_traject(tmp_path).deelnemers["rol"].astype("str").tolist()
    assert sorted(rollen) == ["burger", "burger", "gespreksleider"]


def test_a_codebook_in_a_sheet_of_its_own_labels_the_answers_beside_it(tmp_path, schrijf_boek):
    codes = [
        ["Variabele", "Vraag", "Code", "Label"],
        ["q1", "Bent u tevreden?", "1", "ja"],
        ["q1", "", "2", "nee"],
    ]
    codes += [["q2", "Waar woont u?", str(nummer), f"wijk {nummer}"] for nummer in range(1, 30)]
    antwoorden = [
        ["respnr", "q1", "q2"],
        *([nummer, 1 + nummer % 2, nummer % 5 + 1] for nummer in range(1, 13)),
    ]
    schrijf_boek(tmp_path / "data.xlsx", {"Data": antwoorden, "Codeboek": codes})
    voorstel = propose_traject(tmp_path)
    assert rij(voorstel, "data.xlsx")["mensen"] == 12
    t = load_traject(tmp_path)
    assert t.vragen.set_index("kolom").loc["q1", "tekst"] == "Bent u tevreden?"
    assert sorted(t.opties.loc[t.opties["vraag_id"] == "q1", "label"]) == ["ja", "nee"]
    eigen = t.bronnen[t.bronnen["bestand"].astype("str").str.endswith("data.xlsx")]
    rollen = dict(zip(eigen["blad"], eigen["rol"].astype("str"), strict=True))
    assert rollen == {"Data": "antwoorden", "Codeboek": "codeboek"}
    assert (eigen["records_in"] == eigen["records_uit"] + eigen["records_verklaard"]).all()


def test_of_several_sheets_the_draft_names_the_one_with_the_answers(tmp_path, schrijf_boek):
    antwoorden = [["respnr", "cijfer", "plaats"], *([nummer, 7, "Ede"] for nummer in range(1, 13))]
    schrijf_boek(
        tmp_path / "data.xlsx",
        {"Samenvatting": [["Vraag", "Gemiddelde"], ["cijfer", 7.0]], "Ruw": antwoorden},
    )
    propose_traject(tmp_path)
    assert 'blad = "Ruw"  # het blad met de meeste rijen' in (tmp_path / "traject.toml").read_text("utf-8")
    assert len(load_traject(tmp_path).deelnemers) == 12


def test_a_book_of_tables_is_no_survey(tmp_path, schrijf_boek):
    uitkomsten = [["", "18-34", "35+"], ["Tevreden", "45%", "51,5%"], ["Ontevreden", "55%", "48,5%"]]
    schrijf_boek(tmp_path / "tabellenboek.xlsx", {"Tabel 1": uitkomsten, "Tabel 2": uitkomsten})
    schrijf_boek(tmp_path / "data.xlsx", {"Data": [["nr", "cijfer", "plaats"], [1, 7, "Ede"], [2, 8, "Ede"]]})
    voorstel = propose_traject(tmp_path)
    assert len(voorstel.bestanden) == 1
    assert "tabellenboek.xlsx: tabellen met uitkomsten, geen antwoorden" in voorstel.tekst


def test_counts_and_percentages_in_turn_are_outcomes_and_a_share_in_one_column_is_an_answer(tmp_path):
    rijen = [f"2026,Wonen,{wat},{soort}" for wat in ("Veilig", "Groen", "Druk") for soort in "ab"]
    cijfers = ["3,1%;9%;32%", "40;119;405"] * 3
    regels = [f"{rij.replace(',', ';')};{cijfer}" for rij, cijfer in zip(rijen, cijfers, strict=True)]
    (tmp_path / "wijk.csv").write_text("\n".join(["Jaar;Blok;Stelling;Maat;1;2;3", *regels]), "utf-8")
    antwoorden = [f"{nr};{nr % 9 + 1};{'30%' if nr % 2 else '12'};ja" for nr in range(12)]
    (tmp_path / "e.csv").write_text("\n".join(["nr;cijfer;korting;eens", *antwoorden]), "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["bestand"].tolist() == ["e.csv"]
    assert voorstel.gezien == ("wijk.csv: tabellen met uitkomsten, geen antwoorden",)


def test_answers_that_people_write_with_or_without_a_percent_sign_are_a_survey(tmp_path):
    teken = [nr * nr % 7 in (1, 2) for nr in range(60)]  # 1, 4 and 9 have one, 2, 3 and 5 have none
    rijen = [
        f"{nr};{'ja' if nr % 3 else 'nee'};2026;Ede;" + ";".join(["30%" if met else "30"] * 3)
        for nr, met in enumerate(teken)
    ]
    (tmp_path / "e.csv").write_text("\n".join(["nr;eens;jaar;plaats;Bus;Auto;Fiets", *rijen]), "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["enquête, csv, 6 vragen"]


def test_counts_and_two_percentages_in_turn_with_a_total_are_outcomes(tmp_path):
    wat = [
        "Totaal",
        *(deel for naam in ("Veilig", "Groen", "Druk", "Vies", "Mooi") for deel in (naam, "", naam)),
    ]
    cijfers = ["500;250", *["140;119", "119;32", "32%;9%"] * 5]
    regels = [f"2026;Wonen;{naam};wijk;{cijfer}" for naam, cijfer in zip(wat, cijfers, strict=True)]
    (tmp_path / "wijk.csv").write_text("\n".join(["Jaar;Blok;Stelling;Maat;Stad;Wijk", *regels]), "utf-8")
    assert propose_traject(tmp_path).gezien == ("wijk.csv: tabellen met uitkomsten, geen antwoorden",)


def test_a_pivot_table_is_no_survey_and_talks_at_a_stop_are_street_talks(tmp_path, schrijf_boek):
    schrijf_boek(
        tmp_path / "kopie.xlsx", {"Draaitabel": [["Rijlabels", "Aantal"], ["Te laat", 88], ["Chauffeur", 41]]}
    )
    gesprekken = [["Markt", "75+", "de bus komt niet"], ["Station", "30-40", "prima"]] * 6
    schrijf_boek(
        tmp_path / "haltes.xlsx", {"Week 20": [["Halte", "leeftijd (schatting)", "wat zei men"], *gesprekken]}
    )
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["straatgesprek"]
    assert "kopie.xlsx: een draaitabel met uitkomsten, geen antwoorden" in voorstel.tekst


def test_a_file_that_cannot_be_read_is_told_with_the_row(tmp_path):
    (tmp_path / "fout.csv").write_text("a;b;c\n1;2;3\n4;5\n", "utf-8")
    assert "fout.csv: rij 3: deze rij heeft 2 cellen, de kop 3;" in propose_traject(tmp_path).tekst


def test_a_conversation_in_markdown_is_seen_and_a_note_beside_it_is_not(tmp_path):
    (tmp_path / "ruw").mkdir()
    (tmp_path / "ruw" / "gesprek.md").write_text("**M:** Welkom.\n\n**R1:** Dank u.\n\n**M:** Wat vindt u?\n")
    (tmp_path / "ruw" / "README.md").write_text("# Over deze bestanden\n\nVan het bureau gekregen.\n")
    assert propose_traject(tmp_path).bestanden["bestand"].tolist() == ["ruw/gesprek.md"]


def test_a_file_that_is_of_no_use_alone_is_named_with_the_reason(tmp_path):
    (tmp_path / "comments.csv").write_text(
        "timestamp,comment-id,author-id,agrees,disagrees,moderated,comment-body\n1,0,3,1,1,1,Meer groen\n"
    )
    (tmp_path / "boek.qdc").write_text(
        '<?xml version="1.0"?><CodeBook xmlns="urn:QDA-XML:codebook:1.0"><Codes><Code guid="A1" name="zorg"/></Codes></CodeBook>'
    )
    (tmp_path / "codes.csv").write_text("tag,description,number of highlights\nzorg,Over zorg,3\n")
    (tmp_path / "leeg.csv").write_text("nr;Bent u tevreden?\n")
    (tmp_path / "lime.txt").write_text("class\ttype/scale\tname\trelevance\ttext\nS\t\tsid\t\t195\n")
    gezien = propose_traject(tmp_path).gezien
    assert [regel.partition(";")[0] for regel in gezien] == [
        "boek.qdc: alleen codes, geen teksten",
        "codes.csv: alleen codes, geen teksten",
        "comments.csv: hoort bij een gesprek van Polis, maar de stemmen zelf ontbreken",
        "leeg.csv: alleen koppen, geen rijen",
        "lime.txt: dit is een vragenlijst van LimeSurvey als tekst, geen bestand met antwoorden",
    ]


def test_a_codebook_that_only_tells_what_the_columns_are_gives_them_their_texts(tmp_path):
    (tmp_path / "data.csv").write_text("respnr;q1;q2\n1;4;ja\n2;5;nee\n")
    (tmp_path / "boek.csv").write_text("variable,description\nq1,Hoe tevreden bent u?\nq2,Komt u terug?\n")
    assert rij(propose_traject(tmp_path), "boek.csv")["herkend_als"] == "codeboek"
    assert load_traject(tmp_path).vragen["tekst"].tolist() == ["Hoe tevreden bent u?", "Komt u terug?"]


def test_an_instrument_that_is_still_a_question_is_one_problem(tmp_path):
    (tmp_path / "traject.toml").write_text('[[levering]]\ninstrument = "?"\nbestand = "a.qde"\n')
    (tmp_path / "a.qde").write_text("<Project/>")
    kolommen = check_traject(tmp_path).problemen["kolom"].tolist()
    assert "instrument" in kolommen
    assert "naam" not in kolommen


def test_a_codebook_beside_the_sheet_that_the_draft_names_labels_it(tmp_path, schrijf_boek):
    codes = [
        ["variabele", "omschrijving", "code", "label"],
        ["druk", "Ik voel mij zwaar belast", 1, "helemaal oneens"],
        *(["druk", "", code, label] for code, label in [(2, "oneens"), (3, "neutraal"), (4, "eens")]),
        ["druk", "", 5, "helemaal eens"],
        ["druk", "", 9, "weet niet"],
    ]
    rijen = ([nummer, "Ede", [1, 5, 4, 9][nummer % 4]] for nummer in range(1, 41))
    antwoorden = [["respnr", "plaats", "druk"], *rijen]
    uitleg = [["Ledenpanel Noord"], ["t0 = februari 2026"], ["Vragen aan het bureau"]]
    schrijf_boek(tmp_path / "data.xlsx", {"Leeswijzer": uitleg, "data": antwoorden, "codeboek": codes})
    propose_traject(tmp_path)
    assert 'blad = "data"' in (tmp_path / "traject.toml").read_text("utf-8")
    t = load_traject(tmp_path)
    druk = t.antwoorden[t.antwoorden["vraag_id"].astype("str") == "druk"]
    assert (druk["status"].astype("str") == "weet_niet").sum() == 10
    assert druk["getal"].mean() == pytest.approx((1 + 5 + 4) / 3)
    rollen = t.bronnen.loc[t.bronnen["blad"].isin(["data", "codeboek"]), ["blad", "rol"]].astype("str")
    assert rollen.to_numpy().tolist() == [["data", "antwoorden"], ["codeboek", "codeboek"]]


def test_the_columns_of_a_community_in_english_are_assigned(tmp_path):
    kop = "ID,Topic,Reply to,Author,Role,Posted,Message,Likes\n"
    rijen = "".join(
        f"{500 + n},Tips,,lid {n % 7},member,12/05/2026 10:0{n % 10},Bericht {n},2\n" for n in range(20)
    )
    (tmp_path / "forum.csv").write_text(kop + rijen, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["let_op"].tolist() == ["8 kolommen toegewezen, 0 niet (zie traject.toml)"]
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert 'bericht_id = "ID"' in toml
    assert 'tijdstip = "Posted"' in toml


def test_proposals_with_counts_of_support_and_comments_are_messages(tmp_path):
    kop = "id,url,title,userId,date,text,numComments,numSupports\n"
    rijen = "".join(
        f"{n},/p/{n},Voorstel {n},{40 + n % 5},2026-05-{n + 10},Meer bankjes in straat {n},{n},{100 + n}\n"
        for n in range(8)
    )
    (tmp_path / "voorstellen.csv").write_text(kop + rijen, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == ["community, csv"]
    assert voorstel.bestanden["mensen"].tolist() == [5]
    t = load_traject(tmp_path)
    per_maat = t.tellingen.groupby("maat", observed=True)["aantal"].sum().to_dict()
    assert per_maat == {"steun": 828, "reactie": 28}


def test_a_street_form_without_years_asks_for_the_period_and_counts_who_stood_there(tmp_path, schrijf_boek):
    kop = ["Waar", "Datum", "Tijd", "Met hoeveel", "Leeftijd (schatting)", "Wat zeiden ze", "Gespreksvoerder"]
    dagen = ["12 sept", "12 sept.", "zo 13 sept"]
    rijen = [
        ["Markt Ede", dagen[n % 3], "10:05", 1 + n % 2, "30-40", f"Mening {n} over de zorg", "Lotte"]
        for n in range(12)
    ]
    schrijf_boek(tmp_path / "straat.xlsx", {"turflijst": [kop, *rijen]})
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["mensen"].tolist() == [18]
    pad = tmp_path / "traject.toml"
    toml = pad.read_text("utf-8")
    assert 'begindatum = "?"  # in de tabel staan dagen zonder jaar' in toml
    pad.write_text(
        toml.replace('begindatum = "?"', "begindatum = 2026-09-12").replace(
            'einddatum = "?"', "einddatum = 2026-09-19"
        ),
        "utf-8",
    )
    t = load_traject(tmp_path)
    dag = t.fragmenten["tijdstip"].dt.strftime("%d-%m-%Y")
    assert dag.value_counts().to_dict() == {"12-09-2026": 8, "13-09-2026": 4}
    # Lotte is masked, in a column that nothing is read from
    redenen = t.logboek["reden"].astype("str")
    assert "cel_gemaskeerd" not in redenen.tolist()
    assert t.logboek.loc[redenen.eq("kolom_weggelaten"), "kolom"].tolist() == ["Gespreksvoerder"]


def test_age_sex_and_a_grade_are_drafted_as_what_they_are(tmp_path):
    kop = "nr;Tot welke leeftijdsgroep behoort u?;Bent u een ...;lft4;Welk cijfer geeft u het logeerhuis?;Welk cijfer past?;Zou u meedoen?\n"
    leeftijd = ["18 t/m 34 jaar", "35 t/m 49 jaar", "50 jaar of ouder"]
    rijen = "".join(
        f"{n};{leeftijd[n % 3]};{['Man', 'Vrouw'][n % 2]};{n % 4 + 1};{n % 6 + 4};{n % 5 + 1};{['Ja, zeker', 'Zeker niet', 'Weet niet'][n % 3]}\n"
        for n in range(1, 41)
    )
    (tmp_path / "e.csv").write_text(kop + rijen, "utf-8")
    propose_traject(tmp_path)
    boek = openpyxl.load_workbook(tmp_path / "vragen.xlsx")["vragen"]
    koppen, *regels = boek.iter_rows(values_only=True)
    per_kolom = {rij[koppen.index("kolom")]: dict(zip(koppen, rij, strict=True)) for rij in regels}
    assert per_kolom["Tot welke leeftijdsgroep behoort u?"]["rol"] == "kenmerk"
    assert per_kolom["Bent u een ..."]["rol"] == "kenmerk"
    assert per_kolom["Welk cijfer geeft u het logeerhuis?"]["gebruik"] == "rapportcijfer"
    assert per_kolom["Zou u meedoen?"]["gebruik"] == "steun"


def test_a_delivery_that_is_named_after_its_wave_is_named_after_it_once(tmp_path):
    (tmp_path / "p.csv").write_text("nr;cijfer;plaats\n1;7;Ede\n2;8;Ede\n", "utf-8")
    (tmp_path / "sleutel.txt").write_text("ab" * 32, "ascii")
    (tmp_path / "traject.toml").write_text(
        '[[levering]]\nnaam = "ledenpanel_t0"\ninstrument = "klantpanel"\nbestand = "p.csv"\nmeting = "t0"\n',
        "utf-8",
    )
    assert load_traject(tmp_path).activiteiten["activiteit_id"].astype("str").tolist() == ["ledenpanel_t0"]


def test_a_column_that_counts_within_a_household_makes_no_population_figures(tmp_path):
    """Kobo names the number of rows of a repeat so: "kinderen (aantal)"."""
    rijen = [f"{nr};{nr % 3};{'ja' if nr % 2 else 'nee'};het kan sneller {nr}" for nr in range(30)]
    kop = "respnr;Kinderen (aantal);Tevreden;Wat kan beter?"
    (tmp_path / "enquete.csv").write_text("\n".join([kop, *rijen]), encoding="utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert 'instrument = "enquete"' in toml


def test_signals_with_a_number_of_their_own_are_no_community(tmp_path):
    kop = "Signaalnummer;Datum;Kanaal;Type melder;Klantnummer;Tekst"
    rijen = [
        f"S{nr};{1 + nr % 28}-3-2026;telefoon;burger;{nr % 20};het duurt te lang {nr}" for nr in range(30)
    ]
    (tmp_path / "signalen.csv").write_text("\n".join([kop, *rijen]), encoding="utf-8")
    propose_traject(tmp_path)
    toml = (tmp_path / "traject.toml").read_text("utf-8")
    assert 'instrument = "signaal"' in toml
    assert (
        'werving = "zelf_gemeld"  # uit zichzelf gemeld; was het anders, kies dan uit steekproef, panel'
        in toml
    )
    assert "werving van" not in toml


@pytest.mark.parametrize("geteld", [["12", "8", "15"], ["IIII", "III", "I"]])
def test_a_list_of_subjects_with_how_often_each_was_named_is_no_survey(geteld, tmp_path):
    regels = [f"{wat};{aantal}" for wat, aantal in zip(["Parkeren", "Groen", "Afval"], geteld, strict=True)]
    (tmp_path / "turflijst.csv").write_text("\n".join(["Onderwerp;Aantal keer genoemd", *regels]), "utf-8")
    tekst = propose_traject(tmp_path).tekst
    assert "turflijst.csv: aantallen per onderwerp, geen antwoorden van mensen" in tekst
    assert "onderdelen = { stippen" in tekst


@pytest.mark.parametrize(
    "rijen",
    [
        ["Woonplaats;Aantal keer gebeld", "Breda;3", "Delft;1", "Venlo;2"],
        ["Thema;Aantal", "Groen;3", "Groen;1", "Afval;2"],
        ["Onderwerp;Aantal", "Groen;weet niet", "Parken;1", "Afval;2"],
    ],
)
def test_a_survey_of_two_questions_is_no_list_of_counts(rijen, tmp_path):
    (tmp_path / "antwoorden.csv").write_text("\n".join(rijen), "utf-8")
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["enquête, csv, 2 vragen"]


MARGES = "Kenmerk;Klasse;Aantal{}\nleeftijd;18-34;{a}{b}\nleeftijd;35+;{a}{b}\n"


@pytest.mark.parametrize(
    "tekst",
    [
        MARGES.format(";Peildatum;Bron", a="860", b=";1-1-2026;CBS"),
        MARGES.format("", a="48600", b=""),
        "Variabele;Categorie;Aandeel;Populatie\ngeslacht;man;0,49;18+\ngeslacht;vrouw;0,51;18+\n",
    ],
)
def test_figures_of_a_population_are_no_sortition_of_an_assembly(tekst, tmp_path):
    (tmp_path / "CBS marges.csv").write_text(tekst, "utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.gezien == (
        "CBS marges.csv: cijfers over de bevolking, geen antwoorden; neem ze over in marges.xlsx",
    )


def test_a_sortition_with_counts_and_aims_stays_one(tmp_path):
    (tmp_path / "loting.csv").write_text(
        "Kenmerk;Klasse;Doel;Aantal\nleeftijd;18-34;10;12\n;35+;20;19\n", "utf-8"
    )
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["burgerberaad: loting"]


def test_population_figures_that_were_filled_in_are_not_missing(tmp_path, schrijf_boek):
    (tmp_path / "e.csv").write_text("nr;Welk cijfer geeft u?\n1;7\n2;8", "utf-8")
    assert any("marges.xlsx" in wat for wat in propose_traject(tmp_path).ontbreekt)
    kop = ["variabele", "categorie", "aandeel", "aantal", "populatie", "peildatum", "bron"]
    schrijf_boek(
        tmp_path / "marges.xlsx", {"marges": [kop, ["geslacht", "man", 0.5, None, "18+", "", "CBS"]]}
    )
    assert not any("marges.xlsx" in wat for wat in propose_traject(tmp_path).ontbreekt)


def test_the_phase_is_asked_once_and_a_delivery_may_have_its_own(voorstel, tmp_path):
    map_ = shutil.copytree(voorstel.map, tmp_path / "map")
    toml = (map_ / "traject.toml").read_text("utf-8")
    ingevuld = toml.replace('fase = "?"', 'fase = "praktijk"').replace(
        '# fase = "…"', 'fase = "evaluatie"', 1
    )
    (map_ / "traject.toml").write_text(ingevuld, "utf-8")
    fasen = load_traject(map_).activiteiten[["instrument", "fase"]].astype("str").drop_duplicates()
    assert dict(fasen.to_numpy().tolist()) == dict.fromkeys(
        ("klantpanel", "focusgroep", "usability", "straatgesprek", "community"), "praktijk"
    ) | {"enquete": "evaluatie"}


def test_what_is_missing_of_every_delivery_is_told_once(voorstel):
    regel = next(r for r in check_traject(voorstel.map).tekst.splitlines() if r.startswith("Niet opgegeven"))
    assert regel == (
        "Niet opgegeven: titel, onderwerp, opdrachtgever, beleid, doel, ruimte, doelgroep, besluit; fase en trede van elke "
        "levering; werving van enquete, focusgroep en usability; begindatum en einddatum van "
        "focusgroep en usability"
    )
