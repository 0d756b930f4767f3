"""Themes beside sources as readers compare them: a small table per phase, a column per source."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

import pandas as pd

from burgerdata.report.blocks import Tabelblok
from burgerdata.schema.labels import FASE_LABEL


def split_bronnen(tabel: pd.DataFrame, namen: Mapping[str, str], blok: Tabelblok) -> Iterator[Tabelblok]:
    """Return a table per phase with a row per theme and what each source says of it; notes under the last.

    ``namen`` maps activities to how they are called; ``blok`` is the table in long form, whose notes and file count.
    """
    fasen = list(tabel.groupby("fase", observed=True, dropna=False, sort=False))
    for nummer, (fase, deel) in enumerate(fasen, 1):
        breed = deel.pivot(index="thema", columns="activiteit_id", values="tekst")
        volgorde = list(dict.fromkeys(deel["activiteit_id"].astype("str")))
        breed = breed.loc[list(dict.fromkeys(deel["thema"])), volgorde].rename(columns=namen)
        gedrukt = breed.fillna("–").rename_axis(columns=None).reset_index().astype("str")
        naam = FASE_LABEL.get(str(fase), "fase niet opgegeven")
        yield Tabelblok(
            f"Thema's naast elkaar: {naam}", gedrukt, blok.noten if nummer == len(fasen) else (), blok.bestand
        )
