"""The book of tables: every closed question against every trait, with bases and tested differences, as one workbook."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pandas as pd

from burgerdata.analysis import crosstab_vraag, summarise_vraag
from burgerdata.disclosure import Plan, plan_onderdrukking
from burgerdata.disclosure.emptying import BASIS_WEG
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_procent, round_half_up
from burgerdata.toelichting import read_toelichting
from burgerdata.traject import Traject

_GESLOTEN = ("een_antwoord", "meer_antwoorden", "schaal", "stelling")
_TOTAAL = "totaal"


@dataclass(frozen=True)
class Vraagblad:
    """One question of one activity with its tables: the total first, then one per trait."""

    activiteit_id: str
    vraag_id: str
    tekst: str
    tabellen: Mapping[str, pd.DataFrame]


def write_tabellenboek(
    traject: Traject,
    pad: str | Path,
    *,
    bladen: Sequence[Vraagblad] | None = None,
    plan: Plan | None = None,
) -> Path:
    """Write the book of tables and return its path.

    One sheet per closed question of a survey or panel: answers in rows, total and groups in columns, whole weighted
    percentages, unweighted bases, ▲ ▼ for groups that differ from the rest after correction, x for suppressed cells.
    The first sheet is the index. Text is never written as a formula. ``bladen`` are the sheets if they were made
    before (``list_vraagbladen``) and ``plan`` is the plan of the run that they belong to.

    Examples
    --------
    >>> import burgerdata as bd
    >>> t = bd.load_traject("surveys/voorbeeld-digitale-aangifte")  # doctest: +SKIP
    >>> bd.write_tabellenboek(t, "tabellen.xlsx")  # doctest: +SKIP
    """
    import xlsxwriter

    klaar = _suppress(list_vraagbladen(traject) if bladen is None else bladen, plan, traject)
    with xlsxwriter.Workbook(str(pad), {"strings_to_formulas": False, "strings_to_urls": False}) as boek:
        stijlen = {
            "kop": boek.add_format(
                {"bold": True, "font_color": "#1B3A6B", "text_wrap": True, "valign": "top"}
            ),
            "titel": boek.add_format({"bold": True, "font_size": 13, "font_color": "#1B3A6B"}),
            "noot": boek.add_format({"font_color": "#4A5566", "italic": True}),
            "procent": boek.add_format({"num_format": "0%"}),
            "verschil": boek.add_format({"align": "right"}),
        }
        index = boek.add_worksheet("Inhoud")
        index.set_column(0, 0, 90)
        index.write_string(0, 0, f"Tabellenboek {traject.instellingen.titel}", stijlen["titel"])
        for nummer, blad in enumerate(klaar, 1):
            naam = f"T{nummer}"
            index.write_url(
                nummer + 1,
                0,
                f"internal:'{naam}'!A1",
                string=f"{naam}  {blad.tekst} ({blad.activiteit_id})"[:250],
            )
            _write_sheet(boek.add_worksheet(naam), blad, stijlen)
    return Path(pad)


def list_vraagbladen(traject: Traject) -> list[Vraagblad]:
    """Return the questions with their tables, not yet suppressed."""
    vragen = _closed(traject)
    delen = {
        activiteit: traject.only(activiteit_id=activiteit) for activiteit in vragen["activiteit_id"].unique()
    }
    bladen = [
        Vraagblad(activiteit, vraag, str(tekst), _tables(delen[activiteit], vraag))
        for activiteit, vraag, tekst in zip(
            vragen["activiteit_id"], vragen["vraag_id"], vragen["tekst"], strict=True
        )
    ]
    return [blad for blad in bladen if blad.tabellen]


def name_tabellen(bladen: Sequence[Vraagblad]) -> dict[str, pd.DataFrame]:
    """Return all tables of the sheets by the names that a plan knows them by."""
    return {f"boek|{b.activiteit_id}|{b.vraag_id}|{k}": t for b in bladen for k, t in b.tabellen.items()}


def _suppress(bladen: Sequence[Vraagblad], plan: Plan | None, traject: Traject) -> list[Vraagblad]:
    """Return the sheets as they may be published, by the plan of their run or by one of their own."""
    alle = name_tabellen(bladen)
    gekozen = plan or plan_onderdrukking(alle, traject.instellingen.drempels, alleen_aandeel=alle)
    klaar = {naam: gekozen.apply(naam, tabel) for naam, tabel in alle.items()}
    return [
        replace(b, tabellen={k: klaar[f"boek|{b.activiteit_id}|{b.vraag_id}|{k}"] for k in b.tabellen})
        for b in bladen
    ]


def _closed(traject: Traject) -> pd.DataFrame:
    """Return the closed questions of surveys and panels; percentages of conversations are not published."""
    cijfers = traject.activiteiten[traject.activiteiten["instrument"].isin(["enquete", "klantpanel"])]
    vragen = traject.vragen
    gesloten = vragen["soort"].isin(_GESLOTEN) & vragen["activiteit_id"].isin(cijfers["activiteit_id"])
    return vragen[gesloten & vragen["rol"].ne("gewicht")].astype({"activiteit_id": "str", "vraag_id": "str"})


def _tables(deel: Traject, vraag: str) -> dict[str, pd.DataFrame]:
    """Return the total and a crosstab per trait; a trait that cannot be crossed with this question is left out."""
    tabellen: dict[str, pd.DataFrame] = {}
    try:
        tabellen[_TOTAAL] = summarise_vraag(deel, vraag)
        for kenmerk in _chosen(deel):
            if kenmerk != vraag:
                tabellen[kenmerk] = crosstab_vraag(deel, vraag, kenmerk)
    except MethodeError:
        pass
    return tabellen


def _chosen(deel: Traject) -> list[str]:
    """Return the traits that traject.toml names for this activity; all of them when it names none."""
    vragen = deel.vragen
    mogelijk = list(
        vragen[vragen["rol"].eq("kenmerk") & vragen["soort"].isin(["een_antwoord", "schaal"])]["vraag_id"]
    )
    genoemd = {naam for levering in deel.instellingen.leveringen for naam in levering.kenmerken}
    return [naam for naam in mogelijk if naam in genoemd] or mogelijk


def _write_sheet(blad: Any, vraag: Vraagblad, stijlen: Mapping[str, Any]) -> None:
    blad.set_column(0, 0, 42)
    blad.set_column(1, 60, 11)
    blad.freeze_panes(5, 1)
    blad.write_string(0, 0, vraag.tekst, stijlen["titel"])
    toelichting = read_toelichting(vraag.tabellen[_TOTAAL])
    blad.write_string(1, 0, f"{toelichting.basis} Bron: {toelichting.bron}", stijlen["noot"])
    blad.write_url(2, 0, "internal:'Inhoud'!A1", string="Terug naar de inhoud")
    labels = list(vraag.tabellen[_TOTAAL]["label"])
    for nummer, label in enumerate(labels):
        blad.write_string(5 + nummer, 0, str(label))
    blad.write_string(5 + len(labels), 0, "basis (aantal mensen, ongewogen)", stijlen["kop"])
    kolom = 1
    for naam, tabel in vraag.tabellen.items():
        for groep, deel in _groups(naam, tabel):
            blad.write_string(3, kolom, "" if naam == _TOTAAL else naam, stijlen["kop"])
            blad.write_string(4, kolom, groep, stijlen["kop"])
            _write_column(blad, kolom, deel.set_index("label").reindex(labels), stijlen)
            kolom += 1
    blad.write_string(
        7 + len(labels),
        0,
        "▲ ▼ verschilt van de rest (p < 0,05, na correctie) · x te weinig mensen",
        stijlen["noot"],
    )


def _groups(naam: str, tabel: pd.DataFrame) -> Iterator[tuple[str, pd.DataFrame]]:
    if naam == _TOTAAL:
        yield _TOTAAL, tabel
        return
    for groep, deel in tabel.groupby(naam, observed=True, dropna=False, sort=False):
        yield str(groep), deel


def _write_column(blad: Any, kolom: int, deel: pd.DataFrame, stijlen: Mapping[str, Any]) -> None:
    """Write the shares of one group; a marked difference is text, for a reader must not lose the mark in a sort."""
    merken = deel["verschilt"].fillna("") if "verschilt" in deel else pd.Series("", index=deel.index)
    for nummer, (aandeel, merk) in enumerate(zip(deel["aandeel"].astype("float64"), merken, strict=True)):
        if pd.isna(aandeel):
            blad.write_string(5 + nummer, kolom, "x", stijlen["verschil"])
        elif merk:
            blad.write_string(5 + nummer, kolom, f"{merk} {format_procent(aandeel)}", stijlen["verschil"])
        else:
            blad.write_number(5 + nummer, kolom, round_half_up(aandeel, 2), stijlen["procent"])
    basis = deel["basis"].dropna()
    if BASIS_WEG in deel and deel[BASIS_WEG].fillna("").ne("").any():
        blad.write_string(5 + len(deel), kolom, str(deel[BASIS_WEG].max()), stijlen["verschil"])
    elif len(basis):
        blad.write_number(5 + len(deel), kolom, int(basis.iloc[0]))
