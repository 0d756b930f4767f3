"""Microsoft Forms: Dutch and English headers, lists that end in a semicolon, rankings, own texts, anonymous forms."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

import openpyxl
import pandas as pd

import burgerdata as bd
from burgerdata.formats import read
from burgerdata.formats.choice_lists import ANDERS
from burgerdata.intake import Zegel
from burgerdata.pseudonyms import Sleutel

ZEGEL = Zegel(Sleutel(b"k" * 32), "a")
KOP = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam"]
ENGELS = ["ID", "Start time", "Completion time", "Email", "Name", "Last modified time"]
KANALEN = "Hoe nam u contact op?"
VOLGORDE = "Wat vindt u het belangrijkst?"
ROUTES = ("website;", "telefoon;website;", "balie;", "website;balie;")


def write(pad: Path, kop: list[str], rijen: list[list[Any]]) -> Path:
    book = openpyxl.Workbook()
    book.active.title = "Form1"
    for rij in [kop, *rijen]:
        book.active.append(rij)
    book.save(pad)
    return pad


def make_form(pad: Path, *, aantal: int = 24, mail: str = "anonymous") -> Path:
    kop = [*KOP, KANALEN, VOLGORDE, "Ik kon het formulier makkelijk vinden", "Wat kan beter?"]
    eens = ["Mee eens", "Mee oneens", "Neutraal", "Helemaal mee eens"]
    rijen = []
    for nummer in range(1, aantal + 1):
        moment = datetime(2026, 3, 1 + nummer % 20, 9, 30)
        kanaal = ROUTES[nummer % 4] if nummer > 2 else "website;via de buurvrouw;"
        volgorde = "snelheid;gemak;prijs;" if nummer % 2 else "gemak;prijs;snelheid;"
        tekst = f"Meer uitleg bij stap {nummer} graag."
        rijen.append([nummer, moment, moment, mail, None, kanaal, volgorde, eens[nummer % 4], tekst])
    rijen[1][5] = "website;met een brief;"
    return write(pad, kop, rijen)


def soort_of(t: Any) -> dict[str, str]:
    return dict(zip(t.vragen["kolom"].astype("str"), t.vragen["soort"].astype("str"), strict=True))


def test_lists_rankings_statements_and_open_text_are_told_apart(tmp_path: Path) -> None:
    t = bd.read_bestand(make_form(tmp_path / "formulier.xlsx"))
    assert t.bronnen["formaat"].tolist() == ["msforms"]
    assert t.bronnen[["records_in", "records_uit"]].to_numpy().tolist() == [[24, 24]]
    kinds = t.vragen.set_index(t.vragen["vraag_id"].astype("str"))["soort"].astype("str")
    assert kinds.to_dict() == {
        "hoe_nam_u_contact_op": "meer_antwoorden",
        "hoe_nam_u_contact_op_anders": "open",
        "wat_vindt_u_het_belangrijkst": "rangorde",
        "ik_kon_het_formulier_makkelijk_vinden": "stelling",
        "wat_kan_beter": "open",
    }


def test_choices_are_counted_per_person_and_own_texts_stand_apart(tmp_path: Path) -> None:
    t = bd.read_bestand(make_form(tmp_path / "formulier.xlsx"))
    gekozen = t.antwoorden[t.antwoorden["vraag_id"].astype("str") == "hoe_nam_u_contact_op"]
    aantallen = gekozen["code"].astype("str").value_counts().to_dict()
    # persons 3..24: six rounds of (balie, website+balie, website, telefoon+website) less website and telefoon of 1 and 2
    verwacht = pd.Series(
        [deel for n in range(3, 25) for deel in ROUTES[n % 4].split(";") if deel]
    ).value_counts()
    assert aantallen == {**verwacht.to_dict(), "website": verwacht["website"] + 2, ANDERS: 2}
    eigen = t.fragmenten[t.fragmenten["vraag_id"].astype("str") == "hoe_nam_u_contact_op_anders"]
    assert sorted(eigen["tekst"]) == ["met een brief", "via de buurvrouw"]
    vraag = t.vragen[t.vragen["vraag_id"].astype("str") == "hoe_nam_u_contact_op_anders"].iloc[0]
    assert (vraag["ouder_vraag_id"], vraag["ouder_code"]) == ("hoe_nam_u_contact_op", ANDERS)


def test_a_question_that_asks_for_words_is_open_however_often_they_return(tmp_path: Path) -> None:
    kop = ["ID", "Begintijd", "Tijd van voltooien", "E-mail", "Naam", "Wilt u iets toelichten?", "Kiest u?"]
    lang = (
        "Ik wacht steeds veel langer dan mij was beloofd, en niemand zegt waarom dat zo is.",
        "Het gaat bij mij steeds goed, de chauffeur is altijd heel vriendelijk voor iedereen.",
    )
    rijen = [
        [nr, "2026-04-07 08:18", "2026-04-07 08:36", "anonymous", "", lang[nr % 2], lang[nr % 2]]
        for nr in range(40)
    ]
    t = bd.read_bestand(write(tmp_path / "f.xlsx", kop, rijen))
    assert list(soort_of(t).values()) == ["open", "een_antwoord"]


def test_a_ranking_gives_every_item_its_place(tmp_path: Path) -> None:
    t = bd.read_bestand(make_form(tmp_path / "formulier.xlsx"))
    rang = t.antwoorden[t.antwoorden["vraag_id"].astype("str") == "wat_vindt_u_het_belangrijkst"]
    labels = t.opties.set_index(t.opties["code"].astype("str"))["label"]
    gemiddeld = rang["getal"].groupby(rang["code"].astype("str").map(labels).astype("str")).mean()
    assert gemiddeld.to_dict() == {"snelheid": 2.0, "gemak": 1.5, "prijs": 2.5}


def test_english_headers_quiz_points_and_a_name_are_known(tmp_path: Path) -> None:
    kop = [*ENGELS, "What is 2 + 2?", "Points - What is 2 + 2?", "Total points"]
    rijen: list[list[Any]] = [
        [
            1,
            datetime(2026, 3, 1),
            datetime(2026, 3, 1),
            "a.b@voorbeeld.nl",
            "Xandra Overduin",
            None,
            "4",
            1,
            1,
        ],
        [2, datetime(2026, 3, 2), datetime(2026, 3, 2), "c.d@voorbeeld.nl", "Noa de Wit", None, "5", 0, 0],
    ]
    lezing = read(write(tmp_path / "x.xlsx", kop, rijen), ZEGEL)
    over = [kolom.naam for kolom in lezing.tabellen[0].kolommen]
    assert over == ["Start time", "Completion time", "Last modified time", "What is 2 + 2?", "Total points"]
    reden = lezing.logboek.set_index("kolom")["reden"].to_dict()
    assert reden["Name"] == reden["Email"] == "kolom_persoonsgegeven"
    assert reden["Points - What is 2 + 2?"] == "kolom_weggelaten"
    t = bd.read_bestand(tmp_path / "x.xlsx")
    assert t.vragen["kolom"].astype("str").tolist() == ["What is 2 + 2?"]


def test_the_same_form_saved_as_csv_gives_the_same_questions(tmp_path: Path) -> None:
    xlsx = make_form(tmp_path / "formulier.xlsx")
    rijen = [
        ["" if cel is None else str(cel) for cel in rij] for rij in openpyxl.load_workbook(xlsx).active.values
    ]
    csv = tmp_path / "formulier.csv"
    csv.write_text("\n".join("\t".join(rij) for rij in rijen), encoding="cp1252")
    een, ander = bd.read_bestand(xlsx), bd.read_bestand(csv)
    assert ander.bronnen["formaat"].tolist() == ["msforms"]
    assert soort_of(een) == soort_of(ander)


def test_the_header_of_the_source_is_kept(tmp_path: Path) -> None:
    lezing = read(make_form(tmp_path / "formulier.xlsx"), ZEGEL)
    herkomst = {kolom.naam: kolom.herkomst for kolom in lezing.tabellen[0].kolommen}
    assert herkomst[f"{VOLGORDE} [gemak]"] == VOLGORDE
    assert herkomst[f"{KANALEN} anders"] == KANALEN


def test_a_small_form_keeps_every_choice_as_an_option(tmp_path: Path) -> None:
    t = bd.read_bestand(make_form(tmp_path / "formulier.xlsx", aantal=4))
    opties = t.opties[t.opties["vraag_id"].astype("str") == "hoe_nam_u_contact_op"]["label"]
    assert set(opties) == {"website", "via de buurvrouw", "met een brief", "balie"}


def test_a_semicolon_within_a_label_does_not_cut_it_in_two(tmp_path: Path) -> None:
    keuzes = ["Balie;", "Markt; op zaterdag;", "Balie;Markt; op zaterdag;"]
    rijen = [[n, "", "", "anonymous", "", keuzes[n % 3]] for n in range(24)]
    t = bd.read_bestand(write(tmp_path / "f.xlsx", [*KOP, "Waar?"], rijen))
    assert sorted(t.opties["label"]) == ["Balie", "Markt, op zaterdag"]
    assert t.antwoorden["code"].value_counts().tolist() == [16, 16]
