"""A table -> the sentences under its finding: how large, what comes next, how sure; each from the table alone."""

from __future__ import annotations

from collections.abc import Callable

import pandas as pd

from burgerdata.findings.bronnen import explain_bronnen
from burgerdata.findings.cijfer import explain_cijfer
from burgerdata.findings.kruistabel import explain_kruistabel
from burgerdata.findings.stellingen import explain_stellingen
from burgerdata.findings.stemmen import explain_meningsgroepen, explain_stemmen
from burgerdata.findings.themas import explain_themas
from burgerdata.findings.usability import explain_sus, is_sus
from burgerdata.findings.verandering import explain_verandering
from burgerdata.findings.verdeling import explain_verdeling
from burgerdata.findings.zinnen import refuse_onmogelijk
from burgerdata.toelichting import Tabelsoort, Toelichting, read_toelichting

MEEST = 3
_UITLEG: dict[Tabelsoort, Callable[[pd.DataFrame, Toelichting], list[str]]] = {
    "verdeling": explain_verdeling,
    "cijfer": explain_cijfer,
    "kruistabel": explain_kruistabel,
    "stellingen": explain_stellingen,
    "verandering": explain_verandering,
    "themas": explain_themas,
    "bronnen": explain_bronnen,
    "stemmen": explain_stemmen,
    "meningsgroepen": explain_meningsgroepen,
}


def explain_bevinding(table: pd.DataFrame) -> tuple[str, ...]:
    """Return at most three full sentences that carry the finding of this table; none where it needs none.

    Shares are said in number words with the percentage behind them, intervals as a range, talks in people. Suppressed
    rows and groups too small to show are not used, and nothing is said that the table does not hold.

    Examples
    --------
    >>> from burgerdata.toelichting import annotate
    >>> tabel = pd.DataFrame({"activiteit_id": "enquete", "basis": [639], "gemiddelde": [6.517], "onder": [6.4], "boven": [6.64]})
    >>> explain_bevinding(annotate(tabel, Toelichting("cijfer", onderwerp="rapportcijfer")))
    ('Het gemiddelde ligt waarschijnlijk tussen 6,4 en 6,6.',)
    """
    toelichting = read_toelichting(table)
    uitleg = explain_sus if is_sus(table, toelichting) else _UITLEG.get(toelichting.soort)
    if uitleg is None or table.empty:
        return ()
    return tuple(f"{refuse_onmogelijk(zin)}." for zin in uitleg(table, toelichting)[:MEEST])
