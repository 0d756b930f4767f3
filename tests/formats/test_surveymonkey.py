"""SurveyMonkey: two header rows with blanks, one row with dashes, ticks, grids, rankings and own texts."""

from __future__ import annotations

import csv
import io
from pathlib import Path
from typing import Any

import openpyxl
import pytest

import burgerdata as bd
from burgerdata.formats import read
from burgerdata.intake import Zegel
from burgerdata.pseudonyms import Sleutel

ZEGEL = Zegel(Sleutel(b"k" * 32), "a")
REAL = Path(__file__).parents[3] / "shared" / "data" / "surveymonkey_538"
WAAR = "Waar meldde u het? Meer antwoorden mogelijk."
STELLING = "Wat vindt u van deze stellingen?"
MEESTAL = "Hoe reist u meestal?"
KOP = [
    [
        "Respondent ID",
        "Collector ID",
        "Start Date",
        "End Date",
        "IP Address",
        "Email Address",
        "First Name",
        "Last Name",
    ],
    ["", "", "", "", "", "", "", ""],
]
VRAGEN = [
    (WAAR, "Website"),
    ("", "Telefoon"),
    ("", "Anders (geef nadere toelichting)"),
    (STELLING, "De brief was duidelijk"),
    ("", "Ik werd snel geholpen"),
    (MEESTAL, "Response"),
    ("", "Other (please specify)"),
    ("Wat kan er beter,\nvindt u?", "Open-Ended Response"),
]


def make_rows(aantal: int = 12) -> list[list[str]]:
    eens = ["Mee eens", "Mee oneens", "Helemaal mee eens"]
    rijen = []
    for n in range(aantal):
        wie = [
            str(11_000_000_000 + n),
            "77",
            "03/01/2026",
            "03/01/2026",
            "192.0.2.1",
            "",
            "Xandra",
            "Overduin",
        ]
        waar = [
            "Website" if n % 2 else "",
            "Telefoon" if n % 3 == 0 else "",
            "via de wijkagent" if n == 4 else "",
        ]
        reis = ["Other (please specify)", "met de step"] if n == 7 else [["Fiets", "Auto"][n % 2], ""]
        tekst = "Xandra zei dat de website trager was dan de balie." if n == 3 else ""
        rijen.append([*wie, *waar, eens[n % 3], eens[(n + 1) % 3], *reis, tekst])
    return rijen


def make_table(aantal: int = 12) -> list[list[str]]:
    boven = [[*KOP[0], *(vraag for vraag, _ in VRAGEN)], [*KOP[1], *(item for _, item in VRAGEN)]]
    return [*boven, *make_rows(aantal)]


def write(pad: Path, rijen: list[list[str]], codering: str = "utf-8-sig") -> Path:
    buffer = io.StringIO(newline="")
    csv.writer(buffer).writerows(rijen)
    pad.write_text(buffer.getvalue(), encoding=codering, newline="")
    return pad


def kinds(t: Any) -> list[str]:
    return t.vragen["soort"].astype("str").tolist()


def codes(t: Any, nummer: int) -> dict[str, int]:
    """Return label -> times chosen, of the question at this place."""
    vraag = t.vragen["vraag_id"].astype("str").iloc[nummer]
    gekozen = t.antwoorden[t.antwoorden["vraag_id"].astype("str") == vraag]["code"].astype("str")
    labels = t.opties[t.opties["vraag_id"].astype("str") == vraag]
    return (
        gekozen.map(dict(zip(labels["code"].astype("str"), labels["label"], strict=True)))
        .value_counts()
        .to_dict()
    )


def test_two_header_rows_become_questions_with_their_kind(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "sm.csv", make_table()))
    assert t.bronnen[["formaat", "records_in", "records_uit"]].to_numpy().tolist() == [
        ["surveymonkey", 12, 12]
    ]
    assert kinds(t) == ["meer_antwoorden", "open", "stelling", "stelling", "een_antwoord", "open", "open"]
    assert t.vragen["tekst"].tolist()[-1] == "Wat kan er beter, vindt u?"


def test_a_text_at_other_is_a_tick_and_a_question_of_its_own(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "sm.csv", make_table()))
    assert codes(t, 0) == {"Website": 6, "Telefoon": 4, "Anders (geef nadere toelichting)": 1}
    ouders = t.vragen["ouder_vraag_id"].astype("str").tolist()
    vragen = t.vragen["vraag_id"].astype("str").tolist()
    assert (ouders[1], ouders[5]) == (vragen[0], vragen[4])
    assert sorted(t.fragmenten["tekst"])[-2:] == ["met de step", "via de wijkagent"]


def test_persons_are_masked_and_their_columns_dropped(tmp_path: Path) -> None:
    lezing = read(write(tmp_path / "sm.csv", make_table()), ZEGEL)
    weg = lezing.logboek.loc[lezing.logboek["reden"] == "kolom_persoonsgegeven", "kolom"].tolist()
    assert weg == ["Respondent ID", "IP Address", "Email Address", "First Name", "Last Name"]
    assert "Xandra" not in lezing.tabellen[0].frame.to_csv()


def test_the_workbook_of_the_same_survey_reads_the_same(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for rij in make_table():
        book.active.append([cel or None for cel in rij])
    book.active.merge_cells(start_row=1, end_row=1, start_column=9, end_column=11)
    book.save(tmp_path / "sm.xlsx")
    een, ander = (
        bd.read_bestand(write(tmp_path / "sm.csv", make_table())),
        bd.read_bestand(tmp_path / "sm.xlsx"),
    )
    assert ander.bronnen[["formaat", "records_in", "records_uit"]].to_numpy().tolist() == [
        ["surveymonkey", 12, 12]
    ]
    assert een.vragen["vraag_id"].astype("str").tolist() == ander.vragen["vraag_id"].astype("str").tolist()
    assert codes(een, 0) == codes(ander, 0)


def test_condensed_files_have_an_empty_second_row_or_none(tmp_path: Path) -> None:
    kop = ["Respondent ID", "Collector ID", WAAR, "Bent u tevreden?"]
    keuzes = [
        "Website, Telefoon",
        "Website",
        "Telefoon, Balie",
        "Website, Balie",
        "Balie",
        "Website, Telefoon, Balie",
    ]
    rijen = [
        [str(11_000_000_000 + n), "77", keuzes[n % 6], ["Tevreden", "Ontevreden"][n % 2]] for n in range(12)
    ]
    for boven in ([kop], [kop, ["", "", "", ""]]):
        t = bd.read_bestand(write(tmp_path / "sm.csv", [*boven, *rijen]))
        assert kinds(t) == ["meer_antwoorden", "schaal"]
        assert codes(t, 0) == {"Website": 8, "Telefoon": 6, "Balie": 8}


def test_an_ordinary_table_with_respondent_ids_is_no_surveymonkey(tmp_path: Path) -> None:
    lezing = read(write(tmp_path / "x.csv", [["RespondentID", "cijfer"], ["1", "7"], ["2", "8"]]), ZEGEL)
    assert lezing.formaat == "csv"


real = pytest.mark.skipif(
    not REAL.exists(), reason="the real SurveyMonkey files are not beside this checkout"
)


@real
def test_star_wars_has_the_published_counts_and_ranks() -> None:
    t = bd.read_bestand(REAL / "StarWars.csv")
    assert len(t.deelnemers) == 1186
    # As often reported of this file: how many saw each film, and the mean rank of each.
    assert list(codes(t, 2).values()) == sorted([673, 571, 550, 607, 758, 738], reverse=True)
    rang = t.antwoorden[t.antwoorden["vraag_id"].astype("str") == t.vragen["vraag_id"].astype("str").iloc[3]]
    gemiddeld = rang.groupby(rang["code"].astype("str"), sort=False)["getal"].mean().round(4).tolist()
    assert sorted(rang_ for rang_ in gemiddeld if rang_ > 0) == [
        2.5132,
        3.0478,
        3.2727,
        3.7329,
        4.0873,
        4.3413,
    ]


@real
def test_the_other_real_files_keep_all_their_respondents() -> None:
    thanks = bd.read_bestand(REAL / "thanksgiving-2015-poll-data.csv")
    assert len(thanks.deelnemers) == 1058
    assert kinds(thanks).count("meer_antwoorden") == 3
    assert thanks.vragen["ouder_vraag_id"].notna().sum() == 7
    comma = bd.read_bestand(REAL / "comma-survey.csv")
    assert len(comma.deelnemers) == 1129
    assert set(kinds(comma)) == {"een_antwoord"}


def test_an_age_asked_in_a_text_box_is_a_number_and_a_telephone_number_is_not(tmp_path: Path) -> None:
    rijen = [["Respondent ID", "Collector ID", "Wat is uw leeftijd?", "Hoe bereiken we u?"]]
    rijen += [["", "", "Open-Ended Response", "Open-Ended Response"]]
    rijen += [[f"1180000000{n}", "1", str(30 + n), f"06123456{n:02d}"] for n in range(5)]
    t = bd.read_bestand(write(tmp_path / "sm.csv", rijen))
    assert t.vragen.set_index("kolom")["soort"].astype("str")["Wat is uw leeftijd?"] == "getal"
    assert t.antwoorden["getal"].dropna().tolist() == [30.0, 31.0, 32.0, 33.0, 34.0]
    assert not t.fragmenten["tekst"].str.contains("06123").any()


def test_choices_exported_as_zeros_and_ones_are_one_question(tmp_path: Path) -> None:
    rijen = [["Respondent ID", "Collector ID", "Waarmee?", ""], ["", "", "Fiets", "Auto"]]
    rijen += [[f"1180000000{n}", "1", str(n % 2), str(int(n > 4))] for n in range(8)]
    t = bd.read_bestand(write(tmp_path / "sm.csv", rijen))
    assert t.vragen["soort"].astype("str").tolist() == ["meer_antwoorden"]
    status = t.antwoorden["status"].astype("str").value_counts()
    assert (status["gegeven"], status["geen_gekozen"]) == (7, 3)


def test_choices_in_one_cell_with_a_bare_comma_are_a_list_and_decimals_are_not(tmp_path: Path) -> None:
    rijen = [["Respondent ID", "Collector ID", "Waarmee?", "Welk cijfer?"]]
    keuzes = ["Fiets", "Fiets,Auto", "Auto", "Auto,Bus, laat", "Bus, laat"]
    rijen += [[f"118000000{n:02d}", "1", keuzes[n % 5], f"{n % 4 + 5},5"] for n in range(20)]
    t = bd.read_bestand(write(tmp_path / "sm.csv", rijen))
    soort = t.vragen.set_index("kolom")["soort"].astype("str")
    assert soort["Waarmee?"] == "meer_antwoorden"
    assert soort["Welk cijfer?"] != "meer_antwoorden"
    assert sorted(t.opties.loc[t.opties["vraag_id"] == "waarmee", "label"]) == ["Auto", "Bus, laat", "Fiets"]


def test_the_contact_block_is_dropped_field_by_field(tmp_path: Path) -> None:
    bestand = tmp_path / "sm.csv"
    bestand.write_text(
        "Respondent ID,Collector ID,Start Date,Uw gegevens,,,Wat vindt u?\n"
        ",,,Name,Email Address,Phone Number,Open-Ended Response\n"
        "11223344550,1,02/03/2026,Anneke de Wit,anneke@voorbeeld.nl,06 12345678,Prima zo\n"
        "11223344551,1,02/03/2026,Joop Smit,,,Liever eerder\n",
        encoding="utf-8",
    )
    assert bd.read_bestand(bestand).vragen["tekst"].tolist() == ["Wat vindt u?"]


def test_respondents_that_were_numbered_anew_leave_the_row_of_options(tmp_path: Path) -> None:
    bestand = tmp_path / "sm.csv"
    regels = [
        "Respondent ID,Wat gebruikt u?,,Tevreden?",
        ",Loket,App,Response",
        "1,Loket,,4",
        "2,,App,5",
        "3,Loket,App,4",
    ]
    bestand.write_text("\n".join(regels), encoding="utf-8")
    t = bd.read_bestand(bestand)
    assert len(t.deelnemers) == 3
    assert t.vragen["soort"].astype("str").tolist()[0] == "meer_antwoorden"


@pytest.mark.parametrize(
    ("moment", "dag"),
    [("03/{:02}/2026 10:00:00 AM", "2026-03-09"), ("{:02}/03/2026 10:00:00", "2026-03-29")],
    ids=["month first", "day first"],
)
def test_the_moments_tell_the_period_and_the_number_of_a_collector_does_not(
    tmp_path: Path, moment: str, dag: str
) -> None:
    """Of 9 days no month is told from a day: AM says that the month comes first."""
    begin = 1 if "AM" in moment else 21
    kop = "Respondent ID,Collector ID,Start Date,End Date,Hoe tevreden bent u?"
    rijen = [
        f"{11_000_000_000 + nr},46082,{moment.format(begin + nr)},{moment.format(begin + nr)},{'goed' if nr % 2 else 'slecht'}"
        for nr in range(9)
    ]
    (tmp_path / "s.csv").write_text("\n".join([kop, ",,,,Response", *rijen, ""]), "utf-8")
    activiteit = bd.read_bestand(tmp_path / "s.csv").activiteiten.iloc[0]
    assert str(activiteit["einddatum"])[:10] == dag
    assert str(activiteit["begindatum"])[:10] == dag[:8] + f"{begin:02}"


def test_a_number_that_could_count_days_is_no_date_under_another_header(tmp_path: Path) -> None:
    rijen = [f"{nr};{46082 + nr};{'goed' if nr % 2 else 'slecht'}" for nr in range(30)]
    (tmp_path / "e.csv").write_text("\n".join(["respnr;Zaak;Oordeel", *rijen, ""]), "utf-8")
    assert bd.read_bestand(tmp_path / "e.csv", instrument="enquete").activiteiten["begindatum"].isna().all()
