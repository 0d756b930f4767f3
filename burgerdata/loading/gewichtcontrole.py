"""Weights that may be no weights: a handful of whole numbers, as the codes of a question are."""

from __future__ import annotations

from burgerdata.errors import Probleem
from burgerdata.getallen import format_getal
from burgerdata.traject import Traject

_MOST_CODES = 10


_GELIJK = (
    "schrijft het ene bestand nullen voor een nummer (095) en het andere niet (95), maak de nummers dan gelijk; "
    "liet het bureau hen met opzet weg, dan hoeft er niets"
)


def review_lijsten(traject: Traject) -> list[Probleem]:
    """Return each activity of which people are not on the list with its weights: they count in no weighted figure."""
    los = traject.logboek[traject.logboek["reden"].eq("gewicht_ontbreekt")]
    mensen = traject.deelnemers["activiteit_id"].astype("str").value_counts()
    gevonden = []
    for levering in traject.instellingen.leveringen:
        if not (levering.deelnemerslijst and levering.gewicht):
            continue
        namen = {levering.naam, *map(levering.name_activiteit, levering.metingen)}
        zonder = los["activiteit_id"].astype("str")
        for naam, aantal in zonder[zonder.isin(namen)].value_counts(sort=False).items():
            staat, telt = ("mens staat", "telt") if aantal == 1 else ("mensen staan", "tellen")
            wat = (
                f"{format_getal(aantal)} van de {format_getal(int(mensen.get(naam, aantal)))} {staat} voor '{naam}' niet op deze lijst "
                f"met een gewicht en {telt} in geen gewogen cijfer"
            )
            gevonden.append(Probleem(wat, _GELIJK, levering.deelnemerslijst, kolom=levering.gewicht))
    return gevonden


def review_gewichten(traject: Traject) -> list[Probleem]:
    """Return each activity that the bureau weighted with a few whole numbers only; everybody 1 is no weighting."""
    gevonden = []
    for activiteit_id, deel in traject.deelnemers.groupby("activiteit_id", observed=True, sort=False):
        gewicht = deel["gewicht"].dropna()
        gewicht = gewicht[gewicht > 0]
        naam = str(activiteit_id)
        kolom = next(
            (
                levering.gewicht
                for levering in traject.instellingen.leveringen
                if levering.gewicht
                and naam in {levering.naam, *map(levering.name_activiteit, levering.metingen)}
            ),
            "",
        )
        if kolom and 1 < gewicht.nunique() <= _MOST_CODES and not (gewicht % 1).any():
            bronnen = traject.bronnen[traject.bronnen["activiteit_id"].eq(naam)]
            wat = f"de weegfactor heeft maar {format_getal(gewicht.nunique())} verschillende waarden, alle heel: zo zien codes van een vraag eruit"
            remedie = "kijk na of dit de kolom met gewichten is; zo niet, verander 'gewicht' in traject.toml"
            bestand = next(iter(bronnen["bestand"].astype("str")), "")
            gevonden.append(Probleem(wat, remedie, bestand, kolom=kolom))
    return gevonden
