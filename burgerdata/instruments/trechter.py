"""A small table that counts the recruitment of a meeting, step by step: invited, came forward, drawn, began, finished."""

from __future__ import annotations

import re
from collections.abc import Mapping

from burgerdata.instruments.aantallen import is_aantal, read_aantal
from burgerdata.instruments.taakkoppen import bare_kop
from burgerdata.shapes import Tabel

_WIE = r"(?:leden|deelnemers|mensen|personen|inwoners|burgers|bewoners|kandidaten)"
_STUKKEN = r"(?:brieven|uitnodigingen|uitnodigingsbrieven)"
_STAPPEN: Mapping[str, str] = {
    "uitgenodigd": rf"(?:{_STUKKEN} )?(?:verstuurd|verzonden|verspreid)|uitgenodigde?|aangeschreven|{_STUKKEN}",
    "aangemeld": r"(?:zich )?aangemelde?|aanmeldingen|aanmelders|inschrijvingen|ingeschreven",
    "geselecteerd": r"(?:in)?gelo(?:ot|te)|geselecteerde?|getrokken",
    "gestart": r"begonnen|gestarte?|(?:aanwezig )?(?:bij )?(?:de )?(?:eerste sessie|start)",
    "afgerond": r"afgemaakt|afgeronde?|voltooid|(?:aanwezig )?(?:bij )?(?:de )?laatste sessie",
}
_AANTAL = re.compile(rf"(?:aantal|n|hoeveel)(?: {_WIE})?|{_WIE}")
_FEWEST = 3
_MOST_ROWS = 25


def read_trechter(tabel: Tabel) -> dict[str, tuple[str, int]]:
    """Return step → what the table calls it and how many; empty for a table that is no such count.

    It has a column of steps beside one of counts, three steps or more, each once and none larger than the one before.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.shapes import Kolom
    >>> stappen = {"Stap": ["Brieven verstuurd", "Retour", "Aangemeld", "Geloot (leden)"], "Aantal": ["9.500", "112", "486", "60"]}
    >>> read_trechter(Tabel("w.xlsx", "excel", pd.DataFrame(stappen), (Kolom("Stap"), Kolom("Aantal"))))
    {'uitgenodigd': ('Brieven verstuurd', 9500), 'aangemeld': ('Aangemeld', 486), 'geselecteerd': ('Geloot (leden)', 60)}
    """
    koppen = [kolom.naam for kolom in tabel.kolommen]
    geteld = [kop for kop in koppen if _AANTAL.fullmatch(bare_kop(kop))]
    if len(geteld) != 1 or not 0 < len(tabel.frame) <= _MOST_ROWS:
        return {}
    for kop in (kop for kop in koppen if kop not in geteld):
        if stappen := _read_stappen(tabel.frame[[kop, geteld[0]]].astype("str").to_numpy().tolist()):
            return stappen
    return {}


def _read_stappen(rijen: list[list[str]]) -> dict[str, tuple[str, int]]:
    gevonden = [
        (stap, cel, read_aantal(aantal))
        for stap, patroon in _STAPPEN.items()
        for cel, aantal in rijen
        if re.fullmatch(rf"(?:aantal |totaal )?(?:{patroon})(?: {_WIE})?", bare_kop(cel))
    ]
    aantallen = [aantal for _, _, aantal in gevonden]
    eenmaal = len({stap for stap, _, _ in gevonden}) == len(gevonden) >= _FEWEST
    daalt = aantallen == sorted(aantallen, reverse=True) and all(map(is_aantal, aantallen))
    return {stap: (cel.strip(), int(aantal)) for stap, cel, aantal in gevonden} if eenmaal and daalt else {}
