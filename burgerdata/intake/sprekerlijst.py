"""Who speaks under which label: a transcript says "Dhr. Bakker" or "R15" where the list of participants says 15, Jan Bakker.

Names are here while files are sealed and go into no table.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, field

import pandas as pd

from burgerdata.pseudonyms.namenlijsten import KORT_TUSSEN
from burgerdata.pseudonyms.speaker_names import PARTICLES, bare_name

_WORD = re.compile(r"[^\W\d_]{2,}")
_LETTER = re.compile(r"(?<![^\W_])[^\W\d_](?![^\W_])")
"""An initial: "Anja W." is Anja de Wit, not Anja Bos."""
_CODE = re.compile(r"(?:r|p|d|resp|deeln)\.?(\d{1,4})")
"""The number of somebody who takes part; V1 and M1 are the first woman and the first man."""
_AMBT = re.compile(r"(?:wethouder|burgemeester|raadslid|gedeputeerde|minister)\b")
"""Who comes as an office is not the citizen of that name."""

_NAAMDELEN = (
    ("voornaam", "roepnaam", "voornamen", "first name", "firstname"),
    ("tussenvoegsel", "tussenvoegsels", "tussenv", "tussenv.", "voorvoegsel", "voorvoegsels"),
    ("achternaam", "familienaam", "last name", "lastname", "surname", "naam"),
)
"""The headers of first name, prefix and surname, in the order in which they make a name."""


def find_naamdelen(koppen: Collection[str], persoon: str = "") -> tuple[str, ...]:
    """Return the columns with first name, prefix and surname, in order; none where first name or surname is missing.

    With another column for the person, such as a number, the names are not needed to tell who is who.

    Examples
    --------
    >>> find_naamdelen(["Groep", "Achternaam", "Voornaam"]), find_naamdelen(["Achternaam", "Voornaam", "Nr"], "Nr")
    (('Voornaam', 'Achternaam'), ())
    """
    gevouwen = {" ".join(kop.split()).casefold(): kop for kop in reversed([*koppen])}
    delen = [next((gevouwen[naam] for naam in namen if naam in gevouwen), "") for namen in _NAAMDELEN]
    compleet = delen[0] and delen[2] and (not persoon or persoon in delen)
    return tuple(deel for deel in delen if deel) if compleet else ()


def join_namen(frame: pd.DataFrame, kolommen: Sequence[str]) -> pd.Series:
    """Return the cells of some columns as one name per row."""
    heel = [" ".join(naam.split()) for naam in _join(frame, kolommen)]
    return pd.Series(heel, index=frame.index, dtype="str")


@dataclass(frozen=True)
class Sprekerlijst:
    """The rows of a list of participants: of each its group as ids know it, the code, and the name in full."""

    rijen: tuple[tuple[str, str, str], ...] = field(default=(), repr=False)

    def find_codes(self, labels: Sequence[str], groep: str) -> dict[str, str]:
        """Return label -> code of whom it means in this group, for the labels of those who take part in one talk.

        A label that means nobody, more than one or the same person as another label stays as it is, and so does a code.
        R15 is number 15 of its own group only: R1 of one group is not that of the next; a list without groups is of all.

        Examples
        --------
        >>> lijst = Sprekerlijst((("1", "3", "Jan de Boer"), ("1", "4", "Els Kok"), ("2", "9", "Els Smit")))
        >>> lijst.find_codes(["Dhr. De Boer", "R4", "Kees", "V3"], "1")
        {'Dhr. De Boer': '3', 'R4': '4', 'Kees': 'Kees', 'V3': 'V3'}
        >>> lijst.find_codes(["Dhr. De Boer", "Mw. De Boer"], "1")
        {'Dhr. De Boer': 'Dhr. De Boer', 'Mw. De Boer': 'Mw. De Boer'}
        """
        gevonden = {label: self._find_code(label, groep) for label in labels}
        keer = Counter(_fold(code) for code in gevonden.values())
        return {label: code if keer[_fold(code)] == 1 else label for label, code in gevonden.items()}

    def list_labels(self) -> tuple[str, ...]:
        """Return the codes and the names under which somebody of the list may speak.

        Examples
        --------
        >>> Sprekerlijst((("1", "B-3", "Jan de Boer"), ("1", "B-4", ""))).list_labels()
        ('B-3', 'Jan de Boer', 'B-4')
        """
        return tuple(dict.fromkeys(deel for _, code, naam in self.rijen for deel in (code, naam) if deel))

    def _find_code(self, label: str, groep: str) -> str:
        gevouwen = _fold(label)
        gegroepeerd = any(rij[0] for rij in self.rijen)
        eigen = [rij for rij in self.rijen if rij[0] == groep or not gegroepeerd]
        kandidaten = eigen or list(self.rijen)
        if any(_fold(code) == gevouwen for _, code, _ in kandidaten) or _AMBT.match(gevouwen):
            return label
        nummer = _CODE.fullmatch(gevouwen.replace(" ", ""))
        if nummer:
            gevonden = [code for _, code, _ in eigen if code.lstrip("0") == nummer[1].lstrip("0")]
        else:
            gevonden = [code for _, code, naam in kandidaten if _is_called(gevouwen, naam)]
        return gevonden[0] if len(gevonden) == 1 else label


def is_deelnemerscode(label: str) -> bool:
    """Return whether a label is the number of somebody who takes part.

    Examples
    --------
    >>> is_deelnemerscode("R 3"), is_deelnemerscode("resp. 12"), is_deelnemerscode("M1"), is_deelnemerscode("Ria")
    (True, True, False, False)
    """
    return bool(_CODE.fullmatch(_fold(label).replace(" ", "")))


def _fold(label: str) -> str:
    return " ".join(label.strip().strip(":[]{}").split()).casefold()


def _is_called(label: str, naam: str) -> bool:
    """Return whether every word of a label, without titles, is in a name, and one of them tells more than an article."""
    kaal = bare_name(label)
    woorden, heel = set(_WORD.findall(kaal)), set(_WORD.findall(naam.casefold()))
    if KORT_TUSSEN.search(naam):
        heel |= PARTICLES  # "v.d." stands for "van de", "van der" and "van den"
    letters = _LETTER.findall(kaal)
    voorletters = all(any(woord[0] == letter for woord in heel - woorden) for letter in letters)
    return bool(woorden - PARTICLES) and woorden <= heel and voorletters


def make_sprekerlijst(
    frame: pd.DataFrame,
    *,
    code: Sequence[str],
    groep: str,
    namen: Collection[str],
    fold_groep: Callable[[str], str],
) -> Sprekerlijst:
    """Return who is on a list, given its columns with the code, the group (empty where it has none) and the names.

    The code may be the name itself, over several columns.
    """
    codes = join_namen(frame, code)
    groepen = frame[groep].astype("str").map(fold_groep) if groep else pd.Series("", index=frame.index)
    heel = _join(frame, [naam for naam in namen if naam in frame])
    rijen = zip(groepen, codes, heel, strict=True)
    return Sprekerlijst(tuple(rij for rij in rijen if rij[1]))


def _join(frame: pd.DataFrame, kolommen: Sequence[str]) -> list[str]:
    """Return the cells of some columns side by side: first name and surname may stand apart."""
    if not kolommen:
        return [""] * len(frame)
    return [" ".join(map(str, rij)) for rij in frame[list(kolommen)].itertuples(index=False)]
