"""Questions and options as contract tables, and the row of an activity itself."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict

import pandas as pd

from burgerdata.instruments.vraag import Vraag
from burgerdata.settings import Levering

_FROM_VRAAG = (
    "vraag_id",
    "tekst",
    "kort",
    "soort",
    "rol",
    "gebruik",
    "aspect",
    "fase",
    "kompasvraag",
    "reeks",
    "item",
    "schaal",
    "omkeren",
    "eenheid",
    "ouder_vraag_id",
    "ouder_code",
)
_COUNTS = ("uitgenodigd", "aangemeld", "geselecteerd", "gestart", "afgerond")


def make_vragen(vragen: Iterable[Vraag], activiteit_id: str) -> pd.DataFrame:
    """Return the contract table vragen of one activity; ``kolom`` names the columns of the source."""
    rijen = [
        {"activiteit_id": activiteit_id, "kolom": "; ".join(vraag.kolommen)}
        | {naam: getattr(vraag, naam) for naam in _FROM_VRAAG}
        for vraag in vragen
    ]
    return pd.DataFrame(rijen, columns=["activiteit_id", "kolom", *_FROM_VRAAG])


def make_opties_tabel(vragen: Iterable[Vraag], activiteit_id: str) -> pd.DataFrame:
    """Return the contract table opties of one activity."""
    rijen = [
        {"activiteit_id": activiteit_id, "vraag_id": vraag.vraag_id, "volgorde": volgorde}
        | _row(vraag, volgorde)
        for vraag in vragen
        for volgorde in range(1, len(vraag.opties) + 1)
    ]
    return pd.DataFrame(
        rijen, columns=["activiteit_id", "vraag_id", "code", "label", "volgorde", "waarde", "status"]
    )


def _row(vraag: Vraag, volgorde: int) -> dict[str, object]:
    gegevens = asdict(vraag.opties[volgorde - 1])
    if vraag.namen:
        gegevens["label"] = vraag.namen[volgorde - 1]
    return gegevens


def make_activiteit(
    levering: Levering,
    activiteit_id: str,
    *,
    meting: str = "",
    periode: tuple[pd.Timestamp, pd.Timestamp] | None = None,
    eenheid: str = "persoon",
) -> pd.DataFrame:
    """Return the one row of the contract table activiteiten; dates are those of traject.toml, else of the records."""
    begin, eind = periode or (None, None)
    rij = {
        "activiteit_id": activiteit_id,
        "instrument": levering.instrument,
        "fase": levering.fase,
        "trede": levering.trede,
        "werving": levering.werving,
        "meting": meting or levering.meting,
        "panel": levering.panel,
        "begindatum": levering.begindatum or begin,
        "einddatum": levering.einddatum or eind,
        "doelgroep": levering.doelgroep,
        "eenheid": eenheid,
        "taal": levering.taal,
        "uitvoerder": levering.uitvoerder,
    }
    return pd.DataFrame([rij | {naam: levering.tellingen.get(naam) for naam in _COUNTS}])
