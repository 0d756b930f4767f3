"""The fixed columns of KoboToolbox and ODK, by which their exports are recognised."""

from __future__ import annotations

import re
from collections.abc import Sequence

from burgerdata.intake.identifying import fold_header

Rijen = Sequence[Sequence[str]]
SEPARATORS = ("/", ".", "-", ":")
"""What may stand between a group, a question and a choice."""
_KOBO = frozenset(
    [
        "_uuid",
        "_submission_time",
        "_validation_status",
        "_submitted_by",
        "_index",
        "_status",
        "_notes",
        "_tags",
    ]
)
_ODK = frozenset(["KEY", "SubmissionDate", "SubmitterID", "ReviewState", "AttachmentsPresent", "PARENT_KEY"])
_REPEAT = frozenset(["_parent_index", "_parent_table_name"])
_FIELDWORK = re.compile(
    r"_(?:id|uuid|submission_time|validation_status|notes|status|tags|index|version_*(?:_?\d+)?|duration|xform_id_string|bamboo_\w+"
    r"|parent_\w+|submission_\w+|geolocation)|__version__|start|end|today|version|formversion|reviewstate|edits"
    r"|submissiondate|receivedat|attachments(?:present|expected)|status|(?:parent_)?key|set-of-.+|instanceid|rooturl|rootuuid"
    r"|deprecatedid|formhub/?uuid|uuid",
    re.IGNORECASE,
)
_PERSON = re.compile(
    r"_submitted_by|submitter(?:id|name)|deviceid|username|phonenumber|simserial|subscriberid|email|imei|instancename"
    r"|audit(?:_url)?|_attachments",
    re.IGNORECASE,
)
_COORDINATE = re.compile(
    r"(?:.*[/._:-])?_?(.+?)[-_](?:latitude|longitude|altitude|precision|accuracy)", re.IGNORECASE
)
_TYPES = re.compile(
    r"(?:select[_ ](?:one|multiple)|select all that apply|begin[_ ](?:group|repeat)|integer|decimal|text|note|rank|calculate"
    r"|start|end|today|deviceid|username|phonenumber|simserial|subscriberid|start-geopoint|audit)(?=\s|$)",
    re.IGNORECASE,
)


def recognise_kobo(rijen: Rijen) -> bool:
    """Return whether the first row is the header of submissions, or of a repeat group of them.

    Examples
    --------
    >>> recognise_kobo([["start", "q1", "_id", "_uuid", "_submission_time"]])
    True
    >>> recognise_kobo([["SubmissionDate", "q1", "meta-instanceID", "KEY", "SubmitterID"]])
    True
    """
    kop = {cel.strip() for cel in rijen[0]} if rijen else set()
    return len(kop & _KOBO) > 1 or len(kop & _ODK) > 1 or kop >= _REPEAT


def recognise_xlsform(rijen: Rijen) -> bool:
    """Return whether these are the first rows of the sheet "survey" of an XLSForm."""
    kop = [cel.strip().casefold() for cel in rijen[0]] if rijen else []
    if not {"type", "name"} <= set(kop) or not any(cel.startswith("label") for cel in kop):
        return False
    plek = kop.index("type")
    return any(_TYPES.match(rij[plek].strip()) for rij in rijen[1:] if plek < len(rij))


def is_repeat(koppen: Sequence[str]) -> bool:
    """Return whether a sheet with these headers is a repeat group: its rows hang on rows of another sheet."""
    return set(koppen) >= _REPEAT


def is_fieldwork(kop: str) -> bool:
    """Return whether a column is about the submission and not asked."""
    return bool(_FIELDWORK.fullmatch(kop) or _FIELDWORK.fullmatch(last_part(kop)))


def is_personal(kop: str) -> bool:
    """Return whether a column names the sender, the device or the telephone."""
    return bool(_PERSON.fullmatch(kop) or _PERSON.fullmatch(last_part(kop)))


def find_coordinate(kop: str) -> str:
    """Return the question that a column with a coordinate belongs to, in small letters without signs; empty for others.

    Examples
    --------
    >>> find_coordinate("groep/_plek_latitude"), find_coordinate("plek-Longitude"), find_coordinate("plek")
    ('plek', 'plek', '')
    """
    match = _COORDINATE.fullmatch(kop)
    return fold_header(match.group(1)) if match else ""


def last_part(kop: str) -> str:
    """Return a header without the groups in front of it; names in a form have no slash, and often a dash.

    Examples
    --------
    >>> last_part("groep/deel/vraag"), last_part("meta-instanceID")
    ('vraag', 'instanceID')
    """
    return re.split(r"[/:]|^meta[-.]", kop)[-1]
