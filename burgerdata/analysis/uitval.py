"""Who left a panel, and weights with which those who stayed stand for all who began."""

from __future__ import annotations

import itertools
from collections.abc import Sequence
from dataclasses import replace

import pandas as pd

from burgerdata.analysis.golven import Golf, Langs, list_paren, name_meting
from burgerdata.analysis.regels import is_gewogen
from burgerdata.designs import ONBEKEND, has_gewicht, make_design, read_burgers, read_kenmerk
from burgerdata.errors import MethodeError
from burgerdata.getallen import join_woorden
from burgerdata.schema import LANGSGEWICHT
from burgerdata.settings import Weging
from burgerdata.statistics import Design, rake, weight_attrition
from burgerdata.traject import Traject
from burgerdata.wide import pick_antwoorden, place_getallen

_MEEST_ZONDER = 0.05
"""The largest share of the people of both waves that may lack a longitudinal weight for it to be used."""


def weight_uitval(traject: Traject, kenmerken: Sequence[str], *, panel: str | None = None) -> Traject:
    """Return the Traject in which changes between waves are weighted for who left the panel.

    ``compare_metingen`` then gives the people of both waves a longitudinal weight: that of the earlier wave, divided by
    the chance of staying (logistic regression on ``kenmerken``; Little 1986), and raked until these traits are divided
    as in the whole earlier wave. The weights of each wave by itself stay as they are. Without ``panel`` all panels with
    two waves or more are taken.

    Raises
    ------
    MethodeError
        When there is no such panel, a trait is not known in its earlier waves, or the traject is a filtered part.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> weight_uitval(make_example(), ["leeftijdsgroep"])
    Traceback (most recent call last):
    ...
    burgerdata.errors.MethodeError: er is geen panel met twee metingen; uitval vraagt dezelfde mensen in twee metingen
    """
    if traject.volledig is not None:
        raise MethodeError("een deel van het panel wordt niet apart gewogen; weeg eerst, en filter daarna")
    if not kenmerken:
        raise MethodeError("geef kenmerken op waarin blijvers en vertrekkers kunnen verschillen")
    activiteiten = traject.activiteiten
    eigen = activiteiten[activiteiten["panel"].notna() & activiteiten["meting"].notna()]
    eigen = eigen if panel is None else eigen[eigen["panel"].eq(panel)]
    wegingen = dict(traject.wegingen)
    for _, golven in eigen.groupby("panel", observed=True, dropna=True, sort=False):
        ids = list(golven["activiteit_id"].astype("str"))
        for eerder, later in itertools.pairwise(ids):
            for kenmerk in kenmerken:
                read_kenmerk(traject, eerder, kenmerk, read_burgers(traject, eerder))
            wegingen[later] = replace(wegingen.get(later, Weging(later)), uitval=tuple(kenmerken))
    if wegingen == dict(traject.wegingen):
        raise MethodeError(
            "er is geen panel met twee metingen; uitval vraagt dezelfde mensen in twee metingen"
        )
    return replace(traject, wegingen=wegingen)


def find_uitval(naar: Golf) -> tuple[str, ...]:
    """Return the traits that changes up to this wave are weighted on for attrition."""
    weging = naar.traject.wegingen.get(naar.activiteit_id)
    return () if weging is None else weging.uitval


def weigh_langs(van: Golf, naar: Golf) -> Langs | None:
    """Return the design that people of both waves count in: after ``weight_uitval``, or with a weight of the bureau."""
    if kenmerken := find_uitval(naar):
        design = _weigh_stayers(van, naar, kenmerken)
        return Langs(design, later=False) if design else None
    gewicht = read_langsgewicht(naar)
    if gewicht is None or count_zonder(van, naar, gewicht)[0] > _MEEST_ZONDER:
        return None
    design = make_design(naar.traject, naar.activiteit_id, kolommen={})
    core = replace(design.core, weights=gewicht.fillna(0.0).to_numpy(), calibrations=None)
    return Langs(design.with_core(core), later=True)


def count_zonder(van: Golf, naar: Golf, gewicht: pd.Series) -> tuple[float, int]:
    """Return the share and the number of the people of both waves who have no longitudinal weight."""
    beide = _is_gewogen_in(naar.personen, van) & _is_gewogen_in(naar.personen, naar)
    zonder = ~gewicht[beide].gt(0)
    return float(zonder.mean()) if len(zonder) else 1.0, int(zonder.sum())


def _is_gewogen_in(personen: pd.DataFrame, golf: Golf) -> pd.Series:
    """Return who of these persons took part in a wave and has weight there."""
    gewogen = golf.personen[has_gewicht(golf.traject, golf.activiteit_id, golf.personen)]
    return personen["deelnemer_id"].astype("str").isin(gewogen["deelnemer_id"].astype("str"))


def list_wegingsnoten(golven: Sequence[Golf]) -> list[str]:
    """Return the note on how a change between these waves was weighted, where that is not by the later wave."""
    kenmerken = list(dict.fromkeys(naam for golf in golven for naam in find_uitval(golf)))
    if kenmerken:
        return [
            f"Verandering gewogen voor uitval op {join_woorden(kenmerken)}: wie bleef, staat voor wie vertrok."
        ]
    return [noot for van, naar in list_paren(golven) if (noot := _state_paar(van, naar))]


def _state_paar(van: Golf, naar: Golf) -> str:
    """Return how the people of both waves were weighted, where the notes on the waves themselves leave that in doubt."""
    if (gewicht := read_langsgewicht(naar)) is not None:
        return _state_langs(van, naar, gewicht)
    weegt_van, weegt_naar = (is_gewogen(golf.traject, golf.activiteit_id) for golf in (van, naar))
    if weegt_van == weegt_naar:
        return ""
    hoe = "gewogen" if weegt_naar else "niet gewogen"
    return f"Verandering van {name_meting(van)} naar {name_meting(naar)} {hoe}, zoals {name_meting(naar)}."


def _state_langs(van: Golf, naar: Golf, gewicht: pd.Series) -> str:
    """Return whether a weight of the bureau was used between two waves, and whom it left out."""
    deel, zonder = count_zonder(van, naar, gewicht)
    welke = f"van {name_meting(van)} naar {name_meting(naar)}"
    mensen = "enkele mensen" if zonder < van.traject.instellingen.drempels.drempel else f"{zonder} mensen"
    if deel > _MEEST_ZONDER:
        return f"Verandering {welke} niet gewogen met het langsgewicht: {mensen} van beide metingen hebben er geen."
    los = f"; {mensen} zonder dat gewicht tellen niet mee" if zonder else ""
    return f"Verandering {welke} gewogen met het langsgewicht van het bureau{los}."


def read_langsgewicht(naar: Golf) -> pd.Series | None:
    """Return the longitudinal weight that a bureau gave the people of a wave, or None where it gave none.

    Raises MethodeError for a negative weight.
    """
    vragen = naar.traject.vragen
    eigen = vragen["activiteit_id"].eq(naar.activiteit_id) & vragen["vraag_id"].eq(LANGSGEWICHT)
    if not (eigen & vragen["rol"].eq("gewicht")).any():
        return None
    geheel = naar.traject.volledig or naar.traject
    rijen = pick_antwoorden(geheel, naar.activiteit_id, LANGSGEWICHT, naar.personen)
    gewicht = place_getallen(rijen, naar.personen)
    if gewicht.lt(0).any():
        raise MethodeError(
            f"het langsgewicht van '{naar.activiteit_id}' is soms negatief; vraag het bureau om het goede gewicht"
        )
    return gewicht if gewicht.gt(0).any() else None


def _weigh_stayers(van: Golf, naar: Golf, kenmerken: Sequence[str]) -> Design | None:
    """Return the design of the earlier wave with longitudinal weights, 0 for who left; None where nobody stayed.

    Raises
    ------
    MethodeError
        When nobody of some group stayed.
    """
    bleef = _is_gewogen_in(van.personen, naar)
    if not bleef.any():
        return None
    traits = {f"uitval {naam}": van.groepen(naam).astype("str").fillna(ONBEKEND) for naam in kenmerken}
    geheel = van.traject.volledig or van.traject
    design = make_design(geheel, van.activiteit_id, kolommen={"bleef": bleef} | traits)
    if bleef.all():
        return design.subset(van.binnen)
    marges = [_sum_weights(design, naam) for naam in traits]
    geschat = weight_attrition(design, "bleef", list(traits))
    geraakt = rake(geschat, pd.concat(marges, ignore_index=True))
    # These margins are themselves estimated from the wave: what they explain varies as well.
    return geraakt.with_core(replace(geraakt.core, calibrations=None)).subset(van.binnen)


def _sum_weights(design: Design, naam: str) -> pd.DataFrame:
    """Return the margin of a column as the weights of the whole sample have it."""
    sommen = design.weights.groupby(design.frame[naam], observed=True, dropna=False).sum()
    return sommen.rename_axis("categorie").reset_index(name="aantal").assign(variabele=naam)
