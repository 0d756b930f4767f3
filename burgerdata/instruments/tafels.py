"""Burgerdialoog: notes of tables -> fragments of soort notitie; dots on statements -> tellingen per table."""

from __future__ import annotations

import math
import re
from collections.abc import Hashable, Mapping
from dataclasses import replace
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.instruments.aantallen import Telwijze, check_aantallen, read_aantal
from burgerdata.instruments.bijdragen import make_records, make_telling
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.onderdelen import find_notities, find_stipkolommen, find_velden
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.tafelnamen import is_tafelkop, name_documenten, name_tafel
from burgerdata.instruments.values import is_filled
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
_TALLY = re.compile(r"[I|l\s]*[I|l][I|l\s]*")
"""Strokes as people put them, where no number is written."""
_SAMEN = re.compile(r"plenair|afsluit|conclusie|opening|welkom|samenvatting|vervolg", re.IGNORECASE)
"""In a heading: what comes is of the whole evening again."""
_SAMEN_KOP = re.compile(
    r"(?:plenaire?|afsluiting|conclusies?|opening|welkom|samenvatting)(?: (?:afsluiting|terugkoppeling|deel|sessie|ronde))?\s*:?",
    re.IGNORECASE,
)
"""The same in a text without styles: a line of a few words."""
_BREED_TAFEL, _BREED_STIPPEN = "_tafel", "_stippen"
"""The columns that a list with a column per table gets, where it is written out."""
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
        frame = pd.DataFrame(
            {RECORD: beurten[RECORD], "groep": tafels[beurten.index], "tekst": beurten["tekst"], "vraag": ""}
        )
        frame = _split_rows(frame, beurten["tekst"])
    else:
        velden = find_notities([kolom.naam for kolom in vorm.kolommen], levering.kolommen)
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


def holds_tafels(gesprek: Gesprek) -> bool:
    """Return whether a document without speakers is what tables wrote down: it names two of them, or is one itself."""
    teksten = gesprek.beurten["tekst"].str.strip()
    rijen = teksten[teksten.map(_is_rijkop).astype("bool")]
    koppen = {name_tafel(tekst) for tekst in teksten if is_tafelkop(tekst)}
    zelf = name_documenten([gesprek.bestand])[gesprek.bestand].startswith("tafel ")
    return len(koppen) > 1 or len(rijen) > 0 or (zelf and len(teksten) > 1)


def _drop_headings(gesprek: Gesprek, logboek: Logboek) -> pd.DataFrame:
    """Return what was written down, without headings and what the minutes say about themselves; each is noted."""
    beurten = gesprek.gezegd
    kop = beurten[RIJ].isin(list(gesprek.koppen)) | beurten["tekst"].map(_is_about_itself).astype("bool")
    kop |= beurten["tekst"].str.strip().str.fullmatch(_SAMEN_KOP)
    kop |= beurten["tekst"].map(is_tafelkop).astype("bool") | beurten["tekst"].map(_is_rijkop).astype("bool")
    for rij in beurten.loc[kop, RIJ]:
        logboek.note("tussenkop", rij=int(rij))
    return beurten[~kop]


def _find_tafels(gesprek: Gesprek, begin: str) -> pd.Series:
    """Return the table of each turn: that of the last heading that names one, ``begin`` above the first."""
    tafel, tafels = begin, []
    for rij, tekst in zip(gesprek.beurten[RIJ], gesprek.beurten["tekst"].str.strip(), strict=True):
        if is_tafelkop(tekst):
            tafel = name_tafel(tekst)
        elif (rij in gesprek.koppen and _SAMEN.search(tekst)) or _SAMEN_KOP.fullmatch(tekst):
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
    if len(documenten) > 1 or _TAFEL.search(naam.stem):
        return name_documenten(documenten or [bestand])[bestand]
    return ""


def _name_groep(tafel: pd.Series, bijeenkomst: str) -> pd.Series:
    """Return the names of tables, behind the evening where there are more; a sheet may be a table itself."""
    tafel = tafel.map(name_tafel).astype("str")
    blad = name_tafel(bijeenkomst)
    los = tafel.eq("") | tafel.eq(blad)
    return tafel if not blad else tafel.where(los, f"{blad} – " + tafel).where(~los, blad)


def _is_rijkop(tekst: str) -> bool:
    """Return whether a row of a table in a document is its header: the table, and what was noted."""
    cellen = tekst.strip().split("\t")
    return len(cellen) > 1 and set(find_velden(cellen, "notities")) >= {"tafel", "notitie"}


def _split_rows(frame: pd.DataFrame, teksten: pd.Series) -> pd.DataFrame:
    """Return the notes with those of a table in a document under the table that their row begins with."""
    delen = [str(tekst).partition("\t") for tekst in teksten]
    tafels = [name_tafel(eerste) for eerste, _, _ in delen]
    rij = pd.Series(
        [tafel.startswith("tafel ") and bool(deel[2]) for tafel, deel in zip(tafels, delen, strict=True)],
        index=frame.index,
        dtype="bool",
    )
    tafel = pd.Series(tafels, index=frame.index, dtype="str")
    rest = pd.Series([deel[2].replace("\t", ": ") for deel in delen], index=frame.index, dtype="str")
    return frame.assign(groep=frame["groep"].mask(rij, tafel), tekst=frame["tekst"].mask(rij, rest))


def read_stippen(tabel: Tabel, levering: Levering, activiteit_id: str, *, bijeenkomst: str = "") -> Tabellen:
    """Return dots per table and statement: each table voted on its own ballot, so they stay apart.

    Raises
    ------
    ContractError
        When a filled cell with dots is no number: it would count as no dots at all.
    """
    logboek = Logboek(tabel.bestand, tabel.blad)
    bron = tabel.frame
    _check_stippen(tabel, levering, logboek)
    tabel, velden = _unpivot(tabel, levering)
    tafel = (
        tabel.frame[velden["tafel"]].str.strip()
        if "tafel" in velden
        else pd.Series("", index=tabel.frame.index)
    )
    tafel = _name_groep(tafel.where(tafel.ne("")).ffill().fillna("").astype("str"), bijeenkomst)
    for kolom in tabel.kolommen:
        if kolom.naam not in velden.values():
            gevuld = int(is_filled(bron[kolom.naam]).sum())
            logboek.note("kolom_weggelaten", kolom=kolom.naam, aantal=max(gevuld, 1))
    vragen: dict[str, Vraag] = {}
    tellingen = []
    gebruikt: set[int] = set()
    for rij, groep in zip(tabel.frame.to_dict("records"), tafel, strict=True):
        stelling, aantal = str(rij[velden["stelling"]]).strip(), _count_stippen(str(rij[velden["stippen"]]))
        if not stelling or math.isnan(aantal):
            continue
        gebruikt.add(int(rij[RIJ]))
        naam = _name_stelling(stelling, vragen)
        vragen.setdefault(naam, Vraag(naam, (velden["stelling"],), stelling, "stelling", reeks="stippen"))
        tellingen.append(
            make_telling(
                activiteit_id, "stip", int(aantal), vraag_id=naam, **({"groep": str(groep)} if groep else {})
            )
            | {"telling_id": make_fragment_id(activiteit_id, str(rij[RECORD]), _name_stip(rij))}
        )
    for nummer in bron.loc[~bron[RIJ].isin(gebruikt), RIJ]:
        logboek.note("rij_onleesbaar", rij=int(nummer))
    return {
        "vragen": make_vragen(vragen.values(), activiteit_id),
        "opties": make_opties_tabel(vragen.values(), activiteit_id),
        "tellingen": pd.DataFrame(tellingen, columns=["telling_id", "maat", "aantal", "vraag_id", "groep"]),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, len(gebruikt)),
    }


def _check_stippen(tabel: Tabel, levering: Levering, logboek: Logboek) -> None:
    koppen = [kolom.naam for kolom in tabel.kolommen]
    velden = find_velden(koppen, "stippen", levering.kolommen)
    kolommen = (velden["stippen"],) if "stippen" in velden else find_stipkolommen(koppen, levering.kolommen)
    check_aantallen(
        tabel,
        kolommen,
        wat="dit is geen aantal stippen",
        telwijze=Telwijze(_count_stippen, naast=velden["stelling"]),
        logboek=logboek,
    )


def _unpivot(tabel: Tabel, levering: Levering) -> tuple[Tabel, dict[str, str]]:
    """Return the table with a row per idea and table, and its columns; of one with a column per table the long form."""
    koppen = [kolom.naam for kolom in tabel.kolommen]
    velden = find_velden(koppen, "stippen", levering.kolommen)
    breed = find_stipkolommen(koppen, levering.kolommen)
    if "stippen" in velden or not breed:
        return tabel, velden
    over = [naam for naam in tabel.frame.columns if naam not in breed]
    lang = tabel.frame.melt(over, list(breed), var_name=_BREED_TAFEL, value_name=_BREED_STIPPEN)
    lang = lang.astype(dict.fromkeys((_BREED_TAFEL, _BREED_STIPPEN), "str"))
    kolommen = tuple(kolom for kolom in tabel.kolommen if kolom.naam not in breed)
    velden |= {"tafel": _BREED_TAFEL, "stippen": _BREED_STIPPEN}
    return replace(tabel, frame=lang.sort_values(RIJ, kind="stable"), kolommen=kolommen), velden


def _name_stip(rij: Mapping[Hashable, object]) -> str:
    """Return what tells the dots of a row apart: of one row per idea, the table too."""
    return "stip" if _BREED_TAFEL not in rij else f"stip {rij[_BREED_TAFEL]}"


def _count_stippen(cel: str) -> float:
    """Return the number in a cell, or its strokes counted ("IIII I" is five)."""
    return float(len(re.findall(r"[I|l]", cel))) if _TALLY.fullmatch(cel) else read_aantal(cel)


def _name_stelling(stelling: str, vragen: Mapping[str, Vraag]) -> str:
    """Return the name of a statement: two long ones that begin alike stay two."""
    eerste = naam = make_slug(stelling)
    nummer = 2
    while naam in vragen and vragen[naam].tekst != stelling:
        naam, nummer = f"{eerste}_{nummer}", nummer + 1
    return naam
