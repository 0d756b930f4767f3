"""traject.toml -> Instellingen: every setting checked, every problem with its line, nothing guessed."""

from __future__ import annotations

from pathlib import Path

from burgerdata.errors import Probleem
from burgerdata.loading.coded_projects import read_paths
from burgerdata.loading.leveringen import GEDEELD, read_leveringen
from burgerdata.loading.normen import read_normen
from burgerdata.loading.toml_fields import Velden
from burgerdata.loading.toml_text import TomlTekst, read_toml
from burgerdata.settings import Drempels, Instellingen

_TOP = (
    "titel",
    "onderwerp",
    "opdrachtgever",
    "beleid",
    "beleidsdoel",
    "doel",
    "ruimte",
    "doelgroep",
    "besluit",
    *GEDEELD,
    "middelen",
    "belanghebbenden",
    "normen",
    "rapportvragen",
    "synthetisch",
    "codeerprojecten",
    "geen_namen",
    "levering",
    "instellingen",
)
_DREMPELS = ("drempel", "verborgen", "indicatief")


def read_instellingen(pad: Path) -> tuple[Instellingen, list[Probleem]]:
    """Return the settings of a traject and everything that is wrong with them; ``pad`` is traject.toml itself.

    Raises
    ------
    BronError
        When there is no traject.toml.
    """
    tekst = read_toml(pad)
    problemen = list(tekst.problemen)
    if not tekst.inhoud and problemen:
        return Instellingen(map=pad.parent), problemen
    velden = Velden(tekst, tekst.inhoud)
    velden.check_keys(_TOP)
    leveringen, lezers = read_leveringen(velden, pad.parent)
    if not leveringen and not any(lezer.problemen for lezer in lezers):
        velden.report("levering", "er staat geen enkele levering in", "voeg een blok [[levering]] toe")
    drempels = _read_drempels(tekst)
    instellingen = Instellingen(
        titel=velden.read_text("titel", gevraagd=True),
        onderwerp=velden.read_text("onderwerp"),
        opdrachtgever=velden.read_text("opdrachtgever"),
        beleid=velden.read_text("beleid", gevraagd=True),
        beleidsdoel=velden.read_text("beleidsdoel"),
        doel=velden.read_text("doel", gevraagd=True),
        ruimte=velden.read_text("ruimte", gevraagd=True),
        doelgroep=velden.read_list("doelgroep", gevraagd=True),
        besluit=velden.read_date("besluit", gevraagd=True),
        middelen=velden.read_numbers("middelen"),
        belanghebbenden=velden.read_list("belanghebbenden"),
        normen=read_normen(velden),
        rapportvragen=velden.read_lists("rapportvragen"),
        synthetisch=velden.read_flag("synthetisch"),
        codeerprojecten=read_paths(velden, pad.parent),
        geen_namen=velden.read_list("geen_namen"),
        drempels=_make_drempels(drempels),
        leveringen=tuple(leveringen),
        map=pad.parent,
        fase=_read_fase(velden.inhoud.get("fase")),
        niet_opgegeven=(*velden.niet_opgegeven, *(naam for lezer in lezers for naam in lezer.niet_opgegeven)),
    )
    gezegd = {probleem.rij for probleem in problemen}
    anders = [probleem for lezer in (velden, *lezers, drempels) for probleem in lezer.problemen]
    problemen += [probleem for probleem in anders if probleem.rij is None or probleem.rij not in gezegd]
    return instellingen, problemen


def _read_fase(waarde: object) -> str:
    """Return the phase at the top, nothing for a word that is none: the deliveries report that."""
    fase = str(waarde or "").strip().casefold()
    return fase if fase in GEDEELD["fase"] else ""


def _read_drempels(tekst: TomlTekst) -> Velden:
    inhoud = tekst.inhoud.get("instellingen", {})
    velden = Velden(tekst, inhoud if isinstance(inhoud, dict) else {}, "instellingen")
    velden.check_keys(_DREMPELS)
    return velden


def _make_drempels(velden: Velden) -> Drempels:
    standaard = Drempels()
    gegeven = {naam: velden.read_count(naam) for naam in _DREMPELS}
    return Drempels(
        **{n: getattr(standaard, n) if waarde is None else waarde for n, waarde in gegeven.items()}
    )
