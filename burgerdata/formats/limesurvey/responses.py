"""LimeSurvey's answers (CSV, Excel, VV): one row per response, described by the questionnaire when there is one."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import is_coded, is_filled, list_cells, set_cells
from burgerdata.formats.header_rows import read_rectangles
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.limesurvey.columns import Deel, Uitkomst, convert
from burgerdata.formats.limesurvey.fields import Veld
from burgerdata.formats.limesurvey.headers import Kop, is_fieldwork, read_veld, split_headers
from burgerdata.formats.limesurvey.matching import Vragenlijst, find_vragenlijst, read_vragenlijst
from burgerdata.formats.limesurvey.words import NOT_APPLICABLE, are_yes_no
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import AFGEBROKEN, NIET_GETOOND, RIJ, VELDWERK, Bron, Kolom, Tabel

FORMAAT = "limesurvey"
_NO_DATE = "1980-01-01"
"""Written where an anonymous survey keeps no moments: finished, but nobody knows when."""


def read_limesurvey(bron: Bron, *, blad: str = "", vragenlijst: Bron | None = None) -> list[Ruw]:
    """Return the responses of an export in any header mode, short or long answers.

    Labels, kinds of questions and texts come from ``vragenlijst``, or from the questionnaire beside the file that fits
    its columns; without one, from the headers and cells. Answers that a person who stopped did not reach are told apart
    from empty ones.

    Raises
    ------
    BronError
        When the file cannot be read as a table, or the questionnaire that was named is of another survey.
    """
    return [describe(ruw, bron, vragenlijst) for ruw in read_rectangles(bron, blad=blad, gecodeerd=True)]


def describe(ruw: Ruw, bron: Bron, vragenlijst: Bron | None = None, *, teksten: Sequence[str] = ()) -> Ruw:
    """Return the table with its columns described; ``teksten`` are question texts that the file gives beside codes."""
    tabel = ruw.vorm
    assert isinstance(tabel, Tabel)  # LimeSurvey writes tables only
    koppen = split_headers([kolom.herkomst for kolom in tabel.kolommen])
    lijst = (
        read_vragenlijst(vragenlijst, koppen) if vragenlijst is not None else find_vragenlijst(bron, koppen)
    )
    if teksten:
        koppen = [replace(kop, tekst=tekst) for kop, tekst in zip(koppen, teksten, strict=True)]
    logboek = ruw.logboek
    frame = _mark_broken_off(tabel.frame, tabel.kolommen, koppen, logboek)
    frame = _clear_dates(frame, tabel.kolommen, koppen, logboek)
    uit = _convert_all(tabel.kolommen, koppen, frame, lijst)
    nieuw = pd.DataFrame({RIJ: frame[RIJ], **{kolom.naam: cellen for kolom, cellen in uit}}, copy=False)
    kolommen = tuple(kolom for kolom, _ in uit)
    vorm = Tabel(tabel.bestand, FORMAAT, nieuw, kolommen, tabel.blad)
    return Ruw(vorm, ruw.records_in, logboek, lijst.bestand if lijst else "")


def _convert_all(
    kolommen: Sequence[Kolom], koppen: Sequence[Kop], frame: pd.DataFrame, lijst: Vragenlijst | None
) -> Uitkomst:
    uit: Uitkomst = []
    wacht: list[Deel] = []
    for nummer, (kolom, kop) in enumerate(zip(kolommen, koppen, strict=True)):
        veld = lijst.velden.get(nummer) if lijst else None
        if veld is None and (kop.meta or is_fieldwork(kop.code or kop.tekst)):
            uit += convert(wacht)
            wacht = []
            naam = kop.meta or kolom.naam
            uit.append((replace(kolom, naam=naam, soort=VELDWERK), frame[kolom.naam]))
        else:
            eigen = veld or read_veld(kop)
            wacht.append(Deel(_name(kolom, kop, eigen), kolom.herkomst, eigen, frame[kolom.naam]))
    return uit + convert(wacht)


def _name(kolom: Kolom, kop: Kop, veld: Veld) -> str:
    """Return the code of a column as its name where it has one, else its header."""
    return veld.code if kop.code or veld.sgqa else kolom.naam


def _clear_dates(
    frame: pd.DataFrame, kolommen: Sequence[Kolom], koppen: Sequence[Kop], logboek: Logboek
) -> pd.DataFrame:
    """Return the frame without moments that stand for "not kept"."""
    for kolom, kop in zip(kolommen, koppen, strict=True):
        if kop.meta not in ("submitdate", "startdate", "datestamp"):
            continue
        cellen = frame[kolom.naam]
        # of a long column one look at all of it tells that none does
        if not is_coded(cellen) and f"\n{_NO_DATE}" not in "\n".join(["", *cellen.to_numpy()]):
            continue
        leeg = cellen.str.startswith(_NO_DATE)
        if leeg.any():
            logboek.note("cel_gewijzigd", kolom=kolom.naam, aantal=int(leeg.sum()))
            frame = frame.assign(**{kolom.naam: set_cells(frame[kolom.naam], leeg, "")})
    return frame


def _mark_broken_off(
    frame: pd.DataFrame, kolommen: Sequence[Kolom], koppen: Sequence[Kop], logboek: Logboek
) -> pd.DataFrame:
    """Return the frame with a sign in the empty cells at the end of responses that were never handed in; they are counted."""
    moment = next((k.naam for k, kop in zip(kolommen, koppen, strict=True) if kop.meta == "submitdate"), "")
    if not moment:
        return frame
    niet_af = ~is_filled(frame[moment]).to_numpy(dtype=bool)
    if not niet_af.any():
        return frame
    logboek.note("niet_afgerond", kolom=moment, aantal=int(niet_af.sum()))
    gestopt = frame.loc[niet_af]
    bereikt = pd.Series(False, index=gestopt.index, dtype="bool")
    nieuw = {}
    for kolom, kop in reversed(list(zip(kolommen, koppen, strict=True))):
        if kop.meta or is_fieldwork(kop.code or kop.tekst):
            continue
        cellen = gestopt[kolom.naam]
        leeg = cellen.isin(_list_blanks(frame[kolom.naam]))
        bereikt |= ~leeg
        nieuw[kolom.naam] = (leeg & ~bereikt).reindex(frame.index, fill_value=False)
    gemerkt = {naam: set_cells(frame[naam], waar, AFGEBROKEN) for naam, waar in nieuw.items()}
    return frame.assign(**gemerkt)


def _list_blanks(cellen: pd.Series) -> list[str]:
    """Return what stands in a column for "no value": of ticks and of yes and no that includes "not applicable"."""
    waarden = [cel for cel in list_cells(cellen) if cel.strip()]
    nvt = [cel for cel in waarden if cel.strip().casefold() in NOT_APPLICABLE]
    return ["", NIET_GETOOND, *(nvt if nvt and are_yes_no(waarden) else [])]
