"""Whether the votes of a Polis conversation mean what they seem to: the sign, and the server's own last votes."""

from __future__ import annotations

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.formats.polis.headers import EENS, ONEENS, STELLING
from burgerdata.instruments.stemmen import Stemmen, count_verschillen, read_keuzes
from burgerdata.intake import Logboek
from burgerdata.shapes import Tabel


def check_stemmen(
    stemmen: Stemmen, stellingen: Tabel, deelnemers: Tabel | None, logboek: Logboek
) -> list[Probleem]:
    """Return a problem when agree and disagree are swapped; single votes that differ go to the logboek.

    Polis's database keeps votes with the opposite sign of its exports. The numbers of agrees that the server gives
    beside each statement, and the table of last votes per participant, tell which of the two this is.
    """
    gedraaid = _is_turned(stemmen, stellingen)
    if deelnemers is not None:
        server = read_keuzes(deelnemers)
        anders = count_verschillen(stemmen, server)
        gedraaid = gedraaid or count_verschillen(stemmen, server, teken=-1) < anders
        if not gedraaid:
            logboek.note("versies_verschillen", kolom="stem", aantal=anders)
    if not gedraaid:
        return []
    wat = "eens en oneens zijn in deze stemmen omgewisseld: de tellingen van Polis zelf zijn andersom"
    remedie = "gebruik de export van Polis (votes.csv) in plaats van een uittreksel uit de databank"
    return [Probleem(wat, remedie, logboek.bestand, kolom="vote")]


def _is_turned(stemmen: Stemmen, stellingen: Tabel) -> bool:
    """Return whether the server's counts fit the votes better the other way round."""
    frame = stellingen.frame
    if EENS not in frame or ONEENS not in frame:
        return False
    namen = frame[STELLING].str.strip()
    eens, oneens = (pd.to_numeric(frame[kolom], errors="coerce").fillna(0) for kolom in (EENS, ONEENS))
    voor, tegen = (namen.map(stemmen.count(keuze)).fillna(0) for keuze in (1, -1))
    recht = (eens - voor).abs().sum() + (oneens - tegen).abs().sum()
    andersom = (eens - tegen).abs().sum() + (oneens - voor).abs().sum()
    return bool(andersom < recht)
