"""The files of a folder -> Traject: everything read, everything checked, one error for all problems."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path

import pandas as pd

from burgerdata.codeerwerk.collect import add_codeerwerk
from burgerdata.coding import apply_codebook, make_pseudo_themas
from burgerdata.coding.taal import is_andere_taal
from burgerdata.contract import check_tabellen, conform_tabellen
from burgerdata.errors import BronError, ContractError, Probleem, bundle_rows
from burgerdata.export.read_export import is_export, read_export
from burgerdata.instruments.project_themas import merge_themas
from burgerdata.instruments.stacking import stack_tabellen
from burgerdata.instruments.wide_waves import is_breed
from burgerdata.loading.analyst_input import Invoer, find_themas, read_invoer
from burgerdata.loading.bladnamen import mask_bladen, mask_groepen
from burgerdata.loading.coded_projects import Codeerwerk, read_codeerprojecten
from burgerdata.loading.deliveries import Oogst, read_levering
from burgerdata.loading.gedeelde_lijsten import name_gedeeld, tell_once
from burgerdata.loading.gelijke_antwoorden import share_antwoorden
from burgerdata.loading.golfcontrole import check_golfdagen
from burgerdata.loading.golfteksten import share_teksten
from burgerdata.loading.guards import refuse_in_templates
from burgerdata.loading.kopie import find_kopie, read_kopie
from burgerdata.loading.ongelezen_bladen import list_ongelezen
from burgerdata.loading.opbrengst import check_opbrengst
from burgerdata.loading.sources import find_copies, list_unused
from burgerdata.loading.toml import read_instellingen
from burgerdata.loading.versies import Gelezen, find_versions
from burgerdata.loading.wegen import restore_basis, weigh_leveringen
from burgerdata.pseudonyms import Sleutel, read_sleutel
from burgerdata.settings import Instellingen, Levering, Weging
from burgerdata.text import Codebook
from burgerdata.text.thema import Thema
from burgerdata.traject import Traject

SLEUTELBESTAND = "sleutel.txt"


def load_traject(map_: Path | str) -> Traject:
    r"""Return the Traject of a folder, or of the traject.toml in it: every file read, sealed, checked and coded.

    Raises
    ------
    ContractError
        Every problem of every file and setting at once, each with file, row, column and remedy.
    BronError
        When there is no traject.toml.

    Examples
    --------
    >>> import tempfile
    >>> with tempfile.TemporaryDirectory() as tijdelijk:
    ...     map_ = Path(tijdelijk)
    ...     _ = (map_ / "e.csv").write_text("nr;Welk cijfer geeft u?\n1;7\n2;8")
    ...     _ = (map_ / "sleutel.txt").write_text("ab" * 32)
    ...     _ = (map_ / "traject.toml").write_text('[[levering]]\ninstrument = "enquete"\nbestand = "e.csv"')
    ...     load_traject(map_)
    Traject 'zonder titel': activiteiten 1, bronnen 1, deelnemers 2, vragen 1, opties 10, antwoorden 2...
    """
    if is_export(Path(map_)) and not (Path(map_) / "traject.toml").exists():
        return read_export(map_)
    traject, problemen = collect_traject(Path(map_))
    if problemen:
        raise ContractError(problemen)
    return traject


def collect_traject(map_: Path) -> tuple[Traject, list[Probleem]]:
    """Return what could be read of a folder, and every problem; the Traject is only whole when there are none."""
    traject, problemen, _ = collect_gelezen(map_)
    return traject, problemen


def collect_gelezen(map_: Path) -> tuple[Traject, list[Probleem], list[Gelezen]]:
    """Return what ``collect_traject`` does, and what is kept of each file to hold others beside it."""
    pad = map_ if map_.suffix == ".toml" else map_ / "traject.toml"
    refuse_in_templates(pad.parent)
    instellingen, problemen = read_instellingen(pad)
    if not problemen and (kopie := find_kopie(pad.parent)) and (traject := _restore(*kopie, pad)):
        return traject, [], []
    if problemen and (not instellingen.leveringen or _share_names(instellingen.leveringen)):
        # without a delivery every row of vragen.xlsx would seem to be one too many
        return Traject.from_tabellen({}, instellingen), problemen, []
    invoer = read_invoer(instellingen, pad.parent)
    problemen += bundle_rows(invoer.problemen)
    oogsten = _read_all(instellingen, invoer, pad.parent, problemen)
    problemen += [probleem for oogst in oogsten for probleem in oogst.problemen]
    rijfouten = [probleem for oogst in oogsten for probleem in oogst.rijfouten]
    oogsten, dubbel = tell_versions(oogsten)
    problemen += dubbel
    codeerwerk = _read_projects(instellingen, pad.parent, oogsten)
    problemen += codeerwerk.problemen
    try:
        traject = assemble_traject(instellingen, invoer, oogsten, codeerwerk)
    except ContractError as fout:
        return (
            Traject.from_tabellen({}, instellingen),
            list(dict.fromkeys([*rijfouten, *problemen, *fout.lijst])),
            [],
        )
    kopieen = find_copies(traject.bronnen)
    gezegd = {kopie.bestand for kopie in kopieen}
    problemen = [een for een in problemen if not (een in dubbel and een.bestand in gezegd)] + kopieen
    if not problemen:
        # only beside whole tables: with a file missing every coded text of it would seem to be lost
        traject, eigen = add_codeerwerk(traject, pad.parent, read_sleutel(pad.parent / SLEUTELBESTAND))
        problemen += eigen
    problemen += [] if problemen else [*check_golfdagen(traject), *check_opbrengst(traject)]
    # With a file missing, references dangle that are fine in the files themselves.
    problemen += [] if problemen else check_tabellen(traject.tabellen)
    if not problemen:
        traject, eigen = weigh_leveringen(traject)
        problemen += eigen
    gelezen = [oogst.gelezen for oogst in oogsten if oogst.gelezen is not None]
    return traject, list(dict.fromkeys([*rijfouten, *problemen])), gelezen


def _share_names(leveringen: Sequence[Levering]) -> bool:
    """Return whether two deliveries have one name: whose the rows of vragen.xlsx are cannot be told then."""
    namen = [(levering.naam, levering.meting) for levering in leveringen]
    return len(set(namen)) < len(namen)


def tell_versions(oogsten: Sequence[Oogst]) -> tuple[list[Oogst], list[Probleem]]:
    """Return the deliveries with a row in their logboek per file that repeats another one, and the problems with these."""
    problemen, logboek = find_versions([oogst.gelezen for oogst in oogsten if oogst.gelezen is not None])
    verteld = []
    for oogst in oogsten:
        naam = oogst.gelezen.levering if oogst.gelezen is not None else ""
        eigen = logboek[logboek["levering"] == naam].drop(columns="levering")
        if len(eigen) and len(oogst.bronnen):
            van = dict(zip(oogst.bronnen["bestand"], oogst.bronnen["activiteit_id"], strict=True))
            eigen = eigen.assign(activiteit_id=eigen["bestand"].map(van))
            oogst = replace(oogst, logboek=pd.concat([oogst.logboek, eigen], ignore_index=True))
        verteld.append(oogst)
    return verteld, problemen


@lru_cache(maxsize=1)
def _restore(kopie: Path, kenmerk: str, toml: Path) -> Traject | None:
    """Return the traject that this run loaded, or None when the copy is of something else.

    A kernel that runs several notebooks keeps it: what a traject was asked in one, it remembers in the next.
    """
    tabellen = read_kopie(kopie, kenmerk)
    if tabellen is None:
        return None
    instellingen = read_instellingen(toml)[0]
    return weigh_leveringen(_make_traject(restore_basis(tabellen, instellingen.leveringen), instellingen))[0]


def _read_all(
    instellingen: Instellingen, invoer: Invoer, map_: Path, problemen: list[Probleem]
) -> list[Oogst]:
    if not instellingen.leveringen:
        return []
    try:
        sleutel = read_sleutel(map_ / SLEUTELBESTAND)
    except BronError as fout:
        problemen.append(fout.probleem)
        sleutel = Sleutel(bytes(32))  # only to look on for problems: no table leaves here without a key
    leesbaar = [
        levering for levering in instellingen.leveringen if levering.bestanden and levering.instrument
    ]
    return [read_levering(levering, map_, sleutel, invoer.lijst) for levering in name_gedeeld(leesbaar)]


def _read_projects(instellingen: Instellingen, map_: Path, oogsten: Sequence[Oogst]) -> Codeerwerk:
    """Return what coding software adds to the fragments of all deliveries."""
    fragmenten = stack_tabellen([deel for oogst in oogsten for deel in oogst.activiteiten]).get("fragmenten")
    if not instellingen.codeerprojecten or fragmenten is None or not (map_ / SLEUTELBESTAND).is_file():
        return Codeerwerk()
    return read_codeerprojecten(instellingen, map_, read_sleutel(map_ / SLEUTELBESTAND), fragmenten)


def assemble_traject(
    instellingen: Instellingen,
    invoer: Invoer,
    oogsten: Sequence[Oogst],
    codeerwerk: Codeerwerk | None = None,
) -> Traject:
    """Return the Traject of deliveries that were read, with the analyst's tables and all codings.

    Raises
    ------
    ContractError
        When a table holds a word or column that the contract does not know.
    """
    werk = codeerwerk or Codeerwerk()
    delen = [deel for oogst in oogsten for deel in oogst.activiteiten]
    tabellen = stack_tabellen(delen)
    bronnen = [tabel for tabel in (*(oogst.bronnen for oogst in oogsten), werk.bronnen) if len(tabel)]
    gebruikt = {bestand for tabel in bronnen for bestand in tabel["bestand"]}
    los = list_unused(instellingen.map, gebruikt) if instellingen.map else pd.DataFrame()
    bladen = list_ongelezen(instellingen, bronnen)
    alle = [tabel for tabel in (*bronnen, invoer.bronnen, los, bladen) if len(tabel)]
    logboek = [tabel for tabel in (*(oogst.logboek for oogst in oogsten), werk.logboek) if len(tabel)]
    tabellen |= {"marges": invoer.marges} if len(invoer.marges) else {}
    if alle:
        tabellen["bronnen"] = _first_of_each(
            pd.concat([_as_text(tabel) for tabel in alle], ignore_index=True)
        )
    if logboek:
        tabellen["logboek"] = tell_once(pd.concat(logboek, ignore_index=True), instellingen.leveringen)
    themas = [*(deel["themas"] for deel in delen if "themas" in deel), *werk.themas]
    geleverd = [tabellen["doorwerking"]] if "doorwerking" in tabellen else []
    if len(invoer.doorwerking) or geleverd:
        bekend = [*themas, *([invoer.codebook.themas] if invoer.codebook is not None else [])]
        tabellen["doorwerking"] = join_doorwerking(
            _add_fase(invoer.doorwerking, instellingen.fase),
            geleverd,
            bekend,
            invoer.codebook.inhoud if invoer.codebook else (),
        )
    coderingen = [*(deel["coderingen"] for deel in delen if "coderingen" in deel), *werk.coderingen]
    tabellen |= _join_codings(themas, coderingen)
    boeken = [naam for naam in ("bronnen", "logboek") if naam in tabellen]
    tabellen |= dict(zip(boeken, mask_bladen(tabellen[naam] for naam in boeken), strict=True))
    if alle:
        tabellen = mask_groepen(tabellen, tabellen["bronnen"]["bestand"].astype("str"))
    vast = conform_tabellen(tabellen)
    vast["vragen"] = share_teksten(vast["vragen"], vast["activiteiten"])
    vast["opties"] = share_antwoorden(vast["opties"])
    if invoer.codebook is not None:
        vast |= _code(vast, invoer.codebook)
    return _make_traject(vast, instellingen)


def _make_traject(tabellen: dict[str, pd.DataFrame], instellingen: Instellingen) -> Traject:
    """Return the Traject of tables that fit the contract: the settings say how each activity is weighted."""
    return Traject(tabellen, instellingen, _make_wegingen(instellingen.leveringen, tabellen))


def _add_fase(doorwerking: pd.DataFrame, fase: str) -> pd.DataFrame:
    """Return the points that the analyst wrote down, those without a phase with that at the top of traject.toml."""
    if not fase or not len(doorwerking):
        return doorwerking
    leeg = pd.Series("", index=doorwerking.index, dtype="str")
    eigen = doorwerking["fase"].astype("str").fillna("") if "fase" in doorwerking else leeg
    return doorwerking.assign(fase=eigen.mask(eigen.str.strip().eq(""), fase))


def join_doorwerking(
    ingevuld: pd.DataFrame,
    geleverd: Sequence[pd.DataFrame],
    themas: Sequence[pd.DataFrame] = (),
    inhoud: Sequence[Thema] = (),
) -> pd.DataFrame:
    """Return what the analyst filled in, and under it the answers of a delivery that the analyst has no row about.

    A delivery says in words what its answers are about: where that is no theme of these lists, by its name or by the
    patterns of ``inhoud``, they are about none.
    """
    bekend = pd.concat([pd.DataFrame(columns=["thema_id", "naam"], dtype="str"), *map(_as_text, themas)])
    met_thema = [
        tabel.assign(thema_id=find_themas(tabel["thema_id"].astype("str").fillna(""), bekend, inhoud))
        if "thema_id" in tabel
        else tabel
        for tabel in geleverd
    ]
    los = [_as_text(tabel) for tabel in (ingevuld, *met_thema) if len(tabel)]
    samen = pd.concat(los, ignore_index=True)
    return samen[~samen["inbreng_id"].astype("str").duplicated()].reset_index(drop=True)


def _join_codings(
    themas: Sequence[pd.DataFrame], coderingen: Sequence[pd.DataFrame]
) -> dict[str, pd.DataFrame]:
    """Return themas and coderingen of all projects, with the pseudo-theme of what was read and got no code."""
    if not themas:
        return {}
    samen = pd.concat([_as_text(tabel) for tabel in coderingen], ignore_index=True)
    pseudo = make_pseudo_themas(str(themas[0]["lijst"].iloc[0]) if len(themas[0]) else "codeerproject")
    pseudo = pseudo[pseudo["thema_id"].isin(samen["thema_id"])]
    return {
        "themas": merge_themas(*(_as_text(tabel) for tabel in themas), pseudo),
        "coderingen": samen[~samen["codering_id"].duplicated()],
    }


def _code(vast: Mapping[str, pd.DataFrame], codebook: Codebook) -> dict[str, pd.DataFrame]:
    """Return themas and coderingen with those of the themalijst of the folder; of themes with one name its own count."""
    eigen = codebook.themas.astype({"thema_id": "str", "lijst": "str", "ouder_id": "str"})
    themas = merge_themas(
        eigen.assign(ouder_id=eigen["ouder_id"].fillna("")),
        *([_as_text(vast["themas"])] if len(vast["themas"]) else []),
        make_pseudo_themas(codebook.lijst),
    )
    # words of one language are not looked for in another
    eigen_taal = ~is_andere_taal(vast["fragmenten"], vast["activiteiten"])
    coderingen = [_as_text(vast["coderingen"]), apply_codebook(vast["fragmenten"][eigen_taal], codebook)]
    gevuld = [tabel for tabel in coderingen if len(tabel)] or coderingen[:1]
    return conform_tabellen(
        {"themas": themas, "coderingen": pd.concat(gevuld, ignore_index=True)}, fill=False
    )


def _as_text(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return a ledger with loose types: the contract gives the types back after joining."""
    return tabel.astype({naam: "str" for naam in tabel.columns if tabel[naam].dtype == "category"})


def _first_of_each(bronnen: pd.DataFrame) -> pd.DataFrame:
    """Return one row per sheet: a file that two deliveries use is one source."""
    return bronnen[~bronnen.duplicated(["bestand", "blad"])].reset_index(drop=True)


def _make_wegingen(leveringen: Sequence[Levering], tabellen: Mapping[str, pd.DataFrame]) -> dict[str, Weging]:
    """Return how each activity is weighted: by the bureau when its delivery names a weight, else not.

    Of waves in one file one may have no weight of its own: there everybody counts as one.
    """
    deelnemers = tabellen["deelnemers"]
    gewogen = set(deelnemers.loc[deelnemers["gewicht"].ne(1), "activiteit_id"].astype("str"))
    wegingen = {}
    for activiteit_id in tabellen["activiteiten"]["activiteit_id"].astype("str"):
        levering = _levering_of(activiteit_id, leveringen)
        weging = Weging(activiteit_id, lonely_psu=(levering and levering.lonely_psu) or "fail")
        eigen = levering is not None and (activiteit_id in gewogen or not is_breed(levering))
        if levering is not None and levering.gewicht and eigen:
            methode = f"weegfactor van het bureau ({levering.gewicht})"
            weging = replace(weging, herkomst="bureau", methode=methode)
        wegingen[activiteit_id] = weging
    return wegingen


def _levering_of(activiteit_id: str, leveringen: Sequence[Levering]) -> Levering | None:
    """Return the delivery of an activity: its name, with the wave behind it where there are waves."""
    for levering in leveringen:
        namen = {
            levering.naam,
            *(levering.name_activiteit(meting) for meting in (*levering.metingen, levering.meting)),
        }
        if activiteit_id in namen:
            return levering
    return None
