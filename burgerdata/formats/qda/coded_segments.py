"""Coded segments as a table (.csv, .xlsx): of MAXQDA, ATLAS.ti, Dovetail, Taguette or a bureau's own; no documents."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence

import pandas as pd

from burgerdata.cellen import fold, is_filled
from burgerdata.formats.csv import read_csv
from burgerdata.formats.excel import is_workbook, read_excel
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.qda.project import Code, Codering, Document, make_project, name_parents
from burgerdata.intake.logboek import count_explained
from burgerdata.intake.nummerkoppen import heads_number, is_person_header
from burgerdata.shapes import Bron, Tabel

FORMAAT = "segmententabel"
_ROLLEN: Mapping[str, tuple[str, ...]] = {
    "document": (
        *("document", "document name", "document title", "documentname", "documentnaam", "dokumentname"),
        *("dokument", "note title", "source", "bron", "file", "bestand", "interview", "transcript"),
    ),
    "code": ("code", "codes", "tag", "tags", "kode", "codering", "coderingen", "thema", "thema's"),
    "tekst": (
        *("segment", "coded segment", "coded text", "gecodeerd segment", "codiertes segment", "text content"),
        *("quotation content", "quotation", "quote", "highlight", "highlight text", "citaat", "fragment"),
    ),
    "begin": ("beginning", "begin", "start", "anfang", "highlight id"),
    "codeur": ("created by", "author", "coder", "codeur", "autor", "erstellt von", "modified by"),
}
"""The headers of each part of a coding, the surest first; where it begins and who coded it may be missing."""
_ANDERS = frozenset(["source", "bron", "file", "bestand"])
"""Headers of a document that other tables have as well: a notification came from a "bron"."""
_EIGEN = frozenset(
    [
        *(
            "code",
            "codes",
            "tag",
            "tags",
            "kode",
            "codering",
            "coderingen",
            "segment",
            "coded segment",
            "coded text",
        ),
        *(
            "gecodeerd segment",
            "codiertes segment",
            "text content",
            "quotation content",
            "quotation",
            "highlight",
        ),
        *("highlight text", "beginning", "highlight id"),
    ]
)
"""Headers that hardly any other table has."""
_DAG_OF_CIJFER = re.compile(
    r"(?:.*[ _-])?(?:datum|date|tijd|tijdstip|time|timestamp|ontvangen|cijfer|rapportcijfer|score|status)(?:[ _-].*)?|.*(?:nr|nummer)"
)
"""Headers of a table with a row per notification or person, folded."""
_TUSSEN = re.compile(r"[\n;]")
"""What stands between codes and never in one."""
_KOMMA = re.compile(r",(?![^()]*\))")
"""A comma that is not within brackets."""
_OUDERS = (" > ", "\\\\", "\\", "::")
"""What programs write between a code and the code below it."""


def recognise_segments(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the headers name a document, a code and the text that was coded.

    Where the document may be the source of a notification another header must be of coding, and none of a record.

    Examples
    --------
    >>> recognise_segments([["Document name", "Code", "Weight score", "Segment"]])
    True
    >>> recognise_segments([["Document name", "Code"]])
    False
    """
    rollen = _find_rollen(rijen[0]) if rijen else {}
    if not {"document", "code", "tekst"} <= set(rollen):
        return False
    eigen = set(map(fold, rollen.values()))
    andere = [kop for kop in rijen[0] if fold(kop) not in eigen]
    return not eigen & _ANDERS or (bool(eigen & _EIGEN) and not any(map(_is_of_record, andere)))


def _is_of_record(kop: str) -> bool:
    """Return whether a header is of a table with a row per notification or person."""
    return is_person_header(kop) or heads_number(kop) or bool(_DAG_OF_CIJFER.fullmatch(fold(kop)))


def read_segments(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return the segments as documents of their own, each coded as a whole; rows of one segment go together.

    Raises
    ------
    BronError
        When the file is damaged.
    """
    return read_coded(bron, blad, recognise_segments, _read_table)


def read_coded(
    bron: Bron,
    blad: str,
    herken: Callable[[Sequence[Sequence[str]]], bool],
    lees: Callable[[Bron, Ruw, Tabel], Ruw],
) -> list[Ruw]:
    """Return the sheets of which the first row is recognised, read as projects; where there is none the tables as they are.

    Of other sheets beside them it is noted that they hold rows.
    """
    boek = is_workbook(bron)
    ruwe = read_excel(bron, blad=blad, kop=0) if boek else read_csv(bron, blad=blad)
    tabellen = [(ruw, ruw.vorm) for ruw in ruwe if isinstance(ruw.vorm, Tabel)]
    gecodeerd = [
        (ruw, vorm) for ruw, vorm in tabellen if herken([[kolom.herkomst for kolom in vorm.kolommen]])
    ]
    if not gecodeerd:
        return read_excel(bron, blad=blad) if boek else read_csv(bron, gecodeerd=True, zoek_kop=True)
    gelezen = {vorm.blad for _, vorm in gecodeerd}
    for _, vorm in tabellen:
        if vorm.blad not in gelezen:
            gecodeerd[0][0].logboek.note(
                "kolom_weggelaten", kolom=f"blad {vorm.blad}", aantal=len(vorm.frame)
            )
    return [lees(bron, ruw, vorm) for ruw, vorm in gecodeerd]


def make_segments(bron: Bron, ruw: Ruw, frame: pd.DataFrame, *, formaat: str, ouders: Sequence[str]) -> Ruw:
    """Return the project of a frame with a row per segment and code: plek, document, code, tekst, codeur, and rij.

    ``plek`` tells the segments apart and ``rij`` the rows of the file; ``ouders`` are the marks that may stand between a code
    and the code below it. Rows without a code or text are noted, and what was noted before is kept.
    """
    plekken = frame.drop_duplicates("plek")
    documenten = [Document(rij["plek"], rij["document"], rij["tekst"]) for rij in _rows(plekken)]
    namen = {naam: f"code {nummer}" for nummer, naam in enumerate(frame["code"].unique()) if naam.strip()}
    codes = [Code(nummer, naam) for naam, nummer in namen.items()]
    for teken in ouders:
        codes = name_parents(codes, teken)
    gevuld = frame[frame["code"].str.strip().ne("") & frame["tekst"].str.strip().ne("")]
    coderingen = [
        Codering(
            rij["plek"], namen[rij["code"]], rij["codeur"], 0, len(rij["tekst"]), rij["tekst"], rij["plek"]
        )
        for rij in _rows(gevuld)
    ]
    blad = ruw.vorm.blad if isinstance(ruw.vorm, Tabel) else ""
    records_in = ruw.records_in + len(frame) - frame["rij"].nunique()  # a row with two codes is two codings
    nieuw = make_project(
        bron,
        formaat,
        (documenten, codes, coderingen),
        naam=bron.pad.stem,
        records_in=records_in,
        blad=blad,
    )
    eerder = count_explained(ruw.logboek.to_frame())
    nieuw.logboek.take_over(ruw.logboek)
    nieuw.logboek.note("lege_rij", aantal=records_in - len(gevuld) - eerder)
    return nieuw


def _read_table(bron: Bron, ruw: Ruw, tabel: Tabel) -> Ruw:
    bronframe, rollen = tabel.frame, _find_rollen(list(tabel.frame.columns))
    frame = pd.DataFrame({rol: bronframe[kop] for rol, kop in rollen.items()}, dtype="str").fillna("")
    frame = frame.assign(rij=range(len(frame)), codeur=frame.get("codeur", ""))
    frame = (
        frame.assign(
            code=pd.Series(
                list(_split_codes(frame["code"], rollen["code"])), index=frame.index, dtype="object"
            )
        )
        .explode("code")
        .fillna("")
    )
    for kop in [kolom.naam for kolom in tabel.kolommen if kolom.naam not in rollen.values()]:
        ruw.logboek.note("kolom_weggelaten", kolom=kop, aantal=max(int(is_filled(bronframe[kop]).sum()), 1))
    # the same words at another place of a document are another segment
    delen = [rol for rol in ("document", "begin", "tekst") if rol in frame]
    plek = frame.groupby(delen, sort=False, observed=True, dropna=False).ngroup()
    return make_segments(
        bron, ruw, frame.assign(plek="plek " + plek.astype("str")), formaat=FORMAAT, ouders=_OUDERS
    )


def _find_rollen(koppen: Sequence[str]) -> dict[str, str]:
    """Return the header of each part of a coding that the headers name."""
    bekend = {fold(kop): kop for kop in reversed(koppen)}
    gevonden = {
        rol: next((bekend[naam] for naam in namen if naam in bekend), "") for rol, namen in _ROLLEN.items()
    }
    return {rol: kop for rol, kop in gevonden.items() if kop}


def _split_codes(cellen: pd.Series, kop: str) -> Iterator[list[str]]:
    """Yield the codes of each cell: one per line, or between semicolons, or between commas where the header says codes."""
    meervoud = kop.strip().casefold() in ("codes", "tags", "coderingen", "thema's")
    gemerkt = any(_TUSSEN.search(cel) for cel in cellen)
    teken = _KOMMA if meervoud and not gemerkt else _TUSSEN
    for cel in cellen:
        yield [deel.strip() for deel in teken.split(cel) if deel.strip()]


def _rows(frame: pd.DataFrame) -> list[dict[str, str]]:
    return [{str(kolom): str(waarde) for kolom, waarde in rij.items()} for rij in frame.to_dict("records")]
