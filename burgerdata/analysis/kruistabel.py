"""The answers to one question per group, with tests."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import GESLOTEN, Gevraagd, find_gevraagd
from burgerdata.analysis.groepen import PER
from burgerdata.analysis.groepstoets import list_waarden, test_groepen
from burgerdata.analysis.kwalitatief import is_ongetoetst
from burgerdata.analysis.regels import HOLM, describe_gevraagd
from burgerdata.analysis.verdeling import refuse_soort, summarise_gevraagd
from burgerdata.errors import MethodeError
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_TOETS = {"toets_F": "statistic", "df1": "df1", "df2": "df2", "p_waarde": "p_value"}


def crosstab_vraag(traject: Traject, vraag_id: str, per: str) -> pd.DataFrame:
    """Return a row per group and answer: the columns of ``summarise_vraag`` and the tests.

    verschilt is ▲ or ▼ where the group's share differs from that of all others (t test on the design, p_aangepast
    Holm-corrected over all cells); toets_F, df1, df2 and p_waarde are the Rao-Scott F test of the whole table (Rao &
    Scott 1984), the same in every row, and missing where a person may give several answers. Talks and reports, of whom
    nobody was drawn, are not tested.

    Raises
    ------
    MethodeError
        As ``summarise_vraag``.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> tabel = crosstab_vraag(make_example(), "kanaal", "leeftijdsgroep")
    >>> tabel[["leeftijdsgroep", "label", "n", "aandeel", "verschilt"]]
      leeftijdsgroep   label  n  aandeel verschilt
    0          18-34  online  3     0.75
    1          18-34  bureau  1     0.25
    2            35+  online  3     0.75
    3            35+  bureau  1     0.25
    """
    gesteld = find_gevraagd(traject, vraag_id, per=per)
    for gevraagd in gesteld:
        refuse_soort(gevraagd)
    tabel = pd.concat([_crosstab(gevraagd, per) for gevraagd in gesteld], ignore_index=True)
    noten = () if all(_is_ongetoetst(gevraagd) for gevraagd in gesteld) else (HOLM,)
    return annotate(tabel, describe_gevraagd("kruistabel", gesteld, per=per, noten=noten))


def _is_ongetoetst(gevraagd: Gevraagd) -> bool:
    return is_ongetoetst(str(gevraagd.activiteit["instrument"]), int(gevraagd.binnen.sum()))


def _crosstab(gevraagd: Gevraagd, per: str) -> pd.DataFrame:
    tabel = summarise_gevraagd(gevraagd, per)
    if _is_ongetoetst(gevraagd) or tabel.empty:
        leeg = dict.fromkeys(("p_aangepast", *_TOETS), float("nan"))
        return tabel.assign(verschilt=pd.Series("", index=tabel.index, dtype="str"), **leeg)
    groepen = gevraagd.groepen(per)
    labels = list(gevraagd.opties["label"])
    if gevraagd.soort in GESLOTEN:
        waarden = list_waarden(gevraagd.labels, labels)
    else:
        waarden = {str(label): reeks for label, reeks in gevraagd.keuzes.items()}
    kleinste = gevraagd.traject.instellingen.drempels.verborgen
    toets = test_groepen(gevraagd, waarden, groepen, kleinste=kleinste).set_index(["groep", "naam"])
    plek = toets.index.get_indexer(pd.MultiIndex.from_frame(tabel[[per, "label"]].astype("str")))
    cellen = toets.iloc[plek]
    tabel = tabel.assign(
        verschilt=cellen["verschilt"].to_numpy(), p_aangepast=cellen["p_aangepast"].to_numpy()
    ).astype({"verschilt": "str"})
    return tabel.assign(**_test_table(gevraagd, groepen))


def _test_table(gevraagd: Gevraagd, groepen: pd.Series) -> dict[str, float]:
    leeg = dict.fromkeys(_TOETS, float("nan"))
    if gevraagd.soort not in GESLOTEN:
        return leeg
    design = gevraagd.design({"antwoord": gevraagd.labels, PER: groepen})
    try:
        toets = design.test_independence("antwoord", PER).iloc[0]
    except (
        MethodeError,
        np.linalg.LinAlgError,
    ):  # one answer or one group is left, or nothing varies within groups
        return leeg
    return {naam: float(toets[kolom]) for naam, kolom in _TOETS.items()}
