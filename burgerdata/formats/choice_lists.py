"""Several choices in one cell: the options told from the free text, whatever stands between them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

import pandas as pd

from burgerdata.formats.typed_answers import find_typed
from burgerdata.shapes import Kolom

ANDERS = "Anders, namelijk"
"""The option that stands in the list for a text that a person typed; the text itself goes to a column of its own."""
_GLUE = ";"
_FEWEST_CELLS = 20
_FEWEST_TIMES = 2
_OFTEN = 5
_KNOWN_SHARE = 0.7
_SEVERAL_SHARE = 0.1
_COMBINES = 0.5
_FEWEST_PIECES = 2
_LONGEST = 120
_BARE_COMMA = r",(?! )"
_BARE_COMMA_NO_DECIMAL = r"(?<!\d),(?! )|,(?![ \d])"
_LETTER = r"[^\W\d_]"
_PARENTHESES = re.compile(r"\([^()]*\)")
_YES_OR_NO = re.compile(r"(?:ja|nee|nej|jo|nein|yes|no|oui|non|s[ií]|n[aã]o|sim)\Z", re.IGNORECASE)
"""A word that opens an answer of more words, "Ja, maar soms": nobody ticks yes beside other options."""


@dataclass(frozen=True)
class Keuzelijst:
    """A column of lists: the choices joined by ``;``, the texts that persons typed, and how many cells had one."""

    cellen: pd.Series
    anders: pd.Series

    @property
    def aantal_anders(self) -> int:
        """How many cells hold a text of a person's own."""
        return int((self.anders != "").sum())


def split_closed_lists(cellen: pd.Series) -> Keuzelijst:
    """Return a column whose cells all end in ``;``, as Microsoft Forms writes choices, as choices and own texts."""
    return _separate(cellen, {cel: split_semicolons(cel) for cel in cellen.unique()})


def split_comma_lists(cellen: pd.Series) -> Keuzelijst | None:
    """Return a column of choices joined by a comma and a space, or None when it is no such column.

    A label may hold a comma itself, within brackets or not: pieces that never occur without each other are one label.
    A column is a list when pieces come back in other combinations; "Nooit, ik gebruik het niet" stays one answer, and so
    do "Ja, vaak" and "Ja, soms": what follows a yes or a no belongs to it, wherever in the cell it stands.
    """
    gevuld = cellen[cellen.str.strip() != ""]
    if gevuld.str.contains(", ", regex=False).sum() <= _SEVERAL_SHARE * len(gevuld):
        return None
    stukken = {cel: _split_commas(cel) for cel in cellen.unique()}
    gewicht = Counter(gevuld)
    stukken = _join_inseparable(stukken, gewicht)
    return _separate(cellen, stukken) if _is_list(stukken, gewicht) else None


def split_choice_codes(cellen: pd.Series) -> pd.Series | None:
    """Return choices joined by a bare comma joined by ``;`` instead, or None when it is a column of single answers.

    A comma before a space belongs to a label, and so does one inside a number beside words, "1,5 uur". Own texts have a
    column of their own in such exports.

    Examples
    --------
    >>> split_choice_codes(pd.Series(["a,b", "a", "b,c, d", "a,b,c, d", "c, d", "b"])).tolist()
    ['a;b', 'a', 'b;c, d', 'a;b;c, d', 'c, d', 'b']
    """
    gewicht = Counter(cellen[cellen.str.strip() != ""])
    stukken = {cel: _split_bare_commas(cel) for cel in cellen.unique()}
    if not _is_list(stukken, gewicht):
        return None
    return cellen.map({cel: _glue(delen) for cel, delen in stukken.items()}).astype("str")


def split_unnamed_choices(cellen: pd.Series) -> pd.Series | None:
    """Return what split_choice_codes does, for a column of which nothing but its cells says that it may hold choices.

    Bare numbers of which none is longer than "7,5" are amounts with decimals.

    Examples
    --------
    >>> split_unnamed_choices(pd.Series(["7,5", "7", "8,5", "7,8", "8"])) is None
    True
    """
    meeste = max((cel.count(",") for cel in cellen[~cellen.str.contains(_LETTER)]), default=0)
    woorden = cellen.str.contains(_LETTER).any()
    return split_choice_codes(cellen) if woorden or meeste > 1 else None


def split_said_choices(gewicht: Mapping[str, int]) -> dict[str, str]:
    """Return each cell with its choices joined by ``;``, in a column of which somebody said that it holds several.

    Where commas stand without a space behind them, those part the choices; else those with a space. A label with a
    comma in it stays whole where its pieces always come together, and so does what follows a yes or a no.

    Examples
    --------
    >>> split_said_choices({"kosten,tijd": 1, "kosten": 9, "1,5 uur": 2})
    {'kosten,tijd': 'kosten;tijd', 'kosten': 'kosten', '1,5 uur': '1,5 uur'}
    >>> split_said_choices({"Ja, vaak": 2, "Balie, per post": 1, "Balie": 3})
    {'Ja, vaak': 'Ja, vaak', 'Balie, per post': 'Balie;per post', 'Balie': 'Balie'}
    """
    gevuld = Counter({cel: aantal for cel, aantal in gewicht.items() if cel.strip()})
    stukken = {cel: _split_bare_commas(cel) for cel in gevuld}
    if all(len(delen) < _FEWEST_PIECES for delen in stukken.values()):
        stukken = _join_inseparable({cel: _split_commas(cel) for cel in gevuld}, gevuld)
    return {cel: _glue(delen) for cel, delen in stukken.items()}


def describe_lists(kolom: Kolom, lijst: Keuzelijst) -> tuple[Kolom, ...]:
    """Return the column as a question with several answers, and the column for own texts when there are any."""
    meer = replace(kolom, set_naam=kolom.naam, set_tekst=kolom.tekst, soort="meer_antwoorden")
    if not lijst.aantal_anders:
        return (meer,)
    return (meer, describe_anders(kolom))


def describe_anders(kolom: Kolom) -> Kolom:
    """Return the column for the texts that persons typed at the option "other" of a question.

    Examples
    --------
    >>> describe_anders(Kolom("Waarmee?", "Waarmee?")).naam
    'Waarmee? anders'
    """
    tekst = f"{kolom.tekst or kolom.naam} – {ANDERS.lower()}"
    return Kolom(f"{kolom.naam} anders", tekst=tekst, herkomst=kolom.herkomst, soort="open")


def split_semicolons(cel: str) -> list[str]:
    """Return the choices between semicolons; one before a space belongs to a label.

    Examples
    --------
    >>> split_semicolons("Balie;Markt; op zaterdag;")
    ['Balie', 'Markt; op zaterdag']
    """
    return [deel.strip() for deel in re.split(r";(?! )", cel) if deel.strip()]


def _split_bare_commas(cel: str) -> list[str]:
    """Return the pieces between commas without a space behind them; beside words a comma between two digits is a decimal."""
    grens = _BARE_COMMA_NO_DECIMAL if re.search(_LETTER, cel) else _BARE_COMMA
    return [deel for deel in re.split(grens, cel) if deel]


def _split_commas(cel: str) -> list[str]:
    """Return the pieces between commas, with those inside brackets left alone."""
    dicht = cel
    while (match := _PARENTHESES.search(dicht)) is not None:
        dicht = dicht[: match.start()] + "\0" * (match.end() - match.start()) + dicht[match.end() :]
    begin, grenzen = [0], []
    for grens in (match.start() for match in re.finditer(", ", dicht)):
        if not _YES_OR_NO.match(cel[begin[-1] : grens].strip()):
            grenzen.append(grens)
            begin.append(grens + 2)
    return [
        cel[van:tot].strip()
        for van, tot in zip(begin, [*grenzen, len(cel)], strict=True)
        if cel[van:tot].strip()
    ]


def _join_inseparable(stukken: dict[str, list[str]], gewicht: Counter[str]) -> dict[str, list[str]]:
    """Return the pieces with those joined that always follow each other: they are one label with a comma in it."""
    los: Counter[str] = Counter()
    paren: Counter[tuple[str, str]] = Counter()
    for cel, delen in stukken.items():
        los.update(dict.fromkeys(delen, gewicht[cel]))
        paren.update(dict.fromkeys(pairwise(delen), gewicht[cel]))
    vast = {
        (een, ander)
        for (een, ander), samen in paren.items()
        if samen == los[een] == los[ander]
        and (samen >= _OFTEN or (samen >= _FEWEST_TIMES and ander[0].islower()))
    }
    return {cel: _join(delen, vast) for cel, delen in stukken.items()}


def _join(delen: Sequence[str], vast: set[tuple[str, str]]) -> list[str]:
    samen: list[str] = []
    vorig = ""
    for deel in delen:
        if samen and (vorig, deel) in vast:
            samen[-1] = f"{samen[-1]}, {deel}"
        else:
            samen.append(deel)
        vorig = deel
    return samen


def _is_list(stukken: dict[str, list[str]], gewicht: Counter[str]) -> bool:
    """Return whether the pieces are options: short, used again, and combined with others in more than one way."""
    meervoudig = [cel for cel, delen in stukken.items() if len(delen) > 1]
    aantal = sum(gewicht.values())
    if sum(gewicht[cel] for cel in meervoudig) <= _SEVERAL_SHARE * aantal:
        return False
    plekken = Counter(deel for delen in stukken.values() for deel in dict.fromkeys(delen))
    keren: Counter[str] = Counter()
    for cel, delen in stukken.items():
        keren.update(dict.fromkeys(delen, gewicht[cel]))
    bekend = {deel for deel, keer in keren.items() if keer >= _FEWEST_TIMES and len(deel) <= _LONGEST}
    if any("\n" in deel or "@" in deel for deel in bekend):
        return False  # nobody can tick a line break or an address: people wrote these
    in_lijst = dict.fromkeys(deel for cel in meervoudig for deel in stukken[cel] if deel in bekend)
    dekking = sum(keren[deel] for deel in bekend) / max(sum(keren.values()), 1)
    wisselend = sum(plekken[deel] > 1 for deel in in_lijst)
    return len(in_lijst) > 1 and dekking >= _KNOWN_SHARE and wisselend >= _COMBINES * len(in_lijst)


def _separate(cellen: pd.Series, stukken: dict[str, list[str]]) -> Keuzelijst:
    """Return choices and own texts apart: at the end, what one person of twenty or more wrote, or a few typed."""
    gewicht = Counter(cellen)
    keren: Counter[str] = Counter()
    for cel, delen in stukken.items():
        keren.update(dict.fromkeys(delen, gewicht[cel]))
    genoeg = sum(gewicht[cel] for cel, delen in stukken.items() if delen) >= _FEWEST_CELLS
    opties = {deel for deel, keer in keren.items() if keer >= _FEWEST_TIMES or not genoeg}
    opties -= find_typed(keren)
    gescheiden = {cel: _cut_tail(delen, opties) for cel, delen in stukken.items()}
    keuzes = {cel: _glue([*vast, ANDERS] if eigen else vast) for cel, (vast, eigen) in gescheiden.items()}
    eigen = {cel: ", ".join(los) for cel, (_, los) in gescheiden.items()}
    return Keuzelijst(cellen.map(keuzes).astype("str"), cellen.map(eigen).astype("str"))


def _cut_tail(delen: list[str], opties: set[str]) -> tuple[list[str], list[str]]:
    einde = len(delen)
    while einde and delen[einde - 1] not in opties:
        einde -= 1
    return delen[:einde], delen[einde:]


def _glue(delen: Iterable[str]) -> str:
    # A semicolon inside a label would cut it in two further on.
    return _GLUE.join(deel.replace(_GLUE, ",") for deel in delen)
