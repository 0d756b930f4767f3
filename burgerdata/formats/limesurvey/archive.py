"""LimeSurvey's archive (.lsa): the questionnaire and the answers in one zip; the invited persons in it are not read."""

from __future__ import annotations

import io
import re
import zipfile
from collections.abc import Sequence
from xml.etree import ElementTree

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.headers import make_kolommen
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.limesurvey.responses import FORMAAT, describe
from burgerdata.formats.limesurvey.structure import parse_xml
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import NIET_GETOOND, OVERGESLAGEN, RIJ, Bron, Tabel

_ANSWERS = re.compile(r".*_responses\.lsr", re.IGNORECASE)
_OPNIEUW = "exporteer de enquête opnieuw uit LimeSurvey als archief (.lsa)"
_KEPT = frozenset(["id", "submitdate", "lastpage", "startlanguage", "startdate", "datestamp", "seed"])


def is_archive(namen: Sequence[str]) -> bool:
    """Return whether a zip with these entries is a LimeSurvey archive.

    Examples
    --------
    >>> is_archive(["survey_123456.lss", "survey_123456_responses.lsr"]), is_archive(["word/document.xml"])
    (True, False)
    """
    return any(naam.lower().endswith(".lss") for naam in namen)


def read_archive(bron: Bron, *, blad: str = "", vragenlijst: Bron | None = None) -> list[Ruw]:
    """Return the responses of an archive, described by the questionnaire that lies in it.

    A value that the archive leaves out was not shown, an empty one was skipped. ``blad`` is not used.

    Raises
    ------
    BronError
        When there are no answers in the archive, or a part of it is damaged.
    """
    with zipfile.ZipFile(io.BytesIO(bron.inhoud)) as archief:
        namen = sorted(archief.namelist())
        structuur = next(naam for naam in namen if naam.lower().endswith(".lss"))
        antwoorden = next((naam for naam in namen if _ANSWERS.fullmatch(naam)), "")
        if not antwoorden:
            raise BronError("dit archief bevat geen antwoorden", _OPNIEUW, bestand=bron.bestand)
        eigen = Bron(bron.pad, bron.bestand, archief.read(structuur), bron.sha256)
        inhoud = archief.read(antwoorden)
    (ruw,) = read_responses(Bron(bron.pad, bron.bestand, inhoud, bron.sha256), blad=blad, vragenlijst=eigen)
    return [Ruw(ruw.vorm, ruw.records_in, ruw.logboek)]


def read_responses(bron: Bron, *, blad: str = "", vragenlijst: Bron | None = None) -> list[Ruw]:
    """Return the responses of an .lsr file, described by the questionnaire that is named or lies beside it.

    Raises
    ------
    BronError
        When the file is damaged or holds no responses.
    """
    wortel = parse_xml(bron.inhoud, bron.bestand)
    velden = [veld.text or "" for veld in wortel.iterfind("responses/fields/fieldname")]
    rijen = wortel.findall("responses/rows/row")
    if not velden:
        raise BronError("hierin staan geen antwoorden", _OPNIEUW, bestand=bron.bestand)
    logboek = Logboek(bron.bestand, blad)
    kolommen = make_kolommen(velden, logboek)
    data = {
        kolom.naam: pd.Series(_read_field(rijen, veld), dtype="str")
        for kolom, veld in zip(kolommen, velden, strict=True)
    }
    frame = pd.DataFrame({RIJ: pd.Series(range(2, len(rijen) + 2), dtype="int64"), **data})
    ruw = Ruw(
        Tabel(bron.bestand, FORMAAT, frame, kolommen, blad), len(re.findall(rb"<row>", bron.inhoud)), logboek
    )
    return [describe(ruw, bron, vragenlijst)]


def _read_field(rijen: Sequence[ElementTree.Element], veld: str) -> list[str]:
    """Return one value per response; names that begin with a digit or hold a # are written otherwise in XML."""
    merk = (f"_{veld}" if veld[:1].isdigit() else veld).replace("#", "-")
    is_vast = veld in _KEPT
    waarden = []
    for rij in rijen:
        waarde = rij.findtext(merk)
        if waarde is None:
            waarden.append("" if is_vast else NIET_GETOOND)
        else:
            waarden.append(waarde if waarde.strip() or is_vast else OVERGESLAGEN)
    return waarden
