"""A questionnaire as a table without the headers of a codebook: known by the columns of the answers that it names."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

import burgerdata as bd

VRAGEN = [
    ["v1", "Hoe tevreden bent u over de balie?", "1 = ontevreden, 2 = neutraal, 3 = tevreden"],
    ["v2", "Kent u de wijkraad?", "1 = ja; 2 = nee"],
    ["v3", "Wat wilt u nog kwijt?", "open"],
    ["leeftijd", "Wat is uw leeftijd?", "18-34, 35-54, 55+"],
]
ANTWOORDEN = [["nr", "v1", "v2", "v3", "leeftijd"]] + [
    [
        str(nr),
        str(nr % 3 + 1),
        str(nr % 2 + 1),
        f"graag bankje {nr} bij de vijver",
        "18-34" if nr % 2 else "55+",
    ]
    for nr in range(1, 21)
]
KOPPEN: dict[str, list[list[str]]] = {
    "geen kop": [],
    "andere woorden": [["code", "vraag", "antwoorden"]],
    "nog andere": [["Item", "Formulering", "Cat."]],
}


def write_csv(pad: Path, rijen: list[list[str]]) -> None:
    pad.write_text("\n".join(";".join(f'"{cel}"' for cel in rij) for rij in rijen), encoding="utf-8")


def check_read(map_: Path) -> None:
    t = bd.load_traject(map_)
    teksten = t.vragen.set_index("vraag_id")["tekst"].astype("str")
    assert teksten["v1"] == "Hoe tevreden bent u over de balie?"
    opties = t.opties.astype({"vraag_id": "str", "label": "str"})
    assert opties.loc[opties["vraag_id"] == "v1", "label"].tolist() == ["ontevreden", "neutraal", "tevreden"]
    assert opties.loc[opties["vraag_id"] == "v2", "label"].tolist() == ["ja", "nee"]
    assert len(t.deelnemers) == 20


@pytest.mark.parametrize("kop", KOPPEN.values(), ids=KOPPEN.keys())
def test_a_questionnaire_beside_the_answers_names_their_questions_and_codes(
    tmp_path: Path, kop: list[list[str]]
) -> None:
    write_csv(tmp_path / "antwoorden.csv", ANTWOORDEN)
    write_csv(tmp_path / "vragenlijst.csv", kop + VRAGEN)
    herkend = bd.propose_traject(tmp_path).bestanden.set_index("bestand")["herkend_als"]
    assert herkend["vragenlijst.csv"] == "codeboek"
    check_read(tmp_path)


def test_a_questionnaire_in_a_sheet_of_the_workbook_is_read_too(
    tmp_path: Path, schrijf_boek: Callable[..., Path]
) -> None:
    schrijf_boek(tmp_path / "levering.xlsx", {"Data": ANTWOORDEN, "Vragen": VRAGEN})
    assert bd.propose_traject(tmp_path).bestanden["rijen"].tolist() == [20]
    check_read(tmp_path)


@pytest.mark.parametrize(
    "ander",
    [
        [["vraag", "gemiddelde", "n"], ["v1", "2,1", "20"], ["v2", "1,5", "20"]],
        [
            ["id", "vraag", "gezegd"],
            *[[str(nr), f"v{nr % 3 + 1}", "dit vind ik heel erg goed"] for nr in range(12)],
        ],
    ],
    ids=["outcomes", "answers below each other"],
)
def test_a_table_that_names_columns_otherwise_is_no_questionnaire(
    tmp_path: Path, ander: list[list[str]]
) -> None:
    write_csv(tmp_path / "antwoorden.csv", ANTWOORDEN)
    write_csv(tmp_path / "ander.csv", ander)
    assert "codeboek" not in bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist()


WENSEN = [["nr", "groen", "verkeer", "speelplek"]] + [
    [str(nr), str(nr % 5 + 1), str(nr % 4 + 1), str(nr % 3 + 1)] for nr in range(1, 21)
]


@pytest.mark.parametrize(
    "derde",
    [["speelplek", "nieuwe toestellen", "wijkraad"], ["speelplek", "kan er een glijbaan bij?", "wijkraad"]],
)
def test_a_list_of_actions_that_names_columns_asks_nothing(
    tmp_path: Path, schrijf_boek: Callable[..., Path], derde: list[str]
) -> None:
    acties = [["onderwerp", "Wat stelt u voor?", "Wie"], ["groen", "meer bomen", "gemeente"]]
    acties += [["verkeer", "drempels bij de school", "gemeente"], derde]
    (tmp_path / "los").mkdir()
    write_csv(tmp_path / "los" / "wensen.csv", WENSEN)
    write_csv(tmp_path / "los" / "acties.csv", acties)
    assert "codeboek" not in bd.propose_traject(tmp_path / "los").bestanden["herkend_als"].tolist()
    (tmp_path / "boek").mkdir()
    schrijf_boek(tmp_path / "boek" / "wensen.xlsx", {"Data": WENSEN, "Voorstellen": acties})
    gezien = bd.propose_traject(tmp_path / "boek").gezien
    assert any("blad 'Voorstellen' (3 rijen)" in regel for regel in gezien)


@pytest.mark.parametrize(
    "rijen",
    [
        [
            ["groen", "Hoe vindt u het groen?"],
            ["verkeer", "Hoe vindt u het verkeer?"],
            ["speelplek", "Speelplekken"],
        ],
        [["groen", "Het groen", "1 = slecht, 2 = goed"], ["verkeer", "Het verkeer", "1 = slecht, 2 = goed"]],
    ],
    ids=["most texts are questions", "two lists of codes"],
)
def test_questions_by_the_words_of_their_columns_are_a_questionnaire(
    tmp_path: Path, rijen: list[list[str]]
) -> None:
    write_csv(tmp_path / "wensen.csv", WENSEN)
    write_csv(tmp_path / "vragenlijst.csv", [["kolom", "tekst", "antwoorden"][: len(rijen[0])], *rijen])
    assert "codeboek" in bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist()


STIPPEN = [
    ["Idee", "T1", "T2", "T3"],
    *[[f"Meer groen bij plek {nr}", "3", str(nr), "5"] for nr in range(1, 5)],
]
OPMERKINGEN = [["T1", "Ans vond het te warm"], ["T2", "te weinig stoelen"], ["T3", "graag vaker"]]


@pytest.mark.parametrize("kop", [["tafel", "opmerking"], ["Groep", "Wat zeiden zij"]])
def test_remarks_of_tables_are_no_texts_of_the_columns_that_count_their_dots(
    tmp_path: Path, schrijf_boek: Callable[..., Path], kop: list[str]
) -> None:
    write_csv(tmp_path / "stippen.csv", STIPPEN)
    write_csv(tmp_path / "opmerkingen.csv", [kop, *OPMERKINGEN])
    assert "codeboek" not in bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist()
    t = bd.load_traject(tmp_path)
    assert "te weinig stoelen" in t.fragmenten["tekst"].tolist()
    assert t.vragen.set_index("vraag_id").loc["t2", "tekst"] == "T2"
    (tmp_path / "boek").mkdir()
    schrijf_boek(tmp_path / "boek" / "avond.xlsx", {"stippen": STIPPEN, "opmerkingen": [kop, *OPMERKINGEN]})
    (gezien,) = bd.propose_traject(tmp_path / "boek").gezien
    assert gezien.startswith("avond.xlsx, blad 'opmerkingen' (3 rijen): alleen blad 'stippen' wordt gelezen")


def test_questions_that_tables_asked_are_remarks_too(tmp_path: Path) -> None:
    write_csv(tmp_path / "stippen.csv", STIPPEN)
    vragen = [["T1", "Wanneer begint het?"], ["T2", "Wie betaalt?"], ["T3", "Komt er groen?"]]
    write_csv(tmp_path / "vragen_zaal.csv", [["tafel", "vraag"], *vragen])
    assert "codeboek" not in bd.propose_traject(tmp_path).bestanden["herkend_als"].tolist()


@pytest.mark.parametrize(
    "kop", [["variabele", "opmerking"], ["kolom", "toelichting"], ["afkorting", "staat voor"], []]
)
def test_codes_with_what_they_stand_for_stay_a_questionnaire(tmp_path: Path, kop: list[str]) -> None:
    write_csv(tmp_path / "antwoorden.csv", ANTWOORDEN)
    lijst = [["v1", "Tevreden met de balie"], ["v2", "Kent de wijkraad"], ["v3", "Wat nog kwijt"]]
    write_csv(tmp_path / "lijst.csv", ([kop] if kop else []) + lijst)
    bd.propose_traject(tmp_path)
    teksten = bd.load_traject(tmp_path).vragen.set_index("vraag_id")["tekst"].astype("str")
    assert teksten["v1"] == "Tevreden met de balie"
