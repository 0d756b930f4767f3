"""What a list of decisions tells beside yes or no: the decision in words, how far it is, when, and who heard."""

from __future__ import annotations

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.loading import load_traject, propose_traject

ENQUETE = "nr;status;Welk cijfer geeft u?\n1;Complete;7\n2;Complete;8\n3;Partial;6\n"
KOP = ["Advies of thema", "Besluit", "Status", "Toelichting", "Wie", "Wanneer", "Teruggekoppeld"]
IN_PROZA = [
    [*KOP, "Stand van uitvoering"],
    [
        "Bellen",
        "Het loket belt terug",
        "overgenomen",
        "past",
        "loket",
        "15-06-2026",
        "ja, 1 juli 2026",
        "loopt",
    ],
    ["Parkeren", "Geen gratis parkeren", "niet", "te duur", "raad", "15-06-2026", "nee", ""],
    ["Banken", "Banken bij de school", "deels", "", "beheer", "juni 2026", "brief in mei", "nog niet"],
]
IN_WOORDEN = [
    [*KOP, "Stand van uitvoering"],
    ["Bellen", "overgenomen", "klaar", "past", "loket", "", "2026-07-01", "klaar"],
    ["Parkeren", "niet", "", "te duur", "raad", "", "", ""],
    ["Banken", "deels", "loopt", "bij school", "beheer", "", "ja", "nog niet"],
]


def read_punten(map_):
    (map_ / "enquete.csv").write_text(ENQUETE, encoding="utf-8")
    propose_traject(map_)
    return load_traject(map_)


def list_kolom(traject, kolom):
    cellen = traject.doorwerking[kolom]
    if cellen.dtype.kind == "M":
        return cellen.dt.strftime("%d-%m-%Y").fillna("").tolist()
    return cellen.astype("object").fillna("").tolist()


def test_the_decision_in_words_its_progress_and_who_heard_are_all_taken_over(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "b.xlsx", {"stand": IN_PROZA})
    t = read_punten(tmp_path)
    assert list_kolom(t, "status") == ["overgenomen", "niet_overgenomen", "deels_overgenomen"]
    assert list_kolom(t, "motivering") == [
        "besluit: Het loket belt terug; past; uitvoering: loopt; wanneer: 15 juni 2026",
        "besluit: Geen gratis parkeren; te duur; in de lijst bij wanneer: 15 juni 2026",
        "besluit: Banken bij de school; uitvoering: nog niet; wanneer: juni 2026",
    ]
    assert list_kolom(t, "terugkoppeling_datum") == ["01-07-2026", "", ""]
    assert list_kolom(t, "terugkoppeling_kanaal") == ["", "", "ja, brief in mei"]
    assert list_kolom(t, "eigenaar") == ["loket", "raad", "beheer"]


def test_what_was_decided_is_no_reason_and_who_heard_without_a_day_counts(tmp_path, schrijf_boek):
    """Of the two that were not wholly taken over one has a reason; of three points two were told."""
    schrijf_boek(tmp_path / "b.xlsx", {"stand": IN_PROZA})
    t = read_punten(tmp_path)
    tabel = bd.trace_doorwerking(t).set_index("samenvatting")
    assert tabel["let_op"].to_dict() == {"Bellen": "", "Banken": "motivering ontbreekt", "Parkeren": ""}
    assert tabel["teruggekoppeld"].to_dict() == {"Bellen": "", "Banken": "ja, brief in mei", "Parkeren": ""}
    scores = bd.score_indicatoren(t).set_index("id")
    assert scores.loc["I2", "waarde"] == pytest.approx(1 / 2)
    assert scores.loc["I3", "waarde"] == pytest.approx(2 / 3)


def test_a_decision_in_a_word_leaves_the_status_to_tell_how_far_it_is(tmp_path, schrijf_boek):
    schrijf_boek(tmp_path / "b.xlsx", {"stand": IN_WOORDEN})
    t = read_punten(tmp_path)
    assert list_kolom(t, "status") == ["overgenomen", "niet_overgenomen", "deels_overgenomen"]
    assert list_kolom(t, "motivering") == [
        "past; uitvoering: klaar",
        "te duur",
        "bij school; uitvoering: nog niet",
    ]
    assert list_kolom(t, "terugkoppeling_kanaal") == ["", "", "ja"]


@pytest.mark.parametrize(
    "kop", ["Antwoord college", "Reactie college", "Antwoord van het college", "Reactie B en W"]
)
@pytest.mark.parametrize("punt", ["Thema", "Wat vroegen inwoners", "Advies"])
def test_what_a_government_answers_in_prose_is_kept_and_is_no_survey(tmp_path, schrijf_boek, kop, punt):
    bladen = [
        [punt, kop, "Stand van zaken"],
        ["Bellen", "Het loket belt vanaf de zomer binnen twee dagen terug.", "loopt"],
        ["Parkeren", "Daar is geen geld voor, en dat doen wij dus niet.", ""],
    ]
    schrijf_boek(tmp_path / "b.xlsx", {"stand": bladen})
    t = read_punten(tmp_path)
    assert list_kolom(t, "samenvatting") == ["Bellen", "Parkeren"]
    assert list_kolom(t, "status") == ["", ""]  # only who reads the answer knows whether it is a yes
    assert list_kolom(t, "motivering") == [
        "Het loket belt vanaf de zomer binnen twee dagen terug; uitvoering: loopt",
        "Daar is geen geld voor, en dat doen wij dus niet.",
    ]


@pytest.mark.parametrize("kop", ["Antwoord college", "Besluit gemeenteraad"])
def test_a_theme_for_a_point_is_drafted_in_words_and_loads_without_a_list_of_themes(
    tmp_path, schrijf_boek, kop
):
    bladen = [
        ["Thema", kop, "Toelichting"],
        ["Bellen", "overgenomen", "per juli"],
        ["Parkeren", "nee", "te duur"],
    ]
    schrijf_boek(tmp_path / "b.xlsx", {"stand": bladen})
    t = read_punten(tmp_path)
    assert list_kolom(t, "samenvatting") == ["Bellen", "Parkeren"]
    draft = pd.read_excel(tmp_path / "doorwerking.xlsx", sheet_name="doorwerking", dtype="str")
    assert draft["thema"].tolist() == ["Bellen", "Parkeren"]


@pytest.mark.parametrize(
    "bladen",
    [
        [
            ["Tafel", "Thema", "Besluit", "Wie"],
            [1, "Groen", "meer bomen", "Jan"],
            [2, "Verkeer", "drempels", "Piet"],
        ],
        [
            ["Thema", "Status", "Toelichting"],
            ["Afval", "in behandeling", "zak"],
            ["Groen", "afgehandeld", "boom"],
        ],
    ],
)
def test_notes_and_complaints_with_a_theme_are_no_decisions(tmp_path, schrijf_boek, bladen):
    schrijf_boek(tmp_path / "b.xlsx", {"stand": bladen})
    assert read_punten(tmp_path).doorwerking.empty


def test_answers_to_numbers_are_decisions_where_the_words_say_that_they_were_taken_over(
    tmp_path, schrijf_boek
):
    bladen = [
        ["Aanbeveling nr", "Antwoord", "Toelichting"],
        [1, "deels overgenomen", "vaste vervanger niet haalbaar"],
        [2, "niet overgenomen", "te weinig personeel"],
        [3, "", ""],
    ]
    schrijf_boek(tmp_path / "b.xlsx", {"Antwoord college": bladen})
    t = read_punten(tmp_path)
    assert list_kolom(t, "samenvatting") == ["Aanbeveling 1", "Aanbeveling 2", "Aanbeveling 3"]
    assert list_kolom(t, "status") == ["deels_overgenomen", "niet_overgenomen", ""]


def test_answers_of_people_with_yes_or_no_are_no_decisions(tmp_path, schrijf_boek):
    rijen = [
        ["Vraag", "Antwoord", "Toelichting"],
        *([f"vraag {n}", "ja" if n % 2 else "nee", "zo is het"] for n in range(9)),
    ]
    schrijf_boek(tmp_path / "b.xlsx", {"antwoorden": rijen})
    assert read_punten(tmp_path).doorwerking.empty
