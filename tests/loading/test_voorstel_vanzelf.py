"""What `nieuw` proposes by itself: traits, names of deliveries, and words for the list of themes."""

from __future__ import annotations

import pandas as pd
import pytest

from burgerdata.loading import load_traject, propose_traject

OPEN = [
    "De wachttijd is veel te lang",
    "lange wachttijden bij [naam]",
    "Meer isolatie",
    "isoleren is duur",
    "",
]


def write_enquete(pad, kolommen, mensen=24):
    """Write a survey in which each column repeats its answers, with a number of its own for everyone."""
    frame = pd.DataFrame(
        {"nr": range(1, mensen + 1)}
        | {
            kop: [antwoorden[i % len(antwoorden)] for i in range(mensen)]
            for kop, antwoorden in kolommen.items()
        }
    )
    frame.to_csv(pad, sep=";", index=False)


def read_rollen(map_):
    regels = pd.read_excel(map_ / "vragen.xlsx", sheet_name="vragen", dtype="str").fillna("")
    return dict(zip(regels["kolom"], regels["rol"], strict=True))


KENMERKEN = {
    "huishouden": ["alleen", "paar", "gezin"],
    "woonsituatie": ["zelfstandig", "inwonend"],
    "huur of koop": ["huur", "koop", "weet niet"],
    "werk": ["betaald werk", "geen werk", "gepensioneerd"],
    "opleiding": ["mbo", "hbo", "vmbo"],
    "herkomst": ["Nederland", "Europa", "elders"],
    "wijk": ["Noord", "Zuid", "West"],
    "gender": ["man", "vrouw", "x"],
    "Bent u huurder of eigenaar?": ["huurder", "eigenaar"],
}
GEEN_KENMERKEN = {
    "Wat moet er eerst gebeuren?": ["dak", "glas", "vloer"],
    "werk": ["ja", "nee"],
    "huur of koop": ["huur"],
    "Vindt u het werk goed gedaan?": ["ja", "nee"],
    "kern": [f"plaats {n}" for n in range(14)],
}


def test_columns_about_people_with_a_few_answers_are_traits(tmp_path):
    write_enquete(tmp_path / "e.csv", {**KENMERKEN, "Welk cijfer geeft u?": [7, 8, 6]})
    propose_traject(tmp_path)
    rollen = read_rollen(tmp_path)
    assert {kop: rollen[kop] for kop in KENMERKEN} == dict.fromkeys(KENMERKEN, "kenmerk")
    assert rollen["Welk cijfer geeft u?"] == "inhoud"
    kenmerken = load_traject(tmp_path).instellingen.leveringen[0].kenmerken
    assert {"huishouden", "werk", "huur_of_koop", "wijk"} <= set(kenmerken)


def test_what_is_asked_of_people_is_no_trait(tmp_path):
    write_enquete(tmp_path / "e.csv", {**GEEN_KENMERKEN, "Welk cijfer geeft u?": [7, 8, 6]}, mensen=60)
    propose_traject(tmp_path)
    rollen = read_rollen(tmp_path)
    assert {rollen[kop] for kop in GEEN_KENMERKEN if kop in rollen} <= {"inhoud"}


@pytest.mark.parametrize(
    ("bestanden", "namen"),
    [
        (
            ("Enquete huurders def_v3.csv", "enquete VvE besturen.csv"),
            ["enquete_huurders", "enquete_vve_besturen"],
        ),
        (("a.csv", "b.csv"), ["enquete1", "enquete2"]),
        (("enquete2024.csv", "enquete2025.csv"), ["enquete1", "enquete2"]),
        (("enquete Fatima el Amrani.csv", "enquete jongeren.csv"), ["enquete1", "enquete_jongeren"]),
        (("enquete warmte.csv", "enquete warmte net.csv"), ["enquete1", "enquete_net"]),
        (("export (1).csv",), ["enquete"]),
    ],
)
def test_deliveries_of_one_instrument_are_named_after_what_their_files_tell(tmp_path, bestanden, namen):
    vragen = (
        {"Welk cijfer geeft u het loket?": [7, 8, 6], "Ging het goed?": ["ja", "nee"]},
        {
            "Hoe vaak kwam u?": ["vaak", "zelden"],
            "Wat kostte het?": ["veel", "weinig"],
            "Kende u het?": ["nee", "ja"],
        },
    )
    for nummer, (naam, kolommen) in enumerate(zip(bestanden, vragen, strict=False)):
        write_enquete(tmp_path / naam, kolommen, mensen=24 + 13 * nummer)
    propose_traject(tmp_path)
    assert sorted(levering.naam for levering in load_traject(tmp_path).instellingen.leveringen) == namen


def test_words_that_five_people_wrote_are_offered_for_the_list_of_themes_which_stays_empty(tmp_path):
    """Of 25 people each text is of five; wachttijd is in two of them, so of ten, and the pair with lange of five."""
    write_enquete(tmp_path / "e.csv", {"Welk cijfer?": [7, 8], "Heeft u een toelichting?": OPEN}, mensen=25)
    propose_traject(tmp_path)
    voorstel = pd.read_excel(tmp_path / "themalijst.xlsx", sheet_name="voorstel").set_index("woorden")
    assert voorstel.loc["wachttijd", ["mensen", "woorden_wel"]].tolist() == [10, "wachttijd; wachttijden"]
    assert voorstel.loc["isolatie", "mensen"] == 5
    assert not {"naam", "veel", "lang", "de"} & set(voorstel.index)
    assert load_traject(tmp_path).themas.empty


def test_a_word_of_four_people_is_not_offered(tmp_path):
    write_enquete(
        tmp_path / "e.csv",
        {"Welk cijfer?": [7, 8], "Heeft u een toelichting?": [*OPEN, *OPEN[:1]]},
        mensen=24,
    )
    propose_traject(tmp_path)
    bladen = pd.read_excel(tmp_path / "themalijst.xlsx", sheet_name=None)
    assert next(iter(bladen)) == "themalijst"
    if "voorstel" in bladen:
        woorden = bladen["voorstel"]["woorden"].tolist()
        assert "isolatie" not in woorden
