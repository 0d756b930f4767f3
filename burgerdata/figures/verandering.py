"""plot_verandering (F4): what changed between waves, as lines of the same people and of all respondents."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.activiteitnamen import name_meting
from burgerdata.errors import MethodeError
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import find_per
from burgerdata.figures.layout import Stapel
from burgerdata.figures.making import Inhoud, Opdracht, make_figuur, state_titel
from burgerdata.figures.palette import EIGEN_VIJF, check_kleuren
from burgerdata.figures.preparation import (
    TE_WEINIG,
    is_onderdrukt,
    numbers,
    prepare_tabel,
    refuse_kwalitatief,
    texts,
)
from burgerdata.figures.slope import Helling, Reeks
from burgerdata.figures.words import count_woord
from burgerdata.getallen import format_getal, format_procent, format_verschil
from burgerdata.schema.vergelijking import IEDEREEN, SAMEN, VERGELIJKING, is_los, keep_samen

ZELFDE = "Doorgetrokken lijn: dezelfde mensen."
ALLE = "Streepjeslijn: iedereen die antwoord gaf."
ANDEREN = "Per meting zijn het andere mensen."
IEDER = "Streepjeslijn: iedereen die antwoord gaf; maar enkelen gaven dat in één van beide metingen."
INTERVAL = "Tussen haakjes: interval van 95% van het verschil."


def plot_verandering(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return lines between the first and the last wave, with the change and its interval at the end.

    The same people are a solid line, all respondents (alle_van, alle_naar) a dashed one through every wave. Every
    answer or group is a line; every question a panel.

    Raises
    ------
    MethodeError
        When nothing is left to draw, when there are more than five lines, or when the source is qualitative.

    Examples
    --------
    >>> tabel = pd.DataFrame({"vraag_id": ["q1"], "van": "2026-03", "naar": "2026-09", "waarde_van": 6.2})
    >>> tabel = tabel.assign(waarde_naar=6.7, verschil=0.5, onder=0.2, boven=0.8, n_beide=288, maat="gemiddelde")
    >>> plot_verandering(tabel, titel="De tevredenheid steeg van 6,2 naar 6,7").alt
    'Lijnen tussen metingen: De tevredenheid steeg van 6,2 naar 6,7. Verschil bij dezelfde mensen: +0,5 (0,2 tot 0,8).'
    """
    opdracht = Opdracht(plot_verandering, table, titel, formaat, style_path)
    refuse_kwalitatief(table, "figuur van verandering")
    tabel = prepare_tabel(
        keep_samen(table).drop(columns=SAMEN, errors="ignore"),
        nodig=("van", "naar", "waarde_van", "waarde_naar", "verschil"),
        figuur="verandering",
    )
    metingen = _order_metingen(tabel)
    vragen = [
        (str(naam), rijen)
        for naam, rijen in tabel.groupby(_name_vraag(tabel), sort=False, observed=True, dropna=False)
    ]
    delen = [_make_helling(rijen, metingen, kop=naam if len(vragen) > 1 else "") for naam, rijen in vragen]
    delen = [deel for deel in delen if any(reeks.punten for reeks in deel.reeksen)]
    if not delen:
        raise MethodeError("Er is niets te tekenen, want geen enkele meting heeft genoeg antwoorden.")
    kop = state_titel(opdracht, tabel)
    inhoud = Inhoud(
        tabel,
        Stapel(tuple(delen)),
        alt=f"Lijnen tussen metingen: {kop}. {_tell_verschil(tabel)}",
        tekens=_explain_lijnen(tabel),
        noten=("De schaal begint niet bij nul.",),
    )
    return make_figuur(opdracht, inhoud, kop)


def _order_metingen(tabel: pd.DataFrame) -> tuple[str, ...]:
    """Return the waves in time: every pair says which of two comes first."""
    paren = set(zip(texts(tabel, "van"), texts(tabel, "naar"), strict=True))
    over = list(dict.fromkeys([*texts(tabel, "van"), *texts(tabel, "naar")]))
    volgorde: list[str] = []
    while over:
        eerst = next((naam for naam in over if not any((ander, naam) in paren for ander in over)), over[0])
        volgorde.append(eerst)
        over.remove(eerst)
    return tuple(volgorde)


def _name_vraag(tabel: pd.DataFrame) -> pd.Series:
    kort = texts(tabel, "kort")
    vraag = kort.where(kort.ne(""), texts(tabel, "vraag_id"))
    panel = texts(tabel, "panel")
    return vraag if panel.nunique() < 2 else panel.str.cat(vraag, sep=" · ")


def _name_reeks(rijen: pd.DataFrame) -> pd.Series:
    """Return what tells the lines of one question apart: the answer, the group, or both."""
    per = find_per(rijen)
    label, groep = texts(rijen, "label"), texts(rijen, per) if per else texts(rijen, "geen")
    namen = [" · ".join(filter(None, paar)) for paar in zip(groep, label, strict=True)]
    return pd.Series(namen, index=rijen.index, dtype="str")


def _make_helling(rijen: pd.DataFrame, metingen: tuple[str, ...], *, kop: str) -> Helling:
    namen = _name_reeks(rijen)
    volgorde = list(dict.fromkeys(namen))
    check_kleuren(len(volgorde))
    reeksen = tuple(
        _make_reeks(rijen[namen == naam], naam, metingen, EIGEN_VIJF[nummer])
        for nummer, naam in enumerate(volgorde)
    )
    procent = texts(rijen, "maat").eq("aandeel").all()
    return Helling(tuple(map(name_meting, metingen)), reeksen, kop, _is_vlak(rijen, metingen), bool(procent))


def _is_vlak(rijen: pd.DataFrame, metingen: tuple[str, ...]) -> bool:
    """Return whether no line of a question changed for certain between its first and last wave."""
    namen = _name_reeks(rijen)
    langste = pd.concat([_find_langste(rijen[namen == naam], metingen) for naam in dict.fromkeys(namen)])
    verschil, onder, boven = (numbers(langste, kolom) for kolom in ("verschil", "onder", "boven"))
    return bool((onder.le(0) & boven.ge(0) | verschil.eq(0) | verschil.isna()).all())


def _make_reeks(rijen: pd.DataFrame, naam: str, metingen: tuple[str, ...], kleur: str) -> Reeks:
    rij = _find_langste(rijen, metingen)
    alle = _list_alle(rijen, metingen)
    van, naar = (float(numbers(rij, kolom).iloc[0]) for kolom in ("waarde_van", "waarde_naar"))
    if math.isnan(van) or math.isnan(naar):
        waarom = TE_WEINIG if is_onderdrukt(rij).iloc[0] else "geen gegevens"
        return Reeks("", f"{naam}: {waarom}".removeprefix(": "), (), alle, kleur)
    procent = texts(rij, "maat").iloc[0] == "aandeel"
    einden = tuple(
        (metingen.index(texts(rij, kolom).iloc[0]), waarde)
        for kolom, waarde in (("van", van), ("naar", naar))
    )
    eind = f"{_format(naar, procent)} {naam}{_state_n(rij)}".strip() + f"\n{_format_verschil(rij)}"
    if is_los(rij).iloc[0]:
        return Reeks(_format(van, procent), eind, (), alle or einden, kleur)
    return Reeks(_format(van, procent), eind, einden, alle, kleur)


def _state_n(rij: pd.DataFrame) -> str:
    """Return how many people a line of a group rests on: the base line names no single number for groups."""
    n = numbers(rij, "n_beide").iloc[0]
    return f" (n = {format_getal(n)})" if find_per(rij) and n > 0 and not is_los(rij).iloc[0] else ""


def _find_langste(rijen: pd.DataFrame, metingen: tuple[str, ...]) -> pd.DataFrame:
    """Return the row of the pair that lies furthest apart: the first wave with the last."""
    plek = {naam: nummer for nummer, naam in enumerate(metingen)}
    afstand = texts(rijen, "naar").map(plek).astype("int64") - texts(rijen, "van").map(plek).astype("int64")
    return rijen.loc[[afstand.abs().idxmax()]]


def _list_alle(rijen: pd.DataFrame, metingen: tuple[str, ...]) -> tuple[tuple[int, float], ...]:
    """Return the value of all respondents in each wave, as far as the table gives it."""
    waarden: dict[int, float] = {}
    for meting, kolom in (("van", "alle_van"), ("naar", "alle_naar")):
        for naam, waarde in zip(texts(rijen, meting), numbers(rijen, kolom), strict=True):
            if not math.isnan(waarde):
                waarden.setdefault(metingen.index(naam), float(waarde))
    return tuple(sorted(waarden.items())) if len(waarden) > 1 else ()


def _format(waarde: float, procent: bool) -> str:
    return format_procent(waarde) if procent else format_getal(waarde, 1)


def _format_verschil(rij: pd.DataFrame) -> str:
    """Return the change with its interval: "+0,5 (0,2 tot 0,8)" or "+7 procentpunt (2 tot 12)"."""
    procent = texts(rij, "maat").iloc[0] == "aandeel"
    maal, decimalen = (100, 0) if procent else (1, 1)
    verschil, onder, boven = (numbers(rij, kolom).iloc[0] for kolom in ("verschil", "onder", "boven"))
    tekst = format_verschil(verschil * maal, decimalen) + (" procentpunt" if procent else "")
    if math.isnan(onder):
        return tekst
    einden = [format_verschil(eind * maal, decimalen).removeprefix("+") for eind in (onder, boven)]
    return f"{tekst} ({einden[0]} tot {einden[1]})"


def _explain_lijnen(tabel: pd.DataFrame) -> tuple[str, ...]:
    enkelen = VERGELIJKING in tabel and texts(tabel, VERGELIJKING).eq(IEDEREEN).any()
    alle = IEDER if enkelen else ALLE
    return (
        ZELFDE if not is_los(tabel).all() else "" if enkelen else ANDEREN,
        alle if numbers(tabel, "alle_van").notna().any() else "",
        INTERVAL if numbers(tabel, "onder").notna().any() else "",
    )


def _tell_verschil(tabel: pd.DataFrame) -> str:
    """Return the change of a single line, or how many lines there are, as one sentence."""
    reeksen = _name_vraag(tabel).str.cat(_name_reeks(tabel), sep="|").nunique()
    rij = _find_langste(tabel, _order_metingen(tabel))
    if reeksen > 1 or numbers(rij, "verschil").isna().any():
        return (
            f"{count_woord(reeksen).capitalize()} lijnen lopen van {name_meting(_order_metingen(tabel)[0])} naar "
            + (f"{name_meting(_order_metingen(tabel)[-1])}.")
        )
    wie = "Verschil bij dezelfde mensen" if not is_los(rij).iloc[0] else "Verschil tussen de metingen"
    return f"{wie}: {_format_verschil(rij)}."
