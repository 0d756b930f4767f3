"""Coded spans of documents laid on fragments: cut where a fragment ends, the parts joined by their segment_id."""

from __future__ import annotations

import bisect
import hashlib
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import pandas as pd

from burgerdata.shapes import Codeerproject

COLUMNS = ("codering_id", "segment_id", "fragment_id", "thema_id", "codeur", "wijze", "begin", "eind")
_GEEN_THEMA = "geen_thema"


@dataclass(frozen=True)
class Plaats:
    """Where a fragment lies in a document: the span of the document, and the same words in the fragment.

    ``van`` and ``tot`` are places in ``tekst``, the text of the fragment; blanks may differ between the two.
    """

    document: str
    begin: int
    eind: int
    fragment_id: str
    tekst: str
    van: int
    tot: int


@dataclass(frozen=True)
class Geplaatst:
    """What could be placed: contract rows of coderingen, how many codings they are, and per document how many not."""

    coderingen: pd.DataFrame
    aantal: int
    dubbel: int
    wezen: Mapping[str, int]


def place_codings(project: Codeerproject, plaatsen: Sequence[Plaats], themas: Mapping[str, str]) -> Geplaatst:
    """Return the usable codings of a sealed project on these fragments; ``themas`` maps its codes to themes.

    Who coded something in a document has read all of it: each other fragment of it gets geen_thema from that coder.
    """
    per_document = _order(plaatsen)
    teksten = dict(zip(project.documenten["document"], project.documenten["tekst"], strict=True))
    rijen: dict[tuple[str, str, str, int, int], str] = {}
    wezen: dict[str, int] = defaultdict(int)
    geplaatst = dubbel = 0
    kolommen = ("document", "code", "codeur", "segment", "begin", "eind")
    lijsten = [project.bruikbaar[kolom].tolist() for kolom in kolommen]
    for document, code, codeur, eigen_id, *span in zip(*lijsten, strict=True):
        delen = list(_cut((span[0], span[1]), per_document.get(document, []), teksten[document]))
        segment = _hash("s", project.bestand, project.blad, document, eigen_id)
        sleutels = [(fragment, themas[code], codeur, begin, eind) for fragment, begin, eind in delen]
        nieuw = [sleutel for sleutel in sleutels if sleutel not in rijen]
        rijen |= dict.fromkeys(nieuw, segment)
        geplaatst += bool(nieuw)
        dubbel += bool(delen) and not nieuw
        if not delen:
            wezen[document] += 1
    rijen |= _mark_read(rijen, per_document)
    return Geplaatst(_make_frame(rijen), geplaatst, dubbel, dict(wezen))


def _order(plaatsen: Iterable[Plaats]) -> dict[str, list[Plaats]]:
    per_document: dict[str, list[Plaats]] = defaultdict(list)
    for plaats in sorted(plaatsen, key=lambda plaats: (plaats.begin, plaats.eind)):
        per_document[plaats.document].append(plaats)
    return per_document


def _cut(span: tuple[int, int], plaatsen: Sequence[Plaats], document: str) -> Iterable[tuple[str, int, int]]:
    """Yield fragment, begin and eind of each part of a span that lies in a fragment and holds more than blanks."""
    eerste = bisect.bisect_right([plaats.eind for plaats in plaatsen], span[0])
    for plaats in plaatsen[eerste:]:
        begin, eind = max(span[0], plaats.begin), min(span[1], plaats.eind)
        if plaats.begin >= span[1]:
            return
        if begin < eind and document[begin:eind].strip():
            yield plaats.fragment_id, *_carry(begin, eind, plaats, document)


def _carry(begin: int, eind: int, plaats: Plaats, document: str) -> tuple[int, int]:
    """Return a span of the document as a span of the fragment."""
    if document[plaats.begin : plaats.eind] == plaats.tekst[plaats.van : plaats.tot]:
        return begin - plaats.begin + plaats.van, eind - plaats.begin + plaats.van
    tekens = np.array([not teken.isspace() for teken in plaats.tekst[plaats.van : plaats.tot]])
    plek = np.flatnonzero(tekens) + plaats.van
    voor = count_signs(document[plaats.begin : begin])
    binnen = count_signs(document[begin:eind])
    return int(plek[voor]), int(plek[voor + binnen - 1]) + 1


def count_signs(tekst: str) -> int:
    """Return how many signs of a text are no blanks.

    Examples
    --------
    >>> count_signs("twee  dingen ")
    10
    """
    return len("".join(tekst.split()))


def _mark_read(
    rijen: Mapping[tuple[str, str, str, int, int], str], per_document: Mapping[str, Sequence[Plaats]]
) -> dict[tuple[str, str, str, int, int], str]:
    """Return a row of geen_thema for each coder and fragment without a code in a document that this coder coded."""
    gezien: dict[str, set[str]] = defaultdict(set)
    for fragment_id, _, codeur, _, _ in rijen:
        gezien[fragment_id].add(codeur)
    extra: dict[tuple[str, str, str, int, int], str] = {}
    for plaatsen in per_document.values():
        codeurs = sorted(set().union(*(gezien[plaats.fragment_id] for plaats in plaatsen)))
        for plaats in plaatsen:
            for codeur in codeurs:
                if codeur not in gezien[plaats.fragment_id]:
                    sleutel = (plaats.fragment_id, _GEEN_THEMA, codeur, 0, len(plaats.tekst))
                    extra[sleutel] = _hash("s", plaats.fragment_id, codeur)
    return extra


def _make_frame(rijen: Mapping[tuple[str, str, str, int, int], str]) -> pd.DataFrame:
    uit = [
        (_hash("c", *map(str, sleutel), "mens"), segment, *sleutel[:3], "mens", *sleutel[3:])
        for sleutel, segment in rijen.items()
    ]
    types = {naam: "int64" if naam in ("begin", "eind") else "str" for naam in COLUMNS}
    return pd.DataFrame(uit, columns=list(COLUMNS)).astype(types)


def _hash(letter: str, *delen: str) -> str:
    boodschap = "".join(f"{len(deel)}:{deel}" for deel in delen)
    return letter + hashlib.sha256(boodschap.encode("utf-8", "surrogatepass")).hexdigest()[:16]
