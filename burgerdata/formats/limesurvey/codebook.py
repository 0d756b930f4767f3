"""A LimeSurvey questionnaire read as a codebook: a row per column of the answers and option."""

from __future__ import annotations

import pandas as pd

from burgerdata.formats.headers import make_kolommen
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.limesurvey.fields import TICKS, Veld, list_velden
from burgerdata.formats.limesurvey.structure import parse_structuur
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, Bron, Tabel

_HEADERS = ("Variabele", "Omschrijving", "Code", "Label")


def read_codebook(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the questionnaire as a table: Variabele, Omschrijving, Code, Label; ``blad`` is not used.

    Raises
    ------
    BronError
        When the file is damaged or holds no questions.
    """
    velden = list_velden(parse_structuur(bron.inhoud, bron.bestand))
    rijen = [(veld.code, veld.kop, *paar) for veld in velden for paar in _list_labels(veld)]
    logboek = Logboek(bron.bestand, blad)
    kolommen = make_kolommen(_HEADERS, logboek)
    frame = pd.DataFrame(rijen, columns=list(_HEADERS), dtype="str")
    nummers = pd.Series(range(2, len(frame) + 2), dtype="int64", name=RIJ)
    tabel = Tabel(bron.bestand, "limesurvey_vragenlijst", pd.concat([nummers, frame], axis=1), kolommen, blad)
    return [Ruw(tabel, len(rijen), logboek)]


def _list_labels(veld: Veld) -> list[tuple[str, str]]:
    if veld.soort in TICKS and not veld.is_anders and not veld.is_toelichting:
        return [("Y", "gekozen")]
    return list(veld.labels.items()) or [("", "")]
