"""Rankings of LimeSurvey: a column per place with the option that stands there, turned into a column per option."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
import pandas as pd

from burgerdata.cellen import list_cells
from burgerdata.formats.limesurvey.fields import Veld
from burgerdata.shapes import Kolom

_FEWEST_ROWS = 5


def is_ranking(plaatsen: Sequence[pd.Series]) -> bool:
    """Return whether columns are the places of a ranking: nobody names an option twice, and places fill from the first.

    Examples
    --------
    >>> is_ranking([pd.Series(["a", "b", "c", "a", "b"]), pd.Series(["b", "a", "a", "c", "c"])])
    True
    """
    tabel = pd.concat([cellen.str.strip().reset_index(drop=True) for cellen in plaatsen], axis=1)
    gevuld = (tabel != "").to_numpy()
    meer = tabel[gevuld.sum(axis=1) > 1]
    aaneen = bool((gevuld[:, 1:] <= gevuld[:, :-1]).all())
    verschillend = {cel for cel in tabel.to_numpy().ravel() if cel}
    if len(meer) < _FEWEST_ROWS or not aaneen or len(verschillend) < len(plaatsen):
        return False
    return not any(len(set(rij) - {""}) < sum(cel != "" for cel in rij) for rij in meer.to_numpy())


def spread_ranking(
    veld: Veld, plaatsen: Sequence[tuple[str, str, pd.Series]]
) -> list[tuple[Kolom, pd.Series]]:
    """Return a column per option with the rank that each person gave it; a person who ranked none keeps the sign.

    ``plaatsen`` are the names, headers and cells of the places, the first one first.
    """
    plaatsen = [(naam, kop, cellen.astype("str")) for naam, kop, cellen in plaatsen]
    eerste = plaatsen[0][2]
    waarden = dict.fromkeys(cel for _, _, cellen in plaatsen for cel in list_cells(cellen) if cel.strip())
    opties = {**veld.labels, **{cel: cel for cel in waarden if cel not in veld.labels}}
    leeg = eerste.where(eerste.str.strip() == "", "").to_numpy(dtype=object)
    uit = []
    for code, label in opties.items():
        rang = leeg.copy()
        for nummer, (_, _, cellen) in reversed(list(enumerate(plaatsen, start=1))):
            rang = np.where((cellen == code).to_numpy(dtype=bool), str(nummer), rang)
        kolom = Kolom(
            f"{veld.vraag}[{code}]",
            tekst=f"{veld.tekst or veld.vraag} – {label}",
            herkomst="; ".join(kop for _, kop, _ in plaatsen),
            set_naam=veld.vraag,
            set_tekst=veld.tekst or veld.vraag,
            soort="rangorde",
        )
        uit.append((kolom, pd.Series(rang, index=eerste.index, dtype="str")))
    return uit
