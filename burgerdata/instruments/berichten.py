"""Rows of a table of messages: who wrote what, when, about which task, in answer to which other message."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.instruments.bericht_rollen import read_rollen
from burgerdata.instruments.columns import GROEP, TIJDSTIP
from burgerdata.instruments.momenten import read_momenten
from burgerdata.instruments.records import find_test_rows
from burgerdata.instruments.values import is_filled, read_datums
from burgerdata.instruments.velden import Velden
from burgerdata.intake import Logboek
from burgerdata.schema.berichtvelden import TEKSTVELDEN
from burgerdata.settings import Levering
from burgerdata.shapes import HERHAALD, ORGANISATIE, OUDER, PERSOON, RECORD, RIJ, Tabel

ROL, TAAK, TEKST, SOORT = "_rol", "_taak", "_tekst", "_soort"
_EIGEN = (RIJ, RECORD, ORGANISATIE, HERHAALD, "gespreksleider")
_TITLES_DIFFER = 0.9


def read_berichten(tabel: Tabel, velden: Velden, levering: Levering, logboek: Logboek) -> pd.DataFrame:
    """Return the rows that hold a text, with ROL, GROEP, TAAK, TIJDSTIP, TEKST and SOORT beside the cells of the source.

    Test rows, rows without text, and rows that are the same with the same number, or in which the same person says the same
    at the same moment, go out; what is the same but cannot be told to be one message is noted and kept.
    """
    frame = tabel.frame
    leeg = pd.Series("", index=frame.index, dtype="str")
    cellen = {rol: frame[namen[0]] for rol, namen in velden.items()}
    groep = cellen.get("groep", cellen.get("kanaal", leeg)).str.split().str.join(" ")
    eigen = {
        ROL: read_rollen(tabel, velden["rol"][0] if "rol" in velden else ""),
        GROEP: groep,
        TAAK: cellen.get("taak", leeg).str.split().str.join(" "),
        TIJDSTIP: _read_moment(cellen, leeg),
        TEKST: _join_text(tabel, velden),
        SOORT: pd.Series("stelling" if "stelling" in velden else "bericht", index=frame.index, dtype="str"),
    }
    if OUDER not in frame:
        eigen[OUDER] = leeg
    over = _select(frame.assign(**eigen), tabel, levering, logboek)
    _note_datums(over, velden, logboek)
    return over


def _note_datums(frame: pd.DataFrame, velden: Velden, logboek: Logboek) -> None:
    """Note each filled cell with a day that cannot be read or does not exist: its message stays, without a day."""
    naam = next((velden[rol][0] for rol in ("tijdstip", "datum") if rol in velden), "")
    if naam:
        for rij in frame.loc[is_filled(frame[naam]) & frame[TIJDSTIP].isna(), RIJ]:
            logboek.note("datum_onleesbaar", rij=int(rij), kolom=naam)


def is_bericht_tabel(velden: Velden) -> bool:
    """Return whether a table holds messages: it has a column with what was written, or at least a title."""
    return any(rol in velden for rol in (*TEKSTVELDEN, "onderwerp"))


def _read_moment(cellen: dict[str, pd.Series], leeg: pd.Series) -> pd.Series:
    if "tijdstip" in cellen:
        return read_momenten(cellen["tijdstip"])
    if "datum" not in cellen:
        return read_datums(leeg)
    uur = cellen.get("tijd", leeg).str.extract(r"^\s*(\d{1,2})[:.](\d{2})")
    minuten = pd.to_numeric(uur[0]).fillna(0) * 60 + pd.to_numeric(uur[1]).fillna(0)
    return (read_momenten(cellen["datum"]) + pd.to_timedelta(minuten, unit="min")).astype("datetime64[s]")


def _join_text(tabel: Tabel, velden: Velden) -> pd.Series:
    """Return the title and the text of each row; a title that comes back with every reply is said once."""
    frame = tabel.frame
    tekst = _stack_cells(frame, [naam for rol in TEKSTVELDEN for naam in velden.get(rol, ())])
    if "onderwerp" not in velden:
        return tekst
    titel = frame[velden["onderwerp"][0]].str.strip()
    gevuld = titel[titel != ""]
    los = gevuld.nunique() >= _TITLES_DIFFER * len(gevuld)
    antwoord = frame[OUDER] != "" if OUDER in frame else pd.Series(False, index=frame.index)
    eerste = ~titel.duplicated() if not los else pd.Series(True, index=frame.index)
    titel = titel.where(eerste & ~antwoord & ~_starts_with(tekst, titel), "")
    return (titel + "\n" + tekst).str.strip()


def _starts_with(teksten: pd.Series, titels: pd.Series) -> pd.Series:
    paren = zip(teksten, titels, strict=True)
    return pd.Series(
        [bool(titel) and tekst.startswith(titel) for tekst, titel in paren], index=teksten.index, dtype="bool"
    )


def _stack_cells(frame: pd.DataFrame, namen: Sequence[str]) -> pd.Series:
    samen = pd.Series("", index=frame.index, dtype="str")
    for naam in namen:
        samen = (samen + "\n" + frame[naam].str.strip()).str.strip()
    return samen


def _select(frame: pd.DataFrame, tabel: Tabel, levering: Levering, logboek: Logboek) -> pd.DataFrame:
    proef = find_test_rows(tabel, levering)
    logboek.note("proefrij", aantal=int(proef.sum()))
    leeg = ~proef & ~is_filled(frame[TEKST])
    for rij in frame.loc[leeg, RIJ]:
        logboek.note("lege_rij", rij=int(rij))
    over = frame[~proef & ~leeg]
    # a title that comes back is said once: of TEKST equal rows have another one
    inhoud = [naam for naam in over.columns if naam not in (*_EIGEN, TEKST)]
    herhaald = over.duplicated(inhoud)
    genummerd = over[HERHAALD].astype("bool") if HERHAALD in over else False
    zeker = herhaald & (((over[PERSOON] != "") & over[TIJDSTIP].notna()) | genummerd)
    for rij in over.loc[zeker, RIJ]:
        logboek.note("dubbele_rij", rij=int(rij))
    gelijk = over.loc[herhaald & ~zeker, RIJ]
    if len(gelijk):
        logboek.note("gelijke_rij", aantal=len(gelijk), rij=int(gelijk.iloc[0]))
    return over[~zeker].reset_index(drop=True)
