"""An XLSForm read as a codebook: a row per question and choice."""

from __future__ import annotations

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.headers import make_kolommen
from burgerdata.formats.kobo.xlsform import read_form
from burgerdata.formats.lezing import Ruw
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, Bron, Tabel

_HEADERS = ("Variabele", "Omschrijving", "Code", "Label")


def read_codebook(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the form as a table: Variabele, Omschrijving, Code, Label; ``blad`` is not used.

    Raises
    ------
    BronError
        When the workbook is damaged or has no sheet "survey".
    """
    formulier = read_form(bron)
    if formulier is None:
        wat = "het blad 'survey' van dit XLSForm ontbreekt"
        raise BronError(wat, "exporteer het formulier opnieuw", bestand=bron.bestand)
    rijen = [
        (vraag.naam, formulier.choose(vraag.teksten), code, label)
        for vraag in formulier.vragen
        for code, label in (formulier.list_labels(vraag) or {"": ""}).items()
    ]
    logboek = Logboek(bron.bestand, blad)
    frame = pd.DataFrame(rijen, columns=list(_HEADERS), dtype="str")
    nummers = pd.Series(range(2, len(frame) + 2), dtype="int64", name=RIJ)
    vorm = Tabel(
        bron.bestand, "xlsform", pd.concat([nummers, frame], axis=1), make_kolommen(_HEADERS, logboek), blad
    )
    return [Ruw(vorm, len(rijen), logboek)]
