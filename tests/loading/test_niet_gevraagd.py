"""Remarks that a colleague put beside the answers are no answers of citizens, unless the analyst says they are."""

import pandas as pd
import pytest

from burgerdata.loading import load_traject, propose_traject

ANTWOORDEN = ("Meer licht in de straat.", "Te veel busjes.", "Prima zo.", "Graag een laadpaal.")
GEZEGD = ("belde nog, wil graag antwoord", "", "interessant!", "")


def write(kop):
    rijen = [f"{nr};{nr % 9 + 1};{ANTWOORDEN[nr % 4]} {nr};{GEZEGD[nr % 4]}" for nr in range(1, 41)]
    return "\n".join([f"respnr;Welk cijfer geeft u?;Wat kan er beter?;{kop}", *rijen, ""])


def propose(map_):
    (map_ / "traject.toml").unlink()
    voorstel = propose_traject(map_)
    boek = pd.read_excel(map_ / "vragen.xlsx", sheet_name=None, dtype="str")
    return voorstel.tekst, list(boek["vragen"]["kolom"]), " ".join(boek["uitleg"].iloc[:, 0])


@pytest.mark.parametrize(
    "kop",
    [
        "opm. Karin",
        "opmerking medewerker",
        "Interne notitie",
        "opm KvD",
        "Aantekeningen collega's",
        "Karin opm",
        "Notitie (intern)",
        "commentaar van de redactie",
    ],
)
def test_a_column_of_a_colleague_is_no_question_and_that_is_said(maak_map, kop):
    map_ = maak_map(ruw={"e.csv": write(kop)})
    tekst, kolommen, uitleg = propose(map_)
    assert kolommen == ["Welk cijfer geeft u?", "Wat kan er beter?"]
    assert "van een collega en niet gevraagd, en telt niet mee" in tekst
    assert "Karin" not in tekst
    assert f"kolom '{kop}' van levering 'enquete'" in uitleg


@pytest.mark.parametrize(
    "kop",
    [
        "Opmerkingen",
        "Heeft u nog opmerkingen?",
        "Opmerkingen voor het projectteam",
        "Opmerkingen OV",
        "Opmerkingen over de medewerker",
        "Commentaar op het plan",
        "Uw notities",
    ],
)
def test_remarks_that_people_were_asked_for_stay_a_question(maak_map, kop):
    tekst, kolommen, uitleg = propose(maak_map(ruw={"e.csv": write(kop)}))
    assert kolommen == ["Welk cijfer geeft u?", "Wat kan er beter?", kop]
    assert "collega" not in tekst + uitleg


TOML = """titel = "Proef"

[[levering]]
naam = "enquete"
instrument = "enquete"
bestand = "ruw/e.csv"
persoon = "respnr"
"""


def test_what_a_colleague_wrote_counts_only_where_a_row_of_the_analyst_says_so(maak_map):
    ruw = {"e.csv": write("opmerking medewerker")}
    zonder = load_traject(maak_map(TOML, ruw=ruw))
    assert len(zonder.fragmenten) == 40
    rijen = [["levering", "kolom", "soort"], ["enquete", "Wat kan er beter?", "open"]]
    rijen.append(["enquete", "opmerking medewerker", "open"])
    met = load_traject(maak_map(TOML, ruw=ruw, bladen={"vragen.xlsx": {"vragen": rijen}}))
    assert len(met.fragmenten) == 60
