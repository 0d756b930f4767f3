"""The chapters put together: what was collected and the analyst's words -> one Document."""

from __future__ import annotations

from collections.abc import Mapping

from burgerdata.getallen import format_datum
from burgerdata.report.blocks import Blok, Document
from burgerdata.report.chapters import CHAPTERS
from burgerdata.report.chapters.bevindingen import list_bevindingen
from burgerdata.report.chapters.citaten import drop_herhaalde
from burgerdata.report.collect import Opbrengst
from burgerdata.report.onafgedrukt import add_elders, list_elders
from burgerdata.report.text_stamps import mark_changed
from burgerdata.report.texts import HOOFDSTUKKEN, Tekst, read_teksten

_SYNTHETISCH = "Dit rapport is gemaakt van synthetische gegevens: verzonnen mensen, verzonnen antwoorden, een verzonnen onderwerp."


def compose_document(opbrengst: Opbrengst, *, stand: str = "CONCEPT") -> Document:
    """Return the whole report as blocks, every figure drawn."""
    instellingen = opbrengst.traject.instellingen
    teksten = read_eigen_teksten(opbrengst)
    hoofdstukken = compose_blokken(opbrengst, teksten)
    elders = list_elders(hoofdstukken, teksten)
    alle = add_elders(opbrengst, hoofdstukken, teksten, elders)
    onderwerp = instellingen.onderwerp_in_zin or "dit onderwerp"
    return Document(
        titel=f"Wat burgers zeggen over {onderwerp}",
        ondertitel=_subtitle(opbrengst),
        stand=stand,
        datum=format_datum(opbrengst.datum),
        blokken=tuple(drop_herhaalde(alle)),
        let_op=_SYNTHETISCH if instellingen.synthetisch else "",
        elders=elders,
    )


def compose_blokken(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the blocks of all chapters and annexes, every figure drawn."""
    return [blok for chapter in CHAPTERS for blok in chapter.build(opbrengst, teksten)]


def read_eigen_teksten(opbrengst: Opbrengst) -> dict[str, Tekst]:
    """Return the analyst's texts, numbers filled in, each with what changed since it was written."""
    map_ = opbrengst.traject.instellingen.map
    if map_ is None:
        return {}
    getallen = dict(opbrengst.getallen[["naam", "tekst"]].itertuples(index=False, name=None))
    bekend = (*HOOFDSTUKKEN, "bevindingen", *list_bevindingen(opbrengst), *opbrengst.antwoorden)
    return mark_changed(read_teksten(map_ / "teksten", bekend, getallen), map_ / "werk")


def _subtitle(opbrengst: Opbrengst) -> str:
    """Return what kind of report it is, behind the name of the traject where that says more than the subject."""
    instellingen = opbrengst.traject.instellingen
    fasen = set(opbrengst.traject.activiteiten["fase"].dropna())
    soort = "Opbrengst van burgers betrekken"
    if fasen == {"evaluatie"}:
        soort = f"Bijdrage aan de evaluatie van {instellingen.beleid or 'het beleid'}"
    titel = instellingen.titel.strip()
    bekend = (
        not titel
        or titel.casefold() == instellingen.onderwerp.strip().casefold()
        or not instellingen.onderwerp
    )
    return soort if bekend else f"{titel}. {soort}"
