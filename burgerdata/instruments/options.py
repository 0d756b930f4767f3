"""The answer options of a question: from the labels of the file, from the values found, and from the scale."""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace

from burgerdata.instruments.scale_texts import read_schaaltekst
from burgerdata.instruments.scales import Schaal, recognise_most, recognise_schaal
from burgerdata.instruments.statuses import classify_label, is_unknown, list_answers
from burgerdata.instruments.values import parse_getal
from burgerdata.instruments.vraag import Optie
from burgerdata.shapes import Kolom

_TOP_GRADE = 10
_TOP_LIKERT = 7
_GRADE = re.compile(r"cijfer|\bgrade\b|(?:-|–|t/m|tot(?: en met)?) ?10\b", re.IGNORECASE)
_FEWEST_LABELS = 3


def make_opties(kolom: Kolom, waarden: Iterable[str], *, schaal: bool) -> tuple[Optie, ...]:
    """Return the options of a closed question, in the order of the scale or of the file.

    ``waarden`` are the codes that occur. With ``schaal`` an option has a number: the code itself, or the step of a
    scale that is recognised from its labels (1 = low); a grade gets every step up to 10, chosen or not.

    Examples
    --------
    >>> [(o.code, o.waarde) for o in make_opties(Kolom("v"), ["mee eens", "mee oneens"], schaal=True)]
    [('mee oneens', 2.0), ('mee eens', 3.0)]
    """
    gezien = list(dict.fromkeys(waarde for waarde in waarden if waarde))
    los = [waarde for waarde in gezien if waarde not in kolom.labels]
    met_label = _keep_known([_labelled(code, label, kolom) for code, label in kolom.labels.items()], kolom)
    geldig = [optie.label for optie in met_label if optie.status == "geldig"]
    namen = geldig or list_answers(los)
    gevonden = recognise_schaal(namen) or (recognise_most(namen) if schaal else None)
    zonder_label = [_unlabelled(code, kolom) for code in _sort_codes(los, gevonden)]
    opties = [*met_label, *zonder_label]
    opties = _keep_known(opties, kolom)
    if not schaal:
        return tuple(opties)
    return _number_steps(opties, gevonden, kolom)


def _keep_known(opties: Sequence[Optie], kolom: Kolom) -> list[Optie]:
    """Return the options, "niet bekend" as an answer where others say how well something is known."""
    antwoorden = set(list_answers([optie.label for optie in opties if optie.code not in kolom.missend]))
    return [
        replace(optie, status="geldig")
        if optie.code not in kolom.missend and is_unknown(optie.label) and optie.label in antwoorden
        else optie
        for optie in opties
    ]


def runs_down(opties: Sequence[Optie]) -> bool:
    """Return whether a recognised scale goes from favourable to unfavourable when its numbers go up."""
    op_getal = sorted(
        (o for o in opties if o.status == "geldig" and o.waarde is not None), key=lambda o: o.waarde or 0
    )
    labels = [optie.label for optie in op_getal]
    schaal = recognise_schaal(labels) if labels else None
    return schaal is not None and schaal.runs_down(labels)


def name_schaal(opties: Sequence[Optie]) -> str:
    """Return the name of a recognised scale with its number of steps, such as eens5; empty for any other."""
    labels = [optie.label for optie in opties if optie.status == "geldig"]
    schaal = recognise_schaal(labels) if labels else None
    return f"{schaal.naam}{len(labels)}" if schaal else ""


def _labelled(code: str, label: str, kolom: Kolom) -> Optie:
    return Optie(code, label, status=classify_label(label, missend=code in kolom.missend))


def _unlabelled(code: str, kolom: Kolom) -> Optie:
    return Optie(code, code, status=classify_label(code, missend=code in kolom.missend))


def _sort_codes(codes: list[str], schaal: Schaal | None) -> list[str]:
    """Return codes in the order of the scale, else by the number they are or begin with; statuses come last."""
    rang = schaal.rang if schaal else {}
    antwoorden = set(list_answers(codes))
    return sorted(codes, key=lambda code: (code not in antwoorden, rang.get(code, 0), *_natural(code)))


def _natural(code: str) -> tuple[float, str]:
    """Return what a code sorts by: the number it is or that it begins with ("18-34"), then its letters."""
    getal = parse_getal(code)
    if math.isnan(getal):
        cijfers = re.search(r"\d+", code)
        getal = float(cijfers.group()) if cijfers else math.inf
    return getal, code.casefold()


def _number_steps(opties: list[Optie], schaal: Schaal | None, kolom: Kolom) -> tuple[Optie, ...]:
    """Return the options of a scale with their numbers; what is no step of it is no option (see _drop_strays)."""
    getallen = {optie.code: parse_getal(optie.code) for optie in opties}
    over = _drop_strays(opties, schaal, getallen, kolom)
    geldig = [optie for optie in over if optie.status == "geldig"]
    if geldig and all(math.isfinite(getallen[optie.code]) for optie in geldig):
        los = [optie for optie in geldig if optie.code not in kolom.labels]
        if not los:
            return _number_by_code(over, getallen)
        if _FEWEST_LABELS <= len(geldig) - len(los) > len(los):
            # Every step has a label: a code without one is no step, and the source does not say what it is.
            vreemd = {optie.code for optie in los}
            return _number_by_code([_as_missing(o) if o.code in vreemd else o for o in over], getallen)
        return _number_grade(over, los, getallen, _find_ends(geldig, kolom, getallen))
    rang = schaal.rang if schaal else {}
    return tuple(
        Optie(o.code, o.label, float(rang[o.label]) if o.label in rang else None, o.status) for o in over
    )


def _drop_strays(
    opties: list[Optie], schaal: Schaal | None, getallen: Mapping[str, float], kolom: Kolom
) -> list[Optie]:
    """Return the options without words among numbers, and without words that are no step among words that are.

    Such a cell was mistyped. Its answer becomes leeg_onbekend with a row in the logboek; what it says may be anything,
    and is not kept as an option.
    """
    los = [optie for optie in opties if optie.status == "geldig" and optie.code not in kolom.labels]
    woorden = {optie.code for optie in los if not math.isfinite(getallen[optie.code])}
    met_label = [o for o in opties if o.status == "geldig" and o.code in kolom.labels]
    if len(woorden) < len(los) - len(woorden) or (met_label and len(woorden) < len(met_label)):
        return [optie for optie in opties if optie.code not in woorden]
    if schaal is not None:
        return [optie for optie in opties if optie.code not in woorden or optie.label in schaal.rang]
    return opties


def _as_missing(optie: Optie) -> Optie:
    return Optie(optie.code, optie.label, None, "missend")


def _number_by_code(opties: Iterable[Optie], getallen: Mapping[str, float]) -> tuple[Optie, ...]:
    return tuple(
        Optie(o.code, o.label, getallen[o.code] if o.status == "geldig" else None, o.status) for o in opties
    )


def _find_ends(geldig: Sequence[Optie], kolom: Kolom, getallen: Mapping[str, float]) -> tuple[int, int]:
    """Return the lowest number that a scale without labels may have, and its last step: what its text says goes first.

    An answer beyond a scale that the question itself names is a typing error, and does not make the scale longer.
    """
    genoemd = read_schaaltekst(kolom)
    if genoemd is None:
        return 0, _find_top(geldig, kolom, getallen)
    met_label = [int(getallen[optie.code]) for optie in geldig if optie.code in kolom.labels]
    return min([genoemd[0], *met_label]), max([genoemd[1], *met_label])


def _find_top(geldig: Sequence[Optie], kolom: Kolom, getallen: Mapping[str, float]) -> int:
    """Return the last step of a scale of numbers: the highest labelled one, 7 where nobody went beyond it, else 10.

    A scale whose question speaks of a grade, or of which someone chose 8 or more, ends at 10.
    """
    met_label = [getallen[optie.code] for optie in geldig if optie.code in kolom.labels]
    hoogste = max((getallen[o.code] for o in geldig if getallen[o.code] <= _TOP_GRADE), default=_TOP_GRADE)
    if len(met_label) > 1 and max(met_label) >= hoogste:
        return int(max(met_label))
    grade = _GRADE.search(f"{kolom.naam} {kolom.tekst}") is not None
    return _TOP_LIKERT if hoogste <= _TOP_LIKERT and not grade else _TOP_GRADE


def _number_grade(
    opties: list[Optie], los: list[Optie], getallen: dict[str, float], einden: tuple[int, int]
) -> tuple[Optie, ...]:
    """Return a scale whose steps have no label: every step up to its top, and what lies beyond it as missing.

    99 on a scale to 10 is no answer, and the source does not say what it means.
    """
    onder, top = einden
    buiten = {optie.code for optie in los if not onder <= getallen[optie.code] <= top}
    if len(buiten) * 2 > len(los):
        buiten = set()
    stappen = [optie for optie in opties if optie.status == "geldig" and optie.code not in buiten]
    erbij = [] if _beyond(stappen, getallen) else _missing_steps(stappen, getallen, top)
    getallen = getallen | {optie.code: float(optie.code) for optie in erbij}
    stappen = sorted([*stappen, *erbij], key=lambda optie: getallen[optie.code])
    rest = [optie for optie in opties if optie.status != "geldig"]
    over = [_as_missing(o) for o in opties if o.code in buiten]
    return (*_number_by_code(stappen, getallen), *rest, *over)


def _beyond(stappen: list[Optie], getallen: Mapping[str, float]) -> bool:
    return any(not 0 <= getallen[optie.code] <= _TOP_GRADE for optie in stappen)


def _missing_steps(stappen: list[Optie], getallen: Mapping[str, float], top: int) -> list[Optie]:
    """Return the steps of a scale up to its top that nobody chose; a scale that ends at 5 is left as it is."""
    aanwezig = {getallen[optie.code] for optie in stappen}
    if max(aanwezig, default=0) <= _TOP_GRADE // 2:
        return []
    onder = 0 if 0 in aanwezig else 1
    return [Optie(str(stap), str(stap)) for stap in range(onder, top + 1) if stap not in aanwezig]
