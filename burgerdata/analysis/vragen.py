"""What can be asked of a traject."""

from __future__ import annotations

import pandas as pd

from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject


def list_vragen(traject: Traject) -> pd.DataFrame:
    """Return a row per question and activity: activiteit_id, id, kort, tekst, soort, rol, gebruik, n.

    ``id`` is what every function wants as ``vraag_id``; n counts the persons of rol burger who answered.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> list_vragen(make_example())[["id", "soort", "n"]]
                   id         soort  n
    0          kanaal  een_antwoord  8
    1          cijfer        schaal  8
    2  leeftijdsgroep  een_antwoord  8
    3           beter          open  3
    """
    vragen = traject.vragen
    sleutel = ["activiteit_id", "vraag_id"]
    burgers = traject.deelnemers[traject.deelnemers["rol"].eq("burger")][["activiteit_id", "deelnemer_id"]]
    antwoorden = traject.antwoorden
    gegeven = antwoorden[antwoorden["status"].isin(("gegeven", "geen_gekozen"))]
    gegeven = gegeven[[*sleutel, "deelnemer_id"]].drop_duplicates()
    gegeven = gegeven.astype("str").merge(burgers.astype("str"))
    aantal = gegeven.groupby(sleutel, observed=True, dropna=False).size()
    plek = pd.MultiIndex.from_frame(vragen[sleutel].astype("str"))
    tekst = ["kort", "tekst", "soort", "rol", "gebruik"]
    tabel = vragen[[*sleutel, *tekst]].astype("str").rename(columns={"vraag_id": "id"})
    tabel = tabel.assign(gebruik=tabel["gebruik"].fillna(""), n=aantal.reindex(plek, fill_value=0).to_numpy())
    return annotate(
        tabel.astype({"n": "Int32"}),
        Toelichting("overig", onderwerp="de vragen", synthetisch=traject.instellingen.synthetisch),
    )
