"""A row per person and question (respondent | vraag | antwoord) made into a row per person with a column per question."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace

import pandas as pd

from burgerdata.cellen import fold, map_cells, spell_out
from burgerdata.errors import BronError
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.written_lists import are_options, describe_list
from burgerdata.getallen import format_getal
from burgerdata.intake.logboek import Logboek
from burgerdata.shapes import RIJ, Kolom, Tabel

_PERSON = re.compile(
    r"(?:resp(?:ondent)?|deelnemer|participant|persoon|panel(?:lid)?|lid|klant|user|case|response|submission|inzending)"
    r"(?:[ _-]?(?:id|nr|nummer|code|naam))?|nr|nummer|id|code|naam|volgnr|volgnummer",
    re.IGNORECASE,
)
_QUESTION = re.compile(r"vraag(?:tekst|naam)?|question|stelling|item|variabele|variable", re.IGNORECASE)
_ANSWER = re.compile(r"antwoord(?:en)?|answer|response|waarde|value|score", re.IGNORECASE)
_BARE = re.compile(r"nr|nummer|id|code|naam|volgnr|volgnummer", re.IGNORECASE)
"""Headers of a person that may be those of a ward, a school or an idea as well."""
_ASKED = re.compile(r"vraag(?:tekst|naam)?|question|stelling", re.IGNORECASE)
_ANSWERED = re.compile(r"antwoord(?:en)?|answer|response", re.IGNORECASE)
_MANY = 20
_FEWEST = 2
_MOST_QUESTIONS = 500
_NUMBER = re.compile(r"\s*-?\d+(?:[.,]\d+)?\s*")
_MORE = 0.1
"""The share of people with more answers from which a question asks for all that fits; fewer are a slip."""
_WIE, _VRAAG, _ANTWOORD = "wie", "vraag", "antwoord"


def read_long_table(ruw: Ruw) -> Ruw:
    """Return the table with a row per person where it plainly has one per person and question; else as it is.

    Columns beside the three are kept where they say the same in all rows of a person, and left out where they say the
    same in all rows of a question. Several answers of one person become one cell, joined by ``;``, where the question asks
    for all that fits.

    Raises
    ------
    BronError
        When somebody has two answers to a question with one: nothing tells which of them counts.
    """
    if not isinstance(ruw.vorm, Tabel) or (koppen := _find_columns(ruw.vorm)) is None:
        return ruw
    tabel = ruw.vorm
    frame = spell_out(tabel.frame).rename(columns=dict(zip(koppen, (_WIE, _VRAAG, _ANTWOORD), strict=True)))
    frame = frame.assign(**{naam: frame[naam].str.strip() for naam in (_WIE, _VRAAG, _ANTWOORD)})
    frame = frame.assign(**{_VRAAG: _spell_alike(frame[_VRAAG])})
    heel = frame[frame[_WIE].ne("") & frame[_VRAAG].ne("")]
    vast = _find_traits(heel, [kolom.naam for kolom in tabel.kolommen if kolom.naam not in koppen])
    if vast is None or not _is_long(heel) or not _are_people(heel, koppen):
        return ruw
    for rij in frame.loc[~frame.index.isin(heel.index), RIJ]:
        ruw.logboek.note("rij_onleesbaar", rij=int(rij))
    heel = _drop_repeated(heel, ruw.logboek)
    meer = _find_multiple(heel, tabel)
    wijd = _pivot(heel, koppen[0], vast, meer)
    ruw.logboek.note("samengevoegde_antwoorden", kolom=koppen[1], aantal=len(heel) - len(wijd))
    bij_naam = {kolom.naam: kolom for kolom in tabel.kolommen}
    for naam in [naam for naam in bij_naam if naam not in (*koppen, *vast)]:
        ruw.logboek.note("kolom_weggelaten", kolom=naam, aantal=len(heel))
    kolommen = [
        bij_naam.get(naam) or (describe_list(Kolom(naam)) if naam in meer else Kolom(naam))
        for naam in wijd.columns
        if naam != RIJ
    ]
    return replace(ruw, vorm=replace(tabel, frame=wijd, kolommen=tuple(kolommen)))


def _find_columns(tabel: Tabel) -> tuple[str, str, str] | None:
    """Return the columns with the person, the question and the answer; None unless each is there once."""
    namen = [kolom.naam for kolom in tabel.kolommen if not kolom.labels and not kolom.soort]
    over = list(namen)
    gevonden = []
    for patroon in (_ANSWER, _QUESTION, _PERSON):
        eigen = [naam for naam in over if patroon.fullmatch(naam.strip())]
        if not eigen or (len(eigen) > 1 and patroon is not _PERSON):
            return None
        gevonden.append(eigen[0])
        over.remove(eigen[0])
    antwoord, vraag, wie = gevonden
    return wie, vraag, antwoord


def _find_traits(frame: pd.DataFrame, namen: list[str]) -> tuple[str, ...] | None:
    """Return the columns that are of a person; None where one is neither of a person nor of a question."""
    vast = []
    for naam in namen:
        if frame.groupby(_WIE, observed=True, dropna=False)[naam].nunique().le(1).all():
            vast.append(naam)
        elif not frame.groupby(_VRAAG, observed=True, dropna=False)[naam].nunique().le(1).all():
            return None
    return tuple(vast)


def _is_long(frame: pd.DataFrame) -> bool:
    """Return whether people come back with another question, and questions with other people."""
    if frame.empty:
        return False
    vragen = frame.groupby(_WIE, observed=True, dropna=False)[_VRAAG].nunique()
    mensen = frame.groupby(_VRAAG, observed=True, dropna=False)[_WIE].nunique()
    genoeg = len(vragen) >= _FEWEST and _FEWEST <= len(mensen) <= _MOST_QUESTIONS
    return genoeg and bool(vragen.median() >= _FEWEST) and bool(mensen.median() >= _FEWEST)


def _are_people(frame: pd.DataFrame, koppen: tuple[str, str, str]) -> bool:
    """Return whether the first column is of people: it says so, the others hold questions with answers, or there are many.

    "code | item | score" of four wards has the same make.
    """
    wie, vraag, antwoord = (kop.strip() for kop in koppen)
    gevraagd = _ASKED.fullmatch(vraag) or _ANSWERED.fullmatch(antwoord)
    return bool(not _BARE.fullmatch(wie) or gevraagd or frame[_WIE].nunique() >= _MANY)


def _spell_alike(vragen: pd.Series) -> pd.Series:
    """Return the questions with one spelling of each: case and spaces make no other question.

    Examples
    --------
    >>> _spell_alike(pd.Series(["Cijfer", "cijfer", "Kent u  de app?", "Kent u de app?"])).tolist()
    ['Cijfer', 'Cijfer', 'Kent u  de app?', 'Kent u  de app?']
    """
    eerste: dict[str, str] = {}
    for vraag in vragen.drop_duplicates():
        eerste.setdefault(fold(str(vraag)), str(vraag))
    return map_cells(vragen, lambda vraag: eerste[fold(vraag)])


def _drop_repeated(frame: pd.DataFrame, logboek: Logboek) -> pd.DataFrame:
    """Return the rows without those that say the same once more."""
    dubbel = frame.duplicated([_WIE, _VRAAG, _ANTWOORD])
    for rij in frame.loc[dubbel, RIJ]:
        logboek.note("dubbele_rij", rij=int(rij))
    return frame[~dubbel]


def _find_multiple(frame: pd.DataFrame, tabel: Tabel) -> frozenset[str]:
    """Return the questions that ask for all that fits; raises BronError for two answers to another one."""
    vaker = frame[frame.duplicated([_WIE, _VRAAG], keep=False)]
    meer = set()
    for vraag, deel in vaker.groupby(_VRAAG, observed=True, dropna=False, sort=False):
        alle = frame[frame[_VRAAG].eq(vraag) & frame[_ANTWOORD].ne("")]
        mensen = deel[_WIE].nunique()
        opties = Counter(alle[_ANTWOORD])
        getallen = all(_NUMBER.fullmatch(cel) for cel in opties)
        if mensen < max(_FEWEST, _MORE * alle[_WIE].nunique()) or getallen or not are_options(opties):
            tweede = deel[deel.duplicated(_WIE)]
            raise BronError(
                f"{format_getal(mensen)} {'mens heeft' if mensen == 1 else 'mensen hebben'} twee antwoorden op een vraag die er één vraagt,"
                " en niets zegt welk antwoord telt",
                "laat per mens en vraag één rij staan; zijn het twee metingen, maak dan van elke meting een bestand",
                bestand=tabel.bestand,
                blad=tabel.blad,
                rij=int(tweede[RIJ].iloc[0]),
            )
        meer.add(str(vraag))
    return frozenset(meer)


def _pivot(frame: pd.DataFrame, persoon: str, vast: tuple[str, ...], meer: frozenset[str]) -> pd.DataFrame:
    """Return a row per person, numbered by the first of its rows, with a column per question in order of appearance."""
    eerste = frame.drop_duplicates(_WIE).set_index(_WIE)
    los = frame[~frame[_VRAAG].isin(meer)].set_index([_WIE, _VRAAG])[_ANTWOORD]
    keuzes = frame[frame[_VRAAG].isin(meer) & frame[_ANTWOORD].ne("")]
    # a semicolon inside a choice would cut it in two further on
    keuzes = keuzes.assign(**{_ANTWOORD: keuzes[_ANTWOORD].str.replace(";", ",", regex=False)})
    samen = keuzes.groupby([_WIE, _VRAAG], observed=True, dropna=False, sort=False)[_ANTWOORD].agg(";".join)
    wijd = pd.concat([los, samen]).unstack(_VRAAG)
    wijd = (
        wijd.reindex(index=eerste.index, columns=list(dict.fromkeys(frame[_VRAAG]))).fillna("").astype("str")
    )
    bezet = {RIJ, persoon, *vast}
    wijd.columns = pd.Index([f"{naam} (vraag)" if naam in bezet else naam for naam in wijd.columns])
    kop = pd.DataFrame({RIJ: eerste[RIJ], persoon: eerste.index, **{naam: eerste[naam] for naam in vast}})
    uit: pd.DataFrame = pd.concat([kop, wijd], axis=1).reset_index(drop=True)
    return uit
