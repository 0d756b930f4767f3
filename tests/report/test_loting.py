"""A draw that was read stands in chapter 2, beside its aims, also without figures of the population."""

from dataclasses import replace

import pandas as pd

from burgerdata.report.blocks import Alinea, Tabelblok
from burgerdata.report.chapters import wie
from burgerdata.report.loting import publish_loting
from burgerdata.toelichting import Toelichting, annotate, read_toelichting


def test_who_was_drawn_is_told_where_there_are_no_figures_of_the_population(opbrengst):
    tabel = pd.DataFrame(
        {
            "activiteit_id": "burgerberaad",
            "variabele": "opleiding",
            "categorie": ["praktisch", "middelbaar", "theoretisch"],
            "doel": [17, 25, 18],
            "n": [15, 22, 23],
            "basis": 60,
            "aandeel": [15 / 60, 22 / 60, 23 / 60],
            "bevolking": float("nan"),
            "verschil": [-2, -3, 5],
        }
    )
    loting = annotate(tabel, Toelichting("overig", onderwerp="de loting naast haar doelen", kwalitatief=True))
    traject = opbrengst.traject.replace_tabellen(marges=opbrengst.traject.marges.head(0))
    blokken = wie.build(replace(opbrengst, traject=traject, tabellen={"loting": loting}), {})
    [ontbrak] = [blok for blok in blokken if isinstance(blok, Alinea) and blok.kop == "Wie ontbraken?"]
    zin = "De loting bleef het verst onder haar doel bij ‘middelbaar’: 22 geloot voor 25 plaatsen."
    assert ontbrak.tekst.startswith(zin)
    gedrukt = [blok for blok in blokken if isinstance(blok, Tabelblok)][-1]
    assert "theoretisch" in gedrukt.tabel.to_string()


def test_a_group_of_few_who_were_drawn_is_not_printed_nor_follows_from_the_others(voorbeeld):
    """Of 60 members 6 are 75 or older: the smallest of the others goes with them, or 60 minus the rest gives them away."""
    gedrukt = publish_loting(voorbeeld)
    leeftijd = gedrukt[gedrukt["variabele"].eq("leeftijdsgroep")]["categorie"].tolist()
    assert leeftijd == ["18-34", "35-49", "50-64"]
    assert gedrukt[gedrukt["variabele"].eq("geslacht")]["n"].tolist() == [30, 30]
    assert "minder dan 10 gelote mensen" in read_toelichting(gedrukt).noten[-1]
