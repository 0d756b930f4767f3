"""Traits whose categories can mean several things: no table uses them until the analyst says which coding they follow."""

from __future__ import annotations

from collections.abc import Iterable

from burgerdata.errors import MethodeError, Probleem
from burgerdata.indelingen import check_indeling
from burgerdata.instruments.vraag import Vraag
from burgerdata.traject import Traject

_EXAMPLE = "CBS"


def state_refusal(naam: str, tekst: str, labels: Iterable[str]) -> str:
    """Return why this trait is not used, empty when it is; see ``check_indeling``."""
    try:
        check_indeling(naam, tekst, labels)
    except MethodeError as fout:
        return str(fout)
    return ""


def lacks_indeling(vraag: Vraag) -> bool:
    """Return whether only the name of a coding is missing: a trait that is refused without and accepted with one."""
    if vraag.rol != "kenmerk":
        return False
    labels = [optie.label for optie in vraag.opties if optie.status == "geldig"]
    return _is_solved_by_name(vraag.vraag_id, f"{vraag.tekst} {vraag.kort} {vraag.schaal}", labels)


def _is_solved_by_name(naam: str, tekst: str, labels: list[str]) -> bool:
    met_naam = f"{tekst} ({_EXAMPLE})"
    return bool(state_refusal(naam, tekst, labels)) and not state_refusal(naam, met_naam, labels)


def review_kenmerken(traject: Traject) -> list[Probleem]:
    """Return each trait that no table will use, with the reason and, where a name of its coding is enough, where to say it."""
    vragen = traject.vragen[traject.vragen["rol"].eq("kenmerk")]
    geldig = traject.opties[traject.opties["status"].eq("geldig")].astype({"label": "str"})
    gevonden: dict[str, Probleem] = {}
    for rij in vragen.to_dict("records"):
        naam, activiteit = str(rij["vraag_id"]), rij["activiteit_id"]
        eigen = geldig["activiteit_id"].eq(activiteit) & geldig["vraag_id"].eq(rij["vraag_id"])
        labels = geldig.loc[eigen, "label"].tolist()
        tekst = " ".join(str(rij[veld]) for veld in ("tekst", "kort", "schaal"))
        if reden := state_refusal(naam, tekst, labels):
            oplosbaar = _is_solved_by_name(naam, tekst, labels)
            remedie = (
                f'of zet bij de levering in traject.toml indeling = {{ {naam} = "CBS" }}' if oplosbaar else ""
            )
            wat = f"dit kenmerk komt in geen enkele tabel: {reden}"
            gevonden.setdefault(
                naam, Probleem(wat, remedie, _find_bestand(traject, str(activiteit)), kolom=str(rij["kolom"]))
            )
    return list(gevonden.values())


def _find_bestand(traject: Traject, activiteit_id: str) -> str:
    bronnen = traject.bronnen
    eigen = bronnen[bronnen["activiteit_id"].eq(activiteit_id) & bronnen["gebruikt"]]
    return next(iter(eigen["bestand"].astype("str")), "")
