"""Instruments: one file per method of participation, from sealed shapes and settings to contract tables.

``build_activiteiten`` is the one entrance. A new instrument is a file with a ``build_…`` function and a line here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Protocol

from burgerdata.cellen import spell_out
from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.burgerberaad import build_burgerberaad
from burgerdata.instruments.burgerdialoog import build_burgerdialoog
from burgerdata.instruments.codeerproject import build_codeerproject
from burgerdata.instruments.community import build_community
from burgerdata.instruments.enquete import build_enquete
from burgerdata.instruments.focusgroep import build_focusgroep
from burgerdata.instruments.indelingen import name_indelingen
from burgerdata.instruments.klantpanel import build_klantpanel
from burgerdata.instruments.signaal import build_signaal
from burgerdata.instruments.straatgesprek import build_straatgesprek
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.usability import build_usability
from burgerdata.instruments.vraagregels import Groepregel, Vraagregel, Vragenlijst
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

__all__ = ["INSTRUMENTEN", "Groepregel", "Tabellen", "Vraagregel", "Vragenlijst", "build_activiteiten"]


class Bouwer(Protocol):
    """What an instrument is: readings, settings, questionnaire and lists of help -> tables per activity."""

    def __call__(
        self,
        lezingen: Sequence[Lezing],
        levering: Levering,
        lijst: Vragenlijst,
        *,
        hulp: Sequence[Tabel] = (),
    ) -> list[Tabellen]:
        """Return the contract tables of each activity in a delivery."""


_TAKES_CODES = frozenset(["enquete", "klantpanel"])
"""Instruments that read long columns as codes; all others are handed text."""

INSTRUMENTEN: Mapping[str, Bouwer] = {
    "enquete": build_enquete,
    "klantpanel": build_klantpanel,
    "focusgroep": build_focusgroep,
    "straatgesprek": build_straatgesprek,
    "burgerberaad": build_burgerberaad,
    "burgerdialoog": build_burgerdialoog,
    "community": build_community,
    "signaal": build_signaal,
    "usability": build_usability,
}


def build_activiteiten(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of every activity in a delivery, with ``records``: how many records each file gave.

    ``hulp`` holds the codebook or the list of participants that belongs to the delivery.

    Raises
    ------
    ContractError
        Everything in these files that does not fit, or an instrument that cannot be read yet.
    """
    if any(lezing.codeerprojecten for lezing in lezingen):
        return _finish(build_codeerproject(lezingen, levering, lijst, hulp=hulp), levering)
    bouwer = INSTRUMENTEN.get(levering.instrument)
    if bouwer is None:
        wat = f"het instrument '{levering.instrument}' van levering '{levering.naam}' kan nog niet worden gelezen"
        remedie = f"haal deze levering voorlopig weg; wel te lezen zijn {', '.join(INSTRUMENTEN)}"
        raise ContractError([Probleem(wat, remedie, "traject.toml")])
    if levering.instrument not in _TAKES_CODES:
        lezingen = [_spell_out(lezing) for lezing in lezingen]
    return _finish(bouwer(lezingen, levering, lijst, hulp=hulp), levering)


def _finish(activiteiten: Sequence[Tabellen], levering: Levering) -> list[Tabellen]:
    """Return the tables with what the delivery says about all its people and about the coding of its traits."""
    return name_indelingen(_give_rol(activiteiten, levering.rol), levering)


def _give_rol(activiteiten: Sequence[Tabellen], rol: str) -> list[Tabellen]:
    """Return the tables with the rol that the delivery names for everybody who would be a citizen without it."""
    if not rol:
        return list(activiteiten)
    klaar = []
    for tabellen in activiteiten:
        deelnemers = tabellen["deelnemers"]
        eigen = deelnemers["rol"].astype("str")
        klaar.append(tabellen | {"deelnemers": deelnemers.assign(rol=eigen.mask(eigen.eq("burger"), rol))})
    return klaar


def _spell_out(lezing: Lezing) -> Lezing:
    vormen = [
        replace(vorm, frame=spell_out(vorm.frame)) if isinstance(vorm, Tabel) else vorm
        for vorm in lezing.vormen
    ]
    return replace(lezing, vormen=tuple(vormen))
