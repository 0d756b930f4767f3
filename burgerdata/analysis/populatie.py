"""The people who took part beside the population."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pandas as pd

from burgerdata.analysis.kenmerknamen import name_kenmerk
from burgerdata.analysis.margepopulatie import find_andere_populatie, find_onbekende_populatie
from burgerdata.analysis.regels import is_gewogen, list_namen, state_bron
from burgerdata.analysis.vergelijkbaar import (
    KLANTEN,
    has_eigen_populatie,
    state_onvergelijkbaar,
)
from burgerdata.designs import has_gewicht, make_design, read_burgers, read_kenmerk, read_marge
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_datum, join_woorden
from burgerdata.statistics import measure_dissimilarity
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

_KOLOMMEN = [
    *("activiteit_id", "variabele", "categorie", "n", "basis", "steekproef", "gewogen", "bevolking"),
    *("verschil", "gemist", "dissimilariteit"),
]
_MAP = re.compile(r"^.*[/\\](?=[^/\\]*\.[A-Za-z][A-Za-z0-9]{1,6}\b)")
"""The folders before the name of a file."""
_GEVOLG = "is hier niet te vergelijken"


def compare_populatie(traject: Traject, marges: pd.DataFrame | None = None) -> pd.DataFrame:
    """Return a row per activity, trait and category: n, basis, steekproef, gewogen, bevolking, verschil, gemist, dissimilariteit.

    Shares are 0 to 1; verschil is steekproef minus bevolking, both unweighted. gemist marks a
    group that took part less than half as often as its share of the population. dissimilariteit is, per trait, the
    share of participants that would have to be someone else to equal the population (Duncan & Duncan 1955). People
    whose trait is unknown, or in no category of the margins, and people of weight 0 are outside the base. Customers
    (werving klantbestand) have a population of their own: they are left out unless ``populatie`` of the margins names them. ``marges`` replaces those of the traject.

    Raises
    ------
    MethodeError
        When there are no margins, or no activity knows one of the traits.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_example
    >>> marges = pd.DataFrame({"variabele": "leeftijdsgroep", "categorie": ["18-34", "35+"], "aandeel": [0.3, 0.7]})
    >>> compare_populatie(make_example(), marges)[["categorie", "n", "steekproef", "bevolking", "verschil"]].round(2)
      categorie  n  steekproef  bevolking  verschil
    0     18-34  4         0.5        0.3       0.2
    1       35+  4         0.5        0.7      -0.2
    """
    if marges is not None:
        traject = traject.replace_tabellen(marges=fill_marges(marges))
    return traject.remember(("populatie",), lambda: _compare_traject(traject))


def _compare_traject(traject: Traject) -> pd.DataFrame:
    if traject.marges.empty:
        raise MethodeError("er zijn geen bevolkingscijfers; vul marges.xlsx of geef marges op")
    delen = list(_compare_all(traject))
    if not delen:
        reden = state_onvergelijkbaar(traject) or "van niemand is een kenmerk uit marges.xlsx bekend"
        raise MethodeError(f"{reden}; neem kenmerken en categorieën op met dezelfde namen")
    tabel = pd.concat(delen, ignore_index=True)[_KOLOMMEN]
    return annotate(tabel, _describe(traject, tabel))


def fill_marges(marges: pd.DataFrame) -> pd.DataFrame:
    """Return margins with the columns that the contract wants and the caller left out."""
    vast = {"populatie": "niet opgegeven", "bron": "niet opgegeven"}
    return marges.assign(**{naam: tekst for naam, tekst in vast.items() if naam not in marges})


def _compare_all(traject: Traject) -> Iterator[pd.DataFrame]:
    vragen = traject.vragen
    for _, activiteit in traject.activiteiten.iterrows():
        activiteit_id = str(activiteit["activiteit_id"])
        kenmerken = vragen[vragen["activiteit_id"].eq(activiteit_id) & vragen["rol"].eq("kenmerk")][
            "vraag_id"
        ]
        for variabele in traject.marges["variabele"].unique():
            klanten = activiteit["werving"] == KLANTEN and not has_eigen_populatie(traject, str(variabele))
            if variabele in set(kenmerken) and not klanten:
                deel = _compare(traject, activiteit_id, str(variabele))
                if len(deel):
                    yield deel


def _compare(traject: Traject, activiteit_id: str, variabele: str) -> pd.DataFrame:
    personen = read_burgers(traject, activiteit_id)
    labels = read_kenmerk(traject, activiteit_id, variabele, personen)
    labels = labels.where(has_gewicht(traject, activiteit_id, personen))
    marge = read_marge(traject, variabele, activiteit_id)
    bevolking = marge / marge.sum()
    n = labels.astype("str").value_counts().reindex(bevolking.index, fill_value=0)
    basis = int(n.sum())
    if not basis:
        return pd.DataFrame(columns=_KOLOMMEN)
    steekproef = n / basis
    tabel = pd.DataFrame(
        {
            "categorie": bevolking.index.astype("str"),
            "n": n.to_numpy(),
            "steekproef": steekproef.to_numpy(dtype="float64"),
            "gewogen": _weigh(traject, activiteit_id, labels, bevolking.index).to_numpy(),
            "bevolking": bevolking.to_numpy(),
        }
    )
    return tabel.assign(
        activiteit_id=pd.Series(activiteit_id, index=tabel.index, dtype="str"),
        variabele=pd.Series(variabele, index=tabel.index, dtype="str"),
        basis=pd.Series(basis, index=tabel.index, dtype="Int32"),
        n=tabel["n"].astype("Int32"),
        verschil=tabel["steekproef"] - tabel["bevolking"],
        gemist=tabel["steekproef"].lt(tabel["bevolking"] / 2).astype("bool"),
        dissimilariteit=measure_dissimilarity(tabel["steekproef"], tabel["bevolking"]),
    )


def _weigh(traject: Traject, activiteit_id: str, labels: pd.Series, categorieen: pd.Index) -> pd.Series:
    """Return the weighted share of each category among those in one of them."""
    if traject.volledig is not None:
        gewicht = read_burgers(traject, activiteit_id)["gewicht"]
    else:
        gewicht = make_design(traject, activiteit_id, kolommen={"x": labels}).weights
    som = (
        gewicht.groupby(labels.astype("str"), observed=True, dropna=False)
        .sum()
        .reindex(categorieen, fill_value=0.0)
    )
    return som / som.sum()


def _state_peildata(traject: Traject, marges: pd.DataFrame) -> str:
    """Return the date of the figures, or which traits are of which date where there are several or some have none."""
    per_datum = marges.groupby("peildatum", observed=True, dropna=False)["variabele"]
    namen = {
        datum: list(dict.fromkeys(name_kenmerk(traject, str(naam)) for naam in deel))
        for datum, deel in per_datum
    }
    bekend = {
        format_datum(pd.Timestamp(str(datum))): deel for datum, deel in namen.items() if pd.notna(datum)
    }
    if not bekend:
        return ""
    if len(namen) == 1:
        return f", peildatum {next(iter(bekend))}"
    return ", peildatum " + join_woorden(
        [f"{datum} ({join_woorden(deel)})" for datum, deel in bekend.items()]
    )


def _state_gewichtloos(traject: Traject, ids: list[str]) -> str:
    """Return that people of weight 0 are outside the base, where there are any."""
    alle = (has_gewicht(traject, naam, read_burgers(traject, naam)).all() for naam in ids)
    return "" if all(alle) else "; wie gewicht 0 heeft, telt niet mee"


def _state_aandeel(traject: Traject, ids: list[str]) -> str:
    """Return which shares stand beside each other: without weights there is no before and after."""
    gewogen = [is_gewogen(traject, naam) for naam in ids]
    hoe = (
        "voor en na weging"
        if all(gewogen)
        else "en waar is gewogen ook na weging"
        if any(gewogen)
        else "niet gewogen"
    )
    return f"Aandeel van de deelnemers, {hoe}, naast dat van de bevolking."


def _name_bestand(bron: str) -> str:
    """Return the source of margins as a reader is told it: of a file in a folder its name alone.

    Examples
    --------
    >>> _name_bestand("van bureau/O&S/bevolking 2026.xlsx, blad Wijken"), _name_bestand("CBS/StatLine")
    ('bevolking 2026.xlsx, blad Wijken', 'CBS/StatLine')
    """
    return bron if "://" in bron else _MAP.sub("", bron)


def _describe(traject: Traject, tabel: pd.DataFrame) -> Toelichting:
    marges = traject.marges[traject.marges["variabele"].isin(tabel["variabele"].unique())]
    ids = list(tabel["activiteit_id"].unique())
    peil = _state_peildata(traject, marges)
    bevolking = "; ".join(dict.fromkeys(marges["populatie"]))
    noten = []
    for naam, deel in tabel.groupby("activiteit_id", observed=True, dropna=False, sort=False):
        variabelen = list(deel["variabele"].unique())
        noten += find_andere_populatie(traject, str(naam), variabelen, gevolg=_GEVOLG)
    noten += find_onbekende_populatie(traject, ids, list(tabel["variabele"].unique()))
    return Toelichting(
        "overig",
        onderwerp="deelnemers naast de bevolking",
        antwoorden=_state_aandeel(traject, ids),
        basis=f"Basis: deelnemers met een bekend kenmerk{_state_gewichtloos(traject, ids)}. Bevolking: {bevolking}{peil}.",
        bron="; ".join(
            filter(None, [state_bron(traject, ids), *dict.fromkeys(marges["bron"].map(_name_bestand))])
        ),
        noten=tuple(dict.fromkeys(noten)),
        namen=(
            *list_namen(traject, ids),
            *((str(naam), name_kenmerk(traject, str(naam))) for naam in tabel["variabele"].unique()),
        ),
        synthetisch=traject.instellingen.synthetisch,
    )
