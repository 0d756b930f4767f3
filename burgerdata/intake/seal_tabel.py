"""Sealing of a table: ids in, identifying columns out, text masked."""

from __future__ import annotations

import re

import pandas as pd

from burgerdata.cellen import are_moments, is_coded, is_filled, list_cells, map_cells
from burgerdata.intake.identifying import (
    asks_number,
    choose_field,
    classify_header,
    find_record_column,
    fold_header,
    holds_identifiers,
    is_about_channel,
    is_place_header,
    shorten_postcode,
)
from burgerdata.intake.inzendingen import Plek, find_dubbele, only_counts, spell_plek
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.naamkolommen import (
    holds_full_names,
    holds_person_names,
    holds_titled_names,
    list_eigenaren,
)
from burgerdata.intake.naamkoppen import asks_answer
from burgerdata.intake.proefrijen import drop_proef, list_proef
from burgerdata.intake.seal import Zegel
from burgerdata.intake.seal_berichten import find_sleutelvelden, is_berichten, make_bericht_ids
from burgerdata.intake.sprekerlijst import find_naamdelen, join_namen
from burgerdata.intake.talen import find_languages
from burgerdata.pseudonyms.known_names import collect_namen
from burgerdata.pseudonyms.masking import mask_texts
from burgerdata.schema.berichtvelden import TEKSTVELDEN
from burgerdata.shapes import PERSOON, RECORD, RIJ, Kolom, Tabel

_ANSWER = re.compile(r"[A-Za-zÀ-ÿ]{2}")
_LONG = 8
MOST_NUMBERED = 20_000
"""Rows from which two versions of a file are known; of a longer file the others are not numbered."""
_GEEN_NAAM = (*TEKSTVELDEN, "onderwerp")
"""Roles of columns that hold texts of a platform, even when their header is "name": the name of a project."""
_MOMENT = r"[12]\d{3}-[01]\d-[0-3]\d[ T][0-2]\d:[0-5]\d(?::[0-5]\d)?"
_PLAIN = re.compile(
    r"\s*[-+]?\d{1,3}(?:[. ]?\d{3})*(?:[.,]\d+)?\s*%?\s*|\s*[-+]?\d+(?:[.,]\d+)?\s*%?\s*|" + _MOMENT
)
"""A number, or a moment as computers write it."""
_MOMENTS = re.compile(rf"(?:(?:{_MOMENT})?\n)*+")
"""Lines that are each a moment or nothing: a long column of them is told by one look."""
_FEWEST_OWN = 10
"""Rows from which values that are all unlike are numbers or moments, and no chance."""


def seal_tabel(tabel: Tabel, zegel: Zegel, logboek: Logboek) -> Tabel:
    """Return the table with RIJ, RECORD and PERSOON in front, without identifying columns, its text masked.

    The person column of the seal and a recognised record number are replaced by keyed ids. Without either every row
    is a person of its own, numbered by its place in the file; the logboek says so (geen_persoonskolom). A table of
    messages has OUDER too, and an empty PERSOON where the source does not say who wrote.
    """
    namen = [kolom.naam for kolom in tabel.kolommen]
    zegel = zegel.match_headers(namen)
    ids, verbruikt = (
        make_bericht_ids(tabel, zegel) if is_berichten(tabel, zegel) else _make_ids(tabel, zegel, logboek)
    )
    drop = _find_dropped(tabel, zegel) | verbruikt
    for naam in [naam for naam in namen if naam in drop]:
        gevuld = int(is_filled(tabel.frame[naam]).sum())
        logboek.note("kolom_persoonsgegeven", kolom=naam, aantal=max(gevuld, 1))
    over = tuple(kolom for kolom in tabel.kolommen if kolom.naam not in drop)
    cellen = {
        kolom.naam: map_cells(tabel.frame[kolom.naam], zegel.make_personen)
        if kolom.naam in zegel.personen
        else _seal_column(tabel.frame, kolom, zegel.namen, logboek)
        for kolom in over
    }
    frame = pd.DataFrame({RIJ: tabel.frame[RIJ], **ids, **cellen}, index=tabel.frame.index, copy=False)
    return Tabel(
        tabel.bestand,
        tabel.formaat,
        frame,
        over,
        tabel.blad,
        weigeringen=tabel.weigeringen,
        nummers=_number_rows(tabel, zegel),
        drempel=tabel.drempel,
        procenten=tabel.procenten,
        proef=list_proef(tabel, zegel.testrijen, drop),
        telt=_counts_persons(tabel, zegel),
    )


def read_table_names(tabel: Tabel, zegel: Zegel) -> tuple[str, ...]:
    """Return the names of persons in name columns, in the person column and among who does what, for masking elsewhere."""
    zegel = zegel.match_headers([kolom.naam for kolom in tabel.kolommen])
    kolommen = find_name_columns(tabel)
    persoon = zegel.find_persoon([kolom.naam for kolom in tabel.kolommen])
    persoon = persoon or find_sleutelvelden(tabel, zegel).get("persoon", "")
    kolommen += [persoon] if persoon in tabel.frame else []
    # side by side they say which of two words is the first name
    delen = find_naamdelen([naam for naam in kolommen if naam in tabel.frame])
    los = [naam for naam in dict.fromkeys(kolommen) if naam not in delen]
    waarden = list_cells(join_namen(tabel.frame, delen)) if delen else []
    waarden = [*waarden, *(cel for naam in los for cel in list_cells(tabel.frame[naam]))]
    waarden += [naam for kop in tabel.frame for naam in list_eigenaren(str(kop), tabel.frame[kop])]
    return tuple(naam for naam in collect_namen(waarden) if not any(teken.isdigit() for teken in naam))


def find_name_columns(tabel: Tabel) -> list[str]:
    """Return the columns that hold names of persons."""
    return [
        kolom.naam
        for kolom in tabel.kolommen
        if kolom.veld not in _GEEN_NAAM
        and not any(map(asks_answer, (kolom.herkomst, kolom.tekst)))
        and _holds_names(choose_field(kolom.naam, tabel.frame[kolom.naam]), tabel.frame[kolom.naam])
    ]


def _make_ids(tabel: Tabel, zegel: Zegel, logboek: Logboek) -> tuple[dict[str, pd.Series], set[str]]:
    """Return RECORD and PERSOON, and the columns that were used up for them."""
    frame = tabel.frame
    kolommen = [kolom.naam for kolom in tabel.kolommen]
    persoon = zegel.find_persoon(kolommen) or tabel.persoon
    vrij = [naam for naam in kolommen if naam not in zegel.open]
    kolom = tabel.record or persoon
    uniek = "" if kolom else find_record_column(frame, vrij)
    kolom = kolom or uniek
    if not kolom:
        logboek.note("geen_persoonskolom")
        _note_equal_rows(drop_proef(tabel, zegel.testrijen), kolommen, logboek)
    ruw = frame[kolom or RIJ].astype("str").to_numpy().tolist()
    nummers = [*map(str.strip, ruw)]
    if kolom:
        _note_dubbele(tabel, zegel, (kolom, persoon), logboek)
    vast = (tabel.blad, "id" if kolom else "rij")
    # a column that was found to be unique still is, unless spaces went off
    if not (uniek and nummers == ruw) and len(set(nummers)) < len(nummers):
        bron = pd.Series(nummers, index=frame.index, dtype="str")
        herhaling = bron.groupby(bron, observed=True, dropna=False).cumcount().astype("str").tolist()
        record = zegel.make_records(nummers, herhaling, vast=vast)
    else:
        record = zegel.make_records(nummers, vast=vast, slot=("0",))
    groep = (
        frame[zegel.groepkolom]
        if zegel.groepkolom in kolommen
        else pd.Series("", index=frame.index, dtype="str")
    )
    if persoon:
        delen = [naam for naam in zegel.naamdelen if naam in kolommen] or [persoon]
        personen = [
            zegel.make_persoon(w, groep=g) for w, g in zip(join_namen(frame, delen), groep, strict=True)
        ]
    else:
        personen = zegel.make_personen_van(record)
    ids = {
        RECORD: pd.Series(record, index=frame.index, dtype="str"),
        PERSOON: pd.Series(personen, index=frame.index, dtype="str"),
    }
    verbruikt = (persoon, "" if tabel.record else kolom, *zegel.naamdelen)
    return ids, {naam for naam in verbruikt if naam in kolommen}


def _note_dubbele(tabel: Tabel, zegel: Zegel, koppen: tuple[str, str], logboek: Logboek) -> None:
    """Note each form that was sent again, with the row that it repeats and what it is named by."""
    kolom, persoon = koppen
    echt = drop_proef(tabel, zegel.testrijen)
    dubbel = find_dubbele(echt, tabel.kolommen, {kolom, persoon, tabel.record})
    if not dubbel:
        return
    nummers = [*map(str.strip, tabel.frame[kolom].astype("str").to_numpy().tolist())]
    telt = only_counts(nummers)
    per_rij = dict(zip(tabel.frame[RIJ], nummers, strict=True))
    for deel in dubbel:
        plek = Plek(deel.eerder, kolom, per_rij[deel.rij] if telt else "")
        logboek.note("dubbele_inzending", rij=deel.rij, kolom=spell_plek(plek))


def _number_rows(tabel: Tabel, zegel: Zegel) -> tuple[str, ...]:
    """Return ids of the first rows by which two deliveries of one file can be laid beside each other; none without numbers."""
    kolommen = [kolom.naam for kolom in tabel.kolommen]
    vrij = [naam for naam in kolommen if naam not in zegel.open]
    eerste = tabel.frame.head(MOST_NUMBERED)
    kolom = zegel.find_persoon(kolommen) or tabel.persoon or tabel.record or find_record_column(eerste, vrij)
    return zegel.make_nummers(eerste[kolom].astype("str").tolist()) if kolom else ()


def _counts_persons(tabel: Tabel, zegel: Zegel) -> bool:
    """Return whether the numbers of the persons run from 1 without a gap."""
    persoon = zegel.find_persoon([kolom.naam for kolom in tabel.kolommen]) or tabel.persoon
    if persoon not in tabel.frame:
        return False
    nummers = {cel.strip().lstrip("0") for cel in list_cells(tabel.frame[persoon])}
    return nummers == {str(nummer) for nummer in range(1, len(nummers) + 1)}


def _note_equal_rows(frame: pd.DataFrame, kolommen: list[str], logboek: Logboek) -> None:
    """Note how many rows repeat an earlier one, and the first: nothing tells whether that is the same person twice.

    Where a column has another value in every other row, a number or a moment, they were copied, and it is named.
    """
    dubbel = frame.duplicated(kolommen)
    if not dubbel.any():
        return
    los = frame.loc[~dubbel, kolommen]
    eigen = (naam for naam in kolommen if len(los) >= _FEWEST_OWN and _is_own(los[naam]))
    gelijk = frame.loc[dubbel, RIJ]
    logboek.note("gelijke_rij", kolom=next(eigen, ""), aantal=len(gelijk), rij=int(gelijk.iloc[0]))


def _is_own(cellen: pd.Series) -> bool:
    """Return whether every row has a value of its own in this column."""
    return bool(cellen.str.strip().ne("").all()) and not cellen.duplicated().any()


def _find_dropped(tabel: Tabel, zegel: Zegel) -> set[str]:
    houden = zegel.open | zegel.personen | ({zegel.groepkolom} if zegel.groepkolom else set())
    weg = set()
    for kolom in tabel.kolommen:
        if kolom.naam in zegel.weg:
            weg.add(kolom.naam)
        elif kolom.naam in houden or kolom.labels or kolom.veld in _GEEN_NAAM:
            continue
        elif _identifies(kolom, tabel.frame[kolom.naam]):
            weg.add(kolom.naam)
    return weg


def _identifies(kolom: Kolom, cellen: pd.Series) -> bool:
    koppen = dict.fromkeys(
        choose_field(kop, cellen) for kop in (kolom.herkomst, kolom.naam, kolom.tekst) if kop
    )
    # "q3" says nothing where its text is a question about buildings
    zeggend = [kop for kop in koppen if asks_answer(kop)] or koppen
    by_header = any(
        (classify_header(kop) == "identificerend" and not is_about_channel(kop, cellen))
        or asks_number(kop, cellen)
        or holds_person_names(kop, cellen)
        or (kop in zeggend and _holds_names(kop, cellen))
        for kop in koppen
    )
    return by_header or holds_identifiers(cellen)


def _holds_names(kop: str, cellen: pd.Series) -> bool:
    return any(holds(kop, cellen) for holds in (holds_person_names, holds_full_names, holds_titled_names))


def _seal_column(frame: pd.DataFrame, kolom: Kolom, namen: tuple[str, ...], logboek: Logboek) -> pd.Series:
    """Return the column with its text masked; columns of codes with labels and of numbers are left as they are."""
    cellen = frame[kolom.naam]
    if "postcode" in fold_header(kolom.naam):
        cellen, geknipt = shorten_postcode(cellen)
        rijen = frame.loc[geknipt, RIJ]
        logboek.note_cells("cel_gewijzigd", kolom.naam, rijen, [1] * len(rijen))
    if kolom.labels or not _may_identify(cellen):
        return cellen
    masked, aantal = mask_texts(
        cellen, namen=namen, zoek_namen=not is_place_header(kolom.naam), geen_naam=find_languages(cellen)
    )
    geraakt = aantal > 0
    logboek.note_cells("cel_gemaskeerd", kolom.naam, frame.loc[geraakt, RIJ], aantal[geraakt])
    return masked


def _may_identify(cellen: pd.Series) -> bool:
    """Return whether a column holds words or long signs; one of plain numbers, dates and short codes does not."""
    verschillend = list_cells(cellen) if is_coded(cellen) else cellen.to_numpy().tolist()
    if not is_coded(cellen) and are_moments(verschillend):
        return False
    return not _MOMENTS.fullmatch("\n".join([*verschillend, ""])) and any(
        (len(cel) > _LONG or _ANSWER.search(cel)) and not _PLAIN.fullmatch(cel)
        for cel in verschillend
        if cel.strip()
    )
