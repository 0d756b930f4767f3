"""The same themes in every source: where each occurs, and where it could not."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.genoemd import list_basis, list_genoemd, list_teksten
from burgerdata.analysis.kwalitatief import ALTIJD
from burgerdata.analysis.losse_berichten import NOOT as LOS
from burgerdata.analysis.losse_berichten import NOOT_DEELS, count_berichten, name_berichten
from burgerdata.analysis.meldingen import NAAST_CATEGORIE, list_categorieen, list_deels_bekend
from burgerdata.analysis.ongecodeerd import list_ongecodeerd
from burgerdata.analysis.regels import list_vervangen
from burgerdata.analysis.tafels import NOOT, count_tafels
from burgerdata.analysis.themas import MENSEN, choose_themas, count_themas, describe_themas
from burgerdata.analysis.zonder_burgers import list_zonder_burgers
from burgerdata.getallen import format_getal, format_procent, join_woorden
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

GEMETEN = ("enquete", "klantpanel")
"""Instruments whose shares are printed as percentages; all others print people."""
_DEELS_MENSEN = "Geteld zijn mensen, tenzij anders vermeld."
_KOLOMMEN = [
    *("thema_id", "thema", "activiteit_id", "instrument", "fase", "gevraagd", "n", "basis"),
    *("groepen", "groepen_totaal", "aandeel", "onder", "boven", "kwalitatief", "gelezen", "tekst", "laatste"),
]

_GEZIEN = "Usability-onderzoek: wat onderzoekers zagen."


def compare_bronnen(traject: Traject) -> pd.DataFrame:
    """Return a row per theme and activity: gevraagd, n, basis, groepen, groepen_totaal, aandeel, interval, tekst.

    ``tekst`` is what a cell of the figure prints: "18%" for a survey or panel, "3 van 4 groepen, 22 van 31 mensen" or
    "31 van 90" for talks (of conversations, "6 van 6 groepen, 31 van 90 gesprekken"; of notes that a table wrote
    together, "3 van 6 tafels", n and basis being tables; of messages whose writers nobody knows, "37 van 247 meldingen"), "niet gevraagd" where nobody could name a theme, which is not the same as 0, "niet gecodeerd" where nobody looked for one, and "mensen
    onbekend" where there are messages and nobody knows whose. groepen is the
    number of groups in which at least one person named the theme. ``laatste`` is False for a wave that another wave of
    the same panel comes after.

    Raises
    ------
    MethodeError
        When there are no themes.

    Examples
    --------
    >>> from burgerdata.analysis import code_fragmenten
    >>> from burgerdata.analysis.example import make_example
    >>> lijst = pd.DataFrame({"thema": ["Duur", "Taal"], "woorden_wel": ["te lang; duurde lang", "taal"]})
    >>> compare_bronnen(code_fragmenten(make_example(), lijst))[["thema", "gevraagd", "n", "tekst"]]
      thema  gevraagd  n tekst
    0  Duur      True  2  100%
    1  Taal      True  0    0%
    """
    themas = choose_themas(traject)
    deels = list_deels_bekend(traject)
    personen = count_themas(traject).merge(_count_groepen(traject), how="left")
    personen = personen[~personen["activiteit_id"].isin(deels)].reset_index(drop=True)
    tafels = count_tafels(traject, themas)
    berichten = count_berichten(traject, themas)
    delen = [deel for deel in (personen, tafels, berichten) if len(deel)]
    geteld = pd.concat(delen, ignore_index=True) if delen else personen
    geteld = geteld[~_is_zonder_thema(geteld)]
    bekend = {*geteld["activiteit_id"], *list_zonder_burgers(traject)}
    niet = [a for a in traject.activiteiten["activiteit_id"] if a not in bekend]
    tabel = pd.concat(
        [geteld.assign(gevraagd=True), *(_not_asked(traject, a, themas) for a in niet)], ignore_index=True
    )
    tabel = tabel.astype(
        {"groepen": "Int32", "groepen_totaal": "Int32", "gevraagd": "bool", "kwalitatief": "boolean"}
    )
    tabel = tabel.assign(
        tekst=_print_cells(
            tabel,
            traject,
            *(list(deel["activiteit_id"].unique()) if len(deel) else [] for deel in (tafels, berichten)),
        )
    )
    volgorde = {naam: nr for nr, naam in enumerate(traject.activiteiten["activiteit_id"])}
    tabel = tabel.sort_values("activiteit_id", key=lambda reeks: reeks.map(volgorde), kind="stable")
    tabel = tabel.assign(laatste=~tabel["activiteit_id"].isin(list_vervangen(traject)))
    tabel = tabel[_KOLOMMEN].reset_index(drop=True)
    toelichting = describe_themas(traject, tabel[tabel["gevraagd"]], soort="bronnen")
    if len(tafels) or len(berichten):
        noten = [
            *([NOOT] if len(tafels) else []),
            *([LOS] if len(berichten) and not berichten["activiteit_id"].isin(deels).all() else []),
            *([NOOT_DEELS] if deels else []),
        ]
        basis = describe_themas(traject, personen).basis if len(personen) else _state_basis(berichten, deels)
        toelichting = replace(
            toelichting,
            basis=basis or toelichting.basis,
            noten=(*_tell_mensen(toelichting, tabel, personen), *noten),
        )
    if (tabel["gevraagd"] & tabel["instrument"].eq("usability")).any():
        toelichting = replace(toelichting, noten=(_GEZIEN, *toelichting.noten))
    if any(activiteit in set(tabel["activiteit_id"]) for activiteit, _ in list_categorieen(traject)):
        toelichting = replace(toelichting, noten=(*toelichting.noten, NAAST_CATEGORIE))
    return annotate(tabel, toelichting)


def _tell_mensen(toelichting: Toelichting, tabel: pd.DataFrame, personen: pd.DataFrame) -> list[str]:
    """Return the notes without the one that people are counted; with a weaker one where they are in some of the sources."""
    gevraagd = set(tabel.loc[tabel["gevraagd"], "activiteit_id"].astype("str"))
    van_mensen = gevraagd & set(personen["activiteit_id"].astype("str"))
    if van_mensen == gevraagd:
        return list(toelichting.noten)
    mensen = [_DEELS_MENSEN] if van_mensen else []
    return [*mensen, *(noot for noot in toelichting.noten if noot != MENSEN)]


def _state_basis(berichten: pd.DataFrame, deels: Sequence[str]) -> str:
    """Return the base line where there is nothing but messages, of ``deels`` some with a known writer; else empty."""
    if berichten.empty:
        return ""
    eerste = berichten.drop_duplicates("activiteit_id")
    delen = [
        f"{format_getal(rij['basis'])} {name_berichten(str(rij['instrument']))}"
        for _, rij in eerste.iterrows()
    ]
    wie = "van een deel is bekend wie ze schreef" if deels else "wie ze schreef is niet bekend"
    return f"Basis: {join_woorden(delen)} met een tekst; {wie}."


def _count_groepen(traject: Traject) -> pd.DataFrame:
    """Return in how many groups of an activity each theme was named, and how many groups there are."""
    teksten = list_teksten(traject)
    basis, genoemd = list_basis(traject, teksten), list_genoemd(traject, teksten)
    totaal = (
        basis.groupby("activiteit_id", observed=True, dropna=False)["groep"]
        .nunique()
        .rename("groepen_totaal")
    )
    samen = genoemd.merge(basis, on=["activiteit_id", "deelnemer_id"])
    groepen = (
        samen.groupby(["activiteit_id", "thema_id"], observed=True, dropna=False)["groep"]
        .nunique()
        .rename("groepen")
    )
    alles = pd.MultiIndex.from_product(
        [totaal[totaal > 0].index, choose_themas(traject)["thema_id"].astype("str")],
        names=["activiteit_id", "thema_id"],
    )
    tabel = groepen.reindex(alles, fill_value=0).reset_index()
    return tabel.assign(groepen_totaal=tabel["activiteit_id"].map(totaal)).astype(
        {"activiteit_id": "str", "thema_id": "str", "groepen": "Int32", "groepen_totaal": "Int32"}
    )


def _is_zonder_thema(tabel: pd.DataFrame) -> pd.Series:
    """Return which rows are of a test in which researchers saw none of the themes.

    Nobody is asked what plays while doing a task: what was written down there is about the task, unless it shows a theme.
    """
    genoemd = (
        tabel["n"]
        .fillna(0)
        .gt(0)
        .groupby(tabel["activiteit_id"].astype("str"), observed=True, dropna=False)
        .transform("any")
    )
    return (tabel["instrument"].eq("usability") & ~genoemd).astype("bool")


def _not_asked(traject: Traject, activiteit_id: str, themas: pd.DataFrame) -> pd.DataFrame:
    """Return the rows of an activity without texts of burgers."""
    activiteit = traject.activiteiten.set_index("activiteit_id").loc[activiteit_id]
    leeg = pd.Series(pd.NA, index=themas.index, dtype="Int32")
    return pd.DataFrame(
        {
            "thema_id": themas["thema_id"].astype("str"),
            "thema": themas["naam"],
            "activiteit_id": pd.Series(activiteit_id, index=themas.index, dtype="str"),
            "instrument": pd.Series(str(activiteit["instrument"]), index=themas.index, dtype="str"),
            "fase": pd.Series(
                "" if pd.isna(activiteit["fase"]) else str(activiteit["fase"]),
                index=themas.index,
                dtype="str",
            ),
            **dict.fromkeys(("n", "basis", "groepen", "groepen_totaal"), leeg),
            **dict.fromkeys(("aandeel", "onder", "boven", "gelezen"), float("nan")),
            "kwalitatief": pd.Series(pd.NA, index=themas.index, dtype="boolean"),
            "gevraagd": False,
        }
    )


def _print_cells(
    tabel: pd.DataFrame, traject: Traject, met_tafels: list[str], met_berichten: list[str]
) -> pd.Series:
    """Return what each cell prints: a percentage, a count of people, or that it was not asked."""
    mensen = tabel["n"].map(_print_n) + " van " + tabel["basis"].map(_print_n)
    straat = tabel["instrument"].eq("straatgesprek")
    deel = pd.Series(" groepen, ", index=tabel.index, dtype="str").mask(straat, " plaatsen, ")
    groepen = tabel["groepen"].map(_print_n) + " van " + tabel["groepen_totaal"].map(_print_n) + deel
    met_groepen = tabel["instrument"].isin(ALTIJD) & tabel["groepen_totaal"].fillna(0).gt(1)
    activiteiten = traject.activiteiten
    gesprek = activiteiten.loc[activiteiten["eenheid"].eq("gesprek"), "activiteit_id"]
    wat = pd.Series(" mensen", index=tabel.index, dtype="str")
    wat = wat.mask(tabel["activiteit_id"].isin(list(gesprek)), " gesprekken")
    tekst = mensen.where(~met_groepen, groepen + mensen + wat)
    tekst = tekst.where(~tabel["activiteit_id"].isin(met_tafels), mensen + " tafels")
    wat = " " + tabel["instrument"].astype("str").map(name_berichten)
    tekst = tekst.where(~tabel["activiteit_id"].isin(met_berichten), mensen + wat)
    gemeten = tabel["instrument"].isin(GEMETEN)
    tekst = tekst.where(~gemeten, tabel["aandeel"].map(format_procent))
    zonder = tabel["activiteit_id"].isin(_list_unknown(traject))
    niet = pd.Series("niet gevraagd", index=tabel.index, dtype="str").mask(zonder, "mensen onbekend")
    niet = niet.mask(tabel["activiteit_id"].isin(list_ongecodeerd(traject)), "niet gecodeerd")
    return tekst.where(tabel["gevraagd"], niet).astype("str")


def _list_unknown(traject: Traject) -> list[str]:
    """Return the activities with messages or notes of which is never known who made them: they have texts and no persons."""
    fragmenten = traject.fragmenten
    ids = (
        fragmenten.loc[fragmenten["soort"].isin(["bericht", "notitie"]), "activiteit_id"]
        .astype("str")
        .unique()
    )
    burgers = (
        traject.deelnemers.loc[traject.deelnemers["rol"].eq("burger"), "activiteit_id"].astype("str").unique()
    )
    return [activiteit_id for activiteit_id in ids if activiteit_id not in set(burgers)]


def _print_n(aantal: float) -> str:
    return "–" if pd.isna(aantal) else format_getal(aantal)
