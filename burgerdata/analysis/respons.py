"""From invited to finished: how many people each step of recruitment left."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.regels import state_bron
from burgerdata.analysis.zonder_burgers import list_zonder_burgers
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

STAPPEN = ("uitgenodigd", "aangemeld", "geselecteerd", "gestart", "afgerond")


def describe_respons(traject: Traject) -> pd.DataFrame:
    """Return a row per activity and step: activiteit_id, stap, n, aandeel (of the first step that is known).

    Where one step is known it is a share of nothing, and aandeel is missing.

    Steps are what the fieldwork report gives of uitgenodigd, aangemeld, geselecteerd, gestart and afgerond. On the
    street they are aangesproken (conversations and refusals) and meegedaan. Where nobody gave how many finished, the last
    step is deelnemers: the persons of rol burger in the data. An activity of which no participant is a citizen, or
    nobody is known who took part, such as a table of stickers, has no row.

    Raises
    ------
    MethodeError
        When the traject has no activities, or of none is known who took part.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> describe_respons(make_example())
      activiteit_id         stap   n  aandeel
    0       enquete  uitgenodigd  20      1.0
    1       enquete     afgerond   8      0.4
    """
    ids = [naam for naam in traject.activiteiten["activiteit_id"] if naam not in list_zonder_burgers(traject)]
    activiteiten = traject.activiteiten[traject.activiteiten["activiteit_id"].isin(ids)]
    rijen = [rij for _, activiteit in activiteiten.iterrows() for rij in _list_stappen(traject, activiteit)]
    if not rijen:
        raise MethodeError("van geen activiteit is bekend wie deelnam; er is geen respons te beschrijven")
    tabel = pd.DataFrame(rijen, columns=["activiteit_id", "stap", "n"])
    tabel = tabel.astype({"activiteit_id": "str", "stap": "str", "n": "Int32"})
    eerste = tabel.groupby("activiteit_id", sort=False, observed=True, dropna=False)["n"].transform("first")
    alleen = ~tabel["activiteit_id"].duplicated(keep=False)  # of nothing: the steps before it are not known
    eerste = eerste.astype("float64").where((eerste > 0) & ~alleen)
    tabel = tabel.assign(aandeel=tabel["n"].astype("float64") / eerste)
    toelichting = Toelichting(
        "respons",
        onderwerp="de respons",
        basis="Basis: mensen, per stap van de werving.",
        bron=state_bron(traject, ids),
        noten=_list_noten(traject, activiteiten),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
    return annotate(tabel, toelichting)


def _list_stappen(traject: Traject, activiteit: pd.Series) -> Iterator[tuple[str, str, int]]:
    activiteit_id = str(activiteit["activiteit_id"])
    deelnemers = traject.deelnemers
    burgers = deelnemers[deelnemers["activiteit_id"].eq(activiteit_id) & deelnemers["rol"].eq("burger")]
    gegeven = {stap: int(activiteit[stap]) for stap in STAPPEN if pd.notna(activiteit[stap])}
    tellingen = traject.tellingen
    geweigerd = tellingen[tellingen["activiteit_id"].eq(activiteit_id) & tellingen["maat"].eq("weigering")][
        "aantal"
    ]
    if len(geweigerd) and not gegeven:
        gegeven = {"aangesproken": int(geweigerd.sum()) + len(burgers), "meegedaan": len(burgers)}
    if "afgerond" not in gegeven and "meegedaan" not in gegeven and len(burgers):
        gegeven["deelnemers"] = int(
            burgers["personen"].sum()
        )  # known from the data themselves, whatever else was given
    for stap, n in gegeven.items():
        yield activiteit_id, stap, n


def _list_noten(traject: Traject, activiteiten: pd.DataFrame) -> tuple[str, ...]:
    noten = []
    if activiteiten["uitgenodigd"].isna().any():
        noten.append(
            "Waar niet is opgegeven hoeveel mensen zijn uitgenodigd, is de respons niet vast te stellen."
        )
    # where somebody gave how many were asked, people are counted and refusals are not
    zonder = activiteiten.loc[activiteiten[list(STAPPEN)].isna().all(axis=1), "activiteit_id"].astype("str")
    geweigerd = traject.tellingen.loc[traject.tellingen["maat"].eq("weigering"), "activiteit_id"].astype(
        "str"
    )
    if geweigerd.isin(zonder).any():
        noten.append("Op straat: gesprekken en weigeringen; één gesprek telt als één deelname.")
        noten += _tell_leeg(traject, geweigerd[geweigerd.isin(zonder)])
    return tuple(noten)


def _tell_leeg(traject: Traject, geweigerd: pd.Series) -> list[str]:
    """Return beside how few of the talks refusals were written down, where that is fewer than half: more may have refused."""
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")]["activiteit_id"].astype("str")
    gesprekken = burgers[burgers.isin(geweigerd)]
    if 2 * len(geweigerd) >= len(gesprekken):
        return []
    waar = f"bij {format_getal(len(geweigerd))} van de {format_getal(len(gesprekken))} gesprekken"
    return [f"Weigeringen staan {waar}; waar niets staat, is niemand geteld, zodat er meer kunnen zijn."]
