"""R1–R7: who was reached, and who was not."""

from __future__ import annotations

import math
from collections.abc import Iterator

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit
from burgerdata.analysis.indicatoren.meting import Meting
from burgerdata.analysis.kenmerknamen import name_kenmerk
from burgerdata.analysis.populatie import compare_populatie
from burgerdata.analysis.respons import describe_respons
from burgerdata.analysis.zonder_burgers import list_zonder_burgers
from burgerdata.designs import has_gewicht
from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.traject import Traject

_KLEIN = "verborgen groep is; voeg groepen samen in vragen.xlsx (blad groepen)"
_GELIJK = 1e-9
"""Shares that differ less are the same: the activity is not weighted."""


def measure_respons(traject: Traject) -> list[Meting]:
    """Return finished as a share of invited, per activity that knows both; else who took part, as the data know them."""
    activiteiten = traject.activiteiten
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")]
    # a conversation on the street may be with more people than one
    mensen = burgers.groupby(burgers["activiteit_id"].astype("str"), observed=True, dropna=False)[
        "personen"
    ].sum()
    deelnemers = activiteiten["activiteit_id"].astype("str").map(mensen)
    mee = activiteiten["afgerond"].astype("Float64").fillna(deelnemers.astype("Float64"))
    bekend = activiteiten.assign(mee=mee)[activiteiten["uitgenodigd"].fillna(0).gt(0) & mee.notna()]
    return [
        Meting(rij["mee"] / rij["uitgenodigd"], int(rij["uitgenodigd"]), str(rij["activiteit_id"]))
        for _, rij in bekend.iterrows()
    ]


def measure_trechter(traject: Traject) -> list[Meting]:
    """Return the last step of recruitment as a share of the first, with all steps in words."""
    try:
        tabel = describe_respons(traject)
    except MethodeError:  # of no activity is known who took part: dots, notes, decisions
        return []
    uit = []
    for activiteit, deel in tabel.groupby("activiteit_id", sort=False, observed=True):
        if len(deel) > 1:
            stappen = " → ".join(f"{rij['stap']} {format_getal(rij['n'])}" for _, rij in deel.iterrows())
            laatste = float(deel["aandeel"].iloc[-1])
            uit.append(Meting(laatste, int(deel["n"].iloc[0]), str(activiteit), toelichting=stappen))
    return uit


def measure_afwijking(traject: Traject) -> list[Meting]:
    """Return the largest distance from the population per activity and trait, in points, before weighting.

    A trait with a group too small to print has no value: the largest distance may be that of this group.
    """
    drempel = traject.instellingen.drempels.drempel
    uit = []
    for activiteit, variabele, deel in _compare(traject):
        if _is_small(deel, drempel).any():
            uit.append(_hide_kenmerk(activiteit, variabele, drempel))
            continue
        rij = deel.iloc[int(deel["verschil"].abs().to_numpy().argmax())]
        na = (float(rij["gewogen"]) - float(rij["bevolking"])) * 100
        gewogen = bool((deel["gewogen"] - deel["steekproef"]).abs().gt(_GELIJK).any())
        woorden = f"grootste verschil bij {rij['categorie']}"
        woorden += f"; na weging {format_getal(na, 1)} punten" if gewogen else ""
        uit.append(
            Meting(abs(float(rij["verschil"])) * 100, int(rij["basis"]), activiteit, variabele, woorden)
        )
    return uit


def measure_dissimilariteit(traject: Traject) -> list[Meting]:
    """Return the share of participants that would have to be someone else, per activity and trait.

    A trait with a group too small to print has no value: with the other groups, the index would give it back.
    """
    drempel = traject.instellingen.drempels.drempel
    return [
        _hide_kenmerk(activiteit, variabele, drempel)
        if _is_small(deel, drempel).any()
        else Meting(float(deel["dissimilariteit"].iloc[0]), int(deel["basis"].iloc[0]), activiteit, variabele)
        for activiteit, variabele, deel in _compare(traject)
    ]


def _hide_kenmerk(activiteit: str, variabele: str, drempel: int) -> Meting:
    """Return that a trait has no value, why, and what would give it one."""
    reden = f"een groep heeft minder dan {drempel} mensen; voeg groepen samen in vragen.xlsx (blad groepen)"
    return Meting(math.nan, None, activiteit, variabele, reden)


def _is_small(deel: pd.DataFrame, drempel: int) -> pd.Series:
    return deel["n"].between(1, drempel - 1)


def measure_gemist(traject: Traject) -> list[Meting]:
    """Return how many groups took part less than half as often as their share of the population, per activity.

    An activity has no value where that would give the size of a group too small to print back.
    """
    delen: dict[str, list[pd.DataFrame]] = {}
    for activiteit, _, deel in _compare(traject, gedrukt=True):
        delen.setdefault(activiteit, []).append(deel)
    return [_count_gemist(activiteit, pd.concat(deel)) for activiteit, deel in delen.items()]


def _count_gemist(activiteit: str, deel: pd.DataFrame) -> Meting:
    if deel["gemist"].isna().any():
        return Meting(math.nan, None, activiteit, toelichting=f"anders volgt hoe groot een {_KLEIN}")
    namen = list(deel.loc[deel["gemist"].astype("bool"), "categorie"].astype("str"))
    return Meting(float(len(namen)), None, activiteit, toelichting=join_woorden(namen) or "geen")


def _compare(traject: Traject, *, gedrukt: bool = False) -> Iterator[tuple[str, str, pd.DataFrame]]:
    """Return the comparison with the population per activity and trait, of bases large enough to show.

    With ``gedrukt`` it is without what may not be printed.
    """
    try:
        tabel = compare_populatie(traject)
    except MethodeError:
        return
    if gedrukt:
        plan = plan_onderdrukking({"populatie": tabel}, traject.instellingen.drempels)
        tabel = plan.apply("populatie", tabel)
    groot = tabel[tabel["basis"].ge(traject.instellingen.drempels.verborgen)]
    sleutels = ["activiteit_id", "variabele"]
    for sleutel, deel in groot.groupby(sleutels, sort=False, observed=True):
        activiteit, variabele = sleutel
        yield str(activiteit), name_kenmerk(traject, str(variabele)), deel


def measure_ontwerpeffect(traject: Traject) -> list[Meting]:
    """Return Kish's design effect of the weights per weighted activity, with the effective sample size in words."""
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")]
    uit = []
    for activiteit, deel in burgers.groupby("activiteit_id", sort=False, observed=True):
        gewicht = deel["gewicht"][has_gewicht(traject, str(activiteit), deel)].astype("float64")
        if len(gewicht) and gewicht.nunique() > 1:
            deff = len(gewicht) * float((gewicht**2).sum()) / float(gewicht.sum()) ** 2
            woorden = f"effectieve steekproef {format_getal(len(gewicht) / deff)}"
            uit.append(Meting(deff, len(gewicht), str(activiteit), toelichting=woorden))
    return uit


def measure_uitval(traject: Traject) -> list[Meting]:
    """Return who started and did not finish per activity, and who of a panel's first wave is not in its last."""
    activiteiten = traject.activiteiten
    bekend = activiteiten[activiteiten["gestart"].fillna(0).gt(0) & activiteiten["afgerond"].notna()]
    uit = [
        Meting(1 - rij["afgerond"] / rij["gestart"], int(rij["gestart"]), str(rij["activiteit_id"]))
        for _, rij in bekend.iterrows()
    ]
    golven = activiteiten[activiteiten["panel"].notna() & activiteiten["meting"].notna()]
    golven = golven[~golven["activiteit_id"].isin(list_zonder_burgers(traject))]
    for panel, metingen in golven.groupby("panel", sort=False, observed=True):
        ids = list(metingen["activiteit_id"].astype("str"))
        eerste, laatste = (_persons(traject, naam) for naam in (ids[0], ids[-1]))
        if len(ids) > 1 and eerste:
            over = len(eerste & laatste) / len(eerste)
            woorden = f"van de eerste meting ontbreekt dit deel in de laatste ({len(ids)} metingen)"
            uit.append(Meting(1 - over, len(eerste), "", name_activiteit(str(panel)), woorden))
    return uit


def _persons(traject: Traject, activiteit_id: str) -> set[str]:
    deelnemers = traject.deelnemers
    eigen = deelnemers["activiteit_id"].eq(activiteit_id) & deelnemers["rol"].eq("burger")
    return set(deelnemers[eigen]["deelnemer_id"].astype("str"))
