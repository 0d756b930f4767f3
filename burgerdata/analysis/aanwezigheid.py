"""Attendance: who was at each session, and who stayed away."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.analysis.gevraagd import read_gevraagd
from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.regels import state_bron
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

VRAAG = "aanwezig"


def measure_aanwezigheid(traject: Traject) -> pd.DataFrame:
    """Return a row per activity and session: activiteit_id, stap (the session), n, aandeel (of the members), weg.

    n is people of rol burger where the source lists persons, else the total that it gives. The members are those who were
    selected, else those who started, else everybody on the list; of totals alone the best attended session. weg is how many
    of them were not at the session.

    Raises
    ------
    MethodeError
        When no attendance was kept.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.analysis.example import make_example
    >>> tellingen = pd.DataFrame({"telling_id": ["a", "b"], "groep": ["dag 1", "dag 2"], "aantal": [20, 15]})
    >>> tellingen = tellingen.assign(activiteit_id="enquete", maat="aanwezig")
    >>> measure_aanwezigheid(make_example().replace_tabellen(tellingen=tellingen))[["stap", "n", "aandeel", "weg"]]
        stap   n  aandeel   weg
    0  dag 1  20     1.00    0
    1  dag 2  15     0.75    5
    """
    rijen = [
        rij
        for activiteit_id in traject.activiteiten["activiteit_id"]
        for rij in _count(traject, str(activiteit_id))
    ]
    if not rijen:
        raise MethodeError("er is geen aanwezigheid bijgehouden; lever een presentielijst aan")
    tabel = pd.DataFrame(rijen, columns=["activiteit_id", "stap", "n", "leden"])
    tabel = tabel.astype({"activiteit_id": "str", "stap": "str", "n": "Int32", "leden": "Int32"})
    # who was there and is on no list (a guest, a late member) makes the group larger, never a share above one
    drukste = tabel.groupby("activiteit_id", observed=True, dropna=False, sort=False)["n"].transform("max")
    leden = tabel["leden"].fillna(0).where(tabel["leden"].fillna(0).ge(drukste), drukste)
    aandeel = tabel["n"].astype("float64") / leden.astype("float64").where(leden > 0)
    tabel = tabel.assign(leden=leden, aandeel=aandeel, weg=leden - tabel["n"])
    return annotate(tabel[["activiteit_id", "stap", "n", "aandeel", "weg"]], _describe(traject, tabel))


def _count(traject: Traject, activiteit_id: str) -> Iterator[tuple[str, str, int, int | None]]:
    vragen = traject.vragen
    eigen = vragen[
        vragen["activiteit_id"].eq(activiteit_id) & vragen["vraag_id"].eq(VRAAG) & vragen["rol"].eq("proces")
    ]
    leden = _count_members(traject, activiteit_id)
    if len(eigen):
        gevraagd = read_gevraagd(traject, eigen.iloc[0])
        er = gevraagd.keuzes[gevraagd.binnen].fillna(False).astype("bool")
        for sessie in er:
            yield activiteit_id, str(sessie), int(er[sessie].sum()), len(er) if leden is None else leden
        return
    tellingen = traject.tellingen
    geteld = tellingen[tellingen["activiteit_id"].eq(activiteit_id) & tellingen["maat"].eq("aanwezig")]
    for sessie, aantal in zip(geteld["groep"].astype("str"), geteld["aantal"], strict=True):
        yield activiteit_id, sessie, int(aantal), leden


def _count_members(traject: Traject, activiteit_id: str) -> int | None:
    """Return how many people were selected, else how many started, as far as the activity tells."""
    activiteit = traject.activiteiten[traject.activiteiten["activiteit_id"].eq(activiteit_id)].iloc[0]
    gezegd = (activiteit["geselecteerd"], activiteit["gestart"])
    return next((int(aantal) for aantal in gezegd if pd.notna(aantal)), None)


def _describe(traject: Traject, tabel: pd.DataFrame) -> Toelichting:
    eerste = tabel.drop_duplicates("activiteit_id")
    ids = list(eerste["activiteit_id"])
    leden = " en ".join(format_getal(aantal) for aantal in eerste["leden"])
    return Toelichting(
        "respons",
        onderwerp="de aanwezigheid",
        basis=f"Basis: alle leden, n = {leden}; weg is wie er niet was.",
        bron=state_bron(traject, ids),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
