"""Weights fitted to the population, with standard errors that know it."""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import replace
from typing import Literal

import pandas as pd

from burgerdata.analysis.kenmerknamen import name_groep
from burgerdata.analysis.margepopulatie import find_andere_populatie
from burgerdata.analysis.populatie import compare_populatie, fill_marges
from burgerdata.analysis.regels import state_bron, state_weging
from burgerdata.analysis.vergelijkbaar import KLANTEN, has_eigen_populatie
from burgerdata.designs import read_burgers
from burgerdata.errors import MethodeError, MethodeWaarschuwing
from burgerdata.getallen import format_getal, join_woorden
from burgerdata.settings import Weging
from burgerdata.statistics import measure_dissimilarity, report_weights
from burgerdata.toelichting import Toelichting, annotate
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
    know every trait are weighted; customers (werving klantbestand) only where ``populatie`` of the margins names them. ``grenzen`` trims relative to the mean
    weight, such as (0.3, 3).

    Margins about others than the survey (ages, households, a group of people, a place: populatie in marges.xlsx against
    doelgroep in traject.toml) give a MethodeWaarschuwing, and every table says so; where one of both is not given, the
    tables say that.

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
        naam: replace(
            Weging(
                naam,
                "gekalibreerd",
                _name_method([name_groep(traject, kenmerk, [naam]) for kenmerk in namen], grenzen),
                namen,
                variantie,
                grenzen,
            ),
            lonely_psu=traject.wegingen[naam].lonely_psu if naam in traject.wegingen else "fail",
        )
        for naam in ids
    }
    gewogen = replace(_keep_base(traject, ids), wegingen={**traject.wegingen, **wegingen})
    for naam in ids:
        for zin in find_andere_populatie(gewogen, naam, namen):
            warnings.warn(f"activiteit '{naam}': {zin}", MethodeWaarschuwing, stacklevel=2)
    return _write_weights(gewogen, ids)


def describe_weging(traject: Traject) -> pd.DataFrame:
    """Return what each weighting cost and mended, a row per activity (and trait of the margins).

    Columns: activiteit_id, herkomst, n, laagste, hoogste (weights relative to their mean), deff (Kish 1965), n_eff,
    kenmerk, kleinste (people in the smallest category of that trait), dissimilariteit_voor, dissimilariteit_na: the
    share of people that would have to be someone else to equal the population, before and after weighting (Duncan &
    Duncan 1955). ``compare_populatie`` shows it per category. Without margins, or of a trait that was not asked,
    kenmerk is empty.

    Raises
    ------
    MethodeError
        When the traject has no participants of rol burger.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> marges = pd.DataFrame({"variabele": "leeftijdsgroep", "categorie": ["18-34", "35+"], "aandeel": [0.3, 0.7]})
    >>> t = weight_deelnemers(make_example(), marges)
    >>> describe_weging(t)[["n", "hoogste", "deff", "dissimilariteit_voor", "dissimilariteit_na"]].round(2)
       n  hoogste  deff  dissimilariteit_voor  dissimilariteit_na
    0  8      1.4  1.16                   0.2                 0.0
    """
    delen = [_describe(traject, naam) for naam in traject.wegingen if len(read_burgers(traject, naam))]
    if not delen:
        raise MethodeError("dit traject heeft geen deelnemers om te wegen")
    verslag = pd.concat(delen, ignore_index=True)
    try:
        beeld = compare_populatie(traject)
    except MethodeError:  # no margins, or none of a trait that was asked: only the weights can be told
        beeld = pd.DataFrame({"activiteit_id": pd.Series(dtype="str")})
    rijen = [
        {
            "activiteit_id": naam,
            "kenmerk": variabele,
            "kleinste": int(deel["n"].min()),
            "dissimilariteit_voor": float(deel["dissimilariteit"].iloc[0]),
            "dissimilariteit_na": measure_dissimilarity(deel["gewogen"], deel["bevolking"]),
        }
        for (naam, variabele), deel in (
            beeld.groupby(["activiteit_id", "variabele"], observed=True, dropna=False, sort=False)
            if len(beeld)
            else ()
        )
    ]
    kenmerken = pd.DataFrame(
        rijen, columns=["activiteit_id", "kenmerk", "kleinste", "dissimilariteit_voor", "dissimilariteit_na"]
    ).astype({"activiteit_id": "str", "kenmerk": "str", "kleinste": "Int32"})
    tabel = verslag.merge(kenmerken, on="activiteit_id", how="left")
    noten = tuple(dict.fromkeys(state_weging(traject, [naam]) for naam in verslag["activiteit_id"]))
    return annotate(
        tabel,
        Toelichting(
            "overig",
            onderwerp="de weging",
            bron=state_bron(traject, list(verslag["activiteit_id"])),
            noten=noten,
            synthetisch=traject.instellingen.synthetisch,
        ),
    )


def _describe(traject: Traject, activiteit_id: str) -> pd.DataFrame:
    verslag = report_weights(traject.design(activiteit_id)).drop(columns="total")
    verslag = verslag.rename(columns={"min": "laagste", "max": "hoogste"}).astype({"n": "Int32"})
    vast = {"activiteit_id": activiteit_id, "herkomst": traject.wegingen[activiteit_id].herkomst}
    for plek, (naam, waarde) in enumerate(vast.items()):
        verslag.insert(plek, naam, pd.Series([waarde], dtype="str"))
    return verslag


def _choose_activiteiten(
    traject: Traject, activiteit_id: str | Sequence[str] | None, kenmerken: tuple[str, ...]
) -> list[str]:
    if activiteit_id is not None:
        gevraagd = [activiteit_id] if isinstance(activiteit_id, str) else list(activiteit_id)
        for naam in gevraagd:
            traject.check_activiteit(naam)
        return gevraagd
    vragen, meet = traject.vragen, traject.activiteiten["instrument"].isin(("enquete", "klantpanel"))
    kennen = {
        str(activiteit["activiteit_id"]): activiteit["werving"]
        for _, activiteit in traject.activiteiten[meet].iterrows()
        if set(kenmerken)
        <= set(vragen[vragen["activiteit_id"].eq(activiteit["activiteit_id"])]["vraag_id"].astype("str"))
    }
    eigen = all(has_eigen_populatie(traject, naam) for naam in kenmerken)
    uit = [naam for naam, werving in kennen.items() if eigen or werving != KLANTEN]
    if uit:
        return uit
    if kennen:
        raise MethodeError(
            f"{join_woorden(list(kennen))} kent {join_woorden(list(kenmerken))}, maar de deelnemers komen uit een klantbestand: "
            "gaan de cijfers over die klanten, noem hen dan bij populatie in marges.xlsx, of noem activiteit_id="
        )
    raise MethodeError(
        f"geen enquête of panel kent {join_woorden(list(kenmerken))}; kies kenmerken= of activiteit_id="
    )


def _name_method(kenmerken: Sequence[str], grenzen: tuple[float, float] | None) -> str:
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
