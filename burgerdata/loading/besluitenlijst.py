"""A list of decisions beside other files: to which delivery it belongs, and what to do where there is none."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from burgerdata.getallen import format_getal
from burgerdata.instruments.besluiten import holds_besluiten, list_punten
from burgerdata.instruments.taakkoppen import bare_kop
from burgerdata.loading.herkend import Herkend

_DRAGERS = ("burgerberaad", "burgerdialoog")
"""Instruments of which decisions are a part, the one that most often has them first."""

_NUMMERKOP = re.compile(r"#|nr|nummer|(?:aanbeveling|voorstel|advies)s?[- ]?(?:nr|nummer)")
_TEKSTKOP = re.compile(r"(?:tekst (?:van de )?)?(?:aanbeveling|voorstel|advies)(?:s?tekst)?|tekst")
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
    rijen = [
        name_punt(rij, list_aanbevelingen(herkend, tabel.bestand))
        for tabel in tabellen
        if holds_besluiten(tabel)
        for rij in list_punten(tabel)
    ]
    return [
        # what others call a theme is no id of the list of themes, which is empty as yet
        {**rij, "thema_id": "", "thema": rij.get("thema_id", ""), "inbreng_id": f"punt{nummer}"}
        for nummer, rij in enumerate(rijen, start=1)
    ]


def list_aanbevelingen(herkend: Sequence[Herkend], bestand: str) -> dict[str, str]:
    """Return number → recommendation, of the sheets of one workbook that have both; none where one number has two texts."""
    teksten: dict[str, set[str]] = {}
    for deel in herkend:
        tabel = deel.tabel if deel.bestand == bestand else None
        koppen = {bare_kop(kolom.naam): kolom.naam for kolom in tabel.kolommen} if tabel else {}
        nummer = next((naam for kop, naam in koppen.items() if _NUMMERKOP.fullmatch(kop)), "")
        tekst = next((naam for kop, naam in koppen.items() if _TEKSTKOP.fullmatch(kop)), "")
        if tabel is None or not nummer or not tekst:
            continue
        for nr, wat in zip(tabel.frame[nummer].astype("str"), tabel.frame[tekst].astype("str"), strict=True):
            if any(map(str.isalpha, wat)):
                teksten.setdefault(nr.strip(), set()).add(wat.strip())
    return {nr: next(iter(wat)) for nr, wat in teksten.items() if len(wat) == 1}


def name_punt(rij: Mapping[str, str], teksten: Mapping[str, str]) -> dict[str, str]:
    """Return a point that is but a number with the recommendation of that number.

    Examples
    --------
    >>> name_punt({"samenvatting": "Aanbeveling 2"}, {"2": "Meer banken"}), name_punt({"samenvatting": "Meer groen"}, {})
    ({'samenvatting': 'Meer banken'}, {'samenvatting': 'Meer groen'})
    """
    nummer = re.fullmatch(r"Aanbeveling (\d{1,3})", rij["samenvatting"])
    return {
        **rij,
        "samenvatting": teksten.get(nummer[1], rij["samenvatting"]) if nummer else rij["samenvatting"],
    }


def tell_punten(herkend: Sequence[Herkend]) -> list[Herkend]:
    """Return the files, of each list of decisions that was taken over told where its points stand."""
    return [replace(deel, reden=_TAKEN_OVER) if _is_los(deel) else deel for deel in herkend]


def _is_los(deel: Herkend) -> bool:
    return deel.soort == "tekst" and deel.aard == "besluiten"
