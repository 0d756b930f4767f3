"""Which column of an export is which column of the questionnaire, whatever kind of header it has."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from burgerdata.errors import BronError
from burgerdata.formats.limesurvey.fields import RANKING, Veld, list_velden
from burgerdata.formats.limesurvey.headers import Kop, is_fieldwork
from burgerdata.formats.limesurvey.structure import is_structuur, list_talen, parse_structuur
from burgerdata.intake.open import decode_text, open_bron
from burgerdata.shapes import Bron

_SUFFIXES = (".lss", ".lsg", ".lsq")
_MOST = 0.6
_LAST_PART = re.compile(r"\s*\[[^\[\]]*\]\s*$")
_LARGEST = 30_000_000


@dataclass(frozen=True)
class Vragenlijst:
    """A questionnaire that fits a table: the name of its file, and its column for each column of the table."""

    bestand: str
    velden: Mapping[int, Veld]


def find_vragenlijst(bron: Bron, koppen: Sequence[Kop]) -> Vragenlijst | None:
    """Return the questionnaire beside the answers that fits their columns best, None when none fits most of them."""
    gevonden = []
    for pad in sorted(bron.pad.parent.glob("*")):
        if pad.suffix.lower() not in _SUFFIXES or not pad.is_file() or pad.stat().st_size > _LARGEST:
            continue
        naam = (Path(bron.bestand).parent / pad.name).as_posix()
        try:
            lijst = match_vragenlijst(open_bron(pad, bestand=naam).inhoud, naam, koppen)
        except BronError:
            continue  # a damaged questionnaire beside the answers is reported where the folder itself is read
        if lijst is not None:
            gevonden.append(lijst)
    return max(gevonden, key=lambda lijst: len(lijst.velden), default=None)


def read_vragenlijst(vragenlijst: Bron, koppen: Sequence[Kop]) -> Vragenlijst | None:
    """Return the questionnaire that the analyst named; None when that file is no questionnaire of LimeSurvey.

    Raises
    ------
    BronError
        When it is one, but not of these answers.
    """
    tekst, _ = decode_text(vragenlijst.inhoud[:4000])
    if not is_structuur(tekst):
        return None
    lijst = match_vragenlijst(vragenlijst.inhoud, vragenlijst.bestand, koppen)
    if lijst is None:
        wat = "deze vragenlijst hoort niet bij de antwoorden: de vraagcodes verschillen"
        raise BronError(wat, "exporteer de vragenlijst van dezelfde enquête", bestand=vragenlijst.bestand)
    return lijst


def match_vragenlijst(inhoud: bytes, bestand: str, koppen: Sequence[Kop]) -> Vragenlijst | None:
    """Return the questionnaire with its columns found back, in whatever language the headers are."""
    gevraagd = [
        nr for nr, kop in enumerate(koppen) if not kop.meta and not is_fieldwork(kop.code or kop.tekst)
    ]
    eigen = list_velden(parse_structuur(inhoud, bestand))
    beste: dict[int, Veld] = {}
    for taal in ("", *list_talen(inhoud, bestand)):
        vertaling = list_velden(parse_structuur(inhoud, bestand, taal=taal)) if taal else eigen
        plekken = _match(koppen, gevraagd, vertaling)
        if len(plekken) > len(beste):
            beste = {kolom: eigen[plek] for kolom, plek in plekken.items()}
        if len(beste) == len(gevraagd):
            break
    genoeg = bool(beste) and len(beste) >= _MOST * len(gevraagd)
    return Vragenlijst(bestand, beste) if genoeg else None


def _match(koppen: Sequence[Kop], gevraagd: Sequence[int], velden: Sequence[Veld]) -> dict[int, int]:
    """Return column -> place in the questionnaire; each place is used once, in order where headers are alike."""
    bij_code: dict[str, int] = {}
    bij_tekst: dict[str, list[int]] = {}
    for plek, veld in enumerate(velden):
        for naam in (veld.code, veld.em_code, veld.sgqa, veld.sgqa.replace("#", "-")):
            bij_code.setdefault(naam, plek)
        bij_tekst.setdefault(_squeeze(veld.kop), []).append(plek)
        if veld.soort == RANKING:
            bij_tekst.setdefault(_squeeze(veld.tekst), []).append(plek)
    gevonden: dict[int, int] = {}
    vrij = set(range(len(velden)))
    for kolom in gevraagd:
        kop = koppen[kolom]
        volgend = gevonden.get(kolom - 1, len(velden)) + 1
        kandidaten = [
            *[bij_code[naam] for naam in (kop.code.lstrip("_"),) if naam in bij_code],
            *_find_text(kop.tekst, bij_tekst),
            *_find_cut(kop.tekst, velden),
            *[een for een in (volgend,) if een < len(velden) and _is_beside(kop, velden[een])],
        ]
        for plek in [een for een in kandidaten if een in vrij][:1]:
            gevonden[kolom] = plek
            vrij.discard(plek)
    return gevonden


def _find_text(tekst: str, bij_tekst: Mapping[str, list[int]]) -> list[int]:
    """Return the columns with this header, or with this header but for its last part, which LimeSurvey translates."""
    kort = _LAST_PART.sub("", tekst)
    return bij_tekst.get(_squeeze(tekst), []) or (bij_tekst.get(_squeeze(kort), []) if kort != tekst else [])


def _is_beside(kop: Kop, veld: Veld) -> bool:
    """Return whether a header that was not found is that of the text entry beside the column before it."""
    zelfde = _squeeze(kop.tekst)[:12] == _squeeze(veld.tekst)[:12]
    return (veld.is_anders or veld.is_toelichting) and bool(kop.tekst) and zelfde


def _find_cut(tekst: str, velden: Sequence[Veld]) -> list[int]:
    """Return the columns of which this header is the abbreviation: parts cut off with two dots."""
    if ".." not in tekst:
        return []
    stukken = [re.escape(_squeeze(stuk)) for stuk in re.split(r"\.\.(?: |$|(?=\]))", tekst)]
    patroon = re.compile(".*".join(stukken), re.DOTALL)
    return [plek for plek, veld in enumerate(velden) if patroon.fullmatch(_squeeze(veld.kop))]


def _squeeze(tekst: str) -> str:
    return "".join(tekst.split()).casefold()
