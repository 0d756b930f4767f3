"""plot_stellingen (F1): statements as diverging bars, the neutral answer centred, from the most to the least agreed."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.foot import ONDERDRUKT
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteiten
from burgerdata.figures.layout import Stapel
from burgerdata.figures.legend import Legenda
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, keep_uiteinden, make_figuur, state_titel
from burgerdata.figures.palette import choose_likert
from burgerdata.figures.preparation import (
    TE_WEINIG,
    is_onderdrukt,
    numbers,
    prepare_tabel,
    refuse_kwalitatief,
    texts,
)
from burgerdata.figures.rows import Rijen
from burgerdata.figures.stacks import Stapelpaneel, Stelling
from burgerdata.figures.words import count_woord, format_aandeel
from burgerdata.getallen import join_woorden
from burgerdata.toelichting import annotate, read_toelichting

AFRONDING = "Door afronding tellen percentages niet altijd op tot 100."
_NEGATIEF = (
    "oneens",
    "ontevreden",
    "slecht",
    "nooit",
    "niet",
    "onbelangrijk",
    "moeilijk",
    "oneerlijk",
    "geen",
)


def plot_stellingen(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return diverging bars: a row per statement, by net score, with the sum of each side written at its end.

    Shares are 0 to 1. The negative end of the scale is at the left, whichever way the questionnaire ran. The statement
    that the title names is bold. A side on which an answer is suppressed is not drawn.

    Raises
    ------
    MethodeError
        When the scale has more than five answers, when statements have different scales, or when the source is
        qualitative.

    Examples
    --------
    >>> tabel = pd.DataFrame({"kort": "Veilig", "label": ["oneens", "neutraal", "eens"], "volgorde": [1, 2, 3]})
    >>> tabel = tabel.assign(n=[50, 21, 29], basis=100, aandeel=[0.5, 0.21, 0.29], netto=-0.21)
    >>> plot_stellingen(tabel, titel="De helft voelt zich niet veilig").alt
    'Uiteenlopende staven: De helft voelt zich niet veilig. Bij ‘Veilig’: oneens 50%, eens 29%.'
    """
    opdracht = Opdracht(plot_stellingen, table, titel, formaat, style_path)
    refuse_kwalitatief(table, "figuur van stellingen")
    tabel = _hide_netto(prepare_tabel(table, nodig=("kort", "label", "aandeel"), figuur="stellingen"))
    labels = _order_labels(tabel)
    legenda = Legenda(tuple(zip(choose_likert(len(labels)), labels, strict=True)))
    kop = state_titel(opdracht, tabel)
    namen = _order_stellingen(tabel, kop)

    def keep(meest: int) -> tuple[str, ...]:
        return tuple(keep_uiteinden(namen, meest))

    keuze = Rijkeuze(
        lambda meest: Stapel((legenda, *_make_delen(tabel, labels, kop, keep(meest)))),
        len(namen),
        lambda weg: _state_rest(tuple(naam for naam in namen if naam not in keep(len(namen) - weg))),
    )
    inhoud = Inhoud(
        tabel,
        keuze,
        alt=f"Uiteenlopende staven: {kop}. {_tell_stellingen(tabel, labels, kop)}",
        tekens=(ONDERDRUKT if is_onderdrukt(tabel).any() else "", _explain_sommen(labels)),
        noten=(AFRONDING,),
    )
    return make_figuur(opdracht, inhoud, kop)


def _hide_netto(tabel: pd.DataFrame) -> pd.DataFrame:
    """Return the table without the net score of a statement of which a part is suppressed: it would give it back."""
    if "netto" not in tabel or not is_onderdrukt(tabel).any():
        return tabel
    sleutel = [texts(tabel, kolom) for kolom in ("activiteit_id", "vraag_id", "kort")]
    raakt = is_onderdrukt(tabel).groupby(sleutel, observed=True, dropna=False).transform("any")
    return annotate(tabel.assign(netto=numbers(tabel, "netto").mask(raakt)), read_toelichting(tabel))


def _order_labels(tabel: pd.DataFrame) -> tuple[str, ...]:
    """Return the answers of the scale from negative to positive."""
    label, volgorde = texts(tabel, "label"), numbers(tabel, "volgorde")
    plekken = volgorde.groupby(label, observed=True, dropna=False).min() if volgorde.notna().all() else None
    labels = list(dict.fromkeys(label))
    if plekken is not None:
        labels.sort(key=lambda naam: float(plekken[naam]))
    negatief = [any(woord in naam.lower() for woord in _NEGATIEF) for naam in (labels[0], labels[-1])]
    if negatief == [False, True] or (negatief[0] == negatief[1] and _runs_down(tabel, labels)):
        labels.reverse()
    return tuple(labels)


def _runs_down(tabel: pd.DataFrame, labels: list[str]) -> bool:
    """Return whether the first answers are the favourable ones, by the net scores that the table gives."""
    plek = texts(tabel, "label").map({naam: nummer for nummer, naam in enumerate(labels)}).astype("float64")
    kant = plek.sub((len(labels) - 1) / 2).apply(
        lambda afstand: math.copysign(1, afstand) if afstand else 0.0
    )
    sleutel = [texts(tabel, kolom) for kolom in ("activiteit_id", "vraag_id", "kort")]
    saldo = (numbers(tabel, "aandeel") * kant).groupby(sleutel, observed=True, dropna=False).transform("sum")
    return bool((saldo * numbers(tabel, "netto")).sum() < 0)


def _order_stellingen(tabel: pd.DataFrame, titel: str) -> tuple[str, ...]:
    """Return the statements by what must be shown first: the one that the title names, then by net score."""
    netto = (
        numbers(tabel, "netto").groupby(texts(tabel, "kort"), sort=False, observed=True, dropna=False).mean()
    )
    genoemd = {naam for naam in netto.index if str(naam).lower() in titel.lower()}
    namen = sorted(netto.index, key=lambda naam: (naam not in genoemd, -_or_low(float(netto[naam]))))
    return tuple(map(str, namen))


def _make_delen(
    tabel: pd.DataFrame, labels: tuple[str, ...], titel: str, namen: tuple[str, ...]
) -> tuple[Rijen, ...]:
    """Return the rows of each activity, with its name over them and on one scale when there are several."""
    getoond = tabel[texts(tabel, "kort").isin(namen)]
    activiteiten = list(
        getoond.groupby(texts(getoond, "activiteit_id"), sort=False, observed=True, dropna=False)
    )
    bekend = name_activiteiten(getoond) if len(activiteiten) > 1 else {}
    delen = [
        _make_rijen(rijen, labels, titel, naam=bekend.get(str(naam), "")) for naam, rijen in activiteiten
    ]
    breedst = max(
        paneel.widest for deel in delen for paneel in deel.panelen if isinstance(paneel, Stapelpaneel)
    )
    return tuple(
        replace(deel, ook=namen, panelen=tuple(replace(paneel, minst=breedst) for paneel in deel.panelen))  # type: ignore[type-var]
        for deel in delen
    )


def _make_rijen(rijen: pd.DataFrame, labels: tuple[str, ...], titel: str, *, naam: str) -> Rijen:
    """Return the statements of one activity by net score; what has no net score stands last."""
    kort = texts(rijen, "kort")
    netto = numbers(rijen, "netto").groupby(kort, sort=False, observed=True, dropna=False).first()
    namen = sorted(dict.fromkeys(kort), key=lambda stelling: -_or_low(float(netto[stelling])))
    stellingen = tuple(_make_stelling(rijen[kort == stelling], labels) for stelling in namen)
    paneel = Stapelpaneel(stellingen, choose_likert(len(labels)), kop=naam)
    vet = frozenset(nummer for nummer, stelling in enumerate(namen) if stelling.lower() in titel.lower())
    return Rijen(tuple(namen), (paneel,), vet=vet, rijhoogte=2.1)


def _make_stelling(rijen: pd.DataFrame, labels: tuple[str, ...]) -> Stelling:
    label = texts(rijen, "label")
    if label.duplicated().any():
        raise MethodeError("Een stelling staat dubbel in de tabel; teken één groep of één meting tegelijk.")
    per_label = numbers(rijen, "aandeel").set_axis(label)
    weg = is_onderdrukt(rijen).set_axis(label)
    # An answer that nobody could give is no part of the bar; one that is suppressed is unknown.
    aandelen = tuple(float(per_label[naam]) if naam in per_label.index else 0.0 for naam in labels)
    onbekend = [math.isnan(aandeel) for aandeel in aandelen]
    if all(onbekend):
        return Stelling(aandelen, leeg=TE_WEINIG if weg.any() else "geen gegevens")
    return Stelling(aandelen)


def _name_kanten(labels: tuple[str, ...]) -> tuple[str, str]:
    """Return the short names of both sides: the inner answers of a scale of four or five, else the outer ones."""
    return (labels[1], labels[-2]) if len(labels) > 3 else (labels[0], labels[-1])


def _explain_sommen(labels: tuple[str, ...]) -> str:
    links, rechts = _name_kanten(labels)
    return f"Vet aan de uiteinden: samen {links} (links) en samen {rechts} (rechts)."


def _state_rest(weg: tuple[str, ...]) -> str:
    return f"Niet getoond: {join_woorden([f'‘{naam}’' for naam in weg])}; zie de tabel."


def _tell_stellingen(tabel: pd.DataFrame, labels: tuple[str, ...], titel: str) -> str:
    """Return the sums of the statement that the title names, or else of the first, as one sentence."""
    kort = texts(tabel, "kort")
    namen = list(dict.fromkeys(kort))
    naam = next((stelling for stelling in namen if stelling.lower() in titel.lower()), namen[0])
    rijen = tabel[kort == naam]
    stelling = _make_stelling(rijen[_first_activiteit(rijen)], labels)
    kanten = zip(_name_kanten(labels), (stelling.links, stelling.rechts), strict=True)
    sommen = [f"{woord} {format_aandeel(sum(kant))}" for woord, kant in kanten if not math.isnan(sum(kant))]
    if not sommen:
        return f"Er staan {count_woord(len(namen))} stellingen onder elkaar."
    return f"Bij ‘{naam}’: {', '.join(sommen)}."


def _first_activiteit(tabel: pd.DataFrame) -> pd.Series:
    activiteit = texts(tabel, "activiteit_id")
    return activiteit.eq(str(activiteit.iloc[0]))


def _or_low(waarde: float) -> float:
    return -math.inf if math.isnan(waarde) else waarde
