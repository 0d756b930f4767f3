"""From CONCEPT to vastgesteld: what still stands in the way, and the same report under its new stand."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from burgerdata.errors import Probleem
from burgerdata.getallen import format_datum
from burgerdata.report.blocks import Document
from burgerdata.report.collect import Opbrengst
from burgerdata.report.compose import read_eigen_teksten
from burgerdata.report.manifest import write_manifest
from burgerdata.report.office import write_documenten
from burgerdata.report.output_scan import scan_uitvoer
from burgerdata.toelichting import read_toelichting

CONCEPT, VASTGESTELD = "CONCEPT", "vastgesteld"


def list_bezwaren(opbrengst: Opbrengst, uit: Path, fouten: Sequence[str]) -> tuple[Probleem, ...]:
    """Return what keeps this report a concept: quotes, texts, notebooks, and what the files hold; nothing when clean.

    Parameters
    ----------
    uit : Path
        The folder with all files of the report.
    fouten : sequence of str
        A sentence for each notebook that failed.
    """
    return (
        *_check_citaten(opbrengst),
        *_check_teksten(opbrengst),
        *(Probleem(fout, "herstel het notebook in werk/, of haal het daar weg") for fout in fouten),
        *scan_uitvoer(uit, opbrengst.traject),
    )


def settle_documenten(
    opbrengst: Opbrengst,
    documenten: Mapping[str, Document],
    uit: Path,
    *,
    meld: Callable[[str], None],
    huisstijl: str | Path | None = None,
) -> Path:
    """Write the documents of this folder again as vastgesteld, take the concepts away, and return the main page."""
    stand = f"{VASTGESTELD} op {format_datum(opbrengst.datum)}"
    nieuw = {naam: replace(document, stand=stand) for naam, document in documenten.items()}
    write_documenten(nieuw, uit, achter=f"_{VASTGESTELD}", meld=meld, huisstijl=huisstijl)
    write_manifest(opbrengst, uit / "verantwoording.json", stand=stand)
    for oud in uit.glob(f"*_{CONCEPT}.*"):
        doel = oud.with_name(oud.name.replace(CONCEPT, VASTGESTELD))
        if oud.suffix == ".xlsx":
            oud.rename(doel)
        else:
            oud.unlink()
    return uit / f"rapport_{VASTGESTELD}.html"


def _check_citaten(opbrengst: Opbrengst) -> list[Probleem]:
    """Return a problem where a printed quote has nobody, or no day, behind its release."""
    tabellen = [t for t in opbrengst.tabellen.values() if read_toelichting(t).soort == "citaten"]
    zonder = {
        str(rij["fragment_id"])
        for tabel in tabellen
        for rij in tabel.to_dict("records")
        if not str(rij["vrijgegeven_door"] or "").strip() or rij["datum"] != rij["datum"]
    }
    if not zonder:
        return []
    aantal = "1 citaat is" if len(zonder) == 1 else f"{len(zonder)} citaten zijn"
    remedie = "vul in wie het vrijgaf en wanneer, of haal de rij weg"
    return [Probleem(f"{aantal} niet volledig vrijgegeven", remedie, "citaten.xlsx")]


def _check_teksten(opbrengst: Opbrengst) -> list[Probleem]:
    return [
        Probleem(f"tekst nakijken: {zin}", "pas de tekst aan", f"teksten/{naam}.md")
        for naam, tekst in read_eigen_teksten(opbrengst).items()
        for zin in tekst.nakijken
    ]
