"""plot_samenhang: which themes the same people name."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur
from burgerdata.figures.marks import Merk, Merkpaneel, head_rijen
from burgerdata.figures.palette import EIGEN_VIJF
from burgerdata.figures.preparation import numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.title import choose_titel
from burgerdata.findings.teksten import state_paar
from burgerdata.getallen import format_getal

_MEEST = 12
_TEKENS = "Aantal mensen dat beide thema's noemt."


def plot_samenhang(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a stem per pair of themes of one source: how many people named both; at most twelve pairs.

    Raises
    ------
    MethodeError
        When the table holds more than one source, or nothing is left to draw.

    Examples
    --------
    >>> tabel = pd.DataFrame({"activiteit_id": "fg", "thema_a": ["Taal"], "thema_b": ["Tijd"], "n": [9], "basis": [31]})
    >>> plot_samenhang(tabel).titel
    'Taal en Tijd worden het vaakst samen genoemd'
    """
    opdracht = Opdracht(plot_samenhang, table, titel, formaat, style_path)
    tabel = prepare_tabel(
        table, nodig=("activiteit_id", "thema_a", "thema_b", "n", "basis"), figuur="samenhang"
    )
    if texts(tabel, "activiteit_id").nunique() > 1:
        raise MethodeError("Samenhang wordt per bron getekend; kies één activiteit_id uit de tabel.")
    paren = texts(tabel, "thema_a").str.cat(texts(tabel, "thema_b"), sep=" en ")
    n, basis = numbers(tabel, "n").tolist(), float(numbers(tabel, "basis").max())
    aantal = min(len(tabel), _MEEST)
    merken = tuple(Merk(nr, format_getal(n[nr]), n[nr]) for nr in range(aantal))
    alles = Rijen(tuple(paren[:aantal]), (Merkpaneel(merken, "steel", kleur=EIGEN_VIJF[3]),))
    kop = choose_titel(tabel, titel or state_paar(tabel))
    keuze = Rijkeuze(
        lambda meest: head_rijen(alles, meest),
        aantal,
        lambda weg: f"Niet getoond: {weg} paren die minder mensen noemen; zij staan in de tabel.",
    )
    inhoud = Inhoud(
        tabel,
        keuze,
        alt=f"Thema's die samen worden genoemd: {kop}. {format_getal(n[0])} van {format_getal(basis)} mensen noemen beide.",
        tekens=(_TEKENS,),
    )
    return make_figuur(opdracht, inhoud, kop)
