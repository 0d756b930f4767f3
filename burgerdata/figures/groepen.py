"""plot_groepen (F2): groups as dots with their intervals, the total on top with a thin line through all rows."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import find_per, is_totaal, name_activiteiten
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur, state_titel
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.palette import EIGEN_VIJF
from burgerdata.figures.preparation import (
    TE_WEINIG,
    flag,
    is_onderdrukt,
    numbers,
    prepare_tabel,
    refuse_kwalitatief,
    texts,
)
from burgerdata.figures.rows import Rijen
from burgerdata.figures.tokens import explain_tekens
from burgerdata.figures.words import count_woord, format_aandeel
from burgerdata.getallen import format_getal
from burgerdata.toelichting import annotate, read_toelichting


def plot_groepen(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return dots with intervals by group: means of a table of kind cijfer, or shares of a kruistabel.

    Groups keep their order, the total stands on top; ▲ and ▼ are those of the column ``verschilt``, n stands on every
    row and a star at a small n. A kruistabel gets a panel per answer.

    Raises
    ------
    MethodeError
        When nothing is left to draw, when the table has no groups, or when the source is qualitative.

    Examples
    --------
    >>> from burgerdata.toelichting import Toelichting, annotate
    >>> tabel = pd.DataFrame({"leeftijd": ["jong", "oud"], "basis": [80, 90], "gemiddelde": [6.1, 7.2]})
    >>> tabel = annotate(tabel, Toelichting("cijfer", per="leeftijd"))
    >>> plot_groepen(tabel, titel="Jongeren geven een lager cijfer").alt
    'Punten met intervallen: Jongeren geven een lager cijfer. Twee groepen lopen van 6,1 (jong) tot 7,2 (oud).'
    """
    opdracht = Opdracht(plot_groepen, table, titel, formaat, style_path)
    refuse_kwalitatief(table, "figuur van groepen")
    maat = "gemiddelde" if "gemiddelde" in table.columns else "aandeel"
    tabel = _add_totaal(prepare_tabel(table, nodig=(maat,), figuur="groepen"), maat)
    groep = _name_groepen(tabel)
    volgorde = sorted(dict.fromkeys(groep), key=lambda naam: not is_totaal(naam))
    panelen = tuple(
        _make_paneel(rijen, groep[rijen.index], volgorde, maat=maat, kop=kop)
        for kop, rijen in _split_labels(tabel)
    )
    tekening = Rijen(
        tuple(volgorde),
        panelen,
        vet=frozenset(nummer for nummer, naam in enumerate(volgorde) if is_totaal(naam)),
        rechts=tuple(_state_n(tabel[groep == naam]) for naam in volgorde),
        rechts_kop="n",
    )
    kop = state_titel(opdracht, tabel)
    alt = f"Punten met intervallen: {kop}. {_tell_bereik(tabel, groep, maat)}"
    return make_figuur(
        opdracht, Inhoud(tabel, tekening, alt, explain_tekens(tabel, kruisjes=maat == "aandeel")), kop
    )


def _name_groepen(tabel: pd.DataFrame) -> pd.Series:
    """Return the name of each row: the group, with the activity before it when there are several."""
    per = find_per(tabel)
    activiteit = texts(tabel, "activiteit_id")
    if not per and activiteit.nunique() < 2:
        raise MethodeError(
            "Deze tabel heeft geen groepen om naast elkaar te zetten; vraag haar op met per='een kenmerk'."
        )
    groep = (
        texts(tabel, per).replace("", "onbekend") if per else pd.Series("", index=tabel.index, dtype="str")
    )
    if activiteit.nunique() < 2:
        return groep
    voor = activiteit.map(name_activiteiten(tabel))
    namen = [" · ".join(filter(None, paar)) for paar in zip(voor, groep, strict=True)]
    return pd.Series(namen, index=tabel.index, dtype="str")


def _add_totaal(tabel: pd.DataFrame, maat: str) -> pd.DataFrame:
    """Return the table with the figure over all groups as a row of its own (one per answer), if it can be shown.

    Beside one hidden group the total is left out: total minus the other groups would give its figure back.
    """
    per = find_per(tabel)
    if "totaal" not in tabel or not per:
        return tabel
    zonder = tabel.drop(columns="totaal").astype({per: "str"})
    if texts(tabel, "activiteit_id").nunique() > 1:
        return annotate(zonder, read_toelichting(tabel))
    rijen = []
    for label, deel in tabel.groupby(texts(tabel, "label"), sort=False, observed=True, dropna=False):
        totaal = numbers(deel, "totaal").dropna()
        if len(totaal) and is_onderdrukt(deel).sum() != 1:
            rij = deel.head(1)[[kolom for kolom in ("activiteit_id", "code", "label") if kolom in deel]]
            n = pd.Series([numbers(deel, "basis").sum(skipna=False)], index=rij.index).astype("Int32")
            rijen.append(rij.assign(**{per: "Totaal", "label": label, "basis": n, maat: totaal.iloc[0]}))
    uit = pd.concat([zonder, *rijen], ignore_index=True)
    return annotate(
        uit if "label" in tabel else uit.drop(columns="label", errors="ignore"), read_toelichting(tabel)
    )


def _split_labels(tabel: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    if "gemiddelde" in tabel.columns or "label" not in tabel.columns:
        return [("", tabel)]
    return [
        (str(naam), rijen)
        for naam, rijen in tabel.groupby(texts(tabel, "label"), sort=False, observed=True, dropna=False)
    ]


def _make_paneel(
    rijen: pd.DataFrame, groep: pd.Series, volgorde: list[str], *, maat: str, kop: str
) -> Merkpaneel:
    merken = [
        _make_merk(nummer, rijen[groep == naam].head(1), maat)
        for nummer, naam in enumerate(volgorde)
        if (groep == naam).any()
    ]
    totaal = [merk.waarde for merk in merken if is_totaal(volgorde[merk.rij])]
    return Merkpaneel(
        tuple(merken),
        "punt",
        kop=kop,
        lijn=totaal[0] if totaal else math.nan,
        procent=maat == "aandeel",
        kleur=EIGEN_VIJF[0],
    )


def _make_merk(nummer: int, rij: pd.DataFrame, maat: str) -> Merk:
    if is_onderdrukt(rij).iloc[0]:
        return Merk(nummer, TE_WEINIG if maat == "gemiddelde" else "x")
    waarde, onder, boven = (numbers(rij, kolom).iloc[0] for kolom in (maat, "onder", "boven"))
    if math.isnan(waarde):
        return Merk(nummer, "–")
    teken = texts(rij, "verschilt").iloc[0].strip()
    return Merk(nummer, f"{_format(waarde, maat)} {teken}".strip(), waarde, onder, boven)


def _format(waarde: float, maat: str) -> str:
    return format_getal(waarde, 1) if maat == "gemiddelde" else format_aandeel(waarde)


def _state_n(rijen: pd.DataFrame) -> str:
    """Return the base of a group with its star; a base that may not be known leaves the star."""
    basis = numbers(rijen, "basis" if "basis" in rijen else "n").max()
    ster = "*" if (flag(rijen, "indicatief") & ~is_onderdrukt(rijen)).any() else ""
    return ("" if math.isnan(basis) else format_getal(basis)) + ster


def _tell_bereik(tabel: pd.DataFrame, groep: pd.Series, maat: str) -> str:
    """Return the lowest and the highest group as one sentence; a suppressed group is never among them."""
    waarden = numbers(tabel, maat)[~groep.map(is_totaal).astype("bool")].dropna()
    aantal = count_woord(groep[~groep.map(is_totaal).astype("bool")].nunique()).capitalize()
    if len(_split_labels(tabel)) > 1:
        return f"{aantal} groepen staan onder elkaar, met {count_woord(len(_split_labels(tabel)))} antwoorden naast elkaar."
    if waarden.empty:
        return f"{aantal} groepen staan onder elkaar."
    paren = sorted(zip(waarden, groep[waarden.index], strict=True))
    einden = [f"{_format(waarde, maat)} ({naam})" for waarde, naam in (paren[0], paren[-1])]
    return f"{aantal} groepen lopen van {einden[0]} tot {einden[1]}."
