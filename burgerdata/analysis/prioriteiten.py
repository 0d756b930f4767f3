"""The priority matrix: what people find important beside how they judge it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import numpy as np
import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd, find_gevraagd
from burgerdata.analysis.overzicht import describe_overzicht
from burgerdata.analysis.regels import is_gewogen, is_kanssteekproef
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.toelichting import annotate
from burgerdata.traject import Traject

_GETALLEN = ("schaal", "stelling", "getal")


def rank_prioriteiten(
    traject: Traject, belang: Sequence[str] | None = None, oordeel: Sequence[str] | None = None
) -> pd.DataFrame:
    """Return the priority matrix, a row per activity and aspect: activiteit_id, aspect, basis, belang, oordeel, vak, indicatief.

    belang and oordeel are weighted means, high being favourable; basis is the smaller of both numbers of persons.
    ``vak`` is the quadrant around the means of the aspects of that activity (Martilla & James 1977): important and
    judged low is "eerst verbeteren", important and judged well "vasthouden". An aspect with a basis under the
    threshold ``verborgen`` has none and is in no mean; neither has one that is left alone. Without ``belang`` or
    ``oordeel`` the questions with that ``gebruik`` in vragen.xlsx are taken; two questions belong together by their
    ``aspect``.

    Raises
    ------
    MethodeError
        When an activity has fewer than two aspects with both an importance and a judgement, two questions about the
        same, or aspects on different scales.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> rank_prioriteiten(make_example())
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: geef vragen over belang en oordeel hetzelfde aspect in vragen.xlsx
    """
    belang = _find_vragen(traject, "belang") if belang is None else belang
    oordeel = _find_vragen(traject, "oordeel") if oordeel is None else oordeel
    delen = {
        naam: _mean_per_aspect(traject, vragen, naam)
        for naam, vragen in (("belang", belang), ("oordeel", oordeel))
    }
    samen = delen["belang"].merge(
        delen["oordeel"], on=["activiteit_id", "aspect"], suffixes=("_belang", "_oordeel")
    )
    if len(samen) < 2:
        raise MethodeError("geef vragen over belang en oordeel hetzelfde aspect in vragen.xlsx")
    _refuse_alone(samen)
    drempels = traject.instellingen.drempels
    basis = samen[["n_belang", "n_oordeel"]].min(axis=1).astype("Int32")
    tabel = pd.DataFrame(
        {
            "activiteit_id": samen["activiteit_id"],
            "aspect": samen["aspect"],
            "basis": basis,
            "belang": samen["waarde_belang"],
            "oordeel": samen["waarde_oordeel"],
            "vak": _name_vakken(samen, basis.ge(drempels.verborgen).astype("bool")),
            "indicatief": basis.lt(drempels.indicatief).astype("bool"),
        }
    )
    ids = list(tabel["activiteit_id"].unique())
    noot = "Vakken rond het gemiddelde van alle stappen; de stappen zijn niet onderling getoetst."
    if len(ids) > 1:
        noot = noot.replace("alle stappen", "de stappen per activiteit", 1)
    if not is_kanssteekproef(traject, ids):
        noot += " Geen kanssteekproef: de vakken zijn een indicatie."
    toelichting = describe_overzicht(traject, tabel, "belang en oordeel per stap", noot)
    return annotate(tabel, replace(toelichting, basis=_state_basis(traject, tabel)))


def _name_vakken(samen: pd.DataFrame, genoeg: pd.Series) -> pd.Series:
    """Return the quadrant of each aspect around the means of those with enough people; missing for the others."""
    groep = samen["activiteit_id"]
    hoog, goed = (
        samen[naam].ge(
            samen[naam]
            .where(genoeg)
            .groupby(groep, observed=True, dropna=False, sort=False)
            .transform("mean")
        )
        for naam in ("waarde_belang", "waarde_oordeel")
    )
    vak = np.select(
        [hoog & ~goed, hoog & goed, ~hoog & ~goed],
        ["eerst verbeteren", "vasthouden", "later verbeteren"],
        "voldoende",
    )
    samen_met = genoeg.groupby(groep, observed=True, dropna=False, sort=False).transform("sum")
    return pd.Series(vak, dtype="str").where(genoeg & samen_met.gt(1))


def _state_basis(traject: Traject, tabel: pd.DataFrame) -> str:
    """Return the base line: how many people per step, and whether they were weighted."""
    laag, hoog = (format_getal(n) for n in (tabel["basis"].min(), tabel["basis"].max()))
    n = laag if laag == hoog else f"{laag} tot {hoog}"
    gewogen = any(is_gewogen(traject, str(naam)) for naam in tabel["activiteit_id"].unique())
    hoe = "Gewogen" if gewogen else "Niet gewogen"
    return f"Basis: wie per stap over belang en oordeel antwoord gaf, n = {n}. {hoe}."


def _find_vragen(traject: Traject, gebruik: str) -> list[str]:
    vragen = traject.vragen
    eigen = vragen[vragen["gebruik"].eq(gebruik) & vragen["soort"].isin(_GETALLEN)]
    return list(eigen["vraag_id"].astype("str").unique())


def _mean_per_aspect(traject: Traject, vragen: Sequence[str], naam: str) -> pd.DataFrame:
    gesteld = [
        gevraagd
        for vraag_id in vragen
        for gevraagd in find_gevraagd(traject, vraag_id)
        if pd.notna(gevraagd.vraag["aspect"])
    ]
    _refuse_mixed(gesteld, naam)
    rijen = []
    for gevraagd in gesteld:
        schatting = gevraagd.design({"x": gevraagd.getallen}).mean("x").iloc[0]
        aspect = str(gevraagd.vraag["aspect"])
        rijen.append((gevraagd.activiteit_id, aspect, int(schatting["n"]), float(schatting["estimate"])))
    kolommen = ["activiteit_id", "aspect", "n", "waarde"]
    return pd.DataFrame(rijen, columns=kolommen).astype({"activiteit_id": "str", "aspect": "str"})


def _refuse_mixed(gesteld: Sequence[Gevraagd], naam: str) -> None:
    """Raise when questions of one activity are on different scales, or about the same aspect."""
    schalen: dict[str, dict[str, str]] = {}
    for gevraagd in gesteld:
        eigen, aspect = schalen.setdefault(gevraagd.activiteit_id, {}), str(gevraagd.vraag["aspect"])
        if aspect in eigen:
            raise MethodeError(
                f"activiteit '{gevraagd.activiteit_id}' heeft twee vragen over {naam} met aspect '{aspect}'; kies er een "
                f"met {naam}=[...], of geef in vragen.xlsx elk een eigen aspect"
            )
        eigen[aspect] = _name_schaal(gevraagd)
    for activiteit_id, eigen in schalen.items():
        if len(set(eigen.values())) > 1:
            delen = join_woorden([f"'{aspect}' {schaal}" for aspect, schaal in eigen.items()])
            raise MethodeError(
                f"de vragen over {naam} van activiteit '{activiteit_id}' zijn op verschillende schalen gesteld ({delen}) en "
                f"zijn niet naast elkaar te zetten; kies vragen op dezelfde schaal met {naam}=[...]"
            )


def _name_schaal(gevraagd: Gevraagd) -> str:
    if gevraagd.soort == "getal":
        return "een vrij getal"
    waarden = gevraagd.opties["waarde"].astype("float64")
    return f"van {format_getal(waarden.min())} tot {format_getal(waarden.max())}"


def _refuse_alone(samen: pd.DataFrame) -> None:
    """Raise when an activity has one aspect: it would be beside the means of nothing but itself."""
    per = samen["activiteit_id"].value_counts(sort=False)
    if alleen := list(per[per.eq(1)].index):
        raise MethodeError(
            f"activiteit {join_woorden([repr(naam) for naam in alleen])} heeft maar één aspect met belang en oordeel; "
            "aspecten van verschillende activiteiten gaan niet in één matrix: kies er een met only(activiteit_id=...)"
        )
