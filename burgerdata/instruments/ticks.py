"""Ticks in a table made by hand: a mark where something was said, and nothing where it was not."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import replace
from itertools import groupby

import numpy as np
import pandas as pd

from burgerdata.cellen import list_cells
from burgerdata.instruments.kinds import is_technical, is_weight
from burgerdata.instruments.values import is_filled
from burgerdata.instruments.vraagregels import Vraagregel, fold
from burgerdata.shapes import Kolom, Tabel

_MADE = frozenset(["csv", "excel"])
"""Formats that people fill by hand; a program says itself what an empty cell means."""
_MARKS = frozenset(["x", "×", "✓", "✔", "☑", "☒", "√", "v"])
"""What people put with a pen: one column of them is a yes or no already."""
_WORDS = frozenset(["1", "ja", "j", "yes", "y", "waar", "true", "genoemd", "+"])
"""What may as well be an answer or a count: ticks only where some columns share the heading above them."""
_PEN, _SAID = "teken", "gezegd"
"""What a column holds: pen marks, or words of which vragen.xlsx says that they are ticks; else the word itself."""
_FEWEST_SAID = 2
_FEWEST_WORDS = 3
"""Columns under one heading that say nothing but ja or 1: two of them may be questions that follow on another one."""
_OTHER = re.compile(r"test\w*|proef\w*|.*akkoord.*|.*toestemming.*", re.IGNORECASE)
"""Headers of columns in which a mark says who may be used."""
_SEX = re.compile(
    r"\b(?:geslacht\w*|gesl|sekse|sexe|sex|gender|m ?[/|-] ?v|v ?[/|-] ?m|man(?:nen)? ?(?:/|-|of) ?vrouw\w*|vrouw(?:en)? ?(?:/|-|of) ?man\w*"
    r"|(?:dhr|heer|mw|mevr|mevrouw)\.? ?/)(?!\w)"
)
"""Headers of columns in which a letter says who somebody is."""
_WOMAN = re.compile(r"[mv]|.*\b(?:man|vrouw|heer|dame|jongen|meisje)\b.*")
"""Headers under which a v may be that of vrouw, and an x is a tick."""
_ROUTED = re.compile(r"(?:zo|als|indien|bij|if) (?:ja|nee|yes|no)\b|indien\b")
"""Headers of a question that not everybody was asked: an empty cell is no answer to it, and not no."""
_COUNTS = re.compile(
    r"\b(?:aantal\w*|hoe ?veel|hoe (?:vaak|lang|oud|groot|ver)|\w*cijfers?|\w*scores?|\w*leeftijd\w*|\w*nummers?|nr|number|count|how many|age)\b"
)
"""Headers of columns that count: a 1 is one."""
_LOOKED_AT = 200
_DASH = " - "
_LEGEND = re.compile(r"\s*\([^()]*=[^()]*\)")
"""What a mark means, in the header: "(x = genoemd)"."""
_MEER, _EEN = "meer_antwoorden", "een_antwoord"
_NAMED = 3
"""Options after which a set without a heading is named."""


def read_ticks(tabel: Tabel, *, bezet: Collection[str] = (), regels: Sequence[Vraagregel] = ()) -> Tabel:
    """Return the table with ja and nee in its columns of ticks, and those beside each other as one set.

    Nee is for everybody who took part: who ticked something, or has an answer elsewhere in the row. ``bezet`` are
    columns with another meaning. What ``regels`` of vragen.xlsx says of a column goes first: a number stays a number, and
    columns of which the analyst says that they are ticks are.

    Examples
    --------
    >>> frame = pd.DataFrame({"M/V": ["m", "v", "m"], "te laat": ["x", "", "X"], "prijs": ["", "x", ""]}, dtype="str")
    >>> tabel = Tabel("halte.csv", "csv", frame, (Kolom("M/V"), Kolom("te laat"), Kolom("prijs")))
    >>> read_ticks(tabel).frame[["te laat", "prijs"]].values.tolist()
    [['ja', 'nee'], ['nee', 'ja'], ['ja', 'nee']]
    """
    if tabel.formaat not in _MADE:
        return tabel
    weg = {fold(naam) for naam in bezet}
    gezegd = {fold(regel.kolom): regel.soort for regel in regels if regel.soort}
    soorten = {
        kolom.naam: ""
        if fold(kolom.naam) in weg
        else _find_mark(kolom, tabel.frame[kolom.naam], gezegd.get(fold(kolom.naam), ""))
        for kolom in tabel.kolommen
    }
    groepen = [
        leden
        for (soort, kop), groep in groupby(
            tabel.kolommen, key=lambda kolom: (soorten[kolom.naam], _kop(kolom))
        )
        if soort
        and _has_gaps(leden := list(groep), tabel.frame)
        and (soort == _PEN or len(leden) >= (_FEWEST_SAID if soort == _SAID else _FEWEST_WORDS))
        and (kop or soort in (_PEN, _SAID))
    ]
    namen = [kolom.naam for leden in groepen for kolom in leden]
    if not namen:
        return tabel
    samen = {kolom.naam: _join(kolom, leden) for leden in groepen for kolom in leden if len(leden) > 1}
    kolommen = tuple(samen.get(kolom.naam, kolom) for kolom in tabel.kolommen)
    return replace(tabel, frame=tabel.frame.assign(**_spell(tabel, namen)), kolommen=kolommen)


def holds_ticks(cellen: pd.Series) -> bool:
    """Return whether a column holds nothing but marks and empty cells, and so no counts above one.

    Examples
    --------
    >>> holds_ticks(pd.Series(["x", "", "X"])), holds_ticks(pd.Series(["1", "31"])), holds_ticks(pd.Series(["", ""]))
    (True, False, False)
    """
    gevonden = {fold(str(cel)) for cel in list_cells(cellen)} - {""}
    return bool(gevonden) and gevonden <= _MARKS | _WORDS


def _find_mark(kolom: Kolom, cellen: pd.Series, gezegd: str) -> str:
    """Return which kind of mark is all that a column holds; empty for a column with anything else.

    ``gezegd`` is the kind of question that vragen.xlsx says it is.
    """
    if gezegd not in ("", _MEER, _EEN) or _is_known(kolom):
        return ""
    teken = _MARKS | _WORDS
    if not {fold(str(cel)) for cel in cellen.head(_LOOKED_AT)} <= {"", *teken}:
        return ""
    gevonden = {fold(str(cel)) for cel in list_cells(cellen)} - {""}
    if not gevonden or not _may_be_ticked(kolom, gevonden, gezegd):
        return ""
    if gevonden <= _MARKS:
        return _PEN
    if len(gevonden) > 1 or not gevonden <= _WORDS or gezegd == _EEN:
        return ""
    return _SAID if gezegd == _MEER else gevonden.pop()


def _is_known(kolom: Kolom) -> bool:
    """Return whether a column says by itself, or by its header, that it holds something else than ticks."""
    return bool(
        kolom.labels
        or kolom.set_naam
        or kolom.soort
        or is_weight(kolom)
        or _OTHER.fullmatch(kolom.naam.strip())
    )


def _may_be_ticked(kolom: Kolom, gevonden: Collection[str], gezegd: str) -> bool:
    """Return whether a header allows these marks: a v may be a woman, a 1 one child, and nothing a question not asked."""
    kop = fold(f"{kolom.tekst} {kolom.naam}")
    if _SEX.search(kop) or ("v" in gevonden and _WOMAN.fullmatch(fold(kolom.naam))):
        return False
    if gezegd == _MEER:
        return True
    if _ROUTED.match(fold(kolom.naam)) or _ROUTED.match(kop):
        return False
    return set(gevonden) <= _MARKS or _COUNTS.search(kop) is None


def _has_gaps(leden: Sequence[Kolom], frame: pd.DataFrame) -> bool:
    """Return whether there are empty cells that can say no."""
    return any(not is_filled(frame[kolom.naam]).all() for kolom in leden)


def _kop(kolom: Kolom) -> str:
    """Return the heading that a column stands under, where two rows of headers were joined."""
    return kolom.tekst.rpartition(_DASH)[0] or kolom.naam.rpartition(_DASH)[0]


def _join(kolom: Kolom, leden: Sequence[Kolom]) -> Kolom:
    """Return a column of a set: named after the heading above it, or else after its first options."""
    kop = _kop(kolom)
    tekst = _LEGEND.sub("", kop).strip() or _name_options([lid.tekst or lid.naam for lid in leden])
    optie = (kolom.tekst or kolom.naam).removeprefix(f"{kop}{_DASH}").strip()
    return replace(kolom, set_naam=tekst, set_tekst=tekst, set_code="ja", tekst=f"{tekst}: {optie}")


def _name_options(opties: Sequence[str]) -> str:
    return ", ".join(opties[:_NAMED]) + (" …" if len(opties) > _NAMED else "")


def _spell(tabel: Tabel, namen: Sequence[str]) -> dict[str, pd.Series]:
    frame = tabel.frame
    gezet = {naam: is_filled(frame[naam]).to_numpy(dtype=bool) for naam in namen}
    anders = [
        kolom.naam
        for kolom in tabel.kolommen
        if kolom.naam not in gezet and not is_technical(kolom, frame[kolom.naam])
    ]
    deed_mee = np.any(
        [*gezet.values(), *(is_filled(frame[naam]).to_numpy(dtype=bool) for naam in anders)], axis=0
    )
    deed_mee |= not anders
    return {
        naam: pd.Series(np.where(ja, "ja", np.where(deed_mee, "nee", "")), index=frame.index, dtype="str")
        for naam, ja in gezet.items()
    }
