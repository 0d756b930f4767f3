"""Usability: the table of tasks, a row per person or per person × task -> outcomes, seconds, errors, observations."""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.errors import ContractError, Probleem
from burgerdata.formats.turn_times import parse_seconds
from burgerdata.getallen import join_woorden
from burgerdata.instruments.bijdragen import fill_down_persons, make_antwoorden, make_personen, make_records
from burgerdata.instruments.fragments import list_talen, make_fragment_id
from burgerdata.instruments.onderdelen import find_velden
from burgerdata.instruments.rollen import find_rolkolom, read_rollen
from burgerdata.instruments.survey import Tabellen
from burgerdata.instruments.taakkolommen import GEDRAAIDE_TAKEN, find_taakkolommen, has_taken_in_rijen
from burgerdata.instruments.taakkoppen import CELLEN
from burgerdata.instruments.taakwoorden import read_uitkomst, says_deels
from burgerdata.instruments.tables import make_opties_tabel, make_vragen
from burgerdata.instruments.values import is_filled, parse_getal
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import Vraagregel, fold, make_slug
from burgerdata.intake import Logboek
from burgerdata.settings import Levering
from burgerdata.shapes import PERSOON, RECORD, RIJ, Tabel

UITKOMST = (Optie("gelukt", "gelukt"), Optie("deels", "deels gelukt"), Optie("niet", "niet gelukt"))
METINGEN = {"tijd": "seconden", "fouten": "fouten"}
"""What is measured of a task beside its outcome, with its unit."""
_NODIG = {"taak": "taak", "succes": "uitkomst"}
_DUUR = re.compile(
    r"(?:(?P<min>\d+)\s*(?:m|min|minuten|minuut)\b\.?)?\s*(?:(?P<sec>\d+(?:[.,]\d+)?)\s*(?:s|sec|seconden)\b\.?)?"
)


def read_taken(
    tabel: Tabel, levering: Levering, activiteit_id: str, *, taak: str = "", regels: Sequence[Vraagregel] = ()
) -> Tabellen:
    """Return the contract tables of the tasks: three questions per task, with what was seen as observations.

    ``taak`` is the task of a table that has no column for it: the name of its sheet. ``regels`` are the rows of
    vragen.xlsx, which may call a task by its column, its number or its vraag_id.

    Raises
    ------
    ContractError
        When a person did the same task twice, in rows that differ, or no column holds the outcome.
    """
    logboek = Logboek(tabel.bestand, tabel.blad)
    lang = _make_long(tabel, levering, logboek, taak)
    _note_unused(tabel, lang, levering, logboek)
    lang = _drop_repeated(_drop_unusable(lang, tabel, logboek), tabel, logboek)
    _refuse_doubled(lang, tabel)
    taken = _retitle(_name_taken(lang), regels)
    lang = lang.assign(
        taak_id=lang["taak"].map({naam: vraag.vraag_id for naam, vraag in taken.items()}).astype("str")
    )
    vragen = [vraag for taak in taken.values() for vraag in (taak, *_list_metingen(taak, lang))]
    rollen = pd.DataFrame({"deelnemer_id": lang["persoon"], "rol": lang["rol"]}).drop_duplicates(
        "deelnemer_id"
    )
    return {
        "deelnemers": rollen if len(rollen) else make_personen([]),
        "vragen": make_vragen(vragen, activiteit_id),
        "opties": make_opties_tabel(vragen, activiteit_id),
        "antwoorden": make_antwoorden(
            [rij for taak in taken.values() for rij in _answer(taak, lang, logboek)]
        ),
        "fragmenten": _make_observaties(_add_losse(lang, tabel, levering), levering, activiteit_id),
        "logboek": logboek.to_frame(),
        "records": make_records(tabel, activiteit_id, lang[RIJ].nunique()),
    }


def read_seconden(cel: str, *, in_minuten: bool = False) -> float:
    """Return a duration in seconds; 2:10 is two minutes and ten seconds, a bare number is in the unit of its column.

    Examples
    --------
    >>> read_seconden("130"), read_seconden("2:10"), read_seconden("2 min 10 s"), read_seconden("1,5", in_minuten=True)
    (130.0, 130.0, 130.0, 90.0)
    """
    tekst = cel.strip().casefold()
    getal = parse_getal(tekst)
    if not math.isnan(getal):
        return getal * 60 if in_minuten else getal
    if not math.isnan(klok := parse_seconds(tekst)):
        return klok
    duur = _DUUR.fullmatch(tekst)
    if duur is None or not tekst:
        return math.nan
    return 60 * float(duur.group("min") or 0) + float((duur.group("sec") or "0").replace(",", "."))


def _make_long(tabel: Tabel, levering: Levering, logboek: Logboek, taak: str) -> pd.DataFrame:
    """Return a row per person × task: RIJ, RECORD, persoon, rol, taak, taaktekst and the cells as they are."""
    koppen = [kolom.naam for kolom in tabel.kolommen]
    vast = pd.DataFrame(
        {
            RIJ: tabel.frame[RIJ],
            RECORD: tabel.frame[RECORD],
            "persoon": fill_down_persons(tabel, logboek),
            "rol": read_rollen(tabel, levering),
        }
    )
    velden = find_velden(koppen, "taken", levering.kolommen)
    if {"taak", "succes"} <= set(velden):
        cellen = {veld: tabel.frame[kop].str.strip() for veld, kop in velden.items()}
        return _complete(vast.assign(**cellen), velden)
    if taak and "succes" in velden:
        cellen = {veld: tabel.frame[kop].str.strip() for veld, kop in velden.items()}
        return _complete(vast.assign(taak=taak, **cellen), velden)
    breed = find_taakkolommen(tabel, levering.kolommen)
    if not breed:
        raise ContractError([_report_missing(tabel, velden)])
    delen = [
        _complete(
            vast.assign(
                taak=een.label,
                taaktekst=een.tekst,
                **{veld: tabel.frame[kop].str.strip() for veld, kop in een.koppen.items()},
            ),
            een.koppen,
        )
        for een in breed
    ]
    return pd.concat(delen, ignore_index=True)


def _report_missing(tabel: Tabel, velden: Collection[str]) -> Probleem:
    """Return which of the two columns that a table of tasks needs is not there, or that it must be turned."""
    if has_taken_in_rijen(tabel):
        wat, remedie = GEDRAAIDE_TAKEN.split("; ", 1)
        return Probleem(wat, remedie, tabel.bestand, tabel.blad)
    mist = [veld for veld in ("taak", "succes") if veld not in velden]
    waar = join_woorden([f"geen kolom met de {_NODIG[veld]}" for veld in mist])
    paren = ", ".join(f'{veld} = "…"' for veld in mist)
    remedie = f"schrijf in traject.toml kolommen = {{ {paren} }}"
    if mist == ["taak"]:
        remedie += ", of geef elke taak een eigen blad met de taak als naam"
    if "succes" in mist:
        remedie += '; is elke taak een eigen kolom, noem ze dan allemaal: kolommen = { succes = ["…", "…"] }'
    return Probleem(f"in deze tabel staat {waar}", remedie, tabel.bestand, tabel.blad)


def _note_unused(tabel: Tabel, lang: pd.DataFrame, levering: Levering, logboek: Logboek) -> None:
    """Note the columns that hold something and that no field, role or task takes."""
    koppen = [kolom.naam for kolom in tabel.kolommen]
    gebruikt = {*find_velden(koppen, "taken", levering.kolommen).values(), find_rolkolom(tabel, levering)}
    gebruikt |= {str(kop) for veld in CELLEN for kop in lang[f"kop_{veld}"].unique()}
    for kop in koppen:
        gevuld = int(is_filled(tabel.frame[kop]).sum())
        if kop not in gebruikt and gevuld:
            logboek.note("kolom_weggelaten", kolom=kop, aantal=gevuld)


def _complete(lang: pd.DataFrame, velden: Mapping[str, str]) -> pd.DataFrame:
    """Return the rows with every column, empty where the source has none, and the headers they came from."""
    mist = [veld for veld in (*CELLEN, "taaktekst") if veld not in lang]
    koppen = {f"kop_{veld}": velden.get(veld, "") for veld in CELLEN}
    return lang.assign(**dict.fromkeys(mist, ""), **koppen)


def _drop_unusable(lang: pd.DataFrame, tabel: Tabel, logboek: Logboek) -> pd.DataFrame:
    """Return the rows that name a person and a task; source rows without any are told in the logboek."""
    bruikbaar = lang["persoon"].ne("") & is_filled(lang["taak"])
    uit = lang[bruikbaar]
    for rij in tabel.frame.loc[~tabel.frame[RIJ].isin(uit[RIJ]), RIJ]:
        logboek.note("rij_onleesbaar", rij=int(rij))
    return uit.reset_index(drop=True)


def _drop_repeated(lang: pd.DataFrame, tabel: Tabel, logboek: Logboek) -> pd.DataFrame:
    """Return the rows without those of source rows that repeat an earlier one of the same person in every cell."""
    bron = lang[[RIJ, "persoon"]].drop_duplicates(RIJ).set_index(RIJ)
    cellen = tabel.frame.set_index(RIJ)[[kolom.naam for kolom in tabel.kolommen]]
    dubbel = cellen.loc[bron.index].reset_index(drop=True).assign(**{PERSOON: bron["persoon"].to_numpy()})
    weg = bron.index[dubbel.duplicated().to_numpy()]
    for rij in weg:
        logboek.note("dubbele_rij", rij=int(rij))
    return lang[~lang[RIJ].isin(weg)].reset_index(drop=True)


def _refuse_doubled(lang: pd.DataFrame, tabel: Tabel) -> None:
    dubbel = lang[lang.duplicated(["persoon", "taak"])]
    if len(dubbel):
        wat = "deze persoon heeft deze taak al in een eerdere rij"
        remedie = "laat per persoon en taak één rij over"
        raise ContractError(
            [Probleem(wat, remedie, tabel.bestand, tabel.blad, int(rij)) for rij in dubbel[RIJ][:3]]
        )


def _name_taken(lang: pd.DataFrame) -> dict[str, Vraag]:
    """Return label → question, in order of appearance: taak1 for 1 and for "Taak 1", else a slug."""
    gevonden: dict[str, Vraag] = {}
    for label, rijen in lang.groupby("taak", observed=True, dropna=False, sort=False):
        nummer = re.fullmatch(r"(?:taak|task|t)?\s*#?(\d+)", fold(str(label)))
        naam = f"taak{int(nummer.group(1))}" if nummer else make_slug(str(label))
        teksten = rijen["taaktekst"][is_filled(rijen["taaktekst"])]
        tekst = str(teksten.mode().iloc[0]) if len(teksten) else (f"Taak {label}" if nummer else str(label))
        gevonden[str(label)] = Vraag(
            naam,
            (str(rijen["kop_succes"].iloc[0]) or "taak",),
            tekst,
            "taak",
            kort=f"taak {int(nummer.group(1))}" if nummer else "",
            reeks="taken",
            item=naam,
            opties=UITKOMST,
        )
    return gevonden


def _retitle(taken: Mapping[str, Vraag], regels: Sequence[Vraagregel]) -> dict[str, Vraag]:
    """Return the tasks with the text and the short name that the analyst gave them in vragen.xlsx."""
    uit = dict(taken)
    for label, vraag in taken.items():
        namen = {fold(naam) for naam in (*vraag.kolommen, vraag.vraag_id, label)}
        eigen = [regel for regel in regels if fold(regel.kolom) in namen or regel.vraag_id == vraag.vraag_id]
        for regel in eigen:
            nieuw = regel.tekst if fold(regel.tekst) not in {"", *namen} else vraag.tekst
            uit[label] = replace(uit[label], tekst=nieuw, kort=regel.kort or uit[label].kort)
    return uit


def _list_metingen(taak: Vraag, lang: pd.DataFrame) -> Iterator[Vraag]:
    eigen = lang[lang["taak_id"].eq(taak.vraag_id)]
    for veld, eenheid in METINGEN.items():
        if eigen[f"kop_{veld}"].ne("").any():
            yield Vraag(
                f"{taak.vraag_id}_{veld}",
                (str(eigen[f"kop_{veld}"].iloc[0]),),
                f"{taak.tekst}: {'tijd' if veld == 'tijd' else 'aantal fouten'}",
                "getal",
                kort=f"{taak.kort or taak.tekst}: {veld}",
                reeks="taken",
                item=taak.vraag_id,
                eenheid=eenheid,
            )


def _answer(
    taak: Vraag, lang: pd.DataFrame, logboek: Logboek
) -> Iterator[tuple[str, str, str | None, float, str]]:
    eigen = lang[lang["taak_id"].eq(taak.vraag_id)]
    in_minuten = "min" in str(eigen["kop_tijd"].iloc[0]).casefold()
    for _, rij in eigen.iterrows():
        code, status = read_uitkomst(str(rij["succes"]))
        if status == "leeg_onbekend" and str(rij["succes"]):
            logboek.note("buiten_bereik", rij=int(rij[RIJ]), kolom=str(rij["kop_succes"]))
        if code == "deels" and not says_deels(str(rij["succes"])):
            logboek.note("uitkomst_deels", rij=int(rij[RIJ]), kolom=str(rij["kop_succes"]))
        yield str(rij["persoon"]), taak.vraag_id, code, math.nan, status
        for veld in METINGEN:
            if not rij[f"kop_{veld}"]:
                continue
            cel = str(rij[veld])
            getal = read_seconden(cel, in_minuten=in_minuten) if veld == "tijd" else parse_getal(cel)
            if (
                getal < 0
            ):  # nobody was done before the start: another sign for "not measured", or a slip of the pen
                logboek.note("buiten_bereik", rij=int(rij[RIJ]), kolom=str(rij[f"kop_{veld}"]))
                cel, getal = "", math.nan
            anders = status if status in ("overgeslagen", "niet_getoond") else "leeg_onbekend"
            yield (
                str(rij["persoon"]),
                f"{taak.vraag_id}_{veld}",
                None,
                getal,
                anders if math.isnan(getal) else "gegeven",
            )
            if math.isnan(getal) and read_uitkomst(cel)[1] == "leeg_onbekend" and cel:
                logboek.note("getal_onleesbaar", rij=int(rij[RIJ]), kolom=str(rij[f"kop_{veld}"]))


def _add_losse(lang: pd.DataFrame, tabel: Tabel, levering: Levering) -> pd.DataFrame:
    """Return the rows, and one per person for a remark beside all tasks: it is about none of them in particular."""
    velden = find_velden([kolom.naam for kolom in tabel.kolommen], "taken", levering.kolommen)
    if "opmerking" not in velden or "succes" in velden:
        return lang
    eerste = lang.drop_duplicates(RIJ)
    tekst = tabel.frame.set_index(RIJ)[velden["opmerking"]].str.strip()
    los = eerste.assign(taak_id="", opmerking=eerste[RIJ].map(tekst).astype("str"))
    return pd.concat([lang, los], ignore_index=True)


def _make_observaties(lang: pd.DataFrame, levering: Levering, activiteit_id: str) -> pd.DataFrame:
    """Return what was noted of a person at a task as fragments of soort observatie."""
    gezien = lang[is_filled(lang["opmerking"])]
    ids = [
        make_fragment_id(activiteit_id, record, f"observatie {taak}")
        for record, taak in zip(gezien[RECORD], gezien["taak_id"], strict=True)
    ]
    return pd.DataFrame(
        {
            "fragment_id": pd.Series(ids, index=gezien.index, dtype="str"),
            "deelnemer_id": gezien["persoon"],
            "vraag_id": gezien["taak_id"].where(gezien["taak_id"].ne("")),
            "soort": "observatie",
            "volgnummer": range(1, len(gezien) + 1),
            "taal": list_talen(gezien["opmerking"], levering.taal),
            "tekst": gezien["opmerking"],
        }
    )
