"""Forms that stand in a file twice: which rows, and what to write in traject.toml so that each counts once."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.intake.inzendingen import Plek, read_plek
from burgerdata.intake.nummerkoppen import heads_number
from burgerdata.loading.toml_values import quote, write_tabel
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_MOST_ROWS, _MOST_NUMBERS = 8, 60
_STAYS = "het bestand in ruw/ blijft zoals het kwam"


def review_dubbel(traject: Traject) -> list[Probleem]:
    """Return each file with responses that stand in it twice, their number too."""
    logboek = traject.logboek
    gelijk = logboek[logboek["reden"].eq("gelijke_rij") & logboek["kolom"].astype("str").ne("")]
    return [
        Probleem(
            f"{format_getal(rij['aantal'])} {'rij is' if rij['aantal'] == 1 else 'rijen zijn'} gelijk aan een eerdere, ook in het nummer, en "
            f"{'telt' if rij['aantal'] == 1 else 'tellen'} dubbel",
            _count_once(traject, str(rij["bestand"]), str(rij["kolom"])),
            bestand=str(rij["bestand"]),
            blad=str(rij["blad"]),
            rij=int(rij["rij"]),
            kolom=str(rij["kolom"]),
        )
        for rij in gelijk.to_dict("records")
    ]


def _count_once(traject: Traject, bestand: str, kolom: str) -> str:
    """Return how rows alike count once: by the column that numbers people; a moment numbers nobody."""
    if not heads_number(kolom):
        return f"vraag het bestand op zonder wat dubbel staat; {_STAYS}"
    bij = _name_levering(_find_levering(traject, bestand))
    return f"zet in traject.toml{bij}: persoon = {quote(kolom)}; wat gelijk is telt dan één keer, en {_STAYS}"


def review_inzendingen(traject: Traject) -> list[Probleem]:
    """Return per sheet which forms were sent again under another number, and the setting that leaves them out."""
    logboek = traject.logboek
    dubbel = logboek[logboek["reden"].eq("dubbele_inzending")].astype({"bestand": "str", "blad": "str"})
    per_blad = dubbel.groupby(["bestand", "blad"], observed=True, dropna=False, sort=False)
    return [_tell_inzendingen(traject, str(bestand), str(blad), deel) for (bestand, blad), deel in per_blad]


def _tell_inzendingen(traject: Traject, bestand: str, blad: str, deel: pd.DataFrame) -> Probleem:
    rijen = deel["rij"].astype("int64").tolist()
    plekken = [read_plek(str(kolom)) for kolom in deel["kolom"]]
    een = len(rijen) == 1
    paren = [f"rij {rij} (als rij {plek.eerder})" for rij, plek in zip(rijen, plekken, strict=True)]
    genoemd = ", ".join([*paren[:_MOST_ROWS], *(["…"] if len(paren) > _MOST_ROWS else [])])
    return Probleem(
        f"{format_getal(len(rijen))} {'rij heeft' if een else 'rijen hebben'} de antwoorden van een eerdere, onder een ander nummer, en "
        f"{'telt' if een else 'tellen elk'} als nog een mens: {genoemd}",
        f"verstuurde iemand het formulier twee keer, {_leave_out(_find_levering(traject, bestand), plekken)}; {_STAYS}",
        bestand=bestand,
        blad=blad,
    )


def _leave_out(levering: Levering | None, plekken: Sequence[Plek]) -> str:
    """Return the setting that leaves the later forms out, with the trial rows that are named already."""
    kolom = plekken[0].kolom
    nummers = [plek.nummer for plek in plekken if plek.nummer]
    heel = len(nummers) == len(plekken) and len(nummers) <= _MOST_NUMBERS
    al = dict(levering.testrijen) if levering is not None else {}
    eigen = tuple(dict.fromkeys([*al.get(kolom, ()), *(nummers if heel else ["…"])]))
    zet = f"laat dan weg wat niet telt: zet in traject.toml{_name_levering(levering)}: testrijen = {write_tabel(al | {kolom: eigen})}"
    return zet if heel else f"{zet}, met op de puntjes wat in die rijen bij {quote(kolom)} staat"


def _find_levering(traject: Traject, bestand: str) -> Levering | None:
    """Return the one delivery that reads this file; None where there are more."""
    lezers = [
        levering
        for levering in traject.instellingen.leveringen
        if bestand in (*levering.bestanden, *levering.metingen.values())
    ]
    return lezers[0] if len(lezers) == 1 else None


def _name_levering(levering: Levering | None) -> str:
    return f" bij levering '{levering.naam}'" if levering is not None else ""
