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
