"""Who speaks under which label: a transcript says "Dhr. Bakker" or "R15" where the list of participants says 15, Jan Bakker.

Names are here while files are sealed and go into no table.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import pandas as pd

from burgerdata.pseudonyms.speaker_names import PARTICLES, bare_name

_WORD = re.compile(r"[^\W\d_]{2,}")
_CODE = re.compile(r"[a-z]{1,3}\.?(\d{1,4})")


@dataclass(frozen=True)
class Sprekerlijst:
    """The rows of a list of participants: of each its group as ids know it, the code, and the name in full."""

    rijen: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)

    def find_code(self, label: str, groep: str) -> str:
        """Return the code of whom a label means in this group, the label itself where that is nobody or more than one.

        A code is left as it is. R15 is number 15 of its own group only: R1 of one group is not that of the next.

        Examples
        --------
        >>> lijst = Sprekerlijst((("1", "3", "Jan de Boer"), ("1", "4", "Els Kok"), ("2", "9", "Els Smit")))
        >>> [lijst.find_code(label, "1") for label in ("Dhr. De Boer", "R4", "els", "Kees", "3")]
        ['3', '4', '4', 'Kees', '3']
        """
        gevouwen = " ".join(label.strip().strip(":[]{}").split()).casefold()
        eigen = [rij for rij in self.rijen if rij[0] == groep]
        kandidaten = eigen or list(self.rijen)
        if not kandidaten or any(code.casefold() == gevouwen for _, code, _ in kandidaten):
            return label
        nummer = _CODE.fullmatch(gevouwen.replace(" ", ""))
        if nummer:
            gevonden = [code for _, code, _ in eigen if code.lstrip("0") == nummer[1].lstrip("0")]
        else:
            gevonden = [code for _, code, naam in kandidaten if _is_called(gevouwen, naam)]
        return gevonden[0] if len(gevonden) == 1 else label


def _is_called(label: str, naam: str) -> bool:
    """Return whether every word of a label, without titles, is in a name, and one of them tells more than an article."""
    woorden = set(_WORD.findall(bare_name(label)))
    return bool(woorden - PARTICLES) and woorden <= set(_WORD.findall(naam.casefold()))


def make_sprekerlijst(
    frame: pd.DataFrame,
    *,
    code: str,
    groep: str,
    namen: Collection[str],
    fold_groep: Callable[[str], str],
) -> Sprekerlijst:
    """Return who is on a list, given its columns with the code, the group (empty where it has none) and the names."""
    codes = frame[code].astype("str").str.strip()
    groepen = frame[groep].astype("str").map(fold_groep) if groep else pd.Series("", index=frame.index)
    heel = _join(frame, [naam for naam in namen if naam in frame])
    rijen = zip(groepen, codes, heel, strict=True)
    return Sprekerlijst(tuple(rij for rij in rijen if rij[1]))


def _join(frame: pd.DataFrame, kolommen: Sequence[str]) -> list[str]:
    """Return the cells of some columns side by side: first name and surname may stand apart."""
    if not kolommen:
        return [""] * len(frame)
    return [" ".join(map(str, rij)) for rij in frame[list(kolommen)].itertuples(index=False)]
