"""What the columns of an export are when there is no form: a dot or slash joins groups, questions and choices alike."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence

import pandas as pd

from burgerdata.formats.kobo.headers import SEPARATORS, find_coordinate, last_part
from burgerdata.formats.kobo.matching import MULTIPLE, Plek
from burgerdata.formats.kobo.xlsform import Formvraag
from burgerdata.intake.identifying import fold_header

TICKED = frozenset(["1", "true", "waar", "1.0"])
UNTICKED = frozenset(["0", "false", "onwaar", "0.0", ""])
_TOKEN = re.compile(r"[\w-]{1,40}")
_GEOPOINT = re.compile(r"-?\d{1,3}\.\d{3,}[ ,]+-?\d{1,3}\.\d{3,}(?:[ ,]+-?[\d.]+){0,2}")
_MEDIA = re.compile(r"[^\s/\\]+\.(?:jpe?g|png|gif|mp4|3gpp?|m4a|amr|mp3|wav|mov|pdf)", re.IGNORECASE)
_MOST_CHOICES = 30
_FEWEST_TIMES = 2


def guess_places(koppen: Sequence[str], frame: pd.DataFrame) -> dict[int, Plek]:
    """Return column -> what it is, as far as headers and cells tell; a column that is not named is an answer as it is.

    ``frame`` has the columns in the order of ``koppen``.
    """
    plekken: dict[int, Plek] = {}
    kaal = {fold_header(find_coordinate(kop)) for kop in koppen} - {""}
    for nummer, kop in enumerate(koppen):
        cellen = frame.iloc[:, nummer]
        if find_coordinate(kop) or fold_header(last_part(kop)) in kaal or _all_match(cellen, _GEOPOINT):
            plekken[nummer] = Plek(Formvraag(kop, "geopoint"))
        elif kop.casefold().endswith("_url") or _all_match(cellen, _MEDIA):
            plekken[nummer] = Plek(Formvraag(kop, "file"))
    for stam, leden in _find_sets(koppen, frame).items():
        vraag = Formvraag(stam, MULTIPLE, {"": last_part(stam)})
        plekken |= {nummer: Plek(vraag, keuze=keuze) for keuze, nummer in leden.items()}
        if stam in koppen:
            plekken[koppen.index(stam)] = Plek(vraag)
    for nummer, kop in enumerate(koppen):
        if nummer not in plekken and is_summary(frame.iloc[:, nummer]):
            plekken[nummer] = Plek(Formvraag(kop, MULTIPLE, {"": last_part(kop)}))
    return _add_others(koppen, plekken)


def _all_match(cellen: pd.Series, patroon: re.Pattern[str]) -> bool:
    gevuld = [cel for cel in cellen.unique() if cel.strip()]
    return bool(gevuld) and all(patroon.fullmatch(cel.strip()) for cel in gevuld)


def _find_sets(koppen: Sequence[str], frame: pd.DataFrame) -> dict[str, dict[str, int]]:
    """Return question -> choice -> column for runs of neighbours with 0 and 1 under one stem, blank together.

    Below a question of its own ("q", "q/a", "q/b") one choice is enough; without, two, and all blank or none in a row.
    """
    takken: dict[str, dict[str, int]] = {}
    for nummer, kop in enumerate(koppen):
        if not _are_ticks(frame.iloc[:, nummer]):
            continue
        if (stam := _find_stem(kop, koppen)) and stam != kop:
            takken.setdefault(stam, {})[kop[len(stam) + 1 :]] = nummer
    return {
        stam: leden
        for stam, leden in takken.items()
        if stam in koppen or (len(leden) > 1 and _blank_together(frame.iloc[:, list(leden.values())]))
    }


def _find_stem(kop: str, koppen: Sequence[str]) -> str:
    """Return what stands before the choice: a header of its own if there is one, else all before the last separator."""
    knippen = [
        plek for plek in range(len(kop) - 1, 0, -1) if kop[plek] in SEPARATORS and kop[plek - 1].strip()
    ]
    eigen = next((kop[:plek] for plek in knippen if kop[:plek] in koppen), "")
    slash = kop.rpartition("/")[0]
    return eigen or slash


def _are_ticks(cellen: pd.Series) -> bool:
    waarden = {cel.strip().casefold() for cel in cellen.unique()}
    return waarden <= TICKED | UNTICKED and bool(waarden - {""})


def _blank_together(delen: pd.DataFrame) -> bool:
    gevuld = delen.astype("bool").sum(axis=1)
    return bool(gevuld.isin([0, delen.shape[1]]).all())


def is_summary(cellen: pd.Series) -> bool:
    """Return whether cells hold codes with spaces between them: few codes, used again, never twice in one cell.

    Examples
    --------
    >>> is_summary(pd.Series(["fiets trein", "fiets", "trein bus", "bus fiets"]))
    True
    >>> is_summary(pd.Series(["dat weet ik niet", "meer licht graag"]))
    False
    """
    aantallen = cellen[cellen.str.strip() != ""].value_counts()
    if not len(aantallen) or any("\n" in str(cel) for cel in aantallen.index):
        return False
    stukken = {str(cel): str(cel).split() for cel in aantallen.index}
    keren: Counter[str] = Counter()
    for cel, delen in stukken.items():
        keren.update({deel: int(aantallen[cel]) for deel in delen})
    meervoudig = [delen for delen in stukken.values() if len(delen) > 1]
    schoon = all(_TOKEN.fullmatch(deel) and deel == deel.lower() for deel in keren)
    eenmalig = all(len(set(delen)) == len(delen) for delen in stukken.values())
    terug = min(keren.values()) >= _FEWEST_TIMES and len(keren) <= _MOST_CHOICES
    return len(meervoudig) > 1 and schoon and eenmalig and terug


def _add_others(koppen: Sequence[str], plekken: Mapping[int, Plek]) -> dict[int, Plek]:
    """Return the places with the texts typed at "other": q_other beside a question q with that choice."""
    namen = {kop: nummer for nummer, kop in enumerate(koppen)}
    uit = dict(plekken)
    for nummer, kop in enumerate(koppen):
        stam = re.sub(r"[ _]other$", "", kop, flags=re.IGNORECASE)
        if stam == kop or nummer in uit:
            continue
        bekend = next((plek for plek in plekken.values() if plek.vraag.naam == stam), None)
        if bekend is not None and bekend.vraag.soort == MULTIPLE:
            uit[nummer] = Plek(bekend.vraag, is_anders=True)
        elif stam in namen:
            vraag = Formvraag(stam, "select_one", {"": last_part(stam)}, anders=True)
            uit |= {namen[stam]: Plek(vraag), nummer: Plek(vraag, is_anders=True)}
    return uit
