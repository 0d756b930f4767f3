"""Sortition: who was drawn, beside the targets of the draw and the population."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.regels import state_bron
from burgerdata.designs import read_burgers, read_kenmerk, read_marge
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_KOLOMMEN = [
    "activiteit_id",
    "variabele",
    "categorie",
    "doel",
    "n",
    "basis",
    "aandeel",
    "bevolking",
    "verschil",
]


def compare_loting(traject: Traject) -> pd.DataFrame:
    """Return a row per activity, trait and category of a draw: variabele, categorie, doel, n, basis, aandeel, bevolking, verschil.

    doel is the number of places, n who was drawn: the members whose trait is known, else the total that the source
    gives. aandeel is n of basis, bevolking the share in marges.xlsx (empty without it), verschil is n minus doel.

    Raises
    ------
    MethodeError
        When no activity has a table of the draw.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> compare_loting(make_example())
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: er is geen loting met doelen; lever de tabel van de loting aan
    """
    tellingen = traject.tellingen
    doelen = tellingen[tellingen["maat"].isin(("doel", "geselecteerd")) & tellingen["code"].notna()]
    rijen = [rij for sleutel in _list_kenmerken(doelen) for rij in _compare(traject, doelen, *sleutel)]
    if not rijen:
        raise MethodeError("er is geen loting met doelen; lever de tabel van de loting aan")
    tabel = pd.DataFrame(rijen, columns=_KOLOMMEN).astype(
        dict.fromkeys(("activiteit_id", "variabele", "categorie"), "str")
        | dict.fromkeys(("doel", "n", "basis", "verschil"), "Int32")
        | dict.fromkeys(("aandeel", "bevolking"), "float64")
    )
    ids = list(tabel["activiteit_id"].unique())
    toelichting = Toelichting(
        "overig",
        onderwerp="de loting naast haar doelen",
        basis="Basis: gelote deelnemers met een bekend kenmerk.",
        bron=state_bron(traject, ids),
        kwalitatief=True,
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
    return annotate(tabel, toelichting)


def _list_kenmerken(doelen: pd.DataFrame) -> list[tuple[str, str]]:
    paren = doelen[["activiteit_id", "vraag_id"]].astype("str").drop_duplicates()
    return list(paren.itertuples(index=False, name=None))


def _compare(
    traject: Traject, doelen: pd.DataFrame, activiteit_id: str, variabele: str
) -> Iterator[tuple[object, ...]]:
    eigen = doelen[doelen["activiteit_id"].eq(activiteit_id) & doelen["vraag_id"].eq(variabele)]
    aantal = {
        maat: {str(code): int(n) for code, n in zip(deel["code"], deel["aantal"], strict=True)}
        for maat, deel in eigen.groupby("maat", observed=True)
    }
    personen = read_burgers(traject, activiteit_id)
    labels = read_kenmerk(traject, activiteit_id, variabele, personen).dropna().astype("str")
    geteld = labels.value_counts().to_dict() if len(labels) else aantal.get("geselecteerd", {})
    basis = sum(geteld.values())
    marge = read_marge(traject, variabele) if traject.marges["variabele"].eq(variabele).any() else None
    for categorie in dict.fromkeys(eigen["code"].astype("str")):
        doel, n = aantal.get("doel", {}).get(categorie), geteld.get(categorie, 0 if basis else None)
        deel = n / basis if basis and n is not None else float("nan")
        bevolking = float("nan") if marge is None else float(marge.get(categorie, float("nan")) / marge.sum())
        verschil = None if doel is None or n is None else n - doel
        yield activiteit_id, variabele, categorie, doel, n, basis, deel, bevolking, verschil
