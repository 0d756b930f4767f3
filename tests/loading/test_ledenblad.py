"""The sheet of a workbook that tells who the members of a meeting are: its list of participants, without a word of the analyst."""

from __future__ import annotations

import pytest

from burgerdata.loading import check_traject, load_traject, propose_traject

STEMMEN = [["nr", "aanbeveling", "voor", "tegen"], ["A1", "Meer banken", 9, 3], ["A2", "Later open", 5, 7]]
NAMEN = [
    "Anja Smit",
    "Mo Idrissi",
    "Greet Pol",
    "Rick Visser",
    "Shanti Ramdin",
    "Bo Kok",
    "Els Bos",
    "Jan Vos",
    "Kim Bal",
    "Lia Pop",
    "Tom Mol",
    "Wim Tas",
]
LEDEN = [
    ["nr", "naam", "leeftijd", "wijk"],
    *(
        [nr, naam, "18-34" if nr % 3 else "35+", "Noord" if nr % 2 else "Zuid"]
        for nr, naam in enumerate(NAMEN, 1)
    ),
]
REACTIE = [
    ["nr", "aanbeveling", "reactie college", "toelichting"],
    ["A1", "Meer banken", "Overgenomen", "past in het plan"],
    ["A2", "Later open", "Niet overgenomen", "te duur"],
]


def test_the_sheet_of_members_is_the_list_of_the_votes_beside_it(tmp_path, schrijf_boek):
    boek = {"stemming": STEMMEN, "Leden": LEDEN, "reactie college": REACTIE}
    schrijf_boek(tmp_path / "beraad.xlsx", boek)
    voorstel = propose_traject(tmp_path)
    soorten = dict(zip(voorstel.bestanden["bestand"], voorstel.bestanden["herkend_als"], strict=True))
    assert soorten["beraad.xlsx, blad 'Leden'"] == "deelnemerslijst"
    assert not any("'Leden'" in regel for regel in voorstel.gezien)
    traject = load_traject(tmp_path)
    assert len(traject.deelnemers) == 12
    wijken = traject.antwoorden[traject.antwoorden["vraag_id"].astype("str").eq("wijk")]
    assert wijken["code"].astype("str").value_counts().to_dict() == {"Noord": 6, "Zuid": 6}
    assert traject.tellingen["aantal"].sum() == 24, "the votes of the other sheet are read as before"
    assert "'Leden'" not in check_traject(tmp_path).tekst


@pytest.mark.parametrize(
    ("blad", "rijen"),
    [
        ("Leden", [[*LEDEN[0], "Hoe tevreden bent u?"], *([*rij, 7] for rij in LEDEN[1:])]),
        ("Leden", [["wijk", "soort"], *(["Noord", "huur"] for _ in NAMEN)]),
        ("uitleg", LEDEN),
    ],
)
def test_a_sheet_that_asks_or_names_nobody_or_is_called_otherwise_is_no_list(
    blad, rijen, tmp_path, schrijf_boek
):
    schrijf_boek(tmp_path / "beraad.xlsx", {"stemming": STEMMEN, blad: rijen})
    assert "deelnemerslijst" not in propose_traject(tmp_path).bestanden["herkend_als"].tolist()


@pytest.mark.parametrize(
    "koppen", [["Lidnr", "Wijk", "Leeftijd"], ["Lidnr", "Naam", "Wijk"], ["Lidnr", "Naam"], ["Naam"]]
)
@pytest.mark.parametrize("formulier", [True, False])
def test_members_told_by_number_or_name_are_the_list_whatever_is_left_of_their_sheet(
    koppen, formulier, tmp_path, schrijf_boek
):
    cellen = {"Lidnr": range(1, 13), "Naam": NAMEN, "Wijk": ["Noord", "Zuid"] * 6, "Leeftijd": range(30, 42)}
    leden = [koppen, *map(list, zip(*(cellen[kop] for kop in koppen), strict=True))]
    exit_ = [
        ["Lidnr", "Welk cijfer geeft u de avond?", "Voelde u zich gehoord?"],
        *([nr, 5 + nr % 4, "ja" if nr % 3 else "nee"] for nr in range(1, 11)),
    ]
    stemmen = [["Aanbeveling", "Voor", "Tegen"], ["A1", 9, 3], ["A2", 5, 7]]
    boek = {"stemmen": stemmen, "leden": leden} | ({"exit": exit_} if formulier else {})
    schrijf_boek(tmp_path / "beraad.xlsx", boek)
    voorstel = propose_traject(tmp_path)
    assert "deelnemerslijst" in voorstel.bestanden["herkend_als"].tolist()
    assert voorstel.gezien == ()
    traject = load_traject(tmp_path)
    assert traject.deelnemers.groupby("activiteit_id", observed=True).size()["burgerberaad"] == 12
    assert ("wijk" in traject.antwoorden["vraag_id"].tolist()) == ("Wijk" in koppen)


def test_members_are_known_by_their_number_where_the_form_has_it_and_not_the_name(tmp_path, schrijf_boek):
    leden = [["Naam", "Lidnr", "Wijk"], *([naam, nr, "Noord"] for nr, naam in enumerate(NAMEN, 1))]
    aanwezig = [["Lidnr", "Sessie 1", "Sessie 2"], *([nr, "ja", "nee"] for nr in range(1, 13))]
    schrijf_boek(tmp_path / "beraad.xlsx", {"stemmen": STEMMEN, "leden": leden, "aanwezigheid": aanwezig})
    propose_traject(tmp_path)
    assert len(load_traject(tmp_path).deelnemers) == 12
