"""I1–I6: what the input led to."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.doorwerking import BINDEND, MOTIVEREN
from burgerdata.analysis.genoemd import list_genoemd, list_teksten, list_themas
from burgerdata.analysis.indicatoren.meting import Meting
from burgerdata.analysis.stemkeuzes import KEUZES, has_stemmen
from burgerdata.analysis.stemmen import summarise_stemmen
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal
from burgerdata.instruments.opvolging import gives_reason, is_gehoord
from burgerdata.schema.labels import STATUS_LABEL
from burgerdata.traject import Traject


def measure_opvolging(traject: Traject) -> list[Meting]:
    """Return the share of inputs per status; an input without one is still to be decided, unless none has one."""
    tabel = traject.doorwerking
    if not _is_ingevuld(tabel, "status"):
        return []
    status = (
        tabel["status"]
        .astype("str")
        .map(lambda woord: STATUS_LABEL.get(woord, STATUS_LABEL["in_behandeling"]))
    )
    volgorde = dict.fromkeys(STATUS_LABEL.values())
    return [
        Meting(float(status.eq(woord).mean()), len(tabel), "", woord)
        for woord in volgorde
        if status.eq(woord).any()
    ]


def measure_motivering(traject: Traject) -> list[Meting]:
    """Return which share of what was not or only partly taken over has a reason.

    A list of decisions that has no column for reasons measures nothing; one in which nobody gave any does.
    """
    tabel = _drop_zonder_kolom(traject)
    afgeweken = tabel[tabel["status"].isin(MOTIVEREN)]
    if afgeweken.empty:
        return []
    met_reden = afgeweken["motivering"].fillna("").map(gives_reason).astype("bool")
    plicht = afgeweken["trede"].isin(BINDEND).any() or traject.activiteiten["trede"].isin(BINDEND).any()
    woorden = "vanaf adviseren hoort dit 100% te zijn" if plicht else ""
    return [Meting(float(met_reden.mean()), len(afgeweken), toelichting=woorden)]


def _drop_zonder_kolom(traject: Traject) -> pd.DataFrame:
    """Return doorwerking without the points of lists that have no column for reasons, where the analyst added none."""
    tabel = traject.doorwerking
    logboek = traject.logboek
    lijsten = logboek.loc[logboek["reden"].eq("zonder_motivering"), "activiteit_id"].dropna().astype("str")
    id_, leeg = tabel["inbreng_id"].astype("str"), tabel["motivering"].fillna("").str.strip().eq("")
    weg = pd.Series(False, index=tabel.index)
    for lijst in lijsten.unique():
        eigen = id_.str.startswith(f"{lijst}_")
        weg |= eigen & bool(leeg[eigen].all())
    return tabel[~weg]


def measure_terugkoppeling(traject: Traject) -> list[Meting]:
    """Return which share of the inputs was told back to participants, with the median of the days that took.

    A column of dates that nobody filled in measures nothing: whether people were told is then not known.
    """
    tabel = traject.doorwerking
    datum = tabel["terugkoppeling_datum"]
    verteld = is_gehoord(datum, tabel["terugkoppeling_kanaal"])
    if not verteld.any():
        return []
    dagen = (tabel["terugkoppeling_datum"] - tabel["besluit_datum"]).dt.days.dropna()
    met_dag = f"datum ingevuld bij {format_getal(int(datum.notna().sum()))} van de {format_getal(len(tabel))} punten"
    zonder = int((verteld & datum.isna()).sum())
    woorden = f"{met_dag}; bij {format_getal(zonder)} alleen dat het is teruggekoppeld" if zonder else met_dag
    woorden += f"; mediaan {format_getal(float(dagen.median()))} dagen na het besluit" if len(dagen) else ""
    return [Meting(float(verteld.mean()), len(tabel), toelichting=woorden)]


def _is_ingevuld(tabel: pd.DataFrame, kolom: str) -> bool:
    """Return whether anyone filled in this column of doorwerking.xlsx."""
    cellen = tabel[kolom]
    if cellen.dtype.kind == "M":
        return bool(cellen.notna().any())
    return bool(cellen.astype("str").fillna("").str.strip().ne("").any())


def measure_herleidbaarheid(traject: Traject) -> list[Meting]:
    """Return which share of the themes that were named has an input, and of the inputs a theme: both ways."""
    tabel = traject.doorwerking
    if not _is_ingevuld(tabel, "thema_id"):
        return []
    gekoppeld = set(tabel["thema_id"].dropna().astype("str")) - {""}
    genoemd = _named(traject)
    uit = []
    if genoemd:
        uit.append(
            Meting(len(genoemd & gekoppeld) / len(genoemd), len(genoemd), "", "van thema naar besluit")
        )
    bekend = tabel["thema_id"].astype("str").isin(set(traject.themas["thema_id"].astype("str")))
    return [*uit, Meting(float(bekend.mean()), len(tabel), "", "van besluit naar thema")]


def measure_nieuw(traject: Traject) -> list[Meting]:
    """Return which share of the themes that were named is new to the problem analysis, by the analyst's flag."""
    themas = list_themas(traject)
    bekend = themas[themas["nieuw_inzicht"].notna() & themas["thema_id"].astype("str").isin(_named(traject))]
    if bekend.empty:
        return []
    nieuw = bekend["nieuw_inzicht"].astype("bool")
    namen = ", ".join(bekend[nieuw]["naam"].astype("str"))
    return [Meting(float(nieuw.mean()), len(bekend), toelichting=namen)]


def _named(traject: Traject) -> set[str]:
    genoemd = list_genoemd(traject, list_teksten(traject))
    return set(genoemd["thema_id"].astype("str")) & set(list_themas(traject)["thema_id"].astype("str"))


def measure_steun(traject: Traject) -> list[Meting]:
    """Return votes for as a share of votes cast per recommendation; abstentions are cast and told apart."""
    if not has_stemmen(traject):
        return []
    try:
        stemmen = summarise_stemmen(traject)
    except MethodeError:
        return []
    stemmen = _drop_berichten(traject, stemmen)
    sleutel = [naam for naam in ("activiteit_id", "vraag_id", "groep") if naam in stemmen]
    delen = stemmen.groupby(sleutel, observed=True, dropna=False, sort=False)
    return [_support(deel) for _, deel in delen]


def _drop_berichten(traject: Traject, stemmen: pd.DataFrame) -> pd.DataFrame:
    """Return the votes without those of which a platform counts the thumbs under a message: it is no recommendation."""
    activiteiten = traject.activiteiten
    platform = activiteiten["activiteit_id"][activiteiten["instrument"].eq("community")].astype("str")
    gestemd = traject.antwoorden["vraag_id"].cat.remove_unused_categories().cat.categories
    los = stemmen["activiteit_id"].isin(platform) & ~stemmen["vraag_id"].astype("str").isin(gestemd)
    return stemmen[~los]


def _support(deel: pd.DataFrame) -> Meting:
    per_keuze = deel.groupby("keuze", observed=True, dropna=False)["n"].sum()
    voor, tegen, onthouding = (int(per_keuze.get(keuze, 0)) for keuze in KEUZES)
    rij = deel.iloc[0]
    # of few voters the table has no share, and no share is not nought
    steun = int(deel.loc[deel["keuze"].eq("voor"), "n"].sum()) / max(int(rij["basis"]), 1)
    woorden = f"{voor} voor, {tegen} tegen, {onthouding} onthouding"
    naam = ", ".join(str(rij[kolom]) for kolom in ("kort", "groep") if rij.get(kolom))
    return Meting(float(steun), int(rij["basis"]), str(rij["activiteit_id"]), naam, woorden)
