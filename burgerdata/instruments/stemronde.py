"""Stemronde: a Polis conversation -> one activity in which people put statements to each other and vote on them.

Each statement that was not rejected is a fragment, and a question with the answers oneens, pas and eens. Whoever did
not vote on a statement has the status leeg_onbekend: Polis shows statements one by one and its files do not say whether
somebody never saw a statement or left it unanswered.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np
import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.lezing import Lezing
from burgerdata.formats.polis.headers import GROEP, MODERATIE, STELLING, TEKST, TIJDSTIP, UITGANG
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok, stack_antwoorden
from burgerdata.instruments.stemcontrole import check_stemmen
from burgerdata.instruments.stemmen import GEEN, Keuzes, Stemmen, recount_stemmen
from burgerdata.instruments.survey import Tabellen, check_kenmerken
from burgerdata.instruments.tables import make_activiteit, make_opties_tabel, make_vragen
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import Vraagregel, Vragenlijst, fold
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RECORD, Tabel

OPTIES = (Optie("-1", "oneens", -1.0), Optie("0", "pas", 0.0), Optie("1", "eens", 1.0))
SERVERGROEP = "polis_groep"
"""Name of the question that holds the opinion group which Polis itself gave a person."""
_SOORTEN = {
    "polis_stellingen": "stellingen (comments.csv)",
    "polis_stemmen": "stemmen (votes.csv)",
    "polis_deelnemers": "stemmen per deelnemer (participants-votes.csv)",
}
_FROM_REGEL = ("vraag_id", "kort", "rol", "gebruik", "aspect", "fase", "kompasvraag")


def is_stemronde(lezingen: Sequence[Lezing]) -> bool:
    """Return whether these files are a Polis conversation."""
    return any(tabel.formaat.startswith("polis_") for lezing in lezingen for tabel in lezing.tabellen)


@dataclass(frozen=True)
class _Bron:
    """The files of one conversation; the table per participant is a check, and may be missing."""

    stellingen: Tabel
    stemmen: Tabel
    deelnemers: Tabel | None


def build_stemronde(
    lezingen: Sequence[Lezing], levering: Levering, lijst: Vragenlijst, *, hulp: Sequence[Tabel] = ()
) -> list[Tabellen]:
    """Return the contract tables of one Polis conversation.

    Raises
    ------
    ContractError
        When statements or votes are missing or come twice, agree and disagree are swapped, or vragen.xlsx names a
        statement that does not exist.
    """
    bron = _pick_tables(lezingen, levering)
    boeken = {tabel.bestand + tabel.blad: Logboek(tabel.bestand, tabel.blad) for tabel in _list_tables(bron)}
    boek = boeken[bron.stemmen.bestand + bron.stemmen.blad]
    alle = recount_stemmen(bron.stemmen, boek)
    problemen = check_stemmen(alle, bron.stellingen, bron.deelnemers, boek)
    gekozen = _keep_stellingen(bron.stellingen, boeken[bron.stellingen.bestand + bron.stellingen.blad])
    stemmen = alle.take(tuple(gekozen[STELLING]))
    _note_rejected(alle, stemmen, boek)
    activiteit_id = levering.name_activiteit(levering.meting)
    vragen, fout = _make_vragen(gekozen, levering, lijst, activiteit_id)
    groep = _make_groepvraag(bron.deelnemers)
    alle_vragen = [*vragen, *(groep[0],)] if groep else vragen
    problemen = [*problemen, *fout, *check_kenmerken(alle_vragen, levering)]
    if problemen:
        raise ContractError(problemen)
    personen = _list_persons(stemmen, gekozen, bron.deelnemers)
    fragmenten = _make_fragmenten(gekozen, activiteit_id, levering.taal)
    stelling_van = dict(zip((v.vraag_id for v in vragen), fragmenten["fragment_id"], strict=True))
    tabel = make_vragen(alle_vragen, activiteit_id)
    return [
        {
            "activiteiten": make_activiteit(
                levering, activiteit_id, meting=levering.meting, periode=_find_period(bron.stemmen)
            ),
            "deelnemers": personen.assign(activiteit_id=activiteit_id, personen=1),
            "vragen": tabel.assign(fragment_id=tabel["vraag_id"].map(stelling_van)),
            "opties": make_opties_tabel(alle_vragen, activiteit_id),
            "antwoorden": _make_antwoorden(stemmen, vragen, groep, personen, activiteit_id),
            "fragmenten": fragmenten,
            "logboek": _join_books(boeken, activiteit_id),
            "records": _count_records(bron, stemmen, activiteit_id),
        }
    ]


def _pick_tables(lezingen: Sequence[Lezing], levering: Levering) -> _Bron:
    """Return the tables of the one conversation among the files."""
    gevonden: dict[str, list[Tabel]] = {soort: [] for soort in _SOORTEN}
    for tabel in (tabel for lezing in lezingen for tabel in lezing.tabellen):
        gevonden.setdefault(tabel.formaat, []).append(tabel)
    problemen = []
    for soort, naam in _SOORTEN.items():
        if len(gevonden[soort]) > 1:
            wat = f"levering '{levering.naam}' heeft {len(gevonden[soort])} bestanden met {naam}"
            problemen.append(
                Probleem(wat, "maak van elk gesprek van Polis een eigen levering", "traject.toml")
            )
        elif not gevonden[soort] and soort != "polis_deelnemers":
            wat = f"levering '{levering.naam}' is een gesprek van Polis zonder {naam}"
            remedie = "zet alle bestanden van de export in één map en noem die map bij 'bestand'"
            problemen.append(Probleem(wat, remedie, "traject.toml"))
    if problemen:
        raise ContractError(problemen)
    eerste = {soort: next(iter(tabellen), None) for soort, tabellen in gevonden.items()}
    stellingen, stemmen = eerste["polis_stellingen"], eerste["polis_stemmen"]
    assert stellingen is not None  # refused above
    assert stemmen is not None
    return _Bron(stellingen, stemmen, eerste["polis_deelnemers"])


def _list_tables(bron: _Bron) -> list[Tabel]:
    return [bron.stellingen, bron.stemmen, *([bron.deelnemers] if bron.deelnemers is not None else [])]


def _keep_stellingen(tabel: Tabel, logboek: Logboek) -> pd.DataFrame:
    """Return the statements that were not rejected, by their number; a number that comes twice counts once."""
    frame = tabel.frame.assign(**{STELLING: tabel.frame[STELLING].str.strip()})
    dubbel = frame.duplicated(STELLING)
    logboek.note("dubbele_rij", aantal=int(dubbel.sum()), kolom=STELLING)
    frame = frame[~dubbel]
    weg = (
        pd.to_numeric(frame[MODERATIE], errors="coerce").lt(0)
        if MODERATIE in frame
        else pd.Series(False, index=frame.index)
    )
    for naam in frame.loc[weg, STELLING]:
        logboek.note("afgewezen_stelling", kolom=f"stelling {naam}")
    nummer = pd.to_numeric(frame[STELLING], errors="coerce")
    return frame[~weg].assign(nummer=nummer[~weg]).sort_values("nummer", kind="stable").reset_index(drop=True)


def _note_rejected(alle: Stemmen, gebleven: Stemmen, logboek: Logboek) -> None:
    """Note the votes on statements that are not there any more."""
    bekend = set(gebleven.stellingen)
    aantal = (alle.keuzes != GEEN).sum(axis=0)
    for naam, stemmen in zip(alle.stellingen, aantal.tolist(), strict=True):
        if naam not in bekend:
            logboek.note("afgewezen_stelling", kolom=f"stelling {naam}", aantal=stemmen)


def _make_vragen(
    stellingen: pd.DataFrame, levering: Levering, lijst: Vragenlijst, activiteit_id: str
) -> tuple[list[Vraag], list[Probleem]]:
    """Return a question per statement, with what vragen.xlsx says about its number, and numbers that do not exist."""
    regels = {fold(regel.kolom).removeprefix("stelling "): regel for regel in lijst.rows_of(levering.naam)}
    vragen = []
    for naam, tekst in zip(stellingen[STELLING], stellingen[TEKST], strict=True):
        vraag = Vraag(
            vraag_id=f"{activiteit_id}_{naam}",
            kolommen=(naam,),
            tekst=" ".join(tekst.split()),
            soort="stelling",
            reeks=activiteit_id,
            item=naam,
            schaal="stem",
            opties=OPTIES,
        )
        vragen.append(_apply_regel(vraag, regels.pop(naam, None)))
    over = [regel for regel in regels.values() if fold(regel.kolom) != fold(GROEP)]
    fout = [
        lijst.report(
            f"stelling '{regel.kolom}' bestaat niet in levering '{levering.naam}' of is afgewezen",
            "gebruik het nummer uit de kolom comment-id",
            regel=regel,
            kolom="kolom",
        )
        for regel in over
    ]
    return vragen, fout


def _apply_regel(vraag: Vraag, regel: Vraagregel | None) -> Vraag:
    if regel is None:
        return vraag
    gezegd: Mapping[str, str] = {naam: getattr(regel, naam) for naam in _FROM_REGEL if getattr(regel, naam)}
    return replace(vraag, **gezegd, omkeren=bool(regel.omkeren))  # type: ignore[arg-type]


def _make_groepvraag(deelnemers: Tabel | None) -> tuple[Vraag, pd.Series] | None:
    """Return the group that Polis gave as a question of rol proces, and the code of each person; None without any.

    It is no trait by which answers may be split: Polis made the groups from these very answers.
    """
    if deelnemers is None or GROEP not in deelnemers.frame:
        return None
    groep = deelnemers.frame[GROEP].str.strip().str.removesuffix(".0").set_axis(deelnemers.frame[PERSOON])
    groep = groep[(groep.index != "") & ~groep.index.duplicated()]
    codes = sorted({code for code in groep if code}, key=lambda code: (len(code), code))
    if not codes:
        return None
    opties = tuple(Optie(code, f"groep {code}") for code in codes)
    tekst = "Meningsgroep volgens Polis"
    return Vraag(SERVERGROEP, (GROEP,), tekst, "een_antwoord", "proces", opties=opties), groep


def _list_persons(stemmen: Stemmen, stellingen: pd.DataFrame, deelnemers: Tabel | None) -> pd.DataFrame:
    """Return voters as burgers; who only wrote statements is mostly the organiser, and in no base."""
    genoemd = [*(deelnemers.frame[PERSOON] if deelnemers is not None else ()), *stemmen.personen]
    stemmers = dict.fromkeys(naam for naam in genoemd if naam)
    schrijvers = [naam for naam in dict.fromkeys(stellingen[PERSOON]) if naam and naam not in stemmers]
    rol = ["burger"] * len(stemmers) + ["onbekend"] * len(schrijvers)
    return pd.DataFrame({"deelnemer_id": [*stemmers, *schrijvers], "rol": rol})


def _make_fragmenten(stellingen: pd.DataFrame, activiteit_id: str, taal: str) -> pd.DataFrame:
    """Return a fragment per statement; one that the organiser put in beforehand is nobody's."""
    vooraf = (
        stellingen[UITGANG].str.casefold().isin(("true", "t", "1"))
        if UITGANG in stellingen
        else pd.Series(False, index=stellingen.index)
    )
    tekst = stellingen[TEKST].str.strip()
    return pd.DataFrame(
        {
            "fragment_id": [make_fragment_id(activiteit_id, r, "stelling") for r in stellingen[RECORD]],
            "activiteit_id": activiteit_id,
            "deelnemer_id": stellingen[PERSOON].mask(vooraf, ""),
            "soort": "stelling",
            "volgnummer": range(1, len(stellingen) + 1),
            "tijdstip": _read_moment(stellingen),
            "taal": list_talen(tekst, taal),
            "tekst": tekst,
        }
    )


def _read_moment(frame: pd.DataFrame) -> pd.Series:
    """Return moments in UTC; the files do not say in which zone people lived."""
    if TIJDSTIP not in frame:
        return pd.Series(pd.NaT, index=frame.index, dtype="datetime64[s]")
    seconden = pd.to_numeric(frame[TIJDSTIP], errors="coerce")
    return pd.to_datetime(seconden, unit="s").astype("datetime64[s]")


def _find_period(stemmen: Tabel) -> tuple[pd.Timestamp, pd.Timestamp] | None:
    momenten = _read_moment(stemmen.frame).dropna()
    return (momenten.min().normalize(), momenten.max().normalize()) if len(momenten) else None


def _make_antwoorden(
    stemmen: Stemmen,
    vragen: Sequence[Vraag],
    groep: tuple[Vraag, pd.Series] | None,
    personen: pd.DataFrame,
    activiteit_id: str,
) -> pd.DataFrame:
    """Return a row for every person and statement, and for the group that Polis gave."""
    namen = personen["deelnemer_id"].tolist()
    plek = {naam: nummer for nummer, naam in enumerate(namen)}
    keuzes = np.full((len(namen), len(vragen)), GEEN, dtype=np.int8)
    keuzes[[plek[naam] for naam in stemmen.personen]] = stemmen.keuzes
    blokken = [_make_blok(vraag, keuzes[:, nummer]) for nummer, vraag in enumerate(vragen)]
    if groep is not None:
        vraag, codes = groep
        waar = {optie.code: nummer for nummer, optie in enumerate(vraag.opties)}
        eigen = np.array([waar.get(codes.get(naam, ""), -1) for naam in namen], dtype=np.int32)
        blokken.append(_fill_blok(vraag, eigen, np.full(len(namen), np.nan), leeg="nvt"))
    return stack_antwoorden(blokken, activiteit_id, namen)


def _make_blok(vraag: Vraag, keuzes: Keuzes) -> Antwoordblok:
    gestemd = keuzes != GEEN
    code = np.where(gestemd, keuzes + 1, -1).astype(np.int32)
    return _fill_blok(vraag, code, np.where(gestemd, keuzes.astype("float64"), np.nan), leeg="leeg_onbekend")


def _fill_blok(
    vraag: Vraag, code: np.ndarray[tuple[int], np.dtype[np.int32]], getal: np.ndarray, *, leeg: str
) -> Antwoordblok:
    """Return the answers of everybody to one question; ``code`` -1 has the status ``leeg``."""
    status = np.where(code < 0, STATUS_NR[leeg], STATUS_NR["gegeven"]).astype(np.int8)
    wie = np.arange(len(code), dtype=np.int32)
    codes = tuple(optie.code for optie in vraag.opties)
    return Antwoordblok(vraag.vraag_id, wie, code, codes, getal, status, np.ones(len(code), dtype=np.int32))


def _join_books(boeken: Mapping[str, Logboek], activiteit_id: str) -> pd.DataFrame:
    delen = [boek.to_frame().assign(activiteit_id=activiteit_id) for boek in boeken.values()]
    return pd.concat(delen, ignore_index=True)


def _count_records(bron: _Bron, stemmen: Stemmen, activiteit_id: str) -> pd.DataFrame:
    """Return how many statements, votes and participants of each file are in the tables."""
    aantal = {bron.stellingen.formaat: len(stemmen.stellingen)}
    aantal[bron.stemmen.formaat] = int((stemmen.keuzes != GEEN).sum())
    if bron.deelnemers is not None:
        aantal[bron.deelnemers.formaat] = len(bron.deelnemers.frame)
    rijen = [
        (tabel.bestand, tabel.blad, activiteit_id, aantal[tabel.formaat]) for tabel in _list_tables(bron)
    ]
    return pd.DataFrame(rijen, columns=["bestand", "blad", "activiteit_id", "records_uit"])
