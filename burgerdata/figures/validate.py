"""Whether a figure keeps the rules of a published figure, as far as its drawing can tell.

The rules and where each is checked: 1 title, 2 question and 8 foot (``rules_words``); 3 order, and 4 that what is left
out is named (``rules_rows``); 4 n on every row, 5 labels, 6 intervals, 7 tested differences and 9 counts for qualitative
sources (``rules_content``); 10 sizes and 11 colours (``rules_drawing``). Besides: an alt text, nothing left of what is
suppressed, a star for small groups, contrast, no red beside green, no text clipped or over another text.
"""

from __future__ import annotations

from collections.abc import Callable

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.rules_content import (
    check_indicatief,
    check_interval,
    check_kleine_labels,
    check_kwalitatief,
    check_n,
    check_onderdrukt,
    check_verschil,
)
from burgerdata.figures.rules_drawing import (
    check_afgesneden,
    check_contrast,
    check_formaat,
    check_kleuren_op,
    check_lettergrootte,
    check_overlap,
    check_rood_groen,
)
from burgerdata.figures.rules_rows import check_volgorde, check_weggelaten
from burgerdata.figures.rules_words import check_alt, check_titel, check_voet, check_vraag
from burgerdata.figures.sheet import Vel, read_vel

_REGELS: tuple[Callable[[Figuur, Vel], list[str]], ...] = (
    check_titel,
    check_vraag,
    check_alt,
    check_voet,
    check_volgorde,
    check_n,
    check_weggelaten,
    check_indicatief,
    check_kleine_labels,
    check_interval,
    check_verschil,
    check_kwalitatief,
    check_onderdrukt,
    check_formaat,
    check_lettergrootte,
    check_kleuren_op,
    check_contrast,
    check_rood_groen,
    check_afgesneden,
    check_overlap,
)


def validate_figuur(figuur: Figuur) -> list[str]:
    """Return what is wrong with a figure, one Dutch line per fault; an empty list when nothing is.

    Texts are measured where the Agg renderer puts them.

    Examples
    --------
    >>> import pandas as pd
    >>> from burgerdata.figures import plot_verdeling
    >>> from burgerdata.toelichting import Toelichting, annotate
    >>> tabel = pd.DataFrame({"label": ["ja", "nee"], "n": [60, 40], "basis": 100, "aandeel": [0.6, 0.4]})
    >>> tabel = annotate(tabel, Toelichting("verdeling", vraag="Lukt het?", basis="Basis: 100", bron="enquête"))
    >>> validate_figuur(plot_verdeling(tabel, titel="Aangiften per kanaal"))
    ['titel: geen werkwoord gevonden; maak er een zin met de bevinding van']
    """
    vel = read_vel(figuur)
    return [fout for regel in _REGELS for fout in regel(figuur, vel)]
