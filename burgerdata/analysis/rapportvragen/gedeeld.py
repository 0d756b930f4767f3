"""Ways of answering that several report questions share: themes, groups, reach, follow-up."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.bronnen import compare_bronnen
from burgerdata.analysis.cijfer import summarise_cijfer
from burgerdata.analysis.doorwerking import INGEVULD, find_besluitbestanden, trace_doorwerking
from burgerdata.analysis.gevraagd import Gevraagd, find_gevraagd
from burgerdata.analysis.kruistabel import crosstab_vraag
from burgerdata.analysis.kwalitatief import GEMETEN
from burgerdata.analysis.meldingen import NAAST_CATEGORIE, list_categorieen, list_deels_bekend
from burgerdata.analysis.populatie import compare_populatie
from burgerdata.analysis.rapportvragen.materiaal import Materiaal
from burgerdata.analysis.rapportvragen.opzet import Deel, Opzet, plan_deel
from burgerdata.analysis.rapportvragen.voorraad import CITATEN
from burgerdata.analysis.respons import describe_respons
from burgerdata.analysis.stellingen import summarise_stellingen
from burgerdata.analysis.verdeling import summarise_vraag
from burgerdata.analysis.vergelijkbaar import state_onvergelijkbaar
from burgerdata.findings import state_bevinding
from burgerdata.findings.grootste import pick_grootste
from burgerdata.getallen import join_woorden
from burgerdata.toelichting import annotate, read_toelichting
from burgerdata.traject import Traject


def plan_themas(
    materiaal: Materiaal, themas: list[str], *, ontbreekt: str = "", erbij: tuple[Deel, ...] = ()
) -> Opzet | None:
    """Return how these themes are counted and quoted in the phase; None without texts or themes."""
    if not materiaal.has_teksten or not themas:
        return None
    delen = (
        plan_deel("themas", "themas", pick_themas, materiaal, themas),
        *erbij,
        plan_deel("citaten", "", quote_some, materiaal, themas),
    )
    return Opzet(delen, ontbreekt)


def pick_themas(materiaal: Materiaal, themas: list[str]) -> pd.DataFrame:
    """Return the counts of these themes in the phase, of sources in which people can be counted.

    Reports of which few have a known reporter are counted as reports, in the table of sources.
    """
    tabel = materiaal.voorraad.count_themas(materiaal.vraag.fase)
    los = tabel["activiteit_id"].isin(list_deels_bekend(materiaal.traject))
    eigen = tabel[tabel["thema_id"].isin(themas) & ~los].reset_index(drop=True)
    toelichting = read_toelichting(tabel)
    if any(
        activiteit in set(eigen["activiteit_id"]) for activiteit, _ in list_categorieen(materiaal.traject)
    ):
        toelichting = replace(toelichting, noten=(*toelichting.noten, NAAST_CATEGORIE))
    return annotate(eigen, toelichting)


def quote_some(materiaal: Materiaal, themas: list[str]) -> pd.DataFrame:
    """Return at most two released quotes about these themes, those named by most people first."""
    tabel = materiaal.voorraad.quote(materiaal.vraag.fase)
    geteld = materiaal.voorraad.count_themas(materiaal.vraag.fase)
    volgorde = (
        geteld[geteld["thema_id"].isin(themas)].groupby("thema_id", observed=True, dropna=False)["n"].sum()
    )
    rang = {thema: nr for nr, thema in enumerate(volgorde.sort_values(ascending=False, kind="stable").index)}
    eigen = tabel[tabel["thema_id"].isin(themas)]
    eigen = eigen.sort_values("thema_id", key=lambda reeks: reeks.map(rang), kind="stable")
    return annotate(eigen.head(CITATEN).reset_index(drop=True), read_toelichting(tabel))


def plan_bronnen(materiaal: Materiaal) -> Opzet | None:
    """Return how all themes are laid beside each other over the sources of the phase."""
    if materiaal.deel is None or not materiaal.has_teksten:
        return None
    themas = materiaal.find_themas()
    delen = (
        plan_deel("themas", "themas", pick_themas, materiaal, themas),
        plan_deel("bronnen", "", compare_bronnen, materiaal.deel),
        plan_deel("citaten", "", quote_some, materiaal, themas),
    )
    return Opzet(delen, bevinding=_state_bronnen)


def _state_bronnen(tabellen: dict[str, pd.DataFrame]) -> str:
    """Return in which sources a theme comes back, tables that wrote together among them; of one source what it says."""
    bronnen = tabellen.get("bronnen")
    over = bronnen is not None and (bronnen["instrument"].nunique() > 1 or tabellen["themas"].empty)
    return state_bevinding(bronnen if bronnen is not None and over else tabellen["themas"])


def plan_groepen(materiaal: Materiaal, vraag_id: str, *, ontbreekt: str = "") -> Opzet | None:
    """Return how one judgement is compared between groups; groups that differ come first."""
    if materiaal.deel is None:
        return None
    kenmerken = materiaal.find_kenmerken(vraag_id)
    vragen = materiaal.deel.vragen
    if not kenmerken:
        return None
    soort = str(vragen[vragen["vraag_id"].eq(vraag_id)]["soort"].iloc[0])
    vergelijk = summarise_cijfer if soort in ("schaal", "getal", "stelling") else crosstab_vraag
    delen = tuple(
        plan_deel(f"naar_{kenmerk}", "groepen", vergelijk, materiaal.deel, vraag_id, per=kenmerk)
        for kenmerk in kenmerken
    )
    return Opzet(delen, ontbreekt, bevinding=state_clearest)


def plan_per_schaal(
    naam: str, deel: Traject, vragen: Sequence[str], *, figuur: str = "stellingen"
) -> list[Deel]:
    """Return one table of statements per answer scale, that of most statements first: two scales share no table."""
    schalen = split_schalen(deel, vragen)
    delen = []
    for nummer, eigen in enumerate(schalen, 1):
        waar = list(dict.fromkeys(g.activiteit_id for g in eigen))
        alleen = deel if len(schalen) == 1 else deel.only(activiteit_id=waar)
        namen = list(dict.fromkeys(g.vraag_id for g in eigen))
        achter = f"_{nummer}" if nummer > 1 else ""
        delen.append(plan_deel(f"{naam}{achter}", figuur, summarise_stellingen, alleen, vragen=namen))
    return delen


def split_schalen(deel: Traject, vragen: Sequence[str]) -> list[list[Gevraagd]]:
    """Return the questions in groups that have the same answers, the largest group first."""
    schalen: dict[tuple[str, ...], list[Gevraagd]] = {}
    for gevraagd in (g for vraag in vragen for g in find_gevraagd(deel, vraag)):
        schalen.setdefault(tuple(gevraagd.opties["label"].astype("str")), []).append(gevraagd)
    return sorted(schalen.values(), key=len, reverse=True)


def plan_steun(materiaal: Materiaal, vragen: Sequence[str]) -> list[Deel]:
    """Return a table per question about support: of a measured scale its sides, else how the answers are divided."""
    deel = materiaal.deel
    if deel is None:
        return []
    gemeten = deel.activiteiten["activiteit_id"][deel.activiteiten["instrument"].isin(GEMETEN)]
    delen = []
    for vraag in vragen:
        eigen = deel.vragen[deel.vragen["vraag_id"].eq(vraag)]
        schaal = eigen["soort"].isin(("schaal", "stelling")) & eigen["activiteit_id"].isin(gemeten)
        if schaal.all():
            delen.append(
                plan_deel(f"steun_{vraag}", "stellingen", summarise_stellingen, deel, vragen=[vraag])
            )
        else:
            delen.append(plan_deel(f"steun_{vraag}", "verdeling", summarise_vraag, deel, vraag))
    return delen


def state_slechtste(tabellen: Mapping[str, pd.DataFrame]) -> str:
    """Return the finding of the table with the statement that is judged worst, of the first where none is judged badly."""
    laagste = {
        naam: float(tabel["netto"].min())
        for naam, tabel in tabellen.items()
        if "netto" in tabel and tabel["netto"].notna().any()
    }
    slecht = min(laagste, key=lambda naam: laagste[naam], default="")
    eerste = next(iter(tabellen))
    return state_bevinding(tabellen[slecht if slecht and laagste[slecht] < 0 else eerste])


def state_clearest(tabellen: dict[str, pd.DataFrame]) -> str:
    """Return the finding of the trait with the largest difference that a test showed, else of the first table."""
    return state_bevinding(tabellen[pick_grootste(tabellen) or next(iter(tabellen))])


def plan_bereik(materiaal: Materiaal) -> Opzet | None:
    """Return how those who took part are laid beside the population, with the steps of recruitment."""
    deel = materiaal.deel
    if deel is None:
        return None
    respons = plan_deel("respons", "respons", describe_respons, deel)
    reden = state_onvergelijkbaar(deel, materiaal.traject)
    reden = reden.replace("geen activiteit heeft", "in deze fase heeft geen activiteit")
    if not reden:
        return Opzet((plan_deel("populatie", "populatie", compare_populatie, deel), respons))
    if deel.tellingen.loc[deel.tellingen["maat"].eq("doel"), "code"].notna().any():
        return Opzet((respons,), "Wie is geloot, staat in hoofdstuk 2 naast de doelen van de loting.")
    return Opzet((respons,), f"Wie ontbraken is niet vast te stellen: {reden}.")


def tell_doorwerking(materiaal: Materiaal, fasen: tuple[str, ...]) -> str:
    """Return why inputs that were written down tell nothing of these phases; empty where none was written down."""
    doorwerking = materiaal.traject.doorwerking
    if doorwerking.empty or doorwerking["fase"].isin(fasen).any():
        return ""
    waar = join_woorden(list(fasen), "of")
    leeg = int(doorwerking["fase"].isna().sum())
    bestanden = find_besluitbestanden(materiaal.traject)
    if not leeg:
        return f"In {join_woorden(list(dict.fromkeys(bestanden)))} staat geen punt met fase {waar}."
    punten = f"{leeg} van de {len(doorwerking)} punten" if len(doorwerking) > 1 else "het ene punt"
    namen = list(dict.fromkeys(bestanden[doorwerking["fase"].isna()]))
    if INGEVULD not in namen:
        return (
            f"Bij {punten} ({join_woorden(namen)}) is niet bekend in welke fase {'zij zijn' if leeg > 1 else 'het is'} ingebracht en geen punt heeft fase {waar}: "
            "geef de levering met de besluiten haar fase in traject.toml."
        )
    return (
        f"doorwerking.xlsx is ingevuld, maar bij {punten} is de kolom fase leeg en geen punt heeft fase {waar}: vul de "
        "fase in waarin het punt is ingebracht."
    )


def plan_doorwerking(materiaal: Materiaal, fasen: tuple[str, ...]) -> Opzet | None:
    """Return how the inputs of these phases were followed up; None when none was written down."""
    traject = materiaal.traject
    doorwerking = traject.doorwerking
    eigen = doorwerking[doorwerking["fase"].isin(fasen)]
    if eigen.empty:
        return None
    return Opzet(
        (
            plan_deel(
                "doorwerking", "doorwerking", trace_doorwerking, traject.replace_tabellen(doorwerking=eigen)
            ),
        )
    )
