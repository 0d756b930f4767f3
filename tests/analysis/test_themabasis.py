"""Whom a share of a theme is of: who answered an open question, not who named a missing answer of a closed one."""

import pandas as pd
import pytest

import burgerdata as bd
from burgerdata.toelichting import read_toelichting

TOML = 'titel = "Proef"\n[[levering]]\ninstrument = "enquete"\nbestand = "e.csv"\npersoon = "nr"\n'
KOP = ["levering", "kolom", "tekst", "soort", "ouder_kolom", "ouder_code"]
VRAGEN = [
    ["enquete", "kanaal", "Hoe belde u?", "een_antwoord", "", ""],
    ["enquete", "anders", "Anders, namelijk", "open", "kanaal", "anders"],
    ["enquete", "beter", "Wat kan er beter?", "open", "", ""],
]


def load(map_, *, met_open: bool = True):
    """Of 300 people 60 say what can be better, 36 of them the waiting; 240 only name another channel, 6 with a wait."""
    rijen = [f"{nr};telefoon;;{'lang wachten' if nr < 36 else 'meer balies'}" for nr in range(60)]
    rijen += [
        f"{nr};anders;{'wachten bij de balie' if nr < 66 else 'via mijn buurman'};" for nr in range(60, 300)
    ]
    vragen = VRAGEN
    if not met_open:
        rijen = [rij.rpartition(";")[0] for rij in rijen]
        vragen = VRAGEN[:2]
    kop = "nr;kanaal;anders;beter" if met_open else "nr;kanaal;anders"
    (map_ / "e.csv").write_text("\n".join([kop, *rijen]), "utf-8")
    (map_ / "traject.toml").write_text(TOML, "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    with pd.ExcelWriter(map_ / "vragen.xlsx") as boek:
        pd.DataFrame(vragen, columns=KOP).to_excel(boek, sheet_name="vragen", index=False)
    pd.DataFrame({"thema": ["Wachttijd"], "woorden_wel": ["wachten"]}).to_excel(
        map_ / "themalijst.xlsx", sheet_name="themalijst", index=False
    )
    return bd.load_traject(map_)


def test_who_only_named_a_missing_answer_is_in_no_base(tmp_path):
    tabel = bd.count_themas(load(tmp_path))
    assert tabel[["n", "basis", "aandeel"]].to_numpy().tolist() == [[36, 60, pytest.approx(0.6)]]
    over = read_toelichting(tabel)
    assert (
        over.basis
        == "Basis: wie iets met inhoud schreef bij ‘Wat kan er beter?’, n = 60 van de 300 deelnemers."
    )
    assert over.vraag == "Wat kan er beter?"


def test_behind_a_closed_question_themes_are_counted_when_that_question_is_asked_for(tmp_path):
    tabel = bd.count_themas(load(tmp_path), vraag_id="anders")
    assert tabel[["n", "basis"]].to_numpy().tolist() == [[6, 240]]
    assert "bij ‘Anders, namelijk’, n = 240 van de 300 deelnemers" in read_toelichting(tabel).basis


def test_where_nothing_else_was_asked_it_is_all_that_people_wrote(tmp_path):
    tabel = bd.count_themas(load(tmp_path, met_open=False))
    assert tabel[["n", "basis"]].to_numpy().tolist() == [[6, 240]]
    assert "bij ‘Anders, namelijk’" in read_toelichting(tabel).basis


def load_vervolg(map_):
    """Sixty people give a grade; 45 say why, 40 of them a bench; another 13 only say what they miss, none a bench."""
    rijen = [f"{nr};{nr % 5 + 5};{'meer bankjes' if nr < 40 else 'te druk'};" for nr in range(45)]
    rijen += [f"{nr};7;;{'de bus' if nr < 58 else ''}" for nr in range(45, 60)]
    (map_ / "e.csv").write_text("\n".join(["nr;cijfer;waarom;kwijt", *rijen]), "utf-8")
    (map_ / "traject.toml").write_text(TOML, "utf-8")
    (map_ / "sleutel.txt").write_text("ab" * 32, "ascii")
    vragen = [
        ["enquete", "cijfer", "Welk cijfer geeft u het plein?", "schaal", "", ""],
        ["enquete", "waarom", "Waarom geeft u dat cijfer?", "open", "cijfer", ""],
        ["enquete", "kwijt", "Wat wilt u nog kwijt?", "open", "", ""],
    ]
    with pd.ExcelWriter(map_ / "vragen.xlsx") as boek:
        pd.DataFrame(vragen, columns=KOP).to_excel(boek, sheet_name="vragen", index=False)
    pd.DataFrame({"thema": ["Bankjes"], "woorden_wel": ["bankjes"]}).to_excel(
        map_ / "themalijst.xlsx", sheet_name="themalijst", index=False
    )
    return bd.load_traject(map_)


def test_why_somebody_gave_a_grade_is_a_question_about_themes(tmp_path):
    traject = load_vervolg(tmp_path)
    tabel = bd.count_themas(traject)
    assert tabel[["n", "basis"]].to_numpy().tolist() == [[40, 58]]
    assert "‘Waarom geeft u dat cijfer?’ of ‘Wat wilt u nog kwijt?’, n = 58" in read_toelichting(tabel).basis
    # tied to an answer of a question that is no "anders", it is still asked for its own sake
    laag = traject.replace_tabellen(
        vragen=traject.vragen.assign(
            ouder_code=traject.vragen["ouder_vraag_id"].map({"cijfer": "5"}).astype("string")
        )
    )
    assert bd.count_themas(laag)[["n", "basis"]].to_numpy().tolist() == [[40, 58]]


def load_concept(map_, erbij: str, *, keuze: str = "anders, namelijk"):
    """Of 70 people 28 say what can be better, ten of them the waiting; seven write something beside how they travel."""
    rijen = [
        f"{nr};{'fiets' if nr % 2 else 'auto'};;{'lang wachten' if nr < 10 else f'meer bussen {nr}'}"
        for nr in range(28)
    ]
    rijen += [f"{nr};{keuze};met de step {nr};" for nr in range(28, 35)]
    rijen += [f"{nr};fiets;;" for nr in range(35, 70)]
    (map_ / "e.csv").write_text("\n".join([f"nr;Hoe reist u?;{erbij};Wat kan beter?", *rijen]), "utf-8")
    bd.propose_traject(map_)
    pd.DataFrame({"thema": ["Wachttijd"], "woorden_wel": ["wachten"]}).to_excel(
        map_ / "themalijst.xlsx", sheet_name="themalijst", index=False
    )
    return bd.load_traject(map_)


@pytest.mark.parametrize(
    "erbij", ["Anders, namelijk", "Anders", "Overig, te weten:", "Hoe reist u? [Anders]", "Hoe reist u? - anders nl."]
)  # fmt: skip
def test_what_is_headed_as_a_missing_answer_is_one_without_a_word_of_the_analyst(tmp_path, erbij):
    traject = load_concept(tmp_path, erbij)
    assert traject.vragen["ouder_vraag_id"].dropna().tolist() == ["hoe_reist_u"]
    assert bd.count_themas(traject)[["n", "basis"]].to_numpy().tolist() == [[10, 28]]


def test_a_missing_answer_of_a_question_without_that_option_is_one_too(tmp_path):
    traject = load_concept(tmp_path, "Anders, namelijk", keuze="fiets")
    assert traject.vragen["ouder_vraag_id"].isna().all()
    assert bd.count_themas(traject)[["n", "basis"]].to_numpy().tolist() == [[10, 28]]


@pytest.mark.parametrize("erbij", ["Overige opmerkingen", "Andere ideeën", "Wat moet er anders?", "Overig"])
def test_what_asks_for_more_is_no_missing_answer(tmp_path, erbij):
    traject = load_concept(tmp_path, erbij)
    assert traject.vragen["ouder_vraag_id"].isna().all()
    assert bd.count_themas(traject)[["n", "basis"]].to_numpy().tolist() == [[10, 35]]
