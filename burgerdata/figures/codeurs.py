"""plot_codeurs: how far coders agree on each theme, with the interval, and who gave it when they differ."""

from __future__ import annotations

from pathlib import Path

import pandas as pd

from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.layout import Stapel
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur
from burgerdata.figures.marks import Merk, Merkpaneel
from burgerdata.figures.preparation import numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.title import choose_titel
from burgerdata.getallen import format_getal

_TEKENS = "Rechts: hoe vaak beide codeurs het thema gaven, alleen A, alleen B."


def plot_codeurs(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a dot with its interval per theme for Krippendorff's alpha, and the counts of both, only A and only B.

    With more than two coders the counts are those of the first pair; alpha is over all of them.

    Raises
    ------
    MethodeError
        When nothing is left to draw.

    Examples
    --------
    >>> tabel = pd.DataFrame({"thema": ["Taal"], "alpha": 0.81, "onder": 0.7, "boven": 0.9, "beide": 41})
    >>> plot_codeurs(tabel.assign(alleen_a=5, alleen_b=3)).alt
    'Overeenstemming tussen codeurs per thema: De codeurs zijn het over Taal het meest eens. Taal: alpha 0,81.'
    """
    opdracht = Opdracht(plot_codeurs, table, titel, formaat, style_path)
    tabel = prepare_tabel(table, nodig=("thema", "alpha", "beide", "alleen_a", "alleen_b"), figuur="codeurs")
    tabel = tabel[~tabel.duplicated("thema")].reset_index(drop=True)
    eigen = tabel[texts(tabel, "thema_id").ne("alle_themas")]
    beste = eigen if len(eigen) else tabel
    volgorde = numbers(beste, "alpha").sort_values(ascending=False, kind="stable", na_position="last").index
    gesorteerd = beste.loc[volgorde]
    eerste = gesorteerd.iloc[0]
    kop = choose_titel(tabel, titel or f"De codeurs zijn het over {eerste['thema']} het meest eens")
    anders = tabel.drop(index=beste.index)
    rijen = pd.concat([anders, gesorteerd]) if len(eigen) else tabel
    inhoud = Inhoud(
        tabel,
        Stapel((_make_rijen(rijen.reset_index(drop=True)),)),
        alt=f"Overeenstemming tussen codeurs per thema: {kop}. {eerste['thema']}: alpha {_format(eerste['alpha'])}.",
        tekens=(_TEKENS,),
    )
    return make_figuur(opdracht, inhoud, kop)


def _make_rijen(rijen: pd.DataFrame) -> Rijen:
    alpha, onder, boven = (numbers(rijen, naam).tolist() for naam in ("alpha", "onder", "boven"))
    merken = tuple(Merk(nr, _format(waarde), waarde, onder[nr], boven[nr]) for nr, waarde in enumerate(alpha))
    delen = zip(*(numbers(rijen, naam) for naam in ("beide", "alleen_a", "alleen_b")), strict=True)
    rechts = tuple(" / ".join(format_getal(aantal) for aantal in aantallen) for aantallen in delen)
    samen = frozenset(nr for nr, naam in enumerate(texts(rijen, "thema_id")) if naam == "alle_themas")
    paneel = Merkpaneel(merken, "punt", kop="alpha")
    return Rijen(
        tuple(texts(rijen, "thema")), (paneel,), vet=samen, rechts=rechts, rechts_kop="beide / A / B"
    )


def _format(alpha: float) -> str:
    return "niet te bepalen" if pd.isna(alpha) else format_getal(float(alpha), 2)
