"""Statements as top-2-box and net score, each with its interval."""

from __future__ import annotations

from collections.abc import Sequence

import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd
from burgerdata.analysis.regels import describe_gevraagd
from burgerdata.analysis.scores import estimate_scores
from burgerdata.analysis.stellingen import find_stellingen, name_apart, rate_opties
from burgerdata.errors import MethodeError
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

MINSTENS = 4
"""Answers that a scale needs, or its top two are no top."""


def score_stellingen(
    traject: Traject,
    *,
    reeks: str | None = None,
    vragen: Sequence[str] | None = None,
    per: str | None = None,
) -> pd.DataFrame:
    """Return a row per activity, statement (and group): basis, top2, bodem2 and netto, from high to low.

    top2 and bodem2 are the shares (0 to 1) of the two most and the two least favourable answers; netto is the share of
    all favourable answers minus that of all unfavourable ones, -1 to 1, as in ``summarise_stellingen``. Each has
    ``_onder`` and ``_boven``, its 95% interval on the design.

    Raises
    ------
    MethodeError
        When there are no statements, or a scale has fewer than four answers.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> score_stellingen(make_example(), vragen=["cijfer"])[["kort", "basis", "top2", "bodem2", "netto"]]
                kort  basis   top2  bodem2  netto
    0  rapportcijfer      8  0.125     0.0   0.75
    """
    gesteld = find_stellingen(traject, reeks, vragen)
    tabel = pd.concat(
        [_score(gevraagd, naam, per) for gevraagd, naam in zip(gesteld, name_apart(gesteld), strict=True)],
        ignore_index=True,
    )
    tabel = tabel.sort_values(["activiteit_id", "netto"], ascending=[True, False], kind="stable")
    noot = (
        "top2 en bodem2: de twee gunstigste en de twee ongunstigste antwoorden; netto: gunstig min ongunstig."
    )
    toelichting = describe_gevraagd(
        "overig", gesteld, per=per or "", onderwerp="de stellingen", antwoorden="", noten=(noot,)
    )
    return annotate(tabel.reset_index(drop=True), toelichting)


def _score(gevraagd: Gevraagd, naam: str, per: str | None) -> pd.DataFrame:
    opties = gevraagd.opties
    if len(opties) < MINSTENS:
        raise MethodeError(
            f"vraag '{gevraagd.vraag_id}' heeft {len(opties)} antwoorden; top-2-box vraagt er minstens {MINSTENS}, "
            "gebruik summarise_vraag"
        )
    gunst, plaats = rate_opties(gevraagd)
    labels = list(opties["label"])
    van_label = gevraagd.labels.astype("str")
    rang = van_label.map(dict(zip(labels, plaats.rank(method="first"), strict=True))).astype("float64")
    kant = van_label.map(dict(zip(labels, gunst, strict=True))).astype("float64")
    aandelen = {
        "top2": rang.gt(len(labels) - 2).astype("float64").where(rang.notna()),
        "bodem2": rang.le(2).astype("float64").where(rang.notna()),
    }
    tabel = estimate_scores(gevraagd, aandelen, {"netto": kant}, per=per)
    tabel.insert(1, "vraag_id", pd.Series(gevraagd.vraag_id, index=tabel.index, dtype="str"))
    tabel.insert(2, "kort", pd.Series(naam, index=tabel.index, dtype="str"))
    return tabel
