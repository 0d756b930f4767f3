"""Ticks in a table made by hand: who ticked nothing belongs to the base."""

import pandas as pd
import pytest

from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.instruments.ticks import read_ticks
from burgerdata.loading import load_traject, propose_traject
from burgerdata.shapes import RIJ, Kolom, Tabel

TOML = '[[levering]]\nnaam = "halte"\ninstrument = "{}"\nbestand = "ruw/t.csv"\npersoon = "Nr"\n{}\n'
# 8 talks: te laat 3, prijs 2, nobody ticked anything in talk 4 and 8; talk 8 has nothing at all
CSV = """Nr;M/V;te laat;prijs;app;Gezegd
1;m;x;;;
2;v;X;x;;Duur.
3;v;x;;;
4;m;;;;Prima.
5;v;;x;;
6;m;;;x;
7;v;;;x;Lastig.
8;;;;;
"""


def make_tabel(formaat="csv", **kolommen):
    frame = pd.DataFrame(kolommen, dtype="str").assign(
        **{RIJ: range(2, 2 + len(next(iter(kolommen.values()))))}
    )
    return Tabel("t.csv", formaat, frame, tuple(Kolom(naam) for naam in kolommen))


@pytest.mark.parametrize(
    ("instrument", "extra"),
    [("enquete", ""), ("straatgesprek", 'kolommen = { open = "Gezegd" }')],
)
def test_the_base_of_ticks_is_everybody_who_took_part(maak_map, instrument, extra):
    vragen = [["levering", "kolom", "vraag_id", "soort"]]
    vragen += [["halte", naam, "waarover", "meer_antwoorden"] for naam in ("te laat", "prijs", "app")]
    map_ = maak_map(
        TOML.format(instrument, extra), ruw={"t.csv": CSV}, bladen={"vragen.xlsx": {"vragen": vragen}}
    )
    tabel = summarise_vraag(load_traject(map_), "waarover")
    assert tabel[["label", "n", "basis"]].values.tolist() == [
        ["te laat", 3, 7],
        ["prijs", 2, 7],
        ["app", 2, 7],
    ]


def test_a_tick_column_that_is_a_question_of_its_own_has_yes_and_no(maak_map):
    vragen = [["levering", "kolom", "soort"], ["halte", "te laat", "een_antwoord"]]
    map_ = maak_map(
        TOML.format("enquete", ""), ruw={"t.csv": CSV}, bladen={"vragen.xlsx": {"vragen": vragen}}
    )
    tabel = summarise_vraag(load_traject(map_), "te_laat")
    assert tabel[["label", "n", "basis"]].values.tolist() == [["ja", 3, 7], ["nee", 4, 7]]


def test_a_tick_column_that_stayed_a_question_with_more_answers_has_the_one_option(maak_map):
    vragen = [["levering", "kolom", "vraag_id", "soort"]]
    vragen += [["halte", naam, naam.replace(" ", "_"), "meer_antwoorden"] for naam in ("te laat", "prijs")]
    map_ = maak_map(
        TOML.format("enquete", ""), ruw={"t.csv": CSV}, bladen={"vragen.xlsx": {"vragen": vragen}}
    )
    tabel = summarise_vraag(load_traject(map_), "te_laat")
    assert tabel[["label", "n", "basis"]].values.tolist() == [["te laat", 3, 7]]


def test_columns_of_ticks_beside_each_other_are_proposed_as_one_question_and_a_single_one_as_yes_or_no(
    tmp_path,
):
    kop = "Nr;Leeftijd;te laat;prijs;Welk cijfer geeft u?;kent de app"
    rijen = [
        f"{nr};{30 + nr};{'x' if nr % 2 else ''};{'X' if nr % 3 else ''};{nr % 5 + 4};{'✓' if nr % 4 else ''}"
        for nr in range(1, 31)
    ]
    (tmp_path / "enquete.csv").write_text("\n".join([kop, *rijen]), encoding="utf-8")
    propose_traject(tmp_path)
    regels = pd.read_excel(tmp_path / "vragen.xlsx", sheet_name="vragen")
    eigen = regels[regels["kolom"].isin(["te laat", "prijs", "kent de app"])]
    assert eigen[["kolom", "soort"]].values.tolist() == [
        ["te laat", "meer_antwoorden"],
        ["prijs", "meer_antwoorden"],
        ["kent de app", "een_antwoord"],
    ]
    assert eigen["vraag_id"].nunique() == 2


@pytest.mark.parametrize(
    "kolommen",
    [
        {"Bent u klant?": ["ja", "", "ja"]},  # a question that one person skipped
        {"akkoord": ["x", "", "x"]},
        {"m/v": ["v", "", "v"]},
        {"kinderen": ["1", "", "1"]},
        {"te laat": ["x", "soms", ""]},
        {"weegfactor": ["1", "", "1"]},
    ],
)
def test_what_may_be_an_answer_stays_as_it_is(kolommen):
    tabel = make_tabel(**kolommen, toelichting=["a", "b", "c"])
    assert read_ticks(tabel) is tabel


def test_a_program_says_itself_what_an_empty_cell_means():
    tabel = make_tabel("msforms", **{"te laat": ["x", ""], "prijs": ["", "x"]})
    assert read_ticks(tabel) is tabel


def test_words_are_ticks_only_where_three_columns_share_a_heading():
    # two columns that say 1 beside each other may count children and cars: only a heading makes a set of them
    tabel = read_ticks(
        make_tabel(
            **{
                "Klachten - laat": ["1", "", ""],
                "Klachten - duur": ["1", "1", ""],
                "Klachten - vol": ["", "1", ""],
                "cijfer": ["7", "8", "6"],
                "los": ["1", "", "1"],
                "naast": ["", "1", ""],
                "ook": ["1", "", ""],
            }
        )
    )
    assert tabel.frame[["Klachten - laat", "Klachten - duur", "Klachten - vol", "los"]].values.tolist() == [
        ["ja", "ja", "nee", "1"],
        ["nee", "ja", "ja", ""],
        ["nee", "nee", "nee", "1"],
    ]
    assert [kolom.set_naam for kolom in tabel.kolommen] == ["Klachten"] * 3 + [""] * 4


@pytest.mark.parametrize(
    "kolommen",
    [
        {"Aantal kinderen": ["1", "", "1"], "Aantal auto's": ["", "1", "1"]},
        {
            "Aantal - kinderen": ["1", "", ""],
            "Aantal - auto's": ["", "1", ""],
            "Aantal - fietsen": ["1", "", ""],
        },
        {"Zo ja, al langer dan een jaar?": ["ja", "", ""], "Zo ja, bent u bestuurslid?": ["ja", "", ""]},
        {"Zo ja, bent u bestuurslid?": ["x", "", ""]},
        {"Lid": ["ja", "", ""], "Vrijwilliger": ["", "ja", ""]},
        {"Geslacht v": ["v", "", "v"]},
        {"Man/vrouw": ["v", "", "v"]},
        {"Sexe (m/v)": ["v", "", "v"]},
        {"Geslacht respondent": ["v", "", "v"]},
        {"M / V": ["v", "", "v"]},
        {"V": ["v", "", "v"]},
        {"Vrouw": ["v", "", ""]},
    ],
)
def test_counts_questions_that_were_not_asked_and_a_sex_are_no_ticks(kolommen):
    tabel = make_tabel(**kolommen, toelichting=["a", "b", "c"])
    assert read_ticks(tabel) is tabel


def test_what_vragen_says_of_a_column_goes_before_the_marks_in_it(maak_map):
    inhoud = "Nr;Aantal kinderen;Aantal auto's;Gezegd\n1;1;;Goed.\n2;;1;Duur.\n3;1;1;Laat.\n"
    vragen = "levering;kolom;vraag_id;soort\nhalte;Aantal kinderen;kinderen;getal\nhalte;Aantal auto's;autos;getal\n"
    for instrument in ("enquete", "straatgesprek"):
        extra = "" if instrument == "enquete" else 'kolommen = { open = "Gezegd" }'
        ruw = {"t.csv": inhoud.replace("Aantal kinderen", "Gezin").replace("Aantal auto's", "Auto")}
        gezegd = vragen.replace("Aantal kinderen", "Gezin").replace("Aantal auto's", "Auto")
        for bestand, regels in ((inhoud, vragen), (ruw["t.csv"].replace("1;1;;", "1;x;;"), gezegd)):
            map_ = maak_map(TOML.format(instrument, extra), ruw={"t.csv": bestand})
            (map_ / "vragen.csv").write_text(regels, encoding="utf-8")
            antwoorden = load_traject(map_).antwoorden
            kinderen = antwoorden[antwoorden["vraag_id"].eq("kinderen")]
            assert "nee" not in set(antwoorden["code"].dropna().astype("str"))
            assert kinderen["getal"].notna().sum() == (2 if bestand == inhoud else 1)


def test_ones_that_vragen_calls_ticks_are_ticks(maak_map):
    vragen = [["levering", "kolom", "vraag_id", "soort"]]
    vragen += [["halte", naam, "waarover", "meer_antwoorden"] for naam in ("te laat", "prijs")]
    ruw = {"t.csv": CSV.replace("x", "1").replace("X", "1")}
    map_ = maak_map(TOML.format("enquete", ""), ruw=ruw, bladen={"vragen.xlsx": {"vragen": vragen}})
    tabel = summarise_vraag(load_traject(map_), "waarover")
    assert tabel[["label", "n", "basis"]].values.tolist() == [["te laat", 3, 7], ["prijs", 2, 7]]


def test_a_set_without_a_heading_is_named_after_its_first_options(tmp_path):
    marks = {"te laat": ["x", ""], "chauffeur": ["", "x"], "prijs": ["x", ""], "app": ["", "x"]}
    tabel = read_ticks(make_tabel(**marks, cijfer=["7", "8"], bus=["x", ""], tram=["", "x"]))
    assert list(dict.fromkeys(kolom.set_tekst for kolom in tabel.kolommen)) == [
        "te laat, chauffeur, prijs …",
        "",
        "bus, tram",
    ]
