"""What a column of a Qualtrics export is, told from its import id, else from its name."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from burgerdata.intake.identifying import fold_header
from burgerdata.shapes import VELDWERK

_IMPORT_ID = re.compile(r"""['"]ImportId['"]\s*:\s*['"]([^'"]*)['"]""")
_MOSTLY = 0.6
_LEGACY = (
    "ResponseID",
    "ResponseSet",
    "Name",
    "ExternalDataReference",
    "EmailAddress",
    "IPAddress",
    "Status",
    "StartDate",
    "EndDate",
    "Finished",
)
"""What V1 to V10 hold in a legacy file, whatever its second row calls them."""
_FIELDWORK = frozenset(
    [
        "startdate",
        "enddate",
        "status",
        "progress",
        "duration",
        "durationinseconds",
        "finished",
        "recordeddate",
        "distributionchannel",
        "userlanguage",
        "responseset",
        "locationaccuracy",
    ]
)
_DERIVED = re.compile(
    r"Q_[A-Z].*|SC\d+|.+_DO(?:_.*)?|.* - (?:Parent )?Topics|.* - (?:Sentiment|Topic Sentiment|Actionability|Effort|Emotion).*"
    r"|.+_(?:First Click|Last Click|Page Submit|Click Count|Browser|Version|Operating System|Resolution)"
    r"|.+_(?:Id|Name|Size|Type|NPS_GROUP)"
)
_QID = re.compile(r"(?P<lus>\d+_)?(?P<vraag>QID\d+)(?P<rest>.*)")
_ASKED = re.compile(r"Q\d.*")
"""How Qualtrics names a question, whatever its import id became in another program."""
_ITEM = re.compile(r"(.*\w)_x?\d{1,3}")
_TEXT = re.compile(r"(.+)_(?:TEXT|text)")


@dataclass(frozen=True)
class Rol:
    """What a column is, as far as its name and import id say.

    ``veld`` is the folded name of a standard column, ``vraag`` whether it was asked, ``stam`` the question that it is
    an item of, ``keuze`` whether a cell may hold several choices, ``soort`` as in Kolom.
    """

    veld: str = ""
    vraag: bool = False
    stam: str = ""
    keuze: bool = False
    soort: str = ""


def is_import_row(rij: Sequence[str]) -> bool:
    """Return whether most filled cells of a row are import ids; what is around them differs per version.

    Examples
    --------
    >>> is_import_row(['{"ImportId":"QID1"}', "{'ImportId': 'QID2_TEXT'}"]), is_import_row(["Q1", "Q2"])
    (True, False)
    """
    gevuld = [cel for cel in rij if cel.strip()]
    return bool(gevuld) and sum(bool(_IMPORT_ID.search(cel)) for cel in gevuld) >= _MOSTLY * len(gevuld)


def is_legacy(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the columns begin with V1 to V10, and the second row says that V1 is a response.

    Examples
    --------
    >>> is_legacy([[f"V{n}" for n in range(1, 11)], ["ResponseID", *"abcdefghi"]]), is_legacy([["V1", "V2"]])
    (True, False)
    """
    verwacht = [f"V{nummer}" for nummer in range(1, len(_LEGACY) + 1)]
    begin = [cel.strip() for cel in rijen[0][: len(_LEGACY)]] == verwacht
    return (
        begin
        and len(rijen) > 1
        and fold_header(rijen[1][0]) in ("responseid", "antwortid", "antwoordid", "responsid")
    )


def list_headers(rijen: Sequence[Sequence[str]]) -> list[str]:
    """Return the names of the columns; those of a legacy file get the names that they have in newer ones."""
    namen = [cel.strip() for cel in rijen[0]]
    return [*_LEGACY, *namen[len(_LEGACY) :]] if is_legacy(rijen) else namen


def read_role(naam: str, import_cel: str) -> Rol:
    """Return what a column is, given its name and the cell with its import id (empty where there is none).

    Examples
    --------
    >>> read_role("Q3_2", '{"ImportId":"QID3_2"}')
    Rol(veld='', vraag=True, stam='Q3', keuze=False, soort='')
    >>> read_role("Q2", '{"ImportId":"QID2_TEXT"}').soort, read_role("Finished", "").soort
    ('open', 'veldwerk')
    """
    gevonden = _IMPORT_ID.search(import_cel)
    import_id = gevonden.group(1) if gevonden else ""
    veld = fold_header(naam)
    if veld in _FIELDWORK or _DERIVED.fullmatch(naam):
        return Rol(veld=veld, soort=VELDWERK)
    qid = _QID.fullmatch(import_id)
    if import_id and qid is None and not _ASKED.fullmatch(naam):
        return Rol(veld=veld)  # standard columns about persons, and data that were sent along
    text = _TEXT.fullmatch(naam) or (qid is not None and qid["rest"].endswith("_TEXT"))
    if text:
        return Rol(vraag=True, soort="open")
    item = _ITEM.fullmatch(naam)
    asked = qid is not None or bool(_ASKED.fullmatch(naam))
    return Rol(
        vraag=asked, stam=item.group(1) if item and asked else "", keuze=qid is not None and not qid["rest"]
    )
