"""A questionnaire as a table, a row per question, told by the columns of the answers that it names; headers are not needed.

``v1 | Hoe tevreden bent u? | 1 = ontevreden, 2 = tevreden`` becomes the rows of a codebook: variabele, omschrijving, code, label.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.instruments.label_lists import is_label_list
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import PERSOON, RIJ, Kolom, Tabel

_COLUMNS = ("variabele", "omschrijving", "code", "label")
_FEWEST, _SHARE = 2, 0.5
"""How many columns of the answers a questionnaire names at least, and in what part of its rows."""
_MOST_COLUMNS = 8
_FEWEST_WORDS = 2
_CODE = re.compile(r"(?:^|[\s;,|/]+)\(?(-?\d{1,3})\s*(?:=|:|\)|[.–-](?=\s))\s*")
_SHORT_CODE = re.compile(r"[^\W\d]{0,9}[_.-]?\d{1,3}[a-z]?(?:[_.-]\w{1,3})?", re.IGNORECASE)
_VARIABLE = re.compile(
    r"(?:variabele|variable|var|kolom|column|veld|field|vraag|question|item|stelling|code|taak|task|opdracht)(?:s|len|men|den|en|ken)?[ _.-]?(?:naam|name|nr|nummer|code|id)?"
)
"""Headers of the column that names the columns of the answers."""
_OF_A_GROUP = re.compile(
    r"(?:tafel|table|groep|subgroep|group|sessie|session|ronde|bijeenkomst|avond|dag|spreker|deelnemer|respondent|persoon|person|wie|door|locatie|plek|zaal|wijk"
    r"|buurt|team|briefje|kaart(?:je)?|idee|voorstel|punt)(?:en|s)?[ _.-]?(?:naam|nr|nummer|code|id)?"
)
_REMARKS = re.compile(
    r"(?:opmerking|notitie|aantekening|reactie|idee|wens|suggestie|observatie|bevinding|uitspraak|citaat|remark|comment|note|samenvatting|verslag|opbrengst|briefje|geeltje)"
    r"(?:s|en|ën|jes)?(?: .*)?|wat .*(?:gezegd|besproken|genoemd|opviel|viel op)"
)
"""Headers of what stands in rows of tables, people or ideas: codes such as T1 are theirs, and no questions."""
_EDGES = " \t\n;,|/."


def fit_label_list(lijst: Tabel, koppen: Collection[str]) -> Tabel | None:
    """Return a table with a row per question as a codebook of the columns ``koppen``; None where it names too few of them.

    Examples
    --------
    >>> frame = pd.DataFrame([["v2", "Kent u de wijkraad?", "1 = ja; 2 = nee"]], columns=["v1", "Waarom?", "open"], dtype="str")
    >>> lijst = Tabel("lijst.csv", "csv", frame, tuple(Kolom(naam) for naam in frame))
    >>> boek = fit_label_list(lijst, ["nr", "v1", "v2"])
    >>> boek.frame[["variabele", "omschrijving", "code", "label"]].values.tolist()
    [['v1', 'Waarom?', '', ''], ['v2', 'Kent u de wijkraad?', '1', 'ja'], ['v2', '', '2', 'nee']]
    """
    if is_label_list(lijst) or not _FEWEST <= len(lijst.kolommen) <= _MOST_COLUMNS:
        return None
    gevouwen = {fold(kop) for kop in koppen}
    rijen = _list_rows(lijst, gevouwen)
    plek = _find_variables(rijen, gevouwen)
    if plek is None:
        return None
    antwoorden = _find_answers(rijen, plek)
    tekst = _find_texts(rijen, {plek, antwoorden})
    if tekst is None:
        return None
    namen = [kolom.naam for kolom in lijst.kolommen]
    met_kop = len(rijen) == len(lijst.frame)
    if met_kop and not _heads_questions(namen[plek], namen[tekst]) and not _lists_answers(rijen, antwoorden):
        return None
    if not _asks(rijen, plek, tekst, antwoorden):
        return None
    regels = [
        regel
        for rij in rijen
        if rij[plek].strip()
        for regel in _spread(rij[plek], rij[tekst], "" if antwoorden is None else rij[antwoorden])
    ]
    frame = pd.DataFrame(regels, columns=list(_COLUMNS), dtype="str").assign(**{PERSOON: ""})
    frame.insert(0, RIJ, range(1, len(frame) + 1))
    return replace(lijst, frame=frame, kolommen=tuple(Kolom(naam) for naam in _COLUMNS))


def fit_label_lists(tabellen: Sequence[Tabel], naast: Sequence[Tabel]) -> tuple[Tabel, ...]:
    """Return the tables, those that are a questionnaire of another one (or of one of ``naast``) as its codebook."""
    return tuple(_fit_any(tabel, (*tabellen, *naast)) for tabel in tabellen)


def _fit_any(tabel: Tabel, anderen: Sequence[Tabel]) -> Tabel:
    passend = (
        fit_label_list(tabel, [kolom.naam for kolom in ander.kolommen])
        for ander in anderen
        if ander is not tabel and not is_label_list(ander)
    )
    return next((boek for boek in passend if boek is not None), tabel)


def _list_rows(lijst: Tabel, koppen: Collection[str]) -> list[list[str]]:
    """Return the rows, with the one that was taken for headers where it tells of a question too."""
    namen = [kolom.naam for kolom in lijst.kolommen]
    rijen = lijst.frame[namen].astype("str").to_numpy().tolist()
    kop = [kolom.herkomst or kolom.naam for kolom in lijst.kolommen]
    return [kop, *rijen] if any(fold(cel) in koppen for cel in kop) else rijen


def _find_variables(rijen: Sequence[Sequence[str]], koppen: Collection[str]) -> int | None:
    """Return the place of the column that names the columns of the answers, each once."""
    aantallen = []
    for cellen in zip(*rijen, strict=True):
        gevuld = [fold(cel) for cel in cellen if cel.strip()]
        genoemd = [cel for cel in gevuld if cel in koppen]
        goed = len(set(genoemd)) == len(genoemd) >= max(_FEWEST, _SHARE * len(gevuld))
        aantallen.append(len(genoemd) if goed else 0)
    beste = max(aantallen, default=0)
    return aantallen.index(beste) if beste else None


def _find_answers(rijen: Sequence[Sequence[str]], variabele: int) -> int | None:
    """Return the place of the column that lists codes with what they mean; None where there is none."""
    keren = [sum(bool(split_codes(cel)) for cel in cellen) for cellen in zip(*rijen, strict=True)]
    keren[variabele] = 0
    return keren.index(max(keren)) if max(keren) else None


def _find_texts(rijen: Sequence[Sequence[str]], bezet: Collection[int | None]) -> int | None:
    """Return the place of the column with the questions: most question marks, else the first one of several words."""
    kolommen = {
        plek: [cel for cel in cellen if cel.strip()]
        for plek, cellen in enumerate(zip(*rijen, strict=True))
        if plek not in bezet
    }
    vragend = {plek: sum(cel.rstrip().endswith("?") for cel in cellen) for plek, cellen in kolommen.items()}
    if any(vragend.values()):
        return max(vragend, key=lambda plek: vragend[plek])
    woorden = {
        plek: sum(len(cel.split()) for cel in cellen) / max(len(cellen), 1)
        for plek, cellen in kolommen.items()
    }
    return next((plek for plek, gemiddeld in woorden.items() if gemiddeld >= _FEWEST_WORDS), None)


def split_codes(cel: str) -> list[tuple[str, str]]:
    """Return the codes of a list of answers with what each means; none where it is no such list.

    Examples
    --------
    >>> split_codes("1 = zeer slecht, 2 = slecht, 9 = weet niet"), split_codes("(1) ja (2) nee")
    ([('1', 'zeer slecht'), ('2', 'slecht'), ('9', 'weet niet')], [('1', 'ja'), ('2', 'nee')])
    >>> split_codes("18-34, 35-54, 55+"), split_codes("rapportcijfer 1 - 10"), split_codes("open")
    ([], [], [])
    """
    voor, *delen = _CODE.split(cel.strip())
    paren = [
        (code, " ".join(label.strip(_EDGES).split()))
        for code, label in zip(delen[::2], delen[1::2], strict=True)
    ]
    codes = [code for code, _ in paren]
    heel = not voor.strip() and len(paren) >= _FEWEST and len(set(codes)) == len(codes)
    return paren if heel and all(label for _, label in paren) else []


def _heads_questions(variabele: str, tekst: str) -> bool:
    """Return whether headers leave it possible that codes such as v1 are those of questions.

    Examples
    --------
    >>> _heads_questions("kolom", "toelichting"), _heads_questions("afkorting", "staat voor"), _heads_questions("tafel", "wat")
    (True, True, False)
    """
    if _VARIABLE.fullmatch(fold(variabele)):
        return True
    return not _OF_A_GROUP.fullmatch(fold(variabele)) and not _REMARKS.fullmatch(fold(tekst))


def _asks(rijen: Sequence[Sequence[str]], variabele: int, tekst: int, antwoorden: int | None) -> bool:
    """Return whether a table asks: most texts are questions, or most variables codes such as v1, or codes are listed.

    A list of actions names columns too ("groen | meer bomen? | gemeente"), and a note may end in a question mark.
    """
    genoemd = [rij for rij in rijen if rij[variabele].strip()]
    vragend = sum(rij[tekst].rstrip().endswith("?") for rij in genoemd)
    kort = sum(bool(_SHORT_CODE.fullmatch(rij[variabele].strip())) for rij in genoemd)
    return 2 * max(vragend, kort) > len(genoemd) or _lists_answers(rijen, antwoorden)


def _lists_answers(rijen: Sequence[Sequence[str]], antwoorden: int | None) -> bool:
    """Return whether codes are listed with their meaning more than once."""
    return antwoorden is not None and sum(bool(split_codes(rij[antwoorden])) for rij in rijen) >= _FEWEST


def _spread(variabele: str, tekst: str, antwoorden: str) -> list[tuple[str, str, str, str]]:
    """Return the rows of a codebook for one question: a row per code, the first one with its text."""
    paren = split_codes(antwoorden) or [("", "")]
    return [
        (variabele.strip(), "" if nummer else tekst.strip(), code, label)
        for nummer, (code, label) in enumerate(paren)
    ]
