"""Answers that a few people typed among options that many chose."""

from __future__ import annotations

import re
from collections.abc import Mapping

from burgerdata.text.nonanswers import is_non_answer

_MANY, _TIMES_FEWER, _TYPED_SHARE = 10, 4, 0.1
"""An option has so many people; a typed text so many times fewer, and all of them together have at most this share."""
_FEWEST_OPTIONS, _FEWEST_TYPED = 2, 2
_SMALL, _ZELF = re.compile(r"[a-zà-ÿ](?![A-Z])"), re.compile(r"(?:Ik|Wij|We)\b")
"""How a typed text begins: without a capital ("eBike" is a brand), or with oneself where no option does."""


def find_typed(keren: Mapping[str, int]) -> frozenset[str]:
    """Return the answers that people typed, given how often each occurs; none where they look like options.

    Several may have typed the same. What was typed begins without a capital where every option has one, or with "Ik" where no
    option does: an option that few chose looks like the others, and stays.

    Examples
    --------
    >>> sorted(find_typed({"Noord": 80, "Zuid": 60, "dorp Heikant": 4, "net buiten de stad": 2}))
    ['dorp Heikant', 'net buiten de stad']
    >>> find_typed({"Noord": 80, "Zuid": 60, "Oost": 4, "West": 2})
    frozenset()
    """
    opties = [naam for naam, keer in keren.items() if keer >= _MANY]
    eigen = [naam for naam, keer in keren.items() if keer < _MANY and not is_non_answer(naam)]
    if len(opties) < _FEWEST_OPTIONS or len(eigen) < _FEWEST_TYPED:
        return frozenset()
    meest, samen = max(keren[naam] for naam in eigen), sum(keren[naam] for naam in eigen)
    weinig = meest * _TIMES_FEWER <= min(keren[naam] for naam in opties)
    weinig = weinig and samen <= _TYPED_SHARE * sum(keren.values())
    zelf = not any(_ZELF.match(naam) for naam in opties)
    getypt = sum(bool(_SMALL.match(naam) or (zelf and _ZELF.match(naam))) for naam in eigen)
    hoofdletters = all(naam[0].isupper() for naam in opties)
    return frozenset(eigen) if weinig and hoofdletters and 2 * getypt >= len(eigen) else frozenset()
