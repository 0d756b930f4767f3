"""A delivery in parts: said or recognised, sealed alike, votes of persons, answers of the cabinet, and what is refused."""

import re
from pathlib import Path

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject
from burgerdata.toelichting import read_toelichting

KOP = """titel = "Beraad"

[[levering]]
instrument = "burgerberaad"
fase = "beleidsontwikkeling"
trede = "adviseren"
werving = "loting"
uitgenodigd = 1000
"""
LOTING = "Kenmerk;Categorie;Doel;Geloot\nleeftijdsgroep;18-34;2;1\n;35+;1;2\n"
AANWEZIG = "Lidnummer;Rol;Sessie 1;Sessie 2;Sessie 3\nL1;lid;ja;ja;ja\nL2;lid;ja;nee;ja\nL3;lid;ja;ja;nee\nE1;expert;ja;nee;nee\n"
ADVIES = "Advies van het beraad\n\nAanbeveling 1: Maak de bus goedkoper.\nOok voor jongeren.\nAanbeveling 2: Zet bankjes neer.\n"
STEMMEN = (
    "Lidnummer;Aanbeveling;Stem\nL1;1;voor\nL1;2;tegen\nL2;1;voor\nL2;2;onthouding\nL1;1;tegen\nL3;1;voor\n"
)
BESLUIT = "Aanbeveling;Status;Motivering;Datum\n1;deels overgenomen;Voor jongeren wel;1-6-2026\n2;niet overgenomen;;1-6-2026\n"
LEDEN = "Lidnummer;leeftijdsgroep\nL1;18-34\nL2;35+\nL3;35+\n"
LIJST = "Lidnummer;Rol;Geslacht;Leeftijd;Avond 1;Avond 2\n" + "".join(
    f"L{nr};{rol};{geslacht};{jaar};ja;ja\n"
    for nr, (rol, geslacht, jaar) in enumerate(
        [
            ("lid", "m", 18),
            ("lid", "Man", 29),
            ("lid", "man", 22),
            ("lid", "M", 30),
            ("lid", "m", 31),
            ("lid", "v", 64),
            ("lid", "vrouw", 65),
            ("lid", "V", 78),
            ("expert", "v", 40),
        ]
    )
)
ONDERDELEN = (
    'onderdelen = { loting = "ruw/a.csv", aanwezigheid = "ruw/b.csv", aanbevelingen = "ruw/c.txt", '
    'stemmen = "ruw/d.csv", besluiten = "ruw/e.csv" }\ndeelnemerslijst = "ruw/leden.csv"\npersoon = "Lidnummer"\n'
)
RUW = {
    "a.csv": LOTING,
    "b.csv": AANWEZIG,
    "c.txt": ADVIES,
    "d.csv": STEMMEN,
    "e.csv": BESLUIT,
    "leden.csv": LEDEN,
}


@pytest.fixture
def beraad(maak_map):
    return load_traject(maak_map(KOP + ONDERDELEN, ruw=RUW))


def test_a_person_of_several_files_is_one_participant_and_an_expert_is_no_member(beraad):
    assert beraad.deelnemers["rol"].tolist() == ["burger", "burger", "burger", "professional"]
    stappen = bd.describe_respons(beraad).set_index("stap")["n"].to_dict()
    assert stappen == {"uitgenodigd": 1000, "geselecteerd": 3, "gestart": 3, "afgerond": 2}


def test_no_code_of_a_member_is_in_any_table(beraad):
    for naam, tabel in beraad.tabellen.items():
        tekst = tabel.drop(columns=[k for k in ("sha256",) if k in tabel]).astype("str").to_csv()
        assert not re.search(r"\b[LE][123]\b", tekst), naam


def test_the_last_vote_of_a_person_counts_and_the_first_is_in_the_logboek(beraad):
    stem = beraad.antwoorden[beraad.antwoorden["vraag_id"].eq("aanbeveling1")]
    assert stem["code"].dropna().astype("str").value_counts().to_dict() == {"voor": 2, "tegen": 1}
    assert beraad.logboek["reden"].eq("herziene_stem").sum() == 1
    assert (
        not beraad.tellingen["maat"].isin(["stem_voor", "stem_tegen"]).any()
    )  # persons are never counted twice


def test_recommendation_vote_and_answer_name_each_other(beraad):
    advies = beraad.fragmenten[beraad.fragmenten["soort"].eq("aanbeveling")].set_index("vraag_id")
    assert advies.loc["aanbeveling1", "tekst"] == "Maak de bus goedkoper.\nOok voor jongeren."
    vraag = beraad.vragen.set_index("vraag_id").loc["aanbeveling2"]
    assert (vraag["fragment_id"], vraag["tekst"]) == (
        advies.loc["aanbeveling2", "fragment_id"],
        "Zet bankjes neer.",
    )
    assert beraad.doorwerking["bron_ids"].tolist() == advies["fragment_id"].tolist()
    let_op = bd.trace_doorwerking(beraad).set_index("samenvatting")["let_op"]
    assert "motivering ontbreekt" in let_op["Zet bankjes neer."]


def test_members_are_laid_beside_the_targets_of_the_draw(beraad):
    tabel = bd.compare_loting(beraad)
    assert tabel[["categorie", "doel", "n", "verschil"]].to_numpy().tolist() == [
        ["18-34", 2, 1, -1],
        ["35+", 1, 2, 1],
    ]


def test_attendance_is_of_all_members_and_never_above_all(beraad):
    tabel = bd.measure_aanwezigheid(beraad)
    assert tabel["n"].tolist() == [3, 2, 2]
    assert tabel["weg"].tolist() == [0, 1, 1]
    weinig = beraad.activiteiten.assign(geselecteerd=2, gestart=2)
    assert bd.measure_aanwezigheid(beraad.replace_tabellen(activiteiten=weinig))["aandeel"].max() == 1
    ruim = beraad.activiteiten.assign(geselecteerd=4)
    tabel = bd.measure_aanwezigheid(beraad.replace_tabellen(activiteiten=ruim))
    assert tabel["aandeel"].tolist() == [0.75, 0.5, 0.5]
    assert tabel["weg"].tolist() == [1, 2, 2]


def test_what_the_analyst_wrote_about_a_recommendation_goes_before_the_delivery(maak_map):
    eigen = [
        ["inbreng_id", "samenvatting", "status"],
        ["burgerberaad_aanbeveling1", "Eigen woorden", "overgenomen"],
    ]
    map_ = maak_map(KOP + ONDERDELEN, ruw=RUW, bladen={"doorwerking.xlsx": {"doorwerking": eigen}})
    assert load_traject(map_).doorwerking["samenvatting"].tolist() == ["Eigen woorden", "Zet bankjes neer."]


def test_the_same_files_are_recognised_without_being_named(maak_map, beraad):
    toml = KOP + 'bestand = ["ruw/[a-e].*"]\ndeelnemerslijst = "ruw/leden.csv"\npersoon = "Lidnummer"\n'
    t = load_traject(maak_map(toml, ruw=RUW))
    for naam in ("deelnemers", "antwoorden", "tellingen", "doorwerking"):
        pd.testing.assert_frame_equal(t.tabellen[naam], beraad.tabellen[naam])


def test_nieuw_names_the_parts_and_its_draft_loads(tmp_path):
    (tmp_path / "ruw").mkdir()
    for naam, tekst in RUW.items():
        if naam not in ("c.txt", "leden.csv"):
            (tmp_path / "ruw" / naam).write_text(tekst, encoding="utf-8")
    voorstel = propose_traject(tmp_path)
    assert voorstel.bestanden["herkend_als"].tolist() == [
        "burgerberaad: loting, aanwezigheid, stemmen, besluiten"
    ]
    assert 'stemmen = ["ruw/d.csv"]' in (tmp_path / "traject.toml").read_text(encoding="utf-8")
    assert len(load_traject(tmp_path).deelnemers) == 4


def test_an_unknown_part_is_refused_with_the_one_that_was_meant(maak_map):
    with pytest.raises(
        ContractError, match=r"het onderdeel 'stemen' bestaat hier niet; bedoelde u 'stemmen'"
    ):
        load_traject(maak_map(KOP + 'onderdelen = { stemen = "ruw/d.csv" }\n', ruw=RUW))


def test_the_source_of_decisions_is_the_file_that_holds_them(maak_map, beraad):
    eigen = [["samenvatting", "status"], ["Meer uitleg", "ja, overgenomen"], ["Minder regels", "nee"]]
    map_ = maak_map(KOP + ONDERDELEN, ruw=RUW, bladen={"doorwerking.xlsx": {"doorwerking": eigen}})
    beide = load_traject(map_)
    assert beide.doorwerking["status"].astype("str").tolist()[:2] == ["overgenomen", "niet_overgenomen"]
    bronnen = [read_toelichting(bd.trace_doorwerking(t)).bron for t in (beraad, beide)]
    assert bronnen == ["e.csv", "doorwerking.xlsx (ingevuld door de opdrachtgever) en e.csv"]


def test_words_that_are_no_status_in_doorwerking_are_one_message(maak_map):
    eigen = [["samenvatting", "status"], ["a", "mooi"], ["b", "nee"], ["c", "mooi"]]
    with pytest.raises(ContractError) as fout:
        load_traject(maak_map(KOP + ONDERDELEN, ruw=RUW, bladen={"doorwerking.xlsx": {"doorwerking": eigen}}))
    assert "in de rijen 2 en 4 staat een woord dat niet in de lijst hoort" in str(fout.value)
    assert len(fout.value.lijst) == 1


def test_an_answer_that_is_no_status_is_refused_without_quoting_it(maak_map):
    ruw = RUW | {"e.csv": BESLUIT.replace("niet overgenomen", "geheim woord")}
    with pytest.raises(ContractError, match=r"ruw/e\.csv, rij 3, kolom 'Status': dit is geen status") as fout:
        load_traject(maak_map(KOP + ONDERDELEN, ruw=ruw))
    assert "geheim" not in str(fout.value)


def test_a_document_without_numbers_holds_no_recommendations(maak_map):
    ruw = RUW | {"c.txt": "Wij willen dat het beter gaat.\nDat is alles.\n"}
    with pytest.raises(
        ContractError, match="geen genummerde aanbevelingen; begin elke aanbeveling met haar nummer"
    ):
        load_traject(maak_map(KOP + ONDERDELEN, ruw=ruw))


def read_loting(maak_map, loting: str, extra: str = "", lijst: str = LIJST):
    ruw = {"a.csv": loting, "b.csv": lijst}
    onderdelen = 'onderdelen = { loting = "ruw/a.csv", aanwezigheid = "ruw/b.csv" }\npersoon = "Lidnummer"\n'
    return load_traject(maak_map(KOP + onderdelen + extra, ruw=ruw))


@pytest.mark.parametrize(
    "kop", ["Kenmerk;Groep;Streef %", "Kenmerk;Categorie;Streefpercentage", "Kenmerk;Groep;Aandeel bevolking"]
)
def test_targets_in_percents_are_places_and_the_members_own_list_tells_who_was_drawn(maak_map, kop):
    # 8 members: 25% is 2 places, 75% is 6, 40% is 3.2 and 60% is 4.8; 31 and 78 are ages of two of them
    loting = kop + "\nLeeftijd;18-29;25%\nLeeftijd;30+;75%\nGeslacht;man;40%\nGeslacht;vrouw;60%\n"
    beraad = read_loting(maak_map, loting)
    assert bd.compare_loting(beraad)[["categorie", "doel", "n"]].to_numpy().tolist() == [
        ["18-29", 2, 3],
        ["30+", 6, 5],
        ["man", 3, 5],
        ["vrouw", 5, 3],
    ]


def test_targets_in_percents_as_excel_keeps_them_are_shares(maak_map):
    beraad = read_loting(maak_map, "Kenmerk;Groep;Doel %\nGeslacht;man;0,4\nGeslacht;vrouw;0,6\n")
    assert bd.compare_loting(beraad)["doel"].tolist() == [3, 5]


def test_a_column_that_the_analyst_names_holds_the_targets(maak_map):
    extra = 'kolommen = { doel = "Wens", categorie = "Wie" }\n'
    beraad = read_loting(maak_map, "Kenmerk;Wie;Wens\nGeslacht;man;40%\nGeslacht;vrouw;60%\n", extra)
    assert bd.compare_loting(beraad)["doel"].tolist() == [3, 5]


def test_a_draw_without_a_column_of_numbers_is_a_problem_and_no_silence(maak_map):
    with pytest.raises(ContractError, match=r'kolommen = \{ doel = "…" \}'):
        read_loting(maak_map, "Kenmerk;Groep;Wens\nGeslacht;man;veel\n")


def test_a_member_who_fits_no_category_is_noted(maak_map):
    beraad = read_loting(maak_map, "Kenmerk;Groep;Streef %\nLeeftijd;18-29;50%\nLeeftijd;30-70;50%\n")
    buiten = beraad.logboek[beraad.logboek["reden"].eq("buiten_bereik")]
    assert buiten[["bestand", "rij", "kolom"]].to_numpy().tolist() == [["ruw/b.csv", 9, "Leeftijd"]]


def test_percents_of_a_draw_of_unknown_size_are_a_problem(maak_map):
    loting = "Kenmerk;Groep;Streef %\nGeslacht;man;40%\nGeslacht;vrouw;60%\n"
    with pytest.raises(ContractError, match="hoeveel mensen zijn geloot"):
        load_traject(maak_map(KOP + 'onderdelen = { loting = "ruw/a.csv" }\n', ruw={"a.csv": loting}))


def test_an_answer_to_a_recommendation_that_does_not_exist_is_a_problem_with_its_row(maak_map):
    ruw = RUW | {"e.csv": BESLUIT.replace("\n2;", "\n18;")}
    with pytest.raises(
        ContractError, match=r"e\.csv, rij 3, kolom 'Aanbeveling': hier staat een antwoord op een aanbeveling"
    ) as fout:
        load_traject(maak_map(KOP + ONDERDELEN, ruw=ruw))
    assert len(fout.value.lijst) == 1


def test_an_answer_with_its_own_text_and_answers_alone_need_no_vote(maak_map):
    eigen = BESLUIT.replace("\n2;", "\nAanbeveling 18: Leg een brug aan.;")
    t = load_traject(maak_map(KOP + ONDERDELEN, ruw=RUW | {"e.csv": eigen}))
    assert t.doorwerking["samenvatting"].tolist()[-1] == "Leg een brug aan."
    zonder = 'onderdelen = { aanwezigheid = "ruw/b.csv", besluiten = "ruw/e.csv" }\npersoon = "Lidnummer"\n'
    t = load_traject(maak_map(KOP + zonder, ruw={"b.csv": AANWEZIG, "e.csv": BESLUIT}))
    assert len(t.doorwerking) == 2


def test_the_proposal_says_which_sheet_still_stops_the_first_report(tmp_path, schrijf_boek):
    stemmen = [
        ["Nr", "Aanbeveling", "Voor", "Tegen"],
        [1, "Plant meer bomen", 21, 6],
        [2, "Haal steen weg", 9, 5],
    ]
    antwoord = [["Nr", "Wat de raad ervan vindt", "Wanneer"], [1, "mooi", "juni"], [2, "nee", "juni"]]
    schrijf_boek(tmp_path / "beraad.xlsx", {"Stemming": stemmen, "Raad": antwoord})
    voorstel = propose_traject(tmp_path)
    assert voorstel.tekst.splitlines()[-1].startswith(
        "Een eerste rapport kan zodra bij onderdelen staat wat beraad.xlsx, blad 'Raad', is (stap 3)"
    )
    with pytest.raises(ContractError, match=r"beraad\.xlsx, blad 'Raad': aan de koppen is niet te zien"):
        load_traject(tmp_path)


def test_the_proposal_of_parts_that_are_known_promises_a_report_at_once(tmp_path):
    (tmp_path / "s.csv").write_text(
        "Nr;Aanbeveling;Voor;Tegen\n1;Plant bomen;21;6\n2;Weg ermee;9;5\n", "utf-8"
    )
    assert propose_traject(tmp_path).tekst.splitlines()[-1].startswith("Een eerste rapport kan nu al")


BERAAD = [["Nr", "Aanbeveling", "Voor", "Tegen"], [1, "Plant meer bomen", 21, 6], [2, "Haal steen weg", 9, 5]]


@pytest.mark.parametrize(
    "kop",
    [
        "Besluit raad 25 juni",
        "Besluit van het college",
        "Reactie kabinet",
        "Besluit 25-06-2026",
        "Besluit juni 2026",
    ],
)
def test_a_column_of_decisions_may_name_who_decided_and_when(tmp_path, schrijf_boek, kop):
    besluit = [["Nr", "Aanbeveling", kop, "Toelichting"], [1, "Plant meer bomen", "overgenomen", "Ja"]]
    besluit += [[2, "Haal steen weg", "niet overgenomen", "Te duur"]]
    schrijf_boek(tmp_path / "stemmen.xlsx", {"Blad1": BERAAD})
    schrijf_boek(tmp_path / "besluit.xlsx", {"Blad1": besluit})
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["burgerberaad: besluiten, stemmen"]
    assert load_traject(tmp_path).doorwerking["status"].tolist() == ["overgenomen", "niet_overgenomen"]


@pytest.mark.parametrize(
    ("kop", "cel"),
    [
        (
            ["Nr", "Indiener", "Reactie", "Beantwoording gemeente"],
            ["Wijk", "Minder verkeer, graag.", "Wij begrijpen dit."],
        ),
        (["Nr", "Naam inspreker", "Samenvatting", "Overgenomen"], ["Wijk", "Minder verkeer, graag.", "ja"]),
        (
            ["Nr", "Indiener", "Samenvatting reactie", "Antwoord gemeente", "Besluit"],
            ["Wijk", "Minder verkeer, graag.", "Dit past in het plan.", "deels overgenomen"],
        ),
        (
            ["Nr", "Indiener", "Samenvatting", "Antwoord van het college", "Overgenomen"],
            ["Wijk", "Minder verkeer, graag.", "Dit past in het plan.", "nee"],
        ),
        (
            ["Nr", "Indiener", "Onderwerp", "Uw reactie", "Standpunt"],
            ["Wijk", "Verkeer", "Minder verkeer, graag.", "niet overgenomen"],
        ),
        (
            ["Nr", "Inhoud van de reactie", "Toelichting", "Besluit"],
            ["Minder verkeer, graag.", "Dit past in het plan.", "overgenomen"],
        ),
        (["Nr", "Punt", "Reactie"], ["Verkeer", "Wij lezen dit anders en passen de tekst niet aan."]),
    ],
)
def test_answers_to_consultation_responses_are_no_decisions_on_recommendations(
    tmp_path, schrijf_boek, kop, cel
):
    schrijf_boek(tmp_path / "stemmen.xlsx", {"Blad1": BERAAD})
    schrijf_boek(tmp_path / "nota.xlsx", {"Blad1": [kop, *([nr, *cel] for nr in range(1, 12))]})
    voorstel = propose_traject(tmp_path)
    assert "antwoorden op inspraakreacties, geen besluiten over aanbevelingen" in voorstel.tekst
    assert "besluiten" not in (tmp_path / "traject.toml").read_text("utf-8")
    assert load_traject(tmp_path).doorwerking.empty


@pytest.mark.parametrize("kop", ["Aanbeveling", "Nr"])
def test_decisions_on_recommendations_may_say_who_handed_them_in(tmp_path, schrijf_boek, kop):
    besluit = [[kop, "Indiener", "Besluit", "Motivering"], [1, "Wijkraad", "overgenomen", "Past in het plan"]]
    besluit += [[2, "Fietsersbond", "niet overgenomen", "Te duur"]]
    schrijf_boek(tmp_path / "stemmen.xlsx", {"Blad1": BERAAD})
    schrijf_boek(tmp_path / "besluit.xlsx", {"Blad1": besluit})
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["burgerberaad: besluiten, stemmen"]
    assert load_traject(tmp_path).doorwerking["status"].tolist() == ["overgenomen", "niet_overgenomen"]


@pytest.mark.parametrize("kop", ["Voorstel", "Idee van bewoners"])
def test_a_proposal_that_was_handed_in_and_answered_is_a_decision(tmp_path, schrijf_boek, kop):
    besluit = [["Nr", "Indiener", kop, "Antwoord gemeente", "Besluit"]]
    besluit += [[1, "Wijkraad", "Meer bomen", "Past in het plan", "overgenomen"]]
    besluit += [[2, "Fietsersbond", "Geen auto's", "Te duur", "niet overgenomen"]]
    schrijf_boek(tmp_path / "stemmen.xlsx", {"Blad1": BERAAD})
    schrijf_boek(tmp_path / "besluit.xlsx", {"Blad1": besluit})
    assert propose_traject(tmp_path).bestanden["herkend_als"].tolist() == ["burgerberaad: besluiten, stemmen"]


def test_a_decision_in_prose_on_recommendations_is_not_called_an_answer_to_a_consultation(
    tmp_path, schrijf_boek
):
    besluit = [["Aanbeveling", "Besluit raad", "Toelichting"]]
    besluit += [[nr, "De raad neemt dit mee in het plan voor volgend jaar.", "Te duur"] for nr in (1, 2)]
    schrijf_boek(tmp_path / "stemmen.xlsx", {"Blad1": BERAAD})
    schrijf_boek(tmp_path / "besluit.xlsx", {"Blad1": besluit})
    voorstel = propose_traject(tmp_path)
    assert "inspraakreacties" not in voorstel.tekst
    assert voorstel.bestanden["herkend_als"].tolist() == ["burgerberaad: besluiten, stemmen"]


def test_the_example_of_two_sheets_as_two_deliveries_in_the_docs_loads(maak_map, schrijf_boek):
    pagina = (Path(__file__).parents[2] / "docs" / "map-van-een-traject.md").read_text("utf-8")
    [toml] = [blok for blok in re.findall(r"```toml\n(.*?)```", pagina, re.DOTALL) if "blad " in blok]
    map_ = maak_map(toml, ruw={})
    enquete = [["nummer", "cijfer"], [1, 7], [2, 8], [3, 6]]
    markt = [["Datum", "Plaats", "Wat moet anders?"], ["3-6-2026", "Markt", "Meer bankjes."]]
    schrijf_boek(map_ / "ruw" / "opbrengst.xlsx", {"Enquête": enquete, "Markt": markt})
    traject = load_traject(map_)
    wie = traject.deelnemers.astype({"activiteit_id": "str"})
    assert wie.groupby("activiteit_id").size().to_dict() == {"enquete": 3, "markt": 1}
    assert traject.fragmenten["tekst"].tolist() == ["Meer bankjes."]
    assert traject.bronnen[["bestand", "blad"]].astype("str").to_numpy().tolist() == [
        ["ruw/opbrengst.xlsx", "Enquête"],
        ["ruw/opbrengst.xlsx", "Markt"],
    ]
