"""A delivery in parts and waves -> its activities: what usability, burgerberaad and burgerdialoog share.

Each part is read by itself and joined to one activity; the questionnaires of ``metingen`` are activities of their own,
of the same people by the panel.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.instruments.aanbevelingen import make_aanbevelingen, name_fragment
from burgerdata.instruments.aanwezigheid import VRAAG as AANWEZIG
from burgerdata.instruments.besluitcontrole import check_besluiten
from burgerdata.instruments.bijdragen import join_bijdragen
from burgerdata.instruments.klantpanel import build_klantpanel
from burgerdata.instruments.leden import add_leden
from burgerdata.instruments.onderdeelcontrole import check_opbrengst, check_velden
from burgerdata.instruments.onderdeeltoewijzing import Onderdeel, assign_onderdelen, check_kolommen
from burgerdata.instruments.proces import add_procesregels, mark_procesregels
from burgerdata.instruments.streefcijfers import STREVEN, place_streven
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.taak_en_sus import drop_records
from burgerdata.instruments.tables import make_activiteit
from burgerdata.instruments.vraagregels import Vragenlijst, fold
from burgerdata.settings import Levering
from burgerdata.shapes import Tabel

Lezer = Callable[[Onderdeel, Levering, Vragenlijst, str], Tabellen]
"""Reads one part: the part, the settings, the questionnaire and the activity -> rows for the contract tables."""


class DeelsGelezenError(ContractError):
    """A part that cannot be read; ``tabellen`` are the activities that the other parts make."""

    def __init__(self, problemen: Iterable[Probleem], tabellen: Sequence[Tabellen] = ()) -> None:
        self.tabellen = tuple(tabellen)
        super().__init__(problemen)


def build_delen(
    lezingen: Sequence[Lezing],
    levering: Levering,
    lijst: Vragenlijst,
    lezers: Mapping[str, Lezer],
    *,
    hulp: Sequence[Tabel] = (),
) -> list[Tabellen]:
    """Return the contract tables of the activity that the parts make, and of one activity per wave.

    A questionnaire among the parts (a SUS) of which nobody is in another part is an activity of its own: whose it is
    cannot be told.

    Raises
    ------
    ContractError
        When a file is none of the parts, or a wave cannot be read.
    DeelsGelezenError
        When a part cannot be read: it has what the other parts give, so that they can be looked at.
    """
    onderdelen = assign_onderdelen(lezingen, levering)
    check_kolommen(onderdelen, levering)
    eigen = replace(levering, panel=levering.panel or (levering.naam if levering.metingen else ""))
    activiteit_id = levering.name_activiteit(levering.meting)
    los = [deel for deel in onderdelen if deel.rol == "sus" and not deel.met_personen and len(onderdelen) > 1]
    groepen = [(activiteit_id, [deel for deel in onderdelen if deel not in los])]
    groepen += [(f"{activiteit_id}_{deel.rol}", [deel]) for deel in los]
    klaar: list[Tabellen] = []
    problemen: list[Probleem] = []
    for naam, delen in groepen:
        samen = []
        for deel in delen:
            try:
                check_velden(deel, eigen)
                samen.append((deel, lezers[deel.rol](deel, eigen, lijst, naam)))
                check_opbrengst(*samen[-1])
            except ContractError as fout:
                problemen += fout.lijst
        samen = [(deel, drop_records(tabel) if deel.helft else tabel) for deel, tabel in samen]
        gelezen, onbekend = check_besluiten(samen, eigen, naam)
        problemen += onbekend
        leden = [deel.vorm for deel in delen if deel.rol == "aanwezigheid" and isinstance(deel.vorm, Tabel)]
        if gelezen:
            tabellen = _build_activiteit(naam, gelezen, eigen, lijst, hulp)
            try:
                klaar.append(place_streven(tabellen, leden, eigen))
            except ContractError as fout:
                problemen += fout.lijst
                klaar.append({deel: tabel for deel, tabel in tabellen.items() if deel != STREVEN})
    klaar += _build_metingen(lezingen, _drop_known(eigen, klaar), lijst)
    if problemen:
        raise DeelsGelezenError(problemen, klaar)
    return klaar


def as_tabel(deel: Onderdeel) -> Tabel:
    """Return the table of a part; raises ContractError for a text where a table is needed."""
    if isinstance(deel.vorm, Tabel):
        return deel.vorm
    wat = f"het onderdeel '{deel.rol}' is een tabel en dit is een tekst"
    raise ContractError(
        [
            Probleem(
                wat,
                "zet het in een Excelblad met koppen, of bij besluiten in een tabel in Word",
                deel.vorm.bestand,
            )
        ]
    )


def _build_activiteit(
    activiteit_id: str, delen: list[Tabellen], levering: Levering, lijst: Vragenlijst, hulp: Sequence[Tabel]
) -> Tabellen:
    activiteit = make_activiteit(levering, activiteit_id, meting=levering.meting)
    tabellen = add_leden(join_bijdragen(delen, activiteit), hulp, levering, lijst)
    return _link_aanbevelingen(tabellen, activiteit_id, levering) | {
        "activiteiten": _count_steps(activiteit, tabellen)
    }


def _link_aanbevelingen(tabellen: Tabellen, activiteit_id: str, levering: Levering) -> Tabellen:
    """Return the tables in which recommendation, the question that was voted on and the answer to it name each other.

    A recommendation that only the votes name becomes a fragment too: it is what people were asked.
    """
    leeg = pd.DataFrame(
        {naam: pd.Series(dtype="str") for naam in ("fragment_id", "vraag_id", "soort", "tekst")}
    )
    vragen = tabellen.get(
        "vragen", pd.DataFrame({"vraag_id": [], "soort": [], "reeks": [], "tekst": []}, dtype="str")
    )
    fragmenten = tabellen.get("fragmenten", leeg)
    fragmenten = fragmenten if len(fragmenten) else leeg
    gestemd = vragen[vragen["soort"].eq("een_antwoord") & vragen["reeks"].eq("stemmen")]
    los = gestemd[
        ~gestemd["vraag_id"].isin(fragmenten.loc[fragmenten["soort"].eq("aanbeveling"), "vraag_id"])
    ]
    samen = pd.concat(
        [
            fragmenten,
            make_aanbevelingen(
                list(los["vraag_id"]),
                _name_gestemd(los, tabellen, activiteit_id),
                activiteit_id,
                levering.taal,
            ),
        ]
    )
    samen = samen.assign(activiteit_id=activiteit_id)
    eigen = samen[samen["soort"].eq("aanbeveling")].set_index("vraag_id")
    kaal = vragen["tekst"].eq(vragen["vraag_id"]) & vragen["vraag_id"].isin(eigen.index)
    teksten = vragen["tekst"].mask(kaal, vragen["vraag_id"].map(eigen["tekst"]))
    uit = {
        "fragmenten": samen.assign(
            vraag_id=samen["vraag_id"].where(samen["vraag_id"].isin(vragen["vraag_id"]))
        ),
        "vragen": vragen.assign(fragment_id=vragen["vraag_id"].map(eigen["fragment_id"]), tekst=teksten),
    }
    if "doorwerking" in tabellen:
        antwoord = tabellen["doorwerking"]
        bekend = dict(zip(eigen["fragment_id"], eigen["tekst"], strict=True))
        tekst = antwoord["bron_ids"].map(bekend)
        uit["doorwerking"] = antwoord.assign(
            samenvatting=tekst.where(tekst.notna(), antwoord["samenvatting"])
        )
    return tabellen | {naam: tabel for naam, tabel in uit.items() if len(tabel) or naam in tabellen}


def _name_gestemd(gestemd: pd.DataFrame, tabellen: Tabellen, activiteit_id: str) -> list[str]:
    """Return what was voted on in words; of a mere number what the list of decisions calls it."""
    besluiten = tabellen.get("doorwerking", pd.DataFrame({"bron_ids": [], "samenvatting": []}, dtype="str"))
    bekend = dict(zip(besluiten["bron_ids"], besluiten["samenvatting"], strict=True))
    return [
        bekend.get(name_fragment(activiteit_id, str(naam)), str(tekst)) if naam == tekst else str(tekst)
        for naam, tekst in zip(gestemd["vraag_id"], gestemd["tekst"], strict=True)
    ]


def _count_steps(activiteit: pd.DataFrame, tabellen: Tabellen) -> pd.DataFrame:
    """Return the activity with who started and who was there at the end, from attendance, where nobody gave these."""
    antwoorden, deelnemers = tabellen.get("antwoorden"), tabellen["deelnemers"]
    if antwoorden is None or not antwoorden["vraag_id"].eq(AANWEZIG).any():
        return activiteit
    burgers = deelnemers.loc[deelnemers["rol"].eq("burger"), "deelnemer_id"]
    er = antwoorden[antwoorden["vraag_id"].eq(AANWEZIG) & antwoorden["code"].notna()]
    er = er[er["deelnemer_id"].isin(burgers)]
    opties = tabellen["opties"]
    sessies = list(opties.loc[opties["vraag_id"].eq(AANWEZIG), "code"])
    geteld = {
        "geselecteerd": len(burgers),
        "gestart": er["deelnemer_id"].nunique(),
        "afgerond": er.loc[er["code"].eq(sessies[-1]), "deelnemer_id"].nunique(),
    }
    leeg = {naam: n for naam, n in geteld.items() if activiteit[naam].isna().all()}
    return activiteit.assign(**leeg)


def _drop_known(levering: Levering, klaar: Sequence[Tabellen]) -> Levering:
    """Return the settings without the traits that the parts and the list of members have: waves need not ask them."""
    vragen = [deel["vragen"] for deel in klaar if "vragen" in deel]
    bekend = {fold(str(naam)) for tabel in vragen for naam in (*tabel["vraag_id"], *tabel["kolom"])}
    return replace(levering, kenmerken=tuple(naam for naam in levering.kenmerken if fold(naam) not in bekend))


def _build_metingen(lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst) -> list[Tabellen]:
    """Return the questionnaires before, after and between as waves of the same people."""
    golven = set(levering.metingen.values())
    eigen = [lezing for lezing in lezingen if lezing.bestand in golven]
    if not eigen:
        return []
    golf = replace(
        levering,
        bestanden=tuple(lezing.bestand for lezing in eigen),
        onderdelen={},
        # the days of an assembly are those of its meetings: more questionnaires have days of their own
        begindatum=levering.begindatum if len(golven) == 1 else None,
        einddatum=levering.einddatum if len(golven) == 1 else None,
        kolommen={naam: koppen for naam, koppen in levering.kolommen.items() if naam == "rol"},
        tellingen={},
    )
    tabellen = [tabel for lezing in eigen for tabel in lezing.tabellen]
    return build_klantpanel(eigen, golf, add_procesregels(mark_procesregels(lijst, golf), golf, tabellen))
