"""vragen.xlsx -> Vragenlijst: what the analyst says about each question, and the groups to recode into."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.instruments.suggestions import suggest
from burgerdata.instruments.values import read_getallen
from burgerdata.instruments.vraagregels import Groepregel, Vraagregel, Vragenlijst
from burgerdata.loading.fill_in import Invultabel, find_invulbestand, read_invultabel
from burgerdata.loading.hernoemd import Koppen, find_hernoemd, suggest_leveringen
from burgerdata.schema import FASE, GEBRUIK, KOMPASVRAAG, LEEG, VRAAG_ROL, VRAAG_SOORT
from burgerdata.shapes import RIJ

VRAGEN_KOLOMMEN = tuple(veld.name for veld in dataclasses.fields(Vraagregel) if veld.name != "rij")
GROEPEN_KOLOMMEN = ("kenmerk", "uit", "van", "tot", "codes", "label")
_WOORDEN: Mapping[str, Sequence[str]] = {
    "soort": VRAAG_SOORT,
    "rol": VRAAG_ROL,
    "gebruik": GEBRUIK,
    "fase": FASE,
    "kompasvraag": KOMPASVRAAG,
    "leeg": LEEG,
}
_TERUG = "verwijder deze rijen of zet de levering terug"
_FLAGS = {"ja": True, "nee": False, "waar": True, "onwaar": False, "1": True, "0": False, "": None, "?": None}


def read_vragenlijst(
    map_: Path, leveringen: Sequence[str], *, lees_koppen: Callable[[], Koppen] | None = None
) -> tuple[Vragenlijst, list[Probleem], list[Invultabel]]:
    """Return the questionnaire, everything that is wrong with it, and the tables it was read from.

    ``leveringen`` are the names of the deliveries, ``lees_koppen`` gives the headers of their files: by these the rows of a
    delivery that got another name in traject.toml are still of it. Without vragen.xlsx (or vragen.csv, with groepen.csv beside it) the
    questionnaire is empty: the files then tell what there is.
    """
    pad = find_invulbestand(map_, "vragen")
    if pad is None:
        return Vragenlijst(), [], []
    vragen = read_invultabel(pad, blad="vragen", kolommen=VRAGEN_KOLOMMEN, nodig=("levering", "kolom"))
    groepen_pad = pad if pad.suffix == ".xlsx" else find_invulbestand(map_, "groepen")
    tabellen = [vragen]
    if groepen_pad is not None:
        tabellen.append(read_invultabel(groepen_pad, blad="groepen", kolommen=GROEPEN_KOLOMMEN))
    problemen = [probleem for tabel in tabellen for probleem in tabel.problemen]
    rijen = _rows(vragen, "kolom")
    kolommen: dict[str, list[str]] = {}
    for rij in rijen:
        kolommen.setdefault(rij["levering"], []).append(rij["kolom"])
    nieuw = find_hernoemd(kolommen, leveringen, lees_koppen)
    rijen = [{**rij, "levering": nieuw.get(rij["levering"], rij["levering"])} for rij in rijen]
    kolommen = {naam: eigen for naam, eigen in kolommen.items() if naam not in nieuw}
    raad = suggest_leveringen(kolommen, leveringen, lees_koppen)
    regels = [_read_vraag(rij, vragen, raad, problemen) for rij in rijen]
    groepen = [
        _read_groep(rij, tabel, problemen) for tabel in tabellen[1:] for rij in _rows(tabel, "kenmerk")
    ]
    return Vragenlijst(tuple(regels), tuple(groepen), pad.name), problemen, tabellen


def _rows(tabel: Invultabel, sleutel: str) -> list[dict[str, str]]:
    gevuld = tabel.frame[tabel.frame[sleutel] != ""]
    return [{str(naam): cel for naam, cel in rij.items()} for rij in gevuld.to_dict("records")]


def _read_vraag(
    rij: dict[str, str], tabel: Invultabel, onbekend: Mapping[str, str], problemen: list[Probleem]
) -> Vraagregel:
    """Return one row; ``onbekend`` maps each name that no delivery has to what to say of it."""
    nummer = int(rij[RIJ])
    cellen = {naam: "" if rij[naam] == "?" else rij[naam] for naam in VRAGEN_KOLOMMEN}
    if (raad := onbekend.get(rij["levering"])) is not None:
        wat = "deze levering staat niet in traject.toml"
        remedie = f"{raad} Zo niet, {_TERUG}" if raad.endswith("?") else f"{raad}, of {_TERUG}"
        problemen.append(tabel.report(wat, remedie, rij=nummer, kolom="levering"))
    for naam, woorden in _WOORDEN.items():
        cellen[naam] = _read_word(cellen[naam], woorden)
        if cellen[naam] and cellen[naam] not in woorden:
            remedie = suggest(cellen[naam], woorden)
            problemen.append(
                tabel.report("dit woord hoort niet in de lijst", remedie, rij=nummer, kolom=naam)
            )
            cellen[naam] = ""
    omkeren = cellen.pop("omkeren").casefold()
    if omkeren not in _FLAGS:
        problemen.append(
            tabel.report("dit is geen ja of nee", "vul ja of nee in", rij=nummer, kolom="omkeren")
        )
    return Vraagregel(**cellen, rij=nummer, omkeren=_FLAGS.get(omkeren))


def _read_word(cel: str, woorden: Sequence[str]) -> str:
    """Return the word as the vocabulary writes it; p1 is P1, "meer antwoorden" is meer_antwoorden."""
    gevouwen = {woord.casefold(): woord for woord in woorden}
    return gevouwen.get(cel.casefold().replace(" ", "_"), cel)


def _read_groep(rij: dict[str, str], tabel: Invultabel, problemen: list[Probleem]) -> Groepregel:
    nummer = int(rij[RIJ])
    grenzen = {naam: _read_bound(rij[naam], naam, nummer, tabel, problemen) for naam in ("van", "tot")}
    codes = tuple(code.strip() for code in rij["codes"].split(";") if code.strip())
    if not rij["uit"] or not rij["label"]:
        kolom = "label" if rij["uit"] else "uit"
        problemen.append(
            tabel.report("deze cel is leeg", "vul haar in of verwijder de rij", rij=nummer, kolom=kolom)
        )
    if not codes and grenzen["van"] is None and grenzen["tot"] is None:
        remedie = "vul van en tot in, of codes gescheiden door een puntkomma"
        problemen.append(tabel.report("deze groep is leeg", remedie, rij=nummer, kolom="codes"))
    if rij["kenmerk"] == rij["uit"]:
        wat = "een groep kan niet dezelfde naam hebben als de vraag waaruit zij komt"
        problemen.append(tabel.report(wat, "geef het kenmerk een eigen naam", rij=nummer, kolom="kenmerk"))
    return Groepregel(rij["kenmerk"], rij["uit"], rij["label"], nummer, grenzen["van"], grenzen["tot"], codes)


def _read_bound(
    cel: str, naam: str, nummer: int, tabel: Invultabel, problemen: list[Probleem]
) -> float | None:
    if not cel:
        return None
    getal = read_getallen(pd.Series([cel], dtype="str")).iloc[0]
    if pd.isna(getal):
        problemen.append(tabel.report("dit is geen getal", "vul alleen cijfers in", rij=nummer, kolom=naam))
        return None
    return float(getal)
