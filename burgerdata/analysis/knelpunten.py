"""Findings of a usability test: how severe, and met by how many people."""

from __future__ import annotations

import pandas as pd

from burgerdata.analysis.gevraagd import Gevraagd, read_gevraagd
from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.kwalitatief import is_kwalitatief
from burgerdata.analysis.regels import state_bron
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

REEKS = "bevindingen"
_KOLOMMEN = ["activiteit_id", "knelpunt", "taak", "ernst", "zwaarte", "n", "basis", "tekst", "kwalitatief"]


def rank_knelpunten(traject: Traject) -> pd.DataFrame:
    """Return a row per finding, the last round first: knelpunt, taak, ernst, zwaarte, n, basis, tekst, kwalitatief.

    ernst is the severity as the list words it, zwaarte its number; n is how many people met it, of rol burger, basis
    how many took part. Rounds go from the last to the first, for an earlier one may
    hold what was mended since; within a round findings go from severe to light, and within a severity from many people
    to few. A finding of which nobody noted who met it has no n.

    Raises
    ------
    MethodeError
        When the traject has no list of findings.

    Examples
    --------
    >>> from burgerdata.analysis.example_usability import make_usability
    >>> rank_knelpunten(make_usability())[["knelpunt", "ernst", "tekst"]]
                        knelpunt ernst       tekst
    0  De knop is niet te vinden     3  3 van de 5
    1                 Lettertype     1  1 van de 5
    """
    vragen = traject.vragen
    eigen = vragen[vragen["gebruik"].eq("ernst") & vragen["reeks"].eq(REEKS)]
    rijen = [_rank(traject, read_gevraagd(traject, vraag)) for _, vraag in eigen.iterrows()]
    if not rijen:
        raise MethodeError("er is geen lijst van bevindingen; lever haar aan bij een usability-onderzoek")
    tabel = pd.DataFrame(rijen, columns=_KOLOMMEN)
    tekst = dict.fromkeys(("activiteit_id", "knelpunt", "taak", "ernst", "tekst"), "str")
    tabel = tabel.astype(tekst | {"n": "Int32", "basis": "Int32", "zwaarte": "float64"})
    rondes = {str(naam): nr for nr, naam in enumerate(traject.activiteiten["activiteit_id"])}
    tabel = tabel.assign(ronde=tabel["activiteit_id"].map(rondes))
    tabel = tabel.sort_values(["ronde", "zwaarte", "n"], ascending=False, kind="stable", na_position="last")
    tabel = tabel.drop(columns="ronde")
    return annotate(tabel.reset_index(drop=True), _describe(traject, tabel))


def _rank(traject: Traject, bevinding: Gevraagd) -> tuple[object, ...]:
    labels = bevinding.labels[bevinding.binnen].dropna().astype("str")
    genoemd, geteld = _count_told(traject, bevinding)
    basis = int(bevinding.binnen.sum())
    ernst = str(labels.iloc[0]) if len(labels) else genoemd
    n = len(labels) if len(labels) else geteld
    waarde = dict(zip(bevinding.opties["label"], bevinding.opties["waarde"], strict=True)).get(
        ernst, float("nan")
    )
    tekst = "aantal niet genoteerd" if n is None else f"{format_getal(n)} van de {format_getal(basis)}"
    aspect = bevinding.vraag["aspect"]
    return (
        bevinding.activiteit_id,
        str(bevinding.vraag["tekst"]),
        _name_taak(traject, bevinding.activiteit_id, "" if pd.isna(aspect) else str(aspect)),
        ernst,
        waarde,
        n,
        basis,
        tekst,
        is_kwalitatief(str(bevinding.activiteit["instrument"]), basis),
    )


def _count_told(traject: Traject, bevinding: Gevraagd) -> tuple[str, int | None]:
    """Return severity and number of people where the list only gives totals."""
    tellingen = traject.tellingen
    eigen = tellingen[
        tellingen["activiteit_id"].eq(bevinding.activiteit_id)
        & tellingen["vraag_id"].eq(bevinding.vraag_id)
        & tellingen["maat"].eq("reactie")
    ]
    if eigen.empty:
        return "", None
    return str(eigen["code"].iloc[0]), int(eigen["aantal"].sum())


def _name_taak(traject: Traject, activiteit_id: str, aspect: str) -> str:
    vragen = traject.vragen
    taak = vragen[
        vragen["activiteit_id"].eq(activiteit_id) & vragen["vraag_id"].eq(aspect) & vragen["soort"].eq("taak")
    ]
    return str(taak["tekst"].iloc[0]) if len(taak) else aspect


def _describe(traject: Traject, tabel: pd.DataFrame) -> Toelichting:
    ids = list(tabel["activiteit_id"].unique())
    return Toelichting(
        "overig",
        onderwerp="de knelpunten",
        basis=f"Basis: deelnemers aan de test, n = {' en '.join(format_getal(n) for n in tabel['basis'].unique())}.",
        bron=state_bron(traject, ids),
        noten=(
            "Geteld is hoeveel mensen een knelpunt tegenkwamen, niet hoe vaak. Hoe ernstig het is, bepaalden de onderzoekers.",
        ),
        kwalitatief=bool(tabel["kwalitatief"].all()),
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, ids),
    )
