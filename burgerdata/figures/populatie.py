"""plot_populatie (F5): those who took part beside the population, a dumbbell per group, the largest gap on top."""

from __future__ import annotations

import math
from pathlib import Path

import pandas as pd

from burgerdata.figures.dumbbell import Halter, Halterpaneel
from burgerdata.figures.figuur import Figuur
from burgerdata.figures.formaat import Formaatnaam
from burgerdata.figures.groups import name_activiteiten
from burgerdata.figures.layout import Stapel
from burgerdata.figures.making import Inhoud, Opdracht, Rijkeuze, make_figuur, state_titel
from burgerdata.figures.preparation import flag, is_onderdrukt, numbers, prepare_tabel, texts
from burgerdata.figures.rows import Rijen
from burgerdata.figures.words import format_aandeel
from burgerdata.getallen import format_getal, format_verschil, join_woorden
from burgerdata.toelichting import read_toelichting

NIET_GETOOND = "niet getoond"
GEMIST = "gemist"
_TEKENS = "Verschil in procentpunten. ◆ bevolking; ○ deelnemers"
_GEWOGEN = "; ● deelnemers na weging"
_UITLEG = "Gemist: minder dan half zo vaak als in de bevolking."
_WEINIG = "Niet getoond: om kleine aantallen te beschermen."
_GELIJK = 1e-9
_NOEM = 3
"""Up to this number of blocks left out are named."""


def plot_populatie(
    table: pd.DataFrame,
    *,
    titel: str | None = None,
    formaat: Formaatnaam = "a4",
    style_path: str | Path | None = None,
) -> Figuur:
    """Return a dumbbell per group: its share of the population, of the participants, and of them after weighting.

    A block per activity and trait, one in which a group was missed first; in it the largest gap on top. The ring is unweighted,
    the disc weighted (only where weights change something). The gap is in percentage points, unweighted; a group
    under half of its share is called "gemist", a suppressed one "niet getoond".

    Raises
    ------
    MethodeError
        When nothing is left to draw.

    Examples
    --------
    >>> tabel = pd.DataFrame({"variabele": "leeftijd", "categorie": ["jong", "oud"], "basis": 90})
    >>> tabel = tabel.assign(steekproef=[0.2, 0.8], bevolking=[0.45, 0.55], verschil=[-0.25, 0.25], gemist=[True, False])
    >>> plot_populatie(tabel, titel="Jongeren deden te weinig mee").alt
    'Halters: Jongeren deden te weinig mee. Het verschil is het grootst bij jong: 20% van de deelnemers, 45% van de bevolking.'
    """
    opdracht = Opdracht(plot_populatie, table, titel, formaat, style_path)
    nodig = ("variabele", "categorie", "steekproef", "bevolking")
    tabel = prepare_tabel(table, nodig=nodig, figuur="vergelijking met de bevolking")
    blokken = _split_blokken(tabel)
    plafond = max(
        numbers(tabel, kolom).max() for kolom in ("steekproef", "gewogen", "bevolking") if kolom in tabel
    )
    weegt = any(not math.isnan(_read_gewogen(tabel.loc[rij])) for rij in tabel.index)
    tekening = Rijkeuze(
        lambda aantal: Stapel(
            tuple(_make_rijen(kop, rijen, tabel, plafond) for kop, rijen in blokken[:aantal])
        ),
        len(blokken),
        lambda weg: _state_rest([kop for kop, _ in blokken[len(blokken) - weg :]]),
        minst=1,
    )
    kop = state_titel(opdracht, tabel)
    tekens = (
        f"{_TEKENS}{_GEWOGEN if weegt else ''}.",
        _UITLEG if flag(tabel, GEMIST).any() else "",
        _WEINIG if is_onderdrukt(tabel).any() else "",
    )
    alt = f"Halters: {kop}. {_tell_grootste(tabel)}"
    return make_figuur(opdracht, Inhoud(tabel, tekening, alt, tekens), kop)


def _split_blokken(tabel: pd.DataFrame) -> list[tuple[str, pd.DataFrame]]:
    """Return the rows per activity and trait with their heading: what was missed, most people, largest gap first."""
    activiteit, variabele = texts(tabel, "activiteit_id"), texts(tabel, "variabele")
    namen = name_activiteiten(tabel) if activiteit.nunique() > 1 else {}
    kenmerken = dict(read_toelichting(tabel).namen)
    blokken = []
    for (bron, naam), rijen in tabel.groupby(
        [activiteit, variabele], sort=False, observed=True, dropna=False
    ):
        kop = " · ".join(filter(None, (namen.get(str(bron), ""), kenmerken.get(str(naam), str(naam)))))
        gat = numbers(rijen, "verschil").abs().sort_values(ascending=False, kind="stable", na_position="last")
        blokken.append((kop[:1].upper() + kop[1:], rijen.loc[gat.index]))
    grootste = numbers(tabel, "basis").groupby(activiteit, observed=True, dropna=False).max().fillna(0.0)

    def rank(rijen: pd.DataFrame) -> tuple[bool, float, float]:
        gat = numbers(rijen, "verschil").abs().max()
        mensen = grootste[texts(rijen, "activiteit_id").iloc[0]]
        return not flag(rijen, GEMIST).any(), -mensen, 0.0 if math.isnan(gat) else -gat

    return sorted(blokken, key=lambda blok: rank(blok[1]))


def _state_rest(koppen: list[str]) -> str:
    """Return what is left out, by name as long as that can be read."""
    wat = join_woorden(koppen) if len(koppen) <= _NOEM else f"{len(koppen)} andere kenmerken"
    return f"Niet getoond: {wat}; zie de tabel."


def _make_rijen(kop: str, rijen: pd.DataFrame, tabel: pd.DataFrame, plafond: float) -> Rijen:
    basis = numbers(rijen, "basis").max()
    n = "" if math.isnan(basis) else f" (n = {format_getal(basis)})"
    halters = tuple(_make_halter(nummer, rijen.loc[rij]) for nummer, rij in enumerate(rijen.index))
    gemist = flag(rijen, GEMIST)
    return Rijen(
        tuple(texts(rijen, "categorie")),
        (Halterpaneel(halters, plafond, kop=f"{kop}{n}"),),
        vet=frozenset(nummer for nummer, mist in enumerate(gemist) if mist),
        rechts=tuple(_state_gat(rijen.loc[rij], mist=bool(gemist[rij])) for rij in rijen.index),
        rechts_kop="punten",
        ook=tuple(texts(tabel, "categorie")),
        rijhoogte=1.6,
    )


def _make_halter(nummer: int, rij: pd.Series) -> Halter:
    bevolking, steekproef = float(rij["bevolking"]), float(rij["steekproef"])
    if math.isnan(steekproef):
        return Halter(nummer, bevolking, label=NIET_GETOOND)
    return Halter(nummer, bevolking, steekproef, _read_gewogen(rij))


def _read_gewogen(rij: pd.Series) -> float:
    """Return the weighted share, or NaN where weighting changed nothing."""
    gewogen = float(rij.get("gewogen", math.nan))
    return math.nan if abs(gewogen - float(rij["steekproef"])) < _GELIJK else gewogen


def _state_gat(rij: pd.Series, *, mist: bool) -> str:
    """Return the gap in whole points, and in a word that the group was missed."""
    gat = (float(rij["steekproef"]) - float(rij["bevolking"])) * 100
    delen = (GEMIST if mist else "", "" if math.isnan(gat) else format_verschil(gat, 0))
    return " ".join(filter(None, delen))


def _tell_grootste(tabel: pd.DataFrame) -> str:
    """Return the group with the largest gap as one sentence; a suppressed group is never it."""
    gat = (numbers(tabel, "steekproef") - numbers(tabel, "bevolking")).abs()
    if gat.isna().all():
        return "Geen verschil is te tonen."
    rij = tabel.iloc[int(gat.fillna(-1.0).to_numpy().argmax())]
    delen = (format_aandeel(float(rij["steekproef"])), format_aandeel(float(rij["bevolking"])))
    wie = f"{rij['categorie']}: {delen[0]} van de deelnemers, {delen[1]} van de bevolking"
    return f"Het verschil is het grootst bij {wie}."
