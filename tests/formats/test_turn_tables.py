"""Conversations as a table, a row per turn."""

from __future__ import annotations

from pathlib import Path

import pytest

import burgerdata as bd
from burgerdata.errors import BronError, ContractError
from burgerdata.formats.detect import detect
from burgerdata.formats.turn_tables import read_turn_table
from burgerdata.intake.logboek import count_explained
from burgerdata.shapes import RIJ, Bron, Gesprek

TABEL = """Nr;Spreker;Tijd;Rol;Tekst;Woorden
1;Saskia;00:04;moderator;"Welkom; wie begint?";3
2;R1;00:09;deelnemer;De bus komt bij ons niet meer.;7
3;R2;1:02:03;deelnemer;;0
4;R1;;deelnemer;Daarom kom ik met de fiets.;6
"""


def make_bron(tekst: str) -> Bron:
    return Bron(Path("fg1.csv"), "fg1.csv", tekst.encode(), "")


def test_a_table_of_turns_is_a_conversation_with_every_row_accounted_for() -> None:
    bron = make_bron(TABEL)
    assert detect(bron) == "beurtentabel"
    [ruw] = read_turn_table(bron)
    assert isinstance(ruw.vorm, Gesprek)
    beurten = ruw.vorm.beurten
    assert beurten["spreker"].tolist() == ["Saskia (moderator)", "R1", "R1"]
    assert beurten["tekst"].iloc[0] == "Welkom; wie begint?"
    assert beurten["begin_s"].fillna(-1).tolist() == [4, 9, -1]
    assert beurten[RIJ].tolist() == [2, 3, 5]
    logboek = ruw.logboek.to_frame()
    assert logboek.loc[logboek["reden"] == "lege_rij", "rij"].tolist() == [4]
    assert logboek.loc[logboek["reden"] == "kolom_weggelaten", "kolom"].tolist() == ["Woorden"]
    assert ruw.records_in == len(beurten) + count_explained(logboek)


def test_a_column_that_says_who_leads_makes_a_moderator_and_numbers_are_no_times() -> None:
    tekst = "turn_id,speaker,is_moderator,start,text\n1,Speaker 2,True,12.5,Welcome.\n2,Speaker 1,False,15.0,Hello.\n"
    [ruw] = read_turn_table(make_bron(tekst))
    assert isinstance(ruw.vorm, Gesprek)
    assert ruw.vorm.beurten["spreker"].tolist() == ["Speaker 2 (moderator)", "Speaker 1"]
    assert ruw.vorm.beurten["begin_s"].isna().all()
    assert "start" in ruw.logboek.to_frame()["kolom"].tolist()


def test_several_conversations_below_each_other_are_refused_with_the_remedy() -> None:
    tekst = "Groep;Spreker;Tijd;Tekst\nA;R1;00:01;Ja.\nB;R1;00:01;Nee.\n"
    with pytest.raises(BronError, match=r"meer gesprekken onder elkaar.*eigen bestand"):
        read_turn_table(make_bron(tekst))


@pytest.mark.parametrize(
    "koppen",
    [
        "Spreker;Tekst;Code;Tijd",
        "Tafel;Spreker;Tijd;Tekst",
        "Naam;Tijd;Tekst",
        "Spreker;Partij;Onderwerp;Tekst",
        "id;tekst;tijd",
    ],
)
def test_other_tables_with_texts_stay_what_they_are(koppen: str) -> None:
    assert detect(make_bron(f"{koppen}\n{';'.join('a' * (koppen.count(';') + 1))}\n")) == "csv"


def test_a_quick_look_and_the_pseudonyms_are_those_of_a_conversation(tmp_path: Path) -> None:
    (tmp_path / "fg1.csv").write_text(TABEL, encoding="utf-8")
    traject = bd.read_bestand(tmp_path / "fg1.csv")
    assert traject.activiteiten["instrument"].tolist() == ["focusgroep"]
    assert traject.fragmenten["tekst"].astype("str").tolist()[1:] == [
        "De bus komt bij ons niet meer.",
        "Daarom kom ik met de fiets.",
    ]
    assert sorted(traject.deelnemers["rol"]) == ["burger", "gespreksleider"]


def _make_rows(kop: str, rijen: list[str]) -> str:
    return "\n".join([kop, *rijen]) + "\n"


ZINNEN = [f"De bus van half {nummer} komt hier bijna nooit." for nummer in range(1, 13)]


@pytest.mark.parametrize(
    ("kop", "rijen"),
    [
        ("Nr;Spreker;Inhoud;Zaal", [f"{nr};{nr % 5 + 1};{nr % 4 + 1};{nr % 3 + 1}" for nr in range(12)]),
        ("Spreker;Inhoud;Locatie", [f"Bezoeker {nr};{zin};Markt" for nr, zin in enumerate(ZINNEN)]),
        ("Datum;Spreker;Inhoud", [f"2026-05-{nr + 10};Els;{zin}" for nr, zin in enumerate(ZINNEN)]),
        ("Nr;Spreker;Inhoud", [f"{nr};Bos;Helemaal mee eens, heel goed" for nr in range(12)]),
        ("Nr;Spreker;Inhoud;Rapportcijfer", [f"{nr};Bos {nr % 2};{zin};7" for nr, zin in enumerate(ZINNEN)]),
        (
            "Nr;Spreker;Inhoud;Geslacht",
            [f"{nr};Bos {nr % 2};{zin};{('man', 'vrouw')[nr % 3 > 0]}" for nr, zin in enumerate(ZINNEN)],
        ),
        (
            "Nr;Spreker;Inhoud;Komt u terug?",
            [f"{nr};Bos {nr % 2};{zin};ja" for nr, zin in enumerate(ZINNEN)],
        ),
    ],
    ids=[
        "cijfers voor sprekers",
        "een spreker per gesprek",
        "berichten van meer dagen",
        "een antwoord uit een lijst",
        "een cijfer per rij",
        "mannen en vrouwen over een spreker",
        "een vraag",
    ],
)
def test_headers_of_turns_above_other_cells_are_a_table(kop: str, rijen: list[str]) -> None:
    assert detect(make_bron(_make_rows(kop, rijen))) == "csv"


def test_people_who_judge_a_speaker_are_a_survey_and_no_list_of_participants(tmp_path: Path) -> None:
    rijen = [
        f"{nr};Spreker {nr % 2 + 1};{ZINNEN[nr % 12]};{nr % 5 + 5};{('man', 'vrouw')[nr % 3 > 0]}"
        for nr in range(40)
    ]
    (tmp_path / "avond.csv").write_text(
        _make_rows("Nr;Spreker;Inhoud;Rapportcijfer;Geslacht", rijen), "utf-8"
    )
    een = bd.propose_traject(tmp_path).bestanden.iloc[0]
    assert (een["herkend_als"], een["mensen"]) == ("enquête, csv, 4 vragen", 40)


@pytest.mark.parametrize(
    "titel", [["Verslag 14 mei;;"], ["Verslag 14 mei", ""], ["Groep 1;;", "14 mei;;", ";;"]]
)
def test_turns_below_the_lines_of_a_title_are_turns(titel: list[str]) -> None:
    kop = "\n".join([*titel, "Spreker;Geslacht;Tekst"])
    rijen = [f"R{nr % 2 + 1};{('man', 'vrouw')[nr % 2]};{zin}" for nr, zin in enumerate(ZINNEN)]
    bron = make_bron(_make_rows(kop, rijen))
    assert detect(bron) == "beurtentabel"
    (ruw,) = read_turn_table(bron)
    assert ruw.vorm.beurten["spreker"].tolist() == ["R1", "R2"] * 6
    assert ruw.records_in == 12 + count_explained(ruw.logboek.to_frame())


def test_turns_in_two_columns_below_a_title_are_turns() -> None:
    bron = make_bron(
        _make_rows(
            "Verslag van 14 mei;\nSpreker;Tekst", [f"R{nr % 2};{zin}" for nr, zin in enumerate(ZINNEN)]
        )
    )
    assert detect(bron) == "beurtentabel"
    (ruw,) = read_turn_table(bron)
    assert ruw.vorm.beurten["tekst"].tolist() == ZINNEN
    assert ruw.records_in == 12 + count_explained(ruw.logboek.to_frame())


def test_turns_below_a_title_on_a_sheet_are_turns(tmp_path: Path, schrijf_boek) -> None:
    beurten = [
        ["Verslag 14 mei"],
        [],
        ["Spreker", "Tekst"],
        *[[f"R{nr % 3}", zin] for nr, zin in enumerate(ZINNEN)],
    ]
    schrijf_boek(tmp_path / "fg.xlsx", {"Blad1": beurten})
    bron = Bron(tmp_path / "fg.xlsx", "fg.xlsx", (tmp_path / "fg.xlsx").read_bytes(), "")
    assert detect(bron) == "beurtentabel"
    assert len(read_turn_table(bron)[0].vorm.beurten) == len(ZINNEN)


def test_headers_of_turns_on_a_sheet_are_looked_at_as_those_of_a_file(tmp_path, schrijf_boek) -> None:
    beurten = [["Spreker", "Tekst"], *[[f"R{nr % 3}", zin] for nr, zin in enumerate(ZINNEN)]]
    cijfers = [["Nr", "Spreker", "Inhoud"], *[[nr, nr % 5 + 1, nr % 4 + 1] for nr in range(12)]]
    for naam, blad, formaat in (("fg", beurten, "beurtentabel"), ("zaal", cijfers, "excel")):
        pad = tmp_path / f"{naam}.xlsx"
        schrijf_boek(pad, {"Blad1": blad})
        assert detect(Bron(pad, pad.name, pad.read_bytes(), "")) == formaat


@pytest.mark.parametrize("instrument", ["signaal", "community"])
def test_where_no_conversation_is_meant_turns_are_rows_of_a_table(tmp_path: Path, instrument: str) -> None:
    pad = tmp_path / "meldingen.csv"
    rijen = [f"Bewoner {nr % 4};{zin}" for nr, zin in enumerate(ZINNEN)]
    pad.write_text(_make_rows("Spreker;Inhoud", rijen), encoding="utf-8")
    assert detect(Bron(pad, pad.name, pad.read_bytes(), "")) == "beurtentabel"
    traject = bd.read_bestand(pad, instrument=instrument, kolommen={"bericht": "Inhoud"})
    assert traject.fragmenten["tekst"].astype("str").tolist() == ZINNEN


def test_street_talks_with_the_headers_of_turns_are_street_talks(tmp_path: Path) -> None:
    pad = tmp_path / "straat.csv"
    rijen = [f"Els;{zin};Markt" for zin in ZINNEN]
    pad.write_text(_make_rows("Spreker;Inhoud;Locatie", rijen), encoding="utf-8")
    traject = bd.read_bestand(
        pad, instrument="straatgesprek", kolommen={"open": "Inhoud", "plaats": "Locatie"}
    )
    assert (len(traject.deelnemers), len(traject.fragmenten)) == (12, 12)


ROLLEN = [
    "Saskia;moderator;Wie wil er als eerste beginnen?",
    "R1;deelnemer;De bus komt bij ons niet meer.",
    "Kees;wethouder;Daar kijken we dit jaar naar.",
    "Els;observator;Mag ik daar iets over vragen?",
    "Piet;ambtenaar;Dat staat in het nieuwe plan.",
    "R2;jongere;Ik kom altijd met de fiets.",
]


def test_who_is_no_citizen_by_the_role_of_a_turn_is_none_and_an_unknown_word_is_noted(tmp_path: Path) -> None:
    pad = tmp_path / "fg1.csv"
    later = [f"{rij[:-1]} in dit dorp." for rij in ROLLEN]
    pad.write_text(_make_rows("Spreker;Rol;Tekst", [*ROLLEN, *later]), encoding="utf-8")
    traject = bd.read_bestand(pad)
    assert traject.deelnemers["rol"].astype("str").tolist() == [
        "gespreksleider",
        "burger",
        "professional",
        "waarnemer",
        "professional",
        "burger",
    ]
    weg = traject.logboek[traject.logboek["reden"].eq("kolom_weggelaten")]
    assert weg[["kolom", "aantal"]].values.tolist() == [
        ["rol (woord dat de kit niet kent)", 2]
    ]  # R2 speaks twice


@pytest.mark.parametrize(
    ("cellen", "leiders", "weg"),
    [
        (["M", "M", "M"], [], True),
        (["Anna", "Anna", "Anna"], ["Anna (moderator)"], False),
        (["x", "", ""], ["Anna (moderator)"], False),
        (["Els", "Els", "Els"], [], True),
        (["False", "False", "False"], [], False),
    ],
    ids=["wie leidde als letter", "wie leidde bij naam", "een kruisje", "wie er niet spreekt", "niemand"],
)
def test_a_column_for_the_moderator_marks_who_leads_and_never_everybody(
    cellen: list[str], leiders: list[str], weg: bool
) -> None:
    sprekers = ["Anna", "R1", "R2"]
    rijen = [f"{wie};{cel};{zin}" for wie, cel, zin in zip(sprekers * 2, cellen * 2, ZINNEN, strict=False)]
    [ruw] = read_turn_table(make_bron(_make_rows("Spreker;Moderator;Tekst", rijen)))
    assert isinstance(ruw.vorm, Gesprek)
    verwacht = [f"{wie} (moderator)" if f"{wie} (moderator)" in leiders else wie for wie in sprekers]
    assert ruw.vorm.beurten["spreker"].tolist() == verwacht * 2
    assert ("Moderator" in ruw.logboek.to_frame()["kolom"].tolist()) is weg


def test_who_leads_by_a_column_and_by_traject_toml_is_one_and_the_same(tmp_path: Path) -> None:
    pad = tmp_path / "fg1.csv"
    rijen = [
        f"{wie};{zin}" for wie, zin in zip(["Saskia;moderator", "R1;deelnemer"] * 3, ZINNEN, strict=False)
    ]
    pad.write_text(_make_rows("Spreker;Rol;Tekst", rijen), encoding="utf-8")
    rollen = bd.read_bestand(pad, gespreksleider=["Saskia"]).deelnemers["rol"].astype("str")
    assert rollen.tolist() == ["gespreksleider", "burger"]
    with pytest.raises(ContractError, match="'Els' spreekt niet"):
        bd.read_bestand(pad, gespreksleider=["Els"])


def test_a_talk_in_which_most_say_hm_is_a_talk() -> None:
    kort = ["Ja.", "Hm.", "Oké.", "Ja, precies."]
    rijen = [f"Interviewer;{zin}\n" + "\n".join(f"Respondent;{deel}" for deel in kort) for zin in ZINNEN]
    assert detect(make_bron(_make_rows("Spreker;Tekst", rijen))) == "beurtentabel"


def test_who_is_marked_as_moderator_in_some_turns_stays_one_person() -> None:
    rijen = [f"{wie};{cel};{zin}" for wie, cel, zin in zip("ABAB", ["x", "", "", ""], ZINNEN, strict=False)]
    [ruw] = read_turn_table(make_bron(_make_rows("Spreker;Moderator;Tekst", rijen)))
    assert isinstance(ruw.vorm, Gesprek)
    assert ruw.vorm.beurten["spreker"].tolist() == ["A (moderator)", "B"] * 2


def test_a_group_that_is_named_once_is_one_conversation() -> None:
    tekst = _make_rows("Groep;Spreker;Tekst", [f"A;R1;{ZINNEN[0]}", f";R2;{ZINNEN[1]}", f";R1;{ZINNEN[2]}"])
    [ruw] = read_turn_table(make_bron(tekst))
    assert isinstance(ruw.vorm, Gesprek)
    assert len(ruw.vorm.beurten) == 3


@pytest.mark.parametrize("kop", ["Naam", "Deelnemersnaam", "Voornaam"])
def test_names_beside_the_codes_of_speakers_are_masked_in_what_is_said(tmp_path: Path, kop: str) -> None:
    namen = {"M": "Wietske", "R1": "Tjibbe", "R2": "Sjoukje"}
    zinnen = ["Wie wil er beginnen?", "De bus komt bij ons niet meer.", "Wat Tjibbe zegt klopt helemaal."]
    zinnen += ["Dank je wel, dat is helder.", "En Sjoukje komt met de fiets."]
    rijen = [
        f"{wie};{namen[wie]};{zin}" for wie, zin in zip(("M", "R1", "R2", "M", "R1"), zinnen, strict=True)
    ]
    pad = tmp_path / "fg1.csv"
    pad.write_text(_make_rows(f"Spreker;{kop};Tekst", rijen), encoding="utf-8")
    traject = bd.read_bestand(pad)
    assert traject.activiteiten["instrument"].tolist() == ["focusgroep"]
    teksten = " ".join(traject.fragmenten["tekst"].astype("str"))
    assert not any(naam in teksten for naam in namen.values())
    assert "De bus komt bij ons niet meer." in teksten
    assert traject.logboek.loc[traject.logboek["reden"].eq("kolom_persoonsgegeven"), "kolom"].tolist() == [
        kop
    ]


def test_a_role_and_a_name_beside_the_speaker_need_no_time_to_be_turns() -> None:
    rijen = [f"R{nr % 3};deelnemer;Wietske;{zin}" for nr, zin in enumerate(ZINNEN)]
    assert detect(make_bron(_make_rows("Spreker;Rol;Naam;Tekst", rijen))) == "beurtentabel"


def test_a_moderator_who_is_named_in_a_column_is_masked_too(tmp_path: Path) -> None:
    rijen = [f"{wie};Wietske;{zin}" for wie, zin in zip(("M", "R1", "M", "R1"), ZINNEN, strict=False)]
    pad = tmp_path / "fg1.csv"
    pad.write_text(
        _make_rows("Spreker;Moderator;Tekst", [*rijen, "R1;;Dat zei Wietske net ook al."]), encoding="utf-8"
    )
    traject = bd.read_bestand(pad)
    assert "Wietske" not in " ".join(traject.fragmenten["tekst"].astype("str"))
    assert sorted(traject.deelnemers["rol"].astype("str")) == ["burger", "gespreksleider"]
