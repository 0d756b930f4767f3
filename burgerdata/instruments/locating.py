"""Where fragments of a traject lie in the documents of a coding project, told from their texts.

Blanks do not count. A document is a talk or all answers to one question (many fragments lie in it, mostly in order),
the answer of one person (it is a fragment), or a quote (it lies in a fragment). What fits more than one place is left
out: a coding on the wrong person is worse than one that is listed as not placed.
"""

from __future__ import annotations

import bisect
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import NamedTuple

import pandas as pd

from burgerdata.instruments.placing import Plaats
from burgerdata.shapes import Codeerproject

_ANCHOR = 25
"""Signs that make a fragment tell where it lies; shorter ones ("ja") are looked for between those."""
_SHARE = 0.5
_QUOTE = 12


class _Deel(NamedTuple):
    fragment_id: str
    tekst: str
    kaal: str


def locate_fragmenten(project: Codeerproject, fragmenten: pd.DataFrame) -> list[Plaats]:
    """Return where the fragments of these contract rows lie in the documents of a sealed project."""
    documenten = {
        document: tekst
        for document, tekst in zip(project.documenten["document"], project.documenten["tekst"], strict=True)
        if tekst.strip()
    }
    groepen = _group(fragmenten)
    delen = [deel for groep in groepen for deel in groep]
    heel = list(_match_whole(documenten, delen))
    gevonden = list(heel)
    bezet = {plaats.document for plaats in heel}
    for document, tekst in documenten.items():
        if document not in bezet:
            gevonden += _locate_groups(document, tekst, groepen)
    bezet |= {plaats.document for plaats in gevonden}
    rest = {document: tekst for document, tekst in documenten.items() if document not in bezet}
    return [*gevonden, *_locate_quotes(rest, delen)]


def _bare(tekst: str) -> str:
    return "".join(tekst.split())


def _group(fragmenten: pd.DataFrame) -> list[list[_Deel]]:
    """Return the fragments per talk or question, in the order of the source."""
    sleutels = fragmenten[["activiteit_id", "groep", "vraag_id"]].astype("str").fillna("")
    sleutels = sleutels.assign(groep=sleutels["groep"].where(sleutels["vraag_id"] == "", ""))
    groepen: dict[tuple[str, ...], list[_Deel]] = defaultdict(list)
    rijen = zip(
        sleutels.itertuples(index=False, name=None),
        fragmenten["fragment_id"].astype("str"),
        fragmenten["tekst"],
        strict=True,
    )
    for sleutel, fragment_id, tekst in rijen:
        if kaal := _bare(tekst):
            groepen[sleutel].append(_Deel(fragment_id, tekst, kaal))
    return list(groepen.values())


def _match_whole(documenten: dict[str, str], delen: Sequence[_Deel]) -> Iterator[Plaats]:
    """Yield the documents that are a fragment; texts that return are paired only when they return equally often."""
    per_tekst: dict[str, list[_Deel]] = defaultdict(list)
    for deel in delen:
        per_tekst[deel.kaal].append(deel)
    per_document: dict[str, list[str]] = defaultdict(list)
    for document, tekst in documenten.items():
        per_document[_bare(tekst)].append(document)
    for kaal, namen in per_document.items():
        gelijk = per_tekst.get(kaal, [])
        if len(gelijk) == len(namen):
            for document, deel in zip(namen, gelijk, strict=True):
                yield Plaats(
                    document, 0, len(documenten[document]), deel.fragment_id, deel.tekst, 0, len(deel.tekst)
                )


def _locate_groups(document: str, tekst: str, groepen: Sequence[Sequence[_Deel]]) -> list[Plaats]:
    """Return the fragments of the talk or question that a document holds."""
    kaal = _bare(tekst)
    plek = [index for index, teken in enumerate(tekst) if not teken.isspace()]
    beste: list[tuple[int, _Deel]] = []
    for groep in groepen:
        ankers = [deel for deel in groep if len(deel.kaal) >= _ANCHOR]
        treffers = sum(deel.kaal in kaal for deel in ankers)
        if ankers and treffers >= _SHARE * len(ankers):
            gevonden = _align(kaal, groep)
            beste = gevonden if len(gevonden) > len(beste) else beste
    return [
        Plaats(
            document,
            plek[begin],
            plek[begin + len(deel.kaal) - 1] + 1,
            deel.fragment_id,
            deel.tekst,
            0,
            len(deel.tekst),
        )
        for begin, deel in beste
    ]


def _align(kaal: str, groep: Sequence[_Deel]) -> list[tuple[int, _Deel]]:
    """Return (place, fragment) in order: long texts first, each after the one before, short ones between them."""
    ankers: dict[int, int] = {}
    vanaf = 0
    for nummer, deel in enumerate(groep):
        if len(deel.kaal) >= _ANCHOR and (begin := kaal.find(deel.kaal, vanaf)) >= 0:
            ankers[nummer] = begin
            vanaf = begin + len(deel.kaal)
    gevonden: list[tuple[int, _Deel]] = []
    vanaf = 0
    grenzen = sorted(ankers)
    for nummer, deel in enumerate(groep):
        volgende = bisect.bisect_right(grenzen, nummer)
        tot = ankers[grenzen[volgende]] if volgende < len(grenzen) else len(kaal)
        begin = ankers.get(nummer, -1)
        if begin < 0 and len(deel.kaal) < _ANCHOR:
            begin = kaal.find(deel.kaal, vanaf, tot)
        if begin >= 0:
            gevonden.append((begin, deel))
            vanaf = begin + len(deel.kaal)
    return gevonden


def _locate_quotes(documenten: dict[str, str], delen: Sequence[_Deel]) -> Iterator[Plaats]:
    """Yield the documents that lie in exactly one fragment: quotes that were exported without their document."""
    grenzen = list(accumulate((len(deel.kaal) + 1 for deel in delen), initial=0))
    alles = "\0".join(deel.kaal for deel in delen)
    for document, tekst in documenten.items():
        kaal = _bare(tekst)
        begin = alles.find(kaal) if len(kaal) >= _QUOTE else -1
        if begin < 0 or alles.find(kaal, begin + 1) >= 0:
            continue
        nummer = bisect.bisect_right(grenzen, begin) - 1
        deel = delen[nummer]
        plek = [index for index, teken in enumerate(deel.tekst) if not teken.isspace()]
        van = begin - grenzen[nummer]
        yield Plaats(
            document, 0, len(tekst), deel.fragment_id, deel.tekst, plek[van], plek[van + len(kaal) - 1] + 1
        )
