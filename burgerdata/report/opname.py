"""Tables of an analyst's own notebooks that join the report.

A cell hands a table over; the report puts it through the suppression plan of all its tables and draws it itself. Within
one run the tables travel through a folder that only that run knows; they are plain numbers and JSON.
"""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.disclosure import plan_onderdrukking
from burgerdata.errors import MethodeError
from burgerdata.report.collect import EIGEN, Opname
from burgerdata.report.file_names import slug
from burgerdata.report.leestabel import Leestabel
from burgerdata.toelichting import Toelichting, annotate, read_toelichting
from burgerdata.traject import Traject

OMGEVING = "BURGERDATA_OPNAME"
"""The environment variable in which a kernel finds the folder for the tables of its run."""
_AANROEP = "add_tabel("
_GEEN = ("respons", "citaten", "overig")
_TELT = ({"n", "basis"}, {"n_beide"})


@dataclass(frozen=True)
class Bijdrage:
    """What the notebooks of a run add: tables that join the report, and a way to wait for which of them failed."""

    opnames: Mapping[str, Opname] = field(default_factory=dict)
    wacht: Callable[[], Sequence[str]] = tuple


def add_tabel(traject: Traject, tabel: pd.DataFrame, naam: str, *, titel: str = "") -> None:
    """Let a table of your own notebook join the report, and show it here as it will be printed.

    In the report it is a finding under the name ``eigen_<naam>``, with a figure, and a table in annex E. What is
    about too few people is suppressed by the same plan as all other tables.

    Parameters
    ----------
    tabel : DataFrame
        A table of one of the analyses, such as ``bd.summarise_vraag``; rows may be left out.
    naam : str
        Letters, digits and underscores; each table of a report has a name of its own.
    titel : str, optional
        The finding in your words; default the finding of the table.

    Raises
    ------
    MethodeError
        When the table is not one of an analysis, holds no numbers of persons, or its name cannot be used.

    Examples
    --------
    >>> import burgerdata as bd
    >>> t = bd.load_traject("surveys/voorbeeld-digitale-aangifte")  # doctest: +SKIP
    >>> bd.add_tabel(t, bd.summarise_vraag(t, "landelijk"), "landelijk")  # doctest: +SKIP
    """
    from IPython.display import display

    _check(tabel, naam)
    if OMGEVING in os.environ:
        _write(Path(os.environ[OMGEVING]) / f"{naam}.json", Opname(tabel, titel))
    veilig = plan_onderdrukking({naam: tabel}, traject.instellingen.drempels).apply(naam, tabel)
    display(Leestabel(traject, veilig))


def adds_tabel(notebook: Path) -> bool:
    """Tell whether a notebook hands a table over, so that it must have run before the report is made."""
    return _AANROEP in notebook.read_text("utf-8")


def read_opnames(folder: Path) -> dict[str, Opname]:
    """Return the tables that notebooks handed over, by their name in the report."""
    return {f"{EIGEN}{pad.stem}": _read(pad) for pad in sorted(folder.glob("*.json"))}


def _check(tabel: pd.DataFrame, naam: str) -> None:
    if naam != slug(naam) or not naam:
        raise MethodeError(
            f"'{naam}' kan geen naam zijn; gebruik kleine letters, cijfers en _, bijvoorbeeld '{slug(naam) or 'tabel_1'}'"
        )
    if read_toelichting(tabel).soort in _GEEN:
        raise MethodeError(
            f"de tabel '{naam}' kan niet in het rapport; neem de uitkomst van een analyse, zoals bd.summarise_vraag"
        )
    if not any(kolommen <= set(tabel.columns) for kolommen in _TELT):
        raise MethodeError(
            f"de tabel '{naam}' heeft geen aantallen mensen meer; laat de kolommen n en basis staan"
        )


def _write(pad: Path, opname: Opname) -> None:
    if pad.exists():
        raise MethodeError(f"de naam '{pad.stem}' is al gebruikt voor een andere tabel; kies een andere naam")
    kolommen = [_encode(opname.tabel[kolom]) for kolom in opname.tabel.columns]
    inhoud = {
        "titel": opname.titel,
        "toelichting": asdict(read_toelichting(opname.tabel)),
        "kolommen": kolommen,
    }
    pad.write_text(json.dumps(inhoud, ensure_ascii=False), encoding="utf-8")


def _encode(reeks: pd.Series) -> dict[str, Any]:
    soort = str(reeks.dtype)
    extra: dict[str, Any] = {}
    if isinstance(reeks.dtype, pd.CategoricalDtype):
        extra = {"woorden": list(reeks.cat.categories), "geordend": bool(reeks.cat.ordered)}
        reeks = reeks.astype("str")
    elif pd.api.types.is_datetime64_any_dtype(reeks):
        reeks = reeks.dt.strftime("%Y-%m-%d").astype("str")
    waarden = [None if pd.isna(waarde) else waarde for waarde in reeks.astype("object").tolist()]
    return {"naam": str(reeks.name), "soort": soort, "waarden": waarden, **extra}


def _read(pad: Path) -> Opname:
    inhoud = json.loads(pad.read_text("utf-8"))
    tabel = pd.DataFrame({deel["naam"]: _decode(deel) for deel in inhoud["kolommen"]})
    over = inhoud["toelichting"]
    rijen = {naam: tuple(tuple(rij) for rij in over[naam]) for naam in ("namen", "metingen")}
    lijsten = {naam: tuple(over[naam]) for naam in ("noten", "voluit")}
    gelezen = over | lijsten | rijen
    return Opname(annotate(tabel, Toelichting(**gelezen)), inhoud["titel"])


def _decode(deel: Mapping[str, Any]) -> pd.Series:
    if "woorden" in deel:
        soort: Any = pd.CategoricalDtype(deel["woorden"], ordered=deel["geordend"])
    else:
        soort = deel["soort"]
    reeks: pd.Series = pd.Series(deel["waarden"], dtype=soort)
    return reeks
