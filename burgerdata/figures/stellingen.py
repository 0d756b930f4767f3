"""plot_stellingen (F1): statements as diverging bars, the neutral answer centred, from the most to the least agreed."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.foot import ONDERDRUKT, state_interval
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteiten
from burgerdata.figures.layout import Stapel
from burgerdata.figures.legend import Legenda
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, keep_uiteinden, make_figuur, state_titel
from burgerdata.figures.palette import choose_likert
from burgerdata.figures.preparation import (
    KANTEN,
    TE_WEINIG,
    is_onderdrukt,
    numbers,
    prepare_tabel,
    refuse_kwalitatief,
    texts,
)
from burgerdata.figures.rows import Rijen
from burgerdata.figures.stacks import GEEN, Grenzen, Stapelpaneel, Stelling
from burgerdata.figures.words import count_woord, format_aandeel, format_grenzen
from burgerdata.getallen import format_getal, join_woorden, round_half_up
from burgerdata.toelichting import annotate, read_toelichting

AFRONDING = "Door afronding tellen percentages niet altijd op tot 100."
_HAAKJES = 3
"""Statements up to which the interval of each sum stands beside it; of more only how far they reach at most."""
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

    Of up to three statements the interval of each sum stands under it (``kant_onder`` and ``kant_boven``); of more
    the foot says how far the intervals reach at most. Shares are 0 to 1. The negative end of the scale is at the left, whichever way the questionnaire ran. The statement
    that the title names is bold. A side on which an answer is suppressed is one grey bar, or not drawn where ``kant``
    does not tell how long that is.

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
    tabel = _hide_kanten(tabel, labels)
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
        tekens=(
            ONDERDRUKT if is_onderdrukt(tabel).any() else "",
            _explain_grijs(tabel, labels),
            *_explain_sommen(tabel, labels, formaat),
        ),
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


def _hide_kanten(tabel: pd.DataFrame, labels: tuple[str, ...]) -> pd.DataFrame:
    """Return the table without the share and interval of a side of which one answer is suppressed: they would give it back."""
    kolommen = [kolom for kolom in KANTEN if kolom in tabel]
    if not kolommen or not is_onderdrukt(tabel).any():
        return tabel
    helft = len(labels) // 2
    kanten = dict.fromkeys(labels[:helft], "links") | dict.fromkeys(labels[len(labels) - helft :], "rechts")
    sleutel = [texts(tabel, kolom) for kolom in ("activiteit_id", "vraag_id", "kort")]
    sleutel.append(texts(tabel, "label").map(lambda label: kanten.get(label, "")))
    raakt = is_onderdrukt(tabel).groupby(sleutel, observed=True, dropna=False).transform("sum").eq(1)
    leeg = {kolom: numbers(tabel, kolom).mask(raakt) for kolom in kolommen}
    return annotate(tabel.assign(**leeg), read_toelichting(tabel))


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
    haakjes = _has_haakjes(tabel)
    delen = [
        _make_rijen(rijen, labels, titel, naam=bekend.get(str(naam), ""), haakjes=haakjes)
        for naam, rijen in activiteiten
    ]
    breedst = max(
        paneel.widest for deel in delen for paneel in deel.panelen if isinstance(paneel, Stapelpaneel)
    )
    return tuple(
        replace(deel, ook=namen, panelen=tuple(replace(paneel, minst=breedst) for paneel in deel.panelen))  # type: ignore[type-var]
        for deel in delen
    )


def _make_rijen(
    rijen: pd.DataFrame, labels: tuple[str, ...], titel: str, *, naam: str, haakjes: bool
) -> Rijen:
    """Return the statements of one activity by net score; what has no net score stands last."""
    kort = texts(rijen, "kort")
    netto = numbers(rijen, "netto").groupby(kort, sort=False, observed=True, dropna=False).first()
    namen = sorted(dict.fromkeys(kort), key=lambda stelling: -_or_low(float(netto[stelling])))
    stellingen = tuple(_make_stelling(rijen[kort == stelling], labels) for stelling in namen)
    paneel = Stapelpaneel(stellingen, choose_likert(len(labels)), kop=naam, haakjes=haakjes)
    vet = frozenset(nummer for nummer, stelling in enumerate(namen) if stelling.lower() in titel.lower())
    return Rijen(tuple(namen), (paneel,), vet=vet, rijhoogte=2.9 if haakjes else 2.1)


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
    grenzen = zip(numbers(rijen, "kant_onder"), numbers(rijen, "kant_boven"), strict=True)
    per_antwoord = dict(zip(label, grenzen, strict=True))
    helft = len(labels) // 2
    links, rechts = (
        _find_grenzen(per_antwoord, deel) for deel in (labels[:helft], labels[len(labels) - helft :])
    )
    samen = dict(zip(label, numbers(rijen, "kant"), strict=True)) if "kant" in rijen else {}
    einden = (samen.get(labels[0], math.nan), samen.get(labels[-1], math.nan))
    return Stelling(aandelen, grenzen=(links, rechts), samen=einden)


def _find_grenzen(per_antwoord: Mapping[str, Grenzen], kant: tuple[str, ...]) -> Grenzen:
    """Return the interval that all answers of one side have; none where they do not tell the same."""
    gevonden = {grenzen for naam in kant if (grenzen := per_antwoord.get(naam)) is not None}
    return gevonden.pop() if len(gevonden) == 1 else GEEN


def _name_kanten(labels: tuple[str, ...]) -> tuple[str, str]:
    """Return the short names of both sides: the inner answers of a scale of four or five, else the outer ones."""
    return (labels[1], labels[-2]) if len(labels) > 3 else (labels[0], labels[-1])


def _explain_sommen(tabel: pd.DataFrame, labels: tuple[str, ...], formaat: Formaatnaam) -> tuple[str, ...]:
    """Return what the bold sums are, how sure they are, and what their interval assumes: on a slide in a few words."""
    links, rechts = _name_kanten(labels)
    sommen = f"Vet aan de uiteinden: samen {links} (links) en samen {rechts} (rechts)"
    reikt = max(stelling.reikwijdte for stelling in _list_stellingen(tabel, labels))
    if not reikt:
        return (f"{sommen}.",)
    haakjes = _has_haakjes(tabel)
    punten = format_getal(math.ceil(round_half_up(reikt * 100, 1)))
    ruimte = "" if haakjes else f" van hoogstens ± {punten} procentpunt"
    hoe = "tussen haakjes het interval" if haakjes else "met een interval"
    eigen = state_interval(read_toelichting(tabel)).removeprefix("Lijntjes: ")
    if formaat == "a4":
        return f"{sommen}{';' if haakjes else ','} {hoe}{ruimte}.", eigen[:1].upper() + eigen[1:]
    indicatie = ", een indicatie" if "indicatie" in eigen else ""
    return (f"{sommen}{';' if haakjes else ','} {hoe}{ruimte} (95%{indicatie}).",)


def _explain_grijs(tabel: pd.DataFrame, labels: tuple[str, ...]) -> str:
    """Return what a grey bar is, where there is one."""
    for stelling in _list_stellingen(tabel, labels):
        kanten = zip((stelling.links, stelling.rechts), stelling.sommen, strict=True)
        if any(math.isnan(sum(kant)) and not math.isnan(stelling.reach(som)) for kant, som in kanten):
            return "Donkergrijs: de antwoorden van die kant samen, om een klein aantal te beschermen."
    return ""


def _has_haakjes(tabel: pd.DataFrame) -> bool:
    """Return whether there are intervals, and so few statements that there is room for that of each."""
    return (
        bool(numbers(tabel, "kant_onder").notna().any())
        and len({*zip(texts(tabel, "activiteit_id"), texts(tabel, "kort"), strict=True)}) <= _HAAKJES
    )


def _list_stellingen(tabel: pd.DataFrame, labels: tuple[str, ...]) -> list[Stelling]:
    sleutel = [texts(tabel, "activiteit_id"), texts(tabel, "kort")]
    return [
        _make_stelling(rijen, labels)
        for _, rijen in tabel.groupby(sleutel, sort=False, observed=True, dropna=False)
    ]


def _state_rest(weg: tuple[str, ...]) -> str:
    return f"Niet getoond: {join_woorden([f'‘{naam}’' for naam in weg])}; zie de tabel."


def _tell_stellingen(tabel: pd.DataFrame, labels: tuple[str, ...], titel: str) -> str:
    """Return the sums of the statement that the title names, or else of the first, as one sentence."""
    kort = texts(tabel, "kort")
    namen = list(dict.fromkeys(kort))
    naam = next((stelling for stelling in namen if stelling.lower() in titel.lower()), namen[0])
    rijen = tabel[kort == naam]
    stelling = _make_stelling(rijen[_first_activiteit(rijen)], labels)
    kanten = zip(_name_kanten(labels), stelling.sommen, stelling.grenzen, strict=True)
    sommen = [
        f"{woord} {format_aandeel(som)} {format_grenzen(grenzen)}".rstrip()
        for woord, som, grenzen in kanten
        if not math.isnan(som)
    ]
    if not sommen:
        return (
            f"Er staan {count_woord(len(namen))} stellingen onder elkaar."
            if len(namen) > 1
            else "De percentages zijn van te weinig mensen om te tonen."
        )
    return f"Bij ‘{naam}’: {', '.join(sommen)}."


def _first_activiteit(tabel: pd.DataFrame) -> pd.Series:
    activiteit = texts(tabel, "activiteit_id")
    return activiteit.eq(str(activiteit.iloc[0]))


def _or_low(waarde: float) -> float:
    return -math.inf if math.isnan(waarde) else waarde
