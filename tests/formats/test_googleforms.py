"""Google Forms: lists with commas in labels and own texts among them, grids, moments, quiz scores."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pandas as pd
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

import burgerdata as bd
from burgerdata.formats import read
from burgerdata.formats.choice_lists import ANDERS, split_comma_lists
from burgerdata.intake import Zegel
from burgerdata.pseudonyms import Sleutel

ZEGEL = Zegel(Sleutel(b"k" * 32), "a")
REAL = Path(__file__).parents[3] / "shared" / "data" / "googleforms_rstudio_es2018"
HULP = "Wie hielp u? (meer antwoorden mogelijk)"
RASTER = "Wat vindt u van deze stellingen?"
KOP = [
    "Tijdstempel",
    "E-mailadres",
    "Score",
    HULP,
    f"{RASTER} [De brief was duidelijk]",
    f"{RASTER}  [Ik werd geholpen]",
]
KOP += ["Hoe vaak komt u hier?", "Wat kan beter?"]
OPTIES = ["Familie", "De gemeente (balie, telefoon)", "Buren, ook vroegere", "Niemand"]


def make_rows(aantal: int = 40) -> list[list[str]]:
    eens = ["Mee eens", "Mee oneens", "Helemaal mee eens"]
    vaak = ["Nooit, ik kom hier niet", "Soms, een paar keer per jaar", "Vaak"]
    rijen = []
    for n in range(aantal):
        gekozen = [optie for nummer, optie in enumerate(OPTIES) if (n + 1) >> nummer & 1]
        gekozen += ["een oude klasgenoot uit Gouda"] if n == 9 else []
        vast = [f"{1 + n % 28}-3-2026 14:05:0{n % 10}", f"p{n}@voorbeeld.nl", f"{n % 5} / 5"]
        tekst = f"Bij punt {n} liep het vast, daarna ging het weer, gelukkig."
        rijen.append([*vast, ", ".join(gekozen), eens[n % 3], eens[(n + 1) % 3], vaak[n % 3], tekst])
    return rijen


def write(pad: Path, rijen: list[list[str]], kop: list[str] | None = None) -> Path:
    regels = ["\t".join(rij) for rij in [kop or KOP, *rijen]]
    pad.write_text("\r\n".join(regels), encoding="utf-8", newline="")
    return pad


def kinds(t: Any) -> list[str]:
    return t.vragen["soort"].astype("str").tolist()


def count_options(t: Any, vraag: str) -> dict[str, int]:
    return (
        t.antwoorden[t.antwoorden["vraag_id"].astype("str") == vraag]["code"]
        .astype("str")
        .value_counts()
        .to_dict()
    )


def test_lists_grids_and_open_text_are_told_apart(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "g.tsv", make_rows()))
    assert t.bronnen[["formaat", "records_in", "records_uit"]].to_numpy().tolist() == [
        ["googleforms", 40, 40]
    ]
    assert kinds(t) == ["meer_antwoorden", "open", "stelling", "stelling", "een_antwoord", "open"]
    assert t.vragen["reeks"].astype("str").tolist()[2:4] == ["wat_vindt_u_van_deze_stellingen"] * 2


def test_options_are_counted_with_commas_in_their_labels(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "g.tsv", make_rows()))
    verwacht = {optie: sum((n + 1) >> nummer & 1 for n in range(40)) for nummer, optie in enumerate(OPTIES)}
    gevonden = count_options(t, "wie_hielp_u_meer_antwoorden_mogelijk")
    assert {optie: gevonden[optie] for optie in OPTIES} == verwacht
    assert gevonden[ANDERS] == 1
    eigen = t.fragmenten[t.fragmenten["vraag_id"].astype("str").str.endswith("_anders")]
    assert eigen["tekst"].tolist() == ["een oude klasgenoot uit Gouda"]


def test_an_answer_with_a_comma_stays_one_answer(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "g.tsv", make_rows()))
    assert len(count_options(t, "hoe_vaak_komt_u_hier")) == 3


@pytest.mark.parametrize(
    "antwoorden",
    [
        ["Ja, vaak", "Ja, soms", "Nee, nooit", "Nee, maar ik wil het wel"],
        ["Yes, I am", "Yes, in part", "No, I am not", "No, never"],
    ],
)
def test_a_yes_or_no_with_more_words_is_one_answer(tmp_path: Path, antwoorden: list[str]) -> None:
    rijen = [[f"{1 + n % 28}-3-2026 14:05:01", antwoorden[n % 4]] for n in range(24)]
    t = bd.read_bestand(write(tmp_path / "g.tsv", rijen, ["Tijdstempel", "Gebruikt u de app?"]))
    assert kinds(t) == ["een_antwoord"]
    assert count_options(t, "gebruikt_u_de_app") == dict.fromkeys(antwoorden, 6)


def test_options_that_all_begin_with_yes_are_told_apart_in_one_cell(tmp_path: Path) -> None:
    app, balie, post = "Ja, via de app", "Ja, aan de balie", "Ja, per post"
    cellen = [f"{app}, {balie}, {post}", f"{app}, {balie}", post, f"{balie}, {post}"]
    rijen = [[f"{1 + n % 28}-3-2026 14:05:01", cellen[n % 4]] for n in range(24)]
    t = bd.read_bestand(write(tmp_path / "g.tsv", rijen, ["Tijdstempel", "Gebruikt u dit?"]))
    assert kinds(t) == ["meer_antwoorden"]
    assert count_options(t, "gebruikt_u_dit") == {app: 12, balie: 18, post: 18}


def test_moments_give_the_period_and_mail_and_scores_are_no_questions(tmp_path: Path) -> None:
    t = bd.read_bestand(write(tmp_path / "g.tsv", make_rows()))
    periode = t.activiteiten[["begindatum", "einddatum"]].iloc[0]
    assert [str(dag.date()) for dag in periode] == ["2026-03-01", "2026-03-28"]
    reden = t.logboek.set_index("kolom")["reden"].astype("str")
    assert (reden["E-mailadres"], reden["Score"]) == ("kolom_persoonsgegeven", "kolom_weggelaten")


@pytest.mark.parametrize(
    ("moment", "ander", "gelezen"),
    [
        ("3/21/2026 9:05:07", "3/4/2026 9:05:07", "2026-03-04 09:05:07"),
        ("21/03/2026 9:05:07", "4/03/2026 9:05:07", "2026-03-04 09:05:07"),
        ("2026/03/21 9:05:07 PM CET", "2026/03/04 9:05:07 PM CET", "2026-03-04 21:05:07"),
        ("2/3/2026 9:05:07", "4/3/2026 9:05:07", "4/3/2026 9:05:07"),
    ],
)
def test_day_and_month_are_told_apart_by_the_whole_column(
    tmp_path: Path, moment: str, ander: str, gelezen: str
) -> None:
    rijen = [[moment, "7"], [ander, "8"]]
    lezing = read(write(tmp_path / "g.tsv", rijen, ["Timestamp", "Cijfer"]), ZEGEL)
    assert lezing.formaat == "googleforms"
    assert lezing.tabellen[0].frame["Timestamp"].tolist()[1] == gelezen


@settings(max_examples=40, deadline=None)
@given(
    st.lists(
        st.sets(st.sampled_from(["Fiets", "Auto", "Bus (of tram, metro)", "Lopend"]), min_size=1), min_size=8
    )
)
def test_no_choice_is_lost_or_made_whatever_the_combination(keuzes: list[set[str]]) -> None:
    volgorde = ["Fiets", "Auto", "Bus (of tram, metro)", "Lopend"]
    cellen = pd.Series(
        [", ".join(optie for optie in volgorde if optie in keuze) for keuze in keuzes], dtype="str"
    )
    lijst = split_comma_lists(cellen)
    if lijst is not None:  # too few combinations are not enough to call it a list
        samen = lijst.cellen.str.replace(ANDERS, "", regex=False) + lijst.anders
        assert (
            samen.str.replace(r"[;, ]", "", regex=True).tolist()
            == cellen.str.replace(r"[, ]", "", regex=True).tolist()
        )


@pytest.mark.skipif(not REAL.exists(), reason="the real Google form is not beside this checkout")
def test_the_real_form_keeps_295_persons_and_44_columns() -> None:
    (pad,) = REAL.glob("*Form Responses 1.tsv")
    lezing = read(pad, ZEGEL)
    assert lezing.bronnen[["formaat", "records_in", "records_uit"]].to_numpy().tolist() == [
        ["googleforms", 295, 295]
    ]
    herkomst = {kolom.herkomst for kolom in lezing.tabellen[0].kolommen}
    # 44 columns, of which two have the same header, one has none and no answers, and one holds mail addresses
    assert len(herkomst) == 44 - 1 - 1 - 1
    t = bd.read_bestand(pad)
    assert kinds(t).count("meer_antwoorden") == 7
    taal = next(
        naam for naam in t.vragen["vraag_id"].astype("str") if naam.startswith("que_herramientas_inf")
    )
    # counted with a text search for "Excel" and "SPSS" between commas
    tekst = pd.read_csv(pad, sep="\t", dtype="str", keep_default_na=False).iloc[:, 4]
    gevonden = count_options(t, taal)
    for naam in ("Excel", "SPSS", "Python"):
        assert gevonden[naam] == int(tekst.str.contains(rf"(?:^|, ){naam}(?:,|$)").sum())
