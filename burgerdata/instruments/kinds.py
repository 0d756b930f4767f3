"""The kind of a question, recognised from its labels, its values and its text; an analyst's word goes before it."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection

import numpy as np
import pandas as pd

from burgerdata.cellen import list_cells
from burgerdata.instruments.collegakolommen import is_collegakolom
from burgerdata.instruments.scale_texts import read_schaaltekst
from burgerdata.instruments.scales import recognise_schaal
from burgerdata.instruments.statuses import list_answers, says_nothing
from burgerdata.instruments.values import is_filled, parse_getal, read_datums, read_getallen
from burgerdata.instruments.vraagregels import split_code
from burgerdata.intake.nummerkoppen import heads_number
from burgerdata.shapes import VELDWERK, Kolom

_CIJFER = re.compile(
    r"rapport ?cijfer|\bcijfer\b|1 ?(?:-|–|t/m|tot en met) ?10|0 ?(?:-|–|t/m) ?10", re.IGNORECASE
)
_OPEN = re.compile(
    r"toelicht|licht .* toe|namelijk|\bwaarom\b|opmerking|eigen woorden|suggestie|\bwat kan\b|\bwat moet\b|\bwat valt\b"
    r"|(?:^|_)(?:open|toel|anders|other)(?:$|_)",
    re.IGNORECASE,
)
_TECHNISCH = re.compile(
    r"(?:unnamed: ?\d+|kolom \d+|index|datum|date|invul\w*|start\w*|eind(?:datum|tijd)?|end\w*|time_?\w*|date_?\w*"
    r"|(?:stage|submit|start) date.*|#|network id|response type|tags|tijd(?:stip)?|duur|duration|looptijd|device|browser|os|ip\w*|taal|language|versie|collector\w*|user_?agent)",
    re.IGNORECASE,
)
_KENMERK = re.compile(
    r"(?:geslacht|gender|sekse|sexe?|leeftijd\w*|age|opleiding\w*|opl\d?|regio|landsdeel|provincie|gemeente|woonplaats|wijk|buurt"
    r"|stedelijkheid|sted|inkomen\w*|huishouden\w*|herkomst\w*|postcode\w*|pc4?|migratieachtergrond)[ _]?\d*",
    re.IGNORECASE,
)
_KENMERK_VRAAG = re.compile(
    r"wat is uw (?:geslacht|leeftijd|hoogst|opleiding|postcode)|(?:in|uit) welke? (?:wijk|gemeente|provincie|buurt|regio|stad)"
    r"|hoe oud bent u|bent u (?:een )?(?:man|vrouw)|waar woont u|in welk jaar bent u geboren"
    r"|(?:hoogste? (?:voltooide|behaalde|genoten) )?opleiding"
    r"|(?:tot|in) welke leeftijds?(?:groep|klasse|categorie)"
    r"|(?:leeftijd|geslacht|inkomen)(?:s?(?:groep|klasse|categorie))?(?: in \w+ (?:klassen|groepen|categorie[ëe]n))?$",
    re.IGNORECASE,
)
_SEXES = (frozenset(["man", "vrouw"]), frozenset(["male", "female"]), frozenset(["mannen", "vrouwen"]))
_MOST_SEXES = 5
_GEWICHT = re.compile(
    r"weeg(?:factor|coefficient)?\w*|gewicht\w*|weging\w*|weights?|wgt|wfactor", re.IGNORECASE
)
_FEWEST_ROWS = 20
_SOME_NUMBERS = 0.1
"""Numbers are the answers where at least so many filled cells are numbers, and the others say that there is none."""
_LOOSE = 0.05
"""The share of a column of grades that may be loose words."""
_MOST_STEPS = 11
_FEWEST_STEPS = 4
_MISSING_NUMBERS = frozenset([-1, -8, -9, -99, -999, 88, 98, 99, 888, 998, 999, 9999])
_LOOKED_AT = 20_000
_FIRST_ROWS = 500
_MOST_OPTIONS = 25
_LONGEST_OPTION = 60
_SPLIT_SHARE = 0.1
_ROW_NUMBER = r"[A-Za-z]{0,4}[-_]?\d{3,}"
"""A number of a person or a case, with some letters before it or none: C1042."""
_NUMMERKOP = re.compile(r".*(?:(?i:nr|nummer|code)|(?:[\W_]|\b)(?i:id)|[a-z]I[Dd])\.?", re.DOTALL)
_CODE = r"[A-Za-z]{0,6}[-_./ ]?\d+[A-Za-z]?"
"""A code under such a header, however short: HB01, 7, B-3a."""


def guess_soort(kolom: Kolom, cellen: pd.Series) -> str:
    """Return the kind that a column most likely is; numbers without a scale are getal, unlike texts are open.

    Examples
    --------
    >>> guess_soort(Kolom("v1", "Welk rapportcijfer geeft u?"), pd.Series(["7", "8", ""]))
    'schaal'
    >>> guess_soort(Kolom("v2", "Vindt u dat?"), pd.Series(["mee eens", "mee oneens", "mee eens"]))
    'stelling'
    """
    if kolom.soort not in ("", VELDWERK) and not _is_bare_grade(kolom, cellen):
        return kolom.soort
    if kolom.set_naam:
        return "meer_antwoorden"
    gevuld = _sample(cellen).str.strip()
    geldig = _valid_labels(kolom)
    if geldig:
        return _guess_labelled(kolom, geldig, gevuld)
    getallen = _read_numbers(kolom, gevuld)
    if len(getallen) and _all_numbers(kolom, cellen, _LOOSE if _is_grade(kolom, getallen) else 0):
        heel = (getallen % 1 == 0).all() or getallen.nunique() <= _MOST_STEPS
        return "schaal" if heel and _is_grade(kolom, getallen) else _guess_number(kolom, getallen)
    return _guess_text(kolom, gevuld)


def _sample(cellen: pd.Series) -> pd.Series:
    """Return filled cells spread over the whole column, enough to tell what it is."""
    gevuld = np.flatnonzero(is_filled(cellen))
    return cellen.take(gevuld[:: max(1, len(gevuld) // _LOOKED_AT)])


def _read_numbers(kolom: Kolom, gevuld: pd.Series) -> pd.Series:
    """Return the numbers among filled cells that no label explains; none where nearly all cells are words."""
    getallen = read_getallen(gevuld[~gevuld.isin(list(kolom.labels))])
    return getallen.dropna() if getallen.notna().mean() > _SOME_NUMBERS else getallen.iloc[:0]


def _all_numbers(kolom: Kolom, cellen: pd.Series, los: float = 0) -> bool:
    """Return whether every different cell is a number, a labelled code, empty, or says that there is no answer.

    A share ``los`` of the cells may be other words: of a grade these are told as outside the scale, where without
    them nobody would know the grade.
    """
    anders = [str(cel) for cel in list_cells(cellen) if str(cel).strip() and cel not in kolom.labels]
    woorden = [cel for cel in anders if math.isnan(parse_getal(cel)) and not says_nothing(cel)]
    return not woorden or cellen.isin(woorden).sum() <= los * is_filled(cellen).sum()


def _valid_labels(kolom: Kolom) -> dict[str, str]:
    over = {code: label for code, label in kolom.labels.items() if code not in kolom.missend}
    antwoorden = set(list_answers(over.values()))
    return {code: label for code, label in over.items() if label in antwoorden}


def _guess_labelled(kolom: Kolom, geldig: dict[str, str], gevuld: pd.Series) -> str:
    schaal = recognise_schaal(list(geldig.values()))
    if schaal is not None:
        return "stelling" if schaal.stelling else "schaal"
    zonder = read_getallen(gevuld[~gevuld.isin(list(kolom.labels))]).dropna()
    if len(zonder) and zonder.nunique() > len(geldig):
        # Only the ends of the scale have a label, as in 1 = zeer slecht, 10 = uitstekend.
        return "schaal" if zonder.between(0, 10).all() and (zonder % 1 == 0).all() else "getal"
    return "een_antwoord"


def _is_bare_grade(kolom: Kolom, cellen: pd.Series) -> bool:
    """Return whether a choice without labels, as the format has it, is a grade: its numbers are the answers."""
    if kolom.soort != "een_antwoord" or kolom.labels:
        return False
    getallen = _read_numbers(kolom, _sample(cellen).str.strip())
    return len(getallen) > 0 and _is_grade(kolom, getallen) and _all_numbers(kolom, cellen, _LOOSE)


def _is_grade(kolom: Kolom, getallen: pd.Series) -> bool:
    """Return whether these numbers are grades: the text says so, and they fit but for missing codes."""
    if not _CIJFER.search(f"{kolom.naam} {kolom.tekst}") and read_schaaltekst(kolom) is None:
        return False
    return bool(getallen.between(0, 10).mean() > 0.5)


def _guess_number(kolom: Kolom, getallen: pd.Series) -> str:
    """Return the kind of bare numbers: few whole numbers that come back are codes, of which the labels are lost."""
    gewoon = getallen[~getallen.isin(list(_MISSING_NUMBERS))]
    codes = gewoon.between(0, 10).all() and (gewoon % 1 == 0).all() and gewoon.nunique() <= _MOST_STEPS
    if (
        is_trait(kolom)
        and (gewoon % 1 == 0).all()
        and gewoon.nunique() <= _MOST_STEPS
        and len(gewoon) >= _FEWEST_ROWS
    ):
        return "een_antwoord"
    if not codes or len(gewoon) < _FEWEST_ROWS:
        return "getal"
    return "schaal" if gewoon.nunique() >= _FEWEST_STEPS else "een_antwoord"


def _guess_text(kolom: Kolom, gevuld: pd.Series) -> str:
    woorden = gevuld.str.casefold()
    if _OPEN.search(kolom.tekst or kolom.naam) or _OPEN.search(kolom.naam) or woorden.empty:
        return "open"
    namen = list_answers(woorden.unique())
    schaal = recognise_schaal(namen) if len(namen) <= _MOST_OPTIONS else None
    if schaal is not None:
        return "stelling" if schaal.stelling else "schaal"
    if _combines(woorden) and _is_closed(woorden.str.split(";").explode()):
        return "meer_antwoorden"
    return "een_antwoord" if _is_closed(woorden) else "open"


def _combines(woorden: pd.Series) -> bool:
    """Return whether cells are lists with a semicolon between: their pieces come back in other cells.

    A sentence with a semicolon has pieces of its own, however many people wrote that same sentence.
    """
    if woorden.str.contains(";", regex=False).mean() <= _SPLIT_SHARE:
        return False
    lijsten = [{deel.strip() for deel in cel.split(";")} - {""} for cel in woorden.unique()]
    keren = Counter(deel for lijst in lijsten for deel in lijst)
    meer = [lijst for lijst in lijsten if len(lijst) > 1]
    return any(keren[deel] > 1 for lijst in meer for deel in lijst) or not meer


def _is_closed(waarden: pd.Series) -> bool:
    """Return whether these are options that were chosen: few, short and mostly repeated."""
    schoon = waarden.str.strip()
    aantal = schoon.nunique()
    if aantal > _MOST_OPTIONS or aantal > max(2, len(schoon) / 3):
        return False
    return bool(schoon.str.len().quantile(0.9) <= _LONGEST_OPTION)


def is_technical(kolom: Kolom, cellen: pd.Series) -> bool:
    """Return whether a column is about the fieldwork and not asked: dates, durations, devices, row numbers, remarks of a colleague."""
    if kolom.soort:
        return kolom.soort == VELDWERK
    if _TECHNISCH.fullmatch(kolom.naam.strip()) or heads_number(kolom.naam) or is_collegakolom(kolom):
        return True
    gevuld = np.flatnonzero(is_filled(cellen))
    steekproef = cellen.take(gevuld[:_FIRST_ROWS])
    if len(steekproef) and read_datums(steekproef).notna().all():
        return True
    vorm = _CODE if _NUMMERKOP.fullmatch(kolom.naam.strip()) else _ROW_NUMBER
    numbers = len(gevuld) > 1 and not kolom.labels and bool(steekproef.str.strip().str.fullmatch(vorm).all())
    return numbers and not is_trait(kolom) and cellen.take(gevuld).is_unique


def is_trait(kolom: Kolom) -> bool:
    """Return whether a column is a background trait of a person, by its name or its question."""
    return bool(
        _KENMERK.fullmatch(kolom.naam.strip())
        or _KENMERK.fullmatch(kolom.tekst.strip())
        or _KENMERK_VRAAG.match(_text(kolom))
    )


def names_sexes(labels: Collection[str]) -> bool:
    """Return whether answers are the sexes of a person, also where the question ("Bent u een …") does not say so.

    Examples
    --------
    >>> names_sexes(["Man", "Vrouw", "Anders / wil ik niet zeggen"]), names_sexes(["Man", "Zoon"])
    (True, False)
    """
    klein = {label.strip().casefold() for label in labels}
    return len(klein) <= _MOST_SEXES and any(paar <= klein for paar in _SEXES)


def is_weight(kolom: Kolom) -> bool:
    """Return whether a column is called a weight; whether it is used as one, only the analyst says."""
    return not kolom.labels and bool(_GEWICHT.fullmatch(kolom.naam.strip()))


def _text(kolom: Kolom) -> str:
    """Return the text of the question without the code in front of it."""
    return split_code(kolom.tekst)[1] or kolom.tekst
