"""Qualtrics: three header rows in any language, previews, sets, grids, rankings, seen and left empty, legacy files."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import burgerdata as bd
from burgerdata.formats import read
from burgerdata.intake import Zegel
from burgerdata.pseudonyms import Sleutel

ZEGEL = Zegel(Sleutel(b"k" * 32), "a")
REAL = Path(__file__).parents[3] / "shared" / "data" / "qualtrics_sample"
KOLOMMEN = [
    ("StartDate", "Startdatum", "startDate"),
    ("EndDate", "Einddatum", "endDate"),
    ("Status", "Type respons", "status"),
    ("IPAddress", "IP-adres", "ipAddress"),
    ("Progress", "Voortgang", "progress"),
    ("ResponseId", "Respons-ID", "_recordId"),
    ("RecipientEmail", "E-mail", "recipientEmail"),
    ("DistributionChannel", "Kanaal", "distributionChannel"),
    ("Q1", "Bent u in 2025 verhuisd?", "QID1"),
    ("Q2_1", "Waar zocht u informatie? - Op de website: gemeente", "QID2_1"),
    ("Q2_2", "Waar zocht u informatie? - Aan de balie", "QID2_2"),
    ("Q2_3", "Waar zocht u informatie? - Anders, namelijk:", "QID2_3"),
    ("Q2_3_TEXT", "Waar zocht u informatie? - Anders, namelijk: - Tekst", "QID2_3_TEXT"),
    ("Q3_1", "Wat vindt u van deze stellingen? - De brief was duidelijk", "QID3_1"),
    ("Q3_2", "Wat vindt u van deze stellingen? - Ik wist wat ik moest doen", "QID3_2"),
    ("Q4_1", "Zet op volgorde - Snelheid", "QID4_1"),
    ("Q4_2", "Zet op volgorde - Gemak", "QID4_2"),
    ("Q5", "Met wie woont u?", "QID5"),
    ("Q6", "Wat kan beter?", "QID6_TEXT"),
    ("Q6 - Topics", "Q6 - Topics", "QID6_TEXT_e5Topics"),
    ("Q_TotalDuration", "Q_TotalDuration", "Q_TotalDuration"),
]
WEB, BALIE, ANDERS = "Op de website: gemeente", "Aan de balie", "Anders, namelijk:"


def make_rows(aantal: int = 24) -> list[list[str]]:
    eens = ["Mee eens", "Mee oneens", "Helemaal mee eens"]
    huis = [
        "Partner,Kinderen, jonger dan 18",
        "Partner",
        "Kinderen, jonger dan 18,Ouders",
        "Ouders",
        "Partner,Ouders",
    ]
    rijen = []
    for n in range(aantal):
        kies = [WEB if n % 2 == 0 else "", BALIE if n % 3 == 0 else "", ANDERS if n == 5 else ""]
        kies = ["-99", "-99", "-99"] if n == 1 else kies
        vast = ["2026-03-01 10:00:00", "2026-03-01 10:05:00", "IP-adres", "192.0.2.1", "100", f"R_{n:03}", ""]
        keuzes = ["-99" if n == 2 else ["Ja", "Nee"][n % 2], *kies, "via de krant" if n == 5 else ""]
        raster = [eens[n % 3], eens[(n + 1) % 3], *(["1", "2"] if n % 4 else ["2", "1"]), huis[n % 5]]
        open_ = [f"Het duurde {n} weken voor ik iets hoorde.", "wachttijd", "31"]
        rijen.append([*vast, "anonymous", *keuzes, *raster, *open_])
    return rijen


def write(pad: Path, rijen: list[list[str]], *, ids: bool = True) -> Path:
    kop = [[naam for naam, _, _ in KOLOMMEN], [tekst for _, tekst, _ in KOLOMMEN]]
    kop += [[json.dumps({"ImportId": ident}) for _, _, ident in KOLOMMEN]] if ids else []
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows([*kop, *rijen])
    pad.write_text(buffer.getvalue(), encoding="utf-8-sig", newline="")
    return pad


def answers(t: Any, vraag: str) -> Any:
    return t.antwoorden[t.antwoorden["vraag_id"].astype("str") == vraag]


def kinds(t: Any) -> dict[str, str]:
    return dict(zip(t.vragen["vraag_id"].astype("str"), t.vragen["soort"].astype("str"), strict=True))


def test_every_question_gets_its_kind_and_the_rest_is_fieldwork(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "q.csv", make_rows()))
    assert t.bronnen[["formaat", "records_in", "records_uit"]].to_numpy().tolist() == [["qualtrics", 24, 24]]
    assert kinds(t) == {
        "q1": "een_antwoord",
        "q2": "meer_antwoorden",
        "q2_3_text": "open",
        "q3_1": "stelling",
        "q3_2": "stelling",
        "q4": "rangorde",
        "q5": "meer_antwoorden",
        "q6": "open",
    }
    reeks = t.vragen.loc[t.vragen["soort"].astype("str") == "stelling", ["reeks", "item"]].astype("str")
    assert reeks.to_numpy().tolist() == [["q3", "1"], ["q3", "2"]]


def test_ticks_are_counted_and_a_colon_stays_in_the_label(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "q.csv", make_rows()))
    opties = t.opties[t.opties["vraag_id"].astype("str") == "q2"]
    assert opties["label"].tolist() == [WEB, BALIE, "Anders, namelijk"]
    aantal = answers(t, "q2")["code"].astype("str").value_counts()
    assert (aantal["Q2_1"], aantal["Q2_2"], aantal["Q2_3"]) == (12, 8, 1)
    tekst = t.vragen.set_index(t.vragen["vraag_id"].astype("str")).loc["q2_3_text"]
    assert (tekst["ouder_vraag_id"], tekst["ouder_code"]) == ("q2", "Q2_3")


def test_choices_in_one_cell_are_told_from_commas_in_a_label(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "q.csv", make_rows()))
    labels = t.opties.loc[t.opties["vraag_id"].astype("str") == "q5", "label"]
    assert sorted(labels) == ["Kinderen, jonger dan 18", "Ouders", "Partner"]


def test_seen_and_left_empty_is_not_the_same_as_unknown(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "q.csv", make_rows()))
    status = answers(t, "q1")["status"].astype("str").value_counts().to_dict()
    assert status == {"gegeven": 23, "overgeslagen": 1}
    assert answers(t, "q2")["status"].astype("str").eq("geen_gekozen").sum() >= 1


def test_ranks_come_as_numbers_per_item(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "q.csv", make_rows()))
    rang = answers(t, "q4")
    # 18 of 24 put Q4_1 first
    assert (rang.loc[rang["code"].astype("str") == "Q4_1", "getal"] == 1).sum() == 18


def test_previews_and_headers_among_the_data_are_dropped_and_explained(tmp_path: Path) -> None:
    rijen = make_rows(6)
    rijen[1][2] = "Enquêtevoorbeeld"
    rijen[3][7] = "preview"
    rijen.insert(4, [naam for naam, _, _ in KOLOMMEN])
    lezing = read(write(tmp_path / "q.csv", rijen), ZEGEL)
    assert lezing.bronnen[["records_in", "records_uit", "records_verklaard"]].to_numpy().tolist() == [
        [7, 4, 3]
    ]
    weg = lezing.logboek[lezing.logboek["reden"].isin(["proefrij", "tussenkop"])]
    assert weg[["rij", "reden"]].to_numpy().tolist() == [[5, "proefrij"], [7, "proefrij"], [8, "tussenkop"]]


def test_personal_columns_do_not_come_out(tmp_path: Path) -> None:
    lezing = read(write(tmp_path / "q.csv", make_rows(6)), ZEGEL)
    weg = lezing.logboek.loc[lezing.logboek["reden"] == "kolom_persoonsgegeven", "kolom"].tolist()
    assert weg == ["IPAddress", "ResponseId", "RecipientEmail"]


def test_two_header_rows_and_a_workbook_read_the_same(tmp_path: Path) -> None:
    drie = bd.read_bestand(write(tmp_path / "drie.csv", make_rows()))
    twee = bd.read_bestand(write(tmp_path / "twee.csv", make_rows(), ids=False))
    book = openpyxl.Workbook()
    for rij in csv.reader(io.StringIO((tmp_path / "twee.csv").read_text(encoding="utf-8-sig"), newline="")):
        book.active.append(rij)
    book.save(tmp_path / "boek.xlsx")
    boek = bd.read_bestand(tmp_path / "boek.xlsx")
    assert set(boek.bronnen["formaat"].astype("str")) == {"qualtrics"}
    assert kinds(twee) == kinds(boek)
    for naam in ("q1", "q2", "q3_1", "q4"):
        assert kinds(twee)[naam] == kinds(drie)[naam]
    assert len(twee.deelnemers) == len(drie.deelnemers) == 24


def test_numeric_choices_are_codes_and_not_amounts(tmp_path: Path) -> None:
    rijen = [[*rij[:8], str(1 + n % 2), *rij[9:]] for n, rij in enumerate(make_rows(8))]
    assert kinds(bd.read_bestand(write(tmp_path / "q.csv", rijen)))["q1"] == "een_antwoord"


@pytest.mark.skipif(not REAL.exists(), reason="the real Qualtrics files are not beside this checkout")
@pytest.mark.parametrize("naam", ["sample.csv", "sample_legacy.csv"])
def test_the_real_samples_hold_one_response_and_two_questions(naam: str) -> None:
    t = bd.read_bestand(REAL / naam)
    assert t.vragen["tekst"].tolist() == [
        "This is a multiple choice question.",
        "This is a free text question.",
    ]
    assert t.bronnen[["formaat", "records_in", "records_uit"]].to_numpy().tolist() == [["qualtrics", 1, 1]]
    assert "192.0.2.1" not in t.antwoorden.to_csv() + t.fragmenten.to_csv() + t.opties.to_csv()


def test_split_choices_exported_as_numbers_stay_one_question(tmp_path: Path) -> None:
    koppen = ["StartDate", "EndDate", "Status", "ResponseId", "Q2_1", "Q2_2"]
    teksten = ["Startdatum", "Einddatum", "Type", "Id", "Kanalen - Website", "Kanalen - Balie"]
    ids: list[dict[str, str]] = [{"ImportId": naam} for naam in koppen[:4]]
    ids += [{"ImportId": "QID2", "choiceId": nummer} for nummer in "12"]
    dag = "2026-03-01 10:00:00"
    data = [[dag, dag, "0", f"R_{n}", "1" if n % 2 else "", "1" if n % 3 else ""] for n in range(1, 13)]
    with (tmp_path / "q.csv").open("w", newline="", encoding="utf-8-sig") as bestand:
        csv.writer(bestand).writerows([koppen, teksten, [json.dumps(een) for een in ids], *data])
    t = bd.read_bestand(tmp_path / "q.csv")
    assert t.vragen["soort"].astype("str").tolist() == ["meer_antwoorden"]
    gekozen = t.antwoorden["code"].astype("str").value_counts()
    assert (gekozen["Q2_1"], gekozen["Q2_2"]) == (6, 8)


def test_the_statements_of_a_matrix_are_named_after_themselves(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "q.csv", make_rows()))
    kort = dict(zip(t.vragen["vraag_id"].astype("str"), t.vragen["kort"].astype("str"), strict=True))
    assert (kort["q3_1"], kort["q3_2"]) == ("De brief was duidelijk", "Ik wist wat ik moest doen")
    assert kort["q1"] == ""


def test_what_qualtrics_adds_to_the_text_of_a_question_is_left_out(tmp_path: Path) -> None:
    kop = ["StartDate", "EndDate", "Status", "ResponseId", "Q1_1", "Q1_2", "Q1_2_TEXT"]
    teksten = [*kop[:4], *(f"Waar? - Selected Choice - {optie}" for optie in ("Balie", "Anders"))]
    rijen = [["2026-03-01 10:00:00", "2026-03-01 10:05:00", "0", f"R_{n}"] for n in range(4)]
    antwoorden = [["Balie", "", ""], ["", "Anders", "krant"], ["Balie", "", ""], ["", "", ""]]
    alles = [
        kop,
        [*teksten, "Waar? - Anders - Text"],
        *(a + b for a, b in zip(rijen, antwoorden, strict=True)),
    ]
    pad = tmp_path / "q.csv"
    with pad.open("w", newline="", encoding="utf-8") as bestand:
        csv.writer(bestand).writerows(alles)
    vragen = bd.read_bestand(pad).vragen
    assert vragen["tekst"].tolist() == ["Waar?", "Waar? - Anders"]


def test_ticks_are_a_set_whatever_their_import_ids_are(tmp_path: Path) -> None:
    kop = ["StartDate", "EndDate", "ResponseId", "Q5_1", "Q5_2"]
    teksten = [
        *kop[:3],
        "Waar zocht u? - Selected Choice - Balie",
        "Waar zocht u? - Selected Choice - Website",
    ]
    ids = [json.dumps({"ImportId": naam}) for naam in ("startDate", "endDate", "_recordId", "Q5_1", "x")]
    vast = [["2026-03-01 10:00:00", "2026-03-01 10:05:00", f"R_{n}"] for n in range(6)]
    rijen = [[*deel, "Balie" if n % 2 else "", "Website" if n % 3 else ""] for n, deel in enumerate(vast)]
    pad = tmp_path / "q.csv"
    with pad.open("w", newline="", encoding="utf-8") as bestand:
        csv.writer(bestand).writerows([kop, teksten, ids, *rijen])
    t = bd.read_bestand(pad)
    assert kinds(t) == {"q5": "meer_antwoorden"}
    assert t.opties["label"].tolist() == ["Balie", "Website"]


@pytest.mark.parametrize("ident", ["QID7", "QID7_1", "cijfer"])
def test_a_grade_is_a_grade_whatever_its_import_id(tmp_path: Path, ident: str) -> None:
    kop = ["StartDate", "EndDate", "ResponseId", "Q7"]
    teksten = [*kop[:3], "Welk rapportcijfer geeft u de gemeente?"]
    ids = [json.dumps({"ImportId": naam}) for naam in ("startDate", "endDate", "_recordId", ident)]
    rijen = [["2026-03-01 10:00:00", "2026-03-01 10:05:00", f"R_{n}", str(n % 6 + 4)] for n in range(30)]
    pad = tmp_path / "q.csv"
    with pad.open("w", newline="", encoding="utf-8") as bestand:
        csv.writer(bestand).writerows([kop, teksten, ids, *rijen])
    t = bd.read_bestand(pad)
    assert kinds(t) == {"q7": "schaal"}
    assert answers(t, "q7")["getal"].sum() == sum(n % 6 + 4 for n in range(30))


def test_a_response_that_was_not_finished_counts_and_is_told(tmp_path: Path) -> None:
    koppen = ["StartDate", "EndDate", "Status", "Finished", "ResponseId", "Q1"]
    rijen = [["2026-03-01 10:00:00"] * 2 + ["0", af, f"R_{n}", "Ja"] for n, af in enumerate("11010")]
    with (tmp_path / "q.csv").open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand).writerows([koppen, koppen, *rijen])
    t = bd.read_bestand(tmp_path / "q.csv")
    niet_af = t.logboek[t.logboek["reden"].astype("str").eq("niet_afgerond")]
    assert niet_af[["kolom", "aantal"]].to_numpy().tolist() == [["Finished", 2]]
    assert len(t.deelnemers) == 5


def test_a_score_that_qualtrics_counts_was_asked_of_nobody(tmp_path: Path) -> None:
    koppen = [["ResponseId", "Finished", "Q1", "SC0"], ["Response ID", "Finished", "Tevreden?", "Score"]]
    ids = [json.dumps({"ImportId": naam}) for naam in ("_recordId", "finished", "QID1", "SC_5nX2b")]
    rijen = [[f"R_{nr:015d}", "True", "ja" if nr % 2 else "nee", "0"] for nr in range(24)]
    pad = tmp_path / "q.csv"
    with pad.open("w", encoding="utf-8", newline="") as bestand:
        csv.writer(bestand).writerows([*koppen, ids, *rijen])
    assert kinds(bd.read_bestand(pad)) == {"q1": "een_antwoord"}


def read_single(pad: Path, cellen: list[str], *, naam: str = "Q5", ident: str = "Q5") -> Any:
    """Read an export with one question; without ``ident`` it has no row of import ids."""
    kop = ["StartDate", "EndDate", "ResponseId", naam]
    namen = ("startDate", "endDate", "_recordId", ident)
    ids = [[json.dumps({"ImportId": n}) for n in namen]] if ident else []
    rijen = [
        ["2026-03-01 10:00:00", "2026-03-01 10:05:00", f"R_{n}", cel] for n, cel in enumerate(cellen, start=1)
    ]
    with pad.open("w", newline="", encoding="utf-8") as bestand:
        csv.writer(bestand).writerows([kop, [*kop[:3], "Wat houdt u tegen?"], *ids, *rijen])
    return bd.read_bestand(pad)


HUUR = "Ik huur, dus ik mag het niet zelf"
BELEMMERINGEN = ["De kosten", f"De kosten,{HUUR}", f"Geen tijd,{HUUR}", "De kosten,Geen tijd", HUUR, ""]


@pytest.mark.parametrize(
    ("naam", "ident"), [("Q5", "QID5"), ("Q5", "Q5"), ("Q5", ""), ("belemmering", "belemmering")]
)
def test_choices_in_one_cell_are_split_whatever_the_import_id_is(
    tmp_path: Path, naam: str, ident: str
) -> None:
    t = read_single(tmp_path / "q.csv", BELEMMERINGEN * 5, naam=naam, ident=ident)
    assert kinds(t) == {naam.lower(): "meer_antwoorden"}
    assert sorted(t.opties["label"]) == ["De kosten", "Geen tijd", HUUR]
    keren = answers(t, naam.lower())["code"].value_counts()
    assert sorted(keren[keren > 0]) == [10, 15, 15]


@pytest.mark.parametrize("tussen", [", ", ","])
def test_free_text_with_commas_stays_open_without_an_import_id_that_says_so(
    tmp_path: Path, tussen: str
) -> None:
    zinnen = [
        f"Het is duur{tussen}ik wacht al {n} weken{tussen}en niemand belt mij over {n}" for n in range(30)
    ]
    t = read_single(tmp_path / "q.csv", zinnen)
    assert kinds(t) == {"q5": "open"}
    assert t.fragmenten["tekst"].tolist() == zinnen


def test_numbers_with_a_decimal_comma_are_no_choices(tmp_path: Path) -> None:
    t = read_single(
        tmp_path / "q.csv", ["7,5", "7", "8,5", "8", "7,8", "5,7"] * 5, naam="cijfer", ident="cijfer"
    )
    assert "meer_antwoorden" not in kinds(t).values()


def test_a_decimal_comma_beside_words_stays_in_the_option(tmp_path: Path) -> None:
    duur = ["1,5 uur", "2,5 uur", "1,5 uur,Weet ik niet", "2,5 uur,Weet ik niet", "1 uur", "2 uur"]
    t = read_single(tmp_path / "q.csv", duur * 5, ident="QID5")
    assert sorted(t.opties["label"]) == ["1 uur", "1,5 uur", "2 uur", "2,5 uur", "Weet ik niet"]
