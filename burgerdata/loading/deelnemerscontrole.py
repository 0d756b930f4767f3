"""A list of participants beside the conversations: who is in one and not in the other counts nowhere."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import PurePosixPath

import pandas as pd

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.traject import Traject

_SPREKER = (
    "laat de groep in de lijst heten als in de bestandsnaam (1 bij FG1) en de spreker zoals bij de beurten, "
    "of zet gespreksleiders bij 'gespreksleider'"
)
_CODES = (
    "laat de groep in de lijst heten als in de bestandsnaam (1 bij FG1) en zet de codes op de lijst, in de kolom bij 'persoon'; "
    "kan dat niet, maak dan van dit gesprek een eigen levering"
)
_ZONDER_GROEP = (
    "zet in de lijst een kolom 'groep' met het gesprek van ieder (1 bij FG1) en laat de spreker er heten zoals bij de beurten, "
    "of zet gespreksleiders bij 'gespreksleider'"
)
"""Where the list does not say who was in which talk, and the codes do not say so either."""
_MOST_NAMED = 6
_PARAGRAPHS = (".docx", ".odt", ".rtf", ".doc")
"""Files of which the rows are paragraphs."""
_LIJST = (
    "kijk na of zij er niet waren, of dat de groep of de spreker in de lijst anders heet dan in het verslag"
)


def review_deelnemers(traject: Traject) -> list[Probleem]:
    """Return each conversation with speakers who are not on the list, and each list with people who spoke nowhere."""
    return [*_review_sprekers(traject), *_review_codes(traject), *_review_lijsten(traject)]


def _review_sprekers(traject: Traject) -> list[Probleem]:
    lijsten = {levering.naam for levering in traject.instellingen.leveringen if levering.deelnemerslijst}
    logboek = traject.logboek[
        traject.logboek["reden"].eq("spreker_onbekend") & traject.logboek["rij"].notna()
    ]
    los = logboek[logboek["activiteit_id"].astype("str").isin(lijsten)]
    gevonden = []
    for bestand, deel in los.groupby(los["bestand"].astype("str"), observed=True, dropna=False, sort=False):
        aantal = len(deel)
        staat, telt = ("spreker staat", "telt") if aantal == 1 else ("sprekers staan", "tellen")
        plek = _tell_plek(str(bestand), [int(rij) for rij in deel["rij"]])
        wat = f"{format_getal(aantal)} {staat} niet in de deelnemerslijst en {telt} nergens mee ({plek})"
        zonder_groep = deel["kolom"].astype("str").eq("groep").any()
        gevonden.append(Probleem(wat, _ZONDER_GROEP if zonder_groep else _SPREKER, str(bestand)))
    return gevonden


def _tell_plek(bestand: str, rijen: Sequence[int]) -> str:
    """Return where in a talk speakers are first heard, for a name is never told.

    Examples
    --------
    >>> _tell_plek("fg1.docx", [9, 4]), _tell_plek("fg1.vtt", [4])
    ('eerste beurten in alinea 4 en 9', 'eerste beurt op regel 4')
    """
    nummers = [str(rij) for rij in sorted(rijen)]
    genoemd = nummers[:_MOST_NAMED] + (["verder"] if len(nummers) > _MOST_NAMED else [])
    return (
        f"eerste {'beurt' if len(nummers) == 1 else 'beurten'} {name_plek(bestand)} {join_woorden(genoemd)}"
    )


def name_plek(bestand: str) -> str:
    """Return what the row of a turn is called in a file of this kind."""
    return "in alinea" if PurePosixPath(bestand).suffix.casefold() in _PARAGRAPHS else "op regel"


def _review_codes(traject: Traject) -> list[Probleem]:
    """Return each conversation whose participants have a code there and a name on the list."""
    los = traject.logboek[traject.logboek["reden"].eq("spreker_niet_op_lijst")]
    return [
        Probleem(
            f"{format_getal(rij['aantal'])} "
            + ("spreker heeft" if rij["aantal"] == 1 else "sprekers hebben")
            + " hier een code die niet op de deelnemerslijst staat, en "
            + ("telt" if rij["aantal"] == 1 else "tellen")
            + " mee zonder kenmerken",
            _ZONDER_GROEP if rij["kolom"] == "groep" else _CODES,
            str(rij["bestand"]),
        )
        for rij in los.to_dict("records")
    ]


def _review_lijsten(traject: Traject) -> list[Probleem]:
    los = traject.logboek[traject.logboek["reden"].eq("deelnemer_zonder_gegevens")]
    sleutel = [los["bestand"].astype("str"), los["blad"].astype("str")]
    return [
        _tell_lijst(str(bestand), str(blad), deel)
        for (bestand, blad), deel in los.groupby(sleutel, observed=True, dropna=False, sort=False)
    ]


def _tell_lijst(bestand: str, blad: str, deel: pd.DataFrame) -> Probleem:
    """Return how many people of one list are nowhere else; their rows, for a name is never told."""
    aantal = len(deel)
    mens, staan, komt = ("mens", "staat", "komt") if aantal == 1 else ("mensen", "staan", "komen")
    heel = deel["kolom"].ne("")
    groep = ", onder wie alle mensen van een groep" if heel.any() else ""
    rijen = [int(rij) for rij in deel["rij"]]
    plek = f"rij {rijen[0]}" if aantal == 1 else f"rij {rijen[0]} t/m {rijen[-1]}"
    van = plek if rijen[-1] - rijen[0] == aantal - 1 else f"tussen {plek}"
    return Probleem(
        f"{format_getal(aantal)} {mens} op deze lijst ({van}) {staan} in geen enkel gesprek en {komt} nergens voor{groep}",
        _LIJST,
        bestand,
        blad,
    )
