"""Everything that the analyst filled in beside traject.toml: questions, themes, margins, follow-up, released quotes."""

from __future__ import annotations

import hashlib
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from pathlib import Path

import pandas as pd

from burgerdata.errors import BronError, ContractError, Probleem
from burgerdata.instruments import Vragenlijst
from burgerdata.instruments.suggestions import suggest
from burgerdata.loading.analyst_tables import Ingevuld, read_citaten, read_doorwerking, read_marges
from burgerdata.loading.fill_in import Invultabel, find_invulbestand, read_invultabel
from burgerdata.loading.hernoemd import list_koppen
from burgerdata.loading.vragenlijst import read_vragenlijst
from burgerdata.settings import Instellingen
from burgerdata.shapes import RIJ
from burgerdata.text import Codebook
from burgerdata.text.thema import KOLOMMEN as THEMA_KOLOMMEN
from burgerdata.text.thema import Thema
from burgerdata.text.themawoorden import find_genoemd


@dataclass(frozen=True)
class Invoer:
    """What the analyst filled in, ready to use, and everything that is wrong with it."""

    lijst: Vragenlijst
    marges: pd.DataFrame
    doorwerking: pd.DataFrame
    citaten: pd.DataFrame
    codebook: Codebook | None
    bronnen: pd.DataFrame
    problemen: tuple[Probleem, ...]


def read_invoer(instellingen: Instellingen, map_: Path) -> Invoer:
    """Return all tables of the analyst in a folder; a table that is not there is empty."""
    namen = [levering.naam for levering in instellingen.leveringen]
    koppen = partial(list_koppen, instellingen, map_)
    lijst, problemen, tabellen = read_vragenlijst(map_, namen, lees_koppen=koppen)
    codebook, pad = _read_codebook(map_, problemen)
    marges, doorwerking, citaten = read_marges(map_), read_doorwerking(map_), read_citaten(map_)
    # of a list of themes that cannot be read no name would be known
    themas = doorwerking if pad is not None and codebook is None else _match_themas(doorwerking, codebook)
    for ingevuld in (marges, themas, citaten):
        problemen += ingevuld.problemen
    bronnen = [_describe(tabel, "vragen") for tabel in tabellen]
    paren = ((marges, "marges"), (themas, "doorwerking"), (citaten, "citaten"))
    bronnen += [_describe(ingevuld.tabel, rol) for ingevuld, rol in paren if ingevuld.tabel is not None]
    if pad is not None and codebook is not None:
        bronnen.append(_describe_codebook(pad, len(codebook.inhoud)))
    return Invoer(
        lijst=lijst,
        marges=marges.frame.drop(columns=RIJ, errors="ignore"),
        doorwerking=themas.frame.drop(columns=[RIJ, "thema"], errors="ignore"),
        citaten=citaten.frame,
        codebook=codebook,
        bronnen=pd.DataFrame(bronnen),
        problemen=tuple(problemen),
    )


def _read_codebook(map_: Path, problemen: list[Probleem]) -> tuple[Codebook | None, Path | None]:
    pad = find_invulbestand(map_, "themalijst")
    if pad is None or _is_empty(pad):
        return None, None
    try:
        codebook = Codebook.from_file(pad)
    except ContractError as fout:
        problemen += fout.lijst
        return None, pad
    except BronError as fout:
        problemen.append(fout.probleem)
        return None, pad
    return codebook, pad


def _is_empty(pad: Path) -> bool:
    """Return whether the list is still as `nieuw` wrote it: headers and no theme."""
    tabel = read_invultabel(pad, blad="themalijst", kolommen=THEMA_KOLOMMEN)
    return tabel.bron is not None and not tabel.problemen and not (tabel.frame["thema"] != "").any()


def _match_themas(doorwerking: Ingevuld, codebook: Codebook | None) -> Ingevuld:
    """Return the follow-up with themes by id; an analyst may write the name of a theme as well.

    In the column ``thema`` stands what others call it: where that is no theme of the list, the row is about none.
    """
    frame, tabel = doorwerking.frame, doorwerking.tabel
    if tabel is None or frame.empty:
        return doorwerking
    themas = (
        codebook.themas if codebook is not None else pd.DataFrame({"thema_id": [], "naam": []}, dtype="str")
    )
    ids = themas["thema_id"].astype("str").tolist()
    gevonden = find_themas(frame["thema_id"], themas)
    fout = frame[(frame["thema_id"] != "") & (gevonden == "")]
    problemen = [
        tabel.report(
            "dit thema staat niet in de themalijst",
            suggest(thema, ids) if ids else "vul themalijst.xlsx in, of laat deze cel leeg",
            rij=int(rij),
            kolom="thema_id",
        )
        for thema, rij in zip(fout["thema_id"], fout[RIJ], strict=True)
    ]
    inhoud = codebook.inhoud if codebook is not None else ()
    in_woorden = find_themas(frame["thema"], themas, inhoud).where(frame["thema_id"] == "", "")
    nieuw = frame.assign(thema_id=gevonden.where(gevonden != "", in_woorden).astype("str"))
    return Ingevuld(nieuw, (*doorwerking.problemen, *problemen), tabel)


def find_themas(cellen: pd.Series, themas: pd.DataFrame, inhoud: Sequence[Thema] = ()) -> pd.Series:
    """Return the id of the theme that each cell names, by its id or its name; empty where it is none of them.

    With ``inhoud``, the themes with their patterns, a cell may say it in other words where these fit one theme alone.

    Examples
    --------
    >>> themas = pd.DataFrame({"thema_id": ["wachttijd"], "naam": ["Lange wachttijd"]})
    >>> find_themas(pd.Series(["lange wachttijd ", "wachttijd", "geld"]), themas).tolist()
    ['wachttijd', 'wachttijd', '']
    """
    ids = themas["thema_id"].astype("str").tolist()
    namen = themas["naam"].astype("str").str.strip().str.casefold()
    bij_naam = dict(zip(namen, ids, strict=True)) | {naam.casefold(): naam for naam in ids}
    los = cellen.astype("str").tolist()
    gevonden = find_genoemd(los, inhoud) if inhoud else [()] * len(los)
    enige = {cel: themas[0] for cel, themas in zip(los, gevonden, strict=True) if len(themas) == 1}
    return cellen.map(lambda cel: bij_naam.get(cel.strip().casefold()) or enige.get(cel, "")).astype("str")


def _describe(tabel: Invultabel, rol: str) -> dict[str, object]:
    """Return the row of bronnen about a table that the analyst filled."""
    sha256 = tabel.bron.sha256 if tabel.bron else ""
    return _row(tabel.bestand, tabel.blad, rol, sha256, len(tabel.frame))


def _describe_codebook(pad: Path, aantal: int) -> dict[str, object]:
    return _row(pad.name, "", "themalijst", hashlib.sha256(pad.read_bytes()).hexdigest(), aantal)


def _row(bestand: str, blad: str, rol: str, sha256: str, aantal: int) -> dict[str, object]:
    return {
        "bestand": bestand,
        "blad": blad,
        "formaat": "csv" if bestand.endswith(".csv") else "excel",
        "rol": rol,
        "gebruikt": True,
        "sha256": sha256,
        "records_in": aantal,
        "records_uit": aantal,
        "records_verklaard": 0,
    }
