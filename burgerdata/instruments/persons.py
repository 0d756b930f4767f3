"""The persons of an activity with their weights and sampling design: the contract table deelnemers."""

from __future__ import annotations

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.instruments.columns import GROEP, PERSONEN
from burgerdata.instruments.fragments import make_fragment_id
from burgerdata.instruments.gewichten import missing_gewicht, refuse_labels
from burgerdata.instruments.records import missing_kolom
from burgerdata.instruments.rollen import find_rolkolom, read_rollen
from burgerdata.instruments.values import is_filled, read_getallen
from burgerdata.intake import Logboek
from burgerdata.intake.kolomkeuze import find_kolom
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RIJ, Tabel


def make_deelnemers(tabel: Tabel, levering: Levering, activiteit_id: str, logboek: Logboek) -> pd.DataFrame:
    """Return a row per record: id, rol (burger unless a column says otherwise), weight, stratum, clusters, population sizes.

    A person without a weight gets weight 0 and a row in the logboek: the bureau left this person out of its weighting,
    so the answers do not count in weighted figures, as in SPSS.

    Raises
    ------
    ContractError
        When a column that traject.toml names is not in the file, or a weight is negative.
    """
    frame = tabel.frame
    kolommen = _find_columns(tabel, levering)
    deelnemers = pd.DataFrame(
        {
            "activiteit_id": activiteit_id,
            "deelnemer_id": frame[PERSOON],
            "rol": read_rollen(tabel, levering),
            "personen": 1,
        }
    )
    eigen = {"groep": GROEP, "personen": PERSONEN}
    deelnemers = deelnemers.assign(**{doel: frame[naam] for doel, naam in eigen.items() if naam in frame})
    if "gewicht" in kolommen:
        deelnemers["gewicht"] = _read_weights(tabel, kolommen.pop("gewicht"), logboek)
    for doel, kolom in kolommen.items():
        cellen = frame[kolom].str.strip()
        deelnemers[doel] = read_getallen(cellen) if doel.startswith("fpc") else cellen
    return deelnemers


def make_onbekend(activiteit_id: str, groep: str) -> str:
    """Return the id of the person who stands for everyone unknown in a group: one of rol onbekend, never in a base.

    Examples
    --------
    >>> make_onbekend("focusgroep", "fg1") == make_onbekend("focusgroep", "fg2")
    False
    """
    return make_fragment_id(activiteit_id, groep, "spreker onbekend").replace("f", "d", 1)


def design_columns(tabel: Tabel, levering: Levering) -> tuple[str, ...]:
    """Return the columns of the source that hold weights and the sampling design, as far as they are there."""
    namen = (levering.gewicht, levering.stratum, levering.groep, *levering.cluster, *levering.fpc)
    gevonden = (find_kolom(tabel, naam) for naam in namen if naam)
    rol = find_rolkolom(tabel, levering)
    return (*(kolom.naam for kolom in gevonden if kolom is not None), *filter(None, [rol]))


def _find_columns(tabel: Tabel, levering: Levering) -> dict[str, str]:
    """Return target column → source column for everything about the design that traject.toml names."""
    genoemd = {"gewicht": levering.gewicht, "stratum": levering.stratum, "groep": levering.groep}
    genoemd |= dict(zip(("cluster", "cluster2"), levering.cluster, strict=False))
    genoemd |= dict(zip(("fpc", "fpc2"), levering.fpc, strict=False))
    gevonden, problemen = {}, []
    for doel, naam in genoemd.items():
        kolom = find_kolom(tabel, naam) if naam else None
        if kolom is not None:
            gevonden[doel] = kolom.naam
            problemen += refuse_labels(tabel, kolom) if doel == "gewicht" else []
        elif naam and doel == "gewicht":
            problemen.append(missing_gewicht(tabel, naam, doel))
        elif naam:
            problemen.append(missing_kolom(tabel, naam, doel.rstrip("2")))
    if problemen:
        raise ContractError(problemen)
    return gevonden


def _read_weights(tabel: Tabel, kolom: str, logboek: Logboek) -> pd.Series:
    gewicht = read_getallen(tabel.frame[kolom])
    negatief = tabel.frame.loc[gewicht < 0, RIJ]
    geen_getal = tabel.frame.loc[gewicht.isna() & is_filled(tabel.frame[kolom]), RIJ]
    if len(negatief):
        soorten = (
            (negatief, "gewicht is negatief", "gewichten zijn negatief"),
            (geen_getal, "gewicht is geen getal", "gewichten zijn geen getal"),
        )
        remedie = "vraag het bureau om de goede weegfactor"
        raise ContractError(
            Probleem(
                f"{len(rijen)} {een if len(rijen) == 1 else meer}",
                remedie,
                tabel.bestand,
                tabel.blad,
                int(rijen.iloc[0]),
                kolom,
            )
            for rijen, een, meer in soorten
            if len(rijen)
        )
    for rij in geen_getal:
        logboek.note("getal_onleesbaar", rij=int(rij), kolom=kolom)
    for rij in tabel.frame.loc[gewicht.isna(), RIJ]:
        logboek.note("gewicht_ontbreekt", rij=int(rij), kolom=kolom)
    return gewicht.fillna(0.0)
