"""Several trajecten beside each other: one table of indicators for the adviser who sees them all."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path

import pandas as pd

from burgerdata.activiteitnamen import name_activiteiten
from burgerdata.analysis import score_indicatoren
from burgerdata.errors import MethodeError
from burgerdata.report.chapters.scorekaart import print_scorekaart
from burgerdata.traject import Traject


def compare_trajecten(trajecten: Mapping[str, Traject]) -> pd.DataFrame:
    """Return a row per indicator and a column per traject: the value as it is printed, "niet gemeten" where there is none.

    An indicator with several values in one traject (an activity, a trait) shows each on a line of its own. Values of
    different activities are never averaged.

    Raises
    ------
    MethodeError
        When there are fewer than two trajecten.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> compare_trajecten({"a": make_example(), "b": make_example()}).iloc[0].tolist()
    ['R1 respons', 'enquête: 8 van de 20', 'enquête: 8 van de 20']
    """
    if len(trajecten) < 2:
        raise MethodeError("geef twee of meer mappen van trajecten om te vergelijken")
    kolommen = {naam: _print_column(traject) for naam, traject in trajecten.items()}
    tabel = pd.DataFrame(kolommen).fillna("niet gemeten")
    return tabel.rename_axis("indicator").reset_index().astype("str")


def _print_column(traject: Traject) -> pd.Series:
    kaart = score_indicatoren(traject)
    gedrukt = print_scorekaart(kaart, name_activiteiten(traject.activiteiten))
    niet = kaart["oordeel"].eq("niet gemeten") & kaart["n"].isna() & kaart["activiteit_id"].eq("")
    tekst = (gedrukt["waarover"] + ": " + gedrukt["waarde"]).mask(niet, "niet gemeten")
    return tekst.groupby(gedrukt["indicator"], observed=True, dropna=False, sort=False).agg("\n".join)


def write_vergelijking(trajecten: Mapping[str, Traject], pad: Path) -> Path:
    """Write the comparison as a workbook and return its path; texts are never written as formulas."""
    import xlsxwriter

    tabel = compare_trajecten(trajecten)
    with xlsxwriter.Workbook(
        str(pad), {"strings_to_formulas": False, "strings_to_urls": False, "in_memory": True}
    ) as boek:
        kop = boek.add_format({"bold": True, "font_color": "#1B3A6B", "text_wrap": True, "valign": "top"})
        cel = boek.add_format({"text_wrap": True, "valign": "top"})
        blad = boek.add_worksheet("Vergelijking")
        blad.set_column(0, 0, 34, cel)
        blad.set_column(1, len(tabel.columns) - 1, 44, cel)
        blad.freeze_panes(1, 1)
        blad.write_row(0, 0, list(tabel.columns), kop)
        for nummer, rij in enumerate(tabel.itertuples(index=False), 1):
            blad.write_row(nummer, 0, list(rij), cel)
    return pad


def name_trajecten(mappen: Sequence[Path], titels: Sequence[str]) -> list[str]:
    """Return a name per traject: its title, with the folder behind it when two have the same.

    Examples
    --------
    >>> name_trajecten([Path("a/x"), Path("b/y")], ["Boa", "Boa"])
    ['Boa (x)', 'Boa (y)']
    """
    return [
        titel if titel and titels.count(titel) == 1 else f"{titel or 'zonder titel'} ({pad.name})"
        for pad, titel in zip(mappen, titels, strict=True)
    ]
