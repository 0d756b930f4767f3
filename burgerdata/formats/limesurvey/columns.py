"""Columns of a LimeSurvey export made into columns of a Tabel: sets, grids, own texts, codes in place of labels."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import groupby

import pandas as pd

from burgerdata.cellen import is_filled, list_cells, replace_cells, set_cells
from burgerdata.formats.limesurvey.fields import NOT_ASKED, NUMBERS, RANKING, STEPS, TEXTS, TICKS, Veld
from burgerdata.formats.limesurvey.rankings import is_ranking, spread_ranking
from burgerdata.formats.limesurvey.words import (
    COMMENT,
    NO,
    NOT_APPLICABLE,
    OTHER_CODE,
    YES,
    are_ticks,
    are_yes_no,
    find_code,
    is_other,
)
from burgerdata.shapes import NIET_GETOOND, VELDWERK, Kolom

_REMARK = "toelichting"
_ANSWER_CODE = re.compile(r"[A-Z]{1,4}\d{1,3}")
_FEWEST_ANSWERS = 5
_FEWEST_TICKS = 2
"""Columns of ticks before one with words: less is yes or no with its reason beside it."""
_LAST_NUMBER = re.compile(r"\d+$")
_OWN_TEXT = "anders, namelijk"
_TICKED = "gekozen"


@dataclass(frozen=True)
class Deel:
    """One column on its way: its name in the frame, its header in the file, its field and its cells."""

    naam: str
    herkomst: str
    veld: Veld
    cellen: pd.Series


Uitkomst = list[tuple[Kolom, pd.Series]]


def convert(delen: Sequence[Deel]) -> Uitkomst:
    """Return the columns with their cells, question after question, in order."""
    uit: Uitkomst = []
    for _, groep in groupby(delen, key=lambda deel: deel.veld.vraag):
        uit += _convert_question([_with_plain_equals(deel) for deel in groep])
    return uit


def _with_plain_equals(deel: Deel) -> Deel:
    """Return the cells without the apostrophe that guards a text that begins with an equals sign."""
    bewaakt = [cel for cel in list_cells(deel.cellen) if cel.startswith("'=")]
    return (
        replace(deel, cellen=replace_cells(deel.cellen, {cel: cel[1:] for cel in bewaakt}))
        if bewaakt
        else deel
    )


def _convert_question(delen: list[Deel]) -> Uitkomst:
    soort = delen[0].veld.soort or _guess_letter(delen)
    if delen[0].veld.opgeteld or soort in TICKS:
        return _convert_ticks(delen)
    if soort == RANKING:
        plaatsen = [replace(deel, cellen=_to_codes(deel.veld, deel.cellen)[0]) for deel in delen]
        return spread_ranking(plaatsen[0].veld, [(d.naam, d.herkomst, d.cellen) for d in plaatsen])
    return [_convert_column(deel, delen) for deel in delen]


def _guess_letter(delen: Sequence[Deel]) -> str:
    """Return the kind that the cells of a question over several columns show, without a questionnaire."""
    rijen = [deel for deel in delen if deel.veld.deel and not _is_text(deel)]
    if len(rijen) < 2:
        return ""
    laatste = _find_own_text(rijen)
    waarden = {cel for deel in rijen if deel is not laatste for cel in list_cells(deel.cellen) if cel.strip()}
    if are_ticks(waarden):
        return "M"
    nummers = [_LAST_NUMBER.search(deel.veld.deel) for deel in rijen]
    genummerd = [int(n.group()) for n in nummers if n] == list(range(1, len(rijen) + 1))
    return RANKING if genummerd and is_ranking([deel.cellen for deel in rijen]) else ""


def _find_own_text(delen: Sequence[Deel]) -> Deel | None:
    """Return the last column of a question where it alone holds words: "other" as the survey calls it; None elsewhere."""
    over = [deel for deel in delen if not _is_remark(deel)]
    if len(over) <= _FEWEST_TICKS or over[-1].veld.soort:
        return None
    *andere, laatste = over
    woorden = {cel.strip().casefold() for cel in _filled(laatste)} - YES - NO - NOT_APPLICABLE
    vinkjes = {cel for deel in andere for cel in _filled(deel)}
    return laatste if woorden and are_ticks(vinkjes) else None


def _is_text(deel: Deel) -> bool:
    anders = deel.veld.is_anders or is_other(deel.veld.deeltekst)
    return anders or _is_remark(deel)


def _is_remark(deel: Deel) -> bool:
    return deel.veld.is_toelichting or deel.veld.deeltekst.casefold() in COMMENT


def _convert_ticks(delen: Sequence[Deel]) -> Uitkomst:
    """Return a set of ticks; what was typed at "other" ticks that option, and is a question of its own."""
    eigen = _find_own_text(delen)
    vakjes = [
        deel for deel in delen if deel is not eigen and (not _is_text(deel) or are_ticks(_filled(deel)))
    ]
    ja = _find_yes(vakjes)
    namen = {deel.veld.deel: deel.naam for deel in vakjes}
    uit: Uitkomst = []
    for deel in delen:
        if deel in vakjes:
            uit.append((_describe_tick(deel.veld, deel.naam, deel.herkomst, ja), _blank_hidden(deel.cellen)))
        elif _is_remark(deel):
            ouder = namen.get(deel.veld.deel.removesuffix("comment"), "")
            uit.append((_describe_text(deel, _REMARK, ouder, ouder), deel.cellen))
        else:
            vakje = f"{deel.naam} {_TICKED}"
            gevuld = is_filled(deel.cellen)
            uit.append(
                (_describe_tick(deel.veld, vakje, deel.herkomst, ja), set_cells(deel.cellen, gevuld, ja))
            )
            uit.append((_describe_text(deel, _OWN_TEXT, vakje, vakje), deel.cellen))
    return uit


def _filled(deel: Deel) -> set[str]:
    return {cel for cel in list_cells(deel.cellen) if cel.strip()}


def _find_yes(vakjes: Sequence[Deel]) -> str:
    """Return the cell that means "ticked": a word for yes, else what stands there and is no word for no."""
    waarden = list(
        dict.fromkeys(str(cel) for deel in vakjes for cel in list_cells(deel.cellen) if cel.strip())
    )
    ja = [cel for cel in waarden if cel.strip().casefold() in YES]
    ander = [cel for cel in waarden if cel.strip().casefold() not in NO | NOT_APPLICABLE]
    return (ja or ander or ["Y"])[0]


def _blank_hidden(cellen: pd.Series) -> pd.Series:
    """Return ticks with the sign for "not shown" where the export says not applicable: that stands for no value."""
    weg = [cel for cel in list_cells(cellen) if cel.strip().casefold() in NOT_APPLICABLE]
    return replace_cells(cellen, dict.fromkeys(weg, NIET_GETOOND)) if weg else cellen


def _describe_tick(veld: Veld, naam: str, herkomst: str, ja: str) -> Kolom:
    optie = veld.deeltekst or veld.deel
    return Kolom(
        naam,
        tekst=f"{veld.tekst or veld.vraag} – {optie}",
        labels={ja: _TICKED},
        herkomst=herkomst,
        set_naam=_set_name(veld),
        set_tekst=veld.tekst or veld.vraag,
        set_code=ja,
        soort="meer_antwoorden",
    )


def _set_name(veld: Veld) -> str:
    """Return the name of a set of ticks; of a grid of ticks every row is one."""
    return f"{veld.vraag}_{veld.deel.partition('_')[0]}" if veld.opgeteld else veld.vraag


def _describe_text(deel: Deel, wat: str, ouder: str, code: str) -> Kolom:
    keuze = f" ({deel.veld.deeltekst})" if deel.veld.deeltekst and wat == _REMARK else ""
    return Kolom(
        deel.naam,
        tekst=f"{deel.veld.tekst or deel.veld.vraag} – {wat}{keuze}",
        herkomst=deel.herkomst,
        soort="open",
        ouder_kolom=ouder if code else "",
        ouder_code=code,
    )


def _convert_column(deel: Deel, groep: Sequence[Deel]) -> tuple[Kolom, pd.Series]:
    veld = deel.veld
    if _is_text(deel) and len(groep) > 1:
        hoofd = next((een for een in groep if not een.veld.deel), groep[0])
        code = _find_other(hoofd) if hoofd is not deel and not _is_remark(deel) else ""
        return _describe_text(
            deel, _OWN_TEXT if not _is_remark(deel) else _REMARK, hoofd.naam, code
        ), deel.cellen
    soort = _known_soort(veld) or ("" if veld.soort else _guess_soort(deel))
    cellen, labels = _to_codes(veld, _blank_yes_no(deel.cellen) if soort == "een_antwoord" else deel.cellen)
    kolom = Kolom(
        deel.naam,
        tekst=veld.kop if veld.tekst else veld.deeltekst or deel.naam,
        labels=labels,
        herkomst=deel.herkomst,
        soort=soort,
        reeks=veld.vraag if veld.is_reeks else "",
        item=veld.deel if veld.is_reeks else "",
    )
    return kolom, cellen


def _known_soort(veld: Veld) -> str:
    """Return the kind where LimeSurvey's letter settles it; lists and grids are told from their labels."""
    if veld.soort in STEPS:
        return "schaal"
    if veld.soort in NOT_ASKED:
        return VELDWERK
    if veld.soort in NUMBERS or (veld.soort == ":" and not veld.opgeteld):
        return "getal"
    return "open" if veld.soort in TEXTS else ""


def _guess_soort(deel: Deel) -> str:
    """Return een_antwoord where the cells are LimeSurvey's own codes, or its words for yes and no.

    Codes of which each stands in one row are numbers of persons.
    """
    waarden = _filled(deel)
    codes = bool(waarden) and all(_ANSWER_CODE.fullmatch(cel) or cel == OTHER_CODE for cel in waarden)
    codes &= len(waarden) < max(_FEWEST_ANSWERS, int(is_filled(deel.cellen).sum()))
    return "een_antwoord" if codes or (waarden and are_yes_no(waarden) and waarden - {"0", "1", "2"}) else ""


def _blank_yes_no(cellen: pd.Series) -> pd.Series:
    """Return the answers to yes or no with an empty cell where LimeSurvey writes "not applicable" for no answer."""
    waarden = [cel for cel in list_cells(cellen) if cel.strip()]
    nvt = [cel for cel in waarden if cel.strip().casefold() in NOT_APPLICABLE]
    return replace_cells(cellen, dict.fromkeys(nvt, "")) if nvt and are_yes_no(waarden) else cellen


def _find_other(deel: Deel) -> str:
    """Return the code (or, without a questionnaire, the label) of the option "other" of a question."""
    waarden = [OTHER_CODE, *deel.veld.labels, *list_cells(deel.cellen)]
    bekend = {OTHER_CODE} if OTHER_CODE in deel.veld.labels or OTHER_CODE in set(waarden[1:]) else set()
    return next((cel for cel in waarden if cel in bekend or is_other(cel)), "")


def _to_codes(veld: Veld, cellen: pd.Series) -> tuple[pd.Series, dict[str, str]]:
    """Return the cells with codes where labels were exported, and the labels of the codes."""
    waarden = [cel for cel in list_cells(cellen) if cel.strip()]
    labels = _complete_labels(veld, waarden)
    if not labels or all(cel in labels for cel in waarden):
        return cellen, labels
    nieuw = {
        cel: code for cel in waarden if cel not in labels and (code := _find_label(veld, cel)) is not None
    }
    return replace_cells(cellen, nieuw), labels


def _complete_labels(veld: Veld, waarden: Sequence[str]) -> dict[str, str]:
    if veld.soort in STEPS:
        return {str(stap): str(stap) for stap in range(1, STEPS[veld.soort] + 1)}
    return {OTHER_CODE: "Anders"} if not veld.labels and OTHER_CODE in waarden else veld.labels


def _find_label(veld: Veld, cel: str) -> str | None:
    """Return the code of a label, an empty cell for "not applicable" of yes and no, None for anything else."""
    gezocht = " ".join(cel.split()).casefold()
    if code := veld.vertaald.get(gezocht) or find_code(veld.soort, gezocht):
        return code
    if veld.soort in ("Y", "G") and gezocht in NOT_APPLICABLE:
        return ""
    return (
        OTHER_CODE
        if OTHER_CODE in veld.labels and (is_other(gezocht) or gezocht == veld.labels[OTHER_CODE].casefold())
        else None
    )
