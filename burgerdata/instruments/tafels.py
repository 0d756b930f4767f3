"""Burgerdialoog: notes of tables -> fragments of soort notitie; dots on statements -> tellingen per table."""

from __future__ import annotations

import math
import re
from collections.abc import Mapping
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.instruments.bijdragen import make_records, make_telling
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.values import is_filled, parse_getal
from burgerdata.instruments.vraag import Vraag
from burgerdata.instruments.vraagregels import make_slug
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import RECORD, RIJ, Gesprek, Tabel

_OVER_ZICHZELF = re.compile(
    r"\s*(?:datum|tijd|locatie|plaats|duur|(?:aan|af)wezig\w*|genodigd\w*|notulist\w*|notulen|verslag\w*|voorzitter|tafel(?:gast|heer|dame|leid|voorzitter|begeleid)\w*|gast(?:heer|vrouw)|deelnemers|aantal \w+|gespreksleid\w*|onderwerp|project"
    r"|kenmerk|versie)\s*:",
    re.IGNORECASE,
)
"""The begin of a line in which minutes say what they are about."""
_TAFEL_KOP = re.compile(r"(?:tafel|groep|table|group)\s*(?:\d{1,2}|[a-z])\b[^.?!]{0,60}", re.IGNORECASE)
"""A line that says which table the notes below it are of."""
_SAMEN = re.compile(r"plenair|afsluit|conclusie|opening|welkom|samenvatting|vervolg", re.IGNORECASE)
"""In a heading: what comes is of the whole evening again."""
_TAFEL = re.compile(r"tafel|table|groep|group", re.IGNORECASE)


def read_notities(
    vorm: Tabel | Gesprek, levering: Levering, activiteit_id: str, *, bijeenkomst: str = ""
) -> Tabellen:
    """Return a fragment per note, of no person: a table speaks as a group. A document is the table it is named after.

    Minutes of a whole evening are of the table that a heading names, else of none; headings and lines such as "Aanwezig: …" in them are no notes.
    ``bijeenkomst`` is the evening that a sheet is about, where there are more: table 1 of each is another group.
    """
    logboek = Logboek(vorm.bestand, vorm.blad)
    if isinstance(vorm, Gesprek):
        tafels = _find_tafels(vorm, _name_tafel(vorm.bestand, levering))
        beurten = _drop_headings(vorm, logboek)
        groep = tafels[beurten.index]
        frame = pd.DataFrame(
            {RECORD: beurten[RECORD], "groep": groep, "tekst": beurten["tekst"], "vraag": ""}
        )
    else:
        velden = find_velden([kolom.naam for kolom in vorm.kolommen], "notities", levering.kolommen)
        leeg = pd.Series("", index=vorm.frame.index, dtype="str")
        cellen = {
            naam: vorm.frame[velden[veld]].str.strip() if veld in velden else leeg
            for naam, veld in (("groep", "tafel"), ("tekst", "notitie"), ("vraag", "onderwerp"))
        }
        groep = cellen["groep"].where(cellen["groep"].ne("")).ffill().fillna("").astype("str")
        frame = pd.DataFrame(
            {RECORD: vorm.frame[RECORD]} | cellen | {"groep": _name_groep(groep, bijeenkomst)}
        )
        for rij in vorm.frame.loc[~is_filled(frame["tekst"]), RIJ]:
            logboek.note("rij_onleesbaar", rij=int(rij))
    frame = frame[is_filled(frame["tekst"])]
    vragen = [
        Vraag(make_slug(naam), ("onderwerp",), naam, "open") for naam in dict.fromkeys(frame["vraag"]) if naam
    ]
    namen = {vraag.tekst: vraag.vraag_id for vraag in vragen}
    fragmenten = pd.DataFrame(
        {
            "fragment_id": [make_fragment_id(activiteit_id, record, "notitie") for record in frame[RECORD]],
            "soort": "notitie",
            "groep": frame["groep"].to_numpy(),
            "vraag_id": [namen.get(naam) for naam in frame["vraag"]],
            "volgnummer": range(1, len(frame) + 1),
            "taal": list_talen(frame["tekst"], levering.taal),
            "tekst": frame["tekst"].str.strip().to_numpy(),
        }
    )
    return {
        "vragen": make_vragen(vragen, activiteit_id),
        "fragmenten": fragmenten,
        "logboek": logboek.to_frame(),
        "records": make_records(vorm, activiteit_id, len(frame)),
    }


def _drop_headings(gesprek: Gesprek, logboek: Logboek) -> pd.DataFrame:
    """Return what was written down, without headings and what the minutes say about themselves; each is noted."""
    beurten = gesprek.beurten
    kop = beurten[RIJ].isin(list(gesprek.koppen)) | beurten["tekst"].map(_is_about_itself).astype("bool")
    kop |= beurten["tekst"].str.strip().str.fullmatch(_TAFEL_KOP)
    for rij in beurten.loc[kop, RIJ]:
        logboek.note("tussenkop", rij=int(rij))
    return beurten[~kop]


def _find_tafels(gesprek: Gesprek, begin: str) -> pd.Series:
    """Return the table of each turn: that of the last heading that names one, ``begin`` above the first."""
    tafel, tafels = begin, []
    for rij, tekst in zip(gesprek.beurten[RIJ], gesprek.beurten["tekst"].str.strip(), strict=True):
        if _TAFEL_KOP.fullmatch(tekst):
            tafel = tekst.rstrip(" :")
        elif rij in gesprek.koppen and _SAMEN.search(tekst):
            tafel = begin
        tafels.append(tafel)
    return pd.Series(tafels, index=gesprek.beurten.index, dtype="str")


def _is_about_itself(tekst: str) -> bool:
    """Return whether every line of a paragraph tells when, where or by whom: "Aanwezig: 43 inwoners"."""
    regels = [regel for regel in tekst.splitlines() if regel.strip()]
    return bool(regels) and all(_OVER_ZICHZELF.match(regel) for regel in regels)


def _name_tafel(bestand: str, levering: Levering) -> str:
    """Return the name of the table that a document is of; empty for the only document, when it is not called a table."""
    naam = PurePosixPath(bestand)
    documenten = [ander for ander in levering.bestanden if PurePosixPath(ander).suffix == naam.suffix]
    return naam.stem if len(documenten) > 1 or _TAFEL.search(naam.stem) else ""


def _name_groep(tafel: pd.Series, bijeenkomst: str) -> pd.Series:
    if not bijeenkomst:
        return tafel
    return tafel.where(tafel.eq(""), f"{bijeenkomst} – " + tafel).where(tafel.ne(""), bijeenkomst)


def read_stippen(tabel: Tabel, levering: Levering, activiteit_id: str, *, bijeenkomst: str = "") -> Tabellen:
    """Return dots per table and statement: each table voted on its own ballot, so they stay apart."""
    logboek = Logboek(tabel.bestand, tabel.blad)
    velden = find_velden([kolom.naam for kolom in tabel.kolommen], "stippen", levering.kolommen)
    tafel = (
        tabel.frame[velden["tafel"]].str.strip()
        if "tafel" in velden
        else pd.Series("", index=tabel.frame.index)
    )
    tafel = _name_groep(tafel.where(tafel.ne("")).ffill().fillna("").astype("str"), bijeenkomst)
    for kolom in tabel.kolommen:
        if kolom.naam not in velden.values():
            gevuld = int(is_filled(tabel.frame[kolom.naam]).sum())
            logboek.note("kolom_weggelaten", kolom=kolom.naam, aantal=max(gevuld, 1))
    vragen: dict[str, Vraag] = {}
    tellingen = []
    for rij, groep in zip(tabel.frame.to_dict("records"), tafel, strict=True):
        stelling, aantal = str(rij[velden["stelling"]]).strip(), parse_getal(str(rij[velden["stippen"]]))
        if not stelling or math.isnan(aantal):
            logboek.note("rij_onleesbaar", rij=int(rij[RIJ]))
            continue
        naam = _name_stelling(stelling, vragen)
        vragen.setdefault(naam, Vraag(naam, (velden["stelling"],), stelling, "stelling", reeks="stippen"))
        tellingen.append(
            make_telling(
                activiteit_id, "stip", int(aantal), vraag_id=naam, **({"groep": str(groep)} if groep else {})
            )
            | {"telling_id": make_fragment_id(activiteit_id, str(rij[RECORD]), "stip")}
        )
    return {
        "vragen": make_vragen(vragen.values(), activiteit_id),
        "opties": make_opties_tabel(vragen.values(), activiteit_id),
        "tellingen": pd.DataFrame(tellingen, columns=["telling_id", "maat", "aantal", "vraag_id", "groep"]),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, len(tellingen)),
    }


def _name_stelling(stelling: str, vragen: Mapping[str, Vraag]) -> str:
    """Return the name of a statement: two long ones that begin alike stay two."""
    eerste = naam = make_slug(stelling)
    nummer = 2
    while naam in vragen and vragen[naam].tekst != stelling:
        naam, nummer = f"{eerste}_{nummer}", nummer + 1
    return naam
