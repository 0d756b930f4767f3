"""Opinion groups among those who voted: how large they are, where they stand, and on what they differ from the rest."""

from __future__ import annotations

import numpy as np
import pandas as pd

from burgerdata.analysis.geworven import is_zelfselectie
from burgerdata.analysis.kwalitatief import GROOTSTE
from burgerdata.analysis.regels import list_noten, state_bron
from burgerdata.analysis.stemkeuzes import SERVERGROEP, list_stellingen, read_stemmen
from burgerdata.errors import MethodeError
from burgerdata.getallen import format_getal, format_procent
from burgerdata.statistics.opinion_groups import OpinionGroups, find_opinion_groups
from burgerdata.statistics.representative import compare_votes
from burgerdata.toelichting import Toelichting, annotate
from burgerdata.traject import Traject

KOLOMMEN = [
    *("activiteit_id", "meningsgroep", "n", "basis", "aandeel", "plek_x", "plek_y", "vraag_id", "kort"),
    *("label", "n_stelling", "basis_stelling", "aandeel_groep", "aandeel_rest", "p_aangepast", "kwalitatief"),
]
LEAST = 7
"""On how many statements a person must have voted to get a group; the same number as in Polis."""
_STELLINGEN = 5
_P = 0.05
_LABEL = {1: "eens", -1: "oneens"}


def find_meningsgroepen(traject: Traject, *, activiteit_id: str | None = None) -> pd.DataFrame:
    """Return a row per opinion group and statement that marks it.

    Columns: activiteit_id, meningsgroep, n, basis, aandeel, plek_x, plek_y, vraag_id, kort, label, n_stelling,
    basis_stelling, aandeel_groep, aandeel_rest, p_aangepast, kwalitatief.

    Groups A, B, … go from large to small; ``n`` of the ``basis`` persons with a group are in it; plek_x and plek_y are
    its middle on the map. At most five statements mark a group: those on which it is more often eens or oneens than the
    rest (Fisher's exact test, p < 0,05 after Holm's correction), with at least as many people as the threshold; a group
    without any has one row. Persons with fewer than seven votes have no group; the base line says how many. The groups
    are made from the same votes as the test: it ranks statements, it proves nothing. Source of the method:
    ``burgerdata.statistics.opinion_groups``.

    Raises
    ------
    MethodeError
        When nobody voted on statements, or too few people did on enough of them.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_stemronde
    >>> tabel = find_meningsgroepen(make_stemronde())
    >>> tabel.drop_duplicates("meningsgroep")[["meningsgroep", "n", "basis"]].values.tolist()
    [['A', 24, 40], ['B', 16, 40]]
    """
    gekozen = _choose_activiteit(traject, activiteit_id)
    stemmen, groepen = _solve(traject, gekozen)
    tabel = _list_groepen(traject, gekozen, groepen, _find_markers(traject, stemmen, groepen))
    return annotate(tabel, _describe(traject, gekozen, stemmen, groepen))


def assign_meningsgroepen(traject: Traject, *, activiteit_id: str | None = None) -> pd.DataFrame:
    """Return the group and place of each person: deelnemer_id, meningsgroep (empty: too few votes), plek_x, plek_y.

    It is about persons: for a look and for further analysis, not for print.

    Examples
    --------
    >>> from burgerdata.analysis.example import make_stemronde
    >>> assign_meningsgroepen(make_stemronde())["meningsgroep"].value_counts().to_dict()
    {'A': 24, 'B': 16}
    """
    stemmen, groepen = _solve(traject, _choose_activiteit(traject, activiteit_id))
    return pd.DataFrame(
        {
            "deelnemer_id": stemmen.index.astype("str"),
            "meningsgroep": pd.Series([_name(nummer) for nummer in groepen.labels], dtype="str"),
            "plek_x": groepen.places[:, 0],
            "plek_y": groepen.places[:, 1],
        }
    )


def _choose_activiteit(traject: Traject, activiteit_id: str | None) -> str:
    met: list[str] = list(dict.fromkeys(list_stellingen(traject)["activiteit_id"]))
    if not met:
        raise MethodeError(
            "er zijn geen stellingen waarop mensen één voor één stemden; lees een stemronde in"
        )
    if activiteit_id is None and len(met) == 1:
        return met[0]
    if activiteit_id is None or activiteit_id not in met:
        raise MethodeError(f"kies met activiteit_id één stemronde: {', '.join(met)}")
    return activiteit_id


def _solve(traject: Traject, activiteit_id: str) -> tuple[pd.DataFrame, OpinionGroups]:
    stemmen, _ = read_stemmen(traject, activiteit_id)
    afgewezen = _count_rejected(traject, activiteit_id)
    groepen = find_opinion_groups(stemmen.to_numpy(), least=LEAST, rejected=afgewezen)
    if not groepen.silhouettes:
        raise MethodeError("te weinig mensen stemden op genoeg stellingen om meningsgroepen te vinden")
    return stemmen, groepen


def _count_rejected(traject: Traject, activiteit_id: str) -> int:
    """Return on how many rejected statements people had voted: the logboek names each under the file of the votes."""
    bronnen, logboek = traject.bronnen, traject.logboek
    stemmen = bronnen.loc[bronnen["formaat"].eq("polis_stemmen"), "bestand"].astype("str")
    afgewezen = logboek["reden"].eq("afgewezen_stelling") & logboek["activiteit_id"].eq(activiteit_id)
    return int(logboek.loc[afgewezen & logboek["bestand"].astype("str").isin(stemmen), "kolom"].nunique())


def _name(nummer: int) -> str:
    return chr(ord("A") + nummer) if nummer >= 0 else ""


def _find_markers(traject: Traject, stemmen: pd.DataFrame, groepen: OpinionGroups) -> pd.DataFrame:
    """Return the statements that mark each group, the largest difference with the rest first."""
    alle = compare_votes(stemmen.to_numpy(), groepen.labels)
    genoeg = alle[["n", "others"]].ge(traject.instellingen.drempels.drempel).all(axis=1)
    sterk = alle[alle["p_adjusted"].lt(_P) & genoeg]
    sterk = sterk.assign(verschil=(sterk["share"] - sterk["rest"]).round(10))
    sterk = sterk.sort_values(
        ["group", "verschil", "statement"], ascending=[True, False, True], kind="stable"
    )
    return sterk.groupby("group", observed=True, dropna=False).head(_STELLINGEN)


def _list_groepen(
    traject: Traject, activiteit_id: str, groepen: OpinionGroups, merken: pd.DataFrame
) -> pd.DataFrame:
    stellingen = list_stellingen(traject)
    stellingen = stellingen[stellingen["activiteit_id"].eq(activiteit_id)].reset_index(drop=True)
    binnen = groepen.labels >= 0
    basis = int(binnen.sum())
    grootte = np.bincount(groepen.labels[binnen])
    midden = np.array(
        [groepen.places[groepen.labels == nummer].mean(axis=0) for nummer in range(len(grootte))]
    )
    geheel = pd.DataFrame({"group": range(len(grootte)), "grootte": grootte}).merge(
        merken, on="group", how="left"
    )
    plek = geheel["statement"].astype("Int64")
    welke = stellingen.reindex(plek.fillna(-1).astype("int64")).reset_index(drop=True)
    kwalitatief = basis <= GROOTSTE
    tabel = pd.DataFrame(
        {
            "activiteit_id": activiteit_id,
            "meningsgroep": geheel["group"].map(_name),
            "n": geheel["grootte"].astype("Int32"),
            "basis": pd.Series(basis, index=geheel.index, dtype="Int32"),
            "aandeel": np.nan if kwalitatief else geheel["grootte"] / basis,
            "plek_x": np.round(midden[geheel["group"], 0], 6),
            "plek_y": np.round(midden[geheel["group"], 1], 6),
            "vraag_id": welke["vraag_id"].fillna(""),
            "kort": welke["kort"].fillna(""),
            "label": geheel["choice"].map(_LABEL).fillna(""),
            "n_stelling": geheel["n"].astype("Int32"),
            "basis_stelling": geheel["voters"].astype("Int32"),
            "aandeel_groep": geheel["share"],
            "aandeel_rest": geheel["rest"],
            "p_aangepast": geheel["p_adjusted"],
            "kwalitatief": kwalitatief,
        }
    )
    tekst = dict.fromkeys(("activiteit_id", "meningsgroep", "vraag_id", "kort", "label"), "str")
    return tabel[KOLOMMEN].astype(tekst)


def _describe(
    traject: Traject, activiteit_id: str, stemmen: pd.DataFrame, groepen: OpinionGroups
) -> Toelichting:
    binnen = int((groepen.labels >= 0).sum())
    buiten = len(stemmen) - binnen
    basis = f"Basis: wie op ten minste {groepen.least} stellingen stemde, n = {format_getal(binnen)}"
    if buiten:
        deel = format_procent(buiten / len(stemmen))
        basis += f"; {format_getal(buiten)} van de {format_getal(len(stemmen))} deelnemers ({deel}) stemden op minder stellingen en zijn niet ingedeeld"
    uitleg = format_procent(sum(groepen.explained))
    noten = [
        f"Groepen: hoofdcomponenten (samen {uitleg} van de verschillen) en k-means, het aantal naar silhouet.",
        "De groepen zijn uit dezelfde stemmen gemaakt: de toets ordent stellingen en bewijst niets.",
    ]
    noten += _compare_server(traject, activiteit_id, stemmen, groepen)
    return Toelichting(
        "meningsgroepen",
        onderwerp="de meningsgroepen",
        basis=f"{basis}.",
        bron=state_bron(traject, [activiteit_id]),
        per="meningsgroep",
        groep_naam="meningsgroep",
        noten=(*noten, *list_noten(traject, [activiteit_id], kwalitatief=True)),
        kwalitatief=binnen <= GROOTSTE,
        synthetisch=traject.instellingen.synthetisch,
        zelfselectie=is_zelfselectie(traject, [activiteit_id]),
    )


def _compare_server(
    traject: Traject, activiteit_id: str, stemmen: pd.DataFrame, groepen: OpinionGroups
) -> list[str]:
    """Return how far these groups are those that Polis gave (adjusted Rand index), where its files tell."""
    from sklearn.metrics import adjusted_rand_score

    antwoorden = traject.antwoorden
    eigen = antwoorden[antwoorden["activiteit_id"].eq(activiteit_id) & antwoorden["vraag_id"].eq(SERVERGROEP)]
    server = eigen.set_index(eigen["deelnemer_id"].astype("str"))["code"].reindex(stemmen.index)
    allebei = server.notna().to_numpy() & (groepen.labels >= 0)
    if not allebei.any():
        return []
    rand = float(adjusted_rand_score(server[allebei].astype("str"), groepen.labels[allebei]))
    return [
        f"Overeenkomst met de groepen van Polis zelf: {format_getal(rand, 2)} (gecorrigeerde Rand-index; 1 is gelijk)."
    ]
