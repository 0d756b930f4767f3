"""The half-page summary and the findings in one table (K1): fixed sentences, filled from tables."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

import pandas as pd

from burgerdata.analysis import Antwoord
from burgerdata.analysis.geworven import NETWERK, say_hoe
from burgerdata.analysis.kwalitatief import GEMETEN
from burgerdata.findings.zinnen import is_genoemd, join_quotes, name_groepen
from burgerdata.getallen import join_woorden
from burgerdata.report.blocks import Alinea, Blok, Kop, Opsomming, Tabelblok
from burgerdata.report.chapters.besloten import tell_besluit
from burgerdata.report.chapters.bevindingen import (
    HOOFDSTUKKEN,
    choose_bevindingen,
    list_eigen_keuze,
    name_onderwerp,
    pick_steun,
)
from burgerdata.report.chapters.certainty import state_certainty
from burgerdata.report.chapters.gesprekken import state_gesprekken
from burgerdata.report.chapters.onbekend import BEWIJS
from burgerdata.report.chapters.strength import rank_bevinding
from burgerdata.report.chapters.summary_sentences import (
    name_bron,
    state_change,
    state_followup,
    state_missing,
    state_participants,
    state_setting,
)
from burgerdata.report.chapters.uitgeschreven import name_bevinding
from burgerdata.report.chapters.verschil import GEEN, find_tabel, tell_uitleg, tell_verschil
from burgerdata.report.collect import Opbrengst
from burgerdata.report.own_words import add_tekst
from burgerdata.report.texts import Tekst
from burgerdata.schema.labels import FASE_LABEL, INSTRUMENT_LABEL, WERVING_LABEL
from burgerdata.toelichting import read_toelichting

MEEST = 3
_GELIJK = 0.8
"""Findings whose strength is within a fifth are about as strong: a number of people bears out no finer order."""
_BRONNEN = "Een bron is één activiteit."
"""What the count of sources in a finding is a count of."""
_ANDERS = " Geteld is waar een thema te noemen was, bij een vraag over één fase alleen in die fase."
"""Why one finding counts five sources and another three."""
_GETELD = re.compile(r"(beide|(?<=alle )\w+(?= de)|(?<=van de )\w+)(?: de)? bronnen terug")
"""The base of a finding about sources, in words."""
_SOORT = (
    "Gemeten is wat is geteld bij mensen die waren gekozen (enquête, panel, stemming), en elk verschil dat is getoetst. "
    "Gehoord is wat mensen zeiden, meldden of deden, of invulden zonder dat zij waren gekozen: dat laat zien wát er speelt, "
    "niet hoe vaak."
)
"""What the words in the table mean: they look like a judgement of who speaks."""
_TELWOORD = ("", "Eén ding valt op", "Twee dingen vallen op", "Drie dingen vallen op")


def build(opbrengst: Opbrengst, teksten: Mapping[str, Tekst]) -> list[Blok]:
    """Return the summary and, under it, the findings at a glance."""
    bevindingen = choose_bevindingen(opbrengst)
    blokken: list[Blok] = [Kop("Samenvatting", anker="samenvatting")]
    blokken += [Alinea(zin) for zin in (state_setting(opbrengst), state_participants(opbrengst)) if zin]
    eigen = add_tekst(teksten, "samenvatting")
    kern = eigen or _top(opbrengst, bevindingen, teksten)
    blokken += kern
    slot = {
        "": " ".join(
            filter(None, (state_gesprekken(opbrengst, _join_teksten(kern)), state_change(opbrengst)))
        ),
        "Hoe zeker is dit?": state_certainty(
            opbrengst, None if eigen else _choose_koppen(opbrengst, bevindingen)
        ),
        "Wie ontbraken?": state_missing(opbrengst),
        "Wat gebeurt ermee?": state_followup(opbrengst),
    }
    blokken += [Alinea(zin, kop=kop) for kop, zin in slot.items() if zin]
    blokken.append(Alinea(BEWIJS))
    return [
        *blokken,
        Kop("In één oogopslag", anker="oogopslag"),
        *_at_a_glance(opbrengst, bevindingen, teksten),
    ]


def _join_teksten(blokken: Sequence[Blok]) -> str:
    """Return what these paragraphs and lists say, as one text."""
    los = (blok.punten if isinstance(blok, Opsomming) else (getattr(blok, "tekst", ""),) for blok in blokken)
    return " ".join(zin for zinnen in los for zin in zinnen)


def _top(opbrengst: Opbrengst, bevindingen: tuple[Antwoord, ...], teksten: Mapping[str, Tekst]) -> list[Blok]:
    gekozen = _choose_koppen(opbrengst, bevindingen)
    zinnen = tuple(_tell(opbrengst, antwoord, teksten) for antwoord in gekozen)
    if not zinnen:
        return []
    geteld = {gevonden[1] for zin in zinnen if (gevonden := _GETELD.search(zin))}
    bronnen = [Alinea(f"{_BRONNEN}{_ANDERS if len(geteld) > 1 else ''}", "noot")] if geteld else []
    return [Alinea(f"{_TELWOORD[len(zinnen)]}."), Opsomming(zinnen, genummerd=True), *bronnen]


def _choose_koppen(opbrengst: Opbrengst, bevindingen: tuple[Antwoord, ...]) -> list[Antwoord]:
    """Return the findings that the summary tells: the first that the analyst chose, else the strongest.

    How many people are for what was put before them is one of these: a decision is about that.
    """
    if list_eigen_keuze(opbrengst):
        return list(bevindingen[:MEEST])
    gekozen = pick_sterkste(bevindingen)
    steun = pick_steun(opbrengst, {antwoord.id: antwoord for antwoord in bevindingen})
    mist = [antwoord for antwoord in bevindingen if antwoord.id in steun and antwoord not in gekozen]
    return [*gekozen[: MEEST - len(mist)], *mist]


def _tell(opbrengst: Opbrengst, antwoord: Antwoord, teksten: Mapping[str, Tekst]) -> str:
    """Return the finding, how large it is, and with whom it is different."""
    uitleg = tell_uitleg(antwoord)[:1]
    verschil = tell_verschil(opbrengst, antwoord, alleen_vast=True)
    anders = [] if verschil in (GEEN, antwoord.bevinding) else [f"{verschil}."]
    delen = [name_bevinding(antwoord, zin) for zin in (*uitleg, *anders)]
    return " ".join([_title(opbrengst, antwoord, teksten), *delen, *_name_bron(antwoord)])


def _name_bron(antwoord: Antwoord) -> list[str]:
    """Return the source that a finding rests on, and who came forward; several sources are told by the finding itself."""
    tabel = find_tabel(antwoord)
    toelichting = read_toelichting(next(iter(antwoord.tabellen.values())) if tabel is None else tabel)
    if not toelichting.bron or ";" in toelichting.bron:
        return []
    zelf = f"; {say_hoe(_read_wijze(toelichting.bron))}" if toelichting.zelfselectie else ""
    return [f"Bron: {name_bron(toelichting.bron)}{zelf}."]


def _read_wijze(bron: str) -> str:
    """Return in which way people came who were not chosen, from what the line on a source says of it."""
    delen = bron.split(", ")
    if WERVING_LABEL[NETWERK] in delen:
        return NETWERK
    cijfers = delen[0].startswith(tuple(INSTRUMENT_LABEL[naam] for naam in GEMETEN))
    return "onbekend" if cijfers and not set(WERVING_LABEL.values()) & set(delen) else "zelf"


def pick_sterkste(bevindingen: Sequence[Antwoord], meest: int = MEEST) -> list[Antwoord]:
    """Return the strongest findings, each about something else.

    Of those that are about as strong the one goes first that tells of another phase, then the one of another kind. A
    subject that was told comes back only where nothing else is left.
    """
    rang = {antwoord.id: rank_bevinding(antwoord) for antwoord in bevindingen}
    over = sorted(bevindingen, key=lambda antwoord: rang[antwoord.id])
    gekozen: list[Antwoord] = []
    while over and len(gekozen) < meest:
        gezegd = {name_onderwerp(antwoord) for antwoord in gekozen}
        nieuw = [antwoord for antwoord in over if name_onderwerp(antwoord) not in gezegd] or over
        volgende = min(_keep_even(nieuw, rang), key=lambda antwoord: _measure_herhaling(antwoord, gekozen))
        gekozen.append(volgende)
        over.remove(volgende)
    return gekozen


def _keep_even(volgorde: list[Antwoord], rang: Mapping[str, tuple[int, float]]) -> list[Antwoord]:
    """Return the findings that are about as strong as the first."""
    zwak, sterkte = rang[volgorde[0].id]
    return [a for a in volgorde if rang[a.id][0] == zwak and rang[a.id][1] <= _GELIJK * sterkte]


def _measure_herhaling(antwoord: Antwoord, gekozen: list[Antwoord]) -> tuple[int, int]:
    """Return how often the phase of a finding was told, and then how often its kind."""
    fase = sum(a.fase == antwoord.fase for a in gekozen)
    return fase, sum(a.figuur == antwoord.figuur for a in gekozen)


def _title(opbrengst: Opbrengst, antwoord: Antwoord, teksten: Mapping[str, Tekst]) -> str:
    tekst = teksten.get(antwoord.id)
    zin = tekst.titel if tekst and tekst.titel else _name_fase(opbrengst, antwoord)
    return f"{zin.rstrip('.')}."


def _name_fase(opbrengst: Opbrengst, antwoord: Antwoord) -> str:
    """Return the finding; of a count of sources within one of several phases, that phase: a reader asks which two they are."""
    zin = name_bevinding(antwoord)
    fasen = opbrengst.traject.activiteiten["fase"].dropna().nunique()
    if fasen < 2 or not antwoord.fase or not _GETELD.search(zin):
        return zin
    return zin.replace(" komt in ", f" komt in de fase ‘{FASE_LABEL[antwoord.fase]}’ in ", 1)


def _at_a_glance(
    opbrengst: Opbrengst, bevindingen: tuple[Antwoord, ...], teksten: Mapping[str, Tekst]
) -> list[Blok]:
    rijen = [
        {
            "bevinding": _title(opbrengst, antwoord, teksten).rstrip("."),
            "gemeten of gehoord": antwoord.soort or "–",
            "bij wie anders": _tell_anders(opbrengst, antwoord),
            "wat nu": tell_besluit(opbrengst, antwoord),
        }
        for antwoord in bevindingen
    ]
    if not rijen:
        return [Alinea(_tell_leeg(opbrengst))]
    return [Tabelblok("De bevindingen", pd.DataFrame(rijen, dtype="str"), (_SOORT,))]


def _tell_leeg(opbrengst: Opbrengst) -> str:
    """Return that nothing stands in the chapter of findings, and in which chapters something does."""
    beantwoord = {antwoord.id for antwoord in opbrengst.answered()}
    elders = [nummer for nummer, vragen in HOOFDSTUKKEN.items() if beantwoord & {*vragen}]
    if not elders:
        return (
            "Er zijn nog geen bevindingen: geen van de vragen over wat burgers zeggen kon worden beantwoord."
        )
    waar = ("hoofdstuk " if len(elders) == 1 else "de hoofdstukken ") + join_woorden(elders)
    return f"In hoofdstuk 3 staat geen bevinding; wat wel is beantwoord, staat in {waar}."


def _tell_anders(opbrengst: Opbrengst, antwoord: Antwoord) -> str:
    """Return who differs: the sentence of another table, or the groups that the finding itself names."""
    verschil = tell_verschil(opbrengst, antwoord, alleen_vast=True)
    eigen = find_tabel(antwoord)
    if verschil != antwoord.bevinding or eigen is None:
        return verschil
    over = read_toelichting(eigen)
    anders = eigen[eigen["verschilt"].isin(["▲", "▼"])][over.per].astype("str")
    namen = name_groepen(dict.fromkeys(anders), over)
    genoemd = [naam for naam in namen if is_genoemd(naam, antwoord.bevinding)]
    return name_bevinding(antwoord, f"bij {join_quotes(genoemd)}") if genoemd else GEEN
