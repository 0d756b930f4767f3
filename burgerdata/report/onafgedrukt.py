"""What an analyst wrote or released that stands in no chapter: printed behind the coverage table, or said aloud."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from typing import Any

from burgerdata.analysis import list_losse_citaten, list_ongekozen
from burgerdata.getallen import join_woorden
from burgerdata.report.blocks import Alinea, Blok, Citaat, Kop, Tabelblok
from burgerdata.report.chapters.annexes import DEKKING
from burgerdata.report.chapters.bevindingen import list_bevindingen
from burgerdata.report.chapters.citaten import MEESTE_CITATEN, pick_citaten
from burgerdata.report.choice import MEEST
from burgerdata.report.collect import Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import KEUZE, Tekst


def list_elders(blokken: Sequence[Blok], teksten: Mapping[str, Tekst]) -> tuple[str, ...]:
    """Return the names of the texts of which no title and no paragraph is among these blocks."""
    gedrukt = {blok.tekst for blok in blokken if isinstance(blok, Alinea)}
    koppen = tuple(blok.tekst for blok in blokken if isinstance(blok, Kop))

    def is_gedrukt(tekst: Tekst) -> bool:
        titel = tekst.titel.rstrip(".")
        return any(a in gedrukt for a in (*tekst.alineas, tekst.titel)) or bool(
            titel and any(kop.endswith(titel) for kop in koppen)
        )

    return tuple(naam for naam, tekst in teksten.items() if not is_gedrukt(tekst))


def add_elders(
    opbrengst: Opbrengst, blokken: Sequence[Blok], teksten: Mapping[str, Tekst], namen: Sequence[str]
) -> list[Blok]:
    """Return the blocks with these texts, that no chapter printed, behind the coverage table, each under its question."""
    bekend = {**list_bevindingen(opbrengst), **opbrengst.antwoorden}
    uit: list[Blok] = []
    for blok in blokken:
        uit.append(blok)
        if isinstance(blok, Tabelblok) and blok.titel == DEKKING:
            for naam in namen:
                kop = f"{naam} {bekend[naam].vraag}" if naam in bekend else naam
                uit += [Kop(kop, 2), *add_tekst(teksten, naam)]
    return uit


def state_elders(namen: Sequence[str]) -> tuple[str, ...]:
    """Return where each of these texts stands, and how the analyst gets it in a chapter.

    Examples
    --------
    >>> state_elders(["pr4"])
    ("teksten/pr4.md staat in bijlage B: 'pr4' is geen van de bevindingen van dit rapport; zet het in teksten/keuze.md (hoogstens 7) om het in hoofdstuk 3 te zetten",)
    """
    return tuple(
        f"teksten/{naam}.md staat in bijlage B: '{naam}' is geen van de bevindingen van dit rapport; zet het in "
        f"teksten/{KEUZE} (hoogstens {MEEST}) om het in hoofdstuk 3 te zetten"
        for naam in namen
    )


def state_citaten(opbrengst: Opbrengst, blokken: Iterable[Blok] = ()) -> tuple[str, ...]:
    """Return a sentence for each released quote that is wrong, and one for all that are right and not among these blocks.

    The analyst asked somebody for the release: who looks for the quote finds why it is not there.
    """
    fout = tuple(
        f"citaten.xlsx, rij {rij['rij']}: niet afgedrukt: {rij['reden']}"
        for rij in list_losse_citaten(opbrengst.traject).to_dict("records")
    )
    return (*fout, *_state_goede(opbrengst, [blok for blok in blokken if isinstance(blok, Citaat)]))


def _state_goede(opbrengst: Opbrengst, gedrukt: Sequence[Citaat]) -> tuple[str, ...]:
    """Return one sentence about the released quotes that are right and not printed, with their rows per reason."""
    vrij = list_ongekozen(opbrengst.traject)
    teksten = {citaat.tekst for citaat in gedrukt}
    mensen = set(vrij.loc[vrij["tekst"].isin(teksten), "deelnemer_id"])
    redenen: dict[str, list[str]] = {}
    kiesbaar = _list_kiesbaar(opbrengst)
    for rij in vrij[~vrij["tekst"].isin(teksten)].to_dict("records"):
        reden = str(rij["reden"]) or _explain(rij, gedrukt, mensen, kiesbaar)
        redenen.setdefault(reden, []).append(str(rij["rij"]))
    if not redenen:
        return ()
    aantal = sum(map(len, redenen.values()))
    delen = "; ".join(f"rij {join_woorden(rijen)}: {reden}" for reden, rijen in redenen.items())
    wat = "1 vrijgegeven citaat is" if aantal == 1 else f"{aantal} vrijgegeven citaten zijn"
    return (f"citaten.xlsx: {wat} niet afgedrukt ({delen})",)


def _list_kiesbaar(opbrengst: Opbrengst) -> dict[str, str]:
    """Return the themes whose quotes stand under a finding that may be chosen, each with the first such finding."""
    uit: dict[str, str] = {}
    for naam, antwoord in list_bevindingen(opbrengst).items():
        for citaat in pick_citaten(antwoord, opbrengst):
            uit.setdefault(citaat.bron.rpartition(", thema ")[2], naam)
    return uit


def _explain(
    rij: Mapping[Hashable, Any],
    gedrukt: Sequence[Citaat],
    mensen: Collection[str],
    kiesbaar: Mapping[str, str],
) -> str:
    """Return why a quote that was chosen for its theme stands under no finding, and what shows it where something can."""
    if not any(citaat.bron.endswith(f", thema {rij['thema']}") for citaat in gedrukt):
        if rij["thema"] in kiesbaar:
            naam = kiesbaar[str(rij["thema"])]
            return f"geen bevinding van dit rapport toont citaten over dit thema; zet '{naam}' in teksten/{KEUZE}"
        return "geen enkele bevinding toont citaten over dit thema, ook niet een die u kunt kiezen; noem het in een eigen tekst"
    if rij["deelnemer_id"] in mensen:
        return "van deze persoon staat al een citaat onder een bevinding"
    return f"onder een bevinding passen er {MEESTE_CITATEN}"
