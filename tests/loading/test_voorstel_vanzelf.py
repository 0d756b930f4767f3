"""What `nieuw` proposes by itself: traits, names of deliveries, and words for the list of themes."""

from __future__ import annotations

import openpyxl
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


def read_voorstel(map_):
    return pd.read_excel(map_ / "themalijst.xlsx", sheet_name="voorstel", dtype={"woorden_wel": "str"})


def test_words_that_five_people_wrote_are_offered_for_the_list_of_themes_which_stays_empty(tmp_path):
    """Of 25 people each text is of five; wachttijd is in two of them, so of ten, and isolatie and isoleren are of five each."""
    write_enquete(tmp_path / "e.csv", {"Welk cijfer?": [7, 8], "Heeft u een toelichting?": OPEN}, mensen=25)
    propose_traject(tmp_path)
    voorstel = read_voorstel(tmp_path).set_index("thema")
    assert voorstel.loc["wachttijd", ["mensen", "woorden_wel"]].tolist() == [10, "wachttijd*"]
    assert voorstel.loc["isolatie", "mensen"] == 5
    assert not {"naam", "veel", "lang", "de"} & set(" ".join(voorstel["woorden_wel"]).split())
    assert load_traject(tmp_path).themas.empty


ZINNEN = (
    ["Elke week een vreemd gezicht, dat is vermoeiend"] * 9
    + ["Weer een vreemd gezicht aan de deur"] * 6
    + ["Het formulier snap ik niet"] * 8
    + ["Die formulieren zijn te moeilijk"] * 7
    + ["Ze zouden terugbellen"] * 6
    + ["Nooit een reactie op mijn terugbelverzoek"] * 6
)


def propose_zinnen(map_, zinnen):
    write_enquete(
        map_ / "e.csv", {"Welk cijfer?": [7, 8], "Heeft u een toelichting?": zinnen}, mensen=len(zinnen)
    )
    propose_traject(map_)
    return read_voorstel(map_)


def test_words_of_the_same_people_and_of_one_stem_are_one_draft_theme_that_can_be_copied_as_it_is(tmp_path):
    """Vreemd gezicht is of 9 and 6 people; formulier of 8 and 7; terugbellen and terugbelverzoek, of 6 each, share a stem."""
    voorstel = propose_zinnen(tmp_path, ZINNEN)
    assert voorstel["mensen"].tolist() == [15, 15, 12]
    patronen = dict(zip(voorstel["thema"], voorstel["woorden_wel"], strict=True))
    gezicht = next(cel for naam, cel in patronen.items() if naam.startswith("vreemd gezicht"))
    assert "vreemd gezicht" in gezicht.split("; ")
    assert "gezicht" not in gezicht.split("; ")  # the pair says it more precisely
    assert any("formulier*" in cel for cel in patronen.values())
    assert any("terugbel*" in cel for cel in patronen.values())
    assert voorstel["omschrijving"].str.fullmatch(r"wie '.*' noemt").all()
    boek = openpyxl.load_workbook(tmp_path / "themalijst.xlsx")
    for rij in boek["voorstel"].iter_rows(min_row=2, values_only=True):
        boek["themalijst"].append(rij)
    boek.save(tmp_path / "themalijst.xlsx")
    t = load_traject(tmp_path)
    geteld = t.coderingen[t.coderingen["thema_id"].isin(t.themas["thema_id"])]
    eigen = geteld["thema_id"].astype("str").isin([naam.replace(" ", "_") for naam in patronen])
    assert geteld[eigen].groupby("thema_id", observed=True)["fragment_id"].nunique().tolist() == [15, 15, 12]


def test_a_draft_of_verbs_alone_is_named_by_the_infinitive_and_stands_behind_what_it_is_about(tmp_path):
    """Eight people say belt or gebeld, seven say schimmel: a verb counts half for its place."""
    zinnen = [f"Ze heeft nooit gebeld over nummer {nr}" for nr in range(4)] + [
        f"Wie belt er op dag {nr}" for nr in range(4)
    ]
    zinnen += [f"De schimmel zit in kamer {nr}" for nr in range(7)]
    voorstel = propose_zinnen(tmp_path, zinnen)
    namen = voorstel["thema"].tolist()
    assert "bellen" in namen
    assert voorstel.set_index("thema").loc["bellen", "mensen"] == 8
    schimmel = next(naam for naam in namen if "schimmel" in naam)
    assert namen.index(schimmel) < namen.index("bellen")
    assert len(set(namen)) == len(namen)


def test_the_next_step_says_where_to_copy_from_only_if_there_is_something_to_copy(tmp_path):
    met, zonder = tmp_path / "met", tmp_path / "zonder"
    met.mkdir()
    zonder.mkdir()
    write_enquete(met / "e.csv", {"Welk cijfer?": [7, 8], "Toelichting?": ZINNEN}, mensen=len(ZINNEN))
    write_enquete(zonder / "e.csv", {"Welk cijfer?": [7, 8], "Ging het goed?": ["ja", "nee"]})
    kopieer = "; kopieer in themalijst.xlsx van blad voorstel de rijen die kloppen naar het eerste blad"
    assert kopieer in propose_traject(met).tekst
    assert "kopieer" not in propose_traject(zonder).tekst


def test_draft_themes_overlap_little(tmp_path):
    """Each text is about one thing, so that no text has two themes."""
    voorstel = propose_zinnen(tmp_path, ZINNEN)
    stammen = [{cel.removesuffix("*") for cel in rij.split("; ")} for rij in voorstel["woorden_wel"]]
    for zin in dict.fromkeys(ZINNEN):
        assert sum(any(stam in zin.casefold() for stam in eigen) for eigen in stammen) == 1, zin


def test_a_noun_and_a_participle_that_begins_with_it_are_of_two_themes(tmp_path):
    """Eight people are about traffic and eight others about a wrong letter."""
    plekken = ("school", "brug", "kerk", "haven", "plein", "markt", "halte", "molen")
    zinnen = [f"Bij de {plek} is er veel te veel verkeer" for plek in plekken]
    zinnen += [f"Steeds een verkeerde brief, dag {nr}" for nr in range(4)]
    zinnen += [f"De brief was verkeerd op dag {nr}" for nr in range(4)]
    voorstel = propose_zinnen(tmp_path, zinnen)
    zoek = [[cel.strip() for cel in rij.split(";")] for rij in voorstel["woorden_wel"]]
    (verkeer,) = [rij for rij in zoek if "verkeer" in rij]
    assert not any(woord.startswith(("verkeerd", "brief")) or woord == "verkeer*" for woord in verkeer)
    assert any("brief" in rij for rij in zoek)


def test_what_everybody_was_asked_about_is_no_theme(tmp_path):
    wat = ("vergeet de vloer", "wisselt steeds", "poetst netjes", "belt nooit")
    zinnen = [f"De hulp {wat[nr % 4]}, dat is dag {nr}" for nr in range(40)]
    write_enquete(tmp_path / "e.csv", {"Welk cijfer?": [7, 8], "Wat vindt u van de hulp?": zinnen}, mensen=40)
    propose_traject(tmp_path)
    assert "hulp" not in " ".join(read_voorstel(tmp_path)["woorden_wel"]).split("; ")


def test_what_people_say_in_talks_counts_for_the_draft_and_what_the_moderator_asks_does_not(tmp_path):
    gezegd = "".join(f"R{nr}: Ik erger mij aan de schimmel in de slaapkamer.\n" for nr in range(1, 7))
    vraag = "M: Wat merkt u van de verwarming?\n" * 6
    (tmp_path / "groepsgesprek.txt").write_text(f"{vraag}{gezegd}", "utf-8")
    propose_traject(tmp_path)
    patronen = " ".join(read_voorstel(tmp_path)["woorden_wel"])
    assert "schimmel" in patronen
    assert "verwarming" not in patronen


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
        woorden = " ".join(bladen["voorstel"]["woorden_wel"])
        assert "isolatie" not in woorden
