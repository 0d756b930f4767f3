"""Weights fitted to the population, with standard errors that know it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import pandas as pd

from burgerdata.analysis.populatie import fill_marges
from burgerdata.designs import read_burgers
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.settings import Weging
from burgerdata.statistics import report_weights
from burgerdata.traject import Traject


def weight_deelnemers(
    traject: Traject,
    marges: pd.DataFrame | None = None,
    *,
    activiteit_id: str | Sequence[str] | None = None,
    kenmerken: Sequence[str] | None = None,
    grenzen: tuple[float, float] | None = None,
    variantie: Literal["greg", "rake"] = "greg",
) -> Traject:
    """Return the Traject with raked weights; ``wegingen`` says how, and every standard error takes it into account.

    Raking (Deming & Stephan 1940) on the margins of the traject, or on ``marges`` (variabele, categorie, aandeel or
    aantal). The weights that an activity came with are the base weights. Who is in no category of the margins (unknown,
    or "anders" where the population knows two) weighs 1 on that trait, up to 5% of the answers. By default all surveys and panels that
    know every trait are weighted, customers (werving klantbestand) left out. ``grenzen`` trims relative to the mean
    weight, such as (0.3, 3).

    Raises
    ------
    MethodeError
        When margins and answers do not have the same categories (all are named), the traject is a filtered part, or
        no activity can be weighted.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> marges = pd.DataFrame({"variabele": "leeftijdsgroep", "categorie": ["18-34", "35+"], "aandeel": [0.3, 0.7]})
    >>> t = weight_deelnemers(make_example(), marges)
    >>> t.deelnemers["gewicht"].round(2).tolist()
    [0.6, 0.6, 0.6, 0.6, 1.4, 1.4, 1.4, 1.4]
    >>> t.wegingen["enquete"].herkomst
    'gekalibreerd'
    """
    if traject.volledig is not None:
        raise MethodeError(
            "een deel van de steekproef wordt niet apart gewogen; weeg eerst, en filter daarna"
        )
    if marges is not None:
        traject = traject.replace_tabellen(marges=fill_marges(marges))
    namen = tuple(kenmerken or traject.marges["variabele"].astype("str").unique())
    if not namen:
        raise MethodeError("er zijn geen bevolkingscijfers om op te wegen; vul marges.xlsx of geef marges op")
    ids = _choose_activiteiten(traject, activiteit_id, namen)
    wegingen = {
        naam: Weging(naam, "gekalibreerd", _name_method(namen, grenzen), namen, variantie, grenzen)
        for naam in ids
    }
    gewogen = replace(_keep_base(traject, ids), wegingen={**traject.wegingen, **wegingen})
    return _write_weights(gewogen, ids)


def _choose_activiteiten(
    traject: Traject, activiteit_id: str | Sequence[str] | None, kenmerken: tuple[str, ...]
) -> list[str]:
    if activiteit_id is not None:
        gevraagd = [activiteit_id] if isinstance(activiteit_id, str) else list(activiteit_id)
        for naam in gevraagd:
            traject.check_activiteit(naam)
        return gevraagd
    vragen, uit = traject.vragen, []
    for _, activiteit in traject.activiteiten.iterrows():
        eigen = set(vragen[vragen["activiteit_id"].eq(activiteit["activiteit_id"])]["vraag_id"].astype("str"))
        meet = (
            activiteit["instrument"] in ("enquete", "klantpanel") and activiteit["werving"] != "klantbestand"
        )
        if meet and set(kenmerken) <= eigen:
            uit.append(str(activiteit["activiteit_id"]))
    if not uit:
        raise MethodeError(
            f"geen enquête of panel kent {join_woorden(list(kenmerken))}; kies kenmerken= of activiteit_id="
        )
    return uit


def _name_method(kenmerken: tuple[str, ...], grenzen: tuple[float, float] | None) -> str:
    tekst = f"naar de bevolking op {join_woorden(list(kenmerken))} (raking)"
    if grenzen is None:
        return tekst
    laag, hoog = (format_getal(grens, 1) for grens in grenzen)
    return f"{tekst}, begrensd tussen {laag} en {hoog} keer het gemiddelde"


def _keep_base(traject: Traject, ids: list[str]) -> Traject:
    """Return the traject in which what persons weighed so far is their base weight, unless they were raked before."""
    deelnemers = traject.deelnemers
    eerder = [naam for naam, weging in traject.wegingen.items() if weging.herkomst == "gekalibreerd"]
    nieuw = deelnemers["activiteit_id"].isin([naam for naam in ids if naam not in eerder])
    basis = deelnemers["basisgewicht"].where(~nieuw, deelnemers["gewicht"])
    return traject.replace_tabellen(deelnemers=deelnemers.assign(basisgewicht=basis))


def _write_weights(traject: Traject, ids: list[str]) -> Traject:
    """Return the traject with the weights of its calibrated designs in deelnemers, and what the weighting cost."""
    deelnemers = traject.deelnemers
    sleutel = pd.MultiIndex.from_frame(deelnemers[["activiteit_id", "deelnemer_id"]].astype("str"))
    gewicht = pd.Series(deelnemers["gewicht"].to_numpy(), index=sleutel)
    wegingen = dict(traject.wegingen)
    for activiteit_id in ids:
        design = traject.design(activiteit_id)
        wie = read_burgers(traject, activiteit_id)["deelnemer_id"].astype("str")
        gewicht.loc[pd.MultiIndex.from_product([[activiteit_id], wie])] = design.weights.to_numpy()
        verslag = report_weights(design).iloc[0]
        kosten = f"deff {format_getal(verslag['deff'], 2)}, n_eff {format_getal(verslag['n_eff'])}"
        weging = wegingen[activiteit_id]
        wegingen[activiteit_id] = replace(weging, methode=f"{weging.methode}; {kosten}")
    tabel = deelnemers.assign(gewicht=gewicht.to_numpy())
    return replace(traject.replace_tabellen(deelnemers=tabel), wegingen=wegingen)
