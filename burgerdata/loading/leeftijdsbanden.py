"""Figures per year of age, or per few years, added up to the age bands of a questionnaire."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

_JAREN = re.compile(r"(\d{1,3})(?:-(\d{1,3})| jaar|(\+))?")
_OPEN = 1000
"""The end of a band without one: "75+"."""
_COVERED = 0.8
_FEWEST = 2

Band = tuple[int, int]


def sum_per_band(cijfers: Mapping[str, float], banden: Mapping[str, str]) -> dict[str, float]:
    """Return answer → figure, where the ages of the figures fill each age band exactly; empty where they do not.

    ``banden`` is age, as it is compared, → answer. The oldest age of the figures may stop short of an open band.

    Examples
    --------
    >>> jaren = {f"{jaar} jaar": 10.0 for jaar in range(100)}
    >>> sum_per_band(jaren, {"18-34": "18 t/m 34", "35-74": "35 t/m 74", "75+": "75 of ouder"})
    {'18 t/m 34': 170.0, '35 t/m 74': 400.0, '75 of ouder': 250.0}
    >>> sum_per_band({"15-24": 5.0, "25-44": 9.0, "45+": 8.0}, {"18-34": "18-34", "35+": "35+"})
    {}
    """
    per_leeftijd = {band: aantal for soort, aantal in cijfers.items() if (band := _read_band(soort))}
    gevraagd = {band: label for soort, label in banden.items() if (band := _read_band(soort))}
    genoeg = len(gevraagd) >= _COVERED * len(banden) and len(per_leeftijd) >= _COVERED * len(cijfers)
    if min(len(gevraagd), len(per_leeftijd)) < _FEWEST or not genoeg:
        return {}
    oudste = max(tot for _, tot in per_leeftijd)
    delen = {band: _list_within(per_leeftijd, band) for band in gevraagd}
    if not all(_fills(delen[band], band, oudste) for band in gevraagd) or _overlap(gevraagd):
        return {}
    return {label: sum(per_leeftijd[deel] for deel in delen[band]) for band, label in gevraagd.items()}


def _read_band(soort: str) -> Band | None:
    """Return the first and last age that a category holds; None for what is no age."""
    gevonden = _JAREN.fullmatch(soort)
    if gevonden is None:
        return None
    van, tot, open_ = gevonden.groups()
    return int(van), _OPEN if open_ else int(tot or van)


def _list_within(leeftijden: Iterable[Band], band: Band) -> list[Band]:
    """Return the ages that share a year with a band, in order."""
    return sorted(deel for deel in leeftijden if deel[0] <= band[1] and deel[1] >= band[0])


def _fills(delen: Sequence[Band], band: Band, oudste: int) -> bool:
    """Return whether ages lie in a band one after the other, from its first year to its last."""
    sluit = all(eerder[1] + 1 == later[0] for eerder, later in pairwise(delen))
    eind = oudste if band[1] == _OPEN else band[1]
    return bool(delen) and sluit and (delen[0][0], delen[-1][1]) == (band[0], eind)


def _overlap(banden: Iterable[Band]) -> bool:
    return any(eerder[1] >= later[0] for eerder, later in pairwise(sorted(banden)))
