"""Complaints, contact records and reports from practice: no sample, so that they are counted and never shared out."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.activiteitnamen import name_activiteit
from burgerdata.analysis.gevraagd import Gevraagd
from burgerdata.analysis.kwalitatief import SIGNAAL
from burgerdata.getallen import format_getal
from burgerdata.traject import Traject

NAAST_CATEGORIE = (
    "Een thema is wat in de tekst van een melding staat; dat is niet de categorie die bij een melding is genoteerd: een tekst kan meer"
    " thema's hebben of geen, een melding heeft de categorie die een medewerker koos."
)
"""What stands under themes of signals that have a category of their own, which may bear the name of a theme."""
NAAST_THEMA = (
    "Geteld is de categorie die bij een melding is genoteerd. Thema's zijn geteld op woorden in de tekst, en een tekst kan er meer hebben"
    " of geen: de aantallen zijn daarom niet gelijk."
)
"""What stands under the categories of signals of which the texts were coded as well."""
BIJNA_ALLE = 0.9
"""From this share of reports with a known reporter on, people are counted: the few others change little."""
GETELD = "Wie meldt is geen steekproef: geteld, geen percentages."


def is_gemeld(traject: Traject, ids: Sequence[str]) -> bool:
    """Return whether all these activities hold what people reported themselves."""
    activiteiten = traject.activiteiten
    eigen = activiteiten[activiteiten["activiteit_id"].isin(list(ids))]
    return bool(len(eigen) and eigen["instrument"].eq(SIGNAAL).all())


def count_bekend(traject: Traject) -> pd.DataFrame:
    """Return per activity with reports: meldingen, bekend (those of a citizen who is known) and melders; index activiteit_id.

    What a professional wrote is no report of a citizen. Without reports one by one an activity has no row.
    """
    activiteiten = traject.activiteiten
    ids = activiteiten.loc[activiteiten["instrument"].eq(SIGNAAL), "activiteit_id"].astype("str")
    sleutel = ["activiteit_id", "deelnemer_id"]
    berichten = traject.fragmenten[traject.fragmenten["soort"].eq("bericht")][sleutel].astype("str")
    rollen = traject.deelnemers[[*sleutel, "rol"]].astype("str").drop_duplicates(sleutel)
    los = berichten[berichten["activiteit_id"].isin(list(ids))].merge(rollen, on=sleutel, how="left")
    los = los[los["rol"].fillna("onbekend").isin(["burger", "onbekend"])]
    los = los.assign(bekend=los["rol"].eq("burger"))
    los = los.assign(melder=los["deelnemer_id"].where(los["bekend"]))
    per = los.groupby("activiteit_id", observed=True, dropna=False, sort=False)
    return per.agg(meldingen=("bekend", "size"), bekend=("bekend", "sum"), melders=("melder", "nunique"))


def list_deels_bekend(traject: Traject) -> list[str]:
    """Return the activities of which it is known of some reports, and not of nearly all, who gave them."""
    tabel = count_bekend(traject)
    deels = tabel["bekend"].gt(0) & tabel["bekend"].lt(BIJNA_ALLE * tabel["meldingen"])
    return [str(naam) for naam in tabel.index[deels]]


def list_categorieen(traject: Traject) -> list[tuple[str, str]]:
    """Return activity and question of the categories that signals were filed under, as the list of signals has them."""
    vragen = traject.vragen
    eigen = vragen[
        vragen["soort"].isin(("een_antwoord", "meer_antwoorden")) & vragen["rol"].eq("inhoud")
    ].astype({"activiteit_id": "str", "vraag_id": "str"})
    paren = list(zip(eigen["activiteit_id"], eigen["vraag_id"], strict=True))
    return [paar for paar in dict.fromkeys(paren) if is_gemeld(traject, [paar[0]])]


def state_meldingen(gesteld: Sequence[Gevraagd]) -> str:
    """Return the base line of a question about reports: how many people reported, and how many reports that were.

    Of several sources each by its name.
    """
    waar = [f"{name_activiteit(g.activiteit_id)}: " if len(gesteld) > 1 else "" for g in gesteld]
    delen = [f"{naam}{_count_meldingen(gevraagd)}" for naam, gevraagd in zip(waar, gesteld, strict=True)]
    return f"Basis: {'; '.join(delen)}. {GETELD}"


def _count_meldingen(gevraagd: Gevraagd) -> str:
    """Return the people in the base, with the number of their reports where the source has these one by one."""
    gegeven = gevraagd.statussen.isin(("gegeven", "geen_gekozen"))
    wie = gevraagd.personen["deelnemer_id"].astype("str")[gevraagd.binnen][gegeven]
    fragmenten = gevraagd.traject.fragmenten
    eigen = fragmenten["activiteit_id"].eq(gevraagd.activiteit_id) & fragmenten["soort"].eq("bericht")
    meldingen = int((eigen & fragmenten["deelnemer_id"].astype("str").isin(wie)).sum())
    mensen = f"{format_getal(len(wie))} {'melder' if len(wie) == 1 else 'melders'}"
    if meldingen < len(wie):
        return mensen
    return f"{mensen} met samen {format_getal(meldingen)} {'melding' if meldingen == 1 else 'meldingen'}"
