"""Annex A: what a reader needs to redo or doubt the numbers, in one place."""

import re
from dataclasses import replace

import pandas as pd

from burgerdata.report.blocks import Alinea, Opsomming
from burgerdata.report.chapters.annexes import build


def read_annex(opbrengst):
    blokken = build(opbrengst, {})
    einde = next(nr for nr, blok in enumerate(blokken) if getattr(blok, "anker", "") == "bijlage-b")
    delen = [
        blok.tekst if isinstance(blok, Alinea) else "\n".join(getattr(blok, "punten", ()))
        for blok in blokken[:einde]
    ]
    assert any(isinstance(blok, Opsomming) for blok in blokken[:einde])
    return "\n".join(delen)


def test_agreement_weighting_price_recodes_and_versions_stand_together(opbrengst):
    tekst = read_annex(opbrengst)
    assert "60 stukken tekst zijn door twee mensen los van elkaar gecodeerd" in tekst
    assert re.search(r"alpha van Krippendorff over alle thema's samen is 0,84 \(0,77 tot 0,89\)", tekst)
    assert re.search(r"enquête: weegfactor .*; 1\.2\d\d mensen, evenveel waard als [\d.]+ ongewogen", tekst)
    assert "Alle andere activiteiten zijn niet gewogen." in tekst
    assert re.search(r"leeftijdsgroep uit leeftijd \(18-34, ", tekst)
    assert re.search(r"Gemaakt met burgerdata [\d.]+.*Python 3\.", tekst)
    assert "tabelrijen niet ingevuld" in tekst


def test_counts_of_talks_are_not_said_to_be_replaced(opbrengst):
    tabel = opbrengst.tabellen["bronnen"]
    gesprekken = tabel[tabel["kwalitatief"].fillna(False).astype("bool")]
    assert gesprekken["n"].between(1, 9).any()
    assert "Aantallen van gesprekken, peilingen en tests staan er wel in" in read_annex(opbrengst)


def test_without_a_second_coder_it_says_so(opbrengst):
    coderingen = opbrengst.traject.coderingen
    een = coderingen[coderingen["wijze"].ne("mens")]
    traject = opbrengst.traject.replace_tabellen(coderingen=een)
    assert "is niet gemeten" in read_annex(replace(opbrengst, traject=traject))


def test_traits_that_were_not_compared_are_named(opbrengst):
    """Of the survey also the region and how urban it is are known, and no table splits on these."""
    tekst = read_annex(opbrengst)
    assert (
        "Verschillen tussen groepen zijn gezocht naar geslacht, leeftijdsgroep, opleiding en hoogst" in tekst
    )
    assert "Niet vergeleken is naar landsdeel en stedelijkheid: daar kunnen verschillen zijn" in tekst


def test_words_of_the_method_are_explained_where_they_stand(opbrengst):
    tekst = read_annex(opbrengst)
    assert "1 is volledig eens, 0 niet beter dan toeval" in tekst  # Krippendorff's alpha
    assert "dan door toeval te verwachten is" in tekst  # the triangles
    assert "252 van de 2.934 treffers op trefwoord staan bij een ontkenning" in tekst


def test_who_did_not_finish_is_counted_and_told_to_count(opbrengst):
    """Of the 1,200 of the survey 36 did not finish, in two files of 30 and 6; it has a weight."""
    traject = opbrengst.traject
    assert "Niet afgerond" not in read_annex(opbrengst)
    rij = {"bestand": "e.csv", "blad": "", "activiteit_id": "enquete", "reden": "niet_afgerond"}
    onaf = pd.DataFrame([rij | {"aantal": 30}, rij | {"aantal": 6}])
    logboek = pd.concat([traject.logboek.head(0), onaf]).astype(traject.logboek.dtypes)
    tekst = read_annex(replace(opbrengst, traject=traject.replace_tabellen(logboek=logboek)))
    mensen = f"{traject.deelnemers['activiteit_id'].eq('enquete').sum():,}".replace(",", ".")
    assert (
        f"Niet afgerond: 36 van de {mensen} bij de enquête. Wie niet afrondde, telt mee met wat is ingevuld, met de eigen weegfactor."
        in tekst
    )
