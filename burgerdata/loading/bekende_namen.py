"""The names of the people in the sources of a traject, read anew, to look for them in what is about to be settled."""

from __future__ import annotations

from collections.abc import Iterable
from contextlib import suppress

from burgerdata.errors import BronError
from burgerdata.formats.peek import list_names
from burgerdata.intake import Zegel
from burgerdata.intake.naamkolommen import list_eigenaren
from burgerdata.pseudonyms import Sleutel
from burgerdata.pseudonyms.known_names import split_namen
from burgerdata.pseudonyms.namenlijsten import load_namenlijsten
from burgerdata.settings import Levering
from burgerdata.traject import Traject

_VERBORGEN = ("kolom_persoonsgegeven", "naam_vervangen")
"""What the logboek says of a file in which names stood."""
_KORTSTE = 4
_ZELFGEKOZEN = "community"
"""Instrument in which people may be called as they like: there a name is a name with a capital in each of two words."""


def list_bekende_namen(traject: Traject) -> frozenset[str]:
    """Return the parts of the names in name columns, of speakers, on lists of participants and of who does what was decided.

    They are in lower case. Parts that are an ordinary word or a place as well, or that the questionnaire itself uses, are left out: they say
    nothing about anybody. The traject does not keep these names, so the files are opened once more.
    """
    instellingen = traject.instellingen
    if instellingen.map is None:
        return frozenset()
    logboek = traject.logboek
    met_namen = set(logboek.loc[logboek["reden"].isin(_VERBORGEN), "bestand"].astype("str"))
    namen = [naam for levering in instellingen.leveringen for naam in _list_of(traject, levering, met_namen)]
    namen += list_eigenaren("eigenaar", traject.doorwerking["eigenaar"].dropna().astype("str"))
    lijsten = load_namenlijsten()
    gewoon = lijsten.ook_woord | lijsten.plaatsnamen | lijsten.geen_naam | _list_asked(traject)
    delen = split_namen(namen)
    gewoon |= delen.gewoon
    return frozenset(deel for deel in delen if len(deel) >= _KORTSTE and deel not in gewoon)


def _list_of(traject: Traject, levering: Levering, met_namen: set[str]) -> list[str]:
    """Return the names in the files of one delivery, those of its moderators among them."""
    zegel = Zegel(Sleutel(bytes(32)), levering.naam, gespreksleider=levering.gespreksleider)
    namen: list[str] = []
    for bestand in dict.fromkeys((*levering.bestanden, levering.deelnemerslijst)):
        if traject.instellingen.map is None or bestand not in met_namen:
            continue
        blad = levering.blad if bestand in levering.bestanden else ""
        with suppress(BronError):
            namen += list_names(traject.instellingen.map / bestand, zegel, blad=blad, bestand=bestand)
    return [naam for naam in namen if levering.instrument != _ZELFGEKOZEN or _is_full(naam)]


def _is_full(naam: str) -> bool:
    return sum(woord[:1].isupper() for woord in naam.split()) > 1


def _list_asked(traject: Traject) -> set[str]:
    """Return the words of the questions and their answers, in lower case."""
    teksten: Iterable[str] = (
        *traject.vragen["tekst"].dropna(),
        *traject.vragen["kort"].dropna(),
        *traject.opties["label"].dropna(),
    )
    return {woord.casefold().strip(".,;:?!()'\"") for tekst in teksten for woord in str(tekst).split()}
