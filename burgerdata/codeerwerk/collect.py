"""All workbooks of a traject -> coderingen of wijze mens, the new themes of coders, and what needs attention."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import pandas as pd

from burgerdata.codeerwerk.layout import CODEREN, MAP, NIEUW, NIEUWE_LIJST, list_werkboeken
from burgerdata.codeerwerk.match import (
    GOED,
    VERANDERD,
    WEG,
    is_gecodeerd,
    is_gevuld,
    match_regels,
    name_themas,
    stack_codes,
)
from burgerdata.codeerwerk.read import Werkboek, read_werkboek
from burgerdata.coding import make_coderingen, make_codeur
from burgerdata.errors import BronError, Probleem
from burgerdata.instruments.suggestions import suggest
from burgerdata.pseudonyms import Sleutel
from burgerdata.schema import SLEUTELTHEMAS
from burgerdata.shapes import RIJ
from burgerdata.text.themalijst import slug
from burgerdata.traject import Traject

_FEWEST_LETTERS = 2


@dataclass(frozen=True)
class Codeerwerk:
    """What the workbooks of a folder hold.

    ``coderingen`` fits the contract; ``nieuwe_themas`` are rows of themas that are not in the themalijst yet;
    ``overzicht`` has a row per workbook: bestand, codeur, gecodeerd, open, opnieuw (bekijken), weg (orphans);
    ``bronnen`` are rows of that table; ``problemen`` keep a workbook from being used as it is.
    """

    werkboeken: tuple[Werkboek, ...]
    coderingen: pd.DataFrame
    nieuwe_themas: pd.DataFrame
    overzicht: pd.DataFrame
    bronnen: pd.DataFrame
    problemen: tuple[Probleem, ...]


def add_codeerwerk(traject: Traject, map_: Path, sleutel: Sleutel) -> tuple[Traject, list[Probleem]]:
    """Return the Traject with what people coded in its workbooks, beside rules and proposals, and every problem."""
    if not list_werkboeken(map_):
        return traject, []
    werk = read_codeerwerk(traject, map_, sleutel)
    if not werk.werkboeken:
        return traject, list(werk.problemen)
    tabellen = {
        naam: _stack(traject.tabellen[naam], erbij)
        for naam, erbij in (("coderingen", werk.coderingen), ("bronnen", werk.bronnen))
    }
    themas = traject.themas
    if len(werk.nieuwe_themas):
        themas = _stack(themas, werk.nieuwe_themas).sort_values("volgorde", kind="stable")
    return traject.replace_tabellen(**tabellen, themas=themas), list(werk.problemen)


def read_codeerwerk(traject: Traject, map_: Path, sleutel: Sleutel) -> Codeerwerk:
    """Return what the workbooks in the folder of a traject hold, beside its texts and themes of today."""
    boeken, problemen = _read_all(map_)
    problemen += _find_doubles(boeken)
    nieuw = list_nieuwe_themas(boeken, traject.themas)
    problemen += [probleem for boek in boeken for probleem in _check_nieuw(boek)]
    themas = _stack(traject.themas, nieuw) if len(nieuw) else traject.themas
    namen = name_themas(themas)
    keuzes = [*themas["naam"].astype("str"), "geen thema"]
    codes = []
    rijen = []
    for boek in boeken:
        codeur = make_codeur(boek.naam, sleutel)
        status = match_regels(boek.regels, traject.fragmenten)
        gegeven = stack_codes(boek.regels[status.eq(GOED) & is_gecodeerd(boek.regels)], namen)
        problemen += [_report_thema(boek, rij, keuzes) for rij in _unknown(gegeven)]
        codes.append(gegeven[gegeven["thema_id"].ne("")].assign(codeur=codeur))
        rijen.append(_summarise(boek, status, codeur))
    leeg = pd.DataFrame({naam: pd.Series(dtype="str") for naam in ("fragment_id", "thema_id", "codeur")})
    gecodeerd = make_coderingen(
        pd.concat([leeg, *codes], ignore_index=True), traject.fragmenten, themas
    ).coderingen
    overzicht = pd.DataFrame(rijen, columns=["bestand", "codeur", "gecodeerd", "open", "opnieuw", "weg"])
    bronnen = [_describe(boek, nummer) for nummer, boek in enumerate(boeken, 1)]
    return Codeerwerk(tuple(boeken), gecodeerd, nieuw, overzicht, pd.DataFrame(bronnen), tuple(problemen))


def list_nieuwe_themas(boeken: Sequence[Werkboek], themas: pd.DataFrame) -> pd.DataFrame:
    """Return the themes that coders made up and the list does not have, as rows of themas; each name once."""
    bekend = set(name_themas(themas).values())
    rijen: dict[str, dict[str, object]] = {}
    laatste = themas.loc[~themas["thema_id"].isin(SLEUTELTHEMAS), "volgorde"]
    eerste = int(laatste.max()) + 1 if len(laatste) else 1
    for boek in boeken:
        for naam, omschrijving in zip(boek.nieuw["naam"], boek.nieuw["omschrijving"], strict=True):
            thema_id = slug(naam)
            if len(thema_id) < _FEWEST_LETTERS or thema_id in bekend or thema_id in rijen:
                continue
            plek = {"lijst": NIEUWE_LIJST, "volgorde": eerste + len(rijen)}
            rijen[thema_id] = {"thema_id": thema_id, "naam": naam, "omschrijving": omschrijving, **plek}
    return pd.DataFrame(
        list(rijen.values()), columns=["thema_id", "naam", "omschrijving", "lijst", "volgorde"]
    )


def state_nieuwe_themas(traject: Traject) -> str:
    """Return which themes of coders are not in the themalijst yet; empty when there are none."""
    nieuw = traject.themas[traject.themas["lijst"].astype("str").eq(NIEUWE_LIJST)]["naam"].astype("str")
    if nieuw.empty:
        return ""
    namen = ", ".join(f"'{naam}'" for naam in nieuw)
    wat = "Nieuw thema" if len(nieuw) == 1 else "Nieuwe thema's"
    return f"{wat} van codeurs: {namen}; zet {'het' if len(nieuw) == 1 else 'ze'} ook in themalijst.xlsx."


def _read_all(map_: Path) -> tuple[list[Werkboek], list[Probleem]]:
    boeken, problemen = [], []
    for pad in list_werkboeken(map_):
        try:
            boeken.append(read_werkboek(pad))
        except BronError as fout:
            problemen.append(fout.probleem)
    return boeken, problemen


def _find_doubles(boeken: Sequence[Werkboek]) -> list[Probleem]:
    """Return a problem for a copy of a workbook: the same coder twice would count as two who agree."""
    eerste: dict[str, str] = {}
    problemen = []
    for boek in boeken:
        naam = boek.naam.casefold()
        if naam in eerste:
            wat = f"dit werkboek is van dezelfde codeur als {eerste[naam]}"
            problemen.append(Probleem(wat, "laat er één in de map staan", boek.bestand))
        eerste.setdefault(naam, boek.bestand)
    return problemen


def _check_nieuw(boek: Werkboek) -> list[Probleem]:
    zonder = boek.nieuw[boek.nieuw["naam"].ne("") & boek.nieuw["omschrijving"].eq("")]
    return [
        Probleem(
            "een nieuw thema heeft een omschrijving nodig",
            "schrijf in één zin wat erbij hoort",
            boek.bestand,
            NIEUW,
            int(rij),
            "omschrijving",
        )
        for rij in zonder[RIJ]
    ]


def _unknown(gegeven: pd.DataFrame) -> list[dict[str, object]]:
    return [
        {str(naam): waarde for naam, waarde in rij.items()}
        for rij in gegeven[gegeven["thema_id"].eq("")].to_dict("records")
    ]


def _report_thema(boek: Werkboek, rij: dict[str, object], keuzes: Sequence[str]) -> Probleem:
    remedie = f"{suggest(str(rij['cel']), keuzes)} of zet het op blad '{NIEUW}'".replace("? of", "? Of")
    wat = "dit thema staat niet in de themalijst"
    return Probleem(wat, remedie, boek.bestand, CODEREN, int(str(rij[RIJ])), str(rij["kolom"]))


def _summarise(boek: Werkboek, status: pd.Series, codeur: str) -> tuple[str, str, int, int, int, int]:
    gecodeerd, gevuld = is_gecodeerd(boek.regels), is_gevuld(boek.regels)
    wezen = set(boek.regels.loc[status.eq(WEG) & gevuld, "fragment_id"]) | set(boek.niet_terug["fragment_id"])
    return (
        boek.bestand,
        codeur,
        int((gecodeerd & status.eq(GOED)).sum()),
        int((~gecodeerd & status.ne(WEG)).sum()),
        int((gecodeerd & status.eq(VERANDERD)).sum()),
        len(wezen - {""}),
    )


def _describe(boek: Werkboek, nummer: int) -> dict[str, object]:
    """Return what a workbook is as a source: by its number, for its file is called after who codes."""
    aantal = len(boek.regels)
    return {
        "bestand": f"{MAP}/werkboek {nummer}.xlsx",
        "blad": CODEREN,
        "formaat": "excel",
        "rol": "codeerwerk",
        "gebruikt": True,
        "sha256": boek.bron.sha256,
        "records_in": aantal,
        "records_uit": aantal,
        "records_verklaard": 0,
    }


def _stack(tabel: pd.DataFrame, erbij: pd.DataFrame) -> pd.DataFrame:
    """Return both tables under each other with loose types: the contract gives the types back."""
    los = tabel.astype({naam: "str" for naam in tabel.columns if tabel[naam].dtype == "category"})
    return (
        pd.concat([los, erbij], ignore_index=True)
        if len(los) and len(erbij)
        else (los if len(los) else erbij)
    )
