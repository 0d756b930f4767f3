"""From the persons of an activity to the survey design on which every estimate rests."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Literal, cast

import pandas as pd

from burgerdata.errors import MethodeError
from burgerdata.getallen import format_procent
from burgerdata.indelingen import (
    check_herkomstmarge,
    check_indeling,
    check_opleidingen,
    check_opleidingsmarge,
)
from burgerdata.wide import (
    MEERVOUDIG,
    pick_antwoorden,
    place_getallen,
    place_labels,
    read_opties,
    read_personen,
    widen_vragen,
)

if TYPE_CHECKING:
    from burgerdata.settings import Weging
    from burgerdata.statistics import Design
    from burgerdata.traject import Traject

ONBEKEND = "(onbekend)"
"""The category of persons who are in no category of the margins."""
SPELING = 0.01
"""How far the shares of a margin may be from 1 together: rounding."""
VREEMD = 0.05
"""The largest share of answers, and of people, that may be in no category of the margins."""
_VEEL = 12
"""From how many columns on they are put beside a frame all at once."""
Lonely = Literal["fail", "adjust", "average", "certainty", "remove"]
_TREKKING = ("stratum", "cluster", "cluster2", "fpc", "fpc2")


def make_design(
    traject: Traject, activiteit_id: str, *, kolommen: pd.DataFrame | Mapping[str, pd.Series] | None = None
) -> Design:
    """Return the survey design of an activity: its persons of rol burger with weights, strata and clusters.

    The frame has deelnemer_id, groep, gewicht, basisgewicht and the questions as ``Traject.breed`` gives them, without
    open ones. A scale with words, such as eens or oneens, has its labels under ``vraag_id`` and its numbers, as in the
    source, under ``vraag_id.waarde``. With ``kolommen`` (on the index of ``burgers``) only those are added, and every
    group has the degrees of freedom of its own people: a group has one interval, whether it is asked for by ``per=`` or
    by ``only()``.

    In a traject that was filtered on a trait the persons left out stay in the design, outside the domain.

    Raises
    ------
    MethodeError
        When nobody of rol burger took part, or the design is not complete (a stratum left empty, a lonely unit).
    """
    geheel = traject.volledig or traject
    basis = traject.remember(("design", activiteit_id), lambda: _make_base(traject, activiteit_id))
    if kolommen is not None:
        return add_columns(basis.per_group(), {str(naam): reeks for naam, reeks in kolommen.items()})
    return add_columns(basis, _list_columns(geheel, activiteit_id, read_burgers(geheel, activiteit_id)))


def _make_base(traject: Traject, activiteit_id: str) -> Design:
    """Return the design of an activity without its questions: drawn, weighted and calibrated once for all of them."""
    from burgerdata.statistics import Design

    geheel = traject.volledig or traject
    personen = read_burgers(geheel, activiteit_id)
    if personen.empty:
        raise MethodeError(f"activiteit '{activiteit_id}' heeft geen deelnemers van rol burger")
    weging = traject.wegingen.get(activiteit_id)
    cluster, fpc = _read_stages(personen)
    frame = personen[["deelnemer_id", "groep", "gewicht", "basisgewicht", *_TREKKING]]
    design = Design(
        frame,
        weight=name_gewicht(traject, activiteit_id),
        strata="stratum" if personen["stratum"].notna().any() else None,
        cluster=cluster or None,
        fpc=fpc or None,
        lonely_psu=_choose_lonely(weging, len(personen)),
    )
    if weging is not None and weging.herkomst == "gekalibreerd":
        design = _calibrate(design, geheel, activiteit_id, weging)
    if traject.volledig is None:
        return design
    binnen = read_burgers(traject, activiteit_id)["deelnemer_id"].astype("str")
    return design.subset(frame["deelnemer_id"].astype("str").isin(binnen))


def _choose_lonely(weging: Weging | None, mensen: int) -> Lonely:
    """Return what a stratum with one unit contributes, as the delivery has it; a single person has no error to measure."""
    if mensen == 1:
        return "certainty"
    return cast("Lonely", weging.lonely_psu) if weging is not None else "fail"


def name_gewicht(traject: Traject, activiteit_id: str) -> str:
    """Return the column with which people come into the design: a calibration starts from their base weight."""
    weging = traject.wegingen.get(activiteit_id)
    return "basisgewicht" if weging is not None and weging.herkomst == "gekalibreerd" else "gewicht"


def read_burgers(traject: Traject, activiteit_id: str) -> pd.DataFrame:
    """Return the persons of rol burger of an activity in source order, numbered from 0: the base of every share."""

    def select() -> pd.DataFrame:
        personen = read_personen(traject, activiteit_id)
        return personen[personen["rol"].eq("burger")].reset_index(drop=True)

    return traject.remember(("burgers", activiteit_id), select)


def has_gewicht(traject: Traject, activiteit_id: str, personen: pd.DataFrame) -> pd.Series:
    """Return who of these persons of an activity has weight: who has weight 0 counts in no figure, and so in no base."""
    return personen[name_gewicht(traject, activiteit_id)].ne(0)


def _list_columns(traject: Traject, activiteit_id: str, personen: pd.DataFrame) -> dict[str, pd.Series]:
    kolommen = widen_vragen(traject, activiteit_id, personen)
    vragen = traject.vragen
    schalen = vragen[vragen["activiteit_id"].eq(activiteit_id) & vragen["soort"].isin(("schaal", "stelling"))]
    for vraag_id in schalen["vraag_id"].astype("str"):
        rijen = pick_antwoorden(traject, activiteit_id, vraag_id, personen)
        kolommen[f"{vraag_id}.waarde"] = place_getallen(rijen, personen)
    return kolommen


def _read_stages(personen: pd.DataFrame) -> tuple[list[str], list[str]]:
    """Return the stages of sampling; a last stage with a population but no unit of its own draws persons.

    Where a cluster has one respondent nothing tells how people differ within it: the clusters then carry all variance.
    """
    cluster = [naam for naam in ("cluster", "cluster2") if personen[naam].notna().any()]
    fpc = [naam for naam in ("fpc", "fpc2") if personen[naam].notna().any()]
    if cluster and len(fpc) > len(cluster):
        if not personen.duplicated(["stratum", *cluster], keep=False).all():
            return cluster, fpc[: len(cluster)]
        cluster.append("deelnemer_id")
    return cluster, fpc


def _calibrate(design: Design, traject: Traject, activiteit_id: str, weging: Weging) -> Design:
    from burgerdata.statistics import rake, rake_within

    design, marges = lay_marges(design, traject, activiteit_id, weging.kenmerken)
    variantie = cast("Literal['greg', 'rake']", weging.variantie)
    if weging.grenzen is None:
        return rake(design, marges, variance=variantie)
    return rake_within(design, marges, lower=weging.grenzen[0], upper=weging.grenzen[1], variance=variantie)


def add_columns(design: Design, kolommen: Mapping[str, pd.Series]) -> Design:
    """Return the design with these columns in its frame; how people were drawn and weighted stays as it is."""
    dubbel = [naam for naam in kolommen if naam in design.frame]
    frame = design.frame.drop(columns=dubbel) if dubbel else design.frame.copy(deep=False)
    if len(kolommen) > _VEEL:
        frame = pd.concat([frame, pd.DataFrame(kolommen, index=frame.index)], axis=1)
    else:  # five times as fast, for a few columns
        for naam, reeks in kolommen.items():
            frame[naam] = reeks
    return replace(design, frame=frame, core=replace(design.core, frame=frame, factors={}))


def lay_marges(
    design: Design, traject: Traject, activiteit_id: str, kenmerken: tuple[str, ...]
) -> tuple[Design, pd.DataFrame]:
    """Return the design with a column ``marge <kenmerk>`` per trait, and the margins that go with these columns.

    Who is in no category of the margins (unknown, or "anders" where the population knows two) weighs 1 on that trait:
    together they keep their share of the sample, and the other categories divide the rest. That share is an estimate,
    and marked as one (``geschat``).

    Raises
    ------
    MethodeError
        When a category of the margins does not occur, or more than 5% of the people (and more than one) is in none:
        then names differ, or too much is unknown to weight by.
    """
    delen, kolommen = [], {}
    gewicht = design.weights
    for kenmerk in kenmerken:
        reeks = read_kenmerk(traject, activiteit_id, kenmerk, design.frame).astype("str")
        marge = read_marge(traject, kenmerk, activiteit_id)
        _refuse_names(kenmerk, reeks, marge)
        reeks = reeks.where(reeks.isin(marge.index), ONBEKEND)
        doel = marge / marge.sum()
        rest = float(gewicht[reeks.eq(ONBEKEND)].sum() / gewicht.sum())
        doel = doel * (1 - rest)
        if rest:
            doel = pd.concat([doel, pd.Series({ONBEKEND: rest})])
        naam = f"marge {kenmerk}"
        kolommen[naam] = reeks
        deel = pd.DataFrame({"variabele": naam, "categorie": doel.index, "aandeel": doel.to_numpy()})
        delen.append(deel.assign(geschat=deel["categorie"].eq(ONBEKEND)))
    return add_columns(design, kolommen), pd.concat(delen, ignore_index=True)


def _refuse_names(kenmerk: str, reeks: pd.Series, marge: pd.Series) -> None:
    """Raise when the names of categories differ between the answers and the margins, or too many are unknown.

    All names that differ are told.
    """
    vreemd = reeks[reeks.notna() & ~reeks.isin(marge.index)]
    ontbreekt = [naam for naam in marge.index if naam not in set(reeks)]
    if not ontbreekt and len(vreemd) <= VREEMD * reeks.notna().sum():
        onbekend = int((~reeks.isin(marge.index)).sum())
        if onbekend > max(VREEMD * len(reeks), 1):
            raise MethodeError(
                f"kenmerk '{kenmerk}' is bij {onbekend} van de {len(reeks)} deelnemers ({format_procent(onbekend / len(reeks))}) "
                f"onbekend of in geen categorie van de marges; wegen kan bij hoogstens {format_procent(VREEMD)}: vul het aan, "
                "of weeg zonder dit kenmerk"
            )
        return
    delen = [f"'{naam}' komt bij de deelnemers niet voor" for naam in ontbreekt]
    delen += [f"'{naam}' staat niet in de marges" for naam in vreemd.unique()]
    raad = "gebruik in marges.xlsx dezelfde namen, of voeg categorieën samen"
    raise MethodeError(f"kenmerk '{kenmerk}' past niet op de marges: {'; '.join(delen)}; {raad}")


def read_marge(traject: Traject, kenmerk: str, activiteit_id: str = "") -> pd.Series:
    """Return the population figure per category of a trait: aandeel, or aantal where no share is given.

    Raises MethodeError when there is none, it is about origin in the coding of before 2022, or about education in another
    scheme than that in which the activity asked it.
    """
    marges = traject.marges
    eigen = marges[marges["variabele"].eq(kenmerk)]
    if eigen.empty:
        raise MethodeError(f"er zijn geen bevolkingscijfers over '{kenmerk}'; vul marges.xlsx aan")
    bron = " ".join(eigen[["bron", "populatie"]].fillna("").astype("str").to_numpy().ravel())
    check_herkomstmarge(kenmerk, bron, eigen["categorie"])
    if activiteit_id:
        vraag = _describe_indeling(traject.volledig or traject, activiteit_id, kenmerk)
        check_opleidingsmarge(kenmerk, vraag, bron, eigen["categorie"])
    kolom = "aandeel" if eigen["aandeel"].notna().all() else "aantal"
    som = float(eigen[kolom].sum())
    if kolom == "aandeel" and abs(som - 1) > SPELING:
        raise MethodeError(
            f"de aandelen van '{kenmerk}' in marges.xlsx tellen op tot {som:.3g} en niet tot 1; vul de categorie aan die "
            "ontbreekt of verbeter de aandelen"
        )
    return pd.Series(
        eigen[kolom].to_numpy(dtype="float64"), index=eigen["categorie"].astype("str").to_numpy()
    )


def list_buiten(traject: Traject, activiteit_id: str, kenmerken: Sequence[str]) -> list[str]:
    """Return what people are in and the margins do not have, a category or unknown: "geslacht ‘anders’"."""
    geheel = traject.volledig or traject

    def find() -> list[str]:
        personen, uit = read_burgers(geheel, activiteit_id), []
        for kenmerk in kenmerken:
            reeks = read_kenmerk(geheel, activiteit_id, kenmerk, personen)
            marge = read_marge(geheel, kenmerk).index
            uit += [
                f"{kenmerk} ‘{naam}’" for naam in reeks.dropna().astype("str").unique() if naam not in marge
            ]
            uit += [f"{kenmerk} onbekend"] if reeks.isna().any() else []
        return uit

    return geheel.remember(("buiten", activiteit_id, *kenmerken), find)


def _describe_indeling(traject: Traject, activiteit_id: str, kenmerk: str) -> str:
    """Return what is said about the coding of a trait: the text of the question and its options."""
    vragen = traject.vragen
    eigen = vragen[vragen["activiteit_id"].eq(activiteit_id) & vragen["vraag_id"].eq(kenmerk)]
    teksten = eigen[["tekst", "kort", "schaal"]].astype("str").fillna("").to_numpy().ravel()
    return " ".join([*teksten, *read_opties(traject, activiteit_id, kenmerk)["label"]])


def refuse_indelingen(traject: Traject, ids: Sequence[str], kenmerk: str) -> None:
    """Raise MethodeError when these activities asked a trait by different schemes, so that its groups do not compare."""
    geheel = traject.volledig or traject
    gevraagd = {
        naam: (
            _describe_indeling(geheel, naam, kenmerk),
            list(read_opties(geheel, naam, kenmerk)["label"].astype("str")),
        )
        for naam in ids
    }
    check_opleidingen(kenmerk, gevraagd)


def read_kenmerk(traject: Traject, activiteit_id: str, kenmerk: str, personen: pd.DataFrame) -> pd.Series:
    """Return the label of a trait per person, as an ordered category.

    Raises
    ------
    MethodeError
        When the activity has no such trait, it is a number or has several answers, or its coding cannot be told.
    """
    vragen = traject.vragen
    eigen = vragen[vragen["activiteit_id"].eq(activiteit_id) & vragen["vraag_id"].eq(kenmerk)]
    if eigen.empty:
        raise MethodeError(f"'{kenmerk}' is geen vraag van activiteit '{activiteit_id}'")
    vraag = eigen.iloc[0]
    if vraag["rol"] != "kenmerk":
        raise MethodeError(
            f"'{kenmerk}' is geen kenmerk; zet in vragen.xlsx de rol van deze vraag op kenmerk"
        )
    if vraag["soort"] == "getal":
        raise MethodeError(
            f"kenmerk '{kenmerk}' is een getal; maak er groepen van in vragen.xlsx, blad groepen"
        )
    if vraag["soort"] in (*MEERVOUDIG, "open"):
        raise MethodeError(
            f"kenmerk '{kenmerk}' heeft niet één antwoord per persoon; maak er in vragen.xlsx, blad groepen, een indeling van"
        )
    opties = read_opties(traject, activiteit_id, kenmerk)
    check_indeling(kenmerk, _describe_indeling(traject, activiteit_id, kenmerk), opties["label"])
    rijen = pick_antwoorden(traject, activiteit_id, kenmerk, personen)
    return place_labels(rijen, opties, personen)
