"""A list of decisions beside other files: to which delivery it belongs, and what to do where there is none."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from burgerdata.getallen import format_getal
from burgerdata.instruments.besluiten import holds_besluiten, list_punten
from burgerdata.loading.recognise import Herkend

_DRAGERS = ("burgerberaad", "burgerdialoog")
"""Instruments of which decisions are a part, the one that most often has them first."""

_TAKEN_OVER = "een besluitenlijst; haar punten staan in doorwerking.xlsx: kijk ze na en vul het thema aan"


def place_besluiten(herkend: Sequence[Herkend]) -> list[Herkend]:
    """Return the files with each list of decisions as a part of the delivery that it can be of, else as rows to take over."""
    # a sheet of a workbook is a delivery of its own, in which no other file is read
    soorten = {deel.soort for deel in herkend if not deel.blad}
    drager = next((naam for naam in _DRAGERS if naam in soorten), "")
    return [
        _place(deel, "" if deel.blad else drager) if deel.soort == "besluiten" else deel for deel in herkend
    ]


def _place(deel: Herkend, drager: str) -> Herkend:
    if drager:
        return replace(deel, soort=drager)
    reden = (
        f"een besluitenlijst met {format_getal(deel.rijen)} punten, en geen burgerberaad of burgerdialoog waar zij bij hoort; neem de punten"
        " over in doorwerking.xlsx (samenvatting, status, motivering, eigenaar)"
    )
    return replace(deel, soort="tekst", reden=reden, aard="besluiten")


def draft_doorwerking(herkend: Sequence[Herkend]) -> list[dict[str, str]]:
    """Return rows for doorwerking.xlsx: the points of each list of decisions that no delivery reads."""
    tabellen = [tabel for deel in herkend if _is_los(deel) and deel.lezing for tabel in deel.lezing.tabellen]
    rijen = [rij for tabel in tabellen if holds_besluiten(tabel) for rij in list_punten(tabel)]
    return [
        # what others call a theme is no id of the list of themes, which is empty as yet
        {**rij, "thema_id": "", "thema": rij.get("thema_id", ""), "inbreng_id": f"punt{nummer}"}
        for nummer, rij in enumerate(rijen, start=1)
    ]


def tell_punten(herkend: Sequence[Herkend]) -> list[Herkend]:
    """Return the files, of each list of decisions that was taken over told where its points stand."""
    return [replace(deel, reden=_TAKEN_OVER) if _is_los(deel) else deel for deel in herkend]


def _is_los(deel: Herkend) -> bool:
    return deel.soort == "tekst" and deel.aard == "besluiten"
