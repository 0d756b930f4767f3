"""A list of decisions lies beside other files: it is a part of the delivery that it is about, and never an assembly of its own."""

from __future__ import annotations

from pathlib import Path

import openpyxl
import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.errors import ContractError
from burgerdata.loading import load_traject, propose_traject
from burgerdata.loading.bekende_namen import list_bekende_namen
from burgerdata.report.terugkoppeling import write_terugkoppeling

LIJST = "nr;Punt van bewoners;Besluit;Waarom (niet)\n1;Meer banken;ja, overgenomen;\n2;Later sluiten;nee;te duur\n"
ZONDER_NUMMER = "Wens van inwoners;Stand van zaken;Toelichting\nMeer banken;wordt overgenomen;past\nLater sluiten;nog in bespreking;\n"
NOTITIES = "Tafel;Onderwerp;Notitie\n1;Groen;meer bomen\n2;Groen;minder steen\n"
ENQUETE = "nr;status;Welk cijfer geeft u?\n1;Complete;7\n2;Complete;8\n3;Partial;6\n"
KLACHTEN = "Zaaknr;Datum melding;Kanaal;Omschrijving;Status\n1;2026-03-01;balie;te laat;open\n2;2026-03-02;mail;te duur;in behandeling\n"


def propose(map_: Path, **bestanden: str):
    for naam, tekst in bestanden.items():
        (map_ / f"{naam}.csv").write_text(tekst, encoding="utf-8")
    voorstel = propose_traject(map_)
    return voorstel, dict(zip(voorstel.bestanden["bestand"], voorstel.bestanden["herkend_als"], strict=True))


@pytest.mark.parametrize("lijst", [LIJST, ZONDER_NUMMER])
def test_beside_notes_it_is_the_decisions_of_that_burgerdialoog_and_loads_as_drafted(tmp_path, lijst):
    voorstel, soorten = propose(tmp_path, besluiten=lijst, tafels=NOTITIES)
    assert soorten == {"besluiten.csv … tafels.csv": "burgerdialoog: besluiten, notities"}
    assert "Een eerste rapport kan nu al" in voorstel.tekst
    punten = load_traject(tmp_path).doorwerking
    assert punten["samenvatting"].tolist() == ["Meer banken", "Later sluiten"]
    assert punten["inbreng_id"].str.startswith("burgerdialoog_").all()


@pytest.mark.parametrize("lijst", [LIJST, ZONDER_NUMMER])
def test_without_an_assembly_or_dialogue_its_rows_are_for_doorwerking_and_it_is_no_delivery(tmp_path, lijst):
    voorstel, soorten = propose(tmp_path, besluiten=lijst, enquete=ENQUETE)
    assert soorten == {"enquete.csv": "enquête, csv, 2 vragen"}
    assert voorstel.gezien == (
        "besluiten.csv: een besluitenlijst; haar punten staan in doorwerking.xlsx: kijk ze na en vul het thema aan",
    )
    punten = load_traject(tmp_path).doorwerking
    assert punten["samenvatting"].tolist() == ["Meer banken", "Later sluiten"]
    assert punten["inbreng_id"].tolist() == ["punt1", "punt2"]
    assert punten["status"].iloc[0] == "overgenomen"


def test_a_folder_with_decisions_alone_asks_for_what_people_said_and_offers_the_letter(tmp_path):
    voorstel, soorten = propose(tmp_path, besluiten=ZONDER_NUMMER)
    assert soorten == {}
    assert "Een eerste rapport kan nu al" not in voorstel.tekst
    assert "Een rapport kan nog niet: in deze map staat nog niets van wat burgers zeiden" in voorstel.tekst
    assert voorstel.tekst.endswith(f'rapporteer "{tmp_path}" --terugkoppeling')
    brief, _ = write_terugkoppeling(tmp_path)
    assert "Meer banken" in brief.read_text("utf-8")


def test_a_folder_in_which_nothing_is_recognised_does_not_promise_a_report(tmp_path):
    (tmp_path / "plan.pdf").write_bytes(b"%PDF-1.4")
    tekst = propose_traject(tmp_path).tekst
    assert "nu al" not in tekst
    assert "brief" not in tekst
    assert f'nieuw "{tmp_path}"' in tekst


def test_a_doorwerking_that_is_there_already_is_left_and_says_what_to_take_over(tmp_path):
    propose(tmp_path, enquete=ENQUETE)
    voorstel, _ = propose(tmp_path, besluiten=LIJST)
    assert voorstel.gezien[0].endswith(
        "neem de punten over in doorwerking.xlsx (samenvatting, status, motivering, eigenaar)"
    )
    assert load_traject(tmp_path).doorwerking.empty


def test_the_state_of_a_questionnaire_or_a_complaint_is_no_decision(tmp_path):
    _, soorten = propose(tmp_path, enquete=ENQUETE, klachten=KLACHTEN)
    assert soorten == {"enquete.csv": "enquête, csv, 2 vragen", "klachten.csv": "signaal, csv"}


def test_decisions_without_a_phase_ask_for_that_of_their_delivery(tmp_path):
    propose(tmp_path, besluiten=LIJST, tafels=NOTITIES)
    antwoord = bd.beantwoord(load_traject(tmp_path), "bo10")
    assert antwoord.ontbreekt.startswith(
        "Bij 2 van de 2 punten (besluiten.csv) is niet bekend in welke fase zij zijn ingebracht"
    )
    assert "geef de levering met de besluiten haar fase in traject.toml" in antwoord.ontbreekt


def test_recommendations_with_their_progress_in_prose_are_no_survey(tmp_path):
    regels = [
        f"{nr};Maak plek {nr} groen;In week {nr} is hiermee begonnen.;zie plan {nr}" for nr in range(1, 6)
    ]
    lijst = "\n".join(["nr;Aanbeveling;Voortgang;Toelichting", *regels])
    stemmen = "Aanbeveling;Voor;Tegen\n1;30;4\n2;20;14\n3;31;3\n4;17;17\n5;28;6\n"
    _, soorten = propose(tmp_path, lijst=lijst, stemmen=stemmen)
    assert soorten == {"lijst.csv … stemmen.csv": "burgerberaad: besluiten, stemmen"}
    with pytest.raises(ContractError, match=r"geen status; kies uit overgenomen"):
        load_traject(tmp_path)


@pytest.mark.parametrize(
    ("kop", "cel", "tekst"),
    [
        ("Nr aanbeveling;Aanbeveling;Status", "", "–"),
        ("Nr aanbeveling;Aanbeveling;Status;Motivering", ";", "0 van de 4"),
    ],
)
def test_only_a_list_with_a_column_for_reasons_can_have_none(maak_map, kop, cel, tekst):
    """Of eight decisions four are not taken over; without that column it is not known whether anyone said why."""
    rijen = [f"{nr};Plan {nr};{'niet overgenomen' if nr % 2 else 'overgenomen'}{cel}" for nr in range(1, 9)]
    toml = 'titel = "Avond"\n[[levering]]\ninstrument = "burgerdialoog"\n'
    toml += 'onderdelen = { besluiten = ["ruw/b.csv"], notities = ["ruw/n.csv"] }\n'
    t = load_traject(maak_map(toml, ruw={"b.csv": "\n".join([kop, *rijen]) + "\n", "n.csv": NOTITIES}))
    rij = bd.score_indicatoren(t).set_index("id").loc["I2"]
    assert rij["tekst"] == tekst
    assert t.logboek["reden"].eq("zonder_motivering").any() == (tekst == "–")
    assert bd.trace_doorwerking(t)["let_op"].str.contains("motivering ontbreekt").sum() == 4


def test_what_goes_on_after_a_decision_in_prose_is_not_still_to_be_decided(tmp_path):
    """ "Loopt" beside "Avondbus in concessie 2027" tells how far the decision is; whether it is a yes, only a reader tells."""
    lijst = (
        "Nr;Wat zeiden inwoners;Besluit;Stand van zaken\n1;Bus rijdt niet;Avondbus in concessie 2027;Loopt\n"
        "2;Gratis parkeren;Niet overgenomen: geen dekking;Afgewezen\n3;Scheve stoepen;Extra ronde;Uitgevoerd\n4;Drempels;;Loopt\n"
    )
    propose(tmp_path, besluiten=lijst, enquete=ENQUETE)
    punten = load_traject(tmp_path).doorwerking
    assert punten["status"].astype("object").fillna("").tolist() == [
        "",
        "niet_overgenomen",
        "overgenomen",
        "in_behandeling",
    ]
    assert punten["motivering"].tolist() == [
        "Avondbus in concessie 2027; uitvoering: loopt",
        "Niet overgenomen: geen dekking",
        "Extra ronde; uitgevoerd",
        "",
    ]


@pytest.mark.parametrize(
    "kop",
    [
        "nr;Uw voorstel;Overgenomen?;Toelichting;Hoe tevreden bent u?",
        "nr;Voorstel;Status;Waarom;Leeftijd",
        "nr;Voorstel;Besluit;Waarom vindt u dat?",
        "respondentnr;Voorstel;Besluit;Waarom",
    ],
)
def test_people_who_tell_what_became_of_their_proposal_answered_a_survey(tmp_path, kop):
    rijen = [
        f"{nr};Maak plek {nr} groen;{'ja' if nr % 2 else 'nee'};zin {nr};{nr % 5 + 1}" for nr in range(30)
    ]
    over = [";".join(rij.split(";")[: kop.count(";") + 1]) for rij in rijen]
    voorstel, soorten = propose(tmp_path, e="\n".join([kop, *over]))
    assert soorten == {"e.csv": f"enquête, csv, {kop.count(';')} vragen"}
    assert voorstel.gezien == ()


def test_a_few_proposals_that_everyone_judges_are_no_decisions(tmp_path):
    rijen = [f"Voorstel {nr % 3};{'ja' if nr % 2 else 'nee'};omdat {nr}" for nr in range(30)]
    _, soorten = propose(tmp_path, e="\n".join(["Voorstel;Besluit;Waarom", *rijen]))
    assert soorten == {"e.csv": "enquête, csv, 3 vragen"}


@pytest.mark.parametrize("kop", ["Voorstel;Besluit;Waarom", "Voorstel;Besluit;Waarom;Trekker"])
def test_a_list_of_actions_that_repeats_its_points_is_one_of_decisions(tmp_path, kop):
    per = 10 if "Trekker" in kop else 3
    rijen = [
        f"Voorstel {nr // per};{'ja' if nr % 2 else 'nee'};omdat {nr}{';team groen' * ('Trekker' in kop)}"
        for nr in range(30)
    ]
    voorstel, _ = propose(tmp_path, e="\n".join([kop, *rijen]))
    assert voorstel.gezien[0].startswith("e.csv: een besluitenlijst")


@pytest.mark.parametrize(
    "kop",
    [
        "nr;Uw voorstel;Overgenomen?;Toelichting",
        "Punt van bewoners;Besluit;Waarom (niet);Wat betekent dit voor u?",
        "Wat zeiden inwoners;Besluit;Waarom;Wijk",
        "Voorstel;Status;Motivering;Opleidingsbudget",
    ],
)
def test_what_a_list_of_decisions_tells_those_who_asked_leaves_it_one(tmp_path, kop):
    rijen = [f"Maak plek {nr} groen;{'ja' if nr % 2 else 'nee'};past;dit jaar" for nr in range(8)]
    rijen = [f"{nr};{rij}" if kop.startswith("nr") else rij for nr, rij in enumerate(rijen)]
    over = [";".join(rij.split(";")[: kop.count(";") + 1]) for rij in rijen]
    voorstel, _ = propose(tmp_path, e="\n".join([kop, *over]))
    assert voorstel.gezien[0].startswith("e.csv: een besluitenlijst")


WAT_WIE = (
    "Wat;Waar komt het vandaan;Besluit;Wie;Wanneer;Stand nov 2025\n"
    "Elke 4 weken bellen;enquête;besloten;team Toegang;jan 2026;loopt\n"
    "Toekenning voor drie jaar;beraad;besloten;afd. Onderwijs;aug 2026;nog niet gestart\n"
    "Eigen bijdrage afschaffen;beraad;afgewezen;wethouder;;\n"
    "Avondspreekuur;stickers;nog geen besluit;;;\n"
)


def test_a_list_of_what_was_decided_and_who_does_it_is_for_doorwerking_and_counts_nobody(tmp_path):
    voorstel, soorten = propose(tmp_path, lijstje=WAT_WIE)
    assert soorten == {}
    assert "punten staan in doorwerking.xlsx" in voorstel.gezien[0]
    punten = pd.read_excel(tmp_path / "doorwerking.xlsx", sheet_name="doorwerking", dtype="str").fillna("")
    assert punten[["samenvatting", "status", "eigenaar"]].to_numpy().tolist() == [
        ["Elke 4 weken bellen", "overgenomen", "team Toegang"],
        ["Toekenning voor drie jaar", "overgenomen", "afd. Onderwijs"],
        ["Eigen bijdrage afschaffen", "niet_overgenomen", "wethouder"],
        ["Avondspreekuur", "in_behandeling", ""],
    ]


def test_a_list_of_actions_without_a_yes_or_no_counts_nobody_either(tmp_path):
    acties = "Actie;Wie;Wanneer;Status\nBrief herschrijven;Communicatie;mei;klaar\nBord plaatsen;Beheer;juni;loopt\n"
    voorstel, soorten = propose(tmp_path, acties=acties)
    assert soorten == {}
    assert voorstel.gezien[0].startswith("acties.csv: een actielijst (wat, wie en wanneer)")


@pytest.mark.parametrize(
    "tekst",
    [
        "nr;Wat vindt u van het besluit?;Status\n1;goed;Complete\n2;slecht;Complete\n3;goed;Partial\n",
        "Wie;Wat;Wanneer;Waar\nmoeder;de bus komt te laat;maandag;halte\nvader;het duurt lang;dinsdag;school\n",
        "nr;Maatregel gezien?;Besluit eens?;Rapportcijfer\n1;ja;nee;7\n2;nee;ja;8\n3;ja;ja;6\n",
    ],
)
def test_what_people_said_about_a_decision_is_no_list_of_actions(tekst, tmp_path):
    voorstel, soorten = propose(tmp_path, mening=tekst)
    assert list(soorten) == ["mening.csv"], voorstel.gezien


def test_who_is_to_do_what_was_decided_is_masked_where_he_is_named_as_well(tmp_path):
    lijst = (
        "Wat;Besluit;Waarom;Wie\nLicht;niet overgenomen;te duur volgens Wopke Hazenberg;Wopke Hazenberg\n"
        "Banken;overgenomen;Harmke Zijlstra en ProRail regelen het;Harmke Zijlstra, gemeente\nBomen;overgenomen;;Openbare Ruimte\n"
    )
    propose(tmp_path, besluiten=lijst, enquete=ENQUETE)
    punten = load_traject(tmp_path).doorwerking
    assert punten["motivering"].fillna("").tolist() == [
        "te duur volgens [naam]",
        "[naam] en ProRail regelen het",
        "",
    ]
    assert punten["eigenaar"].tolist() == ["[naam]", "[naam], gemeente", "Openbare Ruimte"]


def test_who_the_analyst_wrote_as_owner_is_looked_for_before_a_report_is_settled(tmp_path):
    propose(tmp_path, enquete=ENQUETE)
    boek = openpyxl.load_workbook(tmp_path / "doorwerking.xlsx")
    koppen = [cel.value for cel in boek["doorwerking"][1]]
    rij = {
        "samenvatting": "Licht",
        "status": "niet_overgenomen",
        "motivering": "te duur",
        "eigenaar": "Wopke Hazenberg",
    }
    boek["doorwerking"].append([rij.get(str(kop)) for kop in koppen])
    boek.save(tmp_path / "doorwerking.xlsx")
    assert list_bekende_namen(load_traject(tmp_path)) == {"wopke", "hazenberg"}


STEMMEN = [["Nr", "Aanbeveling", "Voor", "Tegen"], [1, "Meer banken", 22, 2], [2, "Later sluiten", 12, 12]]
LEDEN = [
    ["Lidnr", "VOOR: vertrouwen (1-5)", "NA: vertrouwen (1-5)"],
    *([nr, nr % 5 + 1, nr % 4 + 1] for nr in range(1, 13)),
]


@pytest.mark.parametrize(
    ("stemmen", "punten"),
    [
        (STEMMEN, ["Meer banken", "Later sluiten", "Aanbeveling 3"]),
        ([*STEMMEN, [2, "Eerder sluiten", 3, 21]], ["Meer banken", "Aanbeveling 2", "Aanbeveling 3"]),
    ],
)
def test_an_answer_to_a_number_is_named_after_the_recommendation_of_that_number(
    tmp_path, schrijf_boek, stemmen, punten
):
    """The votes have no recommendation 3; where two have one number nobody knows which is meant."""
    antwoord = [
        ["Aanbeveling nr", "Antwoord", "Toelichting"],
        *([nr, "overgenomen", "in de begroting"] for nr in (1, 2, 3)),
    ]
    bladen = {"Stemmen": stemmen, "Exitformulier": LEDEN, "Antwoord college": antwoord}
    schrijf_boek(tmp_path / "Burgerberaad.xlsx", bladen)
    propose_traject(tmp_path)
    rijen = pd.read_excel(tmp_path / "doorwerking.xlsx", sheet_name="doorwerking")
    assert rijen["samenvatting"].tolist() == punten
