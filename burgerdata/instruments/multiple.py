"""Questions with several answers: a column per option, a column per choice, or one column with a list."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from burgerdata.cellen import find_cells
from burgerdata.instruments.options import make_opties
from burgerdata.instruments.spelling import drop_nought, find_common_start, list_spellings, unify_spelling
from burgerdata.instruments.stacking import STATUS_NR, Antwoordblok
from burgerdata.instruments.statuses import answer_status
from burgerdata.instruments.values import is_filled, read_getallen
from burgerdata.instruments.vraag import Optie, Vraag
from burgerdata.instruments.vraagregels import fold
from burgerdata.shapes import GEVULD, Kolom

_CHOSEN = frozenset(
    ["1", "ja", "x", "waar", "true", "yes", "genoemd", "gekozen", "aangevinkt", "checked", "selected", "v"]
)
_NOT_CHOSEN = frozenset(
    [
        "0",
        "2",
        "nee",
        "onwaar",
        "false",
        "no",
        "niet genoemd",
        "niet gekozen",
        "niet aangevinkt",
        "not selected",
        "-",
    ]
)
_BRACKETS = re.compile(r".*[\[(]\s*([^\[\]()]+?)\s*[\])]\s*", re.DOTALL)


def plan_meervoudig(vraag: Vraag, kolommen: Sequence[Kolom], frame: pd.DataFrame) -> Vraag:
    """Return the question with its options: the columns where each column is one, else the values that occur."""
    gezet = len(kolommen) > 1 or kolommen[0].set_code  # of a set, one column alone is an option too
    if vraag.soort == "rangorde" or (gezet and _are_ticks(kolommen, frame)):
        namen = _strip_set_text(kolommen) or _label_columns(kolommen)
        opties = tuple(Optie(kolom.naam, naam) for kolom, naam in zip(kolommen, namen, strict=True))
        code = _chosen_code(kolommen[0])
        return replace(vraag, opties=opties, namen=namen, gekozen_code=code)
    waarden = pd.concat([_split_cells(frame[kolom.naam]) for kolom in kolommen])
    samen = replace(
        kolommen[0], labels={c: label for k in reversed(kolommen) for c, label in k.labels.items()}
    )
    return replace(vraag, opties=make_opties(samen, list_spellings(waarden, vast=samen.labels), schaal=False))


def fill_meervoudig(vraag: Vraag, frame: pd.DataFrame) -> Antwoordblok:
    """Return a row per chosen option (or ranked one); a person who chose none has one row that says so.

    Without any filled cell the source cannot tell whether the question was asked: leeg_onbekend.
    """
    if vraag.namen:
        keuzes, gevuld = _read_columns(vraag, frame)
    else:
        keuzes, gevuld = _read_values(vraag, frame)
    return _make_block(vraag, keuzes, gevuld, len(frame))


def _are_ticks(kolommen: Sequence[Kolom], frame: pd.DataFrame) -> bool:
    """Return whether every column says yes or no to one option, or holds one and the same word when chosen."""
    if kolommen[0].set_naam and kolommen[0].set_code:
        return True
    for kolom in kolommen:
        waarden = {fold(kolom.labels.get(w, w)) for w in list_spellings(frame[kolom.naam])}
        if not waarden <= _CHOSEN | _NOT_CHOSEN and len(waarden - _NOT_CHOSEN) > 1:
            return False
    return True


def _chosen_code(kolom: Kolom) -> str:
    if kolom.set_code:
        return kolom.set_code
    ja = [code for code, label in kolom.labels.items() if fold(label) in _CHOSEN]
    return ja[0] if len(ja) == 1 else ""


def _strip_set_text(kolommen: Sequence[Kolom]) -> tuple[str, ...]:
    """Return the options when every column's text is that of its set and the option; nothing when one is not."""
    voor = kolommen[0].set_tekst
    if not voor or not all(kolom.tekst.startswith(voor) for kolom in kolommen):
        return ()
    namen = tuple(kolom.tekst.removeprefix(voor).strip(" :-–\n") for kolom in kolommen)
    return namen if all(namen) and len(set(namen)) == len(namen) else ()


def _label_columns(kolommen: Sequence[Kolom]) -> tuple[str, ...]:
    """Return the part of each column's text that differs from the others: the option."""
    teksten = [" ".join((kolom.tekst or kolom.naam).split()) for kolom in kolommen]
    haken = [_BRACKETS.fullmatch(tekst) for tekst in teksten]
    if all(haken) and len({tekst.split("(")[0].split("[")[0] for tekst in teksten}) == 1:
        namen = [match.group(1) for match in haken if match]
    else:
        voor = find_common_start(teksten)
        voor = voor[: max((voor.rfind(teken) for teken in ": -?"), default=-1) + 1]
        namen = [tekst.removeprefix(voor).strip(" :-–") for tekst in teksten]
    dubbel = len(set(namen)) < len(namen) or not all(namen)
    return tuple(kolom.naam for kolom in kolommen) if dubbel else tuple(namen)


def _split_cells(cellen: pd.Series) -> pd.Series:
    return cellen.str.split(";").explode().str.strip()


_Keuzes = list[tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float64]]]
"""Per option or cell: persons, places of the option, ranks."""


def _read_columns(vraag: Vraag, frame: pd.DataFrame) -> tuple[_Keuzes, NDArray[np.bool_]]:
    keuzes: _Keuzes = []
    gevuld = np.zeros(len(frame), dtype=bool)
    for plek, kolom in enumerate(vraag.kolommen):
        cellen = frame[kolom]
        gevuld |= is_filled(cellen).to_numpy(dtype=bool)
        rang = read_getallen(cellen).to_numpy() if vraag.soort == "rangorde" else np.full(len(frame), np.nan)
        gekozen = ~np.isnan(rang) if vraag.soort == "rangorde" else _is_chosen(cellen, vraag.gekozen_code)
        personen = np.flatnonzero(gekozen).astype("int32")
        keuzes.append((personen, np.full(len(personen), plek, dtype="int32"), rang[personen]))
    return keuzes, gevuld


def _is_chosen(cellen: pd.Series, code: str) -> NDArray[np.bool_]:
    if code == GEVULD:
        return is_filled(cellen).to_numpy(dtype=bool)
    if code:
        return find_cells(cellen, lambda cel: code in (cel.strip(), drop_nought(cel.strip()))).to_numpy(
            dtype=bool
        )
    # Some exports repeat the option's own text where it was chosen: anything but a "no" is a "yes".
    return find_cells(
        cellen, lambda cel: drop_nought(cel.strip().casefold()) not in {"", *_NOT_CHOSEN}
    ).to_numpy(dtype=bool)


def _read_values(vraag: Vraag, frame: pd.DataFrame) -> tuple[_Keuzes, NDArray[np.bool_]]:
    plekken = {optie.code: plek for plek, optie in enumerate(vraag.opties)}
    delen = pd.concat([_split_cells(frame[kolom].reset_index(drop=True)) for kolom in vraag.kolommen])
    delen = delen[is_filled(delen)]
    spelling = unify_spelling(delen, vast=plekken)
    codes = delen.map(lambda cel: plekken.get(cel, plekken.get(spelling[cel], -1))).astype("int32")
    paren = pd.DataFrame({"persoon": delen.index, "optie": codes.to_numpy()}).drop_duplicates()
    paren = paren.sort_values(["persoon", "optie"], kind="stable")
    gevuld = np.zeros(len(frame), dtype=bool)
    gevuld[delen.index.unique()] = True
    personen = paren["persoon"].to_numpy(dtype="int32")
    return [(personen, paren["optie"].to_numpy(dtype="int32"), np.full(len(personen), np.nan))], gevuld


def _make_block(vraag: Vraag, keuzes: _Keuzes, gevuld: NDArray[np.bool_], aantal: int) -> Antwoordblok:
    persoon = np.concatenate([deel[0] for deel in keuzes])
    code = np.concatenate([deel[1] for deel in keuzes])
    rang = np.concatenate([deel[2] for deel in keuzes])
    statussen = np.array([STATUS_NR[answer_status(optie.status)] for optie in vraag.opties], dtype="int8")
    persoon, code, rang, status = _drop_beside_answer(persoon, code, rang, statussen)
    niet = np.flatnonzero(~_mark(persoon, aantal))
    leeg = np.where(gevuld[niet], STATUS_NR["geen_gekozen"], STATUS_NR["leeg_onbekend"]).astype("int8")
    persoon = np.concatenate([persoon, niet.astype("int32")])
    code = np.concatenate([code, np.full(len(niet), -1, dtype="int32")])
    rang = np.concatenate([rang, np.full(len(niet), np.nan)])
    status = np.concatenate([status, leeg])
    # persons and options in one number: made of runs that are sorted already, which a stable sort only merges
    volgorde = np.argsort(persoon * np.int64(len(vraag.opties) + 1) + code, kind="stable")
    if vraag.soort == "rangorde":
        volgorde = np.lexsort((code, np.nan_to_num(rang), persoon))
    persoon, code, rang, status = persoon[volgorde], code[volgorde], rang[volgorde], status[volgorde]
    codes = tuple(optie.code for optie in vraag.opties)
    return Antwoordblok(vraag.vraag_id, persoon, code, codes, rang, status, _number_within(persoon))


def _mark(personen: NDArray[np.int32], aantal: int) -> NDArray[np.bool_]:
    """Return which of this number of persons are among these."""
    bij = np.zeros(aantal, dtype=np.bool_)
    bij[personen] = True
    return bij


def _drop_beside_answer(
    persoon: NDArray[np.int32],
    code: NDArray[np.int32],
    rang: NDArray[np.float64],
    statussen: NDArray[np.int8],
) -> tuple[NDArray[np.int32], NDArray[np.int32], NDArray[np.float64], NDArray[np.int8]]:
    """Keep one row of a status such as weet_niet only for a person who chose no answer: it is then the only row."""
    status = statussen[code] if len(code) else np.empty(0, dtype="int8")
    echt = status == STATUS_NR["gegeven"]
    if echt.all():
        return persoon, code, rang, status
    met_antwoord = np.isin(persoon, persoon[echt])
    eerste = ~pd.Series(persoon).where(~echt).duplicated().to_numpy()
    houden = echt | (~met_antwoord & eerste)
    return persoon[houden], code[houden], rang[houden], status[houden]


def _number_within(persoon: NDArray[np.int32]) -> NDArray[np.int32]:
    """Return 1, 2, … within each person; equal persons stand together."""
    if not len(persoon):
        return np.empty(0, dtype="int32")
    begin = np.flatnonzero(np.r_[True, persoon[1:] != persoon[:-1]])
    lengtes = np.diff(np.r_[begin, len(persoon)])
    return (np.arange(len(persoon)) - np.repeat(begin, lengtes) + 1).astype("int32")
