"""Conversations as a table (CSV, .xlsx): a row per turn, with who speaks and what is said in columns."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.errors import BronError
from burgerdata.formats.header_rows import lift_rows, list_header_rows, read_below_titles, rename_columns
from burgerdata.formats.lezing import Ruw
from burgerdata.formats.speakers import make_beurten
from burgerdata.formats.turn_times import parse_seconds
from burgerdata.intake.identifying import fold_header
from burgerdata.intake.logboek import Logboek
from burgerdata.intake.seal import fold_label
from burgerdata.intake.seal_gesprek import LEIDT, is_leider
from burgerdata.intake.seal_tabel import find_name_columns
from burgerdata.pseudonyms.known_names import collect_namen
from burgerdata.shapes import RIJ, Bron, Gesprek, Tabel

FORMAAT = "beurtentabel"
_KOPPEN: Mapping[str, re.Pattern[str]] = {
    "wie": re.compile(r"(?:spreker|speaker)(?:naam|name|label|id|code)?|sprecher|locuteur"),
    "wat": re.compile(r"te(?:ks|x)t|uiting|uitspraak|utterance|transcript(?:ie|ion)?|content|inhoud|gezegd"),
    "wanneer": re.compile(r"tijd(?:stip|code)?|time(?:stamp|code)?|(?:begin|start)(?:tijd|time)?"),
    "nummer": re.compile(
        r"(?:volg)?n(?:umme)?r|index|(?:beurt|turn|utterance)?(?:id|nr|number)|beurt|turn|regel|line"
    ),
    "rol": re.compile(r"(?:spreek|speaker)?rol|(?:speaker)?role"),
    "leiding": re.compile(r"(?:is)?moderator|gespreksleider"),
    "gesprek": re.compile(
        r"(?:gesprek|groep|group|focusgroep|focusgroup|sessie|session|interview|conversation|bijeenkomst|meeting)(?:id|nr)?"
        r"|program(?:ma)?|bestand|file(?:name)?"
    ),
}
"""What a column is for, and how its header reads when folded."""
_DATE = re.compile(r"datum|date|dag|day")
_OTHER = re.compile(
    r"codes?|coder.*|tags?|thema.*|themes?|categor.*|tafel.*|table|likes?|votes?|stemmen|steun|stelling|segment.*"
)
"""Headers of what looks like turns and is not: coded pieces, notes per table, messages."""
_GRADE = re.compile(r"rapportcijfer.*|cijfer|waardering|beoordeling|oordeel|tevreden(?:heid)?|rating|nps")
_TRAIT = re.compile(r"geslacht|gender|sekse|leeftijd.*|age|wijk|buurt|stadsdeel|woonplaats|opleiding.*")
"""Headers, folded, of what a survey asks and of what somebody is."""
_MOST_COLUMNS = 10
_MOST_TITLES = 8
"""Rows among which the headers stand below the lines of a title."""
_NO_MORE = 3
"""A table of so few columns needs no number or time of a turn, and no role, to be a conversation."""
_SENTENCE = 4
"""Words from which on a cell is something that somebody said, and no answer or name."""
_SAID = 0.1
_UNLIKE = 0.8
_RETURNING = 0.5
"""Shares: of turns that are sentences (most may be "Ja." and "Hm."), of sentences that are said once, of turns by who speaks more than once."""
_YES = frozenset(["true", "ja", "yes", "1", "waar", "x"])
_NO = frozenset(["", "false", "nee", "no", "0", "onwaar"])


def recognise_turn_table(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether the headers are those of turns: one who speaks, one with what is said, and where it stands.

    Examples
    --------
    >>> recognise_turn_table([["Spreker", "Tijd", "Tekst"], ["R1", "00:12", "Ik kom er vaak."]])
    True
    >>> recognise_turn_table([["Speaker", "Text", "Code"], ["R1", "Te duur.", "prijs"]])
    False
    """
    rijen = _drop_titles(rijen)
    if len(rijen) < 2 or any(cel.rstrip().endswith("?") for cel in rijen[0]):
        return False
    koppen = [fold_header(cel) for cel in rijen[0] if cel.strip()]
    if len(koppen) > _MOST_COLUMNS or any(map(_OTHER.fullmatch, koppen)):
        return False
    rollen = [_name_rol(kop) for kop in koppen]
    verder = not {"wanneer", "nummer", "rol", "leiding"}.isdisjoint(rollen)
    return rollen.count("wie") == rollen.count("wat") == 1 and (verder or len(koppen) <= _NO_MORE)


def holds_turns(rijen: Sequence[Sequence[str]]) -> bool:
    """Return whether headers are those of turns and the cells as well: speakers return, and what they say are sentences.

    A survey about speakers has grades under "Inhoud" or beside it, and people of both sexes who judge one speaker. Notes of
    talks in the street have a speaker once, and messages are of more than one day.

    Examples
    --------
    >>> rijen = [["R1", "Ik kom er vaak met mijn kinderen."], ["R2", "Nee."], ["R1", "Maar dan alleen in de zomer."]]
    >>> holds_turns([["Spreker", "Tekst"], *rijen]), holds_turns([["Spreker", "Inhoud"], ["Bos", "4"], ["Bos", "5"]])
    (True, False)
    """
    if not recognise_turn_table(rijen):
        return False
    rijen = _drop_titles(rijen)
    koppen = [fold_header(cel) for cel in rijen[0]]
    plek = {_name_rol(kop): nummer for nummer, kop in enumerate(koppen)}
    gezegd = [rij for rij in rijen[1:] if _cell(rij, plek["wat"])]
    zinnen = [_cell(rij, plek["wat"]) for rij in gezegd if len(_cell(rij, plek["wat"]).split()) >= _SENTENCE]
    sprekers = Counter(filter(None, (_cell(rij, plek["wie"]) for rij in gezegd)))
    komt_terug = sum(aantal for aantal in sprekers.values() if aantal > 1)
    dagen = [
        {_cell(rij, nummer) for rij in gezegd} for nummer, kop in enumerate(koppen) if _DATE.fullmatch(kop)
    ]
    return (
        bool(zinnen)
        and len(zinnen) >= _SAID * len(gezegd)
        and len(set(zinnen)) >= _UNLIKE * len(zinnen)
        and komt_terug >= _RETURNING * sprekers.total()
        and all(len(dag - {""}) <= 1 for dag in dagen)
        and not _holds_respondents(gezegd, koppen, plek["wie"])
    )


def _drop_titles(rijen: Sequence[Sequence[str]]) -> Sequence[Sequence[str]]:
    """Return the rows from the headers of turns on, where a title stands over them; all of them where it is no such table."""
    return rijen[_find_headers(rijen) :]


def _find_headers(rijen: Sequence[Sequence[str]]) -> int:
    """Return which row names who speaks and what is said; 0 where none of the first does."""
    rollen = ({_name_rol(fold_header(cel)) for cel in rij} for rij in rijen[:_MOST_TITLES])
    return next((nummer for nummer, rol in enumerate(rollen) if {"wie", "wat"} <= rol), 0)


def _holds_respondents(rijen: Sequence[Sequence[str]], koppen: Sequence[str], wie: int) -> bool:
    """Return whether a row is a person who answers: with a grade, or with traits that differ within one speaker."""
    if any(map(_GRADE.fullmatch, koppen)):
        return True
    for plek in (plek for plek, kop in enumerate(koppen) if _TRAIT.fullmatch(kop)):
        van: dict[str, set[str]] = {}
        for rij in rijen:
            van.setdefault(_cell(rij, wie), set()).add(_cell(rij, plek).casefold())
        if any(len(waarden - {""}) > 1 for spreker, waarden in van.items() if spreker):
            return True
    return False


def _cell(rij: Sequence[str], plek: int) -> str:
    return rij[plek].strip() if plek < len(rij) else ""


def read_turn_table(bron: Bron, *, blad: str = "") -> list[Ruw]:
    """Return each table of turns as a conversation; rows in which nothing is said are noted as lege_rij.

    Raises
    ------
    BronError
        When a column says that the table holds more than one conversation: R3 is only R3 within one.
    """
    ruwe = read_below_titles(bron, blad=blad)
    ruwe = [_lift_titles(ruw) for ruw in ruwe]
    return [_read_turns(ruw) if recognise_turn_table(list_header_rows(ruw)) else ruw for ruw in ruwe]


def _lift_titles(ruw: Ruw) -> Ruw:
    """Return the table with the headers of turns as its headers, where the reader took a line of a title for them."""
    rijen = list_header_rows(ruw, _MOST_TITLES)
    if not (aantal := _find_headers(rijen)):
        return ruw
    onder = lift_rows(ruw, aantal)
    tabel, logboek = rename_columns(onder, rijen[aantal], formaat=FORMAAT)
    kolommen = tuple(replace(kolom, herkomst=kolom.naam) for kolom in tabel.kolommen)
    return Ruw(replace(tabel, kolommen=kolommen), onder.records_in, logboek)


def _name_rol(kop: str) -> str:
    return next((rol for rol, patroon in _KOPPEN.items() if patroon.fullmatch(kop)), "")


def _read_turns(ruw: Ruw) -> Ruw:
    tabel = ruw.vorm
    assert isinstance(tabel, Tabel)  # read_rectangles gives tables only
    rollen: dict[str, str] = {}
    for kolom in tabel.kolommen:
        if rol_van := _name_rol(fold_header(kolom.herkomst or kolom.naam)):
            rollen.setdefault(rol_van, kolom.naam)
    _check_one(tabel, rollen.get("gesprek", ""))
    frame = tabel.frame
    spreker, rol, gezien = _read_roles(frame, frame[rollen["wie"]].str.strip(), rollen)
    tijden = (
        frame[rollen["wanneer"]].map(_read_time)
        if "wanneer" in rollen
        else pd.Series(float("nan"), frame.index)
    )
    gezegd = frame[rollen["wat"]].str.strip() != ""
    for rij in frame.loc[~gezegd, RIJ]:
        ruw.logboek.note("lege_rij", rij=int(rij))
    gezien |= {rollen["wanneer"]} if tijden.notna().any() else set()
    gezien |= {rollen[naam] for naam in ("wie", "wat", "nummer", "gesprek") if naam in rollen}
    met_namen = [*_find_names_beside(tabel, rollen), *([rollen["leiding"]] if "leiding" in rollen else [])]
    namen = [cel for naam in met_namen for cel in frame[naam].unique() if cel.casefold() not in _YES | _NO]
    _note_unused(tabel, gezien, met_namen, ruw.logboek)
    delen = (
        reeks[gezegd].tolist() for reeks in (frame[RIJ], spreker, tijden, frame[rollen["wat"]].str.strip())
    )
    beurten = make_beurten(zip(*delen, strict=True))
    if rol.any():
        beurten = beurten.assign(rol=rol[gezegd].to_numpy()).astype({"rol": "str"})
    return replace(ruw, vorm=Gesprek(tabel.bestand, FORMAAT, beurten, tabel.blad, namen=collect_namen(namen)))


def _find_names_beside(tabel: Tabel, rollen: Mapping[str, str]) -> list[str]:
    """Return the columns that hold names of persons beside the speaker; a name that comes back in each turn counts once."""
    los = [kolom for kolom in tabel.kolommen if kolom.naam not in rollen.values()]
    eigen = (tabel.frame[[RIJ, kolom.naam]].drop_duplicates(kolom.naam) for kolom in los)
    delen = (replace(tabel, frame=frame, kolommen=(kolom,)) for kolom, frame in zip(los, eigen, strict=True))
    return [naam for deel in delen for naam in find_name_columns(deel)]


def _read_roles(
    frame: pd.DataFrame, wie: pd.Series, rollen: Mapping[str, str]
) -> tuple[pd.Series, pd.Series, set[str]]:
    """Return the speaker of each turn, marked where they lead, what else the role is called, and the columns that tell.

    Who leads in one turn leads in all. A column that makes leaders of everybody names the one who led, or tells nothing.
    """
    leiders: set[str] = set()
    gezien: set[str] = set()
    woorden = pd.Series("", index=frame.index, dtype="str")
    for soort in ("rol", "leiding"):
        if soort not in rollen:
            continue
        cellen = frame[rollen[soort]].str.strip()
        eigen = _find_leaders(cellen, wie, vlag=soort == "leiding")
        leiders |= eigen
        if soort == "rol":
            woorden = cellen.mask(cellen.map(is_leider), "")
        if eigen or woorden.any() or (soort == "leiding" and cellen.str.casefold().isin(_YES | _NO).all()):
            gezien.add(rollen[soort])
    leidt = wie.isin(leiders)
    spreker = wie.mask(leidt & ~wie.map(is_leider), wie + LEIDT)
    return spreker, woorden.mask(leidt, ""), gezien


def _find_leaders(cellen: pd.Series, wie: pd.Series, *, vlag: bool) -> set[str]:
    """Return the speakers whose turns a column marks, most of those that it says anything of; ``vlag`` also by a tick."""
    gevuld = (cellen != "") & (wie != "")
    merk = cellen.map(is_leider) | (cellen.str.casefold().isin(_YES) & vlag)
    aandeel = merk[gevuld].groupby(wie[gevuld], observed=True, dropna=False).mean()
    gemerkt = {str(naam) for naam in aandeel.index[aandeel >= _RETURNING]}
    if len(gemerkt) > 1 and gemerkt == {*wie[wie != ""]}:
        gemerkt = set()
    genoemd = {fold_label(cel) for cel in cellen[gevuld].unique()} if vlag else set()
    return gemerkt | {naam for naam in wie[wie != ""].unique() if fold_label(naam) in genoemd}


def _check_one(tabel: Tabel, kolom: str) -> None:
    if kolom and len({*tabel.frame[kolom].str.strip()} - {""}) > 1:
        wat = f"in deze tabel staan meer gesprekken onder elkaar (kolom '{kolom}')"
        raise BronError(
            wat, "maak voor elk gesprek een eigen bestand", bestand=tabel.bestand, blad=tabel.blad
        )


def _note_unused(
    tabel: Tabel, gebruikt: Collection[str], met_namen: Collection[str], logboek: Logboek
) -> None:
    for kolom in tabel.kolommen:
        if kolom.naam not in gebruikt and (aantal := int((tabel.frame[kolom.naam] != "").sum())):
            reden = "kolom_persoonsgegeven" if kolom.naam in met_namen else "kolom_weggelaten"
            logboek.note(reden, kolom=kolom.naam, aantal=aantal)


def _read_time(cel: str) -> float:
    """Return a time in seconds; a bare number does not say of what it is, so it is no time."""
    return parse_seconds(cel) if ":" in cel else float("nan")
