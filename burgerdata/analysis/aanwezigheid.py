"""Attendance: who was at each session, and who stayed away."""

from __future__ import annotations

from collections.abc import Iterator

import pandas as pd

from burgerdata.analysis.gevraagd import read_gevraagd
from burgerdata.analysis.regels import is_zelfselectie, state_bron
from burgerdata.errors import MethodeError
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

VRAAG = "aanwezig"


def measure_aanwezigheid(traject: Traject) -> pd.DataFrame:
    """Return a row per activity and session: activiteit_id, stap (the session), n, aandeel (of the first session), weg.

    n is people of rol burger where the source lists persons, else the total that it gives. weg is how many fewer came
    than to the session before; of a list of persons it is how many who came then did not come now.

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
    0  dag 1  20     1.00  <NA>
    1  dag 2  15     0.75     5
    """
    rijen = [
        rij
        for activiteit_id in traject.activiteiten["activiteit_id"]
        for rij in _count(traject, str(activiteit_id))
    ]
    if not rijen:
        raise MethodeError("er is geen aanwezigheid bijgehouden; lever een presentielijst aan")
    tabel = pd.DataFrame(rijen, columns=["activiteit_id", "stap", "n", "weg"])
    tabel = tabel.astype({"activiteit_id": "str", "stap": "str", "n": "Int32", "weg": "Int32"})
    eerste = tabel.groupby("activiteit_id", observed=True, dropna=False, sort=False)["n"].transform("first")
    noemer = eerste.astype("float64").where(eerste > 0)
    tabel = tabel.assign(aandeel=tabel["n"].astype("float64") / noemer)
    return annotate(tabel[["activiteit_id", "stap", "n", "aandeel", "weg"]], _describe(traject, tabel))


def _count(traject: Traject, activiteit_id: str) -> Iterator[tuple[str, str, int, int | None]]:
    vragen = traject.vragen
    eigen = vragen[
        vragen["activiteit_id"].eq(activiteit_id) & vragen["vraag_id"].eq(VRAAG) & vragen["rol"].eq("proces")
    ]
    if len(eigen):
        gevraagd = read_gevraagd(traject, eigen.iloc[0])
        er = gevraagd.keuzes[gevraagd.binnen].fillna(False).astype("bool")
        vorige: pd.Series | None = None
        for sessie in er:
            weg = None if vorige is None else int((vorige & ~er[sessie]).sum())
            yield activiteit_id, str(sessie), int(er[sessie].sum()), weg
            vorige = er[sessie]
        return
    tellingen = traject.tellingen
    geteld = tellingen[tellingen["activiteit_id"].eq(activiteit_id) & tellingen["maat"].eq("aanwezig")]
    eerder: int | None = None
    for sessie, aantal in zip(geteld["groep"].astype("str"), geteld["aantal"], strict=True):
        yield activiteit_id, sessie, int(aantal), None if eerder is None else eerder - int(aantal)
        eerder = int(aantal)


def _describe(traject: Traject, tabel: pd.DataFrame) -> Toelichting:
    ids = list(tabel["activiteit_id"].unique())
    return Toelichting(
        "respons",
        onderwerp="de aanwezigheid",
        basis="Basis: deelnemers, per sessie.",
        bron=state_bron(traject, ids),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
