"""How active a community was: messages per person and per day; the few who write most are seen for what they are."""

from __future__ import annotations

from typing import Literal

import pandas as pd

from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.regels import state_bron
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

KLASSEN = (
    (1, 1, "1"),
    (2, 2, "2"),
    (3, 5, "3 tot en met 5"),
    (6, 10, "6 tot en met 10"),
    (11, None, "meer dan 10"),
)
"""Messages per person: from, up to and including, label."""
_MEEST = 0.1
_NOTEN = (
    "Berichten zijn geen mensen: wie tien keer schreef, telt als één.",
    "Gespreksleiders, organisaties en schrijvers die niet bekend zijn, tellen niet mee in de aantallen mensen.",
)


def measure_activiteit(traject: Traject, *, per: Literal["persoon", "dag"] | None = None) -> pd.DataFrame:
    """Return how much was written in each community and list of signals, one row per activity.

    Columns: activiteit_id, berichten (all), reacties (replies among them), mensen (of rol burger who wrote), door_mensen
    (messages of these), organisaties, onbekend (messages of unknown writers), dagen (with a message), eerste, laatste,
    mediaan and hoogste (messages per person) and aandeel_actiefste (share of door_mensen by the most active tenth, at
    least one person). With per="persoon": activiteit_id, berichten (class), mensen, aantal (messages). With per="dag":
    activiteit_id, dag, berichten, mensen.

    Raises
    ------
    MethodeError
        When there are no messages, or ``per`` is something else.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_community
    >>> measure_activiteit(make_community())[["berichten", "reacties", "mensen", "door_mensen", "hoogste"]]
       berichten  reacties  mensen  door_mensen  hoogste
    0          5         2       2            4        3
    >>> measure_activiteit(make_community(), per="persoon")[["berichten", "mensen", "aantal"]].values.tolist()[:3]
    [['1', 1, 1], ['2', 0, 0], ['3 tot en met 5', 1, 3]]
    """
    if per not in (None, "persoon", "dag"):
        raise MethodeError(f"'{per}' kan niet; kies uit persoon en dag, of laat per weg")
    berichten = _list_berichten(traject)
    if berichten.empty:
        raise MethodeError(
            "er zijn geen berichten van een community of signalen; er is geen activiteit te meten"
        )
    maak = {None: _summarise, "persoon": _count_per_persoon, "dag": _count_per_dag}[per]
    delen = [
        maak(deel).assign(activiteit_id=str(activiteit_id))
        for activiteit_id, deel in berichten.groupby("activiteit_id", observed=True, dropna=False, sort=False)
    ]
    tabel = pd.concat(delen, ignore_index=True).astype({"activiteit_id": "str"})
    tabel = tabel[["activiteit_id", *(naam for naam in tabel if naam != "activiteit_id")]]
    return annotate(tabel, _describe(traject, list(tabel["activiteit_id"].unique())))


def _list_berichten(traject: Traject) -> pd.DataFrame:
    """Return a row per message with the rol of its writer: activiteit_id, deelnemer_id, rol, ouder, dag."""
    activiteiten = traject.activiteiten
    ids = activiteiten.loc[activiteiten["instrument"].isin(["community", "signaal"]), "activiteit_id"].astype(
        "str"
    )
    fragmenten = traject.fragmenten
    eigen = fragmenten[
        fragmenten["activiteit_id"].astype("str").isin(list(ids)) & fragmenten["soort"].eq("bericht")
    ]
    sleutel = ["activiteit_id", "deelnemer_id"]
    rollen = traject.deelnemers[[*sleutel, "rol"]].astype("str")
    los = eigen[sleutel].astype("str").merge(rollen, on=sleutel, how="left")
    return los.assign(
        rol=los["rol"].fillna("onbekend").astype("str"),
        ouder=eigen["ouder_id"].notna().to_numpy(),
        dag=eigen["tijdstip"].dt.normalize().to_numpy(),
    )


def _count_persons(berichten: pd.DataFrame) -> pd.Series:
    """Return the number of messages of each person of rol burger."""
    burgers = berichten[berichten["rol"] == "burger"]
    return burgers.groupby("deelnemer_id", observed=True, dropna=False, sort=False).size()


def _summarise(berichten: pd.DataFrame) -> pd.DataFrame:
    keren = _count_persons(berichten).sort_values(ascending=False)
    meest = max(round(_MEEST * len(keren)), 1)
    rij = {
        "berichten": len(berichten),
        "reacties": int(berichten["ouder"].sum()),
        "mensen": len(keren),
        "door_mensen": int(keren.sum()),
        "organisaties": int(
            berichten.loc[berichten["rol"].isin(["organisatie", "ondernemer"]), "deelnemer_id"].nunique()
        ),
        "onbekend": int((berichten["rol"] == "onbekend").sum()),
        "dagen": int(berichten["dag"].nunique()),
        "eerste": berichten["dag"].min(),
        "laatste": berichten["dag"].max(),
        "mediaan": float(keren.median()) if len(keren) else float("nan"),
        "hoogste": int(keren.max()) if len(keren) else 0,
        "aandeel_actiefste": float(keren.head(meest).sum() / keren.sum()) if len(keren) else float("nan"),
    }
    tellingen = (
        "berichten",
        "reacties",
        "mensen",
        "door_mensen",
        "organisaties",
        "onbekend",
        "dagen",
        "hoogste",
    )
    return pd.DataFrame([rij]).astype(
        dict.fromkeys(tellingen, "Int32") | {"eerste": "datetime64[s]", "laatste": "datetime64[s]"}
    )


def _count_per_persoon(berichten: pd.DataFrame) -> pd.DataFrame:
    keren = _count_persons(berichten)
    rijen = []
    for van, tot, label in KLASSEN:
        eigen = keren[(keren >= van) & (keren <= (tot or keren.max()))]
        rijen.append((label, len(eigen), int(eigen.sum())))
    tabel = pd.DataFrame(rijen, columns=["berichten", "mensen", "aantal"])
    return tabel.astype({"berichten": "str", "mensen": "Int32", "aantal": "Int32"})


def _count_per_dag(berichten: pd.DataFrame) -> pd.DataFrame:
    """Return a row per day with messages; people are those of rol burger who wrote that day."""
    met_dag = berichten[berichten["dag"].notna()]
    burgers = met_dag["deelnemer_id"].where(met_dag["rol"] == "burger")
    groepen = met_dag.assign(burger=burgers).groupby("dag", observed=True, dropna=False)
    tabel = groepen.agg(berichten=("rol", "size"), mensen=("burger", "nunique")).reset_index()
    return tabel.astype({"dag": "datetime64[s]", "berichten": "Int32", "mensen": "Int32"})


def _describe(traject: Traject, ids: list[str]) -> Toelichting:
    return Toelichting(
        "overig",
        onderwerp="de activiteit",
        basis="Basis: alle berichten; mensen zijn deelnemers van rol burger die iets schreven.",
        bron=state_bron(traject, ids),
        noten=_NOTEN,
        kwalitatief=True,
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
