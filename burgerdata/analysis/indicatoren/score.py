"""The scorecard of a traject: every indicator with its value, its norm, or that it was not measured."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import partial

import pandas as pd

from burgerdata.analysis.indicatoren import bereik, invloed, opbrengst, proces
from burgerdata.analysis.indicatoren.lijst import INDICATOREN, Eenheid, Indicator
from burgerdata.analysis.indicatoren.meting import Meting, hide_small
from burgerdata.analysis.kwalitatief import GROOTSTE
from burgerdata.analysis.regels import name_onderwerp
from burgerdata.analysis.vergelijkbaar import state_onvergelijkbaar
from burgerdata.getallen import ONBEKEND, format_deel, format_getal
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

Meter = Callable[[Traject], list[Meting]]
NIET_GEMETEN, GEEN_NORM = "niet gemeten", "geen norm"
_TOP2: Mapping[str, Meter] = {
    naam: partial(proces.measure_top2, gebruik=naam) for naam in ("P1", "P2", "P3", "P5")
}
_METERS: Mapping[str, Meter] = {
    "R1": bereik.measure_respons,
    "R2": bereik.measure_trechter,
    "R3": bereik.measure_afwijking,
    "R4": bereik.measure_dissimilariteit,
    "R5": bereik.measure_gemist,
    "R6": bereik.measure_ontwerpeffect,
    "R7": bereik.measure_uitval,
    **_TOP2,
    "P4": proces.measure_verdeling,
    "P6": proces.measure_vroeg,
    "P7": proces.measure_cijfer,
    "P8": partial(proces.measure_voor_na, gebruik="P8"),
    "I1": invloed.measure_opvolging,
    "I2": invloed.measure_motivering,
    "I3": invloed.measure_terugkoppeling,
    "I4": invloed.measure_herleidbaarheid,
    "I5": invloed.measure_nieuw,
    "I6": invloed.measure_steun,
    "T1": partial(proces.measure_voor_na, gebruik="T1"),
    "T2": partial(proces.measure_voor_na, gebruik="T2"),
    "T3": opbrengst.measure_nettoscore,
    "E1": opbrengst.measure_kosten_per_stuk,
    "E2": opbrengst.measure_doorlooptijd,
    "E3": opbrengst.measure_eerst_verbeteren,
}
_DECIMALEN: Mapping[str, int] = {"getal": 2, "cijfer": 1}
_WOORD: Mapping[str, tuple[str, str]] = {
    "punten": ("punt", "punten"),
    "dagen": ("dag", "dagen"),
    "weken": ("week", "weken"),
    "euro": ("euro", "euro"),
}
_PERSONEN = ("P", "T", "I6")
"""What indicators begin with whose values are answers of persons: hidden when they rest on too few."""
_GETELD = ("R1", "R2", "R7", "I1", "I2", "I3", "I4", "I5", "I6")
"""Shares of what was counted, without weights: of few they are printed as a count."""
_FORMULIER = ("burgerberaad", "burgerdialoog")
"""Instruments whose questionnaires are about the meeting."""
_MARGES = ("R3", "R4", "R5")
"""Indicators that lay participants beside the margins."""
_GESPREK = ("P4",)
"""Values about a conversation as a whole, which its own meter hides with too few speakers."""
STELLINGEN: Mapping[str, str] = {"P4": "iedereen kon evenveel zeggen", "P6": "op tijd betrokken"}
"""Indicators that are counted (speaking time, days) and also asked on the form, with what the statement is called."""


def score_indicatoren(traject: Traject) -> pd.DataFrame:
    """Return the scorecard: a row per indicator, activity and part; what was not measured has a row that says so.

    Columns: id, dimensie, indicator, activiteit_id (empty: the whole traject), onderdeel, waarde, eenheid, tekst, n,
    norm, oordeel, toelichting. tekst is the value as it is printed. waarde is a share 0 to 1, points, a mean, a count, days, weeks or euros, as eenheid says.
    oordeel is goed, voldoende or onvoldoende against the traject's own ``normen``, else "geen norm" or "niet gemeten".
    Definitions: Rowe & Frewer (2000), the OECD evaluation guidelines (2021) and Dutch practice, as in docs/indicatoren.md.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> score_indicatoren(make_example()).head(2)[["id", "indicator", "waarde", "oordeel"]]
       id indicator  waarde    oordeel
    0  R1   respons     0.4  geen norm
    1  R2  trechter     0.4  geen norm
    """
    rijen = [rij for indicator in INDICATOREN for rij in _score(traject, indicator)]
    tabel = pd.DataFrame(rijen).astype(
        {"n": "Int32", "waarde": "float64", "norm": "float64"}
        | dict.fromkeys(
            (
                "id",
                "dimensie",
                "indicator",
                "activiteit_id",
                "onderdeel",
                "eenheid",
                "tekst",
                "oordeel",
                "toelichting",
            ),
            "str",
        )
    )
    return annotate(
        tabel,
        Toelichting(
            "overig",
            onderwerp="scorekaart",
            basis="Basis: n is het aantal mensen of punten waarop de waarde rust, ongewogen.",
            bron="alle activiteiten van dit traject",
            noten=(
                "Een oordeel staat er alleen als het traject vooraf zelf een norm stelde (normen in traject.toml).",
                *_explain(tabel),
            ),
            synthetisch=traject.instellingen.synthetisch,
        ),
    )


def _explain(tabel: pd.DataFrame) -> list[str]:
    """Return what the numbers mean of the indicators that were measured and whose name does not tell."""
    gemeten = set(tabel.loc[tabel["waarde"].notna(), "indicator"].astype("str"))
    return [
        f"{indicator.id} {indicator.naam}: {indicator.uitleg}."
        for indicator in INDICATOREN
        if indicator.uitleg and indicator.naam in gemeten
    ]


def _score(traject: Traject, indicator: Indicator) -> list[dict[str, object]]:
    meter = _METERS.get(indicator.id)
    gemeten = meter(traject) if meter else []
    if indicator.id.startswith(_PERSONEN) and indicator.id not in _GESPREK:
        gemeten = _hide(traject, gemeten)
    vast = {"id": indicator.id, "dimensie": indicator.dimensie, "indicator": indicator.naam}
    grenzen = traject.instellingen.normen.get(indicator.id, ())
    norm = grenzen[0] if grenzen else math.nan
    gevraagd = _score_stelling(traject, indicator)
    if not gemeten and gevraagd:
        return gevraagd
    if not gemeten:
        leeg = Meting(math.nan, toelichting=_tell_meten(traject, indicator))
        return [vast | _row(leeg, indicator) | {"norm": norm, "oordeel": NIET_GEMETEN}]
    return [
        vast
        | _row(meting, indicator)
        | {"norm": norm, "oordeel": judge(meting.waarde, grenzen, indicator.gunstig)}
        for meting in gemeten
    ] + gevraagd


def _score_stelling(traject: Traject, indicator: Indicator) -> list[dict[str, object]]:
    """Return what people said on the form of what is also counted without them: P4 and P6, whose norm is of the count."""
    if indicator.id not in STELLINGEN:
        return []
    stelling = replace(indicator, naam=STELLINGEN[indicator.id], eenheid="aandeel", gunstig="hoog")
    vast = {"id": stelling.id, "dimensie": stelling.dimensie, "indicator": stelling.naam}
    return [
        vast | _row(meting, stelling) | {"norm": math.nan, "oordeel": judge(meting.waarde, (), "hoog")}
        for meting in _hide(traject, proces.measure_top2(traject, indicator.id))
    ]


def _hide(traject: Traject, gemeten: Sequence[Meting]) -> list[Meting]:
    drempels = traject.instellingen.drempels
    return [hide_small(meting, drempels.verborgen, cel=drempels.drempel) for meting in gemeten]


def _tell_meten(traject: Traject, indicator: Indicator) -> str:
    """Return what would measure an indicator; where margins were filled in, why they could not be used."""
    if indicator.id in _TOP2 and (stelling := _find_stelling(traject)):
        return (
            f"{indicator.meten} Op het uitloopformulier staat wel ‘{stelling}’, zonder gebruik: gaat die (of een andere "
            f"stelling) hierover, vul dan in vragen.xlsx gebruik {indicator.id} in."
        )
    if indicator.id not in _MARGES or traject.marges.empty:
        return indicator.meten
    reden = state_onvergelijkbaar(traject) or "te weinig deelnemers hebben een kenmerk uit marges.xlsx"
    return f"Niet te vergelijken: {reden}."


def _find_stelling(traject: Traject) -> str:
    """Return the first statement without a use of a form that people filled in at the end; nothing where there is none."""
    activiteiten = traject.activiteiten
    eind = activiteiten["instrument"].isin(_FORMULIER) & activiteiten["meting"].notna()
    vragen = traject.vragen
    eigen = vragen[
        vragen["activiteit_id"].isin(activiteiten["activiteit_id"][eind])
        & vragen["soort"].eq("stelling")
        & vragen["gebruik"].isna()
    ]
    return name_onderwerp(eigen.iloc[0]) if len(eigen) else ""


def _row(meting: Meting, indicator: Indicator) -> dict[str, object]:
    return {
        "activiteit_id": meting.activiteit_id,
        "onderdeel": meting.onderdeel,
        "waarde": meting.waarde,
        "eenheid": indicator.eenheid,
        "tekst": _print_aantal(meting, indicator) or print_waarde(meting.waarde, indicator.eenheid),
        "n": meting.n,
        "toelichting": meting.toelichting,
    }


def _print_aantal(meting: Meting, indicator: Indicator) -> str:
    """Return a share of talks, or of few people or points, as a count of its base; else nothing."""
    aantal = meting.aantal
    if meting.n is None or math.isnan(meting.waarde):
        return ""
    if aantal is None and indicator.id in _GETELD and meting.n <= GROOTSTE:
        aantal = round(meting.waarde * meting.n)
    return "" if aantal is None else f"{format_getal(aantal)} van de {format_getal(meting.n)}"


def print_waarde(waarde: float, eenheid: Eenheid) -> str:
    """Return a value as a reader expects it in this unit.

    Examples
    --------
    >>> print_waarde(0.3333, "aandeel"), print_waarde(7.42, "cijfer"), print_waarde(17000.0, "euro"), print_waarde(1.0, "weken")
    ('33%', '7,4', '17.000 euro', '1 week')
    """
    if math.isnan(waarde):
        return ONBEKEND
    if eenheid == "aandeel":
        return format_deel(waarde)
    decimalen = _DECIMALEN.get(eenheid, 0)
    getal = format_getal(waarde, decimalen)
    enkel, meer = _WOORD.get(eenheid, ("", ""))
    return f"{getal} {enkel if getal == '1' else meer}".strip()


def judge(waarde: float, grenzen: tuple[float, ...], gunstig: str) -> str:
    """Return the verdict on a value: one bound parts voldoende from onvoldoende, a second one goed from voldoende.

    Examples
    --------
    >>> judge(0.7, (0.6, 0.8), "hoog"), judge(0.9, (0.6, 0.8), "hoog"), judge(30.0, (20.0,), "laag"), judge(1.0, (), "hoog")
    ('voldoende', 'goed', 'onvoldoende', 'geen norm')
    """
    if math.isnan(waarde):
        return NIET_GEMETEN
    if not grenzen or not gunstig:
        return GEEN_NORM
    richting = 1 if gunstig == "hoog" else -1
    gehaald = sum(richting * waarde >= richting * grens for grens in grenzen)
    return ("onvoldoende", "voldoende", "goed")[gehaald]
