"""A workbook with a sheet per question, each with who answered and the answer, read as one table with a row per person."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

import pandas as pd

from burgerdata.cellen import fold, spell_out
from burgerdata.formats.lezing import Bijblad, Ruw
from burgerdata.intake.logboek import Logboek, count_explained
from burgerdata.shapes import RIJ, Kolom, Tabel

_PERSON = re.compile(
    r"(?:resp(?:ondent)?|deelnemer|participant|panel(?:lid)?|case|response|inzending)(?:[ _-]?(?:id|nr|nummer|code))?",
    re.IGNORECASE,
)
_ANSWER = re.compile(
    r"(?:open )?antwoord(?:en|tekst)?|answer|response|tekst|reactie|toelichting|opmerking(?:en)?|verbatim",
    re.IGNORECASE,
)
_ASKED = re.compile(
    r".*\?|(?:v|q|vr|vraag|question)[ ._-]?\d+[a-z]?\b.*|(?:wat|hoe|waarom|welke?|waar|wanneer|wie|toelichting|opmerking(?:en)?|suggesties?"
    r"|verbeterpunten|complimenten|tips?|overig(?:e)?)\b.*",
    re.IGNORECASE,
)
"""Names of a sheet that are a question: sheets of groups or waves hold other people, who may bear the same numbers."""
_NUMBERED = re.compile(r"(?:v|q|vr|vraag|question)[ ._-]?(\d+[a-z]?)\b[ ._:-]*(.*)")


def join_questions(ruwe: Sequence[Ruw]) -> list[Ruw]:
    """Return one table where each sheet is a question with the answers of people by number; else the sheets as they are.

    Nothing is joined where the sheets may be of other people: they ask the same of another group or in another year, or
    all of them number from 1 without a gap.
    """
    tabellen = [ruw.vorm for ruw in ruwe if isinstance(ruw.vorm, Tabel)]
    if len(tabellen) < 2 or len(tabellen) < len(ruwe) or not all(map(_is_question, tabellen)):
        return list(ruwe)
    wie = {fold(tabel.kolommen[0].naam) for tabel in tabellen}
    namen = [fold(tabel.blad) for tabel in tabellen]
    if len(wie) > 1 or any(_ask_alike(*paar) for paar in combinations(namen, 2)):
        return list(ruwe)
    if all(_number_rows(spell_out(tabel.frame)[tabel.kolommen[0].naam]) for tabel in tabellen):
        return list(ruwe)
    return [_join(ruwe, tabellen)]


def _is_question(tabel: Tabel) -> bool:
    """Return whether a sheet is called after a question and holds a number of each person, once, and what was answered."""
    koppen = [kolom.naam.strip() for kolom in tabel.kolommen]
    if len(koppen) != 2 or not _ASKED.fullmatch(tabel.blad.strip()):
        return False
    nummers = _key_people(spell_out(tabel.frame)[tabel.kolommen[0].naam])
    uniek = bool(nummers.ne("").all()) and nummers.is_unique
    return uniek and bool(_PERSON.fullmatch(koppen[0])) and bool(_ANSWER.fullmatch(koppen[1]))


def _ask_alike(een: str, ander: str) -> bool:
    """Return whether two names of sheets are one question with half of their words or more: the rest says of whom or when."""
    nummers = [_NUMBERED.fullmatch(naam) for naam in (een, ander)]
    if nummers[0] and nummers[1]:
        (een_nr, een), (ander_nr, ander) = nummers[0].groups(), nummers[1].groups()
        return een_nr == ander_nr or (bool(een) and een == ander)
    woorden, andere = een.split(), ander.split()
    gelijk = _count_alike(woorden, andere)
    gelijk += _count_alike(woorden[gelijk:][::-1], andere[gelijk:][::-1])
    return 2 * gelijk >= min(len(woorden), len(andere))


def _count_alike(woorden: Sequence[str], andere: Sequence[str]) -> int:
    """Return how many words two names begin with alike."""
    paren = zip(woorden, andere, strict=False)
    return next(
        (plek for plek, (een, ander) in enumerate(paren) if een != ander), min(len(woorden), len(andere))
    )


def _number_rows(nummers: pd.Series) -> bool:
    """Return whether numbers run from 1 without a gap: they count rows, and say of nobody who it is."""
    tellend = {str(nummer) for nummer in range(1, len(nummers) + 1)}
    return set(_key_people(nummers)) == tellend


def _key_people(nummers: pd.Series) -> pd.Series:
    """Return numbers of people as they are compared: "0103" in a cell of text is 103, and "r1" is R1."""
    return nummers.str.strip().str.casefold().str.replace(r"^0+(?=\d)", "", regex=True)


def _join(ruwe: Sequence[Ruw], tabellen: Sequence[Tabel]) -> Ruw:
    eerste, wie = tabellen[0], tabellen[0].kolommen[0].naam
    delen = []
    for tabel in tabellen:
        frame = spell_out(tabel.frame).set_axis([RIJ, wie, tabel.blad], axis=1)
        delen.append(frame.set_axis(_key_people(frame[wie]), axis=0))
    mensen = pd.concat([deel[[RIJ, wie]] for deel in delen])
    mensen = mensen[~mensen.index.duplicated()]
    antwoorden = pd.concat([deel.drop(columns=[RIJ, wie]) for deel in delen], axis=1)
    frame = pd.concat([mensen, antwoorden.reindex(mensen.index).fillna("")], axis=1).reset_index(drop=True)
    frame = frame.assign(**{RIJ: _number_on(frame[RIJ], len(delen[0])), wie: frame[wie].str.strip()})
    kolommen = (
        eerste.kolommen[0],
        *(Kolom(tabel.blad, tabel.blad, herkomst=tabel.blad) for tabel in tabellen),
    )
    frame = frame[[RIJ, wie, *(tabel.blad for tabel in tabellen)]].astype({RIJ: "int64"})
    bladen = tuple(_count_sheets(ruwe, [list(deel.index) for deel in delen]))
    samen = Tabel(eerste.bestand, eerste.formaat, frame, kolommen)
    logboek = Logboek(eerste.bestand)
    logboek.note("bladen_samengevoegd", aantal=len(tabellen))
    records_in = sum(bij.records_in - count_explained(bij.logboek.to_frame()) for bij in bladen)
    return Ruw(samen, records_in, logboek, bijbladen=bladen)


def _number_on(rijen: pd.Series, eerste: int) -> pd.Series:
    """Return the rows of the first sheet, and behind them a number for each person that only a later sheet has.

    A row of the later sheet may bear the number of somebody else, and what goes by its row would take both.
    """
    verder = range(
        int(rijen.iloc[:eerste].max()) + 1, int(rijen.iloc[:eerste].max()) + 1 + len(rijen) - eerste
    )
    return pd.Series([*rijen.iloc[:eerste], *verder], index=rijen.index)


def _count_sheets(ruwe: Sequence[Ruw], mensen: Sequence[Sequence[str]]) -> Iterator[Bijblad]:
    """Yield each sheet with how many of its people no sheet before it has; the rows of the others are noted as joined."""
    eerder: set[str] = set()
    for ruw, hier in zip(ruwe, mensen, strict=True):
        nieuw = set(hier) - eerder
        ruw.logboek.note("samengevoegde_antwoorden", aantal=len(eerder.intersection(hier)))
        yield Bijblad(ruw.vorm.blad, ruw.records_in, len(nieuw), ruw.logboek)
        eerder |= nieuw
