"""marges, doorwerking and citaten as the analyst fills them -> frames that fit the contract."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from burgerdata.errors import Probleem, name_rijen
from burgerdata.instruments.aantallen import read_aantallen
from burgerdata.instruments.besluitwoorden import DUBIEUS, read_status
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.values import read_datums, read_getallen
from burgerdata.loading.fill_in import Invultabel, find_invulbestand, read_invultabel
from burgerdata.schema import TABELLEN, Kolomschema
from burgerdata.shapes import RIJ

CITATEN_KOLOMMEN = ("fragment_id", "activiteit", "tekst", "thema", "vrijgegeven_door", "datum")
_WHOLE_PERCENT = 1.5
_IN_WOORDEN = {"doorwerking": ("thema",)}
"""Columns beside those of the contract, in which an analyst may say in words what an id stands for."""


@dataclass(frozen=True)
class Ingevuld:
    """A table of the analyst that fits the contract, what was wrong with it, and where it came from."""

    frame: pd.DataFrame
    problemen: tuple[Probleem, ...] = ()
    tabel: Invultabel | None = None


def read_marges(map_: Path) -> Ingevuld:
    """Return the margins: variabele, categorie, aandeel (0 to 1; percentages are divided), aantal and their source.

    A category needs a share or a number, and the shares of one variable make 1.
    """
    ingevuld = _read_contract_table(map_, "marges", nodig=("variabele", "categorie"))
    if ingevuld.tabel is None:
        return ingevuld
    frame = ingevuld.frame.assign(aandeel=_as_shares(ingevuld.frame))
    problemen = [*ingevuld.problemen, *_check_marges(frame, ingevuld.tabel)]
    return Ingevuld(frame, tuple(problemen), ingevuld.tabel)


def read_doorwerking(map_: Path) -> Ingevuld:
    """Return what was done with each input; rows get a number where inbreng_id is empty.

    A status may be said in the words of a list of decisions, such as "ja, overgenomen". The column ``thema`` holds what
    a list of decisions calls the theme, where it has one.
    """
    ingevuld = _read_contract_table(
        map_, "doorwerking", nodig=("samenvatting",), sleutel="samenvatting", vertaal={"status": _as_status}
    )
    frame = ingevuld.frame
    nummers = pd.Series(
        [f"inbreng_{nummer}" for nummer in range(1, len(frame) + 1)], index=frame.index, dtype="str"
    )
    return Ingevuld(
        frame.assign(inbreng_id=frame["inbreng_id"].where(frame["inbreng_id"] != "", nummers)),
        ingevuld.problemen,
        ingevuld.tabel,
    )


def read_citaten(map_: Path) -> Ingevuld:
    """Return the released quotes: fragment_id (may be empty), activiteit, tekst, thema, vrijgegeven_door, datum.

    A quote without a name behind its release is not released: that is a problem.
    """
    pad = find_invulbestand(map_, "citaten")
    if pad is None:
        return Ingevuld(pd.DataFrame({naam: pd.Series(dtype="str") for naam in CITATEN_KOLOMMEN}))
    tabel = read_invultabel(
        pad, blad="citaten", kolommen=CITATEN_KOLOMMEN, nodig=("tekst", "vrijgegeven_door")
    )
    frame = tabel.frame[(tabel.frame["tekst"] != "") & (tabel.frame["vrijgegeven_door"] != "")]
    problemen = list(tabel.problemen)
    datums = read_datums(frame["datum"])
    problemen += _bad_cells(frame, "datum", datums.isna(), tabel, "dit is geen datum", "schrijf 2026-03-01")
    return Ingevuld(
        frame.drop(columns=RIJ).assign(datum=datums).reset_index(drop=True), tuple(problemen), tabel
    )


def _as_status(cel: str) -> str:
    """Return the word of the vocabulary that a status means, the cell itself where it means none."""
    status = read_status(cel)
    return cel if status in ("", DUBIEUS) else status


def _read_contract_table(
    map_: Path,
    naam: str,
    *,
    nodig: Sequence[str],
    sleutel: str = "",
    vertaal: Mapping[str, Callable[[str], str]] | None = None,
) -> Ingevuld:
    schema = TABELLEN[naam]
    pad = find_invulbestand(map_, naam)
    if pad is None:
        return Ingevuld(pd.DataFrame({kolom: pd.Series(dtype="str") for kolom in schema.namen}))
    erbij = _IN_WOORDEN.get(naam, ())
    tabel = read_invultabel(pad, blad=naam, kolommen=(*schema.namen, *erbij), nodig=nodig)
    frame = tabel.frame[tabel.frame[sleutel or nodig[0]] != ""]
    frame = frame.assign(**{kop: frame[kop].map(lees).astype("str") for kop, lees in (vertaal or {}).items()})
    problemen = list(tabel.problemen)
    kolommen: dict[str, pd.Series] = {kop: frame[kop] for kop in erbij}
    for kolom in schema.kolommen:
        kolommen[kolom.naam] = _read_column(frame, kolom, tabel, problemen)
    return Ingevuld(
        pd.DataFrame(kolommen | {RIJ: frame[RIJ]}).reset_index(drop=True), tuple(problemen), tabel
    )


def _read_column(
    frame: pd.DataFrame, kolom: Kolomschema, tabel: Invultabel, problemen: list[Probleem]
) -> pd.Series:
    cellen = frame[kolom.naam].where(frame[kolom.naam] != "?", "")
    if kolom.dtype in ("getal", "datum"):
        lees: Callable[[pd.Series], pd.Series] = read_getallen if kolom.dtype == "getal" else read_datums
        lees = read_aantallen if kolom.naam == "aantal" else lees
        wat, remedie = _REMEDIES[kolom.dtype]
        gelezen = lees(cellen)
        problemen += _bad_cells(frame, kolom.naam, gelezen.isna() & (cellen != ""), tabel, wat, remedie)
        return gelezen
    if kolom.dtype == "woord":
        woorden = cellen.str.casefold().str.replace(" ", "_", regex=False)
        fout = (woorden != "") & ~woorden.isin(list(kolom.woorden))
        remedie = suggest(str(woorden[fout].iloc[0]), kolom.woorden) if fout.any() else ""
        problemen += _bad_words(frame, kolom.naam, fout, tabel, remedie)
        return woorden.where(~fout, "")
    return cellen


_REMEDIES: Mapping[str, tuple[str, str]] = {
    "getal": ("dit is geen getal", "vul alleen cijfers in, met een komma voor decimalen"),
    "datum": ("dit is geen datum", "schrijf 2026-03-01"),
}


def _bad_cells(
    frame: pd.DataFrame, kolom: str, fout: pd.Series, tabel: Invultabel, wat: str, remedie: str
) -> list[Probleem]:
    gevuld = fout & (frame[kolom] != "")
    return [tabel.report(wat, remedie, rij=int(rij), kolom=kolom) for rij in frame.loc[gevuld, RIJ]]


def _bad_words(
    frame: pd.DataFrame, kolom: str, fout: pd.Series, tabel: Invultabel, remedie: str
) -> list[Probleem]:
    """Return one problem for all rows with a word that the list does not have, with the rows named."""
    rijen = [int(rij) for rij in frame.loc[fout, RIJ]]
    if len(rijen) > 1:
        wat = f"in {name_rijen(rijen)} staat een woord dat niet in de lijst hoort"
        return [tabel.report(wat, remedie, kolom=kolom)]
    return [tabel.report("dit woord hoort niet in de lijst", remedie, rij=rij, kolom=kolom) for rij in rijen]


def _as_shares(frame: pd.DataFrame) -> pd.Series:
    """Return shares of 0 to 1: where the shares of a variable make about 100 they were typed as percentages."""
    som = frame["aandeel"].groupby(frame["variabele"], observed=True, dropna=False).transform("sum")
    return frame["aandeel"].where(som <= _WHOLE_PERCENT, frame["aandeel"] / 100)


def _check_marges(frame: pd.DataFrame, tabel: Invultabel) -> list[Probleem]:
    leeg = frame[frame["aandeel"].isna() & frame["aantal"].isna()]
    problemen = [
        tabel.report(
            "hier ontbreekt een aandeel of een aantal", "vul er een in", rij=int(rij), kolom="aandeel"
        )
        for rij in leeg[RIJ]
    ]
    gebroken = frame["aantal"].notna() & (frame["aantal"] % 1).ne(0)
    problemen += [
        tabel.report(
            "een aantal mensen is een heel getal, en hier staat er een met een breuk",
            "kijk in de bron: een punt is daar vaak die van duizend; is het een deel van alle mensen, schrijf het dan bij aandeel",
            rij=int(rij),
            kolom="aantal",
        )
        for rij in frame.loc[gebroken, RIJ]
    ]
    zonder_datum = tabel.frame.loc[tabel.frame["peildatum"].isin(["", "?"]), RIJ]
    problemen += [
        tabel.report(
            "de peildatum is leeg", "vul peildatum in, zoals 2026-01-01", rij=int(rij), kolom="peildatum"
        )
        for rij in frame.loc[frame[RIJ].isin(zonder_datum), RIJ]
    ]
    met_aandeel = frame[frame["aandeel"].notna()]
    for variabele, deel in met_aandeel.groupby("variabele", observed=True, dropna=False, sort=False):
        if abs(som := float(deel["aandeel"].sum()) - 1) > 0.015:
            wat = f"de aandelen van '{variabele}' zijn samen {100 * (som + 1):.0f}%"
            problemen.append(
                tabel.report(wat, "vul alle categorieën aan tot 100%", rij=int(deel[RIJ].iloc[0]))
            )
    return problemen
