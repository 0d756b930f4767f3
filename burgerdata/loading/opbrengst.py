"""An activity of which the files have rows and that gives nobody, no text and no number is never without problems."""

from __future__ import annotations

from burgerdata.errors import Probleem
from burgerdata.traject import Traject


def check_opbrengst(traject: Traject) -> list[Probleem]:
    """Return a problem for each activity of which no row of its files became a person, a text, an answer or a count."""
    tabellen = (traject.deelnemers, traject.fragmenten, traject.antwoorden, traject.tellingen)
    gevuld = {naam for tabel in tabellen for naam in tabel["activiteit_id"].astype("str").unique()}
    bronnen = traject.bronnen[traject.bronnen["records_in"].gt(0)].astype({"activiteit_id": "str"})
    gevonden = []
    for naam in traject.activiteiten["activiteit_id"].astype("str"):
        bestanden = bronnen.loc[bronnen["activiteit_id"].eq(naam), "bestand"].astype("str")
        if naam not in gevuld and len(bestanden):
            wat = f"van activiteit '{naam}' is geen enkele rij gelezen: geen mens, geen tekst en geen aantal"
            remedie = "zeg in traject.toml bij 'kolommen' welke kolom wat is, of kies een ander instrument"
            gevonden.append(Probleem(wat, remedie, bestanden.iloc[0]))
    return gevonden
