"""A list beside the answers, such as the weights that a bureau delivers: its columns joined to the persons of a survey."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.getallen import format_getal
from burgerdata.instruments.values import read_getallen
from burgerdata.instruments.vraagregels import fold
from burgerdata.intake import Logboek
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RIJ, Tabel

_GOLFKOPPEN = frozenset(["meting", "golf", "ronde", "wave", "meetmoment"])
_SAME = "vraag het bureau om een bestand met de nummers die in de antwoorden staan, of verbeter 'persoon' in traject.toml"


def join_lijst(tabel: Tabel, hulp: Sequence[Tabel], levering: Levering, meting: str = "") -> Tabel:
    """Return the answers with the columns of ``deelnemerslijst`` that they do not have, empty for who is not on it.

    A row of the list without a number is of nobody. Of a list that says of which wave a row is, those of ``meting`` count.

    Raises
    ------
    ContractError
        When a person stands on the list twice, nobody on it gave answers, or both files give a weight and not the same.
    """
    lijst = next((deel for deel in hulp if deel.bestand == levering.deelnemerslijst), None)
    if lijst is None:
        return tabel
    met = lijst.frame[lijst.frame[PERSOON].ne("")]
    lijst = _pick_meting(replace(lijst, frame=met), levering, meting)
    _check(tabel, lijst, levering)
    eigen = {fold(kolom.naam) for kolom in tabel.kolommen}
    erbij = tuple(kolom for kolom in lijst.kolommen if fold(kolom.naam) not in eigen)
    per_persoon = lijst.frame.set_index(PERSOON)
    cellen = {
        kolom.naam: tabel.frame[PERSOON].map(per_persoon[kolom.naam].astype("str")).fillna("").astype("str")
        for kolom in erbij
    }
    frame = pd.concat([tabel.frame, pd.DataFrame(cellen, index=tabel.frame.index)], axis=1)
    return replace(tabel, frame=frame, kolommen=(*tabel.kolommen, *erbij))


def note_unanswered(tabel: Tabel, hulp: Sequence[Tabel], levering: Levering) -> pd.DataFrame:
    """Return the note of people on the list who have a weight and gave no answers: a bureau weights who answered."""
    lijst = next((deel for deel in hulp if deel.bestand == levering.deelnemerslijst), None)
    kolom = find_kolom(lijst, levering.gewicht) if lijst is not None and levering.gewicht else None
    if lijst is None or kolom is None:
        return Logboek("").to_frame()
    gewogen = read_getallen(lijst.frame[kolom.naam].astype("str")).gt(0) & lijst.frame[PERSOON].ne("")
    logboek = Logboek(lijst.bestand, lijst.blad)
    afwezig = ~lijst.frame.loc[gewogen, PERSOON].isin(tabel.frame[PERSOON])
    logboek.note("gewicht_zonder_antwoorden", aantal=int(afwezig.sum()), kolom=kolom.naam)
    return logboek.to_frame()


def find_golfkolom(koppen: Iterable[str], levering: Levering) -> str:
    """Return the column of a list that says of which wave each row is; empty where a delivery has one wave only.

    Examples
    --------
    >>> golven = Levering("panel", "klantpanel", metingen={"t0": "a.csv", "t1": "b.csv"})
    >>> find_golfkolom(["nr", "Meting", "gewicht"], golven)
    'Meting'
    """
    if len(levering.metingen) < 2:
        return ""
    return next((kop for kop in koppen if fold(kop) in _GOLFKOPPEN), "")


def _pick_meting(lijst: Tabel, levering: Levering, meting: str) -> Tabel:
    """Return the rows of one wave, without the column that says so; a list without it, or a row per person, as it is."""
    kop = find_golfkolom([kolom.naam for kolom in lijst.kolommen], levering)
    if not kop:
        return lijst
    frame = lijst.frame
    if frame[PERSOON].duplicated().any():
        eigen = {_bare_golf(golf): golf for golf in levering.metingen}
        golf = frame[kop].astype("str").map(lambda cel: eigen.get(_bare_golf(cel), ""))
        if golf.eq("").any():
            eerste = int(frame.loc[golf.eq(""), RIJ].iloc[0])
            wat = f"bij {format_getal(int(golf.eq('').sum()))} rijen staat geen meting van levering '{levering.naam}'"
            remedie = f"schrijf hier {' of '.join(repr(naam) for naam in levering.metingen)}"
            raise ContractError([Probleem(wat, remedie, lijst.bestand, lijst.blad, eerste, kop)])
        frame = frame[golf.eq(meting)]
    if fold(kop) in {fold(naam) for naam in levering.kenmerken}:
        return replace(lijst, frame=frame)
    houden = tuple(kolom for kolom in lijst.kolommen if kolom.naam != kop)
    return replace(lijst, frame=frame.drop(columns=kop), kolommen=houden)


def _bare_golf(naam: str) -> str:
    """Return the name of a wave without the word for one: meting 02 is 2, and so is t2."""
    return re.sub(r"^(?:(?:meting|golf|ronde|wave|meetmoment)[ _.-]*|t)?0*(?=.)", "", fold(naam))


def _check(tabel: Tabel, lijst: Tabel, levering: Levering) -> None:
    dubbel = lijst.frame.loc[lijst.frame[PERSOON].duplicated(), RIJ]
    if len(dubbel):
        wat = f"{format_getal(len(dubbel))} {'mens staat' if len(dubbel) == 1 else 'mensen staan'} vaker op deze lijst"
        remedie = "haal de dubbele rijen weg: van ieder geldt één gewicht"
        if len(levering.metingen) > 1:
            remedie = "is er een rij per mens en meting, zet dan in een kolom 'meting' bij welke meting een rij hoort; haal anders weg wat dubbel is"
        raise ContractError([Probleem(wat, remedie, lijst.bestand, lijst.blad, int(dubbel.iloc[0]))])
    if not tabel.frame[PERSOON].isin(lijst.frame[PERSOON]).any():
        wat = f"geen enkel nummer op deze lijst komt voor bij '{levering.persoon}' in {tabel.bestand}"
        raise ContractError([Probleem(wat, _SAME, lijst.bestand, lijst.blad)])
    if problemen := _find_other_weights(tabel, lijst, levering):
        raise ContractError(problemen)


def _find_other_weights(tabel: Tabel, lijst: Tabel, levering: Levering) -> list[Probleem]:
    """Return a problem for each column of the design that is in both files and says something else of who is on the list."""
    velden = [
        ("gewicht", levering.gewicht),
        ("langsgewicht", levering.langsgewicht),
        ("stratum", levering.stratum),
    ]
    velden += [(veld, naam) for veld in ("cluster", "fpc") for naam in getattr(levering, veld)]
    return [
        Probleem(
            f"de kolom '{naam}' bij '{veld}' staat in {tabel.bestand} en ook op deze lijst, met andere waarden",
            f"haal haar weg uit het bestand dat niet geldt, of geef haar op de lijst een andere kop en noem die bij '{veld}'",
            lijst.bestand,
            lijst.blad,
            kolom=naam,
        )
        for veld, naam in velden
        if naam and _differs(tabel, lijst, naam)
    ]


def _differs(tabel: Tabel, lijst: Tabel, naam: str) -> bool:
    eigen, ander = find_kolom(tabel, naam), find_kolom(lijst, naam)
    if eigen is None or ander is None:
        return False
    per_persoon = lijst.frame.set_index(PERSOON)[ander.naam].astype("str")
    links, rechts = tabel.frame[eigen.naam].astype("str"), tabel.frame[PERSOON].map(per_persoon)
    op_lijst = rechts.notna()
    links, rechts = links[op_lijst].str.strip(), rechts[op_lijst].astype("str").str.strip()
    # 1 and 1,00 are one weight
    return bool((links.ne(rechts) & read_getallen(links).ne(read_getallen(rechts))).any())
